//! Whether what I gave somebody still matters in a year. It is shown and never weighed.

use chrono::NaiveDate;

use super::exchange::{Direction, Horizon};
use super::fade::fade;
use super::relationship::Relationship;
use super::tuning::TUNING;

/// How much of what I gave will still matter in a year, 0 to 1; `None` where nothing was given.
///
/// By size, older gifts counting less. Something unseen is added, half of it lasting, so that a single one says little.
#[must_use]
pub fn orientation(between: &Relationship, today: NaiveDate) -> Option<f64> {
    let (mut lasting, mut all, mut is_any) = (0.0, 0.0, false);
    for given in &between.exchanges {
        if given.direction == Direction::Given {
            let counts = given.size.weight() * fade(given.on, today, TUNING.value.half_life_days);
            lasting += counts * lasts(given.horizon);
            all += counts;
            is_any = true;
        }
    }
    let unseen = TUNING.value.unseen;
    is_any.then(|| (lasting + unseen / 2.0) / (all + unseen))
}

/// How much of something still matters in a year, 0 to 1.
const fn lasts(horizon: Horizon) -> f64 {
    let [days, months, year, years] = TUNING.value.lasts;
    match horizon {
        Horizon::Days => days,
        Horizon::Months => months,
        Horizon::Year => year,
        Horizon::Years => years,
    }
}
