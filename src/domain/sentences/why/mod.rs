//! Why it stands so with a person: for each gauge its word, its range, what is counted, and the entries behind it. Only
//! here stand percentages, and what was noted of bad faith.

mod trust;

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::gauges;
use super::{capitalised, joined, promise as say, words};
use crate::domain::balance::Balance;
use crate::domain::contact::Contact;
use crate::domain::dates::short;
use crate::domain::exchange::{Direction, Exchange};
use crate::domain::incident::Party;
use crate::domain::interaction::Interaction;
use crate::domain::orientation;
use crate::domain::promise::{Hearing, Promise};
use crate::domain::relationship::Relationship;
use crate::domain::rhythm::{lateness, pace};
use crate::domain::silence::silence;
use crate::domain::tuning::TUNING;

use crate::domain::redacted::redacted;
pub use trust::range;
use trust::trust;

/// A gauge with everything behind it.
#[derive(Clone, PartialEq, Eq)]
pub struct Gauge {
    /// What it is about.
    pub title: String,
    /// What it says, its word and its range.
    pub says: Vec<String>,
    /// The entries behind it, the latest first.
    pub entries: Vec<Entry>,
    /// What is counted, and how: the formula in a line.
    pub counted: String,
}

redacted!(Gauge: entries; title, says, counted);

/// An entry of the book.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub on: NaiveDate,
    /// Whether it speaks for somebody, against, or neither.
    pub speaks: Speaks,
    /// What it was.
    pub text: String,
}

redacted!(Entry: on, speaks; text);

/// Which way an entry speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// For.
    For,
    /// Against.
    Against,
    /// It is only counted.
    Neither,
}

/// Whose notes these are.
#[must_use]
pub fn footnote(contact: &Contact) -> String {
    format!("Your notes, not a fact about {}.", contact.first_name())
}

/// Everything behind how it stands with a person.
#[must_use]
pub fn why(contact: &Contact, between: &Relationship, today: NaiveDate) -> Vec<Gauge> {
    let who = contact.first_name();
    vec![
        trust(
            format!("What you have seen from {who}"),
            between,
            Party::Them,
            today,
        ),
        trust(
            format!("What you have shown {who}"),
            between,
            Party::Me,
            today,
        ),
        talk(contact, between, today),
        value(contact, between, today),
        waiting(contact, between, today),
        expectations(contact, between, today),
        lasting(contact, between, today),
    ]
}

/// "57 %".
fn per_cent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn talk(contact: &Contact, between: &Relationship, today: NaiveDate) -> Gauge {
    let word = pace(contact, between, today).map(|pace| capitalised(words::pace(pace)));
    let late = lateness(contact, between, today);
    let mut says = Vec::new();
    match (word, late) {
        (Some(word), Some(late)) => {
            says.push(format!("{word}: {} % of the time you meant.", late / 10));
        }
        (Some(word), None) => says.push(format!("{word}.")),
        (None, _) => {}
    }
    let sentence = gauges::talk(contact, between, today);
    says.push(sentence.unwrap_or_else(|| "You set no pace.".to_owned()));
    let talks = between.interactions.iter().map(AsRef::as_ref);
    let talks = talks
        .filter(|talk: &&Interaction| talk.two_way)
        .map(|talk| Entry {
            on: talk.on,
            speaks: Speaks::Neither,
            text: joined(words::interaction(talk.kind), &talk.note),
        });
    Gauge {
        title: "Pace".to_owned(),
        says,
        entries: latest_first(talks.collect()),
        counted: "days since both of you spoke, by the days you meant; before the first talk, since you wrote them down."
            .to_owned(),
    }
}

fn value(contact: &Contact, between: &Relationship, today: NaiveDate) -> Gauge {
    let balance = Balance::of(between, today);
    let mut says = vec![gauges::value(between, today)];
    says.extend(gauges::without_value(contact, between, today));
    if !between.exchanges.is_empty() {
        says.push(format!(
            "{}: {:.1} given, {:.1} received, {:+.2} between -1 and 1.",
            capitalised(words::amount(balance.amount())),
            balance.given,
            balance.received,
            balance.share()
        ));
    }
    let exchanges = between.exchanges.iter().map(|exchange| exchanged(exchange));
    Gauge {
        title: "Value, both ways".to_owned(),
        says,
        entries: latest_first(exchanges.collect()),
        counted: format!(
            "(given - received) / (given + received + 2); small 1, medium 2, large 3, by half in {} days; mutual up to \
             {:.2} either way.",
            TUNING.value.half_life_days, TUNING.value.mutual
        ),
    }
}

