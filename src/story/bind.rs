//! Binding: every story of the content, with the template's styles.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::{check_contents, check_frames};
use super::fill::{Drawn, Filled, fill};
use super::markup::{Marked, Stretch, read, read_line};
use super::room::Room;
use super::{Block, BlockKind, Figure, Inline, ListItem, Story};
use crate::content::{self, Content, DataValue, LinkBlock, ListSource, Scope};
use crate::diag::{Code, Diagnostic, Log, Reported};
use crate::source::{Span, Spanned, Words};
use crate::style::{Language, Numbering, Role, TextStyle};
use crate::template::{FrameSpec, Style, Template};

/// `each` may stand in `each` so deep.
const DEEPEST: usize = 8;

/// The longest paragraph, heading or item, in bytes: six pages of a brochure without a break. Setting a paragraph that runs over many
/// frames takes time with each.
const LONGEST_PARAGRAPH: usize = 16 << 10;

/// The longest address, in bytes: most servers take no longer one.
const LONGEST_ADDRESS: usize = 8 << 10;

/// Binds all stories of a document, in reading order.
///
/// # Errors
/// When a path, style or figure is named that is not there, a figure has no alternative text, or markup cannot be set.
pub fn bind(content: &Content, template: &Template, log: &mut Log) -> Result<Vec<Story>, Reported> {
    let before = log.errors();
    let language = Language(content.document.value.language.value.as_str().into());
    let mut stories = Vec::new();
    let mut room = Room::default();
    let usual = StoryNames::new(content, template);
    for story in &content.stories {
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
        binder.blocks(&story.blocks, &Scope::new(&content.data), 0);
        stories.push(Story {
            name: story.name.value.clone(),
            span: story.name.span,
            part: part.map(|title| (*title).to_owned()),
            blocks: binder.blocks,
        });
    }
    check_contents(&stories, log);
    check_frames(content, template, &stories, log);
    log.stop_if_worse_than(before)?;
    Ok(stories)
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
            content::BlockKind::Heading(text, level) => self.heading(text, *level, style, data),
            content::BlockKind::List(source) => self.list(source, style, data, block.span),
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
        });
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
            let message = format!("the template has no style `{name}`");
            let template = (self.template.span, format!("template `{}`", self.template.name));
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
                    .also(origin, "usual for a block like this")
                    .help(format!("add `[style.{name}]` to the template"));
            }
        }
        found.map(|mut style| {
            style.text.language = self.language.clone();
            style
        })
    }

    fn text(&mut self, text: &Spanned<String>, asked: Option<&Spanned<String>>, data: &Scope<'_>) {
        let Some((filled, drawn)) = self.filled(text, data, true) else {
            return;
        };
        let origin = Filled::origin(text, &drawn);
        let blocks = match read(&filled) {
            Ok(blocks) => blocks,
            Err(misplaced) => {
                for misplaced in misplaced {
                    let what = misplaced.what;
                    self.log
                        .error(
                            Code::BAD_VALUE,
                            text.span,
                            format!("running text cannot hold {what}"),
                        )
                        .words(word_at(&filled, misplaced.at))
                        .help(misplaced.instead);
                }
                return;
            }
        };
        for block in blocks {
            let parts = match &block {
                Marked::Paragraph(_) => 1,
                Marked::List { items, .. } => items.len(),
            };
            if !self.room.take(parts, 0, text.span, self.log) {
                return;
            }
            match block {
                Marked::Paragraph(stretches) => {
                    let Some(style) = self.style("body", asked, text.span) else {
                        return;
                    };
                    let inlines = self.inlines(&stretches, &style.text, origin);
                    let kind = BlockKind::Paragraph(Role::Paragraph, inlines);
                    self.push(kind, style, origin, Arc::clone(&drawn));
                }
                Marked::List { ordered, items } => {
                    let Some(style) = self.style("list", None, text.span) else {
                        return;
                    };
                    let numbering = if ordered {
                        Numbering::Decimal
                    } else {
                        Numbering::Bullet
                    };
                    let items = items.iter().map(|stretches| ListItem {
                        text: self.inlines(stretches, &style.text, origin),
                        origin,
                        drawn: Arc::clone(&drawn),
                    });
                    let items = items.collect();
                    self.push(
                        BlockKind::List(numbering, items),
                        style,
                        origin,
                        Arc::clone(&drawn),
                    );
                }
            }
        }
    }

    fn heading(
        &mut self,
        text: &Spanned<String>,
        level: u8,
        asked: Option<&Spanned<String>>,
        data: &Scope<'_>,
    ) {
        let Some((filled, drawn)) = self.filled(text, data, true) else {
            return;
        };
        let Some(style) = self.style(&format!("heading-{level}"), asked, text.span) else {
            return;
        };
        let origin = Filled::origin(text, &drawn);
        let inlines = self.inlines(&read_line(&filled), &style.text, origin);
        self.push(
            BlockKind::Paragraph(Role::Heading(level), inlines),
            style,
            origin,
            drawn,
        );
    }

    fn list(&mut self, source: &ListSource, asked: Option<&Spanned<String>>, data: &Scope<'_>, origin: Span) {
        let texts = match source {
            ListSource::Items(items) => items.clone(),
            ListSource::Path(path) => match self.texts_at(path, data) {
                Some(texts) => texts,
                None => return,
            },
        };
        let Some(style) = self.style("list", asked, origin) else {
            return;
        };
        let mut items = Vec::new();
        for text in &texts {
            if !self.room.take(1, 0, text.span, self.log) {
                return;
            }
            if let Some((filled, drawn)) = self.filled(text, data, true) {
                let origin = Filled::origin(text, &drawn);
                items.push(ListItem {
                    text: self.inlines(&read_line(&filled), &style.text, origin),
                    origin,
                    drawn,
                });
            }
        }
        if !items.is_empty() {
            self.push(
                BlockKind::List(Numbering::Bullet, items),
                style,
                origin,
                Drawn::default(),
            );
        }
    }

    /// The list at a path: texts, or the `name` of each record.
    fn texts_at(&mut self, path: &Spanned<String>, data: &Scope<'_>) -> Option<Vec<Spanned<String>>> {
        let items = self.list_at(path, data)?;
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                DataValue::Text(text) => texts.push(Spanned::new(text.clone(), item.span)),
                DataValue::Record(record) => match record.get("name") {
                    Some(Spanned {
                        value: DataValue::Text(text),
                        span,
                    }) => {
                        texts.push(Spanned::new(text.clone(), *span));
                    }
                    _ => {
                        self.log
                            .error(
                                Code::WRONG_TYPE,
                                item.span,
                                "a record in a list needs a `name` that is a text",
                            )
                            .also(path.span, "listed here");
                        return None;
                    }
                },
                DataValue::List(_) => {
                    self.log
                        .error(Code::WRONG_TYPE, item.span, "a list in a list cannot be set")
                        .also(path.span, "listed here");
                    return None;
                }
            }
        }
        Some(texts)
    }

    fn list_at<'d>(&mut self, path: &Spanned<String>, data: &Scope<'d>) -> Option<&'d [Spanned<DataValue>]> {
        match data.get(&path.value) {
            Ok(Spanned {
                value: DataValue::List(items),
                ..
            }) => Some(items),
            Ok(other) => {
                let kind = other.value.kind();
                self.log
                    .error(
                        Code::WRONG_TYPE,
                        path.span,
                        format!("`{}` is {kind}, not a list", path.value),
                    )
                    .also(other.span, "it stands here");
                None
            }
            Err(unknown) => {
                self.log.unknown_path(&unknown, &path.value, path.span, data);
                None
            }
        }
    }

    fn figure(
        &mut self,
        figure: &content::Figure,
        asked: Option<&Spanned<String>>,
        data: &Scope<'_>,
        origin: Span,
    ) {
        let drawn_from: Vec<String> = match &figure.data {
            None => Vec::new(),
            Some(path) => match self.texts_at(path, data) {
                Some(texts) => texts.into_iter().map(|text| text.value).collect(),
                None => return,
            },
        };
        if !self.room.take(drawn_from.len(), 0, origin, self.log) {
            return;
        }
        if self.template.figures.get(&figure.name.value).is_none() {
            self.log
                .error(
                    Code::UNKNOWN_NAME,
                    figure.name.span,
                    format!("the template has no figure `{}`", figure.name.value),
                )
                .suggest(&figure.name.value, self.template.figures.names())
                .also(self.template.span, format!("template `{}`", self.template.name));
        }
        let alt = figure.alt.as_ref().filter(|alt| !alt.value.trim().is_empty());
        if alt.is_none() && !figure.decorative {
            let finding = self.log.error(
                Code::MISSING_ALT_TEXT,
                figure.name.span,
                "this figure says nothing to people who cannot see it",
            );
            finding.help("describe it with `alt = \"...\"`, or write `decorative = true` if it only adorns");
            if let Some(empty) = &figure.alt {
                finding.also(empty.span, "this is empty");
            }
            return;
        }
        if let (Some(alt), true) = (alt, figure.decorative) {
            self.log
                .error(
                    Code::BAD_VALUE,
                    alt.span,
                    "this figure is described, and said to be decorative",
                )
                .help("take `decorative` out, or `alt` if the figure only adorns");
            return;
        }
        if self.template.figures.get(&figure.name.value).is_none() {
            return;
        }
        let Some(style) = self.style("figure", asked, origin) else {
            return;
        };
        let alt = alt.map(|alt| alt.value.clone());
        let figure = Figure {
            name: figure.name.value.clone(),
            alt,
            data: drawn_from,
        };
        self.push(BlockKind::Figure(figure), style, origin, Drawn::default());
    }

    fn link(&mut self, link: &LinkBlock, asked: Option<&Spanned<String>>, data: &Scope<'_>) {
        let Some((address, drawn)) = self.filled(&link.address, data, false) else {
            return;
        };
        let origin = Filled::origin(&link.address, &drawn);
        let label = match &link.label {
            None => address
                .trim_start_matches("https://")
                .trim_end_matches('/')
                .to_owned(),
            Some(label) => match self.filled(label, data, false) {
                Some((label, _)) => label,
                None => return,
            },
        };
        if let Some(finding) = self.unlinkable(&address, origin) {
            if origin != link.address.span {
                finding.also(link.address.span, "it is linked here");
            }
            return;
        }
        if link.qr
            && let Some(style) = self.style("qr", None, origin)
        {
            self.push(
                BlockKind::Qr(address.clone()),
                style,
                link.address.span,
                Arc::clone(&drawn),
            );
        }
        let Some(style) = self.style("body", asked, origin) else {
            return;
        };
        let stretch = Stretch {
            text: label,
            link: Some(address.into()),
            ..Stretch::default()
        };
        let inlines = self.inlines(&[stretch], &style.text, origin);
        self.push(
            BlockKind::Paragraph(Role::Paragraph, inlines),
            style,
            origin,
            drawn,
        );
    }

    /// Logs an address that no reader's program can follow.
    fn unlinkable(&mut self, address: &str, origin: Span) -> Option<&mut Diagnostic> {
        if address.len() > LONGEST_ADDRESS {
            let start = shortened(address);
            let message = format!(
                "an address is longer than {} KiB: `{start}`",
                LONGEST_ADDRESS >> 10
            );
            return Some(
                self.log
                    .error(Code::BAD_VALUE, origin, message)
                    .help("use a shorter address"),
            );
        }
        if is_address(address) {
            return None;
        }
        let message = format!("`{}` is no address", shortened(address));
        let finding = self.log.error(Code::BAD_VALUE, origin, message);
        Some(
            finding
                .help("an address begins with `https://`, `http://`, `mailto:` or `tel:`, and has no spaces"),
        )
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
                format!("`each` stands in `each` deeper than {DEEPEST} times"),
            );
            return;
        }
        let Some(records) = self.list_at(path, data) else {
            return;
        };
        for record in records {
            if !self.room.take(1, 0, path.span, self.log) {
                return;
            }
            self.blocks(inner, &data.with(record), depth + 1);
        }
    }

    /// Stretches with the letters of a style: strong ones bold, links in the style `link` where the template has one.
    fn inlines(&mut self, stretches: &[Stretch], base: &TextStyle, origin: Span) -> Vec<Inline> {
        let length: usize = stretches.iter().map(|stretch| stretch.text.len()).sum();
        if length > LONGEST_PARAGRAPH {
            self.log
                .error(
                    Code::BAD_VALUE,
                    origin,
                    format!("this paragraph is longer than {} KiB", LONGEST_PARAGRAPH >> 10),
                )
                .help("divide it with an empty line");
            return Vec::new();
        }
        let mut followed: Option<&Arc<str>> = None;
        for link in stretches.iter().filter_map(|stretch| stretch.link.as_ref()) {
            if followed != Some(link) && self.unlinkable(link, origin).is_some() {
                return Vec::new();
            }
            followed = Some(link);
        }
        let plain = Arc::new(base.clone());
        stretches
            .iter()
            .map(|stretch| {
                let mut style = base.clone();
                if stretch.strong {
                    style.weight = 700;
                }
                if stretch.emphasis {
                    style.italic = true;
                }
                if stretch.link.is_some() {
                    style.hyphenate = false;
                    if let Some(link) = self.template.styles.get("link") {
                        style.color = link.text.color.clone();
                        style.weight = link.text.weight;
                    }
                }
                let style = if style == *plain {
                    Arc::clone(&plain)
                } else {
                    Arc::new(style)
                };
                Inline {
                    text: stretch.text.clone(),
                    style,
                    link: stretch.link.clone(),
                }
            })
            .collect()
    }
}

/// The word of a text that begins at a byte.
fn word_at(text: &str, at: usize) -> Words {
    let rest = text.get(at..).unwrap_or_default();
    let start = at + (rest.len() - rest.trim_start().len());
    let length = rest.split_whitespace().next().map_or(0, str::len);
    Words::of(text, start..start + length)
}

/// The start of a text, as much as a message can quote.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Whether an address has a scheme that a reader's program can follow.
fn is_address(address: &str) -> bool {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    schemes
        .iter()
        .any(|scheme| address.len() > scheme.len() && address.starts_with(scheme))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}
