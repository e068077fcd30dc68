//! A story taken apart into elements that a frame can take one after the other: paragraphs with what hangs beside them, and boxes.
//! Each kind of block is taken apart in a file of its own.

mod contents;
mod list;
mod paragraph;
mod picture;
mod quote;
mod scale;
mod table;

pub use scale::Grade;
pub(super) use scale::Scale;

use std::sync::Arc;

use super::Pass;
use super::picture::Shown;
use super::table::TableRow;
use crate::geom::Length;
use crate::scene::NodeId;
use crate::source::{Span, Spanned};
use crate::story::{Block, BlockKind, Figure};
use crate::style::{Begins, ParagraphStyle};
use crate::template::Style;
use crate::text::Prepared;

/// Something that a frame can take.
#[derive(Clone)]
pub(super) struct Element {
    pub(super) kind: ElementKind,
    pub(super) style: Arc<ParagraphStyle>,
    pub(super) origin: Span,
    /// The values of the data that were drawn into it.
    pub(super) drawn: Arc<[Spanned<String>]>,
    /// The node of the whole: a paragraph, an item's body, a figure.
    pub(super) node: NodeId,
}

#[derive(Clone)]
pub(super) enum ElementKind {
    Text(Box<TextElement>),
    Figure(Figure),
    Picture(PictureElement),
    Qr(String, Length, crate::color::Color),
    Row(TableRow),
}

/// A picture, and what its box is like.
#[derive(Clone)]
pub(super) struct PictureElement {
    pub(super) shown: Shown,
    pub(super) name: String,
    /// Whether it says something.
    pub(super) is_content: bool,
    /// Width and height, of which only the proportion counts.
    pub(super) natural: (u32, u32),
    /// How high its box is; none where that follows from the picture or the frame.
    pub(super) height: Option<Length>,
    /// Where its name is written.
    pub(super) named: Span,
}

/// A paragraph, prepared, and what hangs beside its lines.
#[derive(Clone)]
pub(super) struct TextElement {
    pub(super) prepared: Prepared,
    /// The node of each stretch, by the tag of its run.
    pub(super) places: Vec<NodeId>,
    /// The height of capitals in the first line, which hangs from the head of a frame.
    pub(super) cap_height: Length,
    /// The height of small letters, whose middle a dot stands at.
    pub(super) x_height: Length,
    /// The size of the letters.
    pub(super) size: Length,
    pub(super) text: String,
    /// A sign before the first line, from the start of the measure.
    pub(super) label: Option<Aside>,
    /// A number at the end of the last line, with a leader before it.
    pub(super) trailing: Option<Aside>,
    /// The dots of a figure stand before the items of one list: the figure, and which list.
    pub(super) dot: Option<(String, usize)>,
    /// Whether it is said of the figure before it, and stands in its frame.
    pub(super) is_caption: bool,
    /// The level, when it is a heading.
    pub(super) heading: Option<u8>,
    /// The name by which links lead to it, if it has one.
    pub(super) name: Option<Arc<str>>,
}

impl TextElement {
    /// Whether a line stands below the words of a run, by its tag.
    pub(super) fn is_underlined(&self, tag: u32) -> bool {
        let run = self.prepared.paragraph.runs.get(tag as usize);
        run.is_some_and(|run| run.style.underline)
    }
}

/// Something short beside a paragraph.
#[derive(Clone)]
pub(super) struct Aside {
    pub(super) prepared: Prepared,
    pub(super) place: NodeId,
    /// From the start of the measure.
    pub(super) x: Length,
    pub(super) width: Length,
    /// Whether it ends at a place before the text, as numbers do, rather than begins at one.
    pub(super) ends_before_text: bool,
}

/// Where a block stands in its story.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// The node that its own becomes a part of.
    pub(super) parent: NodeId,
    /// The number of the block of the story that it is, or is part of.
    pub(super) number: usize,
    /// How far it is moved in beyond its style, since the numbers of a list around it need the room.
    pub(super) shift: Length,
}

/// Takes a block apart and adds what it means to the structure.
pub(super) fn elements(block: &Block, setting: Setting, pass: &mut Pass<'_, '_>) -> Vec<Element> {
    let mut taker = Taker { block, setting, pass };
    let mut elements = match &block.kind {
        BlockKind::Paragraph(role, text) => vec![taker.paragraph(role, text)],
        BlockKind::List(list) => taker.list(list),
        BlockKind::Quote(blocks) => taker.quote(blocks),
        BlockKind::Table(table) => taker.table(table),
        BlockKind::Figure(figure) => taker.figure(figure),
        BlockKind::Qr(address) => vec![taker.qr(address)],
        BlockKind::Contents(depth) => taker.contents(*depth),
    };
    // A list that begins a page does so once, and not with each of its items.
    for other in elements.iter_mut().skip(1) {
        if other.style.begins != Begins::Anywhere {
            Arc::make_mut(&mut other.style).begins = Begins::Anywhere;
        }
    }
    elements
}

struct Taker<'t, 'p, 'a> {
    block: &'t Block,
    setting: Setting,
    pass: &'t mut Pass<'p, 'a>,
}

impl Taker<'_, '_, '_> {
    fn style(&self) -> &Style {
        &self.block.style
    }

    /// The lines of the style, moved in where the block is.
    fn lines(&self) -> Arc<ParagraphStyle> {
        let lines = &self.style().paragraph;
        if self.setting.shift == Length::ZERO {
            return Arc::clone(lines);
        }
        Arc::new(ParagraphStyle {
            indent: lines.indent + self.setting.shift,
            ..(**lines).clone()
        })
    }

    /// Takes blocks within this one apart; their nodes become parts of `parent`.
    fn inner(&mut self, blocks: &[Block], parent: NodeId, shift: Length) -> Vec<Element> {
        let setting = Setting {
            parent,
            shift: self.setting.shift + shift,
            ..self.setting
        };
        let taken = blocks
            .iter()
            .flat_map(|block| elements(block, setting, self.pass));
        taken.collect()
    }
}
