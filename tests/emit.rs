//! Hand-made scenes through the PDF writer: what is read back must be what was meant. The files stay in `target/tmp`, for
//! judges that are not ours.

#![allow(clippy::unwrap_used, reason = "in a test that is how a failure shows")]

mod emit_scene;

use std::path::Path;

use emit_scene::reader::lines;
use emit_scene::{Desk, condition, flyer};
use faltwerk::color::{Cmyk, Color, Ink, Part};
use faltwerk::diag::{Code, Log};
use faltwerk::emit::pdf::{Profile, write};
use faltwerk::emit::png;
use faltwerk::scene::{ItemKind, Scene};
use lopdf::{Dictionary, Document, Object};

fn written(desk: &Desk, scene: &Scene, profile: &Profile, name: &str) -> Vec<u8> {
    let mut log = Log::new();
    let bytes = write(scene, &desk.assets, profile, &condition(), &mut log).unwrap();
    assert_eq!(log.findings(), []);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    #[expect(clippy::disallowed_methods, reason = "a test leaves its files for judges")]
    std::fs::write(path, &bytes).unwrap();
    bytes
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

fn catalog(document: &Document) -> &Dictionary {
    document.catalog().unwrap()
}

/// The value behind a key, references followed.
fn follow<'a>(document: &'a Document, dict: &'a Dictionary, key: &[u8]) -> &'a Object {
    let object = dict.get(key).unwrap();
    document.dereference(object).unwrap().1
}

/// The structure tree as text: an element a line, deeper ones further in, the number of its marked pieces behind it.
fn tag_tree(document: &Document) -> String {
    fn element(document: &Document, dict: &Dictionary, depth: usize, out: &mut String) {
        let tag = String::from_utf8_lossy(dict.get(b"S").unwrap().as_name().unwrap()).into_owned();
        let mut line = format!("{}{tag}", "  ".repeat(depth));
        let mut below = String::new();
        let mut pieces = 0;
        let kids = match dict.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        };
        for kid in &kids {
            match document.dereference(kid).unwrap().1 {
                Object::Integer(_) => pieces += 1,
                Object::Dictionary(kid) if kid.has(b"S") => element(document, kid, depth + 1, &mut below),
                Object::Dictionary(kid) if kid.has(b"MCID") => pieces += 1,
                Object::Dictionary(kid) if kid.has(b"Obj") => line.push_str(" +annotation"),
                other => panic!("{other:?}"),
            }
        }
        if pieces > 0 {
            line.push_str(&format!(" {pieces}"));
        }
        for (key, name) in [(b"Alt".as_slice(), "alt"), (b"Lang", "lang"), (b"E", "expansion")] {
            if dict.has(key) {
                line.push_str(&format!(" {name}"));
            }
        }
        out.push_str(&line);
        out.push('\n');
        out.push_str(&below);
    }
    let root = follow(document, catalog(document), b"StructTreeRoot")
        .as_dict()
        .unwrap();
    let mut out = String::new();
    element(
        document,
        follow(document, root, b"K").as_dict().unwrap(),
        0,
        &mut out,
    );
    out
}

fn content(document: &Document, page: u32) -> String {
    let id = document.get_pages()[&page];
    String::from_utf8_lossy(&document.get_page_content(id)).into_owned()
}

#[test]
fn the_screen_file_says_what_everything_means_in_reading_order() {
    let desk = Desk::new();
    let bytes = written(&desk, &flyer(&desk, 2), &Profile::SCREEN, "emit-screen.pdf");
    assert_eq!(
        tag_tree(&read(&bytes)),
        "\
Document
  Part
    Sect
      H1 1
      P 3
        Span 1 expansion
        Span 1 lang
      L
        LI
          Lbl 1
          LBody 1
        LI
          Lbl 1
          LBody 1
      Figure 1 alt
      Caption 1
      P 3
        Link +annotation 1
    Sect
      H2 1
      P 2
      P
        Link +annotation 1
"
    );
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let desk = Desk::new();
    for profile in [Profile::SCREEN, Profile::PRESS, Profile::PREVIEW] {
        let once = written(&desk, &flyer(&desk, 3), &profile, "emit-twice.pdf");
        let again = written(&Desk::new(), &flyer(&desk, 3), &profile, "emit-twice.pdf");
        assert!(once == again);
    }
}

