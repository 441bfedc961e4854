//! A person: what they aim for, what is open between us, what went before.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::timeline;
use crate::app::Model;
use crate::domain::contact::{Aim, Contact, Source};
use crate::domain::dates::{days, relative, short};
use crate::domain::exchange::{Direction, Exchange, ExchangeKind};
use crate::domain::incident::Party;
use crate::domain::promise::Promise;
use crate::domain::relationship::{Relationship, is_unrepaired};
use crate::domain::rhythm::{days_since_talk, is_snoozed, rhythm};
use crate::domain::sentences;
use crate::ui::theme::{DIM, MILD, STRONG, WARM};
use crate::ui::widget::page::Page;

/// The person in a few lines.
pub(super) fn brief(page: &mut Page, contact: &Contact, model: &Model, today: NaiveDate) {
    let between = model.derived.relationships.with(contact.id);
    heading(page, contact);
    lunches(page, between, today);
    page.fact(
        "Last talk",
        &last_talk(contact, between, today),
        Style::new(),
    );
    aims(page, contact, today);
}

/// Everything about the person: first what they are after and what is open, then how it stands, then how to reach them.
pub(super) fn whole(page: &mut Page, contact: &Contact, model: &Model, today: NaiveDate) {
    let between = model.derived.relationships.with(contact.id);
    heading(page, contact);
    page.gap();
    aims(page, contact, today);
    page.gap();
    lunches(page, between, today);
    page.fact(
        "Last talk",
        &last_talk(contact, between, today),
        Style::new(),
    );
    if let Some((pace, style)) = pace(contact, between, today) {
        page.fact("Pace", &pace, style);
    }
    if contact.boundary {
        page.fact("Your line", "no one-to-one for now", MILD);
    }
    promises(page, between, today);
    value(page, between, today);
    reach(page, contact, today);
    notes(page, contact);
    timeline::write(page, between, today);
}

/// "Northwind · operations lead"; nothing where neither is known.
fn heading(page: &mut Page, contact: &Contact) {
    let parts = [&contact.organisation, &contact.role];
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.as_str())
        .filter(|part| !part.is_empty())
        .collect();
    if !parts.is_empty() {
        page.text(&parts.join(" · "), STRONG);
    }
}

/// How to reach them, and what else is known.
fn reach(page: &mut Page, contact: &Contact, today: NaiveDate) {
    let before = page.len();
    page.heading("Reach");
    let heading = page.len();
    ways_to_reach(page, contact, today);
    if page.len() == heading {
        page.cut(before);
    }
}

fn ways_to_reach(page: &mut Page, contact: &Contact, today: NaiveDate) {
    page.fact("E-mail", &contact.emails.join(", "), Style::new());
    page.fact("Phone", &contact.phones.join(", "), Style::new());
    page.fact("Page", &contact.urls.join(", "), Style::new());
    let tie = sentences::words::tie(contact.tie);
    let known: Vec<&str> = [tie, &contact.circle, &contact.how_we_met]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    page.fact("You know them", &known.join(" · "), Style::new());
    page.fact("Tags", &contact.tags.join(", "), Style::new());
    page.fact("Can help with", &contact.topics.join(", "), Style::new());
    if let Some(birthday) = contact.birthday {
        let year = birthday.year.unwrap_or(2000);
        if let Some(day) = NaiveDate::from_ymd_opt(year, birthday.month, birthday.day) {
            page.fact("Birthday", &day.format("%-d %B").to_string(), Style::new());
        }
    }
    if contact.archived {
        page.fact(
            "Archived",
            &format!("out of the lists; added {}", short(contact.added, today)),
            DIM,
        );
    }
}

/// "12 days ago, call".
fn last_talk(contact: &Contact, between: &Relationship, today: NaiveDate) -> String {
    match between.last_interaction() {
        Some(talk) => format!(
            "{}, {}",
            relative(talk.on, today),
            sentences::words::interaction(talk.kind)
        ),
        None => format!("none yet; added {}", relative(contact.added, today)),
    }
}

/// "you meant every 91 days; it has been 140".
fn pace(contact: &Contact, between: &Relationship, today: NaiveDate) -> Option<(String, Style)> {
    let wished = contact.rhythm_days?.get();
    let since = days_since_talk(contact, between, today);
    let text = format!(
        "you meant every {}; it has been {since}",
        days(wished.into())
    );
    if is_snoozed(contact, today) {
        let until = contact
            .snoozed_until
            .map_or_else(String::new, |day| short(day, today));
        return Some((format!("{text}; left alone until {until}"), DIM));
    }
    let style = if rhythm(contact, between, today) >= 500 {
        MILD
    } else {
        Style::new()
    };
    Some((text, style))
}

