//! Why words are no day or time of day, and by whose clock an hour stands.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::dates::short;
use crate::domain::invite::Invite;
use crate::domain::when::Unclear;

/// Why these words are no day, and what to write instead.
#[must_use]
pub fn why(words: &str, unclear: Unclear, today: NaiveDate) -> String {
    match unclear {
        Unclear::NoDay => format!("\"{words}\" is no day that I know"),
        Unclear::NotInTheCalendar => format!("\"{words}\" is not in the calendar"),
        Unclear::TooFar => format!("\"{words}\" is too far away to plan for"),
        Unclear::Either(one, other) => format!(
            "\"{words}\" could be {} or {}: write the one you mean",
            short(one, today),
            short(other, today)
        ),
        Unclear::OtherWeekday(day) => {
            format!(
                "\"{words}\" does not fit: that day is a {}",
                day.format("%A")
            )
        }
        Unclear::HourOrDay(number) => format!(
            "\"{words}\" could be an hour or a day: {number}:00, or {number} with its month"
        ),
        Unclear::NotOnTheClock => format!("\"{words}\" is no time of day: 0:00 to 23:59"),
        Unclear::EndsBefore => format!("\"{words}\" does not end after it begins"),
    }
}

/// By whose clock an hour stands where it is not that of this machine: " New York time"; else nothing.
#[must_use]
pub fn elsewhere(invite: &Invite, home: Tz) -> String {
    let zone: Option<Tz> = invite.zone.as_deref().and_then(|zone| zone.parse().ok());
    zone.filter(|zone| *zone != home)
        .map(|zone| {
            let place = zone.name().rsplit('/').next().unwrap_or_default();
            format!(" {} time", place.replace('_', " "))
        })
        .unwrap_or_default()
}
