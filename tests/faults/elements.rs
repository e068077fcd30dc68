//! Elements of the structure tree.

use lopdf::{Object, dictionary};

use crate::common::spoilt::{Pdf, string};
use crate::{cases, codes};

cases! {
    tags_stand_for_something_known: "ua/unknown-role", "flyer.screen.pdf",
        |pdf| { pdf.grow("Headline"); },
        |pdf| { pdf.grow("Headline"); pdf.explain("Headline", "P"); };
    tags_are_not_explained_in_a_circle: "ua/circular-role", "flyer.screen.pdf",
        |pdf| { pdf.grow("Lead"); pdf.explain("Lead", "Intro"); pdf.explain("Intro", "Lead"); },
        |pdf| { pdf.grow("Lead"); pdf.explain("Lead", "Intro"); pdf.explain("Intro", "P"); };
    standard_tags_mean_what_they_mean: "ua/standard-role-remapped", "flyer.screen.pdf",
        |pdf| pdf.explain("H2", "P"),
        |pdf| pdf.explain("H7", "H6");
    a_tree_is_no_circle: "ua/endless-tags", "flyer.screen.pdf",
        |pdf| { let part = pdf.grow("Sect")[0]; pdf.dict(part).set("K", part); },
        |pdf| { pdf.grow(&format!("{}{}", "Div(".repeat(200), ")".repeat(200))); };
    headings_begin_at_the_first_level: "ua/first-heading-not-h1", "flyer.screen.pdf",
        |pdf| pdf.element("H1").set("S", "H3"),
        |pdf| { pdf.element("H1").set("S", "Title"); pdf.explain("Title", "H1"); };
    no_level_of_headings_is_skipped: "ua/skipped-heading", "flyer.screen.pdf",
        |pdf| { pdf.grow("H1 H3"); },
        |pdf| { pdf.grow("H1 H2 H3 H1"); };
    an_element_holds_one_plain_heading: "ua/several-plain-headings", "flyer.screen.pdf",
        |pdf| { pdf.grow("Sect(H H)"); },
        |pdf| { pdf.grow("Sect(H Sect(H))"); };
    headings_have_numbers_or_not: "ua/mixed-headings", "flyer.screen.pdf",
        |pdf| { pdf.grow("H"); },
        |pdf| { pdf.grow("H2"); };
    a_figure_has_a_text: "ua/figure-without-alt", "flyer.screen.pdf",
        |pdf| { pdf.element("Figure").remove(b"Alt"); },
        |pdf| { pdf.element("Figure").remove(b"Alt"); pdf.element("Figure").set("ActualText", string("Netz")); };
    a_formula_has_a_text: "ua/formula-without-alt", "flyer.screen.pdf",
        |pdf| { pdf.grow("Formula"); },
        |pdf| { let formula = pdf.grow("Formula")[0]; pdf.dict(formula).set("Alt", string("x squared")); };
    a_list_is_built_of_items: "ua/list-nesting", "flyer.screen.pdf",
        |pdf| { pdf.grow("L(P)"); },
        |pdf| { pdf.grow("L(Caption LI(Lbl LBody(L(LI(LBody)))) NonStruct(LI(LBody)))"); };
    a_table_is_built_of_rows: "ua/table-nesting", "flyer.screen.pdf",
        |pdf| { pdf.grow("Table(TD)"); },
        |pdf| { pdf.grow("Table(Caption THead(TR(TD)) TBody(TR(TD)) TFoot(TR(TD)))"); };
    contents_are_built_of_entries: "ua/contents-nesting", "flyer.screen.pdf",
        |pdf| { pdf.grow("TOC(P)"); },
        |pdf| { pdf.grow("TOC(Caption TOCI(Lbl Reference) TOC(TOCI))"); };
    ruby_is_built_of_its_parts: "ua/ruby-nesting", "flyer.screen.pdf",
        |pdf| { pdf.grow("P(RT)"); },
        |pdf| { pdf.grow("P(Ruby(RB RP RT RP) Warichu(WP WT WP))"); };
    a_head_says_what_it_heads: "ua/header-without-scope", "flyer.screen.pdf",
        |pdf| { pdf.grow("Table(TR(TH TH) TR(TD TD))"); },
        |pdf| {
            let table = pdf.grow("Table(TR(TH TH) TR(TD TD))");
            for head in &table[2..4] {
                pdf.dict(*head).set("A", dictionary! { "O" => "Table", "Scope" => "Column" });
            }
        };
    rows_are_equally_long: "ua/irregular-table", "flyer.screen.pdf",
        |pdf| { pdf.grow("Table(TR(TD TD TD) TR(TD TD))"); },
        |pdf| {
            let table = pdf.grow("Table(TR(TD TD TD) TR(TD TD) TR(TD TD))");
            pdf.dict(table[2]).set("A", dictionary! { "O" => "Table", "RowSpan" => 2 });
            pdf.dict(table[9]).set("A", vec![dictionary! { "O" => "Table", "ColSpan" => 2 }.into()]);
        };
    a_note_has_an_id: "ua/note-without-id", "flyer.screen.pdf",
        |pdf| { pdf.grow("Note"); },
        |pdf| { let note = pdf.grow("Note")[0]; pdf.dict(note).set("ID", string("1")); };
    notes_have_ids_of_their_own: "ua/note-id-twice", "flyer.screen.pdf",
        |pdf| pdf.notes(["1", "1"]),
        |pdf| pdf.notes(["1", "2"]);
}

impl Pdf {
    /// Explains a name in the map of roles.
    fn explain(&mut self, name: &str, meaning: &str) {
        let root = self.at(&["StructTreeRoot"]);
        if !root.has(b"RoleMap") {
            root.set("RoleMap", dictionary! {});
        }
        self.at(&["StructTreeRoot", "RoleMap"]).set(name, meaning);
    }

    fn notes(&mut self, ids: [&str; 2]) {
        let notes = self.grow("Note Note");
        for (note, id) in notes.into_iter().zip(ids) {
            self.dict(note).set("ID", Object::string_literal(id));
        }
    }
}

#[test]
fn a_caption_comes_first_and_under_a_table_also_last() {
    for (notation, found) in [
        ("L(LI(LBody) Caption)", &["ua/list-nesting"][..]),
        ("TOC(TOCI Caption)", &["ua/contents-nesting"]),
        ("L(Caption LI(LBody))", &[]),
        ("Table(TR(TD) Caption)", &[]),
        ("Table(TR(TD) Caption TR(TD))", &["ua/table-nesting"]),
    ] {
        let mut pdf = Pdf::product("flyer.screen.pdf");
        pdf.grow(notation);
        assert_eq!(codes(&pdf.bytes(), "ua/"), found, "{notation}");
    }
}
