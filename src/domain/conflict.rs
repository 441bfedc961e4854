//! Two lunches, one hour: which invites compete, and what the comparison reads of each.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::book::Book;
use super::comparison::{Order, Reading, Side, Verdict, Wait, compare};
use super::incident::Party;
use super::invite::{Assessment, Invite, InviteId, MoveOk, NextChance, Reply};
use super::promise::{Promise, State};
use super::relationship::{Relationship, Relationships, is_unrepaired};
use super::rhythm::rhythm;
use super::tuning::{TUNING, Urgency};

/// Two open invites of different people that overlap. Computed, never stored in a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Conflict {
    /// The one that begins first; of two that begin together, the one that came first.
    pub a: InviteId,
    /// The other one.
    pub b: InviteId,
}

impl Conflict {
    /// The invite of one side.
    #[must_use]
    pub const fn invite(&self, side: Side) -> InviteId {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }
}

/// All conflicts of the book, soonest first. Three invites for one hour are three conflicts, compared pair by pair.
#[must_use]
pub fn conflicts(book: &Book, today: NaiveDate) -> Vec<Conflict> {
    let mut open: Vec<&Invite> = book
        .invites
        .iter()
        .map(AsRef::as_ref)
        .filter(|invite| invite.is_open(today) && !invite.all_day)
        .collect();
    open.sort_by_key(|invite| (invite.start, invite.asked_on, invite.id));
    let mut found = Vec::new();
    let mut rest = open.as_slice();
    // Clocks of two places differ by little more than a day, so that nothing can overlap that begins two days and the
    // longest way there after the end of another.
    let longest_way = open.iter().map(|invite| invite.travel_minutes).max();
    let slack = TimeDelta::days(2) + TimeDelta::minutes(longest_way.unwrap_or(0).into());
    while let Some((a, later)) = rest.split_first() {
        let end = a.taken().end;
        let reach = end.checked_add_signed(slack).unwrap_or(NaiveDateTime::MAX);
        let near = later.iter().take_while(|b| b.start <= reach);
        for b in near.filter(|b| compete(a, b)) {
            found.push(Conflict { a: a.id, b: b.id });
        }
        rest = later;
    }
    found
}

/// Whether two invites want the same time with different people.
fn compete(a: &Invite, b: &Invite) -> bool {
    let shared = a.with.iter().any(|contact| b.with.contains(contact));
    !shared && overlap(a, b)
}

/// The open invites that want the same time as an hour that is still to be written down or moved.
#[must_use]
pub fn wanting_the_same<'a>(book: &'a Book, new: &Invite, today: NaiveDate) -> Vec<&'a Invite> {
    let invites = book.invites.iter().map(AsRef::as_ref);
    let others = invites.filter(|other| other.id != new.id && other.is_open(today));
    let timed = others.filter(|other| !other.all_day && !new.all_day);
    timed.filter(|other| compete(new, other)).collect()
}

fn overlap(a: &Invite, b: &Invite) -> bool {
    share_time((&a.taken(), zone(a)), (&b.taken(), zone(b)))
}

/// Whether two spans have time in common, each by the wall clock of its zone. Where one zone is not known, both are
/// taken as read on one clock.
pub(super) fn share_time(
    (a, zone_a): (&Range<NaiveDateTime>, Option<Tz>),
    (b, zone_b): (&Range<NaiveDateTime>, Option<Tz>),
) -> bool {
    match (zone_a, zone_b) {
        (Some(za), Some(zb)) if za != zb => meet(&moments(za, a), &moments(zb, b)),
        _ => meet(a, b),
    }
}

