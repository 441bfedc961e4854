//! A person: what they aim for, what is open between us, how it stands, what went before.

mod standing;
mod timeline;

use chrono::NaiveDate;

use super::facts::{Facts, Tone};
use super::hour::clock;
use crate::domain::book::Book;
use crate::domain::contact::{Aim, AimId, Contact, Source};
use crate::domain::dates::{relative, short};
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, MoveOk};
use crate::domain::promise::Promise;
use crate::domain::record::{self, Entry};
use crate::domain::relationship::{Relationship, is_unrepaired};
use crate::domain::sentences;
use crate::domain::tuning::TUNING;

/// How many are archived, where that is everybody; `None` where nobody is in the book, or somebody stands in the lists.
#[must_use]
pub fn nobody_listed(book: &Book) -> Option<String> {
    let mut people = book.contacts.iter();
    match book.contacts.len() {
        0 => None,
        _ if people.any(|one| !one.archived) => None,
        1 => Some("The one person of your book is archived.".to_owned()),
        number => Some(format!("All {number} people of your book are archived.")),
    }
}

/// The person in a few lines.
#[must_use]
pub fn brief(book: &Book, contact: &Contact, between: &Relationship, today: NaiveDate) -> Facts {
    let mut facts = Facts::default();
    let entries = record::entries(contact, between, today);
    let is_ahead = |entry: &Entry| matches!(entry, Entry::Lunch(_));
    let is_aim = |entry: &Entry| matches!(entry, Entry::NoAim | Entry::Aim(_));
    heading(&mut facts, contact);
    for one in entries.iter().copied().filter(is_ahead) {
        add(&mut facts, one, book, contact, between, today);
    }
    facts.fact(
        "Last talk",
        &last_talk(contact, between, today),
        Tone::Plain,
    );
    for one in entries.iter().copied().filter(is_aim) {
        add(&mut facts, one, book, contact, between, today);
    }
    facts
}

/// Everything about the person: each entry, with the air and the heading above it.
pub fn whole<'a>(
    book: &'a Book,
    contact: &'a Contact,
    between: &'a Relationship,
    today: NaiveDate,
) -> impl Iterator<Item = (Entry, Facts, Facts)> + 'a {
    let mut before = Entry::About;
    let entries = record::entries(contact, between, today).into_iter();
    entries.map(move |entry| {
        let mut above = Facts::default();
        part(&mut above, before, entry);
        before = entry;
        let mut facts = Facts::default();
        add(&mut facts, entry, book, contact, between, today);
        (entry, above, facts)
    })
}

/// The air and the heading between two entries.
fn part(facts: &mut Facts, before: Entry, entry: Entry) {
    match entry {
        Entry::NoAim | Entry::Aim(_) if before == Entry::About => facts.gap(),
        Entry::Lunch(_) | Entry::LastTalk if !matches!(before, Entry::Lunch(_)) => facts.gap(),
        Entry::Open(_) | Entry::NoPromise if before == Entry::LastTalk => {
            facts.heading("Open between you");
        }
        Entry::Standing => facts.heading("How it stands"),
        Entry::Reach => facts.heading("Reach"),
        Entry::Notes => facts.heading("Notes"),
        _ if entry.is_past() && !before.is_past() => facts.heading("What went before"),
        _ => {}
    }
}

/// What an entry says.
fn add(
    facts: &mut Facts,
    entry: Entry,
    book: &Book,
    contact: &Contact,
    between: &Relationship,
    today: NaiveDate,
) {
    match entry {
        Entry::About => about(facts, contact),
        Entry::NoAim => facts.sentence(&nothing_known(contact), Tone::Mild),
        Entry::Aim(id) => aim(facts, contact, id, today),
        Entry::Lunch(id) => {
            let invite = between.invites.iter().find(|invite| invite.id == id);
            if let Some(invite) = invite {
                lunch(facts, invite, today);
            }
        }
        Entry::LastTalk => {
            let talk = last_talk(contact, between, today);
            facts.fact("Last talk", &talk, Tone::Plain);
            if contact.boundary {
                facts.fact("Your line", sentences::words::MY_LINE, Tone::Mild);
            }
        }
        Entry::NoPromise => facts.sentence("No promise either way.", Tone::Dim),
        Entry::Open(id) => {
            let open = between.promises.iter().find(|promise| promise.id == id);
            if let Some(open) = open {
                promise(facts, open, today);
            }
        }
        Entry::Standing => standing::add(facts, contact, between, today),
        Entry::Reach => reach(facts, contact, today),
        Entry::Notes => facts.sentence(&contact.notes, Tone::Plain),
        _ => timeline::add(facts, entry, book, contact, between, today),
    }
}

fn about(facts: &mut Facts, contact: &Contact) {
    heading(facts, contact);
    if facts.is_empty() {
        facts.sentence("Where they work is not noted.", Tone::Dim);
    }
}

/// "Northwind · operations lead"; nothing where neither is known.
pub(super) fn heading(facts: &mut Facts, contact: &Contact) {
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
    ways_to_reach(facts, contact, today);
    if facts.is_empty() {
        facts.sentence("No way to reach them is noted.", Tone::Dim);
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
pub(super) fn last_talk(contact: &Contact, between: &Relationship, today: NaiveDate) -> String {
    match between.last_interaction() {
        Some(talk) => format!(
            "{}, {}",
            relative(talk.on, today),
            sentences::words::interaction(talk.kind)
        ),
        None => format!("none yet; added {}", relative(contact.added, today)),
    }
}

/// What is said where no aim is noted.
pub(super) fn nothing_known(contact: &Contact) -> String {
    let who = contact.first_name();
    format!("You know nothing yet of what {who} is working on.")
}

pub(super) fn aim(facts: &mut Facts, contact: &Contact, id: AimId, today: NaiveDate) {
    let is_problem = contact.problems.iter().any(|aim| aim.id == id);
    let label = if is_problem { "Is solving" } else { "Aims for" };
    if let Some(aim) = contact.aim(id) {
        facts.fact(label, &aim_words(aim, today), Tone::Plain);
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

/// "Fri 25 Sep 12:30, tomorrow · you said yes; you asked Tue 22 Sep whether it may move".
pub(super) fn lunch(facts: &mut Facts, invite: &Invite, today: NaiveDate) {
    let when = format!("{} {}", short(invite.day(), today), clock(invite));
    let reply = sentences::lunch::reply(invite);
    let moving = asked_to_move(invite, today);
    let text = format!(
        "{when}, {} · {reply}{moving}",
        relative(invite.day(), today)
    );
    facts.fact("Lunch", &text, Tone::Strong);
}

/// That I asked for another hour, until they answered.
fn asked_to_move(invite: &Invite, today: NaiveDate) -> String {
    let asked = invite.asked_to_move;
    let open = asked.filter(|_| invite.move_ok == MoveOk::Unknown);
    open.map_or_else(String::new, |day| {
        format!("; you asked {} whether it may move", short(day, today))
    })
}

pub(super) fn promise(facts: &mut Facts, promise: &Promise, today: NaiveDate) {
    let label = if is_unrepaired(promise) {
        "To put right"
    } else if promise.by == Party::Me {
        "You promised"
    } else {
        "They promised"
    };
    let tone = if promise.by == Party::Me && promise.is_overdue(today) {
        Tone::Warm
    } else {
        Tone::Plain
    };
    let standing = sentences::promise::standing(promise, today);
    facts.fact(label, &format!("{} · {standing}", promise.text), tone);
    if let Some(hearing) = sentences::promise::hearing(promise) {
        facts.fact("", &hearing, Tone::Mild);
    }
}
