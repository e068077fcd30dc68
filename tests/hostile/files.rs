//! Files that are not what they should be, or not where.

use std::fs;

use crate::{FILES, PROFILE, assert_refused, assert_set, leaflet, set};
use faltwerk::diag::Code;

#[test]
fn names_do_not_lead_out_of_the_project() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.toml");
    fs::write(&secret, "secret = \"s\"").unwrap();
    let absolute = secret.display().to_string();
    for (file, from) in [
        ("content/leaflet.toml", "\"herbs.toml\""),
        ("content/leaflet.toml", "\"leaflet\""),
        ("templates/printers/standard.toml", "\"FOGRA39L_coated.icc\""),
    ] {
        for to in [
            "../../secret.toml",
            "..",
            ".",
            "",
            "/",
            &absolute,
            "a\\u0000b",
            "x/../../../secret",
        ] {
            let sandbox = leaflet();
            sandbox.replace(file, from, &format!("\"{to}\""));
            let errors = set(&sandbox, "leaflet").unwrap_err();
            assert!(errors[0].1.contains("cannot be read"), "{to}: {}", errors[0].1);
        }
    }
    let sandbox = leaflet();
    sandbox.replace(
        "content/leaflet.toml",
        "[document]",
        "[document]\nprinter = \"../../../secret\"",
    );
    assert_refused(&sandbox, Code::BAD_VALUE, "outside the project folder");
}

#[cfg(unix)]
#[test]
fn symbolic_links_lead_about_the_project_and_not_out_of_it() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.toml");
    fs::write(&secret, "list = []").unwrap();
    let relink = |to: &std::path::Path| {
        let sandbox = leaflet();
        fs::rename(
            sandbox.path("content/herbs.toml"),
            sandbox.path("content/true.toml"),
        )
        .unwrap();
        symlink(to, sandbox.path("content/herbs.toml")).unwrap();
        sandbox
    };
    assert_refused(&relink(&secret), Code::BAD_VALUE, "outside the project folder");
    assert_set(&relink("true.toml".as_ref()));
    // Round and round: a file that is itself, folders that hold themselves.
    let sandbox = relink("herbs.toml".as_ref());
    assert!(set(&sandbox, "leaflet").is_err());
    let sandbox = leaflet();
    for circle in 0..12 {
        symlink(".", sandbox.path(&format!("fonts/circle{circle}"))).unwrap();
        symlink("..", sandbox.path(&format!("content/circle{circle}"))).unwrap();
    }
    assert_set(&sandbox);
    assert_eq!(sandbox.run(&["check"]).code, 0);
}

#[test]
fn a_folder_where_a_file_should_be_is_no_file() {
    for path in [FILES[0], FILES[1], FILES[2], FILES[3], PROFILE] {
        let sandbox = leaflet();
        fs::remove_file(sandbox.path(path)).unwrap();
        fs::create_dir(sandbox.path(path)).unwrap();
        assert!(set(&sandbox, "leaflet").is_err(), "{path}");
    }
    let sandbox = leaflet();
    fs::create_dir(sandbox.path("fonts/folder.ttf")).unwrap();
    assert_set(&sandbox);
}

#[test]
fn files_that_are_not_text_or_too_large_are_named() {
    let sandbox = leaflet();
    fs::write(sandbox.path(FILES[1]), b"list = [\"\xFF\xFE\"]").unwrap();
    assert_refused(&sandbox, Code::BROKEN_TOML, "line 1 is not UTF-8");
    sandbox.write(FILES[1], &"# herbs\n".repeat(200_000));
    assert_refused(&sandbox, Code::BROKEN_TOML, "it is larger than 1 MiB");
}
