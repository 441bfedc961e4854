//! The guards: what comes before any weighing, in their order.

use serde::{Deserialize, Serialize};

use super::reading::Reading;
use crate::domain::comparison::Side;

/// What can decide before the lines do, highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Guard {
    /// Someone may come to harm: speaks for that side, and nothing is weighed.
    Safety,
    /// I drew a line: speaks against that side.
    Boundary,
    /// Choosing that side would need an untruth to the other: speaks against it.
    Honesty,
    /// They have my word: speaks for that side.
    WordGiven,
    /// Bad faith, twice and not settled: speaks against that side, and yields to lines that lean clearly its way.
    TrustCaution,
}

/// A guard on which the two sides differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuardNote {
    /// Which.
    pub guard: Guard,
    /// For which side it speaks.
    pub speaks_for: Side,
}

/// The guards on which the sides differ, highest first. `untruth` is the side whose choice would need an untruth.
pub(super) fn differing(a: &Reading, b: &Reading, untruth: Option<Side>) -> Vec<GuardNote> {
    let levels = [
        (Guard::Safety, a.safety, b.safety),
        (Guard::Boundary, b.boundary, a.boundary),
        (
            Guard::Honesty,
            untruth == Some(Side::B),
            untruth == Some(Side::A),
        ),
        (Guard::WordGiven, a.word_given, b.word_given),
        (Guard::TrustCaution, b.trust_caution, a.trust_caution),
    ];
    let note = |(guard, for_a, for_b): (Guard, bool, bool)| {
        (for_a != for_b).then_some(GuardNote {
            guard,
            speaks_for: if for_a { Side::A } else { Side::B },
        })
    };
    levels.into_iter().filter_map(note).collect()
}
