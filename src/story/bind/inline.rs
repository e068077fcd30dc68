//! Stretches of marked-up text get their letters from a style, and their links are looked at.

use std::sync::Arc;

use super::super::Inline;
use super::super::markup::Stretch;
use super::Binder;
use crate::diag::Code;
use crate::source::Span;
use crate::style::TextStyle;

/// The longest paragraph, heading or item, in bytes: six pages of a brochure without a break. Setting a paragraph that runs over many
/// frames takes time with each.
const LONGEST_PARAGRAPH: usize = 16 << 10;

impl Binder<'_> {
    /// Stretches with the letters of a style, and of the character styles that their marks ask for.
    pub(super) fn inlines(&mut self, stretches: &[Stretch], base: &TextStyle, origin: Span) -> Vec<Inline> {
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
                let marks = [
                    ("strong", stretch.strong),
                    ("emphasis", stretch.emphasis),
                    ("link", stretch.link.is_some()),
                ];
                let worn = marks
                    .into_iter()
                    .filter(|(_, is_worn)| *is_worn)
                    .filter_map(|(name, _)| self.template.characters.get(name));
                let style = worn.fold(base.clone(), |style, character| character.over(&style));
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
