//! Hostile input: whatever stands in the files of a project, the answer is a document or findings, never a panic, and what was built
//! before stays. Chance looks for what nobody thought of; what it once found, and what was found by hand, has a name here.
//!
//! That an answer comes soon shows in these tests being quick: a limit that no longer holds would make one of them run for minutes.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests lay out the files that the program reads"
)]

#[path = "hostile/blocks.rs"]
mod blocks;
mod common;
#[path = "hostile/pages.rs"]
mod pages;
#[path = "hostile/styles.rs"]
mod styles;

use std::fs;
use std::ops::Range;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use common::Sandbox;
use faltwerk::diag::{Code, Lang, Log, Severity, render_human, render_json};
use faltwerk::emit::{Edition, products};
use faltwerk::project::Project;

/// What came of a document: its findings, codes first; none when it was set and written.
type Outcome = Result<(), Vec<(Code, String)>>;

/// Sets a document and makes both PDFs. Every finding is shown both ways, since showing one must not fail either.
fn set(sandbox: &Sandbox, name: &str) -> Outcome {
    let mut project = Project::open(&sandbox.path("")).unwrap();
    let mut log = Log::new();
    let made = faltwerk::compose(&mut project, name, &mut log).and_then(|composed| {
        for edition in [Edition::Screen, Edition::Press, Edition::Sheets] {
            let printer = &composed.template.printer;
            products(&composed.scene, &composed.assets, printer, edition, &mut log)?;
        }
        Ok(())
    });
    log.tidy();
    let mut errors = Vec::new();
    for finding in log.findings() {
        let human = render_human(finding, &project.sources, Lang::English, false);
        assert!(
            !human.contains('\u{1b}') && !human.contains('\u{202e}'),
            "{human:?}"
        );
        let _ = render_json(finding, &project.sources, Lang::German).to_string();
        if finding.severity == Severity::Error {
            errors.push((finding.code, human));
        }
    }
    assert_eq!(
        made.is_err(),
        log.errors() > 0,
        "an error without a word: {errors:?}"
    );
    made.map_err(|_| errors)
}

/// The leaflet with one weight of one font, which is enough and quick.
fn leaflet() -> Sandbox {
    let sandbox = Sandbox::of("herbarium");
    for other in ["Italic", "SemiBold", "Bold"] {
        fs::remove_file(sandbox.path(&format!("fonts/source-sans-3/SourceSans3-{other}.ttf"))).unwrap();
    }
    sandbox
}

const FONT: &str = "fonts/source-sans-3/SourceSans3-Regular.ttf";
const PROFILE: &str = "templates/printers/FOGRA39L_coated.icc";
const FILES: [&str; 4] = [
    "content/leaflet.toml",
    "content/herbs.toml",
    "templates/leaflet.toml",
    "templates/printers/standard.toml",
];

/// A document of one story `s`, whose blocks or whatever else are given, on the first two panels.
fn saying(blocks: &str) -> Sandbox {
    let sandbox = leaflet();
    let head = "[document]\ntitle = \"T\"\ntemplate = \"leaflet\"\nlanguage = \"de-DE\"\ndate = \"2026-05-01\"\ndata = [\"herbs.toml\"]\n";
    sandbox.write("content/leaflet.toml", &format!("{head}{blocks}"));
    let template = text(&sandbox, "templates/leaflet.toml");
    let frames = template.find("[[frame]]").unwrap();
    let own = "[[frame]]\npanel = 1\nstory = \"s\"\n[[frame]]\npanel = 2\nstory = \"s\"\n";
    sandbox.write("templates/leaflet.toml", &format!("{}{own}", &template[..frames]));
    sandbox
}

/// A document of one text.
fn of_text(text: &str) -> Sandbox {
    saying(&format!("[[story.s]]\ntext = {}\n", quoted(text)))
}

/// The leaflet with more in its template.
fn with_template(more: &str) -> Sandbox {
    let sandbox = leaflet();
    let template = text(&sandbox, "templates/leaflet.toml");
    sandbox.write("templates/leaflet.toml", &format!("{template}\n{more}"));
    sandbox
}

