//! The files themselves: which are written, where, with which dates, the same bytes every time, and nothing lost that was good before.

use std::fs;

use super::{PDFS, built, dictionary, read};
use crate::common::Sandbox;

#[test]
fn the_shipped_documents_build_and_give_the_same_bytes_again() {
    let project = Sandbox::shipped();
    let once = built(&project);
    let names: Vec<&str> = once.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "brochure.press.pdf",
            "brochure.screen.pdf",
            "flyer.press.pdf",
            "flyer.screen.pdf"
        ]
    );
    let again = built(&Sandbox::shipped());
    for (name, bytes) in &once {
        assert!(*bytes == again[name], "{name} is another file in another folder");
    }
}

#[test]
fn the_date_of_the_surroundings_goes_before_that_of_the_document() {
    let project = Sandbox::of("herbarium");
    let dates = |environment: &[(&str, &str)]| {
        let ran = project.run_with(&["build", "--edition", PDFS], environment);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ["screen", "press"].map(|edition| {
            let document = read(&project.read(&format!("output/leaflet.{edition}.pdf")));
            let about = dictionary(&document, document.trailer.get(b"Info").unwrap());
            let date = about.get(b"CreationDate").unwrap().as_str().unwrap();
            String::from_utf8(date.to_vec()).unwrap()
        })
    };
    let own = dates(&[]);
    assert!(
        own.iter().all(|date| date.starts_with("D:20260501000000")),
        "{own:?}"
    );
    assert_eq!(dates(&[("SOURCE_DATE_EPOCH", "")]), own);
    let asked = dates(&[("SOURCE_DATE_EPOCH", "1000000000")]);
    assert!(
        asked.iter().all(|date| date.starts_with("D:20010909014640")),
        "{asked:?}"
    );
}

#[test]
fn a_malformed_date_of_the_surroundings_is_refused_before_anything_is_written() {
    let project = Sandbox::of("herbarium");
    for written in ["yesterday", "1.5", "-1", "99999999999999", " "] {
        let ran = project.run_with(
            &["build", "--edition", "screen"],
            &[("SOURCE_DATE_EPOCH", written)],
        );
        assert_eq!(
            (ran.code, ran.stderr),
            (
                2,
                format!(
                    "faltwerk: SOURCE_DATE_EPOCH is `{written}`, which is no number of seconds since 1970, such as 1767225600\n"
                )
            )
        );
        assert!(!project.path("output").exists());
    }
}

#[test]
fn a_failed_build_leaves_what_was_good_and_the_good_document_is_written_beside_it() {
    let project = Sandbox::of("herbarium");
    let leaflet = project.read("content/leaflet.toml");
    project.write_bytes("content/other.toml", &leaflet);
    let before = built(&project);
    let modified = |name: &str| {
        fs::metadata(project.path("output").join(name))
            .unwrap()
            .modified()
            .unwrap()
    };
    let times = [modified("leaflet.screen.pdf"), modified("other.screen.pdf")];

    project.replace("content/leaflet.toml", "link = \"{web}\"", "link = \"{wep}\"");
    project.replace("content/other.toml", "Mehr erfahren", "Weiterlesen");
    let ran = project.run(&["build", "--edition", PDFS]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (1, "output/other.screen.pdf\noutput/other.press.pdf\n")
    );
    for name in ["leaflet.screen.pdf", "leaflet.press.pdf"] {
        assert!(
            project.read(&format!("output/{name}")) == before[name],
            "{name} was touched"
        );
    }
    assert_eq!(modified("leaflet.screen.pdf"), times[0]);
    assert!(modified("other.screen.pdf") > times[1]);
    assert!(project.read("output/other.screen.pdf") != before["other.screen.pdf"]);
    // Nothing half written stays behind, either.
    assert_eq!(fs::read_dir(project.path("output")).unwrap().count(), 4);
}

#[test]
fn check_writes_nothing() {
    let project = Sandbox::of("herbarium");
    assert_eq!(project.run(&["check"]).code, 0);
    assert!(!project.path("output").exists());
}

#[test]
fn only_what_was_asked_for_is_written_and_where_it_was_asked_for() {
    let project = Sandbox::shipped();
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().to_str().unwrap();
    for out in ["proofs/today", folder] {
        let ran = project.run(&["build", "flyer", "--edition", "press", "--out", out]);
        assert_eq!((ran.code, ran.stdout), (0, format!("{out}/flyer.press.pdf\n")));
        assert_eq!(fs::read_dir(project.path("").join(out)).unwrap().count(), 1);
    }
    assert!(!project.path("output").exists());
}

#[test]
fn a_project_may_lie_elsewhere_and_paths_are_meant_from_its_folder() {
    let (here, project) = (Sandbox::shipped(), Sandbox::of("herbarium"));
    let folder = project.path("");
    let ran = here.run(&[
        "build",
        "--project",
        folder.to_str().unwrap(),
        "--edition",
        "screen",
    ]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (0, "output/leaflet.screen.pdf\n")
    );
    assert!(project.path("output/leaflet.screen.pdf").is_file());
    assert!(!here.path("output").exists());
}

/// A drawing that is read whole.
const LOGO: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle cx='20' cy='20' r='18' fill='#000'/></svg>";

/// What `check` says of the moor with that drawing in the place of its map, where folders are allowed.
fn checked(project: &Sandbox, allowed: &[&str], figure: &str) -> (i32, String) {
    project.write("faltwerk.toml", &format!("[paths]\nallow = {allowed:?}\n"));
    project.replace("content/moor.toml", "\"map.svg\"", &format!("{figure:?}"));
    let ran = project.run(&["check"]);
    (ran.code, ran.stderr)
}

#[test]
fn a_folder_outside_is_read_from_when_it_is_allowed_by_name_and_only_then() {
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("logo.svg"), LOGO).unwrap();
    let absolute = elsewhere.path().to_str().unwrap();
    // The project and the other folder lie side by side.
    let beside = format!("../{}", elsewhere.path().file_name().unwrap().to_str().unwrap());
    for folder in [absolute, beside.as_str()] {
        let figure = format!("{folder}/logo.svg");
        for allowed in [absolute, beside.as_str()] {
            let (code, said) = checked(&Sandbox::of("moor"), &[allowed], &figure);
            assert_eq!(code, 0, "{said}");
        }
        let (code, said) = checked(&Sandbox::of("moor"), &[], &figure);
        let refused = format!("the picture `{figure}` cannot be read: it lies outside the project folder");
        assert!(code == 1 && said.contains(&refused), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_into_a_folder_that_is_allowed_and_from_there_nowhere_else() {
    use std::os::unix::fs::symlink;
    let (elsewhere, private) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for folder in [&elsewhere, &private] {
        fs::write(folder.path().join("logo.svg"), LOGO).unwrap();
    }
    symlink(private.path(), elsewhere.path().join("on")).unwrap();
    let allowed = elsewhere.path().to_str().unwrap();
    let project = || {
        let project = Sandbox::of("moor");
        symlink(elsewhere.path(), project.path("content/images/house")).unwrap();
        project
    };
    let (code, said) = checked(&project(), &[allowed], "house/logo.svg");
    assert_eq!(code, 0, "{said}");
    for figure in ["house/on/logo.svg".to_owned(), format!("{allowed}/on/logo.svg")] {
        let (code, said) = checked(&project(), &[allowed], &figure);
        assert!(
            code == 1 && said.contains("it lies outside the project folder"),
            "{said}"
        );
    }
}
