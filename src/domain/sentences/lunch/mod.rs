//! The sentences of the program about two lunches for one hour. Exact, in one place, and without a pronoun for anybody.
//!
//! A key in brackets at the end of a sentence, as in "(i)", is for the dashboard; elsewhere [`without_keys`] drops it.

mod choices;
mod facts;
mod figures;
mod headline;
mod hours;
mod sturdy;

pub use choices::{NOT_COUNTED, reply};
pub use facts::rating_words;

use chrono::NaiveDate;

use crate::domain::book::Book;
use crate::domain::comparison::{Line, Reading, Side, Verdict, compare};
use crate::domain::conflict::{Conflict, reading};
use crate::domain::contact::Contact;
use crate::domain::invite::Invite;
use crate::domain::redacted::redacted;
use crate::domain::relationship::Relationships;
use crate::domain::sentences::listed;

/// The name of a line of the comparison, as it stands at the head of a row.
#[must_use]
pub const fn name(line: Line) -> &'static str {
    match line {
        Line::Help => "What it does for them",
        Line::Word => "A promise this lunch keeps",
        Line::Repair => "Something to put right",
        Line::Delay => "what waiting costs",
        Line::Lasting => "how long it matters",
        Line::Rhythm => "How long since we talked",
    }
}

/// The name of a line within a sentence.
#[must_use]
pub const fn name_in_sentence(line: Line) -> &'static str {
    match line {
        Line::Help => "what it does for them",
        Line::Word => "a promise this lunch keeps",
        Line::Repair => "something to put right",
        Line::Delay => "what waiting costs",
        Line::Lasting => "how long it matters",
        Line::Rhythm => "how long since we talked",
    }
}

/// Whether the line hangs on [`Line::Help`] and is drawn below it with an arrow.
#[must_use]
pub const fn is_sub_line(line: Line) -> bool {
    matches!(line, Line::Delay | Line::Lasting)
}

/// A sentence without the keys of the dashboard, for a place that has none.
#[must_use]
pub fn without_keys(sentence: &str) -> String {
    // With what follows them, so that a text of the book keeps its brackets.
    [
        (" (i).", "."),
        (" (e):", ":"),
        (" (e),", ","),
        (" (J K).", "."),
        (" (J K);", ";"),
        (" stands behind i.", " is not shown here."),
    ]
    .iter()
    .fold(sentence.to_owned(), |text, (keys, end)| {
        text.replace(keys, end)
    })
}

/// How the two sides are called in sentences.
#[derive(Clone, PartialEq, Eq)]
pub struct Names {
    /// The first.
    pub a: String,
    /// The second.
    pub b: String,
}

redacted!(Names:; a, b);

impl Names {
    /// First names, or whole ones where the first names are the same.
    #[must_use]
    pub fn of(book: &Book, a: &Invite, b: &Invite) -> Self {
        let called = |name: fn(&Contact) -> &str| Self {
            a: people(book, a, name),
            b: people(book, b, name),
        };
        let short = called(Contact::first_name);
        if short.a == short.b {
            called(|contact| &contact.name)
        } else {
            short
        }
    }

    /// Whole names.
    #[must_use]
    pub fn whole(book: &Book, a: &Invite, b: &Invite) -> Self {
        Self {
            a: people(book, a, |contact| &contact.name),
            b: people(book, b, |contact| &contact.name),
        }
    }

    /// The name of one side.
    #[must_use]
    pub fn get(&self, side: Side) -> &str {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }
}

fn people(book: &Book, invite: &Invite, name: fn(&Contact) -> &str) -> String {
    let names: Vec<String> = invite
        .with
        .iter()
        .map(|id| book.contacts.get(*id))
        .map(|contact| contact.map_or("(person missing)", |contact| name(contact)))
        .map(str::to_owned)
        .collect();
    if names.is_empty() {
        "(person missing)".to_owned()
    } else {
        listed(&names)
    }
}

/// Two invites for one hour, with everything that the sentences about them speak of.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The book.
    pub book: &'a Book,
    /// Its relationships.
    pub relationships: &'a Relationships,
    /// The day.
    pub today: NaiveDate,
    /// The first invite.
    pub a: &'a Invite,
    /// The second invite.
    pub b: &'a Invite,
    /// What is read of the first.
    pub a_reading: Reading,
    /// What is read of the second.
    pub b_reading: Reading,
    /// What the comparison says.
    pub verdict: Verdict,
    /// How the sides are called.
    pub names: Names,
}

impl<'a> Case<'a> {
    /// Reads the two sides of a conflict and compares them; `None` where an invite is gone.
    #[must_use]
    pub fn of(
        book: &'a Book,
        relationships: &'a Relationships,
        conflict: Conflict,
        untruth: Option<Side>,
        today: NaiveDate,
    ) -> Option<Self> {
        let a = book.invites.get(conflict.a)?.as_ref();
        let b = book.invites.get(conflict.b)?.as_ref();
        let a_reading = reading(book, relationships, a, today);
        let b_reading = reading(book, relationships, b, today);
        let order = &book.settings.order_of_lines;
        Some(Self {
            book,
            relationships,
            today,
            a,
            b,
            verdict: compare(&a_reading, &b_reading, order, untruth),
            a_reading,
            b_reading,
            names: Names::of(book, a, b),
        })
    }

    /// The invite of one side.
    #[must_use]
    pub const fn invite(&self, side: Side) -> &'a Invite {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }

    /// What is read of one side.
    #[must_use]
    pub const fn reading(&self, side: Side) -> &Reading {
        match side {
            Side::A => &self.a_reading,
            Side::B => &self.b_reading,
        }
    }

    /// How one side is called.
    #[must_use]
    pub fn name(&self, side: Side) -> &str {
        self.names.get(side)
    }

    /// The people of one side.
    pub fn people(&self, side: Side) -> impl Iterator<Item = &'a Contact> {
        let contacts = &self.book.contacts;
        let with = self.invite(side).with.iter();
        with.filter_map(|id| contacts.get(*id)).map(AsRef::as_ref)
    }
}
