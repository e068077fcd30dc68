//! Lists: the first paragraph of each item has its sign or number hanging before the first line, all other blocks of it stand below, at
//! the same indent.

use super::super::meaning;
use super::{Aside, Element, ElementKind, Setting, Taker};
use crate::geom::Length;
use crate::scene::NodeId;
use crate::story::{Block, BlockKind, List};
use crate::style::{Numbering, Role};
use crate::template::Marker;
use crate::text::Prepared;

/// Between a sign or number and the text stands at least this part of an em: the word space of the old books.
const LABEL_GAP: i64 = 3;

/// What stands before an item, and how wide it is.
type Label = (Prepared, Length);

impl Taker<'_, '_, '_> {
    pub(super) fn list(&mut self, list: &List) -> Vec<Element> {
        let numbering = match (list.numbering, &self.style().marker) {
            (Numbering::Decimal, _) => Numbering::Decimal,
            (_, Marker::Sign(..)) => Numbering::Bullet,
            (_, Marker::None | Marker::Figure(_)) => Numbering::None,
        };
        let role = Role::List(numbering);
        let node = meaning::add(
            &mut self.pass.structure,
            self.setting.parent,
            role,
            self.block.origin,
        );
        let labels = self.labels(list, numbering);
        let shift = self.shift(&labels);
        let mut elements = Vec::new();
        for (number, item) in list.items.iter().enumerate() {
            let origin = item.first().map_or(self.block.origin, |block| block.origin);
            let node = meaning::add(&mut self.pass.structure, node, Role::ListItem, origin);
            let label = labels.get(number).cloned();
            let label = label.map(|label| self.label(label, numbering, node, shift));
            elements.extend(self.item(item, node, label, shift));
        }
        elements
    }

    /// What stands before each item; nothing, where there are no signs.
    fn labels(&mut self, list: &List, numbering: Numbering) -> Vec<Label> {
        let origin = self.block.origin;
        let mut letters = self.style().text.clone();
        match (numbering, self.style().marker.clone()) {
            (Numbering::Decimal, _) => (list.start..)
                .take(list.items.len())
                .map(|number| self.short(&format!("{number}."), letters.clone(), origin))
                .collect(),
            (Numbering::Bullet, Marker::Sign(sign, color)) => {
                letters.color = color.unwrap_or(letters.color);
                vec![self.short(&sign, letters, origin); list.items.len()]
            }
            _ => Vec::new(),
        }
    }

    /// How far the items move in beyond their style, so that the widest label stands beside their text.
    fn shift(&self, labels: &[Label]) -> Length {
        let hang = (-self.style().paragraph.first_indent).at_least_zero();
        let widest = labels.iter().map(|(_, width)| *width + self.label_gap()).max();
        (widest.unwrap_or_default() - hang).at_least_zero()
    }

    fn label_gap(&self) -> Length {
        self.style().text.size / LABEL_GAP
    }

    /// A sign stands where the hang begins; numbers end before the text, so that their ones stand under each other.
    fn label(
        &mut self,
        (prepared, width): Label,
        numbering: Numbering,
        item: NodeId,
        shift: Length,
    ) -> Aside {
        let origin = self.block.origin;
        let label = meaning::add(&mut self.pass.structure, item, Role::Label, origin);
        let place = meaning::add(&mut self.pass.structure, label, Role::Text, origin);
        let lines = self.lines();
        let x = match numbering {
            Numbering::Decimal => lines.indent + shift - self.label_gap() - width,
            Numbering::Bullet | Numbering::None => lines.indent + lines.first_indent.min(Length::ZERO),
        };
        Aside {
            prepared,
            place,
            x,
            width,
            ends_before_text: numbering == Numbering::Decimal,
        }
    }

    fn item(&mut self, item: &[Block], node: NodeId, label: Option<Aside>, shift: Length) -> Vec<Element> {
        let Some((first, others)) = item.split_first() else {
            return Vec::new();
        };
        let body = meaning::add(&mut self.pass.structure, node, Role::ListBody, first.origin);
        let mut elements = if others.is_empty() {
            self.lone_paragraph(first, body, shift)
        } else {
            self.inner(item, body, shift)
        };
        if let Some(ElementKind::Text(text)) = elements.first_mut().map(|element| &mut element.kind) {
            text.label = label;
            if let Marker::Figure(figure) = &self.style().marker {
                text.dot = Some((figure.value.clone(), self.setting.number));
            }
        }
        elements
    }

    /// A paragraph that is all of its item needs no node beside the item's.
    fn lone_paragraph(&mut self, block: &Block, body: NodeId, shift: Length) -> Vec<Element> {
        let BlockKind::Paragraph(_, text) = &block.kind else {
            return self.inner(std::slice::from_ref(block), body, shift);
        };
        let setting = Setting {
            parent: body,
            shift: self.setting.shift + shift,
            ..self.setting
        };
        let pass = &mut *self.pass;
        vec![Taker { block, setting, pass }.words(body, text)]
    }
}
