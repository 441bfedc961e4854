//! Two programs on one file: whatever either wrote is there in the end.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::merge::merge;
use goodword::store::{BookFile, Foreign, Look, Save};

use super::failing_disk::{FailingDisk, Plan};
use super::folder::{Folder, mode, not_saved, open, save, set_mode};

/// A book of people by these names.
fn people(names: &[&str]) -> Book {
    let mut book = Book::default();
    for name in names {
        let number = name
            .bytes()
            .fold(0, |sum, byte| sum * 256 + u128::from(byte));
        let id: Id<Contact> = Id::from_u128(number);
        let text = format!("(id: \"{id}\", name: \"{name}\", added: \"2026-09-24\")");
        book.contacts.put(ron::from_str(&text).unwrap());
    }
    book
}

fn names(book: &Book) -> Vec<&str> {
    let mut names: Vec<_> = book.contacts.iter().map(|one| one.name.as_str()).collect();
    names.sort_unstable();
    names
}

fn foreign(look: Look) -> Foreign {
    match look {
        Look::Foreign(change) => change,
        other => panic!("{other:?}"),
    }
}

/// A saved book in a folder, open twice.
fn twice() -> (Folder, BookFile, BookFile) {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    save(&mut open(&path).file, &people(&["Ana"]));
    let (one, other) = (open(&path).file, open(&path).file);
    (folder, one, other)
}

