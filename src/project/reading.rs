//! Reading a file whole: only an ordinary file, no larger than it may be, and the same from the first byte to the last. A file that somebody
//! saves or replaces at that moment would else be half old and half new.

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use crate::wording::text;
use crate::wording::{Lang, Text};

/// No text that people write is longer: the fullest stitched brochure holds half of it.
pub(super) const LONGEST_TEXT: u64 = 1 << 20;
/// No font, picture or profile is larger.
pub(super) const LARGEST_ASSET: u64 = 64 << 20;
/// All texts of a project together, which are kept while it is worked on: those of sixty-four of the fullest brochures.
pub(super) const MOST_TEXT: usize = 64 << 20;

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// It is not there.
    Missing,
    /// A folder stands there, or something else that is no file: a device, a pipe.
    NoFile,
    /// It is larger than anything of its kind; holds the limit in bytes.
    TooLarge(u64),
    /// With it, the texts of the project are more than is kept; holds the limit in bytes.
    TooMuch(u64),
    /// It is no UTF-8; holds the first line that is not.
    NotText(usize),
    /// It would lie outside the project folder.
    Outside,
    /// Its name holds a backslash or a control character.
    NoName,
    /// It was changed or replaced while it was read.
    Changed,
    /// The system refuses.
    Refused(io::Error),
}

impl ReadError {
    /// Why, as a phrase.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Missing => text!("there is no such file", "es gibt keine solche Datei"),
            Self::NoFile => text!(
                "a folder stands there, or something else that is no file",
                "dort steht ein Ordner oder etwas anderes, das keine Datei ist"
            ),
            Self::TooLarge(limit) => {
                let most = limit >> 20;
                text!("it is larger than {most} MiB", "sie ist größer als {most} MiB")
            }
            Self::TooMuch(limit) => {
                let most = limit >> 20;
                text!(
                    "with it, the texts of the project are more than {most} MiB",
                    "mit ihr haben die Texte des Projekts mehr als {most} MiB"
                )
            }
            Self::NotText(line) => text!("line {line} is not UTF-8", "Zeile {line} ist nicht in UTF-8"),
            Self::Outside => text!(
                "it lies outside the project folder",
                "die Datei liegt außerhalb des Projektordners"
            ),
            Self::NoName => text!(
                "its name holds a backslash or a control character; folders are divided by `/`",
                "ihr Name enthält einen umgekehrten Schrägstrich oder ein Steuerzeichen; Ordner trennt `/`"
            ),
            Self::Changed => text!(
                "it was changed while it was read; try again when nothing writes to it any more",
                "sie wurde beim Lesen verändert; noch einmal versuchen, wenn nichts mehr in sie schreibt"
            ),
            Self::Refused(error) => super::by_the_system(error),
        }
    }

    /// What to do about it, where the same helps for every file.
    #[must_use]
    pub fn help(&self) -> Option<Text> {
        match self {
            Self::NotText(_) => Some(text!(
                "save it in the encoding UTF-8",
                "sie in der Zeichenkodierung UTF-8 speichern"
            )),
            Self::Outside => Some(text!(
                "copy it into the project, or allow its folder by name in `faltwerk.toml`: under `[paths]`, `allow = [\"../common\"]`",
                "die Datei in das Projekt kopieren oder ihren Ordner in `faltwerk.toml` namentlich erlauben: unter `[paths]`, `allow = [\"../gemeinsam\"]`"
            )),
            _ => None,
        }
    }

    /// Whether another name may be meant.
    #[must_use]
    pub const fn is_about_the_name(&self) -> bool {
        matches!(self, Self::Missing | Self::NoFile | Self::NoName)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.text().in_lang(Lang::English))
    }
}

/// An error of the system as one of ours.
pub(super) fn refused(error: io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadError::Missing,
        _ => ReadError::Refused(error),
    }
}

/// Reads a file of at most so many bytes, by its place below a folder, both without symbolic links.
pub(super) fn whole(root: &Path, inside: &Path, most: u64) -> Result<Arc<[u8]>, ReadError> {
    whole_with(root, inside, most, || ())
}

/// The same; `meanwhile` runs when half of the file was read.
fn whole_with(
    root: &Path,
    inside: &Path,
    most: u64,
    meanwhile: impl FnOnce(),
) -> Result<Arc<[u8]>, ReadError> {
    let mut file = open(root, inside).map_err(|error| match error.kind() {
        // It was found a moment ago, and on its way there was no link.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadError::Changed,
        _ => ReadError::Refused(error),
    })?;
    let before = stamp(&file.metadata().map_err(ReadError::Refused)?)?;
    if before.length > most {
        return Err(ReadError::TooLarge(most));
    }
    // Read straight to where it stays: fonts are the largest things that a build touches.
    let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, before.length as usize).collect();
    if let Some(bytes) = Arc::get_mut(&mut bytes) {
        let (first, second) = bytes.split_at_mut(bytes.len() / 2);
        fill(&mut file, first)?;
        meanwhile();
        fill(&mut file, second)?;
    }
    let after = stamp(&file.metadata().map_err(ReadError::Refused)?)?;
    let there = fs::symlink_metadata(root.join(inside));
    let still_there =
        there.is_ok_and(|there| stamp(&there).is_ok_and(|there| there.identity == before.identity));
    if after == before && still_there {
        Ok(bytes)
    } else {
        Err(ReadError::Changed)
    }
}

fn fill(file: &mut File, bytes: &mut [u8]) -> Result<(), ReadError> {
    file.read_exact(bytes).map_err(|error| match error.kind() {
        // Somebody made it shorter.
        io::ErrorKind::UnexpectedEof => ReadError::Changed,
        _ => ReadError::Refused(error),
    })
}

/// The text of a file's bytes, without a byte order mark, which is no part of it.
pub(super) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        ReadError::NotText(good.iter().filter(|byte| **byte == b'\n').count() + 1)
    })?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// What is the same of a file as long as nobody writes to it.
#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    identity: (u64, u64),
    length: u64,
    modified: Option<SystemTime>,
}

/// The stamp of an ordinary file; an error for folders, pipes and devices.
fn stamp(about: &Metadata) -> Result<Stamp, ReadError> {
    if !about.is_file() {
        return Err(ReadError::NoFile);
    }
    Ok(Stamp {
        identity: identity(about),
        length: about.len(),
        modified: about.modified().ok(),
    })
}

/// Device and number of a file: what it is, whatever it is called.
#[cfg(unix)]
fn identity(about: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (about.dev(), about.ino())
}

/// Where the system does not tell that of a path, length and time have to do.
#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}

/// Opens a file, folder by folder. None of them may have become a link since it was looked at, so what is opened lies below the root,
/// whatever is moved about meanwhile; and a pipe that took the file's place is not waited for.
#[cfg(unix)]
fn open(root: &Path, inside: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, openat};
    use rustix::io::Errno;
    let usual = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
    let mut here = File::open(root)?;
    let mut parts = inside.components().peekable();
    while let Some(part) = parts.next() {
        let kind = if parts.peek().is_some() {
            OFlags::DIRECTORY
        } else {
            OFlags::NONBLOCK
        };
        let opened = openat(&here, part.as_os_str(), usual | kind, Mode::empty());
        here = opened
            .map_err(|error| match error {
                // A link stands there now; what was there does not.
                Errno::LOOP => io::ErrorKind::NotFound.into(),
                error => io::Error::from(error),
            })?
            .into();
    }
    Ok(here)
}

#[cfg(not(unix))]
fn open(root: &Path, inside: &Path) -> io::Result<File> {
    File::open(root.join(inside))
}

#[cfg(test)]
mod tests;
