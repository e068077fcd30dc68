//! Shadings, masks, patterns, groups, blend modes, overprint and spot inks, each on a page of its own, measured by us and printed by Ghostscript.

use super::small::{SIDE, Small};
use super::{CLOSE, ghostscript_ink, own_ink};
use crate::common::judge::judge;

/// The modes of blending (ISO 32000-2, 11.3.5).
const MODES: [&str; 16] = [
    "Normal",
    "Multiply",
    "Screen",
    "Overlay",
    "Darken",
    "Lighten",
    "ColorDodge",
    "ColorBurn",
    "HardLight",
    "SoftLight",
    "Difference",
    "Exclusion",
    "Hue",
    "Saturation",
    "Color",
    "Luminosity",
];

/// The resolution of Ghostscript's print: much finer than for real pages, since it inks every pixel that an edge touches, and tiles have many.
const DPI: u32 = 1200;

/// Pages with names.
struct Cases {
    pdf: Small,
    names: Vec<String>,
}

impl Cases {
    fn new(resources: &str) -> Self {
        Self {
            pdf: Small {
                resources: resources.to_owned(),
                ..Small::default()
            },
            names: Vec::new(),
        }
    }

    fn page(&mut self, name: &str, content: &str) {
        self.page_with(name, "", content);
    }

    fn page_with(&mut self, name: &str, entries: &str, content: &str) {
        self.names.push(name.to_owned());
        self.pdf.pages.push((entries.to_owned(), content.to_owned()));
    }