#[test]
fn the_press_file_has_its_boxes_inks_and_intent_and_nothing_to_click() {
    let desk = Desk::new();
    let scene = flyer(&desk, 2);
    let bytes = written(&desk, &scene, &Profile::PRESS, "emit-press.pdf");
    assert!(bytes.starts_with(b"%PDF-1.6\n%\xE2\xE3\xCF\xD3"));
    let document = read(&bytes);
    assert!(!catalog(&document).has(b"StructTreeRoot"));
    let intents = follow(&document, catalog(&document), b"OutputIntents")
        .as_array()
        .unwrap();
    assert_eq!(intents.len(), 1);
    let intent = intents[0].as_dict().unwrap();
    assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFX");
    let profile = follow(&document, intent, b"DestOutputProfile")
        .as_stream()
        .unwrap();
    assert_eq!(profile.dict.get(b"N").unwrap().as_i64().unwrap(), 4);
    assert_eq!(profile.decompressed_content().unwrap(), desk.assets.output.data());
    for id in document.get_pages().into_values() {
        let page = document.get_dictionary(id).unwrap();
        assert!(page.has(b"TrimBox") && page.has(b"BleedBox") && page.has(b"MediaBox"));
        assert!(!page.has(b"CropBox") && !page.has(b"ArtBox") && !page.has(b"Annots"));
    }
    let painted = content(&document, 1);
    assert!(painted.contains("0 0 0 1 k\n"), "black text is black ink alone");
    // Black text, then a spot colour with a thin black outline: what overprints changes with the ink.
    assert!(painted.contains("/G10 gs\n0 0 0 1 k\n") && painted.contains("/G01 gs\n"));
    assert!(!painted.contains(" rg\n") && !painted.contains("BDC\n/P"));
    assert!(String::from_utf8_lossy(&bytes).contains("/Separation/HKS#2041#20K/DeviceCMYK"));
}

#[test]
fn screen_and_press_show_the_same_glyphs_with_the_same_shifts() {
    let desk = Desk::new();
    let scene = flyer(&desk, 2);
    let shown = |profile: &Profile| -> Vec<String> {
        let document = read(&written(&desk, &scene, profile, "emit-same.pdf"));
        let shows = |line: &&str| line.ends_with("Tj") || line.ends_with("TJ");
        content(&document, 1)
            .lines()
            .filter(shows)
            .map(str::to_owned)
            .collect()
    };
    assert!(!shown(&Profile::SCREEN).is_empty());
    assert_eq!(shown(&Profile::SCREEN), shown(&Profile::PRESS));
}

/// Every run of a page reads as its text, and every glyph stands within half a thousandth of an em of its place, whichever is shown
/// first.
fn assert_reads_back(document: &Document, scene: &Scene) {
    let page = document.get_pages()[&1];
    let height = scene.pages[0].trim.height;
    let mut lines = lines(document, page).into_iter();
    for item in &scene.pages[0].items {
        let ItemKind::Glyphs(run) = &item.kind else {
            continue;
        };
        let line = lines.next().unwrap();
        assert_eq!(line.text, *run.text);
        assert_eq!(line.glyphs.len(), run.glyphs.len());
        let mut pen = item.at.x;
        let mut shown = line.glyphs;
        for glyph in &run.glyphs {
            let wanted = [(pen + glyph.dx).to_pt(), (height - item.at.y + glyph.dy).to_pt()];
            let there = shown.iter().position(|read| {
                let off = [read.at[0] - wanted[0], read.at[1] - wanted[1]].map(f64::abs);
                off[0] <= read.size * 0.000_51 + 0.000_1 && off[1] <= 0.000_2
            });
            let there = there.unwrap_or_else(|| panic!("no glyph at {wanted:?} in {}: {shown:?}", run.text));
            shown.remove(there);
            pen += glyph.advance;
        }
    }
    assert!(lines.next().is_none());
}

#[test]
fn text_and_places_read_back_as_they_were() {
    let desk = Desk::new();
    for (scene, name) in [
        (flyer(&desk, 1), "emit-text.pdf"),
        (emit_scene::hard_text(&desk), "emit-hard.pdf"),
    ] {
        let document = read(&written(&desk, &scene, &Profile::SCREEN, name));
        assert_reads_back(&document, &scene);
    }
}

