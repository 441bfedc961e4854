//! When an event takes place: its length, and the days on which it repeats.

use calcard::common::timezone::Tz as AnyTz;
use std::collections::HashSet;

use calcard::common::{CalendarScale, PartialDateTime};
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFrequency,
    ICalendarProperty, ICalendarRecurrenceRule, ICalendarValue,
};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use chrono_tz::Tz;

use super::Viewpoint;
use super::meaning::line;
use super::moment::{Clock, Moment, moment, moments};

/// How many starts of a series are counted from its beginning: a hundred years of days.
const MOST_STARTS: usize = 40_000;
/// What a rule counts for that never comes true: it is gone through all the same.
const NO_STARTS: usize = 2_000;
/// The longest event: what lasts longer is a mistake.
const LONGEST: TimeDelta = TimeDelta::days(3_660);
/// How long an event without an end is.
const NO_END: TimeDelta = TimeDelta::hours(1);

/// What is said of a start that is none; what stands there instead follows.
pub(super) const NO_DATE: &str = "the start of this event is no date";

/// When an event takes place.
#[derive(Debug)]
pub(super) struct Times {
    pub(super) start: Moment,
    pub(super) length: TimeDelta,
    /// The start that an occurrence had in its series.
    pub(super) recurrence_id: Option<Moment>,
    rule: Option<ICalendarRecurrenceRule>,
    more: Vec<Moment>,
    except: Vec<Moment>,
}

impl Times {
    /// Reads them from an event.
    ///
    /// # Errors
    /// The reason why they cannot be read, as the end of a sentence.
    pub(super) fn of(
        event: &ICalendarComponent,
        zones: &TzResolver<&str>,
        home: Tz,
    ) -> Result<Self, String> {
        let entry = event
            .property(&ICalendarProperty::Dtstart)
            .ok_or("this event has no start (DTSTART)")?;
        let start = moments(entry, zones).next().ok_or(NO_DATE)?;
        if !(0..9_999).contains(&start.at.year()) {
            return Err("the year of this event is out of range".to_owned());
        }
        let all = |property| {
            let entries = event.properties(property);
            entries.flat_map(|entry| moments(entry, zones)).collect()
        };
        let length = length(event, start, zones, home)?;
        Ok(Self {
            start: if is_outlook_day(event, start) {
                start.as_day()
            } else {
                start
            },
            length,
            recurrence_id: event
                .property(&ICalendarProperty::RecurrenceId)
                .and_then(|entry| moments(entry, zones).next()),
            rule: rule(event)?,
            more: all(&ICalendarProperty::Rdate),
            except: all(&ICalendarProperty::Exdate),
        })
    }

    /// Of an answer, which need not say when the hour is: only which occurrence is meant.
    pub(super) fn of_answer(
        event: &ICalendarComponent,
        zones: &TzResolver<&str>,
        now: NaiveDateTime,
    ) -> Self {
        Self {
            start: Moment {
                clock: Clock::Floating,
                at: now,
                is_day: false,
            },
            length: NO_END,
            recurrence_id: event
                .property(&ICalendarProperty::RecurrenceId)
                .and_then(|entry| moments(entry, zones).next()),
            rule: None,
            more: Vec::new(),
            except: Vec::new(),
        }
    }

    /// Whether it is a series.
    pub(super) fn repeats(&self) -> bool {
        self.rule.is_some() || !self.more.is_empty()
    }

