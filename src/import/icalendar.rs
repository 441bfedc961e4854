//! iCalendar: the hours that are still to come, with one person each, and the time that is taken.

use std::collections::{HashMap, HashSet};

use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarParameterName, ICalendarProperty,
};
use calcard::{Entry, Parser};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::Viewpoint;
use super::blocks::{Block, blocks};
use super::meaning::{LONGEST_LINE, kind, line, own_address_remark};
use super::method::{Method, Methods};
use super::moment::{Clock, Moment, moments};
use super::occurrences::{NO_DATE, Times};
use super::own::Own;
use super::participants::Participants;
use super::zones;
use crate::domain::clean;
use crate::domain::import_plan::{self, Findings, Meeting, MeetingKind, Place, Rejected, Series};
use crate::domain::invite::CalendarEntry;

/// How far ahead a series is followed.
const HORIZON: TimeDelta = TimeDelta::days(60);
/// The most occurrences of one series.
const MOST_OCCURRENCES: usize = 100;

/// How many starts the series of one file may have between their beginnings and the day up to which they are followed.
const MOST_STARTS: usize = 200_000;
/// Of an answer that tells nothing.
const NO_ANSWER: &str =
    "this answer (METHOD:REPLY) is not that of one person whom you invited; it changes nothing";

/// Whether a text holds a calendar, or events that were cut out of one.
pub(super) fn has_calendar(text: &str) -> bool {
    !blocks(text, "VCALENDAR").is_empty() || !blocks(text, "VEVENT").is_empty()
}

/// Reads the events of a file, one by one, so that a broken one costs only itself.
pub(super) fn read(file: &str, text: &str, view: &Viewpoint) -> Findings {
    let mut findings = Findings::default();
    let calendar = zones::rules(text, view);
    let zones = calendar.build_tz_resolver();
    let methods = Methods::of(text);
    let mut events = Vec::new();
    for block in blocks(text, "VEVENT") {
        let place = Place {
            file: file.to_owned(),
            line: block.line,
        };
        match Event::read(&block, place.clone(), &zones, methods.at(block.line), view) {
            Ok(event) => events.push(event),
            Err(reason) => findings.rejected.push(Rejected {
                what: import_plan::Entry::Event,
                place,
                reason,
            }),
        }
    }
    findings.remarks.extend(unknown_zones(&events));
    let all = All::of(&events);
    let mut left = MOST_STARTS;
    for (index, event) in events.iter().enumerate() {
        if all.newest.get(&event.key()) == Some(&index) {
            event.add_to(&mut findings, &all, &mut left, view);
        }
    }
    let participants = events.iter().map(|event| &event.participants);
    findings
        .remarks
        .extend(own_address_remark(file, participants, view));
    findings
}

/// An event as it stands in the file: once, or as a series.
struct Event {
    place: Place,
    entry: CalendarEntry,
    stamped: NaiveDateTime,
    times: Times,
    /// Whether a change of one occurrence holds for all that follow it, too.
    and_later: bool,
    participants: Participants,
    is_own: bool,
    /// The name of its zone, where nobody knows that zone.
    unknown_zone: Option<String>,
    kind: MeetingKind,
}

/// What to say of zones that nobody knows: once each.
fn unknown_zones(events: &[Event]) -> Vec<String> {
    let mut said = HashSet::new();
    let strange = events
        .iter()
        .filter_map(|event| Some((event, event.unknown_zone.as_ref()?)));
    strange
        .filter(|(_, zone)| said.insert(*zone))
        .map(|(event, zone)| {
            format!("{}: the time zone \"{zone}\" is not known; its hours are taken as they stand there", event.place)
        })
        .collect()
}

/// All events of a file.
struct All<'file> {
    newest: HashMap<(&'file str, Option<&'file str>), usize>,
    /// Those that hold for the occurrences after them, too.
    and_later: Vec<&'file Event>,
}

impl<'file> All<'file> {
    fn of(events: &'file [Event]) -> Self {
        let newest = newest(events);
        let is_newest = |index: usize, event: &Event| newest.get(&event.key()) == Some(&index);
        let changes = events.iter().enumerate();
        let changes = changes.filter(|(index, event)| event.and_later && is_newest(*index, event));
        Self {
            and_later: changes.map(|(_, event)| event).collect(),
            newest,
        }
    }

    /// From which start of a series on which event holds, in order.
    fn changes(&self, series: &Event, view: &Viewpoint) -> Vec<(NaiveDateTime, &'file Event)> {
        let of_it = self
            .and_later
            .iter()
            .filter(|change| change.entry.uid == series.entry.uid);
        let mut changes: Vec<_> = of_it
            .filter_map(|change| {
                let from = change.times.recurrence_id?;
                Some((from.on(series.times.start.clock, view.zone)?, *change))
            })
            .collect();
        changes.sort_by_key(|(from, _)| *from);
        changes
    }

