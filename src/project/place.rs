//! Where a file may lie: below the project's folder, by its name and by what the name leads to. Names come from files that anybody may have
//! written, so none of them leads out of the folder, neither by itself (`../`, `/etc`, `C:\`) nor through a symbolic link, but into a folder
//! that the project names as allowed.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::reading::{ReadError, refused};

/// A name with forward slashes that leads downwards only. A backslash divides folders on Windows and nowhere else, so a project that holds
/// one means different files on different machines; no system has names with control characters that are meant.
pub(super) fn check_name(path: &str) -> Result<(), ReadError> {
    if path.chars().any(|c| c == '\\' || c.is_control()) {
        return Err(ReadError::NoName);
    }
    let leads_down = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if leads_down {
        Ok(())
    } else {
        Err(ReadError::Outside)
    }
}

/// A name of a file to be read. It leads downwards only, unless folders outside are allowed: then it may be absolute or begin with `../`, and
/// leads downwards from there. A `..` further on could undo what was allowed.
pub(super) fn check_name_to_read(path: &str, is_outside_allowed: bool) -> Result<(), ReadError> {
    let checked = check_name(path);
    if !is_outside_allowed || !matches!(checked, Err(ReadError::Outside)) {
        return checked;
    }
    let begins = |part: &Component<'_>| !matches!(part, Component::Normal(_) | Component::CurDir);
    let rest = Path::new(path).components().skip_while(begins);
    let mut rest = rest.peekable();
    if rest.peek().is_some() && rest.all(|part| matches!(part, Component::Normal(_))) {
        Ok(())
    } else {
        Err(ReadError::Outside)
    }
}

/// Where a file truly is: the folder that it may be read from, the project's or one that is allowed, and its place below that, both without
/// symbolic links. A link may lead elsewhere in these folders, but not out of them.
pub(super) fn find<'f>(
    true_root: &'f Path,
    allowed: &'f [PathBuf],
    path: &str,
) -> Result<(&'f Path, PathBuf), ReadError> {
    let full = true_root.join(path);
    let full = fs::canonicalize(&full).map_err(|error| match refused(error) {
        // What is there or not outside of all these folders is nobody's business.
        ReadError::Missing if leads_out(Path::new(path)) && !may_be_in(allowed, &full) => ReadError::Outside,
        error => error,
    })?;
    let mut roots = std::iter::once(true_root).chain(allowed.iter().map(PathBuf::as_path));
    roots
        .find_map(|root| Some((root, full.strip_prefix(root).ok()?.to_owned())))
        .ok_or(ReadError::Outside)
}

/// Whether the folder of a file that is not there is an allowed one, or below one.
fn may_be_in(allowed: &[PathBuf], file: &Path) -> bool {
    let folder = file
        .ancestors()
        .skip(1)
        .find_map(|folder| fs::canonicalize(folder).ok());
    folder.is_some_and(|folder| allowed.iter().any(|root| folder.starts_with(root)))
}

/// Why a folder cannot be allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAllowed {
    /// It is not there, or is no folder.
    Missing,
    /// It holds the project, so everything beside the project would be allowed.
    HoldsProject,
    /// It is a link in the project that leads out of it; holds where to.
    Link(PathBuf),
    /// Its name holds a backslash or a control character.
    NoName,
}

/// The true place of a folder outside of the project that files may be read from; none when it lies in the project, where that goes without
/// saying.
pub(super) fn allow(true_root: &Path, folder: &str) -> Result<Option<PathBuf>, NotAllowed> {
    if folder.chars().any(|c| c == '\\' || c.is_control()) {
        return Err(NotAllowed::NoName);
    }
    let there = fs::canonicalize(true_root.join(folder)).map_err(|_| NotAllowed::Missing)?;
    if !there.is_dir() {
        return Err(NotAllowed::Missing);
    }
    if true_root.starts_with(&there) {
        return Err(NotAllowed::HoldsProject);
    }
    if there.starts_with(true_root) {
        return Ok(None);
    }
    if leads_out(Path::new(folder)) {
        Ok(Some(there))
    } else {
        Err(NotAllowed::Link(there))
    }
}

/// Whether a path is said to lie outside of the project.
pub(super) fn leads_out(folder: &Path) -> bool {
    let leads_down = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    !folder.components().all(leads_down)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_folders_outside_are_allowed_a_name_leads_downwards_from_its_beginning() {
        for good in ["a.toml", "../a", "../../common/a.png", "/srv/a.png"] {
            assert!(check_name_to_read(good, true).is_ok(), "{good}");
        }
        for outside in [
            "..",
            "/",
            "../common/../a",
            "/srv/../etc/passwd",
            "a/../b",
            "./a",
            "./../a",
        ] {
            assert!(
                matches!(check_name_to_read(outside, true), Err(ReadError::Outside)),
                "{outside}"
            );
        }
        assert!(matches!(
            check_name_to_read("../a\\b", true),
            Err(ReadError::NoName)
        ));
        assert!(matches!(
            check_name_to_read("../a", false),
            Err(ReadError::Outside)
        ));
    }

    #[test]
    fn a_name_leads_downwards_only() {
        for good in ["a.toml", "north/a.toml", "a b/ü.toml", "a..b", "...", "C:"] {
            assert!(check_name(good).is_ok(), "{good}");
        }
        for outside in ["..", "../a", "a/../../b", "/", "/etc/passwd", "./a", "a/.."] {
            assert!(
                matches!(check_name(outside), Err(ReadError::Outside)),
                "{outside}"
            );
        }
        for odd in ["..\\a", "a\\b", "C:\\a", "a\0b", "a\nb", "\u{7f}"] {
            assert!(matches!(check_name(odd), Err(ReadError::NoName)), "{odd:?}");
        }
    }
}
