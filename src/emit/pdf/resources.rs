//! What content streams name: fonts, separations and overprint states. Each page lists what it uses and no more, so that
//! a press sees at once which plates a page needs.

use std::collections::{BTreeMap, BTreeSet};

use pdf_writer::types::OverprintMode;
use pdf_writer::writers::Resources as Dictionary;
use pdf_writer::{Finish, Name, Ref};

use super::color::{Paints, separation_name};
use super::drawing::drawing_name;
use super::file::File;
use super::font::{Fonts, font_name};
use super::form::form_name;
use super::image::{Images, image_name};
use super::layer::{CREASES, Layer};
use super::page::{Painted, overprint_name};
use crate::assets::{FontId, ImageId};

/// All resources of a file.
#[derive(Debug)]
pub(super) struct Resources {
    fonts: BTreeMap<FontId, Ref>,
    images: BTreeMap<ImageId, Ref>,
    /// The pictures that show what is below them.
    see_through: BTreeSet<ImageId>,
    /// Whether there is such a picture or drawing in each of the forms.
    see_through_forms: Vec<bool>,
    separations: Vec<Ref>,
    overprints: BTreeMap<(bool, bool), Ref>,
    forms: Vec<Ref>,
    /// Steps after printing, where a page draws any.
    pub(super) layer: Option<Layer>,
    drawings: Vec<Ref>,
}

impl Resources {
    /// Writes the resources of all pages and forms; the forms themselves are only numbered.
    pub(super) fn embed(
        fonts: &Fonts<'_>,
        images: &Images,
        drawings: Vec<Ref>,
        paints: &Paints<'_>,
        pages: &[Painted],
        forms: &[Painted],
        file: &mut File,
    ) -> Self {
        let see_through = images.see_through();
        let mut overprints = BTreeMap::new();
        for state in pages.iter().chain(forms).flat_map(|page| &page.overprints) {
            overprints
                .entry(*state)
                .or_insert_with(|| overprint(*state, file));
        }
        Self {
            fonts: fonts.embed(file),
            images: images.embed(file),
            see_through_forms: forms
                .iter()
                .map(|form| form.is_transparent || !form.images.is_disjoint(&see_through))
                .collect(),
            see_through,
            separations: paints.embed(file),
            overprints,
            forms: file.references(forms.len()),
            layer: Layer::embed(pages, file),
            drawings,
        }
    }

    /// The numbers of the forms.
    pub(super) fn forms(&self) -> &[Ref] {
        &self.forms
    }

    /// Whether something on a page shows what is below it.
    pub(super) fn show_what_is_below(&self, page: &Painted) -> bool {
        let in_forms = || page.forms.iter().any(|number| self.see_through_forms[*number]);
        page.is_transparent || !page.images.is_disjoint(&self.see_through) || in_forms()
    }

    /// Writes the resource dictionary of a page or form.
    pub(super) fn write(&self, resources: &mut Dictionary<'_>, painted: &Painted) {
        let mut fonts = resources.fonts();
        for id in &painted.fonts {
            if let Some(reference) = self.fonts.get(id) {
                fonts.pair(Name(font_name(*id).as_bytes()), *reference);
            }
        }
        fonts.finish();
        if !painted.separations.is_empty() {
            let mut spaces = resources.color_spaces();
            for index in &painted.separations {
                spaces.pair(Name(separation_name(*index).as_bytes()), self.separations[*index]);
            }
            spaces.finish();
        }
        if !painted.overprints.is_empty() {
            let mut states = resources.ext_g_states();
            for state in &painted.overprints {
                if let Some(reference) = self.overprints.get(state) {
                    states.pair(Name(overprint_name(*state).as_bytes()), *reference);
                }
            }
            states.finish();
        }
        if !painted.forms.is_empty() || !painted.images.is_empty() || !painted.drawings.is_empty() {
            let mut objects = resources.x_objects();
            for number in &painted.forms {
                objects.pair(Name(form_name(*number).as_bytes()), self.forms[*number]);
            }
            for id in &painted.images {
                if let Some(reference) = self.images.get(id) {
                    objects.pair(Name(image_name(*id).as_bytes()), *reference);
                }
            }
            for number in &painted.drawings {
                objects.pair(Name(drawing_name(*number).as_bytes()), self.drawings[*number]);
            }
            objects.finish();
        }
        if let Some(layer) = self.layer.filter(|_| painted.has_creases) {
            resources
                .insert(Name(b"Properties"))
                .dict()
                .pair(Name(CREASES.as_bytes()), layer.reference());
        }
    }
}

/// Writes an overprint state. Mode 1 leaves the plates alone whose part is zero, so that black over a colour keeps it
/// (ISO 32000-1, 8.6.7).
fn overprint((fill, stroke): (bool, bool), file: &mut File) -> Ref {
    let id = file.reference();
    let mut state = file.pdf.ext_graphics(id);
    state.overprint(stroke).overprint_fill(fill);
    state.overprint_mode(OverprintMode::IgnoreZeroChannel);
    id
}
