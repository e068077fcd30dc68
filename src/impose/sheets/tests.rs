use std::sync::Arc;

use proptest::prelude::*;

use super::backing::{Turning, behind_in_piece};
use super::{Face, Imposition, TooSmall, imposition};
use crate::assets::Assets;
use crate::color::Ink;
use crate::geom::{Length, Point, Rect, Sides, Size};
use crate::scene::{Fold, Group, Item, ItemKind, Page, PageKind, Scene, fixture};
use crate::source::{SourceId, Span, Spanned};
use crate::style::Language;
use crate::template::{
    Flip, Limits, Marks, OutputCondition, Paper, PdfX, Pictures, Printer, Resolution, Sheets,
};
use crate::wording::{Lang, Text};

fn mm(length: i64) -> Length {
    Length::mm(length)
}

fn size(width: i64, height: i64) -> Size {
    Size::new(mm(width), mm(height))
}

/// A printer with sheets of so many millimetres, turned about that edge, who prints on that paper.
fn printer(sheet: Size, flip: Flip, weight: u32) -> Printer {
    let place = Span {
        source: SourceId(0),
        start: 0,
        end: 0,
    };
    let resolution = Resolution {
        warning: 224,
        error: 149,
    };
    Printer {
        name: "house".to_owned(),
        bleed: Sides::all(mm(3)),
        safe: mm(4),
        pdfx: PdfX::X4,
        marks: Marks::default(),
        condition: OutputCondition {
            identifier: "FOGRA39".to_owned(),
            info: String::new(),
            profile: Spanned::new(String::new(), place),
            source: None,
        },
        total_ink: 300.0,
        limits: Limits {
            text: Length::pt(5),
            mixed_text: Length::pt(8),
            line: Length::from_units(16_384),
            fold: mm(3),
            picture: resolution,
            bitmap: resolution,
            spots: None,
        },
        pictures: Pictures::default(),
        paper: Paper {
            name: None,
            weight,
            volume: 1_000,
        },
        sheets: Sheets {
            size: sheet,
            margin: mm(5),
            flip,
            marks: Marks::default(),
            span: place,
            is_named: true,
        },
    }
}

fn page(kind: PageKind, number: u32, trim: Size, bleed: Sides) -> Page {
    let label = number.to_string();
    Page {
        trim,
        bleed,
        ..fixture::page(kind, &label, 1, 1)
    }
}

fn brochure(pages: u32, trim: Size) -> Scene {
    let mut scene = fixture::scene();
    let bleed = Sides::all(mm(3));
    scene.pages = (1..=pages)
        .map(|number| page(PageKind::Bound, number, trim, bleed))
        .collect();
    for page in &mut scene.pages {
        page.items = vec![fixture::ground(page.bleed_box())];
    }
    scene
}

fn flyer(trim: Size, bleed: Sides) -> Scene {
    let mut scene = fixture::scene();
    scene.pages = (1..=2)
        .map(|number| page(PageKind::Sheet, number, trim, bleed))
        .collect();
    for page in &mut scene.pages {
        page.items = vec![fixture::ground(page.bleed_box())];
        page.folds = vec![Fold {
            x: trim.width.ratio(1, 3),
        }];
    }
    scene
}

/// The sheets as they lie before the reader: the places of what is on them are told from the corner of the sheet.
fn sheets(scene: &Scene, imposition: &Imposition, wanted: Marks, assets: &Assets) -> Scene {
    let mut imposed = super::sheets(scene, imposition, wanted, assets);
    for page in &mut imposed.pages {
        let sheet = page.media_box();
        assert_eq!(sheet.size, imposition.sheet);
        for item in &mut page.items {
            item.at = item.at - sheet.origin;
        }
        (page.trim, page.bleed, page.slug) = (sheet.size, Sides::default(), Sides::default());
    }
    imposed
}

fn imposed(scene: &Scene, printer: &Printer) -> (Imposition, Scene) {
    let imposition = imposition(scene, printer).unwrap().unwrap();
    let imposed = sheets(scene, &imposition, Marks::default(), &fixture::assets());
    (imposition, imposed)
}