fn text(sandbox: &Sandbox, path: &str) -> String {
    String::from_utf8(sandbox.read(path)).unwrap()
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

#[track_caller]
fn assert_set(sandbox: &Sandbox) {
    assert_eq!(set(sandbox, "leaflet"), Ok(()));
}

/// The document is refused, and an error of this code says this.
#[track_caller]
fn assert_refused(sandbox: &Sandbox, code: Code, says: &str) {
    let errors = set(sandbox, "leaflet").unwrap_err();
    let said = |(other, text): &(Code, String)| *other == code && text.contains(says);
    assert!(errors.iter().any(said), "{errors:#?}");
}

// ---- Chance ------------------------------------------------------------------------------------------------------------------------

/// Runs a property in one project folder, which is laid out once.
fn property<S: Strategy>(cases: u32, strategy: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config).run(&strategy, test).unwrap();
}

/// Values and names in a TOML file, in bytes.
fn values(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() && bytes[at] != b'#' {
            let end = match bytes[at] {
                b'"' => line[at + 1..].find('"').map_or(bytes.len(), |end| at + end + 2),
                b'0'..=b'9' | b'-' => {
                    let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
                    line[at..]
                        .find(|c| !is_number(c))
                        .map_or(bytes.len(), |end| at + end)
                }
                _ => {
                    at += 1;
                    continue;
                }
            };
            found.push(start + at..start + end);
            at = end;
        }
        start += line.len();
    }
    found
}

const EXTREMES: [&str; 26] = [
    "\"0 mm\"",
    "\"-5 mm\"",
    "\"20000 mm\"",
    "\"-20000 mm\"",
    "\"0.0001 pt\"",
    "0",
    "-1",
    "255",
    "65536",
    "2147483647",
    "-2147483648",
    "4294967295",
    "9000000000000000000",
    "1e300",
    "nan",
    "true",
    "\"\"",
    "[]",
    "{}",
    "2026-13-45",
    "\"\\u0000\\u001B[31m\\n\"",
    "\"\\u202E\\u2066\\uFEFF\"",
    "\"\\uD800\"",
    "\"{page}{}\"",
    "\"../../secret\"",
    "\"body\"",
];

/// A change to a text: which value or line, counted around, and what happens to it.
fn edit() -> impl Strategy<Value = (usize, usize, u8)> {
    (any::<usize>(), any::<usize>(), 0_u8..8)
}

fn edited(text: &str, (place, other, how): (usize, usize, u8)) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let values = values(text);
    if lines.is_empty() || values.is_empty() {
        return text.to_owned();
    }
    let (line, value) = (place % lines.len(), values[place % values.len()].clone());
    match how {
        0 => [&lines[..line], &lines[line + 1..]].concat().concat(),
        1 => [&lines[..=line], &lines[line..]].concat().concat(),
        2 => {
            let mut lines = lines;
            let with = other % lines.len();
            lines.swap(line, with);
            lines.concat()
        }
        3 => {
            // Cut off somewhere, on the edge of a letter.
            let at = (0..=place % text.len())
                .rev()
                .find(|at| text.is_char_boundary(*at));
            text[..at.unwrap_or(0)].to_owned()
        }
        4 => {
            let with = values[other % values.len()].clone();
            format!("{}{}{}", &text[..value.start], &text[with], &text[value.end..])
        }
        _ => {
            let extreme = EXTREMES[other % EXTREMES.len()];
            format!("{}{extreme}{}", &text[..value.start], &text[value.end..])
        }
    }
}

#[test]
fn edits_of_any_file_give_a_document_or_findings() {
    let sandbox = leaflet();
    let whole = FILES.map(|file| text(&sandbox, file));
    let edits = (0..FILES.len(), prop::collection::vec(edit(), 1..4));
    property(96, edits, |(file, edits)| {
        let changed = edits
            .into_iter()
            .fold(whole[file].clone(), |text, change| edited(&text, change));
        sandbox.write(FILES[file], &changed);
        let _ = set(&sandbox, "leaflet");
        sandbox.write(FILES[file], &whole[file]);
        Ok(())
    });
}

#[test]
fn any_bytes_and_any_text_in_a_file_give_findings() {
    let sandbox = leaflet();
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..400),
        any::<String>().prop_map(String::into_bytes),
        "[\\[\\]{}=\"'.#a\n \\\\]{0,200}".prop_map(String::into_bytes),
    ];
    property(48, (0..FILES.len(), bytes), |(file, bytes)| {
        let whole = sandbox.read(FILES[file]);
        fs::write(sandbox.path(FILES[file]), bytes).unwrap();
        let _ = set(&sandbox, "leaflet");
        fs::write(sandbox.path(FILES[file]), whole).unwrap();
        Ok(())
    });
}

