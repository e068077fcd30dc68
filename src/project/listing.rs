//! Which files a folder holds.

use std::fs;
use std::path::Path;

/// Folders are searched so deep.
const DEEPEST_FOLDER: usize = 6;

/// The files below `folder`, which people know as `shown`.
pub(super) fn collect(folder: &Path, shown: &str, endings: &[&str], found: &mut Vec<String>) {
    collect_to(folder, shown, endings, DEEPEST_FOLDER, found);
}

fn collect_to(folder: &Path, shown: &str, endings: &[&str], depth: usize, found: &mut Vec<String>) {
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
            collect_to(&entry.path(), &shown, endings, depth - 1, found);
        } else if kind.is_file() && !name.starts_with('.') && has_ending(&name, endings) {
            found.push(shown);
        }
    }
}

/// Whether a name ends so, in any case.
pub(super) fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    endings.iter().any(|wanted| wanted.eq_ignore_ascii_case(ending))
}
