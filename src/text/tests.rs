//! Paragraphs into lines, with the fonts that ship: the cases that typesetting.md names, and what must hold for any text.
use std::sync::{Arc, LazyLock};

use crate::assets::{Assets, Font, IccProfile};
use crate::geom::Length;
use crate::style::{Align, Language, ParagraphStyle, TextStyle};
use crate::text::{
    Breakpoint, Line, Paragraph, Prepared, Run, Setter, hyphenate, line, linebreak, seams, spaces, words,
};

use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

#[allow(
    clippy::disallowed_methods,
    reason = "the library is given bytes; a test has to read them"
)]
fn read(path: &str) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// The fonts that ship, loaded once for all tests.
static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let fonts = ["Bold", "Italic", "Regular", "SemiBold"]
        .map(|name| format!("fonts/source-sans-3/SourceSans3-{name}.ttf"))
        .map(|path| Font::load(&path, read(&path).into()).unwrap());
    let profile = IccProfile::load("profile", read("templates/printers/FOGRA39L_coated.icc").into()).unwrap();
    Assets::new(fonts.into(), Arc::new(profile))
});

fn text_style(language: &str) -> TextStyle {
    TextStyle {
        families: vec!["Source Sans 3".into()],
        size: Length::pt(12),
        language: Language(language.into()),
        ..TextStyle::default()
    }
}

fn paragraph_style(align: Align) -> ParagraphStyle {
    ParagraphStyle {
        name: "body".into(),
        leading: Length::pt(15),
        align,
        ..ParagraphStyle::default()
    }
}

fn paragraph(text: &str, align: Align) -> Paragraph {
    Paragraph {
        runs: vec![Run {
            text: text.into(),
            style: text_style("de-DE").into(),
            tag: 7,
        }],
        style: paragraph_style(align).into(),
    }
}

fn lines(text: &str, width: Length) -> Vec<Line> {
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&paragraph(text, Align::Start));
    prepared.break_lines(&mut setter, &|_| width)
}

fn read_back(line: &Line) -> String {
    line.runs.iter().map(|placed| &*placed.run.text).collect()
}

