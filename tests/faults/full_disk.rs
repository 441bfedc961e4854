//! A disk that is full: the book stays whole, the dashboard says so, and saves by itself once there is room.

use std::env;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::terminal::World;

const BOOK: &str = r#"(
  version: 1,
  contacts: [(id: "0000000000000000000000000D", name: "Dana Reyes", added: "2026-09-01")],
  promises: [
    (
      id: "0000000000000000000000000P",
      contact: "0000000000000000000000000D",
      text: "Send the slides",
      made: "2026-09-20",
      due: "2026-09-30",
      said: Promise,
    ),
  ],
)
"#;

/// How a kept promise stands in the file.
const DELIVERED: &str = "Delivered(";

/// What tells this program that it runs where it may mount a disk of its own.
const INSIDE: &str = "GOODWORD_FAULTS_INSIDE";

/// How a program is run that may mount disks, which nobody else sees and which go with it.
const MAY_MOUNT: [&str; 2] = ["unshare", "-Urm"];

#[test]
fn a_full_disk_destroys_nothing_and_the_book_is_saved_once_there_is_room() {
    inside("full_disk::on_a_small_disk");
}

/// The control: a file that is written in place is gone.
#[test]
fn the_same_disk_destroys_a_file_that_is_written_in_place() {
    inside("full_disk::in_place_on_a_small_disk");
}

/// For a machine on which nobody may mount a disk: no file may grow beyond a few bytes.
#[test]
fn a_limit_on_the_size_of_files_is_no_end_either() {
    let world = World::with_book(BOOK);
    let book = world.book();
    save_meets(&world, &book, |room| {
        let size = if room { "unlimited" } else { "100" };
        let process = process_of(&book);
        let limited = Command::new("prlimit")
            .args(["--pid", &process, &format!("--fsize={size}:unlimited")])
            .status();
        assert!(limited.unwrap().success());
    });
}

/// Not a test of its own: what is run where a disk may be mounted.
#[test]
fn on_a_small_disk() {
    if env::var_os(INSIDE).is_none() {
        return;
    }
    let disk = small_disk();
    let book = disk.join("book.ron");
    fs::write(&book, BOOK).unwrap();
    save_meets(&World::new(), &book, |room| {
        if room {
            fs::remove_file(disk.join("filler")).unwrap();
        } else {
            fill(&disk);
        }
    });
}

/// Not a test of its own either.
#[test]
fn in_place_on_a_small_disk() {
    if env::var_os(INSIDE).is_none() {
        return;
    }
    let disk = small_disk();
    let book = disk.join("book.ron");
    fs::write(&book, BOOK).unwrap();
    fill(&disk);
    let longer = BOOK.repeat(20);
    assert!(fs::write(&book, &longer).is_err());
    let left = fs::read_to_string(&book).unwrap();
    assert!(left != BOOK && left != longer);
}

/// A change is made while there is no room; then there is room.
fn save_meets(world: &World, book: &Path, give_room: impl Fn(bool)) {
    let mut terminal = world.open(&["--book", book.to_str().unwrap()], 100, 30);
    terminal.await_text("Waiting for you");
    give_room(false);
    terminal.send("3");
    terminal.await_text("Send the slides");
    terminal.send(" ");
    terminal.await_text("not saved");
    terminal.await_text("is as it was");
    assert_eq!(fs::read_to_string(book).unwrap(), BOOK);
    terminal.send("q");
    terminal.await_text("Your last changes are not saved");
    terminal.send("\u{1b}");
    give_room(true);
    terminal.await_screen("word that it is saved", |screen| {
        let text = screen.contents();
        !text.contains("not saved")
    });
    assert!(fs::read_to_string(book).unwrap().contains(DELIVERED));
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
    assert!(fs::read_to_string(book).unwrap().contains(DELIVERED));
}

/// Who has the book open, as its file for that says.
fn process_of(book: &Path) -> String {
    let note = fs::read_to_string(book.with_file_name(".book.ron.open")).unwrap();
    let process = note.split_whitespace().nth(1);
    process.unwrap().to_owned()
}

/// Runs one of the tests above where it may mount a disk; where the machine allows nobody that, it says so.
fn inside(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mut probe = Command::new(MAY_MOUNT[0]);
    probe.args(&MAY_MOUNT[1..]);
    probe.args(["mount", "-t", "tmpfs", "tmpfs"]);
    let allowed = probe.arg(folder.path()).stderr(Stdio::null()).status();
    if !allowed.is_ok_and(|status| status.success()) {
        eprintln!("skipped: this machine lets nobody mount a small disk");
        return;
    }
    let ran = Command::new(MAY_MOUNT[0])
        .args(&MAY_MOUNT[1..])
        .arg(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, "yes")
        .env("TMPDIR", folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

/// Mounts a disk of 64 KiB.
fn small_disk() -> PathBuf {
    let disk = env::temp_dir().join("disk");
    fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
        .arg(&disk)
        .status();
    assert!(mounted.unwrap().success());
    disk
}

/// Fills a disk to its last byte.
fn fill(disk: &Path) {
    let mut filler = File::create(disk.join("filler")).unwrap();
    let error = loop {
        if let Err(error) = filler.write_all(&[0; 512]) {
            break error;
        }
    };
    assert_eq!(error.kind(), ErrorKind::StorageFull);
}
