//! One line of words that becomes records: "met ana, dana yesterday: pricing; gave ana advice: the second office".
//!
//! A verb stands first, then people by a part of their names, then a day where one is meant, then what there is to say
//! behind a colon; some verbs stand behind the person ("bob is solving churn"). Facts are parted by semicolons, and a
//! fact that names nobody is about the first person of the line. What cannot be read is said; nothing is guessed but the
//! person, who is named back.

mod aside;
mod complete;
mod fact;
mod incident;
mod invite;
mod keep;
mod name;
mod own;
mod parts;
mod people;
mod person;
mod promise;
mod reader;
mod said;
mod several;
mod talk;
mod value;
mod verb;

use std::borrow::Cow;

use chrono::NaiveDate;

use super::book::Book;
use super::contact::{Contact, ContactId};
use super::duplicates::Like;
use super::redacted::redacted;
use super::relationship::Relationships;

pub use aside::Aside;
pub use complete::{Completion, complete};
pub use fact::{Fact, Moved};
pub use keep::keep;
pub(in crate::domain) use people::last_touch;
pub use verb::{Place, VERBS, Verb, Whom, begun, fitting};

/// A line that can be read.
#[derive(Clone, PartialEq)]
pub struct Line {
    /// What it says, in its order.
    pub facts: Vec<Fact>,
    /// The people whom it brings into the book. Their ids are provisional: they get their own when the line is kept.
    pub new: Vec<Contact>,
    /// Whom of the book those may be who are new by name.
    pub alike: Vec<Like>,
    /// The names that could mean several, and whom each was taken for: the first.
    pub named: Vec<Named>,
    /// What it says of people of the book besides.
    pub asides: Vec<Aside>,
    /// What becomes of the event that is on.
    pub event: EventAfter,
}

redacted!(Line: facts, new, alike, named, asides, event);

/// A name that could mean several people.
#[derive(Clone, PartialEq, Eq)]
pub struct Named {
    /// As it was typed.
    pub typed: String,
    /// Whom it could mean, the likeliest first.
    pub candidates: Vec<ContactId>,
}

redacted!(Named: candidates; typed);

/// What a line does to the event that is on for the lines that follow.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum EventAfter {
    /// Nothing.
    #[default]
    Same,
    /// This one is on from here.
    On(String),
    /// None is on any more.
    Over,
}

redacted!(enum EventAfter: Same, On {}, Over);

impl EventAfter {
    /// The event that is on after the line.
    pub fn apply(&self, event: &mut Option<String>) {
        match self {
            Self::Same => {}
            Self::On(name) => *event = Some(name.clone()),
            Self::Over => *event = None,
        }
    }
}

/// Why a line cannot be read, in a sentence for whoever types it.
#[derive(Clone, PartialEq, Eq)]
pub struct Unread {
    /// The sentence.
    pub why: String,
    /// Whom a name could mean, where that is the question; the likeliest first.
    pub candidates: Vec<ContactId>,
}

redacted!(Unread: candidates; why);

impl Unread {
    pub(super) fn because(why: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            candidates: Vec::new(),
        }
    }
}

/// What a line is read against.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The book.
    pub book: &'a Book,
    /// Everything between each person and me: of several, whom I spoke with last is the likeliest.
    pub relationships: &'a Relationships,
    /// The day.
    pub today: NaiveDate,
    /// The event that is on since an earlier line, as it is called.
    pub event: Option<&'a str>,
}

/// Reads a line.
///
/// # Errors
/// [`Unread`] with what is missing or cannot be read, and what next.
pub fn read(text: &str, known: Known<'_>) -> Result<Line, Unread> {
    reader::read(&super::clean::line(text), known)
}

impl Line {
    /// The book with the people whom the line brings in: what its sentences take names from.
    #[must_use]
    pub fn with_new<'a>(&self, book: &'a Book) -> Cow<'a, Book> {
        if self.new.is_empty() {
            return Cow::Borrowed(book);
        }
        let mut with_new = book.clone();
        for contact in &self.new {
            with_new.contacts.put(contact.clone());
        }
        Cow::Owned(with_new)
    }
}
