//! The folder on disk: `content/ templates/ fonts/ output/`. Reads files, bounded in size, and writes them whole or not at all. This is
//! the only module of the library that touches the disk or the environment, and it does not interpret what it reads.
#![allow(
    clippy::disallowed_methods,
    reason = "this is the module that may read and write"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::source::{SourceId, Sources};
use crate::wording::{Text, text};

/// A project folder, and the text of what was read from it.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    /// The same without symbolic links: what is read lies below it.
    true_root: PathBuf,
    /// Files that the program itself brings, by their paths; they go before those on disk.
    brought: BTreeMap<String, String>,
    /// The files that people wrote, as far as they were read.
    pub sources: Sources,
}

/// No text that people write is longer: the fullest stitched brochure holds half of it.
const LONGEST_TEXT: u64 = 1 << 20;
/// No font or profile is larger.
const LARGEST_ASSET: u64 = 64 << 20;
/// The last second of the year 9999, the last that a PDF can write.
const LAST_SECOND: i64 = 253_402_300_799;
/// Folders are searched so deep.
const DEEPEST_FOLDER: usize = 6;

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// It is not there.
    Missing,
    /// It is larger than anything of its kind; holds the limit in bytes.
    TooLarge(u64),
    /// It is no UTF-8; holds the first line that is not.
    NotText(usize),
    /// It would lie outside the project folder.
    Outside,
    /// The system refuses.
    Refused(io::Error),
}

/// As a phrase about the file.
impl From<&ReadError> for Text {
    fn from(error: &ReadError) -> Self {
        match error {
            ReadError::Missing => text!("there is no such file", "diese Datei gibt es nicht"),
            ReadError::TooLarge(limit) => {
                let most = limit >> 20;
                text!(
                    "it is larger than {most} MiB",
                    "die Datei ist größer als {most} MiB"
                )
            }
            ReadError::NotText(line) => text!("line {line} is not UTF-8", "Zeile {line} ist kein UTF-8"),
            ReadError::Outside => text!(
                "it lies outside the project folder",
                "die Datei liegt außerhalb des Projektordners"
            ),
            ReadError::Refused(error) => by_the_system(error),
        }
    }
}

/// Why the system refuses: what it says itself, and in German the commonest reasons in words.
fn by_the_system(error: &io::Error) -> Text {
    let reason = match error.kind() {
        io::ErrorKind::PermissionDenied => "die Berechtigung fehlt",
        io::ErrorKind::StorageFull => "der Datenträger ist voll",
        io::ErrorKind::ReadOnlyFilesystem => "der Datenträger ist schreibgeschützt",
        _ => "das Betriebssystem verweigert es",
    };
    Text::new(error.to_string(), format!("{reason} ({error})"))
}

