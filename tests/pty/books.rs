//! A real book: what is done in the dashboard is in the file.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use super::terminal::World;

/// A book with one promise.
pub(crate) const BOOK: &str = r#"(
    version: 1,
    contacts: [
        (id: "0000000000000000000000000A", name: "Dana Reyes", added: "2026-09-01"),
    ],
    promises: [
        (
            id: "0000000000000000000000000B",
            contact: "0000000000000000000000000A",
            text: "Send the slides",
            made: "2026-09-20",
            due: Some("2026-09-30"),
            said: Promise,
        ),
    ],
)
"#;

/// How a kept promise stands in the file.
pub(crate) const DELIVERED: &str = "Delivered(";

#[test]
fn a_ticked_promise_is_still_ticked_the_next_time() {
    let world = World::with_book(BOOK);
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("3");
    terminal.await_text("Send the slides");
    terminal.send(" ");
    terminal.await_text("u undoes");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
    assert!(
        world.book_text().contains(DELIVERED),
        "{}",
        world.book_text()
    );

    let mut terminal = world.open(&[], 100, 30);
    terminal.send("3");
    terminal.await_text("Done and ended (1)");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
}

#[test]
fn what_another_program_wrote_is_kept_beside_the_own_change() {
    let world = World::with_book(BOOK);
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    fs::write(world.book(), BOOK.replace("Dana Reyes", "Dana Kwon")).unwrap();
    terminal.send("3 ");
    terminal.await_text("0 open");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
    let book = world.book_text();
    assert!(
        book.contains("Dana Kwon") && book.contains(DELIVERED),
        "{book}"
    );
}

#[test]
fn a_book_that_cannot_be_written_is_asked_about_and_left_as_it_is() {
    let world = World::with_book(BOOK);
    fs::set_permissions(world.book(), Permissions::from_mode(0o400)).unwrap();
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("3 ");
    terminal.await_text("not saved");
    terminal.send("q");
    terminal.await_text("Your last changes are not saved");
    // Saving again fails again, and asks again.
    terminal.send("\r");
    terminal.await_screen("no question", |screen| {
        !screen.contents().contains("Your last changes")
    });
    terminal.send("q");
    terminal.await_text("Your last changes are not saved");
    // The last of the choices.
    terminal.send("jjj\r");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
    assert_eq!(world.book_text(), BOOK);
    // Who leaves without the last changes wants no copy of them.
    assert!(world.emergencies().is_empty());
}

#[test]
fn a_copy_that_a_sync_left_is_merged_and_removed_when_the_user_leaves() {
    let world = World::with_book(BOOK);
    let copy = world
        .book()
        .with_file_name("book.sync-conflict-20260923-101500-ABCDEFG.ron");
    let theirs = BOOK.replace("Dana Reyes", "Dana Liu");
    fs::write(&copy, theirs).unwrap();
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Another version of your book");
    terminal.send("\r");
    terminal.await_text("1 field has two values");
    assert!(copy.exists());
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    assert!(!copy.exists());
    let book = world.book_text();
    assert!(
        book.contains("Dana Reyes") && book.contains("Dana Liu"),
        "{book}"
    );

    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Your book");
    terminal.send("\r");
    terminal.await_text("Two values");
    terminal.send("l\r");
    terminal.await_text("took the other value");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    assert!(!world.book_text().contains("Dana Reyes"));
}

#[test]
fn what_is_odd_about_a_book_is_said_while_it_is_open() {
    let odd = BOOK.replace(
        "contact: \"0000000000000000000000000A\"",
        "contact: \"0000000000000000000000000C\"",
    );
    let world = World::with_book(&odd);
    let mut terminal = world.open(&[], 160, 30);
    terminal.await_text("The promise \"Send the slides\"");
    terminal.await_text("refers to a person that the book does not have");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    assert_eq!(world.book_text(), odd, "looking changed it");
}
