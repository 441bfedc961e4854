//! People who stand in the book twice: found with the reason, merged with all that stands with either, and never made
//! by an import where it is certain.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../common/books.rs"]
#[expect(
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "drawn numbers are small"
)]
mod books;
#[path = "../common/cases.rs"]
mod number;

mod command;
mod finding;
mod importing;
mod joining;

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::contact::{Contact, ContactId};
use goodword::domain::duplicates::{Pair, duplicates};
use goodword::domain::id::Id;
use goodword::domain::sentences;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}

fn id(number: u128) -> ContactId {
    Id::from_u128(number)
}

/// Somebody of a name, with what else is said of them.
fn person(number: u128, name: &str, more: impl FnOnce(&mut Contact)) -> Contact {
    let mut contact = Contact {
        id: id(number),
        name: name.to_owned(),
        added: today(),
        ..Contact::default()
    };
    more(&mut contact);
    contact
}

fn book(people: impl IntoIterator<Item = Contact>) -> Book {
    let mut book = Book::default();
    for person in people {
        book.contacts.put(person);
    }
    book
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// What is found, a line a pair: how sure, and why.
fn found(book: &Book) -> Vec<String> {
    let line = |pair: &Pair| {
        let (sure, why) = (
            sentences::duplicates::sure(pair),
            sentences::duplicates::reasons(pair),
        );
        format!("{sure}: {why}")
    };
    duplicates(book).iter().map(line).collect()
}
