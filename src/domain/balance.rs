//! What went over between two people, both ways. It is shown and never asks for anything: no comparison reads it.

use chrono::NaiveDate;

use super::dates::is_within_a_year;
use super::exchange::{Direction, Exchange, ExchangeKind};
use super::fade::fade;
use super::interaction::{Interaction, InteractionKind};
use super::relationship::Relationship;
use super::tuning::TUNING;

/// Value both ways, by its size, older things counting less.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Balance {
    /// What I gave.
    pub given: f64,
    /// What I received.
    pub received: f64,
}

/// Which way value went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tilt {
    /// About as much one way as the other.
    Mutual,
    /// More was given.
    Given,
    /// More was received.
    Received,
}

/// How much went over in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Too little to speak of.
    Thin,
    /// Some.
    Steady,
    /// A lot.
    Rich,
}

impl Balance {
    /// The balance with a person, on a day.
    #[must_use]
    pub fn of(between: &Relationship, today: NaiveDate) -> Self {
        let mut balance = Self::default();
        for exchange in &between.exchanges {
            let counts =
                exchange.size.weight() * fade(exchange.on, today, TUNING.value.half_life_days);
            match exchange.direction {
                Direction::Given => balance.given += counts,
                Direction::Received => balance.received += counts,
            }
        }
        balance
    }

    /// Between -1, only received, and 1, only given. Something is added below, so that two small favours make no pattern.
    #[must_use]
    pub fn share(&self) -> f64 {
        (self.given - self.received) / (self.given + self.received + TUNING.value.unseen)
    }

    /// Which way it went.
    #[must_use]
    pub fn tilt(&self) -> Tilt {
        match self.share() {
            share if share > TUNING.value.mutual => Tilt::Given,
            share if share < -TUNING.value.mutual => Tilt::Received,
            _ => Tilt::Mutual,
        }
    }

    /// How much it was in all.
    #[must_use]
    pub fn amount(&self) -> Amount {
        let [thin, rich] = TUNING.value.thin_and_rich;
        match self.given + self.received {
            sum if sum < thin => Amount::Thin,
            sum if sum > rich => Amount::Rich,
            _ => Amount::Steady,
        }
    }
}

/// What went one way within the last twelve months.
pub fn this_year(
    between: &Relationship,
    direction: Direction,
    today: NaiveDate,
) -> impl Iterator<Item = &Exchange> {
    let exchanges = between.exchanges.iter().map(AsRef::as_ref);
    exchanges.filter(move |exchange: &&Exchange| {
        exchange.direction == direction && is_within_a_year(exchange.on, today)
    })
}

/// How often each kind of value went one way within the last twelve months.
#[must_use]
pub fn by_kind(
    between: &Relationship,
    direction: Direction,
    today: NaiveDate,
) -> [(ExchangeKind, usize); 3] {
    ExchangeKind::ALL.map(|kind| {
        let of_kind = this_year(between, direction, today).filter(|one| one.kind == kind);
        (kind, of_kind.count())
    })
}

/// How often we met within the last twelve months, where that was several times and nothing was given in them; else
/// `None`.
#[must_use]
pub fn met_without_value(between: &Relationship, today: NaiveDate) -> Option<usize> {
    let met = |talk: &&Interaction| {
        let face_to_face = matches!(
            talk.kind,
            InteractionKind::InPerson | InteractionKind::Lunch | InteractionKind::Event
        );
        talk.two_way && face_to_face && is_within_a_year(talk.on, today)
    };
    let times = between
        .interactions
        .iter()
        .map(AsRef::as_ref)
        .filter(met)
        .count();
    let gave = this_year(between, Direction::Given, today).next().is_some();
    (times >= TUNING.value.talks_without_value && !gave).then_some(times)
}
