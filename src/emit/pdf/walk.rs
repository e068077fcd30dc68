//! Walks through a scene's items, groups and all, in painting order.

use crate::assets::GlyphRun;
use crate::scene::{Item, ItemKind, Scene};

/// Calls `visit` with every item of every page: a group first, then what is in it.
pub(super) fn items<'a>(scene: &'a Scene, visit: &mut impl FnMut(&'a Item)) {
    fn inside<'a>(items: &'a [Item], visit: &mut impl FnMut(&'a Item)) {
        for item in items {
            visit(item);
            if let ItemKind::Group(group) = &item.kind {
                inside(&group.items, visit);
            }
        }
    }
    for page in &scene.pages {
        inside(&page.items, visit);
    }
}

/// Calls `visit` with every run of glyphs, and the item it is.
pub(super) fn runs<'a>(scene: &'a Scene, visit: &mut impl FnMut(&'a Item, &'a GlyphRun)) {
    items(scene, &mut |item| {
        if let ItemKind::Glyphs(run) = &item.kind {
            visit(item, run);
        }
    });
}
