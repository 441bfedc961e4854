//! How often I mean to talk with somebody, and how long it has been.

use chrono::NaiveDate;

use super::contact::Contact;
use super::relationship::Relationship;
use super::tuning::TUNING;

/// How overdue a talk is, per mille: half of it on the day it is due, all at twice the wished time, 0 without a wish or while
/// snoozed.
#[must_use]
pub fn rhythm(contact: &Contact, between: &Relationship, today: NaiveDate) -> i64 {
    let Some(wished) = contact.rhythm_days else {
        return 0;
    };
    if is_snoozed(contact, today) {
        return 0;
    }
    let since = days_since_talk(contact, between, today).max(0);
    since
        .saturating_mul(TUNING.rhythm_due)
        .checked_div(i64::from(wished.get()))
        .unwrap_or(1000)
        .min(1000)
}

/// How long it has been, by the time that I meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// Well within the time.
    Fresh,
    /// The time is nearly over.
    Soon,
    /// The time is over.
    Due,
    /// Half the time over again.
    Overdue,
    /// Twice the time and more.
    Fading,
    /// We talked once, and have not for three years, whatever I meant.
    Dormant,
}

/// The pace with somebody; `None` where none is meant and we talked within three years, or never.
#[must_use]
pub fn pace(contact: &Contact, between: &Relationship, today: NaiveDate) -> Option<Pace> {
    let since = days_since_talk(contact, between, today);
    if between.last_talk().is_some() && since >= TUNING.dormant_days {
        return Some(Pace::Dormant);
    }
    let [soon, due, overdue, fading] = TUNING.pace_words;
    Some(match lateness(contact, between, today)? {
        late if late < soon => Pace::Fresh,
        late if late < due => Pace::Soon,
        late if late < overdue => Pace::Due,
        late if late < fading => Pace::Overdue,
        _ => Pace::Fading,
    })
}

/// How long it has been, per mille of the time meant, without an upper end: who is later by their own measure is later,
/// however near the day. `None` where no time is meant; what is set aside for now is as late as it is.
#[must_use]
pub fn lateness(contact: &Contact, between: &Relationship, today: NaiveDate) -> Option<i64> {
    let meant = i64::from(contact.rhythm_days?.get());
    let since = days_since_talk(contact, between, today).max(0);
    since.saturating_mul(1000).checked_div(meant)
}

/// Whether the wish is set aside for now.
#[must_use]
pub fn is_snoozed(contact: &Contact, today: NaiveDate) -> bool {
    contact.snoozed_until.is_some_and(|until| until > today)
}

/// Days since both of us spoke; for somebody I never spoke to, since I wrote them down.
#[must_use]
pub fn days_since_talk(contact: &Contact, between: &Relationship, today: NaiveDate) -> i64 {
    let since = between.last_talk().unwrap_or(contact.added);
    today.signed_duration_since(since).num_days()
}