/// Running text of a flyer of the Berlin administration: the source text that faltwerk was first made for.
const SOURCE: [&str; 12] = [
    "Akteur*innen für Chancengleichheit in Organisationen sind nicht selten auf sich allein gestellt \
     oder in kleinen Teams damit betraut, sehr komplexe Querschnittsaufgaben in ihren Organisationen \
     zu bearbeiten. Dabei kann es durchaus hilfreich sein, sich mit Kolleg*innen und Expert*innen \
     innerhalb und außerhalb der eigenen Organisation auszutauschen und zu beraten.",
    "Um genau diesen Austausch zum Thema Chancengleichheit zu förden, haben wir die folgenden \
     Netzwerke ins Leben gerufen:",
    "Chancengleichheit für alle zu fördern, gehört schon sehr lange zu den Zielen des Landes Berlin. \
     Es gibt Arbeitsbereiche für jede Dimension von Vielfalt, die in Antidiskriminierungs- oder \
     Gleichstellungsgesetzen berücksichtigt ist. Darüber hinaus wurde die Landesstelle für \
     Gleichbehandlung – gegen Diskriminierung geschaffen. Um die Zusammenarbeit der einzelnen \
     Bereiche und der dort tätigen Personen zu intensivieren, gründete sich 2011 im Rahmen eines \
     Projekts „Berlin – Stadt der Vielfalt“ das Netzwerk Vielfalt und Chancengleichheit.",
    "Die Treffen des Netzwerks tragen dazu bei, dass sich die Teilnehmenden regelmäßig über ihre \
     Projekte, Aktivitäten und Initiativen zur Förderung von Vielfalt und Chancengleichheit \
     informieren. Der Austausch von Erfahrungen mit Strategien und Konzepten trägt dazu bei, die \
     Qualität der Arbeit der Bereiche zu erhöhen. Zudem gelingt es durch die Vernetzung besser, \
     Vorgehensweisen aufeinander abzustimmen und gemeinsame Projekte anzustoßen. Um die Arbeit des \
     Netzwerks breiter bekannt zu machen, hat das Netzwerk einen Flyer entwickelt.",
    "Die Arbeit des Netzwerks zielt auf die Förderung von Vielfalt und Chancengleichheit sowohl der \
     Bürger*innen als auch der Beschäftigten des Landes Berlin.",
    "Die Mitglieder des Netzwerks informieren sich gegenseitig über Projekte, Initiativen und andere \
     Maßnahmen zur Förderung von Vielfalt und Chancengleichheit.",
    "Sie tauschen ihre Erfahrungen mit Strategien, Konzepten und Maßnahmen zur Realisierung von \
     Chancengleichheit für alle aus.",
    "Auf Basis ihrer vielfältigen Kompetenzen und Erfahrungen entwickeln die Mitglieder des \
     Netzwerks gemeinsam neue Projekte und Initiativen.",
    "Die Verbreitung von Maßnahmen erfolgt ebenfalls gemeinsam – und damit wirkungsvoller.",
    "So trägt das Netzwerk zur Verbesserung der Lebensbedingungen der Bürger*innen und der \
     Arbeitsbedingungen der Beschäftigten des Landes Berlin bei.",
    "Auf Initiative der LADS und der Punktdienststelle Diversity in Köln und in Kooperation mit der \
     Internationalen Gesellschaft für Diversity Management wurde 2015 ein Diversity-Netzwerk auf \
     Kommunal- und Landesebene gegründet. In dem Netzwerk sind zahlreiche größere deutsche Städte \
     und Bundesländer vertreten, die sich zum Thema Diversity engagieren.",
    "Mit diesem Netzwerk auf Kommunal- und Landesebene wird das Ziel verfolgt, Verwaltungen in ihren \
     Bemühungen um merkmalsübergreifende Ansätze im Umgang mit Vielfalt zu stärken. Das Netzwerk \
     bietet eine Plattform des offenen kollegialen Austauschs. Es eröffnet die Möglichkeit, von \
     Erfahrungen und Beispielen zu lernen, an Herausforderungen gemeinsam zu arbeiten und Strategien \
     und Handlungsempfehlungen für Vielfalt gemeinsam zu entwickeln.",
];

/// The lines' texts without the hyphens that we put in; a soft hyphen that the author wrote stays.
fn joined(prepared: &Prepared, lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        let mut own = read_back(line);
        if line.hyphenated && !prepared.text()[..line.text.end].ends_with('\u{ad}') {
            assert_eq!(own.pop(), Some('\u{ad}'), "a divided word shows its hyphen");
        }
        assert_eq!(
            own,
            prepared.text()[line.text.clone()],
            "a line holds the text that it names"
        );
        text += &own;
    }
    text
}

fn ends(text: &str, width: Length) -> Vec<String> {
    let end = |line: &Line| read_back(line).trim_end().replace('\u{ad}', "-");
    lines(text, width).iter().map(end).collect()
}

fn divided(text: &str) -> String {
    let source = super::Source::new(&paragraph(text, Align::Start));
    let divisions = hyphenate::hyphenate(&source, &words::words(text), &super::Exceptions::new());
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
    let source = super::Source::new(&paragraph(text, Align::Start));
    let mut shown = text.to_owned();
    for seam in seams::find(&source, &words::words(text)).iter().rev() {
        shown.insert(*seam, '|');
    }
    shown
}

fn tied(text: &str) -> String {
    let source = super::Source::new(&paragraph(text, Align::Start));
    let mut shown = text.to_owned();
    for tie in spaces::find(&source).iter().rev() {
        shown.replace_range(tie.at..=tie.at, if tie.narrow { "~" } else { "_" });
    }
    shown
}

