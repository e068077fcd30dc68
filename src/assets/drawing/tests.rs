//! What becomes of SVG files: good ones, such that cannot be printed, and such that were made to do harm.

use std::sync::Arc;

use super::{Cap, Drawing, DrawingError, Fault, Join, Opacity, Outline, Paint, Palette, Part, Rule, Way};
use crate::assets::{IccProfile, Intent, Rgb};
use crate::color::{Cmyk, Color};
use crate::geom::{Length, Point, Segment, Size};
use crate::wording::{Lang, Text};

const HEAD: &str = "xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"";

fn profile() -> IccProfile {
    let bytes: &[u8] = include_bytes!("../../../templates/printers/FOGRA39L_coated.icc");
    IccProfile::load("fogra39.icc", Arc::from(bytes)).unwrap()
}

fn read_bytes(data: &[u8]) -> Result<(Drawing, Vec<Fault>), DrawingError> {
    let profile = profile();
    let palette = Palette::new(&profile, Intent::Relative, 300.0);
    Drawing::read("moor.svg", data, &palette)
}

/// Reads a drawing of 60 by 30 points that holds so much.
fn read(inside: &str) -> (Drawing, Vec<Fault>) {
    read_bytes(format!("<svg {HEAD}>{inside}</svg>").as_bytes()).unwrap()
}

/// The only outline of a drawing.
fn outline(inside: &str) -> Outline {
    let (drawing, faults) = read(inside);
    assert_eq!(faults, [], "{inside}");
    match drawing.parts.as_slice() {
        [Part::Outline(outline)] => (**outline).clone(),
        parts => panic!("{inside} gives {parts:?}"),
    }
}

fn color(outline: &Outline) -> Color {
    match &outline.fill.as_ref().unwrap().paint {
        Paint::Color(color) => color.clone(),
        Paint::Gradient(gradient) => panic!("{gradient:?}"),
    }
}

fn refused(text: &str) -> String {
    let error = read_bytes(text.as_bytes()).unwrap_err();
    Text::from(&error).in_lang(Lang::English).to_owned()
}

#[test]
fn pixels_are_three_quarters_of_a_point_and_transformations_are_carried_out() {
    let (drawing, _) = read("<rect x=\"4\" y=\"8\" width=\"16\" height=\"4\"/>");
    assert_eq!(drawing.size, Size::new(Length::pt(60), Length::pt(30)));
    let moved = "<g transform=\"translate(4 8)\"><g transform=\"scale(4 1)\"><rect width=\"4\" height=\"4\"/></g></g>";
    let point = |x, y| Point::new(Length::pt(x), Length::pt(y));
    let bounds = outline(moved).path.bounds().unwrap();
    assert_eq!(
        (bounds.origin, bounds.size),
        (point(3, 6), Size::new(Length::pt(12), Length::pt(3)))
    );
    assert_eq!(
        Some(bounds),
        outline("<rect x=\"4\" y=\"8\" width=\"16\" height=\"4\"/>")
            .path
            .bounds()
    );
}

#[test]
fn a_view_box_is_fitted_to_the_size() {
    let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20mm\" height=\"10mm\" viewBox=\"0 0 2 1\"><rect width=\"2\" height=\"1\"/></svg>";
    let (drawing, _) = read_bytes(text.as_bytes()).unwrap();
    let near = |one: Length, other: Length| (one - other).abs() < Length::from_units(20);
    assert!(near(drawing.size.width, Length::mm(20)), "{:?}", drawing.size);
    let Part::Outline(outline) = &drawing.parts[0] else {
        panic!("{drawing:?}");
    };
    assert!(near(outline.path.bounds().unwrap().size.height, Length::mm(10)));
}

#[test]
fn black_is_black_ink_and_greys_are_black_ink_of_the_same_lightness() {
    assert_eq!(color(&outline("<rect width=\"9\" height=\"9\"/>")), Color::BLACK);
    assert_eq!(
        color(&outline("<rect width=\"9\" height=\"9\" fill=\"#fff\"/>")),
        Color::PAPER
    );
    let profile = profile();
    let mut last = 0.0;
    for grey in (43..=255).rev() {
        let found = color(&outline(&format!(
            "<rect width=\"9\" height=\"9\" fill=\"rgb({grey},{grey},{grey})\"/>"
        )));
        let Cmyk([cyan, magenta, yellow, black]) = found.as_cmyk();
        assert_eq!([cyan, magenta, yellow].map(|part| part.percent()), [0.0; 3]);
        let Rgb(seen) = profile.srgb(found.as_cmyk());
        assert!(
            seen[1].abs_diff(grey) <= 1,
            "{grey} is printed as {found} and seen as {seen:?}"
        );
        assert!(
            black.percent() >= last,
            "{grey} is lighter than the next darker grey"
        );
        last = black.percent();
    }
}

