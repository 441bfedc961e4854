//! A yes taken back: whether they heard of it in time, and what is noted where they did not.

use chrono::NaiveDate;

use super::book::Book;
use super::comparison::Side;
use super::conflict::Conflict;
use super::contact::ContactId;
use super::decision::{Chosen, Decision, Subject};
use super::id::IdSource;
use super::incident::{Incident, IncidentKind, Party, Severity};
use super::invite::{Invite, InviteId, Outcome, Reply};

/// A yes that a decision took back without my having been let off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    /// Who had it.
    pub contact: ContactId,
    /// For which hour.
    pub invite: InviteId,
    /// The day of that hour.
    pub day: NaiveDate,
}

/// The first yes that a decision took back and of which is noted neither that they heard nor that they did not.
#[must_use]
pub fn taken_back(book: &Book, decision: &Decision) -> Option<TakenBack> {
    let Subject::Invites(a, b) = decision.about else {
        return None;
    };
    let turned_down: &[Side] = match decision.chosen {
        _ if decision.told.is_some() => &[],
        Chosen::A => &[Side::B],
        Chosen::B => &[Side::A],
        Chosen::Neither => &[Side::A, Side::B],
        Chosen::Both | Chosen::Moved { .. } | Chosen::Option(_) => &[],
    };
    turned_down.iter().find_map(|side| {
        let invite = book.invites.get(Conflict { a, b }.invite(*side))?;
        let contact = *invite.with.first()?;
        let is_open = had_my_word(decision, *side)
            && is_off(invite)
            && !decision.told_to.contains(&contact)
            && !is_noted(book, invite.id, contact);
        is_open.then_some(TakenBack {
            contact,
            invite: invite.id,
            day: invite.day(),
        })
    })
}

/// Whether they knew of a yes of mine that stood when I decided: who does not know of one cannot have counted on it.
fn had_my_word(decision: &Decision, side: Side) -> bool {
    decision.snapshot.as_ref().is_some_and(|snapshot| {
        let reading = match side {
            Side::A => &snapshot.a,
            Side::B => &snapshot.b,
        };
        reading.word_given && decision.knew(side)
    })
}

fn is_off(invite: &Invite) -> bool {
    invite.reply == Reply::Declined || invite.outcome == Some(Outcome::FellThrough)
}

/// Whether it is noted that they did not hear in time.
#[must_use]
pub fn is_noted(book: &Book, invite: InviteId, contact: ContactId) -> bool {
    let mut incidents = book.incidents.iter();
    incidents.any(|incident| incident.contact == contact && incident.from == Some(invite))
}

/// What I have to put right where they did not hear in time: harm without deceit.
#[must_use]
pub fn breach(
    invite: &Invite,
    contact: ContactId,
    severity: Severity,
    ids: &IdSource,
    today: NaiveDate,
) -> Incident {
    Incident {
        id: ids.next(),
        contact,
        about: Party::Me,
        kind: IncidentKind::Harmed,
        severity,
        on: invite.day().min(today),
        noted: Some(today),
        note: broken(invite),
        settled: None,
        acknowledged: None,
        made_right: None,
        from: Some(invite.id),
    }
}

/// In the words of the book; the same on every day.
fn broken(invite: &Invite) -> String {
    let day = invite.day().format("%a %-d %b %Y");
    format!("I let lunch on {day} go without a word in time")
}
