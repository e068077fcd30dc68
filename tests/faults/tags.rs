//! What a tagged PDF says of itself, and how content and annotations are tied to the tags.

use lopdf::{Object, ObjectId, dictionary};

use super::print::link;
use crate::common::spoilt::{Pdf, numbers, string};
use crate::{cases, codes};

const PLACE: [f32; 4] = [100.0, 100.0, 200.0, 120.0];

cases! {
    a_file_has_tags: "ua/no-structure-tree", "flyer.screen.pdf",
        |pdf| { pdf.catalog().remove(b"StructTreeRoot"); },
        |pdf| { pdf.at(&["StructTreeRoot"]).remove(b"K"); };
    a_file_says_that_it_has_tags: "ua/not-marked", "flyer.screen.pdf",
        |pdf| pdf.at(&["MarkInfo"]).set("Marked", false),
        |pdf| pdf.at(&["MarkInfo"]).set("UserProperties", true);
    a_version_is_known_to_the_standard: "ua/wrong-version", "flyer.screen.pdf",
        |pdf| pdf.document.version = "2.0".to_owned(),
        |pdf| { pdf.document.version = "1.0".to_owned(); pdf.catalog().set("Version", "1.7"); };
    tags_are_not_doubtful: "ua/suspects", "flyer.screen.pdf",
        |pdf| pdf.at(&["MarkInfo"]).set("Suspects", true),
        |pdf| pdf.at(&["MarkInfo"]).set("Suspects", false);
    text_has_a_language: "ua/no-language", "flyer.screen.pdf",
        |pdf| pdf.language_of_tags(""),
        |pdf| pdf.language_of_tags("de");
    a_language_is_one: "ua/bad-language", "flyer.screen.pdf",
        |pdf| pdf.catalog().set("Lang", string("german (Germany)")),
        |pdf| pdf.catalog().set("Lang", string("sr-Latn-RS"));
    a_file_has_metadata: "ua/no-metadata", "flyer.screen.pdf",
        |pdf| { pdf.catalog().remove(b"Metadata"); },
        |pdf| pdf.metadata_in_utf_16();
    a_file_says_that_it_is_accessible: "ua/not-identified", "flyer.screen.pdf",
        |pdf| pdf.metadata("<pdfuaid:part>1", "<pdfuaid:part>3"),
        |pdf| pdf.metadata("<pdfuaid:part>1</pdfuaid:part>", "<pdfuaid:amd>2012</pdfuaid:amd><pdfuaid:part>1</pdfuaid:part>");
    a_document_has_a_title: "ua/no-title", "flyer.screen.pdf",
        |pdf| pdf.metadata("dc:title", "dc:subject"),
        |pdf| pdf.metadata("x-default", "de");
    the_window_shows_the_title: "ua/title-not-shown", "flyer.screen.pdf",
        |pdf| pdf.at(&["ViewerPreferences"]).set("DisplayDocTitle", false),
        |pdf| pdf.at(&["ViewerPreferences"]).set("HideToolbar", true);
    content_is_tagged: "ua/untagged-content", "flyer.screen.pdf",
        |pdf| pdf.paint(1, "BT /F0 12 Tf 100 100 Td <0004> Tj ET"),
        |pdf| pdf.paint(1, "/Artifact BMC BT /F0 12 Tf 100 100 Td <0004> Tj ET EMC");
    artifacts_stand_alone: "ua/artifact-in-content", "flyer.screen.pdf",
        |pdf| pdf.replace(1, "/H1<</MCID 0>>BDC", "/H1<</MCID 0>>BDC /Artifact BMC 0 0 9 9 re f EMC"),
        |pdf| pdf.replace(1, "/H1<</MCID 0>>BDC", "/Artifact BMC 0 0 9 9 re f EMC /H1<</MCID 0>>BDC");
    content_stands_in_no_artifact: "ua/content-in-artifact", "flyer.screen.pdf",
        |pdf| { pdf.replace(1, "/H1<</MCID 0>>BDC", "/Artifact BMC /H1<</MCID 0>>BDC"); pdf.replace(1, "ET", "ET EMC"); },
        |pdf| pdf.replace(1, "/H1<</MCID 0>>BDC", "/Artifact BMC EMC /H1<</MCID 0>>BDC");
    a_page_leads_to_its_tags: "ua/no-struct-parents", "flyer.screen.pdf",
        |pdf| { pdf.page(1).remove(b"StructParents"); },
        |pdf| { pdf.set_content(1, "/Artifact BMC 0 0 9 9 re f EMC"); pdf.page(1).remove(b"StructParents"); };
    content_is_in_a_tag: "ua/lost-content", "flyer.screen.pdf",
        |pdf| pdf.replace(1, "/MCID 0", "/MCID 77"),
        |pdf| pdf.content_by_dictionary();
    the_way_back_leads_to_the_same_tag: "ua/parents-disagree", "flyer.screen.pdf",
        |pdf| pdf.swap_parents(),
        |pdf| pdf.branch_parents();
    tagged_content_is_painted_once: "ua/form-used-twice", "flyer.screen.pdf",
        |pdf| { pdf.tagged_form(); pdf.paint(1, "/Form Do /Form Do"); },
        |pdf| { pdf.tagged_form(); pdf.paint(1, "/Form Do"); };
    forms_hold_their_own_content: "ua/reference-object", "flyer.screen.pdf",
        |pdf| { pdf.add_stream(dictionary! { "Subtype" => "Form", "Ref" => dictionary! { "F" => string("other.pdf"), "Page" => 0 } }, ""); },
        |pdf| { pdf.add_stream(dictionary! { "Subtype" => "Form" }, ""); };
    an_annotation_is_in_its_tag: "ua/annotation-not-tagged", "flyer.screen.pdf",
        |pdf| { let link = pdf.described_link(); pdf.hold(link, "Annot"); },
        |pdf| { let link = pdf.described_link(); pdf.hold(link, "Link"); };
    a_link_says_where_it_goes: "ua/link-without-contents", "flyer.screen.pdf",
        |pdf| { pdf.annotate(1, link(PLACE)); },
        |pdf| { pdf.described_link(); };
    an_annotation_says_something: "ua/annotation-without-description", "flyer.screen.pdf",
        |pdf| { let stamp = pdf.annotation("Stamp"); pdf.hold(stamp, "Annot"); },
        |pdf| { let stamp = pdf.annotation("Stamp"); let held = pdf.hold(stamp, "Annot"); pdf.dict(held).set("Alt", string("Seen")); };
    a_field_says_what_to_fill_in: "ua/field-without-description", "flyer.screen.pdf",
        |pdf| { let field = pdf.annotation("Widget"); pdf.hold(field, "Form"); },
        |pdf| { let field = pdf.annotation("Widget"); pdf.hold(field, "Form"); pdf.dict(field).set("TU", string("Name")); };
    tabbing_follows_the_tags: "ua/no-tab-order", "brochure.screen.pdf",
        |pdf| { for page in 1..=12 { pdf.page(page).remove(b"Tabs"); } },
        |pdf| { for page in 1..=12 { if !pdf.page(page).has(b"Annots") { pdf.page(page).remove(b"Tabs"); } } };
    traps_are_no_annotation: "ua/trap-net", "flyer.screen.pdf",
        |pdf| { pdf.annotation("TrapNet"); },
        |pdf| { pdf.annotation("PrinterMark"); };
    printers_marks_are_not_read_aloud: "ua/printer-mark-tagged", "flyer.screen.pdf",
        |pdf| { let mark = pdf.annotation("PrinterMark"); pdf.hold(mark, "Annot"); },
        |pdf| { pdf.annotation("PrinterMark"); };
    sound_and_film_are_described: "ua/media-without-alternative", "flyer.screen.pdf",
        |pdf| { pdf.add(dictionary! { "Type" => "MediaClip", "S" => "MCD", "CT" => string("video/mp4") }); },
        |pdf| { pdf.add(dictionary! { "Type" => "MediaClip", "S" => "MCD", "CT" => string("video/mp4"), "Alt" => vec![string("de"), string("Film")] }); };
    settings_of_layers_have_names: "ua/layer-without-name", "flyer.screen.pdf",
        |pdf| pdf.catalog().set("OCProperties", dictionary! { "D" => dictionary! {} }),
        |pdf| pdf.catalog().set("OCProperties", dictionary! { "D" => dictionary! { "Name" => string("All") } });
    layers_do_not_switch_by_themselves: "ua/automatic-layers", "flyer.screen.pdf",
        |pdf| pdf.catalog().set("OCProperties", dictionary! { "D" => dictionary! { "AS" => Object::Array(Vec::new()) } }),
        |pdf| pdf.catalog().set("OCProperties", dictionary! { "D" => dictionary! {} });
    attached_files_have_names: "ua/attachment-without-name", "flyer.screen.pdf",
        |pdf| { pdf.add(dictionary! { "Type" => "Filespec", "F" => string("a.csv"), "EF" => dictionary! {} }); },
        |pdf| { pdf.add(dictionary! { "Type" => "Filespec", "F" => string("a.csv"), "UF" => string("a.csv"), "EF" => dictionary! {} }); };
    forms_are_not_made_when_they_are_opened: "ua/dynamic-form", "flyer.screen.pdf",
        |pdf| pdf.xfa("required"),
        |pdf| pdf.xfa("forbidden");
    encryption_lets_text_be_read_aloud: "ua/shut-to-readers", "flyer.screen.pdf",
        |pdf| pdf.encrypt("", false),
        |pdf| pdf.encrypt("", true);
}

