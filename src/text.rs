//! From a paragraph to its lines. A [`Setter`] holds what is dear to open (shaping fonts, plans, exceptions) for a whole
//! document; [`Setter::prepare`] does once what no measure changes; [`Prepared::break_lines`] may then be asked again for
//! every measure, as copyfitting and threads through frames of different width need it. Text comes back unchanged: the
//! glyphs of all lines, read in order, give the paragraph's text, and beside it only U+00AD for a hyphen that was put in.
//!
//! What is set may differ from what is read: a space that German binds (`z. B.`, `5 €`) is drawn as the narrow U+202F,
//! but its glyph still stands for the plain space that the author wrote, so that searching and reading aloud find it.

mod breakpoints;
mod capitals;
mod demerits;
mod exceptions;
mod faces;
mod fallback;
mod firstfit;
mod fitness;
mod german;
mod hyphenate;
mod itemize;
mod lacks;
mod letters;
mod line;
mod linebreak;
mod manner;
mod measures;
mod opportunities;
mod position;
mod protrude;
mod seams;
mod shape;
mod spaces;
mod stretches;
#[cfg(test)]
mod tests;
mod ways;
mod words;

use std::ops::Range;
use std::sync::Arc;

use crate::assets::{Assets, GlyphRun};
use crate::geom::Length;
use crate::style::{ParagraphStyle, TextStyle};

pub use exceptions::Exceptions;
pub use lacks::{Lack, LackKind};
pub use words::is_address;

use breakpoints::Breakpoint;
use faces::FaceCache;
use itemize::Item;
use linebreak::Start;
use measures::Measures;
use opportunities::BreakKind;
use shape::Shaped;
use stretches::Forms;

/// Text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words; a line feed forces a new line.
    pub text: String,
    /// Their letters.
    pub style: Arc<TextStyle>,
    /// What the caller knows this run by; handed back on every piece of it.
    pub tag: u32,
}

/// Text that is broken into lines as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The text in reading order.
    pub runs: Vec<Run>,
    /// How its lines stand.
    pub style: Arc<ParagraphStyle>,
}

/// A character that no font of its style has. It is set as a space's width of nothing, so that the text stays whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The families that were asked.
    pub families: Vec<Arc<str>>,
    /// The run it stands in.
    pub tag: u32,
    /// Where it stands, in bytes from the start of the paragraph.
    pub offset: usize,
}

/// One line, its pieces at their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The pieces in reading order; `x` says where each stands, which in mixed scripts is not from left to right.
    pub runs: Vec<PlacedRun>,
    /// The width that counts against its measure, after justification: its ink and inner spaces, without the space at its end and
    /// without what protrudes at both ends.
    pub natural: Length,
    /// The left end of its ink, from the left end of the measure; less than nothing where a sign protrudes.
    pub left: Length,
    /// How much of its ink protrudes at both ends together.
    pub protruding: Length,
    /// The measure it was set to, indents not yet taken off.
    pub measure: Length,
    /// The bytes of the paragraph's text that it holds, its ending space or line feed included.
    pub text: Range<usize>,
    /// Whether it ends in a hyphen that shows only because the word was divided here.
    pub hyphenated: bool,
    /// By how much it is wider than its measure allows, when nothing could be done about it.
    pub overfull: Option<Length>,
}

/// Where in a paragraph a line begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its first byte.
    pub text: usize,
    /// Its number, counted from 0.
    pub line: usize,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedRun {
    /// Its left end, from the left end of the measure. A space at a line's end hangs: it may lie beyond the measure.
    pub x: Length,
    /// Its glyphs.
    pub run: GlyphRun,
    /// The tag of the [`Run`] it comes from.
    pub tag: u32,
}

/// Sets paragraphs with the fonts of one document.
pub struct Setter<'a> {
    faces: FaceCache<'a>,
    forms: Forms,
    exceptions: Exceptions,
}

