//! PDF/X-4 and its forerunners.

use lopdf::{Object, Stream, dictionary};

use crate::common::spoilt::{Pdf, numbers, string};
use crate::{cases, codes};

cases! {
    a_version_must_be_known_to_the_standard: "x4/wrong-version", "flyer.press.pdf",
        |pdf| pdf.document.version = "1.7".to_owned(),
        |pdf| pdf.catalog().set("Version", "1.6");
    a_press_file_is_not_encrypted: "x4/encrypted", "flyer.press.pdf",
        |pdf| pdf.encrypt("", true),
        |pdf| pdf.document.trailer.set("Encrypt", Object::Null);
    a_press_file_has_an_id: "x4/no-file-id", "flyer.press.pdf",
        |pdf| pdf.identifiers(&["one"]),
        |pdf| pdf.identifiers(&["one", "one"]);
    a_press_file_says_by_which_standard_it_is_made: "x4/not-identified", "flyer.press.pdf",
        |pdf| { pdf.metadata("GTS_PDFXVersion", "GTS_PDFXFormer"); pdf.info().set("GTS_PDFXVersion", string("PDF/X-4")); },
        |pdf| { pdf.info().remove(b"GTS_PDFXVersion"); };
    metadata_have_their_dates: "x4/missing-metadata", "flyer.press.pdf",
        |pdf| pdf.metadata("MetadataDate", "MetadataDay"),
        |pdf| { pdf.document.trailer.remove(b"Info"); };
    both_kinds_of_metadata_agree: "x4/info-disagrees", "flyer.press.pdf",
        |pdf| pdf.info().set("Title", string("Another flyer")),
        |pdf| { pdf.info().remove(b"Title"); };
    metadata_are_not_packed: "x4/filtered-metadata", "flyer.press.pdf",
        |pdf| pdf.pack_metadata(),
        |pdf| { let packed = pdf.add(Stream::new(dictionary! { "Type" => "Metadata", "Filter" => "ASCIIHexDecode" }, b"20>".to_vec())); pdf.page(1).set("Metadata", packed); };
    a_press_file_says_whether_it_is_trapped: "x4/no-trapped", "flyer.press.pdf",
        |pdf| { pdf.info().set("Trapped", "Unknown"); pdf.metadata("False", "Unknown"); },
        |pdf| { pdf.info().set("Trapped", "True"); pdf.metadata("False", "True"); };
    a_press_file_has_an_output_intent: "x4/no-output-intent", "flyer.press.pdf",
        |pdf| pdf.at(&["OutputIntents"]).set("S", "GTS_PDFA1"),
        |pdf| { pdf.at(&["OutputIntents"]).remove(b"Info"); pdf.at(&["OutputIntents"]).remove(b"OutputCondition"); };
    a_press_file_has_one_output_intent: "x4/several-output-intents", "flyer.press.pdf",
        |pdf| pdf.second_intent("GTS_PDFX"),
        |pdf| pdf.second_intent("GTS_PDFA1");
    an_output_intent_names_its_condition: "x4/intent-without-condition", "flyer.press.pdf",
        |pdf| { pdf.at(&["OutputIntents"]).remove(b"OutputConditionIdentifier"); },
        |pdf| pdf.at(&["OutputIntents"]).set("OutputConditionIdentifier", string("FOGRA51"));
    an_output_intent_brings_its_profile: "x4/intent-without-profile", "flyer.press.pdf",
        |pdf| { pdf.at(&["OutputIntents"]).remove(b"DestOutputProfile"); },
        |pdf| { pdf.claim_x1a(); pdf.at(&["OutputIntents"]).remove(b"DestOutputProfile"); };
    the_profile_is_one_for_print: "x4/wrong-profile", "flyer.press.pdf",
        |pdf| pdf.profile(|bytes| bytes[12..16].copy_from_slice(b"mntr")),
        |pdf| pdf.profile(|bytes| bytes[8] = 4);
    scripts_are_named: "x4/javascript", "flyer.press.pdf",
        |pdf| pdf.catalog().set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => string("app.beep(0)") }),
        |pdf| { let page = pdf.page_id(1); pdf.catalog().set("OpenAction", vec![page.into(), "Fit".into()]); };
    actions_are_named: "x4/action", "flyer.press.pdf",
        |pdf| pdf.page(1).set("AA", dictionary! { "O" => dictionary! { "S" => "Named", "N" => "NextPage" } }),
        |pdf| {
            let page = pdf.page_id(1);
            pdf.catalog().set("OpenAction", vec![page.into(), "Fit".into()]);
            pdf.resource(1, "ExtGState", "AA", dictionary! { "SA" => true });
        };
    fields_of_forms_are_named: "x4/form-fields", "flyer.press.pdf",
        |pdf| pdf.catalog().set("AcroForm", dictionary! { "Fields" => Object::Array(Vec::new()) }),
        |pdf| pdf.catalog().set("AcroForm", Object::Null);
    annotations_stay_out_of_the_bleed: "x4/annotation-in-bleed", "flyer.press.pdf",
        |pdf| { pdf.annotate(1, link([100.0, 100.0, 200.0, 120.0])); },
        |pdf| {
            pdf.page(1).set("MediaBox", numbers(&[0.0, 0.0, 1000.0, 1000.0]));
            pdf.annotate(1, link([900.0, 700.0, 950.0, 720.0]));
        };
    postscript_is_named: "x4/postscript", "flyer.press.pdf",
        |pdf| { pdf.add_stream(dictionary! { "Type" => "XObject", "Subtype" => "PS" }, "showpage"); },
        |pdf| { pdf.add_stream(dictionary! { "Type" => "XObject", "Subtype" => "Form" }, ""); };
    forms_hold_their_own_content: "x4/reference-object", "flyer.press.pdf",
        |pdf| { pdf.add_stream(dictionary! { "Subtype" => "Form", "Ref" => dictionary! { "F" => string("other.pdf"), "Page" => 0 } }, ""); },
        |pdf| { pdf.add_stream(dictionary! { "Subtype" => "Form" }, ""); };
    pictures_have_nothing_in_reserve: "x4/alternate-picture", "flyer.press.pdf",
        |pdf| pdf.picture(|dict| dict.set("Alternates", Object::Array(Vec::new()))),
        |pdf| pdf.picture(|dict| dict.set("Interpolate", true));
    pictures_stand_for_themselves: "x4/opi", "flyer.press.pdf",
        |pdf| pdf.picture(|dict| dict.set("OPI", dictionary! { "2.0" => dictionary! {} })),
        |pdf| pdf.picture(|dict| dict.set("Name", "OPI"));
    tones_are_left_to_the_printer: "x4/transfer-function", "flyer.press.pdf",
        |pdf| pdf.resource(1, "ExtGState", "T", dictionary! { "TR" => "Identity" }),
        |pdf| {
            pdf.resource(1, "ExtGState", "T", dictionary! { "TR2" => "Default" });
            pdf.resource(1, "ExtGState", "TR", dictionary! { "SA" => true });
            pdf.catalog().set("StructTreeRoot", dictionary! { "RoleMap" => dictionary! { "TR" => "TR", "Row" => "TR" } });
        };
    screens_are_left_to_the_printer: "x4/halftone", "flyer.press.pdf",
        |pdf| pdf.resource(1, "ExtGState", "H", dictionary! { "HT" => dictionary! { "HalftoneType" => 10 } }),
        |pdf| pdf.resource(1, "ExtGState", "H", dictionary! { "HT" => dictionary! { "HalftoneType" => 5 } });
    lzw_is_not_used: "x4/lzw", "flyer.press.pdf",
        |pdf| { pdf.add_stream(dictionary! { "Filter" => "LZWDecode" }, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01".to_vec()); },
        |pdf| { pdf.add_stream(dictionary! { "Filter" => "ASCIIHexDecode" }, "00>"); };
    data_are_in_the_file: "x4/external-stream", "flyer.press.pdf",
        |pdf| { pdf.add_stream(dictionary! { "F" => string("data.bin") }, ""); },
        |pdf| { pdf.add(dictionary! { "Type" => "Filespec", "F" => string("data.bin") }); };
    pages_are_no_show: "x4/presentation-steps", "flyer.press.pdf",
        |pdf| pdf.page(1).set("PresSteps", dictionary! {}),
        |pdf| pdf.page(1).set("Dur", 5);
    pages_are_no_plates: "x4/separated-pages", "flyer.press.pdf",
        |pdf| pdf.page(2).set("SeparationInfo", dictionary! { "DeviceColorant" => "Cyan" }),
        |pdf| pdf.page(2).set("PieceInfo", dictionary! {});
    a_page_says_where_it_is_cut: "x4/no-trim-box", "flyer.press.pdf",
        |pdf| { pdf.page(1).remove(b"TrimBox"); pdf.page(2).remove(b"TrimBox"); },
        |pdf| { let trim = pdf.page(1).remove(b"TrimBox").unwrap(); pdf.page(1).set("ArtBox", trim); };
    a_page_says_in_one_way_where_it_ends: "x4/trim-and-art-box", "flyer.press.pdf",
        |pdf| { let trim = pdf.page(1).get(b"TrimBox").unwrap().clone(); pdf.page(1).set("ArtBox", trim); },
        |pdf| { let trim = pdf.page(1).get(b"TrimBox").unwrap().clone(); pdf.page(1).set("CropBox", trim); };
    the_trim_lies_within_the_bleed: "x4/trim-outside-bleed", "flyer.press.pdf",
        |pdf| pdf.page(1).set("BleedBox", numbers(&[0.0, 0.0, 840.0, 612.2835])),
        |pdf| { let trim = pdf.page(1).get(b"TrimBox").unwrap().clone(); pdf.page(1).set("BleedBox", trim); };
    the_bleed_lies_within_the_sheet: "x4/bleed-outside-media", "flyer.press.pdf",
        |pdf| pdf.page(1).set("BleedBox", numbers(&[-1.0, 0.0, 858.8976, 612.2835])),
        |pdf| pdf.page(1).set("BleedBox", numbers(&[-0.005, 0.0, 858.8976, 612.2835]));
    layers_have_one_setting: "x4/layer-configurations", "flyer.press.pdf",
        |pdf| pdf.layer(dictionary! {}, Some(dictionary! { "Name" => string("Turkish") })),
        |pdf| { pdf.layer(dictionary! {}, None); pdf.at(&["OCProperties"]).set("Configs", Object::Array(Vec::new())); };
    layers_do_not_switch_by_themselves: "x4/automatic-layers", "flyer.press.pdf",
        |pdf| pdf.layer(dictionary! { "AS" => Object::Array(Vec::new()) }, None),
        |pdf| pdf.layer(dictionary! { "ListMode" => "VisiblePages" }, None);
    layers_are_shown: "x4/hidden-layer", "flyer.press.pdf",
        |pdf| { pdf.layer(dictionary! {}, None); pdf.hide_layer(); },
        |pdf| pdf.layer(dictionary! { "BaseState" => "ON", "OFF" => Object::Array(Vec::new()) }, None);
    rgb_is_named: "x4/device-rgb", "flyer.press.pdf",
        |pdf| pdf.paint(1, "1 0 0 rg 100 100 50 50 re f"),
        |pdf| pdf.paint(1, "0 1 1 0 k 100 100 50 50 re f 0.5 g 100 100 50 50 re f");
    cmyk_needs_an_intent_of_cmyk: "x4/device-cmyk", "flyer.press.pdf",
        |pdf| { pdf.profile(|bytes| bytes[16..20].copy_from_slice(b"GRAY")); pdf.intent_components(1); },
        |pdf| { pdf.profile(|bytes| bytes[16..20].copy_from_slice(b"GRAY")); pdf.intent_components(1); for page in [1, 2] { pdf.set_content(page, "0.5 g 90 90 9 9 re f"); } };
    cmyk_does_not_bring_the_profile_of_the_intent: "x4/intent-as-source", "flyer.press.pdf",
        |pdf| { pdf.profiled(4, |_| {}); pdf.paint(1, "/P cs 0 1 1 0 sc 100 100 50 50 re f"); },
        |pdf| { pdf.profiled(4, |bytes| { let last = bytes.len() - 1; bytes[last] ^= 1; }); pdf.paint(1, "/P cs 0 1 1 0 sc 100 100 50 50 re f"); };
    a_profile_has_as_many_components_as_its_colours: "x4/broken-colour-profile", "flyer.press.pdf",
        |pdf| { pdf.profiled(3, |_| {}); pdf.paint(1, "/P cs 0 1 1 sc 100 100 50 50 re f"); },
        |pdf| { pdf.profiled(3, |bytes| bytes[16..20].copy_from_slice(b"RGB ")); pdf.paint(1, "/P cs 0 1 1 sc 100 100 50 50 re f"); };
    a_spot_ink_looks_the_same_everywhere: "x4/spot-ink-differs", "flyer.press.pdf",
        |pdf| { pdf.spot("A", 0.8); pdf.spot("B", 0.7); pdf.paint(1, "/A cs 1 sc 90 90 9 9 re f /B cs 1 sc 90 90 9 9 re f"); },
        |pdf| { pdf.spot("A", 0.8); pdf.spot("B", 0.8); pdf.paint(1, "/A cs 1 sc 90 90 9 9 re f /B cs 1 sc 90 90 9 9 re f"); };
    transparency_is_not_mixed_in_rgb: "x4/rgb-transparency", "flyer.press.pdf",
        |pdf| pdf.page(1).set("Group", dictionary! { "S" => "Transparency", "CS" => "DeviceRGB" }),
        |pdf| pdf.page(1).set("Group", dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" });
    an_old_standard_does_not_know_transparency: "x4/too-new", "flyer.press.pdf",
        |pdf| { pdf.claim_x1a(); pdf.resource(1, "ExtGState", "A", dictionary! { "ca" => 0.5 }); pdf.paint(1, "/A gs 90 90 9 9 re f"); },
        |pdf| { pdf.claim_x1a(); pdf.paint(1, "90 90 9 9 re f"); };
    a_font_for_print_is_in_the_file: "x4/font-not-embedded", "flyer.press.pdf",
        |pdf| { pdf.helvetica(1); pdf.paint(1, "BT /Helv 12 Tf 100 100 Td (Fehlt) Tj ET"); },
        |pdf| { pdf.helvetica(1); pdf.paint(1, "BT 3 Tr /Helv 12 Tf 100 100 Td (Fehlt) Tj ET"); };
    a_font_for_print_can_be_read: "x4/damaged-font", "flyer.press.pdf",
        |pdf| pdf.font_program(1, |bytes| bytes.truncate(bytes.len() / 2)),
        |pdf| pdf.font_program(1, |bytes| bytes.extend([0; 3]));
    widths_for_print_are_those_of_the_font: "x4/wrong-width", "flyer.press.pdf",
        |pdf| pdf.widths(1, 1.1),
        |pdf| pdf.widths(1, 1.0);
    characters_for_print_are_in_the_font: "x4/notdef", "flyer.press.pdf",
        |pdf| pdf.paint(1, "BT /F0 12 Tf 100 100 Td <0000> Tj ET"),
        |pdf| pdf.paint(1, "BT /F0 12 Tf 100 100 Td <0001> Tj ET");
}

/// A link to a page of the web, as an annotation.
pub(crate) fn link(place: [f32; 4]) -> lopdf::Dictionary {
    dictionary! { "Type" => "Annot", "Subtype" => "Link", "Rect" => numbers(&place), "Border" => numbers(&[0.0, 0.0, 0.0]) }
}

impl Pdf {
    /// Gives the trailer other identifiers.
    fn identifiers(&mut self, ids: &[&str]) {
        let ids: Vec<Object> = ids.iter().map(|id| string(id)).collect();
        self.document.trailer.set("ID", ids);
    }

    fn pack_metadata(&mut self) {
        let id = self
            .catalog()
            .get(b"Metadata")
            .and_then(Object::as_reference)
            .unwrap();
        let Ok(Object::Stream(stream)) = self.document.get_object_mut(id) else {
            panic!("the metadata are a stream")
        };
        let hex: String = stream.content.iter().map(|byte| format!("{byte:02x}")).collect();
        stream.set_content(format!("{hex}>").into_bytes());
        stream.dict.set("Filter", "ASCIIHexDecode");
    }

    fn second_intent(&mut self, kind: &str) {
        let mut second = self.at(&["OutputIntents"]).clone();
        second.set("S", kind);
        let Ok(Object::Array(intents)) = self.catalog().get_mut(b"OutputIntents") else {
            panic!("the output intents are an array")
        };
        intents.push(second.into());
    }

    /// Lets the file say that it is PDF/X-1a.
    fn claim_x1a(&mut self) {
        self.metadata("PDF/X-4", "");
        self.info().set("GTS_PDFXVersion", string("PDF/X-1a:2003"));
        self.metadata("GTS_PDFXVersion", "GTS_PDFXFormer");
        self.document.version = "1.4".to_owned();
    }

    fn profile_id(&mut self) -> lopdf::ObjectId {
        self.at(&["OutputIntents"])
            .get(b"DestOutputProfile")
            .and_then(Object::as_reference)
            .unwrap()
    }

    fn profile_bytes(&mut self) -> Vec<u8> {
        let id = self.profile_id();
        self.document
            .get_object(id)
            .and_then(Object::as_stream)
            .unwrap()
            .decompressed_content()
            .unwrap()
    }

    /// Changes the profile of the output intent.
    fn profile(&mut self, change: impl Fn(&mut Vec<u8>)) {
        let (id, mut bytes) = (self.profile_id(), self.profile_bytes());
        change(&mut bytes);
        self.document
            .objects
            .insert(id, Stream::new(dictionary! { "N" => 4 }, bytes).into());
    }

    fn intent_components(&mut self, components: i64) {
        let id = self.profile_id();
        self.dict(id).set("N", components);
    }

    /// Names a space `P` with a changed copy of the intent's profile.
    fn profiled(&mut self, components: i64, change: impl Fn(&mut Vec<u8>)) {
        let mut bytes = self.profile_bytes();
        change(&mut bytes);
        let profile = self.add(Stream::new(dictionary! { "N" => components }, bytes));
        self.resource(1, "ColorSpace", "P", vec!["ICCBased".into(), profile]);
    }

    /// Names a spot ink that looks like so much cyan.
    fn spot(&mut self, name: &str, cyan: f32) {
        let tint = dictionary! {
            "FunctionType" => 2, "N" => 1, "Domain" => numbers(&[0.0, 1.0]),
            "C0" => numbers(&[0.0; 4]), "C1" => numbers(&[cyan, 0.0, 0.0, 0.0]),
        };
        self.resource(
            1,
            "ColorSpace",
            name,
            vec![
                "Separation".into(),
                "HKS 41 K".into(),
                "DeviceCMYK".into(),
                tint.into(),
            ],
        );
    }

    /// Adds a picture of one pixel to the first page.
    fn picture(&mut self, change: impl Fn(&mut lopdf::Dictionary)) {
        let mut dict = dictionary! {
            "Subtype" => "Image", "Width" => 1, "Height" => 1, "BitsPerComponent" => 8, "ColorSpace" => "DeviceGray",
        };
        change(&mut dict);
        let picture = self.add_stream(dict, [0]);
        self.resource(1, "XObject", "Pic", picture);
    }

    /// Adds a layer, with more entries of its default setting, and maybe another setting.
    fn layer(&mut self, more: lopdf::Dictionary, other: Option<lopdf::Dictionary>) {
        let layer = self.add(dictionary! { "Type" => "OCG", "Name" => string("Turkish") });
        let mut default = more;
        default.set("Order", vec![layer.clone()]);
        let mut properties = dictionary! { "OCGs" => vec![layer], "D" => default };
        if let Some(other) = other {
            properties.set("Configs", vec![other.into()]);
        }
        self.catalog().set("OCProperties", properties);
    }

    fn hide_layer(&mut self) {
        let layers = self.at(&["OCProperties"]).get(b"OCGs").unwrap().clone();
        self.at(&["OCProperties", "D"]).set("OFF", layers);
    }
}

#[test]
fn a_file_that_fetches_its_profile_is_no_pdf_x_4() {
    let mut pdf = Pdf::product("flyer.press.pdf");
    pdf.metadata("PDF/X-4", "PDF/X-4p");
    assert_eq!(codes(&pdf.bytes(), "x4/not-identified"), ["x4/not-identified"]);
}
