//! Lines of what happened between us and stands in no promise: help, harm, bad faith, and how a wrong was put right.

use super::said::{Said, after};
use super::{Fact, Unread};
use crate::domain::id::Id;
use crate::domain::incident::{Incident, IncidentKind, Party, Severity};

pub(super) fn helped_by(said: &Said<'_>) -> Result<Fact, Unread> {
    incident(said, Party::Them, IncidentKind::Helped)
}

pub(super) fn helped(said: &Said<'_>) -> Result<Fact, Unread> {
    incident(said, Party::Me, IncidentKind::Helped)
}

pub(super) fn lied_to_by(said: &Said<'_>) -> Result<Fact, Unread> {
    incident(said, Party::Them, IncidentKind::BadFaith)
}

pub(super) fn harmed_by(said: &Said<'_>) -> Result<Fact, Unread> {
    incident(said, Party::Them, IncidentKind::Harmed)
}

pub(super) fn wronged(said: &Said<'_>) -> Result<Fact, Unread> {
    incident(said, Party::Me, IncidentKind::Harmed)
}

pub(super) fn owned_up(said: &Said<'_>) -> Result<Fact, Unread> {
    said.nothing_more()?;
    said.one().map(Fact::OwnedUp)
}

pub(super) fn put_right(said: &Said<'_>) -> Result<Fact, Unread> {
    said.nothing_more()?;
    said.one().map(Fact::PutRight)
}

pub(super) fn settled(said: &Said<'_>) -> Result<Fact, Unread> {
    said.nothing_more()?;
    said.one().map(Fact::Settled)
}

fn incident(said: &Said<'_>, about: Party, kind: IncidentKind) -> Result<Fact, Unread> {
    let (severity, rest) = severity(said.rest);
    // It weighs in what I have to put right; of theirs, and of help, nothing reads it.
    let weighs = about == Party::Me && kind != IncidentKind::Helped;
    if !weighs && rest.len() < said.rest.len() {
        let why = "How grave it was is kept of your own wrongs only: leave that word out";
        return Err(Unread::because(why));
    }
    let said = said.with_rest(rest);
    Ok(Fact::Incident(Box::new(Incident {
        id: Id::nil(),
        contact: said.one()?,
        about,
        kind,
        severity,
        on: said.past_day()?,
        noted: Some(said.known.today),
        note: said.what()?,
        settled: None,
        acknowledged: None,
        made_right: None,
        from: None,
    })))
}

/// How grave, where it is said, and what follows it.
fn severity(rest: &str) -> (Severity, &str) {
    let said = [
        ("seriously", Severity::Serious),
        ("badly", Severity::Moderate),
        ("slightly", Severity::Minor),
    ];
    let found = said
        .into_iter()
        .find_map(|(word, severity)| Some((severity, after(rest, word)?)));
    found.unwrap_or((Severity::default(), rest))
}
