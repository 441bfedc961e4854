//! Which options may be taken, and which of them helps most.
//!
//! Three tests come before any weighing, and nothing lifts them. What passes is weighed by what it does for the other
//! person, now and later; what I would get cannot be expressed in a [`Bearing`].

use serde::{Deserialize, Serialize};

use super::{Choice, Later};
use crate::domain::invite::Help;
use crate::domain::tuning::TUNING;

/// What the judgement may read of an option. My gain has no field here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bearing {
    /// What it does for them now.
    pub now: Help,
    /// What it does for them in a year.
    pub later: Later,
    /// Whether they know everything that matters.
    pub they_know: bool,
    /// Whether I would show them my reasons.
    pub would_show: bool,
}

impl From<&Choice> for Bearing {
    fn from(choice: &Choice) -> Self {
        Self {
            now: choice.now,
            later: choice.later,
            they_know: choice.they_know,
            would_show: choice.would_show,
        }
    }
}

/// A test that an option can fail; failing one rules it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// I would not want them to read my reasons (publicity).
    Publicity,
    /// It leaves them worse off later and relies on them not knowing.
    ConcealedHarm,
    /// There is nothing in it for them: never merely as a means (Kant 1785).
    NothingForThem,
}

impl Test {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Publicity, Self::ConcealedHarm, Self::NothingForThem];
}

/// How far ahead I look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum View {
    /// The long term counts twice.
    #[default]
    Long,
    /// I need the short-term win: later counts no more than now. It lifts no test.
    WinNow,
}

/// What is said of one option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It failed these tests.
    RuledOut(Vec<Test>),
    /// None that may be taken does more for them.
    HelpsMost,
    /// It may be taken; "also sound" beside one that helps most.
    Sound,
}

/// One option, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What is said of it.
    pub standing: Standing,
    /// What it does for them, in the view taken.
    pub value: i64,
    /// How far it stays, over the long term, behind the one that then helps most: what they lose by a win taken now.
    /// 0 for one that is ruled out.
    pub cost: i64,
    /// It harms them later, and they know: it passes with that note, for it is their informed choice.
    pub harm_is_known: bool,
}

/// All options, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// In the order in which they were given.
    pub options: Vec<Judged>,
    /// None that may be taken does anything for them on balance, so that none helps most.
    pub nothing_helps: bool,
    /// Over time something else helps most: it is that later counts no more than now which decides.
    pub win_decides: bool,
}

/// Judges options beside each other, in any number and order.
#[must_use]
pub fn judge(options: &[Bearing], view: View) -> Judgement {
    let (most, most_over_time) = (most(options, view), most(options, View::Long));
    let helps = |value: i64| value > 0 && Some(value) == most;
    let helps_over_time = |value: i64| value > 0 && Some(value) == most_over_time;
    let mut sound = options.iter().filter(|option| option.fails().is_empty());
    let win_decides =
        sound.any(|option| helps(option.value(view)) != helps_over_time(option.value(View::Long)));
    let judged = |option: &Bearing| {
        let (fails, value) = (option.fails(), option.value(view));
        let behind = |most: i64| most - option.value(View::Long);
        Judged {
            value,
            cost: most_over_time
                .filter(|_| fails.is_empty())
                .map_or(0, behind),
            harm_is_known: option.later < Later::Nothing && option.they_know,
            standing: match fails {
                fails if !fails.is_empty() => Standing::RuledOut(fails),
                _ if helps(value) => Standing::HelpsMost,
                _ => Standing::Sound,
            },
        }
    };
    Judgement {
        options: options.iter().map(judged).collect(),
        nothing_helps: most.is_none_or(|most| most <= 0),
        win_decides,
    }
}

/// The most that one which may be taken does for them.
fn most(options: &[Bearing], view: View) -> Option<i64> {
    let sound = options.iter().filter(|option| option.fails().is_empty());
    sound.map(|option| option.value(view)).max()
}

impl Bearing {
    /// The tests that it fails, by what it is alone: no other option and no need of mine changes them.
    #[must_use]
    pub fn fails(&self) -> Vec<Test> {
        let harms = self.later < Later::Nothing;
        let nothing = self.now == Help::Nothing && self.later <= Later::Nothing;
        let tests = [
            (Test::Publicity, !self.would_show),
            (Test::ConcealedHarm, harms && !self.they_know),
            (Test::NothingForThem, nothing),
        ];
        let failed = tests.into_iter().filter(|(_, fails)| *fails);
        failed.map(|(test, _)| test).collect()
    }

    /// What it does for them: now, and later as the view weighs it; -8 to 12.
    #[must_use]
    pub fn value(&self, view: View) -> i64 {
        let weight = match view {
            View::Long => TUNING.options.later,
            View::WinNow => TUNING.options.later_with_win,
        };
        self.now.rating() + weight * self.later.rating()
    }
}
