//! Ended from outside: the change is in the file, the terminal is given back, and quickly so.

use std::time::{Duration, Instant};

use super::books::{BOOK, DELIVERED};
use super::terminal::World;

/// A second, and room for a machine that has much else to do.
const SOON: Duration = Duration::from_secs(5);

fn ended_by(name: &str, number: u32) {
    let world = World::with_book(BOOK);
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.assert_taken();
    terminal.send("3 ");
    terminal.await_text("u undoes");
    let begun = Instant::now();
    terminal.signal(name);
    assert_eq!(terminal.await_end(), 128 + number);
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    terminal.assert_restored();
    assert!(
        world.book_text().contains(DELIVERED),
        "{}",
        world.book_text()
    );
}

#[test]
fn the_terminal_hangs_up() {
    ended_by("HUP", 1);
}

#[test]
fn somebody_interrupts() {
    ended_by("INT", 2);
}

#[test]
fn somebody_quits_it() {
    ended_by("QUIT", 3);
}

#[test]
fn the_machine_shuts_down() {
    ended_by("TERM", 15);
}

#[test]
fn a_change_is_written_without_anybody_asking() {
    let world = World::with_book(BOOK);
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("3 ");
    world.await_book(DELIVERED);
    // Half of an escape sequence holds nothing up.
    terminal.send("\u{1b}[");
    terminal.signal("TERM");
    assert_eq!(terminal.await_end(), 143);
    terminal.assert_restored();
}
