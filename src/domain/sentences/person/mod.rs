//! A person: what they aim for, what is open between us, how it stands, what went before.

mod standing;
mod timeline;

use chrono::NaiveDate;

use super::facts::{Facts, Tone};
use crate::domain::contact::{Aim, Contact, Source};
use crate::domain::dates::{relative, short};
use crate::domain::incident::Party;
use crate::domain::promise::Promise;
use crate::domain::relationship::{Relationship, is_unrepaired};
use crate::domain::sentences;
use crate::domain::tuning::TUNING;

/// The person in a few lines.
#[must_use]
pub fn brief(contact: &Contact, between: &Relationship, today: NaiveDate) -> Facts {
    let mut facts = Facts::default();
    heading(&mut facts, contact);
    lunches(&mut facts, between, today);
    let talk = last_talk(contact, between, today);
    facts.fact("Last talk", &talk, Tone::Plain);
    aims(&mut facts, contact, today);
    facts
}

/// Everything about the person: first what they are after and what is open, then how it stands, then how to reach them.
#[must_use]
pub fn whole(contact: &Contact, between: &Relationship, today: NaiveDate) -> Facts {
    let mut facts = Facts::default();
    heading(&mut facts, contact);
    facts.gap();
    aims(&mut facts, contact, today);
    facts.gap();
    lunches(&mut facts, between, today);
    let talk = last_talk(contact, between, today);
    facts.fact("Last talk", &talk, Tone::Plain);
    if contact.boundary {
        facts.fact("Your line", "no one-to-one for now", Tone::Mild);
    }
    promises(&mut facts, between, today);
    standing::add(&mut facts, contact, between, today);
    reach(&mut facts, contact, today);
    notes(&mut facts, contact);
    timeline::add(&mut facts, between, today);
    facts
}

/// "Northwind · operations lead"; nothing where neither is known.
fn heading(facts: &mut Facts, contact: &Contact) {
    let parts = [&contact.organisation, &contact.role];
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.as_str())
        .filter(|part| !part.is_empty())
        .collect();
    if !parts.is_empty() {
        facts.sentence(&parts.join(" · "), Tone::Strong);
    }
}

/// How to reach them, and what else is known.
fn reach(facts: &mut Facts, contact: &Contact, today: NaiveDate) {
    let before = facts.len();
    facts.heading("Reach");
    let heading = facts.len();
    ways_to_reach(facts, contact, today);
    if facts.len() == heading {
        facts.cut(before);
    }
}

fn ways_to_reach(facts: &mut Facts, contact: &Contact, today: NaiveDate) {
    facts.fact("E-mail", &contact.emails.join(", "), Tone::Plain);
    facts.fact("Phone", &contact.phones.join(", "), Tone::Plain);
    facts.fact("Page", &contact.urls.join(", "), Tone::Plain);
    let tie = sentences::words::tie(contact.tie);
    let known: Vec<&str> = [tie, &contact.circle, &contact.how_we_met]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    facts.fact("You know them", &known.join(" · "), Tone::Plain);
    facts.fact("Tags", &contact.tags.join(", "), Tone::Plain);
    facts.fact("Can help with", &contact.topics.join(", "), Tone::Plain);
    if let Some(birthday) = contact.birthday {
        let year = birthday.year.unwrap_or(2000);
        if let Some(day) = NaiveDate::from_ymd_opt(year, birthday.month, birthday.day) {
            facts.fact("Birthday", &day.format("%-d %B").to_string(), Tone::Plain);
        }
    }
    if contact.archived {
        facts.fact(
            "Archived",
            &format!("out of the lists; added {}", short(contact.added, today)),
            Tone::Dim,
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

fn aims(facts: &mut Facts, contact: &Contact, today: NaiveDate) {
    if contact.open_aims().next().is_none() {
        let text = format!(
            "You know nothing yet of what {} is working on.",
            contact.first_name()
        );
        facts.sentence(&text, Tone::Mild);
        return;
    }
    for aim in contact.open_problems() {
        facts.fact("Is solving", &aim_words(aim, today), Tone::Plain);
    }
    for aim in contact.open_aspirations() {
        facts.fact("Aims for", &aim_words(aim, today), Tone::Plain);
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
fn lunches(facts: &mut Facts, between: &Relationship, today: NaiveDate) {
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
        facts.fact(
            "Lunch",
            &format!("{when}, {} · {reply}", relative(invite.day(), today)),
            Tone::Strong,
        );
    }
}

fn promises(facts: &mut Facts, between: &Relationship, today: NaiveDate) {
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
    facts.heading("Open between you");
    if open.is_empty() {
        facts.sentence("No promise either way.", Tone::Dim);
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
            Tone::Warm
        } else {
            Tone::Plain
        };
        let state = sentences::promise::state(promise, today);
        facts.fact(label, &format!("{} · {state}", promise.text), style);
        if let Some(hearing) = sentences::promise::hearing(promise) {
            facts.fact("", &hearing, Tone::Mild);
        }
    }
}

fn notes(facts: &mut Facts, contact: &Contact) {
    if !contact.notes.is_empty() {
        facts.heading("Notes");
        facts.sentence(&contact.notes, Tone::Plain);
    }
}
