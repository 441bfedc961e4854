//! What is looked back on: a quarter of a year, or one of its months.

use std::fmt;
use std::str::FromStr;

use chrono::{Months, NaiveDate};

use super::Quarter;

/// A quarter, or one of its months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    quarter: Quarter,
    /// Which of its months alone, counted from 0.
    only: Option<usize>,
}

impl From<Quarter> for Period {
    fn from(quarter: Quarter) -> Self {
        let only = None;
        Self { quarter, only }
    }
}

impl Period {
    /// The month that holds a day.
    #[must_use]
    pub fn month(day: NaiveDate) -> Self {
        let quarter = Quarter::of(day);
        let only = quarter.month_of(day);
        Self { quarter, only }
    }

    /// The quarter it is, or lies in.
    #[must_use]
    pub const fn quarter(self) -> Quarter {
        self.quarter
    }

    /// Whether it is a month alone.
    #[must_use]
    pub const fn is_month(self) -> bool {
        self.only.is_some()
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        let months = self.quarter.months();
        let month = self.only.and_then(|at| months.get(at).copied());
        month.unwrap_or_else(|| self.quarter.first())
    }

    /// In which month of the quarter a day lies, counted from 0; `None` for a day outside of this time.
    #[must_use]
    pub fn month_of(self, day: NaiveDate) -> Option<usize> {
        let month = self.quarter.month_of(day)?;
        self.only.is_none_or(|only| only == month).then_some(month)
    }

    /// The one before, of the same length; `None` at the beginning of time.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        if self.is_month() {
            let first = self.first().checked_sub_months(Months::new(1));
            return first.map(Self::month);
        }
        self.quarter.before().map(Self::from)
    }

    /// The one after, of the same length; `None` at the end of time.
    #[must_use]
    pub fn after(self) -> Option<Self> {
        if self.is_month() {
            let first = self.first().checked_add_months(Months::new(1));
            return first.map(Self::month);
        }
        self.quarter.after().map(Self::from)
    }
}

/// "2026-q3", "2026-09": as it is read.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.only {
            None => self.quarter.fmt(f),
            Some(_) => write!(f, "{}", self.first().format("%Y-%m")),
        }
    }
}

impl FromStr for Period {
    type Err = String;

    /// "2026-q3" or "2026-09".
    fn from_str(text: &str) -> Result<Self, String> {
        let month = || {
            let (year, number) = text.trim().rsplit_once('-')?;
            let day = NaiveDate::from_ymd_opt(year.parse().ok()?, number.parse().ok()?, 1);
            day.map(Self::month)
        };
        let quarter = text.parse().map(|quarter: Quarter| quarter.into()).ok();
        let read = quarter.or_else(month);
        read.ok_or_else(|| {
            "a quarter is written like this: 2026-q3, a month like this: 2026-09".to_owned()
        })
    }
}
