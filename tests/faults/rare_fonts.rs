//! Fonts that few files have: of procedures (Type 3), of dingbats, and such as run downwards.

use lopdf::{Dictionary, Object, Stream, dictionary};

use crate::codes;
use crate::common::spoilt::Pdf;

/// Shows a text in a font of one procedure, that of the letter H.
fn of_procedures(shown: &str, set: &str) -> Vec<&'static str> {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    let letter = pdf.add(Stream::new(
        dictionary! {},
        b"600 0 0 0 500 700 d1 0 0 500 700 re f".to_vec(),
    ));
    let font = pdf.add(dictionary! {
        "Type" => "Font", "Subtype" => "Type3", "FirstChar" => 72, "LastChar" => 73, "Widths" => vec![600.into(), 600.into()],
        "FontBBox" => vec![0.into(), 0.into(), 600.into(), 700.into()],
        "FontMatrix" => vec![Object::Real(0.001), 0.into(), 0.into(), Object::Real(0.001), 0.into(), 0.into()],
        "CharProcs" => dictionary! { "H" => letter }, "Resources" => dictionary! {},
        "Encoding" => dictionary! { "Type" => "Encoding", "Differences" => vec![72.into(), "H".into(), "I".into()] },
    });
    pdf.resource(1, "Font", "Own", font);
    pdf.paint(
        1,
        &format!("/Artifact BMC BT /Own 12 Tf 100 100 Td ({shown}) Tj ET EMC"),
    );
    codes(&pdf.bytes(), set)
}

#[test]
fn a_character_without_a_procedure_is_not_in_the_font() {
    assert_eq!(of_procedures("H", "ua/"), [""; 0]);
    assert_eq!(of_procedures("HI", "ua/"), ["ua/notdef"]);
    assert_eq!(of_procedures("HI", "x4/notdef"), ["x4/notdef"]);
}

/// Shows a text in a standard font, and says whether its letters are known.
fn standard(font: &str, encoding: Option<Object>, shown: &str) -> Vec<&'static str> {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    let mut dict = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => font };
    if let Some(encoding) = encoding {
        dict.set("Encoding", encoding);
    }
    let dict = pdf.add(dict);
    pdf.resource(1, "Font", "Standard", dict);
    pdf.paint(
        1,
        &format!("/Artifact BMC BT /Standard 12 Tf 100 100 Td ({shown}) Tj ET EMC"),
    );
    codes(&pdf.bytes(), "ua/no-unicode")
}

fn differing(name: &str) -> Option<Object> {
    Some(dictionary! { "Differences" => vec![65.into(), name.into()] }.into())
}

#[test]
fn numbers_of_dingbats_are_no_letters() {
    assert_eq!(standard("ZapfDingbats", None, "4"), ["ua/no-unicode"]);
    assert_eq!(standard("ZapfDingbats", None, " "), [""; 0]);
    assert_eq!(standard("ZapfDingbats", differing("a20"), "A"), ["ua/no-unicode"]);
    assert_eq!(standard("ZapfDingbats", differing("space"), "A"), [""; 0]);
}

#[test]
fn names_of_symbol_are_letters() {
    assert_eq!(standard("Symbol", None, "abc\\345"), [""; 0]);
    assert_eq!(standard("Symbol", differing("a20"), "A"), ["ua/no-unicode"]);
}

/// Lets the text of the first font run downwards, and changes how it is described.
fn downwards(change: fn(&mut Dictionary)) -> Vec<&'static str> {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    let page = pdf.page_id(1);
    let font = &["Resources", "Font", "F0"][..];
    pdf.below(page, font).set("Encoding", "Identity-V");
    change(pdf.below(page, &[font, &["DescendantFonts"]].concat()));
    codes(&pdf.bytes(), "ua/wrong-width")
}

#[test]
fn widths_across_count_where_text_runs_downwards() {
    assert_eq!(downwards(|_| {}), [""; 0]);
    let heights = |font: &mut Dictionary| {
        let list = vec![0.into(), 65_535.into(), (-500).into(), 1.into(), 2.into()];
        font.set("W2", list);
    };
    assert_eq!(downwards(heights), [""; 0]);
    let ranges = |font: &mut Dictionary| {
        let list = vec![0.into(), 65_535.into(), 123.into()];
        font.set("W", list);
    };
    assert_eq!(downwards(ranges), ["ua/wrong-width"]);
    let none = |font: &mut Dictionary| {
        font.remove(b"W");
    };
    assert_eq!(downwards(none), ["ua/wrong-width"]);
}

#[test]
fn widths_across_are_found_through_a_map_of_characters() {
    let found = |by: f32| {
        let mut pdf = Pdf::product("flyer.screen.pdf");
        let map = pdf.add(Stream::new(
            dictionary! { "Type" => "CMap", "CMapName" => "Own-V", "WMode" => 1, "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"), "Ordering" => Object::string_literal("Identity"), "Supplement" => 0,
            } },
            b"/CIDInit /ProcSet findresource begin begincmap /CMapName /Own-V def /CMapType 1 def /WMode 1 def\n\
              1 begincodespacerange <0000> <ffff> endcodespacerange\n\
              1 begincidrange <0000> <ffff> 0 endcidrange endcmap end"
                .to_vec(),
        ));
        let page = pdf.page_id(1);
        pdf.below(page, &["Resources", "Font", "F0"]).set("Encoding", map);
        pdf.widths(1, by);
        codes(&pdf.bytes(), "ua/wrong-width")
    };
    assert_eq!(found(1.0), [""; 0]);
    assert_eq!(found(1.1), ["ua/wrong-width"]);
}
