//! Pictures on the page: whole within their box or cut to it about what must stay visible, into the bleed where they touch the trim, and
//! never silently coarser than the printer takes.

use super::Pass;
use super::furniture::into_the_bleed;
use crate::assets::{Assets, Drawing, DrawingId, Image, ImageId};
use crate::diag::Code;
use crate::geom::{Length, Point, Rect, Size, Transform};
use crate::scene::{Group, Item, ItemKind, Mark, Picture, PlacedDrawing};
use crate::source::Span;
use crate::style::{Fitting, FocalPoint};
use crate::template::Resolution;
use crate::wording::{number, text};

/// What is shown: pixels, which may be too coarse, or a drawing, which never is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject {
    Image(ImageId),
    Drawing(DrawingId),
}

impl Subject {
    /// What is in a file of that name; none when it is a generated figure's.
    pub(super) fn named(name: &str, assets: &Assets) -> Option<Self> {
        let image = assets.find_image(name).map(Self::Image);
        image.or_else(|| assets.find_drawing(name).map(Self::Drawing))
    }

    /// Width and height, of which only the proportion counts: in pixels, or in 1/65536 pt.
    pub(super) fn natural(self, assets: &Assets) -> (u32, u32) {
        match self {
            Self::Image(image) => assets.image(image).size(),
            Self::Drawing(drawing) => {
                let size = assets.drawing(drawing).size;
                let side = |length: Length| u32::try_from(length.units()).unwrap_or(u32::MAX).max(1);
                (side(size.width), side(size.height))
            }
        }
    }
}

/// A picture, and how it is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    pub(super) subject: Subject,
    pub(super) fit: Fitting,
    pub(super) focus: FocalPoint,
}

/// Pixels an inch that a press wants of pictures, and of pictures of one bit (GWG 2022 names only what is too few).
const WANTED: (u32, u32) = (300, 1200);

/// Pictures of so few pixels in both directions are signs and not judged (GWG 2022, R0031).
const SMALLEST: u32 = 16;

/// A point of PDF is 65536 units, an inch 72 points.
const UNITS_AN_INCH: u64 = 72 << 16;

/// Paints a picture into a box of a page.
pub(super) fn paint(
    shown: Shown,
    page: usize,
    rect: Rect,
    mark: Mark,
    origin: Option<Span>,
    pass: &mut Pass<'_, '_>,
) {
    let natural = shown.subject.natural(pass.assets);
    let (drawn, clip) = match shown.fit {
        Fitting::Contain => (contained(natural, rect), None),
        Fitting::Cover => {
            let filled = into_the_bleed(rect, &pass.pages[page]);
            (covering(natural, filled, shown.focus), Some(filled))
        }
    };
    if drawn.size.width <= Length::ZERO || drawn.size.height <= Length::ZERO {
        return;
    }
    match (shown.subject, origin) {
        (Subject::Image(image), Some(origin)) => {
            let image = pass.assets.image(image);
            check_resolution(image, drawn.size, clip.unwrap_or(drawn).size, origin, pass);
        }
        (Subject::Drawing(drawing), Some(origin)) => {
            check_lines(pass.assets.drawing(drawing), drawn.size, origin, pass);
        }
        (_, None) => {}
    }
    let picture = Item {
        at: drawn.origin,
        kind: match shown.subject {
            Subject::Image(image) => ItemKind::Picture(Picture {
                image,
                size: drawn.size,
            }),
            Subject::Drawing(drawing) => ItemKind::Drawing(PlacedDrawing {
                drawing,
                size: drawn.size,
            }),
        },
        mark,
        origin,
    };
    let item = match clip {
        Some(clip) if clip != drawn => Item {
            at: Point::ORIGIN,
            kind: ItemKind::Group(Group {
                transform: Transform::default(),
                clip: Some(clip),
                items: [picture].into(),
            }),
            mark,
            origin,
        },
        _ => picture,
    };
    pass.pages[page].items.push(item);
}

