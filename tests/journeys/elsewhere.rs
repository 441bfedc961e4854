//! The book is changed by another program while it is open here.

use std::fs;

use goodword::domain::Book;
use goodword::store::BookFile;

use super::desk::Desk;

/// What another program does to the file.
fn elsewhere(desk: &Desk, change: impl FnOnce(&mut Book)) {
    let mut opened = BookFile::open(&desk.path()).unwrap();
    change(&mut opened.book);
    let settled = opened.file.save_merged(opened.book);
    assert!(settled.foreign.is_empty());
}

fn rename(book: &mut Book, from: &str, to: &str) {
    let id = book
        .contacts
        .iter()
        .find(|one| one.name == from)
        .unwrap()
        .id;
    book.contacts.change(id, |one| to.clone_into(&mut one.name));
}

fn add_first(book: &mut Book) {
    let text = "(id: \"00000000000000000000000001\", name: \"Aaron Aalto\", added: \"2026-09-24\")";
    book.contacts.put(ron::from_str(text).unwrap());
}

#[test]
fn a_person_added_elsewhere_shows_and_the_cursor_stays_on_its_row() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 s").goes_to("Eve Park").sees_not("Aaron Aalto");
    elsewhere(&desk, add_first);
    desk.looks();
    desk.sees("Changed outside Goodword: 1 record taken over")
        .sees("Aaron Aalto");
    assert!(desk.under_cursor().contains("Eve Park"));
    desk.looks();
    assert!(desk.reopen().knows("Aaron Aalto"));
}

#[test]
fn what_is_typed_here_and_what_is_written_there_are_both_kept() {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to("Eve Park").keys("e");
    elsewhere(&desk, |book| {
        let id = book
            .contacts
            .iter()
            .find(|one| one.name == "Eve Park")
            .unwrap()
            .id;
        book.contacts
            .change(id, |one| "Fjord Bio".clone_into(&mut one.organisation));
    });
    desk.looks();
    desk.fills("Role", "Chair").keys("Ctrl-s");
    let at = |desk: &Desk| {
        let eve = desk.contact("Eve Park");
        (eve.organisation.clone(), eve.role.clone())
    };
    assert_eq!(at(&desk), ("Fjord Bio".to_owned(), "Chair".to_owned()));
    desk.keys("u");
    assert_eq!(at(&desk), ("Fjord Bio".to_owned(), "Founder".to_owned()));
    assert_eq!(
        at(desk.reopen()),
        ("Fjord Bio".to_owned(), "Founder".to_owned())
    );
}

#[test]
fn two_names_for_one_person_are_both_kept() {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to("Eve Park").keys("e");
    desk.fills("Name", "Eve Park-Lund");
    elsewhere(&desk, |book| rename(book, "Eve Park", "Eve P."));
    desk.keys("Ctrl-s");
    desk.sees("two values");
    assert_eq!(desk.book().unresolved.len(), 1);
    let reopened = desk.reopen();
    assert_eq!(reopened.book().unresolved.len(), 1);
}

#[test]
fn what_is_typed_over_a_value_from_elsewhere_is_said_to_wait() {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to("Eve Park").keys("e");
    desk.fills("Name", "Eve Park-Lund");
    elsewhere(&desk, |book| rename(book, "Eve Park", "Eve P."));
    desk.looks().keys("Ctrl-s");
    desk.sees("\"Eve Park-Lund\" is kept beside \"Eve P.\", which was written elsewhere")
        .sees_not("changed:");
    assert!(desk.knows("Eve P.") && !desk.knows("Eve Park-Lund"));
    desk.waits(10).keys("1").sees("two values");
}

#[test]
fn what_is_wrong_with_the_file_can_be_read_to_its_end() {
    let mut desk = Desk::kept_demo();
    fs::write(desk.path(), "(version: 1, ").unwrap();
    for (width, height) in [(120, 36), (80, 24), (60, 20), (50, 16)] {
        desk.resize(width, height).looks();
        let end = "until the file can be read again.";
        let screen = desk.screen();
        let words: Vec<&str> = screen.split_whitespace().collect();
        assert!(words.join(" ").contains(end), "{width}x{height}: {screen}");
        desk.sees("Nothing was overwritten").sees("Today");
    }
    desk.resize(40, 10).sees("cannot be read").sees("Today");
}

#[test]
fn a_file_that_cannot_be_read_is_said_until_it_can() {
    let mut desk = Desk::kept_demo();
    let whole = fs::read(desk.path()).unwrap();
    fs::write(desk.path(), "(version: 1, contacts: [(name: \"Secret").unwrap();
    desk.looks()
        .sees("was changed outside Goodword and cannot be read");
    desk.sees_not("Secret")
        .keys("H")
        .sees_not("Secret")
        .keys("H");
    desk.keys("3 Space").sees("not saved");
    fs::write(desk.path(), whole).unwrap();
    desk.looks()
        .keys("Space")
        .sees_not("cannot be read")
        .sees("saved");
    assert!(desk.reopen().knows("Eve Park"));
}
