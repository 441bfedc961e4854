//! Backups of a book that is open in the dashboard.

use std::fs;

use super::books::{BOOK, DELIVERED};
use super::terminal::World;

#[test]
fn the_first_change_of_a_day_keeps_the_book_as_it_was() {
    let world = World::with_book(BOOK);
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    assert!(!world.state().exists(), "looking at it keeps nothing");
    terminal.send("3 ");
    world.await_book(DELIVERED);
    terminal.send(" q");
    assert_eq!(terminal.await_end(), 0);
    let folder = fs::read_dir(world.state().join("goodword/backups")).unwrap();
    let folder = folder.last().unwrap().unwrap().path();
    let kept: Vec<_> = fs::read_dir(folder).unwrap().collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    let kept = kept.into_iter().last().unwrap().unwrap();
    assert_eq!(kept.file_name(), "0001-2026-09-24-day.ron");
    assert_eq!(fs::read_to_string(kept.path()).unwrap(), BOOK);
}

#[test]
fn a_backup_that_cannot_be_made_is_said_and_the_change_is_saved() {
    let world = World::with_book(BOOK);
    // A file in the place of the folder: nobody can write into it.
    fs::create_dir_all(world.state()).unwrap();
    fs::write(world.state().join("goodword"), "").unwrap();
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("3 ");
    terminal.await_text("No backup could be made");
    world.await_book(DELIVERED);
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
}

#[test]
fn a_book_that_is_gone_is_missed_where_it_has_backups() {
    let world = World::with_book(BOOK);
    let mut terminal = world.open(&[], 100, 30);
    terminal.send("3 ");
    world.await_book(DELIVERED);
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    fs::remove_file(world.book()).unwrap();
    let mut terminal = world.open(&[], 80, 24);
    terminal.await_text("The book is gone: goodword restore 1 shows how it was on 2026-09-24.");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    assert!(!world.book().exists(), "leaving wrote one");
}
