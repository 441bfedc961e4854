//! Lines of words that become records: what they say back, and what they say where they cannot be read.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod kept;
mod lines;
mod people;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::capture::{Fact, Known, Line, Place, Unread, VERBS, keep, read};
use goodword::domain::id::IdSource;
use goodword::domain::incident::Incident;
use goodword::domain::relationship::Relationships;
use goodword::domain::sentences::capture::{says, why};
use goodword::store::demo;
use proptest::prelude::*;

fn book() -> Book {
    static DEMO: LazyLock<Book> = LazyLock::new(|| demo::book(demo::ANCHOR).unwrap());
    DEMO.clone()
}

fn reading(book: &Book, text: &str) -> Result<Line, Unread> {
    reading_on(demo::ANCHOR, book, text)
}

fn reading_on(today: NaiveDate, book: &Book, text: &str) -> Result<Line, Unread> {
    let known = Known {
        book,
        relationships: &Relationships::of(book),
        today,
        event: None,
    };
    read(text, known)
}

/// What the line says back, or why it cannot be read.
fn answer(text: &str) -> String {
    answer_on(demo::ANCHOR, &book(), text)
}

fn answer_on(today: NaiveDate, book: &Book, text: &str) -> String {
    let known = Known {
        book,
        relationships: &Relationships::of(book),
        today,
        event: None,
    };
    match read(text, known) {
        Ok(line) => says(&line, book, today),
        Err(unread) => why(&unread, known),
    }
}

#[test]
fn a_line_says_back_what_it_will_store() {
    for (line, says) in [
        (
            "wronged cleo seriously yesterday: showed her draft around",
            "You wronged Cleo Ito (seriously), yesterday (Wed 23 Sep): showed her draft around.",
        ),
        (
            "Lied To By carl voss: the budget was never approved.",
            "Carl Voss acted in bad faith, today (Thu 24 Sep): the budget was never approved. It counts from tomorrow.",
        ),
        (
            "harmed by kim on 1 sep: cancelled on the day",
            "Kim Alder did harm, 3 weeks ago (Tue 1 Sep): cancelled on the day. It counts from tomorrow.",
        ),
        (
            "helped by ana: lent me her tax adviser",
            "Ana Silva helped without having to, today (Thu 24 Sep): lent me her tax adviser. It counts from tomorrow.",
        ),
        (
            "helped max: looked after his stand",
            "You helped Max Lindqvist without having to, today (Thu 24 Sep): looked after his stand.",
        ),
        (
            "harmed by kim seriously: cancelled on the day",
            "How grave it was is kept of your own wrongs only: leave that word out",
        ),
        (
            "line with carl",
            "You draw a line with Carl Voss: no one-to-one for now.",
        ),
        (
            "no line with kim",
            "Meeting Kim Alder one-to-one is fine again.",
        ),
        (
            "later bob until 1 nov",
            "The pace with Bob Reyes is left alone until Sun 1 Nov.",
        ),
        ("free 1 h 30 min a week", "How long a week? 6 h, 90 min"),
        (
            "free 6 h a week",
            "You have 6 h a week for what you promise.",
        ),
        (
            "Free 90 min",
            "You have 1 h 30 min a week for what you promise.",
        ),
        ("free 200 h a week", "How long a week? 6 h, 90 min"),
        (
            "later bob in 2 weeks",
            "The pace with Bob Reyes is left alone until Thu 8 Oct.",
        ),
    ] {
        assert_eq!(answer(line), says, "{line}");
    }
}

#[test]
fn a_line_that_cannot_be_read_says_what_is_missing() {
    for (line, why) in [
        ("wronged cleo", "Behind a colon: what happened?"),
        ("wronged", "Whom is it about? A part of the name is enough"),
        ("wro", "Go on: a verb, then whom it is about"),
        (
            "grumbled at cleo",
            "\"grumbled\" is no verb that begins a line",
        ),
        (
            "wronged zaphod: x",
            "Nobody in your book is called \"zaphod\"",
        ),
        ("wronged cleo fryday: x", "\"fryday\" is no day that I know"),
        ("wronged cleo tomorrow: x", "Fri 25 Sep has not come yet"),
        ("later bob", "Until when? fri, in 2 weeks, 25 sep"),
        ("later bob yesterday", "Wed 23 Sep does not lie ahead"),
        (
            "line with carl on fri: x",
            "\"on fri x\" has no place in this line",
        ),
        (
            "settled with bob",
            "Nothing of theirs is noted that could be settled",
        ),
    ] {
        assert_eq!(answer(line), why, "{line}");
    }
}

