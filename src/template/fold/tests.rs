//! How wide panels come out, and why sheets cannot be folded.

use super::{Fold, FoldError, FoldKind, Reading, SAME, Side};
use crate::geom::Length;
use crate::wording::{Lang, Text};

fn english(error: &FoldError) -> String {
    Text::from(error).in_lang(Lang::English).to_owned()
}

fn numbers(side: &Side) -> Vec<u32> {
    side.panels.iter().map(|panel| panel.number).collect()
}

/// Widths in micrometres come out to the unit or two that rounding costs.
#[track_caller]
fn assert_widths(found: impl IntoIterator<Item = Length>, wanted: &[i64]) {
    let found: Vec<Length> = found.into_iter().collect();
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        let wanted = Length::micrometres(*wanted);
        assert!((*found - wanted).abs() <= SAME, "{found} is not {wanted}");
    }
}

#[test]
fn a_letter_fold_of_a4_is_100_100_97() {
    let fold = Fold::solve(FoldKind::Letter, 3, Length::mm(297), Length::mm(3)).unwrap();
    assert_widths(fold.panels().to_vec(), &[100_000, 100_000, 97_000]);
    let [outside, inside] = fold.sides(Reading::LeftToRight);
    assert_eq!(numbers(&outside), [5, 6, 1]);
    assert_eq!(numbers(&inside), [2, 3, 4]);
    assert_widths(
        outside.panels.iter().map(|panel| panel.width),
        &[97_000, 100_000, 100_000],
    );
    assert_widths(outside.creases(), &[97_000, 197_000]);
    assert_widths(inside.creases(), &[100_000, 200_000]);
}

#[test]
fn a_roll_fold_narrows_panel_by_panel() {
    let fold = Fold::solve(FoldKind::Roll, 4, Length::mm(396), Length::mm(2)).unwrap();
    assert_widths(fold.panels().to_vec(), &[100_500, 100_500, 98_500, 96_500]);
    let [outside, inside] = fold.sides(Reading::LeftToRight);
    assert_eq!(numbers(&outside), [6, 7, 8, 1]);
    assert_eq!(numbers(&inside), [2, 3, 4, 5]);
    let fold = Fold::solve(FoldKind::Roll, 5, Length::mm(494), Length::mm(1)).unwrap();
    assert_widths(
        fold.panels().to_vec(),
        &[100_000, 100_000, 99_000, 98_000, 97_000],
    );
}

#[test]
fn gates_and_double_parallel_folds_keep_their_folded_in_panels_short() {
    let gate = Fold::solve(FoldKind::Gate, 3, Length::mm(396), Length::mm(2)).unwrap();
    assert_widths(gate.panels().to_vec(), &[98_000, 200_000, 98_000]);
    let gate = Fold::solve(FoldKind::Gate, 4, Length::mm(396), Length::mm(2)).unwrap();
    assert_widths(gate.panels().to_vec(), &[98_000, 100_000, 100_000, 98_000]);
    let twice = Fold::solve(FoldKind::DoubleParallel, 4, Length::mm(396), Length::mm(2)).unwrap();
    assert_widths(twice.panels().to_vec(), &[100_000, 100_000, 98_000, 98_000]);
}

#[test]
fn solved_panels_always_fill_the_sheet_to_the_unit() {
    for units in 0..50 {
        let open = Length::mm(297) + Length::from_units(units);
        for kind in FoldKind::ALL {
            for count in kind.panel_counts() {
                let fold = Fold::solve(kind, count, open, Length::mm(1)).unwrap();
                assert_eq!(fold.open_width(), open);
            }
        }
    }
}

#[test]
fn panels_that_do_not_fill_the_sheet_say_by_how_much() {
    let panels = vec![Length::mm(100), Length::mm(100), Length::mm(100)];
    let error = Fold::explicit(FoldKind::Letter, Length::mm(297), panels).unwrap_err();
    assert_eq!(
        english(&error),
        "the panels together are 3 mm wider than the open sheet of 297 mm"
    );
}

#[test]
fn millimetres_that_sum_on_paper_sum_here_although_units_round() {
    let panels: Vec<Length> = ["100.1 mm", "99.7 mm", "97.2 mm"]
        .map(|text| text.parse().unwrap())
        .into();
    let fold = Fold::explicit(FoldKind::Letter, Length::mm(297), panels).unwrap();
    assert_eq!(fold.open_width(), Length::mm(297));
}

#[test]
fn a_panel_wider_than_its_host_cannot_be_folded() {
    let wide = |kind, widths: &[i64]| {
        let panels: Vec<Length> = widths.iter().map(|width| Length::mm(*width)).collect();
        let open = panels.iter().copied().sum();
        Fold::explicit(kind, open, panels).unwrap_err()
    };
    let by = |error: FoldError| match error {
        FoldError::TooWide { panel, by } => (panel, by.to_mm().round()),
        other => panic!("{other:?}"),
    };
    assert_eq!(by(wide(FoldKind::Letter, &[98, 98, 101])), (3, 3.0));
    assert_eq!(by(wide(FoldKind::Roll, &[100, 100, 98, 99])), (4, 1.0));
    assert_eq!(by(wide(FoldKind::Gate, &[101, 200, 101])), (3, 2.0));
    assert_eq!(by(wide(FoldKind::Gate, &[98, 100, 100, 101])), (4, 1.0));
    assert_eq!(by(wide(FoldKind::DoubleParallel, &[98, 98, 100, 100])), (3, 2.0));
    assert_eq!(by(wide(FoldKind::Zigzag, &[99, 99, 101])), (3, 2.0));
}

#[test]
fn a_fold_without_paper_is_refused() {
    let flat = Fold::solve(FoldKind::Letter, 3, Length::ZERO, Length::mm(3));
    assert!(matches!(flat, Err(FoldError::NoWidth { .. })), "{flat:?}");
    let count = Fold::solve(FoldKind::Letter, 4, Length::mm(396), Length::mm(3)).unwrap_err();
    assert_eq!(english(&count), "a `letter` fold has 3 panels a side, not 4");
    let count = Fold::solve(FoldKind::Zigzag, 9, Length::mm(396), Length::mm(3)).unwrap_err();
    assert_eq!(english(&count), "a `zigzag` fold has 3 to 5 panels a side, not 9");
}

#[test]
fn heavier_paper_takes_a_larger_reduction() {
    let millimetres = |kind: FoldKind, grams| kind.default_reduction(grams).to_mm().round();
    assert_eq!(millimetres(FoldKind::Letter, 135), 1.0);
    assert_eq!(millimetres(FoldKind::Letter, 170), 2.0);
    assert_eq!(millimetres(FoldKind::Letter, 250), 3.0);
    assert_eq!(millimetres(FoldKind::Gate, 250), 2.0);
}

#[test]
fn every_kind_is_found_by_its_name() {
    for kind in FoldKind::ALL {
        assert_eq!(FoldKind::from_name(kind.name()), Some(kind));
    }
    assert_eq!(FoldKind::from_name("origami"), None);
}
