//! The workgroup's table: what is required, how bad it is where it is not kept, and by which figures. Its source is the spreadsheet "GWG 2022
//! Specification" of the Ghent Workgroup (<https://gwg.org/technical-specifications/gwg-2022-specifications/>), the variants SheetCMYK,
//! SheetCMYK+RGB and Digital print.

use std::collections::BTreeMap;

use crate::diag::Severity;
use crate::template::Limits;

/// The columns are number, title, then severity and values of each variant, then the wording.
const TABLE: &str = include_str!("gwg2022.tsv");

/// How a file is to be printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// Sheet-fed offset; everything is in the press's inks already.
    #[default]
    SheetCmyk,
    /// Sheet-fed offset; pictures may still be in RGB.
    SheetCmykRgb,
    /// Digital print.
    Digital,
}

impl Variant {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::SheetCmyk, Self::SheetCmykRgb, Self::Digital];

    /// The column of its severities; that of its values is the next.
    const fn column(self) -> usize {
        match self {
            Self::SheetCmyk => 2,
            Self::SheetCmykRgb => 4,
            Self::Digital => 6,
        }
    }
}

/// How bad it is to be beyond certain figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// How bad.
    pub severity: Severity,
    /// The figures `A`, `B` of the wording, in its own units.
    pub values: Vec<f64>,
}

impl Limit {
    /// The figure `A`; zero where there is none.
    #[must_use]
    pub fn a(&self) -> f64 {
        self.values.first().copied().unwrap_or_default()
    }

    /// The figure `B`; zero where there is none.
    #[must_use]
    pub fn b(&self) -> f64 {
        self.values.get(1).copied().unwrap_or_default()
    }
}

/// The requirements of a variant.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirements {
    by_number: BTreeMap<&'static str, Vec<Limit>>,
}

impl Requirements {
    /// Those of a variant; what it ignores is left out.
    #[must_use]
    pub fn of(variant: Variant) -> Self {
        let rows = TABLE.lines().skip(1).filter_map(|line| {
            let cells: Vec<&'static str> = line.split('\t').collect();
            let column = variant.column();
            Some((
                *cells.first()?,
                limits(cells.get(column)?, cells.get(column + 1)?),
            ))
        });
        Self {
            by_number: rows.filter(|(_, limits)| !limits.is_empty()).collect(),
        }
    }

    /// The same by a printer's own figures, where its file has them in place of those of the table: sizes of text (R0016, R0017), lines (R0018,
    /// R0019), spot inks (R0020) and pictures (R0031, R0032). Of spot inks a printer that gives no number takes any.
    #[must_use]
    pub fn asked_by(mut self, limits: &Limits) -> Self {
        let spots = limits.spots.map(f64::from);
        for (number, figure) in [
            ("R0016", Some(limits.mixed_text.max(limits.text).to_pt())),
            ("R0017", Some(limits.mixed_text.max(limits.text).to_pt())),
            ("R0018", Some(limits.line.to_pt())),
            ("R0019", Some(limits.line.to_pt())),
            ("R0020", spots),
        ] {
            match (self.by_number.get_mut(number), figure) {
                (Some(known), Some(figure)) => known.iter_mut().for_each(|limit| limit.values = vec![figure]),
                (Some(_), None) => drop(self.by_number.remove(number)),
                (None, _) => {}
            }
        }
        for (number, resolution) in [("R0031", limits.picture), ("R0032", limits.bitmap)] {
            for limit in self.by_number.get_mut(number).into_iter().flatten() {
                let figure = match limit.severity {
                    Severity::Error => resolution.error,
                    _ => resolution.warning,
                };
                limit.values = vec![f64::from(figure)];
            }
        }
        self
    }

    /// The limits of a requirement, the worst first: `R0031`. None when the variant ignores it.
    #[must_use]
    pub fn limits(&self, number: &str) -> &[Limit] {
        self.by_number.get(number).map_or(&[], Vec::as_slice)
    }

