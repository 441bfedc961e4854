//! The promise that an introduction is, written down before it or after it.

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::contact::{Contact, ContactId};
use goodword::domain::delivery::{deliver, done_on, take_back};
use goodword::domain::exchange::{Exchange, ExchangeKind};
use goodword::domain::id::{Id, IdSource};
use goodword::domain::introducing::{in_the_way, of_promise, take};
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

#[test]
fn a_last_name_alone_names_somebody_too() {
    for (text, is_it) in [
        ("an intro to Jones", true),
        ("Introduce Jones", true),
        ("intro to JONES, of Acme", true),
        ("intro to Tom Jones", false),
        ("ana jones wants a word", false),
        ("intro to Smith", false),
    ] {
        let book = with(asking(JONES), text);
        let found = of_promise(&book, word());
        assert_eq!(found, is_it.then(wish), "{text}");
        let gate = in_the_way(&book, word(), ago(3));
        assert_eq!(
            gate,
            is_it.then(wish),
            "nobody is connected before both said yes: {text}"
        );
    }
}

#[test]
fn a_promise_of_another_ben_is_not_taken_for_it() {
    for (text, known) in [
        ("introduce her to Ben Smith", true),
        ("introduce her to ben smith, of Acme", true),
        ("introduce her to Ben Smith", false),
    ] {
        let mut start = with(agreed(JONES), text);
        if !known {
            start.contacts.remove(id(SMITH));
        }
        assert_eq!(of_promise(&start, word()), None, "{text}");
        let mut book = start.clone();
        deliver(&mut book, word(), ago(3), &ids()).unwrap();
        assert!(is_kept_on(&book, ago(3)));
        assert!(!book.introductions.get(wish()).unwrap().is_made(), "{text}");
        take(&mut book, wish(), Step::Make, ago(2), &ids());
        let made = book.introductions.get(wish()).unwrap();
        assert_eq!(made.promise, None, "another gift: {text}");
    }
}

#[test]
fn a_promise_names_whom_it_means_in_many_ways() {
    for text in [
        "introduce her to Ben",
        "introduce her to Ben Jones",
        "introduce her to Ben's team, Smith & Co",
        "intro to Ben, Smith knows him",
        "introduce Ben Monday",
        "introduce Ben, CEO of Acme",
        "introduce her to Ben Smith and Ben Jones",
    ] {
        let book = with(agreed(JONES), text);
        assert_eq!(of_promise(&book, word()), Some(wish()), "{text}");
    }
    let mut book = with(agreed(JONES), "introduce her to Anne-Laure");
    book.contacts.change(id(JONES), |who| {
        "Anne-Laure Petit".clone_into(&mut who.name);
    });
    assert_eq!(of_promise(&book, word()), Some(wish()));
}

#[test]
fn a_no_of_last_year_keeps_no_promise_from_being_kept() {
    let declined = Introduction {
        declined: Some(ago(300)),
        ..asking(JONES)
    };
    let mut book = with(declined.clone(), "introduce her to Ben");
    assert_eq!(in_the_way(&book, word(), ago(0)), None);
    deliver(&mut book, word(), ago(0), &ids()).unwrap();
    assert!(is_kept_on(&book, ago(0)));
    let noted = Introduction {
        promise: Some(word()),
        ..declined
    };
    let book = with(noted, "introduce her to Ben");
    assert_eq!(in_the_way(&book, word(), ago(0)), Some(wish()));
}

#[test]
fn two_promises_of_one_introduction_both_wait_for_the_yes() {
    let mut book = with(asking(JONES), "intro to Ben");
    let fair = owed(51, id(ANA), "introduce you to Ben at the fair");
    let both = [word(), fair.id];
    book.promises.put(fair);
    for promise in both {
        assert_eq!(of_promise(&book, promise), None, "it may be either");
        assert_eq!(in_the_way(&book, promise, ago(0)), Some(wish()));
        assert!(deliver(&mut book.clone(), promise, ago(0), &ids()).is_err());
    }
    book.introductions.put(agreed(JONES));
    assert_eq!(in_the_way(&book, word(), ago(0)), None);
}

/// It was ticked on its own, and only later noted to be the introduction, which was made another day.
#[test]
fn a_promise_moves_to_the_day_of_its_introduction() {
    let mut book = with(asking(JONES), "a word with Ben Smith");
    deliver(&mut book, word(), ago(5), &ids()).unwrap();
    book.introductions.put(Introduction {
        made: Some(ago(3)),
        promise: Some(word()),
        ..agreed(JONES)
    });
    done_on(&mut book, word(), ago(3), &ids()).unwrap();
    assert!(is_kept_on(&book, ago(3)));
    assert_eq!(given(&book)[0].on, ago(3));
    assert!(done_on(&mut book, word(), ago(9), &ids()).is_err());
    assert!(is_kept_on(&book, ago(3)), "both had not said yes");
}