    /// Whether an occurrence has an event of its own. Some calendars name it by its day alone, or by its hour without a
    /// zone.
    fn has_own(&self, meeting: &Meeting) -> bool {
        let day = meeting.start.format("%Y%m%d").to_string();
        let hour = meeting.start.format("%Y%m%dT%H%M%S").to_string();
        let id = meeting.entry.recurrence_id.as_deref();
        let mut names = [id, Some(day.as_str()), Some(hour.as_str())].into_iter();
        names.any(|name| {
            self.newest
                .contains_key(&(meeting.entry.uid.as_str(), name))
        })
    }
}

/// Which of the events with one identity counts: the highest SEQUENCE, then the latest stamp, then the last.
fn newest(events: &[Event]) -> HashMap<(&str, Option<&str>), usize> {
    let mut newest: HashMap<_, usize> = HashMap::new();
    for (index, event) in events.iter().enumerate() {
        let best = newest.entry(event.key()).or_insert(index);
        let rank = |event: &Event| (event.entry.sequence, event.stamped);
        if events
            .get(*best)
            .is_some_and(|best| rank(best) <= rank(event))
        {
            *best = index;
        }
    }
    newest
}

impl Event {
    fn read(
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
            is_own: own.is_some(),
            unknown_zone: zones::unknown(event, zones),
            kind,
        })
    }

    fn key(&self) -> (&str, Option<&str>) {
        let CalendarEntry {
            uid, recurrence_id, ..
        } = &self.entry;
        (uid, recurrence_id.as_deref())
    }

    /// Adds what is still to come of this event.
    fn add_to(&self, findings: &mut Findings, all: &All<'_>, left: &mut usize, view: &Viewpoint) {
        let is_series = self.times.repeats() && self.entry.recurrence_id.is_none();
        if is_series {
            self.add_series(findings, all, left, view);
            return;
        }
        let meeting = self.meeting(self.times.start.at, None, view);
        findings.meetings.extend(meeting);
        let is_called_off = self.kind == MeetingKind::Cancelled;
        let is_answer = matches!(self.kind, MeetingKind::Answer(_));
        if self.is_own || is_answer || self.entry.recurrence_id.is_some() {
            return;
        }
        // Of a series that became this one hour nothing else is left.
        let older = self.entry.sequence.checked_sub(1);
        let taken_back = if is_called_off {
            Some(self.entry.sequence)
        } else {
            older
        };
        findings.series.extend(taken_back.map(|sequence| Series {
            sequence,
            ..self.series(NaiveDate::MAX, view)
        }));
    }

    fn add_series(
        &self,
        findings: &mut Findings,
        all: &All<'_>,
        left: &mut usize,
        view: &Viewpoint,
    ) {
        let until = view.today.checked_add_signed(HORIZON).unwrap_or(view.today);
        let Some(starts) = self.times.starts(until, left, view) else {
            findings.rejected.push(Rejected {
                what: import_plan::Entry::Event,
                place: self.place.clone(),
                reason: "this file repeats more often than anybody can go; export fewer years"
                    .to_owned(),
            });
            return;
        };
        let changes = all.changes(self, view);
        let occurrences: Vec<_> = starts
            .into_iter()
            .filter_map(|start| {
                let id = self.moment(start).stamp(view.zone)?;
                let change = changes.iter().rev().find(|(from, _)| *from <= start);
                match change {
                    Some((from, event)) => {
                        event.shifted(start.signed_duration_since(*from), id, view)
                    }
                    None => self.meeting(start, Some(id), view),
                }
            })
            .take(MOST_OCCURRENCES)
            .collect();
        let is_all = occurrences.len() < MOST_OCCURRENCES;
        let last = occurrences.last().map(|last| last.start.date());
        let known = if is_all { Some(until) } else { last };
        findings
            .series
            .extend(known.map(|until| self.series(until, view)));
        let ruled = occurrences
            .into_iter()
            .filter(|meeting| !all.has_own(meeting));
        findings.meetings.extend(ruled);
    }

    /// A later occurrence of a series that changed from this one on.
    fn shifted(&self, by: TimeDelta, id: String, view: &Viewpoint) -> Option<Meeting> {
        let start = self.times.start.at.checked_add_signed(by)?;
        self.meeting(start, Some(id), view)
    }

    /// One occurrence; `None` for one of a series that is over.
    fn meeting(
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
        let (start, zone) = self.moment(start).shown(view.zone);
        let (end, _) = self.moment(end).shown(view.zone);
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

    fn moment(&self, at: NaiveDateTime) -> Moment {
        Moment {
            at,
            ..self.times.start
        }
    }

    fn series(&self, until: NaiveDate, view: &Viewpoint) -> Series {
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
