//! A person: what they aim for, what is open between us, what went before.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::{standing, timeline};
use crate::app::Model;
use crate::domain::contact::{Aim, Contact, Source};
use crate::domain::dates::{relative, short};
use crate::domain::find::Record;
use crate::domain::incident::Party;
use crate::domain::promise::Promise;
use crate::domain::relationship::{Relationship, is_unrepaired};
use crate::domain::sentences;
use crate::domain::tuning::TUNING;
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
    if contact.boundary {
        page.fact("Your line", "no one-to-one for now", MILD);
    }
    promises(page, between, today);
    standing::write(page, contact, between, today);
    reach(page, contact, today);
    let start = page.len();
    notes(page, contact);
    if model.contacts.seek == Some(Record::Note(contact.id)) {
        page.point_at(start);
    }
    timeline::write(page, between, today, model.contacts.seek);
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

fn aims(page: &mut Page, contact: &Contact, today: NaiveDate) {
    if contact.open_aims().next().is_none() {
        let text = format!(
            "You know nothing yet of what {} is working on.",
            contact.first_name()
        );
        page.text(&text, MILD);
        return;
    }
    for aim in contact.open_problems() {
        page.fact("Is solving", &aim_words(aim, today), Style::new());
    }
    for aim in contact.open_aspirations() {
        page.fact("Aims for", &aim_words(aim, today), Style::new());
    }
}

fn aim_words(aim: &Aim, today: NaiveDate) -> String {
    let noted = short(aim.noted, today);
    match aim.source {
        Source::TheySaid => format!("{} (they said, {noted})", aim.text),
        Source::MyGuess => {
            let age = today.signed_duration_since(aim.noted).num_days();
            let old = if age > TUNING.old_guess_days {
                "old "
            } else {
                ""
            };
            format!("{} (your {old}guess, {noted})", aim.text)
        }
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
        let hour = if invite.all_day {
            "all day".to_owned()
        } else {
            invite.start.format("%H:%M").to_string()
        };
        let when = format!("{} {hour}", short(invite.day(), today));
        let reply = sentences::lunch::reply(invite);
        page.fact(
            "Lunch",
            &format!("{when}, {} · {reply}", relative(invite.day(), today)),
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

fn notes(page: &mut Page, contact: &Contact) {
    if !contact.notes.is_empty() {
        page.heading("Notes");
        page.text(&contact.notes, Style::new());
    }
}
