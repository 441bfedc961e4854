//! An event as it stands in a file, and the hours that come of it.

use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarParameterName, ICalendarProperty,
};
use calcard::{Entry, Parser};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::Viewpoint;
use super::blocks::Block;
use super::meaning::{LONGEST_LINE, kind, line};
use super::method::Method;
use super::moment::{Clock, Moment, moments};
use super::occurrences::{NO_DATE, Times};
use super::own::Own;
use super::participants::Participants;
use super::zones;
use crate::domain::clean;
use crate::domain::import_plan::{Meeting, MeetingKind, Place, Series};
use crate::domain::invite::CalendarEntry;

/// Of an answer that tells nothing.
const NO_ANSWER: &str =
    "this answer (METHOD:REPLY) is not that of one person whom you invited; it changes nothing";

/// An event as it stands in the file: once, or as a series.
pub(super) struct Event {
    pub(super) place: Place,
    pub(super) entry: CalendarEntry,
    pub(super) stamped: NaiveDateTime,
    pub(super) times: Times,
    /// Whether a change of one occurrence holds for all that follow it, too.
    pub(super) and_later: bool,
    pub(super) participants: Participants,
    pub(super) is_own: bool,
    /// The name of its zone, where nobody knows that zone.
    pub(super) unknown_zone: Option<String>,
    pub(super) kind: MeetingKind,
}

impl Event {
    pub(super) fn read(
        block: &Block<'_>,
        place: Place,
        zones: &TzResolver<&str>,
        method: Method,
        view: &Viewpoint,
    ) -> Result<Self, String> {
        if !block.is_whole {
            return Err("this event is cut off (no END:VEVENT)".to_owned());
        }
        let calendar = parse(block.text).ok_or("this event cannot be read")?;
        let event = calendar.components.first().ok_or("this event is empty")?;
        let uid = uid(event)?;
        let participants = Participants::of(event, &view.me);
        let times = match method {
            Method::Talk(why) => return Err(why.to_owned()),
            Method::Reply => Times::of_answer(event, zones, view.now),
            Method::Tell | Method::Cancel => {
                Times::of(event, zones, view.zone).map_err(|why| with_start(why, block.text))?
            }
        };
        let own = Own::of(event);
        let stamped = stamped(event, zones, view);
        let recurrence_id = times.recurrence_id.and_then(|id| id.stamp(view.zone));
        let kind = match method {
            Method::Reply => MeetingKind::Answer(participants.answer().ok_or(NO_ANSWER)?),
            _ => kind(
                event,
                (&times, &participants, own.as_ref()),
                method,
                stamped,
                view,
            ),
        };
        Ok(Self {
            place,
            entry: CalendarEntry {
                uid,
                sequence: sequence(event),
                recurrence_id,
                organizer: participants.organizer(),
                attendee: participants.invited(),
            },
            stamped,
            and_later: and_later(event),
            times,
            participants,
            is_own: Own::wrote(event),
            unknown_zone: zones::unknown(event, zones),
            kind,
        })
    }

    pub(super) fn key(&self) -> (&str, Option<&str>) {
        let CalendarEntry {
            uid, recurrence_id, ..
        } = &self.entry;
        (uid, recurrence_id.as_deref())
    }

    /// A later occurrence of a series that changed from this one on.
    pub(super) fn shifted(&self, by: TimeDelta, id: String, view: &Viewpoint) -> Option<Meeting> {
        let start = self.times.start.at.checked_add_signed(by)?;
        self.meeting(start, Some(id), view)
    }

