//! `goodword add`: a line into the book from a shell.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use goodword::domain::Book;
use goodword::store::{BookFile, Save, demo};

fn add(book: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_goodword"))
        .env("XDG_STATE_HOME", book.with_file_name("state"))
        .args(["add", "--today", "2026-09-24", "--book"])
        .arg(book)
        .args(words)
        .output()
        .unwrap()
}

/// The same with something on standard input.
fn add_from(book: &Path, words: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_goodword"))
        .env("XDG_STATE_HOME", book.with_file_name("state"))
        .args(["add", "--today", "2026-09-24", "--book"])
        .arg(book)
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(input.as_bytes()).unwrap();
    drop(pipe);
    child.wait_with_output().unwrap()
}

fn read(path: &Path) -> Book {
    BookFile::open(path).unwrap().book
}

/// The demo's people in a file of their own.
fn kept() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    let mut file = BookFile::open(&path).unwrap().file;
    let book = demo::book(demo::ANCHOR).unwrap();
    assert!(matches!(file.save(&book), Save::Saved));
    (folder, path)
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

#[test]
fn a_line_is_noted_and_said_back() {
    let (_folder, path) = kept();
    let before = read(&path).incidents.len();
    let output = add(
        &path,
        &["helped", "by", "ana:", "found", "me", "a", "lawyer"],
    );
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(
        text(&output.stdout).contains("Ana Silva"),
        "{}",
        text(&output.stdout)
    );
    let after = read(&path);
    assert_eq!(after.incidents.len(), before + 1);
    assert!(
        after
            .incidents
            .iter()
            .any(|one| one.note == "found me a lawyer")
    );
}

#[test]
fn a_dry_run_notes_nothing() {
    let (_folder, path) = kept();
    let before = std::fs::read(&path).unwrap();
    let output = add(&path, &["--dry-run", "helped by ana: found me a lawyer"]);
    assert!(text(&output.stdout).starts_with("Would note: Ana Silva"));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn what_cannot_be_read_or_could_mean_several_is_refused_with_the_reason() {
    let (_folder, path) = kept();
    let before = std::fs::read(&path).unwrap();
    for (line, reason) in [
        ("praised ana: well", "is no verb that begins a line"),
        ("helped by a: found me a lawyer", "Who is \"a\"? "),
        ("helped by nobodyatall: x", "nobodyatall"),
    ] {
        let output = add(&path, &[line]);
        assert_eq!(output.status.code(), Some(1), "{line}");
        assert!(
            text(&output.stderr).contains(reason),
            "{}",
            text(&output.stderr)
        );
        assert_eq!(output.stdout, b"");
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn without_words_a_line_is_read_from_standard_input() {
    let (_folder, path) = kept();
    let output = add_from(&path, &[], "\nmet lea: the mill\nmet bob: never read\n");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(
        text(&output.stdout),
        "You met Lea Novak, today (Thu 24 Sep): the mill.\n"
    );
    let notes: Vec<String> = read(&path)
        .interactions
        .iter()
        .map(|one| one.note.clone())
        .collect();
    assert!(notes.iter().any(|note| note == "the mill"));
    assert!(!notes.iter().any(|note| note == "never read"));
    let output = add_from(&path, &[], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("there was no line"));
}

#[test]
fn of_many_lines_those_that_can_be_read_are_kept_and_the_others_named() {
    let (_folder, path) = kept();
    let lines = "# the fair\nat Web Summit:\nZoe Lind, Acme: fees\n\npraised zoe\npromise zoe lind deck by fri\nhelped by a: x";
    let output = add_from(&path, &["-"], lines);
    assert_eq!(output.status.code(), Some(1));
    let said: Vec<&str> = text(&output.stdout).lines().collect();
    assert!(said[0].starts_with("2: At Web Summit"), "{said:?}");
    assert!(
        said[1].starts_with("3: New: Zoe Lind, Acme. You met Zoe Lind"),
        "{said:?}"
    );
    assert!(
        said[2].starts_with("6: You promise Zoe Lind: deck, by Fri 25 Sep"),
        "{said:?}"
    );
    let wrong: Vec<&str> = text(&output.stderr).lines().collect();
    assert!(
        wrong[0].starts_with("goodword add: line 5: \"praised\" is no verb"),
        "{wrong:?}"
    );
    assert!(
        wrong[1].starts_with("goodword add: line 7: Who is \"a\"?"),
        "{wrong:?}"
    );
    let book = read(&path);
    let zoe = book
        .contacts
        .iter()
        .find(|one| one.name == "Zoe Lind")
        .unwrap();
    assert!(
        book.promises
            .iter()
            .any(|one| one.contact == zoe.id && one.text == "deck")
    );

    let before = std::fs::read(&path).unwrap();
    let output = add_from(&path, &["--dry-run", "-"], "met lea: x\n");
    assert!(output.status.success());
    assert_eq!(
        std::fs::read(&path).unwrap(),
        before,
        "a dry run notes nothing"
    );
}

/// Nobody looks on who could choose, so that what was chosen is said.
#[test]
fn of_several_people_it_says_who_was_taken_and_who_fits_too() {
    let (_folder, path) = kept();
    assert!(
        add(&path, &["met Ana Weber 3 may 2025: x"])
            .status
            .success()
    );
    assert!(add(&path, &["met Ana Silva: x"]).status.success());
    let output = add(&path, &["called ana: the fair"]);
    let said = text(&output.stdout);
    assert!(
        said.contains("\"ana\" was taken for Ana Silva; it fits Ana Weber too."),
        "{said}"
    );
    let output = add(&path, &["called bob: the fair"]);
    assert!(!text(&output.stdout).contains("was taken"));
}