/// How high a picture is that is so wide.
pub(super) fn height_of((width, height): (u32, u32), wide: Length) -> Length {
    wide.ratio(i64::from(height), i64::from(width))
}

/// How wide a picture is that is so high.
pub(super) fn width_of((width, height): (u32, u32), high: Length) -> Length {
    high.ratio(i64::from(width), i64::from(height))
}

/// The whole picture, as large as it can be in a box, at the head and flush with the start.
fn contained(natural: (u32, u32), rect: Rect) -> Rect {
    let high = height_of(natural, rect.size.width);
    let size = if high <= rect.size.height {
        Size::new(rect.size.width, high)
    } else {
        Size::new(width_of(natural, rect.size.height), rect.size.height)
    };
    Rect::new(rect.origin, size)
}

/// The whole picture, as small as it can be and still cover a box; the focus lies as near to the middle of the box as may be.
fn covering(natural: (u32, u32), rect: Rect, focus: FocalPoint) -> Rect {
    let high = height_of(natural, rect.size.width);
    let size = if high >= rect.size.height {
        Size::new(rect.size.width, high)
    } else {
        Size::new(width_of(natural, rect.size.height), rect.size.height)
    };
    let start = |length: Length, room: Length, percent: u8| {
        let wanted = room / 2 - length.ratio(i64::from(percent), 100);
        wanted.clamp((room - length).min(Length::ZERO), Length::ZERO)
    };
    let shift = Point::new(
        start(size.width, rect.size.width, focus.x),
        start(size.height, rect.size.height, focus.y),
    );
    Rect::new(rect.origin + shift, size)
}

/// Says so when a picture has too few pixels an inch, and how large it could be.
fn check_resolution(image: &Image, drawn: Size, shown: Size, origin: Span, pass: &mut Pass<'_, '_>) {
    let (width, height) = image.size();
    if width <= SMALLEST && height <= SMALLEST {
        return;
    }
    let limits = &pass.template.printer.limits;
    let (wanted, limit) = if image.is_bitmap {
        (WANTED.1, limits.bitmap)
    } else {
        (WANTED.0, limits.picture)
    };
    let has = pixels_an_inch(width, drawn.width).min(pixels_an_inch(height, drawn.height));
    let Resolution { warning, error } = limit;
    // Pixels an inch are compared in whole ones: 149 and a half are more than 149.
    let is_at_most = |limit: u32| has <= u64::from(limit) * PARTS;
    if !is_at_most(error.max(warning)) {
        return;
    }
    let is_error = is_at_most(error);
    let (name, pixels) = (&image.name, has / PARTS);
    let message = text!(
        "`{name}` has {pixels} pixels an inch at this size, where {wanted} are wanted",
        "`{name}` hat in dieser Größe {pixels} ppi, gewünscht sind {wanted}"
    );
    let finding = if is_error {
        pass.log.error(Code::COARSE_PICTURE, origin, message)
    } else {
        pass.log.warning(Code::COARSE_PICTURE, origin, message)
    };
    let least = if is_error { error } else { warning } + 1;
    let largest = |resolution: u32| {
        let side = |length: Length| millimetres(length, has, resolution);
        format!("{} mm × {} mm", side(shown.width), side(shown.height))
    };
    let (width, height) = (whole(shown.width), whole(shown.height));
    finding.label(text!(
        "it is shown {width} mm × {height} mm large",
        "es wird {width} mm × {height} mm groß gezeigt"
    ));
    let passes = if is_error {
        text!(
            "the least that this printer takes",
            "dem Mindestmaß dieser Druckerei"
        )
    } else {
        text!("where this warning ends", "wo diese Warnung endet")
    };
    let (good, passing) = (largest(wanted), largest(least));
    finding.help(text!(
        "take a picture of more pixels, or show it smaller: at most {good} at {wanted} pixels an inch, or {passing} at {least}, {passes}",
        "ein Bild mit mehr Pixeln nehmen oder es kleiner zeigen: höchstens {good} bei {wanted} ppi, oder {passing} bei {least}, {passes}";
        passes
    ));
}

