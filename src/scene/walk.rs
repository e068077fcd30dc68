//! Walks through a scene's items, groups and all, in painting order.

use super::{Item, ItemKind, Scene};

impl Scene {
    /// Calls `visit` with every item of every page: a group first, then what is in it.
    pub fn each_item<'a>(&'a self, visit: &mut impl FnMut(&'a Item)) {
        fn inside<'a>(items: &'a [Item], visit: &mut impl FnMut(&'a Item)) {
            for item in items {
                visit(item);
                if let ItemKind::Group(group) = &item.kind {
                    inside(&group.items, visit);
                }
            }
        }
        for page in &self.pages {
            inside(&page.items, visit);
        }
    }
}