fn meet<T: PartialOrd>(a: &Range<T>, b: &Range<T>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Hours of a wall clock as moments. Hours that begin while the clock skips last as long as the clock says.
fn moments(zone: Tz, taken: &Range<NaiveDateTime>) -> Range<DateTime<Utc>> {
    let start = in_utc(zone, taken.start);
    let end = in_utc(zone, taken.end);
    let by_length = start.checked_add_signed(taken.end - taken.start);
    start..if end > start {
        end
    } else {
        by_length.unwrap_or(end)
    }
}

/// The zone by whose wall clock an invite is written, where it is a known one.
pub(super) fn zone(invite: &Invite) -> Option<Tz> {
    invite.zone.as_deref()?.parse().ok()
}

/// A wall clock as a moment. An hour that the clock repeats is taken as its first reading, one that it skips by the
/// clock of the day before.
fn in_utc(zone: Tz, clock: NaiveDateTime) -> DateTime<Utc> {
    let day = TimeDelta::days(1);
    let moment = |clock: NaiveDateTime| zone.from_local_datetime(&clock).earliest();
    let skipped = || moment(clock.checked_sub_signed(day)?)?.checked_add_signed(day);
    moment(clock)
        .or_else(skipped)
        .map_or_else(|| clock.and_utc(), |moment| moment.with_timezone(&Utc))
}

/// Compares the two sides of a conflict as they stand in the book; `None` where an invite is gone.
#[must_use]
pub fn verdict(
    book: &Book,
    relationships: &Relationships,
    conflict: Conflict,
    untruth: Option<Side>,
    today: NaiveDate,
) -> Option<Verdict> {
    let a = reading(book, relationships, book.invites.get(conflict.a)?, today);
    let b = reading(book, relationships, book.invites.get(conflict.b)?, today);
    let order: &Order = &book.settings.order_of_lines;
    Some(compare(&a, &b, order, untruth))
}

/// The side whose choice would need an untruth to the other, as I said it of the invites. Of both it is none: then it
/// tells nothing between them.
#[must_use]
pub fn untruth(book: &Book, conflict: Conflict) -> Option<Side> {
    let needs = |id: InviteId| {
        let assessment = book
            .invites
            .get(id)
            .and_then(|invite| invite.assessment.as_ref());
        assessment.is_some_and(|known| known.needs_untruth)
    };
    match (needs(conflict.a), needs(conflict.b)) {
        (true, false) => Some(Side::A),
        (false, true) => Some(Side::B),
        (true, true) | (false, false) => None,
    }
}

/// What the comparison reads of an invite. Of several people at one table the highest claim counts, and any line drawn.
#[must_use]
pub fn reading(
    book: &Book,
    relationships: &Relationships,
    invite: &Invite,
    today: NaiveDate,
) -> Reading {
    let unanswered = Assessment::default();
    let assessment = invite.assessment.as_ref().unwrap_or(&unanswered);
    let people: Vec<_> = invite
        .with
        .iter()
        .filter_map(|id| book.contacts.get(*id))
        .map(|contact| (contact, relationships.with(contact.id)))
        .collect();
    let advanced = advanced(book, invite, assessment);
    let highest = |of: &dyn Fn(&Relationship) -> i64| {
        people
            .iter()
            .map(|(_, between)| of(between))
            .max()
            .unwrap_or(0)
    };
    Reading {
        help: assessment.help,
        aim_linked: people.iter().any(|(contact, _)| {
            let aim = assessment.aim.and_then(|aim| contact.aim(aim));
            aim.is_some_and(|aim| aim.closed.is_none())
        }),
        word: strongest(&advanced, today),
        repair: highest(&|between| between.unrepaired(&assessment.advances)),
        wait: wait(assessment.next_chance, invite.day()),
        horizon: assessment.horizon,
        rhythm: people
            .iter()
            .map(|(contact, between)| rhythm(contact, between, today))
            .max()
            .unwrap_or(0),
        safety: assessment.safety,
        boundary: people.iter().any(|(contact, _)| contact.boundary),
        word_given: has_my_word(invite)
            || advanced
                .iter()
                .any(|promise| promise.is_owed() && promise.due == Some(invite.day())),
        trust_caution: people
            .iter()
            .any(|(_, between)| between.trust_caution(today)),
    }
}

/// The promises of mine that the hour moves.
fn advanced<'a>(book: &'a Book, invite: &Invite, assessment: &Assessment) -> Vec<&'a Promise> {
    let promises = assessment.advances.iter();
    promises
        .filter_map(|id| book.promises.get(*id))
        .map(AsRef::as_ref)
        .filter(|promise| promise.by == Party::Me && invite.is_with(promise.contact))
        .collect()
}

/// The claim of the one that claims most: many promises buy no priority.
fn strongest(advanced: &[&Promise], today: NaiveDate) -> i64 {
    let claims = advanced.iter().map(|promise| claim(promise, today));
    claims.max().unwrap_or(0)
}

/// From the day of the hour to the next chance.
fn wait(next_chance: NextChance, from: NaiveDate) -> Wait {
    match next_chance {
        NextChance::Unknown => Wait::Unknown,
        NextChance::Never => Wait::Never,
        NextChance::In(days) => Wait::Days(days.into()),
        NextChance::On(day) => Wait::Days(day.signed_duration_since(from).num_days().max(0)),
    }
}

/// Whether they have my word for this hour: I said yes, or a "maybe" that they may have taken for one, or I invited
/// them; and neither did they let me off nor was my yes to something else.
#[must_use]
pub fn has_my_word(invite: &Invite) -> bool {
    let said_yes = match invite.reply {
        Reply::Accepted => true,
        Reply::Tentative => invite.heard_yes != Some(false),
        Reply::NeedsAction | Reply::Declined => false,
    };
    (said_yes || invite.host == Party::Me)
        && invite.move_ok != MoveOk::TheySaidFine
        && !invite.yes_void
}

/// What a promise of mine that the hour moves claims, 0..=1000: what they heard, by how soon it is due. A broken one
/// that is not made right keeps its full claim: breaking a word must not lower it.
#[must_use]
pub fn claim(promise: &Promise, today: NaiveDate) -> i64 {
    let urgency = match promise.state {
        State::Missed { .. } if is_unrepaired(promise) => 1000,
        State::Open | State::Blocked { .. } => urgency(promise.days_left(today)),
        _ => 0,
    };
    promise.heard_strength().per_mille() * urgency / 1000
}

/// How soon something is due, per mille: 500 without a date, 1000 within a week or late, 250 from two months on.
#[must_use]
pub fn urgency(days_left: Option<i64>) -> i64 {
    let Urgency {
        without_day,
        full_days,
        fall_days,
        fall,
        least,
    } = TUNING.urgency;
    match days_left {
        None => without_day,
        Some(days) if days <= full_days => 1000,
        Some(days) => (1000 - (days - full_days).saturating_mul(fall) / fall_days).max(least),
    }
}
