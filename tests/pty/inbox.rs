//! Lines that a script, a phone or another window writes down beside the book.

use std::fs::{self, OpenOptions};
use std::io::Write;

use super::terminal::{Terminal, World};
use super::waiting::await_sign;

const BOOK: &str = "(version: 1)";

fn append(world: &World, text: &str) {
    let mut options = OpenOptions::new();
    let mut inbox = options
        .create(true)
        .append(true)
        .open(world.book().with_file_name("inbox.txt"))
        .unwrap();
    inbox.write_all(text.as_bytes()).unwrap();
}

fn beside(world: &World, name: &str) -> String {
    fs::read_to_string(world.book().with_file_name(name)).unwrap_or_default()
}

fn leave(mut terminal: Terminal) {
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
}

#[test]
fn lines_beside_the_book_are_taken_in_and_the_rest_waits_until_it_is_mended() {
    let world = World::with_book(BOOK);
    append(&world, "Ana Silva, Nordwind: pricing\nzzz whatever\n");
    let terminal = world.open(&[], 120, 36);
    terminal.await_text("from the inbox: 1 line; 1 waits on Today");
    world.await_book("Ana Silva");
    await_sign("an empty inbox", || beside(&world, "inbox.txt").is_empty());
    leave(terminal);
    assert_eq!(beside(&world, ".inbox.txt.waiting"), "zzz whatever\n");
    assert_eq!(beside(&world, ".inbox.txt.taking"), "");

    // The next day it waits as before, and what comes in the meantime is taken in.
    let mut terminal = world.open(&[], 120, 36);
    terminal.await_text("Your inbox");
    append(&world, "met ana: the second office\n");
    world.await_book("the second office");
    terminal.await_text("from the inbox: 1 line");
    terminal.send("G\r\u{15}promise ana the draft by friday\r");
    world.await_book("the draft");
    terminal.await_text("✓ saved");
    leave(terminal);
    assert_eq!(beside(&world, ".inbox.txt.waiting"), "");
    assert_eq!(world.book_text().matches("the second office").count(), 1);
    assert_eq!(world.book_text().matches("Ana Silva").count(), 1);
}

#[test]
fn a_program_that_is_killed_loses_no_line() {
    for round in 0..3 {
        let world = World::with_book(BOOK);
        append(&world, "Ana Silva, Nordwind: pricing\n");
        let mut terminal = world.open(&[], 120, 36);
        if round > 0 {
            await_sign("a taken inbox", || {
                !beside(&world, ".inbox.txt.taking").is_empty()
                    || beside(&world, "inbox.txt").is_empty()
            });
        }
        terminal.signal("KILL");
        terminal.await_killed();
        // Wherever it stands, it stands somewhere.
        let is_in = world.book_text().contains("Ana Silva");
        let waits = [".inbox.txt.taking", ".inbox.txt.waiting", "inbox.txt"]
            .iter()
            .any(|name| beside(&world, name).contains("Ana Silva"));
        assert!(is_in || waits, "round {round}");
        let terminal = world.open(&[], 120, 36);
        await_sign("Ana in the book, or her line on Today", || {
            world.book_text().contains("Ana Silva") || terminal.text().contains("Ana Silva")
        });
        assert!(world.book_text().matches("Ana Silva").count() < 2);
        leave(terminal);
    }
}
