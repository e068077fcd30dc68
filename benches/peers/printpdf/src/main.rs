//! Sets the flyer text with printpdf's HTML engine: 100 x 210 mm pages, 10 mm margins, 12/15 pt.

use std::collections::BTreeMap;
use std::{env, error, fs, path::Path};

use printpdf::{Base64OrRaw, GeneratePdfOptions, PdfDocument, PdfSaveOptions};

/// `line-height: 15pt` would be ignored; the factor gives lines of 15.1 pt.
const STYLE: &str = r#"
    body { font-family: "Source Sans 3"; font-size: 12pt; line-height: 1.25; margin: 0; hyphens: auto; }
    h1, h2 { font-size: 12pt; font-weight: bold; margin: 15pt 0 7.5pt 0; }
    p, ul { margin: 0 0 7.5pt 0; }
    ul { padding-left: 10pt; }
"#;

fn main() -> Result<(), Box<dyn error::Error>> {
    let output = env::args().nth(1).ok_or("usage: peer-printpdf OUTPUT.pdf")?;
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let font =
        |style: &str| fs::read(peers.join(format!("../../fonts/source-sans-3/SourceSans3-{style}.ttf")));
    let fonts = BTreeMap::from([
        ("Source Sans 3".to_owned(), Base64OrRaw::Raw(font("Regular")?)),
        ("Source Sans 3 Bold".to_owned(), Base64OrRaw::Raw(font("Bold")?)),
    ]);
    let page = GeneratePdfOptions {
        page_width: Some(100.0),
        page_height: Some(210.0),
        margin_top: Some(10.0),
        margin_right: Some(10.0),
        margin_bottom: Some(10.0),
        margin_left: Some(10.0),
        ..GeneratePdfOptions::default()
    };
    let html = format!(
        r#"<html lang="de"><head><title>Diversity-Netzwerke</title><style>{STYLE}</style></head><body>{}</body></html>"#,
        body(&fs::read_to_string(peers.join("text.txt"))?)
    );

    let mut warnings = Vec::new();
    let document = PdfDocument::from_html(&html, &BTreeMap::new(), &fonts, &page, &mut warnings)?;
    fs::write(output, document.save(&PdfSaveOptions::default(), &mut warnings))?;
    Ok(())
}

/// The text as HTML: headings are the lines without a full stop or colon at their end, bullets are list items.
fn body(text: &str) -> String {
    let mut html = String::new();
    for (index, block) in text.trim().split("\n\n").enumerate() {
        if block.starts_with("  •") {
            let items = block
                .split("  • ")
                .skip(1)
                .map(|item| format!("<li>{}</li>", item.trim()));
            html += &format!("<ul>{}</ul>", items.collect::<String>());
        } else if block.starts_with(' ') || block.ends_with(['.', ':']) {
            html += &format!("<p>{}</p>", block.trim());
        } else {
            let level = (index + 1).min(2);
            html += &format!("<h{level}>{block}</h{level}>");
        }
    }
    html
}
