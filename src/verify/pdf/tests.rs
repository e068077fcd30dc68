//! What is read of small PDFs.

use super::ink::{Spots, measure};
use super::*;

/// A file of one page of 200 by 100 points; it has no table of objects, as damaged files have none.
fn page(resources: &str, content: &str, more: &str) -> Vec<u8> {
    let length = content.len();
    format!(
        "%PDF-1.6\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
         2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/TrimBox[10 10 190 90]/Resources<<{resources}>>/Contents 4 0 R>> endobj\n\
         4 0 obj <</Length {length}>> stream\n{content}\nendstream endobj\n{more}\n\
         trailer <</Root 1 0 R>>\n%%EOF\n"
    )
    .into_bytes()
}

/// A form or another stream as an object.
fn stream(number: u32, entries: &str, content: &str) -> String {
    let length = content.len();
    format!("{number} 0 obj <</Length {length}{entries}>> stream\n{content}\nendstream endobj\n")
}

fn with_display<T>(bytes: &[u8], look: impl FnOnce(&Page<'_>, &Display<'_>) -> T) -> T {
    let file = open(bytes).unwrap();
    let pages = file.pages();
    look(&pages[0], &Display::of(&file, &pages[0]))
}

fn ink(bytes: &[u8]) -> ink::Inked {
    with_display(bytes, |page, display| {
        measure(display, page.boxes.media, Spots::Apart)
    })
}

#[test]
fn boxes_are_inherited_and_missing_ones_follow_from_the_others() {
    let bytes = page("", "", "");
    with_display(&bytes, |page, _| {
        assert_eq!(page.boxes.media, hayro::kurbo::Rect::new(0.0, 0.0, 200.0, 100.0));
        assert_eq!(page.boxes.bleed, page.boxes.media);
        assert_eq!(page.written.bleed, None);
        assert_eq!(page.boxes.trim.x0, 10.0);
    });
}

#[test]
fn a_rectangle_knows_its_place_its_colour_and_its_thinner_side() {
    let bytes = page("", "q 2 0 0 2 0 0 cm 0 0 0 1 k 10 10 40 0.05 re f Q", "");
    with_display(&bytes, |_, display| {
        let [element] = display.elements.as_slice() else {
            panic!("{display:?}")
        };
        let Kind::Path(path) = &element.kind else { panic!() };
        assert!((path.width - 0.1).abs() < 1e-9);
        assert_eq!(element.bounds.x1, 100.0);
        let fill = element.fill.as_ref().unwrap();
        assert!(fill.is_pure_black() && !fill.is_white() && !fill.overprint);
        assert!(element.stroke.is_none());
    });
}

#[test]
fn what_the_clip_leaves_nothing_of_is_not_visible() {
    let bytes = page("", "0 0 50 50 re W n 60 60 10 10 re f 40 40 20 20 re f", "");
    with_display(&bytes, |_, display| {
        let visible: Vec<_> = display.elements.iter().map(|element| element.visible).collect();
        assert_eq!(visible[0], None);
        assert_eq!(visible[1], Some(hayro::kurbo::Rect::new(40.0, 40.0, 50.0, 50.0)));
    });
}

