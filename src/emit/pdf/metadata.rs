//! What a file says about itself: the document information and the XMP packet, which agree; and its ids, which are hashes
//! of what is in it. The dates are the job's.

use jiff::civil::DateTime as Civil;
use pdf_writer::types::TrappingStatus;
use pdf_writer::{Date, Finish, Name, Ref, TextStr};
use xmp_writer::pdfa::PdfUAIdDescriptionMode;
use xmp_writer::{DateTime, LangId, RenditionClass, Timezone, XmpWriter};

use super::file::File;
use super::profile::{Profile, Standard};
use crate::scene::About;
use crate::source::Fingerprint;

/// The name of this program, as files state it.
const PRODUCER: &str = concat!("faltwerk ", env!("CARGO_PKG_VERSION"));

/// Writes both kinds of metadata and the ids; gives the XMP stream's reference, for the catalog. Must come last of all
/// objects but the catalog, since the ids are taken from what was written so far.
pub(super) fn write(about: &About, profile: &Profile, file: &mut File) -> Ref {
    let document = Fingerprint::new()
        .take(about.name.as_bytes())
        .take(b"\0")
        .take(about.title.as_bytes());
    let instance = document.take(&about.date.to_be_bytes()).take(file.pdf.as_bytes());
    file.pdf
        .set_file_id((document.bytes().to_vec(), instance.bytes().to_vec()));
    let date = civil(about.date);
    write_information(about, profile, date, file);
    let packet = packet(about, profile, date, document, instance);
    let id = file.reference();
    // Never compressed: a program that knows no PDF has to find it (ISO 15930-7; ISO 19005-2, 6.6.2).
    file.pdf.metadata(id, packet.as_bytes());
    id
}

fn write_information(about: &About, profile: &Profile, date: Civil, file: &mut File) {
    let id = file.reference();
    let mut information = file.pdf.document_info(id);
    information.title(TextStr(&about.title));
    if let Some(author) = &about.author {
        information.author(TextStr(author));
    }
    if let Some(subject) = &about.subject {
        information.subject(TextStr(subject));
    }
    information.creator(TextStr(PRODUCER)).producer(TextStr(PRODUCER));
    information
        .creation_date(pdf_date(date))
        .modified_date(pdf_date(date));
    if let Some(version) = profile.standard.pdfx_version() {
        information.trapped(TrappingStatus::NotTrapped);
        // X-1a and X-3 name themselves here, X-4 in the XMP packet alone (ISO 15930-4 and -6; ISO 15930-7).
        if profile.standard != Standard::X4 {
            information.pair(Name(b"GTS_PDFXVersion"), TextStr(version));
        }
    }
    information.finish();
}

fn packet(
    about: &About,
    profile: &Profile,
    date: Civil,
    document: Fingerprint,
    instance: Fingerprint,
) -> String {
    let mut xmp = XmpWriter::new();
    xmp.format("application/pdf");
    xmp.title([(None, about.title.as_str())]);
    if let Some(author) = &about.author {
        xmp.creator([author.as_str()]);
    }
    if let Some(subject) = &about.subject {
        xmp.description([(None, subject.as_str())]);
    }
    xmp.language([LangId(&about.language.0)]);
    xmp.creator_tool(PRODUCER);
    xmp.producer(PRODUCER);
    xmp.create_date(xmp_date(date));
    xmp.modify_date(xmp_date(date));
    xmp.metadata_date(xmp_date(date));
    xmp.document_id(&document.uuid());
    xmp.instance_id(&instance.uuid());
    xmp.rendition_class(RenditionClass::Default);
    xmp.version_id("1");
    match profile.standard {
        Standard::UaAndArchive => {
            xmp.pdfa_part(2).pdfa_conformance("A");
            xmp.pdfua_part(1);
            // PDF/A knows no PDF/UA, so the file explains that namespace itself (ISO 19005-2, 6.6.2.3).
            let mut schemas = xmp.extension_schemas();
            schemas
                .pdfua_id()
                .properties()
                .describe_all(PdfUAIdDescriptionMode::UA1);
        }
        Standard::X1a | Standard::X3 => {
            xmp.trapped(false);
        }
        Standard::X4 => {
            xmp.pdfx_version("PDF/X-4");
            xmp.trapped(false);
        }
        Standard::None => {}
    }
    xmp.finish(None)
}

/// Seconds since 1970 as a date of the calendar, in UTC; those beyond the years that PDF can write become its last.
fn civil(seconds: i64) -> Civil {
    let stamp = jiff::Timestamp::from_second(seconds).unwrap_or(if seconds < 0 {
        jiff::Timestamp::MIN
    } else {
        jiff::Timestamp::MAX
    });
    jiff::tz::Offset::UTC.to_datetime(stamp)
}

fn pdf_date(date: Civil) -> Date {
    Date::new(date.year().max(0).unsigned_abs())
        .month(date.month().unsigned_abs())
        .day(date.day().unsigned_abs())
        .hour(date.hour().unsigned_abs())
        .minute(date.minute().unsigned_abs())
        .second(date.second().unsigned_abs())
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

fn xmp_date(date: Civil) -> DateTime {
    DateTime {
        year: date.year().max(0).unsigned_abs(),
        month: Some(date.month().unsigned_abs()),
        day: Some(date.day().unsigned_abs()),
        hour: Some(date.hour().unsigned_abs()),
        minute: Some(date.minute().unsigned_abs()),
        second: Some(date.second().unsigned_abs()),
        timezone: Some(Timezone::Utc),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_from_the_job_and_never_fail() {
        let date = civil(1_764_547_200);
        assert_eq!((date.year(), date.month(), date.day()), (2025, 12, 1));
        assert_eq!(civil(0).year(), 1970);
        assert_eq!(civil(i64::MAX).year(), 9999);
        let _ = pdf_date(civil(i64::MIN));
    }
}
