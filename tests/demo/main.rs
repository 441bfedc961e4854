//! The demo book: whole, as varied as a life, and the same on every day.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it says"
)]

/// Finds each listed variant among the values. The list is a match without a rest, so that a new variant asks for a
/// place in the demo before this compiles.
macro_rules! finds_each {
    ($type:ident { $($variant:ident)* } in $values:expr) => {{
        let name = |value: &$type| match value {
            $($type::$variant { .. } => stringify!($variant),)*
        };
        let found: std::collections::BTreeSet<&str> = $values.map(|value| name(&value)).collect();
        for variant in [$(stringify!($variant)),*] {
            assert!(found.contains(variant), "no {}::{variant} in the demo", stringify!($type));
        }
    }};
}

mod days;
mod outcomes;
mod variety;
mod whole;

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::comparison::Verdict;
use goodword::domain::conflict::{Conflict, conflicts, verdict};
use goodword::domain::contact::Contact;
use goodword::domain::decision::Snapshot;
use goodword::domain::invite::Invite;
use goodword::domain::relationship::Relationships;
use goodword::store::demo;

const FILE: &str = include_str!("../../assets/demo.ron");

fn at_anchor() -> Book {
    demo::book(demo::ANCHOR).unwrap()
}

fn invite(book: &Book, conflict: Conflict, first: bool) -> &Invite {
    let id = if first { conflict.a } else { conflict.b };
    book.invites.get(id).unwrap()
}

fn judged(book: &Book, today: NaiveDate) -> Vec<(Conflict, Verdict)> {
    let relationships = Relationships::of(book);
    let verdict = |conflict| verdict(book, &relationships, conflict, None, today).unwrap();
    let found = conflicts(book, today).into_iter();
    found
        .map(|conflict| (conflict, verdict(conflict)))
        .collect()
}

fn snapshots(book: &Book) -> Vec<Snapshot> {
    let decisions = book.decisions.iter();
    decisions
        .filter_map(|decision| decision.snapshot.clone())
        .collect()
}

fn person<'a>(book: &'a Book, name: &str) -> &'a Contact {
    let found = book.contacts.iter().find(|contact| contact.name == name);
    found.unwrap()
}

/// Every quoted text of the file, in its order.
fn texts(file: &str) -> Vec<&str> {
    assert!(
        !file.contains("\\\""),
        "a quotation mark inside a text is not read here"
    );
    file.split('"').skip(1).step_by(2).collect()
}

fn is_id(text: &str) -> bool {
    text.parse::<goodword::domain::contact::ContactId>().is_ok()
}

/// The day that a text begins with, where it is a date or a wall clock.
fn day_of(text: &str) -> Option<NaiveDate> {
    let day = text.get(..10)?.parse().ok()?;
    matches!(text.len(), 10 | 19).then_some(day)
}
