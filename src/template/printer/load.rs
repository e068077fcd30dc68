//! From a printer's file to what a printer asks for: every number within what can be meant, the usual ones where the file says nothing.

use super::written::{
    WrittenLimits, WrittenMark, WrittenPaper, WrittenPictures, WrittenPrinter, WrittenResolution,
};
use super::written::{WrittenSheetSize, WrittenSheets};
use super::{Limits, Marks, Paper, PdfX, Pictures, Printer, Resolution, Sheets};
use crate::diag::{Code, Log, Reported};
use crate::geom::{Length, Size};
use crate::source::{SourceId, Span, Spanned, decode};
use crate::wording::text;

/// A printer asks for no more around the trim: beyond a hand's breadth a sheet is another format.
const WIDEST_BLEED: Length = Length::mm(100);

/// Sheets that have a name: width and height in millimetres, upright.
const NAMED_SHEETS: [(&str, i64, i64); 6] = [
    ("A4", 210, 297),
    ("A3", 297, 420),
    ("A2", 420, 594),
    ("SRA4", 225, 320),
    ("SRA3", 320, 450),
    ("SRA2", 450, 640),
];

/// What is printed beside pages on a sheet, where the file says nothing: whoever cuts and folds in the house needs to see where.
const USUAL_SHEET_MARKS: Marks = Marks {
    crop: true,
    fold: true,
    registration: false,
    bar: false,
    slug: true,
    crease: false,
};

/// Reads a printer's file.
///
/// # Errors
/// When it is malformed, or asks for what cannot be; all is in the log.
pub(in super::super) fn load(
    name: &str,
    source: SourceId,
    text: &str,
    log: &mut Log,
) -> Result<Printer, Reported> {
    let decoded = decode::<WrittenPrinter>(source, text);
    log.faults(&decoded.faults);
    let written = decoded.value.ok_or(Reported)?;
    let before = log.errors();
    let bleed = written.bleed.value.0;
    for edge in [bleed.top, bleed.right, bleed.bottom, bleed.left] {
        if !(Length::ZERO..=WIDEST_BLEED).contains(&edge) {
            out_of_range("bleed", WIDEST_BLEED, written.bleed.span, log);
            break;
        }
    }
    let safe = within("safe", &written.safe, WIDEST_BLEED, log);
    let pdfx = written.pdfx.into();
    let printer = Printer {
        name: name.to_owned(),
        bleed,
        safe,
        pdfx,
        marks: press_marks(written.marks.as_ref(), pdfx, log),
        condition: written.output.into(),
        total_ink: written.total_ink,
        limits: limits(&written.limits, log),
        pictures: pictures(written.pictures, log),
        paper: paper(written.paper, log),
        sheets: sheets(written.sheets, source, log),
    };
    log.stop_if_worse_than(before)?;
    Ok(printer)
}

/// The marks of the press file.
fn press_marks(written: Option<&Spanned<Vec<WrittenMark>>>, pdfx: PdfX, log: &mut Log) -> Marks {
    let Some(written) = written else {
        return Marks::default();
    };
    let marks = Marks::from(written.value.as_slice());
    if marks.crease && pdfx != PdfX::X4 {
        log.error(
            Code::BAD_VALUE,
            written.span,
            text!(
                "a `crease-layer` is a layer, and only PDF/X-4 has layers",
                "ein `crease-layer` ist eine Ebene, und Ebenen hat nur PDF/X-4"
            ),
        )
        .help(text!(
            "take it out and ask for `fold` marks, or write `pdfx = \"x4\"`",
            "es herausnehmen und Marken `fold` verlangen, oder `pdfx = \"x4\"` schreiben"
        ));
    }
    marks
}

fn within(what: &str, length: &Spanned<Length>, most: Length, log: &mut Log) -> Length {
    if !(Length::ZERO..=most).contains(&length.value) {
        out_of_range(what, most, length.span, log);
    }
    length.value
}

fn out_of_range(what: &str, most: Length, span: Span, log: &mut Log) {
    let most = most.to_mm().round();
    log.error(
        Code::BAD_VALUE,
        span,
        text!(
            "`{what}` is from 0 mm to {most} mm",
            "`{what}` liegt zwischen 0 mm und {most} mm"
        ),
    );
}

/// The limits of GWG 2022 for sheet-fed printing, unless the file says otherwise.
fn limits(written: &WrittenLimits, log: &mut Log) -> Limits {
    let mut length = |what: &str, written: &Option<Spanned<Length>>, usual: Length| {
        written
            .as_ref()
            .map_or(usual, |length| within(what, length, WIDEST_BLEED, log))
    };
    let text = length("text", &written.text, Length::pt(5));
    let mixed_text = length("mixed-text", &written.mixed_text, Length::pt(8));
    let line = length("line", &written.line, Length::pt(1).ratio(1, 4));
    let fold = length("fold", &written.fold, Length::mm(3));
    Limits {
        text,
        mixed_text,
        line,
        fold,
        picture: resolution(written.picture.as_ref(), (224, 149), log),
        bitmap: resolution(written.bitmap.as_ref(), (799, 549), log),
        spots: written.spots,
    }
}

