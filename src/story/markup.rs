//! CommonMark, as far as running text needs it: paragraphs, lists, block quotes, emphasis, links, forced breaks. What has no place in
//! running text (code, pictures, HTML, headings) is named, not dropped.

mod line;
mod nest;
mod spans;
mod table;

pub(super) use line::{Mark, MarkKind, Stretch};
pub(super) use spans::SCHEMES;
pub(super) use table::MarkedTable;

use std::sync::Arc;

use line::Line;
use nest::Nest;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use spans::{Part, Spans};

/// A block of marked-up text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marked {
    Paragraph(Vec<Stretch>),
    /// With the number of its first item, where they are numbered.
    List {
        start: Option<u64>,
        items: Vec<Vec<Marked>>,
    },
    Quote(Vec<Marked>),
    Table(MarkedTable),
}

/// Stands for a gender star while CommonMark reads, which would take two of them for emphasis. As long as the star itself, and
/// nobody can type it.
const STAR: char = '\u{1A}';

/// Something that has no place in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Misplaced {
    /// What it is.
    pub(super) what: Both,
    /// What to do about it.
    pub(super) instead: Both,
    /// Where it begins, in bytes.
    pub(super) at: usize,
}

/// Reads paragraphs, lists and block quotes.
///
/// # Errors
/// What has no place in running text: of each kind the first.
pub(super) fn read(text: &str) -> Result<Vec<Marked>, Vec<Misplaced>> {
    let spans = Spans::find(text);
    let protected = protect_gender_stars(&spans.text);
    let mut reader = Reader::default();
    let mut misplaced: Vec<Misplaced> = Vec::new();
    let parser = Parser::new_ext(&protected, Options::ENABLE_TABLES);
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
        if let Err((what, instead)) = reader.take(event, place.start, &spans)
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
        Ok(reader.nest.finish())
    } else {
        Err(misplaced)
    }
}

/// English and German.
type Both = (&'static str, &'static str);

/// What is misplaced, and what to do instead.
type Refusal = (Both, Both);

const CODE: Refusal = (
    ("code", "Code"),
    (
        "write a backslash before a backtick that is meant",
        "einen Backslash vor einen Backtick schreiben, der gemeint ist",
    ),
);
const INDENTED: Refusal = (
    (
        "code: a line that begins with four spaces",
        "Code, also eine Zeile, die mit vier Leerzeichen beginnt,",
    ),
    (
        "take the spaces at the start of the line away",
        "die Leerzeichen am Anfang der Zeile streichen",
    ),
);
const HTML: Refusal = (
    ("HTML", "HTML"),
    (
        "use `**bold**`, `*italic*` and `[words](https://...)`; write a backslash before a `<` that is meant",
        "mit `**fett**`, `*kursiv*` und `[Wörter](https://...)` auszeichnen; einen Backslash vor ein `<` schreiben, das gemeint ist",
    ),
);
const RULE: Refusal = (
    ("a rule", "eine Linie"),
    (
        "begin a new paragraph with an empty line, or write a dash as `–`",
        "einen neuen Absatz mit einer Leerzeile beginnen oder einen Gedankenstrich als `–` schreiben",
    ),
);
const HEADING: Refusal = (
    ("a heading", "eine Überschrift"),
    (
        "give it a block of its own: `heading = \"...\"`; write a backslash before a sign that is meant",
        "ihr einen eigenen Block geben: `heading = \"...\"`; einen Backslash vor ein Zeichen schreiben, das gemeint ist",
    ),
);
const PICTURE: Refusal = (
    ("a picture", "ein Bild"),
    (
        "give it a block of its own: `figure = \"...\"`",
        "ihm einen eigenen Block geben: `figure = \"...\"`",
    ),
);
const APART: Refusal = (
    (
        "the address of a link apart from its words",
        "die Adresse eines Links getrennt von seinen Wörtern",
    ),
    (
        "write both together: `[words](https://...)`",
        "beides zusammen schreiben: `[Wörter](https://...)`",
    ),
);
const TOO_DEEP: Refusal = (
    ("so many marks in marks", "so viele Auszeichnungen ineinander"),
    (
        "mark the words once with a character style that says all",
        "die Wörter einmal auszeichnen, mit einem Zeichenstil, der alles sagt",
    ),
);
const NESTED: Refusal = (
    (
        "lists and block quotes in each other deeper than 6 times",
        "Listen und Blockzitate in mehr als 6 Ebenen",
    ),
    (
        "divide them into several blocks",
        "sie auf mehrere Blöcke verteilen",
    ),
);
const TABLE: Refusal = (
    (
        "a table in a list or a block quote",
        "eine Tabelle in einer Liste oder einem Blockzitat",
    ),
    (
        "give it a paragraph of its own, with no space before its bars",
        "ihr einen eigenen Absatz geben, ohne Leerzeichen vor ihren Strichen",
    ),
);
const OTHER: Refusal = (
    ("this markup", "diese Auszeichnung"),
    (
        "paragraphs, lists, block quotes, tables, emphasis and links can stand here",
        "Absätze, Listen, Blockzitate, Tabellen, Hervorhebungen und Links können hier stehen",
    ),
);

