//! What would turn the lean of the lines: the fewest moves in the order, and for each line the points it would take.

use std::collections::{HashSet, VecDeque};

use super::line::{Line, Order, PerLine};
use super::{Lean, difference_of_sums, lean_of_lines};

/// A line that would have to stand elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Which line.
    pub line: Line,
    /// Its group counted from 1, the most important.
    pub place: usize,
    /// Whether it shares that place with other lines.
    pub shared: bool,
}

/// The fewest single moves of lines, up or down, after which the lines lean another way or no longer lean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turning {
    /// How many single moves.
    pub moves: usize,
    /// The lines that move, with their place afterwards.
    pub lines: Vec<Moved>,
    /// The order afterwards.
    pub order: Order,
}

/// Searches the orders by distance from this one. There are 4,683 of them, so that all can be looked at; `None` where
/// every order leans the same way.
#[must_use]
pub fn turning(difference: &PerLine<i64>, order: &Order) -> Option<Turning> {
    let lean = |order: &Order| lean_of_lines(difference_of_sums(difference, order));
    let now: Lean = lean(order);
    let mut seen = HashSet::from([order.clone()]);
    let mut queue = VecDeque::from([(order.clone(), Vec::<Line>::new())]);
    while let Some((here, path)) = queue.pop_front() {
        if lean(&here) != now {
            return Some(describe(here, &path));
        }
        for line in Line::ALL {
            for next in [here.raised(line), here.lowered(line)]
                .into_iter()
                .flatten()
            {
                if seen.insert(next.clone()) {
                    let mut path = path.clone();
                    path.push(line);
                    queue.push_back((next, path));
                }
            }
        }
    }
    None
}

fn describe(order: Order, path: &[Line]) -> Turning {
    let moved = |line: Line| {
        let mut groups = order.groups().iter();
        let above = groups.position(|group| group.contains(&line));
        let group = above.and_then(|above| order.groups().get(above));
        Moved {
            line,
            place: above.unwrap_or(0) + 1,
            shared: group.is_some_and(|group| group.len() > 1),
        }
    };
    let mut lines: Vec<Line> = path.to_vec();
    lines.sort_unstable();
    lines.dedup();
    Turning {
        moves: path.len(),
        lines: lines.into_iter().map(moved).collect(),
        order,
    }
}

/// The points at which one line, with all others left as they are, would bring both sides level: `points` is the exact
/// fraction `numerator / denominator`, at least 0 (Triantaphyllou & Sanchez 1997, smallest weight change).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlipPoint {
    /// Which line.
    pub line: Line,
    /// What it counts now.
    pub now: i64,
    /// Above the bar of the fraction.
    pub numerator: i64,
    /// Below the bar, always positive.
    pub denominator: i64,
}

/// The flip point of each line that has one, the smallest change first.
#[must_use]
pub fn flip_points(difference: &PerLine<i64>, order: &Order) -> Vec<FlipPoint> {
    let d = difference_of_sums(difference, order);
    let points = order.points();
    if d == 0 {
        return Vec::new();
    }
    let mut flips: Vec<FlipPoint> = Line::ALL
        .into_iter()
        .filter_map(|line| {
            let gap = difference.get(line);
            let now = points.get(line);
            // now - d / gap, brought over one positive denominator.
            let numerator = now.saturating_mul(gap).saturating_sub(d) * gap.signum();
            (gap != 0 && numerator >= 0).then_some(FlipPoint {
                line,
                now,
                numerator,
                denominator: gap.saturating_abs(),
            })
        })
        .collect();
    // |t| = |d| / |gap|: the larger the gap, the smaller the change.
    flips.sort_by_key(|flip| (-flip.denominator, flip.line));
    flips
}
