//! How much what happened counts after a time.

use chrono::NaiveDate;

/// The part that is left of something of a day: half after each half-life, and never more than all of it. Ages are whole
/// days and never negative, so that what lies ahead counts like today.
pub(super) fn fade(on: NaiveDate, today: NaiveDate, half_life_days: f64) -> f64 {
    let days = today.signed_duration_since(on).num_days().max(0);
    // All days of the calendar lie well within these; beyond them nothing would be left anyway.
    let days = i32::try_from(days).unwrap_or(i32::MAX);
    (-f64::from(days) / half_life_days).exp2()
}