#[test]
fn two_that_write_in_turn_lose_nothing() {
    let (folder, mut one, mut other) = twice();
    save(&mut one, &people(&["Ana", "Bob"]));
    let settled = other.save_merged(people(&["Ana", "Carl"]));
    assert!(matches!(settled.save, Save::Saved));
    assert_eq!(names(&settled.book), ["Ana", "Bob", "Carl"]);
    assert_eq!(settled.foreign.len(), 1);
    let change = foreign(one.look());
    assert_eq!(names(&change.base), ["Ana", "Bob"]);
    assert_eq!(names(&change.theirs), ["Ana", "Bob", "Carl"]);
    assert!(matches!(one.look(), Look::Same), "told once");
    assert_eq!(
        names(&open(&folder.path("book.ron")).book),
        ["Ana", "Bob", "Carl"]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_waited_for_and_never_overwritten() {
    let (folder, mut one, mut other) = twice();
    save(&mut other, &people(&["Ana", "Bob"]));
    let whole = fs::read(folder.path("book.ron")).unwrap();
    folder.put("book.ron", &whole[..whole.len() / 2]);
    assert!(matches!(one.look(), Look::Unreadable(_)));
    let message = not_saved(one.save(&people(&["Ana", "Carl"])));
    assert!(
        message.contains("was changed outside Goodword and cannot be read: line "),
        "{message}"
    );
    assert!(!message.contains("Bob"), "{message}");
    assert_eq!(
        fs::read(folder.path("book.ron")).unwrap(),
        whole[..whole.len() / 2]
    );
    folder.put("book.ron", &whole);
    let settled = one.save_merged(people(&["Ana", "Carl"]));
    assert_eq!(names(&settled.book), ["Ana", "Bob", "Carl"]);
}

#[test]
fn what_another_program_writes_in_the_very_last_moment_is_found_in_what_was_put_aside() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    save(&mut open(&path).file, &people(&["Ana"]));
    let disk = FailingDisk::default();
    let mut file = BookFile::open_on(Box::new(disk.clone()), &path)
        .unwrap()
        .file;
    *disk.0.lock().unwrap() = Plan {
        meanwhile: Some(("exchange", path.clone())),
        ..Plan::default()
    };
    let settled = {
        let first = file.save(&people(&["Ana", "Bob"]));
        let Save::Foreign(change) = first else {
            panic!("{first:?}")
        };
        // The other program took Ana out; that stands aside, and the new book in its place.
        assert_eq!(
            (names(&change.base), names(&change.theirs)),
            (vec!["Ana"], vec![])
        );
        *disk.0.lock().unwrap() = Plan::default();
        let merged = merge(&change.base, &people(&["Ana", "Bob"]), &change.theirs);
        file.save_merged(merged)
    };
    assert!(matches!(settled.save, Save::Saved));
    assert_eq!(names(&open(&path).book), ["Bob"]);
}

/// It had opened the file before the save, and writes into the very file that was put aside.
#[test]
fn a_program_that_writes_in_place_and_late_is_heard() {
    let (folder, mut one, _) = twice();
    let path = folder.path("book.ron");
    let mut late = File::options().write(true).open(&path).unwrap();
    save(&mut one, &people(&["Ana", "Bob"]));
    let theirs = {
        let other = folder.path("other.ron");
        save(&mut open(&other).file, &people(&["Ana", "Late"]));
        fs::read(other).unwrap()
    };
    // Half of it first: nothing is made of that.
    late.set_len(0).unwrap();
    late.write_all(&theirs[..theirs.len() / 2]).unwrap();
    assert!(matches!(one.look(), Look::Unreadable(_)));
    not_saved(one.save(&people(&["Ana", "Bob", "Carl"])));
    late.write_all(&theirs[theirs.len() / 2..]).unwrap();
    let settled = one.save_merged(people(&["Ana", "Bob", "Carl"]));
    assert!(matches!(settled.save, Save::Saved));
    assert_eq!(names(&open(&path).book), ["Ana", "Bob", "Carl", "Late"]);
}

#[test]
fn a_program_that_had_read_the_book_before_the_save_takes_nothing_back() {
    let (folder, mut one, _) = twice();
    save(&mut one, &people(&["Ana", "Bob"]));
    // It has read Ana alone, and writes right after Bob came.
    let theirs = people(&["Ana", "Late"]);
    let other = folder.path("other.ron");
    save(&mut open(&other).file, &theirs);
    fs::rename(&other, folder.path("book.ron")).unwrap();
    let change = foreign(one.look());
    assert_eq!(names(&change.base), ["Ana"]);
    let settled = one.save_merged(merge(
        &change.base,
        &people(&["Ana", "Bob"]),
        &change.theirs,
    ));
    assert_eq!(names(&settled.book), ["Ana", "Bob", "Late"]);
}

#[test]
fn a_program_that_writes_twice_knows_what_it_wrote_first() {
    let (folder, mut one, _) = twice();
    let mut base = people(&["Ana"]);
    for name in ["Anna", "Annabel"] {
        let mut theirs = base.clone();
        let ana = theirs.contacts.iter().next().unwrap().id;
        let mut contact = theirs.contacts.get(ana).unwrap().as_ref().clone();
        contact.organisation = name.to_owned();
        theirs.contacts.put(contact);
        let other = folder.path("other.ron");
        save(&mut open(&other).file, &theirs);
        fs::rename(&other, folder.path("book.ron")).unwrap();
        let change = foreign(one.look());
        // Who changed nothing here takes the newest over as it is, without a second value.
        assert_eq!(merge(&change.base, &base, &change.theirs), theirs);
        base = theirs;
    }
}

#[test]
fn a_program_that_writes_when_the_save_was_to_be_seen_knew_of_it() {
    let (folder, mut one, _) = twice();
    save(&mut one, &people(&["Ana", "Bob"]));
    // Looks that take about two seconds in the dashboard.
    for _ in 0..3 {
        assert!(matches!(one.look(), Look::Same));
    }
    let other = folder.path("other.ron");
    save(&mut open(&other).file, &people(&["Ana", "Later"]));
    fs::rename(&other, folder.path("book.ron")).unwrap();
    assert_eq!(names(&foreign(one.look()).base), ["Ana", "Bob"]);
}

#[test]
fn a_book_that_is_put_back_as_it_was_is_meant_so() {
    let (folder, mut one, _) = twice();
    let path = folder.path("book.ron");
    let before = fs::read(&path).unwrap();
    save(&mut one, &people(&["Ana", "Bob"]));
    fs::write(&path, before).unwrap();
    let change = foreign(one.look());
    assert_eq!(names(&change.base), ["Ana", "Bob"]);
    assert_eq!(names(&change.theirs), ["Ana"]);
}

/// It had opened the book two saves ago: no name leads any more to where it writes.
#[test]
fn a_program_that_writes_very_late_into_a_file_without_a_name_is_heard() {
    let (folder, mut one, _) = twice();
    let path = folder.path("book.ron");
    let mut late = File::options().write(true).open(&path).unwrap();
    save(&mut one, &people(&["Ana", "Bob"]));
    save(&mut one, &people(&["Ana", "Bob", "Carl"]));
    let other = folder.path("other.ron");
    save(&mut open(&other).file, &people(&["Ana", "Late"]));
    late.set_len(0).unwrap();
    late.write_all(&fs::read(other).unwrap()).unwrap();
    let settled = one.save_merged(people(&["Ana", "Bob", "Carl", "Dora"]));
    assert!(matches!(settled.save, Save::Saved));
    assert_eq!(
        names(&open(&path).book),
        ["Ana", "Bob", "Carl", "Dora", "Late"]
    );
}

/// The file aside gives way to the next one: what was written there while the disk was waited for would go with it.
#[test]
fn a_program_that_writes_aside_while_the_disk_is_busy_is_heard() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    save(&mut open(&path).file, &people(&["Ana"]));
    let disk = FailingDisk::default();
    let mut file = BookFile::open_on(Box::new(disk.clone()), &path)
        .unwrap()
        .file;
    save(&mut file, &people(&["Ana", "Bob"]));
    *disk.0.lock().unwrap() = Plan {
        meanwhile: Some(("sync", folder.path(".book.ron.previous"))),
        ..Plan::default()
    };
    match file.save(&people(&["Ana", "Bob", "Carl"])) {
        Save::Foreign(change) => assert_eq!(
            (names(&change.base), names(&change.theirs)),
            (vec!["Ana"], vec![])
        ),
        other => panic!("{other:?}"),
    }
    assert_eq!(names(&open(&path).book), ["Ana", "Bob"]);
}

