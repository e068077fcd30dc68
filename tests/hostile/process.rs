//! The program as a whole before a project that means harm, with little memory and little time: it ends by itself, with findings or without
//! a word, and never with more than it was given.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::common::{Ran, Sandbox, picture};
use crate::leaflet;

/// All the memory that the program gets, in KiB, as addresses: three times what the thickest brochure of the repository takes.
const MEMORY: u32 = 1_500_000;
/// The time that it gets; it is built without optimisation here, and others run beside it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Checks a project with limits; it must end by itself.
#[track_caller]
fn check(sandbox: &Sandbox) -> Ran {
    let out = sandbox.path("said");
    let said = || fs::File::create(&out).unwrap();
    let mut child = Command::new("sh")
        .args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" check")])
        .arg(env!("CARGO_BIN_EXE_faltwerk"))
        .current_dir(sandbox.path(""))
        .env_remove("SOURCE_DATE_EPOCH")
        .env("LC_ALL", "C")
        .stdout(Stdio::null())
        .stderr(said())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("it does not end");
        }
        thread::sleep(Duration::from_millis(5));
    };
    Ran {
        // None when a signal ended it: out of memory, or a stack that overflowed.
        code: status.code().unwrap_or(-1),
        stdout: String::new(),
        stderr: fs::read_to_string(&out).unwrap(),
    }
}

#[track_caller]
fn assert_says(sandbox: &Sandbox, says: &str) {
    let ran = check(sandbox);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains(says), "{}", ran.stderr);
}

fn pipe(sandbox: &Sandbox, path: &str) {
    let made = Command::new("mkfifo").arg(sandbox.path(path)).status().unwrap();
    assert!(made.success());
}

const DATA: &str = "content/herbs.toml";
const PROFILE: &str = "templates/printers/FOGRA39L_coated.icc";

#[test]
fn what_is_no_file_is_not_listed_and_not_waited_for() {
    let sandbox = leaflet();
    for path in ["content/pipe.toml", "fonts/pipe.ttf", "content/hyphenation.toml"] {
        pipe(&sandbox, path);
    }
    for path in ["content/folder.toml", "fonts/folder.ttf"] {
        fs::create_dir(sandbox.path(path)).unwrap();
    }
    symlink("/dev/zero", sandbox.path("content/zero.toml")).unwrap();
    symlink("/dev/zero", sandbox.path("fonts/zero.ttf")).unwrap();
    symlink("/dev/tty", sandbox.path("content/tty.toml")).unwrap();
    // Only the last of the pipes is asked for by its name.
    assert_says(
        &sandbox,
        "`content/hyphenation.toml` cannot be read: a folder stands there, or something else that is no file",
    );
    fs::remove_file(sandbox.path("content/hyphenation.toml")).unwrap();
    let ran = check(&sandbox);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn pipes_and_devices_that_are_named_are_refused() {
    for path in [
        DATA,
        PROFILE,
        "templates/leaflet.toml",
        "templates/printers/standard.toml",
    ] {
        let sandbox = leaflet();
        fs::remove_file(sandbox.path(path)).unwrap();
        pipe(&sandbox, path);
        assert_says(
            &sandbox,
            "cannot be read: a folder stands there, or something else that is no file",
        );
        fs::remove_file(sandbox.path(path)).unwrap();
        symlink("/dev/zero", sandbox.path(path)).unwrap();
        assert_says(&sandbox, "cannot be read: it lies outside the project folder");
    }
}

#[test]
fn files_of_gigabytes_are_refused_before_they_are_read() {
    for (path, says) in [
        (DATA, "it is larger than 1 MiB"),
        (PROFILE, "it is larger than 64 MiB"),
        ("fonts/huge.ttf", "it is larger than 64 MiB"),
    ] {
        let sandbox = leaflet();
        // It takes no room on the disk: nothing was ever written to it.
        let file = fs::File::create(sandbox.path(path)).unwrap();
        file.set_len(100 << 30).unwrap();
        assert_says(&sandbox, says);
    }
}

#[test]
fn texts_each_within_its_limit_have_a_limit_together() {
    let sandbox = leaflet();
    // One million bytes each; the document itself is read first or last, by the alphabet.
    let text = format!("#{}\n", "x".repeat(999_998));
    for file in 0..68 {
        sandbox.write(&format!("content/a{file}.toml"), &text);
    }
    assert_says(&sandbox, "with it, the texts of the project are more than 64 MiB");
    for file in 0..5 {
        fs::remove_file(sandbox.path(&format!("content/a{file}.toml"))).unwrap();
    }
    let ran = check(&sandbox);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn names_that_are_no_text_are_passed_over() {
    let sandbox = leaflet();
    for (folder, name) in [("content", &b"\xFF\xFE.toml"[..]), ("fonts", b"a\xC0.ttf")] {
        let path = sandbox.path(folder).join(OsStr::from_bytes(name));
        if fs::write(path, "nothing").is_err() {
            println!("SKIPPED: this file system has no names that are no text");
            return;
        }
    }
    let ran = check(&sandbox);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    let sandbox = leaflet();
    let locked = fs::Permissions::from_mode(0o000);
    fs::set_permissions(sandbox.path(DATA), locked).unwrap();
    if fs::File::open(sandbox.path(DATA)).is_ok() {
        println!("SKIPPED: whoever runs this may read everything");
        return;
    }
    assert_says(&sandbox, "`content/herbs.toml` cannot be read: Permission denied");
}

#[test]
fn pictures_that_say_they_are_huge_take_no_memory() {
    let art = "\n[[art]]\npanel = 1\nfigure = \"bomb.png\"\nat = [\"9 mm\", \"9 mm\"]\nsize = [\"9 mm\", \"9 mm\"]\n";
    let png = |width: u32, height: u32| {
        let mut bytes = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".to_vec();
        bytes.extend([width.to_be_bytes(), height.to_be_bytes()].concat());
        bytes.extend([8, 6, 0, 0, 0]);
        let sum = crc(&bytes[12..]);
        bytes.extend(sum.to_be_bytes());
        bytes
    };
    let gif = b"GIF89a\xFF\xFF\xFF\xFF\0\0\0,\0\0\0\0\xFF\xFF\xFF\xFF\0\x02\0;".to_vec();
    let bmp = |width: i32, height: i32| {
        let mut bytes = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
        bytes.extend([width.to_le_bytes(), height.to_le_bytes()].concat());
        bytes.extend([1, 0, 24, 0]);
        bytes.resize(54, 0);
        bytes
    };
    for bytes in [
        png(60_000, 60_000),
        png(u32::MAX, 1),
        gif,
        bmp(60_000, -60_000),
        bmp(i32::MAX, i32::MIN),
    ] {
        let sandbox = leaflet();
        picture::put(&sandbox, "bomb.png", &bytes);
        sandbox.add("templates/leaflet.toml", art);
        assert_says(&sandbox, "the picture `content/images/bomb.png` cannot be used");
    }
}

/// The sum at the end of a chunk of PNG (ISO/IEC 15948, D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 * (sum & 1))
        })
    })
}
