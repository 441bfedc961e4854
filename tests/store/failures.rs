//! Every call of a save fails once, in every way: the old file stays whole, and the result says what is true.

use std::fs;
use std::path::{Path, PathBuf};

use super::common::books::book;
use super::failing_disk::{FailingDisk, Plan};
use super::folder::{Folder, not_saved, open, save};
use goodword::store::{BookFile, Save};

const EIO: i32 = 5;
const EACCES: i32 = 13;
const ENOSPC: i32 = 28;

/// The calls of a save over an existing book, in their order.
const CALLS: [&str; 16] = [
    "entry",
    "entry",
    "lock",
    "read",
    "create_draft",
    "write",
    "write",
    "set_mode",
    "sync",
    "read_back",
    "read",
    "name_draft",
    "exchange",
    "read",
    "hold",
    "sync_folder",
];

/// The look at what came out of the exchange.
const LAST_READ: usize = CALLS.len() - 3;

#[test]
fn a_save_makes_its_calls_in_the_order_that_keeps_the_book() {
    let (_folder, _path, disk, mut file) = opened();
    save(&mut file, &book(2, 2));
    assert_eq!(disk.0.lock().unwrap().calls, CALLS);
}

#[test]
fn whichever_call_fails_the_old_book_or_the_new_one_stands_there_whole() {
    for error in [EIO, ENOSPC, EACCES] {
        for (number, call) in CALLS.iter().enumerate() {
            let (folder, path, disk, mut file) = opened();
            plan(&disk, |plan| plan.fail = Some((number, error)));
            let result = file.save(&book(2, 2));
            let case = format!("{call} ({number}) fails with {error}: {result:?}");
            if *call == "sync_folder" {
                assert!(matches!(result, Save::SavedMaybeNotDurable(_)), "{case}");
                assert_eq!(open(&path).book, book(2, 2), "{case}");
            } else if number >= LAST_READ {
                // The new book is in place; what came out is looked at again next time.
                assert!(matches!(result, Save::Saved), "{case}");
                assert_eq!(open(&path).book, book(2, 2), "{case}");
            } else {
                assert!(matches!(result, Save::NotSaved(_)), "{case}");
                assert_eq!(open(&path).book, book(1, 2), "{case}");
            }
            assert_eq!(folder.names(), ["book.ron"], "{case}");
            // The disk is well again: the same file can be saved.
            plan(&disk, |_| {});
            save(&mut file, &book(3, 2));
            assert_eq!(open(&path).book, book(3, 2), "{case}");
        }
    }
}

#[test]
fn the_first_save_of_a_book_can_fail_at_each_call_too() {
    let calls = {
        let (_folder, _path, disk, mut file) = new();
        save(&mut file, &book(2, 2));
        let plan = disk.0.lock().unwrap();
        plan.calls.clone()
    };
    assert!(calls.contains(&"create_folder") && calls.contains(&"place_new"));
    for (number, call) in calls.iter().enumerate() {
        let (_folder, path, disk, mut file) = new();
        plan(&disk, |plan| plan.fail = Some((number, EIO)));
        let result = file.save(&book(2, 2));
        if *call == "sync_folder" {
            assert!(matches!(result, Save::SavedMaybeNotDurable(_)), "{call}");
        } else if number == 1 {
            // Whether the folder is there was not known, and making it found it out.
            assert!(matches!(result, Save::Saved), "{call}: {result:?}");
        } else {
            assert!(matches!(result, Save::NotSaved(_)), "{call}: {result:?}");
            assert!(!path.exists(), "{call}");
        }
    }
}

#[test]
fn after_a_save_that_may_not_last_the_next_one_is_no_foreign_change_and_waits_again() {
    let (_folder, path, disk, mut file) = opened();
    plan(&disk, |plan| plan.fail = Some((CALLS.len() - 1, EIO)));
    assert!(matches!(
        file.save(&book(2, 2)),
        Save::SavedMaybeNotDurable(_)
    ));
    plan(&disk, |_| {});
    save(&mut file, &book(2, 2));
    assert_eq!(
        disk.0.lock().unwrap().calls,
        ["entry", "entry", "lock", "read", "sync_folder"]
    );
    plan(&disk, |_| {});
    save(&mut file, &book(2, 2));
    assert_eq!(
        disk.0.lock().unwrap().calls,
        ["entry", "entry", "lock", "read"]
    );
    save(&mut file, &book(3, 2));
    assert_eq!(open(&path).book, book(3, 2));
}

