//! What was tried for a promise, and what of it they know.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Promise;
use crate::domain::is_default;
use crate::domain::redacted::redacted;

/// One attempt, or one thing to tell.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effort {
    /// The day I did it.
    pub on: NaiveDate,
    /// The day they heard of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub told: Option<NaiveDate>,
    /// What kind.
    pub kind: EffortKind,
    /// What I did, or what I said.
    pub text: String,
}

redacted!(Effort: on, told, kind; text);

/// What kind of effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EffortKind {
    /// A step ahead.
    Progress,
    /// Something in the way.
    Roadblock,
    /// Another date or another strength.
    NewTerms,
    /// It is done.
    Delivered,
    /// No effort: why it was missed, or what they saw of that, in a line of mine.
    Note,
}

impl Promise {
    /// Whether they heard from me that it is done.
    #[must_use]
    pub fn is_told_done(&self) -> bool {
        let is_so = |effort: &Effort| effort.kind == EffortKind::Delivered && effort.told.is_some();
        self.efforts.iter().any(is_so)
    }

    /// The last day they heard anything of it from me. New terms are agreed with them, so that day counts too.
    #[must_use]
    pub fn last_told(&self) -> Option<NaiveDate> {
        let efforts = self.efforts.iter().filter_map(|effort| effort.told);
        let terms = self.earlier_terms.iter().map(|terms| terms.until);
        efforts.chain(terms).max()
    }

    /// Notes that they know now of every effort until today; says whether there was one that they did not know of.
    pub fn tell_efforts(&mut self, today: NaiveDate) -> bool {
        let mut any = false;
        let is_untold = |effort: &Effort| effort.told.is_none() && effort.kind != EffortKind::Note;
        let efforts = self.efforts.iter_mut();
        for effort in efforts.filter(|effort| is_untold(effort) && effort.on <= today) {
            effort.told = Some(today);
            any = true;
        }
        any
    }

    /// Notes what I told them: how it stands, or that it is done. What they did not know of, they know now.
    pub fn tell(&mut self, text: String, today: NaiveDate) {
        self.tell_efforts(today);
        let kind = if self.is_delivered_by_me() {
            EffortKind::Delivered
        } else {
            EffortKind::Progress
        };
        self.efforts.push(Effort {
            on: today,
            told: Some(today),
            kind,
            text,
        });
    }

    /// Efforts they do not know of.
    pub fn untold(&self) -> impl Iterator<Item = &Effort> {
        let efforts = self.efforts.iter();
        efforts.filter(|effort| effort.told.is_none() && effort.kind != EffortKind::Note)
    }
}
