//! Colours: those that the output intent describes, spot inks that are the same throughout, and the spaces in which transparency is mixed.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hayro::hayro_syntax::object::{Dict, Object};

use super::intent::Intent;
use super::{Standard, rules};
use crate::verify::pdf::display::Display;
use crate::verify::pdf::element::{Blend, Element, ImageMasking, Kind};
use crate::verify::pdf::entries::is_named;
use crate::verify::pdf::file::File;
use crate::verify::pdf::icc::Profile;
use crate::verify::pdf::page::Page;
use crate::verify::pdf::paint::Pattern;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::space::{Space, Tint};

/// Spaces that are told apart by where they lie in memory; held so that no other comes to lie there.
const HELD: usize = 10_000;
/// Spaces in spaces.
const DEEPEST: usize = 8;
/// Tints at which two descriptions of an ink are compared.
const TINTS: [f32; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// What was seen of colours already.
#[derive(Default)]
pub(super) struct Colours<'f> {
    inks: BTreeMap<String, String>,
    known: BTreeMap<usize, (Rc<Space<'f>>, BTreeSet<usize>)>,
}

impl<'f> Colours<'f> {
    /// Judges the colours of an element.
    pub(super) fn look(
        &mut self,
        file: &File,
        page: &Page<'f>,
        element: &Element<'f>,
        standard: Standard,
        intent: &Intent,
        breaches: &mut Breaches,
    ) {
        for space in spaces(element) {
            let address = Rc::as_ptr(&space).addr();
            if self
                .known
                .get(&address)
                .is_some_and(|(_, pages)| pages.contains(&page.index))
            {
                continue;
            }
            self.space(file, page, element, &space, standard, intent, breaches, 0);
            if self.known.len() < HELD {
                let known = self.known.entry(address);
                known
                    .or_insert_with(|| (Rc::clone(&space), BTreeSet::new()))
                    .1
                    .insert(page.index);
            }
        }
        if !standard.knows_transparency() {
            newer(page, element, breaches);
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "a space is judged by all that is known of its surroundings"
    )]
    fn space(
        &mut self,
        file: &File,
        page: &Page<'f>,
        element: &Element<'f>,
        space: &Space<'f>,
        standard: Standard,
        intent: &Intent,
        breaches: &mut Breaches,
        depth: usize,
    ) {
        let place = Some(element.visible.unwrap_or(element.bounds));
        let is_x1a = standard == Standard::X1a;
        match space {
            Space::DeviceRgb if !intent.describes(3) => {
                breaches.of(&rules::DEVICE_RGB).at(page, place);
            }
            Space::DeviceCmyk if !intent.describes(4) => {
                breaches.of(&rules::DEVICE_CMYK).at(page, place);
            }
            Space::Icc { .. } | Space::CalRgb | Space::CalGray | Space::Lab(_) if is_x1a => {
                breaches.of(&rules::TOO_NEW).at(page, place).named(space.family());
            }
            Space::Icc {
                components, profile, ..
            } => {
                let read = file.unpacked(profile).and_then(|bytes| Profile::read(&bytes));
                if read.as_ref().and_then(Profile::components) != Some(*components) {
                    breaches.of(&rules::BROKEN_COLOUR_PROFILE).at(page, place);
                } else if *components == 4 && read == intent.profile {
                    breaches.of(&rules::INTENT_AS_SOURCE).at(page, place);
                }
            }
            Space::Separation { name, tint } => self.ink(page, element, name, tint, breaches),
            _ => {}
        }
        let within = match space {
            Space::Indexed { base, .. } | Space::Pattern(Some(base)) => Some(base),
            Space::Separation { tint, .. } | Space::DeviceN { tint, .. } => Some(&tint.alternate),
            _ => None,
        };
        if let Some(within) = within
            && depth < DEEPEST
        {
            self.space(file, page, element, within, standard, intent, breaches, depth + 1);
        }
    }

    fn ink(
        &mut self,
        page: &Page<'f>,
        element: &Element<'f>,
        name: &str,
        tint: &Tint<'f>,
        breaches: &mut Breaches,
    ) {
        if matches!(name, "All" | "None") {
            return;
        }
        let looks = looks(tint);
        let known = self.inks.entry(name.to_owned()).or_insert_with(|| looks.clone());
        if *known != looks {
            breaches
                .of(&rules::SPOT_INK_DIFFERS)
                .at(page, Some(element.bounds))
                .named(name);
        }
    }
}

/// How an ink looks, in words that are the same when it looks the same.
fn looks(tint: &Tint<'_>) -> String {
    let mut colour = vec![0.0; tint.alternate.components()];
    let mut values = Vec::new();
    for amount in TINTS {
        if let Some(transform) = &tint.transform
            && transform.eval(&[amount], &mut colour).is_some()
        {
            values.extend(colour.iter().map(|part| format!("{part:.3}")));
        }
    }
    format!("{} {values:?}", tint.alternate.family())
}

/// The spaces that an element uses.
fn spaces<'f>(element: &Element<'f>) -> Vec<Rc<Space<'f>>> {
    let mut all = Vec::new();
    for paint in element.fill.iter().chain(&element.stroke) {
        all.push(Rc::clone(&paint.space));
        if let Some(Pattern::Shading(shading)) = paint.pattern.as_deref() {
            all.push(Rc::clone(&shading.space));
        }
    }
    match &element.kind {
        Kind::Image(image) => all.extend(image.space.clone()),
        Kind::Shading(shading) => all.push(Rc::clone(&shading.space)),
        Kind::Text(_) | Kind::Path(_) | Kind::ImageMask(_) => {}
    }
    all
}

