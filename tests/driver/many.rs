//! Many random merges through the installed driver, and the same ones by git alone.
//!
//! `GOODWORD_MERGES=400 cargo test --test driver many -- --nocapture` makes 400 of them and prints what came out.

use std::fmt::Write as _;
use std::fs;

use goodword::domain::Book;
use goodword::store::demo;
use goodword::store::disk::RealDisk;
use goodword::store::version::{self, Part};

use super::books::book;
use super::edits::edited;
use super::oracle::wrongs;
use super::repository::{BOOK, Repository, read};

/// 40, or as many as `GOODWORD_MERGES` asks for.
fn merges() -> u64 {
    let asked = std::env::var("GOODWORD_MERGES").ok();
    asked.and_then(|number| number.parse().ok()).unwrap_or(40)
}

/// Where both came from, and the two sides.
struct Versions {
    base: Book,
    ours: Book,
    theirs: Book,
}

/// Every second time the demo, else a book of all that a book can hold; up to six changes on each side.
fn versions(seed: u64) -> Versions {
    let base = if seed.is_multiple_of(2) {
        edited(&demo::book(demo::ANCHOR).unwrap(), seed, 3)
    } else {
        Book {
            unresolved: Vec::new(),
            ..book(seed, 3)
        }
    };
    let changes = |side: u64| 1 + (seed.wrapping_mul(side) % 6) as u32;
    Versions {
        ours: edited(&base, seed * 2 + 1_000_000, changes(7)),
        theirs: edited(&base, seed * 2 + 1_000_001, changes(11)),
        base,
    }
}

#[test]
fn many_merges_by_the_installed_driver_lose_nothing() {
    let repository = Repository::with_driver();
    let all: Vec<Versions> = (0..merges()).map(versions).collect();
    repository.import(&branches(&all));
    let (mut clean, mut conflicts) = (0, 0);
    for (at, versions) in all.iter().enumerate() {
        repository.git(&["checkout", "-qf", &format!("ours-{at}")]);
        let ended = repository.try_git(&["merge", "-q", "--no-edit", &format!("theirs-{at}")]);
        let merged = read(&repository.path(BOOK));
        let wrong = wrongs(&versions.base, &versions.ours, &versions.theirs, &merged);
        let said = &ended.said;
        assert!(wrong.is_empty(), "merge {at}: {said}\n{}", wrong.join("\n"));
        let is_clean = merged.unresolved.is_empty();
        assert_eq!(ended.code, Some(i32::from(!is_clean)), "{}", ended.said);
        if is_clean {
            clean += 1;
            assert_eq!(repository.git(&["status", "--porcelain", "-uno"]), "");
        } else {
            conflicts += 1;
            repository.git(&["merge", "--abort"]);
        }
    }
    println!(
        "{} merges by the driver: {clean} clean, {conflicts} with values to choose; 0 wrong, 0 unreadable",
        all.len()
    );
    assert!(clean > 0 && conflicts > 0, "only one kind of end was tried");
}

/// The control: what the driver is there for.
#[test]
fn many_merges_by_git_alone_are_wrong_and_nobody_is_told() {
    let repository = Repository::new();
    let (mut right, mut wrong, mut unreadable, mut marked) = (0, 0, 0, 0);
    for versions in (0..merges()).map(versions) {
        for (name, book) in [
            ("base", &versions.base),
            ("ours", &versions.ours),
            ("theirs", &versions.theirs),
        ] {
            version::write(&RealDisk, &repository.path(name), book).unwrap();
        }
        let ended = repository.try_git(&["merge-file", "ours", "base", "theirs"]);
        let merged = repository.path("ours");
        match version::read(&RealDisk, &merged, Part::Side, &merged) {
            _ if ended.code != Some(0) => marked += 1,
            Err(_) => unreadable += 1,
            Ok(book) => {
                let found = wrongs(&versions.base, &versions.ours, &versions.theirs, &book);
                *(if found.is_empty() {
                    &mut right
                } else {
                    &mut wrong
                }) += 1;
            }
        }
    }
    println!(
        "the same by git alone: {right} right, {wrong} clean but wrong, {unreadable} clean but unreadable, {marked} \
         left with marks that make the file unreadable"
    );
    assert!(
        wrong + unreadable + marked > 0,
        "the control catches nothing"
    );
}

/// The commits of all versions, as `git fast-import` reads them.
fn branches(all: &[Versions]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let mut stream = String::new();
    for (at, versions) in all.iter().enumerate() {
        let mut commit = |branch: &str, from: Option<&str>, book: &Book| {
            let file = folder.path().join(BOOK);
            version::write(&RealDisk, &file, book).unwrap();
            let text = fs::read_to_string(&file).unwrap();
            let from =
                from.map_or_else(String::new, |from| format!("from refs/heads/{from}-{at}\n"));
            let _ = write!(
                stream,
                "commit refs/heads/{branch}-{at}\ncommitter Somebody <somebody@example.org> 0 +0000\ndata 1\nx\n{from}M \
                 100644 inline {BOOK}\ndata {}\n{text}\n",
                text.len()
            );
        };
        commit("base", None, &versions.base);
        commit("ours", Some("base"), &versions.ours);
        commit("theirs", Some("base"), &versions.theirs);
    }
    stream.into_bytes()
}