fn groups(page: &Page) -> Vec<&Group> {
    let groups = page.items.iter().map(|item| match &item.kind {
        ItemKind::Group(group) => group,
        other => panic!("{other:?}"),
    });
    groups.collect()
}

/// What shows on each side of a sheet, seen from the front.
fn seen_from_front(page: &Page, face: Face, turning: Turning) -> Vec<Rect> {
    let bounds = page.items.iter().map(Item::bounds);
    let behind = |rect: Rect| {
        let corners = [rect.origin, Point::new(rect.right(), rect.bottom())];
        let [one, other] = corners.map(|corner| turning.behind(corner, page.trim));
        Rect::from_edges(one.x, one.y, other.x, other.y)
    };
    match face {
        Face::Front => bounds.collect(),
        Face::Back => bounds.map(behind).collect(),
    }
}

/// The labels of the pages of a brochure as a reader meets them who folds the sheets at the spine, lays them into each other and turns leaf
/// after leaf. Which page lies behind which is measured on the sheets.
fn met(scene: &Scene, printer: &Printer, right_to_left: bool) -> Vec<u32> {
    let (imposition, imposed) = imposed(scene, printer);
    let turning = Turning::of(printer.sheets.flip, imposition.sheet);
    let spine = imposition.sheet.width / 2;
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for (rows, pages) in imposition.rows.chunks(2).zip(imposed.pages.chunks(2)) {
        let front = seen_from_front(&pages[0], Face::Front, turning);
        let back = seen_from_front(&pages[1], Face::Back, turning);
        let label = |label: &Option<String>| label.as_ref().unwrap().parse::<u32>().unwrap();
        let fronts = [label(&rows[0].left), label(&rows[0].right)];
        let backs = [label(&rows[1].left), label(&rows[1].right)];
        let leaves: Vec<(bool, u32, u32)> = front
            .iter()
            .zip(fronts)
            .map(|(rect, number)| {
                let behind = back.iter().position(|other| other == rect);
                let behind = behind.unwrap_or_else(|| panic!("nothing lies behind {rect:?}: {back:?}"));
                (rect.centre().x > spine, number, backs[behind])
            })
            .collect();
        for (at_right, front, back) in leaves {
            // The front lies outside. The leaf on the side where the reader begins has it in front, the other one behind.
            if at_right != right_to_left {
                first.extend([front, back]);
            } else {
                second.splice(0..0, [back, front]);
            }
        }
    }
    first.into_iter().chain(second).collect()
}

#[test]
fn every_brochure_is_met_page_by_page_however_the_press_turns_its_sheets() {
    for sheets in 1..=32 {
        for (flip, right_to_left) in [(Flip::LongEdge, false), (Flip::ShortEdge, true)] {
            let mut scene = brochure(4 * sheets, size(148, 210));
            if right_to_left {
                scene.about.language = Language(Arc::from("ar"));
            }
            let printer = printer(size(320, 450), flip, 135);
            let met = met(&scene, &printer, right_to_left);
            assert!(met.iter().copied().eq(1..=4 * sheets), "{met:?}");
        }
    }
}

#[test]
fn pages_of_inner_sheets_are_shifted_towards_the_spine_and_cut_there() {
    let scene = brochure(48, size(148, 210));
    let (imposition, imposed) = imposed(&scene, &printer(size(450, 320), Flip::ShortEdge, 135));
    let spine = mm(225);
    let tenths = |length: Length| (length.to_mm() * 100.0).round() as i64;
    assert_eq!(tenths(imposition.creep), 162);
    for (row, page) in imposition.rows.iter().zip(&imposed.pages) {
        let [left, right] = [0, 1].map(|index| page.items[index].bounds());
        assert_eq!(left.right(), spine);
        assert_eq!(right.left(), spine);
        // Of 3 mm of bleed the shift leaves the rest beyond the crop marks.
        assert_eq!(left.left(), spine - mm(148) - mm(3) + row.shift);
        assert_eq!(right.right(), spine + mm(148) + mm(3) - row.shift);
    }
    let shifts: Vec<i64> = imposition
        .rows
        .iter()
        .step_by(2)
        .map(|row| tenths(row.shift))
        .collect();
    assert_eq!(shifts, [0, 15, 29, 44, 59, 74, 88, 103, 118, 133, 147, 162]);
}