    /// The starts up to a day, by the clock of the event, in order; of those that are over, not all. None where they are
    /// more than are `left` to be counted.
    pub(super) fn starts(
        &self,
        until: NaiveDate,
        left: &mut usize,
        view: &Viewpoint,
    ) -> Option<Vec<NaiveDateTime>> {
        let home = view.zone;
        let clock = self.start.clock;
        let mut starts = match &self.rule {
            Some(rule) => self.by_rule(rule, until, left, view)?,
            None => vec![self.start.at],
        };
        starts.extend(self.more.iter().filter_map(|more| more.on(clock, home)));
        let (days, hours): (Vec<&Moment>, Vec<_>) = self.except.iter().partition(|one| one.is_day);
        let days: HashSet<NaiveDate> = days.into_iter().map(|day| day.at.date()).collect();
        let hours: HashSet<_> = hours
            .into_iter()
            .filter_map(|one| one.on(clock, home))
            .collect();
        starts.retain(|start| {
            let is_excepted = days.contains(&start.date()) || hours.contains(start);
            !self.repeats() || (start.date() <= until && !is_excepted)
        });
        starts.sort_unstable();
        starts.dedup();
        Some(starts)
    }

    fn by_rule(
        &self,
        rule: &ICalendarRecurrenceRule,
        until: NaiveDate,
        left: &mut usize,
        view: &Viewpoint,
    ) -> Option<Vec<NaiveDateTime>> {
        let last = self.last(rule, until, view);
        // A day before now is before now by every clock.
        let over = view
            .now
            .checked_sub_signed(self.length)
            .and_then(|at| at.checked_sub_days(Days::new(2)));
        let over = over.unwrap_or(self.start.at);
        if last < self.start.at || last < over {
            return Some(Vec::new());
        }
        let first = nearer(rule, self.start.at, over);
        let starts = expanded(rule, first, last);
        let cost = if starts.is_empty() {
            NO_STARTS
        } else {
            starts.len()
        };
        *left = left.checked_sub(cost)?;
        Some(starts)
    }

    /// The end of a day, or where the rule ends before it.
    fn last(
        &self,
        rule: &ICalendarRecurrenceRule,
        until: NaiveDate,
        view: &Viewpoint,
    ) -> NaiveDateTime {
        let end_of = |day: NaiveDate| day.and_time(NaiveTime::MIN) + TimeDelta::seconds(86_399);
        let last = end_of(until);
        match rule.until.as_ref().and_then(|until| moment(until, None)) {
            Some(until) if until.is_day => last.min(end_of(until.at.date())),
            Some(until) => until
                .on(self.start.clock, view.zone)
                .map_or(last, |it| last.min(it)),
            None => last,
        }
    }
}

/// The starts of a rule from the first to the last. Expanded on the wall clock alone, so that noon stays noon when the
/// clocks change.
fn expanded(
    rule: &ICalendarRecurrenceRule,
    first: NaiveDateTime,
    last: NaiveDateTime,
) -> Vec<NaiveDateTime> {
    let rule = ICalendarRecurrenceRule {
        until: Some(wall_clock(last)),
        ..rule.clone()
    };
    let event = ICalendarComponent {
        component_type: ICalendarComponentType::VEvent,
        entries: vec![
            entry(
                ICalendarProperty::Dtstart,
                ICalendarValue::PartialDateTime(Box::new(wall_clock(first))),
            ),
            entry(
                ICalendarProperty::Rrule,
                ICalendarValue::RecurrenceRule(Box::new(rule)),
            ),
        ],
        ..ICalendarComponent::default()
    };
    let calendar = ICalendar {
        components: vec![event],
    };
    let expanded = calendar.expand_dates(AnyTz::Floating, MOST_STARTS);
    let starts = expanded.events.iter();
    starts.map(|event| event.start.naive_local()).collect()
}

/// A later start from which a rule goes on in the same steps, so that a series of many years is not gone through day by
/// day: as near to a moment as it can be, and not after it.
fn nearer(
    rule: &ICalendarRecurrenceRule,
    start: NaiveDateTime,
    to: NaiveDateTime,
) -> NaiveDateTime {
    let days = match rule.freq {
        _ if rule.count.is_some() => return start,
        ICalendarFrequency::Daily => 1,
        ICalendarFrequency::Weekly => 7,
        _ => return start,
    };
    let step = i64::from(rule.interval.unwrap_or(1).max(1)).saturating_mul(days);
    let steps = to.signed_duration_since(start).num_days() / step;
    let days =
        TimeDelta::try_days(steps.saturating_mul(step)).filter(|days| *days > TimeDelta::zero());
    days.and_then(|days| start.checked_add_signed(days))
        .unwrap_or(start)
}

