//! A date and a time, and whose clock they are read on.

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz as AnyTz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{ICalendarEntry, ICalendarPeriod, ICalendarValue};
use chrono::{NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use super::zones::named;

/// The clock by which an event is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    /// UTC, which is nobody's wall clock: shown in the zone of this machine.
    Utc,
    /// The wall clock of a zone.
    Zone(Tz),
    /// The wall clock of wherever one is.
    Floating,
}

/// A start or an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) clock: Clock,
    pub(super) at: NaiveDateTime,
    /// Whether it is a whole day.
    pub(super) is_day: bool,
}

impl Moment {
    /// The day of it, as a whole.
    pub(super) fn as_day(self) -> Self {
        Self {
            clock: Clock::Floating,
            is_day: true,
            ..self
        }
    }

    /// The same moment by another clock.
    pub(super) fn on(self, clock: Clock, home: Tz) -> Option<NaiveDateTime> {
        if self.clock == clock || self.is_day {
            return Some(self.at);
        }
        let utc = self.in_utc(home)?;
        Some(match clock {
            Clock::Utc => utc,
            Clock::Zone(zone) => zone.from_utc_datetime(&utc).naive_local(),
            Clock::Floating => home.from_utc_datetime(&utc).naive_local(),
        })
    }

    /// The moment in UTC; an hour that the clock skips is taken an hour later, one that it repeats as the first one.
    pub(super) fn in_utc(self, home: Tz) -> Option<NaiveDateTime> {
        let zone = match self.clock {
            Clock::Utc => return Some(self.at),
            Clock::Zone(zone) => zone,
            Clock::Floating => home,
        };
        let later = self.at.checked_add_signed(TimeDelta::hours(1))?;
        let moment = zone
            .from_local_datetime(&self.at)
            .earliest()
            .or_else(|| zone.from_local_datetime(&later).earliest())?;
        Some(moment.naive_utc())
    }

    /// The wall clock to show, and the name of its zone.
    pub(super) fn shown(self, home: Tz) -> (NaiveDateTime, Option<String>) {
        match self.clock {
            _ if self.is_day => (self.at, None),
            Clock::Floating => (self.at, None),
            Clock::Zone(zone) => (self.at, Some(zone.name().to_owned())),
            Clock::Utc => (
                home.from_utc_datetime(&self.at).naive_local(),
                Some(home.name().to_owned()),
            ),
        }
    }

    /// The text by which an occurrence of a series is known: the same however the calendar writes its clock.
    pub(super) fn stamp(self, home: Tz) -> Option<String> {
        Some(match self.clock {
            _ if self.is_day => self.at.format("%Y%m%d").to_string(),
            Clock::Floating => self.at.format("%Y%m%dT%H%M%S").to_string(),
            Clock::Utc | Clock::Zone(_) => self.in_utc(home)?.format("%Y%m%dT%H%M%SZ").to_string(),
        })
    }
}

/// The moments that a line of an event names.
pub(super) fn moments<'event>(
    entry: &'event ICalendarEntry,
    zones: &'event TzResolver<&str>,
) -> impl Iterator<Item = Moment> + 'event {
    let zone = entry.tz_id().and_then(|name| named(name, zones));
    entry.values.iter().filter_map(move |value| match value {
        ICalendarValue::PartialDateTime(date) => moment(date, zone),
        ICalendarValue::Period(
            ICalendarPeriod::Range { start, .. } | ICalendarPeriod::Duration { start, .. },
        ) => moment(start, zone),
        _ => None,
    })
}

pub(super) fn moment(date: &PartialDateTime, zone: Option<AnyTz>) -> Option<Moment> {
    let read = date.to_date_time()?;
    let is_day = !date.has_time();
    let offset = read.offset.or(match zone {
        Some(AnyTz::Fixed(offset)) => Some(offset),
        _ => None,
    });
    let (clock, at) = match (offset, zone) {
        _ if is_day => (Clock::Floating, read.date_time),
        (Some(offset), _) => (Clock::Utc, read.date_time.checked_sub_offset(offset)?),
        (None, Some(zone)) if zone.is_utc() => (Clock::Utc, read.date_time),
        (None, Some(AnyTz::Tz(zone))) => (Clock::Zone(zone), read.date_time),
        (None, _) => (Clock::Floating, read.date_time),
    };
    Some(Moment { clock, at, is_day })
}
