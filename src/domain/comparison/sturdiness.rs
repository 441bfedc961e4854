//! How sturdy the lean of the lines is: whether other weights could turn it.

use serde::{Deserialize, Serialize};

use super::line::{Line, Order, PerLine};

/// Whether other weights could turn the lean of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sturdiness {
    /// The sides are equal on every line.
    Equal,
    /// One side is at least as high on every line: no weights can turn it.
    EveryLine,
    /// Any weights in this order of importance agree (Kirkwood & Sarin 1985).
    YourOrder,
    /// It depends on these weights.
    TheseWeights,
}

impl Sturdiness {
    /// From the differences of the lines, a less b.
    pub(super) fn of(difference: &PerLine<i64>, order: &Order) -> Self {
        let differences = Line::ALL.map(|line| difference.get(line));
        if differences.iter().all(|d| *d == 0) {
            return Self::Equal;
        }
        if one_sign(differences) {
            return Self::EveryLine;
        }
        // Lines of one group weigh the same, so that only the sums at the ends of the groups count.
        let groups = order.groups();
        let up_to = |last: usize| -> i64 {
            let lines = groups.iter().take(last).flatten();
            lines.map(|line| difference.get(*line)).sum()
        };
        let sums: Vec<i64> = (1..=groups.len()).map(up_to).collect();
        if sums.iter().any(|sum| *sum != 0) && one_sign(sums) {
            Self::YourOrder
        } else {
            Self::TheseWeights
        }
    }
}

fn one_sign(numbers: impl IntoIterator<Item = i64>) -> bool {
    let (mut up, mut down) = (false, false);
    for number in numbers {
        up |= number > 0;
        down |= number < 0;
    }
    !(up && down)
}
