//! Which answers matter, tried against all of them.

use goodword::domain::comparison::Side;
use goodword::domain::comparison::{
    Answer, Lean, Reading, WAITS, Wait, answers_that_turn, wait_matters,
};
use proptest::prelude::*;

use super::cases;
use super::draw::{HELPS, HORIZONS, Pair, plain_pair};

proptest! {
    #![proptest_config(cases())]

    /// Each of them turns the lines and is one step away; and where none is named, no step of any answer turns them.
    #[test]
    fn one_step_is_one_step(pair in plain_pair()) {
        let now = pair.verdict().lines_lean;
        let named = answers_that_turn(&pair.a, &pair.b, &pair.order);
        for (side, answer, then) in &named {
            prop_assert_ne!(*then, now);
            prop_assert_eq!(lean(&pair, *side, *answer), *then);
        }
        for side in [Side::A, Side::B] {
            let here = if side == Side::A { &pair.a } else { &pair.b };
            for answer in neighbours(here) {
                let is_named = named.iter().any(|(at, one, _)| (*at, *one) == (side, answer));
                prop_assert_eq!(lean(&pair, side, answer) != now, is_named, "{:?}", answer);
            }
        }
    }

    /// Where the next chance is said not to matter, no number of days makes a difference; where it is, some does.
    #[test]
    fn what_does_not_matter_need_not_be_asked(pair in plain_pair(), days in prop::collection::vec(0..3_000_i64, 20)) {
        let waits = days.into_iter().map(Wait::Days).chain(WAITS).chain([Wait::Unknown, Wait::Days(0)]);
        let leans: Vec<Lean> = waits.map(|wait| lean(&pair, Side::B, Answer::Wait(wait))).collect();
        let differ = leans.iter().any(|lean| *lean != leans[0]);
        prop_assert_eq!(wait_matters(&pair.a, &pair.b, &pair.order, Side::B), differ);
    }
}

fn lean(pair: &Pair, side: Side, answer: Answer) -> Lean {
    let mut other = pair.clone();
    let reading = if side == Side::A {
        &mut other.a
    } else {
        &mut other.b
    };
    match answer {
        Answer::Help(help) => reading.help = Some(help),
        Answer::Wait(wait) => reading.wait = wait,
        Answer::Horizon(horizon) => reading.horizon = horizon,
    }
    other.verdict().lines_lean
}

/// The answers that stand beside the given ones; those to the next chance by what it costs to wait for it.
fn neighbours(reading: &Reading) -> Vec<Answer> {
    let help = reading.help.unwrap() as usize;
    let horizon = reading.horizon as usize;
    let helps = (0..5)
        .filter(|at| help.abs_diff(*at) == 1)
        .map(|at| Answer::Help(HELPS[at]));
    let horizons = (0..4)
        .filter(|at| horizon.abs_diff(*at) == 1)
        .map(|at| Answer::Horizon(HORIZONS[at]));
    let costs = |wait: &Wait| wait.share() - reading.wait.share();
    let sooner = WAITS.into_iter().rev().find(|wait| costs(wait) < 0);
    let later = WAITS.into_iter().find(|wait| costs(wait) > 0);
    let waits = sooner.into_iter().chain(later).map(Answer::Wait);
    helps.chain(horizons).chain(waits).collect()
}
