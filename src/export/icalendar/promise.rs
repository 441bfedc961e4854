//! A promise of mine as a task.

use chrono::{NaiveDate, NaiveTime};

use super::Hand;
use super::when::{day, utc};
use crate::domain::Book;
use crate::domain::invite::own_uid;
use crate::domain::promise::{Impact, Promise, State};
use crate::domain::sentences::name;
use crate::export::content_line::ContentLines;

/// A task; none for a promise with a day that iCalendar cannot write.
pub(super) fn task(book: &Book, promise: &Promise, hand: &Hand) -> Option<ContentLines> {
    let mut lines = ContentLines::default();
    lines.begin("VTODO");
    lines.line("UID", &own_uid(promise.id));
    lines.line("DTSTAMP", &utc(hand.stamp)?);
    lines.line("SEQUENCE", &sequence(promise).to_string());
    lines.line("CREATED", &noon(promise.made)?);
    if let Some(due) = promise.due {
        lines.line("DUE;VALUE=DATE", &day(due)?);
    }
    lines.text("SUMMARY", &promise.text);
    lines.text("DESCRIPTION", &words(book, promise));
    lines.text("CONTACT", name(book, promise.contact));
    lines.line("PRIORITY", priority(promise.impact));
    lines.line("STATUS", status(&promise.state));
    if let Some(done) = promise.done_on() {
        lines.line("COMPLETED", &noon(done)?);
        lines.line("PERCENT-COMPLETE", "100");
    }
    lines.line("CATEGORIES", "Promise");
    lines.line("CLASS", "PRIVATE");
    lines.end("VTODO");
    Some(lines)
}

/// Every time something else was agreed, and the end, are a version of their own.
fn sequence(promise: &Promise) -> usize {
    promise
        .earlier_terms
        .len()
        .saturating_add(usize::from(!promise.is_owed()))
}

fn words(book: &Book, promise: &Promise) -> String {
    let mut words = format!(
        "Promised to {} on {}",
        name(book, promise.contact),
        promise.made
    );
    if !promise.exact_words.is_empty() {
        words.extend([": \"", &promise.exact_words, "\""]);
    }
    if let Some(minutes) = promise.minutes {
        words.extend(["\nAbout ", &minutes.to_string(), " minutes of work"]);
    }
    words
}

/// What they build on it, as 1 (the most) to 9.
const fn priority(impact: Impact) -> &'static str {
    match impact {
        Impact::Vital => "1",
        Impact::Much => "3",
        Impact::Some => "5",
        Impact::Little => "9",
    }
}

const fn status(state: &State) -> &'static str {
    match state {
        State::Open => "NEEDS-ACTION",
        State::Blocked { .. } => "IN-PROCESS",
        State::Delivered { .. } | State::Confirmed { .. } => "COMPLETED",
        State::Released { .. }
        | State::Withdrawn { .. }
        | State::Missed { .. }
        | State::MadeRight { .. } => "CANCELLED",
    }
}

/// The book knows days and a task wants a moment: noon is on that day in most of the world.
fn noon(on: NaiveDate) -> Option<String> {
    utc(on.and_time(NaiveTime::from_hms_opt(12, 0, 0)?))
}
