//! A person: what they aim for, what is open between us, what went before.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::{standing, timeline};
use crate::app::Model;
use crate::domain::contact::{Aim, AimId, Contact, Source};
use crate::domain::dates::{relative, short};
use crate::domain::incident::Party;
use crate::domain::invite::Invite;
use crate::domain::promise::Promise;
use crate::domain::record::{self, Entry};
use crate::domain::relationship::{Relationship, is_unrepaired};
use crate::domain::sentences;
use crate::domain::tuning::TUNING;
use crate::ui::theme::{DIM, MILD, STRONG, WARM};
use crate::ui::widget::page::Page;

/// The person in a few lines.
pub(super) fn brief(page: &mut Page, contact: &Contact, model: &Model, today: NaiveDate) {
    let between = model.derived.relationships.with(contact.id);
    heading(page, contact);
    lunches(page, contact, between, today);
    page.fact(
        "Last talk",
        &last_talk(contact, between, today),
        Style::new(),
    );
    aims(page, contact, today);
}

/// Everything about the person, entry by entry: first what they are after and what is open, then how it stands, then how
/// to reach them, then what went before.
pub(super) fn whole(page: &mut Page, contact: &Contact, model: &Model, today: NaiveDate) {
    let between = model.derived.relationships.with(contact.id);
    let mut before = Entry::About;
    for entry in record::entries(contact, between, today) {
        part(page, before, entry);
        page.stop(|page| one(page, entry, contact, between, today));
        before = entry;
    }
}

/// The air and the heading between two entries.
fn part(page: &mut Page, before: Entry, entry: Entry) {
    match entry {
        Entry::NoAim | Entry::Aim(_) if before == Entry::About => page.gap(),
        Entry::Lunch(_) | Entry::LastTalk if !matches!(before, Entry::Lunch(_)) => page.gap(),
        Entry::Open(_) | Entry::NoPromise if before == Entry::LastTalk => {
            page.heading("Open between you");
        }
        _ if entry.is_past() && !before.is_past() => page.heading("What went before"),
        _ => {}
    }
}

fn one(page: &mut Page, entry: Entry, contact: &Contact, between: &Relationship, today: NaiveDate) {
    match entry {
        Entry::About => {
            let start = page.len();
            heading(page, contact);
            if page.len() == start {
                page.text("Where they work is not noted.", DIM);
            }
        }
        Entry::NoAim => nothing_known(page, contact),
        Entry::Aim(id) => aim(page, contact, id, today),
        Entry::Lunch(id) => {
            if let Some(invite) = between.invites.iter().find(|invite| invite.id == id) {
                lunch(page, invite, today);
            }
        }
        Entry::LastTalk => {
            page.fact(
                "Last talk",
                &last_talk(contact, between, today),
                Style::new(),
            );
            if contact.boundary {
                page.fact("Your line", "no one-to-one for now", MILD);
            }
        }
        Entry::NoPromise => page.text("No promise either way.", DIM),
        Entry::Open(id) => {
            if let Some(open) = between.promises.iter().find(|promise| promise.id == id) {
                promise(page, open, today);
            }
        }
        Entry::Standing => standing::write(page, contact, between, today),
        Entry::Reach => reach(page, contact, today),
        Entry::Notes => notes(page, contact),
        _ => timeline::write(page, entry, between, today),
    }
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
    page.heading("Reach");
    let heading = page.len();
    ways_to_reach(page, contact, today);
    if page.len() == heading {
        page.text("No way to reach them is noted.", DIM);
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
        nothing_known(page, contact);
    }
    for one in contact.open_aims() {
        aim(page, contact, one.id, today);
    }
}

fn nothing_known(page: &mut Page, contact: &Contact) {
    let who = contact.first_name();
    page.text(
        &format!("You know nothing yet of what {who} is working on."),
        MILD,
    );
}

fn aim(page: &mut Page, contact: &Contact, id: AimId, today: NaiveDate) {
    let is_problem = contact.problems.iter().any(|aim| aim.id == id);
    let label = if is_problem { "Is solving" } else { "Aims for" };
    if let Some(aim) = contact.aim(id) {
        page.fact(label, &aim_words(aim, today), Style::new());
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
fn lunches(page: &mut Page, contact: &Contact, between: &Relationship, today: NaiveDate) {
    for entry in record::entries(contact, between, today) {
        if matches!(entry, Entry::Lunch(_)) {
            one(page, entry, contact, between, today);
        }
    }
}

fn lunch(page: &mut Page, invite: &Invite, today: NaiveDate) {
    let hour = if invite.all_day {
        "all day".to_owned()
    } else {
        invite.start.format("%H:%M").to_string()
    };
    let when = format!("{} {hour}", short(invite.day(), today));
    let reply = sentences::lunch::reply(invite);
    let text = format!("{when}, {} · {reply}", relative(invite.day(), today));
    page.fact("Lunch", &text, STRONG);
}

fn promise(page: &mut Page, promise: &Promise, today: NaiveDate) {
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

fn notes(page: &mut Page, contact: &Contact) {
    if !contact.notes.is_empty() {
        page.heading("Notes");
        page.text(&contact.notes, Style::new());
    }
}
