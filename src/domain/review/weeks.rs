//! Weeks for which more was promised than I have hours.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::{Entry, Kind, Line, Quarter};
use crate::domain::book::Book;
use crate::domain::incident::Party;
use crate::domain::load::Work;
use crate::domain::promise::{Promise, State};
use crate::domain::tuning::TUNING;

/// The weeks that begin in the quarter and were over, each by its first day; behind them the promises that were due in
/// them.
///
/// What a week asked for is read from the days that were agreed last: how it looked at the time is not kept.
pub(super) fn over(book: &Book, quarter: Quarter, first_day: Weekday) -> Line {
    let mut weeks: BTreeMap<NaiveDate, Vec<&Promise>> = BTreeMap::new();
    for promise in book.promises.iter().map(AsRef::as_ref) {
        let let_off = matches!(
            promise.state,
            State::Released { .. } | State::Withdrawn { .. }
        );
        let begins = promise.due.and_then(|due| week_of(due, first_day));
        if let Some(begins) = begins.filter(|_| promise.by == Party::Me && !let_off) {
            weeks.entry(begins).or_default().push(promise);
        }
    }
    weeks.retain(|begins, due| {
        quarter.month_of(*begins).is_some() && is_over(due, book.settings.weekly_minutes)
    });
    let begins: Vec<NaiveDate> = weeks.keys().copied().collect();
    let due = weeks.into_values().flatten();
    let entries = due.filter_map(|one| Some(Entry::of_promise(one, one.due?)));
    Line::on_days(Kind::WeeksOver, &begins, entries.collect(), quarter)
}

/// The first day of the week that holds a day.
fn week_of(day: NaiveDate, first_day: Weekday) -> Option<NaiveDate> {
    let since = day.weekday().days_since(first_day);
    day.checked_sub_signed(TimeDelta::days(since.into()))
}

/// Whether they were likely to take more than there is for a week, as plans are optimistic.
fn is_over(due: &[&Promise], weekly_minutes: u32) -> bool {
    let minutes = due
        .iter()
        .map(|one| Work::new(one.due, one.minutes).minutes);
    let promised = minutes.fold(0, u64::saturating_add);
    let per_cent = TUNING.load.optimism_per_cent.unsigned_abs();
    promised.saturating_mul(per_cent) / 100 > u64::from(weekly_minutes)
}
