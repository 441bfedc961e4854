//! What went before between two people: talks, value that went over, promises that ended, decisions about a lunch,
//! choices.

use chrono::NaiveDate;

use crate::domain::book::Book;
use crate::domain::contact::Contact;
use crate::domain::dates::short;
use crate::domain::exchange::{Direction, Exchange};
use crate::domain::incident::{Incident, Party};
use crate::domain::interaction::Interaction;
use crate::domain::promise::{Promise, State};
use crate::domain::record::Entry;
use crate::domain::relationship::Relationship;
use crate::domain::sentences::facts::{Facts, Mark};
use crate::domain::sentences::{self, joined, words};

/// A day, a mark, and what happened.
type Line = (NaiveDate, Mark, String);

/// One entry of what went before.
pub(super) fn add(
    facts: &mut Facts,
    entry: Entry,
    book: &Book,
    contact: &Contact,
    between: &Relationship,
    today: NaiveDate,
) {
    let line = match entry {
        Entry::Talk(id) => {
            let talk = book.interactions.get(id);
            talk.map(|talk| of_talk(talk, contact, book))
        }
        _ => line(entry, between, today),
    };
    if let Some((day, mark, text)) = line {
        facts.item(mark, format!("{}  {text}", short(day, today)));
    }
}

fn line(entry: Entry, between: &Relationship, today: NaiveDate) -> Option<Line> {
    match entry {
        Entry::Value(id) => {
            let mut values = between.exchanges.iter();
            values
                .find(|value| value.id == id)
                .map(|value| of_value(value))
        }
        Entry::Ended(id) => {
            let mut promises = between.promises.iter();
            let ended = promises.find(|promise| promise.id == id);
            ended.map(|promise| of_promise(promise, today))
        }
        Entry::Incident(id) => {
            let mut incidents = between.incidents.iter();
            let incident = incidents.find(|incident| incident.id == id);
            incident.map(|incident| of_incident(incident, today))
        }
        Entry::Decision(id) => {
            let mut decisions = between.decisions.iter();
            let (decision, side) = decisions.find(|(decision, _)| decision.id == id)?;
            let text = sentences::decision::of_side(decision, *side, today);
            Some((decision.on, Mark::Chosen, text))
        }
        Entry::Choice(id) => {
            let mut choices = between.choices.iter();
            let (set, decision) = choices.find(|(set, _)| set.id == id)?;
            let decision = decision.as_deref();
            let day = decision.map_or(set.on, |decision| decision.on);
            let text = sentences::options::in_the_record(set, decision);
            Some((day, Mark::Chosen, text))
        }
        _ => None,
    }
}

/// "lunch, with Dana Liu: pricing"; of those who were there the person needs no word.
fn of_talk(talk: &Interaction, contact: &Contact, book: &Book) -> Line {
    let way = if talk.two_way { "" } else { " (no answer)" };
    let kind = words::interaction(talk.kind);
    let others = talk.with.iter().filter(|who| **who != contact.id);
    let others: Vec<String> = others
        .map(|who| sentences::name(book, *who).to_owned())
        .collect();
    let with = match others.as_slice() {
        [] => String::new(),
        others => format!(", with {}", sentences::listed(others)),
    };
    let text = joined(&format!("{kind}{way}{with}"), &talk.note);
    (talk.on, Mark::Noted, text)
}

fn of_value(value: &Exchange) -> Line {
    let (mark, verb) = match value.direction {
        Direction::Given => (Mark::Given, "gave"),
        Direction::Received => (Mark::Received, "received"),
    };
    let kind = words::exchange_kind(value.kind);
    let text = joined(&format!("{verb} {kind}"), &value.note);
    (value.on, mark, text)
}

fn of_promise(promise: &Promise, today: NaiveDate) -> Line {
    let whose = match promise.by {
        Party::Me => "your promise",
        Party::Them => "their promise",
    };
    let mark = match promise.state {
        State::Missed { .. } => Mark::Broken,
        State::Delivered { .. } | State::Confirmed { .. } => Mark::Kept,
        _ => Mark::Noted,
    };
    let state = sentences::promise::state(promise, today);
    let text = format!("{whose}: {} · {state}", promise.text);
    (promise.state.day().unwrap_or(promise.made), mark, text)
}

fn of_incident(incident: &Incident, today: NaiveDate) -> Line {
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
}
