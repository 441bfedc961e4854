//! What hurt or helped trust and stands in no promise.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::ContactId;
use super::id::Id;
use super::invite::InviteId;
use super::is_default;
use super::redacted::redacted;
use super::tuning::TUNING;

/// The identity of an [`Incident`].
pub type IncidentId = Id<Incident>;

/// Something that happened between us and that no promise tells.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// Identity.
    #[serde(default)]
    pub id: IncidentId,
    /// The other person.
    pub contact: ContactId,
    /// Whose conduct it was.
    pub about: Party,
    /// What kind of conduct.
    pub kind: IncidentKind,
    /// How grave (about me: it weighs in what I have to put right; of theirs nothing reads it).
    #[serde(default, skip_serializing_if = "is_default")]
    pub severity: Severity,
    /// The day.
    pub on: NaiveDate,
    /// The day it was written down, where that is known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub noted: Option<NaiveDate>,
    /// What happened.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// The day we settled it (about them).
    #[serde(default, skip_serializing_if = "is_default")]
    pub settled: Option<NaiveDate>,
    /// The day I owned up (about me).
    #[serde(default, skip_serializing_if = "is_default")]
    pub acknowledged: Option<NaiveDate>,
    /// The day I made it right (about me).
    #[serde(default, skip_serializing_if = "is_default")]
    pub made_right: Option<NaiveDate>,
    /// The lunch that I let go without a word in time (about me): by it, and not by its words, it is known again.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<InviteId>,
}

redacted!(Incident:
    id, contact, about, kind, severity, on, noted, settled, acknowledged, made_right, from;
    note
);

impl Incident {
    /// Whether it was bad faith or harm of theirs that is not settled.
    #[must_use]
    pub fn is_theirs_to_settle(&self) -> bool {
        self.about == Party::Them && self.kind != IncidentKind::Helped && self.settled.is_none()
    }

    /// Whether it does not count yet. What is written down in anger about somebody sleeps one night: it counts from the
    /// day after it happened and was written down. What I did myself counts at once.
    #[must_use]
    pub fn sleeps(&self, today: NaiveDate) -> bool {
        let last = self.noted.map_or(self.on, |noted| noted.max(self.on));
        self.about == Party::Them && last >= today
    }

    /// Whether it is a breach of mine that is not made right.
    #[must_use]
    pub fn is_unrepaired(&self) -> bool {
        self.about == Party::Me && self.kind != IncidentKind::Helped && self.made_right.is_none()
    }
}

/// One of the two people of a relationship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Party {
    /// I, whose book it is.
    #[default]
    Me,
    /// The other person.
    Them,
}

/// What kind of conduct.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum IncidentKind {
    /// A lie, an advantage taken, a confidence broken (Schweitzer, Hershey & Bradlow 2006: deception never fully heals).
    BadFaith,
    /// Did harm without deceit.
    Harmed,
    /// Helped without having to.
    Helped,
}

/// How grave a breach is: 250, 500 or 1000 per mille in the comparison's Repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Severity {
    /// A nuisance.
    #[default]
    Minor,
    /// It cost them something.
    Moderate,
    /// It cost them a lot.
    Serious,
}

impl Severity {
    /// 250, 500 or 1000.
    #[must_use]
    pub const fn per_mille(self) -> i64 {
        let [minor, moderate, serious] = TUNING.comparison.breach;
        match self {
            Self::Minor => minor,
            Self::Moderate => moderate,
            Self::Serious => serious,
        }
    }
}
