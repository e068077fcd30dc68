//! Editions: the files that one scene gives. The scene is the same for all of them; only which pages are shown, in what order, and how colour
//! is written down differ, so editions cannot drift apart.

use super::pdf::{self, OutputCondition, Profile};
use super::png;
use crate::assets::Assets;
use crate::diag::{Code, Log, Reported};
use crate::geom::Length;
use crate::impose::{self, marked, overlay, spreads, unfold};
use crate::scene::{PageKind, Scene};
use crate::template::Printer;
use crate::wording::{Text, decimal, text};

/// A way out for a finished document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// PDF/UA-1 and PDF/A-2a in one file: tagged, sRGB, a folded sheet as one page per panel in reading order.
    Screen,
    /// PDF/X as the printer wants it: inks, trim and bleed; a folded sheet open, bound pages one by one.
    Press,
    /// PDF/X like the press edition, of the sheets of a press in the house: pages put onto them ready for printing, folding and cutting.
    Sheets,
    /// PNG pictures of panels, pages, spreads and the open sheet.
    Preview,
}

impl Edition {
    /// All editions.
    pub const ALL: [Self; 4] = [Self::Screen, Self::Press, Self::Sheets, Self::Preview];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Press => "press",
            Self::Sheets => "sheets",
            Self::Preview => "preview",
        }
    }

    /// What it is, in a line.
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Screen => "Accessible PDF for the web",
            Self::Press => "Press PDF for the printer",
            Self::Sheets => "Press PDF of whole sheets, for printing in the house",
            Self::Preview => "Pictures of the pages",
        }
    }
}

/// A file that an edition gives.
#[derive(Clone, Debug)]
pub struct Product {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Previews are as fine as a screen of ordinary size shows a page.
const PREVIEW_DPI: u32 = 100;

/// The most pixels of one picture, and of all pictures of a kind: beyond them pictures get coarser. A page
/// in A4 has one million, so that only posters and thick books of large pages are drawn coarser.
const MOST_PIXELS: (f64, f64) = (16e6, 200e6);

/// How fine the pictures of these pages are.
fn resolution(scene: &Scene) -> u32 {
    let inches = |length: Length| length.to_pt() / 72.0;
    let finest = f64::from(PREVIEW_DPI);
    let pixels = scene.pages.iter().map(|page| {
        let shown = page.bleed_box().size;
        inches(shown.width) * inches(shown.height) * finest * finest
    });
    let (largest, all) = pixels.fold((1.0, 1.0), |(largest, all): (f64, f64), next| {
        (largest.max(next), all + next)
    });
    let share = (MOST_PIXELS.0 / largest).min(MOST_PIXELS.1 / all).min(1.0).sqrt();
    (finest * share).max(1.0) as u32
}

/// Makes the files of an edition for a printer.
///
/// # Errors
/// When a font cannot be embedded or a page not drawn; the reason is in the log.
pub fn products(
    scene: &Scene,
    assets: &Assets,
    printer: &Printer,
    edition: Edition,
    log: &mut Log,
) -> Result<Vec<Product>, Reported> {
    let name = &scene.about.name;
    let mut maker = Maker { assets, printer, log };
    match edition {
        Edition::Screen => {
            let bytes = maker.pdf(&for_reading(scene), &Profile::SCREEN)?;
            Ok(vec![Product {
                name: format!("{name}.screen.pdf"),
                bytes,
            }])
        }
        Edition::Press => {
            let bytes = maker.pdf(
                &marked(scene, printer.marks, assets),
                &Profile::press(printer.pdfx),
            )?;
            Ok(vec![Product {
                name: format!("{name}.press.pdf"),
                bytes,
            }])
        }
        Edition::Sheets => maker.sheets(scene),
        Edition::Preview => maker.previews(scene),
    }
}

/// Pictures of the pages as the press gets them, with trim, bleed, folds and safe area drawn in: `flyer-outside.png`, `brochure-7.png`.
///
/// # Errors
/// As [`products`].
pub fn overlays(
    scene: &Scene,
    assets: &Assets,
    printer: &Printer,
    log: &mut Log,
) -> Result<Vec<Product>, Reported> {
    let mut maker = Maker { assets, printer, log };
    maker.pictures(&overlay(scene), &scene.about.name)
}

/// The pages as they are read: of a folded sheet its panels, of anything else the pages themselves.
fn for_reading(scene: &Scene) -> Scene {
    if is_folded(scene) {
        unfold(scene)
    } else {
        scene.clone()
    }
}

fn is_folded(scene: &Scene) -> bool {
    scene.pages.iter().any(|page| page.kind == PageKind::Sheet)
}

struct Maker<'m> {
    assets: &'m Assets,
    printer: &'m Printer,
    log: &'m mut Log,
}

