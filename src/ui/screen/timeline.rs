//! What went before between two people: talks, value that went over, promises that ended, decisions about a lunch.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::dates::short;
use crate::domain::exchange::{Direction, Exchange};
use crate::domain::incident::{Incident, Party};
use crate::domain::interaction::Interaction;
use crate::domain::promise::{Promise, State};
use crate::domain::record::Entry;
use crate::domain::relationship::Relationship;
use crate::domain::sentences::{self, joined, words};
use crate::ui::theme::{DIM, GOOD, WARM};
use crate::ui::widget::page::Page;

/// A day, a mark, and what happened.
type Line = (NaiveDate, Span<'static>, String);

/// One entry of what went before.
pub(super) fn write(page: &mut Page, entry: Entry, between: &Relationship, today: NaiveDate) {
    if let Some((day, mark, text)) = line(entry, between, today) {
        let text = format!("{}  {text}", short(day, today));
        page.item(&mark, &text, Style::new());
    }
}

fn line(entry: Entry, between: &Relationship, today: NaiveDate) -> Option<Line> {
    match entry {
        Entry::Talk(id) => between
            .interactions
            .iter()
            .find(|talk| talk.id == id)
            .map(|talk| of_talk(talk)),
        Entry::Value(id) => between
            .exchanges
            .iter()
            .find(|value| value.id == id)
            .map(|value| of_value(value)),
        Entry::Ended(id) => {
            let mut promises = between.promises.iter();
            promises
                .find(|promise| promise.id == id)
                .map(|promise| of_promise(promise, today))
        }
        Entry::Incident(id) => {
            let mut incidents = between.incidents.iter();
            incidents
                .find(|one| one.id == id)
                .map(|incident| of_incident(incident, today))
        }
        Entry::Decision(id) => {
            let mut decisions = between.decisions.iter();
            let (decision, side) = decisions.find(|(decision, _)| decision.id == id)?;
            let text = sentences::decision::of_side(decision, *side, today);
            Some((decision.on, Span::styled("⇄", DIM), text))
        }
        _ => None,
    }
}

fn of_talk(talk: &Interaction) -> Line {
    let way = if talk.two_way { "" } else { " (no answer)" };
    let kind = words::interaction(talk.kind);
    let text = joined(&format!("{kind}{way}"), &talk.note);
    (talk.on, Span::styled("·", DIM), text)
}

fn of_value(value: &Exchange) -> Line {
    let (mark, verb) = match value.direction {
        Direction::Given => (Span::styled("→", GOOD), "gave"),
        Direction::Received => (Span::styled("←", DIM), "received"),
    };
    let kind = words::exchange_kind(value.kind);
    (
        value.on,
        mark,
        joined(&format!("{verb} {kind}"), &value.note),
    )
}

fn of_promise(promise: &Promise, today: NaiveDate) -> Line {
    let whose = match promise.by {
        Party::Me => "your promise",
        Party::Them => "their promise",
    };
    let state = sentences::promise::state(promise, today);
    let text = format!("{whose}: {} · {state}", promise.text);
    (
        promise.state.day().unwrap_or(promise.made),
        mark_of(promise),
        text,
    )
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
    (incident.on, Span::styled("·", DIM), text)
}

fn mark_of(promise: &Promise) -> Span<'static> {
    match promise.state {
        State::Missed { .. } => Span::styled("✗", WARM),
        State::Delivered { .. } | State::Confirmed { .. } => Span::styled("✓", GOOD),
        _ => Span::styled("·", DIM),
    }
}
