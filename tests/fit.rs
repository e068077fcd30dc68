//! Texts made to fit, as a user sees it: what an overset text is said to be too long by, what copyfitting changes and what it leaves alone,
//! and where columns end.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it should be"
)]

mod common;

use std::collections::BTreeSet;

use common::Sandbox;
use faltwerk::Composed;
use faltwerk::diag::{Code, Lang, Log};
use faltwerk::geom::Length;
use faltwerk::project::Project;
use faltwerk::scene::ItemKind;

/// A leaflet of four pages with one story on the first, in a frame of this kind.
fn leaflet(language: &str, text: &str, frame: &str) -> Sandbox {
    let sandbox = Sandbox::of("herbarium");
    sandbox.write(
        "templates/leaflet.toml",
        &format!(
            "[format]\nkind = \"bound\"\npage = [\"148 mm\", \"210 mm\"]\npages = 4\n\
             [grid]\nbaseline = \"13 pt\"\nfirst = \"24 mm\"\n\
             margin = {{ top = \"18 mm\", bottom = \"16 mm\", inner = \"14 mm\", outer = \"12 mm\" }}\n\
             [swatch]\nink = {{ cmyk = [0, 0, 0, 100] }}\n\
             [style.body]\nfont = \"Source Sans 3\"\nsize = \"10 pt\"\nleading = \"13 pt\"\ncolor = \"ink\"\n\
             [[frame]]\npage = 1\nstory = \"s\"\nat = [\"14 mm\", \"18 mm\"]\n{frame}\n"
        ),
    );
    sandbox.write(
        "content/leaflet.toml",
        &format!(
            "[document]\ntitle = \"T\"\ntemplate = \"leaflet\"\nlanguage = \"{language}\"\ndate = \"2026-05-01\"\n\
             [[story.s]]\ntext = \"\"\"\n{text}\n\"\"\"\n"
        ),
    );
    sandbox
}

fn compose(sandbox: &Sandbox) -> (Option<Composed>, Log) {
    let mut project = Project::open(&sandbox.path("")).unwrap();
    let mut log = Log::new();
    let composed = faltwerk::compose(&mut project, "leaflet", &mut log).ok();
    (composed, log)
}

/// So many sentences, each of its own.
fn sentences(count: usize) -> String {
    let sentence = |number: usize| {
        format!("Im Jahr {number} wuchs die Gesellschaft am Wegrand, und niemand störte sie dabei.")
    };
    (1..=count).map(sentence).collect::<Vec<_>>().join(" ")
}

/// The number that stands before a word of a text.
fn number_before(text: &str, word: &str) -> usize {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|found| found.starts_with(word)).unwrap();
    words[at - 1].parse().unwrap()
}

/// By how many lines a text is overset, and by how many characters.
fn overset(log: &Log) -> Option<(usize, usize)> {
    let finding = log
        .findings()
        .iter()
        .find(|finding| finding.code == Code::OVERSET_TEXT)?;
    let help = finding.help.as_ref().unwrap();
    Some((
        number_before(finding.message.in_lang(Lang::English), "line"),
        number_before(help.in_lang(Lang::English), "character"),
    ))
}

/// The baselines of each column on the first page: the left end of its lines, and their heights.
fn baselines(composed: &Composed, lefts: &[Length]) -> Vec<BTreeSet<Length>> {
    let mut columns = vec![BTreeSet::new(); lefts.len()];
    for item in &composed.scene.pages[0].items {
        if let ItemKind::Glyphs(_) = item.kind {
            let column = lefts.iter().rposition(|left| *left <= item.at.x).unwrap();
            columns[column].insert(item.at.y);
        }
    }
    columns
}

const COLUMN: &str = "size = [\"60 mm\", \"100 mm\"]";

#[test]
fn an_overset_text_fits_when_it_is_shortened_by_what_was_said_wherever_that_is() {
    for count in [11, 12, 14, 20] {
        let text = sentences(count);
        let (_, log) = compose(&leaflet("de-DE", &text, COLUMN));
        let (_, characters) = overset(&log).unwrap();
        let words: Vec<&str> = text.split(' ').collect();
        let mut taken = 0;
        let cut = words
            .iter()
            .take_while(|word| {
                let more = taken < characters;
                taken += word.chars().count() + 1;
                more
            })
            .count();
        let at_the_head = words[cut..].join(" ");
        let at_the_foot = words[..words.len() - cut].join(" ");
        for shortened in [at_the_head, at_the_foot] {
            let (_, log) = compose(&leaflet("de-DE", &shortened, COLUMN));
            let left = overset(&log).map_or(0, |(lines, _)| lines);
            assert!(left <= 1, "{left} of the lines are left of {count} sentences");
        }
    }
}