#[test]
fn four_pages_are_one_sheet_without_creep() {
    let (imposition, imposed) = imposed(
        &brochure(4, size(105, 148)),
        &printer(size(320, 450), Flip::LongEdge, 1000),
    );
    assert_eq!((imposition.sheets(), imposed.pages.len()), (1, 2));
    assert_eq!(imposition.creep, Length::ZERO);
    assert_eq!(imposition.sheets_for(250), 250);
}

#[test]
fn boards_as_thick_as_a_page_is_wide_are_not_shifted_over_their_neighbours() {
    let mut printer = printer(size(320, 450), Flip::LongEdge, 1000);
    printer.paper.volume = 4_000;
    let (imposition, imposed) = imposed(&brochure(128, size(20, 20)), &printer);
    let spine = imposition.sheet.width / 2;
    for page in &imposed.pages {
        let [left, right] = [0, 1].map(|index| page.items[index].bounds());
        assert!(
            left.right() <= spine && right.left() >= spine,
            "{left:?} {right:?}"
        );
    }
}

#[test]
fn the_trim_of_a_sheet_is_what_is_cut_out_of_it_and_marks_stand_beyond_its_bleed() {
    let scene = flyer(size(85, 55), Sides::all(mm(2)));
    let imposition = imposition(&scene, &printer(size(320, 450), Flip::LongEdge, 135))
        .unwrap()
        .unwrap();
    for page in &super::sheets(&scene, &imposition, ALL, &fixture::assets()).pages {
        // Three side by side, seven one below the other, 4 mm between them.
        let millimetres = [page.trim.width, page.trim.height].map(|length| length.to_mm().round() as i64);
        assert_eq!(millimetres, [3 * 85 + 2 * 4, 7 * 55 + 6 * 4]);
        assert_eq!(page.bleed, Sides::all(mm(2)));
        assert_eq!(page.media_box().size, size(320, 450));
        let (pieces, marks) = pieces_and_marks(page);
        let product = page.bleed_box();
        assert!(pieces.iter().all(|piece| product.contains(piece)));
        let [.., marks_item] = page.items.as_slice() else {
            panic!()
        };
        let bounds = marks
            .items
            .iter()
            .map(|item| item.bounds().shifted(marks_item.at));
        assert!(bounds.clone().count() > 20);
        for bounds in bounds {
            assert!(!bounds.overlaps(&product), "{bounds:?} enters {product:?}");
        }
    }
}

#[test]
fn a_page_wider_than_the_sheet_is_refused_with_its_sizes() {
    let found = imposition(
        &brochure(8, size(330, 210)),
        &printer(size(320, 450), Flip::LongEdge, 135),
    );
    let Err(TooSmall { .. }) = found else {
        panic!("{found:?}");
    };
    assert_eq!(
        Text::from(found.unwrap_err()).in_lang(Lang::English),
        "666 x 216 mm with bleed do not fit on the 310 x 440 mm that the press can print on"
    );
}

#[test]
fn a_document_without_pages_for_a_press_takes_no_sheets() {
    let mut scene = fixture::scene();
    let printer = printer(size(320, 450), Flip::LongEdge, 135);
    assert_eq!(imposition(&scene, &printer), Ok(None));
    scene.pages.push(fixture::page(PageKind::Panel, "1", 100, 100));
    assert_eq!(imposition(&scene, &printer), Ok(None));
}

#[test]
fn copies_of_a_page_share_what_is_on_it() {
    let (imposition, imposed) = imposed(
        &flyer(size(85, 55), Sides::all(mm(2))),
        &printer(size(320, 450), Flip::LongEdge, 135),
    );
    assert_eq!((imposition.across, imposition.down), (3, 7));
    assert_eq!(imposition.sheets_for(1000), 48);
    for page in &imposed.pages {
        let groups = groups(page);
        assert_eq!(groups.len(), 21);
        assert!(
            groups
                .iter()
                .all(|group| Arc::ptr_eq(&group.items, &groups[0].items))
        );
    }
}

