//! Promises, mine and theirs: what was said, what was heard, and the life cycle of a word.

mod effort;
mod ending;
mod life;
mod state;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::ContactId;
use super::exchange::ExchangeKind;
use super::id::Id;
use super::incident::{Party, Severity};
use super::is_default;
use super::redacted::redacted;
use super::tuning::TUNING;

pub use effort::{Effort, EffortKind};
pub use ending::Ending;
pub use life::{NotFromHere, Step};
pub use state::{Blockage, MissKind, State};

/// The identity of a [`Promise`].
pub type PromiseId = Id<Promise>;

/// A declared intention of one person about their own conduct (Bergstra & Burgess 2008).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// Identity.
    #[serde(default)]
    pub id: PromiseId,
    /// Whose word it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by: Party,
    /// The other person.
    pub contact: ContactId,
    /// What is promised.
    pub text: String,
    /// Which kind of value its delivery brings, where it does.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: Option<ExchangeKind>,
    /// The day it was said.
    pub made: NaiveDate,
    /// The day it is due.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<NaiveDate>,
    /// How strongly I said it.
    pub said: Strength,
    /// The words that were used.
    #[serde(default, skip_serializing_if = "is_default")]
    pub exact_words: String,
    /// What they heard, once I have checked, and the day I did.
    #[serde(default, skip_serializing_if = "is_default")]
    pub heard: Option<(Strength, NaiveDate)>,
    /// What they build on it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub impact: Impact,
    /// The work it takes, in minutes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub minutes: Option<u32>,
    /// Where it stands.
    #[serde(default)]
    pub state: State,
    /// What I tried, and what of it they know.
    #[serde(default, skip_serializing_if = "is_default")]
    pub efforts: Vec<Effort>,
    /// What was agreed before.
    #[serde(default, skip_serializing_if = "is_default")]
    pub earlier_terms: Vec<Terms>,
    /// The promise that this one takes up again.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reopened_from: Option<PromiseId>,
}

redacted!(Promise:
    id, by, contact, kind, made, due, said, heard, impact, minutes, state, efforts, earlier_terms, reopened_from;
    text, exact_words
);

/// How strongly something was said or heard: the ladder of commissives (Searle 1976), as per mille of a full promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Strength {
    /// "Let me look into it."
    Explore,
    /// "I'll try."
    Attempt,
    /// "I mean to."
    Intend,
    /// "I promise."
    #[default]
    Promise,
}

impl Strength {
    /// How much of a full promise it is, per mille.
    #[must_use]
    pub const fn per_mille(self) -> i64 {
        let [explore, attempt, intend, promise] = TUNING.strength;
        match self {
            Self::Explore => explore,
            Self::Attempt => attempt,
            Self::Intend => intend,
            Self::Promise => promise,
        }
    }
}

/// What the other person builds on a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Impact {
    /// Nothing much.
    #[default]
    Little,
    /// Something.
    Some,
    /// Much.
    Much,
    /// Everything hangs on it.
    Vital,
}

impl Impact {
    /// How grave it is to miss such a promise.
    #[must_use]
    pub const fn breach(self) -> Severity {
        match self {
            Self::Little | Self::Some => Severity::Minor,
            Self::Much => Severity::Moderate,
            Self::Vital => Severity::Serious,
        }
    }
}

/// What was agreed until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The last day they held.
    pub until: NaiveDate,
    /// The day it was due.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<NaiveDate>,
    /// How strongly it was said.
    pub said: Strength,
}

impl Promise {
    /// A promise of mine without a day, that nothing is known of yet but to whom and when.
    #[must_use]
    pub fn new(contact: ContactId, made: NaiveDate) -> Self {
        Self {
            id: Id::nil(),
            by: Party::Me,
            contact,
            text: String::new(),
            kind: None,
            made,
            due: None,
            said: Strength::Promise,
            exact_words: String::new(),
            heard: None,
            impact: Impact::Little,
            minutes: None,
            state: State::Open,
            efforts: Vec::new(),
            earlier_terms: Vec::new(),
            reopened_from: None,
        }
    }

    /// Whether it is still owed.
    #[must_use]
    pub const fn is_owed(&self) -> bool {
        matches!(self.state, State::Open | State::Blocked { .. })
    }

    /// Whether it is owed by me.
    #[must_use]
    pub fn is_owed_by_me(&self) -> bool {
        self.by == Party::Me && self.is_owed()
    }

    /// Whether it is mine and ticked, and they have not confirmed it.
    #[must_use]
    pub fn is_delivered_by_me(&self) -> bool {
        self.by == Party::Me && matches!(self.state, State::Delivered { .. })
    }

    /// The day it was done; of one that they confirmed, where that day was not kept, the day they said so.
    #[must_use]
    pub fn done_on(&self) -> Option<NaiveDate> {
        match self.state {
            State::Delivered { on, .. } => Some(on),
            State::Confirmed { on, delivered } => Some(delivered.unwrap_or(on)),
            _ => None,
        }
    }

    /// Whether it was kept in time when done on a day: by its due day, or late where they were told before that day.
    /// What they told me is not kept in the book, so that a late one of theirs is a kept one.
    #[must_use]
    pub fn kept_in_time(&self, done: NaiveDate) -> bool {
        let mut told = self.efforts.iter().filter_map(|effort| effort.told);
        self.by == Party::Them
            || self
                .due
                .is_none_or(|due| done <= due || told.any(|told| told < due))
    }

    /// Days until it is due, negative when late; `None` without a date.
    #[must_use]
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        self.due
            .map(|due| due.signed_duration_since(today).num_days())
    }

    /// The key by which promises stand where the first due comes first, and those without a day last.
    #[must_use]
    pub const fn by_due(&self) -> (bool, Option<NaiveDate>, PromiseId) {
        (self.due.is_none(), self.due, self.id)
    }

    /// Whether it is owed and its day has passed.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_owed() && self.days_left(today).is_some_and(|days| days < 0)
    }

    /// What they count on: what they said they heard, else a full promise (speakers think they were understood, and
    /// nearly half the time they were not: Keysar & Henly 2002).
    #[must_use]
    pub fn heard_strength(&self) -> Strength {
        self.heard.map_or(Strength::Promise, |(heard, _)| heard)
    }

    /// What stands between what I said and what they heard, of a promise of mine that is owed.
    #[must_use]
    pub fn hearing(&self) -> Hearing {
        match self.heard {
            _ if !self.is_owed_by_me() => Hearing::Agreed,
            None if self.said == Strength::Promise => Hearing::Agreed,
            None => Hearing::NotChecked,
            Some((heard, _)) if heard > self.said => Hearing::HeardMore,
            Some(_) => Hearing::Agreed,
        }
    }
}

/// What stands between what I said and what they heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hearing {
    /// Nothing to clear up.
    Agreed,
    /// I said less than a promise and do not know what they heard.
    NotChecked,
    /// They heard more than I said.
    HeardMore,
}
