//! Stretches of marked-up text get their letters and their meaning. The destination of a link decides what a mark says: where it leads, or
//! by its scheme which language the words are in (`lang:en`), which character style they wear (`style:year`), what they stand for
//! (`expand:...`). Marks nest, and the innermost has the last word on the letters.

use std::sync::Arc;

use super::super::about::{is_language_tag, language_tags, no_language_tag};
use super::super::fill::Drawn;
use super::super::markup::{Mark, MarkKind, SCHEMES, Stretch};
use super::super::{Inline, LinkTo, Sense, SenseKind};
use super::Binder;
use crate::diag::{Code, Diagnostic};
use crate::geom::Length;
use crate::source::{Span, Words};
use crate::style::{Language, TextStyle};
use crate::wording::{Text, text};

/// The longest paragraph, heading or item, in bytes: thirty thousand words. It is set in time that grows with its length, but more in one
/// piece nobody reads: a break was forgotten.
const LONGEST_PARAGRAPH: usize = 256 << 10;

/// The longest word, in bytes, as long as the longest address. Letters are shaped and divided a word at a time, which takes time that
/// grows faster than the word.
const LONGEST_WORD: usize = 8 << 10;

/// The longest expansion, in bytes: it is read aloud in the middle of a sentence.
const LONGEST_EXPANSION: usize = 1_000;

/// The smallest and the largest letters that shares of shares may come to, as in the template.
const SIZES: (Length, Length) = (Length::pt(1), Length::pt(400));

/// Where stretches were written.
#[derive(Clone, Copy)]
pub(super) struct Origin<'a> {
    pub(super) span: Span,
    /// The values that were drawn into them.
    pub(super) drawn: &'a Drawn,
}

/// Letters and meaning on their way through the marks around a stretch, from the outermost in.
struct Worn {
    style: TextStyle,
    senses: Vec<Sense>,
    characters: Vec<Arc<str>>,
    is_linked: bool,
}

