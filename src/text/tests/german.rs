//! What German asks of a line: where its words divide, what stays together, what a gender sign forbids.

use super::{ASSETS, ends, glyph_texts, joined, lines, paragraph, read_back, text_style};
use crate::geom::Length;
use crate::style::Align;
use crate::text::{Exceptions, Setter, Source, hyphenate, stretches, words};

fn divided(text: &str) -> String {
    let source = Source::new(&paragraph(text, Align::Start));
    let stretches = stretches::find(&source, &words::words(text), &mut stretches::Forms::new());
    let divisions = hyphenate::hyphenate(&source, &stretches, &Exceptions::default());
    let mut shown = text.to_owned();
    for division in divisions.iter().rev() {
        let sign = match division.quality {
            hyphenate::Quality::Seam => "=",
            hyphenate::Quality::Syllable | hyphenate::Quality::Part | hyphenate::Quality::Stump => "-",
            hyphenate::Quality::LastResort => "~",
        };
        shown.insert_str(division.at, sign);
    }
    shown
}

#[test]
fn no_line_breaks_beside_a_gender_sign_at_any_width() {
    let mut setter = Setter::new(&ASSETS);
    let text = "Bürger*innen und Mitarbeiter:innen, Kolleg_innen sowie Akteur*innen, Expert·innen und die \
                Bürger*innenbeteiligung der Schüler*innen-Vertretung";
    let prepared = setter.prepare(&paragraph(text, Align::Start));
    for half in 20..240 {
        let width = Length::micrometres(half * 500);
        let lines = prepared.break_lines(&mut setter, &|_| width);
        assert_eq!(joined(&prepared, &lines), text);
        for line in &lines[..lines.len() - 1] {
            let (before, after) = text.split_at(line.text.end);
            assert!(!before.ends_with(['*', ':', '_', '·']), "{before}|{after}");
            assert!(!after.starts_with(['*', ':', '_', '·']), "{before}|{after}");
        }
    }
}

#[test]
fn the_end_behind_a_gender_sign_is_divided_only_when_nothing_else_helps() {
    assert_eq!(divided("Bürger*innen"), "Bür-ger*in~nen");
    assert_eq!(divided("Mitarbeiter:innen"), "Mit-ar-bei-ter:in~nen");
    let width = Length::mm(22);
    assert_eq!(ends("die Bürger*innen", width), ["die Bür-", "ger*innen"]);
    assert_eq!(ends("Bürger*innen", Length::mm(14)), ["Bür-", "ger*in-", "nen"]);
}

#[test]
fn exceptions_and_soft_hyphens_go_before_the_patterns() {
    let mut exceptions = Exceptions::default();
    exceptions.add("de", "Land-esstelle");
    exceptions.add("de", "Punktdienststelle");
    let mut setter = Setter::new(&ASSETS).with_exceptions(exceptions);
    for (text, first) in [
        ("Landesstelle", "Land\u{ad}"),
        ("Punktdienststelle", "Punktdienststelle"),
        ("Chancengleich\u{ad}heit", "Chancengleich\u{ad}"),
    ] {
        let prepared = setter.prepare(&paragraph(text, Align::Start));
        let lines = prepared.break_lines(&mut setter, &|_| Length::mm(5));
        assert_eq!(read_back(&lines[0]), first);
        assert_eq!(joined(&prepared, &lines), text);
    }
}

#[test]
fn no_ligature_spans_the_parts_of_a_compound() {
    for (text, glyphs) in [
        ("Auflage", &["A", "u", "f", "l", "a", "g", "e"][..]),
        // The shipped face joins f with f and with t, and with both.
        ("Schrift", &["S", "c", "h", "r", "i", "ft"]),
        ("kaufte", &["k", "a", "u", "f", "t", "e"]),
        ("Stofftier", &["S", "t", "o", "ff", "t", "i", "e", "r"]),
        ("Auffahrt", &["A", "u", "f", "f", "a", "h", "r", "t"]),
    ] {
        assert_eq!(glyph_texts(text, text_style("de")), glyphs);
    }
}

#[test]
fn addresses_that_fit_break_without_a_hyphen_and_numbers_not_at_all() {
    let url = "https://www.berlin.de/sen/lads/schwerpunkte/diversity-netzwerke?lang=de&ansicht=druck.";
    for mm in 28..90 {
        for line in &lines(url, Length::mm(mm)) {
            assert!(!line.hyphenated);
            let (before, after) = url.split_at(line.text.end);
            assert!(
                after.is_empty()
                    || before.ends_with(['/', '-', '?', '&', '='])
                    || after.starts_with(['.', '@']),
                "{before}|{after}"
            );
        }
    }
    assert_eq!(
        ends("unter 030 9028-1866", Length::mm(29)),
        ["unter", "030 9028-1866"]
    );
    for mm in 24..40 {
        assert!(
            ends("wieder am 3. Oktober", Length::mm(mm))
                .iter()
                .all(|line| !line.ends_with("3."))
        );
    }
}

#[test]
fn the_source_texts_compounds_break_well_at_60_mm() {
    let text = "Es gibt Arbeitsbereiche für jede Dimension von Vielfalt, die in Antidiskriminierungs- oder \
                Gleichstellungsgesetzen berücksichtigt ist. Darüber hinaus wurde die Landesstelle für Gleichbehandlung – \
                gegen Diskriminierung geschaffen.";
    for mm in 30..100 {
        for line in ends(text, Length::mm(mm)) {
            assert!(!line.starts_with('–'), "{line}");
        }
    }
    let expected = [
        "Es gibt Arbeitsbereiche für",
        "jede Dimension von Vielfalt,",
        "die in Antidiskriminierungs-",
        "oder Gleichstellungsgesetzen",
        "berücksichtigt ist. Darüber",
        "hinaus wurde die Landesstelle",
        "für Gleichbehandlung – gegen",
        "Diskriminierung geschaffen.",
    ];
    assert_eq!(ends(text, Length::mm(60)), expected);
}
