//! The day, the hour and the zone of this machine. Nothing else in Goodword asks for them.

use std::env;
use std::time::{Duration, Instant, SystemTime};

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

/// The time since the program started, with the time for which the machine slept: the clock that never goes back stands
/// still meanwhile, and names would be in sight for as long again when it wakes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Elapsed {
    passed: Duration,
    looked: (Instant, SystemTime),
}

impl Elapsed {
    /// Begins now.
    pub(super) fn begin() -> Self {
        Self {
            passed: Duration::ZERO,
            looked: (Instant::now(), SystemTime::now()),
        }
    }

    /// The time since the beginning.
    pub(super) fn look(&mut self) -> Duration {
        self.look_at(Instant::now(), SystemTime::now())
    }

    /// Of both clocks the one that went further since the last look. One that was set back has gone nowhere.
    fn look_at(&mut self, steady: Instant, wall: SystemTime) -> Duration {
        let (steady_then, wall_then) = self.looked;
        let by_wall = wall.duration_since(wall_then).unwrap_or_default();
        let gone = steady.saturating_duration_since(steady_then).max(by_wall);
        self.looked = (steady, wall);
        self.passed = self.passed.saturating_add(gone);
        self.passed
    }
}

/// The wall clock of this machine.
#[must_use]
pub fn now() -> NaiveDateTime {
    Local::now().naive_local()
}

/// The zone of this machine; UTC where it does not say. `TZ` wins, as it does for every other program.
#[must_use]
pub fn zone() -> Tz {
    let asked = env::var("TZ").ok().and_then(|name| known(&name));
    asked.unwrap_or_else(|| {
        let name = iana_time_zone::get_timezone().ok();
        name.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
    })
}

/// The zone that `TZ` names; none for a rule or a file that bears no such name.
fn known(name: &str) -> Option<Tz> {
    let name = name.strip_prefix(':').unwrap_or(name);
    let name = name.rsplit_once("zoneinfo/").map_or(name, |(_, name)| name);
    name.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_that_is_asked_for_is_understood_as_other_programs_do() {
        let asked = [
            ("America/New_York", Some(Tz::America__New_York)),
            (":America/New_York", Some(Tz::America__New_York)),
            (
                "/usr/share/zoneinfo/Europe/Berlin",
                Some(Tz::Europe__Berlin),
            ),
            ("EST5EDT4,M3.2.0,M11.1.0", None),
            ("", None),
        ];
        for (name, zone) in asked {
            assert_eq!(known(name), zone, "{name}");
        }
    }

    #[test]
    fn time_passes_while_the_machine_sleeps_and_never_goes_back() {
        let mut elapsed = Elapsed::begin();
        let (steady, wall) = elapsed.looked;
        let second = Duration::from_secs(1);
        assert_eq!(elapsed.look_at(steady + second, wall + second), second);
        // The lid was shut for an hour; then the wall clock is set back by two.
        let woken = wall + second * 3_601;
        assert_eq!(elapsed.look_at(steady + second, woken), second * 3_601);
        let set_back = woken - second * 7_200;
        assert_eq!(
            elapsed.look_at(steady + second * 2, set_back),
            second * 3_602
        );
        assert_eq!(
            elapsed.look_at(steady + second * 3, set_back + second),
            second * 3_603
        );
    }
}
