//! What is known of a person, entry by entry, in the order in which it is read: whoever they are and what they are after,
//! what is ahead and open, how it stands, how to reach them, and what went before.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::contact::{AimId, Contact};
use super::decision::DecisionId;
use super::exchange::ExchangeId;
use super::incident::{Incident, IncidentId, IncidentKind, Party};
use super::interaction::InteractionId;
use super::invite::{Invite, InviteId};
use super::options::OptionSetId;
use super::promise::{Promise, PromiseId};
use super::relationship::{Relationship, is_unrepaired};

/// An entry: a record of the book, or a part of the person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Who they are.
    About,
    /// That nothing is known of what they are after.
    NoAim,
    /// What they are solving or aim for.
    Aim(AimId),
    /// A lunch that is ahead.
    Lunch(InviteId),
    /// The last talk, and my own line.
    LastTalk,
    /// A promise that is open or to be put right.
    Open(PromiseId),
    /// That no promise is open.
    NoPromise,
    /// How it stands.
    Standing,
    /// How to reach them.
    Reach,
    /// My notes.
    Notes,
    /// A talk.
    Talk(InteractionId),
    /// Value that went over.
    Value(ExchangeId),
    /// A promise that ended.
    Ended(PromiseId),
    /// Something that one of us did.
    Incident(IncidentId),
    /// A decision about a lunch with them.
    Decision(DecisionId),
    /// A choice for them.
    Choice(OptionSetId),
}

impl Entry {
    /// The promise it is, where it is one.
    #[must_use]
    pub const fn promise(self) -> Option<PromiseId> {
        match self {
            Self::Open(id) | Self::Ended(id) => Some(id),
            _ => None,
        }
    }

    /// Whether it is of the person as such, and no record of its own.
    #[must_use]
    pub const fn is_of_the_person(self) -> bool {
        matches!(
            self,
            Self::About
                | Self::NoAim
                | Self::LastTalk
                | Self::NoPromise
                | Self::Standing
                | Self::Reach
                | Self::Notes
        )
    }

    /// Whether it went before.
    #[must_use]
    pub const fn is_past(self) -> bool {
        matches!(
            self,
            Self::Talk(_)
                | Self::Value(_)
                | Self::Ended(_)
                | Self::Incident(_)
                | Self::Decision(_)
                | Self::Choice(_)
        )
    }
}

/// Everything between a person and me.
#[must_use]
pub fn entries(contact: &Contact, between: &Relationship, today: NaiveDate) -> Vec<Entry> {
    let mut entries = vec![Entry::About];
    let aims: Vec<Entry> = contact.open_aims().map(|aim| Entry::Aim(aim.id)).collect();
    entries.extend(aims.is_empty().then_some(Entry::NoAim));
    entries.extend(aims);
    entries.extend(next_three(between, today));
    entries.push(Entry::LastTalk);
    let open = open(between);
    entries.extend(open.is_empty().then_some(Entry::NoPromise));
    entries.extend(open.into_iter().map(|promise| Entry::Open(promise.id)));
    entries.extend([Entry::Standing, Entry::Reach]);
    entries.extend((!contact.notes.is_empty()).then_some(Entry::Notes));
    entries.extend(before(between));
    entries
}

/// The next three lunches.
fn next_three(between: &Relationship, today: NaiveDate) -> impl Iterator<Item = Entry> {
    let ahead = ahead(between, today).into_iter().take(3);
    ahead.map(|invite| Entry::Lunch(invite.id))
}

/// The lunches that are ahead, the first one first.
pub(super) fn ahead(between: &Relationship, today: NaiveDate) -> Vec<&Invite> {
    let invites = between.invites.iter().map(AsRef::as_ref);
    let mut ahead: Vec<&Invite> = invites.filter(|invite| invite.is_open(today)).collect();
    ahead.sort_by_key(|invite| (invite.start, invite.id));
    ahead
}

/// What is owed either way or to be put right: mine first, the first due first.
pub(super) fn open(between: &Relationship) -> Vec<&Promise> {
    let promises = between.promises.iter().map(AsRef::as_ref);
    let mut open: Vec<&Promise> = promises
        .filter(|promise| promise.is_owed() || is_unrepaired(promise))
        .collect();
    open.sort_by_key(|promise| {
        let due = promise.due.unwrap_or(NaiveDate::MAX);
        (promise.by == Party::Them, due, promise.id)
    });
    open
}

/// What went before, the newest first. What was noted of bad faith stands behind `i` and on no face, but for a wrong of
/// mine that asks to be put right.
fn before(between: &Relationship) -> Vec<Entry> {
    let on_the_face =
        |incident: &&Incident| incident.kind != IncidentKind::BadFaith || incident.is_unrepaired();
    let talks = between
        .interactions
        .iter()
        .map(|talk| (talk.on, Entry::Talk(talk.id)));
    let value = between
        .exchanges
        .iter()
        .map(|value| (value.on, Entry::Value(value.id)));
    let ended = between.promises.iter().filter(|promise| !promise.is_owed());
    let ended = ended.map(|promise| {
        let day = promise.state.day().unwrap_or(promise.made);
        (day, Entry::Ended(promise.id))
    });
    let incidents = between
        .incidents
        .iter()
        .map(AsRef::as_ref)
        .filter(on_the_face);
    let incidents = incidents.map(|incident| (incident.on, Entry::Incident(incident.id)));
    let decisions = between.decisions.iter();
    let decisions = decisions.map(|(decision, _)| (decision.on, Entry::Decision(decision.id)));
    let choices = between.choices.iter().map(|(set, decision)| {
        let day = decision.as_ref().map_or(set.on, |decision| decision.on);
        (day, Entry::Choice(set.id))
    });
    let mut entries: Vec<(NaiveDate, Entry)> = talks
        .chain(value)
        .chain(ended)
        .chain(incidents)
        .chain(decisions)
        .chain(choices)
        .collect();
    entries.sort_by_key(|(day, _)| Reverse(*day));
    // Who stands on both sides of a decision, or twice in a talk, reads of it once.
    let mut seen: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut last = None;
    for (_, entry) in entries {
        if last != Some(entry) {
            seen.push(entry);
        }
        last = Some(entry);
    }
    seen
}
