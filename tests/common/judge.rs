//! Programs that are not ours and judge what we write. `tests/judges/install` installs them.

use std::env;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a judge is installed: in the judges' own folder, else on the path. `None` skips the test.
pub(crate) fn judge(name: &str) -> Option<PathBuf> {
    let own = env::var_os("FALTWERK_JUDGES")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cache/faltwerk-judges")))
        .map(|folder| folder.join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let found = own
        .into_iter()
        .chain(env::split_paths(&path))
        .map(|folder| folder.join(name))
        .find(|p| p.is_file());
    if found.is_none() {
        let missing = format!("{name} is not installed (run tests/judges/install)");
        assert!(
            env::var_os("FALTWERK_REQUIRE_JUDGES").is_none_or(|value| value != "1"),
            "{missing}"
        );
        // Past the test harness, which keeps the words of a passing test to itself.
        writeln!(std::io::stderr(), "skipped: {missing}").expect("standard error can be written");
    }
    found
}

/// What a judge prints, provided that it is content.
pub(crate) fn ask(judge: &mut Command) -> String {
    let answer = judge
        .output()
        .unwrap_or_else(|why| panic!("{judge:?} did not start: {why}"));
    let said = String::from_utf8_lossy(&answer.stdout).into_owned();
    assert!(
        answer.status.success(),
        "{judge:?} objects, {}\n{said}{}",
        answer.status,
        String::from_utf8_lossy(&answer.stderr)
    );
    said
}
