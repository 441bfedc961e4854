//! Weeks for which more was promised than I have hours.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::{Entry, Kind, Line, Period, WeekOver};
use crate::domain::book::Book;
use crate::domain::incident::Party;
use crate::domain::load::Work;
use crate::domain::promise::{Promise, State};
use crate::domain::tuning::TUNING;

/// The weeks that began in this time and were over; behind them the promises that were due in them, each by the first day of
/// its week. A week that is still to come is none to look back on.
///
/// What a week asked for is read from the days that were agreed last: how it looked at the time is not kept.
pub(super) fn over(book: &Book, period: Period, today: NaiveDate, first_day: Weekday) -> Line {
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
    weeks.retain(|begins, _| *begins <= today && period.month_of(*begins).is_some());
    let (mut begins, mut entries) = (Vec::new(), Vec::new());
    for (day, mut due) in weeks {
        let Some(week) = over_in(&due, book.settings.weekly_minutes) else {
            continue;
        };
        begins.push(day);
        due.sort_by_key(|promise| (promise.due, promise.id));
        entries.extend(due.into_iter().map(|promise| Entry {
            week: Some(week),
            ..Entry::of_promise(promise, day)
        }));
    }
    Line::on_days(Kind::WeeksOver, &begins, entries, period)
}

/// The first day of the week that holds a day.
fn week_of(day: NaiveDate, first_day: Weekday) -> Option<NaiveDate> {
    let since = day.weekday().days_since(first_day);
    day.checked_sub_signed(TimeDelta::days(since.into()))
}

/// What they were likely to take, as plans are optimistic, where that is more than there is for a week.
fn over_in(due: &[&Promise], weekly_minutes: u32) -> Option<WeekOver> {
    let minutes = due
        .iter()
        .map(|one| Work::new(one.due, one.minutes).minutes);
    let promised = minutes.fold(0, u64::saturating_add);
    let per_cent = TUNING.load.optimism_per_cent.unsigned_abs();
    let (likely, free) = (
        promised.saturating_mul(per_cent) / 100,
        u64::from(weekly_minutes),
    );
    (likely > free).then_some(WeekOver { likely, free })
}
