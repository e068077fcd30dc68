//! What is written: whole or not at all, whatever happens meanwhile. Programs are killed, disks are full, two build at once.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::common::Sandbox;
use crate::leaflet;

/// The names of the files in a folder.
fn names(sandbox: &Sandbox, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(sandbox.path(folder)).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn a_run_that_fails_leaves_what_was_there_and_nothing_else() {
    let sandbox = leaflet();
    assert_eq!(sandbox.run(&["build", "--edition", "screen,press"]).code, 0);
    let products = ["leaflet.press.pdf", "leaflet.screen.pdf"];
    assert_eq!(names(&sandbox, "output"), products);
    let before = products.map(|product| sandbox.read(&format!("output/{product}")));
    sandbox.replace("content/leaflet.toml", "Drei,", &"Drei, ".repeat(900));
    assert_eq!(sandbox.run(&["build", "--edition", "screen,press"]).code, 1);
    assert_eq!(names(&sandbox, "output"), products);
    assert!(before == products.map(|product| sandbox.read(&format!("output/{product}"))));
}

#[test]
fn a_file_that_cannot_take_its_name_leaves_no_other_behind() {
    let sandbox = leaflet();
    // What stands there is a folder with something in it, which no file may replace.
    fs::create_dir_all(sandbox.path("output/leaflet.screen.pdf/kept")).unwrap();
    let ran = sandbox.run(&["build", "--edition", "screen"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("cannot-write"), "{}", ran.stderr);
    assert_eq!(names(&sandbox, "output"), ["leaflet.screen.pdf"]);
}

#[test]
fn builds_of_the_same_at_once_give_the_same() {
    let sandbox = leaflet();
    assert_eq!(sandbox.run(&["build", "--edition", "screen"]).code, 0);
    let alone = sandbox.read("output/leaflet.screen.pdf");
    thread::scope(|scope| {
        let builds: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| sandbox.run(&["build", "--edition", "screen"]).code))
            .collect();
        for build in builds {
            assert_eq!(build.join().unwrap(), 0);
        }
    });
    assert!(alone == sandbox.read("output/leaflet.screen.pdf"));
    assert_eq!(names(&sandbox, "output"), ["leaflet.screen.pdf"]);
}