/// Says so when a drawing has lines that are too thin at this size (GWG 2022, R0018 and R0019).
fn check_lines(drawing: &Drawing, drawn: Size, origin: Span, pass: &mut Pass<'_, '_>) {
    let Some(thinnest) = drawing.thinnest_line() else {
        return;
    };
    let width = thinnest.ratio(drawn.width.units(), drawing.size.width.units().max(1));
    let least = pass.template.printer.limits.line;
    if width >= least {
        return;
    }
    let points = |length: Length| number((length.to_pt() * 100.0).round() / 100.0);
    let name = &drawing.name;
    let message = text!(
        "`{name}` has lines {width} pt thick at this size, the printer asks for {least} pt at least",
        "`{name}` hat in dieser Größe {width} pt dicke Linien, die Druckerei verlangt mindestens {least} pt";
        width = points(width), least = points(least)
    );
    pass.log
        .warning(Code::TOO_FINE, origin, message)
        .help(text!(
            "make them thicker in the drawing program, or show the drawing larger: thin lines break off here and there",
            "sie im Zeichenprogramm dicker machen oder die Zeichnung größer zeigen: dünne Linien reißen stellenweise ab"
        ));
}

/// Pixels an inch are counted in thousandths.
const PARTS: u64 = 1000;

fn pixels_an_inch(pixels: u32, length: Length) -> u64 {
    u64::from(pixels) * UNITS_AN_INCH * PARTS / (length.units().max(1) as u64)
}

/// A length at another resolution, in whole millimetres, rounded down.
fn millimetres(length: Length, has: u64, wanted: u32) -> i64 {
    let scaled =
        length.units().max(0) as u64 as u128 * u128::from(has) / (u128::from(wanted) * u128::from(PARTS));
    whole(Length::from_units(scaled as i64))
}

/// Whole millimetres, rounded down; 0.01 mm less is still as much.
fn whole(length: Length) -> i64 {
    (length.to_mm() + 0.01).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: i64, y: i64, width: i64, height: i64) -> Rect {
        Rect::new(
            Point::new(Length::pt(x), Length::pt(y)),
            Size::new(Length::pt(width), Length::pt(height)),
        )
    }

    fn at(x: u8, y: u8) -> FocalPoint {
        FocalPoint { x, y }
    }

    #[test]
    fn a_contained_picture_is_whole_and_keeps_its_proportion() {
        assert_eq!(
            contained((200, 100), rect(10, 20, 100, 80)),
            rect(10, 20, 100, 50)
        );
        assert_eq!(contained((100, 200), rect(10, 20, 100, 80)), rect(10, 20, 40, 80));
    }

    #[test]
    fn a_covering_picture_is_cut_about_its_focus_and_leaves_nothing_empty() {
        let frame = rect(0, 0, 100, 100);
        assert_eq!(covering((200, 100), frame, at(50, 50)), rect(-50, 0, 200, 100));
        assert_eq!(covering((200, 100), frame, at(0, 0)), rect(0, 0, 200, 100));
        assert_eq!(covering((200, 100), frame, at(100, 100)), rect(-100, 0, 200, 100));
        assert_eq!(covering((200, 100), frame, at(30, 50)), rect(-10, 0, 200, 100));
        assert_eq!(covering((100, 400), frame, at(50, 60)), rect(0, -190, 100, 400));
        for percent in 0..=100 {
            let drawn = covering((317, 211), rect(3, 5, 41, 77), at(percent, percent));
            assert!(drawn.contains(&rect(3, 5, 41, 77)), "{percent}: {drawn:?}");
        }
    }

    #[test]
    fn pixels_an_inch_are_those_of_the_whole_picture() {
        assert_eq!(pixels_an_inch(300, Length::pt(72)), 300_000);
        assert_eq!(pixels_an_inch(299, Length::pt(144)), 149_500);
        assert_eq!(millimetres(Length::mm(100), 72_000, 300), 24);
    }
}
