//! The day, the hour and the zone of this machine. Nothing else in Goodword asks for them.

use std::time::Duration;

use chrono::{Days, Local, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;

/// What day it is.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The day of this machine.
    Machine,
    /// A day given on the command line; it stays.
    Fixed(NaiveDate),
}

impl Clock {
    /// The day.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        match self {
            Self::Machine => Local::now().date_naive(),
            Self::Fixed(day) => day,
        }
    }

    /// The time until the next day begins; none where none will.
    #[must_use]
    pub fn until_midnight(self) -> Option<Duration> {
        match self {
            Self::Fixed(_) => None,
            Self::Machine => {
                let now = now();
                let midnight = now
                    .date()
                    .checked_add_days(Days::new(1))?
                    .and_hms_opt(0, 0, 0)?;
                // A second more, so that the sleep never ends before the day does.
                let left = midnight.signed_duration_since(now).to_std().ok()?;
                Some(left + Duration::from_secs(1))
            }
        }
    }
}

/// The wall clock of this machine.
#[must_use]
pub fn now() -> NaiveDateTime {
    Local::now().naive_local()
}

/// The zone of this machine; UTC where it does not say.
#[must_use]
pub fn zone() -> Tz {
    let name = iana_time_zone::get_timezone().ok();
    name.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
}
