//! A tiny PDF that is right, and whatever is to be wrong in it: one template, of which a case changes what it is about.
#![allow(dead_code, reason = "every test file uses a part of this")]

use std::fmt::Write as _;

/// Fonts, states, colour spaces and layers by which cases write their content.
const RESOURCES: &str = "\
/Font << /Sans << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
 /Courier << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>
 /Subset << /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Courier /Encoding /WinAnsiEncoding >>
 /New << /Type /Font /Subtype /Type1 /BaseFont /CourierNew /Encoding /WinAnsiEncoding >> >>
/ExtGState << /Over << /OP true /op true /OPM 1 >> /Over0 << /OP true /op true /OPM 0 >> /OverBoth << /OP true /OPM 1 >>
 /OverStroke << /OP true /op false /OPM 1 >> /Half << /ca 0.5 /CA 0.5 >> /Gone << /ca 0 /CA 0 >> /Multiply << /BM /Multiply >>
 /LightGrey << /SMask << /S /Luminosity /G 10 0 R >> >> /LightRgb << /SMask << /S /Luminosity /G 11 0 R >> >>
 /AlphaGrey << /SMask << /S /Alpha /G 10 0 R >> >> >>
/ColorSpace << /Gold [/Separation /Gold /DeviceCMYK 5 0 R] /Silver [/Separation /Silver /DeviceCMYK 5 0 R]
 /Creasing [/Separation /Creasing /DeviceCMYK 5 0 R] /BlackOnly [/Separation /Black /DeviceCMYK 5 0 R]
 /Everything [/Separation /All /DeviceCMYK 5 0 R] /Nothing [/Separation /None /DeviceCMYK 5 0 R]
 /ShownInRgb [/Separation /Gold /DeviceRGB 6 0 R] /ShownInLab [/Separation /Gold 12 0 R 6 0 R]
 /ShownInIccRgb [/Separation /Gold [/ICCBased 8 0 R] 6 0 R]
 /CyanBlack [/DeviceN [/Cyan /Black] /DeviceCMYK 7 0 R] /MagentaBlack [/DeviceN [/Magenta /Black] /DeviceCMYK 7 0 R]
 /BlackNone [/DeviceN [/Black /None] /DeviceCMYK 7 0 R] /GoldBlack [/DeviceN [/Gold /Black] /DeviceCMYK 7 0 R]
 /CalibratedRgb [/CalRGB << /WhitePoint [0.9505 1 1.089] >>] /CalibratedGrey [/CalGray << /WhitePoint [0.9505 1 1.089] >>]
 /Lab 12 0 R /IccGrey [/ICCBased 13 0 R] /IccRgb [/ICCBased 8 0 R] /IccCmyk [/ICCBased 9 0 R]
 /TableOfRgb [/Indexed /DeviceRGB 1 <000000FF0000>] /TableOfCmyk [/Indexed /DeviceCMYK 1 <00000000000000FF>] >>
/Properties << /Step 14 0 R /Hidden 15 0 R >>
/Shading << /Rgb << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 100 0] /Function 6 0 R >>
 /Cmyk << /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 100 0] /Function 5 0 R >> >>
/XObject << /GroupCmyk 16 0 R /GroupRgb 17 0 R /Bitmap 18 0 R >>";

/// What the template holds beside its catalog (1), pages (2) and what a case adds: number, dictionary, stream.
const OBJECTS: &[(usize, &str, Option<&str>)] = &[
    (
        5,
        "/FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0.2 1 0] /N 1",
        None,
    ),
    (
        6,
        "/FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0.8 0.6 0] /N 1",
        None,
    ),
    (
        7,
        "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]",
        Some("{ exch 0 0 3 -1 roll }"),
    ),
    (8, "/N 3", Some("a profile")),
    (9, "/N 4", Some("a profile")),
    (
        10,
        "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Group << /S /Transparency /CS /DeviceGray >>",
        Some("1 g 0 0 300 300 re f"),
    ),
    (
        11,
        "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Group << /S /Transparency /CS /DeviceRGB >>",
        Some("1 g 0 0 300 300 re f"),
    ),
    (13, "/N 1", Some("a profile")),
    (
        14,
        "/Type /OCG /Name (Creasing) /GTS_Metadata << /GTS_ProcStepsGroup /Structural /GTS_ProcStepsType /Creasing >>",
        None,
    ),
    (15, "/Type /OCG /Name (Notes)", None),
    (
        16,
        "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Group << /S /Transparency /CS /DeviceCMYK >>",
        Some("0 0 0 1 k 50 50 50 50 re f"),
    ),
    (
        17,
        "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Group << /S /Transparency /CS /DeviceRGB >>",
        Some("0 0 0 1 k 50 50 50 50 re f"),
    ),
];

/// A page of a tiny PDF.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// Its boxes.
    pub(crate) boxes: String,
    /// Further entries of its dictionary.
    pub(crate) entries: String,
    /// What it paints.
    pub(crate) content: String,
}

