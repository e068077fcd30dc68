//! The file being written: pdf-writer's buffer, the numbers of its objects, and compression that is the same everywhere.

use pdf_writer::{Filter, Pdf, Ref, Settings};

use super::profile::Profile;

/// The file being written.
pub(super) struct File {
    /// Its objects so far.
    pub(super) pdf: Pdf,
    next: i32,
}

impl File {
    /// A file of the profile's version, with the comment that tells transfer programs it is binary (ISO 19005-2, 6.1.2).
    pub(super) fn new(profile: &Profile) -> Self {
        let mut pdf = Pdf::with_settings(Settings { pretty: false });
        pdf.set_version(profile.version.0, profile.version.1);
        pdf.set_binary_marker(b"\xE2\xE3\xCF\xD3");
        Self { pdf, next: 1 }
    }

    /// A number for an object that will be written.
    pub(super) fn reference(&mut self) -> Ref {
        let reference = Ref::new(self.next);
        self.next += 1;
        reference
    }

    /// Numbers for so many objects.
    pub(super) fn references(&mut self, count: usize) -> Vec<Ref> {
        (0..count).map(|_| self.reference()).collect()
    }

    /// Writes a compressed stream without further keys.
    pub(super) fn stream(&mut self, id: Ref, bytes: &[u8]) {
        self.pdf
            .stream(id, &compressed(bytes))
            .filter(Filter::FlateDecode);
    }
}

/// Deflated with a zlib header, as small as it gets.
pub(super) fn compressed(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 9)
}

/// Deflated with a zlib header at a low level. The tables of an ICC profile hardly repeat themselves: for FOGRA39 level 4
/// takes a quarter of the time of level 9 and gives half a per cent less.
pub(super) fn compressed_table(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 4)
}

/// Deflated with a zlib header at a middling level: above it pictures take three times as long and get one part in a hundred smaller.
pub(super) fn compressed_picture(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6)
}
