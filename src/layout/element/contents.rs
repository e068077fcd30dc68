//! Tables of contents: an entry for each heading, with its page at the end of the line.

use std::sync::Arc;

use super::super::contents::Heading;
use super::super::meaning;
use super::{Aside, Element, ElementKind, Taker};
use crate::geom::Length;
use crate::scene::Target;
use crate::story::Inline;
use crate::style::{ParagraphStyle, Role};

impl Taker<'_, '_, '_> {
    pub(super) fn contents(&mut self, depth: u8) -> Vec<Element> {
        let contents = meaning::add(
            &mut self.pass.structure,
            self.setting.parent,
            Role::Contents,
            self.block.origin,
        );
        let headings = self.pass.headings.0.clone();
        let letters = Arc::new(self.style().text.clone());
        let mut elements = Vec::new();
        // The title of the whole and the heading of the contents themselves lead nowhere.
        let listed = |heading: &&Heading| {
            (2..=depth).contains(&heading.level) && heading.section != self.setting.parent
        };
        let headings: Vec<&Heading> = headings.iter().filter(listed).collect();
        for heading in headings {
            let item = meaning::add(
                &mut self.pass.structure,
                contents,
                Role::ContentsItem,
                self.block.origin,
            );
            let reference = meaning::add(&mut self.pass.structure, item, Role::Reference, self.block.origin);
            let link = meaning::add(&mut self.pass.structure, reference, Role::Link, self.block.origin);
            self.pass.structure.node_mut(link).target = Some(Target::Node(heading.node));
            self.pass.structure.node_mut(link).title = Some(heading.text.clone());
            let inline = Inline::plain(format!("{} ", heading.text), Arc::clone(&letters));
            let letters = self.style().text.clone();
            let (prepared, width) = self.short(&heading.label, letters, self.block.origin);
            let style = self.entry_style(heading.level, width);
            let place = meaning::add(&mut self.pass.structure, link, Role::Text, self.block.origin);
            let mut element = self.text(&[inline], vec![place], &style, (self.block.origin, &[]));
            let place = meaning::add(&mut self.pass.structure, link, Role::Text, self.block.origin);
            element.trailing = Some(Aside {
                prepared,
                place,
                x: Length::ZERO,
                width,
                ends_before_text: false,
            });
            let kind = ElementKind::Text(Box::new(element));
            elements.push(Element {
                kind,
                style,
                origin: self.block.origin,
                drawn: Arc::default(),
                node: item,
            });
        }
        elements
    }

    /// Entries below the second level stand in by an em for each level. Long ones wrap an em before their number, which is so wide.
    fn entry_style(&self, level: u8, number: Length) -> Arc<ParagraphStyle> {
        let steps = i64::from(level.saturating_sub(2));
        let style = &self.style().paragraph;
        Arc::new(ParagraphStyle {
            indent: style.indent + self.style().text.size * steps,
            indent_end: style.indent_end + number + self.style().text.size,
            ..(**style).clone()
        })
    }
}