#[test]
fn any_words_to_divide_are_read_or_named() {
    let sandbox = leaflet();
    let words = prop_oneof![any::<String>(), "[a-zäß\u{ad}\u{308}\u{2010}*7 -]{0,120}"];
    property(32, (words, "[a-z]{0,4}"), |(words, language)| {
        let file = format!(
            "[{}]\nwords = [\"Weg-warte\", {}]\n",
            quoted(&language),
            quoted(&words)
        );
        sandbox.write("content/hyphenation.toml", &file);
        let _ = set(&sandbox, "leaflet");
        Ok(())
    });
}

#[test]
fn any_words_are_set_or_named() {
    let sandbox = of_text("");
    let whole = text(&sandbox, "content/leaflet.toml");
    let words = prop_oneof![
        any::<String>(),
        "[*_\\[\\]()<>!`&\\\\#\n a-c.:/{}-]{0,120}",
        "[a-f\u{ad}\u{200b}\u{a0}\u{202f} \t\u{301}\u{5d0}\u{628}\u{2067}\u{2069}-]{0,120}",
    ];
    property(64, words, |words| {
        let quoted = quoted(&words);
        let more = format!("[[story.s]]\nheading = {quoted}\n[[story.s]]\nlist = [{quoted}]\n");
        sandbox.write(
            "content/leaflet.toml",
            &whole.replace("text = \"\"\n", &format!("text = {quoted}\n{more}")),
        );
        if let Err(errors) = set(&sandbox, "leaflet") {
            prop_assert!(
                errors.iter().all(|(code, _)| *code != Code::LOST_TEXT),
                "{errors:?}"
            );
        }
        Ok(())
    });
}

/// Bytes to change, by their place in a part of a file, and to what.
fn flips() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((any::<usize>(), any::<u8>()), 1..12)
}

#[test]
fn broken_fonts_give_a_document_or_findings() {
    let sandbox = leaflet();
    let whole = sandbox.read(FONT);
    let number = |at: usize| u32::from_be_bytes(whole[at..at + 4].try_into().unwrap()) as usize;
    let tables = usize::from(u16::from_be_bytes([whole[4], whole[5]]));
    let mut parts: Vec<Range<usize>> = std::iter::once(0..12 + 16 * tables).collect();
    for entry in (0..tables).map(|table| 12 + 16 * table) {
        let (start, length) = (number(entry + 8), number(entry + 12));
        // The head of a table says how the rest is to be read.
        parts.push(start..start + length.min(64));
        parts.push(start..start + length);
    }
    let cut = prop::option::weighted(0.2, any::<usize>());
    property(48, (0..parts.len(), flips(), cut), |(part, flips, cut)| {
        let mut bytes = whole.clone();
        for (place, value) in flips {
            let part = &parts[part];
            bytes[part.start + place % part.len()] = value;
        }
        bytes.truncate(cut.map_or(whole.len(), |cut| cut % whole.len()));
        fs::write(sandbox.path(FONT), bytes).unwrap();
        let _ = set(&sandbox, "leaflet");
        Ok(())
    });
}

#[test]
fn broken_profiles_give_a_document_or_findings() {
    let sandbox = leaflet();
    let whole = sandbox.read(PROFILE);
    let reach = prop_oneof![Just(400), Just(4_000), Just(whole.len())];
    let cut = prop::option::weighted(0.2, any::<usize>());
    property(32, (reach, flips(), cut), |(reach, flips, cut)| {
        let mut bytes = whole.clone();
        for (place, value) in flips {
            bytes[place % reach] = value;
        }
        bytes.truncate(cut.map_or(whole.len(), |cut| cut % whole.len()));
        fs::write(sandbox.path(PROFILE), bytes).unwrap();
        let _ = set(&sandbox, "leaflet");
        Ok(())
    });
}

// ---- Fonts and profiles ------------------------------------------------------------------------------------------------------------