#[test]
fn marks_forms_and_overprint_apply_to_what_is_within() {
    let form = stream(5, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 5 5 re f");
    let state = "/ExtGState<</G<</OP true/op true/OPM 1>>>>/XObject<</F 5 0 R>>";
    let bytes = page(
        state,
        "/P <</MCID 7/Lang(de)>> BDC /G gs /F Do EMC 0 0 1 1 re f",
        &form,
    );
    with_display(&bytes, |_, display| {
        let inner = &display.elements[0];
        assert_eq!(
            (inner.marks[0].mcid, inner.marks[0].lang.as_deref()),
            (Some(7), Some("de"))
        );
        assert_eq!(inner.forms[0].object.map(|object| object.obj_number), Some(5));
        let fill = inner.fill.as_ref().unwrap();
        assert!(fill.overprint && fill.mode == 1);
        assert!(display.elements[1].marks.is_empty());
    });
}

#[test]
fn text_has_its_size_in_points_and_its_words() {
    let font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";
    let bytes = page(font, "BT /F 1 Tf 0 10 -10 0 50 20 Tm (Ab) Tj ET", "");
    with_display(&bytes, |_, display| {
        let Kind::Text(text) = &display.elements[0].kind else {
            panic!()
        };
        assert!((text.size - 10.0).abs() < 1e-9);
        assert_eq!(text.says(), "Ab");
        assert!(!text.font.embedded);
        // Turned by 90 degrees, the text leads upwards: A and b are 667 and 556 thousandths of an em wide.
        let bounds = display.elements[0].bounds;
        assert!(bounds.height() > 11.0 && bounds.height() < 12.3, "{bounds:?}");
    });
}

#[test]
fn a_form_that_contains_itself_ends() {
    let form = stream(
        5,
        "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</F 5 0 R>>>>",
        "0 0 5 5 re f /F Do",
    );
    let bytes = page("/XObject<</F 5 0 R>>", "/F Do", &form);
    with_display(&bytes, |_, display| assert!(!display.elements.is_empty()));
}

#[test]
fn a_page_of_more_work_than_any_needs_is_cut_and_says_so() {
    let bytes = page("", &"0 0 1 1 re f ".repeat(1_000), "");
    let limits = Limits {
        steps: 100,
        ..Limits::default()
    };
    let file = File::open(&bytes, limits).unwrap();
    let display = Display::of(&file, &file.pages()[0]);
    assert!(display.truncated && display.elements.len() < 100);
    assert!(!Display::of(&open(&bytes).unwrap(), &file.pages()[0]).truncated);
}

#[test]
fn what_is_no_pdf_is_told_from_what_is_damaged() {
    assert!(matches!(open(b"hello"), Err(Unreadable::NoPdf)));
    assert!(matches!(open(b"%PDF-1.6\n"), Err(Unreadable::Damaged)));
}

#[test]
fn knocking_out_takes_the_ink_below_away_and_overprinting_leaves_it() {
    let states = "/ExtGState<</O<</OP true/op true/OPM 1>>>>";
    let over = ink(&page(
        states,
        "1 0 0 0 k 0 0 200 100 re f /O gs 0 1 0 0 k 0 0 200 100 re f",
        "",
    ));
    assert!((over.square - 2.0).abs() < 0.01, "{over:?}");
    let knocked = ink(&page(
        "",
        "1 0 0 0 k 0 0 200 100 re f 0 1 0 0 k 0 0 200 100 re f",
        "",
    ));
    assert!((knocked.square - 1.0).abs() < 0.01, "{knocked:?}");
}

#[test]
fn a_spot_ink_has_a_plate_of_its_own() {
    let space = "/ColorSpace<</S[/Separation/Gold/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 .5 1 0]/N 1>>]>>";
    let bytes = page(space, "/S cs 0.8 scn 0 0 200 100 re f", "");
    let apart = ink(&bytes);
    assert_eq!(apart.plates, ["Gold"]);
    assert!((apart.highest - 0.8).abs() < 0.01 && apart.highest_process < 0.01);
    let mixed = with_display(&bytes, |page, display| {
        measure(display, page.boxes.media, Spots::Mixed)
    });
    assert!((mixed.highest - 1.2).abs() < 0.01, "{mixed:?}");
}

#[test]
fn half_opaque_and_multiplied_ink_adds_up() {
    let states = "/ExtGState<</H<</ca 0.5>>/M<</BM/Multiply>>>>";
    let half = ink(&page(states, "/H gs 1 1 0 0 k 0 0 200 100 re f", ""));
    assert!((half.square - 1.0).abs() < 0.01, "{half:?}");
    let both = ink(&page(
        states,
        "1 0 0 0 k 0 0 200 100 re f /M gs 0 1 0 0 k 0 0 200 100 re f",
        "",
    ));
    assert!((both.square - 2.0).abs() < 0.01, "{both:?}");
}

#[test]
fn colours_that_are_no_inks_are_left_out_and_named() {
    let told = ink(&page("", "1 0 0 rg 0 0 200 100 re f", ""));
    assert_eq!(told.unmeasured, ["DeviceRGB"]);
    assert!(told.highest < 0.01);
    let white = ink(&page("", "1 1 1 rg 0 0 200 100 re f", ""));
    assert!(white.unmeasured.is_empty());
}

#[test]
fn what_is_hidden_lays_down_no_ink() {
    let layers = "5 0 obj <</Type/OCG/Name(L)>> endobj";
    let bytes = page(
        "/Properties<</L 5 0 R>>",
        "/OC /L BDC 0 g 0 0 200 100 re f EMC",
        layers,
    );
    let text = String::from_utf8(bytes).unwrap();
    let hidden = text.replace(
        "/Pages 2 0 R>>",
        "/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>>>",
    );
    assert!(ink(text.as_bytes()).highest > 0.9);
    assert!(ink(hidden.as_bytes()).highest < 0.01);
}
