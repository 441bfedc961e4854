//! What went before between two people: talks, value that went over, promises that ended, decisions about a lunch.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::dates::short;
use crate::domain::exchange::Direction;
use crate::domain::incident::{Incident, IncidentKind, Party};
use crate::domain::promise::{Promise, State};
use crate::domain::relationship::Relationship;
use crate::domain::sentences::{self, words};
use crate::ui::theme::{DIM, GOOD, WARM};
use crate::ui::widget::page::Page;

/// Everything that happened, newest first.
pub(super) fn write(page: &mut Page, between: &Relationship, today: NaiveDate) {
    let mut entries: Vec<(NaiveDate, Span<'static>, String)> = Vec::new();
    for talk in &between.interactions {
        let way = if talk.two_way { "" } else { " (no answer)" };
        entries.push((
            talk.on,
            Span::styled("·", DIM),
            joined(
                &format!("{}{way}", words::interaction(talk.kind)),
                &talk.note,
            ),
        ));
    }
    for exchange in &between.exchanges {
        let (mark, verb) = match exchange.direction {
            Direction::Given => (Span::styled("→", GOOD), "gave"),
            Direction::Received => (Span::styled("←", DIM), "received"),
        };
        entries.push((
            exchange.on,
            mark,
            joined(
                &format!("{verb} {}", words::exchange_kind(exchange.kind)),
                &exchange.note,
            ),
        ));
    }
    for promise in between.promises.iter().filter(|promise| !promise.is_owed()) {
        let whose = if promise.by == Party::Me {
            "your promise"
        } else {
            "their promise"
        };
        let state = sentences::promise::state(promise, today);
        entries.push((
            ended_on(promise),
            mark_of(promise),
            format!("{whose}: {} · {state}", promise.text),
        ));
    }
    // What was noted of bad faith stands behind `i` and on no face, but for a wrong of mine that asks to be put right.
    let on_the_face =
        |incident: &&Incident| incident.kind != IncidentKind::BadFaith || incident.is_unrepaired();
    let incidents = between.incidents.iter().map(AsRef::as_ref);
    for incident in incidents.filter(on_the_face) {
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
        entries.push((incident.on, Span::styled("·", DIM), text));
    }
    for (decision, side) in &between.decisions {
        entries.push((
            decision.on,
            Span::styled("⇄", DIM),
            sentences::decision::of_side(decision, *side, today),
        ));
    }
    if entries.is_empty() {
        return;
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.0));
    page.heading("What went before");
    for (day, mark, text) in entries {
        page.item(
            &mark,
            &format!("{}  {text}", short(day, today)),
            Style::new(),
        );
    }
}

fn ended_on(promise: &Promise) -> NaiveDate {
    match promise.state {
        State::Delivered { on, .. }
        | State::Confirmed { on, .. }
        | State::Released { on }
        | State::Withdrawn { on }
        | State::Missed { on, .. }
        | State::MadeRight { on, .. } => on,
        State::Open | State::Blocked { .. } => promise.made,
    }
}

fn joined(what: &str, note: &str) -> String {
    if note.is_empty() {
        what.to_owned()
    } else {
        format!("{what}: {note}")
    }
}

fn mark_of(promise: &Promise) -> Span<'static> {
    match promise.state {
        State::Missed { .. } => Span::styled("✗", WARM),
        State::Delivered { .. } | State::Confirmed { .. } => Span::styled("✓", GOOD),
        _ => Span::styled("·", DIM),
    }
}
