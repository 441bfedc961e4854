//! `goodword add`: a line into the book from a shell.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::path::Path;
use std::process::{Command, Output};

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
        ("helped by a: found me a lawyer", "the name could mean "),
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
