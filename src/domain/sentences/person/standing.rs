//! How it stands with a person: the gauges, each in one sentence. What is behind them stands on `i`.

use chrono::NaiveDate;

use crate::domain::contact::Contact;
use crate::domain::exchange::Direction;
use crate::domain::incident::Party;
use crate::domain::relationship::Relationship;
use crate::domain::rhythm::rhythm;
use crate::domain::sentences::facts::{Facts, Tone};
use crate::domain::sentences::gauges;
use crate::domain::silence::longest;
use crate::domain::tuning::TUNING;

/// Adds the gauges. One that has nothing to say is left out.
pub(super) fn add(facts: &mut Facts, contact: &Contact, between: &Relationship, today: NaiveDate) {
    let seen = |about| gauges::seen(between, about, today);
    facts.fact("You have seen", &seen(Party::Them), Tone::Plain);
    facts.fact("You have shown", &seen(Party::Me), Tone::Plain);
    if let Some(talk) = gauges::talk(contact, between, today) {
        let is_due = rhythm(contact, between, today) >= TUNING.rhythm_due;
        facts.fact("Pace", &talk, if is_due { Tone::Mild } else { Tone::Plain });
    }
    value(facts, contact, between, today);
    if let Some(waiting) = gauges::waiting(contact, between, today) {
        let owed = between.owed_by_me().map(AsRef::as_ref);
        let style = longest(owed, today).map_or(Tone::Plain, |_| Tone::Warm);
        facts.fact("Silence", &waiting, style);
    }
    if let Some(clear) = gauges::expectations(contact, between) {
        facts.fact("Expectations", &clear, Tone::Plain);
    }
}

/// Value both ways by kind, over twelve months, and how long what I gave lasts.
fn value(facts: &mut Facts, contact: &Contact, between: &Relationship, today: NaiveDate) {
    facts.fact("Value", &gauges::value(between, today), Tone::Plain);
    for (way, direction) in [
        ("Given", Direction::Given),
        ("Received", Direction::Received),
    ] {
        let kinds = gauges::kinds(between, direction, today);
        if !kinds.is_empty() {
            facts.fact("", &format!("{way} in 365 days: {kinds}"), Tone::Dim);
        }
    }
    let more = [
        gauges::lasting(contact, between, today),
        gauges::without_value(contact, between, today),
    ];
    for sentence in more.into_iter().flatten() {
        facts.fact("", &sentence, Tone::Plain);
    }
}
