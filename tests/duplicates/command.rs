//! `goodword duplicates`, as a shell sees it.

use std::process::Command;

use goodword::store::{BookFile, Save};
use serde_json::Value;

use super::{book, person, texts};

fn run(more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    let ana = |number| {
        person(number, "Ana Li", |ana| {
            ana.emails = texts(&["ana@li.example"]);
        })
    };
    let book = book([ana(1), ana(2), person(3, "Bob Reyes", |_| {})]);
    assert!(matches!(
        BookFile::open(&path).unwrap().file.save(&book),
        Save::Saved
    ));
    let before = std::fs::read(&path).unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_goodword"))
        .args(["duplicates", "--today", "2026-09-24", "--book"])
        .arg(&path)
        .args(more)
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    assert_eq!(std::fs::read(&path).unwrap(), before, "it only reads");
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn it_says_who_and_why() {
    assert_eq!(
        run(&[]),
        "1 person may stand here twice.\n\
         Ana Li · Ana Li: certain; same e-mail ana@li.example; same name, and nothing speaks against it\n"
    );
}

#[test]
fn programs_read_the_same() {
    let said: Value = serde_json::from_str(&run(&["--json"])).unwrap();
    assert_eq!(said["kind"], "duplicates");
    let item = &said["items"][0];
    assert_eq!(
        (&item["a_name"], &item["sure"]),
        (&Value::from("Ana Li"), &Value::from(1000))
    );
    assert_eq!(item["reasons"][0]["kind"], "same_email");
    assert_eq!(item["not_the_same"], false);
}
