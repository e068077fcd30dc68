//! Walks through what is painted, groups and all, in painting order.

use super::{Group, Item, ItemKind, Mark, Page, Scene};
use crate::geom::{Rect, Transform};

impl Scene {
    /// Calls `visit` with every item of every page: a group first, then what is in it.
    pub fn each_item<'a>(&'a self, visit: &mut impl FnMut(&'a Item)) {
        for page in &self.pages {
            inside(&page.items, visit);
        }
    }
}

fn inside<'a>(items: &'a [Item], visit: &mut impl FnMut(&'a Item)) {
    for item in items {
        visit(item);
        if let ItemKind::Group(group) = &item.kind {
            inside(&group.items, visit);
        }
    }
}

/// Where on its page a painted thing lies.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    /// From the coordinates that its own place counts in to the page's.
    pub transform: Transform,
    /// What of the page its groups leave visible; all of it when none of them cuts.
    pub clip: Option<Rect>,
}

impl Page {
    /// Calls `visit` with everything that is painted, groups dissolved: the item and where it stands on the page.
    pub fn each_painted<'a>(&'a self, visit: &mut impl FnMut(&'a Item, Stand)) {
        self.each_marked(&mut |item, _, stand| visit(item, stand));
    }

    /// The same with what each item means: in a group that is marked as a whole, what the group does.
    pub fn each_marked<'a>(&'a self, visit: &mut impl FnMut(&'a Item, Mark, Stand)) {
        let stand = Stand {
            transform: Transform::default(),
            clip: None,
        };
        dissolved(&self.items, None, stand, visit);
    }
}

fn dissolved<'a>(
    items: &'a [Item],
    whole: Option<Mark>,
    stand: Stand,
    visit: &mut impl FnMut(&'a Item, Mark, Stand),
) {
    for item in items {
        let mark = whole.unwrap_or(item.mark);
        match &item.kind {
            ItemKind::Group(group) => {
                let whole = (mark != Mark::Inner).then_some(mark);
                dissolved(&group.items, whole, stand.inside(item, group), visit);
            }
            _ => visit(item, mark, stand),
        }
    }
}

impl Stand {
    /// The stand of what is in a group that stands here.
    fn inside(self, item: &Item, group: &Group) -> Self {
        let transform = self.transform.then_inside(item.at, group.transform);
        let cut = group.clip.map(|clip| transform.apply_rect(clip));
        let clip = match (self.clip, cut) {
            (Some(one), Some(other)) => Some(one.shared(&other).unwrap_or_default()),
            (one, other) => one.or(other),
        };
        Self { transform, clip }
    }
}
