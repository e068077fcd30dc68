//! The folding simulation as a test: sheets of paper-thin panels are folded and opened again, and what a reader would see is compared with
//! the page numbers that are printed.

use super::folding::{Face, Stage};
use super::{Fold, FoldKind, Reading, SAME, Side};
use crate::geom::Length;

fn numbers(side: &Side) -> Vec<u32> {
    side.panels.iter().map(|panel| panel.number).collect()
}

fn solved(kind: FoldKind, count: usize) -> Fold {
    Fold::solve(kind, count, Length::mm(297), Length::mm(2)).unwrap()
}

/// The folds that the templates and printers' tables know: every kind with every number of panels, of the closed sizes DIN lang (99, 100 and
/// 105 mm), A6, A5 and square, on paper from thin to board.
fn every_preset() -> Vec<Fold> {
    let mut folds = Vec::new();
    for kind in FoldKind::ALL {
        for count in kind.panel_counts() {
            for closed in [99, 100, 105, 148, 210] {
                for grams in [80, 135, 170, 300] {
                    let open = Length::mm(closed * count as i64);
                    folds.push(Fold::solve(kind, count, open, kind.default_reduction(grams)).unwrap());
                }
            }
        }
    }
    folds
}

fn every_fold() -> Vec<Fold> {
    let kinds = FoldKind::ALL.into_iter();
    kinds
        .flat_map(|kind| kind.panel_counts().map(move |count| solved(kind, count)))
        .collect()
}

/// The number that is printed on a face, on a sheet read from left to right.
fn number(fold: &Fold, face: Face) -> u32 {
    let [outside, inside] = fold.sides(Reading::LeftToRight);
    let count = fold.panels().len();
    if face.inside {
        inside.panels[face.panel].number
    } else {
        outside.panels[count - 1 - face.panel].number
    }
}

#[test]
fn page_numbers_of_every_fold_are_those_of_the_table() {
    let table: [(FoldKind, &[u32], &[u32]); 10] = [
        (FoldKind::Half, &[4, 1], &[2, 3]),
        (FoldKind::Letter, &[5, 6, 1], &[2, 3, 4]),
        (FoldKind::Zigzag, &[4, 5, 1], &[2, 3, 6]),
        (FoldKind::Zigzag, &[8, 6, 7, 1], &[2, 3, 4, 5]),
        (FoldKind::Zigzag, &[6, 7, 8, 9, 1], &[2, 3, 4, 5, 10]),
        (FoldKind::Gate, &[2, 6, 1], &[3, 4, 5]),
        (FoldKind::Gate, &[3, 8, 1, 2], &[4, 5, 6, 7]),
        (FoldKind::DoubleParallel, &[2, 3, 8, 1], &[4, 5, 6, 7]),
        (FoldKind::Roll, &[6, 7, 8, 1], &[2, 3, 4, 5]),
        (FoldKind::Roll, &[7, 8, 9, 10, 1], &[2, 3, 4, 5, 6]),
    ];
    assert_eq!(every_fold().len(), table.len());
    for (kind, outside, inside) in table {
        let sides = solved(kind, outside.len()).sides(Reading::LeftToRight);
        assert_eq!(numbers(&sides[0]), outside, "outside of {}", kind.name());
        assert_eq!(numbers(&sides[1]), inside, "inside of {}", kind.name());
    }
}

#[test]
fn folded_page_1_lies_on_top_and_the_last_page_at_the_bottom() {
    for fold in every_fold() {
        let closed = fold.stages().pop().unwrap();
        let front = closed.seen();
        assert_eq!(number(&fold, front[0]), 1, "{fold:?}");
        let back = closed.layers[0].bottom_face();
        assert_eq!(number(&fold, back), 2 * fold.panels().len() as u32, "{fold:?}");
    }
}

#[test]
fn every_page_number_is_given_once() {
    for fold in every_fold() {
        let sides = fold.sides(Reading::LeftToRight);
        let mut all: Vec<u32> = sides.iter().flat_map(numbers).collect();
        all.sort_unstable();
        let wanted: Vec<u32> = (1..=2 * fold.panels().len() as u32).collect();
        assert_eq!(all, wanted, "{fold:?}");
    }
}

#[test]
fn page_1_covers_its_half_of_the_closed_sheet_and_the_inside_is_read_from_left_to_right() {
    for fold in every_fold() {
        let inside = numbers(&fold.sides(Reading::LeftToRight)[1]);
        assert!(inside.is_sorted(), "{fold:?}");
        let closed = fold.stages().pop().unwrap();
        let spine = closed.layers.iter().map(|layer| layer.left).min();
        let cover = closed
            .layers
            .iter()
            .find(|layer| layer.top_face() == closed.seen()[0]);
        assert_eq!(cover.map(|layer| layer.left), spine, "{fold:?}");
    }
}

