//! Events beside the hours that the book holds already.
//!
//! An event is known by its identity in the calendar and, in a series, by the start that it had there. A lower SEQUENCE
//! than the book's is old news. The time and the place follow the calendar. What only I know (assessment, words,
//! whether it may move) is never touched, and neither is my answer: it follows the calendar only where I have none yet,
//! or where the SEQUENCE rose, because then something else is asked. Their answer is theirs to give, so the calendar's
//! counts as soon as there is one.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;

use super::{Changed, FieldChange, Meeting, MeetingKind, Partner, Plan, Series};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::id::IdSource;
use crate::domain::incident::Party;
use crate::domain::invite::{Busy, CalendarEntry, Invite, InviteId, MoveOk, Outcome, Reply};
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

fn is_older(entry: &CalendarEntry, than: Option<&CalendarEntry>) -> bool {
    than.is_some_and(|than| entry.sequence < than.sequence)
}

/// Called off by the calendar. The invite stays, because decisions may point at it.
fn call_off(invite: &mut Invite, entry: &CalendarEntry) {
    if !is_older(entry, invite.calendar.as_ref()) {
        invite.outcome.get_or_insert(Outcome::FellThrough);
    }
}

fn update(invite: &mut Invite, meeting: &Meeting, who: impl FnOnce(&Partner) -> ContactId) {
    let known = invite.calendar.as_ref();
    if matches!(meeting.kind, MeetingKind::Free) || is_older(&meeting.entry, known) {
        return;
    }
    let rose = known.is_none_or(|known| meeting.entry.sequence > known.sequence);
    invite.start = meeting.start;
    invite.end = meeting.end;
    invite.zone.clone_from(&meeting.zone);
    invite.all_day = meeting.all_day;
    if rose && invite.outcome == Some(Outcome::FellThrough) {
        invite.outcome = None;
    }
    let MeetingKind::Invite {
        partner,
        host,
        reply,
        title,
        place,
        ..
    } = &meeting.kind
    else {
        // Somebody joined, or my own address is not known this time: whom it is with stays as it is.
        return;
    };
    invite.place.clone_from(place);
    if rose {
        invite.title.clone_from(title);
        invite.with = vec![who(partner)];
        invite.host = *host;
    }
    if rose || (*reply != Reply::NeedsAction && may_answer(invite)) {
        invite.reply = *reply;
    }
    invite.calendar = Some(meeting.entry.clone());
}

/// Whether the calendar's answer counts although nothing else is asked than before.
fn may_answer(invite: &Invite) -> bool {
    invite.host == Party::Me || invite.reply == Reply::NeedsAction
}

fn new_invite(meeting: &Meeting, with: ContactId, id: InviteId) -> Invite {
    let mut invite = Invite {
        id,
        with: vec![with],
        host: Party::Them,
        title: String::new(),
        start: meeting.start,
        end: meeting.end,
        zone: meeting.zone.clone(),
        all_day: meeting.all_day,
        travel_minutes: 0,
        place: String::new(),
        asked_on: meeting.start.date(),
        reply: Reply::NeedsAction,
        my_words: String::new(),
        heard_yes: None,
        yes_void: false,
        move_ok: MoveOk::Unknown,
        outcome: None,
        assessment: None,
        asked_to_move: None,
        calendar: Some(meeting.entry.clone()),
    };
    if let MeetingKind::Invite {
        host,
        reply,
        title,
        place,
        asked_on,
        ..
    } = &meeting.kind
    {
        invite.host = *host;
        invite.reply = *reply;
        invite.title.clone_from(title);
        invite.place.clone_from(place);
        invite.asked_on = *asked_on;
    }
    invite
}

fn invite_changes(before: &Invite, after: Invite) -> Changed<Invite> {
    let outcome = |invite: &Invite| match invite.outcome {
        Some(Outcome::FellThrough) => "called off",
        _ => "",
    };
    let when = |invite: &Invite| span(invite.start, invite.end, invite.zone.as_deref());
    let sequence = |invite: &Invite| {
        let entry = invite.calendar.as_ref();
        entry
            .map(|entry| entry.sequence.to_string())
            .unwrap_or_default()
    };
    let fields = [
        FieldChange::between("when", &when(before), &when(&after)),
        FieldChange::between("place", &before.place, &after.place),
        FieldChange::between("title", &before.title, &after.title),
        FieldChange::between("reply", reply_word(before.reply), reply_word(after.reply)),
        FieldChange::between("outcome", outcome(before), outcome(&after)),
        FieldChange::between(
            "version in the calendar",
            &sequence(before),
            &sequence(&after),
        ),
    ];
    Changed {
        called: format!("{} on {}", after.title, before.start.date()),
        fields: fields.into_iter().flatten().collect(),
        after,
    }
}

fn busy_changes(before: &Busy, after: Busy) -> Changed<Busy> {
    let when = |busy: &Busy| span(busy.start, busy.end, None);
    let fields = FieldChange::between("when", &when(before), &when(&after));
    Changed {
        called: format!("busy on {}", before.start.date()),
        fields: fields.into_iter().collect(),
        after,
    }
}

fn span(start: NaiveDateTime, end: NaiveDateTime, zone: Option<&str>) -> String {
    let to = if start.date() == end.date() {
        end.format("%H:%M")
    } else {
        end.format("%Y-%m-%d %H:%M")
    };
    let zone = zone.map(|zone| format!(" {zone}")).unwrap_or_default();
    format!("{} to {to}{zone}", start.format("%Y-%m-%d %H:%M"))
}

const fn reply_word(reply: Reply) -> &'static str {
    match reply {
        Reply::NeedsAction => "none yet",
        Reply::Tentative => "perhaps",
        Reply::Accepted => "yes",
        Reply::Declined => "no",
    }
}