/// What of an element only PDF/X-4 knows.
fn newer(page: &Page<'_>, element: &Element<'_>, breaches: &mut Breaches) {
    let mut found = |what: &str| {
        breaches
            .of(&rules::TOO_NEW)
            .at(page, Some(element.bounds))
            .named(what);
    };
    if element.fill_alpha < 1.0 {
        found("/ca");
    }
    if element.stroke_alpha < 1.0 {
        found("/CA");
    }
    if element.blend != Blend::Normal {
        found("/BM");
    }
    if element.soft_mask.is_some() {
        found("/SMask");
    }
    if let Kind::Image(image) = &element.kind {
        if matches!(image.masking, ImageMasking::Soft(_) | ImageMasking::Within) {
            found("/SMask");
        }
        if image.filters.iter().any(|filter| filter == "JPXDecode") {
            found("JPXDecode");
        }
        if image.bits > 8 {
            found("/BitsPerComponent 16");
        }
    }
}

/// Judges the transparency groups of a page, its own among them.
pub(super) fn groups(
    page: &Page<'_>,
    display: &Display<'_>,
    standard: Standard,
    intent: &Intent,
    breaches: &mut Breaches,
) {
    let own: Option<Dict<'_>> = page.dict.get("Group");
    let own = own.filter(|group| is_named(group, "S", "Transparency"));
    if !standard.knows_transparency() && (own.is_some() || !display.groups.is_empty()) {
        breaches.of(&rules::TOO_NEW).on(page).named("/Group");
    }
    let mixes_rgb = own.is_some_and(|group| match group.get::<Object<'_>>("CS") {
        Some(Object::Name(name)) => name.as_str() == "DeviceRGB",
        Some(Object::Array(array)) => array
            .iter::<Object<'_>>()
            .next()
            .and_then(Object::into_name)
            .is_some_and(|name| name.as_str() == "CalRGB"),
        _ => false,
    });
    let in_rgb = |space: &Rc<Space<'_>>| matches!(&**space, Space::DeviceRgb | Space::CalRgb);
    let within = display
        .groups
        .iter()
        .any(|group| group.space.as_ref().is_some_and(in_rgb));
    if (mixes_rgb || within) && !intent.describes(3) {
        breaches.of(&rules::RGB_TRANSPARENCY).on(page);
    }
}
