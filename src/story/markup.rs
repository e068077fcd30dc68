//! CommonMark, as far as running text needs it: paragraphs, lists, emphasis, links, forced breaks. What has no place in running text
//! (code, pictures, HTML, headings) is named, not dropped.

use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// A paragraph or list of marked-up text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marked {
    Paragraph(Vec<Stretch>),
    List { ordered: bool, items: Vec<Vec<Stretch>> },
}

/// A stretch of text of one look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) text: String,
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) link: Option<Arc<str>>,
}

/// Stands for a gender star while CommonMark reads, which would take two of them for emphasis. As long as the star itself, and
/// nobody can type it.
const STAR: char = '\u{1A}';

/// Something that has no place in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Misplaced {
    /// What it is.
    pub(super) what: &'static str,
    /// What to do about it.
    pub(super) instead: &'static str,
    /// Where it begins, in bytes.
    pub(super) at: usize,
}

/// Reads paragraphs and lists.
///
/// # Errors
/// What has no place in running text: of each kind the first.
pub(super) fn read(text: &str) -> Result<Vec<Marked>, Vec<Misplaced>> {
    let protected = protect_gender_stars(text);
    let mut reader = Reader::default();
    let mut misplaced: Vec<Misplaced> = Vec::new();
    let parser = Parser::new(&protected);
    // It vanishes from the text, whether or not a link makes use of it.
    if let Some((_, definition)) = parser
        .reference_definitions()
        .iter()
        .min_by_key(|(_, known)| known.span.start)
    {
        let (what, instead) = APART;
        misplaced.push(Misplaced {
            what,
            instead,
            at: definition.span.start,
        });
    }
    for (event, place) in parser.into_offset_iter() {
        if let Err((what, instead)) = reader.take(event)
            && misplaced.iter().all(|known| known.what != what)
        {
            misplaced.push(Misplaced {
                what,
                instead,
                at: place.start,
            });
        }
    }
    reader.finish_paragraph();
    if misplaced.is_empty() {
        Ok(reader.blocks)
    } else {
        Err(misplaced)
    }
}

/// What is misplaced, and what to do instead.
type Refusal = (&'static str, &'static str);

const CODE: Refusal = ("code", "write a backslash before a backtick that is meant");
const INDENTED: Refusal = (
    "code: a line that begins with four spaces",
    "take the spaces at the start of the line away",
);
const HTML: Refusal = (
    "HTML",
    "use `**bold**`, `*italic*` and `[words](https://...)`; write a backslash before a `<` that is meant",
);
const RULE: Refusal = (
    "a rule",
    "begin a new paragraph with an empty line, or write a dash as `–`",
);
const HEADING: Refusal = (
    "a heading",
    "give it a block of its own: `heading = \"...\"`; write a backslash before a sign that is meant",
);
const PICTURE: Refusal = ("a picture", "give it a block of its own: `figure = \"...\"`");
const QUOTE: Refusal = (
    "a block quote",
    "make it a paragraph with a style of its own: `style = \"...\"`",
);
const APART: Refusal = (
    "the address of a link apart from its words",
    "write both together: `[words](https://...)`",
);
const NESTED: Refusal = ("a list in a list", "make it one list, or two blocks");
const OTHER: Refusal = (
    "this markup",
    "paragraphs, lists, emphasis and links can stand here",
);

/// Reads a single line of text: a heading, an item. What would be a block of its own is taken as it stands.
pub(super) fn read_line(text: &str) -> Vec<Stretch> {
    match read(text).as_deref() {
        Ok([Marked::Paragraph(stretches)]) => stretches.clone(),
        _ => vec![Stretch {
            text: text.trim().to_owned(),
            ..Stretch::default()
        }],
    }
}

