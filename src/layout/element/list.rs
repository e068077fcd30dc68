//! Lists: each item a paragraph, with its sign hanging before the first line.

use std::sync::Arc;

use super::super::meaning;
use super::{Element, ElementKind, Taker};
use crate::geom::Length;
use crate::scene::NodeId;
use crate::story::ListItem;
use crate::style::{Numbering, ParagraphStyle, Role};
use crate::template::Marker;

impl Taker<'_, '_, '_> {
    pub(super) fn list(
        &mut self,
        numbering: Numbering,
        items: &[ListItem],
        list_number: usize,
    ) -> Vec<Element> {
        let marker = self.style().marker.clone();
        let shown = match (numbering, &marker) {
            (Numbering::Decimal, _) => Numbering::Decimal,
            (_, Marker::Sign(..)) => Numbering::Bullet,
            (_, Marker::None | Marker::Figure(_)) => Numbering::None,
        };
        let list = meaning::add(
            &mut self.pass.structure,
            self.section,
            Role::List(shown),
            self.block.origin,
        );
        let item_style = self.item_style();
        items
            .iter()
            .enumerate()
            .map(|(index, item)| self.item(item, index, list, shown, &marker, &item_style, list_number))
            .collect()
    }

    /// The lines of an item all begin at the indent; the sign hangs before the first.
    fn item_style(&self) -> Arc<ParagraphStyle> {
        Arc::new(ParagraphStyle {
            first_indent: Length::ZERO,
            ..(*self.style().paragraph).clone()
        })
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "an item is the meeting of a list, its marker and its style"
    )]
    fn item(
        &mut self,
        item: &ListItem,
        index: usize,
        list: NodeId,
        numbering: Numbering,
        marker: &Marker,
        style: &Arc<ParagraphStyle>,
        list_number: usize,
    ) -> Element {
        let node = meaning::add(&mut self.pass.structure, list, Role::ListItem, item.origin);
        let sign = match (numbering, marker) {
            (Numbering::Decimal, _) => Some((format!("{}.", index + 1), None)),
            (_, Marker::Sign(sign, color)) => Some((sign.to_string(), color.clone())),
            _ => None,
        };
        let label = sign.map(|(sign, color)| {
            let label = meaning::add(&mut self.pass.structure, node, Role::Label, item.origin);
            let mut letters = self.style().text.clone();
            if let Some(color) = color {
                letters.color = color;
            }
            let x = self.style().paragraph.indent + self.style().paragraph.first_indent;
            self.aside(&sign, letters, label, x, item.origin)
        });
        let body = meaning::add(&mut self.pass.structure, node, Role::ListBody, item.origin);
        let places = meaning::places(&mut self.pass.structure, body, &item.text, item.origin);
        let mut element = self.text(&item.text, places, style, (item.origin, &item.drawn));
        element.label = label;
        if let Marker::Figure(figure) = marker {
            element.dot = Some((figure.value.clone(), list_number));
        }
        Element {
            kind: ElementKind::Text(Box::new(element)),
            style: Arc::clone(style),
            origin: item.origin,
            drawn: Arc::clone(&item.drawn),
            node: body,
        }
    }
}
