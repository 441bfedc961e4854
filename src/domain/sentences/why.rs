//! Why it stands so with a person: for each gauge its word, its range, what is counted, and the entries behind it. Only
//! here stand percentages, and what was noted of bad faith.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::gauges::{self, counts};
use super::{capitalised, promise as say, words};
use crate::domain::balance::Balance;
use crate::domain::contact::Contact;
use crate::domain::dates::{short, span};
use crate::domain::exchange::{Direction, Exchange};
use crate::domain::incident::Party;
use crate::domain::interaction::Interaction;
use crate::domain::orientation;
use crate::domain::promise::{Hearing, MissKind, Promise};
use crate::domain::relationship::Relationship;
use crate::domain::rhythm::{lateness, pace};
use crate::domain::silence::silence;
use crate::domain::trust::{Conduct, Evidence, Facet, Opinion, Seen};
use crate::domain::tuning::TUNING;

/// A gauge with everything behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gauge {
    /// What it is about.
    pub title: String,
    /// What it says, its word and its range.
    pub says: Vec<String>,
    /// The entries behind it, the latest first.
    pub entries: Vec<Entry>,
    /// How it comes about, in a line.
    pub formula: String,
}

/// An entry of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub on: NaiveDate,
    /// Whether it speaks for somebody, against, or neither.
    pub speaks: Speaks,
    /// What it was.
    pub text: String,
}

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

fn trust(title: String, between: &Relationship, about: Party, today: NaiveDate) -> Gauge {
    let seen = Seen::of(between, about, today);
    let mut says = vec![seen.headline().map_or_else(
        || "Not enough seen yet.".to_owned(),
        |(facet, opinion)| {
            let facet = words::facet(facet);
            format!("{}, by {facet}.", capitalised(words::trust(opinion.word())))
        },
    )];
    for facet in Facet::ALL {
        let opinion = seen.facet(facet);
        let of_facet: Vec<_> = seen
            .evidence
            .iter()
            .filter(|one| one.facet() == facet)
            .collect();
        says.push(format!(
            "{}: {}",
            capitalised(words::facet(facet)),
            range(facet, &opinion, &counts_with_bad_faith(&of_facet))
        ));
    }
    if about == Party::Them && between.trust_caution(today) {
        says.push(format!(
            "{} acts of bad faith, not settled, within {}: that speaks for care between two lunches.",
            TUNING.trust.caution_acts,
            span(TUNING.trust.caution_days)
        ));
    }
    let waiting = seen.from_tomorrow.iter().map(|one| {
        let mut entry = of_conduct(one);
        entry.text.push_str(" (counts from the day after)");
        entry
    });
    Gauge {
        title,
        says,
        entries: waiting
            .chain(seen.evidence.iter().map(of_conduct))
            .collect(),
        formula: trust_formula(),
    }
}

/// "mixed, 42 to 71 %, the middle 57 %, from 4 entries: 3 kept, 1 missed in silence".
fn range(facet: Facet, opinion: &Opinion, counts: &str) -> String {
    match opinion.entries {
        0 if facet == Facet::Ability => "nothing in the book tells of it.".to_owned(),
        0 => "nothing noted.".to_owned(),
        _ if !opinion.is_enough() => format!("{counts}: not enough seen yet."),
        number => {
            let [least, most] = opinion.range();
            let entries = entries(number);
            format!(
                "{}, {:.0} to {}, the middle {}, from {entries}: {counts}.",
                words::trust(opinion.word()),
                least * 100.0,
                per_cent(most),
                per_cent(opinion.mean())
            )
        }
    }
}

fn counts_with_bad_faith(evidence: &[&Evidence<'_>]) -> String {
    let in_bad_faith = |one: &&&Evidence<'_>| one.conduct == Conduct::BadFaith;
    let mut parts = vec![counts(evidence)];
    match evidence.iter().filter(in_bad_faith).count() {
        0 => {}
        number => parts.push(format!("{number} in bad faith")),
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// "57 %".
fn per_cent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn of_conduct(one: &Evidence<'_>) -> Entry {
    let what = match one.conduct {
        Conduct::Kept => "kept",
        Conduct::KeptLate => "kept late and untold",
        Conduct::Missed(MissKind::Shown) => "missed with the effort shown",
        Conduct::Missed(MissKind::ToldLate) => "missed and told late",
        Conduct::Missed(MissKind::Silent) => "missed in silence",
        Conduct::Helped => "helped",
        Conduct::Harmed => "harm",
        Conduct::BadFaith => "bad faith",
    };
    let after = match (one.made_right, one.conduct) {
        (true, Conduct::Missed(_)) => ", made right since",
        (true, _) => ", settled since",
        (false, _) => "",
    };
    Entry {
        on: one.on,
        speaks: if one.is_good() {
            Speaks::For
        } else {
            Speaks::Against
        },
        text: joined(&format!("{what}{after}"), one.text),
    }
}

fn joined(what: &str, note: &str) -> String {
    if note.is_empty() {
        what.to_owned()
    } else {
        format!("{what}: {note}")
    }
}

fn trust_formula() -> String {
    let trust = TUNING.trust;
    format!(
        "From good / (good + bad + 2) to (good + 2) / (good + bad + 2). Kept or helped is 1 good and fades by half in {} \
         days; missed is {} bad with the effort shown, {} told late, {} in silence; harm {}, bad faith {}; by half in {} \
         days, bad faith never below half. Made right, or kept late, counts half.",
        trust.good_half_life_days,
        trust.missed_shown,
        trust.missed_late,
        trust.missed_silent,
        trust.harmed,
        trust.bad_faith,
        trust.bad_half_life_days
    )
}

fn talk(contact: &Contact, between: &Relationship, today: NaiveDate) -> Gauge {
    let mut says = Vec::new();
    if let Some(pace) = pace(contact, between, today) {
        says.push(format!("{}.", capitalised(words::pace(pace))));
    }
    let sentence = gauges::talk(contact, between, today);
    says.push(sentence.unwrap_or_else(|| "You set no pace.".to_owned()));
    if let Some(late) = lateness(contact, between, today) {
        says.push(format!(
            "That is {} of the time you meant.",
            per_mille_in_per_cent(late)
        ));
    }
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
        formula: "Days since both of you spoke, by the days you meant; before the first talk, since you wrote them down."
            .to_owned(),
    }
}

fn per_mille_in_per_cent(per_mille: i64) -> String {
    format!("{} %", per_mille / 10)
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
        formula: format!(
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
        formula: format!(
            "Days since they last heard, beyond what you allow yourself: {} when stuck, {} when late, else half the time \
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
        formula: "Open promises of yours of which you do not know what they heard, or of which they heard more than you \
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
        formula: format!(
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

/// "5 entries".
fn entries(number: usize) -> String {
    match number {
        1 => "1 entry".to_owned(),
        _ => format!("{number} entries"),
    }
}