#[test]
fn a_document_in_a_folder_of_its_own_is_built_into_one() {
    let sandbox = leaflet();
    fs::create_dir(sandbox.path("content/north")).unwrap();
    fs::rename(
        sandbox.path("content/leaflet.toml"),
        sandbox.path("content/north/leaflet.toml"),
    )
    .unwrap();
    let ran = sandbox.run(&["build", "--edition", "screen"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(names(&sandbox, "output/north"), ["leaflet.screen.pdf"]);
}

/// The program, ready to build this project's screen and press file.
fn builder(sandbox: &Sandbox) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faltwerk"));
    command
        .args(["build", "--edition", "screen,press"])
        .current_dir(sandbox.path(""))
        .env_remove("SOURCE_DATE_EPOCH")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

const PRODUCTS: [&str; 2] = ["leaflet.press.pdf", "leaflet.screen.pdf"];

fn products(sandbox: &Sandbox) -> [Vec<u8>; 2] {
    PRODUCTS.map(|product| sandbox.read(&format!("output/{product}")))
}

/// Waits until a program has ended or something is so.
fn wait_until(child: &mut Child, is_so: impl Fn() -> bool) {
    let patience = Instant::now() + Duration::from_secs(60);
    while !is_so() && child.try_wait().unwrap().is_none() {
        assert!(Instant::now() < patience, "nothing happened for a minute");
        thread::sleep(Duration::from_micros(50));
    }
}

fn unfinished(sandbox: &Sandbox) -> usize {
    let names = names(sandbox, "output");
    names.iter().filter(|name| name.starts_with(".faltwerk-")).count()
}

/// A project that was built, and then changed so that both its products will be others; these and those.
fn about_to_change() -> (Sandbox, [Vec<u8>; 2], [Vec<u8>; 2]) {
    let sandbox = leaflet();
    assert!(builder(&sandbox).status().unwrap().success());
    let old = products(&sandbox);
    sandbox.replace("content/leaflet.toml", "Kräuter am Weg", "Kräuter am Rain");
    sandbox.replace("content/herbs.toml", "Juni", "Juli");
    assert!(builder(&sandbox).status().unwrap().success());
    let new = products(&sandbox);
    assert!(PRODUCTS.iter().enumerate().all(|(at, _)| old[at] != new[at]));
    lay(&sandbox, &old);
    (sandbox, old, new)
}

fn lay(sandbox: &Sandbox, products: &[Vec<u8>; 2]) {
    for (name, bytes) in PRODUCTS.iter().zip(products) {
        sandbox.write_bytes(&format!("output/{name}"), bytes);
    }
}

/// Each product is the old one or the new one, whole, and nothing else has the name of a product.
#[track_caller]
fn assert_whole(sandbox: &Sandbox, old: &[Vec<u8>; 2], new: &[Vec<u8>; 2]) -> [bool; 2] {
    for name in names(sandbox, "output") {
        let is_known = PRODUCTS.contains(&name.as_str());
        let is_unfinished = name.starts_with(".faltwerk-") && name.ends_with(".part");
        assert!(is_known || is_unfinished, "{name}");
    }
    let is = products(sandbox);
    for at in 0..PRODUCTS.len() {
        assert!(
            is[at] == old[at] || is[at] == new[at],
            "{} is mixed",
            PRODUCTS[at]
        );
    }
    [is[0] == new[0], is[1] == new[1]]
}

/// The program is killed as one cannot defend oneself against, at moments spread over its whole run and, closer together, over the time
/// in which it writes.
#[cfg(unix)]
#[test]
fn a_build_that_is_killed_leaves_old_files_or_new_ones_and_the_next_one_clears_up() {
    let (sandbox, old, new) = about_to_change();
    let begun = Instant::now();
    assert!(builder(&sandbox).status().unwrap().success());
    let whole = begun.elapsed();
    let (mut left, mut changed) = (0, 0);
    for kill in 0_u32..48 {
        lay(&sandbox, &old);
        let mut child = builder(&sandbox).spawn().unwrap();
        if kill < 16 {
            thread::sleep(whole * kill / 16);
        } else {
            // From when the first unfinished file is there, in steps of a quarter of a millisecond.
            wait_until(&mut child, || unfinished(&sandbox) > 0);
            thread::sleep(Duration::from_micros(250) * (kill - 16));
        }
        // `Child::kill` is SIGKILL on Unix.
        child.kill().unwrap();
        child.wait().unwrap();
        let is_new = assert_whole(&sandbox, &old, &new);
        left += usize::from(unfinished(&sandbox) > 0);
        changed += usize::from(is_new == [true, true]);
    }
    // Or none of this was put to the test.
    assert!(left > 0, "no kill hit a build that was writing");
    println!("{left} of 48 killed builds left unfinished files, {changed} had changed both products");
    assert!(builder(&sandbox).status().unwrap().success());
    assert_eq!(names(&sandbox, "output"), PRODUCTS);
    assert!(products(&sandbox) == new);
}

/// What is cleared up is what nobody writes any more, and only what looks exactly like it.
#[cfg(unix)]
#[test]
fn unfinished_files_of_a_build_that_still_runs_stay_and_so_do_files_that_only_look_alike() {
    let sandbox = leaflet();
    fs::create_dir(sandbox.path("output")).unwrap();
    let foreign = [
        ".faltwerk-notes",
        ".faltwerk-12345678",
        "a.part",
        ".faltwerk-1234567.part",
    ];
    for name in foreign.iter().chain(&[".faltwerk-Ab3Cd4Ef.part"]) {
        sandbox.write(&format!("output/{name}"), "x");
    }
    // A build that is writing holds the folder together with all others that are.
    let writing = fs::File::open(sandbox.path("output")).unwrap();
    writing.lock_shared().unwrap();
    assert!(builder(&sandbox).status().unwrap().success());
    assert!(sandbox.path("output/.faltwerk-Ab3Cd4Ef.part").exists());
    drop(writing);
    assert!(builder(&sandbox).status().unwrap().success());
    assert!(!sandbox.path("output/.faltwerk-Ab3Cd4Ef.part").exists());
    for name in foreign {
        assert!(sandbox.path(&format!("output/{name}")).exists(), "{name}");
    }
}

/// As `flock output faltwerk build` has it: somebody else orders the builds.
#[cfg(unix)]
#[test]
fn a_folder_that_somebody_else_has_locked_is_written_all_the_same() {
    let sandbox = leaflet();
    fs::create_dir(sandbox.path("output")).unwrap();
    let locked = fs::File::open(sandbox.path("output")).unwrap();
    locked.lock().unwrap();
    assert!(builder(&sandbox).status().unwrap().success());
    assert_eq!(names(&sandbox, "output"), PRODUCTS);
}

/// The limit on the size of a file stands in for a full disk: the first bytes are written and the next are refused. The signal that comes
/// with it is ignored, so that the error is seen as on a full disk.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_finished_leaves_all_as_it_was_and_nothing_beside_it() {
    let (sandbox, old, _) = about_to_change();
    // Blocks of 512 bytes: the first product fits and the other does not, then neither.
    let smaller = old.iter().map(Vec::len).min().unwrap() / 512;
    for blocks in [smaller + 8, 8] {
        let ran = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f $0; exec \"$@\""])
            .arg(blocks.to_string())
            .arg(env!("CARGO_BIN_EXE_faltwerk"))
            .args(["build", "--edition", "screen,press"])
            .current_dir(sandbox.path(""))
            .output()
            .unwrap();
        let said = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(1), "{said}");
        assert!(
            said.contains("cannot-write") && said.contains("File too large"),
            "{said}"
        );
        assert!(said.contains("what stood there before is untouched"), "{said}");
        assert!(products(&sandbox) == old);
        assert_eq!(names(&sandbox, "output"), PRODUCTS);
    }
}