/// Reads an item of a list: a single line as [`read_line`] does, several lines as running text.
pub(super) fn read_item(text: &str) -> Result<Vec<Marked>, Vec<Misplaced>> {
    if text.trim().contains('\n') {
        read(text)
    } else {
        Ok(vec![Marked::Paragraph(read_line(text))])
    }
}

/// Reads a single line of text: a heading, an item. What would be a block of its own is taken as it stands.
pub(super) fn read_line(text: &str) -> Vec<Stretch> {
    match read(text).as_deref() {
        Ok([Marked::Paragraph(stretches)]) => stretches.clone(),
        _ => vec![Stretch::plain(text.trim())],
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
    nest: Nest,
    table: Option<MarkedTable>,
    line: Line,
}

impl Reader {
    /// Takes what begins at a byte of the text.
    fn take(&mut self, event: Event<'_>, at: usize, spans: &Spans<'_>) -> Result<(), Refusal> {
        match event {
            Event::Start(tag) => return self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) => return self.text(&text, at, spans),
            Event::SoftBreak => self.line.push(" "),
            Event::HardBreak => self.line.push("\n"),
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
            Tag::Strong => return self.mark(MarkKind::Strong),
            Tag::Emphasis => return self.mark(MarkKind::Emphasis),
            Tag::Link { dest_url, .. } => return self.mark(MarkKind::Link(Arc::from(&*dest_url))),
            Tag::List(start) => {
                self.finish_paragraph();
                return self.nest.open_list(start).then_some(()).ok_or(NESTED);
            }
            Tag::Item => self.nest.open_item(),
            Tag::BlockQuote(_) => {
                self.finish_paragraph();
                return self.nest.open_quote().then_some(()).ok_or(NESTED);
            }
            Tag::Table(_) if self.nest.is_within() => return Err(TABLE),
            Tag::Table(aligns) => self.table = Some(MarkedTable::new(&aligns)),
            Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.open_row();
                }
            }
            Tag::TableHead | Tag::TableCell => {}
            Tag::Heading { .. } => return Err(HEADING),
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
            TagEnd::Strong => self.line.close(|kind| *kind == MarkKind::Strong),
            TagEnd::Emphasis => self.line.close(|kind| *kind == MarkKind::Emphasis),
            TagEnd::Link => self.line.close(MarkKind::has_destination),
            TagEnd::TableCell => {
                let cell = self.line.take();
                if let Some(table) = &mut self.table {
                    table.push(cell);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.nest.push(Marked::Table(table));
                }
            }
            TagEnd::Paragraph | TagEnd::Item => self.finish_paragraph(),
            TagEnd::List(_) | TagEnd::BlockQuote(_) => {
                self.finish_paragraph();
                self.nest.close();
            }
            _ => {}
        }
    }

    fn mark(&mut self, kind: MarkKind) -> Result<(), Refusal> {
        self.line.open(kind).then_some(()).ok_or(TOO_DEEP)
    }

    /// Takes words that begin at a byte of the text, and the marks that were hidden among them.
    fn text(&mut self, text: &str, at: usize, spans: &Spans<'_>) -> Result<(), Refusal> {
        for part in spans.parts(text, at) {
            match part {
                Part::Words(words) => self.line.push(&words.replace(STAR, "*")),
                Part::Start(mark) => self.mark(mark.clone())?,
                Part::End => self.line.close(MarkKind::has_destination),
            }
        }
        Ok(())
    }

    fn finish_paragraph(&mut self) {
        let line = self.line.take();
        if !line.is_empty() {
            self.nest.push(Marked::Paragraph(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(block: &Marked) -> String {
        match block {
            Marked::Paragraph(stretches) => stretches.iter().map(|stretch| stretch.text.as_str()).collect(),
            Marked::List { start, items } => {
                let number = start.map(|start| format!("{start}.")).unwrap_or_default();
                format!(
                    "{number}({})",
                    items.iter().map(|item| all(item)).collect::<Vec<_>>().join("|")
                )
            }
            Marked::Quote(blocks) => format!("> {}", all(blocks)),
            Marked::Table(table) => {
                let row = |row: &Vec<Vec<Stretch>>| {
                    let cells = row
                        .iter()
                        .map(|cell| cell.iter().map(|stretch| stretch.text.as_str()).collect());
                    cells.collect::<Vec<String>>().join("|")
                };
                let rows = std::iter::once(&table.head).chain(&table.rows).map(row);
                rows.collect::<Vec<_>>().join(" / ")
            }
        }
    }

    fn all(blocks: &[Marked]) -> String {
        blocks.iter().map(text).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn gender_stars_are_letters_and_other_stars_are_emphasis() {
        let blocks = read("Kolleg*innen und Expert*innen **allein** gestellt").unwrap();
        assert_eq!(text(&blocks[0]), "Kolleg*innen und Expert*innen allein gestellt");
        let Marked::Paragraph(stretches) = &blocks[0] else {
            panic!("a paragraph")
        };
        assert!(stretches[1].marks[0].kind == MarkKind::Strong && stretches[1].text == "allein");
    }

    #[test]
    fn paragraphs_lists_and_links_are_read() {
        let blocks = read("Eins\nzwei\n\n- a\n- [b](https://example.org)\n\nDrei").unwrap();
        assert_eq!(
            blocks.iter().map(text).collect::<Vec<_>>(),
            ["Eins zwei", "(a|b)", "Drei"]
        );
    }

    #[test]
    fn marks_stand_around_their_words_in_the_order_of_the_text() {
        let text = "Die **[Charter of *[2011](style:year)*](lang:en)** gilt, [hier](https://example.org)";
        let blocks = read(text).unwrap();
        let Marked::Paragraph(stretches) = &blocks[0] else {
            panic!("a paragraph")
        };
        let shown = |stretch: &Stretch| {
            let marks = stretch.marks.iter().map(|mark| match &mark.kind {
                MarkKind::Strong => "strong",
                MarkKind::Emphasis => "emphasis",
                MarkKind::Link(destination) | MarkKind::Bare(destination) => destination,
            });
            (stretch.text.clone(), marks.collect::<Vec<_>>().join(" "))
        };
        let shown: Vec<(String, String)> = stretches.iter().map(shown).collect();
        let expected = [
            ("Die ", ""),
            ("Charter of ", "strong lang:en"),
            ("2011", "strong lang:en emphasis style:year"),
            (" gilt, ", ""),
            ("hier", "https://example.org"),
        ];
        assert_eq!(
            shown,
            expected.map(|(text, marks)| (text.to_owned(), marks.to_owned()))
        );
    }

    #[test]
    fn a_mark_without_words_is_kept_to_be_told() {
        let stretches = read_line("Ein [](lang:en) und [ ](style:x)");
        assert_eq!(stretches[1].text, "");
        assert_eq!(stretches[1].marks.len(), 1);
    }

    #[test]
    fn marks_in_marks_are_refused_where_nobody_can_mean_them() {
        let text = format!("{}a{}", "[".repeat(40), "](style:x)".repeat(40));
        assert_eq!(read(&text).unwrap_err()[0].what, TOO_DEEP.0);
    }

    #[test]
    fn what_has_no_place_in_running_text_is_named() {
        let misplaced = |text: &str| -> Vec<(&str, usize)> {
            let misplaced = read(text).unwrap_err();
            misplaced.iter().map(|found| (found.what.0, found.at)).collect()
        };
        assert_eq!(misplaced("`x`"), [("code", 0)]);
        assert_eq!(misplaced("Ein <b>Wort</b> und `x`"), [("HTML", 4), ("code", 20)]);
        assert_eq!(misplaced("Text\n\n# x"), [("a heading", 6)]);
    }

    #[test]
    fn lists_nest_and_their_items_have_paragraphs() {
        let read = |text: &str| all(&read(text).unwrap());
        assert_eq!(
            read("- a\n  - b\n    1. c\n    2. d\n- e"),
            "(a / (b / 1.(c|d))|e)"
        );
        assert_eq!(
            read("4. vier\n\n   noch vier\n\n5. fünf"),
            "4.(vier / noch vier|fünf)"
        );
        assert_eq!(read("- a\n- \n- c"), "(a||c)");
    }

    #[test]
    fn quotes_hold_paragraphs_and_lists() {
        let read = |text: &str| all(&read(text).unwrap());
        assert_eq!(
            read("Davor\n\n> eins\n> zwei\n>\n> - drei\n\nDanach"),
            "Davor / > eins zwei / (drei) / Danach"
        );
        assert_eq!(read("- a\n\n  > b"), "(a / > b)");
    }

    #[test]
    fn blocks_nested_too_deep_are_refused_and_cost_no_more_than_others() {
        let deep = format!("{} tief", "> ".repeat(5_000));
        let misplaced = read(&deep).unwrap_err();
        assert_eq!(misplaced.len(), 1);
        assert_eq!((misplaced[0].what, misplaced[0].at), (NESTED.0, 12));
    }

    #[test]
    fn tables_have_a_head_and_a_cell_for_each_column() {
        let text = "| Monat | Ernte |\n|---|--:|\n| Mai | 3,5 |\n| Juni |\n";
        assert_eq!(all(&read(text).unwrap()), "Monat|Ernte / Mai|3,5 / Juni|");
        let misplaced = read("- Liste\n\n  | a |\n  |---|\n").unwrap_err();
        assert_eq!((misplaced[0].what, misplaced[0].at), (TABLE.0, 11));
    }

    #[test]
    fn an_item_of_one_line_is_no_block_of_its_own() {
        assert_eq!(all(&read_item("2011. Gründung").unwrap()), "2011. Gründung");
        assert_eq!(all(&read_item("Erst\n\nDann").unwrap()), "Erst / Dann");
    }

    #[test]
    fn a_line_that_looks_like_a_block_is_taken_as_it_stands() {
        assert_eq!(read_line("2011. Gründung")[0].text, "2011. Gründung");
        assert_eq!(read_line("# 1")[0].text, "# 1");
    }
}
