//! How much I have taken on: the hours promised until each day against the hours there are, and how long a new promise
//! is likely to wait behind the others. It informs before a yes; nothing is ever refused for it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::book::Book;
use super::incident::Party;
use super::promise::{Promise, PromiseId};
use super::tuning::TUNING;

/// The work that one promise of mine asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// What it takes, in minutes.
    pub minutes: u64,
}

impl Work {
    /// Work due on a day; where nobody said how long it takes, what a promise usually takes.
    #[must_use]
    pub fn new(due: Option<NaiveDate>, minutes: Option<u32>) -> Self {
        let usual = TUNING.load.promise_minutes.unsigned_abs();
        Self {
            due,
            minutes: minutes.map_or(usual, u64::from),
        }
    }
}

/// The work of my promises that are open or stuck, one promise left out where it is being changed.
pub fn work(book: &Book, except: Option<PromiseId>) -> impl Iterator<Item = Work> {
    owed(book, except).map(|promise| Work::new(promise.due, promise.minutes))
}

fn owed(book: &Book, except: Option<PromiseId>) -> impl Iterator<Item = &Promise> {
    let mine = book.promises.iter().map(AsRef::as_ref);
    mine.filter(move |promise| promise.is_owed_by_me() && Some(promise.id) != except)
}

/// What is promised until each day on which something is due: the processor-demand test (Baruah, Rosier & Howell 1990).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Load {
    /// Each day with what is promised until then, the first one first.
    until: Vec<Until>,
    /// Promises without a day: they press on none, and are not counted.
    pub undated: usize,
    /// The minutes a week that I have for promises.
    pub weekly_minutes: u32,
}

/// What is promised until a day, and the time there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Until {
    /// The day, today or later: what is late is wanted today.
    pub day: NaiveDate,
    /// What is promised until then, in minutes.
    pub promised: u64,
    /// Days until then, at least one.
    days: u64,
    /// The minutes a week that I have for promises.
    weekly_minutes: u32,
}

impl Load {
    /// The load of some work, with so many minutes a week for it.
    #[must_use]
    pub fn of(work: impl IntoIterator<Item = Work>, weekly_minutes: u32, today: NaiveDate) -> Self {
        let mut due_on: BTreeMap<NaiveDate, u64> = BTreeMap::new();
        let mut undated = 0;
        for Work { due, minutes } in work {
            let Some(due) = due else {
                undated += 1;
                continue;
            };
            let sum = due_on.entry(due.max(today)).or_default();
            *sum = sum.saturating_add(minutes);
        }
        let mut promised = 0_u64;
        let until = due_on.into_iter().map(|(day, minutes)| {
            promised = promised.saturating_add(minutes);
            let days = day.signed_duration_since(today).num_days().max(1);
            Until {
                day,
                promised,
                days: days.unsigned_abs(),
                weekly_minutes,
            }
        });
        Self {
            until: until.collect(),
            undated,
            weekly_minutes,
        }
    }

    /// The load of everything that I owe.
    #[must_use]
    pub fn of_book(book: &Book, today: NaiveDate) -> Self {
        Self::of(work(book, None), book.settings.weekly_minutes, today)
    }

    /// The first day until which more is promised than there is time for.
    #[must_use]
    pub fn first_over(&self) -> Option<&Until> {
        self.until.iter().find(|until| until.is_over())
    }

    /// The day until which the most is promised for the time there is; the first of several.
    #[must_use]
    pub fn fullest(&self) -> Option<&Until> {
        self.until.iter().reduce(|fullest, until| {
            if until.is_fuller_than(fullest) {
                until
            } else {
                fullest
            }
        })
    }

    /// What there is to say first: the first day that is over, else the fullest one.
    #[must_use]
    pub fn tightest(&self) -> Option<&Until> {
        self.first_over().or_else(|| self.fullest())
    }

    /// What is promised until a day on which something is due.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&Until> {
        self.until.iter().find(|until| until.day == day)
    }

    /// What is likely to be needed of each thousand minutes there are, on the fullest day: over 1000 is over-committed.
    #[must_use]
    pub fn per_mille(&self) -> u64 {
        self.fullest().map_or(0, Until::per_mille)
    }
}

impl Until {
    /// What it is likely to take, in minutes and rounded up: more than thought.
    #[must_use]
    pub fn likely(&self) -> u64 {
        narrow(self.demand().div_ceil(100))
    }

    /// The time there is until then, in minutes.
    #[must_use]
    pub fn free(&self) -> u64 {
        narrow(self.supply() / 7)
    }

    /// Whether more is likely to be needed than there is.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.demand() * 7 > self.supply() * 100
    }

    fn per_mille(&self) -> u64 {
        match (self.demand() * 7 * 1000, self.supply() * 100) {
            (0, _) => 0,
            (_, 0) => u64::MAX,
            (demand, supply) => narrow(demand / supply),
        }
    }

    /// By what is promised for each day; the hours a week are the same for both.
    fn is_fuller_than(&self, other: &Self) -> bool {
        let per_day = |one: &Self, days: u64| u128::from(one.promised) * u128::from(days);
        per_day(self, other.days) > per_day(other, self.days)
    }

    /// In hundredths of a minute. Below 2^75, so that no product here leaves its type.
    fn demand(&self) -> u128 {
        u128::from(self.promised) * u128::from(TUNING.load.optimism_per_cent.unsigned_abs())
    }

    /// In sevenths of a minute.
    fn supply(&self) -> u128 {
        u128::from(self.weekly_minutes) * u128::from(self.days)
    }
}

fn narrow(number: u128) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// How long a promise is likely to wait: what is open, by what is delivered (Little 1961), from my own record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// My promises that are open or stuck.
    pub open: usize,
    /// My promises that were delivered in the last weeks.
    pub delivered: usize,
}

impl Lead {
    /// What my record says on a day.
    #[must_use]
    pub fn of(book: &Book, today: NaiveDate) -> Self {
        let mine = book
            .promises
            .iter()
            .filter(|promise| promise.by == Party::Me);
        Self {
            open: owed(book, None).count(),
            delivered: mine.filter(|promise| is_recent(promise, today)).count(),
        }
    }

    /// The least and the most weeks that all of it is likely to take; none while too few were delivered to say.
    #[must_use]
    pub fn weeks(self) -> Option<(usize, usize)> {
        if self.delivered < TUNING.load.fewest_delivered.max(1) {
            return None;
        }
        let weeks = usize::try_from(TUNING.load.pace_weeks).unwrap_or(0);
        let all = self.open.saturating_mul(weeks);
        Some((all / self.delivered, all.div_ceil(self.delivered)))
    }
}

/// Whether it was delivered in the weeks that the pace is read from.
fn is_recent(promise: &Promise, today: NaiveDate) -> bool {
    let Some(on) = promise.done_on() else {
        return false;
    };
    let days = today.signed_duration_since(on).num_days();
    (0..TUNING.load.pace_weeks.saturating_mul(7)).contains(&days)
}