#[test]
fn a_rename_that_fails_and_yet_happened_is_seen() {
    let (_folder, path, disk, mut file) = opened();
    plan(&disk, |plan| {
        plan.fail = Some((12, EIO));
        plan.yet_done = true;
    });
    assert!(matches!(
        file.save(&book(2, 2)),
        Save::SavedMaybeNotDurable(_)
    ));
    assert_eq!(open(&path).book, book(2, 2));
    plan(&disk, |_| {});
    save(&mut file, &book(3, 2));
}

#[test]
fn a_disk_that_gives_back_other_bytes_is_found_out_before_the_old_book_goes() {
    let (folder, path, disk, mut file) = opened();
    plan(&disk, |plan| plan.lie = true);
    let message = not_saved(file.save(&book(2, 2)));
    assert!(
        message.contains("the disk gave back other bytes"),
        "{message}"
    );
    assert_eq!(open(&path).book, book(1, 2));
    assert_eq!(folder.names(), ["book.ron"]);
}

#[test]
fn a_change_while_the_disk_was_busy_is_seen() {
    let (folder, path, disk, mut file) = opened();
    plan(&disk, |plan| plan.meanwhile = Some(("sync", path.clone())));
    assert!(is_foreign(&file.save(&book(2, 2))));
    assert!(fs::read_to_string(&path).unwrap().contains("foreign"));
    assert_eq!(folder.names(), ["book.ron"]);
}

#[test]
fn a_change_before_the_save_is_seen_before_anything_is_written() {
    let (folder, _path, disk, mut file) = opened();
    folder.put("book.ron", "(version: 1)");
    assert!(is_foreign(&file.save(&book(2, 2))));
    assert_eq!(
        disk.0.lock().unwrap().calls,
        ["entry", "entry", "lock", "read"]
    );
}

#[test]
fn a_book_that_is_too_large_is_not_even_read() {
    let folder = Folder::new();
    let path = folder.put("book.ron", "");
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_len((256 << 20) + 1).unwrap();
    let disk = FailingDisk::default();
    assert!(BookFile::open_on(Box::new(disk.clone()), &path).is_err());
    assert_eq!(disk.0.lock().unwrap().calls, ["entry"]);
}

#[test]
fn a_book_that_appears_at_the_last_moment_is_not_replaced() {
    let (_folder, path, disk, mut file) = new();
    fs::create_dir(path.parent().unwrap()).unwrap();
    plan(&disk, |plan| {
        plan.meanwhile = Some(("place_new", path.clone()));
    });
    assert!(is_foreign(&file.save(&book(2, 2))));
    assert!(fs::read_to_string(&path).unwrap().contains("foreign"));
}

#[test]
fn a_failure_says_what_failed_and_what_to_do() {
    let (_folder, _path, disk, mut file) = opened();
    plan(&disk, |plan| plan.fail = Some((5, ENOSPC)));
    let message = not_saved(file.save(&book(2, 2)));
    assert!(
        message.contains("is as it was: writing failed"),
        "{message}"
    );
    assert!(
        message.ends_with("Free some space and save again."),
        "{message}"
    );
}

#[test]
fn a_book_that_may_not_be_read_is_refused() {
    let folder = Folder::new();
    let path = folder.put("book.ron", "(version: 1)");
    for (number, error, reason) in [
        (0, EACCES, "you have no permission"),
        (1, EACCES, "you have no permission"),
        (1, EIO, "cannot be read: "),
    ] {
        let disk = FailingDisk::default();
        plan(&disk, |plan| plan.fail = Some((number, error)));
        let error = BookFile::open_on(Box::new(disk), &path).unwrap_err();
        assert!(error.to_string().contains(reason), "{error}");
    }
}

/// A saved book, and a disk with an empty plan.
fn opened() -> (Folder, PathBuf, FailingDisk, BookFile) {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    save(&mut open(&path).file, &book(1, 2));
    let (disk, file) = on_failing_disk(&path);
    (folder, path, disk, file)
}

/// A book that is not there yet, in a folder that is not there yet.
fn new() -> (Folder, PathBuf, FailingDisk, BookFile) {
    let folder = Folder::new();
    let path = folder.path("folder/book.ron");
    let (disk, file) = on_failing_disk(&path);
    (folder, path, disk, file)
}

fn on_failing_disk(path: &Path) -> (FailingDisk, BookFile) {
    let disk = FailingDisk::default();
    let opened = BookFile::open_on(Box::new(disk.clone()), path).unwrap();
    plan(&disk, |_| {});
    (disk, opened.file)
}

/// Starts a new plan.
fn plan(disk: &FailingDisk, change: impl FnOnce(&mut Plan)) {
    let mut plan = Plan::default();
    change(&mut plan);
    *disk.0.lock().unwrap() = plan;
}

fn is_foreign(result: &Save) -> bool {
    matches!(result, Save::Foreign(_))
}
