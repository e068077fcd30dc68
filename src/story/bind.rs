//! Binding: every story of the content, with the template's styles. Each kind of block is bound in a file of its own; here are what they
//! share, and blocks that are repeated.

mod figure;
mod inline;
mod link;
mod list;
mod nested;
mod table;
mod text;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::{check_contents, check_frames, check_places};
use super::fill::{Drawn, Filled, fill, list_at};
use super::record;
use super::room::Room;
use super::{Block, BlockKind, Stories, Story};
use super::{facts, proof};
use crate::content;
use crate::content::{Content, Scope};
use crate::diag::{Code, Log, Reported};
use crate::source::{Span, Spanned};
use crate::style::Language;
use crate::template::{FrameSpec, Style, Template};
use crate::text::Exceptions;
use crate::wording::{Text, text};

/// `each` may stand in `each` so deep.
const DEEPEST: usize = 8;

/// Binds all stories of a document, in reading order.
///
/// # Errors
/// When a path, style or figure is named that is not there, a figure has no alternative text, or markup cannot be set.
pub fn bind(content: &Content, template: &Template, log: &mut Log) -> Result<Stories, Reported> {
    let before = log.errors();
    let language = Language(content.document.value.language.value.as_str().into());
    let mut stories = Vec::new();
    let mut room = Room::default();
    let usual = StoryNames::new(content, template);
    for told in record::told(content, log) {
        let story = told.story;
        let name = story.name.value.as_str();
        let (frame, part) = (usual.frames.get(name), usual.parts.get(name));
        let mut binder = Binder {
            template,
            instead: frame.map_or(&[][..], |frame| &frame.styles),
            language: &language,
            log,
            room: &mut room,
            blocks: Vec::new(),
        };
        binder.blocks(&story.blocks, &told.scope, 0);
        stories.push(Story {
            name: story.name.value.clone(),
            span: story.name.span,
            part: part.map(|title| (*title).to_owned()),
            record: told.record,
            blocks: binder.blocks,
        });
    }
    check_contents(&stories, log);
    check_places(&stories, log);
    proof::check(&stories, log);
    facts::check_imprint(content, &stories, log);
    check_frames(content, template, &stories, log);
    record::check(content, template, log);
    log.stop_if_worse_than(before)?;
    let repeats = record::repeats(content, &stories);
    Ok(Stories {
        stories,
        repeats,
        divisions: divisions(content),
    })
}

/// The project's own divisions of words, as the setter looks them up.
fn divisions(content: &Content) -> Exceptions {
    let mut divisions = Exceptions::default();
    for (language, words) in &content.hyphenation.words {
        words.iter().for_each(|word| divisions.add(language, word));
    }
    divisions
}

/// The first frame of each story, and the title of the first part that has it.
struct StoryNames<'a> {
    frames: BTreeMap<&'a str, &'a FrameSpec>,
    parts: BTreeMap<&'a str, &'a str>,
}

impl<'a> StoryNames<'a> {
    fn new(content: &'a Content, template: &'a Template) -> Self {
        let (mut frames, mut parts) = (BTreeMap::new(), BTreeMap::new());
        for frame in &template.frames {
            frames.entry(frame.story.value.as_str()).or_insert(frame);
        }
        for part in &content.parts {
            for name in &part.stories {
                parts.entry(name.value.as_str()).or_insert(part.title.as_str());
            }
        }
        Self { frames, parts }
    }
}

/// Binds the blocks of one story.
struct Binder<'a> {
    template: &'a Template,
    /// Styles that stand for others in this story.
    instead: &'a [(String, Spanned<String>)],
    language: &'a Language,
    log: &'a mut Log,
    room: &'a mut Room,
    blocks: Vec<Block>,
}

