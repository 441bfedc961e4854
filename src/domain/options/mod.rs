//! The options of a choice for one person: short win or long bet.

mod decided;
mod judge;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::ContactId;
use super::id::Id;
use super::invite::Help;
use super::is_default;
use super::redacted::redacted;
use super::tuning::TUNING;

pub use decided::{Stage, decisions, stage};
pub use judge::{Bearing, Judged, Judgement, Standing, Test, View, judge};

/// The identity of an [`OptionSet`].
pub type OptionSetId = Id<OptionSet>;

/// Two to six ways to act towards one person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionSet {
    /// Identity.
    #[serde(default)]
    pub id: OptionSetId,
    /// The person it is about.
    pub contact: ContactId,
    /// The day I asked myself.
    pub on: NaiveDate,
    /// What is to be chosen.
    pub question: String,
    /// The ways to act.
    pub options: Vec<Choice>,
}

redacted!(OptionSet: id, contact, on, options; question);

impl OptionSet {
    /// Every option, judged.
    #[must_use]
    pub fn judged(&self, view: View) -> Judgement {
        let bearings: Vec<Bearing> = self.options.iter().map(Bearing::from).collect();
        judge(&bearings, view)
    }

    /// Whether there is something to choose between.
    #[must_use]
    pub fn is_a_choice(&self) -> bool {
        self.options.len() >= TUNING.options.fewest
    }

    /// Whether it takes no further option.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.options.len() >= TUNING.options.most
    }
}

/// One way to act.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What I would do.
    pub text: String,
    /// What it does for them now.
    pub now: Help,
    /// What it does for them in a year.
    pub later: Later,
    /// Whether they know everything that matters.
    pub they_know: bool,
    /// Whether I would show them my reasons.
    pub would_show: bool,
    /// What I get: words only, so that nothing can weigh it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub my_gain: String,
}

redacted!(Choice: now, later, they_know, would_show; text, my_gain);

/// What an option does for them in a year, -4 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Later {
    /// -4: ruins something.
    Ruins,
    /// -3: harms them much.
    HarmsMuch,
    /// -2: harms them.
    Harms,
    /// -1: a nuisance.
    Nuisance,
    /// 0: nothing.
    Nothing,
    /// 1: pleasant.
    Pleasant,
    /// 2: useful.
    Useful,
    /// 3: important.
    Important,
    /// 4: a lot hangs on it.
    Critical,
}

impl Later {
    /// -4 to 4.
    #[must_use]
    pub const fn rating(self) -> i64 {
        match self {
            Self::Ruins => -4,
            Self::HarmsMuch => -3,
            Self::Harms => -2,
            Self::Nuisance => -1,
            Self::Nothing => 0,
            Self::Pleasant => 1,
            Self::Useful => 2,
            Self::Important => 3,
            Self::Critical => 4,
        }
    }
}