    /// The worst limit of a requirement; none when the variant ignores it.
    #[must_use]
    pub fn limit(&self, number: &str) -> Option<&Limit> {
        self.limits(number).first()
    }

    /// The numbers of all that the variant does not ignore, in order.
    pub fn numbers(&self) -> impl Iterator<Item = &'static str> {
        self.by_number.keys().copied()
    }
}

/// `error; warning` with `A = 149ppi; A = 224ppi` are two limits.
fn limits(severities: &str, values: &str) -> Vec<Limit> {
    let mut values = values.split(';');
    let limits = severities.split(';').map(|severity| {
        let values = figures(values.next().unwrap_or_default());
        let severity = match severity.trim() {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => return None,
        };
        Some(Limit { severity, values })
    });
    limits.flatten().collect()
}

/// The numbers of `A = 320%, B = 15mm`.
fn figures(values: &str) -> Vec<f64> {
    let written = values.split(',').filter_map(|value| value.split_once('='));
    let figures = written.filter_map(|(_, figure)| {
        let figure = figure.trim().trim_end_matches(|c: char| !c.is_ascii_digit());
        figure.parse().ok()
    });
    figures.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Length;
    use crate::template::Resolution;

    #[test]
    fn severities_and_figures_are_read_from_the_table() {
        let sheet = Requirements::of(Variant::SheetCmyk);
        let limit = |severity, values: &[f64]| Limit {
            severity,
            values: values.to_vec(),
        };
        assert_eq!(
            sheet.limits("R0031"),
            [
                limit(Severity::Error, &[149.0]),
                limit(Severity::Warning, &[224.0])
            ]
        );
        assert_eq!(sheet.limits("R0026"), [limit(Severity::Warning, &[320.0, 15.0])]);
        assert_eq!(sheet.limits("R0002"), [limit(Severity::Error, &[])]);
        assert_eq!(sheet.limits("R0006"), []);
        assert_eq!(Requirements::of(Variant::Digital).limits("R0026"), []);
    }

    #[test]
    fn a_printer_may_ask_for_more_or_for_less_than_the_table() {
        let limits = Limits {
            text: Length::pt(5),
            mixed_text: Length::pt(7),
            line: Length::pt(1),
            fold: Length::ZERO,
            picture: Resolution {
                warning: 300,
                error: 200,
            },
            bitmap: Resolution {
                warning: 600,
                error: 300,
            },
            spots: Some(2),
        };
        let figures = |requirements: &Requirements, number| {
            let limits = requirements.limits(number).iter();
            limits
                .map(|limit| (limit.severity, limit.a()))
                .collect::<Vec<_>>()
        };
        let sheet = Requirements::of(Variant::SheetCmyk);
        let own = sheet.clone().asked_by(&limits);
        for (number, wanted) in [
            ("R0016", vec![(Severity::Warning, 7.0)]),
            ("R0017", vec![(Severity::Warning, 7.0)]),
            ("R0018", vec![(Severity::Warning, 1.0)]),
            ("R0019", vec![(Severity::Warning, 1.0)]),
            ("R0020", vec![(Severity::Error, 2.0)]),
            (
                "R0031",
                vec![(Severity::Error, 200.0), (Severity::Warning, 300.0)],
            ),
            (
                "R0032",
                vec![(Severity::Error, 300.0), (Severity::Warning, 600.0)],
            ),
        ] {
            assert_eq!(figures(&own, number), wanted, "{number}");
        }
        // What no printer's file has a figure for stays as it is, and who gives no number of inks takes any.
        assert_eq!(own.limits("R0010"), sheet.limits("R0010"));
        let any = sheet.asked_by(&Limits {
            spots: None,
            ..limits
        });
        assert_eq!(any.limits("R0020"), []);
    }

    #[test]
    fn every_row_of_the_table_has_all_its_columns() {
        let rows: Vec<usize> = TABLE.lines().map(|line| line.split('\t').count()).collect();
        assert_eq!(rows.len(), 40, "a heading and 39 requirements");
        assert!(rows.iter().all(|columns| *columns == 9), "{rows:?}");
    }
}
