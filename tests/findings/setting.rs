//! What shows only when a document is set: text that does not fit, characters and fonts that are not there.

use crate::{BUILD, CHECK, cases};

const LEAFLET: &str = "content/leaflet.toml";
const HERBS: &str = "content/herbs.toml";
const TEMPLATE: &str = "templates/leaflet.toml";

/// Makes the frame of the story `more` so high.
fn lower(project: &crate::Sandbox, height: &str) {
    let frame = "panel = 4\nstory = \"more\"";
    project.replace(
        TEMPLATE,
        frame,
        &format!(
            "panel = 4\nat = [\"10 mm\", \"18 mm\"]\nsize = [\"79 mm\", \"{height}\"]\nstory = \"more\""
        ),
    );
}

/// Lets the story `more` be made to fit a frame of 120 mm.
fn fit(project: &crate::Sandbox, limits: &str) {
    lower(project, "120 mm");
    project.replace(
        TEMPLATE,
        "story = \"more\"",
        &format!("story = \"more\"\nfit = {limits}"),
    );
}

/// Sentences of which no two are the same.
fn sentences(count: usize) -> String {
    (1..=count)
        .map(|number| format!("Im Jahr {number} wuchs die Pflanzengesellschaft am Wegrand ungestört. "))
        .collect()
}

