//! Names hidden: every text of the book is one character, and that character stands in no cell of any place.

use proptest::prelude::*;

use goodword::app::Action;
use goodword::app::keymap::{Command, Scope};
use goodword::domain::Book;
use goodword::domain::promise::PromiseId;
use goodword::domain::veil::{Numbers, veil};
use goodword::store::demo;

use super::common::books::any_book;
use super::hostile;
use super::places::places;
use super::session::Session;

/// What stands in the place of every text. One character can be neither cut nor wrapped; the program never says it.
const TEXT: &str = "§";
const SIZES: [(u16, u16); 6] = [(40, 10), (50, 16), (70, 20), (80, 24), (120, 36), (200, 60)];

/// The copy that may be seen, made from nothing.
fn veiled(book: &Book, numbers: &Numbers) -> Book {
    veil(book, numbers, &Book::default(), &Book::default())
}

fn shows_it(session: &mut Session) -> Option<String> {
    SIZES.into_iter().find_map(|(width, height)| {
        let buffer = session.draw(width, height);
        let is_shown = buffer
            .content()
            .iter()
            .any(|cell| cell.symbol().contains(TEXT));
        is_shown.then(|| format!("{width}x{height}\n{buffer:?}"))
    })
}

#[test]
fn no_place_shows_a_text_of_the_book() {
    let book = hostile::all_saying(TEXT);
    let mut seen_without = 0;
    for (way, mut session) in places(&book, demo::ANCHOR) {
        if session.model.veil.is_down() {
            session.press("H");
        }
        assert!(!session.model.veil.is_down(), "{way:?}");
        seen_without += usize::from(shows_it(&mut session).is_some());
        if session.model.scope().takes_text() {
            // There the key is a letter; time hides names without one.
            session.act(Action::Do(Command::Hide));
        } else {
            session.press("H");
        }
        assert!(session.model.veil.is_down(), "{way:?}");
        let shown = shows_it(&mut session);
        assert!(shown.is_none(), "{way:?} at {}", shown.unwrap());
    }
    assert!(seen_without > 40, "without the veil the texts are seen");
}

#[test]
fn no_way_under_the_veil_leads_to_a_text() {
    let book = hostile::all_saying(TEXT);
    let ways: Vec<String> = places(&book, demo::ANCHOR)
        .into_iter()
        .map(|(way, _)| way)
        .collect();
    let more = [
        "2 / § §",
        "4 Enter § Tab §",
        "4 Enter Enter",
        "4 Enter j Enter",
        "3 j Space",
        "4 J",
        "3 j Space u U",
    ];
    for way in ways.iter().map(String::as_str).chain(more) {
        let mut session = Session::new(book.clone(), demo::ANCHOR);
        session.press("H");
        for key in way.split_whitespace().filter(|key| *key != "H") {
            session.press(key);
            let shown = shows_it(&mut session);
            assert!(shown.is_none(), "{way:?}, {key} at {}", shown.unwrap());
        }
        assert_ne!(session.model.scope(), Scope::Form, "{way:?}");
        assert_ne!(session.model.scope(), Scope::Draft, "{way:?}");
    }
}

#[test]
fn days_states_and_numbers_stay() {
    let book = demo::book(demo::ANCHOR).unwrap();
    let mut shown = Session::new(book.clone(), demo::ANCHOR);
    let mut hidden = Session::new(book, demo::ANCHOR);
    for session in [&mut shown, &mut hidden] {
        session.press("4 i");
    }
    hidden.press("H");
    let (model, seen) = (&shown.model, hidden.model.as_seen(&hidden.cx).unwrap());
    assert_eq!(model.derived.agenda, seen.derived.agenda);
    for (one, other) in model.book.invites.iter().zip(seen.book.invites.iter()) {
        assert_eq!(
            (one.start, one.reply, one.move_ok),
            (other.start, other.reply, other.move_ok)
        );
    }
    assert_eq!(model.lunch.verdict, seen.lunch.verdict);
}

#[test]
fn somebody_new_leaves_the_others_their_numbers() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let first = book.contacts.iter().next().unwrap().clone();
    book.contacts.remove(first.id);
    let mut numbers = Numbers::default();
    numbers.count(&book);
    let before = veiled(&book, &numbers);
    book.contacts.put_shared(first.clone());
    numbers.count(&book);
    let after = veiled(&book, &numbers);
    for contact in before.contacts.iter() {
        assert_eq!(after.contacts.get(contact.id), Some(contact));
    }
    let last = format!("Person {}", book.contacts.len());
    assert_eq!(after.contacts.get(first.id).unwrap().name, last);
}

#[test]
fn only_what_changed_is_veiled_again() {
    let book = demo::book(demo::ANCHOR).unwrap();
    let mut session = Session::new(book.clone(), demo::ANCHOR);
    session.press("H");
    let before = session.model.as_seen(&session.cx).unwrap().book;
    let (base, mut theirs) = (session.model.book.clone(), session.model.book.clone());
    let first = theirs.promises.iter().next().unwrap();
    let mut promise = first.as_ref().clone();
    promise.text.push('!');
    theirs.promises.put(promise);
    session.act(Action::Foreign(Box::new((base, theirs))));
    let (now, seen) = (
        &session.model.book,
        session.model.as_seen(&session.cx).unwrap().book,
    );
    assert!(!now.promises.is_same_list(&book.promises));
    let mut numbers = Numbers::default();
    numbers.count(now);
    assert!(seen == veiled(now, &numbers), "it is the whole book veiled");
    assert!(!seen.promises.is_same_list(&before.promises));
    assert!(seen.contacts.is_same_list(&before.contacts));
    assert!(seen.interactions.is_same_list(&before.interactions));
    session.press("H");
    session.press("2 d Enter");
    session.press("H");
    let seen = session.model.as_seen(&session.cx).unwrap().book;
    assert!(seen == veiled(&session.model.book, &numbers));
}

/// Every text of a book, as its file holds it.
fn texts(book: &Book) -> Vec<String> {
    let file = ron::to_string(book).unwrap();
    let parts = file.split('"').skip(1).step_by(2);
    parts.map(str::to_owned).collect()
}

/// What may stand in a book that is seen: ids, days, zones, numbers of people, dots.
fn is_harmless(text: &str) -> bool {
    let is_date = text
        .trim_start_matches(['+', '-'])
        .starts_with(|char: char| char.is_ascii_digit())
        && text.contains('-');
    let is_zone = text.parse::<chrono_tz::Tz>().is_ok();
    text.is_empty()
        || text == "•••"
        || text.starts_with("Person ")
        || is_date
        || is_zone
        || text.parse::<PromiseId>().is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_any_book_is_left(mut book in any_book(6)) {
        book.unresolved.clear();
        let mut numbers = Numbers::default();
        numbers.count(&book);
        let seen = veiled(&book, &numbers);
        let left: Vec<String> = texts(&seen).into_iter().filter(|text| !is_harmless(text)).collect();
        prop_assert!(left.is_empty(), "{left:?}");
        prop_assert_eq!(seen.record_count(), book.record_count());
    }
}
