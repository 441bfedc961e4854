//! What an event changes in one hour of the book.
//!
//! A lower SEQUENCE than the book's is old news. The time and the place follow the calendar. What only I know
//! (assessment, words, whether it may move) is never touched, and neither is my answer: it follows the calendar only
//! where I have none yet, or where the SEQUENCE rose, because then something else is asked. Their answer is theirs to
//! give, so the calendar's counts as soon as there is one.

use chrono::NaiveDateTime;

use super::{Changed, FieldChange, Meeting, MeetingKind, Partner};
use crate::domain::contact::ContactId;
use crate::domain::incident::Party;
use crate::domain::invite::{Busy, CalendarEntry, Invite, InviteId, Outcome, Reply};

/// Whether a calendar's entry is older than the one that the book holds.
pub(super) fn is_older(entry: &CalendarEntry, than: Option<&CalendarEntry>) -> bool {
    than.is_some_and(|than| entry.sequence < than.sequence)
}

/// Called off by the calendar. The invite stays, because decisions may point at it.
pub(super) fn call_off(invite: &mut Invite, entry: &CalendarEntry) {
    if !is_older(entry, invite.calendar.as_ref()) {
        invite.outcome.get_or_insert(Outcome::FellThrough);
    }
}

pub(super) fn update(
    invite: &mut Invite,
    meeting: &Meeting,
    who: impl FnOnce(&Partner) -> ContactId,
) {
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

pub(super) fn new_invite(meeting: &Meeting, with: ContactId, id: InviteId) -> Invite {
    let mut invite = Invite {
        id,
        zone: meeting.zone.clone(),
        all_day: meeting.all_day,
        calendar: Some(meeting.entry.clone()),
        ..Invite::new(vec![with], meeting.start, meeting.end, meeting.start.date())
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

pub(super) fn invite_changes(before: &Invite, after: Invite) -> Changed<Invite> {
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

pub(super) fn busy_changes(before: &Busy, after: Busy) -> Changed<Busy> {
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
