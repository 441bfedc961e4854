//! Books that cannot be read: said with the place, and left as they are.

use super::books::BOOK;
use super::terminal::World;

fn refused(text: &str, expected: &[&str]) {
    let world = World::with_book(text);
    let mut terminal = world.open(&[], 250, 30);
    assert_eq!(terminal.await_end(), 1);
    let path = world.book().display().to_string();
    terminal.await_text(&path);
    for expected in expected {
        terminal.await_text(expected);
    }
    terminal.await_text("Nothing was changed");
    terminal.assert_restored();
    assert_eq!(world.book_text(), text);
}

#[test]
fn a_mistake_is_shown_where_it_is() {
    let text = BOOK.replace("name:", "nome:");
    refused(
        &text,
        &[
            "line 4, column 44",
            "nome: \"Dana Reyes",
            "|                                      ^",
        ],
    );
}

#[test]
fn a_book_cut_off_is_refused() {
    let text = BOOK.split_at(BOOK.len() / 2).0;
    refused(text, &["line ", "^"]);
}

#[test]
fn a_file_that_is_no_book_is_refused() {
    refused(
        "BEGIN:VCARD\nFN:Dana Reyes\nEND:VCARD\n",
        &["1 | BEGIN:VCARD", "^"],
    );
}

#[test]
fn a_book_of_a_newer_program_is_refused() {
    refused(
        &BOOK.replace("version: 1", "version: 99, unheard_of: true"),
        &["99", "Update Goodword"],
    );
}

#[test]
fn an_empty_file_is_refused() {
    refused("", &["empty"]);
}
