//! Pictures that are not there, cannot be used, or are too coarse. The files are written here, byte by byte or by small encoders.

use crate::common::{Sandbox, picture};
use crate::{BUILD, CHECK, cases};

const LEAFLET: &str = "content/leaflet.toml";
const TEMPLATE: &str = "templates/leaflet.toml";
const PRINTER: &str = "templates/printers/standard.toml";

/// Puts a picture into the folder and shows it in the last story.
fn show(project: &Sandbox, name: &str, bytes: &[u8], more: &str) {
    picture::put(project, name, bytes);
    project.add(TEMPLATE, "\n[style.figure]\nlike = \"body\"\n");
    let figure =
        format!("\n[[story.more]]\nfigure = \"{name}\"\nalt = \"Ein Kraut\"\nheight = \"20 mm\"\n{more}");
    project.add(LEAFLET, &figure);
}

cases! {
    a_picture_is_missing: CHECK, |project| {
        show(project, "kamille.jpg", &picture::jpeg(400, 300), "");
        project.replace(LEAFLET, "figure = \"kamille.jpg\"", "figure = \"kamile.jpg\"");
    };
    a_picture_is_too_coarse: CHECK, |project| {
        // 72 ppi: 283 pixels are 100 mm.
        show(project, "kamille.jpg", &picture::jpeg(224, 160), "");
        project.replace(LEAFLET, "height = \"20 mm\"\n", "");
    };
    a_picture_is_rather_coarse: CHECK, |project| {
        show(project, "kamille.jpg", &picture::jpeg(500, 357), "");
        project.replace(LEAFLET, "height = \"20 mm\"\n", "");
    };
    a_bitmap_is_too_coarse: CHECK, |project| {
        show(project, "stempel.png", &picture::bitmap(400, 400), "");
    };
    a_cut_picture_is_too_coarse: CHECK, |project| {
        show(project, "kamille.jpg", &picture::jpeg(400, 300), "fit = \"cover\"\nfocus = [20, 80]\n");
    };
    a_decorative_picture_of_the_template_is_too_coarse: CHECK, |project| {
        picture::put(project, "kamille.jpg", &picture::jpeg(400, 300));
        project.add(TEMPLATE, "\n[[art]]\npanel = 5\nfigure = \"kamille.jpg\"\n");
    };
    a_picture_ends_too_early: CHECK, |project| {
        let whole = picture::jpeg(400, 300);
        show(project, "kamille.jpg", &whole[..whole.len() / 2], "");
    };
    a_picture_says_that_it_is_enormous: CHECK, |project| {
        show(project, "kamille.png", &picture::enormous(), "");
    };
    a_picture_is_something_else: CHECK, |project| {
        show(project, "kamille.jpg", b"%PDF-1.7", "");
    };
    a_picture_is_named_like_another_kind: CHECK, |project| {
        show(project, "kamille.png", &picture::jpeg(400, 300), "");
    };
    a_jpeg_of_twelve_bits: CHECK, |project| {
        let mut bytes = picture::jpeg(400, 300);
        let frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
        bytes[frame + 4] = 12;
        show(project, "kamille.jpg", &bytes, "");
    };
    the_profile_of_a_picture_is_broken: CHECK, |project| {
        show(project, "kamille.jpg", &picture::with_profile(&picture::jpeg(400, 300), b"no profile"), "");
    };
    the_profile_of_a_picture_is_for_inks: CHECK, |project| {
        let inks = project.read("templates/printers/FOGRA39L_coated.icc");
        // A profile comes in pieces of 64 kB; the first is enough to be wrong.
        show(project, "kamille.jpg", &picture::with_profile(&picture::jpeg(400, 300), &inks), "");
    };
    a_picture_in_inks_has_too_much_of_them: CHECK, |project| {
        show(project, "kamille.jpg", &picture::inks(400, 300, [250, 250, 250, 200]), "");
    };
    a_see_through_picture_for_an_old_standard: BUILD, |project| {
        project.replace(PRINTER, "total-ink = 300", "pdfx = \"x1a\"\ntotal-ink = 300");
        show(project, "kamille.png", &picture::see_through(400, 300), "");
    };
    what_pictures_have_stands_at_a_generated_figure: CHECK, |project| {
        project.add(TEMPLATE, "
[style.figure]
like = \"body\"

[figure.seeds]
kind = \"field\"
colors = [\"leaf\"]
line = \"pale\"
line-width = \"0.5 pt\"
spacing = \"6 mm\"

[[art]]
panel = 5
figure = \"seeds\"
fit = \"contain\"
");
        project.add(LEAFLET, "\n[[story.more]]\nfigure = \"seeds\"\ndecorative = true\nfit = \"cover\"\nheight = \"20 mm\"\n");
    };
    a_generated_figure_is_told_how_to_fit: CHECK, |project| {
        project.add(TEMPLATE, "
[style.figure]
like = \"body\"

[figure.seeds]
kind = \"field\"
colors = [\"leaf\"]
line = \"pale\"
line-width = \"0.5 pt\"
spacing = \"6 mm\"
");
        project.add(LEAFLET, "\n[[story.more]]\nfigure = \"seeds\"\ndecorative = true\nfit = \"cover\"\nheight = \"20 mm\"\n");
    };
    what_is_written_of_a_picture_cannot_be: CHECK, |project| {
        show(project, "kamille.jpg", &picture::jpeg(400, 300), "focus = [120, 50]\ndata = \"herbs.list\"\n");
        project.replace(LEAFLET, "\"20 mm\"", "\"0 mm\"");
    };
    a_picture_is_higher_than_its_frame: CHECK, |project| {
        show(project, "kamille.jpg", &picture::jpeg(400, 300), "");
        project.replace(LEAFLET, "\"20 mm\"", "\"200 mm\"");
    };
}
