use super::*;
use crate::assets::Drawing;
use crate::assets::drawing::{Clip, Fill, Layer, Opacity, Outline, Paint, Part, Rule};
use crate::color::{Cmyk, Color, Part as InkPart};
use crate::diag::render_human;
use crate::geom::{Path, Point, Rect, Sides, Transform, Turn};
use crate::scene::{Artifact, Group, Item, ItemKind, Mark, PageKind, PlacedDrawing, Shape, Stroke, fixture};
use crate::source::Sources;

const WIDTH: i64 = 100;
const HEIGHT: i64 = 200;

/// What is said of a page of 100 by 200 mm with 3 mm of bleed.
fn said(items: Vec<Item>) -> Vec<String> {
    said_with(Sides::all(Length::mm(3)), items)
}

fn said_with(bleed: Sides, items: Vec<Item>) -> Vec<String> {
    let mut scene = fixture::scene();
    let mut page = fixture::page(PageKind::Bound, "page 1", 1, 1);
    page.trim = Size::new(Length::mm(WIDTH), Length::mm(HEIGHT));
    page.bleed = bleed;
    page.items = items;
    scene.pages.push(page);
    let mut log = Log::new();
    check(&scene, &fixture::assets(), &mut log);
    log.findings()
        .iter()
        .map(|finding| finding.message.in_lang(crate::wording::Lang::English).to_owned())
        .collect()
}

/// A rectangle by its edges, in tenths of a millimetre.
fn rect([left, top, right, bottom]: [i64; 4]) -> Rect {
    let tenths = |tenths: i64| Length::micrometres(tenths * 100);
    Rect::from_edges(tenths(left), tenths(top), tenths(right), tenths(bottom))
}

fn block(edges: [i64; 4]) -> Item {
    fixture::ground(rect(edges))
}

fn in_black(edges: [i64; 4]) -> Item {
    filled(Path::rect(rect(edges)), Color::BLACK)
}

fn filled(path: Path, color: Color) -> Item {
    drawn(Shape {
        path,
        fill: Some(color),
        stroke: None,
    })
}

fn line(from: (i64, i64), to: (i64, i64)) -> Item {
    let at = |(x, y): (i64, i64)| Point::new(Length::mm(x), Length::mm(y));
    drawn(Shape {
        path: Path::line(at(from), at(to)),
        fill: None,
        stroke: Some(Stroke {
            color: Color::BLACK,
            width: Length::pt(1),
            round: false,
            dash: Vec::new(),
        }),
    })
}

fn drawn(shape: Shape) -> Item {
    Item {
        at: Point::ORIGIN,
        kind: ItemKind::Shape(shape),
        mark: Mark::Artifact(Artifact::Layout),
        origin: None,
    }
}

fn dot(x: i64, y: i64, radius: i64) -> Item {
    let centre = Point::new(Length::mm(x), Length::mm(y));
    let yellow = Cmyk([InkPart::NONE, InkPart::NONE, InkPart::FULL, InkPart::NONE]);
    filled(Path::circle(centre, Length::mm(radius)), Color::process(yellow))
}

fn held(clip: Rect, items: Vec<Item>) -> Item {
    Item {
        at: Point::ORIGIN,
        kind: ItemKind::Group(Group {
            transform: Transform::default(),
            clip: Some(clip),
            items: items.into(),
        }),
        mark: Mark::Inner,
        origin: None,
    }
}

#[test]
fn artwork_that_fills_the_bleed_or_stays_well_inside_is_good() {
    assert_eq!(said(vec![block([-30, -30, 1030, 2030])]), [""; 0]);
    assert_eq!(said(vec![block([10, 10, 990, 1990])]), [""; 0]);
    // At the head, and half the way down.
    assert_eq!(said(vec![block([-30, -30, 1030, 1000])]), [""; 0]);
}

#[test]
fn artwork_that_ends_at_the_trim_or_a_hair_before_or_behind_it_is_an_error() {
    let at_trim = said(vec![block([0, 10, 990, 1990])]);
    assert_eq!(
        at_trim,
        ["artwork ends at the trim at the left of `page 1` instead of 3 mm beyond it"]
    );
    let before = said(vec![block([-30, -30, 997, 2030])]);
    assert!(
        before[0].starts_with("artwork ends 0.3 mm before the trim at the right of `page 1`"),
        "{before:?}"
    );
    let behind = said(vec![block([-30, -30, 1030, 2010])]);
    assert!(
        behind[0].starts_with("artwork ends 1 mm beyond the trim at the foot of `page 1`"),
        "{behind:?}"
    );
    let everywhere = said(vec![block([0, 0, 1000, 2000])]);
    assert!(everywhere[0].ends_with("and at 3 more places"), "{everywhere:?}");
}

