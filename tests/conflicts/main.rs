//! Which invites want the same hour, what is read of each, and which untruth was noted about a pair.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod hours;
mod readings;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use goodword::domain::Book;
use goodword::domain::comparison::Reading;
use goodword::domain::conflict::{Conflict, conflicts, reading};
use goodword::domain::contact::{Contact, ContactId};
use goodword::domain::id::Id;
use goodword::domain::invite::{Assessment, Invite};
use goodword::domain::promise::Promise;
use goodword::domain::relationship::Relationships;

fn read(book: &Book, invite: &Invite) -> Reading {
    reading(book, &Relationships::of(book), invite, today())
}

fn assessed(assessment: Assessment) -> Invite {
    Invite {
        assessment: Some(assessment),
        ..lunch(1)
    }
}

fn promise_to(number: u128) -> Promise {
    let someone: ContactId = Id::from_u128(number);
    let text = "text: \"the figures\", made: \"2026-09-01\", said: Promise";
    ron::from_str(&format!("(contact: \"{someone}\", {text})")).unwrap()
}

fn person(number: u128) -> Contact {
    Contact {
        id: Id::from_u128(number),
        added: today() - TimeDelta::days(10),
        ..Contact::default()
    }
}

/// What is changed about an open invite, and whether it competes then.
type Case = (&'static str, fn(&mut Invite), bool);

fn compete(one: Invite, other: Invite) -> bool {
    let pairs = conflicts(&book([one, other]), today()).len();
    assert!(pairs <= 1);
    pairs == 1
}

fn book<const N: usize>(invites: [Invite; N]) -> Book {
    let mut book = Book::default();
    for invite in invites {
        book.invites.put(invite);
    }
    book
}

fn pair(a: u128, b: u128) -> Conflict {
    Conflict {
        a: Id::from_u128(a),
        b: Id::from_u128(b),
    }
}

fn lunch(number: u128) -> Invite {
    invite(number, "2026-09-25T12:30:00", "2026-09-25T13:30:00")
}

fn invite(number: u128, start: &str, end: &str) -> Invite {
    let book: Invite = ron::from_str(&format!(
        "(with: [], start: \"{start}\", end: \"{end}\", asked_on: \"2026-09-20\")"
    ))
    .unwrap();
    Invite {
        id: Id::from_u128(number),
        with: vec![Id::from_u128(number)],
        ..book
    }
}

fn clock(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}