/// `Bürger*innen und Expert*innen` has two stars between letters; they are letters, not emphasis.
fn protect_gender_stars(text: &str) -> String {
    let mut protected = String::with_capacity(text.len());
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let between = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let is_gender_star = character == '*' && between(before) && between(characters.peek().copied());
        protected.push(if is_gender_star { STAR } else { character });
        before = Some(character);
    }
    protected
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Marked>,
    line: Vec<Stretch>,
    strong: usize,
    emphasis: usize,
    link: Option<Arc<str>>,
    list: Option<(bool, Vec<Vec<Stretch>>)>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) -> Result<(), Refusal> {
        match event {
            Event::Start(tag) => return self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Code(_) => return Err(CODE),
            Event::Html(_) | Event::InlineHtml(_) => return Err(HTML),
            Event::Rule => return Err(RULE),
            _ => return Err(OTHER),
        }
        Ok(())
    }

    fn open(&mut self, tag: Tag<'_>) -> Result<(), Refusal> {
        match tag {
            Tag::Paragraph => {}
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => self.link = Some(Arc::from(&*dest_url)),
            Tag::List(_) if self.list.is_some() => return Err(NESTED),
            Tag::List(first) => {
                self.finish_paragraph();
                self.list = Some((first.is_some(), Vec::new()));
            }
            Tag::Item => {}
            Tag::Heading { .. } => return Err(HEADING),
            Tag::BlockQuote(_) => return Err(QUOTE),
            Tag::CodeBlock(CodeBlockKind::Indented) => return Err(INDENTED),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => return Err(CODE),
            Tag::Image { .. } => return Err(PICTURE),
            Tag::HtmlBlock => return Err(HTML),
            _ => return Err(OTHER),
        }
        Ok(())
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong -= 1,
            TagEnd::Emphasis => self.emphasis -= 1,
            TagEnd::Link => self.link = None,
            TagEnd::Paragraph if self.list.is_none() => self.finish_paragraph(),
            TagEnd::Item => {
                let item = std::mem::take(&mut self.line);
                if let Some((_, items)) = &mut self.list {
                    items.push(item);
                }
            }
            TagEnd::List(_) => {
                if let Some((ordered, items)) = self.list.take() {
                    self.blocks.push(Marked::List { ordered, items });
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        let text = text.replace(STAR, "*");
        let (strong, emphasis, link) = (self.strong > 0, self.emphasis > 0, self.link.clone());
        match self.line.last_mut() {
            Some(last) if last.strong == strong && last.emphasis == emphasis && last.link == link => {
                last.text.push_str(&text);
            }
            _ => self.line.push(Stretch {
                text,
                strong,
                emphasis,
                link,
            }),
        }
    }

    fn finish_paragraph(&mut self) {
        if !self.line.is_empty() {
            self.blocks
                .push(Marked::Paragraph(std::mem::take(&mut self.line)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(block: &Marked) -> String {
        match block {
            Marked::Paragraph(stretches) => stretches.iter().map(|stretch| stretch.text.as_str()).collect(),
            Marked::List { items, .. } => items
                .iter()
                .flatten()
                .map(|stretch| stretch.text.as_str())
                .collect::<Vec<_>>()
                .join("|"),
        }
    }

    #[test]
    fn gender_stars_are_letters_and_other_stars_are_emphasis() {
        let blocks = read("Kolleg*innen und Expert*innen **allein** gestellt").unwrap();
        assert_eq!(text(&blocks[0]), "Kolleg*innen und Expert*innen allein gestellt");
        let Marked::Paragraph(stretches) = &blocks[0] else {
            panic!("a paragraph")
        };
        assert!(stretches[1].strong && stretches[1].text == "allein");
    }

    #[test]
    fn paragraphs_lists_and_links_are_read() {
        let blocks = read("Eins\nzwei\n\n- a\n- [b](https://example.org)\n\nDrei").unwrap();
        assert_eq!(
            blocks.iter().map(text).collect::<Vec<_>>(),
            ["Eins zwei", "a|b", "Drei"]
        );
    }

    #[test]
    fn what_has_no_place_in_running_text_is_named() {
        let misplaced = |text: &str| -> Vec<(&str, usize)> {
            let misplaced = read(text).unwrap_err();
            misplaced.iter().map(|found| (found.what, found.at)).collect()
        };
        assert_eq!(misplaced("`x`"), [("code", 0)]);
        assert_eq!(misplaced("Ein <b>Wort</b> und `x`"), [("HTML", 4), ("code", 20)]);
        assert_eq!(misplaced("Text\n\n# x"), [("a heading", 6)]);
    }

    #[test]
    fn a_line_that_looks_like_a_block_is_taken_as_it_stands() {
        assert_eq!(read_line("2011. Gründung")[0].text, "2011. Gründung");
        assert_eq!(read_line("# 1")[0].text, "# 1");
    }
}
