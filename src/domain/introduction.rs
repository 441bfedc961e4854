//! Introductions: both are asked before anyone is connected (double opt-in, Fred Wilson 2009).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::ContactId;
use super::exchange::ExchangeId;
use super::id::Id;
use super::is_default;
use super::promise::PromiseId;
use super::redacted::redacted;

/// The identity of an [`Introduction`].
pub type IntroductionId = Id<Introduction>;

/// One person to be introduced to another. The days are those on which it happened.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// The promise of mine that it is: made, it is kept.
    #[serde(default, skip_serializing_if = "is_default")]
    pub promise: Option<PromiseId>,
    /// The value that it added when it was made.
    #[serde(default, skip_serializing_if = "is_default")]
    pub value: Option<ExchangeId>,
}

redacted!(Introduction:
    id, requester, target, asked_requester, yes_requester, asked_target, yes_target, made, followed_up, declined,
    promise, value;
    purpose, good_for_target
);

/// How far an introduction has come. Computed, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

/// A step of an introduction, in the order in which they are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Step {
    /// I asked the requester.
    AskRequester,
    /// The requester said yes.
    YesOfRequester,
    /// I asked the target.
    AskTarget,
    /// The target said yes.
    YesOfTarget,
    /// I connected them.
    Make,
    /// I asked how it went.
    FollowUp,
}

impl Introduction {
    /// How far it has come; never past `Asking` without both consents, whatever else a file says.
    #[must_use]
    pub fn status(&self) -> IntroductionStatus {
        use IntroductionStatus::{Agreed, Asking, Closed, Declined, Idea, Made};
        if self.declined.is_some() {
            return Declined;
        }
        match (self.is_agreed(), self.made, self.followed_up) {
            (true, Some(_), Some(_)) => Closed,
            (true, Some(_), None) => Made,
            (true, None, _) => Agreed,
            (false, ..) if self.is_begun() => Asking,
            (false, ..) => Idea,
        }
    }

    fn is_begun(&self) -> bool {
        self.begun_on().is_some()
    }

    /// The first day on which one of them was asked, or said yes.
    #[must_use]
    pub fn begun_on(&self) -> Option<NaiveDate> {
        let days = [
            self.asked_requester,
            self.yes_requester,
            self.asked_target,
            self.yes_target,
        ];
        days.into_iter().flatten().min()
    }

    /// Whether both said yes.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        self.yes_requester.is_some() && self.yes_target.is_some()
    }

    /// Whether I connected them, with the yes of both.
    #[must_use]
    pub fn is_made(&self) -> bool {
        use IntroductionStatus::{Closed, Made};
        matches!(self.status(), Made | Closed)
    }

    /// Whether I could have connected them on a day: nobody said no, both had said yes by then, and I had not asked yet
    /// how it went.
    #[must_use]
    pub fn can_be_made_on(&self, on: NaiveDate) -> bool {
        let by_then = |yes: Option<NaiveDate>| yes.is_some_and(|yes| yes <= on);
        self.declined.is_none()
            && by_then(self.yes_requester)
            && by_then(self.yes_target)
            && self.followed_up.is_none_or(|asked| on <= asked)
    }

    /// Whether nobody was connected yet, and nobody said no.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.declined.is_none() && !self.is_made()
    }

    /// The other of the two.
    #[must_use]
    pub fn other(&self, one: ContactId) -> Option<ContactId> {
        match one {
            _ if one == self.requester => Some(self.target),
            _ if one == self.target => Some(self.requester),
            _ => None,
        }
    }

    /// Whether there is nothing more to do: it is closed, or one of them said no.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.next_step().is_none()
    }

    /// What comes next; nothing where it is over. Nobody is connected before both said yes.
    #[must_use]
    pub fn next_step(&self) -> Option<Step> {
        if self.declined.is_some() {
            return None;
        }
        let steps = [
            (
                Step::AskRequester,
                self.asked_requester.or(self.yes_requester),
            ),
            (Step::YesOfRequester, self.yes_requester),
            (Step::AskTarget, self.asked_target.or(self.yes_target)),
            (Step::YesOfTarget, self.yes_target),
            (Step::Make, self.made),
            (Step::FollowUp, self.followed_up),
        ];
        let open = steps.into_iter().find(|(_, day)| day.is_none());
        open.map(|(step, _)| step)
    }

    /// The introduction after a step taken on this day. A step that was taken keeps its day; connecting before both said
    /// yes changes nothing.
    #[must_use]
    pub fn after(&self, step: Step, on: NaiveDate) -> Self {
        let mut after = self.clone();
        if !self.is_agreed() {
            // What a file says of a day before both said yes was no introduction.
            (after.made, after.followed_up) = (None, None);
        }
        let day = match step {
            Step::AskRequester => &mut after.asked_requester,
            Step::YesOfRequester => &mut after.yes_requester,
            Step::AskTarget => &mut after.asked_target,
            Step::YesOfTarget => &mut after.yes_target,
            Step::Make if self.is_agreed() => &mut after.made,
            Step::FollowUp if self.is_made() => &mut after.followed_up,
            Step::Make | Step::FollowUp => return after,
        };
        day.get_or_insert(on);
        after
    }

    /// Since when somebody who was asked owes an answer: the requester, then the target.
    #[must_use]
    pub fn unanswered(&self) -> [Option<NaiveDate>; 2] {
        if self.declined.is_some() {
            return [None; 2];
        }
        [
            self.asked_requester
                .filter(|_| self.yes_requester.is_none()),
            self.asked_target.filter(|_| self.yes_target.is_none()),
        ]
    }
}