#[test]
fn only_an_edge_with_bleed_asks_for_it() {
    let bleed = Sides {
        top: Length::mm(3),
        ..Sides::default()
    };
    assert_eq!(said_with(bleed, vec![block([0, -30, 1000, 2000])]), [""; 0]);
    assert_eq!(said_with(bleed, vec![block([0, 0, 1000, 2000])]).len(), 1);
    let wide = Sides {
        left: Length::mm(5),
        ..Sides::all(Length::mm(3))
    };
    let found = said_with(wide, vec![block([-30, -30, 1030, 2030])]);
    assert!(
        found[0].contains("3 mm beyond the trim at the left")
            && found[0].contains("instead of 5 mm beyond it"),
        "{found:?}"
    );
}

#[test]
fn what_is_hidden_by_a_ground_above_it_is_not_at_fault() {
    let faulty = || block([500, 500, 1000, 1000]);
    assert_eq!(said(vec![faulty(), in_black([-30, -30, 1030, 2030])]), [""; 0]);
    // Two grounds may hide it together.
    let halves = vec![
        faulty(),
        in_black([400, 400, 1030, 700]),
        in_black([400, 700, 1030, 1100]),
    ];
    assert_eq!(said(halves), [""; 0]);
    // A ground below it hides nothing, and one that hides a part leaves the rest.
    assert_eq!(said(vec![in_black([-30, -30, 1030, 2030]), faulty()]).len(), 1);
    assert_eq!(said(vec![faulty(), in_black([400, 400, 1030, 700])]).len(), 1);
}

#[test]
fn artwork_that_goes_on_in_the_same_ink_is_whole() {
    let pieces = || [block([0, 0, 1000, 2000]), block([-30, -30, 0, 2030])];
    let [page, strip] = pieces();
    let left_is_filled = said(vec![page, strip]);
    assert!(!left_is_filled[0].contains("at the left"), "{left_is_filled:?}");
    assert!(
        left_is_filled[0].ends_with("and at 2 more places"),
        "{left_is_filled:?}"
    );
}

#[test]
fn a_round_form_may_be_cut_anywhere_and_a_rounded_block_may_not() {
    assert_eq!(
        said(vec![dot(99, 100, 2), dot(0, 100, 1), dot(100, 50, 40)]),
        [""; 0]
    );
    let mut rounded = Path::rect(rect([500, 500, 1000, 1000]));
    let corner = Point::new(Length::mm(51), Length::mm(49));
    rounded
        .segments
        .insert(4, crate::geom::Segment::Curve(corner, corner, corner));
    assert_eq!(said(vec![filled(rounded, Color::BLACK)]).len(), 1);
}

#[test]
fn a_line_across_the_trim_reaches_the_bleed_or_ends_on_a_dot() {
    assert_eq!(said(vec![line((50, 50), (103, 60))]), [""; 0]);
    assert_eq!(said(vec![line((50, 50), (101, 60))]).len(), 1);
    assert_eq!(said(vec![line((50, 50), (100, 50))]).len(), 1);
    assert_eq!(said(vec![line((50, 50), (101, 60)), dot(101, 60, 1)]), [""; 0]);
    // Along the trim, and well inside.
    assert_eq!(said(vec![line((100, 50), (100, 150))]).len(), 1);
    assert_eq!(said(vec![line((98, 50), (98, 150))]), [""; 0]);
}

#[test]
fn what_a_group_cuts_ends_where_it_is_cut() {
    let whole = rect([-30, -30, 1030, 2030]);
    let cut = rect([-30, -30, 1000, 2030]);
    assert_eq!(
        said(vec![held(whole, vec![block([-90, -90, 1090, 2090])])]),
        [""; 0]
    );
    assert_eq!(
        said(vec![held(cut, vec![block([-90, -90, 1090, 2090])])]).len(),
        1
    );
    assert_eq!(said(vec![held(cut, vec![dot(100, 50, 40)])]).len(), 1);
    // Nothing of it shows at that edge.
    assert_eq!(
        said(vec![held(
            rect([100, 100, 900, 900]),
            vec![block([0, 0, 1000, 2000])]
        )]),
        [""; 0]
    );
}

#[test]
fn a_turned_group_is_looked_at_as_it_lies() {
    let mut turned = held(rect([0, 0, 9000, 9000]), vec![block([0, 0, 400, 200])]);
    turned.at = Point::new(Length::mm(WIDTH), Length::mm(20));
    if let ItemKind::Group(group) = &mut turned.kind {
        group.transform.turn = Turn::Quarter;
    }
    // 20 mm wide and 40 mm high, at the right edge.
    let found = said(vec![turned]);
    assert!(found[0].contains("at the trim at the right"), "{found:?}");
    assert_eq!(found.len(), 1);
}