#[test]
fn what_is_kept_can_be_settled_owned_up_to_and_put_right_by_a_line() {
    let mut book = book();
    let ids = IdSource::seeded(3);
    let before: BTreeSet<_> = book.incidents.iter().map(|one| one.id).collect();
    let mut type_in = |text: &str| -> Vec<Incident> {
        let line = reading(&book, text).unwrap();
        keep(&line, &mut book, demo::ANCHOR, &ids);
        let new = book
            .incidents
            .iter()
            .filter(|one| !before.contains(&one.id));
        new.map(|one| one.as_ref().clone()).collect()
    };
    assert!(type_in("wronged bob: forgot his name")[0].is_unrepaired());
    assert_eq!(
        type_in("owned up to bob")[0].acknowledged,
        Some(demo::ANCHOR)
    );
    assert_eq!(
        type_in("put right with bob")[0].made_right,
        Some(demo::ANCHOR)
    );
    let is_open = |all: Vec<Incident>| all.iter().any(Incident::is_theirs_to_settle);
    assert!(is_open(type_in("lied to by bob: said he had signed")));
    assert!(!is_open(type_in("settled with bob")));
    assert!(is_open(type_in("harmed by bob: told it on")));
    assert!(!is_open(type_in("settled with bob")), "harm too");
    type_in("line with bob");
    let bob = book.contacts.iter().find(|one| one.name == "Bob Reyes");
    assert!(bob.unwrap().boundary);
}

#[test]
fn every_verb_has_an_example_that_is_read() {
    let book = book();
    for verb in VERBS {
        let has_it = match verb.place {
            Place::First => verb.example.starts_with(&format!("{} ", verb.words)),
            Place::Behind => verb.example.contains(&format!(" {} ", verb.words)),
        };
        assert!(has_it, "{}", verb.example);
        match reading(&book, verb.example) {
            Ok(line) => assert!(!says(&line, &book, demo::ANCHOR).is_empty()),
            // The demo has no such wrong or promise open, or several; that is said, and the line was understood.
            Err(unread) => {
                let why = unread.why;
                let is_understood = ["noted", "meant", "that is open"];
                assert!(
                    is_understood.iter().any(|part| why.contains(part)),
                    "{}: {why}",
                    verb.example
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn no_line_stops_the_program(verb in 0..VERBS.len(), text in "\\PC{0,40}", day in -300_000i32..300_000) {
        let book = book();
        let today = NaiveDate::from_num_days_from_ce_opt(730_000 + day).unwrap();
        let words = VERBS[verb].words;
        for line in [text.clone(), format!("{words} {text}"), format!("{words} bob {text}: x; {text}"), format!("eve {words} {text}")] {
            let _ = reading_on(today, &book, &line);
        }
    }

    /// What a read line keeps is what it says: as many records change as it has facts and people.
    #[test]
    fn a_read_line_keeps_what_it_says(first in 0..VERBS.len(), second in 0..VERBS.len()) {
        let mut book = book();
        let text = format!("{}; {}", VERBS[first].example, VERBS[second].example);
        if let Ok(line) = reading(&book, &text) {
            prop_assert_eq!(line.facts.len(), 2);
            let before = book.clone();
            keep(&line, &mut book, demo::ANCHOR, &IdSource::seeded(9));
            let is_new = |fact: &&Fact| matches!(
                fact,
                Fact::Talk(_) | Fact::Promise(_) | Fact::Value(_) | Fact::Introduction(_)
                    | Fact::Invite(_) | Fact::Incident(_) | Fact::Moved(_)
            );
            let more = line.facts.iter().filter(is_new).count() + line.new.len();
            let added = book.record_count() - before.record_count();
            // A promise that is done may add the value that it brings.
            let done = line.facts.iter().filter(|fact| matches!(fact, Fact::Done(..))).count();
            prop_assert!((more..=more + done).contains(&added), "{}", text);
            let problems = goodword::store::check::problems(&book);
            prop_assert_eq!(problems, goodword::store::check::problems(&before));
        }
    }
}
