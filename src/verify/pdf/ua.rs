//! PDF/UA-1 (ISO 14289-1:2014): those conditions of the Matterhorn Protocol 1.1 that a program can judge. Which those are stands in
//! `PDF_UA1_CHECKS.md` beside the code. Whether tags mean what the page shows, only a person can say.

mod annotations;
mod content;
mod document;
mod elements;
mod fonts;
mod headings;
mod language;
mod layers;
mod nesting;
mod notes;
mod rules;
mod tables;

use super::display::Display;
use super::file::File;
use super::page::Page;
use super::rule::{Breaches, quoted};
use super::structure::Structure;
use super::typefaces::{Flaw, Typefaces};
use super::xmp::{PDF_UA, Xmp};
use crate::diag::Log;
use crate::wording::Text;
use content::Content;

/// Whether a file says that it is PDF/UA, of whichever part.
#[must_use]
pub fn is_claimed(file: &File) -> bool {
    Xmp::read(file).is_some_and(|xmp| xmp.says(PDF_UA, "part"))
}

/// Judges a file, page by page.
pub struct Check<'f> {
    file: &'f File,
    structure: Structure<'f>,
    content: Content,
    typefaces: Typefaces<'f>,
    breaches: Breaches,
}

impl<'f> Check<'f> {
    /// Judges what belongs to no page.
    #[must_use]
    pub fn new(file: &'f File) -> Self {
        let structure = Structure::read(file);
        let mut breaches = Breaches::default();
        document::check(file, &structure, &mut breaches);
        layers::check(file, &mut breaches);
        language::check(file, &structure, &mut breaches);
        elements::check(&structure, &mut breaches);
        headings::check(&structure, &mut breaches);
        nesting::check(&structure, &mut breaches);
        tables::check(file, &structure, &mut breaches);
        notes::check(&structure, &mut breaches);
        Self {
            content: Content::new(file),
            file,
            structure,
            typefaces: Typefaces::default(),
            breaches,
        }
    }

    /// Judges a page.
    pub fn page(&mut self, page: &Page<'f>, display: &Display<'f>) {
        annotations::check(self.file, page, &self.structure, &mut self.breaches);
        self.typefaces.begin_page();
        self.content.begin_page();
        for element in &display.elements {
            self.content
                .look(page, element, &self.structure, &mut self.breaches);
        }
        for element in display.all() {
            fonts::check(page, element, &mut self.breaches);
            for flaw in self.typefaces.flaws(self.file, element) {
                let (rule, example) = match flaw {
                    Flaw::NotEmbedded(font) => (&rules::FONT_NOT_EMBEDDED, Text::verbatim(quoted(&font))),
                    Flaw::Damaged(font) => (&rules::DAMAGED_FONT, Text::verbatim(quoted(&font))),
                    Flaw::WrongGlyphList(list) => (&rules::WRONG_GLYPH_LIST, Text::verbatim(quoted(&list))),
                    Flaw::WrongWidth(example) => (&rules::WRONG_WIDTH, example),
                    Flaw::NotDef(font) => (&rules::NOTDEF, Text::verbatim(quoted(&font))),
                    Flaw::NoUnicode(font) => (&rules::NO_UNICODE, Text::verbatim(quoted(&font))),
                    Flaw::WrongUnicode(font) => (&rules::WRONG_UNICODE, Text::verbatim(quoted(&font))),
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
