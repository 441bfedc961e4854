//! Days on which the book leaves an hour free.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::book::Book;
use super::invite::Invite;
use super::tuning::TUNING;

/// Weekdays after the lunch, within a month, on which nothing in the book takes that hour.
pub fn free_days<'a>(
    book: &'a Book,
    invite: &'a Invite,
    today: NaiveDate,
) -> impl Iterator<Item = NaiveDate> + use<'a> {
    let first = invite.day().max(today);
    (1..=TUNING.free_days_ahead)
        .filter_map(move |ahead| first.checked_add_days(Days::new(ahead)))
        .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .filter(move |day| is_free(book, invite, *day, today))
}

/// Whether nothing in the book takes the hour of a lunch on another day, the way there and back counted on both sides.
/// Each occurrence of a series stands in the book as a time of its own. A busy day, without hours, takes the whole day;
/// an invite over a whole day takes nothing, as it competes with nothing.
#[must_use]
pub fn is_free(book: &Book, invite: &Invite, day: NaiveDate, today: NaiveDate) -> bool {
    let (taken, by) = (invite.taken(), day.signed_duration_since(invite.day()));
    let (Some(start), Some(end)) = (
        taken.start.checked_add_signed(by),
        taken.end.checked_add_signed(by),
    ) else {
        return false;
    };
    let invites = book
        .invites
        .iter()
        .filter(|other| other.id != invite.id && other.is_open(today) && !other.all_day);
    let mut spans = invites
        .map(|other| other.taken())
        .chain(book.busy.iter().map(|busy| busy.start..busy.end));
    !spans.any(|span| span.start < end && start < span.end)
}
