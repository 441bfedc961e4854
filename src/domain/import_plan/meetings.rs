//! Events beside the hours that the book holds already.
//!
//! An event is known by its identity in the calendar and, in a series, by the start that it had there.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime};

use super::hour::{busy_changes, call_off, hear, invite_changes, is_older, new_invite, update};
use super::{Changed, Meeting, MeetingKind, Partner, Plan, Series};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::id::IdSource;
use crate::domain::invite::{Busy, CalendarEntry, Invite, Outcome, Reply};
use crate::domain::table::Record;

/// The identity in the calendar, and the start in the series.
type Key = (String, Option<String>);

/// The hours of the book with what an import changes.
pub(super) struct Hours<'plan> {
    ids: &'plan IdSource,
    today: NaiveDate,
    /// What is known of each identity.
    series: HashMap<String, Known>,
    invites: HashMap<Key, Draft<Invite>>,
    busy: HashMap<Key, Draft<Busy>>,
    met: Vec<Key>,
    seen: HashSet<Key>,
}

/// What the book and the files hold of one identity.
#[derive(Default)]
struct Known {
    keys: Vec<Key>,
    /// The lowest SEQUENCE that the book counts on still.
    in_book: Option<u32>,
    /// The highest SEQUENCE among the findings.
    found: u32,
}

impl Known {
    /// Whether the findings are older than everything that the book counts on: a series that moved since, say.
    fn is_late(&self) -> bool {
        self.in_book.is_some_and(|in_book| self.found < in_book)
    }
}

/// A record as it will be, with the one of the book it comes from.
struct Draft<T> {
    before: Option<T>,
    after: Option<T>,
}

impl<'plan> Hours<'plan> {
    pub(super) fn of(
        book: &Book,
        meetings: &[Meeting],
        today: NaiveDate,
        ids: &'plan IdSource,
    ) -> Self {
        let invites = book.invites.iter();
        let invites = invites.map(|invite| (key(&invite.entry()), Draft::of(invite.as_ref())));
        let busy = book
            .busy
            .iter()
            .filter_map(|busy| Some((key(busy.calendar.as_ref()?), Draft::of(busy.as_ref()))));
        let mut hours = Self {
            ids,
            today,
            series: HashMap::new(),
            invites: invites.collect(),
            busy: busy.collect(),
            met: Vec::new(),
            seen: HashSet::new(),
        };
        for invite in book.invites.iter() {
            hours.know(&invite.entry(), invite.outcome.is_none());
        }
        for entry in book.busy.iter().filter_map(|busy| busy.calendar.as_ref()) {
            hours.know(entry, true);
        }
        for meeting in meetings {
            let known = hours.series.entry(meeting.entry.uid.clone()).or_default();
            known.found = known.found.max(meeting.entry.sequence);
        }
        hours
    }

    fn know(&mut self, entry: &CalendarEntry, is_counted_on: bool) {
        let known = self.series.entry(entry.uid.clone()).or_default();
        known.keys.push(key(entry));
        if is_counted_on {
            let lowest = known.in_book.unwrap_or(u32::MAX).min(entry.sequence);
            known.in_book = Some(lowest);
        }
    }

    /// Takes an event in; `who` finds a person it is with.
    pub(super) fn take(&mut self, meeting: &Meeting, mut who: impl FnMut(&Partner) -> ContactId) {
        if self.is_late(&meeting.entry.uid) {
            return;
        }
        if let MeetingKind::Answer(reply) = meeting.kind {
            self.hear(&meeting.entry, reply);
            return;
        }
        let key = key(&meeting.entry);
        if meeting.is_over && !self.is_awaited(&key) {
            return;
        }
        self.adopt(&key, meeting);
        self.meet(&key);
        let invite = self.invites.get_mut(&key);
        let known = invite.and_then(|draft| draft.after.as_mut());
        match (&meeting.kind, known) {
            (MeetingKind::Cancelled, Some(invite)) => call_off(invite, meeting),
            (_, Some(invite)) => update(invite, meeting, who),
            (MeetingKind::Invite { partners, .. }, None) => {
                let with = partners.iter().map(&mut who).collect();
                let invite = new_invite(meeting, with, self.ids.next());
                self.invites.insert(key.clone(), Draft::new(invite));
                self.free(&key);
            }
            (MeetingKind::Busy, None) => self.occupy(key, meeting),
            (_, None) => self.free(&key),
        }
    }

    /// Takes back the occurrences of a series that the calendar no longer has: it moved, or the day was taken out.
    pub(super) fn settle(&mut self, series: &Series) {
        if self.is_late(&series.uid) {
            return;
        }
        let is_gone = |entry: &CalendarEntry, start: NaiveDateTime| {
            start > series.from && start.date() <= series.until && entry.sequence <= series.sequence
        };
        let keys = self.series.get(&series.uid).map(|known| &known.keys);
        let gone: Vec<Key> = keys
            .into_iter()
            .flatten()
            .filter(|key| !self.seen.contains(*key))
            .filter(|key| {
                self.standing(key)
                    .is_some_and(|(entry, start)| is_gone(&entry, start))
            })
            .cloned()
            .collect();
        for key in gone {
            self.meet(&key);
            self.free(&key);
            let invite = self.invites.get_mut(&key);
            if let Some(invite) = invite.and_then(|draft| draft.after.as_mut()) {
                invite.outcome.get_or_insert(Outcome::FellThrough);
            }
        }
    }

