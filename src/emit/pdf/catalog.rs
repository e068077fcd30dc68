//! The frame of the file: its pages with their boxes, and the catalog that everything hangs from.

use pdf_writer::types::{Direction, PageMode, TabOrder};
use pdf_writer::{Finish, Name, Ref, TextStr};

use super::file::File;
use super::intent::Intent;
use super::layer::Layer;
use super::link::Link;
use super::page::Painted;
use super::place::{Origin, shown};
use super::profile::{Colours, Extent, Profile};
use super::resources::Resources;
use crate::scene::Scene;

/// What the catalog names.
pub(super) struct Parts<'a> {
    /// The root of the pages.
    pub(super) page_tree: Ref,
    /// The XMP packet.
    pub(super) metadata: Ref,
    /// The outline, where there is one.
    pub(super) outline: Option<Ref>,
    /// The structure tree, where the file is tagged.
    pub(super) tree: Option<Ref>,
    /// What the colours mean, where the file claims a standard.
    pub(super) intent: Option<Intent<'a>>,
    /// Steps after printing, where the file shows them.
    pub(super) layer: Option<Layer>,
}

/// Writes all pages; gives the root of their tree. `pages` are their references and origins.
pub(super) fn write_pages(
    scene: &Scene,
    profile: &Profile,
    painted: &[Painted],
    pages: &[(Ref, Origin)],
    links: &[Link],
    resources: &Resources,
    file: &mut File,
) -> Ref {
    let root = file.reference();
    for (number, (page, painted)) in scene.pages.iter().zip(painted).enumerate() {
        let (reference, origin) = pages[number];
        let content = file.reference();
        file.stream(content, &painted.content);
        let annotations = links.iter().filter(|link| link.page == number);
        let annotations: Vec<Ref> = annotations.map(|link| link.reference).collect();

        let mut dict = file.pdf.page(reference);
        dict.parent(root);
        dict.media_box(origin.pdf_rect(shown(page, profile.extent)));
        if profile.extent == Extent::Media {
            dict.bleed_box(origin.pdf_rect(page.bleed_box()));
        }
        // The trim box is the one that PDF/X asks for; an art box beside it would be a fault (ISO 15930-7).
        dict.trim_box(origin.pdf_rect(page.trim_box()));
        resources.write(&mut dict.resources(), painted);
        if resources.show_what_is_below(painted) {
            // Colours are mixed as they are written (ISO 32000-1, 11.6.6; GWG 2022, R0030; ISO 19005-2, 6.2.10).
            let mut group = dict.group();
            group.transparency();
            match profile.colours {
                Colours::Inks => group.color_space().device_cmyk(),
                Colours::Srgb => group.color_space().device_rgb(),
            };
        }
        dict.contents(content);
        if !painted.pieces.is_empty() {
            dict.struct_parents(number as i32);
        }
        if !annotations.is_empty() {
            dict.annotations(annotations);
            // Links are reached in the order in which they are read (PDF/UA-1, 7.18.3).
            dict.tab_order(TabOrder::StructureOrder);
        }
        dict.finish();
    }
    file.pdf
        .pages(root)
        .kids(pages.iter().map(|(reference, _)| *reference))
        .count(pages.len() as i32);
    root
}

/// Writes the catalog.
pub(super) fn write(scene: &Scene, profile: &Profile, parts: &Parts<'_>, file: &mut File) {
    let id = file.reference();
    let mut catalog = file.pdf.catalog(id);
    catalog.pages(parts.page_tree);
    catalog.metadata(parts.metadata);
    catalog.lang(TextStr(&scene.about.language.0));
    let mut preferences = catalog.viewer_preferences();
    preferences.display_doc_title(true);
    if scene.about.language.is_right_to_left() {
        // Pages side by side, and their turning, go from right to left (ISO 32000-1, table 150).
        preferences.direction(Direction::R2L);
    }
    preferences.finish();
    if let Some(tree) = parts.tree {
        catalog.mark_info().marked(true);
        catalog.pair(Name(b"StructTreeRoot"), tree);
    }
    if let Some(outline) = parts.outline {
        catalog.outlines(outline);
        catalog.page_mode(PageMode::UseOutlines);
    }
    if profile.navigation {
        let mut labels = catalog.insert(Name(b"PageLabels")).dict();
        let mut entries = labels.insert(Name(b"Nums")).array();
        for (number, page) in scene.pages.iter().enumerate() {
            entries.item(number as i32);
            entries.push().dict().pair(Name(b"P"), TextStr(&page.label));
        }
    }
    if let Some(intent) = &parts.intent {
        intent.write(&mut catalog);
    }
    if let Some(layer) = parts.layer {
        layer.write(&mut catalog);
    }
    catalog.finish();
}
