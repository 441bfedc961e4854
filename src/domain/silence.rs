//! How long somebody has waited without a word from me.

use chrono::NaiveDate;

use super::promise::{Promise, State};
use super::tuning::TUNING;

/// Why a word from me is awaited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SilenceRule {
    /// It goes on: half of the time to its due date, 3 to 14 days.
    Open,
    /// It is stuck: 3 days.
    Blocked,
    /// It is late: 1 day.
    Late,
}

/// The silence of a promise of mine that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// Which rule asks for most.
    pub rule: SilenceRule,
    /// Days since they last heard, by that rule.
    pub days: i64,
    /// The days that I allow myself.
    pub allowed: i64,
}

impl Silence {
    /// Days beyond what I allow myself, 0 or more.
    #[must_use]
    pub fn debt_days(&self) -> i64 {
        (self.days - self.allowed).max(0)
    }
}

/// The silence of a promise, by the rule that asks for most; `None` for any that is not owed by me.
///
/// Work that they do not see never lowers it; a word today makes it 0 (Buell & Norton 2011: effort counts where it is
/// seen).
#[must_use]
pub fn silence(promise: &Promise, today: NaiveDate) -> Option<Silence> {
    if !promise.is_owed_by_me() {
        return None;
    }
    let courtesy = TUNING.silence;
    let days_between = |from: NaiveDate, to: NaiveDate| to.signed_duration_since(from).num_days();
    let since = |start: NaiveDate| {
        let heard = promise.last_told().map_or(start, |told| told.max(start));
        days_between(heard, today)
    };
    let allowed = promise.due.map_or(courtesy.open_most, |due| {
        (days_between(promise.made, due) / 2).clamp(courtesy.open_least, courtesy.open_most)
    });
    let mut rules = vec![Silence {
        rule: SilenceRule::Open,
        days: since(promise.made),
        allowed,
    }];
    if let State::Blocked { since: blocked, .. } = promise.state {
        rules.push(Silence {
            rule: SilenceRule::Blocked,
            days: since(blocked),
            allowed: courtesy.blocked,
        });
    }
    if let Some(due) = promise.due {
        rules.push(Silence {
            rule: SilenceRule::Late,
            days: since(due),
            allowed: courtesy.late,
        });
    }
    rules
        .into_iter()
        .max_by_key(|silence| silence.days - silence.allowed)
}

/// The promise whose silence has lasted longest beyond what I allow myself; `None` where none has.
#[must_use]
pub fn longest<'a>(
    promises: impl Iterator<Item = &'a Promise>,
    today: NaiveDate,
) -> Option<(&'a Promise, Silence)> {
    promises
        .filter_map(|promise| Some((promise, silence(promise, today)?)))
        .filter(|(_, silence)| silence.debt_days() > 0)
        .max_by_key(|(_, silence)| silence.debt_days())
}

/// How strongly the silence asks for a word: the days of debt by what they heard and what they build on it.
#[must_use]
pub fn debt_key(promise: &Promise, today: NaiveDate) -> i64 {
    let Some(silence) = silence(promise, today) else {
        return 0;
    };
    let impact = 1 + promise.impact as i64;
    silence
        .debt_days()
        .saturating_mul(promise.heard_strength().per_mille())
        .saturating_mul(impact)
}