    fn is_late(&self, uid: &str) -> bool {
        self.series.get(uid).is_some_and(Known::is_late)
    }

    /// Where an hour of the book stands in its calendar, and when it begins.
    fn standing(&self, key: &Key) -> Option<(CalendarEntry, NaiveDateTime)> {
        let invite = self.invites.get(key).and_then(|draft| draft.after.as_ref());
        let busy = self.busy.get(key).and_then(|draft| draft.after.as_ref());
        match (invite, busy) {
            (Some(invite), _) => Some((invite.entry(), invite.start)),
            (None, Some(busy)) => Some((busy.calendar.clone()?, busy.start)),
            (None, None) => None,
        }
    }

    /// Whether the book still waits for an hour.
    fn is_awaited(&self, key: &Key) -> bool {
        let standing = self.standing(key);
        standing.is_some_and(|(_, start)| start.date() >= self.today)
    }

    /// A lunch that becomes a series, or a series of which one hour is left: the hour that stays is the same record.
    fn adopt(&mut self, key: &Key, meeting: &Meeting) {
        if self.invites.contains_key(key) {
            return;
        }
        let keys = self.series.get(&key.0).map(|known| &known.keys);
        let same = keys.into_iter().flatten().find(|other| {
            let is_other_kind = other.1.is_some() != key.1.is_some();
            let invite = self
                .invites
                .get(*other)
                .and_then(|draft| draft.after.as_ref());
            is_other_kind
                && !self.seen.contains(*other)
                && invite.is_some_and(|invite| invite.start == meeting.start)
        });
        if let Some(draft) = same.cloned().and_then(|other| self.invites.remove(&other)) {
            self.invites.insert(key.clone(), draft);
        }
    }

    /// An answer to one occurrence, or to all of a series.
    fn hear(&mut self, entry: &CalendarEntry, reply: Reply) {
        let keys = self.series.get(&entry.uid).map(|known| &known.keys);
        let is_meant = |key: &&Key| entry.recurrence_id.is_none() || key.1 == entry.recurrence_id;
        let meant: Vec<Key> = keys
            .into_iter()
            .flatten()
            .filter(is_meant)
            .cloned()
            .collect();
        for key in meant {
            self.meet(&key);
            let invite = self.invites.get_mut(&key);
            if let Some(invite) = invite.and_then(|draft| draft.after.as_mut()) {
                hear(invite, reply, entry);
            }
        }
    }

    pub(super) fn into_plans(mut self) -> (Plan<Invite>, Plan<Busy>) {
        let (mut invites, mut busy) = (Plan::default(), Plan::default());
        for key in &self.met {
            if let Some(draft) = self.invites.remove(key) {
                draft.into_plan(&mut invites, invite_changes);
            }
            if let Some(draft) = self.busy.remove(key) {
                draft.into_plan(&mut busy, busy_changes);
            }
        }
        (invites, busy)
    }

    fn meet(&mut self, key: &Key) {
        if self.seen.insert(key.clone()) {
            self.met.push(key.clone());
        }
    }

    fn free(&mut self, key: &Key) {
        if let Some(draft) = self.busy.get_mut(key) {
            draft.after = None;
        }
    }

    /// Takes the time. The entry keeps no organizer: busy time names nobody.
    fn occupy(&mut self, key: Key, meeting: &Meeting) {
        let id = self.ids.next();
        let draft = self.busy.entry(key).or_insert(Draft {
            before: None,
            after: None,
        });
        let known = draft.after.as_ref().or(draft.before.as_ref());
        let entry = known.and_then(|busy| busy.calendar.as_ref());
        if entry.is_some_and(|entry| is_older(&meeting.entry, entry)) {
            return;
        }
        draft.after = Some(Busy {
            id: known.map_or(id, |busy: &Busy| busy.id),
            start: meeting.start,
            end: meeting.end,
            calendar: Some(CalendarEntry {
                organizer: None,
                attendee: None,
                ..meeting.entry.clone()
            }),
        });
    }
}

impl<T: Record> Draft<T> {
    fn of(record: &T) -> Self {
        Self {
            before: Some(record.clone()),
            after: Some(record.clone()),
        }
    }

    fn new(record: T) -> Self {
        Self {
            before: None,
            after: Some(record),
        }
    }

    fn into_plan(self, plan: &mut Plan<T>, changes: impl Fn(&T, T) -> Changed<T>) {
        match (self.before, self.after) {
            (None, None) => {}
            (None, Some(after)) => plan.new.push(after),
            (Some(before), None) => plan.removed.push(before.id()),
            (Some(before), Some(after)) if before == after => plan.same += 1,
            (Some(before), Some(after)) => plan.changed.push(changes(&before, after)),
        }
    }
}

fn key(entry: &CalendarEntry) -> Key {
    (entry.uid.clone(), entry.recurrence_id.clone())
}