/// The glyphs of the only line.
fn glyph_texts(text: &str, style: TextStyle) -> Vec<String> {
    let mut setter = Setter::new(&ASSETS);
    let runs = vec![Run {
        text: text.into(),
        style: style.into(),
        tag: 0,
    }];
    let prepared = setter.prepare(&Paragraph {
        runs,
        style: paragraph_style(Align::Start).into(),
    });
    let lines = prepared.break_lines(&mut setter, &|_| Length::MAX);
    let runs = lines.iter().flat_map(|line| &line.runs);
    runs.flat_map(|placed| {
        let text = &placed.run.text;
        placed
            .run
            .glyphs
            .iter()
            .map(|glyph| text[glyph.text.start as usize..glyph.text.end as usize].to_owned())
    })
    .collect()
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
    assert_eq!(divided("(Freitag)"), "(Frei-tag)");
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
    let mut setter = Setter::new(&ASSETS).with_exceptions(["Land-esstelle", "Punktdienststelle"]);
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

/// How many words the source text divides and how ragged it is: the sum of squared slack in tenths of a point, last lines left
/// out.
fn set_source(choose: &dyn Fn(&[Breakpoint], Length) -> Vec<usize>, width: Length) -> (usize, i64) {
    let mut setter = Setter::new(&ASSETS);
    let (mut hyphens, mut raggedness) = (0, 0);
    for text in SOURCE {
        let prepared = setter.prepare(&paragraph(text, Align::Start));
        let breaks = choose(&prepared.breakpoints, width);
        let lines = line::set(&prepared, &mut setter.faces, &breaks, &|_| width);
        assert_eq!(joined(&prepared, &lines), text);
        for line in &lines[..lines.len() - 1] {
            let slack = (width - line.natural).units() / 6554;
            assert!(slack >= 0, "{line:?}");
            raggedness += slack * slack;
            hyphens += usize::from(line.hyphenated);
        }
    }
    (hyphens, raggedness)
}

/// First-fit that divides every word it can comes within a few per cent of the least raggedness there is, at the price of a
/// hyphen in every other line; first-fit that divides none is ragged beyond bearing. A master setter stands between: far
/// fewer hyphens than the one, a fraction of the other's raggedness.
#[test]
fn the_source_text_has_few_hyphens_and_a_quiet_rag() {
    for mm in [60, 70, 80, 85, 90, 100] {
        let width = Length::mm(mm);
        let style = paragraph_style(Align::Start);
        let ours =
            |points: &[Breakpoint], width| linebreak::choose(points, &style, Length::pt(12), &|_| width);
        let (hyphens, raggedness) = set_source(&ours, width);
        let (most_hyphens, _) = set_source(
            &|points, width| linebreak::first_fit_breaks(points, width, true),
            width,
        );
        let (_, most_raggedness) = set_source(
            &|points, width| linebreak::first_fit_breaks(points, width, false),
            width,
        );
        assert!(
            hyphens * 3 < most_hyphens * 2,
            "at {mm} mm: {hyphens} hyphens, first-fit {most_hyphens}"
        );
        assert!(
            raggedness * 2 < most_raggedness,
            "at {mm} mm: {raggedness}, first-fit of whole words {most_raggedness}"
        );
    }
}

#[test]
fn of_all_ways_to_break_the_cheapest_is_found() {
    // Every subset of breaks of a short text, against the choice.
    let mut setter = Setter::new(&ASSETS);
    let text = "Um genau diesen Austausch zum Thema Vielfalt zu fördern, gibt es uns";
    let mut prepared = setter.prepare(&paragraph(text, Align::Start));
    prepared
        .breakpoints
        .retain(|point| point.kind != super::opportunities::BreakKind::Hyphen);
    let points = &prepared.breakpoints;
    let inner = points.len() - 1;
    for mm in [25, 32, 40, 55] {
        let width = Length::mm(mm);
        let cost = |breaks: &[usize], setter: &mut Setter<'_>| -> Option<i64> {
            let lines = line::set(&prepared, &mut setter.faces, breaks, &|_| width);
            let (last, others) = lines.split_last()?;
            let mut cost = 0;
            for line in others {
                cost += super::demerits::ragged(
                    (line.overfull.is_none()).then_some(width - line.natural)?,
                    width,
                    Length::pt(12),
                );
            }
            let is_runt = !others.is_empty() && last.natural < Length::pt(36);
            Some(
                cost + if is_runt { super::demerits::RAGGED.runt } else { 0 }
                    + if last.overfull.is_some() { return None } else { 0 },
            )
        };
        let ours = linebreak::choose(points, &prepared.style, Length::pt(12), &|_| width);
        let our_cost = cost(&ours, &mut setter);
        let best = (0..1_usize << inner)
            .filter_map(|subset| {
                let mut breaks: Vec<usize> = (0..inner).filter(|index| subset >> index & 1 == 1).collect();
                breaks.push(inner);
                cost(&breaks, &mut setter)
            })
            .min();
        assert_eq!(our_cost, best, "at {mm} mm");
    }
}