    /// Measures all pages both ways; says all that differ at once.
    fn are_as_ghostscript_prints_them(&self) {
        let Some(ghostscript) = judge("gs") else { return };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cases.pdf");
        std::fs::write(&file, self.pdf.bytes()).unwrap();
        let (own, judged) = (own_ink(&file), ghostscript_ink(&ghostscript, &file, DPI));
        assert_eq!((own.len(), judged.len()), (self.names.len(), self.names.len()));
        let mut wrong = Vec::new();
        for ((name, own), (_, square)) in self.names.iter().zip(own).zip(judged) {
            assert!(!own.truncated, "{name}: {own:?}");
            let own = own.square * 100.0;
            if (own - square).abs() > CLOSE {
                wrong.push(format!("{name}: {own:.1} %, Ghostscript says {square:.1} %"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

const AXIAL: &str = "/FunctionType 2 /Domain [0 1] /C0 [0.9 0 0 0] /C1 [0 0.7 0.3 0.1] /N 1.5";

#[test]
fn shadings_of_all_types_are_those_of_ghostscript() {
    let mut cases = Cases::new(
        "/Shading << /Function 11 0 R /Axial 12 0 R /Short 13 0 R /Radial 14 0 R /Cone 15 0 R /Free 16 0 R /Lattice 17 0 R /Coons 18 0 R /Tensor 19 0 R >> \
         /Pattern << /Ground << /Type /Pattern /PatternType 2 /Shading 13 0 R >> >>",
    );
    let pdf = &mut cases.pdf;
    pdf.object(
        "<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1] >>",
        Some("{ 2 copy mul 3 1 roll 0.5 mul exch dup mul exch 0.2 }"),
    );
    let space = "/ColorSpace /DeviceCMYK";
    pdf.object(
        &format!("<< /ShadingType 1 {space} /Matrix [40 0 0 30 1 5] /Function 10 0 R >>"),
        None,
    );
    let axial = format!("<< {AXIAL} >>");
    pdf.object(
        &format!("<< /ShadingType 2 {space} /Coords [5 5 30 35] /Extend [true true] /Function {axial} >>"),
        None,
    );
    pdf.object(
        &format!(
            "<< /ShadingType 2 {space} /Coords [12 5 30 5] /Extend [false true] /Background [0 0 0.5 0] /Function {axial} >>"
        ),
        None,
    );
    pdf.object(
        &format!(
            "<< /ShadingType 3 {space} /Coords [20 20 2 22 22 18] /Extend [true true] /Function {axial} >>"
        ),
        None,
    );
    pdf.object(
        &format!(
            "<< /ShadingType 3 {space} /Coords [10 10 3 32 30 8] /Extend [false false] /Function {axial} >>"
        ),
        None,
    );
    let decode = "/BitsPerCoordinate 8 /BitsPerComponent 8 /Decode [0 42 0 42 0 1 0 1 0 1 0 1] /Filter /ASCIIHexDecode";
    let flag = "/BitsPerFlag 8";
    pdf.object(
        &format!("<< /ShadingType 4 {space} {decode} {flag} >>"),
        Some("00 1010 FF000000 00 F010 00FF0000 00 8080 0000FF00 01 F0F0 000000FF >"),
    );
    pdf.object(
        &format!("<< /ShadingType 5 {space} {decode} /VerticesPerRow 3 >>"),
        Some("0808 FF000000 8010 00FF0000 F808 0000FF00 1080 00000080 8078 80800000 F090 FFFF0000 08F8 00000000 80F0 20202020 F8F8 00FF00FF >"),
    );
    let edge = "2020 1050 3090 20E0 60F0 9090 E0E0 F0A0 C050 E020 9010 6030";
    let corners = "FF000000 00FF0000 0000FF00 00000080";
    pdf.object(
        &format!("<< /ShadingType 6 {space} {decode} {flag} >>"),
        Some(&format!("00 {edge} {corners} >")),
    );
    pdf.object(
        &format!("<< /ShadingType 7 {space} {decode} {flag} >>"),
        Some(&format!("00 {edge} 5050 50A0 A0A0 A050 {corners} >")),
    );
    for name in [
        "Function", "Axial", "Short", "Radial", "Cone", "Free", "Lattice", "Coons", "Tensor",
    ] {
        cases.page(name, &format!("/{name} sh"));
    }
    cases.page(
        "a shading as a pattern with its background",
        "/Pattern cs /Ground scn 2 2 38 38 re f",
    );
    cases.are_as_ghostscript_prints_them();
}

#[test]
fn soft_masks_are_those_of_ghostscript() {
    let mut cases = Cases::new(
        "/ExtGState << /Light << /SMask << /S /Luminosity /G 12 0 R >> >> /Turned << /SMask << /S /Luminosity /G 12 0 R /BC [1] /TR 13 0 R >> >> \
         /Alpha << /SMask << /S /Alpha /G 11 0 R >> >> /Half << /ca 0.5 >> >> /XObject << /Group 14 0 R >>",
    );
    let pdf = &mut cases.pdf;
    let grey = pdf.object(
        "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [5 0 35 0] /Extend [true true] \
         /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >>",
        None,
    );
    let form =
        "/Type /XObject /Subtype /Form /BBox [4 4 38 38] /Group << /S /Transparency /CS /DeviceGray >>";
    let own =
        format!("/Resources << /Shading << /Grey {grey} 0 R >> /ExtGState << /Third << /ca 0.3 >> >> >>");
    pdf.object(
        &format!("<< {form} {own} >>"),
        Some("/Third gs 0 g 5 5 30 20 re f 20 15 10 20 re f"),
    );
    pdf.object(&format!("<< {form} {own} >>"), Some("/Grey sh"));
    pdf.object("<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>", None);
    pdf.object(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 43 43] /Group << /S /Transparency /CS /DeviceCMYK >> >>",
        Some("1 0 0 0 k 0 0 30 43 re f 0 1 0 0 k 10 0 30 43 re f"),
    );
    for state in ["Light", "Turned", "Alpha"] {
        cases.page(
            &format!("{state} on a path"),
            &format!("0 0.2 0 0 k 0 0 43 43 re f /{state} gs 1 0 0.5 0 k 2 2 39 39 re f"),
        );
        cases.page(
            &format!("{state} on a group"),
            &format!("0 0 1 0 k 0 0 43 20 re f /{state} gs /Group Do"),
        );
    }
    cases.are_as_ghostscript_prints_them();
}

#[test]
fn patterns_of_tiles_are_those_of_ghostscript() {
    let mut cases = Cases::new(
        "/ColorSpace << /Shape [/Pattern /DeviceCMYK] >> /ExtGState << /Half << /ca 0.5 >> /Multiply << /BM /Multiply >> >> \
         /Pattern << /Own 10 0 R /Shape 11 0 R /Tiny 12 0 R /Wide 13 0 R >>",
    );
    let pdf = &mut cases.pdf;
    let tile = |entries: &str| {
        format!("<< /Type /Pattern /PatternType 1 /TilingType 1 /Resources << >> {entries} >>")
    };
    pdf.object(
        &tile("/PaintType 1 /BBox [0 0 8 8] /XStep 8 /YStep 8 /Matrix [1 0.2 0 1 0 0]"),
        Some("1 0 0 0 k 0 0 5 5 re f 0 1 0 0 k 3 3 5 5 re f"),
    );
    pdf.object(
        &tile("/PaintType 2 /BBox [0 0 6 6] /XStep 9 /YStep 7"),
        Some("1 1 4 4 re f 0 0 3 3 re f"),
    );
    pdf.object(
        &tile("/PaintType 1 /BBox [0 0 0.5 0.5] /XStep 0.5 /YStep 0.5"),
        Some("0 0 0 1 k 0 0 0.25 0.5 re f"),
    );
    pdf.object(
        &tile("/PaintType 1 /BBox [0 0 30 30] /XStep 20 /YStep 20"),
        Some("1 0 0 0 k 0 0 25 25 re f 0 0.5 0 0 k 5 5 10 10 re f"),
    );
    for name in ["Own", "Wide"] {
        cases.page(name, &format!("/Pattern cs /{name} scn 1 1 40 40 re f"));
        // Where tiles overlap Ghostscript makes each of them half opaque, not the pattern as a whole (ISO 32000-2, 11.6.7).
        if name == "Own" {
            cases.page(
                &format!("{name} half opaque"),
                &format!("0 0 1 0 k 0 0 20 43 re f /Half gs /Pattern cs /{name} scn 1 1 40 40 re f"),
            );
        }
        cases.page(
            &format!("{name} multiplied"),
            &format!("0 0 1 0.2 k 0 0 20 43 re f /Multiply gs /Pattern cs /{name} scn 1 1 40 40 re f"),
        );
    }
    cases.page("Tiny", "/Pattern cs /Tiny scn 1 1 40 40 re f");
    cases.page(
        "Shape",
        "0 0 1 0 k 0 0 20 43 re f /Shape cs 0 0.8 0 0.1 /Shape scn 1 1 40 40 re f",
    );
    cases.are_as_ghostscript_prints_them();
}

/// What lies under, what lies over, and where both meet paper.
fn blended(mode: &str) -> String {
    format!(
        "0.8 0.3 0.1 0.2 k 0 0 30 30 re f 0.1 0.6 0.9 0 k 0 10 30 10 re f /{mode} gs 0.3 0.5 0.2 0.4 k 5 5 20 30 re f 0.9 0 0.4 0 k 15 8 20 10 re f"
    )
}

#[test]
fn all_blend_modes_are_those_of_ghostscript() {
    let states: Vec<String> = MODES
        .iter()
        .map(|mode| format!("/{mode} << /BM /{mode} /ca 0.8 >>"))
        .collect();
    let mut cases = Cases::new(&format!("/ExtGState << {} >>", states.join(" ")));
    for mode in MODES {
        cases.page_with(
            mode,
            "/Group << /S /Transparency /CS /DeviceCMYK /I true >>",
            &blended(mode),
        );
    }
    cases.are_as_ghostscript_prints_them();
}

#[test]
fn groups_are_those_of_ghostscript() {
    let mut cases = Cases::new(
        "/ExtGState << /Multiply << /BM /Multiply >> /Half << /ca 0.5 /CA 0.5 >> /Screen << /BM /Screen /ca 0.9 >> >> \
         /XObject << /Plain 10 0 R /Isolated 11 0 R /Knockout 12 0 R /Both 13 0 R >>",
    );
    let content = "/Multiply gs 1 0 0 0 k 5 5 20 20 re f 0 0.8 0 0.2 k 15 15 20 20 re f /Half gs 0 0 0 1 k 10 0 10 43 re f";
    let states = "/Resources << /ExtGState << /Multiply << /BM /Multiply >> /Half << /ca 0.5 >> >> >>";
    for entries in ["", "/I true", "/K true", "/I true /K true"] {
        cases.pdf.object(
            &format!(
                "<< /Type /XObject /Subtype /Form /BBox [0 0 43 43] {states} /Group << /S /Transparency /CS /DeviceCMYK {entries} >> >>"
            ),
            Some(content),
        );
    }
    for group in ["Plain", "Isolated", "Knockout", "Both"] {
        for state in ["", "/Half gs", "/Multiply gs", "/Screen gs"] {
            let content = format!("0 0.3 0.9 0 k 0 0 25 43 re f {state} /{group} Do");
            cases.page_with(
                &format!("{group} {state}"),
                "/Group << /S /Transparency /CS /DeviceCMYK /I true >>",
                &content,
            );
        }
    }
    cases.page(
        "a line on its ground, both half opaque",
        "/Half gs 1 0 0 0 k 0 1 0 0 K 8 w 10 10 22 22 re B",
    );
    cases.are_as_ghostscript_prints_them();
}

#[test]
fn overprint_and_spot_inks_are_those_of_ghostscript() {
    let mut cases = Cases::new(
        "/ExtGState << /Zero << /OP true /op true /OPM 0 >> /One << /OP true /op true /OPM 1 >> >> \
         /ColorSpace << /Gold [/Separation /Gold /DeviceCMYK 10 0 R] /Black [/Separation /Black /DeviceCMYK 11 0 R] \
         /All [/Separation /All /DeviceCMYK 11 0 R] /Nothing [/Separation /None /DeviceCMYK 11 0 R] /Two [/DeviceN [/Cyan /Gold] /DeviceCMYK 12 0 R] >>",
    );
    let pdf = &mut cases.pdf;
    pdf.object(
        "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0.2 0.9 0.1] /N 1 >>",
        None,
    );
    pdf.object(
        "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>",
        None,
    );
    pdf.object(
        "<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1] >>",
        Some("{ dup 0.2 mul exch dup 0.9 mul exch 0.1 mul }"),
    );
    let ground = "0.6 0.2 0.4 0.1 k 0 0 25 43 re f";
    for state in ["", "/Zero gs", "/One gs"] {
        for (name, colour) in [
            ("CMYK", "0 0.5 0 0 k"),
            ("grey", "0.3 g"),
            ("black ink", "/Black cs 0.8 scn"),
        ] {
            cases.page(
                &format!("{name} {state}"),
                &format!("{ground} {state} {colour} 5 5 30 30 re f"),
            );
        }
    }
    cases.page(
        "cyan and gold",
        &format!("{ground} /Two cs 0.5 0 scn 5 5 30 30 re f"),
    );
    cases.page("gold", &format!("{ground} /Gold cs 0.7 scn 5 5 30 30 re f"));
    cases.page("all inks", &format!("{ground} /All cs 0.7 scn 5 5 30 30 re f"));
    cases.page("no ink", &format!("{ground} /Nothing cs 0.7 scn 5 5 30 30 re f"));
    cases.are_as_ghostscript_prints_them();
}

/// Ghostscript has no plate for the gold here, so it goes by how both inks look, and cuts out what a press would leave.
#[test]
fn several_inks_that_overprint_leave_the_plates_of_others() {
    let mut small =
        Small::painting("0.6 0.2 0.4 0.1 k 0 0 25 43 re f /Zero gs /Two cs 0.5 0 scn 5 5 30 30 re f");
    let tint = small.object(
        "<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1] >>",
        Some("{ dup 0.2 mul exch dup 0.9 mul exch 0.1 mul }"),
    );
    small.resources = format!(
        "/ExtGState << /Zero << /op true /OP true /OPM 0 >> >> /ColorSpace << /Two [/DeviceN [/Cyan /Gold] /DeviceCMYK {tint} 0 R] >>"
    );
    // The ground, less a tenth of cyan where both lie, and half of cyan where only the second lies.
    let wanted = (25.0 * SIDE * 1.3 - 20.0 * 30.0 * 0.1 + 10.0 * 30.0 * 0.5) / (SIDE * SIDE);
    let ink = super::limits::measured(&small);
    assert!((ink.square - wanted).abs() < 0.01, "{ink:?} and not {wanted}");
}