#[test]
fn a_font_without_units_is_refused() {
    let sandbox = leaflet();
    let mut bytes = sandbox.read(FONT);
    let head = bytes.windows(4).position(|tag| tag == b"head").unwrap();
    let start = u32::from_be_bytes(bytes[head + 8..head + 12].try_into().unwrap()) as usize;
    bytes[start + 18..start + 20].fill(0);
    fs::write(sandbox.path(FONT), bytes).unwrap();
    assert_refused(
        &sandbox,
        Code::BROKEN_FONT,
        "its `head` table is missing or broken",
    );
}

#[test]
fn an_empty_font_and_an_empty_profile_are_refused() {
    let sandbox = leaflet();
    fs::write(sandbox.path(FONT), b"").unwrap();
    assert_refused(&sandbox, Code::BROKEN_FONT, "cannot be read as an OpenType font");
    let sandbox = leaflet();
    fs::write(sandbox.path(PROFILE), b"").unwrap();
    assert_refused(&sandbox, Code::BROKEN_PROFILE, "cannot be read as an ICC profile");
}

#[test]
fn a_profile_of_a_screen_is_refused() {
    let sandbox = leaflet();
    let mut bytes = sandbox.read(PROFILE);
    bytes[12..16].copy_from_slice(b"mntr");
    bytes[16..20].copy_from_slice(b"RGB ");
    fs::write(sandbox.path(PROFILE), bytes).unwrap();
    assert_refused(&sandbox, Code::BROKEN_PROFILE, "a profile for screens in RGB");
}

// ---- Words -------------------------------------------------------------------------------------------------------------------------

/// As long as a paragraph may be, and a text.
const LONGEST: usize = 256 << 10;

/// As long as a word may be, within a few bytes: so long that work which grows with its square would be noticed.
const LONG: usize = (8 << 10) - 2;

fn repeated(part: &str) -> String {
    part.repeat(LONG / part.len())
}

#[test]
fn endless_words_and_signs_are_set_or_named() {
    for part in [
        "fi",
        "schaffen",
        "AV\u{ad}",
        "AV\u{200b}",
        "-",
        "(",
        " \t",
        "\u{301}",
        "\u{1F468}\u{200D}",
        "\u{628}\u{62a}",
        "\u{2067}a",
        "\u{202b}\u{5d0}(",
        "\u{0}",
        "a/b?c=d.",
        "1 ",
        "a'",
        "'a ",
        "„a",
        "a - ",
        "(”a",
    ] {
        let sandbox = of_text(&format!("a{}b", repeated(part)));
        let _ = set(&sandbox, "leaflet");
    }
}

#[test]
fn markup_without_end_is_read() {
    for part in [
        "*", "**a", "*a _b ", "*a **a ", "[", "[]", "[a](", "![", "`", "> ", "* ", "<a", "<!--", "&a",
        "a\\\n", "- a\n",
    ] {
        let sandbox = of_text(&repeated(part));
        let _ = set(&sandbox, "leaflet");
    }
    let nested = format!("{}a{}", "[".repeat(3_000), "](https://a.b)".repeat(800));
    let _ = set(&of_text(&nested), "leaflet");
}

#[test]
fn a_paragraph_and_a_text_have_a_longest_length() {
    let sandbox = of_text(&"Wort ".repeat(LONGEST / 5 + 9));
    assert_refused(&sandbox, Code::BAD_VALUE, "this paragraph is longer than 256 KiB");
    let sandbox = of_text(&format!("{}\n\n", "Wort ".repeat(50)).repeat(LONGEST / 100));
    assert_refused(&sandbox, Code::BAD_VALUE, "this text is longer than 512 KiB");
    let sandbox = of_text(&format!(
        "ein **{}**{} Wort",
        "fi".repeat(LONG / 4),
        "fi".repeat(LONGEST / 4)
    ));
    assert_refused(
        &sandbox,
        Code::BAD_VALUE,
        "a word in this paragraph is longer than 8 KiB",
    );
}

#[test]
fn values_drawn_again_and_again_do_not_fill_the_memory() {
    let fields = format!("[fields]\nx = \"{}\"\n", "y".repeat(100_000));
    let sandbox = saying(&format!(
        "[[story.s]]\ntext = \"{}\"\n{fields}",
        "{x}".repeat(100_000)
    ));
    assert_refused(&sandbox, Code::BAD_VALUE, "this text is longer than 512 KiB");
}

