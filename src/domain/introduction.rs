//! Introductions: both are asked before anyone is connected (double opt-in, Fred Wilson 2009).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::ContactId;
use super::id::Id;
use super::is_default;
use super::redacted::redacted;

/// The identity of an [`Introduction`].
pub type IntroductionId = Id<Introduction>;

/// One person to be introduced to another; every field after the first four is the day it happened.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Introduction {
    /// Identity.
    #[serde(default)]
    pub id: IntroductionId,
    /// Who wants to be introduced.
    pub requester: ContactId,
    /// To whom.
    pub target: ContactId,
    /// What for.
    pub purpose: String,
    /// Why it is good for the target too.
    #[serde(default, skip_serializing_if = "is_default")]
    pub good_for_target: String,
    /// I asked the requester.
    #[serde(default, skip_serializing_if = "is_default")]
    pub asked_requester: Option<NaiveDate>,
    /// The requester said yes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub yes_requester: Option<NaiveDate>,
    /// I asked the target.
    #[serde(default, skip_serializing_if = "is_default")]
    pub asked_target: Option<NaiveDate>,
    /// The target said yes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub yes_target: Option<NaiveDate>,
    /// I connected them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub made: Option<NaiveDate>,
    /// I asked how it went.
    #[serde(default, skip_serializing_if = "is_default")]
    pub followed_up: Option<NaiveDate>,
    /// One of them said no.
    #[serde(default, skip_serializing_if = "is_default")]
    pub declined: Option<NaiveDate>,
}

redacted!(Introduction:
    id, requester, target, asked_requester, yes_requester, asked_target, yes_target, made, followed_up, declined;
    purpose, good_for_target
);

/// How far an introduction has come. Computed, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IntroductionStatus {
    /// Nobody has been asked.
    Idea,
    /// At least one has been asked.
    Asking,
    /// Both said yes.
    Agreed,
    /// I connected them.
    Made,
    /// Connected and followed up.
    Closed,
    /// One of them said no.
    Declined,
}

impl Introduction {
    /// How far it has come; never past `Asking` without both consents, whatever else a file says.
    #[must_use]
    pub fn status(&self) -> IntroductionStatus {
        use IntroductionStatus::{Agreed, Asking, Closed, Declined, Idea, Made};
        let agreed = self.yes_requester.is_some() && self.yes_target.is_some();
        if self.declined.is_some() {
            Declined
        } else if agreed && self.made.is_some() && self.followed_up.is_some() {
            Closed
        } else if agreed && self.made.is_some() {
            Made
        } else if agreed {
            Agreed
        } else if self.asked_requester.is_some()
            || self.asked_target.is_some()
            || self.yes_requester.is_some()
            || self.yes_target.is_some()
        {
            Asking
        } else {
            Idea
        }
    }
}
