//! The zip file. What is in it is compressed already, so it is only stored; the date is the job's, so the same job gives the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::wording::Text;

/// Puts files into a zip file, each by its path in it, all of one date, in seconds since 1970.
///
/// # Errors
/// When there is more than a zip file can hold; holds the reason.
pub fn zip(files: &[(String, Vec<u8>)], date: i64) -> Result<Vec<u8>, Text> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(dated(date))
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer
            .start_file(path.as_str(), options)
            .map_err(|error| Text::verbatim(error.to_string()))?;
        writer
            .write_all(bytes)
            .map_err(|error| Text::verbatim(error.to_string()))?;
    }
    let written = writer
        .finish()
        .map_err(|error| Text::verbatim(error.to_string()))?;
    Ok(written.into_inner())
}

/// A date as zip files have it: from 1980 to 2107, the first of these where it lies before them.
fn dated(seconds: i64) -> DateTime {
    let date = super::gather::civil(seconds);
    let small = |number: i8| number.unsigned_abs();
    DateTime::from_date_and_time(
        date.year().unsigned_abs(),
        small(date.month()),
        small(date.day()),
        small(date.hour()),
        small(date.minute()),
        small(date.second()),
    )
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::zip;

    fn files() -> Vec<(String, Vec<u8>)> {
        vec![
            ("job/a.txt".to_owned(), b"first".to_vec()),
            ("job/b.bin".to_owned(), vec![0; 70_000]),
        ]
    }

    #[test]
    fn what_goes_in_comes_out() {
        let bytes = zip(&files(), 1_764_547_200).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), 2);
        for (path, held) in files() {
            let mut entry = archive.by_name(&path).unwrap();
            let mut read = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut read).unwrap();
            assert_eq!(read, held);
            let date = entry.last_modified().unwrap();
            assert_eq!((date.year(), date.month(), date.day()), (2025, 12, 1));
        }
    }

    #[test]
    fn the_same_job_gives_the_same_bytes_and_no_date_is_too_early() {
        assert_eq!(zip(&files(), 0), zip(&files(), 0));
        assert_eq!(zip(&files(), 0), zip(&files(), -1));
        assert!(zip(&[], i64::MAX).is_ok());
    }
}
