//! Saving and leaving: nothing is lost without having been said.

use std::fs;
use std::path::PathBuf;

use goodword::app::status::Saving;
use goodword::domain::Book;
use goodword::store::BookFile;
use tempfile::TempDir;

use super::desk::Desk;
use super::failing_disk::FailingDisk;

/// What the system says of a disk without room.
const NO_ROOM: i32 = 28;

/// A desk whose disk can be made to fail.
fn desk_on_a_bad_disk(folder: &TempDir) -> (Desk, FailingDisk) {
    let failing = FailingDisk::default();
    let desk = Desk::on(failing.clone(), &folder.path().join("book.ron"));
    (desk, failing)
}

/// The next save fails, with everything that is tried in it.
fn runs_full(disk: &FailingDisk) {
    let mut plan = disk.0.lock().unwrap();
    plan.calls.clear();
    plan.fail = Some((0, NO_ROOM));
}

fn has_room_again(disk: &FailingDisk) {
    disk.0.lock().unwrap().fail = None;
}

/// The book that was put aside.
fn put_aside(desk: &Desk) -> Book {
    let mut copies = copies_aside(desk);
    assert_eq!(copies.len(), 1);
    BookFile::open(&copies.remove(0)).unwrap().book
}

fn copies_aside(desk: &Desk) -> Vec<PathBuf> {
    let folder = desk.letters.as_ref().unwrap().path();
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

fn saved(desk: &Desk) -> usize {
    BookFile::open(&desk.path()).unwrap().book.contacts.len()
}

#[test]
fn a_save_that_fails_is_said_kept_and_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, failing) = desk_on_a_bad_disk(&folder);
    desk.keys("2 A")
        .types("Ada Byron")
        .keys("Ctrl-s")
        .sees("saved")
        .waits(10);
    runs_full(&failing);
    desk.keys("A")
        .types("Ben Cato")
        .keys("Ctrl-s")
        .sees("Not saved")
        .sees("Ben Cato");
    desk.waits(60).sees("Not saved");
    assert_eq!(saved(&desk), 1, "the file is as it was");

    desk.keys("q").sees("Your last changes are not saved");
    assert!(!desk.has_left());
    desk.goes_to("Stay").keys("Enter").sees("Ben Cato");
    assert!(!desk.has_left());

    desk.keys("q").goes_to("Put a copy aside").keys("Enter");
    desk.sees("A copy of everything is put aside: the next start offers to merge it")
        .sees("! not saved");
    assert!(!desk.has_left());
    assert_eq!(put_aside(&desk), *desk.book());

    desk.keys("q")
        .sees("A copy of everything is in book-")
        .sees("the copy stays")
        .sees_not("Put a copy aside")
        .goes_to("Stay")
        .keys("Enter");

    has_room_again(&failing);
    desk.keys("q")
        .goes_to("Save again")
        .keys("Enter")
        .sees_not("Not saved");
    assert_eq!(desk.model.saving, Saving::Saved);
    assert_eq!(saved(&desk), 2);
    desk.keys("q");
    assert!(desk.has_left());
}

#[test]
fn an_open_book_whose_file_is_cut_off_is_not_let_go_unasked() {
    let mut desk = Desk::kept_demo();
    let whole = fs::read(desk.path()).unwrap();
    fs::write(desk.path(), &whole[..200]).unwrap();
    desk.looks()
        .sees("cannot be read")
        .sees("! not saved")
        .sees_not("✓ saved");
    desk.keys("q").sees("Your book stands here alone");
    assert!(!desk.has_left());
    desk.goes_to("Put a copy aside").keys("Enter");
    desk.sees("A copy of everything is put aside");
    assert_eq!(put_aside(&desk), *desk.book());
    assert!(!desk.has_left());
    assert_eq!(
        fs::read(desk.path()).unwrap().len(),
        200,
        "nothing is overwritten"
    );

    fs::write(desk.path(), &whole).unwrap();
    desk.looks().waits(10).sees("✓ saved").keys("q");
    assert!(desk.has_left());
}

#[test]
fn an_open_book_whose_file_is_gone_is_said_and_written_anew() {
    let mut desk = Desk::kept_demo();
    let whole = fs::read(desk.path()).unwrap();
    fs::remove_file(desk.path()).unwrap();
    desk.looks()
        .sees("book.ron is gone")
        .sees("! not saved")
        .keys("q")
        .sees("Your book stands here alone");
    assert!(!desk.has_left() && !desk.path().exists());
    desk.goes_to("Save again").keys("Enter").sees("✓ saved");
    assert_eq!(fs::read(desk.path()).unwrap(), whole);
    fs::remove_file(desk.path()).unwrap();
    desk.looks().waits(10).keys("Ctrl-s").sees("✓ saved");
    assert_eq!(fs::read(desk.path()).unwrap(), whole);
    desk.keys("q");
    assert!(desk.has_left());
}