#[test]
fn a_link_leads_where_a_reader_may_be_led() {
    assert_refused(
        &of_text("[x](javascript:alert)"),
        Code::BAD_VALUE,
        "`javascript:alert` is no address",
    );
    let long = saying(&format!(
        "[[story.s]]\nlink = \"https://{}\"\nqr = true\n",
        "a".repeat(9_000)
    ));
    assert_refused(&long, Code::BAD_VALUE, "an address is longer than 8 KiB");
    let odd = saying("[[story.s]]\nlink = \"https://\\u001B\\u202E\"\n");
    assert_refused(&odd, Code::BAD_VALUE, "is no address");
}

#[test]
fn an_address_apart_from_its_link_is_not_dropped_in_silence() {
    assert_refused(
        &of_text("[example]: https://example.org"),
        Code::BAD_VALUE,
        "the address of a link apart from it",
    );
}

#[test]
fn a_title_that_metadata_cannot_hold_is_refused() {
    let sandbox = leaflet();
    sandbox.replace("content/leaflet.toml", "Kräuter am Weg", "a\\u0000b");
    assert_refused(&sandbox, Code::BAD_VALUE, "without control characters");
}

// ---- Numbers of things -------------------------------------------------------------------------------------------------------------

#[test]
fn each_in_each_stops_where_a_brochure_is_full() {
    for innermost in ["{ text = \"x\" }", "{ each = \"herbs.list\", blocks = [] }"] {
        let mut block = innermost.to_owned();
        for _ in 0..7 {
            block = format!("{{ each = \"herbs.list\", blocks = [{block}] }}");
        }
        let sandbox = saying(&format!("[story]\ns = [{block}]\n"));
        sandbox.write(
            "content/herbs.toml",
            &format!("list = [{}]", "{ name = \"x\" },".repeat(100)),
        );
        assert_refused(
            &sandbox,
            Code::BAD_VALUE,
            "says more than a stitched brochure can hold",
        );
    }
}

#[test]
fn records_of_each_hide_what_lies_below_them() {
    let sandbox = saying(
        "[story]\ns = [{ each = \"herbs.list\", blocks = [{ each = \"parts\", blocks = [{ text = \"{name} {item.name} {web}\" }] }] }]\n[fields]\nweb = \"w\"\nname = \"n\"\n",
    );
    sandbox.write(
        "content/herbs.toml",
        "list = [{ name = \"a\", parts = [{ name = \"b\" }] }]",
    );
    assert_set(&sandbox);
    let mut project = Project::open(&sandbox.path("")).unwrap();
    let composed = faltwerk::compose(&mut project, "leaflet", &mut Log::new()).unwrap();
    let said = faltwerk::scene::text_of(&composed.scene, faltwerk::scene::Structure::ROOT);
    assert_eq!(said, "b b w\n");
}

#[test]
fn nesting_without_end_is_a_finding() {
    for (open, close) in [("[", "]"), ("{a=", "}")] {
        let deep = format!("x = {}1{}\n", open.repeat(100_000), close.repeat(100_000));
        assert_refused(&saying(&deep), Code::BROKEN_TOML, "recursion");
    }
    assert_refused(
        &saying(&format!("{}a = 1\n", "a.".repeat(100_000))),
        Code::BROKEN_TOML,
        "recursion",
    );
    assert_refused(
        &saying(&format!("[{}a]\n", "a.".repeat(100_000))),
        Code::BROKEN_TOML,
        "recursion",
    );
    let sandbox = saying("[[story.s]]\ntext = \"a\"\n");
    sandbox.write(
        "content/herbs.toml",
        &format!("x = {}1{}", "[".repeat(60), "]".repeat(60)),
    );
    assert_refused(&sandbox, Code::BAD_VALUE, "nested deeper than 32 levels");
}

#[test]
fn a_file_of_mistakes_is_told_a_hundred_of_them() {
    for wrong in ["= = ]\n", "a\n", "x.y\n"] {
        let errors = set(&saying(&wrong.repeat(100_000)), "leaflet").unwrap_err();
        assert!(errors.len() <= 100);
    }
    let unknown: String = (0..50_000).map(|field| format!("x{field} = 1\n")).collect();
    assert!(set(&saying(&unknown), "leaflet").unwrap_err().len() <= 100);
}

#[test]
fn names_as_long_as_a_book_are_compared_with_nothing() {
    let (one, two) = ("a".repeat(100_000), "b".repeat(100_000));
    let sandbox = saying(&format!(
        "[[part]]\ntitle = \"P\"\nstories = [\"{one}\"]\n[[story.{two}]]\ntext = \"x\"\n"
    ));
    assert_refused(&sandbox, Code::UNKNOWN_NAME, "there is no story `aaaa");
}

