//! Is it a file that a printer takes? All requirements of the Ghent Workgroup's specification GWG 2022 for sheet-fed offset and for digital
//! print, judged on what the pages of a written PDF paint. Severities and thresholds are those of the workgroup's own table
//! (`gwg/gwg2022.tsv`, read by [`Requirements`]); each subject of requirements has a file of its own.
//!
//! The table speaks of things that it does not define: what overlaps, what is white, how thin a shape is. How they are understood here, and
//! which function enforces which requirement, is in `GWG2022.md` beside this file.

mod colour;
mod elements;
mod faults;
mod images;
mod ink;
mod intent;
mod lines;
mod overlap;
mod overprint;
mod pages;
mod requirements;
mod spaces;
mod spots;
mod text;
mod transparency;

pub use requirements::{Limit, Requirements, Variant};

use super::ink::{Inked, Meter, Spots};
use super::place;
use super::{Display, File, Page, Reader};
use crate::diag::Log;
pub(super) use colour::printing;
use elements::Sheet;
pub(super) use elements::shows;
use faults::Faults;

/// Judges a file page by page, for who reads its pages for other reasons, too.
pub struct Judge<'f> {
    file: &'f File,
    requirements: Requirements,
    faults: Faults,
    sizes: pages::Sizes,
    spots: spots::Active,
}

impl<'f> Judge<'f> {
    /// For a file that is to be printed in a certain way.
    #[must_use]
    pub fn new(file: &'f File, variant: Variant) -> Self {
        Self::by(file, Requirements::of(variant))
    }

    /// For a file that is judged by these requirements.
    #[must_use]
    pub fn by(file: &'f File, requirements: Requirements) -> Self {
        Self {
            file,
            requirements,
            faults: Faults::default(),
            sizes: pages::Sizes::default(),
            spots: spots::Active::default(),
        }
    }

    /// Whether it wants to know the ink of pages.
    #[must_use]
    pub fn wants_ink(&self) -> bool {
        ink::is_asked(&self.requirements)
    }

    /// Judges a page by what it paints, and by the ink within its bleed box, spot inks apart, where that was measured.
    pub fn page(&mut self, page: &Page<'f>, display: &Display<'f>, inked: Option<&Inked>) {
        let Self {
            file,
            requirements,
            faults,
            sizes,
            spots,
        } = self;
        pages::check(page, requirements, faults);
        sizes.check(page, requirements, faults);
        transparency::check(page, display, requirements, faults);
        if let Some(inked) = inked {
            ink::check(page, inked, requirements, faults);
        }
        let sheet = Sheet::of(file, page, display);
        for element in &sheet.elements {
            overprint::check(&sheet, element, requirements, faults);
            text::check(&sheet, element, requirements, faults);
            lines::check(&sheet, element, requirements, faults);
            images::check(&sheet, element, requirements, faults);
            spaces::check(&sheet, element, requirements, faults);
            spots.add(&sheet, element, requirements, faults);
        }
    }

    /// Notes that the ink of a page was to be measured: nothing came of it, or not all of it, where the file asks for too much.
    pub fn measured(&mut self, page: &Page<'f>, inked: Option<&Inked>) {
        ink::left_out(page, inked, &self.requirements, &mut self.faults);
    }

    /// Says what was found of the file `name`: a finding for each requirement and kind of fault, with its first place.
    pub fn finish(mut self, name: &str, log: &mut Log) {
        intent::check(self.file, &self.requirements, &mut self.faults);
        self.spots.check(&self.requirements, &mut self.faults);
        self.faults.log(name, log);
    }
}

/// Judges a file that nobody has read yet by all requirements of a variant but R0001, which is PDF/X-4 itself, and says what it found of
/// the file `name`.
pub fn check(file: &File, variant: Variant, name: &str, log: &mut Log) {
    let mut judge = Judge::new(file, variant);
    let reader = Reader::new(file);
    let meter = Meter::new(file);
    for page in file.pages() {
        let display = reader.display(&page);
        if judge.wants_ink() {
            let inked = meter.measure(&display, page.boxes.bleed, Spots::Apart);
            judge.page(&page, &display, inked.as_ref());
            judge.measured(&page, inked.as_ref());
        } else {
            judge.page(&page, &display, None);
        }
    }
    judge.finish(name, log);
}