impl Binder<'_> {
    /// Stretches with the letters of a style, and of the character styles that their marks ask for.
    pub(super) fn inlines(
        &mut self,
        stretches: &[Stretch],
        base: &TextStyle,
        origin: Origin<'_>,
    ) -> Vec<Inline> {
        let length: usize = stretches.iter().map(|stretch| stretch.text.len()).sum();
        if length > LONGEST_PARAGRAPH {
            let longest = LONGEST_PARAGRAPH >> 10;
            self.log
                .error(
                    Code::BAD_VALUE,
                    origin.span,
                    text!(
                        "this paragraph is longer than {longest} KiB",
                        "dieser Absatz ist länger als {longest} KiB"
                    ),
                )
                .help(text!(
                    "divide it with an empty line",
                    "ihn mit einer Leerzeile teilen"
                ));
            return Vec::new();
        }
        if longest_word(stretches) > LONGEST_WORD {
            let longest = LONGEST_WORD >> 10;
            self.log
                .error(
                    Code::BAD_VALUE,
                    origin.span,
                    text!(
                        "a word in this paragraph is longer than {longest} KiB",
                        "ein Wort in diesem Absatz ist länger als {longest} KiB"
                    ),
                )
                .help(text!(
                    "put the spaces in that it lacks",
                    "die fehlenden Leerzeichen einfügen"
                ));
            return Vec::new();
        }
        let plain = Arc::new(base.clone());
        let mut known: Vec<Mark> = Vec::new();
        let mut inlines = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            for mark in &stretch.marks {
                if known
                    .iter()
                    .all(|known| known.opening != mark.opening || known.kind != mark.kind)
                {
                    known.push(mark.clone());
                    self.check(mark, stretch, origin);
                }
            }
            if stretch.text.is_empty() && !stretch.marks.iter().any(leads_to_a_place) {
                continue;
            }
            let worn = self.worn(stretch, base);
            self.check_letters(&worn, stretch, base, origin);
            inlines.push(Inline {
                text: stretch.text.clone(),
                style: if worn.style == *plain {
                    Arc::clone(&plain)
                } else {
                    Arc::new(worn.style)
                },
                senses: worn.senses.into(),
                characters: worn.characters.into(),
            });
        }
        inlines
    }

    /// What the marks of a stretch make of its letters, and what they say of its words.
    fn worn(&self, stretch: &Stretch, base: &TextStyle) -> Worn {
        let mut worn = Worn {
            style: base.clone(),
            senses: Vec::new(),
            characters: Vec::new(),
            is_linked: false,
        };
        for mark in &stretch.marks {
            let (character, sense) = match &mark.kind {
                MarkKind::Strong => (Some("strong"), None),
                MarkKind::Emphasis => (Some("emphasis"), None),
                MarkKind::Bare(_) => (None, None),
                MarkKind::Link(destination) => match scheme(destination) {
                    Some(("lang:", tag)) => {
                        worn.style.language = Language(tag.into());
                        (None, Some(SenseKind::Language(worn.style.language.clone())))
                    }
                    Some(("style:", name)) => (Some(name), None),
                    Some((_, expansion)) => (None, Some(SenseKind::Expansion(expansion.into()))),
                    None => {
                        worn.is_linked = true;
                        let leads_to = match destination.strip_prefix('#') {
                            Some(name) => LinkTo::Place(name.into()),
                            None => LinkTo::Address(Arc::clone(destination)),
                        };
                        (Some("link"), Some(SenseKind::Link(leads_to)))
                    }
                },
            };
            if let Some(name) = character
                && let Some(character) = self.template.characters.get(name)
            {
                worn.style = character.over(&worn.style);
                worn.characters.push(name.into());
            }
            worn.senses.extend(sense.map(|kind| Sense {
                kind,
                opening: mark.opening,
            }));
        }
        worn
    }

    /// Looks at a mark: whether it has words, and whether what it says can be.
    fn check(&mut self, mark: &Mark, stretch: &Stretch, origin: Origin<'_>) {
        let (destination, is_bare) = match &mark.kind {
            MarkKind::Strong | MarkKind::Emphasis => return,
            MarkKind::Link(destination) => (destination, false),
            MarkKind::Bare(destination) => (destination, true),
        };
        let words = shortened(&stretch.text);
        if destination.starts_with('#') {
            return;
        }
        if stretch.text.is_empty() {
            let says = text!(
                "`[]({destination})` has no words",
                "`[]({destination})` enthält keine Wörter"
            );
            self.fault(Code::BAD_VALUE, destination, origin, says).help(text!(
                "write the words that it is about between the brackets",
                "zwischen die eckigen Klammern die Wörter schreiben, um die es geht"
            ));
        } else if is_bare {
            let says = text!(
                "`{destination}` has spaces and no angle brackets around it",
                "`{destination}` enthält Leerzeichen, steht aber nicht in spitzen Klammern"
            );
            self.fault(Code::BAD_VALUE, destination, origin, says).help(text!(
                "write `[{words}](<{destination}>)`",
                "`[{words}](<{destination}>)` schreiben"
            ));
        } else {
            match scheme(destination) {
                None => {
                    self.unlinkable(destination, origin.span);
                }
                Some(("lang:", tag)) => self.check_language(tag, destination, &words, origin),
                Some(("style:", name)) => self.check_style(name, destination, &words, origin),
                Some((_, expansion)) => self.check_expansion(expansion, destination, &words, origin),
            }
        }
    }

    fn check_language(&mut self, tag: &str, destination: &str, words: &str, origin: Origin<'_>) {
        if is_language_tag(tag) {
            return;
        }
        let says = if tag.is_empty() {
            text!(
                "`[{words}](lang:)` names no language",
                "`[{words}](lang:)` nennt keine Sprache"
            )
        } else {
            no_language_tag(tag)
        };
        self.fault(Code::BAD_VALUE, destination, origin, says)
            .help(language_tags());
    }

    fn check_style(&mut self, name: &str, destination: &str, words: &str, origin: Origin<'_>) {
        let (template, this_template) = (self.template, self.this_template());
        if template.characters.get(name).is_some() {
            return;
        }
        let says = if name.is_empty() {
            text!(
                "`[{words}](style:)` names no character style",
                "`[{words}](style:)` nennt keinen Zeichenstil"
            )
        } else {
            text!(
                "the template has no character style `{name}`",
                "einen Zeichenstil `{name}` gibt es in der Vorlage nicht"
            )
        };
        self.fault(Code::UNKNOWN_NAME, destination, origin, says)
            .suggest(name, template.characters.names())
            .also(template.span, this_template);
    }

    fn check_expansion(&mut self, expansion: &str, destination: &str, words: &str, origin: Origin<'_>) {
        if expansion.trim().is_empty() {
            let says = text!(
                "`[{words}](expand:)` does not say what it stands for",
                "`[{words}](expand:)` sagt nicht, wofür die Wörter stehen"
            );
            self.fault(Code::BAD_VALUE, destination, origin, says).help(text!(
                "write `[{words}](<expand:what it stands for>)`",
                "`[{words}](<expand:wofür es steht>)` schreiben"
            ));
        } else if expansion.len() > LONGEST_EXPANSION || expansion.contains(char::is_control) {
            let says = text!(
                "what `{words}` stands for is longer than can be read aloud in a sentence",
                "was für `{words}` steht, ist zu lang, um es mitten im Satz vorzulesen"
            );
            self.fault(Code::BAD_VALUE, destination, origin, says).help(text!(
                "an expansion is one line of at most {LONGEST_EXPANSION} bytes",
                "die Langform ist eine Zeile von höchstens {LONGEST_EXPANSION} Byte"
            ));
        }
    }

    /// Looks at what the letters come to when all marks are together.
    fn check_letters(&mut self, worn: &Worn, stretch: &Stretch, base: &TextStyle, origin: Origin<'_>) {
        let size = worn.style.size;
        if size != base.size && !(SIZES.0..=SIZES.1).contains(&size) {
            let words = shortened(&stretch.text);
            self.log
                .error(
                    Code::BAD_VALUE,
                    origin.span,
                    text!("the letters of `{words}` come to {size}", "die Buchstaben von `{words}` werden {size} groß"; size = size),
                )
                .words(Words::alone(stretch.text.trim()))
                .help(text!(
                    "letters are from 1 pt to 400 pt tall; shares of shares multiply",
                    "Buchstaben sind 1 pt bis 400 pt groß; Anteile von Anteilen multiplizieren sich"
                ));
        }
        if worn.style.underline && !worn.is_linked {
            let culprit = worn.characters.iter().rev().find_map(|name| {
                let style = self.template.characters.get(name)?;
                style.underlines().then_some((name, style.span?))
            });
            let finding = self
                .log
                .error(
                    Code::BAD_VALUE,
                    origin.span,
                    text!(
                        "only links are underlined, and these words lead nowhere",
                        "nur Links werden unterstrichen, und diese Wörter führen nirgendwohin"
                    ),
                )
                .words(Words::alone(stretch.text.trim()));
            if let Some((name, span)) = culprit {
                finding.also(
                    span,
                    text!(
                        "the character style `{name}` underlines them",
                        "der Zeichenstil `{name}` unterstreicht sie"
                    ),
                );
            }
            finding
                .help(text!(
                    "stress them otherwise, by weight or colour: readers take underlined words for a link",
                    "sie anders hervorheben, durch Strichstärke oder Farbe: Unterstrichenes wird für einen Link gehalten"
                ));
        }
    }

    /// Logs what is wrong with a destination, in the text or in the value that was drawn in.
    fn fault(&mut self, code: Code, destination: &str, origin: Origin<'_>, says: Text) -> &mut Diagnostic {
        let said = scheme(destination).map_or(destination, |(_, said)| said);
        let value = origin
            .drawn
            .iter()
            .find(|value| !said.is_empty() && value.value == said);
        let (span, words) = match value {
            Some(value) => (value.span, said.to_owned()),
            // What says nothing is told by the brackets around it.
            None if said.is_empty() => (origin.span, format!("]({destination})")),
            None => (origin.span, destination.to_owned()),
        };
        self.log.error(code, span, says).words(Words::alone(words))
    }
}

/// Whether a mark leads to another place in the document; where it has no words, the place's page is shown. Whether there is such a place
/// shows only when all stories are bound.
fn leads_to_a_place(mark: &Mark) -> bool {
    matches!(&mark.kind, MarkKind::Link(destination) if destination.starts_with('#'))
}

/// The scheme of a destination that says something of its words, and what it says.
fn scheme(destination: &str) -> Option<(&'static str, &str)> {
    SCHEMES
        .into_iter()
        .find_map(|scheme| Some((scheme, destination.strip_prefix(scheme)?)))
}

/// The start of some words, as much as an example can quote.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 30;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// The bytes of the longest word, which may run through several stretches.
fn longest_word(stretches: &[Stretch]) -> usize {
    let (mut longest, mut current) = (0, 0);
    for stretch in stretches {
        for (number, part) in stretch.text.split(char::is_whitespace).enumerate() {
            current = if number == 0 {
                current + part.len()
            } else {
                part.len()
            };
            longest = longest.max(current);
        }
    }
    longest
}
