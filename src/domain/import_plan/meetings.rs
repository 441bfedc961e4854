//! Events beside the hours that the book holds already.
//!
//! An event is known by its identity in the calendar and, in a series, by the start that it had there.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;

use super::hour::{busy_changes, call_off, invite_changes, is_older, new_invite, update};
use super::{Changed, Meeting, MeetingKind, Partner, Plan, Series};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::id::IdSource;
use crate::domain::invite::{Busy, CalendarEntry, Invite, Outcome};
use crate::domain::table::Record;

/// The identity in the calendar, and the start in the series.
type Key = (String, Option<String>);

/// The hours of the book with what an import changes.
pub(super) struct Hours<'plan> {
    ids: &'plan IdSource,
    invites: HashMap<Key, Draft<Invite>>,
    busy: HashMap<Key, Draft<Busy>>,
    met: Vec<Key>,
    seen: HashSet<Key>,
}

/// A record as it will be, with the one of the book it comes from.
struct Draft<T> {
    before: Option<T>,
    after: Option<T>,
}

impl<'plan> Hours<'plan> {
    pub(super) fn of(book: &Book, ids: &'plan IdSource) -> Self {
        let invites = book.invites.iter().filter_map(|invite| {
            Some((key(invite.calendar.as_ref()?), Draft::of(invite.as_ref())))
        });
        let busy = book
            .busy
            .iter()
            .filter_map(|busy| Some((key(busy.calendar.as_ref()?), Draft::of(busy.as_ref()))));
        Self {
            ids,
            invites: invites.collect(),
            busy: busy.collect(),
            met: Vec::new(),
            seen: HashSet::new(),
        }
    }

    /// Takes an event in; `who` finds the person it is with.
    pub(super) fn take(&mut self, meeting: &Meeting, who: impl FnOnce(&Partner) -> ContactId) {
        let key = key(&meeting.entry);
        self.meet(&key);
        let invite = self.invites.get_mut(&key);
        let known = invite.and_then(|draft| draft.after.as_mut());
        match (&meeting.kind, known) {
            (MeetingKind::Cancelled, Some(invite)) => call_off(invite, &meeting.entry),
            (_, Some(invite)) => update(invite, meeting, who),
            (MeetingKind::Invite { partner, .. }, None) => {
                let invite = new_invite(meeting, who(partner), self.ids.next());
                self.invites.insert(key.clone(), Draft::new(invite));
                self.free(&key);
            }
            (MeetingKind::Busy, None) => self.occupy(key, meeting),
            (MeetingKind::Free | MeetingKind::Cancelled, None) => self.free(&key),
        }
    }

    /// Takes back the occurrences of a series that the calendar no longer has: it moved, or the day was taken out.
    pub(super) fn settle(&mut self, series: &Series) {
        let is_gone = |key: &Key, entry: &CalendarEntry, start: NaiveDateTime| {
            key.0 == series.uid
                && key.1.is_some()
                && start > series.from
                && start.date() <= series.until
                && entry.sequence <= series.sequence
        };
        let invites = self.invites.iter().filter_map(|(key, draft)| {
            let invite = draft.after.as_ref()?;
            Some((key, invite.calendar.as_ref()?, invite.start))
        });
        let busy = self.busy.iter().filter_map(|(key, draft)| {
            let busy = draft.after.as_ref()?;
            Some((key, busy.calendar.as_ref()?, busy.start))
        });
        let mut gone: Vec<Key> = invites
            .chain(busy)
            .filter(|(key, entry, start)| is_gone(key, entry, *start))
            .map(|(key, ..)| key.clone())
            .filter(|key| !self.seen.contains(key))
            .collect();
        gone.sort();
        for key in gone {
            self.meet(&key);
            self.free(&key);
            let invite = self.invites.get_mut(&key);
            if let Some(invite) = invite.and_then(|draft| draft.after.as_mut()) {
                invite.outcome.get_or_insert(Outcome::FellThrough);
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
        if known.is_some_and(|busy| is_older(&meeting.entry, busy.calendar.as_ref())) {
            return;
        }
        draft.after = Some(Busy {
            id: known.map_or(id, |busy: &Busy| busy.id),
            start: meeting.start,
            end: meeting.end,
            calendar: Some(CalendarEntry {
                organizer: None,
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
