//! A mistake in Goodword, in each of its threads: the terminal is given back, no word is lost, nobody is named.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::books::{BOOK, DELIVERED};
use super::terminal::{Terminal, World};

/// What a Rust program ends with after a panic.
const BROKEN: u32 = 101;

/// Opens the book in a program that breaks in this thread.
fn breaking(world: &World, thread: &str) -> Terminal {
    // Wide, so that no sentence of the end is cut in two.
    world.open_asking(&[("GOODWORD_TEST_PANIC", thread)], &[], 400, 30)
}

fn tick(terminal: &mut Terminal) {
    terminal.await_text("Waiting for you");
    terminal.send("3 ");
    terminal.await_text("0 open");
}

fn write_protect(world: &World) {
    fs::set_permissions(world.book(), Permissions::from_mode(0o400)).unwrap();
}

/// That the program broke in this thread, and says so without a name.
fn assert_broken(terminal: &mut Terminal, thread: &str) {
    assert_eq!(terminal.await_end(), BROKEN, "{thread}");
    terminal.assert_restored();
    terminal.await_text(&format!("a mistake in Goodword ended it ({thread}, "));
    let said = terminal.text();
    assert!(!said.contains("Dana"), "{said}");
}

/// That there is one copy with the last change, for its owner only, and the end says where; the book is as it was.
fn assert_put_aside(world: &World, terminal: &Terminal) {
    assert_eq!(world.book_text(), BOOK);
    let copies = world.emergencies();
    assert_eq!(copies.len(), 1, "{copies:?}\n{}", terminal.text());
    let copy = copies.first().unwrap();
    let text = fs::read_to_string(copy).unwrap();
    assert!(text.contains(DELIVERED), "{text}");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(copy), 0o600);
    assert_eq!(mode(copy.parent().unwrap()), 0o700);
    terminal.await_text(&format!("goodword --book {}", copy.display()));
    terminal.await_text("goodword offers to merge it");
}

#[test]
fn a_loop_that_breaks_leaves_the_last_change_in_the_book() {
    let world = World::with_book(BOOK);
    let mut terminal = breaking(&world, "main");
    tick(&mut terminal);
    terminal.resize(399, 30);
    assert_broken(&mut terminal, "main");
    assert!(world.book_text().contains(DELIVERED));
    assert!(world.emergencies().is_empty());
}

#[test]
fn what_could_not_be_saved_before_the_loop_breaks_is_put_aside() {
    let world = World::with_book(BOOK);
    write_protect(&world);
    let mut terminal = breaking(&world, "main");
    tick(&mut terminal);
    terminal.await_text("not saved");
    terminal.resize(399, 30);
    assert_broken(&mut terminal, "main");
    assert_put_aside(&world, &terminal);
}

#[test]
fn a_keyboard_that_breaks_ends_the_program_in_order() {
    let world = World::with_book(BOOK);
    let mut terminal = breaking(&world, "input");
    tick(&mut terminal);
    terminal.resize(399, 30);
    assert_broken(&mut terminal, "input");
    assert!(world.book_text().contains(DELIVERED));
    assert!(world.emergencies().is_empty());
}

#[test]
fn what_breaks_while_it_is_saved_is_put_aside() {
    let world = World::with_book(BOOK);
    let mut terminal = breaking(&world, "saver");
    terminal.await_text("Waiting for you");
    terminal.send("3 ");
    assert_broken(&mut terminal, "saver");
    assert_put_aside(&world, &terminal);
}

#[test]
fn what_listens_for_signals_may_break_too() {
    let world = World::with_book(BOOK);
    let mut terminal = breaking(&world, "signals");
    tick(&mut terminal);
    terminal.signal("CONT");
    assert_broken(&mut terminal, "signals");
    assert!(world.book_text().contains(DELIVERED));
}

#[test]
fn what_watches_may_break_too() {
    for thread in ["hang-up", "watchdog"] {
        let world = World::with_book(BOOK);
        let mut terminal = breaking(&world, thread);
        assert_broken(&mut terminal, thread);
        assert_eq!(world.book_text(), BOOK);
    }
}

#[test]
fn what_cannot_be_saved_when_it_is_ended_from_outside_is_put_aside() {
    let world = World::with_book(BOOK);
    write_protect(&world);
    let mut terminal = world.open(&[], 400, 30);
    tick(&mut terminal);
    terminal.await_text("not saved");
    terminal.signal("TERM");
    assert_eq!(terminal.await_end(), 143);
    terminal.assert_restored();
    assert_put_aside(&world, &terminal);
}

#[test]
fn where_nothing_can_be_put_aside_it_is_said() {
    let world = World::with_book(BOOK);
    fs::write(world.file("state"), "no folder").unwrap();
    let mut terminal = breaking(&world, "saver");
    terminal.await_text("Waiting for you");
    terminal.send("3 ");
    assert_broken(&mut terminal, "saver");
    terminal.await_text("could not be put aside either");
}
