//! What a captured line will store, said back before it is stored.

use chrono::NaiveDate;

use crate::domain::book::Book;
use crate::domain::capture::{Fact, Line};
use crate::domain::dates::{relative, short};
use crate::domain::incident::{IncidentKind, Party, Severity};
use crate::domain::sentences::incident::did;
use crate::domain::sentences::{capitalised, first_name, name};

/// What a line will store: "Carl Weber acted in bad faith, yesterday (Wed 23 Sep): …".
#[must_use]
pub fn says(line: &Line, book: &Book, today: NaiveDate) -> String {
    let who = line.who.map_or("", |who| name(book, who));
    match &line.fact {
        Fact::Incident {
            about,
            kind,
            severity,
            on,
            note,
        } => {
            let what = capitalised(&did(*kind, *about, who));
            let how = severity_words(*about, *kind, *severity);
            let day = format!("{} ({})", relative(*on, today), short(*on, today));
            let from = if *about == Party::Them {
                " It counts from tomorrow."
            } else {
                ""
            };
            format!("{what}{how}, {day}: {}.{from}", note.trim_end_matches('.'))
        }
        Fact::Boundary(true) => format!("You draw a line with {who}: no one-to-one for now."),
        Fact::Boundary(false) => format!("Meeting {who} one-to-one is fine again."),
        Fact::Settled => format!("What {who} did in bad faith is settled, today."),
        Fact::Later(until) => format!(
            "The pace with {who} is left alone until {}.",
            short(*until, today)
        ),
        Fact::OwnedUp => format!("You owned up to {who}, today."),
        Fact::WeeklyMinutes(minutes) => {
            format!("You have {} a week for what you promise.", length(*minutes))
        }
        Fact::PutRight => format!("You put it right with {who}, today."),
    }
}

/// What is said once it is stored, and in undoing it. Of what one of us did it says only of whom: it stays on the screen,
/// where others may look on.
#[must_use]
pub fn label(line: &Line, book: &Book, today: NaiveDate) -> String {
    match (line.who, &line.fact) {
        (Some(who), Fact::Incident { .. } | Fact::Settled | Fact::OwnedUp | Fact::PutRight) => {
            format!("noted: {}", first_name(book, who))
        }
        _ => says(line, book, today).trim_end_matches('.').to_owned(),
    }
}

/// "6 h", "45 min", "1 h 30 min".
fn length(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

const fn severity_words(about: Party, kind: IncidentKind, severity: Severity) -> &'static str {
    match (about, kind, severity) {
        (_, IncidentKind::Helped, _) | (Party::Them, _, _) => "",
        (Party::Me, _, Severity::Minor) => " (slightly)",
        (Party::Me, _, Severity::Moderate) => " (badly)",
        (Party::Me, _, Severity::Serious) => " (seriously)",
    }
}
