//! Optional content: which layers are hidden when a file is opened (ISO 32000-2, 8.11).

use std::collections::BTreeSet;

use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjectIdentifier};

/// Groups that are looked at.
const MOST: usize = 10_000;

/// The layers that are hidden.
#[derive(Default)]
pub(super) struct Layers {
    hidden: BTreeSet<ObjectIdentifier>,
}

impl Layers {
    pub(super) fn read(catalog: &Dict<'_>) -> Self {
        let Some(properties) = catalog.get::<Dict<'_>>("OCProperties") else {
            return Self::default();
        };
        let config: Dict<'_> = properties.get("D").unwrap_or_default();
        let mut hidden = BTreeSet::new();
        if is_named(&config, "BaseState", "OFF") {
            hidden.extend(references(&properties, "OCGs"));
            for shown in references(&config, "ON") {
                hidden.remove(&shown);
            }
        }
        hidden.extend(references(&config, "OFF"));
        Self { hidden }
    }

    /// Whether what belongs to a group, or to a membership of groups, is hidden: the one that `holder` names by `key`.
    pub(super) fn hides(&self, holder: &Dict<'_>, key: impl AsRef<[u8]>) -> bool {
        let Some(group) = holder.get::<Dict<'_>>(key.as_ref()) else {
            return false;
        };
        if !is_named(&group, "Type", "OCMD") {
            let id = holder.get_ref(key.as_ref()).map(ObjectIdentifier::from);
            return id.is_some_and(|id| self.hidden.contains(&id));
        }
        let mut members = references(&group, "OCGs");
        members.extend(group.get_ref("OCGs").map(ObjectIdentifier::from));
        let members: Vec<bool> = members.iter().map(|id| self.hidden.contains(id)).collect();
        if members.is_empty() {
            return false;
        }
        let policy: Option<Name<'_>> = group.get("P");
        let shown = match policy.as_ref().map_or("AnyOn", Name::as_str) {
            "AllOn" => members.iter().all(|hidden| !hidden),
            "AnyOff" => members.iter().any(|hidden| *hidden),
            "AllOff" => members.iter().all(|hidden| *hidden),
            _ => members.iter().any(|hidden| !hidden),
        };
        !shown
    }
}

pub(super) fn is_named(dict: &Dict<'_>, key: &str, value: &str) -> bool {
    dict.get::<Name<'_>>(key)
        .is_some_and(|name| name.as_str() == value)
}

fn references(dict: &Dict<'_>, key: &str) -> Vec<ObjectIdentifier> {
    let array: Option<Array<'_>> = dict.get(key);
    let entries = array
        .into_iter()
        .flat_map(|array| array.raw_iter().take(MOST).collect::<Vec<_>>());
    entries
        .filter_map(|entry| match entry {
            MaybeRef::Ref(reference) => Some(reference.into()),
            MaybeRef::NotRef(_) => None,
        })
        .collect()
}
