//! iCalendar: the hours that are still to come, with one person each, and the time that is taken.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::Viewpoint;
use super::blocks::blocks;
use super::event::Event;
use super::meaning::own_address_remark;
use super::method::Methods;
use super::zones;
use crate::domain::import_plan::{self, Findings, Meeting, MeetingKind, Place, Rejected, Series};

/// How far ahead a series is followed.
const HORIZON: TimeDelta = TimeDelta::days(60);
/// The most occurrences of one series.
const MOST_OCCURRENCES: usize = 100;

/// How many starts the series of one file may have between their beginnings and the day up to which they are followed.
const MOST_STARTS: usize = 200_000;
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
}
