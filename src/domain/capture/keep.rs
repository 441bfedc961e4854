//! What a line does to the book.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Fact, Line, Unread};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::id::IdSource;
use crate::domain::incident::{Incident, IncidentId};

/// Puts what a line says into the book.
pub fn keep(line: &Line, book: &mut Book, today: NaiveDate, ids: &IdSource) {
    match (line.who, &line.fact) {
        (Some(who), fact) => keep_of(who, fact, book, today, ids),
        (None, Fact::WeeklyMinutes(minutes)) => {
            Arc::make_mut(&mut book.settings).weekly_minutes = *minutes;
        }
        (None, _) => {}
    }
}

fn keep_of(who: ContactId, fact: &Fact, book: &mut Book, today: NaiveDate, ids: &IdSource) {
    match fact {
        Fact::Incident {
            about,
            kind,
            severity,
            on,
            note,
        } => book.incidents.put(Incident {
            id: ids.next(),
            contact: who,
            about: *about,
            kind: *kind,
            severity: *severity,
            on: *on,
            noted: Some(today),
            note: note.clone(),
            settled: None,
            acknowledged: None,
            made_right: None,
            from: None,
        }),
        Fact::Boundary(boundary) => {
            book.contacts
                .change(who, |contact| contact.boundary = *boundary);
        }
        Fact::Later(until) => {
            book.contacts
                .change(who, |contact| contact.snoozed_until = Some(*until));
        }
        Fact::Settled => change(book, who, fact, |one| one.settled = Some(today)),
        Fact::OwnedUp => change(book, who, fact, |one| one.acknowledged = Some(today)),
        Fact::PutRight => change(book, who, fact, |one| one.made_right = Some(today)),
        Fact::WeeklyMinutes(_) => {}
    }
}

/// Whether there is something in the book that the line can be about.
pub(super) fn is_possible(book: &Book, who: ContactId, fact: &Fact) -> Result<(), Unread> {
    let none = match fact {
        Fact::Settled => "Nothing of theirs is noted that could be settled",
        Fact::OwnedUp => "No wrong of yours is noted that you have not owned up to",
        Fact::PutRight => {
            "No wrong of yours is noted here; a broken promise is put right on the promise itself"
        }
        Fact::Incident { .. } | Fact::Boundary(_) | Fact::Later(_) | Fact::WeeklyMinutes(_) => {
            return Ok(());
        }
    };
    match meant(book, who, fact).len() {
        0 => Err(Unread(none.to_owned())),
        1 => Ok(()),
        several => Err(Unread(format!(
            "{several} could be meant: o on the person chooses one"
        ))),
    }
}

fn change(book: &mut Book, who: ContactId, fact: &Fact, change: impl Fn(&mut Incident)) {
    for id in meant(book, who, fact) {
        book.incidents.change(id, &change);
    }
}

/// The incidents that a line can be about.
fn meant(book: &Book, who: ContactId, fact: &Fact) -> Vec<IncidentId> {
    let fits = |incident: &&Incident| {
        incident.contact == who
            && match fact {
                Fact::Settled => incident.is_theirs_to_settle(),
                Fact::OwnedUp => incident.is_unrepaired() && incident.acknowledged.is_none(),
                Fact::PutRight => incident.is_unrepaired(),
                Fact::Incident { .. }
                | Fact::Boundary(_)
                | Fact::Later(_)
                | Fact::WeeklyMinutes(_) => false,
            }
    };
    let incidents = book.incidents.iter().map(AsRef::as_ref);
    incidents.filter(fits).map(|one| one.id).collect()
}