#[test]
fn copyfitting_sets_the_whole_story_in_the_largest_size_that_fits() {
    let text = sentences(11);
    let fit = format!("{COLUMN}\nfit = {{ size = [\"8 pt\", \"10 pt\"] }}");
    let (composed, _) = compose(&leaflet("de-DE", &text, &fit));
    let composed = composed.unwrap();
    let choice = composed.fills[0].choice.unwrap();
    assert!(choice.chosen.size < choice.wish.size && choice.chosen.size > Length::pt(8));
    assert_eq!(
        choice.chosen.leading, choice.wish.leading,
        "lines stay on the grid"
    );
    // A tenth of a point more, and it does not fit.
    let larger = choice.chosen.size + Length::pt(1).ratio(1, 10);
    let fixed = leaflet("de-DE", &text, COLUMN);
    fixed.replace(
        "templates/leaflet.toml",
        "size = \"10 pt\"",
        &format!("size = \"{larger}\""),
    );
    assert!(compose(&fixed).0.is_none());
    fixed.replace(
        "templates/leaflet.toml",
        &format!("size = \"{larger}\""),
        &format!("size = \"{}\"", choice.chosen.size),
    );
    // What was chosen, written into the style, gives the same pages.
    let written = compose(&fixed).0.unwrap();
    assert_eq!(
        faltwerk::scene::dump(&written.scene, &written.assets),
        faltwerk::scene::dump(&composed.scene, &composed.assets)
    );
}

#[test]
fn a_short_text_grows_only_until_its_longest_word_fills_a_line() {
    let frame = "size = [\"60 mm\", \"100 mm\"]\nfit = { size = [\"10 pt\", \"60 pt\"], leading = [\"13 pt\", \"70 pt\"] }";
    let (composed, _) = compose(&leaflet("de-DE", "Kräuter 111111111111111111 am Weg", frame));
    let choice = composed.unwrap().fills[0].choice.unwrap();
    assert!(
        choice.moved() && choice.chosen.size < Length::pt(60),
        "{choice:?}"
    );
}

#[test]
fn balanced_columns_end_as_evenly_as_lines_that_stay_together_allow() {
    for count in 8..16 {
        let frame = "size = [\"120 mm\", \"170 mm\"]\ncolumns = 2\ngutter = \"6 mm\"\nbalance = true";
        let (composed, _) = compose(&leaflet("de-DE", &sentences(count), frame));
        let columns = baselines(&composed.unwrap(), &[Length::mm(14), Length::mm(77)]);
        let (left, right) = (columns[0].len(), columns[1].len());
        assert_eq!(columns[0].first(), columns[1].first(), "both hang from one line");
        assert!(
            left >= right && left - right <= 2,
            "{left} and {right} lines of {count} sentences"
        );
    }
}

#[test]
fn columns_of_arabic_and_hebrew_begin_at_the_right() {
    // Two columns, and text that fills but one of them.
    let frame = "size = [\"120 mm\", \"170 mm\"]\ncolumns = 2\ngutter = \"6 mm\"";
    for (language, column) in [("de-DE", 0), ("he", 1)] {
        let (composed, _) = compose(&leaflet(language, "Ein Satz.", frame));
        let columns = baselines(&composed.unwrap(), &[Length::mm(14), Length::mm(77)]);
        assert_eq!(columns[column].len(), 1, "{language}");
        assert_eq!(columns[1 - column].len(), 0, "{language}");
    }
}

/// The leaflet with styles for tables of its own.
fn tabled(text: &str, frame: &str, cell: &str) -> Sandbox {
    let sandbox = leaflet("de-DE", text, frame);
    sandbox.replace(
        "templates/leaflet.toml",
        "[[frame]]",
        &format!(
            "[style.table-cell]\nlike = \"body\"\n{cell}\n[style.table-head]\nlike = \"table-cell\"\nweight = 700\n[[frame]]"
        ),
    );
    sandbox
}

#[test]
fn a_column_is_wide_enough_for_what_stands_beside_the_lines_of_its_cells() {
    let table = "| Sorte | Ertrag |\n|---|--:|\n| Bohne | 12,5 |\n| Kohl | 8 |";
    for cell in [
        "tint = { fill = \"ink\", padding = \"2 mm\" }",
        "indent = \"3 mm\"\nindent-end = \"1 mm\"",
        "first-indent = \"3 mm\"",
    ] {
        let (composed, log) = compose(&tabled(table, COLUMN, cell));
        assert!(composed.is_some(), "{cell}: {:?}", log.findings());
    }
}

