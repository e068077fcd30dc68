//! Files that do not stand still. Something happens to each when half of it was read, or just before it is opened.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::*;

/// Longer than the clocks of file systems take from one tick to the next.
const TICK: Duration = Duration::from_millis(25);

/// Reads a file of 100,000 bytes to which that happens meanwhile.
fn read_while(happens: impl FnOnce(&Path)) -> Result<Arc<[u8]>, ReadError> {
    let folder = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    fs::create_dir(root.join("fonts")).unwrap();
    let file = root.join("fonts/a.ttf");
    fs::write(&file, [b'o'; 100_000]).unwrap();
    thread::sleep(TICK);
    whole_with(&root, Path::new("fonts/a.ttf"), 100_000, || happens(&file))
}

#[track_caller]
fn assert_changed(read: Result<Arc<[u8]>, ReadError>) {
    assert!(
        matches!(read, Err(ReadError::Changed)),
        "{:?}",
        read.map(|bytes| bytes.len())
    );
}

#[test]
fn a_file_that_stands_still_is_read_whole() {
    let read = read_while(|_| ()).unwrap();
    assert!(read.len() == 100_000 && read.iter().all(|byte| *byte == b'o'));
}

#[test]
fn a_file_that_is_written_anew_while_it_is_read_is_an_error() {
    // As a program does that saves into the same file: first it is empty, then it grows. Longer, shorter, and of the same length.
    for length in [150_000, 20_000, 100_000] {
        assert_changed(read_while(|file| fs::write(file, vec![b'n'; length]).unwrap()));
    }
    assert_changed(read_while(|file| fs::write(file, b"").unwrap()));
}

#[test]
fn a_file_that_grows_or_is_cut_while_it_is_read_is_an_error() {
    let change = |length| {
        move |file: &Path| {
            fs::OpenOptions::new()
                .write(true)
                .open(file)
                .unwrap()
                .set_len(length)
                .unwrap()
        }
    };
    assert_changed(read_while(change(100_001)));
    assert_changed(read_while(change(99_999)));
    assert_changed(read_while(change(10)));
}

#[cfg(unix)]
#[test]
fn a_file_that_another_takes_the_place_of_while_it_is_read_is_an_error() {
    assert_changed(read_while(|file| {
        let other = file.with_extension("new");
        fs::write(&other, [b'n'; 100_000]).unwrap();
        fs::rename(other, file).unwrap();
    }));
    assert_changed(read_while(|file| fs::remove_file(file).unwrap()));
    assert_changed(read_while(|file| {
        fs::remove_file(file).unwrap();
        fs::create_dir(file).unwrap();
    }));
}

#[test]
fn somebody_who_writes_all_the_time_never_gives_a_mixed_file() {
    let folder = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    let file = root.join("a.png");
    fs::write(&file, [b'a'; 300_000]).unwrap();
    let stop = std::sync::atomic::AtomicBool::new(false);
    let (mut whole_ones, mut changed) = (0, 0);
    thread::scope(|scope| {
        scope.spawn(|| {
            for letter in (b'b'..=b'z').cycle() {
                if stop.load(std::sync::atomic::Ordering::Relaxed) {
                    break;
                }
                fs::write(&file, [letter; 300_000]).unwrap();
                thread::sleep(Duration::from_millis(1));
            }
        });
        for _ in 0..400 {
            match whole(&root, Path::new("a.png"), 1 << 20) {
                Ok(bytes) => {
                    // Read between emptying and writing it is whole, too, as short as it then is.
                    assert!(bytes.iter().all(|byte| *byte == bytes[0]), "a mixed file");
                    whole_ones += 1;
                }
                Err(ReadError::Changed) => changed += 1,
                Err(error) => panic!("{error}"),
            }
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    assert!(whole_ones > 0, "{changed} reads, and none came through");
}

#[cfg(unix)]
#[test]
fn a_folder_that_becomes_a_link_after_it_was_looked_at_leads_nowhere() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    for part in ["project/content", "outside"] {
        fs::create_dir_all(root.join(part)).unwrap();
        fs::write(root.join(part).join("a.toml"), part).unwrap();
    }
    let project = root.join("project");
    let (_, inside) = super::super::place::find(&project, &[], "content/a.toml").unwrap();
    assert_eq!(&*whole(&project, &inside, 99).unwrap(), b"project/content");
    // Now, between the look and the opening, somebody is quick: first with the folder, then with the file.
    fs::rename(project.join("content"), project.join("kept")).unwrap();
    symlink(root.join("outside"), project.join("content")).unwrap();
    assert_changed(whole(&project, &inside, 99));
    fs::remove_file(project.join("content")).unwrap();
    fs::rename(project.join("kept"), project.join("content")).unwrap();
    fs::remove_file(project.join("content/a.toml")).unwrap();
    symlink(root.join("outside/a.toml"), project.join("content/a.toml")).unwrap();
    assert_changed(whole(&project, &inside, 99));
}

#[cfg(unix)]
#[test]
fn nobody_waits_for_a_pipe_and_a_folder_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.ttf");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(pipe)
            .status()
            .unwrap()
            .success()
    );
    fs::create_dir(folder.path().join("folder.ttf")).unwrap();
    for name in ["pipe.ttf", "folder.ttf", ""] {
        let read = whole(folder.path(), Path::new(name), 99);
        assert!(matches!(read, Err(ReadError::NoFile)), "{name}: {read:?}");
    }
}

#[test]
fn a_file_of_the_greatest_length_is_read_and_one_byte_more_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a"), [0; 10]).unwrap();
    assert_eq!(whole(folder.path(), Path::new("a"), 10).unwrap().len(), 10);
    let refused = whole(folder.path(), Path::new("a"), 9);
    assert!(matches!(refused, Err(ReadError::TooLarge(9))), "{refused:?}");
}
