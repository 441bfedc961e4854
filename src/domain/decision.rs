//! Decisions: what I chose, on what grounds, and how it turned out.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::book::Book;
use super::comparison::{Order, Reading, Side, Verdict};
use super::contact::ContactId;
use super::id::Id;
use super::invite::InviteId;
use super::is_default;
use super::options::{OptionSetId, View};
use super::redacted::redacted;

/// The identity of a [`Decision`].
pub type DecisionId = Id<Decision>;

/// One decision, with its grounds frozen against hindsight (Fischhoff 1975).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Identity.
    #[serde(default)]
    pub id: DecisionId,
    /// The day.
    pub on: NaiveDate,
    /// What was to be decided.
    pub about: Subject,
    /// What I chose.
    pub chosen: Chosen,
    /// Choosing this side would have needed an untruth to the other.
    #[serde(default, skip_serializing_if = "is_default")]
    pub untruth_needed_for: Option<Side>,
    /// What the comparison read and said, for a decision between invites.
    #[serde(default, skip_serializing_if = "is_default")]
    pub snapshot: Option<Snapshot>,
    /// Whether it went with the lean; `None` where there was none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub followed_lean: Option<bool>,
    /// Why, in my words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
    /// The day the other person was told.
    #[serde(default, skip_serializing_if = "is_default")]
    pub told: Option<NaiveDate>,
    /// What I told them, or mean to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub message: String,
    /// The day to look back.
    #[serde(default, skip_serializing_if = "is_default")]
    pub review_on: Option<NaiveDate>,
    /// The look back.
    #[serde(default, skip_serializing_if = "is_default")]
    pub review: Option<Review>,
    /// Those who were told already, while others are still to be told.
    #[serde(default, skip_serializing_if = "is_default")]
    pub told_to: Vec<ContactId>,
    /// Whether each of the two knew of a yes of mine before the decision.
    #[serde(default, skip_serializing_if = "is_default")]
    pub knew: Option<(bool, bool)>,
    /// The earlier decision about the same two that this one takes the place of.
    #[serde(default, skip_serializing_if = "is_default")]
    pub replaces: Option<DecisionId>,
    /// How far ahead I looked, for a decision between options: whether I needed the short-term win.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weighed: View,
}

redacted!(Decision:
    id, on, about, chosen, untruth_needed_for, snapshot, followed_lean, told, review_on, review, told_to, knew,
    replaces, weighed;
    reason, message
);

/// What was to be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// Two invites for one hour.
    Invites(InviteId, InviteId),
    /// A set of options.
    Options(OptionSetId),
}

/// What I chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Chosen {
    /// The first invite.
    A,
    /// The second invite.
    B,
    /// Both, at one table.
    Both,
    /// Neither.
    Neither,
    /// Asked one of them to move, or moved it.
    Moved {
        /// Which.
        which: Side,
        /// To which day, once it is known.
        #[serde(default, skip_serializing_if = "is_default")]
        to: Option<NaiveDate>,
    },
    /// An option, counted from 0.
    Option(u8),
}

/// What the comparison read and said on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// The version of the formulas ([`super::tuning::Tuning::model_version`]).
    pub model_version: u32,
    /// What stood on the first side.
    pub a: Reading,
    /// What stood on the second side.
    pub b: Reading,
    /// The order of the lines.
    pub order: Order,
    /// What came out.
    pub verdict: Verdict,
}

/// A look back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The day.
    pub on: NaiveDate,
    /// How it turned out, against what I expected.
    pub outcome: TurnedOut,
    /// Whether I would take it again.
    pub would_repeat: bool,
    /// In my words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

redacted!(Review: on, outcome, would_repeat; note);

/// How a decision turned out, against what I expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TurnedOut {
    /// Much worse.
    MuchWorse,
    /// Worse.
    Worse,
    /// As expected.
    AsExpected,
    /// Better.
    Better,
    /// Much better.
    MuchBetter,
}

impl Decision {
    /// Whether the one of a side knew of a yes of mine before the decision. Decisions from before that was noted go by
    /// whether they had my word.
    #[must_use]
    pub fn knew(&self, side: Side) -> bool {
        let of_side = |(a, b): (bool, bool)| if side == Side::A { a } else { b };
        let had_my_word = || {
            let snapshot = self.snapshot.as_ref();
            snapshot.is_some_and(|snapshot| of_side((snapshot.a.word_given, snapshot.b.word_given)))
        };
        self.knew.map_or_else(had_my_word, of_side)
    }

    /// The invite that it takes, and its side.
    #[must_use]
    pub fn taken(&self) -> Option<(InviteId, Side)> {
        let Subject::Invites(a, b) = self.about else {
            return None;
        };
        let side = match self.chosen {
            Chosen::A => Side::A,
            Chosen::B => Side::B,
            Chosen::Moved { which, to: Some(_) } => which.other(),
            _ => return None,
        };
        let taken = if side == Side::A { a } else { b };
        Some((taken, side))
    }
}

/// Whether I decided for an invite and they do not know of it yet.
#[must_use]
pub fn is_untold_choice(book: &Book, invite: InviteId) -> bool {
    standing(book).any(|decision| {
        let taken = decision.taken().filter(|(id, _)| *id == invite);
        decision.told.is_none() && taken.is_some_and(|(_, side)| !decision.knew(side))
    })
}

/// The decisions that stand: those that no later one about the same two takes the place of.
pub fn standing(book: &Book) -> impl Iterator<Item = &Arc<Decision>> {
    let replaced: HashSet<DecisionId> = book
        .decisions
        .iter()
        .filter_map(|decision| decision.replaces)
        .collect();
    let decisions = book.decisions.iter();
    decisions.filter(move |decision| !replaced.contains(&decision.id))
}

/// The decision that stands about an invite and another one, the last where there are several.
#[must_use]
pub fn about_invite(book: &Book, id: InviteId) -> Option<&Arc<Decision>> {
    let is_about = |decision: &&Arc<Decision>| match decision.about {
        Subject::Invites(a, b) => a == id || b == id,
        Subject::Options(_) => false,
    };
    let found = standing(book).filter(is_about);
    found.max_by_key(|decision| (decision.on, decision.id))
}

/// The decision that stands about two invites, whichever is named first.
#[must_use]
pub fn about(book: &Book, one: InviteId, other: InviteId) -> Option<&Arc<Decision>> {
    standing(book)
        .filter(|decision| {
            decision.about == Subject::Invites(one, other)
                || decision.about == Subject::Invites(other, one)
        })
        .max_by_key(|decision| (decision.on, decision.id))
}