#[test]
fn rows_leave_room_for_their_rules_and_tints_at_the_foot_of_a_frame() {
    let rows: String = (1..12).map(|number| format!("| {number} | Wort |\n")).collect();
    let table = format!("| Nummer | Wort |\n|---|---|\n{rows}");
    let cell = "tint = { fill = \"ink\", padding = \"3 mm\" }\nrule-below = { color = \"ink\", width = \"1 pt\", gap = \"5 mm\" }";
    for height in 60..75 {
        let frame =
            format!("size = [\"120 mm\", \"{height} mm\"]\ncolumns = 3\ngutter = \"6 mm\"\nbalance = true");
        let composed = compose(&tabled(&table, &frame, cell)).0.unwrap();
        let foot = Length::mm(18 + height);
        for item in &composed.scene.pages[0].items {
            if let ItemKind::Shape(shape) = &item.kind {
                assert!(shape.path.bounds().unwrap().bottom() <= foot, "{height} mm");
            }
        }
    }
}

#[test]
fn a_figure_beside_text_keeps_its_room_where_columns_are_balanced() {
    let frame = |balance| {
        format!("size = [\"120 mm\", \"100 mm\"]\ncolumns = 2\ngutter = \"6 mm\"\nbalance = {balance}")
    };
    let figures = [true, false].map(|balance| {
        let sandbox = leaflet("de-DE", &sentences(12), &frame(balance));
        let figure = "[style.figure]\nlike = \"body\"\n[figure.field]\nkind = \"field\"\ncolors = [\"ink\"]\nline = \"ink\"\n\
                      line-width = \"0.5 pt\"\nspacing = \"9 mm\"\nfill = \"3 mm\"\n[[frame]]";
        sandbox.replace("templates/leaflet.toml", "[[frame]]", figure);
        sandbox.add(
            "content/leaflet.toml",
            "[[story.s]]\nfigure = \"field\"\ndecorative = true\n",
        );
        let composed = compose(&sandbox).0.unwrap();
        let items = &composed.scene.pages[0].items;
        items.iter().filter(|item| matches!(item.kind, ItemKind::Shape(_))).count()
    });
    assert_eq!(figures[0], figures[1]);
}

#[test]
fn a_table_is_made_to_fit_with_the_text_around_it_and_no_word_grows_out_of_its_columns() {
    let table =
        "| Nummer | Pflanzengesellschaft |\n|---|---|\n| eins | Wegrand |\n| zwei | Brennnesselsaum |";
    for (sentences_before, frame) in [(11, "[\"8 pt\", \"10 pt\"]"), (1, "[\"10 pt\", \"40 pt\"]")] {
        let frame = format!("{COLUMN}\nfit = {{ size = {frame} }}");
        let text = format!("{}\n\n{table}", sentences(sentences_before));
        let (composed, log) = compose(&tabled(&text, &frame, ""));
        let composed = composed.unwrap_or_else(|| panic!("{:?}", log.findings()));
        let choice = composed.fills[0].choice.unwrap();
        assert!(choice.moved(), "{choice:?}");
        let sizes: BTreeSet<Length> = composed.scene.pages[0]
            .items
            .iter()
            .filter_map(|item| match &item.kind {
                ItemKind::Glyphs(run) => Some(run.size),
                _ => None,
            })
            .collect();
        assert_eq!(sizes, BTreeSet::from([choice.chosen.size]));
    }
}

#[test]
fn five_hundred_items_and_a_paragraph_of_twenty_thousand_words_run_on_whole() {
    let sandbox = leaflet("de-DE", "", "size = [\"122 mm\", \"176 mm\"]\nrun-on = true");
    sandbox.replace("templates/leaflet.toml", "pages = 4", "pages = \"auto\"");
    sandbox.replace(
        "templates/leaflet.toml",
        "[[frame]]",
        "[style.list]\nlike = \"body\"\nmarker = \"•\"\nindent = \"10 pt\"\nfirst-indent = \"-10 pt\"\n[[frame]]",
    );
    let text = sentences(1600);
    assert!(text.split(' ').count() > 20_000);
    let items: Vec<String> = (1..=500)
        .map(|number| format!("\"Eintrag {number} der Liste\""))
        .collect();
    sandbox.replace(
        "content/leaflet.toml",
        "text = \"\"\"\n\n\"\"\"",
        &format!("list = [{}]\n[[story.s]]\ntext = \"{text}\"", items.join(", ")),
    );
    let (composed, log) = compose(&sandbox);
    assert_eq!(log.errors(), 0, "{:?}", log.findings());
    let mut read = String::new();
    for item in composed.unwrap().scene.pages.iter().flat_map(|page| &page.items) {
        if let ItemKind::Glyphs(run) = &item.kind {
            read += &run.text;
            read.push(' ');
        }
    }
    let read = read.replace("\u{ad} ", "");
    let words: BTreeSet<&str> = read.split_whitespace().collect();
    assert_eq!(read.matches("Eintrag").count(), 500);
    assert_eq!(read.matches("Wegrand,").count(), 1600);
    assert!((1..=1600).all(|number| words.contains(number.to_string().as_str())));
}