impl Project {
    /// A project in that folder.
    ///
    /// # Errors
    /// When there is no such folder; with why, as a phrase.
    pub fn open(root: &Path) -> Result<Self, Text> {
        let there = fs::metadata(root).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => text!("there is no such folder", "diesen Ordner gibt es nicht"),
            _ => by_the_system(&error),
        })?;
        if there.is_dir() {
            Ok(Self {
                root: root.to_owned(),
                true_root: fs::canonicalize(root).map_err(|error| by_the_system(&error))?,
                brought: BTreeMap::new(),
                sources: Sources::default(),
            })
        } else {
            Err(text!("it is a file", "es ist eine Datei"))
        }
    }

    /// The same folder, with files in it that the program itself brings: path and text of each. They are on no disk, and go before any of
    /// the same path that are.
    #[must_use]
    pub fn with(&self, files: impl IntoIterator<Item = (String, String)>) -> Self {
        Self {
            root: self.root.clone(),
            true_root: self.true_root.clone(),
            brought: files.into_iter().collect(),
            sources: Sources::default(),
        }
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads a text that people wrote, by its path from the project folder with forward slashes.
    ///
    /// # Errors
    /// When it is missing, too large, no text, outside the folder, or the system refuses.
    pub fn read_text(&mut self, path: &str) -> Result<SourceId, ReadError> {
        if let Some(text) = self.brought.get(path) {
            return Ok(self.sources.add(path, text));
        }
        let (file, _) = self.open_inside(path)?;
        let mut bytes = Vec::new();
        file.take(LONGEST_TEXT + 1)
            .read_to_end(&mut bytes)
            .map_err(refused)?;
        if bytes.len() as u64 > LONGEST_TEXT {
            return Err(ReadError::TooLarge(LONGEST_TEXT));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            ReadError::NotText(good.iter().filter(|byte| **byte == b'\n').count() + 1)
        })?;
        // A byte order mark is no part of the text.
        Ok(self
            .sources
            .add(path, text.strip_prefix('\u{FEFF}').unwrap_or(&text)))
    }

    /// Reads a font, a picture or a profile.
    ///
    /// # Errors
    /// As [`Self::read_text`].
    pub fn read_asset(&self, path: &str) -> Result<Arc<[u8]>, ReadError> {
        let (mut file, length) = self.open_inside(path)?;
        if length > LARGEST_ASSET {
            return Err(ReadError::TooLarge(LARGEST_ASSET));
        }
        // Read straight to where it stays: fonts are the largest things that a build touches.
        let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, length as usize).collect();
        if let Some(bytes) = Arc::get_mut(&mut bytes) {
            file.read_exact(bytes).map_err(refused)?;
        }
        Ok(bytes)
    }

    /// Opens a file of the project; gives its length, too.
    fn open_inside(&self, path: &str) -> Result<(fs::File, u64), ReadError> {
        let inside = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !inside {
            return Err(ReadError::Outside);
        }
        // A symbolic link may lead elsewhere in the project, but not out of it: a project is read whole from its folder.
        let full = fs::canonicalize(self.root.join(path)).map_err(refused)?;
        if !full.starts_with(&self.true_root) {
            return Err(ReadError::Outside);
        }
        let about = fs::metadata(&full).map_err(refused)?;
        if !about.is_file() {
            return Err(ReadError::Missing);
        }
        Ok((fs::File::open(full).map_err(refused)?, about.len()))
    }

    /// The files below a folder of the project whose names end in one of `endings` (without the dot, in any case), sorted by path.
    /// A folder that is missing holds none; folders behind symbolic links are not entered, since links may go round in circles.
    #[must_use]
    pub fn files(&self, folder: &str, endings: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        collect(
            &self.root.join(folder),
            folder,
            endings,
            DEEPEST_FOLDER,
            &mut found,
        );
        found.sort_unstable();
        found
    }

    /// Writes a file whole or not at all: into a temporary file beside it, which then takes its name. A relative folder is meant
    /// from the project folder.
    ///
    /// # Errors
    /// When the system refuses, with why, as a phrase; what stood there before is then untouched.
    pub fn write(&self, folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Text> {
        let target = self.root.join(folder).join(name);
        // A document in a folder of its own, `north/flyer`, gets one in the output too.
        let folder = target.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                text!(
                    "a file stands where its folder should be",
                    "eine Datei steht dort, wo ihr Ordner sein soll"
                )
            }
            _ => by_the_system(&error),
        })?;
        if target.is_dir() {
            return Err(text!(
                "a folder of this name stands there",
                "dort steht ein Ordner dieses Namens"
            ));
        }
        replace(folder, &target, bytes).map_err(|error| by_the_system(&error))
    }

    /// A variable of the surroundings; none when it is not set, or is no text.
    #[must_use]
    pub fn variable(name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    /// The date that the surroundings ask for, in seconds since 1970: `SOURCE_DATE_EPOCH`, as reproducible-builds.org has it. None when it
    /// is not set, or empty.
    ///
    /// # Errors
    /// With what is written there, when it is no such number: whoever set it counts on it.
    pub fn source_date_epoch() -> Result<Option<i64>, String> {
        let Some(written) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|written| !written.is_empty())
        else {
            return Ok(None);
        };
        let written = written.to_string_lossy().into_owned();
        match written.trim().parse() {
            Ok(seconds) if (0..=LAST_SECOND).contains(&seconds) => Ok(Some(seconds)),
            _ => Err(written),
        }
    }
}

/// Writes a file beside its target, and gives it the target's name when it is whole.
fn replace(folder: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new()
        .prefix(".faltwerk-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    // Or a power cut right after could leave an empty file under the good one's name. Half a millisecond buys that off.
    file.as_file().sync_all()?;
    set_ordinary_permissions(file.as_file())?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

fn refused(error: io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadError::Missing,
        _ => ReadError::Refused(error),
    }
}

fn collect(folder: &Path, shown: &str, endings: &[&str], depth: usize, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let Ok(kind) = fs::metadata(entry.path()) else {
            continue;
        };
        let shown = format!("{shown}/{name}");
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if kind.is_dir() && !is_link && depth > 0 {
            collect(&entry.path(), &shown, endings, depth - 1, found);
        } else if kind.is_file() && !name.starts_with('.') {
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            if endings.iter().any(|wanted| wanted.eq_ignore_ascii_case(ending)) {
                found.push(shown);
            }
        }
    }
}

/// A temporary file is private to its owner; a product is for everybody.
#[cfg(unix)]
fn set_ordinary_permissions(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_ordinary_permissions(_: &fs::File) -> io::Result<()> {
    Ok(())
}
