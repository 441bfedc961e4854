//! What an event is to me: an hour with somebody, time that is taken, or nothing.

use calcard::icalendar::{
    ICalendarComponent, ICalendarProperty, ICalendarStatus, ICalendarTransparency, ICalendarValue,
};
use chrono::NaiveDateTime;

use super::Viewpoint;
use super::method::Method;
use super::occurrences::Times;
use super::own::Own;
use super::participants::Participants;
use crate::domain::clean;
use crate::domain::import_plan::MeetingKind;
use crate::domain::invite::Reply;

/// The longest title or place, in characters.
pub(super) const LONGEST_LINE: usize = 500;

/// What an event is to me.
pub(super) fn kind(
    event: &ICalendarComponent,
    (times, participants, own): (&Times, &Participants, Option<&Own>),
    method: Method,
    stamped: NaiveDateTime,
    view: &Viewpoint,
) -> MeetingKind {
    if method == Method::Cancel || event.status() == Some(&ICalendarStatus::Cancelled) {
        return MeetingKind::Cancelled;
    }
    if let Some(own) = own {
        return MeetingKind::Invite {
            partners: own.partners.clone(),
            host: own.host,
            reply: own.reply,
            title: own.title.clone(),
            place: line(event, &ICalendarProperty::Location),
            asked_on: stamped.date().min(view.today),
        };
    }
    let shown_as = line(
        event,
        &ICalendarProperty::Other("X-MICROSOFT-CDO-BUSYSTATUS".to_owned()),
    );
    let transparency = event.transparency();
    if transparency == Some(&ICalendarTransparency::Transparent)
        || shown_as.eq_ignore_ascii_case("FREE")
    {
        return MeetingKind::Free;
    }
    // Without an own address nobody can tell who of the people in it the other one is.
    let one_to_one = participants.one_to_one().filter(|_| !view.me.is_empty());
    if let Some(with) = one_to_one {
        return MeetingKind::Invite {
            partners: vec![with.partner],
            host: with.host,
            reply: with.reply,
            title: line(event, &ICalendarProperty::Summary),
            place: line(event, &ICalendarProperty::Location),
            asked_on: stamped.date().min(view.today),
        };
    }
    let is_said_busy = transparency == Some(&ICalendarTransparency::Opaque)
        || ["BUSY", "OOF"].contains(&shown_as.to_ascii_uppercase().as_str());
    let is_remark = times.start.is_day && !is_said_busy;
    if is_remark || participants.my_reply() == Some(Reply::Declined) {
        return MeetingKind::Free;
    }
    MeetingKind::Busy
}

/// Who I am decides what is an invite: says so where it is not known, or where no event knows me.
pub(super) fn own_address_remark<'event>(
    file: &str,
    participants: impl Iterator<Item = &'event Participants>,
    view: &Viewpoint,
) -> Option<String> {
    let with_others: Vec<_> = participants.filter(|them| them.has_others()).collect();
    if with_others.is_empty() {
        return None;
    }
    if view.me.is_empty() {
        return Some(format!(
            "{file}: no own address known: pass --me ADDR or set it in config.ron; \
             until then events with people are busy time without a name"
        ));
    }
    let is_stranger = with_others.iter().all(|them| !them.knows_me());
    is_stranger.then(|| {
        format!(
            "{file}: none of your addresses ({}) takes part in any of its events: \
             pass --me ADDR or set it in config.ron",
            view.me.join(", ")
        )
    })
}

/// A field of an event that is one line of text.
pub(super) fn line(event: &ICalendarComponent, property: &ICalendarProperty) -> String {
    let value = event
        .property(property)
        .and_then(|entry| entry.values.first());
    let text = value.and_then(ICalendarValue::as_text).unwrap_or_default();
    clean::line(&text.chars().take(LONGEST_LINE).collect::<String>())
}
