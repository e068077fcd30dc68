//! Writing files whole and together. Each is written to an unfinished file beside the one that it replaces, then all take their names.
//!
//! What holds: whenever the program is killed, the machine loses power or the disk is full, each file is the old one or the new one, whole.
//! What does not: between the first file that takes its name and the last, a few microseconds, some are new and some are old. No system
//! replaces several files in one step.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::turn::{LETTERS, PREFIX, SUFFIX, Turn};
use super::{Folder, place};
use crate::wording::Text;
use crate::wording::text;

/// Why files could not be written.
#[derive(Debug)]
pub struct WriteError {
    /// The file at which it failed.
    pub name: String,
    /// Why, as a phrase.
    pub reason: Text,
    /// What has its new content already; all others are as they were.
    pub replaced: Vec<String>,
}

/// Writes files into `out`, each by its name.
pub(super) fn together(
    project: Option<&Folder>,
    out: &Path,
    files: &[(&str, &[u8])],
) -> Result<(), WriteError> {
    let mut turns = BTreeMap::new();
    let mut written = Vec::new();
    for (name, bytes) in files {
        let unfinished = prepare(project, out, name, &mut turns).and_then(|target| {
            let file = unfinished(&target, bytes)?;
            Ok((file, target))
        });
        let (file, target) = unfinished.map_err(|reason| WriteError {
            name: (*name).to_owned(),
            reason,
            replaced: Vec::new(),
        })?;
        written.push((*name, file, target));
    }
    let mut replaced = Vec::new();
    for (name, file, target) in written {
        if let Err(error) = file.persist(&target) {
            return Err(WriteError {
                name: name.to_owned(),
                reason: refused(error.error),
                replaced,
            });
        }
        replaced.push(name.to_owned());
    }
    for folder in turns.keys() {
        keep(folder);
    }
    Ok(())
}

/// Where a file is to stand; its folder is there afterwards, and a turn taken in it.
fn prepare(
    project: Option<&Folder>,
    out: &Path,
    name: &str,
    turns: &mut BTreeMap<PathBuf, Turn>,
) -> Result<PathBuf, Text> {
    let project = project.ok_or_else(|| {
        text!(
            "this project is in memory only",
            "dieses Projekt liegt nur im Speicher"
        )
    })?;
    place::check_name(name).map_err(|_| {
        text!(
            "its name leads out of the folder of products",
            "sein Name führt aus dem Ordner der Erzeugnisse hinaus"
        )
    })?;
    let true_out = create(&project.root.join(out))?;
    // Whoever names a folder outside of the project means it. A link in the project was perhaps never seen by who builds it.
    if !place::leads_out(out) && !true_out.starts_with(&project.true_root) {
        let there = true_out.display();
        return Err(text!(
            "a link leads out of the project folder; if that is meant, name the folder it leads to: `--out {there}`",
            "eine Verknüpfung führt aus dem Projektordner hinaus; ist das gewollt, den Ordner nennen, in den sie führt: `--out {there}`"
        ));
    }
    // A document in a folder of its own, `north/flyer`, gets one in the output too.
    let target = true_out.join(name);
    let folder = create(target.parent().unwrap_or(&true_out))?;
    if !folder.starts_with(&true_out) {
        return Err(text!(
            "a link leads out of the folder of products",
            "eine Verknüpfung führt aus dem Ordner der Erzeugnisse hinaus"
        ));
    }
    if target.is_dir() {
        return Err(text!(
            "a folder of this name stands there",
            "dort steht ein Ordner dieses Namens"
        ));
    }
    turns
        .entry(folder)
        .or_insert_with_key(|folder| Turn::take(folder));
    Ok(target)
}

/// Makes a folder where there is none; gives it without symbolic links.
fn create(folder: &Path) -> Result<PathBuf, Text> {
    fs::create_dir_all(folder).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => text!(
            "a file stands where its folder should be",
            "wo sein Ordner sein sollte, steht eine Datei"
        ),
        _ => refused(error),
    })?;
    fs::canonicalize(folder).map_err(refused)
}

/// A whole file beside the one that it will replace.
fn unfinished(target: &Path, bytes: &[u8]) -> Result<NamedTempFile, Text> {
    let folder = target.parent().unwrap_or(target);
    let mut file = tempfile::Builder::new()
        .prefix(PREFIX)
        .suffix(SUFFIX)
        .rand_bytes(LETTERS)
        .tempfile_in(folder)
        .map_err(refused)?;
    fill(&mut file, bytes).map_err(refused)?;
    Ok(file)
}

fn fill(file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
    file.as_file_mut().write_all(bytes)?;
    // Or a power cut right after could leave an empty file under the good one's name. Half a millisecond buys that off.
    file.as_file().sync_all()?;
    set_ordinary_permissions(file.as_file())
}

/// What the system says, without the path of the unfinished file, which says nothing to anybody.
fn refused(error: io::Error) -> Text {
    let inner = error.get_ref().and_then(|inner| inner.source());
    let said = inner.map_or_else(|| error.to_string(), ToString::to_string);
    super::by_the_system(&io::Error::new(error.kind(), said))
}

/// Names are kept through a power cut, too, where the system can do that.
fn keep(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// An unfinished file is private to its owner; a product is for everybody.
#[cfg(unix)]
fn set_ordinary_permissions(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_ordinary_permissions(_: &fs::File) -> io::Result<()> {
    Ok(())
}