#[test]
fn no_colour_lays_down_more_ink_than_the_printer_takes() {
    let profile = profile();
    for most in [280.0, 200.0, 60.0] {
        let palette = Palette::new(&profile, Intent::Relative, most);
        let text = format!("<svg {HEAD}><rect width=\"9\" height=\"9\" fill=\"#030102\"/></svg>");
        let (drawing, _) = Drawing::read("moor.svg", text.as_bytes(), &palette).unwrap();
        let Part::Outline(outline) = &drawing.parts[0] else {
            panic!("{drawing:?}");
        };
        let total = color(outline).total_percent();
        assert!(
            total <= most && (total > most - 1.0 || most < 100.0),
            "{total} of {most}"
        );
    }
}

#[test]
fn lines_keep_their_thickness_ends_corners_and_dashes() {
    let line = outline(
        "<path d=\"M0 0H8V8\" fill=\"none\" stroke=\"#000\" stroke-width=\"4\" stroke-linecap=\"square\" stroke-linejoin=\"round\" \
         stroke-dasharray=\"8 4\" stroke-dashoffset=\"-4\" transform=\"scale(2)\"/>",
    )
    .stroke
    .unwrap();
    assert_eq!(
        (line.width, line.cap, line.join),
        (Length::pt(6), Cap::Square, Join::Round)
    );
    assert_eq!(
        (line.dash, line.phase),
        (vec![Length::pt(12), Length::pt(6)], Length::pt(12))
    );
    let mitred = outline("<path d=\"M0 0H8V8\" fill=\"none\" stroke=\"#000\"/>")
        .stroke
        .unwrap();
    assert_eq!((mitred.cap, mitred.join), (Cap::Butt, Join::Miter(4000)));
}

#[test]
fn a_line_that_is_thicker_in_one_direction_is_drawn_as_an_outline() {
    let stretched = outline(
        "<path d=\"M0 8H8\" fill=\"none\" stroke=\"#000\" stroke-width=\"4\" transform=\"scale(1 2)\"/>",
    );
    assert_eq!(stretched.stroke, None);
    let bounds = stretched.path.bounds().unwrap();
    assert_eq!(bounds.size, Size::new(Length::pt(6), Length::pt(6)));
}

#[test]
fn holes_and_opacity_are_kept() {
    let ring = outline("<path fill-rule=\"evenodd\" fill-opacity=\"0.5\" d=\"M0 0H9V9H0zM3 3H6V6H3z\"/>");
    assert_eq!(ring.rule, Rule::EvenOdd);
    assert_eq!(ring.fill.unwrap().opacity, Opacity::from_fraction(0.5));
    assert_eq!(
        ring.path
            .segments
            .iter()
            .filter(|step| **step == Segment::Close)
            .count(),
        2
    );
    let (drawing, faults) = read("<g opacity=\"0.25\"><rect width=\"9\" height=\"9\"/><circle r=\"5\"/></g>");
    let [Part::Layer(layer)] = drawing.parts.as_slice() else {
        panic!("{drawing:?}");
    };
    assert_eq!(
        (layer.opacity, layer.parts.len(), faults.len()),
        (Opacity::from_fraction(0.25), 2, 0)
    );
    assert!(drawing.is_transparent());
    assert!(!read("<rect width=\"9\" height=\"9\"/>").0.is_transparent());
}

