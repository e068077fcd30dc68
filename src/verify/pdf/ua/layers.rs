//! Settings of layers have names and do not switch by themselves.

use hayro::hayro_syntax::object::Dict;

use super::rules;
use crate::verify::pdf::entries::{dicts, has, says_something};
use crate::verify::pdf::file::File;
use crate::verify::pdf::rule::Breaches;

pub(super) fn check(file: &File, breaches: &mut Breaches) {
    let Some(properties) = file.catalog().get::<Dict<'_>>("OCProperties") else {
        return;
    };
    let default: Option<Dict<'_>> = properties.get("D");
    for configuration in dicts(&properties, "Configs").into_iter().chain(default) {
        breaches.when(
            !says_something(&configuration, "Name"),
            &rules::LAYER_WITHOUT_NAME,
        );
        breaches.when(has(&configuration, "AS"), &rules::AUTOMATIC_LAYERS);
    }
}
