//! More of something than anybody means: nesting, records, findings, frames.

use crate::{assert_refused, assert_set, of_text, saying, set, text, with_template};
use faltwerk::diag::{Code, Log};
use faltwerk::project::Project;

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