#[test]
fn a_printers_sheet_holds_turned_pages_and_marks_on_every_plate() {
    let desk = Desk::new();
    let scene = emit_scene::sheet(&desk);
    let bytes = written(&desk, &scene, &Profile::PRESS, "emit-sheet.pdf");
    assert!(String::from_utf8_lossy(&bytes).contains("/Separation/All/DeviceCMYK"));
    let document = read(&bytes);
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    let corner = |key: &[u8]| page.get(key).unwrap().as_array().unwrap()[0].as_float().unwrap();
    // Ten millimetres for marks, three more of bleed.
    assert_eq!(corner(b"MediaBox"), 0.0);
    assert!((corner(b"BleedBox") - 28.3465).abs() < 1e-4);
    assert!((corner(b"TrimBox") - 36.8504).abs() < 1e-4);
    let painted = content(&document, 1);
    assert!(painted.contains("-1 0 0 -1 632.126 36.8504 cm\n"), "{painted}");
    assert_eq!(painted.matches("q\n").count(), painted.matches("Q\n").count());

    let on_screen = written(&desk, &scene, &Profile::SCREEN, "emit-sheet-screen.pdf");
    let tree = tag_tree(&read(&on_screen));
    assert_eq!(
        tree,
        tag_tree(&read(&written(
            &desk,
            &flyer(&desk, 2),
            &Profile::SCREEN,
            "emit-screen.pdf"
        )))
    );
}

#[test]
fn what_nobody_can_see_is_not_read_aloud() {
    let desk = Desk::new();
    let mut scene = flyer(&desk, 1);
    scene.pages[0]
        .items
        .retain(|item| matches!(item.kind, ItemKind::Glyphs(_)));
    for item in &mut scene.pages[0].items {
        item.at.x -= faltwerk::geom::Length::mm(300);
    }
    let bytes = written(&desk, &scene, &Profile::SCREEN, "emit-unseen.pdf");
    assert_eq!(tag_tree(&read(&bytes)), "Document\n");
}

/// The sources of a module and of all below it.
fn module(name: &str) -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name);
    let mut waiting = vec![source.with_extension("rs"), source];
    let mut text = String::new();
    while let Some(path) = waiting.pop() {
        #[expect(clippy::disallowed_methods, reason = "a test reads the sources")]
        match std::fs::read_to_string(&path) {
            Ok(source) => text.push_str(&source),
            Err(_) => waiting.extend(
                path.read_dir()
                    .into_iter()
                    .flatten()
                    .map(|entry| entry.unwrap().path()),
            ),
        }
    }
    text
}

/// Every function that a ledger says enforces a clause is there.
#[test]
fn the_ledgers_name_what_exists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    #[expect(clippy::disallowed_methods, reason = "a test reads the sources")]
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    for (ledger, functions, least) in [
        ("emit/pdf/PDF_UA1.md", "emit/pdf", 15),
        ("emit/pdf/PDF_X4.md", "emit/pdf", 15),
        ("emit/pdf/PDF_X1A_X3.md", "emit/pdf", 8),
        ("verify/pdf/GWG2022.md", "verify/pdf/gwg", 30),
    ] {
        let ledger = text(ledger);
        let named: Vec<&str> = ledger
            .split("*enforced by `")
            .skip(1)
            .filter_map(|rest| rest.split('`').next())
            .collect();
        assert!(named.len() > least);
        for name in named {
            let item = name.split("::").last().unwrap();
            let source = match name.strip_prefix("faltwerk::") {
                Some(elsewhere) => module(elsewhere.split("::").next().unwrap()),
                None => text(&format!("{functions}/{}.rs", name.split("::").next().unwrap())),
            };
            let found = ["fn ", "struct "].iter().any(|kind| {
                let wanted = format!("{kind}{item}");
                source
                    .match_indices(&wanted)
                    .any(|(at, _)| source[at + wanted.len()..].starts_with(['(', '<', ' ']))
            });
            assert!(found, "no `{name}`");
        }
    }
}

