//! What German asks of a line: where its words divide, what stays together, what a gender sign forbids.

use super::{ASSETS, ends, glyph_texts, joined, lines, paragraph, read_back, text_style};
use crate::geom::Length;
use crate::style::Align;
use crate::text::{Exceptions, Line, Setter, Source, hyphenate, seams, spaces, stretches, words};

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

fn seamed(text: &str) -> String {
    let source = Source::new(&paragraph(text, Align::Start));
    let mut shown = text.to_owned();
    let stretches = stretches::find(&source, &words::words(text), &mut stretches::Forms::new());
    for seam in seams::find(&source, &stretches).iter().rev() {
        shown.insert(*seam, '|');
    }
    shown
}

fn tied(text: &str) -> String {
    let source = Source::new(&paragraph(text, Align::Start));
    let mut shown = text.to_owned();
    for tie in spaces::find(&source).iter().rev() {
        shown.replace_range(tie.at..=tie.at, if tie.narrow { "~" } else { "_" });
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
    assert_eq!(divided("Mitarbeiter:innen"), "Mit=ar-bei-ter:in~nen");
    let width = Length::mm(22);
    assert_eq!(ends("die Bürger*innen", width), ["die Bür-", "ger*innen"]);
    assert_eq!(ends("Bürger*innen", Length::mm(14)), ["Bür-", "ger*in-", "nen"]);
}

#[test]
fn german_words_divide_where_a_master_setter_would() {
    assert_eq!(divided("(Freitag)"), "(Frei=tag)");
    assert_eq!(divided("Chancengleichheit"), "Chan-cen=gleich-heit");
    assert_eq!(divided("Landesstelle"), "Lan-des=stelle");
    assert_eq!(divided("Punktdienststelle"), "Punkt=dienst=stelle");
    assert_eq!(divided("merkmalsübergreifende"), "merk-mals=über-grei-fende");
    assert_eq!(
        divided("Antidiskriminierungsgesetze"),
        "An-ti-dis-kri-mi-nie-rungs=ge-setze"
    );
    assert_eq!(divided("Auflage"), "Auf=lage");
    assert_eq!(divided("LSBTI 2fach Abend"), "LSBTI 2fach Abend");
    assert_eq!(divided("Kolleg(inn)en"), "Kol-leg(inn)en");
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
    assert_eq!(
        seamed("Auflage Kaufleute Stoffladen Auffahrt"),
        "Auf|lage Kauf|leute Stoff|laden Auf|fahrt"
    );
    assert_eq!(
        seamed("schaffen Schriften Raufe Tafel Pfiff fließen Kaffee"),
        "schaffen Schriften Raufe Tafel Pfiff fließen Kaffee"
    );
    assert_eq!(
        glyph_texts("Auflage", text_style("de")),
        ["A", "u", "f", "l", "a", "g", "e"]
    );
}

#[test]
fn bound_spaces_are_found() {
    assert_eq!(
        tied("z. B. hier, d. h., i. d. R. im Haus"),
        "z.~B. hier, d.~h., i.~d.~R. im Haus"
    );
    assert_eq!(
        tied("§ 12 Abs. 3 Nr. 5, S. 54, Dr. Muster"),
        "§~12 Abs.~3 Nr.~5, S.~54, Dr.~Muster"
    );
    assert_eq!(
        tied("10 %, 5 € und 12 Uhr am 3. Oktober 2024"),
        "10~%, 5~€ und 12_Uhr am 3._Oktober 2024"
    );
    assert_eq!(
        tied("Tel. 030 9028 1866, Amt – gegen"),
        "Tel. 030_9028_1866, Amt_– gegen"
    );
    assert_eq!(tied("auf Seite 12. Danach"), "auf Seite 12. Danach");
}

#[test]
fn a_bound_space_is_narrow_but_reads_as_the_author_wrote_it() {
    let narrow = lines("5 €", Length::mm(100));
    let wide = lines("5 a", Length::mm(100));
    assert_eq!(read_back(&narrow[0]), "5 €");
    let space = |line: &Line| line.runs[0].run.glyphs[1].advance;
    assert!(space(&narrow[0]) < space(&wide[0]));
}

#[test]
fn addresses_break_without_a_hyphen_and_numbers_not_at_all() {
    let url = "https://www.berlin.de/sen/lads/schwerpunkte/diversity-netzwerke?lang=de&ansicht=druck.";
    for mm in 10..90 {
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
    assert_eq!(ends("030 9028-1866", Length::mm(10)), ["030 9028-1866"]);
    for mm in 10..40 {
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
