//! Days and hours as iCalendar writes them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use crate::domain::invite::Invite;
use crate::export::content_line::ContentLines;

/// `20261001`; none for a year that has not four digits.
pub(super) fn day(day: NaiveDate) -> Option<String> {
    let has_four_digits = (1..=9999).contains(&day.year());
    has_four_digits.then(|| day.format("%Y%m%d").to_string())
}

/// `20261001T123000`, by whatever clock.
pub(super) fn clock(at: NaiveDateTime) -> Option<String> {
    Some(format!("{}{}", day(at.date())?, at.format("T%H%M%S")))
}

/// `20261001T103000Z`.
pub(super) fn utc(at: NaiveDateTime) -> Option<String> {
    Some(format!("{}Z", clock(at)?))
}

/// The zone of a lunch, where its wall clock is that of a zone which every calendar knows.
pub(super) fn zone(invite: &Invite) -> Option<Tz> {
    let name = invite.zone.as_deref().filter(|_| !invite.all_day)?;
    name.parse().ok()
}

/// From when until when a lunch lasts, by the clock of its place.
pub(super) fn span(lines: &mut ContentLines, invite: &Invite) -> Option<()> {
    if invite.all_day {
        return days(lines, invite);
    }
    let zone = zone(invite).map_or_else(String::new, |zone| format!(";TZID={}", zone.name()));
    lines.line(&format!("DTSTART{zone}"), &clock(invite.start)?);
    lines.line(&format!("DTEND{zone}"), &clock(invite.end)?);
    Some(())
}

/// The same for a message to others, which names no zone: in UTC, where the zone is known.
pub(super) fn span_in_utc(lines: &mut ContentLines, invite: &Invite) -> Option<()> {
    if invite.all_day {
        return days(lines, invite);
    }
    let moment = |at: NaiveDateTime| match zone(invite) {
        // An hour that the clock skips has no moment: then the wall clock has to do.
        Some(zone) => match zone.from_local_datetime(&at).earliest() {
            Some(moment) => utc(moment.naive_utc()),
            None => clock(at),
        },
        None => clock(at),
    };
    lines.line("DTSTART", &moment(invite.start)?);
    lines.line("DTEND", &moment(invite.end)?);
    Some(())
}

/// Whole days; the last one is the first that it does not take.
fn days(lines: &mut ContentLines, invite: &Invite) -> Option<()> {
    let first = invite.start.date();
    let after = invite.end.date().max(first.succ_opt()?);
    lines.line("DTSTART;VALUE=DATE", &day(first)?);
    lines.line("DTEND;VALUE=DATE", &day(after)?);
    Some(())
}

/// Which occurrence of a series it is, as the calendar named it.
pub(super) fn occurrence(lines: &mut ContentLines, id: &str) {
    let is_day = id.len() == 8;
    let name = if is_day {
        "RECURRENCE-ID;VALUE=DATE"
    } else {
        "RECURRENCE-ID"
    };
    lines.line(name, id);
}