fn resolution(
    written: Option<&Spanned<WrittenResolution>>,
    (warning, error): (u32, u32),
    log: &mut Log,
) -> Resolution {
    let Some(Spanned { value, span }) = written else {
        return Resolution { warning, error };
    };
    if value.error > value.warning {
        log.error(
            Code::BAD_VALUE,
            *span,
            text!(
                "a picture that is too coarse by error is not too coarse by warning",
                "ein Bild, das für `error` zu grob ist, wäre für `warning` nicht zu grob"
            ),
        )
        .help(text!(
            "`error` is the smaller number of the two, in pixels an inch",
            "`error` ist die kleinere der beiden Zahlen, in Pixeln je Zoll"
        ));
    }
    Resolution {
        warning: value.warning,
        error: value.error,
    }
}

fn pictures(written: WrittenPictures, log: &mut Log) -> Pictures {
    if let Some(finest) = &written.finest
        && finest.value < 72
    {
        log.error(
            Code::BAD_VALUE,
            finest.span,
            text!(
                "pictures of fewer than 72 pixels an inch are of no use to a press",
                "Bilder mit weniger als 72 Pixeln je Zoll nützen im Druck nichts"
            ),
        )
        .help(text!(
            "`finest` is the most that a press makes use of, usually 450",
            "`finest` ist das Meiste, was der Druck nutzen kann, meist 450"
        ));
    }
    Pictures {
        intent: written.intent.into(),
        finest: written.finest.map(|finest| finest.value),
    }
}

/// Paper is from tissue to board, whoever names its weight.
pub(in crate::template) fn check_weight(weight: &Spanned<u32>, log: &mut Log) {
    if !(20..=1000).contains(&weight.value) {
        log.error(
            Code::BAD_VALUE,
            weight.span,
            text!(
                "paper weighs from 20 g/m² to 1000 g/m²",
                "Papier wiegt 20 g/m² bis 1000 g/m²"
            ),
        );
    }
}

fn paper(written: WrittenPaper, log: &mut Log) -> Paper {
    if let Some(weight) = &written.weight {
        check_weight(weight, log);
    }
    if let Some(volume) = &written.volume
        && !(0.5..=4.0).contains(&volume.value)
    {
        log.error(
            Code::BAD_VALUE,
            volume.span,
            text!(
                "the volume of paper is from 0.5 to 4 cm³/g",
                "das Volumen von Papier liegt zwischen 0,5 und 4 cm³/g"
            ),
        )
        .help(text!(
            "coated paper has about 0.8 to 1.0, uncoated paper about 1.2 to 1.5",
            "gestrichenes Papier hat etwa 0,8 bis 1,0, ungestrichenes etwa 1,2 bis 1,5"
        ));
    }
    Paper {
        name: written.name,
        weight: written.weight.map_or(135, |weight| weight.value),
        volume: written
            .volume
            .map_or(1_000, |volume| (volume.value * 1000.0).round() as u32),
    }
}

fn sheets(written: WrittenSheets, source: SourceId, log: &mut Log) -> Sheets {
    let usual = Size::new(Length::mm(320), Length::mm(450));
    let begin = Span {
        source,
        start: 0,
        end: 0,
    };
    Sheets {
        is_named: written.size.is_some(),
        span: written.size.as_ref().map_or(begin, |size| size.span),
        size: written
            .size
            .map_or(usual, |size| sheet_size(&size, log).unwrap_or(usual)),
        margin: written.margin.map_or(Length::mm(5), |margin| {
            within("margin", &margin, WIDEST_BLEED, log)
        }),
        flip: written.flip.into(),
        marks: written
            .marks
            .map_or(USUAL_SHEET_MARKS, |marks| sheet_marks(&marks, log)),
    }
}

fn sheet_marks(written: &Spanned<Vec<WrittenMark>>, log: &mut Log) -> Marks {
    let marks = Marks::from(written.value.as_slice());
    if marks.crease {
        log.error(
            Code::BAD_VALUE,
            written.span,
            text!(
                "`crease-layer` is for the press file, sheets have `fold` marks",
                "`crease-layer` ist für die Druckdatei, Druckbogen haben Marken `fold`"
            ),
        )
        .help(text!(
            "a machine creases the finished piece, not the sheet that several are cut from",
            "gerillt wird das zugeschnittene Stück, nicht der Bogen, aus dem mehrere geschnitten werden"
        ));
    }
    marks
}

fn sheet_size(written: &Spanned<WrittenSheetSize>, log: &mut Log) -> Option<Size> {
    match &written.value {
        WrittenSheetSize::Named(name) => {
            let found = NAMED_SHEETS
                .iter()
                .find(|(known, ..)| known.eq_ignore_ascii_case(name));
            if found.is_none() {
                let known = NAMED_SHEETS.map(|(name, ..)| name).join(", ");
                log.error(
                    Code::UNKNOWN_NAME,
                    written.span,
                    text!("there is no sheet `{name}`", "den Bogen `{name}` gibt es nicht"),
                )
                .help(text!(
                    "the sheets that have a name are {known}; any other is written `[\"330 mm\", \"488 mm\"]`",
                    "Bogen mit einem Namen sind {known}; jeder andere wird so geschrieben: `[\"330 mm\", \"488 mm\"]`"
                ));
            }
            found.map(|(_, width, height)| Size::new(Length::mm(*width), Length::mm(*height)))
        }
        WrittenSheetSize::Measured((width, height)) => {
            let possible = Length::mm(50)..=Length::mm(2000);
            if !possible.contains(width) || !possible.contains(height) {
                log.error(
                    Code::BAD_VALUE,
                    written.span,
                    text!(
                        "a press takes sheets from 50 mm to 2000 mm wide and high",
                        "ein Bogen für den Druck ist 50 mm bis 2000 mm breit und hoch"
                    ),
                );
            }
            Some(Size::new(*width, *height))
        }
    }
}
