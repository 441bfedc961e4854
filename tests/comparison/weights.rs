//! Laws of the weights: what other weights could turn, flip points, what is set aside.

use goodword::domain::comparison::Side;
use goodword::domain::comparison::{Line, Order, PerLine, Sturdiness, flip_points};
use proptest::collection::vec;
use proptest::prelude::*;

use super::cases;
use super::draw::{pair, plain_pair};

proptest! {
    #![proptest_config(cases())]

    /// What speaks for a side is what is ahead there, the weightiest first; together the two sides name every line that
    /// differs.
    #[test]
    fn the_lines_for_a_side(pair in plain_pair()) {
        let verdict = pair.verdict();
        let difference = verdict.difference();
        let mut named = 0;
        for (side, sign) in [(Side::A, 1), (Side::B, -1)] {
            let lines = verdict.lines_for(side);
            let weights: Vec<i64> = lines
                .iter()
                .map(|line| sign * difference.get(*line) * verdict.points.get(*line))
                .collect();
            prop_assert!(weights.iter().all(|weight| *weight > 0));
            prop_assert!(weights.is_sorted_by(|one, next| one >= next));
            named += lines.len();
        }
        let differ = |line: &&Line| difference.get(**line) * verdict.points.get(**line) != 0;
        prop_assert_eq!(named, Line::ALL.iter().filter(differ).count());
        let ahead = if verdict.d < 0 { Side::B } else { Side::A };
        prop_assert_eq!(verdict.most_of_it(), verdict.lines_for(ahead).first().copied());
    }

    /// (6) Where every line speaks for one side, no weights at all turn it; where one speaks against, some do.
    #[test]
    fn every_line_means_that_no_weights_turn_it(
        pair in plain_pair(),
        weights in vec(0..=1_000_i64, 6),
        heavy in 0..6_usize,
    ) {
        let verdict = pair.verdict();
        let difference = verdict.difference();
        let for_a = Line::ALL.iter().any(|line| difference.get(*line) > 0);
        let for_b = Line::ALL.iter().any(|line| difference.get(*line) < 0);
        let expected = matches!(verdict.sturdiness, Sturdiness::EveryLine | Sturdiness::Equal);
        prop_assert_eq!(expected, !(for_a && for_b));
        if expected {
            prop_assert!(agree(weighed(&difference, |line| weights[line as usize]), verdict.d));
            let mut one_changed = verdict.points.in_order();
            one_changed[heavy] = weights[heavy];
            prop_assert!(agree(weighed(&difference, |line| one_changed[line as usize]), verdict.d));
        }
    }

    /// (7) "Any weights in your order" means any; and where it is not said, some weights in that order disagree.
    #[test]
    fn your_order_means_any_weights_in_that_order(pair in plain_pair(), steps in vec(0..=300_i64, 6)) {
        let verdict = pair.verdict();
        let difference = verdict.difference();
        let by_step = |step: &dyn Fn(usize) -> i64| {
            weighed(&difference, |line| {
                let place = place(&pair.order, line);
                (place..pair.order.groups().len()).map(step).sum()
            })
        };
        match verdict.sturdiness {
            Sturdiness::YourOrder => {
                prop_assert!(agree(by_step(&|group| steps[group]), verdict.d));
                prop_assert_ne!(verdict.d, 0);
            }
            Sturdiness::TheseWeights => {
                // The corners of all weights in this order: the same for the first so many groups, nothing after them.
                let corners: Vec<i64> = (0..pair.order.groups().len())
                    .map(|last| by_step(&|group| i64::from(group == last)))
                    .collect();
                let both = corners.iter().any(|d| *d > 0) && corners.iter().any(|d| *d < 0);
                prop_assert!(both || corners.iter().all(|d| *d == 0));
            }
            Sturdiness::Equal | Sturdiness::EveryLine => {
                prop_assert!(agree(by_step(&|group| steps[group]), verdict.d));
            }
        }
    }

    /// (8) At its flip point a line brings both sides level, exactly; one without a flip point cannot.
    #[test]
    fn flip_points_are_exact(pair in plain_pair()) {
        let verdict = pair.verdict();
        let difference = verdict.difference();
        let flips = flip_points(&difference, &pair.order);
        for flip in &flips {
            prop_assert!(flip.numerator >= 0 && flip.denominator > 0);
            prop_assert_eq!(flip.now, verdict.points.get(flip.line));
            let change = flip.numerator - flip.now * flip.denominator;
            let level = verdict.d * flip.denominator + change * difference.get(flip.line);
            prop_assert_eq!(level, 0);
        }
        // The smallest change first: |change| = |D| / |difference|.
        prop_assert!(flips.is_sorted_by_key(|flip| -difference.get(flip.line).abs()));
        for line in Line::ALL.into_iter().filter(|line| flips.iter().all(|flip| flip.line != *line)) {
            let (gap, points) = (difference.get(line), verdict.points.get(line));
            let needs_less_than_nothing = (points * gap - verdict.d) * gap.signum() < 0;
            prop_assert!(gap == 0 || verdict.d == 0 || needs_less_than_nothing);
        }
    }

    /// (9) What each choice sets aside differs by D, and is what the other side is higher by.
    #[test]
    fn what_is_set_aside_adds_up(pair in pair()) {
        let verdict = pair.verdict();
        prop_assert_eq!(verdict.set_aside.if_b - verdict.set_aside.if_a, verdict.d);
        let lost = |kept: Side| -> i64 {
            let (kept, left) = (verdict.values(kept), verdict.values(kept.other()));
            let lost = |line: &Line| {
                let (kept, left) = (kept.get(*line), left.get(*line));
                if left > kept { verdict.points.get(*line) * (left - kept) } else { 0 }
            };
            Line::ALL.iter().map(lost).sum()
        };
        prop_assert_eq!(verdict.set_aside.if_a, lost(Side::A));
        prop_assert_eq!(verdict.set_aside.if_b, lost(Side::B));
    }
}

fn weighed(difference: &PerLine<i64>, weight: impl Fn(Line) -> i64) -> i64 {
    let part = |line: &Line| weight(*line) * difference.get(*line);
    Line::ALL.iter().map(part).sum()
}

fn place(order: &Order, line: Line) -> usize {
    let mut groups = order.groups().iter();
    groups.position(|group| group.contains(&line)).unwrap()
}

/// Whether two differences do not point to different sides.
fn agree(one: i64, other: i64) -> bool {
    one.signum() * other.signum() >= 0
}
