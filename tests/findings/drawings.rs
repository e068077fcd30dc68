//! Drawings that cannot be printed as they are drawn, or not at all.

use crate::{CHECK, Sandbox, cases};

const MAP: &str = "content/images/map.svg";
const STANDARD: &str = "templates/printers/standard.toml";

/// Another drawing in the place of the map.
fn map(project: &Sandbox, attributes: &str, inside: &str) {
    project.write(
        MAP,
        &format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}>\n{inside}\n</svg>\n"),
    );
}

const SIZE: &str = "width=\"80\" height=\"40\"";

cases! {
    of "moor";
    a_drawing_holds_what_needs_a_browser: CHECK, |project| {
        map(project, SIZE, "<rect width=\"80\" height=\"40\" fill=\"#ccd\"/>
<text x=\"4\" y=\"20\">Moorsee</text>
<text x=\"4\" y=\"30\">Hütte</text>
<image href=\"hut.png\" width=\"9\" height=\"9\"/>
<use href=\"signs.svg#hut\"/>
<foreignObject width=\"9\" height=\"9\"/>");
    };
    a_drawing_holds_effects: CHECK, |project| {
        map(project, SIZE, "<filter id=\"soft\"><feGaussianBlur stdDeviation=\"2\"/></filter>
<pattern id=\"reed\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\"><rect width=\"2\" height=\"2\"/></pattern>
<linearGradient id=\"fog\"><stop stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#fff\" stop-opacity=\"0\"/></linearGradient>
<rect id=\"shadow\" width=\"9\" height=\"9\" filter=\"url(#soft)\"/>
<rect id=\"shore\" width=\"9\" height=\"9\" fill=\"url(#reed)\"/>
<rect width=\"9\" height=\"9\" fill=\"url(#fog)\"/>
<rect id=\"glow\" width=\"9\" height=\"9\" style=\"mix-blend-mode:screen\"/>");
    };
    a_drawing_shines_through_on_a_press_without_transparency: CHECK, |project| {
        project.add_before(STANDARD, "pdfx = \"x1a\"\n");
    };
    a_drawing_has_hairlines: CHECK, |project| {
        map(project, SIZE, "<rect width=\"80\" height=\"40\" fill=\"#dde\"/>
<path d=\"M4 20H76\" stroke=\"#000\" stroke-width=\"0.05\"/>");
    };
    a_drawing_is_no_svg: CHECK, |project| {
        project.write(MAP, "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect></svg>");
    };
    a_drawing_has_no_size: CHECK, |project| {
        map(project, "width=\"0\" height=\"40\"", "<rect width=\"9\" height=\"9\"/>");
    };
    a_drawing_shows_nothing: CHECK, |project| {
        map(project, SIZE, "<rect width=\"9\" height=\"9\" fill=\"none\"/>");
    };
    a_drawing_is_nested_without_end: CHECK, |project| {
        map(project, SIZE, &"<g>".repeat(10_000));
    };
    a_drawing_grows_without_end: CHECK, |project| {
        let uses: String = (0..9)
            .map(|n| format!("<g id=\"u{}\">{}</g>", n + 1, format!("<use href=\"#u{n}\"/>").repeat(10)))
            .collect();
        map(project, SIZE, &format!("<defs><rect id=\"u0\" width=\"9\" height=\"9\"/>{uses}</defs><use href=\"#u9\"/>"));
    };
    a_drawing_is_missing: CHECK, |project| {
        project.replace("content/moor.toml", "figure = \"map.svg\"", "figure = \"mop.svg\"");
    };
    a_drawing_lies_outside_the_project: CHECK, |project| {
        project.replace("content/moor.toml", "\"map.svg\"", "\"../common/map.svg\"");
    };
    a_drawing_is_not_in_the_folder_that_is_allowed: CHECK, |project| {
        project.write("faltwerk.toml", "[paths]\nallow = [\"/etc\"]\n");
        project.replace("content/moor.toml", "\"map.svg\"", "\"/etc/no-such-map.svg\"");
    };
}