/// All kinds of marks.
const ALL: Marks = Marks {
    crop: true,
    fold: true,
    registration: true,
    bar: true,
    slug: true,
    crease: false,
};

/// The pieces of a side and the marks around them.
fn pieces_and_marks(page: &Page) -> (Vec<Rect>, &Group) {
    let Some((marks, pieces)) = page.items.split_last() else {
        panic!("nothing on the sheet");
    };
    let ItemKind::Group(marks) = &marks.kind else {
        panic!("{marks:?}");
    };
    (pieces.iter().map(Item::bounds).collect(), marks)
}

fn says(marks: &Group, text: &str) -> bool {
    marks.items.iter().any(|item| match &item.kind {
        ItemKind::Group(line) => line.items.iter().any(|run| match &run.kind {
            ItemKind::Glyphs(run) => run.text.contains(text),
            _ => false,
        }),
        _ => false,
    })
}

#[test]
fn two_flyers_on_a_sheet_are_cut_and_folded_by_marks_at_the_edges_of_the_block() {
    let scene = flyer(size(297, 210), Sides::all(mm(3)));
    let imposition = imposition(&scene, &printer(size(320, 450), Flip::LongEdge, 135))
        .unwrap()
        .unwrap();
    let imposed = sheets(&scene, &imposition, ALL, &fixture::assets());
    for (page, face) in imposed.pages.iter().zip(["front", "back"]) {
        let (pieces, marks) = pieces_and_marks(page);
        assert_eq!(pieces.len(), 2);
        // Two edges upright and four level ones, each marked at both ends; a fold at head and foot; no room for targets and a bar.
        let lines = marks
            .items
            .iter()
            .filter(|item| matches!(item.kind, ItemKind::Shape(_)));
        assert_eq!(lines.count(), 2 * 2 + 4 * 2 + 2);
        assert!(says(marks, &format!("sheet 1 of 1, {face}")));
        let folds: Vec<&Item> = marks
            .items
            .iter()
            .filter(|item| {
                matches!(&item.kind, ItemKind::Shape(shape)
                if shape.stroke.as_ref().is_some_and(|stroke| !stroke.dash.is_empty()))
            })
            .collect();
        let x = pieces[0].left() + mm(3) + mm(297).ratio(1, 3);
        assert!(folds.iter().all(|fold| fold.bounds().centre().x == x));
        let strokes = marks.items.iter().filter_map(|item| match &item.kind {
            ItemKind::Shape(shape) => shape.stroke.as_ref(),
            _ => None,
        });
        // On all plates, and with no more ink than the printer takes.
        let (inks, totals): (Vec<Ink>, Vec<f64>) = strokes
            .map(|stroke| (stroke.color.ink.clone(), stroke.color.total_percent()))
            .unzip();
        assert!(inks.iter().all(|ink| *ink == Ink::All));
        assert!(
            totals.iter().all(|total| (290.0..=300.0).contains(total)),
            "{totals:?}"
        );
    }
}

