//! Where a promise stands.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::is_default;
use crate::domain::redacted::redacted;

/// Where a promise stands. Overdue, silent and over-committed are computed, never stored.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum State {
    /// Owed.
    #[default]
    Open,
    /// Owed, and stuck.
    Blocked {
        /// Since when.
        since: NaiveDate,
        /// By what.
        by: String,
    },
    /// Done.
    Delivered {
        /// The day.
        on: NaiveDate,
        /// What it was stuck on until then: taking the tick back restores it.
        #[serde(default, skip_serializing_if = "is_default")]
        was_blocked: Option<Blockage>,
    },
    /// Done, and they said so.
    Confirmed {
        /// The day they said so.
        on: NaiveDate,
        /// The day it was done, where the book knows it.
        #[serde(default, skip_serializing_if = "is_default")]
        delivered: Option<NaiveDate>,
    },
    /// They let me off.
    Released {
        /// The day.
        on: NaiveDate,
    },
    /// I took it back, and told them, before it was due.
    Withdrawn {
        /// The day.
        on: NaiveDate,
    },
    /// Broken.
    Missed {
        /// The day.
        on: NaiveDate,
        /// What they saw of it.
        kind: MissKind,
    },
    /// Broken, and made right since.
    MadeRight {
        /// The day.
        on: NaiveDate,
        /// What they saw of the miss.
        missed: MissKind,
    },
}

redacted!(enum State:
    Open, Blocked { since }, Delivered { on, was_blocked }, Confirmed { on, delivered }, Released { on },
    Withdrawn { on }, Missed { on, kind }, MadeRight { on, missed }
);

impl State {
    /// The day that it carries: the one on which it ended, or since which it is stuck; an open one carries none.
    #[must_use]
    pub const fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Open => None,
            Self::Blocked { since, .. } => Some(*since),
            Self::Delivered { on, .. }
            | Self::Confirmed { on, .. }
            | Self::Released { on }
            | Self::Withdrawn { on }
            | Self::Missed { on, .. }
            | Self::MadeRight { on, .. } => Some(*on),
        }
    }
}

/// What a stuck promise is stuck on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blockage {
    /// Since when.
    pub since: NaiveDate,
    /// By what.
    pub by: String,
}

redacted!(Blockage: since; by);

/// What they saw of a missed promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MissKind {
    /// They saw me try before it was due.
    Shown,
    /// They were told, but late.
    ToldLate,
    /// They heard nothing.
    Silent,
}
