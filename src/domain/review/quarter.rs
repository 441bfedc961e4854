//! A quarter of a year, in its three months.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    first: NaiveDate,
}

impl Quarter {
    /// The quarter that holds a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let month = day.month0() / 3 * 3 + 1;
        let first = NaiveDate::from_ymd_opt(day.year(), month, 1);
        Self {
            first: first.unwrap_or(day),
        }
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        let next = self.after().map(|after| after.first);
        next.and_then(|next| next.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }

    /// The one before; `None` at the beginning of time.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        let first = self.first.checked_sub_months(Months::new(3))?;
        Some(Self { first })
    }

    /// The one after; `None` at the end of time.
    #[must_use]
    pub fn after(self) -> Option<Self> {
        let first = self.first.checked_add_months(Months::new(3))?;
        Some(Self { first })
    }

    /// The first days of its months.
    #[must_use]
    pub fn months(self) -> [NaiveDate; 3] {
        [0, 1, 2].map(|number| {
            let first = self.first.checked_add_months(Months::new(number));
            first.unwrap_or(self.first)
        })
    }

    /// In which of its months a day lies, counted from 0; `None` for a day of another quarter.
    #[must_use]
    pub fn month_of(self, day: NaiveDate) -> Option<usize> {
        let at = usize::try_from(day.month0() % 3).ok()?;
        (Self::of(day) == self).then_some(at)
    }
}

/// "2026-q3": as it is read.
impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.first.month0() / 3 + 1;
        write!(f, "{}-q{number}", self.first.year())
    }
}

impl FromStr for Quarter {
    type Err = String;

    /// "2026-q3" or "2026q3".
    fn from_str(text: &str) -> Result<Self, String> {
        let read = || {
            let (year, number) = text.trim().split_once(['q', 'Q'])?;
            let year: i32 = year.trim_end_matches('-').parse().ok()?;
            let year = (1..=9999).contains(&year).then_some(year)?;
            let number: u32 = number.parse().ok()?;
            let month = (1..=4)
                .contains(&number)
                .then(|| number.saturating_mul(3) - 2)?;
            NaiveDate::from_ymd_opt(year, month, 1).map(Self::of)
        };
        read().ok_or_else(|| "a quarter is written like this: 2026-q3".to_owned())
    }
}
