//! Quotations: their blocks, together in one node.

use super::super::meaning;
use super::{Element, Taker};
use crate::geom::Length;
use crate::story::Block;
use crate::style::Role;

impl Taker<'_, '_, '_> {
    pub(super) fn quote(&mut self, blocks: &[Block]) -> Vec<Element> {
        let origin = self.block.origin;
        let quote = meaning::add(
            &mut self.pass.structure,
            self.setting.parent,
            Role::BlockQuote,
            origin,
        );
        self.inner(blocks, quote, Length::ZERO)
    }
}