impl Binder<'_> {
    fn blocks(&mut self, blocks: &[Spanned<content::Block>], data: &Scope<'_>, depth: usize) {
        for block in blocks {
            if !self.room.take(1, 0, block.span, self.log) {
                return;
            }
            self.block(block, data, depth);
        }
    }

    /// A text with its values filled in, and those values; none when it is left out, cannot be filled in or is too much.
    fn filled(&mut self, text: &Spanned<String>, data: &Scope<'_>, markup: bool) -> Option<(String, Drawn)> {
        match fill(text, data, markup, self.log) {
            Filled::Text(filled, drawn) => {
                let has_room = self.room.take(0, filled.len(), text.span, self.log);
                has_room.then_some((filled, drawn))
            }
            Filled::Empty | Filled::Broken => None,
        }
    }

    fn block(&mut self, block: &Spanned<content::Block>, data: &Scope<'_>, depth: usize) {
        let style = block.value.style.as_ref();
        match &block.value.kind {
            content::BlockKind::Text(text) => self.text(text, style, data),
            content::BlockKind::Heading(heading) => self.heading(heading, style, data),
            content::BlockKind::List(list) => self.list(list, style, data, block.span),
            content::BlockKind::Quote(quote) => self.quote(quote, style, data, block.span),
            content::BlockKind::Table(table) => self.table(table, style, data, block.span),
            content::BlockKind::Figure(figure) => self.figure(figure, style, data, block.span),
            content::BlockKind::Link(link) => self.link(link, style, data),
            content::BlockKind::Contents(depth) => {
                if let Some(style) = self.style("contents", style, block.span) {
                    self.push(BlockKind::Contents(*depth), style, block.span, Drawn::default());
                }
            }
            content::BlockKind::Each(path, inner) => self.each(path, inner, data, depth),
        }
    }

    fn push(&mut self, kind: BlockKind, style: Style, origin: Span, drawn: Drawn) {
        self.blocks.push(Block {
            kind,
            style,
            origin,
            drawn,
            name: None,
        });
    }

    /// Whether there is a style of that name, or one that stands for it in this story.
    fn has_style(&self, name: &str) -> bool {
        self.instead.iter().any(|(usual, _)| usual == name) || self.template.styles.get(name).is_some()
    }

    /// The style that a block asks for, else the usual one, else the one that stands for it in this story.
    fn style(&mut self, usual: &str, asked: Option<&Spanned<String>>, origin: Span) -> Option<Style> {
        let wanted = asked.map_or(usual, |asked| asked.value.as_str());
        let stand_in = self
            .instead
            .iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, name)| name);
        let (name, span) = stand_in.map_or_else(
            || (wanted, asked.map_or(origin, |asked| asked.span)),
            |stand_in| (stand_in.value.as_str(), stand_in.span),
        );
        let found = self.template.styles.get(name).cloned();
        if found.is_none() {
            let known = self.template.styles.names();
            let message = text!(
                "the template has no style `{name}`",
                "einen Stil `{name}` gibt es in der Vorlage nicht"
            );
            let template = (self.template.span, self.this_template());
            if asked.is_some() || stand_in.is_some() {
                self.log
                    .error(Code::UNKNOWN_NAME, span, message)
                    .suggest(name, known)
                    .also(template.0, template.1);
            } else {
                // Nobody mistyped it: it is the template that lacks what every such block needs.
                self.log
                    .error(Code::UNKNOWN_NAME, template.0, message)
                    .label(template.1)
                    .also(
                        origin,
                        text!("usual for a block like this", "üblich für einen Block wie diesen"),
                    )
                    .help(text!(
                        "add `[style.{name}]` to the template",
                        "`[style.{name}]` in der Vorlage ergänzen"
                    ));
            }
        }
        found.map(|mut style| {
            style.text.language = self.language.clone();
            Arc::make_mut(&mut style.paragraph).language = self.language.clone();
            style
        })
    }

    /// The template, as it is named where it stands.
    fn this_template(&self) -> Text {
        let name = &self.template.name;
        text!("template `{name}`", "Vorlage `{name}`")
    }

    fn each(
        &mut self,
        path: &Spanned<String>,
        inner: &[Spanned<content::Block>],
        data: &Scope<'_>,
        depth: usize,
    ) {
        if depth >= DEEPEST {
            self.log.error(
                Code::BAD_VALUE,
                path.span,
                text!(
                    "`each` stands in `each` deeper than {DEEPEST} times",
                    "`each` ist mehr als {DEEPEST}-mal ineinander verschachtelt"
                ),
            );
            return;
        }
        let Some(records) = list_at(path, data, self.log) else {
            return;
        };
        for record in records {
            if !self.room.take(1, 0, path.span, self.log) {
                return;
            }
            self.blocks(inner, &data.with(record), depth + 1);
        }
    }
}