#[test]
fn what_cuts_stands_where_what_it_cuts_stands() {
    let (drawing, faults) = read(
        "<clipPath id=\"c\"><rect width=\"4\" height=\"4\"/><rect x=\"8\" width=\"4\" height=\"4\"/></clipPath>\
         <g transform=\"translate(4 4)\" clip-path=\"url(#c)\"><rect width=\"40\" height=\"40\"/></g>",
    );
    assert_eq!(faults, []);
    let [Part::Layer(layer)] = drawing.parts.as_slice() else {
        panic!("{drawing:?}");
    };
    let bounds = layer.clips[0].path.bounds().unwrap();
    assert_eq!(
        (bounds.origin, bounds.size),
        (
            Point::new(Length::pt(3), Length::pt(3)),
            Size::new(Length::pt(9), Length::pt(3))
        )
    );
}

#[test]
fn gradients_pass_from_ink_to_ink() {
    let found = outline(
        "<linearGradient id=\"g\"><stop stop-color=\"#fff\"/><stop offset=\"0.5\" stop-color=\"#000\"/><stop offset=\"1\"/></linearGradient>\
         <rect width=\"40\" height=\"20\" fill=\"url(#g)\"/>",
    );
    let Paint::Gradient(gradient) = found.fill.unwrap().paint else {
        panic!("no gradient");
    };
    assert!(matches!(gradient.way, Way::Axial(..)));
    // Forty pixels wide, thirty points.
    assert_eq!(gradient.matrix, [30_000_000, 0, 0, 15_000_000, 0, 0]);
    let (first, last) = (gradient.stops.first().unwrap(), gradient.stops.last().unwrap());
    assert_eq!((first, last), (&(0, Color::PAPER), &(10_000, Color::BLACK)));
    let alone = gradient
        .stops
        .iter()
        .all(|(_, color)| color.as_cmyk().0[..3].iter().all(|part| part.percent() == 0.0));
    assert!(alone, "a gradient of greys is of black ink alone: {gradient:?}");
}

#[test]
fn what_cannot_be_printed_is_named_and_never_left_out_in_silence() {
    let cases = [
        ("<text x=\"4\">Moor</text>", "text (`<text>`)", Some(1)),
        (
            "\n<image href=\"a.png\" width=\"9\" height=\"9\"/>",
            "a picture (`<image>`)",
            Some(2),
        ),
        (
            "<use href=\"b.svg#c\"/>",
            "something of another file (`<use>`)",
            Some(1),
        ),
        (
            "<foreignObject/>",
            "something that only a browser can show (`<foreignObject>`)",
            Some(1),
        ),
        (
            "<filter id=\"f\"><feGaussianBlur stdDeviation=\"2\"/></filter><rect id=\"r\" width=\"9\" height=\"9\" filter=\"url(#f)\"/>",
            "a filter effect (`filter`, at `r`)",
            None,
        ),
        (
            "<mask id=\"m\"><rect width=\"9\" height=\"9\" fill=\"#fff\"/></mask><rect id=\"s\" width=\"9\" height=\"9\" mask=\"url(#m)\"/>",
            "a mask (`mask`, at `s`)",
            None,
        ),
        (
            "<pattern id=\"p\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\"><rect width=\"2\" height=\"2\"/></pattern>\
             <rect width=\"9\" height=\"9\" fill=\"url(#p)\"/>",
            "a pattern (`pattern`)",
            None,
        ),
        (
            "<rect width=\"9\" height=\"9\" style=\"mix-blend-mode:multiply\"/>",
            "colours that blend with those below (`mix-blend-mode`)",
            None,
        ),
        (
            "<linearGradient id=\"g\" spreadMethod=\"repeat\" x2=\"0.2\"><stop/><stop offset=\"1\" stop-color=\"red\"/></linearGradient>\
             <rect width=\"9\" height=\"9\" fill=\"url(#g)\"/>",
            "a gradient that repeats (`spreadMethod`, at `g`)",
            None,
        ),
        (
            "<clipPath id=\"c\"><rect width=\"9\" height=\"9\"/><circle r=\"5\"/></clipPath><rect width=\"9\" height=\"9\" clip-path=\"url(#c)\"/>",
            "a clip of several shapes that overlap (`clipPath`, at `c`)",
            None,
        ),
    ];
    for (inside, what, line) in cases {
        let (_, faults) = read(inside);
        let found: Vec<(&str, Option<u32>)> = faults
            .iter()
            .map(|fault| (fault.what.in_lang(Lang::English), fault.line))
            .collect();
        assert_eq!(found, [(what, line)], "{inside}");
    }
    // What nothing uses, and what is empty, does no harm.
    assert_eq!(read("<mask id=\"m\"/><pattern id=\"p\"/><text> </text><script>x()</script><rect width=\"9\" height=\"9\"/>").1, []);
}

