//! Who writes into a folder. A program that was killed leaves its unfinished files behind, and nobody but the next one can take them away;
//! but those of a program that is still writing look the same. So whoever writes holds a lock on the folder together with all others that
//! write, and unfinished files are taken away only by who has the lock alone. The system gives a lock back when its holder dies.

use std::fs::{self, File};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How the names of unfinished files begin and end. Hidden files are no products: no one hands them on by mistake.
pub(super) const PREFIX: &str = ".faltwerk-";
/// See [`PREFIX`].
pub(super) const SUFFIX: &str = ".part";
/// So many letters are between the two.
pub(super) const LETTERS: usize = 8;

/// Taking away unfinished files takes no time; who holds the lock alone for longer than all these waits together is not one of us, as with
/// `flock output faltwerk build`, and is not waited for.
const WAITS: usize = 20;
const WAIT: Duration = Duration::from_millis(25);

/// The right to have unfinished files in a folder, until it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    /// None where the system has no such locks: then nothing is ever taken away.
    _lock: Option<File>,
}

impl Turn {
    /// Takes part in writing into a folder; first takes away what others left unfinished.
    pub(super) fn take(folder: &Path) -> Self {
        // Windows opens no folders this way, and some file systems have no locks.
        let Ok(lock) = File::open(folder) else {
            return Self { _lock: None };
        };
        if lock.try_lock().is_ok() {
            clear(folder);
            let _ = lock.unlock();
        }
        for _ in 0..WAITS {
            match lock.try_lock_shared() {
                Ok(()) => return Self { _lock: Some(lock) },
                Err(fs::TryLockError::WouldBlock) => thread::sleep(WAIT),
                Err(fs::TryLockError::Error(_)) => break,
            }
        }
        Self { _lock: None }
    }
}

/// Takes unfinished files away. What cannot be taken away harms nobody.
fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_str().is_some_and(is_unfinished) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_unfinished(name: &str) -> bool {
    let letters = name
        .strip_prefix(PREFIX)
        .and_then(|rest| rest.strip_suffix(SUFFIX));
    letters.is_some_and(|letters| {
        letters.len() == LETTERS && letters.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}
