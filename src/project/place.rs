//! Where a file may lie: below the project's folder, by its name and by what the name leads to. Names come from files that anybody may have
//! written, so none of them leads out of the folder, neither by itself (`../`, `/etc`, `C:\`) nor through a symbolic link.

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

/// The true place of a file below the project's true folder, both without symbolic links. A link may lead elsewhere in the project, but not
/// out of it: a project is read whole from its folder.
pub(super) fn find(true_root: &Path, path: &str) -> Result<PathBuf, ReadError> {
    let full = fs::canonicalize(true_root.join(path)).map_err(refused)?;
    let inside = full.strip_prefix(true_root).map_err(|_| ReadError::Outside)?;
    Ok(inside.to_owned())
}

/// Whether a folder that was named on the command line is said to lie outside of the project.
pub(super) fn leads_out(folder: &Path) -> bool {
    let leads_down = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    !folder.components().all(leads_down)
}

#[cfg(test)]
mod tests {
    use super::*;

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