#[test]
fn a_brochure_has_a_fold_mark_at_its_spine_and_every_mark_there_is_room_for() {
    let scene = brochure(8, size(148, 210));
    let imposition = imposition(&scene, &printer(size(320, 450), Flip::LongEdge, 135))
        .unwrap()
        .unwrap();
    let imposed = sheets(&scene, &imposition, ALL, &fixture::assets());
    let (_, marks) = pieces_and_marks(&imposed.pages[3]);
    assert!(says(marks, "sheet 2 of 2, back"));
    let fields = marks
        .items
        .iter()
        .filter(|item| matches!(&item.kind, ItemKind::Shape(shape) if shape.fill.is_some()));
    assert!(fields.count() >= 17, "a whole bar of ink fields");
    // Four corners twice, the spine at head and foot, a target on each side.
    let lines = marks
        .items
        .iter()
        .filter(|item| matches!(&item.kind, ItemKind::Shape(shape) if shape.stroke.is_some()));
    assert_eq!(lines.count(), 8 + 2 + 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn flyers_back_up_keep_clear_of_each_other_and_stay_on_what_is_printed(
        sheet in (200_i64..800, 200_i64..800),
        trim in (30_i64..300, 30_i64..300),
        bleed in prop::array::uniform4(0_i64..6),
        spot in (0_i64..30, 0_i64..30),
        flip in prop_oneof![Just(Flip::LongEdge), Just(Flip::ShortEdge)],
    ) {
        let trim = size(trim.0, trim.1);
        let [top, right, bottom, left] = bleed.map(mm);
        let scene = flyer(trim, Sides { top, right, bottom, left });
        let printer = printer(size(sheet.0, sheet.1), flip, 135);
        let Ok(found) = imposition(&scene, &printer) else { return Ok(()) };
        let imposition = found.unwrap();
        let imposed = sheets(&scene, &imposition, Marks::default(), &fixture::assets());
        let [front, back] = &imposed.pages[..] else { panic!() };
        let turning = Turning::of(flip, imposition.sheet);
        let printable = front.trim_box().inset(Sides::all(printer.sheets.margin - Length::micrometres(1)));
        prop_assert_eq!(groups(front).len() as u32, imposition.pieces());

        let spot = Point::new(mm(spot.0), mm(spot.1));
        for (front, back) in groups(front).into_iter().zip(groups(back)) {
            let behind = back.transform.apply(behind_in_piece(spot, trim.width));
            prop_assert_eq!(turning.behind(front.transform.apply(spot), imposition.sheet), behind);
        }
        for page in [front, back] {
            for (number, item) in page.items.iter().enumerate() {
                let bounds = item.bounds();
                prop_assert!(printable.contains(&bounds), "{:?} leaves {:?}", bounds, printable);
                for other in &page.items[..number] {
                    prop_assert!(!bounds.overlaps(&other.bounds()));
                }
            }
        }
    }

    #[test]
    fn spreads_back_up_and_show_nothing_over_the_spine(
        pages in 1_u32..=128,
        trim in (30_i64..300, 30_i64..300),
        weight in 20_u32..1000,
        flip in prop_oneof![Just(Flip::LongEdge), Just(Flip::ShortEdge)],
        right_to_left in any::<bool>(),
    ) {
        let pages = pages.next_multiple_of(4);
        let mut scene = brochure(pages, size(trim.0, trim.1));
        if right_to_left {
            scene.about.language = Language(Arc::from("he"));
        }
        let printer = printer(size(640, 640), flip, weight);
        let met = met(&scene, &printer, right_to_left);
        prop_assert!(met.into_iter().eq(1..=pages));
    }

    #[test]
    fn marks_keep_clear_of_all_artwork_of_each_other_and_of_what_cannot_be_printed(
        sheet in (200_i64..800, 200_i64..800),
        trim in (40_i64..300, 40_i64..300),
        bleed in prop::array::uniform4(0_i64..6),
        flip in prop_oneof![Just(Flip::LongEdge), Just(Flip::ShortEdge)],
        stitched in any::<bool>(),
    ) {
        let trim = size(trim.0, trim.1);
        let [top, right, bottom, left] = bleed.map(mm);
        let scene = if stitched {
            brochure(8, trim)
        } else {
            flyer(trim, Sides { top, right, bottom, left })
        };
        let printer = printer(size(sheet.0, sheet.1), flip, 135);
        let Ok(found) = imposition(&scene, &printer) else { return Ok(()) };
        let imposition = found.unwrap();
        let imposed = sheets(&scene, &imposition, ALL, &fixture::assets());
        for page in &imposed.pages {
            let (pieces, marks) = pieces_and_marks(page);
            prop_assert_eq!(marks.clip, Some(imposition.printable));
            for (number, item) in marks.items.iter().enumerate() {
                let bounds = item.bounds();
                for piece in &pieces {
                    prop_assert!(!bounds.overlaps(piece), "{:?} enters {:?}", item, piece);
                }
                for other in &marks.items[..number] {
                    prop_assert!(!bounds.overlaps(&other.bounds()), "{:?} overlaps {:?}", item, other);
                }
                // Crop and fold marks are cut at the edge; of all else a part is of no use.
                let is_line = bounds.size.width < mm(1) || bounds.size.height < mm(1);
                prop_assert!(is_line || imposition.printable.contains(&bounds), "{:?} is cut", item);
            }
        }
    }
}
