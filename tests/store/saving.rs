//! Saving: through links, with the permissions that were there, and never over what somebody else wrote.

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;

use super::common::books::book;
use super::folder::{Folder, mode, not_saved, open, save, set_mode};
use goodword::domain::Book;
use goodword::store::Save;

#[test]
fn a_new_book_and_its_folder_are_for_the_owner_alone() {
    let folder = Folder::new();
    let path = folder.path("deep/down/book.ron");
    save(&mut open(&path).file, &book(1, 1));
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&folder.path("deep/down")), 0o700);
    assert_eq!(mode(&folder.path("deep")), 0o700);
    assert_eq!(
        names_in(&folder.path("deep/down")),
        [".book.ron.lock", "book.ron"]
    );
    assert_eq!(mode(&folder.path("deep/down/.book.ron.lock")), 0o600);
}

#[test]
fn the_permissions_of_a_book_stay_and_wide_ones_are_told() {
    for (was, told) in [(0o600, false), (0o640, true), (0o644, true), (0o660, true)] {
        let folder = Folder::new();
        let path = folder.put("book.ron", "(version: 1)");
        set_mode(&path, was);
        let mut opened = open(&path);
        assert_eq!(opened.readable_by_others, told, "{was:o}");
        save(&mut opened.file, &book(1, 1));
        assert_eq!(mode(&path), was, "{was:o}");
    }
}

#[test]
fn a_write_protected_book_is_left_alone() {
    let folder = Folder::new();
    let path = folder.put("book.ron", "(version: 1)");
    set_mode(&path, 0o444);
    let message = not_saved(open(&path).file.save(&book(1, 1)));
    assert!(message.contains("is write-protected."), "{message}");
    assert_eq!(fs::read(&path).unwrap(), b"(version: 1)");
}

#[test]
fn a_link_stays_a_link_and_its_target_gets_the_book() {
    let folder = Folder::new();
    fs::create_dir(folder.path("real")).unwrap();
    let real = folder.put("real/book.ron", "(version: 1)");
    symlink("real/book.ron", folder.path("relative")).unwrap();
    symlink(&real, folder.path("absolute")).unwrap();
    symlink("relative", folder.path("chain")).unwrap();
    symlink("real/new.ron", folder.path("dangling")).unwrap();
    for (seed, name) in ["relative", "absolute", "chain", "dangling"]
        .iter()
        .enumerate()
    {
        let link = folder.path(name);
        let target = fs::read_link(&link).unwrap();
        let written = book(seed as u64, 2);
        let mut opened = open(&link);
        assert_eq!(opened.is_new, *name == "dangling");
        save(&mut opened.file, &written);
        assert_eq!(
            fs::read_link(&link).unwrap(),
            target,
            "{name} is a link as before"
        );
        assert_eq!(open(&link).book, written);
    }
    assert_eq!(open(&folder.path("real/new.ron")).book, book(3, 2));
    let left = names_in(&folder.path("real"));
    assert!(left.iter().all(|name| !name.contains(".tmp")), "{left:?}");
}

#[test]
fn a_link_that_became_a_loop_or_leads_to_a_lost_folder_is_an_error() {
    let folder = Folder::new();
    let real = folder.put("real.ron", "(version: 1)");
    let link = folder.path("link");
    symlink(&real, &link).unwrap();
    let mut file = open(&link).file;
    turn(&link, Path::new("link"));
    let message = not_saved(file.save(&book(1, 1)));
    assert!(
        message.contains("is a link that leads back to itself."),
        "{message}"
    );
    turn(&link, Path::new("gone/book.ron"));
    let message = not_saved(file.save(&book(1, 1)));
    assert!(message.contains("Is its disk connected?"), "{message}");
    assert_eq!(folder.names(), ["link", "real.ron"]);
}

#[test]
fn a_change_by_another_program_is_never_overwritten() {
    let folder = Folder::new();
    let path = folder.put("book.ron", "(version: 1)");
    let mut file = open(&path).file;
    // Same length, and the time can be the same too: only the bytes tell.
    let foreign = "(version:1 )";
    folder.put("book.ron", foreign);
    match file.save(&book(1, 1)) {
        Save::Foreign(change) => assert_eq!(change.theirs, Book::default()),
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), foreign);
    assert_eq!(folder.names(), ["book.ron"]);
}

#[test]
fn a_book_that_somebody_else_made_meanwhile_is_never_overwritten() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let mut file = open(&path).file;
    folder.put("book.ron", "(version: 1)");
    assert!(matches!(file.save(&book(1, 1)), Save::Foreign(_)));
    assert_eq!(fs::read(&path).unwrap(), b"(version: 1)");
}

#[test]
fn my_own_saves_are_no_change_by_another_program() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let mut file = open(&path).file;
    for seed in 0..5 {
        save(&mut file, &book(seed, 2));
        assert_eq!(open(&path).book, book(seed, 2));
    }
}

#[test]
fn another_thread_can_save() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let (mut file, written) = (open(&path).file, book(1, 1));
    let snapshot = written.clone();
    std::thread::spawn(move || save(&mut file, &snapshot))
        .join()
        .unwrap();
    assert_eq!(open(&path).book, written);
}

#[test]
fn a_book_that_was_deleted_is_written_again_but_not_without_its_folder() {
    let folder = Folder::new();
    let path = folder.path("folder/book.ron");
    let mut file = open(&path).file;
    save(&mut file, &book(1, 1));
    fs::remove_file(&path).unwrap();
    save(&mut file, &book(1, 1));
    assert_eq!(open(&path).book, book(1, 1));
    fs::remove_dir_all(folder.path("folder")).unwrap();
    let message = not_saved(file.save(&book(2, 1)));
    assert!(message.contains("is gone, with its folder."), "{message}");
    assert!(folder.names().is_empty());
}

#[test]
fn saving_the_same_book_again_does_nothing() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let mut file = open(&path).file;
    save(&mut file, &book(1, 2));
    let before = fs::metadata(&path).unwrap().ino();
    save(&mut file, &book(1, 2));
    assert_eq!(fs::metadata(&path).unwrap().ino(), before);
    save(&mut file, &book(2, 2));
    assert_ne!(fs::metadata(&path).unwrap().ino(), before);
}

#[test]
fn a_book_that_could_not_be_opened_again_is_not_written() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let mut opened = open(&path);
    let mut odd = book(1, 1);
    odd.version = 2;
    let message = not_saved(opened.file.save(&odd));
    assert!(
        message.contains("would not read back as the book"),
        "{message}"
    );
    assert!(folder.names().is_empty());
}

#[test]
fn nothing_private_stands_in_what_a_file_says_of_itself() {
    let folder = Folder::new();
    let opened = open(&folder.put("book.ron", "(version: 1) // Dana"));
    assert!(!format!("{:?}", opened.file).contains("Dana"));
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn turn(link: &Path, target: &Path) {
    fs::remove_file(link).unwrap();
    symlink(target, link).unwrap();
}