#[test]
fn folding_moves_panels_and_never_tears_them_apart() {
    for fold in every_fold() {
        for stage in fold.stages() {
            let mut panels = stage.layers.clone();
            panels.sort_by_key(|layer| layer.panel);
            for pair in panels.windows(2) {
                let end = if pair[0].inside_up {
                    pair[0].right()
                } else {
                    pair[0].left
                };
                let start = if pair[1].inside_up {
                    pair[1].left
                } else {
                    pair[1].right()
                };
                assert_eq!(end, start, "{fold:?}");
            }
        }
    }
}

#[test]
fn the_closed_sheet_is_as_wide_as_its_host() {
    for fold in every_fold() {
        let widest = fold.panels().iter().copied().max().unwrap();
        assert!((fold.closed_width() - widest).abs() <= SAME, "{fold:?}");
    }
}

#[test]
fn a_language_read_from_right_to_left_mirrors_the_sheet() {
    let fold = solved(FoldKind::Letter, 3);
    let [outside, inside] = fold.sides(Reading::RightToLeft);
    assert_eq!(numbers(&outside), [1, 6, 5]);
    assert_eq!(numbers(&inside), [4, 3, 2]);
    assert_eq!(outside.panels[2].width, fold.panels()[2]);
    assert_eq!(inside.panels[0].width, fold.panels()[2]);
}

#[test]
fn no_folded_in_panel_is_wider_than_its_host() {
    for fold in every_preset() {
        let closed = fold.stages().pop().unwrap();
        // The host is the panel that shows at the back; a gate of three shows two flaps at the front, which share theirs.
        let host = closed.layers.first().copied().unwrap();
        for layer in &closed.layers {
            assert!(
                layer.left >= host.left - SAME,
                "{fold:?}: {layer:?} is not on {host:?}"
            );
            assert!(
                layer.right() <= host.right() + SAME,
                "{fold:?}: {layer:?} is not on {host:?}"
            );
        }
    }
}

#[test]
fn what_lies_between_two_panels_is_no_wider_than_they_leave_room_for() {
    for fold in every_preset() {
        let (kind, panels) = (fold.kind(), fold.panels());
        let reduction = panels.iter().max().unwrap().to_mm() - panels.iter().min().unwrap().to_mm();
        match kind {
            FoldKind::Half | FoldKind::Zigzag => assert!(reduction < 0.001, "{fold:?}"),
            _ => assert!(reduction > 0.99, "{fold:?}"),
        }
        if matches!(kind, FoldKind::Letter | FoldKind::Roll) {
            let shrinks = |pair: &[Length]| pair[0] - pair[1] >= Length::micrometres(990);
            assert!(panels[1..].windows(2).all(shrinks), "{fold:?}");
        }
    }
}

/// A reader opens the sheet step by step, lays it down open, turns it over and closes it. Each view is read from left to right, and whoever
/// goes on from page to page like that meets every page, each after the one before it.
#[test]
fn a_reader_who_opens_the_sheet_meets_the_panels_in_the_order_of_their_numbers() {
    for fold in every_preset() {
        let stages = fold.stages();
        let closed = stages.last().unwrap();
        let count = fold.panels().len();
        let mut views: Vec<Vec<Face>> = stages.iter().rev().map(Stage::seen).collect();
        views.push(
            (0..count)
                .rev()
                .map(|panel| Face { panel, inside: false })
                .collect(),
        );
        views.push(vec![closed.layers[0].bottom_face()]);
        let mut met = 0;
        for view in &views {
            for face in view {
                if number(&fold, *face) == met + 1 {
                    met += 1;
                }
            }
        }
        assert_eq!(met as usize, 2 * count, "{fold:?}: {views:?}");
    }
}

#[test]
fn every_fold_is_mirrored_for_languages_read_from_right_to_left() {
    for fold in every_fold() {
        let [outside, inside] = fold.sides(Reading::LeftToRight);
        let [mirrored_outside, mirrored_inside] = fold.sides(Reading::RightToLeft);
        for (side, mirrored) in [(outside, mirrored_outside), (inside, mirrored_inside)] {
            let open = fold.open_width();
            let mut there: Vec<_> = side
                .panels
                .iter()
                .map(|panel| (panel.number, open - panel.left - panel.width, panel.width))
                .collect();
            there.reverse();
            let here: Vec<_> = mirrored
                .panels
                .iter()
                .map(|panel| (panel.number, panel.left, panel.width))
                .collect();
            assert_eq!(there, here, "{fold:?}");
        }
    }
}
