//! Small scenes built by hand, for the tests of whoever reads scenes.

use std::sync::{Arc, LazyLock};

use super::{About, Artifact, Item, ItemKind, Mark, Page, PageKind, Panel, Scene, Shape, Structure};
use crate::assets::{Assets, Font, FontId, Glyph, GlyphRun, IccProfile};
use crate::color::{Cmyk, Color, Part};
use crate::geom::{Length, Path, Point, Rect, Sides, Size};
use crate::style::Language;

static FONT: LazyLock<FontId> = LazyLock::new(|| assets().find_font("Source Sans 3", 400, false).unwrap());

pub(crate) fn language() -> Language {
    Language(Arc::from("de-DE"))
}

/// One font and the free profile.
pub(crate) fn assets() -> Assets {
    let font: &[u8] = include_bytes!("../../fonts/source-sans-3/SourceSans3-Regular.ttf");
    let profile: &[u8] = include_bytes!("../../templates/printers/FOGRA39L_coated.icc");
    let font = Font::load("fonts/regular.ttf", Arc::from(font)).unwrap();
    let profile = IccProfile::load("fogra39.icc", Arc::from(profile)).unwrap();
    Assets::new(vec![font], Arc::new(profile))
}

/// A document without pages.
pub(crate) fn scene() -> Scene {
    Scene {
        about: About {
            name: "flyer".to_owned(),
            title: "Netzwerke".to_owned(),
            author: None,
            subject: None,
            language: language(),
            date: 1_700_000_000,
        },
        pages: Vec::new(),
        structure: Structure::new(),
    }
}

/// An empty page of so many points, with 3 pt of bleed.
pub(crate) fn page(kind: PageKind, name: &str, width: i64, height: i64) -> Page {
    Page {
        name: name.to_owned(),
        label: name.to_owned(),
        kind,
        trim: Size::new(Length::pt(width), Length::pt(height)),
        bleed: Sides::all(Length::pt(3)),
        slug: Sides::default(),
        safe: Length::pt(5),
        panels: Vec::new(),
        folds: Vec::new(),
        items: Vec::new(),
    }
}

/// Panels of those numbers and widths in points, from left to right.
pub(crate) fn panels(widths: &[(u32, i64)], height: i64) -> Vec<Panel> {
    let mut left = Length::ZERO;
    let mut panels = Vec::new();
    for (number, width) in widths {
        let size = Size::new(Length::pt(*width), Length::pt(height));
        let rect = Rect::new(Point::new(left, Length::ZERO), size);
        panels.push(Panel {
            number: *number,
            rect,
        });
        left = rect.right();
    }
    panels
}

/// A run of 10 pt whose letters are all 5 pt wide.
pub(crate) fn run(text: &str, x: i64, y: i64, mark: Mark) -> Item {
    let glyphs = text
        .char_indices()
        .map(|(at, c)| Glyph {
            id: 1,
            advance: Length::pt(5),
            dx: Length::ZERO,
            dy: Length::ZERO,
            text: at as u32..(at + c.len_utf8()) as u32,
        })
        .collect();
    Item {
        at: Point::new(Length::pt(x), Length::pt(y)),
        kind: ItemKind::Glyphs(GlyphRun {
            font: *FONT,
            size: Length::pt(10),
            color: Color::BLACK,
            glyphs,
            text: Arc::from(text),
            language: language(),
        }),
        mark,
        origin: None,
    }
}

/// A red ground behind the content.
pub(crate) fn ground(rect: Rect) -> Item {
    painted(rect, Mark::Artifact(Artifact::Background))
}

/// A red rectangle.
pub(crate) fn painted(rect: Rect, mark: Mark) -> Item {
    let percent = |percent| Part::from_percent(percent).unwrap();
    Item {
        at: Point::ORIGIN,
        kind: ItemKind::Shape(Shape {
            path: Path::rect(rect),
            fill: Some(Color::process(Cmyk([0.0, 100.0, 90.0, 0.0].map(percent)))),
            stroke: None,
        }),
        mark,
        origin: None,
    }
}
