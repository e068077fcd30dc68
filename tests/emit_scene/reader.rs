//! Reads a page's text back as a viewer would: every glyph with its place and the text it stands for.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A glyph as a viewer shows it.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    /// Points from the left and from the foot of the page.
    pub(crate) at: [f64; 2],
    /// In points.
    pub(crate) size: f64,
}

/// What one move to the start of a line was followed by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) glyphs: Vec<Read>,
    pub(crate) text: String,
    /// The same text by the number of the marked content it belongs to; what belongs to none is left out.
    pub(crate) marked: Vec<(i64, String)>,
}

impl Line {
    fn say(&mut self, text: &str, mark: Option<i64>) {
        self.text.push_str(text);
        if let Some(mark) = mark {
            self.marked.push((mark, text.to_owned()));
        }
    }
}

struct Face {
    widths: BTreeMap<u16, f64>,
    texts: BTreeMap<u16, String>,
}

/// The lines of a page, as its content stream shows them.
pub(crate) fn lines(document: &Document, page: ObjectId) -> Vec<Line> {
    let faces = faces(document, page);
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let mut lines: Vec<Line> = Vec::new();
    let (mut face, mut size, mut rise) = (None, 0.0, 0.0);
    let (mut start, mut pen) = ([0.0, 0.0], 0.0);
    // Marked content around: the text that replaces what is in it, if any.
    let mut marks: Vec<Option<String>> = Vec::new();
    let mut numbers: Vec<Option<i64>> = Vec::new();
    for operation in &content.operations {
        let number = |index: usize| f64::from(operation.operands[index].as_float().unwrap());
        match operation.operator.as_str() {
            "BT" => start = [0.0, 0.0],
            "Td" => {
                start = [start[0] + number(0), start[1] + number(1)];
                pen = 0.0;
                lines.push(Line::default());
            }
            "Tf" => {
                face = faces.get(operation.operands[0].as_name().unwrap());
                size = number(1);
            }
            "Ts" => rise = number(0),
            "BDC" => {
                let text = match operation.operands[1].as_dict() {
                    Ok(list) => list
                        .get(b"ActualText")
                        .ok()
                        .map(|text| lopdf::decode_text_string(text).unwrap()),
                    Err(_) => None,
                };
                let list = operation.operands[1].as_dict().ok();
                let number = list.and_then(|list| list.get(b"MCID").ok()?.as_i64().ok());
                numbers.push(number.or(numbers.last().copied().flatten()));
                if let Some(text) = &text {
                    let number = numbers.last().copied().flatten();
                    lines.last_mut().unwrap().say(text, number);
                }
                marks.push(text);
            }
            "EMC" => {
                marks.pop();
                numbers.pop();
            }
            "Tj" | "TJ" => {
                let parts = match &operation.operands[0] {
                    Object::Array(parts) => parts.clone(),
                    part => vec![part.clone()],
                };
                let face: &Face = face.unwrap();
                let line = lines.last_mut().unwrap();
                for part in parts {
                    let Ok(codes) = part.as_str() else {
                        pen -= f64::from(part.as_float().unwrap()) / 1000.0 * size;
                        continue;
                    };
                    for code in codes.chunks(2) {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        line.glyphs.push(Read {
                            at: [start[0] + pen, start[1] + rise],
                            size,
                        });
                        if marks.iter().all(Option::is_none) {
                            line.say(&face.texts[&code], numbers.last().copied().flatten());
                        }
                        pen += face.widths[&code] / 1000.0 * size;
                    }
                }
            }
            _ => {}
        }
    }
    lines
}

fn faces(document: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, Face> {
    let fonts = document.get_page_fonts(page).unwrap();
    fonts
        .into_iter()
        .map(|(name, font)| (name, face(document, font)))
        .collect()
}

fn face(document: &Document, font: &Dictionary) -> Face {
    let follow = |object: &Object| document.dereference(object).unwrap().1.clone();
    let descendants = follow(font.get(b"DescendantFonts").unwrap());
    let descendant = follow(&descendants.as_array().unwrap()[0]);
    let rows = follow(descendant.as_dict().unwrap().get(b"W").unwrap());
    let mut widths = BTreeMap::new();
    for row in rows.as_array().unwrap().chunks(2) {
        let first = row[0].as_i64().unwrap() as u16;
        for (index, width) in row[1].as_array().unwrap().iter().enumerate() {
            widths.insert(first + index as u16, f64::from(width.as_float().unwrap()));
        }
    }
    let map = follow(font.get(b"ToUnicode").unwrap());
    let map = map.as_stream().unwrap().decompressed_content().unwrap();
    let units = |hex: &str| -> Vec<u16> {
        hex.as_bytes()
            .chunks(4)
            .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).unwrap(), 16).unwrap())
            .collect()
    };
    let texts = String::from_utf8(map)
        .unwrap()
        .lines()
        .filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"))
        .filter(|(_, text)| !text.contains("FFFF"))
        .map(|(code, text)| (units(code)[0], String::from_utf16(&units(text)).unwrap()))
        .collect();
    Face { widths, texts }
}
