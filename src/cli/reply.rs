//! Which answer `goodword export reply` writes: that to the lunch which is meant.

use chrono::{NaiveDate, TimeZone};

use super::World;
use crate::domain::invite::Invite;
use crate::domain::sentences::{listed, name};
use crate::export::Part;
use crate::export::icalendar::{Hand, reply};
use crate::store::config::Config;

/// Me and the moment, as calendars want to know them.
pub(super) fn hand(world: &World) -> Result<Hand, String> {
    let me = match &world.config {
        Some(path) => Config::read(path).map_err(|error| error.to_string())?.me,
        None => Vec::new(),
    };
    let now = world.zone.from_local_datetime(&world.now).earliest();
    Ok(Hand {
        me: me.iter().map(|me| me.trim().to_lowercase()).collect(),
        stamp: now.map_or(world.now, |now| now.naive_utc()),
    })
}

/// My answer to the coming lunch with a person, or to the one on a day.
///
/// # Errors
/// Why there is none, or between which days to choose.
pub(super) fn text(part: &Part, on: Option<NaiveDate>, world: &World) -> Result<String, String> {
    let person = part
        .person
        .ok_or("whose lunch is it? goodword export reply NAME")?;
    let who = name(&part.book, person);
    let is_meant = |invite: &&Invite| {
        invite.is_with(person) && on.map_or(invite.day() >= world.today, |on| invite.day() == on)
    };
    let invites = part.book.invites.iter().map(AsRef::as_ref);
    let mut lunches: Vec<&Invite> = invites.filter(is_meant).collect();
    lunches.sort_by_key(|invite| (invite.start, invite.id));
    let hand = hand(world)?;
    let answers: Vec<_> = lunches
        .iter()
        .map(|invite| (invite.day(), reply(invite, &hand)))
        .collect();
    let mut given = answers
        .iter()
        .filter_map(|(day, answer)| Some((day, answer.as_ref().ok()?)));
    match (given.next(), given.next()) {
        (Some((_, text)), None) => Ok(text.clone()),
        (Some(_), Some(_)) => {
            let days = answers.iter().filter(|(_, answer)| answer.is_ok());
            let days: Vec<String> = days.map(|(day, _)| day.to_string()).collect();
            Err(format!(
                "which lunch with {who}? --on DAY chooses between {}",
                listed(&days)
            ))
        }
        (None, _) => Err(match answers.first() {
            Some((day, Err(why))) => format!("the lunch with {who} on {day}: {why}"),
            _ if on.is_some() => format!("no lunch with {who} is on that day"),
            _ => format!("no lunch with {who} is coming"),
        }),
    }
}