#[test]
fn a_thread_of_frames_gives_every_line_its_own_measure() {
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&paragraph(SOURCE[4], Align::Start));
    let measure = |line: usize| {
        if line < 3 {
            Length::mm(50)
        } else if line < 6 {
            Length::mm(90)
        } else {
            Length::mm(70)
        }
    };
    let lines = prepared.break_lines(&mut setter, &measure);
    for (number, line) in lines.iter().enumerate() {
        assert_eq!(line.measure, measure(number));
        assert!(line.overfull.is_none() && line.natural <= line.measure);
    }
    assert!(lines[3].natural > Length::mm(50));
    assert_eq!(joined(&prepared, &lines), SOURCE[4]);
}

#[test]
fn flush_lines_fill_the_measure_to_the_unit() {
    let mut setter = Setter::new(&ASSETS);
    for mm in (40..110).step_by(7) {
        for text in SOURCE {
            let prepared = setter.prepare(&paragraph(text, Align::Justify));
            let lines = prepared.break_lines(&mut setter, &|_| Length::mm(mm));
            assert_eq!(joined(&prepared, &lines), text);
            for line in &lines[..lines.len() - 1] {
                if read_back(line).trim_end().contains(' ') {
                    assert_eq!(line.natural, Length::mm(mm), "{mm} {:?}", read_back(line));
                }
            }
        }
    }
}

#[test]
fn lines_stand_flush_at_the_end_centred_and_indented() {
    let mut setter = Setter::new(&ASSETS);
    let width = Length::mm(50);
    for align in [Align::Start, Align::End, Align::Centre, Align::Justify] {
        let mut set = paragraph(SOURCE[0], align);
        let style = ParagraphStyle {
            indent: Length::mm(5),
            first_indent: Length::mm(-3),
            ..paragraph_style(align)
        };
        set.style = style.into();
        let lines = setter.prepare(&set).break_lines(&mut setter, &|_| width);
        for (number, line) in lines.iter().enumerate() {
            let indent = if number == 0 { Length::mm(2) } else { Length::mm(5) };
            let slack = width - indent - line.natural;
            let expected = match align {
                Align::Start | Align::Justify => indent,
                Align::End => indent + slack,
                Align::Centre => indent + slack / 2,
            };
            assert_eq!(line.runs[0].x, expected);
            assert!(slack >= Length::ZERO);
        }
    }
}

/// A false alarm would send an author to shorten a text that fits.
#[test]
fn only_what_cannot_be_broken_sticks_out() {
    let mut setter = Setter::new(&ASSETS);
    for (tracking, align) in [
        (0, Align::Start),
        (30, Align::Start),
        (0, Align::Justify),
        (-10, Align::Justify),
    ] {
        for text in SOURCE {
            let mut set = paragraph(text, align);
            set.runs[0].style = TextStyle {
                tracking,
                ..text_style("de")
            }
            .into();
            let prepared = setter.prepare(&set);
            for mm in (8..120).step_by(9) {
                let lines = prepared.break_lines(&mut setter, &|_| Length::mm(mm));
                assert_eq!(joined(&prepared, &lines), text);
                for line in &lines {
                    let point = |at| prepared.breakpoints.iter().find(|point| point.at == at);
                    let start = point(line.text.start).map_or(Length::ZERO, |point| point.start);
                    let end = point(line.text.end).map_or(Length::ZERO, |point| point.end);
                    if align == Align::Start {
                        assert_eq!(
                            line.natural,
                            end - start,
                            "as chosen, so set: {}",
                            read_back(line)
                        );
                    }
                }
                for line in lines.iter().filter(|line| line.overfull.is_some()) {
                    let points = &prepared.breakpoints;
                    let before = points.iter().find(|point| point.at == line.text.start);
                    let start = before.map_or(Length::ZERO, |point| point.start);
                    let inside = points
                        .iter()
                        .filter(|point| line.text.start < point.at && point.at < line.text.end);
                    let fits = inside.filter(|point| point.end - start <= Length::mm(mm)).count();
                    assert_eq!(fits, 0, "{mm} mm: {}", read_back(line));
                }
            }
        }
    }
}

