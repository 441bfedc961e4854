//! My answer to an invite that came from a calendar, as that calendar takes it in (iTIP REPLY, RFC 5546 3.2.3).

use std::fmt;

use super::lunch::partstat;
use super::when::{occurrence, span_in_utc, utc};
use super::{Hand, head};
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, Reply};
use crate::domain::redacted::redacted;

/// Why there is no answer to be written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum NoReply {
    /// It came from no calendar that waits for one.
    NoCalendar,
    /// I asked: the answer is theirs to give.
    Mine,
    /// It came to nothing, or went to another day.
    Over,
    /// I have not answered.
    NotAnswered,
    /// No address of mine is known.
    NoAddress,
    /// iCalendar cannot write the day.
    NoSuchDay,
}

redacted!(enum NoReply: NoCalendar, Mine, Over, NotAnswered, NoAddress, NoSuchDay);

impl fmt::Display for NoReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoCalendar => "it came from no calendar that waits for an answer",
            Self::Mine => "you asked: the answer is theirs to give",
            Self::Over => {
                "it came to nothing or went to another day, so that there is nothing to answer"
            }
            Self::NotAnswered => "you have not answered it",
            Self::NoAddress => {
                "no address of yours is known; set me in config.ron, or import the invite once more"
            }
            Self::NoSuchDay => "no calendar knows its day",
        })
    }
}

/// The answer to an invite, for the one who asked.
///
/// # Errors
/// [`NoReply`] where there is none to give.
pub fn reply(invite: &Invite, hand: &Hand) -> Result<String, NoReply> {
    let entry = invite.calendar.as_ref().ok_or(NoReply::NoCalendar)?;
    if invite.host == Party::Me {
        return Err(NoReply::Mine);
    }
    let organizer = entry.organizer.as_ref().ok_or(NoReply::NoCalendar)?;
    if invite.outcome.is_some() {
        return Err(NoReply::Over);
    }
    if invite.reply == Reply::NeedsAction {
        return Err(NoReply::NotAnswered);
    }
    let me = entry.attendee.as_ref().or_else(|| hand.me.first());
    let me = me.ok_or(NoReply::NoAddress)?;
    let mut lines = head(Some("REPLY"));
    lines.begin("VEVENT");
    lines.text("UID", &entry.uid);
    lines.line("SEQUENCE", &entry.sequence.to_string());
    if let Some(id) = &entry.recurrence_id {
        occurrence(&mut lines, id);
    }
    lines.line("DTSTAMP", &utc(hand.stamp).ok_or(NoReply::NoSuchDay)?);
    span_in_utc(&mut lines, invite).ok_or(NoReply::NoSuchDay)?;
    lines.line("ORGANIZER", &format!("mailto:{organizer}"));
    lines.line(
        &format!("ATTENDEE;PARTSTAT={}", partstat(invite.reply)),
        &format!("mailto:{me}"),
    );
    if !invite.title.is_empty() {
        lines.text("SUMMARY", &invite.title);
    }
    lines.end("VEVENT");
    lines.end("VCALENDAR");
    Ok(lines.into_text())
}
