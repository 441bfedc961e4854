//! The promise that an introduction is, written down before it or after it.

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::contact::{Contact, ContactId};
use goodword::domain::delivery::{deliver, done_on, take_back};
use goodword::domain::exchange::{Exchange, ExchangeKind};
use goodword::domain::id::{Id, IdSource};
use goodword::domain::introducing::{of_promise, take};
use goodword::domain::introduction::{Introduction, IntroductionId, Step};
use goodword::domain::promise::{Promise, PromiseId, State};

use super::{ago, book, id, person};

const ANA: u128 = 1;
const JONES: u128 = 2;
const SMITH: u128 = 3;

/// Ana, and two who are called Ben.
fn three() -> Book {
    let named = |number, name: &str| Contact {
        name: name.to_owned(),
        ..person(number)
    };
    book([
        named(ANA, "Ana Silva"),
        named(JONES, "Ben Jones"),
        named(SMITH, "Ben Smith"),
    ])
}

fn wish() -> IntroductionId {
    Id::from_u128(100)
}

fn word() -> PromiseId {
    Id::from_u128(50)
}

fn ids() -> IdSource {
    IdSource::seeded(7)
}

/// Ana is to meet somebody, and both were asked.
fn asking(target: u128) -> Introduction {
    Introduction {
        id: wish(),
        requester: id(ANA),
        target: id(target),
        purpose: "pricing".to_owned(),
        asked_requester: Some(ago(9)),
        asked_target: Some(ago(9)),
        ..Introduction::default()
    }
}

/// Both said yes eight days ago.
fn agreed(target: u128) -> Introduction {
    Introduction {
        yes_requester: Some(ago(8)),
        yes_target: Some(ago(8)),
        ..asking(target)
    }
}

fn owed(number: u128, to: ContactId, text: &str) -> Promise {
    Promise {
        id: Id::from_u128(number),
        text: text.to_owned(),
        kind: Some(ExchangeKind::Introduction),
        ..Promise::new(to, ago(20))
    }
}

/// Ana is owed this word, and the introduction waits.
fn with(introduction: Introduction, text: &str) -> Book {
    let mut book = three();
    book.introductions.put(introduction);
    book.promises.put(owed(50, id(ANA), text));
    book
}

fn is_kept_on(book: &Book, on: NaiveDate) -> bool {
    let state = &book.promises.get(word()).unwrap().state;
    matches!(state, State::Delivered { on: day, .. } if *day == on)
}

fn given(book: &Book) -> Vec<Exchange> {
    let all = book.exchanges.iter();
    all.map(|one| one.as_ref().clone()).collect()
}

#[test]
fn a_promise_written_down_after_both_said_yes_is_kept_by_making_it() {
    let start = with(agreed(JONES), "intro to Ben");
    let mut ticked = start.clone();
    deliver(&mut ticked, word(), ago(3), &ids()).unwrap();
    let mut stepped = start;
    take(&mut stepped, wish(), Step::Make, ago(3), &ids());
    for mut book in [ticked, stepped] {
        assert!(is_kept_on(&book, ago(3)));
        assert_eq!(given(&book).len(), 1, "counted once");
        assert_eq!(of_promise(&book, word()), None);
        done_on(&mut book, word(), ago(2), &ids()).unwrap();
        let made = book.introductions.get(wish()).unwrap();
        assert_eq!((made.made, made.promise), (Some(ago(2)), Some(word())));
        assert!(is_kept_on(&book, ago(2)));
        take_back(&mut book, word(), ago(0), &ids()).unwrap();
        assert!(!book.introductions.get(wish()).unwrap().is_made());
        assert_eq!(given(&book), []);
    }
}
