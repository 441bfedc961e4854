//! What went before between two people: talks, value that went over, promises that ended, decisions about a lunch.

use chrono::NaiveDate;

use crate::domain::dates::short;
use crate::domain::exchange::Direction;
use crate::domain::incident::{Incident, IncidentKind, Party};
use crate::domain::promise::{Promise, State};
use crate::domain::relationship::Relationship;
use crate::domain::sentences::facts::{Facts, Mark};
use crate::domain::sentences::{self, joined, words};

/// A day, a mark, and what happened.
type Entry = (NaiveDate, Mark, String);

/// Everything that happened, newest first.
pub(super) fn add(facts: &mut Facts, between: &Relationship, today: NaiveDate) {
    let mut entries: Vec<Entry> = talks(between)
        .chain(value(between))
        .chain(promises(between, today))
        .chain(incidents(between, today))
        .chain(decisions(between, today))
        .collect();
    if entries.is_empty() {
        return;
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.0));
    facts.heading("What went before");
    for (day, mark, text) in entries {
        facts.item(mark, format!("{}  {text}", short(day, today)));
    }
}

fn talks(between: &Relationship) -> impl Iterator<Item = Entry> {
    between.interactions.iter().map(|talk| {
        let way = if talk.two_way { "" } else { " (no answer)" };
        let kind = words::interaction(talk.kind);
        let text = joined(&format!("{kind}{way}"), &talk.note);
        (talk.on, Mark::Noted, text)
    })
}

fn value(between: &Relationship) -> impl Iterator<Item = Entry> {
    between.exchanges.iter().map(|exchange| {
        let (mark, verb) = match exchange.direction {
            Direction::Given => (Mark::Given, "gave"),
            Direction::Received => (Mark::Received, "received"),
        };
        let kind = words::exchange_kind(exchange.kind);
        let text = joined(&format!("{verb} {kind}"), &exchange.note);
        (exchange.on, mark, text)
    })
}

fn promises(between: &Relationship, today: NaiveDate) -> impl Iterator<Item = Entry> {
    let ended = between.promises.iter().filter(|promise| !promise.is_owed());
    ended.map(move |promise| {
        let whose = match promise.by {
            Party::Me => "your promise",
            Party::Them => "their promise",
        };
        let state = sentences::promise::state(promise, today);
        (
            promise.state.day().unwrap_or(promise.made),
            mark_of(promise),
            format!("{whose}: {} · {state}", promise.text),
        )
    })
}

/// What was noted of bad faith stands behind `i` and on no face, but for a wrong of mine that asks to be put right.
fn incidents(between: &Relationship, today: NaiveDate) -> impl Iterator<Item = Entry> {
    let on_the_face =
        |incident: &&Incident| incident.kind != IncidentKind::BadFaith || incident.is_unrepaired();
    let incidents = between.incidents.iter().map(AsRef::as_ref);
    incidents.filter(on_the_face).map(move |incident| {
        let whose = match incident.about {
            Party::Me => "of yours",
            Party::Them => "you noted",
        };
        let standing = sentences::incident::standing(incident, today);
        let standing = match standing.as_str() {
            "" => String::new(),
            standing => format!(" ({standing})"),
        };
        let text = format!("{whose}: {}{standing}", incident.note);
        (incident.on, Mark::Noted, text)
    })
}

fn decisions(between: &Relationship, today: NaiveDate) -> impl Iterator<Item = Entry> {
    between.decisions.iter().map(move |(decision, side)| {
        let text = sentences::decision::of_side(decision, *side, today);
        (decision.on, Mark::Chosen, text)
    })
}

fn mark_of(promise: &Promise) -> Mark {
    match promise.state {
        State::Missed { .. } => Mark::Broken,
        State::Delivered { .. } | State::Confirmed { .. } => Mark::Kept,
        _ => Mark::Noted,
    }
}