fn exchanged(exchange: &Exchange) -> Entry {
    let verb = match exchange.direction {
        Direction::Given => "gave",
        Direction::Received => "received",
    };
    let what = format!(
        "{verb} {}, {}, for {}",
        words::exchange_kind(exchange.kind),
        words::size(exchange.size),
        words::horizon(exchange.horizon)
    );
    Entry {
        on: exchange.on,
        speaks: Speaks::Neither,
        text: joined(&what, &exchange.note),
    }
}

fn waiting(contact: &Contact, between: &Relationship, today: NaiveDate) -> Gauge {
    let says = gauges::waiting(contact, between, today);
    let owed = between.owed_by_me().filter_map(|promise| {
        let silence = silence(promise, today)?;
        let text = format!(
            "{}: {}, {} allowed",
            promise.text,
            say::silence(&silence),
            silence.allowed
        );
        Some(about(promise, text))
    });
    let courtesy = TUNING.silence;
    Gauge {
        title: "Silence".to_owned(),
        says: vec![says.unwrap_or_else(nothing_open)],
        entries: latest_first(owed.collect()),
        counted: format!(
            "days since they last heard, beyond what you allow yourself: {} when stuck, {} when late, else half the time \
             to its day, {} to {}. What they do not see does not count.",
            courtesy.blocked, courtesy.late, courtesy.open_least, courtesy.open_most
        ),
    }
}

fn expectations(contact: &Contact, between: &Relationship, today: NaiveDate) -> Gauge {
    let says = gauges::expectations(contact, between);
    let owed = between.owed_by_me().map(|promise| {
        let heard = say::hearing(promise).unwrap_or_else(|| match promise.heard {
            Some((heard, on)) => {
                let heard = say::strength(heard);
                format!("they heard \"{heard}\", you checked {}", short(on, today))
            }
            None => "you said \"I promise\"".to_owned(),
        });
        let mut entry = about(promise, format!("{}: {heard}", promise.text));
        if promise.hearing() != Hearing::Agreed {
            entry.speaks = Speaks::Against;
        }
        entry
    });
    Gauge {
        title: "Expectations".to_owned(),
        says: vec![says.unwrap_or_else(nothing_open)],
        entries: latest_first(owed.collect()),
        counted: "open promises of yours of which you do not know what they heard, or of which they heard more than you \
                  said."
            .to_owned(),
    }
}

fn lasting(contact: &Contact, between: &Relationship, today: NaiveDate) -> Gauge {
    let mut says = Vec::new();
    match gauges::lasting(contact, between, today) {
        Some(sentence) => says.push(sentence),
        None => says.push("You noted nothing that you gave.".to_owned()),
    }
    if let Some(share) = orientation::orientation(between, today) {
        says.push(format!("{} of it, by what you noted.", per_cent(share)));
    }
    let given = between
        .exchanges
        .iter()
        .filter(|exchange| exchange.direction == Direction::Given)
        .map(|exchange| exchanged(exchange));
    let [for_days, months, year, years] = TUNING.value.lasts;
    Gauge {
        title: "In the long run".to_owned(),
        says,
        entries: latest_first(given.collect()),
        counted: format!(
            "(what lasts + 1) / (all you gave + 2), by size, by half in {} days; for days counts {for_days}, for months \
             {months}, for a year {year}, for years {years}.",
            TUNING.value.half_life_days
        ),
    }
}

fn about(promise: &Promise, text: String) -> Entry {
    Entry {
        on: promise.made,
        speaks: Speaks::Neither,
        text,
    }
}

fn nothing_open() -> String {
    "No promise of yours is open.".to_owned()
}

fn latest_first(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| Reverse(entry.on));
    entries
}