fn aims(page: &mut Page, contact: &Contact, today: NaiveDate) {
    let open = |aims: &'_ [Aim]| {
        aims.iter()
            .filter(|aim| aim.closed.is_none())
            .cloned()
            .collect::<Vec<_>>()
    };
    let (problems, aspirations) = (open(&contact.problems), open(&contact.aspirations));
    if problems.is_empty() && aspirations.is_empty() {
        let text = format!(
            "You know nothing yet of what {} is working on.",
            contact.first_name()
        );
        page.text(&text, MILD);
        return;
    }
    for aim in problems {
        page.fact("Is solving", &aim_words(&aim, today), Style::new());
    }
    for aim in aspirations {
        page.fact("Aims for", &aim_words(&aim, today), Style::new());
    }
}

fn aim_words(aim: &Aim, today: NaiveDate) -> String {
    let noted = short(aim.noted, today);
    match aim.source {
        Source::TheySaid => format!("{} (they said, {noted})", aim.text),
        Source::MyGuess => format!("{} (your guess, {noted})", aim.text),
    }
}

/// What they and I have ahead of us.
fn lunches(page: &mut Page, between: &Relationship, today: NaiveDate) {
    let mut ahead: Vec<_> = between
        .invites
        .iter()
        .filter(|invite| invite.is_open(today))
        .collect();
    ahead.sort_by_key(|invite| invite.start);
    for invite in ahead.into_iter().take(3) {
        let when = format!(
            "{} {}",
            short(invite.day(), today),
            invite.start.format("%H:%M")
        );
        let answer = sentences::lunch::answer(invite);
        page.fact(
            "Lunch",
            &format!("{when}, {} · {answer}", relative(invite.day(), today)),
            STRONG,
        );
    }
}

fn promises(page: &mut Page, between: &Relationship, today: NaiveDate) {
    let mut open: Vec<&Promise> = between
        .promises
        .iter()
        .map(AsRef::as_ref)
        .filter(|promise| promise.is_owed() || is_unrepaired(promise))
        .collect();
    open.sort_by_key(|promise| {
        (
            promise.by == Party::Them,
            promise.due.unwrap_or(NaiveDate::MAX),
            promise.id,
        )
    });
    page.heading("Open between you");
    if open.is_empty() {
        page.text("No promise either way.", DIM);
    }
    for promise in open {
        let label = if is_unrepaired(promise) {
            "To put right"
        } else if promise.by == Party::Me {
            "You promised"
        } else {
            "They promised"
        };
        let style = if promise.by == Party::Me && promise.is_overdue(today) {
            WARM
        } else {
            Style::new()
        };
        let state = sentences::promise::state(promise, today);
        page.fact(label, &format!("{} · {state}", promise.text), style);
        if let Some(hearing) = sentences::promise::hearing(promise) {
            page.fact("", &hearing, MILD);
        }
    }
}

/// Value by kind, both ways, over twelve months.
fn value(page: &mut Page, between: &Relationship, today: NaiveDate) {
    if between.exchanges.is_empty() {
        return;
    }
    page.heading("Value, 12 months");
    let year = |exchange: &&Exchange| today.signed_duration_since(exchange.on).num_days() <= 365;
    for (label, direction) in [
        ("Given", Direction::Given),
        ("Received", Direction::Received),
    ] {
        let of = |kind: ExchangeKind| {
            let exchanges = between.exchanges.iter().map(AsRef::as_ref).filter(year);
            exchanges
                .filter(|exchange| exchange.direction == direction && exchange.kind == kind)
                .count()
        };
        let counts = [
            (of(ExchangeKind::Knowledge), "knowledge"),
            (of(ExchangeKind::Advice), "advice"),
            (of(ExchangeKind::Introduction), "introductions"),
        ];
        let parts: Vec<String> = counts
            .iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, kind)| format!("{kind} {number}"))
            .collect();
        let text = if parts.is_empty() {
            "nothing noted".to_owned()
        } else {
            parts.join(" · ")
        };
        page.fact(label, &text, Style::new());
    }
}

fn notes(page: &mut Page, contact: &Contact) {
    if !contact.notes.is_empty() {
        page.heading("Notes");
        page.text(&contact.notes, Style::new());
    }
}
