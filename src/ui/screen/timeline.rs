//! What went before between two people: talks, value that went over, promises that ended, decisions about a lunch.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::dates::short;
use crate::domain::exchange::Direction;
use crate::domain::find::Record;
use crate::domain::incident::{Incident, IncidentKind, Party};
use crate::domain::promise::{Promise, State};
use crate::domain::relationship::Relationship;
use crate::domain::sentences::{self, joined, words};
use crate::ui::theme::{DIM, GOOD, WARM};
use crate::ui::widget::page::Page;

/// A day, a mark, what happened, and the record that says so.
type Entry = (NaiveDate, Span<'static>, String, Record);

/// Everything that happened, newest first; what is sought is pointed at.
pub(super) fn write(
    page: &mut Page,
    between: &Relationship,
    today: NaiveDate,
    sought: Option<Record>,
) {
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
    page.heading("What went before");
    for (day, mark, text, record) in entries {
        let start = page.len();
        page.item(
            &mark,
            &format!("{}  {text}", short(day, today)),
            Style::new(),
        );
        if sought == Some(record) {
            page.point_at(start);
        }
    }
}

fn talks(between: &Relationship) -> impl Iterator<Item = Entry> {
    between.interactions.iter().map(|talk| {
        let way = if talk.two_way { "" } else { " (no answer)" };
        let kind = words::interaction(talk.kind);
        let text = joined(&format!("{kind}{way}"), &talk.note);
        (talk.on, Span::styled("·", DIM), text, Record::Talk(talk.id))
    })
}

fn value(between: &Relationship) -> impl Iterator<Item = Entry> {
    between.exchanges.iter().map(|exchange| {
        let (mark, verb) = match exchange.direction {
            Direction::Given => (Span::styled("→", GOOD), "gave"),
            Direction::Received => (Span::styled("←", DIM), "received"),
        };
        let kind = words::exchange_kind(exchange.kind);
        let text = joined(&format!("{verb} {kind}"), &exchange.note);
        (exchange.on, mark, text, Record::Value(exchange.id))
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
            Record::Promise(promise.id),
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
        let record = Record::Incident(incident.id);
        (incident.on, Span::styled("·", DIM), text, record)
    })
}

fn decisions(between: &Relationship, today: NaiveDate) -> impl Iterator<Item = Entry> {
    between.decisions.iter().map(move |(decision, side)| {
        let text = sentences::decision::of_side(decision, *side, today);
        let record = Record::Decision(decision.id);
        (decision.on, Span::styled("⇄", DIM), text, record)
    })
}

fn mark_of(promise: &Promise) -> Span<'static> {
    match promise.state {
        State::Missed { .. } => Span::styled("✗", WARM),
        State::Delivered { .. } | State::Confirmed { .. } => Span::styled("✓", GOOD),
        _ => Span::styled("·", DIM),
    }
}
