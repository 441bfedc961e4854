//! Two invites for one hour, side by side.
//!
//! A weighted additive value model of two options (SMART, Edwards & Barron 1994) behind lexicographic guards. The
//! weights follow from an order of importance alone. It weighs what the hour does for the *other* person and my word
//! to them; what I would get, or once got, cannot be expressed in a [`Reading`].
//!
//! Every number is a default that was chosen and stands in [`super::tuning`].

mod answers;
mod guard;
mod line;
mod reading;
mod side;
mod sturdiness;
mod turning;

use serde::{Deserialize, Serialize};

use super::tuning::TUNING;

pub use answers::{Answer, WAITS, answers_that_turn, wait_matters};
pub use guard::{Guard, GuardNote};
pub use line::{InvalidOrder, Line, Order, PerLine};
pub use reading::{Reading, Wait};
pub use side::Side;
pub use sturdiness::Sturdiness;
pub use turning::{FlipPoint, Moved, Turning, flip_points, turning};

/// To which side the comparison leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lean {
    /// To the first.
    A,
    /// To the second.
    B,
    /// To neither: the difference is within the tie band.
    TooClose,
    /// To neither: I drew a line with both.
    Neither,
    /// Nowhere yet: what the hour does for them is not answered for both.
    NotAnswered,
}

impl Lean {
    /// The side it leans to, where it leans.
    #[must_use]
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::A => Some(Side::A),
            Self::B => Some(Side::B),
            Self::TooClose | Self::Neither | Self::NotAnswered => None,
        }
    }
}

impl From<Side> for Lean {
    fn from(side: Side) -> Self {
        match side {
            Side::A => Self::A,
            Side::B => Self::B,
        }
    }
}

/// What decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DecidedBy {
    /// A guard.
    Guard(Guard),
    /// The weighed lines.
    Lines,
}

/// What a choice would set aside: the points by which the other side is higher, line by line (regret).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// By choosing the first.
    pub if_a: i64,
    /// By choosing the second.
    pub if_b: i64,
}

/// What the comparison says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// The values of the first side, each 0..=1000.
    pub a_values: PerLine<i64>,
    /// The values of the second side.
    pub b_values: PerLine<i64>,
    /// What each line counts, 42 in all.
    pub points: PerLine<i64>,
    /// The weighed difference, -42,000..=42,000; positive speaks for the first side.
    pub d: i64,
    /// To which side it leans, guards included.
    pub lean: Lean,
    /// To which side the lines alone lean.
    pub lines_lean: Lean,
    /// What decided.
    pub decided_by: DecidedBy,
    /// My word decides, the lines lean to the other side, and moving costs the one with my word little.
    pub ask_first: bool,
    /// Where my word decides: the lean once they have let me off.
    pub if_released: Option<Lean>,
    /// The guards on which the sides differ, highest first.
    pub guards: Vec<GuardNote>,
    /// How sturdy the lean of the lines is.
    pub sturdiness: Sturdiness,
    /// What each choice would set aside.
    pub set_aside: SetAside,
}

impl Verdict {
    /// The values of one side.
    #[must_use]
    pub const fn values(&self, side: Side) -> &PerLine<i64> {
        match side {
            Side::A => &self.a_values,
            Side::B => &self.b_values,
        }
    }

    /// The differences of the lines, first less second.
    #[must_use]
    pub fn difference(&self) -> PerLine<i64> {
        difference(&self.a_values, &self.b_values)
    }

    /// The lines that speak for a side, the one that counts most first: its difference times its points.
    #[must_use]
    pub fn lines_for(&self, side: Side) -> Vec<Line> {
        let difference = self.difference();
        let weight = |line: &Line| {
            let gap = difference.get(*line);
            let gap = if side == Side::A {
                gap
            } else {
                gap.saturating_neg()
            };
            gap.saturating_mul(self.points.get(*line))
        };
        let mut lines: Vec<Line> = Line::ALL.into_iter().filter(|l| weight(l) > 0).collect();
        lines.sort_by_key(|line| std::cmp::Reverse(weight(line)));
        lines
    }

    /// The line that most of the difference comes from; `None` where no line differs.
    #[must_use]
    pub fn most_of_it(&self) -> Option<Line> {
        let ahead = if self.d < 0 { Side::B } else { Side::A };
        self.lines_for(ahead).first().copied()
    }