impl Maker<'_> {
    fn pdf(&mut self, scene: &Scene, profile: &Profile) -> Result<Vec<u8>, Reported> {
        let condition = &self.printer.condition;
        let condition = OutputCondition {
            identifier: condition.identifier.clone(),
            info: condition.info.clone(),
        };
        pdf::write(scene, self.assets, profile, &condition, self.log)
    }

    /// The sheets; no file where a piece is larger than a sheet, which is said.
    fn sheets(&mut self, scene: &Scene) -> Result<Vec<Product>, Reported> {
        let sheets = &self.printer.sheets;
        let imposition = match impose::imposition(scene, self.printer) {
            Ok(Some(imposition)) => imposition,
            Ok(None) => return Ok(Vec::new()),
            Err(too_small) => {
                let message = Text::from(too_small);
                // Whoever has no press in the house misses nothing.
                let finding = if sheets.is_named {
                    self.log.warning(Code::SHEET_TOO_SMALL, sheets.span, message)
                } else {
                    self.log.hint(Code::SHEET_TOO_SMALL, sheets.span, message)
                };
                finding
                    .help(text!(
                        "name a larger sheet as `size` in `[sheets]`, or leave the edition `sheets` out",
                        "unter `[sheets]` einen größeren Bogen als `size` nennen oder die Ausgabe `sheets` weglassen"
                    ));
                return Ok(Vec::new());
            }
        };
        // Whoever named no sheet has no press in the house, and cuts nothing.
        let wants_lines = sheets.marks.crop || sheets.marks.fold;
        if sheets.is_named && wants_lines && imposition.cuts_marks() {
            let message = text!(
                "the sheet has {room} mm of room around what is cut out of it, too little for marks",
                "der Bogen hat um das, was ausgeschnitten wird, {room} mm Platz, zu wenig für Marken";
                room = decimal(imposition.room.to_mm(), 1)
            );
            self.log
                .hint(Code::SHEET_TOO_SMALL, sheets.span, message)
                .help(text!(
                    "take a sheet that is 6 mm larger all round, or measure where to cut",
                    "einen Bogen nehmen, der ringsum 6 mm größer ist, oder beim Schneiden messen"
                ));
        }
        let imposed = impose::sheets(scene, &imposition, sheets.marks, self.assets);
        let bytes = self.pdf(&imposed, &Profile::PRESS)?;
        Ok(vec![Product {
            name: format!("{}.sheets.pdf", scene.about.name),
            bytes,
        }])
    }

    /// Pictures, made from PDFs whose colours went through the printer's profile: `flyer-1.png`, `flyer-outside.png`, `brochure-2-3.png`.
    fn previews(&mut self, scene: &Scene) -> Result<Vec<Product>, Reported> {
        let name = &scene.about.name;
        let mut products = self.pictures(&for_reading(scene), name)?;
        if is_folded(scene) {
            products.extend(self.pictures(&overlay(scene), name)?);
        } else {
            let together = spreads(scene);
            let pairs = Scene {
                pages: together
                    .pages
                    .iter()
                    // The front and the back lie alone, and are drawn as pages.
                    .filter(|page| page.kind == PageKind::Spread && !page.folds.is_empty())
                    .cloned()
                    .collect(),
                ..together
            };
            products.extend(self.pictures(&pairs, name)?);
        }
        Ok(products)
    }

    fn pictures(&mut self, scene: &Scene, name: &str) -> Result<Vec<Product>, Reported> {
        let bytes = self.pdf(scene, &Profile::PREVIEW)?;
        let pictures = png::pages(&bytes, resolution(scene)).map_err(|error| {
            self.log.error_in_file(
                Code::CANNOT_WRITE,
                name,
                text!(
                    "the preview cannot be drawn: {error}",
                    "die Vorschau lässt sich nicht zeichnen: {error}"; error = error
                ),
            );
            Reported
        })?;
        let named = scene.pages.iter().zip(pictures);
        Ok(named
            .map(|(page, bytes)| Product {
                name: format!("{name}-{}.png", page.label),
                bytes,
            })
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Size;
    use crate::scene::fixture;

    #[test]
    fn posters_are_drawn_coarser_and_brochures_are_not() {
        let mut scene = Scene {
            pages: vec![fixture::page(PageKind::Bound, "page 1", 210, 297)],
            ..fixture::scene()
        };
        assert_eq!(resolution(&scene), PREVIEW_DPI);
        for page in &mut scene.pages {
            page.trim = Size::new(Length::mm(2000), Length::mm(2000));
        }
        assert_eq!(resolution(&scene), 50);
    }
}
