//! Boxes: pictures, figures and QR codes.

use std::sync::Arc;

use super::super::meaning;
use super::{Element, ElementKind, PictureElement, Taker};
use crate::layout::picture::{Shown, Subject};
use crate::story::Figure;
use crate::style::Role;

impl Taker<'_, '_, '_> {
    pub(super) fn figure(&mut self, figure: &Figure) -> Vec<Element> {
        let node = match &figure.alt {
            None => self.setting.parent,
            Some(alt) => {
                let node = meaning::add(
                    &mut self.pass.structure,
                    self.setting.parent,
                    Role::Figure,
                    self.block.origin,
                );
                self.pass.structure.node_mut(node).alt = Some(alt.clone());
                node
            }
        };
        let style = self.lines();
        let mut elements = vec![Element {
            kind: self
                .picture(figure)
                .unwrap_or_else(|| ElementKind::Figure(figure.clone())),
            style,
            origin: self.block.origin,
            drawn: Arc::clone(&self.block.drawn),
            node,
        }];
        if let Some(caption) = &figure.caption {
            elements.extend(self.caption(caption, node, false));
        }
        elements
    }

    /// A picture; none when the figure is a generated one.
    fn picture(&self, figure: &Figure) -> Option<ElementKind> {
        let picture = figure.picture?;
        let subject = Subject::named(&figure.name, self.pass.assets)?;
        Some(ElementKind::Picture(PictureElement {
            shown: Shown {
                subject,
                fit: picture.fit,
                focus: picture.focus,
            },
            name: figure.name.clone(),
            is_content: figure.alt.is_some(),
            natural: subject.natural(self.pass.assets),
            height: picture.height,
            named: picture.span,
        }))
    }

    pub(super) fn qr(&mut self, address: &str) -> Element {
        let node = meaning::add(
            &mut self.pass.structure,
            self.setting.parent,
            Role::Figure,
            self.block.origin,
        );
        self.pass.structure.node_mut(node).alt = Some(format!("QR-Code: {address}"));
        let style = self.lines();
        let kind = ElementKind::Qr(
            address.to_owned(),
            self.style().text.size,
            self.style().text.color.clone(),
        );
        Element {
            kind,
            style,
            origin: self.block.origin,
            drawn: Arc::clone(&self.block.drawn),
            node,
        }
    }
}
