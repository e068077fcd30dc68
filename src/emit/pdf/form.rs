//! Pages that lie on a sheet several times: painted once, as a form XObject (ISO 32000-1, 8.10), and shown wherever they lie. A file of
//! thirty copies is hardly larger than one of a single copy.

use std::collections::BTreeMap;
use std::sync::Arc;

use pdf_writer::{Filter, Finish};

use super::file::{File, compressed};
use super::page::{self, Context, Painted};
use super::place::Origin;
use super::resources::Resources;
use crate::geom::Rect;
use crate::scene::{Group, Item, ItemKind, Scene};

/// The groups of a scene that are forms.
#[derive(Debug, Default)]
pub(super) struct Forms {
    numbers: BTreeMap<Shared, usize>,
    groups: Vec<Group>,
}

/// What makes two groups show the same: the items that they share, and what they show of them.
type Shared = (usize, [i64; 4]);

fn shared(group: &Group) -> Option<Shared> {
    let clip = group.clip?;
    let edges = [clip.left(), clip.top(), clip.right(), clip.bottom()];
    let address = Arc::as_ptr(&group.items).cast::<Item>().addr();
    Some((address, edges.map(crate::geom::Length::units)))
}

impl Forms {
    /// The groups that stand on pages more than once with the same items and the same clip, numbered in the order of painting. Marked content
    /// in forms would have to be told apart by their places, so that a tagged file has none.
    pub(super) fn collect(scene: &Scene, tagged: bool) -> Self {
        let mut forms = Self::default();
        if tagged {
            return forms;
        }
        let mut met: BTreeMap<Shared, usize> = BTreeMap::new();
        for item in scene.pages.iter().flat_map(|page| &page.items) {
            let ItemKind::Group(group) = &item.kind else {
                continue;
            };
            let Some(shared) = shared(group) else { continue };
            let times = met.entry(shared).or_default();
            *times += 1;
            if *times == 2 {
                forms.numbers.insert(shared, forms.groups.len());
                forms.groups.push(group.clone());
            }
        }
        forms
    }

    /// The number of the form that shows what this group does.
    pub(super) fn of(&self, group: &Group) -> Option<usize> {
        if self.groups.is_empty() {
            return None;
        }
        self.numbers.get(&shared(group)?).copied()
    }

    /// Paints all of them.
    pub(super) fn paint(&self, context: Context<'_>) -> Vec<Painted> {
        let shown = self.groups.iter();
        shown.map(|group| page::paint_form(group, context)).collect()
    }

    /// Writes all of them under the numbers that the resources have for them.
    pub(super) fn write(&self, painted: &[Painted], resources: &Resources, file: &mut File) {
        for ((group, reference), painted) in self.groups.iter().zip(resources.forms()).zip(painted) {
            let content = compressed(&painted.content);
            let mut form = file.pdf.form_xobject(*reference, &content);
            form.filter(Filter::FlateDecode);
            form.bbox(Origin::default().pdf_rect(box_of(group)));
            resources.write(&mut form.resources(), painted);
            form.finish();
        }
    }
}

/// What a form shows, in the coordinates of its group.
pub(super) fn box_of(group: &Group) -> Rect {
    group.clip.unwrap_or_default()
}

/// The resource name of a form.
pub(super) fn form_name(number: usize) -> String {
    format!("P{number}")
}
