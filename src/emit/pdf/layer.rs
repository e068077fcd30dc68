//! Steps after printing as a layer: an optional-content group that says by its metadata what it is (ISO 19593-1:2018), drawn in an ink of its
//! own that overprints, so that it changes no plate of the job.
//!
//! The layer is on: PDF/X-4 readers show every layer of the default configuration, and GWG 2022 (R0036) holds a layer that is off for a mistake.
//! No usage says that it is not to be printed and there is no second configuration (R0034), since what is printed would then depend on the
//! reader. Whoever makes plates leaves the group out by its metadata, or the plate by its name; whoever does neither gets one plate more, and
//! so the printer has to ask for it.

use pdf_writer::writers::Catalog;
use pdf_writer::{Name, Ref, TextStr};

use super::file::File;
use super::page::Painted;

/// The name of the layer in a page's resources.
pub(super) const CREASES: &str = "L0";

/// The layer of creases.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layer(Ref);

impl Layer {
    /// Writes the layer, if any page draws on it.
    pub(super) fn embed(pages: &[Painted], file: &mut File) -> Option<Self> {
        if !pages.iter().any(|page| page.has_creases) {
            return None;
        }
        let id = file.reference();
        let mut group = file.pdf.indirect(id).dict();
        group.pair(Name(b"Type"), Name(b"OCG"));
        group.pair(Name(b"Name"), TextStr("Creasing"));
        group
            .insert(Name(b"GTS_Metadata"))
            .dict()
            .pair(Name(b"GTS_ProcStepsGroup"), Name(b"Structural"))
            .pair(Name(b"GTS_ProcStepsType"), Name(b"Creasing"));
        Some(Self(id))
    }

    /// What pages name.
    pub(super) const fn reference(self) -> Ref {
        self.0
    }

    /// Writes the layer's entry into the catalog: known, shown, and in the list that a reader shows.
    pub(super) fn write(self, catalog: &mut Catalog<'_>) {
        let mut properties = catalog.insert(Name(b"OCProperties")).dict();
        properties.insert(Name(b"OCGs")).array().item(self.0);
        let mut configuration = properties.insert(Name(b"D")).dict();
        configuration.pair(Name(b"Name"), TextStr("All layers"));
        configuration.pair(Name(b"BaseState"), Name(b"ON"));
        configuration.insert(Name(b"Order")).array().item(self.0);
    }
}
