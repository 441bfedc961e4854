//! The endings of a promise in words, each with what follows from it.

use crate::domain::incident::Party;
use crate::domain::promise::{Ending, MissKind, Promise};

/// An ending as an answer: "They let you off".
#[must_use]
pub const fn label(ending: Ending, by: Party) -> &'static str {
    match (ending, by) {
        (Ending::Kept, _) => "They kept it",
        (Ending::LetOff, Party::Me) => "They let you off",
        (Ending::LetOff, Party::Them) => "You let them off",
        (Ending::Withdrawn, _) => "You took it back in time",
        (Ending::Missed, Party::Me) => "It was missed …",
        (Ending::Missed, Party::Them) => "They did not keep it …",
        (Ending::PutRight, _) => "It is made right",
        (Ending::Confirmed, _) => "They said that it is done",
    }
}

/// What follows from an ending.
#[must_use]
pub fn consequence(ending: Ending, promise: &Promise) -> &'static str {
    match (ending, promise.by) {
        (Ending::Kept, _) => "done today; e sets another day",
        (Ending::LetOff, Party::Me) => "it no longer binds you",
        (Ending::LetOff, Party::Them) => "it no longer binds them",
        (Ending::Withdrawn, _) => "you told them before its day",
        (Ending::Missed, Party::Me) => missed(promise.miss_kind()),
        (Ending::Missed, Party::Them) => "it is noted, and never chased",
        (Ending::PutRight, _) => "it leaves what is to be put right",
        (Ending::Confirmed, _) => "then it has ended for good",
    }
}

/// What they would have seen, by the efforts they were told.
const fn missed(kind: MissKind) -> &'static str {
    match kind {
        MissKind::Shown => "they saw you try; to be put right",
        MissKind::ToldLate => "told late; to be put right",
        MissKind::Silent => "in silence; to be put right",
    }
}

/// An ending as a step that was done: "let off: deck for Cleo".
#[must_use]
pub const fn done(ending: Ending, by: Party) -> &'static str {
    match (ending, by) {
        (Ending::Kept, _) => "kept",
        (Ending::LetOff, _) => "let off",
        (Ending::Withdrawn, _) => "taken back in time",
        (Ending::Missed, Party::Me) => "missed",
        (Ending::Missed, Party::Them) => "not kept",
        (Ending::PutRight, _) => "made right",
        (Ending::Confirmed, _) => "they said it is done",
    }
}

/// What I heard of a miss of theirs, as an answer, and what that means.
#[must_use]
pub const fn heard_of_miss(kind: MissKind, has_day: bool) -> (&'static str, &'static str) {
    match (kind, has_day) {
        (MissKind::Shown, true) => ("They told you in time", "before its day"),
        (MissKind::Shown, false) => ("They told you in time", "before you waited for it"),
        (MissKind::ToldLate, true) => ("They told you late", "on its day or after"),
        (MissKind::ToldLate, false) => ("They told you late", "after you had waited for it"),
        (MissKind::Silent, _) => ("You heard nothing", "neither before nor after"),
    }
}
