//! The folder on disk: `content/ templates/ fonts/ output/`. Reads files, bounded in size, and writes them whole or not at all. This is
//! the only module of the library that touches the disk or the environment, and it does not interpret what it reads.
//!
//! What is read lies in the project's folder (`place`), is a file of its own and stands still while it is read (`reading`); what is written
//! lies in the folder of products and takes the place of what was there in one step (`writing`).
#![allow(
    clippy::disallowed_methods,
    reason = "this is the module that may read and write"
)]

mod listing;
mod place;
mod reading;
mod turn;
mod writing;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::source::{SourceId, Sources};
use crate::wording::{Text, text};

pub use place::NotAllowed;
pub use reading::ReadError;
pub use writing::WriteError;

/// A project folder, and the text of what was read from it.
#[derive(Debug)]
pub struct Project {
    /// None when the project is only in memory.
    folder: Option<Folder>,
    /// Files that the program itself brings, by their paths; they go before those on disk.
    brought: BTreeMap<String, Arc<[u8]>>,
    /// The files that people wrote, as far as they were read.
    pub sources: Sources,
}

/// A folder on disk.
#[derive(Clone, Debug)]
struct Folder {
    root: PathBuf,
    /// The same without symbolic links: what is read lies below it.
    true_root: PathBuf,
    /// Folders outside of it that files may be read from, too, without symbolic links.
    allowed: Vec<PathBuf>,
}

/// The last second of the year 9999, the last that a PDF can write.
const LAST_SECOND: i64 = 253_402_300_799;

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
                folder: Some(Folder {
                    root: root.to_owned(),
                    true_root: fs::canonicalize(root).map_err(|error| by_the_system(&error))?,
                    allowed: Vec::new(),
                }),
                brought: BTreeMap::new(),
                sources: Sources::default(),
            })
        } else {
            Err(text!("it is a file", "es ist eine Datei"))
        }
    }

    /// A project of files that are on no disk: path and bytes of each. Nothing else is in it, and nothing can be written to it.
    #[must_use]
    pub fn in_memory(files: impl IntoIterator<Item = (String, Arc<[u8]>)>) -> Self {
        Self {
            folder: None,
            brought: files.into_iter().collect(),
            sources: Sources::default(),
        }
    }

    /// The same folder, with files in it that the program itself brings: path and text of each. They are on no disk, and go before any of
    /// the same path that are.
    #[must_use]
    pub fn with(&self, files: impl IntoIterator<Item = (String, String)>) -> Self {
        let texts = files
            .into_iter()
            .map(|(path, text)| (path, text.into_bytes().into()));
        Self {
            folder: self.folder.clone(),
            brought: texts.collect(),
            sources: Sources::default(),
        }
    }

    /// The folder; empty when the project is only in memory.
    #[must_use]
    pub fn root(&self) -> &Path {
        self.folder
            .as_ref()
            .map_or(Path::new(""), |folder| folder.root.as_path())
    }

    /// Reads a text that people wrote, by its path from the project folder with forward slashes.
    ///
    /// # Errors
    /// When it is missing, too large, no text, outside the folder, changed while it is read, or the system refuses.
    pub fn read_text(&mut self, path: &str) -> Result<SourceId, ReadError> {
        let bytes = self.bytes(path, reading::LONGEST_TEXT)?;
        let text = reading::text(&bytes)?;
        if self.sources.bytes() + text.len() > reading::MOST_TEXT {
            return Err(ReadError::TooMuch(reading::MOST_TEXT as u64));
        }
        Ok(self.sources.add(path, text))
    }

    /// Reads a font, a picture or a profile.
    ///
    /// # Errors
    /// As [`Self::read_text`].
    pub fn read_asset(&self, path: &str) -> Result<Arc<[u8]>, ReadError> {
        self.bytes(path, reading::LARGEST_ASSET)
    }

    fn bytes(&self, path: &str, most: u64) -> Result<Arc<[u8]>, ReadError> {
        if let Some(bytes) = self.brought.get(path) {
            return if bytes.len() as u64 > most {
                Err(ReadError::TooLarge(most))
            } else {
                Ok(Arc::clone(bytes))
            };
        }
        let allowed = self
            .folder
            .as_ref()
            .map_or(&[][..], |folder| folder.allowed.as_slice());
        place::check_name_to_read(path, !allowed.is_empty())?;
        let folder = self.folder.as_ref().ok_or(ReadError::Missing)?;
        let (root, inside) = place::find(&folder.true_root, allowed, path)?;
        reading::whole(root, &inside, most)
    }

    /// Says from which folders outside of the project files may be read, too, and no others: each absolute, or from the project folder. Gives
    /// what each of them comes to, in their order; those with an error are not allowed.
    pub fn allow<'a>(&mut self, folders: impl IntoIterator<Item = &'a str>) -> Vec<Result<(), NotAllowed>> {
        let Some(folder) = &mut self.folder else {
            return Vec::new();
        };
        folder.allowed.clear();
        let mut outcomes = Vec::new();
        for named in folders {
            let outcome = place::allow(&folder.true_root, named);
            outcomes.push(outcome.map(|there| folder.allowed.extend(there)));
        }
        outcomes
    }

    /// The path of a file that is named as lying in `folder` of the project: below that, unless its name is absolute or begins with `../`.
    /// Such a name is meant from the project folder, and can be read where that is allowed.
    #[must_use]
    pub fn path_of(folder: &str, name: &str) -> String {
        if name.starts_with("../") || Path::new(name).is_absolute() {
            name.to_owned()
        } else {
            format!("{folder}/{name}")
        }
    }

    /// The files below a folder of the project whose names end in one of `endings` (without the dot, in any case), sorted by path.
    /// A folder that is missing holds none; folders behind symbolic links are not entered, since links may go round in circles.
    #[must_use]
    pub fn files(&self, folder: &str, endings: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(Folder { root, .. }) = &self.folder {
            listing::collect(&root.join(folder), folder, endings, &mut found);
        }
        let inside = |path: &&String| {
            path.strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
        };
        let brought = self.brought.keys().filter(inside);
        found.extend(brought.filter(|path| listing::has_ending(path, endings)).cloned());
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Writes files together: all of them are written beside those that they replace first, and only when that went well do they take
    /// their names, one right after the other. So whenever the program is stopped, every file is the old one or the new one, whole; a file
    /// that cannot be written leaves all of them old. `out` is meant from the project folder unless it is absolute; a name may begin with
    /// folders, `north/flyer.screen.pdf`, and leads nowhere but below `out`.
    ///
    /// # Errors
    /// When the system refuses, or a name or a link leads out of where it may.
    pub fn write(&self, out: &Path, files: &[(&str, &[u8])]) -> Result<(), WriteError> {
        writing::together(self.folder.as_ref(), out, files)
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
