//! Fonts of accessible PDFs.

use lopdf::{Object, dictionary};

use crate::common::spoilt::Pdf;
use crate::{cases, codes};

const FONT: &[&str] = &["Resources", "Font", "F0"];

cases! {
    a_font_is_in_the_file: "ua/font-not-embedded", "flyer.screen.pdf",
        |pdf| { pdf.helvetica(1); pdf.paint(1, "/Artifact BMC BT /Helv 12 Tf 100 100 Td (Fehlt) Tj ET EMC"); },
        |pdf| { pdf.helvetica(1); pdf.paint(1, "/Artifact BMC BT 3 Tr /Helv 12 Tf 100 100 Td (Fehlt) Tj ET EMC"); };
    characters_are_letters: "ua/no-unicode", "flyer.screen.pdf",
        |pdf| { pdf.font().remove(b"ToUnicode"); },
        |pdf| pdf.simple_font(32);
    letters_are_letters: "ua/wrong-unicode", "flyer.screen.pdf",
        |pdf| pdf.letter_means("<0000>"),
        |pdf| pdf.letter_means("<0041>");
    numbers_lead_to_glyphs: "ua/no-glyph-map", "flyer.screen.pdf",
        |pdf| { pdf.below_font("DescendantFonts").remove(b"CIDToGIDMap"); },
        |pdf| { let map: Vec<u8> = (0..2_000_u16).flat_map(u16::to_be_bytes).collect(); let map = pdf.add_stream(dictionary! {}, map); pdf.below_font("DescendantFonts").set("CIDToGIDMap", map); };
    maps_of_characters_are_known: "ua/unknown-character-map", "flyer.screen.pdf",
        |pdf| pdf.font().set("Encoding", "House-Style-H"),
        |pdf| pdf.own_character_map();
    encodings_go_with_flags: "ua/truetype-encoding", "flyer.screen.pdf",
        |pdf| pdf.simple_font(4),
        |pdf| pdf.simple_font(32);
    a_font_can_be_read: "ua/damaged-font", "flyer.screen.pdf",
        |pdf| pdf.font_program(1, |bytes| bytes.truncate(bytes.len() / 2)),
        |pdf| pdf.font_program(1, |bytes| bytes.extend([0; 3]));
    lists_of_glyphs_are_complete: "ua/wrong-glyph-list", "flyer.screen.pdf",
        |pdf| pdf.list_glyphs(-1),
        |pdf| pdf.list_glyphs(0);
    widths_are_those_of_the_font: "ua/wrong-width", "flyer.screen.pdf",
        |pdf| pdf.widths(1, 1.1),
        |pdf| pdf.widths(1, 1.0);
    characters_are_in_the_font: "ua/notdef", "flyer.screen.pdf",
        |pdf| pdf.paint(1, "/Artifact BMC BT /F0 12 Tf 100 100 Td <0000> Tj ET EMC"),
        |pdf| pdf.paint(1, "/Artifact BMC BT /F0 12 Tf 100 100 Td <0001> Tj ET EMC");
}

impl Pdf {
    /// Lists the glyphs of the first font: so many more or fewer than there are, that of the missing character left out.
    fn list_glyphs(&mut self, more: i32) {
        let program = self.program(1);
        let font = skrifa::FontRef::new(&program).unwrap();
        let glyphs = skrifa::raw::TableProvider::maxp(&font).unwrap().num_glyphs();
        let listed = 1..usize::from(glyphs).checked_add_signed(more as isize).unwrap();
        let mut set = vec![0_u8; listed.end / 8 + 1];
        for id in listed {
            set[id / 8] |= 0x80 >> (id % 8);
        }
        let set = self.add_stream(dictionary! {}, set);
        self.below_descriptor().set("CIDSet", set);
    }

    /// Embeds the map of characters that `Identity-H` stands for.
    fn own_character_map(&mut self) {
        let map = self.add_stream(
            dictionary! { "Type" => "CMap", "CMapName" => "Own-H", "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"), "Ordering" => Object::string_literal("Identity"), "Supplement" => 0,
            } },
            "/CIDInit /ProcSet findresource begin begincmap /CMapName /Own-H def /CMapType 1 def\n\
             1 begincodespacerange <0000> <ffff> endcodespacerange\n\
             1 begincidrange <0000> <ffff> 0 endcidrange endcmap end",
        );
        self.font().set("Encoding", map);
    }

    fn font(&mut self) -> &mut lopdf::Dictionary {
        let page = self.page_id(1);
        self.below(page, FONT)
    }

    fn at_font(&mut self, name: &str) -> &mut lopdf::Dictionary {
        let page = self.page_id(1);
        self.below(page, &["Resources", "Font", name])
    }

    fn below_font(&mut self, key: &str) -> &mut lopdf::Dictionary {
        let page = self.page_id(1);
        self.below(page, &[FONT, &[key]].concat())
    }

    /// Lets the character 4 of the first font mean something else.
    fn letter_means(&mut self, letter: &str) {
        let map = self.add_stream(
            dictionary! {},
            format!(
                "/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def\n\
                 1 begincodespacerange <0000> <ffff> endcodespacerange\n\
                 1 beginbfchar <0004> {letter} endbfchar endcmap end"
            ),
        );
        self.font().set("ToUnicode", map);
    }

    /// Shows a letter in a simple font that is made of the first one's program.
    fn simple_font(&mut self, flags: i64) {
        let program = self.below_descriptor().get(b"FontFile2").unwrap().clone();
        let descriptor = self.add(dictionary! { "Type" => "FontDescriptor", "FontName" => "Simple", "Flags" => flags, "FontFile2" => program });
        let font = self.add(dictionary! {
            "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "Simple", "Encoding" => "WinAnsiEncoding",
            "FirstChar" => 65, "LastChar" => 65, "Widths" => vec![Object::Integer(500)], "FontDescriptor" => descriptor,
        });
        self.resource(1, "Font", "Simple", font);
        self.paint(1, "/Artifact BMC BT /Simple 12 Tf 100 100 Td (A) Tj ET EMC");
    }

    fn below_descriptor(&mut self) -> &mut lopdf::Dictionary {
        let page = self.page_id(1);
        self.below(page, &[FONT, &["DescendantFonts", "FontDescriptor"]].concat())
    }
}

#[test]
fn glyphs_that_are_not_there_are_not_listed() {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    pdf.list_glyphs(1);
    assert_eq!(codes(&pdf.bytes(), "ua/"), ["ua/wrong-glyph-list"]);
}

#[test]
fn a_symbolic_font_without_an_encoding_names_no_letters() {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    pdf.simple_font(4);
    pdf.at_font("Simple").remove(b"Encoding");
    assert_eq!(codes(&pdf.bytes(), "ua/no-unicode"), ["ua/no-unicode"]);
}

#[test]
fn a_number_beyond_the_last_glyph_is_not_in_the_font() {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    let last = {
        let program = pdf.program(1);
        let font = skrifa::FontRef::new(&program).unwrap();
        skrifa::raw::TableProvider::maxp(&font).unwrap().num_glyphs() - 1
    };
    let shown = |number: u16| format!("/Artifact BMC BT /F0 12 Tf 100 100 Td <{number:04x}> Tj ET EMC");
    pdf.paint(1, &shown(last));
    assert_eq!(codes(&pdf.bytes(), "ua/notdef"), [""; 0]);
    let mut beyond = Pdf::product("flyer.screen.pdf");
    beyond.paint(1, &shown(last + 1));
    assert_eq!(codes(&beyond.bytes(), "ua/notdef"), ["ua/notdef"]);
}