/// The same for what is judged in written files; here each line ends in one of three ways.
#[test]
fn the_ledgers_of_checks_name_what_exists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/verify/pdf");
    #[expect(clippy::disallowed_methods, reason = "a test reads the sources")]
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_default();
    for ledger in ["PDF_UA1_CHECKS.md", "PDF_X4_CHECKS.md"] {
        let ledger = text(ledger);
        let lines: Vec<&str> = ledger.lines().filter(|line| line.starts_with("- ")).collect();
        assert!(lines.len() > 20);
        for line in lines {
            let ends = ["*enforced by `", "*cannot be judged by a machine*", "*open*"];
            assert!(ends.iter().any(|end| line.contains(end)), "{line}");
        }
        for name in ledger.split("*enforced by `").skip(1) {
            let (name, _) = name.split_once('`').unwrap();
            let (module, item) = name.rsplit_once("::").unwrap();
            let source = text(&format!("{}.rs", module.replace("::", "/")));
            let found = ["fn ", "struct "].iter().any(|kind| {
                let wanted = format!("{kind}{item}");
                source
                    .match_indices(&wanted)
                    .any(|(at, _)| source[at + wanted.len()..].starts_with(['(', '<', ' ']))
            });
            assert!(found, "no `{name}`");
        }
    }
}

#[test]
fn long_documents_get_an_outline_and_every_page_its_label() {
    let desk = Desk::new();
    let document = read(&written(
        &desk,
        &flyer(&desk, 3),
        &Profile::SCREEN,
        "emit-outline.pdf",
    ));
    let outline = follow(&document, catalog(&document), b"Outlines")
        .as_dict()
        .unwrap();
    let first = follow(&document, outline, b"First").as_dict().unwrap();
    assert_eq!(outline.get(b"Count").unwrap().as_i64().unwrap(), 3);
    assert!(
        first.has(b"First"),
        "the second-level heading hangs below the first"
    );
    let labels = follow(&document, catalog(&document), b"PageLabels")
        .as_dict()
        .unwrap();
    assert_eq!(labels.get(b"Nums").unwrap().as_array().unwrap().len(), 6);
    let short = read(&written(
        &desk,
        &flyer(&desk, 2),
        &Profile::SCREEN,
        "emit-short.pdf",
    ));
    assert!(!catalog(&short).has(b"Outlines"));
}

#[test]
fn a_missing_character_is_an_error_and_no_file() {
    let desk = Desk::new();
    let mut scene = flyer(&desk, 1);
    emit_scene::break_first_glyph(&mut scene);
    let mut log = Log::new();
    assert!(write(&scene, &desk.assets, &Profile::SCREEN, &condition(), &mut log).is_err());
    assert_eq!(log.findings()[0].code, Code::MISSING_GLYPH);
}

#[test]
fn one_spot_ink_cannot_have_two_equivalents() {
    let desk = Desk::new();
    let mut scene = flyer(&desk, 1);
    let other = Cmyk([Part::NONE, Part::NONE, Part::FULL, Part::NONE]);
    let ink = Ink::Spot {
        name: "HKS 41 K".into(),
        alternate: other,
    };
    let color = Color {
        ink,
        tint: Part::FULL,
    };
    emit_scene::add_square(&mut scene, color);
    let mut log = Log::new();
    assert!(write(&scene, &desk.assets, &Profile::PRESS, &condition(), &mut log).is_err());
    assert_eq!(log.findings()[0].code, Code::BAD_VALUE);
}

#[test]
fn previews_show_the_bleed_at_the_wanted_resolution() {
    let desk = Desk::new();
    let bytes = written(&desk, &flyer(&desk, 2), &Profile::PREVIEW, "emit-preview.pdf");
    let pictures = png::pages(&bytes, 100).unwrap();
    assert_eq!(pictures.len(), 2);
    assert_eq!(pictures, png::pages(&bytes, 100).unwrap());
    let picture = image::load_from_memory(&pictures[0]).unwrap();
    // 105 mm and 148 mm, with 3 mm of bleed on every side, at 100 pixels an inch.
    assert_eq!((picture.width(), picture.height()), (437, 606));
    #[expect(clippy::disallowed_methods, reason = "a test leaves its files for judges")]
    for (index, picture) in pictures.iter().enumerate() {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("emit-preview-{index}.png"));
        std::fs::write(path, picture).unwrap();
    }
}