#[test]
fn a_log_keeps_two_hundred_findings_of_a_kind_and_counts_the_others() {
    let missing: String = (0x4E00..0x5000).filter_map(char::from_u32).collect();
    let errors = set(&of_text(&missing), "leaflet").unwrap_err();
    assert_eq!(errors.len(), 200);
}

#[test]
fn templates_have_a_most_of_everything() {
    let many = |part: &str| with_template(&part.repeat(1_001));
    let numbered = |line: &dyn Fn(usize) -> String| with_template(&(0..1_001).map(line).collect::<String>());
    let running = "style = \"body\"\nside = \"outer\"\nbaseline = \"9 mm\"\n";
    for (sandbox, says) in [
        (many("[[ground]]\npanel = 1\nfill = \"ink\"\n"), "1002 grounds"),
        (many("[[frame]]\npanel = 1\nstory = \"title\"\n"), "1005 frames"),
        (
            many(&format!(
                "[[running]]\npages = [1]\ntext = \"{{page}}\"\n{running}"
            )),
            "1001 running heads",
        ),
        (
            numbered(&|n| format!("[style.s{n}]\nlike = \"body\"\n")),
            "1006 styles",
        ),
        (
            numbered(&|n| format!("[character.s{n}]\nitalic = true\n")),
            "1002 character styles",
        ),
        (
            numbered(&|n| format!("[swatch.s{n}]\ncmyk = [0, 0, 0, 1]\n")),
            "1004 swatches",
        ),
    ] {
        assert_refused(&sandbox, Code::BAD_VALUE, says);
    }
    let families = format!("[style.f]\nlike = \"body\"\nfont = [{}]\n", "\"X\",".repeat(17));
    assert_refused(&with_template(&families), Code::BAD_VALUE, "too many fonts");
    let stories: String = (0..1_001).map(|story| format!("s{story} = []\n")).collect();
    assert_refused(
        &saying(&format!("[story]\n{stories}")),
        Code::BAD_VALUE,
        "at most 1000 stories",
    );
}

#[test]
fn contents_have_a_most_of_entries() {
    let contents = "[[story.s]]\ncontents = 3\n".repeat(40);
    let sandbox = saying(&format!(
        "{contents}{}",
        "[[story.s]]\nheading = \"a\"\n".repeat(40)
    ));
    let template = text(&sandbox, "templates/leaflet.toml");
    sandbox.write(
        "templates/leaflet.toml",
        &format!("[style.contents]\nlike = \"body\"\n{template}"),
    );
    assert_refused(&sandbox, Code::BAD_VALUE, "at most 1000 entries");
}

// ---- Places ------------------------------------------------------------------------------------------------------------------------

#[test]
fn a_running_head_on_a_page_that_is_not_there_is_named() {
    let running = "[[running]]\npages = [1, 1, 0, 4000000000]\ntext = \"{page} {title} {section} {\"\nstyle = \"body\"\nside = \"outer\"\nbaseline = \"9 mm\"\n";
    assert_refused(&with_template(running), Code::BAD_VALUE, "there is no page 0");
    assert_set(&with_template(&running.replace(", 0, 4000000000", "")));
}

#[test]
fn a_frame_smaller_than_nothing_is_named() {
    let frame = "[[frame]]\npanel = 1\nstory = \"title\"\nat = [\"50 mm\", \"50 mm\"]\nsize = [\"-5 mm\", \"9 mm\"]\n";
    assert_refused(
        &with_template(frame),
        Code::BAD_FRAME,
        "narrower or lower than nothing",
    );
}

#[test]
fn a_printer_does_not_ask_for_metres_of_bleed() {
    for wrong in ["\"20000 mm\"", "\"-3 mm\""] {
        let sandbox = leaflet();
        sandbox.replace("templates/printers/standard.toml", "\"3 mm\"", wrong);
        assert_refused(&sandbox, Code::BAD_VALUE, "`bleed` is from 0 mm to 100 mm");
    }
}

