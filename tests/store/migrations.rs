//! Books of every format that was ever written, frozen as they were: they are read, and written anew in today's.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder::{Folder, open, refused, save};
use goodword::domain::Book;
use goodword::domain::book::FORMAT_VERSION;
use goodword::domain::promise::{State, Strength};
use goodword::store::disk::RealDisk;
use goodword::store::{Backups, Before, BookFile};

fn fixture(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/fixtures");
    folder.join(name)
}

fn frozen(name: &str) -> Vec<u8> {
    fs::read(fixture(name)).unwrap()
}

#[test]
fn every_format_has_its_frozen_book_and_each_is_read() {
    for version in 0..=FORMAT_VERSION {
        let name = format!("book_v{version}.ron");
        let opened = open(&fixture(&name));
        assert_eq!(opened.book.version, FORMAT_VERSION, "{name}");
        assert_eq!(opened.problems(), Vec::<String>::new(), "{name}");
        assert_eq!(opened.file.is_in_older_format(), version < FORMAT_VERSION);
        assert!(opened.book.record_count() > 3, "{name}");
    }
}

#[test]
fn format_0_comes_over_with_everything_that_it_said() {
    let book = open(&fixture("book_v0.ron")).book;
    let [ana, bob] = book.contacts.iter().collect::<Vec<_>>()[..] else {
        panic!("{} people", book.contacts.len());
    };
    assert_eq!(
        (ana.name.as_str(), ana.notes.as_str(), ana.added.to_string()),
        (
            "Ana Silva",
            "Met in Lisbon.\nPrefers mornings.",
            "2025-02-03".to_owned()
        )
    );
    let [slides, call] = book.promises.iter().collect::<Vec<_>>()[..] else {
        panic!("{} promises", book.promises.len());
    };
    assert_eq!((slides.contact, call.contact), (ana.id, bob.id));
    assert_eq!(slides.said, Strength::Promise);
    assert_eq!(slides.due, Some("2025-03-12".parse().unwrap()));
    assert_eq!(
        slides.state,
        State::Delivered {
            on: "2025-03-11".parse().unwrap(),
            was_blocked: None
        }
    );
    assert_eq!((call.due, &call.state), (None, &State::Open));
    assert_eq!(book.record_count(), 4);
}

#[test]
fn opening_leaves_the_old_file_and_the_first_save_keeps_it() {
    let old = [b"\xef\xbb\xbf".to_vec(), frozen("book_v0.ron")].concat();
    let folder = Folder::in_memory();
    let path = folder.put("book.ron", &old);
    let shelf = || {
        let day = || "2026-09-24".parse().unwrap();
        Backups::on(Box::new(RealDisk), folder.path("backups"), day)
    };
    let mut opened = BookFile::open_backed_up(&path, Some(shelf())).unwrap();
    assert_eq!(fs::read(&path).unwrap(), old);
    save(&mut opened.file, &opened.book);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("\n  version: 1,\n"), "{text}");
    assert_eq!(open(&path).book, opened.book);
    let kept = shelf().list().unwrap();
    assert_eq!(kept[0].before, Before::Migration);
    assert_eq!(fs::read(&kept[0].path).unwrap(), old);
    // From here on it is a book of today.
    let mut file = opened.file;
    let mut changed = opened.book.clone();
    changed.contacts = Book::default().contacts;
    save(&mut file, &changed);
    let migrations = shelf().list().unwrap();
    let migrations = migrations
        .iter()
        .filter(|one| one.before == Before::Migration);
    assert_eq!(migrations.count(), 1);
}

#[test]
fn an_old_book_is_read_as_strictly_as_one_of_today() {
    let folder = Folder::new();
    let text = String::from_utf8(frozen("book_v0.ron")).unwrap();
    let unknown = text.replace("notes:", "colour:");
    let message = refused(&folder.put("book.ron", unknown));
    assert!(
        message.contains("no field \"colour\" in Person"),
        "{message}"
    );
    let today = text.replace("people:", "contacts:");
    let message = refused(&folder.put("book.ron", today));
    assert!(
        message.contains("no field \"contacts\" in Book"),
        "{message}"
    );
    let twice = text.replace("00000000000000000000000002", "00000000000000000000000001");
    let message = refused(&folder.put("book.ron", twice));
    assert!(
        message.contains("holds records that share an id"),
        "{message}"
    );
}