#[test]
fn spaced_letters_have_no_ligatures_and_kerning_stays() {
    let plain = text_style("de");
    assert_eq!(
        glyph_texts("fließen", plain.clone()),
        glyph_texts(
            "fließen",
            TextStyle {
                tracking: 40,
                ..plain.clone()
            }
        )
    );
    let width = |text: &str| lines(text, Length::MAX)[0].natural;
    assert!(width("To") < width("T") + width("o"));
}

#[test]
fn a_paragraph_from_right_to_left_starts_at_the_right() {
    let mut setter = Setter::new(&ASSETS);
    let mut set = paragraph("one two three four five six seven", Align::Start);
    set.runs[0].style = text_style("ar").into();
    let width = Length::mm(25);
    let prepared = setter.prepare(&set);
    let lines = prepared.break_lines(&mut setter, &|_| width);
    assert!(lines.len() > 1);
    for line in &lines {
        let inked = &line.runs[0];
        assert_eq!(inked.x + line.natural, width);
        // The space at the line's end hangs out on the left, where the line ends.
        assert!(
            line.runs
                .get(1)
                .is_none_or(|space| space.x < inked.x && &*space.run.text == " ")
        );
    }
    assert_eq!(joined(&prepared, &lines), prepared.text());
}

#[test]
fn what_no_font_has_is_reported_and_leaves_a_gap() {
    let mut setter = Setter::new(&ASSETS);
    let text = "Ja 👩🏽‍🦽 und 漢字";
    let prepared = setter.prepare(&paragraph(text, Align::Start));
    let missing: Vec<char> = prepared.missing.iter().map(|missing| missing.character).collect();
    assert_eq!(missing, ['👩', '🏽', '🦽', '漢', '字']);
    assert_eq!((prepared.missing[0].offset, prepared.missing[0].tag), (3, 7));
    let lines = prepared.break_lines(&mut setter, &|_| Length::mm(50));
    assert_eq!(joined(&prepared, &lines), text);
    assert!(
        lines
            .iter()
            .flat_map(|line| &line.runs)
            .flat_map(|run| &run.run.glyphs)
            .all(|glyph| glyph.id != 0)
    );
}

#[test]
fn without_any_font_all_is_missing_and_nothing_panics() {
    let none = Assets::new(Vec::new(), Arc::clone(&ASSETS.output));
    let mut setter = Setter::new(&none);
    let prepared = setter.prepare(&paragraph("Ja und\nnein", Align::Start));
    assert_eq!(prepared.missing.len(), 11);
    let lines = prepared.break_lines(&mut setter, &|_| Length::mm(50));
    assert_eq!(
        lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>(),
        [0..7, 7..11]
    );
}

#[test]
fn the_empty_and_the_odd_are_set_without_fuss() {
    let count = |text: &str| lines(text, Length::mm(50)).len();
    assert_eq!(count(""), 1);
    assert_eq!(count("   "), 1);
    assert_eq!(count("\n"), 1);
    assert_eq!(count("a\n"), 1);
    assert_eq!(count("a\n\nb"), 3);
    let long = "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(40);
    for width in [Length::ZERO, Length::mm(-10), Length::mm(3), Length::MAX] {
        for text in [
            SOURCE[0],
            "",
            " ",
            "\u{ad}",
            "\u{300}\u{200d}",
            "\u{7}\t\r\n",
            &long,
        ] {
            let _ = lines(text, width);
        }
    }
    let stuck = lines("LSBTIQ", Length::mm(3));
    assert_eq!(stuck[0].overfull, Some(stuck[0].natural - Length::mm(3)));
}