#[test]
fn text_marks_and_what_lies_outside_are_left_alone() {
    let beside = block([1010, 100, 1020, 200]);
    let text = fixture::run("Netzwerk", 0, 10, Mark::Artifact(Artifact::Layout));
    let mut mark = block([1000, 100, 1020, 200]);
    mark.mark = Mark::Artifact(Artifact::Page);
    let paper = filled(Path::rect(rect([0, 0, 1000, 2000])), Color::PAPER);
    assert_eq!(said(vec![beside, text, mark, paper]), [""; 0]);
}

#[test]
fn very_many_forms_along_the_trim_take_no_time() {
    let forms = (0..20_000)
        .map(|at| block([500, at % 1_900, 1_000, at % 1_900 + 40]))
        .collect();
    assert_eq!(said(forms).len(), 1);
}

#[test]
fn the_finding_says_what_to_do() {
    let mut scene = fixture::scene();
    let mut page = fixture::page(PageKind::Sheet, "outside", 300, 200);
    page.items = vec![fixture::ground(page.trim_box())];
    page.items[0].origin = Some(Span {
        source: crate::source::SourceId(0),
        start: 0,
        end: 10,
    });
    scene.pages.push(page);
    let mut log = Log::new();
    check(&scene, &fixture::assets(), &mut log);
    let mut sources = Sources::default();
    sources.add("templates/flyer.toml", "[[ground]]\n");
    let shown: Vec<String> = log
        .findings()
        .iter()
        .map(|finding| render_human(finding, &sources, crate::wording::Lang::English, false))
        .collect();
    assert_eq!(shown.len(), 1);
    assert!(
        shown[0].contains("let it run out 1.1 mm over the trim"),
        "{shown:?}"
    );
}

/// A drawing of 50 by 100 mm with one part, shown at twice its size with its top left corner at the page's.
fn said_of_drawing(part: Part) -> Vec<String> {
    let own = Size::new(Length::mm(50), Length::mm(100));
    let assets = fixture::assets().with_drawings(vec![Drawing {
        name: "logo.svg".to_owned(),
        size: own,
        parts: vec![part],
    }]);
    let mut scene = fixture::scene();
    let mut page = fixture::page(PageKind::Bound, "page 1", 1, 1);
    page.trim = Size::new(Length::mm(WIDTH), Length::mm(HEIGHT));
    page.bleed = Sides::all(Length::mm(3));
    page.items.push(Item {
        at: Point::ORIGIN,
        kind: ItemKind::Drawing(PlacedDrawing {
            drawing: assets.find_drawing("logo.svg").unwrap(),
            size: page.trim,
        }),
        mark: Mark::Artifact(Artifact::Layout),
        origin: None,
    });
    scene.pages.push(page);
    let mut log = Log::new();
    check(&scene, &assets, &mut log);
    log.findings()
        .iter()
        .map(|finding| finding.message.in_lang(crate::wording::Lang::English).to_owned())
        .collect()
}

fn outline(path: Path) -> Part {
    Part::Outline(Box::new(Outline {
        path,
        rule: Rule::NonZero,
        fill: Some(Fill {
            paint: Paint::Color(Color::BLACK),
            opacity: Opacity::FULL,
        }),
        stroke: None,
        stroke_first: false,
    }))
}

#[test]
fn the_forms_of_a_drawing_are_looked_at_at_the_size_at_which_they_are_shown() {
    // From 10 to 40 mm of 50, shown from 20 to 80 mm of 100.
    assert_eq!(
        said_of_drawing(outline(Path::rect(rect([100, 100, 400, 900])))),
        [""; 0]
    );
    // To its own right edge, which is that of the trim.
    let found = said_of_drawing(outline(Path::rect(rect([100, 100, 500, 900]))));
    assert_eq!(
        found,
        ["artwork ends at the trim at the right of `page 1` instead of 3 mm beyond it"]
    );
    // Beyond its own frame, to the edge of the bleed.
    assert_eq!(
        said_of_drawing(outline(Path::rect(rect([100, 100, 520, 900])))),
        [""; 0]
    );
    // Cut by a layer before it gets there.
    let cut = Part::Layer(Layer {
        clips: vec![Clip {
            path: Path::rect(rect([0, 0, 505, 1_000])),
            rule: Rule::NonZero,
        }],
        opacity: Opacity::FULL,
        parts: vec![outline(Path::rect(rect([100, 100, 520, 900])))],
    });
    assert!(said_of_drawing(cut)[0].starts_with("artwork ends 1 mm beyond the trim"));
}
