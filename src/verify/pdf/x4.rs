//! PDF/X-4:2010 (ISO 15930-7), and where PDF/X-1a:2003 and PDF/X-3:2003 differ. What is looked at stands in `PDF_X4_CHECKS.md` beside the code.
//! Rules carry no clause, since the standard is not free to read and a number from hearsay would be worse than none.

mod colour;
mod document;
mod intent;
mod layers;
mod objects;
mod page;
mod rules;

use super::display::Display;
use super::file::File;
use super::page::Page;
use super::rule::Breaches;
use super::typefaces::{Flaw, Typefaces};
use super::xmp::{PDF_X, Xmp};
use crate::diag::Log;
use crate::wording::Text;
use colour::Colours;
use intent::Intent;

/// The parts of PDF/X that are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// PDF/X-4:2010.
    X4,
    /// PDF/X-1a:2003, and its forerunner of 2001.
    X1a,
    /// PDF/X-3:2003, and its forerunner of 2002.
    X3,
}

impl Standard {
    /// What a file says that it is.
    #[must_use]
    pub fn claimed(file: &File) -> Option<Self> {
        let said = claim(file, Xmp::read(file).as_ref())?;
        [
            ("PDF/X-4", Self::X4),
            ("PDF/X-1", Self::X1a),
            ("PDF/X-3", Self::X3),
        ]
        .into_iter()
        .find(|(begin, _)| said.starts_with(begin))
        .map(|(_, standard)| standard)
    }

    /// Where it is written.
    const fn source(self) -> &'static str {
        match self {
            Self::X4 => "ISO 15930-7, PDF/X-4:2010",
            Self::X1a => "ISO 15930-4, PDF/X-1a:2003",
            Self::X3 => "ISO 15930-6, PDF/X-3:2003",
        }
    }

    const fn knows_transparency(self) -> bool {
        matches!(self, Self::X4)
    }
}

/// What a file says that it is, in its own words: the metadata for PDF/X-4, the document information for what came before.
pub(super) fn claim(file: &File, xmp: Option<&Xmp>) -> Option<String> {
    let new = xmp.and_then(|xmp| xmp.get(PDF_X, "GTS_PDFXVersion"));
    new.map(str::to_owned)
        .or_else(|| super::entries::said(&file.info(), "GTS_PDFXVersion"))
}

/// Judges a file, page by page.
pub struct Check<'f> {
    file: &'f File,
    standard: Standard,
    intent: Intent,
    colours: Colours<'f>,
    typefaces: Typefaces<'f>,
    breaches: Breaches,
}

impl<'f> Check<'f> {
    /// Judges what belongs to no page.
    #[must_use]
    pub fn new(file: &'f File, standard: Standard) -> Self {
        let mut breaches = Breaches::citing(standard.source());
        document::check(file, standard, &mut breaches);
        objects::check(file, &mut breaches);
        layers::check(file, standard, &mut breaches);
        Self {
            intent: intent::check(file, standard, &mut breaches),
            file,
            standard,
            colours: Colours::default(),
            typefaces: Typefaces::default(),
            breaches,
        }
    }

    /// Judges a page.
    pub fn page(&mut self, page: &Page<'f>, display: &Display<'f>) {
        page::check(page, &mut self.breaches);
        colour::groups(page, display, self.standard, &self.intent, &mut self.breaches);
        self.typefaces.begin_page();
        for element in display.all() {
            self.colours.look(
                self.file,
                page,
                element,
                self.standard,
                &self.intent,
                &mut self.breaches,
            );
            for flaw in self.typefaces.flaws(self.file, element) {
                let (rule, example) = match flaw {
                    Flaw::NotEmbedded(font) => (
                        &rules::FONT_NOT_EMBEDDED,
                        Text::verbatim(super::rule::quoted(&font)),
                    ),
                    Flaw::Damaged(font) => (&rules::DAMAGED_FONT, Text::verbatim(super::rule::quoted(&font))),
                    Flaw::WrongWidth(example) => (&rules::WRONG_WIDTH, example),
                    Flaw::NotDef(font) => (&rules::NOTDEF, Text::verbatim(super::rule::quoted(&font))),
                    _ => continue,
                };
                self.breaches
                    .of(rule)
                    .at(page, Some(element.bounds))
                    .example(example);
            }
        }
    }

    /// Says what was found.
    pub fn finish(self, path: &str, log: &mut Log) {
        self.breaches.report(path, log);
    }
}