/// A paragraph shaped and ready to be broken for any measure. It belongs to the [`Setter`] that prepared it.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The characters that no font has.
    pub missing: Vec<MissingGlyph>,
    /// What it was made of, to be prepared again in other sizes.
    pub paragraph: Paragraph,
    /// What its fonts lack of what its styles ask.
    pub lacks: Vec<Lack>,
    text: String,
    styles: Vec<(Arc<TextStyle>, u32)>,
    style: Arc<ParagraphStyle>,
    right_to_left: bool,
    items: Vec<Item>,
    glyphs: Vec<Shaped>,
    narrow: Vec<usize>,
    seams: Vec<usize>,
    breakpoints: Vec<Breakpoint>,
    /// How far its first line hangs out at its start.
    hanging: Length,
    em: Length,
}

impl<'a> Setter<'a> {
    /// A setter with the fonts of these assets.
    #[must_use]
    pub fn new(assets: &'a Assets) -> Self {
        Self {
            faces: FaceCache::new(assets),
            forms: Forms::new(),
            exceptions: Exceptions::default(),
        }
    }

    /// The same, with a project's own divisions of words.
    #[must_use]
    pub fn with_exceptions(mut self, exceptions: Exceptions) -> Self {
        self.exceptions = exceptions;
        self
    }

    /// Does everything that no measure changes: fonts chosen, text shaped, places found where lines may end.
    pub fn prepare(&mut self, paragraph: &Paragraph) -> Prepared {
        let mut source = Source::new(paragraph);
        let scaled = position::settle(&mut source, &mut self.faces);
        let mut ties = spaces::find(&source);
        ties.retain(|tie| source.styles[source.run_at(tie.at)].0.protect_spaces);
        let itemized = itemize::itemize(&source, &paragraph.style.language, &mut self.faces);
        let words = words::words(&source.text);
        let stretches = stretches::find(&source, &words, &mut self.forms);
        let divisions = hyphenate::hyphenate(&source, &stretches, &self.exceptions);
        let seams = seams::find(&source, &stretches);
        let narrow: Vec<usize> = ties.iter().filter(|tie| tie.narrow).map(|tie| tie.at).collect();
        let lacks = lacks::find(&source, &itemized.items, scaled, &mut self.faces);
        let mut prepared = Prepared {
            missing: itemized.missing,
            lacks,
            paragraph: paragraph.clone(),
            style: Arc::clone(&paragraph.style),
            right_to_left: itemized.right_to_left,
            items: itemized.items,
            glyphs: Vec::new(),
            narrow,
            seams,
            breakpoints: Vec::new(),
            hanging: Length::ZERO,
            em: source
                .styles
                .last()
                .map_or(Length::pt(10), |(style, _)| style.size),
            text: source.text,
            styles: source.styles,
        };
        prepared.shape(&mut self.faces);
        let opportunities = opportunities::find(&prepared.text, &words, &ties, &divisions);
        prepared.hanging = prepared.hangs_at_start(&mut self.faces, 0);
        prepared.breakpoints = breakpoints::measure(&prepared, &mut self.faces, &opportunities);
        prepared
    }
}

impl Prepared {
    /// The paragraph's text, all runs joined.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How wide it is when no measure breaks it: as wide as the widest of the lines that are forced.
    #[must_use]
    pub fn width(&self, setter: &mut Setter<'_>) -> Length {
        let lines = self.break_lines(setter, &|_| Length::MAX);
        lines.iter().map(|line| line.natural).max().unwrap_or_default()
    }

    /// The longest stretch between two places where a line may end without a hyphen.
    #[must_use]
    pub fn longest_word(&self) -> Length {
        self.longest(|kind| !matches!(kind, BreakKind::Hyphen | BreakKind::Emergency))
    }

    /// The longest stretch between two places where a line may end, emergencies aside.
    #[must_use]
    pub fn longest_piece(&self) -> Length {
        self.longest(|kind| kind != BreakKind::Emergency)
    }

    fn longest(&self, may_end: impl Fn(BreakKind) -> bool) -> Length {
        let (mut from, mut longest) = (Length::ZERO, Length::ZERO);
        for point in self.breakpoints.iter().filter(|point| may_end(point.kind)) {
            longest = longest.max(point.end - from);
            from = point.start;
        }
        longest
    }

