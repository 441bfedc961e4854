//! Every sentence that the program says about people, promises and lunches, in one place.

pub mod agenda;
pub mod brief;
pub mod capture;
pub mod day;
pub mod decision;
pub mod duplicates;
pub mod ending;
pub mod facts;
pub mod foreign;
pub mod formulas;
pub mod gauges;
pub mod hour;
pub mod import;
pub mod incident;
pub mod load;
pub mod lunch;
pub mod messages;
pub mod network;
pub mod options;
pub mod person;
pub mod promise;
pub mod query;
pub mod removal;
pub mod review;
pub mod unresolved;
pub mod when;
pub mod why;
pub mod words;

use super::book::Book;
use super::contact::ContactId;
use super::invite::Invite;

/// What an empty book says.
pub const NOBODY_YET: &str = "Nobody here yet.";

/// The name of a person; for one whom the book no longer has, a placeholder.
#[must_use]
pub fn name(book: &Book, contact: ContactId) -> &str {
    book.contacts
        .get(contact)
        .map_or("(person missing)", |contact| &contact.name)
}

/// The name that stands alone in a sentence.
#[must_use]
pub fn first_name(book: &Book, contact: ContactId) -> &str {
    book.contacts
        .get(contact)
        .map_or("(person missing)", |contact| contact.first_name())
}

/// Whom a lunch is with, as one calls it: the first of them.
#[must_use]
pub fn guest<'a>(book: &'a Book, lunch: &Invite) -> &'a str {
    let first = lunch.with.first();
    first.map_or("nobody", |contact| first_name(book, *contact))
}

/// "1 note", "12 notes".
#[must_use]
pub fn counted(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {word}{plural}")
}

/// "1 person", "12 people".
#[must_use]
pub fn people(number: usize) -> String {
    if number == 1 {
        "1 person".to_owned()
    } else {
        format!("{number} people")
    }
}

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What a calendar calls an hour that has no title of its own: "Lunch with Ana Silva and Bob Lee".
#[must_use]
pub fn lunch_with(names: &[String]) -> String {
    format!("Lunch with {}", listed(names))
}

/// "lunch: the harvest report"; without a note only what it was.
#[must_use]
pub fn joined(what: &str, note: &str) -> String {
    if note.is_empty() {
        what.to_owned()
    } else {
        format!("{what}: {note}")
    }
}

/// A text that begins with a capital letter.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
