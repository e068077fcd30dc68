//! Layers: one setting, in which everything is shown.

use hayro::hayro_syntax::object::{Array, Dict};

use super::{Standard, rules};
use crate::verify::pdf::entries::{dicts, has, is_named, said};
use crate::verify::pdf::file::File;
use crate::verify::pdf::rule::Breaches;

pub(super) fn check(file: &File, standard: Standard, breaches: &mut Breaches) {
    let Some(properties) = file.catalog().get::<Dict<'_>>("OCProperties") else {
        return;
    };
    if !standard.knows_transparency() {
        breaches.of(&rules::TOO_NEW).named("/OCProperties");
    }
    let others = dicts(&properties, "Configs");
    breaches.when(!others.is_empty(), &rules::LAYER_CONFIGURATIONS);
    let default: Dict<'_> = properties.get("D").unwrap_or_default();
    for configuration in others.iter().chain([&default]) {
        breaches.when(has(configuration, "AS"), &rules::AUTOMATIC_LAYERS);
    }
    for hidden in dicts(&default, "OFF") {
        breaches
            .of(&rules::HIDDEN_LAYER)
            .named(&said(&hidden, "Name").unwrap_or_default());
    }
    let shown: Option<Array<'_>> = default.get("ON");
    if is_named(&default, "BaseState", "OFF") && shown.is_none() {
        breaches.of(&rules::HIDDEN_LAYER);
    }
}