#[test]
fn what_stands_aside_and_stays_unreadable_is_kept_where_it_shows() {
    let (folder, mut one, _) = twice();
    let path = folder.path("book.ron");
    let mut late = File::options().write(true).open(&path).unwrap();
    save(&mut one, &people(&["Ana", "Bob"]));
    late.write_all(b"no book any more").unwrap();
    let next = people(&["Ana", "Bob", "Carl"]);
    let tries: Vec<_> = (0..9)
        .map(|_| one.save(&next))
        .take_while(|save| !matches!(save, Save::Saved))
        .map(not_saved)
        .collect();
    let last = tries.last().unwrap();
    assert!(
        last.contains("kept in") && last.contains("book.ron.unread"),
        "{last}"
    );
    assert!(
        fs::read(folder.path("book.ron.unread"))
            .unwrap()
            .starts_with(b"no book any more")
    );
    assert_eq!(names(&open(&path).book), ["Ana", "Bob", "Carl"]);
}

#[test]
fn who_writes_holds_the_lock_and_who_waits_too_long_is_told_by_whom() {
    let (folder, mut one, mut other) = twice();
    let lock = File::options()
        .write(true)
        .open(folder.path(".book.ron.lock"))
        .unwrap();
    lock.lock().unwrap();
    let message = not_saved(one.save(&people(&["Ana", "Bob"])));
    assert!(
        message.contains("has been writing it for some time"),
        "{message}"
    );
    assert!(
        message.contains(&format!("process {} on ", std::process::id())),
        "{message}"
    );
    drop(lock);
    save(&mut other, &people(&["Ana", "Bob"]));
}

#[test]
fn who_opens_a_book_second_hears_of_the_first() {
    let (folder, one, other) = twice();
    let first = one.note_presence();
    assert_eq!(first.other, None);
    let me = format!("process {} on ", std::process::id());
    assert!(other.note_presence().other.unwrap().starts_with(&me));
    assert_eq!(mode(&folder.path(".book.ron.open")), 0o600);
    drop(first);
    assert_eq!(other.note_presence().other, None);
}

#[test]
fn what_is_left_of_killed_saves_is_cleared_away_but_for_what_stands_nowhere_else() {
    let (folder, mut one, _) = twice();
    save(&mut one, &people(&["Ana", "Bob"]));
    let book = fs::read(folder.path("book.ron")).unwrap();
    let previous = fs::read(folder.path(".book.ron.previous")).unwrap();
    let unsaved = String::from_utf8(book.clone())
        .unwrap()
        .replace("Bob", "Carl");
    folder.put(".book.ron-aaaaaa.tmp", &book[..book.len() / 2]);
    folder.put(".book.ron-bbbbbb.tmp", &book);
    folder.put(".book.ron-cccccc.tmp", &previous);
    let mine = folder.put(".book.ron-dddddd.tmp", &unsaved);
    set_mode(&mine, 0o600);
    folder.put(".other.ron-eeeeee.tmp", "of another book");
    assert_eq!(one.sweep(), [folder.path("book.ron.unsaved")]);
    assert_eq!(
        folder.names(),
        [".other.ron-eeeeee.tmp", "book.ron", "book.ron.unsaved"]
    );
    let kept: &Path = &folder.path("book.ron.unsaved");
    assert_eq!(fs::read_to_string(kept).unwrap(), unsaved);
    assert_eq!(mode(kept), 0o600);
}

/// What a disk was asked for since the last time.
fn calls(disk: &FailingDisk) -> Vec<&'static str> {
    std::mem::take(&mut disk.0.lock().unwrap().calls)
}

/// A book of many years is as large as a film of it: to read it each time would keep the disk awake.
#[test]
fn a_file_that_nobody_wrote_for_a_while_is_not_read_again_and_an_edit_shows_at_once() {
    let folder = Folder::new();
    let path = folder.put(
        "book.ron",
        "(version: 1, contacts: [(name: \"Ana\", added: \"2026-01-01\")])",
    );
    let disk = FailingDisk::default();
    let mut file = BookFile::open_on(Box::new(disk.clone()), &path)
        .unwrap()
        .file;
    for _ in 0..9 {
        calls(&disk);
        assert!(matches!(file.look(), Look::Same));
        assert!(calls(&disk).contains(&"read"), "it may be written still");
    }
    assert!(matches!(file.look(), Look::Same));
    assert!(!calls(&disk).contains(&"read"));

    // Longer than before, because here hardly a moment went by for the machine.
    fs::write(
        &path,
        "(version: 1, contacts: [(name: \"Evelyn\", added: \"2026-01-01\")])",
    )
    .unwrap();
    assert_eq!(names(&foreign(file.look()).theirs), ["Evelyn"]);
    calls(&disk);
    assert!(matches!(file.look(), Look::Same));
    assert!(calls(&disk).contains(&"read"), "and read again for a while");
}
