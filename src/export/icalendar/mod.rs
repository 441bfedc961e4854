//! iCalendar (RFC 5545): lunches as events, my promises as tasks, and answers to invites (RFC 5546).
//!
//! What they promised is no task of mine and stays out; so does everything that nobody but me has to know of a lunch.
//! Whoever takes an event into a calendar on a server must not set off mail by it: every person carries
//! `SCHEDULE-AGENT=NONE` (RFC 6638).

mod lunch;
mod promise;
mod reply;
mod when;
mod zones;

use chrono::NaiveDateTime;

use super::Part;
use super::content_line::ContentLines;
use crate::domain::incident::Party;
use crate::domain::invite::Invite;

pub use reply::{NoReply, reply};

/// Who made the text.
const MAKER: &str = concat!("-//Goodword//Goodword ", env!("CARGO_PKG_VERSION"), "//EN");

/// What a text for calendars must know of me and of the moment.
#[derive(Clone, PartialEq, Eq)]
pub struct Hand {
    /// My own e-mail addresses; the first one is used where nothing says which.
    pub me: Vec<String>,
    /// The moment of writing, in UTC.
    pub stamp: NaiveDateTime,
}

/// A calendar of a part of the book.
#[derive(Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The calendar, as a file holds it.
    pub text: String,
    /// How many lunches and promises stay behind, because iCalendar knows only the years 1 to 9999.
    pub left_out: usize,
}

/// The lunches, and the promises of mine, of a part of the book; of one person only what is with them or to them.
#[must_use]
pub fn calendar(part: &Part, hand: &Hand) -> Calendar {
    let (book, person) = (&part.book, part.person);
    let lunches = book.invites.iter().map(AsRef::as_ref);
    let lunches: Vec<&Invite> = lunches
        .filter(|one: &&Invite| person.is_none_or(|person| one.is_with(person)))
        .collect();
    let events = lunches.iter().map(|one| lunch::event(book, one, hand));
    let promises = book.promises.iter();
    let mine = promises
        .filter(|one| one.by == Party::Me && person.is_none_or(|person| one.contact == person));
    let tasks = mine.map(|one| promise::task(book, one, hand));
    let things: Vec<Option<ContentLines>> = events.chain(tasks).collect();
    let left_out = things.iter().filter(|thing| thing.is_none()).count();
    let mut lines = head(None);
    lines.append(&zones::zones(&lunches));
    for thing in things.into_iter().flatten() {
        lines.append(&thing.into_text());
    }
    lines.end("VCALENDAR");
    Calendar {
        text: lines.into_text(),
        left_out,
    }
}

/// The first lines of a calendar; with a method it is a message to others.
fn head(method: Option<&str>) -> ContentLines {
    let mut lines = ContentLines::default();
    lines.begin("VCALENDAR");
    lines.line("VERSION", "2.0");
    lines.line("PRODID", MAKER);
    lines.line("CALSCALE", "GREGORIAN");
    if let Some(method) = method {
        lines.line("METHOD", method);
    }
    lines
}
