//! What an event changes in one hour of the book.
//!
//! A lower SEQUENCE than the book's is old news. The time and the place follow the calendar. What only I know
//! (assessment, words, whether it may move) is never touched, and neither is my answer: it follows the calendar only
//! where I have none yet, or where the SEQUENCE rose, because then something else is asked. Their answer is theirs to
//! give, so the calendar's counts as soon as there is one. What Goodword itself wrote is news only with a higher SEQUENCE.

use chrono::NaiveDateTime;

use super::{Changed, FieldChange, Meeting, MeetingKind, Partner};
use crate::domain::contact::ContactId;
use crate::domain::incident::Party;
use crate::domain::invite::{Busy, CalendarEntry, Invite, InviteId, Outcome, Reply};

/// Whether a calendar's entry is older than the one that the book holds.
pub(super) fn is_older(entry: &CalendarEntry, than: &CalendarEntry) -> bool {
    entry.sequence < than.sequence
}

/// Called off by the calendar. The invite stays, because decisions may point at it.
pub(super) fn call_off(invite: &mut Invite, meeting: &Meeting) {
    if !is_old(invite, meeting) {
        invite.outcome.get_or_insert(Outcome::FellThrough);
    }
}

/// Whether the book knows all that an event says.
fn is_old(invite: &Invite, meeting: &Meeting) -> bool {
    let known = invite.entry();
    is_older(&meeting.entry, &known) || (meeting.is_own && meeting.entry.sequence == known.sequence)
}

/// Takes down what somebody answered whom I invited.
pub(super) fn hear(invite: &mut Invite, reply: Reply, entry: &CalendarEntry) {
    if invite.host == Party::Me && !is_older(entry, &invite.entry()) && invite.reply != reply {
        invite.answer(reply);
    }
}

pub(super) fn update(
    invite: &mut Invite,
    meeting: &Meeting,
    who: impl FnMut(&Partner) -> ContactId,
) {
    if matches!(meeting.kind, MeetingKind::Free) || is_old(invite, meeting) {
        return;
    }
    let rose = meeting.entry.sequence > invite.entry().sequence;
    invite.start = meeting.start;
    invite.end = meeting.end;
    invite.zone.clone_from(&meeting.zone);
    invite.all_day = meeting.all_day;
    if rose && invite.outcome == Some(Outcome::FellThrough) {
        invite.outcome = None;
    }
    if invite.calendar.is_none() {
        invite.revision = meeting.entry.sequence;
    }
    let MeetingKind::Invite {
        partners,
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
        invite.with = partners.iter().map(who).collect();
        invite.host = *host;
    }
    if rose || (*reply != Reply::NeedsAction && may_answer(invite)) {
        invite.reply = *reply;
    }
    if invite.calendar.is_some() {
        invite.calendar = Some(meeting.entry.clone());
    }
}

/// Whether the calendar's answer counts although nothing else is asked than before.
fn may_answer(invite: &Invite) -> bool {
    invite.host == Party::Me || invite.reply == Reply::NeedsAction
}

pub(super) fn new_invite(meeting: &Meeting, with: Vec<ContactId>, id: InviteId) -> Invite {
    let mut invite = Invite {
        id,
        zone: meeting.zone.clone(),
        all_day: meeting.all_day,
        calendar: Some(meeting.entry.clone()),
        ..Invite::new(with, meeting.start, meeting.end, meeting.start.date())
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
    let invited = |invite: &'_ Invite| -> String {
        let entry = invite.calendar.as_ref();
        entry
            .and_then(|entry| entry.attendee.clone())
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
        FieldChange::between("invited as", &invited(before), &invited(&after)),
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