impl Pdf {
    /// Lets the outermost element state the language, not the document, and takes out what has no element.
    pub(crate) fn language_of_tags(&mut self, language: &str) {
        self.catalog().remove(b"Lang");
        self.catalog().remove(b"Outlines");
        self.element("Document").set("Lang", string(language));
        self.metadata("x-default", "de");
    }

    fn metadata_in_utf_16(&mut self) {
        let id = self
            .catalog()
            .get(b"Metadata")
            .and_then(Object::as_reference)
            .unwrap();
        let stream = self
            .document
            .get_object_mut(id)
            .and_then(Object::as_stream_mut)
            .unwrap();
        let text = String::from_utf8(stream.content.clone()).unwrap();
        let text = text.trim_start_matches('\u{feff}');
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        stream.set_content(units.flat_map(u16::to_be_bytes).collect());
    }

    /// Names the content of the first heading by a dictionary in place of its bare number.
    fn content_by_dictionary(&mut self) {
        let page = self.page_id(1);
        let heading = self.element("H1");
        let number = match heading.get(b"K").unwrap() {
            Object::Array(kids) => kids[0].clone(),
            one => one.clone(),
        };
        assert!(
            matches!(number, Object::Integer(_)),
            "{number:?} is a bare number"
        );
        heading.set(
            "K",
            dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => number },
        );
    }

    /// Puts the numbers of the parent tree into a branch of it.
    fn branch_parents(&mut self) {
        let numbers = self
            .at(&["StructTreeRoot", "ParentTree"])
            .remove(b"Nums")
            .unwrap();
        let branch = self.add(dictionary! { "Limits" => vec![0.into(), 99.into()], "Nums" => numbers });
        self.at(&["StructTreeRoot", "ParentTree"])
            .set("Kids", vec![branch]);
    }

    fn annotation(&mut self, kind: &str) -> ObjectId {
        let mut annotation = link(PLACE);
        annotation.set("Subtype", kind);
        self.page(1).set("Tabs", "S");
        self.annotate(1, annotation)
    }

    fn described_link(&mut self) -> ObjectId {
        let link = self.annotation("Link");
        self.dict(link).set("Contents", string("berlin.de"));
        link
    }

    /// Puts an annotation into an element.
    pub(crate) fn hold(&mut self, annotation: ObjectId, role: &str) -> ObjectId {
        let holder = self.grow(role)[0];
        self.dict(annotation).set("StructParent", 90);
        self.dict(holder)
            .set("K", dictionary! { "Type" => "OBJR", "Obj" => annotation });
        holder
    }

    /// Lets the first two contents of the first page lead to each other's elements.
    fn swap_parents(&mut self) {
        let tree = self.at(&["StructTreeRoot", "ParentTree"]);
        let Ok(Object::Array(numbers)) = tree.get(b"Nums") else {
            panic!("the parent tree has numbers")
        };
        let first = numbers[1].as_reference().unwrap();
        let Ok(Object::Array(parents)) = self.document.get_object_mut(first) else {
            panic!("the page has elements")
        };
        parents.swap(0, 1);
    }

    /// Names a form `Form` whose content is in a tag.
    fn tagged_form(&mut self) {
        let form = self.add_stream(
            dictionary! { "Subtype" => "Form", "BBox" => numbers(&[0.0, 0.0, 99.0, 99.0]), "StructParents" => 91 },
            "/P << /MCID 0 >> BDC 0 0 9 9 re f EMC",
        );
        let page = self.page_id(1);
        let holder = self.grow("P")[0];
        self.dict(holder).set(
            "K",
            dictionary! { "Type" => "MCR", "MCID" => 0, "Pg" => page, "Stm" => form.clone() },
        );
        let Ok(Object::Array(numbers)) = self.at(&["StructTreeRoot", "ParentTree"]).get_mut(b"Nums") else {
            panic!("the parent tree has numbers")
        };
        numbers.push(91.into());
        numbers.push(vec![holder.into()].into());
        self.resource(1, "XObject", "Form", form);
    }

    fn xfa(&mut self, rendering: &str) {
        let data = self.add_stream(
            dictionary! {},
            format!("<config><dynamicRender>{rendering}</dynamicRender></config>"),
        );
        self.catalog().set("AcroForm", dictionary! { "XFA" => data });
    }
}

#[test]
fn annotations_that_nobody_sees_need_no_tag() {
    let found = |flags: i64, place: [f32; 4]| {
        let mut pdf = Pdf::product("flyer.screen.pdf");
        let stamp = pdf.annotation("Stamp");
        pdf.dict(stamp).set("F", flags);
        pdf.dict(stamp).set("Rect", numbers(&place));
        codes(&pdf.bytes(), "ua/annotation-not-tagged").len()
    };
    let (hidden, printed) = (2, 4);
    assert_eq!(found(printed, PLACE), 1);
    assert_eq!(found(hidden, PLACE), 0);
    assert_eq!(found(printed, [-90.0, 9.0, -1.0, 20.0]), 0);
    assert_eq!(found(printed, [-90.0, 9.0, 1.0, 20.0]), 1);
}