/// A tiny PDF: a page of 300 points, cut at 10 points from each edge, with a light ground.
#[derive(Clone, Debug)]
pub(crate) struct Pdf {
    /// Its pages.
    pub(crate) pages: Vec<Page>,
    /// Pixels across and down, and further entries, of the picture `/Bitmap`.
    pub(crate) bitmap: (u32, u32, String),
    /// Where a profile says what space its device has.
    pub(crate) intent: String,
}

/// The ground that everything lies on.
pub(crate) const GROUND: &str = "0.2 0 0 0 k 0 0 300 300 re f\n";

impl Pdf {
    /// With a ground, and on it this content.
    pub(crate) fn painting(content: &str) -> Self {
        Self::with_page(Page::new(&format!("{GROUND}{content}")))
    }

    /// With this content and no ground.
    pub(crate) fn on_paper(content: &str) -> Self {
        Self::with_page(Page::new(content))
    }

    fn with_page(page: Page) -> Self {
        Self {
            pages: vec![page],
            bitmap: (20, 20, "/ColorSpace /DeviceCMYK /BitsPerComponent 8".into()),
            intent: "CMYK".into(),
        }
    }

    /// With a word in Helvetica of a size, after these operators.
    pub(crate) fn saying(operators: &str, size: f64) -> Self {
        Self::painting(&format!(
            "{operators} BT /Sans {size} Tf 50 100 Td (Hamburg) Tj ET"
        ))
    }

    /// With a picture of so many pixels across and down, 100 points wide and high.
    pub(crate) fn showing(width: u32, height: u32, entries: &str) -> Self {
        Self {
            bitmap: (width, height, entries.into()),
            ..Self::painting("q 100 0 0 100 50 50 cm /Bitmap Do Q")
        }
    }

    /// The same with the page changed.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Page)) -> Self {
        change(&mut self.pages[0]);
        self
    }

    /// The same with one more page, like the first but for a change.
    pub(crate) fn and_a_page(mut self, change: impl FnOnce(&mut Page)) -> Self {
        let mut page = self.pages[0].clone();
        change(&mut page);
        self.pages.push(page);
        self
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut objects: Vec<(usize, String)> = Vec::new();
        let first = 30;
        let kids: Vec<String> = (0..self.pages.len())
            .map(|page| format!("{} 0 R", first + 2 * page))
            .collect();
        objects.push((
            1,
            "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [14 0 R 15 0 R] /D << /OFF [15 0 R] >> >> \
             /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /DestOutputProfile 19 0 R >>] >>"
                .into(),
        ));
        objects.push((
            2,
            format!(
                "<< /Type /Pages /Kids [{}] /Count {} /Resources << {RESOURCES} >> >>",
                kids.join(" "),
                kids.len()
            ),
        ));
        objects.push((12, "[/Lab << /WhitePoint [0.9505 1 1.089] >>]".into()));
        for (number, entries, data) in OBJECTS {
            objects.push((*number, object(entries, *data)));
        }
        let (width, height, entries) = &self.bitmap;
        let samples = "0".repeat(width.div_ceil(8) as usize * *height as usize * 32);
        let picture = format!("/Type /XObject /Subtype /Image /Width {width} /Height {height} {entries}");
        objects.push((18, object(&picture, Some(&samples))));
        let profile = format!("{:16}{}{:16}acsp{:88}", "", self.intent, "", "");
        objects.push((19, object("/N 4", Some(&profile))));
        for (page, at) in self.pages.iter().zip((first..).step_by(2)) {
            let dictionary = format!(
                "<< /Type /Page /Parent 2 0 R {} {} /Contents {} 0 R >>",
                page.boxes,
                page.entries,
                at + 1
            );
            objects.push((at, dictionary));
            objects.push((at + 1, object("", Some(&page.content))));
        }
        file(&objects)
    }
}

impl Page {
    fn new(content: &str) -> Self {
        Self {
            boxes: "/MediaBox [0 0 300 300] /BleedBox [5 5 295 295] /TrimBox [10 10 290 290]".into(),
            entries: String::new(),
            content: content.into(),
        }
    }
}

fn object(entries: &str, data: Option<&str>) -> String {
    match data {
        Some(data) => format!(
            "<< {entries} /Length {} >>\nstream\n{data}\nendstream",
            data.len()
        ),
        None => format!("<< {entries} >>"),
    }
}

fn file(objects: &[(usize, String)]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.6\n");
    let mut places = String::new();
    for (number, body) in objects {
        let _ = write!(places, "{number} 1\n{:010} 00000 n \n", file.len());
        let _ = write!(file, "{number} 0 obj\n{body}\nendobj\n");
    }
    let start = file.len();
    let size = objects.iter().map(|(number, _)| number + 1).max().unwrap_or(0);
    let _ = write!(
        file,
        "xref\n0 1\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}
