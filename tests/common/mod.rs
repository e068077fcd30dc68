//! A project folder of its own for each test, thrown away afterwards, and the program run in it as a user would.
#![allow(dead_code, reason = "every test file uses a part of this")]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests lay out the files that the program reads"
)]

pub(crate) mod judge;
pub(crate) mod picture;
pub(crate) mod spoilt;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A project folder that may be changed at will.
pub(crate) struct Sandbox {
    folder: tempfile::TempDir,
}

/// The documents that ship with the program, and every template that they can be set in without a change of their words.
pub(crate) const CARRIED: &[(&str, &str)] = &[
    ("flyer", "flyer-dl"),
    ("flyer", "flyer-dl-zigzag"),
    ("flyer", "flyer-dl-8"),
    ("flyer", "flyer-gate"),
    ("brochure", "brochure-a5"),
    ("brochure", "brochure-a4"),
    ("brochure", "brochure-square"),
];

/// What a run of the program gave.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl Sandbox {
    /// A copy of a project of `tests/projects`, with the fonts, templates and printers that ship with the program.
    pub(crate) fn of(project: &str) -> Self {
        let sandbox = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy_folder(&root.join("fonts"), &sandbox.path("fonts"));
        copy_folder(&root.join("templates"), &sandbox.path("templates"));
        copy_folder(&root.join("tests/projects").join(project), &sandbox.path(""));
        sandbox
    }

    /// The same with the fonts of `tests/fonts` beside those that ship.
    pub(crate) fn with_more_fonts(project: &str) -> Self {
        let sandbox = Self::of(project);
        let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fonts");
        copy_folder(&fonts, &sandbox.path("fonts"));
        sandbox
    }

    /// A copy of the documents that ship with the program.
    pub(crate) fn shipped() -> Self {
        let sandbox = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for folder in ["fonts", "templates", "content"] {
            copy_folder(&root.join(folder), &sandbox.path(folder));
        }
        sandbox
    }

    /// A document that ships with the program, alone and in another template that is made for it.
    pub(crate) fn shipped_in(document: &str, template: &str) -> Self {
        let sandbox = Self::shipped();
        for other in ["flyer", "brochure"].iter().filter(|other| **other != document) {
            fs::remove_file(sandbox.path(&format!("content/{other}.toml"))).unwrap();
        }
        let file = format!("content/{document}.toml");
        let text = String::from_utf8(sandbox.read(&file)).unwrap();
        let line = text.lines().find(|line| line.starts_with("template = ")).unwrap();
        sandbox.replace(&file, line, &format!("template = \"{template}\""));
        sandbox
    }

    /// The full path of a file of the project.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file of the project.
    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    /// Changes a file of the project; what is to be changed must be there.
    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(old), "`{old}` is not in {path}");
        self.write(path, &text.replacen(old, new, 1));
    }

    /// Adds to the end of a file of the project.
    pub(crate) fn add(&self, path: &str, text: &str) {
        let whole = fs::read_to_string(self.path(path)).unwrap();
        self.write(path, &format!("{whole}{text}"));
    }

    /// Adds to the beginning of a file of the project.
    pub(crate) fn add_before(&self, path: &str, text: &str) {
        let whole = fs::read_to_string(self.path(path)).unwrap();
        self.write(path, &format!("{text}{whole}"));
    }

    /// Writes a file of the project that is no text.
    pub(crate) fn write_bytes(&self, path: &str, bytes: &[u8]) {
        fs::write(self.path(path), bytes).unwrap();
    }

    /// The bytes of a file of the project.
    pub(crate) fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap()
    }

    /// Runs the program in the project.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    /// Runs the program in the project with something in its environment.
    pub(crate) fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faltwerk"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("SOURCE_DATE_EPOCH")
            .env("LC_ALL", "C");
        command.envs(environment.iter().copied());
        let output = command.output().unwrap();
        Ran {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