#[test]
fn what_was_put_aside_is_offered_at_the_next_start_until_it_is_in_the_book() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, failing) = desk_on_a_bad_disk(&folder);
    desk.keys("2 A").types("Ada Byron").keys("Ctrl-s");
    runs_full(&failing);
    desk.keys("A").types("Ben Cato").keys("Ctrl-s q");
    desk.goes_to("Put a copy aside").keys("Enter q");
    desk.goes_to("Leave without saving").keys("Enter");
    assert!(desk.has_left() && saved(&desk) == 1);

    desk.reopen().finds_copies();
    desk.sees("was put aside once, because your book could not be saved")
        .goes_to("Not now")
        .keys("Enter");
    assert_eq!(copies_aside(&desk).len(), 1);
    desk.reopen().finds_copies();
    desk.goes_to("Merge it").keys("Enter 2").sees("Ben Cato");
    assert_eq!(copies_aside(&desk).len(), 1, "it goes with the user");
    desk.keys("q");
    assert!(desk.has_left() && copies_aside(&desk).is_empty());
    assert_eq!(saved(&desk), 2);
}

#[test]
fn leaving_without_saving_is_a_choice_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, failing) = desk_on_a_bad_disk(&folder);
    desk.keys("2 A").types("Ada Byron").keys("Ctrl-s");
    runs_full(&failing);
    desk.keys("A")
        .types("Ben Cato")
        .keys("Ctrl-s q")
        .goes_to("Leave without saving")
        .keys("Enter");
    assert!(desk.has_left());
    assert_eq!(saved(&desk), 1);
}

#[test]
fn the_next_change_saves_what_failed_before() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, failing) = desk_on_a_bad_disk(&folder);
    runs_full(&failing);
    desk.keys("2 A")
        .types("Ada Byron")
        .keys("Ctrl-s")
        .sees("Not saved");
    has_room_again(&failing);
    desk.keys("A")
        .types("Ben Cato")
        .keys("Ctrl-s")
        .sees_not("Not saved");
    assert_eq!(saved(&desk), 2);
}

#[test]
fn what_someone_else_wrote_meanwhile_is_saved_with_what_was_typed_here() {
    let mut desk = Desk::kept_demo();
    let foreign = "(version: 1, contacts: [(name: \"Written elsewhere\", added: \"2026-09-01\")])";
    std::fs::write(desk.path(), foreign).unwrap();
    desk.keys("2 A").types("Ada Byron").keys("Ctrl-s");
    desk.sees("Ada Byron")
        .sees("Written elsewhere")
        .sees("saved");
    let desk = desk.reopen();
    assert!(desk.knows("Ada Byron") && desk.knows("Written elsewhere"));
}

#[test]
fn quitting_waits_for_the_save_under_way() {
    let mut desk = Desk::kept_demo();
    desk.saves_slowly()
        .keys("3")
        .goes_to("Comments on her deck");
    desk.keys("Space").sees("saving").keys("q");
    assert!(!desk.has_left(), "the book is not on the disk yet");
    desk.lets_saves_end();
    assert!(desk.has_left());
}

#[test]
fn a_save_that_fails_while_leaving_keeps_the_program_open() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, failing) = desk_on_a_bad_disk(&folder);
    desk.saves_slowly()
        .keys("2 A")
        .types("Ada Byron")
        .keys("Ctrl-s q");
    runs_full(&failing);
    desk.lets_saves_end()
        .sees("Your last changes are not saved");
    assert!(!desk.has_left());
}

#[test]
fn nothing_of_the_demo_is_kept_and_that_is_said() {
    let mut desk = Desk::demo();
    desk.sees("nothing here is kept")
        .keys("3")
        .goes_to("Comments on her deck")
        .keys("Space")
        .sees("nothing here is kept")
        .keys("q");
    assert!(desk.has_left());
}

#[test]
fn escape_never_leaves_the_program() {
    let mut desk = Desk::demo();
    for screen in ["1", "2", "3", "4"] {
        desk.keys(screen).keys("Esc Esc Esc");
        assert!(!desk.has_left());
    }
}

#[test]
fn a_save_that_failed_is_tried_again_by_key() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, failing) = desk_on_a_bad_disk(&folder);
    runs_full(&failing);
    desk.keys("2 A")
        .types("Ada Byron")
        .keys("Ctrl-s")
        .sees("Not saved");
    has_room_again(&failing);
    desk.waits(10)
        .keys("Ctrl-s")
        .sees_not("Not saved")
        .sees("saved");
    assert_eq!(saved(&desk), 1);
    desk.keys("Ctrl-s").sees("Every change is saved by itself");
}
