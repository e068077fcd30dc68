//! The folder on disk: `content/ templates/ fonts/ output/`. Reads files, bounded in size, and writes them whole or not at all. This is
//! the only module of the library that touches the disk or the environment, and it does not interpret what it reads.
#![allow(
    clippy::disallowed_methods,
    reason = "this is the module that may read and write"
)]

use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::source::{SourceId, Sources};

/// A project folder, and the text of what was read from it.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    /// The same without symbolic links: what is read lies below it.
    true_root: PathBuf,
    /// The files that people wrote, as far as they were read.
    pub sources: Sources,
}

/// No text that people write is longer: the fullest stitched brochure holds half of it.
const LONGEST_TEXT: u64 = 1 << 20;
/// No font or profile is larger.
const LARGEST_ASSET: u64 = 64 << 20;
/// Folders are searched so deep.
const DEEPEST_FOLDER: usize = 6;

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// It is not there.
    Missing,
    /// It is larger than anything of its kind; holds the limit in bytes.
    TooLarge(u64),
    /// It is no UTF-8.
    NotText,
    /// It would lie outside the project folder.
    Outside,
    /// The system refuses.
    Refused(io::Error),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => write!(f, "there is no such file"),
            Self::TooLarge(limit) => write!(f, "it is larger than {} MiB", limit >> 20),
            Self::NotText => write!(f, "it is not UTF-8 text"),
            Self::Outside => write!(f, "it lies outside the project folder"),
            Self::Refused(error) => write!(f, "{error}"),
        }
    }
}

impl Project {
    /// A project in that folder.
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn open(root: &Path) -> io::Result<Self> {
        if fs::metadata(root)?.is_dir() {
            Ok(Self {
                root: root.to_owned(),
                true_root: fs::canonicalize(root)?,
                sources: Sources::default(),
            })
        } else {
            Err(io::Error::new(io::ErrorKind::NotADirectory, "it is a file"))
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
        let bytes = self.read_bounded(path, LONGEST_TEXT)?;
        let text = String::from_utf8(bytes).map_err(|_| ReadError::NotText)?;
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
        self.read_bounded(path, LARGEST_ASSET).map(Arc::from)
    }

    fn read_bounded(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let inside = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !inside {
            return Err(ReadError::Outside);
        }
        let refused = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidInput => {
                ReadError::Missing
            }
            _ => ReadError::Refused(error),
        };
        // A symbolic link may lead elsewhere in the project, but not out of it: a project is read whole from its folder.
        let full = fs::canonicalize(self.root.join(path)).map_err(refused)?;
        if !full.starts_with(&self.true_root) {
            return Err(ReadError::Outside);
        }
        if !fs::metadata(&full).map_err(refused)?.is_file() {
            return Err(ReadError::Missing);
        }
        let mut bytes = Vec::new();
        let file = fs::File::open(full).map_err(refused)?;
        file.take(limit + 1).read_to_end(&mut bytes).map_err(refused)?;
        if bytes.len() as u64 > limit {
            Err(ReadError::TooLarge(limit))
        } else {
            Ok(bytes)
        }
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
    /// When the system refuses; what stood there before is then untouched.
    pub fn write(&self, folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
        let target = self.root.join(folder).join(name);
        // A document in a folder of its own, `north/flyer`, gets one in the output too.
        let folder = target.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder)?;
        let mut file = tempfile::Builder::new()
            .prefix(".faltwerk-")
            .tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        set_ordinary_permissions(file.as_file())?;
        file.persist(&target).map_err(|error| error.error)?;
        Ok(())
    }

    /// The date that the surroundings ask for, in seconds since 1970: `SOURCE_DATE_EPOCH`, as reproducible-builds.org has it.
    #[must_use]
    pub fn source_date_epoch() -> Option<i64> {
        std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()
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
