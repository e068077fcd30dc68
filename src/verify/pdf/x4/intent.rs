//! The output intent and its profile.

use hayro::hayro_syntax::object::{Dict, Stream};

use super::{Standard, rules};
use crate::verify::pdf::entries::{dicts, is_named, says_something};
use crate::verify::pdf::file::File;
use crate::verify::pdf::icc::Profile;
use crate::verify::pdf::rule::{Breaches, quoted};
use crate::wording::text;

/// For which colours a file is made.
#[derive(Debug, Default)]
pub(super) struct Intent {
    /// What its profile is, where it can be read.
    pub(super) profile: Option<Profile>,
}

impl Intent {
    /// Whether it describes colours with so many components; without a profile the inks are taken for granted.
    pub(super) fn describes(&self, components: usize) -> bool {
        match &self.profile {
            Some(profile) => profile.components() == Some(components),
            None => components == 4,
        }
    }
}

pub(super) fn check(file: &File, standard: Standard, breaches: &mut Breaches) -> Intent {
    let intents = dicts(&file.catalog(), "OutputIntents");
    let for_print: Vec<&Dict<'_>> = intents
        .iter()
        .filter(|intent| is_named(intent, "S", "GTS_PDFX"))
        .collect();
    breaches.when(for_print.is_empty(), &rules::NO_OUTPUT_INTENT);
    breaches.when(for_print.len() > 1, &rules::SEVERAL_OUTPUT_INTENTS);
    let mut found = Intent::default();
    for intent in for_print.iter().take(2) {
        breaches.when(
            !says_something(intent, "OutputConditionIdentifier"),
            &rules::INTENT_WITHOUT_CONDITION,
        );
        let Some(stream) = intent.get::<Stream<'_>>("DestOutputProfile") else {
            // The older parts are content with a condition that is registered.
            let registered = says_something(intent, "RegistryName");
            breaches.when(
                standard == Standard::X4 || !registered,
                &rules::INTENT_WITHOUT_PROFILE,
            );
            continue;
        };
        let profile = file.unpacked(&stream).and_then(|bytes| Profile::read(&bytes));
        judge(profile.as_ref(), stream.dict(), standard, breaches);
        found.profile = found.profile.or(profile);
    }
    found
}

fn judge(profile: Option<&Profile>, dict: &Dict<'_>, standard: Standard, breaches: &mut Breaches) {
    let Some(profile) = profile else {
        breaches
            .of(&rules::WRONG_PROFILE)
            .example(text!("it cannot be read", "es ist nicht lesbar"));
        return;
    };
    if &profile.class != b"prtr" {
        let class = quoted(&String::from_utf8_lossy(&profile.class));
        breaches
            .of(&rules::WRONG_PROFILE)
            .example(text!("its class is {class}", "es ist von der Klasse {class}"));
    }
    let said = dict.get::<usize>("N");
    if profile.components().is_none() || profile.components() != said {
        let space = quoted(String::from_utf8_lossy(&profile.space).trim());
        let said = said.map_or_else(|| "-".to_owned(), |said| said.to_string());
        breaches.of(&rules::WRONG_PROFILE).example(text!(
            "its space is {space} and `/N` is {said}",
            "sein Farbraum ist {space} und `/N` ist {said}"
        ));
    }
    let newest = if standard == Standard::X4 { 4 } else { 2 };
    if profile.version > newest {
        let version = profile.version;
        breaches.of(&rules::WRONG_PROFILE).example(text!(
            "it is of ICC version {version}",
            "es ist von der ICC-Version {version}"
        ));
    }
}
