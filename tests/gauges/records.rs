//! Promises that the worked examples begin with.

use chrono::{NaiveDate, TimeDelta};
use goodword::domain::Book;
use goodword::domain::id::{Id, IdSource};
use goodword::domain::incident::Party;
use goodword::domain::promise::{Impact, Promise, State, Strength};

/// Thursday.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}

/// So many days before today; later where negative.
pub(crate) fn ago(days: i64) -> NaiveDate {
    today() - TimeDelta::days(days)
}

/// A promise of mine, made long ago, open and without a day.
pub(crate) fn promise() -> Promise {
    Promise {
        id: Id::nil(),
        by: Party::Me,
        contact: Id::from_u128(2),
        text: "an introduction to Max".to_owned(),
        kind: None,
        made: ago(100),
        due: None,
        said: Strength::Promise,
        exact_words: String::new(),
        heard: None,
        impact: Impact::Little,
        minutes: None,
        state: State::Open,
        efforts: Vec::new(),
        earlier_terms: Vec::new(),
        reopened_from: None,
    }
}

/// A book of these promises, each under an id of its own.
pub(crate) fn book(promises: impl IntoIterator<Item = Promise>) -> Book {
    let (mut book, ids) = (Book::default(), IdSource::seeded(7));
    for promise in promises {
        book.promises.put(Promise {
            id: ids.next(),
            ..promise
        });
    }
    book
}