#[test]
fn a_long_paragraph_takes_linear_time() {
    let text = (SOURCE.join(" ") + " ").repeat(50);
    assert!(text.split(' ').count() > 15_000);
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&paragraph(&text, Align::Start));
    let lines = prepared.break_lines(&mut setter, &|line| Length::mm(80 + line as i64 % 3));
    assert_eq!(joined(&prepared, &lines), text);
}

#[test]
fn runs_keep_their_style_and_tag() {
    let mut setter = Setter::new(&ASSETS);
    let bold = TextStyle {
        weight: 700,
        ..text_style("de")
    };
    let run = |text: &str, style: TextStyle, tag| Run {
        text: text.into(),
        style: style.into(),
        tag,
    };
    let runs = vec![
        run("Chancen", bold, 1),
        run("gleichheit für alle", text_style("de"), 2),
    ];
    let prepared = setter.prepare(&Paragraph {
        runs,
        style: paragraph_style(Align::Start).into(),
    });
    let lines = prepared.break_lines(&mut setter, &|_| Length::mm(20));
    assert_eq!(joined(&prepared, &lines), "Chancengleichheit für alle");
    assert_eq!(read_back(&lines[0]), "Chancen\u{ad}");
    assert_eq!(
        lines[0].runs.iter().map(|placed| placed.tag).collect::<Vec<_>>(),
        [1]
    );
    assert_eq!(lines[1].runs[0].tag, 2);
}

/// Text of pieces that are each a trap for some step.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "Bürger*innen",
            " ",
            " ",
            " ",
            "Auflage",
            "Chancengleichheit",
            "z. B. ",
            "10 %",
            "https://berlin.de/sen/lads",
            "\u{ad}",
            "سلام",
            "עולם",
            "Привет",
            "Việt",
            "e\u{301}",
            "漢字",
            "👩‍🦽",
            "\n",
            "–",
            "-",
            "/",
            "(",
            ")",
            "\u{200d}",
            "\u{200b}",
            "\u{a0}",
            "\u{202e}",
            "\u{2066}",
            "1.234",
            "ﬁ",
            "ß",
            "İ",
            "schaffen",
            "Stoffladen",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn joining_the_lines_gives_back_any_text(
        texts in prop::collection::vec(any_text(), 1..4),
        language in prop::sample::select(vec!["de-DE", "en", "ar", "tr", "xx"]),
        align in prop::sample::select(vec![Align::Start, Align::End, Align::Centre, Align::Justify]),
        tracking in prop_oneof![Just(0), Just(50), Just(-20)],
        mm in -5_i64..120,
        taper in 0_i64..9,
    ) {
        let mut setter = Setter::new(&ASSETS);
        let style = Arc::new(TextStyle { tracking, ..text_style(language) });
        let whole = texts.concat();
        let runs = texts.into_iter().zip(0..).map(|(text, tag)| Run { text, style: Arc::clone(&style), tag }).collect();
        let prepared = setter.prepare(&Paragraph { runs, style: paragraph_style(align).into() });
        let lines = prepared.break_lines(&mut setter, &|line| Length::mm(mm + taper * (line as i64 % 4)));
        prop_assert_eq!(joined(&prepared, &lines), whole);
        for line in &lines {
            prop_assert!(line.overfull.is_some() || line.natural <= line.measure);
            for placed in &line.runs {
                for glyph in &placed.run.glyphs {
                    prop_assert!(glyph.id != 0);
                    prop_assert!(placed.run.text.get(glyph.text.start as usize..glyph.text.end as usize).is_some());
                }
                let covered: u32 = placed.run.glyphs.iter().map(|glyph| glyph.text.end - glyph.text.start).sum();
                prop_assert_eq!(covered as usize, placed.run.text.len());
            }
        }
    }
}
