//! The PDF writer: one path for every edition, steered by a [`Profile`]. Screen and press show the same glyphs at the
//! same places because nothing here could place them differently.
//!
//! Which clauses of which standard are kept, and by what, is in `PDF_UA1.md`, `PDF_X4.md` and `PDF_X1A_X3.md` beside the code.

mod catalog;
mod cluster;
mod color;
mod drawing;
mod element;
mod file;
mod font;
mod form;
mod image;
mod intent;
mod layer;
mod link;
mod metadata;
mod number;
mod operators;
mod outline;
mod page;
mod place;
mod predict;
mod profile;
mod resources;
mod shape;
mod tags;
mod text;
mod thin;
mod walk;

pub use profile::{Colours, Extent, OutputCondition, Profile, Standard};

use catalog::Parts;
use color::Paints;
use drawing::Drawings;
use element::Elements;
use file::File;
use font::Fonts;
use form::Forms;
use image::Images;
use page::{Context, Painted};
use place::{Origin, Places};
use resources::Resources;
use tags::Tree;

use crate::assets::Assets;
use crate::diag::{Log, Reported};
use crate::scene::Scene;

/// Writes a scene as a PDF file. The same scene, assets and profile give the same bytes.
///
/// # Errors
/// When a font cannot or may not be embedded, a glyph stands for a missing character, or one spot ink has two process
/// equivalents. All such findings are logged, not only the first.
pub fn write(
    scene: &Scene,
    assets: &Assets,
    profile: &Profile,
    condition: &OutputCondition,
    log: &mut Log,
) -> Result<Vec<u8>, Reported> {
    let before = log.errors();
    let fonts = Fonts::collect(scene, assets, log);
    let paints = Paints::collect(scene, assets, profile, log);
    let images = Images::collect(scene, assets, profile, log);
    log.stop_if_worse_than(before)?;

    let elements = Elements::new(scene, profile);
    let forms = Forms::collect(scene, profile.tagged);
    let drawings = Drawings::collect(scene);
    let context = Context {
        assets,
        profile,
        fonts: &fonts,
        paints: &paints,
        elements: &elements,
        forms: &forms,
        drawings: &drawings,
    };
    let painted: Vec<Painted> = scene
        .pages
        .iter()
        .map(|page| page::paint(page, context))
        .collect();
    // A form stands on pages, never in a form.
    let in_forms = Context {
        forms: &Forms::default(),
        ..context
    };
    let painted_forms = forms.paint(in_forms);

    let mut file = File::new(profile);
    let origins = scene
        .pages
        .iter()
        .map(|page| Origin::of_page(page, profile.extent));
    let references = file.references(scene.pages.len());
    let pages: Vec<_> = references.into_iter().zip(origins).collect();
    let places = Places::new(&scene.structure, &painted);
    let links = link::find(&elements, &places, pages.len(), &mut file);
    let tree = profile.tagged.then(|| {
        let tree = Tree::new(&elements, &painted, &mut file);
        tree.write(&mut file, &painted, &pages, &links, &places)
    });
    for link in &links {
        link::write(link, &elements, &places, &pages, profile, &mut file);
    }
    let outline = profile
        .navigation
        .then(|| outline::write(scene, &places, &pages, &mut file))
        .flatten();
    let drawings = drawings.embed(assets, profile, &mut file);
    let resources = Resources::embed(
        &fonts,
        &images,
        drawings,
        &paints,
        &painted,
        &painted_forms,
        &mut file,
    );
    forms.write(&painted_forms, &resources, &mut file);
    let page_tree = catalog::write_pages(scene, profile, &painted, &pages, &links, &resources, &mut file);
    let intent = intent::embed(profile, assets, condition, &mut file);
    let metadata = metadata::write(&scene.about, profile, &mut file);
    let parts = Parts {
        page_tree,
        metadata,
        outline,
        tree,
        intent,
        layer: resources.layer,
    };
    catalog::write(scene, profile, &parts, &mut file);
    Ok(file.pdf.finish())
}