#[test]
fn paragraphs_run_through_hundreds_of_frames() {
    let sandbox = of_text(&"Wort und noch ein Wort. ".repeat(110));
    let frames: String = (0..300)
        .map(|frame| {
            let (width, height) = (30 + frame % 2, [0, 12][frame % 3 / 2]);
            format!("[[frame]]\npanel = 2\nstory = \"s\"\nat = [\"9 mm\", \"9 mm\"]\nsize = [\"{width} mm\", \"{height} mm\"]\n")
        })
        .collect();
    let template = text(&sandbox, "templates/leaflet.toml");
    let at = template.find("[[frame]]").unwrap();
    sandbox.write("templates/leaflet.toml", &format!("{}{frames}", &template[..at]));
    assert_set(&sandbox);
}

// ---- Figures -----------------------------------------------------------------------------------------------------------------------

/// A field of dots over the whole outside, drawn so often.
fn field(how: &str, times: usize) -> Sandbox {
    let figure = format!(
        "[figure.f]\nkind = \"field\"\ncolors = [\"ink\"]\nline = \"leaf\"\nline-width = \"1 pt\"\n{how}\n"
    );
    with_template(&(figure + &"[[art]]\nside = \"outside\"\nfigure = \"f\"\n".repeat(times)))
}

#[test]
fn figures_of_any_numbers_are_drawn_or_named() {
    let far = "\"20000 mm\"";
    for how in [
        "spacing = \"0 mm\"\nfill = \"0 mm\"".to_owned(),
        "spacing = \"-1 pt\"\nfill = \"9 mm\"".to_owned(),
        format!("spacing = {far}\nfill = {far}\noverrun = [{far}, {far}, {far}, {far}]"),
        "spacing = \"1 mm\"\nfill = \"0.1 mm\"\ndensity = [2147483647, -2147483648, 0, 1]\nswell = 2147483647\nopenness = 4294967295".to_owned(),
        format!("spacing = \"9 mm\"\nfocus = [{}]", format!("{{ at = [{far}, \"-5 mm\"], radius = {far} }},").repeat(9)),
        format!("spacing = \"0 mm\"\nsizes = [{}]", format!("{{ radius = {far}, count = 4294967295 }},").repeat(9)),
    ] {
        assert_set(&field(&how, 1));
    }
    let focus = "{ at = [\"1 mm\", \"1 mm\"], radius = \"1 mm\" },".repeat(101);
    assert_refused(
        &field(&format!("spacing = \"1 mm\"\nfocus = [{focus}]"), 1),
        Code::BAD_VALUE,
        "101 dots set by hand",
    );
}

#[test]
fn figures_without_number_are_not_drawn_for_ever() {
    assert_refused(
        &field("spacing = \"0 mm\"\nfill = \"0 mm\"", 900),
        Code::BAD_VALUE,
        "more dots than can be drawn",
    );
}

// ---- Files -------------------------------------------------------------------------------------------------------------------------

#[test]
fn names_do_not_lead_out_of_the_project() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.toml");
    fs::write(&secret, "secret = \"s\"").unwrap();
    let absolute = secret.display().to_string();
    for (file, from) in [
        ("content/leaflet.toml", "\"herbs.toml\""),
        ("content/leaflet.toml", "\"leaflet\""),
        ("templates/printers/standard.toml", "\"FOGRA39L_coated.icc\""),
    ] {
        for to in [
            "../../secret.toml",
            "..",
            ".",
            "",
            "/",
            &absolute,
            "a\\u0000b",
            "x/../../../secret",
        ] {
            let sandbox = leaflet();
            sandbox.replace(file, from, &format!("\"{to}\""));
            let errors = set(&sandbox, "leaflet").unwrap_err();
            assert!(errors[0].1.contains("cannot be read"), "{to}: {}", errors[0].1);
        }
    }
    let sandbox = leaflet();
    sandbox.replace(
        "content/leaflet.toml",
        "[document]",
        "[document]\nprinter = \"../../../secret\"",
    );
    assert_refused(&sandbox, Code::BAD_VALUE, "outside the project folder");
}