    /// How far the lines lean, in tenths of a per cent of the scale, rounded half up.
    #[must_use]
    pub const fn tenths_of_per_cent(&self) -> i64 {
        // A verdict may come out of a file, with any number in it.
        self.d
            .saturating_abs()
            .saturating_mul(10)
            .saturating_add(210)
            / 420
    }

    /// Whether the lines lean by more than 15 % of the scale.
    #[must_use]
    pub const fn leans_clearly(&self) -> bool {
        self.d.saturating_abs() > TUNING.comparison.clear
    }
}

/// Compares two sides. `untruth` is the side whose choice would need an untruth to the other.
#[must_use]
pub fn compare(a: &Reading, b: &Reading, order: &Order, untruth: Option<Side>) -> Verdict {
    let (a_values, b_values) = (a.values(), b.values());
    let points = order.points();
    let difference = difference(&a_values, &b_values);
    let d = difference_of_sums(&difference, &points);
    let answered = a.help.is_some() && b.help.is_some();
    let lines_lean = if answered {
        lean_of_lines(d)
    } else {
        Lean::NotAnswered
    };
    let guards = guard::differing(a, b, untruth);

    let lines = Lines {
        d,
        lean: lines_lean,
    };
    let (lean, decided_by) = decide(a, b, &guards, lines);
    let released = guards
        .iter()
        .filter(|note| note.guard != Guard::WordGiven)
        .copied()
        .collect::<Vec<_>>();
    let by_word = decided_by == DecidedBy::Guard(Guard::WordGiven);
    let delay_of_word = lean.side().map_or(i64::MAX, |side| match side {
        Side::A => a_values.delay,
        Side::B => b_values.delay,
    });

    Verdict {
        a_values,
        b_values,
        points,
        d,
        lean,
        lines_lean,
        decided_by,
        ask_first: by_word
            && lines_lean
                .side()
                .is_some_and(|side| Some(side) != lean.side())
            && delay_of_word <= TUNING.comparison.cheap_to_move,
        if_released: by_word.then(|| decide(a, b, &released, lines).0),
        guards,
        sturdiness: Sturdiness::of(&difference, order),
        set_aside: SetAside {
            if_a: set_aside(&points, |line| -difference.get(line)),
            if_b: set_aside(&points, |line| difference.get(line)),
        },
    }
}

/// What the lines alone say.
#[derive(Clone, Copy)]
struct Lines {
    d: i64,
    lean: Lean,
}

fn decide(a: &Reading, b: &Reading, guards: &[GuardNote], lines: Lines) -> (Lean, DecidedBy) {
    let first = guards.iter().find(|note| !yields(**note, lines));
    let both_walled = a.boundary && b.boundary;
    match first {
        Some(note) if !both_walled || note.guard == Guard::Safety => {
            (note.speaks_for.into(), DecidedBy::Guard(note.guard))
        }
        _ if both_walled => (Lean::Neither, DecidedBy::Guard(Guard::Boundary)),
        _ => (lines.lean, DecidedBy::Lines),
    }
}

/// Caution gives way where the lines lean clearly to the person it warns of.
fn yields(note: GuardNote, lines: Lines) -> bool {
    note.guard == Guard::TrustCaution
        && lines.d.abs() > TUNING.comparison.clear
        && lines.lean.side() == Some(note.speaks_for.other())
}

fn difference(a: &PerLine<i64>, b: &PerLine<i64>) -> PerLine<i64> {
    PerLine::from_fn(|line| a.get(line).saturating_sub(b.get(line)))
}

fn difference_of_sums(difference: &PerLine<i64>, points: &PerLine<i64>) -> i64 {
    Line::ALL
        .iter()
        .map(|line| points.get(*line).saturating_mul(difference.get(*line)))
        .fold(0, i64::saturating_add)
}

fn lean_of_lines(d: i64) -> Lean {
    match d {
        _ if d.saturating_abs() <= TUNING.comparison.tie_band => Lean::TooClose,
        1.. => Lean::A,
        _ => Lean::B,
    }
}

fn set_aside(points: &PerLine<i64>, lost: impl Fn(Line) -> i64) -> i64 {
    Line::ALL
        .iter()
        .map(|line| points.get(*line) * lost(*line).max(0))
        .sum()
}
