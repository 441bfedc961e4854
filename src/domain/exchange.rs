//! Value given and received, in its three kinds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::ContactId;
use super::id::Id;
use super::is_default;
use super::promise::PromiseId;
use super::redacted::redacted;

/// The identity of an [`Exchange`].
pub type ExchangeId = Id<Exchange>;

/// Value that went from one person to the other.
///
/// What I received is kept, shown, and out of reach of the lunch comparison: [`crate::domain::comparison`] has no field
/// that could carry it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// Identity.
    #[serde(default)]
    pub id: ExchangeId,
    /// The other person.
    pub contact: ContactId,
    /// The day.
    pub on: NaiveDate,
    /// From whom to whom.
    pub direction: Direction,
    /// Which of the three kinds.
    pub kind: ExchangeKind,
    /// How much.
    #[serde(default, skip_serializing_if = "is_default")]
    pub size: Size,
    /// How long it stays useful.
    #[serde(default, skip_serializing_if = "is_default")]
    pub horizon: Horizon,
    /// What it was.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// The promise whose delivery it was.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<PromiseId>,
}

redacted!(Exchange: id, contact, on, direction, kind, size, horizon, from; note);

/// From whom to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// I gave.
    Given,
    /// I received.
    Received,
}

/// The three kinds of value that people bring each other at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ExchangeKind {
    /// Something to know.
    Knowledge,
    /// An expert's view of their case.
    Advice,
    /// Somebody to know.
    Introduction,
}

impl ExchangeKind {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Knowledge, Self::Advice, Self::Introduction];
}

/// How much value went over: 1, 2 or 3 in the balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Size {
    /// A hint.
    #[default]
    Small,
    /// Worth an afternoon.
    Medium,
    /// Changed something.
    Large,
}

impl Size {
    /// 1, 2 or 3.
    #[must_use]
    pub const fn weight(self) -> f64 {
        match self {
            Self::Small => 1.0,
            Self::Medium => 2.0,
            Self::Large => 3.0,
        }
    }
}

/// How long something matters to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Horizon {
    /// Gone in days.
    Days,
    /// For months.
    #[default]
    Months,
    /// For a year.
    Year,
    /// For years.
    Years,
}

impl Horizon {
    /// All, the shortest first.
    pub const ALL: [Self; 4] = [Self::Days, Self::Months, Self::Year, Self::Years];
}