#[cfg(unix)]
#[test]
fn symbolic_links_lead_about_the_project_and_not_out_of_it() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.toml");
    fs::write(&secret, "list = []").unwrap();
    let relink = |to: &std::path::Path| {
        let sandbox = leaflet();
        fs::rename(
            sandbox.path("content/herbs.toml"),
            sandbox.path("content/true.toml"),
        )
        .unwrap();
        symlink(to, sandbox.path("content/herbs.toml")).unwrap();
        sandbox
    };
    assert_refused(&relink(&secret), Code::BAD_VALUE, "outside the project folder");
    assert_set(&relink("true.toml".as_ref()));
    // Round and round: a file that is itself, folders that hold themselves.
    let sandbox = relink("herbs.toml".as_ref());
    assert!(set(&sandbox, "leaflet").is_err());
    let sandbox = leaflet();
    for circle in 0..12 {
        symlink(".", sandbox.path(&format!("fonts/circle{circle}"))).unwrap();
        symlink("..", sandbox.path(&format!("content/circle{circle}"))).unwrap();
    }
    assert_set(&sandbox);
    assert_eq!(sandbox.run(&["check"]).code, 0);
}

#[test]
fn a_folder_where_a_file_should_be_is_no_file() {
    for path in [FILES[0], FILES[1], FILES[2], FILES[3], PROFILE] {
        let sandbox = leaflet();
        fs::remove_file(sandbox.path(path)).unwrap();
        fs::create_dir(sandbox.path(path)).unwrap();
        assert!(set(&sandbox, "leaflet").is_err(), "{path}");
    }
    let sandbox = leaflet();
    fs::create_dir(sandbox.path("fonts/folder.ttf")).unwrap();
    assert_set(&sandbox);
}

#[test]
fn files_that_are_not_text_or_too_large_are_named() {
    let sandbox = leaflet();
    fs::write(sandbox.path(FILES[1]), b"list = [\"\xFF\xFE\"]").unwrap();
    assert_refused(&sandbox, Code::BROKEN_TOML, "line 1 is not UTF-8");
    sandbox.write(FILES[1], &"# herbs\n".repeat(200_000));
    assert_refused(&sandbox, Code::BROKEN_TOML, "it is larger than 1 MiB");
}

/// The names of the files in a folder.
fn names(sandbox: &Sandbox, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(sandbox.path(folder)).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn a_run_that_fails_leaves_what_was_there_and_nothing_else() {
    let sandbox = leaflet();
    assert_eq!(sandbox.run(&["build", "--edition", "screen,press"]).code, 0);
    let products = ["leaflet.press.pdf", "leaflet.screen.pdf"];
    assert_eq!(names(&sandbox, "output"), products);
    let before = products.map(|product| sandbox.read(&format!("output/{product}")));
    sandbox.replace("content/leaflet.toml", "Drei,", &"Drei, ".repeat(900));
    assert_eq!(sandbox.run(&["build", "--edition", "screen,press"]).code, 1);
    assert_eq!(names(&sandbox, "output"), products);
    assert!(before == products.map(|product| sandbox.read(&format!("output/{product}"))));
}

#[test]
fn a_file_that_cannot_take_its_name_leaves_no_other_behind() {
    let sandbox = leaflet();
    // What stands there is a folder with something in it, which no file may replace.
    fs::create_dir_all(sandbox.path("output/leaflet.screen.pdf/kept")).unwrap();
    let ran = sandbox.run(&["build", "--edition", "screen"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("cannot-write"), "{}", ran.stderr);
    assert_eq!(names(&sandbox, "output"), ["leaflet.screen.pdf"]);
}

#[test]
fn two_builds_at_once_write_whole_files() {
    let sandbox = leaflet();
    assert_eq!(sandbox.run(&["build", "--edition", "screen"]).code, 0);
    let alone = sandbox.read("output/leaflet.screen.pdf");
    std::thread::scope(|scope| {
        let builds: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| sandbox.run(&["build", "--edition", "screen"]).code))
            .collect();
        for build in builds {
            assert_eq!(build.join().unwrap(), 0);
        }
    });
    assert!(alone == sandbox.read("output/leaflet.screen.pdf"));
    assert_eq!(names(&sandbox, "output"), ["leaflet.screen.pdf"]);
}

#[test]
fn a_document_in_a_folder_of_its_own_is_built_into_one() {
    let sandbox = leaflet();
    fs::create_dir(sandbox.path("content/north")).unwrap();
    fs::rename(
        sandbox.path("content/leaflet.toml"),
        sandbox.path("content/north/leaflet.toml"),
    )
    .unwrap();
    let ran = sandbox.run(&["build", "--edition", "screen"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(names(&sandbox, "output/north"), ["leaflet.screen.pdf"]);
}
