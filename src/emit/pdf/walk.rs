//! Finds what a writer prepares before it paints: the runs of glyphs, wherever they stand.

use crate::assets::GlyphRun;
use crate::scene::{Item, ItemKind, Scene};

/// Calls `visit` with every run of glyphs, and the item it is.
pub(super) fn runs<'a>(scene: &'a Scene, visit: &mut impl FnMut(&'a Item, &'a GlyphRun)) {
    scene.each_item(&mut |item| {
        if let ItemKind::Glyphs(run) = &item.kind {
            visit(item, run);
        }
    });
}
