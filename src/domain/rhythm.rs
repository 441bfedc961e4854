//! How often I mean to talk with somebody, and how long it has been.

use chrono::NaiveDate;

use super::contact::Contact;
use super::relationship::Relationship;

/// How overdue a talk is, per mille: 500 is due today, 1000 is twice the wished time or more, 0 without a wish or while
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
        .saturating_mul(500)
        .checked_div(i64::from(wished.get()))
        .unwrap_or(1000)
        .min(1000)
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
