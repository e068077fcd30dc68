//! Sets the flyer text with genpdf, as its documentation shows: 100 x 210 mm pages, 10 mm margins, 12/15 pt.

use std::{env, error, fs, path::Path};

use genpdf::elements::{Break, Paragraph, UnorderedList};
use genpdf::fonts::{FontData, FontFamily};
use genpdf::{Element as _, SimplePageDecorator, style};
use hyphenation::Load as _;

/// Height of a line of Source Sans 3 in genpdf, in ems: the font's ascender and descender.
const FONT_LINE_EM: f64 = 1.024 + 0.4;

/// Half a line of 15 pt, in lines.
const PARAGRAPH_SKIP: f64 = 0.5;

fn main() -> Result<(), Box<dyn error::Error>> {
    let output = env::args().nth(1).ok_or("usage: peer-genpdf OUTPUT.pdf")?;
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let font = |style: &str| {
        FontData::load(
            peers.join(format!("../../fonts/source-sans-3/SourceSans3-{style}.ttf")),
            None,
        )
    };
    let family = FontFamily {
        regular: font("Regular")?,
        bold: font("Bold")?,
        italic: font("Italic")?,
        bold_italic: font("Bold")?,
    };

    let mut document = genpdf::Document::new(family);
    document.set_title("Diversity-Netzwerke");
    document.set_paper_size((100, 210));
    document.set_font_size(12);
    document.set_line_spacing(15.0 / (12.0 * FONT_LINE_EM));
    document.set_hyphenator(hyphenation::Standard::from_embedded(
        hyphenation::Language::German1996,
    )?);
    let mut decorator = SimplePageDecorator::new();
    decorator.set_margins(10);
    document.set_page_decorator(decorator);

    // Headings are the lines without a full stop or colon at their end; bullets are list items.
    for block in fs::read_to_string(peers.join("text.txt"))?.trim().split("\n\n") {
        if block.starts_with("  •") {
            let mut list = UnorderedList::with_bullet("•");
            for item in block.split("  • ").skip(1) {
                list.push(Paragraph::new(item.trim()));
            }
            document.push(list);
        } else if block.starts_with(' ') || block.ends_with(['.', ':']) {
            document.push(Paragraph::new(block.trim()));
        } else {
            document.push(Break::new(PARAGRAPH_SKIP));
            document.push(Paragraph::new(block).styled(style::Effect::Bold));
        }
        document.push(Break::new(PARAGRAPH_SKIP));
    }
    document.render_to_file(output)?;
    Ok(())
}
