//! Which answers matter: whether one moved by a step would turn the lines, and whether one still missing could.

use super::{Lean, Order, Reading, Wait, compare};
use crate::domain::comparison::Side;
use crate::domain::exchange::Horizon;
use crate::domain::invite::Help;
use crate::domain::tuning::TUNING;

/// An answer other than the one given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// To what the hour does for them.
    Help(Help),
    /// To when they could have it instead.
    Wait(Wait),
    /// To how long it matters.
    Horizon(Horizon),
}

/// The answers that the sheet offers to "if not now, when?": in days, in a week or two, in months, never.
pub const WAITS: [Wait; 4] = {
    let [days, weeks, months] = TUNING.comparison.wait_days;
    [
        Wait::Days(days as i64),
        Wait::Days(weeks as i64),
        Wait::Days(months as i64),
        Wait::Never,
    ]
};

/// The single answers, one step from the given ones, with which the lines would lean otherwise than they do, and how.
#[must_use]
pub fn answers_that_turn(a: &Reading, b: &Reading, order: &Order) -> Vec<(Side, Answer, Lean)> {
    let now = lean(a, b, order);
    let then = |side: Side, answer: Answer| {
        let (mut a, mut b) = (a.clone(), b.clone());
        answer.give(match side {
            Side::A => &mut a,
            Side::B => &mut b,
        });
        lean(&a, &b, order)
    };
    [(Side::A, a), (Side::B, b)]
        .into_iter()
        .flat_map(|(side, reading)| {
            let one_step = one_step_from(reading).into_iter();
            one_step.map(move |answer| (side, answer))
        })
        .map(|(side, answer)| (side, answer, then(side, answer)))
        .filter(|(_, _, then)| *then != now)
        .collect()
}

/// Whether the next chance of one side could turn the lines at all, whatever it is: else it need not be asked.
#[must_use]
pub fn wait_matters(a: &Reading, b: &Reading, order: &Order, side: Side) -> bool {
    // Each value rises with the wait, so that the two ends tell.
    let at = |wait: Wait| {
        let (mut a, mut b) = (a.clone(), b.clone());
        Answer::Wait(wait).give(match side {
            Side::A => &mut a,
            Side::B => &mut b,
        });
        lean(&a, &b, order)
    };
    at(Wait::Days(0)) != at(Wait::Never)
}

fn lean(a: &Reading, b: &Reading, order: &Order) -> Lean {
    compare(a, b, order, None).lines_lean
}

impl Answer {
    fn give(self, reading: &mut Reading) {
        match self {
            Self::Help(help) => reading.help = Some(help),
            Self::Wait(wait) => reading.wait = wait,
            Self::Horizon(horizon) => reading.horizon = horizon,
        }
    }
}

fn one_step_from(reading: &Reading) -> Vec<Answer> {
    let helps = reading.help.map(|help| around(&Help::ALL, &help));
    let waits = around(&WAITS.map(Wait::share), &reading.wait.share());
    let waits = waits
        .into_iter()
        .filter_map(|share| WAITS.into_iter().find(|wait| wait.share() == share));
    let mut answers: Vec<Answer> = waits.map(Answer::Wait).collect();
    answers.extend(helps.into_iter().flatten().map(Answer::Help));
    let horizons = around(&Horizon::ALL, &reading.horizon);
    answers.extend(horizons.into_iter().map(Answer::Horizon));
    answers
}

/// The next lower and the next higher step of a rising scale.
fn around<T: Copy + PartialOrd>(scale: &[T], here: &T) -> Vec<T> {
    let below = scale.iter().rev().find(|step| *step < here);
    let above = scale.iter().find(|step| *step > here);
    below.into_iter().chain(above).copied().collect()
}