    /// One occurrence; `None` for one of a series that is over.
    pub(super) fn meeting(
        &self,
        start: NaiveDateTime,
        recurrence_id: Option<String>,
        view: &Viewpoint,
    ) -> Option<Meeting> {
        let end = start.checked_add_signed(self.times.length)?;
        let clock_now = Moment {
            clock: Clock::Floating,
            at: view.now,
            is_day: false,
        };
        let is_over = self.moment(end).in_utc(view.zone)? <= clock_now.in_utc(view.zone)?;
        if is_over && recurrence_id.is_some() {
            return None;
        }
        let (start, zone) = self.shown(start, view)?;
        let (end, _) = self.shown(end, view)?;
        let mut entry = self.entry.clone();
        entry.recurrence_id = recurrence_id.or(entry.recurrence_id);
        Some(Meeting {
            place: self.place.clone(),
            entry,
            start,
            end,
            zone,
            all_day: self.times.start.is_day,
            is_over,
            is_own: self.is_own,
            kind: self.kind.clone(),
        })
    }

    /// The wall clock by which it is kept. Busy time keeps no zone, so that it is read on the clock of this machine.
    fn shown(
        &self,
        at: NaiveDateTime,
        view: &Viewpoint,
    ) -> Option<(NaiveDateTime, Option<String>)> {
        let moment = self.moment(at);
        let (shown, zone) = moment.shown(view.zone);
        if self.kind != MeetingKind::Busy || zone.is_none() {
            return Some((shown, zone));
        }
        let here = moment.on(Clock::Floating, view.zone)?;
        Some((here, Some(view.zone.name().to_owned())))
    }

    pub(super) fn moment(&self, at: NaiveDateTime) -> Moment {
        Moment {
            at,
            ..self.times.start
        }
    }

    pub(super) fn series(&self, until: NaiveDate, view: &Viewpoint) -> Series {
        Series {
            uid: self.entry.uid.clone(),
            sequence: self.entry.sequence,
            from: view.now,
            until,
        }
    }
}

pub(super) fn parse(text: &str) -> Option<ICalendar> {
    match Parser::new(text).entry() {
        Entry::ICalendar(calendar) => Some(calendar),
        _ => None,
    }
}

/// A reason, with what stands for the start where that is the reason.
fn with_start(why: String, event: &str) -> String {
    if why != NO_DATE {
        return why;
    }
    let start = event.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let name = name.split(';').next()?;
        name.eq_ignore_ascii_case("DTSTART").then_some(value)
    });
    let said: String = start.unwrap_or_default().chars().take(40).collect();
    let said = clean::line(&said);
    format!("{why}: {}", if said.is_empty() { "(empty)" } else { &said })
}

fn uid(event: &ICalendarComponent) -> Result<String, String> {
    let said = event.property(&ICalendarProperty::Uid);
    let said = said.and_then(|entry| entry.values.first()?.as_text());
    if said.is_some_and(|uid| uid.chars().count() > LONGEST_LINE) {
        return Err("the identity of this event (UID) is longer than any calendar's".to_owned());
    }
    let uid = line(event, &ICalendarProperty::Uid);
    if uid.is_empty() {
        return Err(
            "this event has no identity (UID), so that it would go in again each time".to_owned(),
        );
    }
    Ok(uid)
}

fn sequence(event: &ICalendarComponent) -> u32 {
    let entry = event.property(&ICalendarProperty::Sequence);
    let value = entry.and_then(|entry| entry.values.first()?.as_integer());
    value
        .and_then(|number| u32::try_from(number).ok())
        .unwrap_or(0)
}

fn and_later(event: &ICalendarComponent) -> bool {
    let changed = event.property(&ICalendarProperty::RecurrenceId);
    changed.is_some_and(|entry| entry.parameter(&ICalendarParameterName::Range).is_some())
}

/// When the event was written, by the clock of this machine; now, where it does not say.
fn stamped(
    event: &ICalendarComponent,
    zones: &TzResolver<&str>,
    view: &Viewpoint,
) -> NaiveDateTime {
    event
        .property(&ICalendarProperty::Dtstamp)
        .and_then(|entry| moments(entry, zones).next())
        .and_then(|stamp| stamp.on(Clock::Floating, view.zone))
        .unwrap_or(view.now)
}
