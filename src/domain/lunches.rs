//! The lunches that still stand: those of a day, the next one, and what each brings along.

use chrono::NaiveDate;

use super::book::Book;
use super::invite::Invite;
use super::promise::Promise;

/// The lunches of today that still stand, by their hour.
#[must_use]
pub fn of_today(book: &Book, today: NaiveDate) -> Vec<&Invite> {
    let mut lunches: Vec<&Invite> = open(book, today)
        .filter(|invite| invite.day() == today)
        .collect();
    lunches.sort_by_key(|invite| (invite.start, invite.id));
    lunches
}

/// The first lunch after today that still stands.
#[must_use]
pub fn next(book: &Book, today: NaiveDate) -> Option<&Invite> {
    let later = open(book, today).filter(|invite| invite.day() > today);
    later.min_by_key(|invite| (invite.start, invite.id))
}

fn open(book: &Book, today: NaiveDate) -> impl Iterator<Item = &Invite> {
    let invites = book.invites.iter().map(AsRef::as_ref);
    invites.filter(move |invite| invite.is_open(today))
}

/// What I owe those at the table and can bring: promises that I noted the lunch keeps, and those due by its day. The
/// first due comes first.
#[must_use]
pub fn brings<'a>(book: &'a Book, lunch: &Invite) -> Vec<&'a Promise> {
    let advances = lunch.assessment.as_ref().map(|known| &known.advances);
    let is_kept = |promise: &Promise| advances.is_some_and(|listed| listed.contains(&promise.id));
    let is_due = |promise: &Promise| promise.due.is_some_and(|due| due <= lunch.day());
    let mut promises: Vec<&Promise> = book
        .promises
        .iter()
        .map(AsRef::as_ref)
        .filter(|promise| promise.is_owed_by_me() && lunch.is_with(promise.contact))
        .filter(|promise| is_kept(promise) || is_due(promise))
        .collect();
    promises.sort_by_key(|promise| promise.by_due());
    promises
}
