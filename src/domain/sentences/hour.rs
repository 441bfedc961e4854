//! When a lunch is, in words.

use chrono::NaiveDate;

use crate::domain::dates::short;
use crate::domain::invite::Invite;

/// "12:30", or "all day".
#[must_use]
pub fn clock(invite: &Invite) -> String {
    if invite.all_day {
        "all day".to_owned()
    } else {
        invite.start.format("%H:%M").to_string()
    }
}

/// "Fri 25 Sep 12:30"; the day alone where it is all of it.
#[must_use]
pub fn start(invite: &Invite, today: NaiveDate) -> String {
    let day = short(invite.day(), today);
    if invite.all_day {
        return day;
    }
    format!("{day} {}", clock(invite))
}