#[test]
fn what_is_no_drawing_is_refused() {
    let svg = |attributes: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}><rect width=\"9\" height=\"9\"/></svg>"
        )
    };
    for text in ["", "hello", "<html/>", "<svg", "\u{1f}\u{8b}"] {
        assert!(
            refused(text).starts_with("it cannot be read as SVG"),
            "{text}: {}",
            refused(text)
        );
    }
    assert!(matches!(
        read_bytes(&[0xFF, 0xFE, 0x00]),
        Err(DrawingError::Unreadable(_))
    ));
    for size in [
        "width=\"0\" height=\"9\"",
        "width=\"-3\" height=\"9\"",
        "width=\"1e30\" height=\"9\"",
        "width=\"0.01\" height=\"9\"",
    ] {
        assert_eq!(
            refused(&svg(size)),
            "it has no size that a page could have",
            "{size}"
        );
    }
    assert_eq!(refused(&format!("<svg {HEAD}/>")), "nothing is drawn in it");
    // Without a size it is as large as what is drawn.
    assert!(read_bytes(svg("").as_bytes()).is_ok());
}

#[test]
fn drawings_that_were_made_to_do_harm_are_refused_soon() {
    let svg = |inside: &str| format!("<svg {HEAD}>{inside}</svg>");
    let nested = |deep: usize| {
        svg(&format!(
            "{}<rect width=\"9\" height=\"9\"/>{}",
            "<g>".repeat(deep),
            "</g>".repeat(deep)
        ))
    };
    assert!(read_bytes(nested(100).as_bytes()).is_ok());
    assert_eq!(
        refused(&nested(10_000)),
        "it has more elements within elements than a page can hold"
    );
    let entities: String = (0..9)
        .map(|n| format!("<!ENTITY e{} \"{}\">", n + 1, format!("&e{n};").repeat(10)))
        .collect();
    let laughs = format!(
        "<!DOCTYPE svg [<!ENTITY e0 \"ha\">{entities}]>{}",
        svg("<title>&e9;</title>")
    );
    assert!(
        refused(&laughs).contains("entity reference loop"),
        "{}",
        refused(&laughs)
    );
    let foreign = format!(
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}",
        svg("<title>&x;</title>")
    );
    assert!(
        refused(&foreign).contains("unknown entity"),
        "{}",
        refused(&foreign)
    );
    let uses: String = (0..9)
        .map(|n| {
            format!(
                "<g id=\"u{}\">{}</g>",
                n + 1,
                format!("<use href=\"#u{n}\"/>").repeat(10)
            )
        })
        .collect();
    let grown = svg(&format!(
        "<defs><rect id=\"u0\" width=\"9\" height=\"9\"/>{uses}</defs><use href=\"#u9\"/>"
    ));
    assert!(
        refused(&grown).contains("counted where they are used"),
        "{}",
        refused(&grown)
    );
    let circle = svg(
        "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g><rect width=\"9\" height=\"9\"/>",
    );
    assert!(
        refused(&circle).contains("references within references"),
        "{}",
        refused(&circle)
    );
    let marked = svg(&format!(
        "<marker id=\"m\">{}</marker><path marker-mid=\"url(#m)\" stroke=\"#000\" d=\"M0 0{}\"/>",
        "<rect width=\"1\" height=\"1\"/>".repeat(1000),
        "l1 1".repeat(20_000)
    ));
    assert!(
        refused(&marked).contains("counted where they are used"),
        "{}",
        refused(&marked)
    );
    let strange = svg(
        "<rect x=\"-1e38\" width=\"3e38\" height=\"3e38\"/><rect width=\"NaN\" height=\"inf\"/><path stroke=\"#000\" \
         stroke-width=\"1e30\" d=\"M1e38 -1e38L-1e38 1e38z\" transform=\"rotate(37) skewX(89.9999)\"/>\
         <path transform=\"scale(1 2)\" stroke=\"#000\" stroke-dasharray=\"0.0001\" d=\"M0 0L1e6 1e6z\"/>",
    );
    assert!(read_bytes(strange.as_bytes()).is_ok());
}
