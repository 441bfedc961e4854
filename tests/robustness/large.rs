//! A book of ten thousand people.

use ratatui::buffer::Cell;

use goodword::app::chord::Chord;
use goodword::app::{Action, Effect};
use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::store::demo;

use super::common::books::book;
use super::screen::tricks;
use super::session::Session;

#[test]
fn ten_thousand_people_are_opened_filtered_drawn_and_ticked() {
    let book = book(11, 10_000);
    let mut session = Session::new(book.clone(), demo::ANCHOR);
    for screen in ["1", "2", "3", "4"] {
        session.press(screen);
        assert!(tricks(&session.draw(120, 36)).is_empty());
        session.press("G");
        session.draw(80, 24);
    }
    session.press("2 /");
    for char in "dana".chars() {
        session.key(Chord::char(char));
        session.draw(100, 30);
    }
    let found = session.model.contacts.rows.keys().len();
    assert!((1..10_000).contains(&found), "{found} found");
    session.press("Enter Esc 3 g g");
    let effects = session.key(Chord::char(' '));
    assert!(matches!(effects.as_slice(), [Effect::Save(_)]), "no tick");
    assert!(session.model.book != book);
    session.press("u");
    assert!(session.model.book == book);
}

#[test]
fn among_ten_thousand_people_anyone_is_found_and_many_are_removed_at_once() {
    let mut session = Session::new(book(11, 10_000), demo::ANCHOR);
    let before = session.model.book.clone();
    session.press("f");
    for char in "dana".chars() {
        session.key(Chord::char(char));
        session.draw(100, 30);
    }
    session.press("Esc 2 /");
    for char in "dana -owes:me".chars() {
        session.key(Chord::char(char));
    }
    session.press("Enter Esc V");
    session.press("d j Enter");
    let left = &session.model.book.contacts;
    assert!(left.len() < before.contacts.len() && left.iter().all(|one| one.archived));
    session.press("u");
    assert!(session.model.book == before);
}

#[test]
fn a_line_is_read_when_it_changes_and_not_when_it_is_drawn() {
    let mut session = Session::new(book(11, 1_000), demo::ANCHOR);
    session.model.book.contacts.put(Contact {
        name: "Quentin Ozark".to_owned(),
        ..Contact::default()
    });
    session.press("a");
    session.act(Action::Paste("helped quentin: a lift".to_owned()));
    assert!(screen_says(&mut session, "helped Quentin Ozark"));
    // Were anybody looked for in it now, nobody would be found.
    session.model.book = Book::default();
    assert!(!screen_says(&mut session, "Nobody in your book is called"));
    session.act(Action::Paste(" ".to_owned()));
    assert!(screen_says(&mut session, "Nobody in your book is called"));
}

fn screen_says(session: &mut Session, words: &str) -> bool {
    let buffer = session.draw(120, 36);
    let screen: String = buffer.content().iter().map(Cell::symbol).collect();
    screen.contains(words)
}
