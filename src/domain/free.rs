//! Days on which the book leaves an hour free.

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use chrono_tz::Tz;

use super::book::Book;
use super::conflict::{share_time, zone};
use super::invite::{Busy, Invite};
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
#[must_use]
pub fn is_free(book: &Book, invite: &Invite, day: NaiveDate, today: NaiveDate) -> bool {
    let (taken, by) = (invite.taken(), day.signed_duration_since(invite.day()));
    let (Some(start), Some(end)) = (
        taken.start.checked_add_signed(by),
        taken.end.checked_add_signed(by),
    ) else {
        return false;
    };
    let mut others = takers(book, &(start..end), zone(invite), None, today)
        .filter(|taker| !matches!(taker, Taker::Invite(other) if other.id == invite.id));
    others.next().is_none()
}

/// What takes time.
pub enum Taker<'a> {
    /// An invite that may still come about.
    Invite(&'a Invite),
    /// Time that is taken, with no word on what for.
    Busy(&'a Busy),
}

impl Taker<'_> {
    /// The time it takes, with the way there and back.
    #[must_use]
    pub fn taken(&self) -> Range<NaiveDateTime> {
        match self {
            Self::Invite(invite) => invite.taken(),
            Self::Busy(busy) => busy.start..busy.end,
        }
    }

    /// The zone by whose wall clock that is read; none for busy time, which stands by the clock of this machine.
    fn zone(&self) -> Option<Tz> {
        match self {
            Self::Invite(invite) => zone(invite),
            Self::Busy(_) => None,
        }
    }
}

/// What takes a part of a span of time, which is read on the wall clock of `on`. `home` is the zone of this machine: by
/// its clock stands what has no zone of its own. Each occurrence of a series stands in the book as a time of its own. A
/// busy day, without hours, takes the whole day; an invite over a whole day takes nothing, as it competes with nothing.
pub fn takers<'a>(
    book: &'a Book,
    span: &Range<NaiveDateTime>,
    on: Option<Tz>,
    home: Option<Tz>,
    today: NaiveDate,
) -> impl Iterator<Item = Taker<'a>> + use<'a> {
    let (span, on) = (span.clone(), on.or(home));
    let invites = book.invites.iter().map(AsRef::as_ref);
    let open = invites.filter(move |invite: &&Invite| invite.is_open(today) && !invite.all_day);
    let busy = book.busy.iter().map(|busy| Taker::Busy(busy));
    let all = open.map(Taker::Invite).chain(busy);
    all.filter(move |taker| {
        let zone = taker.zone().or(home);
        share_time((&taker.taken(), zone), (&span, on))
    })
}