    /// Whether its lines begin at the right.
    #[must_use]
    pub const fn is_right_to_left(&self) -> bool {
        self.right_to_left
    }

    /// Breaks into lines; `measure(n)` is the width of line `n`, counted from 0. There is always at least one line.
    #[must_use]
    pub fn break_lines(&self, setter: &mut Setter<'_>, measure: &dyn Fn(usize) -> Length) -> Vec<Line> {
        self.break_from(setter, Place::default(), measure)
    }

    /// Breaks what stands behind lines that are set already and stay as they are.
    #[must_use]
    pub fn break_from(
        &self,
        setter: &mut Setter<'_>,
        place: Place,
        measure: &dyn Fn(usize) -> Length,
    ) -> Vec<Line> {
        let start = self.start(place);
        let end = self.style.indent_end;
        let measure: &dyn Fn(usize) -> Length = &|line| measure(line) - end;
        let breaks = linebreak::choose(&self.breakpoints, &start, &self.style, self.em, measure);
        let mut lines = line::set(self, &mut setter.faces, place, &breaks, measure);
        if self.right_to_left {
            for line in &mut lines {
                line.left += end;
                line.runs.iter_mut().for_each(|run| run.x += end);
            }
        }
        lines
    }

    /// The lines of a setter without foresight, who puts on each all that it can take: what ours are measured against.
    #[must_use]
    pub fn first_fit_lines(&self, setter: &mut Setter<'_>, measure: &dyn Fn(usize) -> Length) -> Vec<Line> {
        let place = Place::default();
        let mut measures = Measures::new(&self.style, place.line, measure);
        let breaks = firstfit::first_fit(&self.breakpoints, &self.start(place), &mut measures);
        line::set(self, &mut setter.faces, place, &breaks, measure)
    }

    /// A place among the breakpoints.
    fn start(&self, place: Place) -> Start {
        let behind = self.breakpoints.partition_point(|point| point.at <= place.text);
        let before = behind
            .checked_sub(1)
            .filter(|_| place.text > 0)
            .map(|before| &self.breakpoints[before]);
        Start {
            point: before.map_or(0, |_| behind),
            line: place.line,
            x: before.map_or(self.hanging, |before| before.start),
            spaces: before.map_or(Length::ZERO, |before| before.start_spaces),
            behind_hyphen: before.is_some_and(|before| before.shows_hyphen),
            fresh: before.is_none_or(|before| before.kind == BreakKind::Forced),
        }
    }
}

/// The text of a paragraph as one string, and which style each part of it has.
struct Source {
    text: String,
    /// Where each run ends, in bytes.
    ends: Vec<usize>,
    styles: Vec<(Arc<TextStyle>, u32)>,
    /// The primary language of each run.
    languages: Vec<String>,
}

impl Source {
    fn new(paragraph: &Paragraph) -> Self {
        let mut text = String::with_capacity(paragraph.runs.iter().map(|run| run.text.len()).sum());
        let mut ends = Vec::with_capacity(paragraph.runs.len());
        for run in &paragraph.runs {
            text.push_str(&run.text);
            ends.push(text.len());
        }
        let styles = paragraph
            .runs
            .iter()
            .map(|run| (Arc::clone(&run.style), run.tag))
            .collect();
        let languages = paragraph
            .runs
            .iter()
            .map(|run| run.style.language.primary())
            .collect();
        Self {
            text,
            ends,
            styles,
            languages,
        }
    }

    /// The text of a run.
    fn text_of(&self, run: usize) -> &str {
        let start = run.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[run]]
    }

    /// The run that holds the byte at this offset.
    fn run_at(&self, offset: usize) -> usize {
        self.ends
            .partition_point(|end| *end <= offset)
            .min(self.ends.len().saturating_sub(1))
    }

    /// The primary language of the byte at this offset, such as `de`.
    fn language_at(&self, offset: usize) -> &str {
        self.languages.get(self.run_at(offset)).map_or("", String::as_str)
    }
}
