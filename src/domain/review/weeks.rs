//! Weeks for which more was promised than I have hours.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{Entry, Kind, Line, Quarter};
use crate::domain::book::Book;
use crate::domain::incident::Party;
use crate::domain::load::Work;
use crate::domain::promise::{Promise, State};
use crate::domain::tuning::TUNING;

/// The weeks that begin in the quarter and were over, each by its Monday; behind them the promises that were due in them.
///
/// What a week asked for is read from the days that were agreed last: how it looked at the time is not kept.
pub(super) fn over(book: &Book, quarter: Quarter) -> Line {
    let mut weeks: BTreeMap<NaiveDate, Vec<&Promise>> = BTreeMap::new();
    for promise in book.promises.iter().map(AsRef::as_ref) {
        let let_off = matches!(
            promise.state,
            State::Released { .. } | State::Withdrawn { .. }
        );
        let monday = promise.due.and_then(monday);
        if let Some(monday) = monday.filter(|_| promise.by == Party::Me && !let_off) {
            weeks.entry(monday).or_default().push(promise);
        }
    }
    weeks.retain(|monday, due| {
        quarter.month_of(*monday).is_some() && is_over(due, book.settings.weekly_minutes)
    });
    let mondays: Vec<NaiveDate> = weeks.keys().copied().collect();
    let due = weeks.into_values().flatten();
    let entries = due.filter_map(|one| Some(Entry::of_promise(one, one.due?)));
    Line::on_days(Kind::WeeksOver, &mondays, entries.collect(), quarter)
}

fn monday(day: NaiveDate) -> Option<NaiveDate> {
    let since = day.weekday().num_days_from_monday();
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