/// Outlook writes whole days from midnight to midnight, and says beside it that they are.
fn is_outlook_day(event: &ICalendarComponent, start: Moment) -> bool {
    let says = ICalendarProperty::Other("X-MICROSOFT-CDO-ALLDAYEVENT".to_owned());
    start.at.time() == NaiveTime::MIN && line(event, &says).eq_ignore_ascii_case("TRUE")
}

fn length(
    event: &ICalendarComponent,
    start: Moment,
    zones: &TzResolver<&str>,
    home: Tz,
) -> Result<TimeDelta, String> {
    let end = event
        .property(&ICalendarProperty::Dtend)
        .and_then(|entry| moments(entry, zones).next())
        .and_then(|end| end.on(start.clock, home));
    let duration = event
        .property(&ICalendarProperty::Duration)
        .and_then(|entry| match entry.values.first() {
            Some(ICalendarValue::Duration(duration)) => duration.to_time_delta(),
            _ => None,
        });
    let said = end
        .map(|end| end.signed_duration_since(start.at))
        .or(duration);
    match said {
        Some(length) if length < TimeDelta::zero() => {
            Err("this event ends before it begins".to_owned())
        }
        Some(length) if length > LONGEST => {
            Err("this event lasts longer than ten years".to_owned())
        }
        Some(length) if length > TimeDelta::zero() => Ok(length),
        _ if start.is_day => Ok(TimeDelta::days(1)),
        _ => Ok(NO_END),
    }
}

fn rule(event: &ICalendarComponent) -> Result<Option<ICalendarRecurrenceRule>, String> {
    let Some(entry) = event.property(&ICalendarProperty::Rrule) else {
        return Ok(None);
    };
    if event.properties(&ICalendarProperty::Rrule).count() > 1 {
        return Err("this event repeats by more than one rule (RRULE)".to_owned());
    }
    if event.has_property(&ICalendarProperty::Exrule) {
        return Err(
            "this event leaves days out by a rule (EXRULE), which is no longer in use".to_owned(),
        );
    }
    match entry.values.first() {
        Some(ICalendarValue::RecurrenceRule(rule)) if is_foreign(rule) => {
            Err("this event repeats by a calendar other than the common one (RSCALE)".to_owned())
        }
        Some(ICalendarValue::RecurrenceRule(rule)) => match rule.freq {
            ICalendarFrequency::Hourly
            | ICalendarFrequency::Minutely
            | ICalendarFrequency::Secondly => {
                Err("this event repeats more than once a day".to_owned())
            }
            _ => Ok(Some(ICalendarRecurrenceRule::clone(rule))),
        },
        _ => Err("the rule by which this event repeats (RRULE) cannot be read".to_owned()),
    }
}

fn is_foreign(rule: &ICalendarRecurrenceRule) -> bool {
    rule.rscale
        .as_ref()
        .is_some_and(|scale| *scale != CalendarScale::Gregorian)
}

fn entry(name: ICalendarProperty, value: ICalendarValue) -> ICalendarEntry {
    ICalendarEntry {
        name,
        params: Vec::new(),
        values: vec![value],
    }
}

fn wall_clock(at: NaiveDateTime) -> PartialDateTime {
    // The parts of a date and a time all fit: a year has four digits, the rest two.
    let small = |number: u32| u8::try_from(number).ok();
    PartialDateTime {
        year: u16::try_from(at.year()).ok(),
        month: small(at.month()),
        day: small(at.day()),
        hour: small(at.hour()),
        minute: small(at.minute()),
        second: small(at.second()),
        ..PartialDateTime::default()
    }
}
