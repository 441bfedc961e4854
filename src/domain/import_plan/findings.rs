//! What importers find in files, in our own words.

use std::fmt;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};

use super::{Last, Untaken};
use crate::domain::contact::Birthday;
use crate::domain::duplicates::Shared;
use crate::domain::incident::Party;
use crate::domain::invite::{CalendarEntry, Reply};
use crate::domain::redacted::redacted;

/// Everything that was found in the files of one import.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// People.
    pub cards: Vec<Card>,
    /// Events that are not over.
    pub meetings: Vec<Meeting>,
    /// The series of which all coming occurrences are among the meetings.
    pub series: Vec<Series>,
    /// Cards that have gone from a folder that is kept in step: the folder and the file.
    pub gone: Vec<(PathBuf, String)>,
    /// What could not be taken.
    pub rejected: Vec<Rejected>,
    /// What entries said that the book has no place for.
    pub untaken: Untaken,
    /// What went in and is worth a look, and what would help the next time.
    pub remarks: Vec<String>,
}

redacted!(Findings: cards, meetings, series, rejected, untaken; gone, remarks);

impl Findings {
    /// Whether no entry was met, not even one that could not be taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
            && self.meetings.is_empty()
            && self.series.is_empty()
            && self.rejected.is_empty()
    }

    /// Adds what was found in another file.
    pub fn extend(&mut self, other: Self) {
        self.cards.extend(other.cards);
        self.meetings.extend(other.meetings);
        self.series.extend(other.series);
        self.gone.extend(other.gone);
        self.rejected.extend(other.rejected);
        self.untaken.extend(other.untaken);
        self.remarks.extend(other.remarks);
    }
}

/// Where something stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The file, as it was named.
    pub file: String,
    /// The line on which it begins, counted from 1.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// What a file is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A person of an address book.
    Card,
    /// An event of a calendar.
    Event,
}

/// A card or an event that was left out.
#[derive(Clone, PartialEq, Eq)]
pub struct Rejected {
    /// What it is.
    pub what: Entry,
    /// Where it stands.
    pub place: Place,
    /// Why, as the end of a sentence.
    pub reason: String,
}

redacted!(Rejected: what, place; reason);

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

/// A person of an address book. All text is clean.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// Where it stands.
    pub place: Place,
    /// The whole name; never empty.
    pub name: String,
    /// Other names.
    pub nicknames: Vec<String>,
    /// The organisation.
    pub organisation: String,
    /// What they do there.
    pub role: String,
    /// E-mail addresses, the preferred one first.
    pub emails: Vec<String>,
    /// Telephone numbers, the preferred one first.
    pub phones: Vec<String>,
    /// Pages and profiles.
    pub urls: Vec<String>,
    /// The birthday.
    pub birthday: Option<Birthday>,
    /// Labels.
    pub tags: Vec<String>,
    /// Anything else.
    pub notes: String,
    /// The identity in that address book.
    pub uid: Option<String>,
    /// Where it is a card of a folder that is kept in step with the book.
    pub in_step: Option<InStep>,
}

impl Card {
    /// The addresses of one kind.
    #[must_use]
    pub fn addresses(&self, shared: Shared) -> &[String] {
        match shared {
            Shared::Email => &self.emails,
            Shared::Phone => &self.phones,
            Shared::Page => &self.urls,
        }
    }
}

redacted!(Card: place, in_step; name, nicknames, organisation, role, emails, phones, urls, tags, notes);

/// A card of a folder that is kept in step with the book: what changed on it since it was last read is taken, and what
/// did not stays as the book has it.
#[derive(Clone, PartialEq, Eq)]
pub struct InStep {
    /// The folder.
    pub folder: PathBuf,
    /// The name of the card's file.
    pub file: String,
    /// What it held when it was last read or written; `None` for a card that is read for the first time.
    pub last: Option<Last>,
}

redacted!(InStep: last);

/// An event of a calendar, or one occurrence of a series. All text is clean.
#[derive(Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Where it stands.
    pub place: Place,
    /// Its identity in the calendar.
    pub entry: CalendarEntry,
    /// When it begins, by the wall clock of `zone`.
    pub start: NaiveDateTime,
    /// When it ends, by the wall clock of `zone`.
    pub end: NaiveDateTime,
    /// The IANA name of the zone; `None` for one that is the same hour everywhere.
    pub zone: Option<String>,
    /// Whether it stands over whole days.
    pub all_day: bool,
    /// Whether it is over: then it counts only where the book still waits for it.
    pub is_over: bool,
    /// Whether Goodword wrote it: then the book it comes from knows all of it.
    pub is_own: bool,
    /// What it is to me.
    pub kind: MeetingKind,
}

redacted!(Meeting: place, entry, start, end, all_day, is_over, is_own, kind);

/// A series of a calendar. An occurrence that the book holds and the series no longer has was moved or taken out.
#[derive(Clone, PartialEq, Eq)]
pub struct Series {
    /// Its identity in the calendar.
    pub uid: String,
    /// Its SEQUENCE.
    pub sequence: u32,
    /// The moment after which its occurrences are known, by the clock of this machine.
    pub from: NaiveDateTime,
    /// The last day on which its occurrences are known.
    pub until: NaiveDate,
}

redacted!(Series: sequence, from, until; uid);

/// What an event is to me.
#[derive(Clone, PartialEq, Eq)]
pub enum MeetingKind {
    /// An hour with one other person; of those that Goodword wrote, with everybody it named.
    Invite {
        /// The people, at least one.
        partners: Vec<Partner>,
        /// Who asked whom.
        host: Party,
        /// The answer of the one who was invited.
        reply: Reply,
        /// What the calendar calls it.
        title: String,
        /// Where.
        place: String,
        /// The day the invite came.
        asked_on: NaiveDate,
    },
    /// Time that is taken.
    Busy,
    /// Time that stands in the calendar and is not taken.
    Free,
    /// Called off.
    Cancelled,
    /// The answer of somebody whom I invited, and nothing else.
    Answer(Reply),
}

redacted!(enum MeetingKind: Invite { partners, host, reply, asked_on }, Busy, Free, Cancelled, Answer(reply));

/// The other person of an event.
#[derive(Clone, PartialEq, Eq)]
pub struct Partner {
    /// The name in the event, or what stands before the @.
    pub name: String,
    /// The e-mail address; empty where none is known.
    pub email: String,
}

redacted!(Partner:; name, email);
