//! My network: how varied it is, and the warm ways to somebody. Worked cases, and laws on drawn networks.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_cmp,
    reason = "a test may stop where it stands, and the figures compared are exact"
)]

#[path = "../common/cases.rs"]
mod number;

mod circles;
mod introducing;
mod introductions;
mod promised;
mod reach;
mod ways;

use chrono::{NaiveDate, TimeDelta};
use goodword::domain::Book;
use goodword::domain::contact::{Contact, ContactId};
use goodword::domain::id::Id;
use goodword::domain::network::WarmWays;
use goodword::domain::relationship::Relationships;
use proptest::test_runner::Config;

fn cases() -> Config {
    Config {
        cases: number::cases(),
        failure_persistence: None,
        ..Config::default()
    }
}

/// What floats may differ by.
const ROUNDING: f64 = 1e-9;

fn ways_of(book: &Book) -> WarmWays {
    WarmWays::of(book, &Relationships::of(book), today())
}

fn book(people: impl IntoIterator<Item = Contact>) -> Book {
    let mut book = Book::default();
    for person in people {
        book.contacts.put(person);
    }
    book
}

fn person(number: u128) -> Contact {
    Contact {
        id: id(number),
        added: today(),
        ..Contact::default()
    }
}

fn number_of(circles: usize) -> f64 {
    f64::from(u32::try_from(circles).unwrap())
}

fn ago(days: i64) -> NaiveDate {
    today() - TimeDelta::days(days)
}

fn id(number: u128) -> ContactId {
    Id::from_u128(number)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}