/// A disk of a few kilobytes, which only the kernel of Linux lends to everybody.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_all_as_it_was() {
    let (sandbox, old, new) = about_to_change();
    fs::create_dir(sandbox.path("small")).unwrap();
    let kilobytes = old.iter().map(Vec::len).sum::<usize>() / 1024 + 40;
    // Inside: the old products on the small disk, a build that finds no room, and what is there afterwards. Then room is made.
    let script = format!(
        "mount -t tmpfs -o size={kilobytes}k tmpfs small || exit 77
         cp output/*.pdf small/ && \"$0\" build --edition screen,press --out small; echo $? > code
         ls -A small > listed; cp small/*.pdf kept/
         mount -o remount,size=$((3 * {kilobytes}))k small
         \"$0\" build --edition screen,press --out small && cp small/*.pdf made/"
    );
    for folder in ["kept", "made"] {
        fs::create_dir(sandbox.path(folder)).unwrap();
    }
    let ran = Command::new("unshare")
        .args(["-rm", "sh", "-c", &script, env!("CARGO_BIN_EXE_faltwerk")])
        .current_dir(sandbox.path(""))
        .output();
    let said = match ran {
        Ok(ran) if ran.status.success() => String::from_utf8(ran.stderr).unwrap(),
        other => {
            assert!(
                !matches!(&other, Ok(ran) if sandbox.path("code").exists() && !ran.status.success()),
                "{other:?}"
            );
            println!("SKIPPED: this machine lends no small disk, so a full one was not tried");
            return;
        }
    };
    assert!(said.contains("No space left on device"), "{said}");
    assert_eq!(fs::read_to_string(sandbox.path("code")).unwrap(), "1\n", "{said}");
    let listed = fs::read_to_string(sandbox.path("listed")).unwrap();
    assert_eq!(listed.lines().collect::<Vec<_>>(), PRODUCTS);
    for (at, name) in PRODUCTS.iter().enumerate() {
        assert!(sandbox.read(&format!("kept/{name}")) == old[at], "{name}");
        assert!(sandbox.read(&format!("made/{name}")) == new[at], "{name}");
    }
}

/// Some build while others are killed and others clear up after those.
#[test]
fn builds_at_once_write_whole_files_and_do_not_take_each_others_away() {
    let (sandbox, old, new) = about_to_change();
    for _ in 0..4 {
        let mut building: Vec<Child> = (0..4).map(|_| builder(&sandbox).spawn().unwrap()).collect();
        wait_until(&mut building[0], || unfinished(&sandbox) > 0);
        building[0].kill().unwrap();
        building[0].wait().unwrap();
        assert_whole(&sandbox, &old, &new);
        for build in &mut building[1..] {
            assert!(build.wait().unwrap().success());
        }
        assert!(products(&sandbox) == new);
        assert!(builder(&sandbox).status().unwrap().success());
        assert_eq!(names(&sandbox, "output"), PRODUCTS);
        lay(&sandbox, &old);
    }
}

/// A project may come from anybody, with a link in it that its owner never saw.
#[cfg(unix)]
#[test]
fn links_do_not_lead_products_out_of_where_they_belong() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    let is_empty = |folder: &Path| fs::read_dir(folder).unwrap().next().is_none();
    let sandbox = leaflet();
    symlink(elsewhere.path(), sandbox.path("output")).unwrap();
    let ran = sandbox.run(&["build", "--edition", "screen"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("a link leads out of the project folder"),
        "{}",
        ran.stderr
    );
    assert!(is_empty(elsewhere.path()));
    // Who names the folder means it.
    let named = elsewhere.path().to_str().unwrap();
    assert_eq!(
        sandbox
            .run(&["build", "--edition", "screen", "--out", named])
            .code,
        0
    );
    assert!(!is_empty(elsewhere.path()));

    let elsewhere = tempfile::tempdir().unwrap();
    let sandbox = leaflet();
    fs::create_dir_all(sandbox.path("content/north")).unwrap();
    fs::create_dir_all(sandbox.path("output")).unwrap();
    fs::copy(
        sandbox.path("content/leaflet.toml"),
        sandbox.path("content/north/leaflet.toml"),
    )
    .unwrap();
    symlink(elsewhere.path(), sandbox.path("output/north")).unwrap();
    let ran = sandbox.run(&["build", "north/leaflet", "--edition", "screen"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("a link leads out of the folder of products"),
        "{}",
        ran.stderr
    );
    assert!(is_empty(elsewhere.path()));
    // A link that has a product's name is replaced, not followed.
    let sandbox = leaflet();
    let secret = elsewhere.path().join("secret");
    fs::write(&secret, "kept").unwrap();
    fs::create_dir_all(sandbox.path("output")).unwrap();
    symlink(&secret, sandbox.path("output/leaflet.screen.pdf")).unwrap();
    assert_eq!(sandbox.run(&["build", "--edition", "screen"]).code, 0);
    assert_eq!(fs::read(&secret).unwrap(), b"kept");
    assert!(!sandbox.path("output/leaflet.screen.pdf").is_symlink());
}

#[test]
fn a_documents_name_is_one_of_those_that_are_there_and_leads_nowhere_else() {
    let sandbox = leaflet();
    let absolute = sandbox.path("content/leaflet").display().to_string();
    for name in [
        "../../etc/passwd",
        "/etc/passwd",
        "../content/leaflet",
        "./leaflet",
        "..\\leaflet",
        "",
        &absolute,
    ] {
        let ran = sandbox.run(&["build", "--edition", "screen", name]);
        assert_eq!(ran.code, 2, "{name}: {}", ran.stderr);
        assert!(
            ran.stderr.contains(&format!("there is no document `{name}`")),
            "{}",
            ran.stderr
        );
        assert!(!sandbox.path("output").exists());
    }
    // Where products go is said on the command line, and may be anywhere.
    let outside = tempfile::tempdir().unwrap();
    let roundabout = outside.path().join("a/../b");
    let ran = sandbox.run(&[
        "build",
        "--edition",
        "screen",
        "--out",
        roundabout.to_str().unwrap(),
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(outside.path().join("b/leaflet.screen.pdf").exists());
}
