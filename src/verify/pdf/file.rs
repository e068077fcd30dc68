//! A file: opened from bytes, with all that does not belong to one page.

use hayro::hayro_syntax::object::{Dict, Object, Stream};
use hayro::hayro_syntax::xref::XRef;
use hayro::hayro_syntax::{LoadPdfError, Pdf};

use super::limits::Limits;
use super::page::Page;
use super::trailer::Trailer;
use super::unpack::unpack;

/// How far into a file its header may stand (ISO 32000-1, annex H).
const HEADER_WITHIN: usize = 1024;

/// Why a file cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It does not begin like a PDF, and nothing in it looks like one.
    NoPdf,
    /// It is a PDF, too damaged to be repaired.
    Damaged,
    /// It is encrypted, and the empty password does not open it.
    Encrypted,
    /// It is larger than [`Limits::file`].
    TooLarge,
}

/// A PDF that can be read.
pub struct File {
    pdf: Pdf,
    trailer: Trailer,
    limits: Limits,
}

/// Opens a PDF.
///
/// # Errors
/// When it cannot be read at all.
pub fn open(bytes: &[u8]) -> Result<File, Unreadable> {
    File::open(bytes, Limits::default())
}

impl File {
    /// Opens a PDF within limits.
    ///
    /// # Errors
    /// When it cannot be read at all.
    pub fn open(bytes: &[u8], limits: Limits) -> Result<Self, Unreadable> {
        if bytes.len() > limits.file {
            return Err(Unreadable::TooLarge);
        }
        match Pdf::new(bytes.to_vec()) {
            Ok(pdf) => Ok(Self {
                trailer: Trailer::read(bytes),
                pdf,
                limits,
            }),
            Err(LoadPdfError::Decryption(_)) => Err(Unreadable::Encrypted),
            Err(LoadPdfError::Invalid) if header(bytes).is_some() => Err(Unreadable::Damaged),
            Err(LoadPdfError::Invalid) => Err(Unreadable::NoPdf),
        }
    }

    /// All its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.pdf.data().as_ref()
    }

    /// The version that its header names, in the header's own words: `1.6`. Empty when it has none.
    #[must_use]
    pub fn header_version(&self) -> String {
        let version = header(self.bytes()).unwrap_or_default();
        let said = version
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || **byte == b'.');
        said.take(8).map(|byte| char::from(*byte)).collect()
    }

    /// What the trailers say.
    #[must_use]
    pub const fn trailer(&self) -> &Trailer {
        &self.trailer
    }

    /// The catalog; empty when it cannot be read.
    #[must_use]
    pub fn catalog(&self) -> Dict<'_> {
        self.xref().get(self.xref().root_id()).unwrap_or_default()
    }

    /// The information dictionary; empty when there is none.
    #[must_use]
    pub fn info(&self) -> Dict<'_> {
        let info = self.trailer.info.and_then(|id| self.xref().get(id));
        info.unwrap_or_default()
    }

    /// The XMP metadata of the document.
    #[must_use]
    pub fn xmp(&self) -> Option<Vec<u8>> {
        let stream: Stream<'_> = self.catalog().get("Metadata")?;
        self.unpacked(&stream)
    }

    /// Whether it is encrypted, even if it opens without a password.
    #[must_use]
    pub const fn is_encrypted(&self) -> bool {
        self.trailer.encrypted
    }

    /// All pages, or as many as the limits allow.
    #[must_use]
    pub fn pages(&self) -> Vec<Page<'_>> {
        let pages = self.pdf.pages().iter().take(self.limits.pages);
        pages
            .enumerate()
            .map(|(index, page)| Page::new(index, page))
            .collect()
    }

    /// How many pages there are, those beyond the limits included.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pdf.pages().len()
    }

    /// Every object that is one of its own, in the order in which they stand in the file, or as many as the limits allow.
    pub fn objects(&self) -> impl Iterator<Item = Object<'_>> {
        self.pdf.objects().into_iter().take(self.limits.objects)
    }

    /// What references lead through.
    #[must_use]
    pub fn xref(&self) -> &XRef {
        self.pdf.xref()
    }

    /// What a stream holds; none when it is damaged or would be larger than the limits allow.
    #[must_use]
    pub fn unpacked(&self, stream: &Stream<'_>) -> Option<Vec<u8>> {
        unpack(stream, self.limits.stream)
    }

    /// The limits within which it is read.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }
}

/// What follows the words that begin a PDF.
fn header(bytes: &[u8]) -> Option<&[u8]> {
    const BEGIN: &[u8] = b"%PDF-";
    let head = bytes.get(..HEADER_WITHIN).unwrap_or(bytes);
    let at = head.windows(BEGIN.len()).position(|window| window == BEGIN)?;
    bytes.get(at + BEGIN.len()..)
}