cases! {
    a_story_is_one_line_too_long: BUILD, |project| {
        project.replace(LEAFLET, "\n[[story.more]]\nlink = \"{web}\"\nqr = true\n", "");
        lower(project, "34 mm");
    };
    a_story_is_some_lines_too_long: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", &format!("{}Vor dem Sammeln:", sentences(40)));
        lower(project, "100 mm");
    };
    a_record_does_not_fit: CHECK, |project| {
        project.replace(HERBS, "Gundermann kriecht unter Hecken und duftet, wenn man ihn zerreibt.", &sentences(45));
    };
    data_drawn_as_a_whole_does_not_fit: CHECK, |project| {
        project.add_before(HERBS, &format!("advice = \"\"\"\n{} \\\nUnd nun ans Werk.\"\"\"\n\n", sentences(40)));
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "text = \"{herbs.advice}\"");
    };
    a_qr_code_does_not_fit: CHECK, |project| {
        lower(project, "60 mm");
    };
    the_first_word_that_falls_out_was_divided: CHECK, |project| {
        let long: String = (1..=20).map(|number| format!("Siehe Pflanzengesellschaftsverzeichnisse {number}. ")).collect();
        project.replace(LEAFLET, "Vor dem Sammeln:", &long);
        lower(project, "72 mm");
        project.replace(TEMPLATE, "\"79 mm\"", "\"40 mm\"");
    };
    a_thread_of_two_frames_is_full: CHECK, |project| {
        project.replace(TEMPLATE, "panel = 3", "panel = 3\nat = [\"10 mm\", \"18 mm\"]\nsize = [\"60 mm\", \"12 mm\"]");
        project.replace(TEMPLATE, "panel = 2", "panel = 2\nat = [\"10 mm\", \"18 mm\"]\nsize = [\"79 mm\", \"54 mm\"]");
    };
    copyfitting_makes_a_thread_fit: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", &format!("{}Vor dem Sammeln:", sentences(7)));
        fit(project, "{ size = [\"9 pt\", \"11 pt\"] }");
    };
    copyfitting_moves_size_and_leading_and_tracking_together: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", &format!("{}Vor dem Sammeln:", sentences(8)));
        fit(project, "{ size = [\"10 pt\", \"11 pt\"], leading = [\"12.5 pt\", \"14 pt\"], tracking = [-10, 0] }");
    };
    copyfitting_makes_a_short_story_larger: CHECK, |project| {
        fit(project, "{ size = [\"11 pt\", \"14 pt\"], leading = [\"14 pt\", \"18 pt\"] }");
    };
    copyfitting_leaves_alone_what_fits: CHECK, |project| {
        fit(project, "{ size = [\"9 pt\", \"11 pt\"] }");
    };
    copyfitting_comes_to_its_limit: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", &format!("{}Vor dem Sammeln:", sentences(17)));
        fit(project, "{ size = [\"10.5 pt\", \"11 pt\"] }");
    };
    copyfitting_comes_to_all_its_limits: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", &format!("{}Vor dem Sammeln:", sentences(18)));
        fit(project, "{ size = [\"10.5 pt\", \"11 pt\"], leading = [\"13 pt\", \"14 pt\"], tracking = [-10, 0] }");
    };
    a_style_is_beyond_the_limits_of_copyfitting: CHECK, |project| {
        fit(project, "{ size = [\"9 pt\", \"10 pt\"], tracking = [5, 10] }");
    };
    a_frame_with_columns_is_full: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", &format!("{}Vor dem Sammeln:", sentences(40)));
        lower(project, "80 mm");
        project.replace(TEMPLATE, "story = \"more\"", "story = \"more\"\ncolumns = 2\ngutter = \"4 mm\"");
    };
    a_figure_does_not_fit: CHECK, |project| {
        project.add(TEMPLATE, "\n[style.figure]\nlike = \"body\"\n\n[figure.seeds]\nkind = \"field\"\ncolors = [\"leaf\"]\nline = \"pale\"\nline-width = \"0.5 pt\"\nspacing = \"6 mm\"\n");
        project.replace(LEAFLET, "\n[[story.more]]\nlink = \"{web}\"\nqr = true\n", "\n[[story.more]]\nfigure = \"seeds\"\nalt = \"Samen\"\n");
        project.replace(
            LEAFLET,
            "1. genau hinsehen,\n2. nur nehmen, was häufig ist,\n3. mehr unter [example.org](https://example.org/sammeln) lesen.\n",
            "",
        );
        lower(project, "50 pt");
    };
    a_word_is_wider_than_its_line: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = \"wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\"");
    };
    a_character_is_in_no_font: CHECK, |project| {
        project.replace(LEAFLET, "genau hinsehen", "genau 見 hinsehen 見");
    };
    a_character_of_the_data_is_in_no_font: CHECK, |project| {
        project.replace(HERBS, "fein gefiedert", "fein 🌿 gefiedert");
    };
    a_running_head_has_a_character_in_no_font: CHECK, |project| {
        let format = "kind = \"folded\"\nopen = [\"297 mm\", \"210 mm\"]\nfold = \"zigzag\"";
        project.replace(TEMPLATE, format, "kind = \"bound\"\npage = [\"99 mm\", \"210 mm\"]\npages = 4");
        let template = String::from_utf8(project.read(TEMPLATE)).unwrap();
        project.write(TEMPLATE, &template.replace("panel =", "page ="));
        project.add(TEMPLATE, "
[[running]]
pages = [2, 3]
text = \"☙ {page}\"
style = \"body\"
side = \"outer\"
baseline = \"200 mm\"
");
    };
    a_font_file_is_broken: CHECK, |project| {
        project.write("fonts/Broken.ttf", "no font");
    };
    a_font_file_is_cut_off: CHECK, |project| {
        let font = project.read("fonts/source-sans-3/SourceSans3-Italic.ttf");
        project.write_bytes("fonts/source-sans-3/SourceSans3-Italic.ttf", &font[..2000]);
    };
    a_font_may_not_be_embedded: BUILD, |project| {
        let path = "fonts/source-sans-3/SourceSans3-Regular.ttf";
        let mut font = project.read(path);
        let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
        let record = (0..tables).map(|table| 12 + 16 * table).find(|at| &font[*at..at + 4] == b"OS/2").unwrap();
        let offset = u32::from_be_bytes(font[record + 8..record + 12].try_into().unwrap()) as usize;
        // fsType, restricted licence embedding.
        font[offset + 9] = 2;
        project.write_bytes(path, &font);
    };
    there_is_no_font_at_all: CHECK, |project| {
        std::fs::remove_dir_all(project.path("fonts")).unwrap();
    };
}
