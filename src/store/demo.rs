//! The demo: a book of invented people, as it would stand on any day.

use std::fmt;

use chrono::NaiveDate;
use ron::error::SpannedError;

use crate::domain::Book;
use crate::domain::shift::{self, OutOfCalendar};

const FILE: &str = include_str!("../../assets/demo.ron");

/// The day on which the demo's file stands.
pub const ANCHOR: NaiveDate = match NaiveDate::from_ymd_opt(2026, 9, 24) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The demo book as it would stand on a day: every date moved from [`ANCHOR`], and what then competes on a weekend
/// moved to the Monday after, because nobody is asked to two working lunches on a Sunday.
///
/// # Errors
/// [`DemoError`] for a day at the far ends of the calendar.
pub fn book(today: NaiveDate) -> Result<Book, DemoError> {
    let anchored: Book =
        ron::from_str(FILE).map_err(|error| DemoError::Unreadable(Box::new(error)))?;
    let days = today.signed_duration_since(ANCHOR).num_days();
    let moved = shift::by_days(&anchored, days).map_err(DemoError::TooFar)?;
    shift::off_weekends(&moved, today).map_err(DemoError::TooFar)
}

/// Why there is no demo.
#[derive(Debug)]
pub enum DemoError {
    /// The file that came with the program cannot be read; a test keeps this from being shipped.
    Unreadable(Box<SpannedError>),
    /// A date of it would leave the calendar.
    TooFar(OutOfCalendar),
}

impl fmt::Display for DemoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(
                f,
                "the demo that came with Goodword cannot be read: {error}"
            ),
            Self::TooFar(error) => write!(f, "the demo cannot stand on that day: {error}"),
        }
    }
}

impl std::error::Error for DemoError {}
