//! A book of ten thousand people.

use goodword::app::Effect;
use goodword::app::chord::Chord;
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
