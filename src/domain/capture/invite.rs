//! Lines of an hour that two may spend together: an invite, the answer to one, another time for it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::said::{Said, after, split_last, starts, without};
use super::{Fact, Moved, Unread};
use crate::domain::dates::short;
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, Reply};
use crate::domain::sentences::hour::start;
use crate::domain::sentences::{first_name, listed};
use crate::domain::when::{self, Hours, Moment};

/// What an hour together is called.
const MEALS: [&str; 6] = ["lunch", "coffee", "breakfast", "dinner", "meeting", "call"];

pub(super) fn lunch(said: &Said<'_>) -> Result<Fact, Unread> {
    invite(said, Party::Them, "lunch")
}

pub(super) fn coffee(said: &Said<'_>) -> Result<Fact, Unread> {
    invite(said, Party::Them, "coffee")
}

pub(super) fn breakfast(said: &Said<'_>) -> Result<Fact, Unread> {
    invite(said, Party::Them, "breakfast")
}

pub(super) fn dinner(said: &Said<'_>) -> Result<Fact, Unread> {
    invite(said, Party::Them, "dinner")
}

pub(super) fn meeting(said: &Said<'_>) -> Result<Fact, Unread> {
    invite(said, Party::Them, "meeting")
}

/// "invited max to lunch fri 12:30".
pub(super) fn invited(said: &Said<'_>) -> Result<Fact, Unread> {
    let rest = without(said.rest, &["to", "for"]);
    let meal = meal(rest);
    let rest = meal.and_then(|meal| after(rest, meal)).unwrap_or(rest);
    invite(&said.with_rest(rest), Party::Me, meal.unwrap_or("lunch"))
}

pub(super) fn yes(said: &Said<'_>) -> Result<Fact, Unread> {
    reply(said, Reply::Accepted)
}

pub(super) fn maybe(said: &Said<'_>) -> Result<Fact, Unread> {
    reply(said, Reply::Tentative)
}

pub(super) fn no(said: &Said<'_>) -> Result<Fact, Unread> {
    reply(said, Reply::Declined)
}

fn meal(text: &str) -> Option<&'static str> {
    MEALS.into_iter().find(|meal| after(text, meal).is_some())
}

fn invite(said: &Said<'_>, host: Party, meal: &str) -> Result<Fact, Unread> {
    let (words, place, way) = place(said);
    let moment = moment(said, words)?;
    let (start, end) = hours(said, moment, meal)?;
    let title = match (meal, said.note) {
        ("lunch", note) => note.to_owned(),
        (meal, "") => meal.to_owned(),
        (meal, note) => format!("{meal}: {note}"),
    };
    Ok(Fact::Invite(Box::new(Invite {
        place: place.to_owned(),
        travel_minutes: way,
        title,
        host,
        ..Invite::new(said.who.to_vec(), start, end, said.known.today)
    })))
}

/// The words of the day and the hour, the place behind "at", and the minutes of the way there.
fn place<'a>(said: &Said<'a>) -> (&'a str, &'a str, u32) {
    let (text, way) = way(said.rest);
    let is_place = |start: &usize| {
        let behind = text.get(*start..).and_then(|tail| after(tail, "at"));
        // "fri at 12:30" is a time of day.
        behind.is_some_and(|behind| {
            let first = behind.split_whitespace().next().unwrap_or("");
            when::hours(first).is_none()
        })
    };
    match starts(text).find(is_place) {
        Some(start) => {
            let (words, tail) = text.split_at_checked(start).unwrap_or((text, ""));
            (words.trim(), without(tail, &["at"]), way)
        }
        None => (text, "", way),
    }
}

/// The text without the length of the way at its end, and the way in minutes: "…, 10 min away".
fn way(text: &str) -> (&str, u32) {
    let found = text.strip_suffix(" away").and_then(|text| {
        let (before, length) = text.rsplit_once(',')?;
        Some((before.trim(), when::minutes(length)?))
    });
    found.filter(|(_, way)| *way <= 1_440).unwrap_or((text, 0))
}

fn moment(said: &Said<'_>, words: &str) -> Result<Moment, Unread> {
    let words = without(words, &["on", "for"]);
    when::moment(words, said.known.today).map_err(|why| said.unclear(words, why))
}

/// When it begins and ends: an hour where no end is said, half past twelve for a lunch without a time.
fn hours(
    said: &Said<'_>,
    moment: Moment,
    meal: &str,
) -> Result<(NaiveDateTime, NaiveDateTime), Unread> {
    let today = said.known.today;
    let Some(day) = moment.day else {
        return Err(Unread::because(
            "On which day? fri, next tue 12:30, 25 sep noon",
        ));
    };
    if day < today {
        let day = short(day, today);
        return Err(Unread::because(format!(
            "{day} is over: had lunch with … notes what has been"
        )));
    }
    let noon = NaiveTime::from_hms_opt(12, 30, 0).filter(|_| meal == "lunch");
    let usual = noon.map(|from| Hours { from, until: None });
    let Some(hours) = moment.hours.or(usual) else {
        return Err(Unread::because(
            "At what time? 15:00, noon, 7pm, 15:00-16:30",
        ));
    };
    Ok(from_until(day, hours, TimeDelta::hours(1)))
}

fn from_until(day: NaiveDate, hours: Hours, length: TimeDelta) -> (NaiveDateTime, NaiveDateTime) {
    let start = day.and_time(hours.from);
    let end = match hours.until {
        Some(until) => day.and_time(until),
        None => start.checked_add_signed(length).unwrap_or(start),
    };
    (start, end)
}

/// The answer to the invite that is meant; a yes or a maybe to one that is not written down yet writes it down.
fn reply(said: &Said<'_>, reply: Reply) -> Result<Fact, Unread> {
    let (words, place, way) = place(said);
    let meal = meal(words);
    let words = meal.and_then(|meal| after(words, meal)).unwrap_or(words);
    let moment = moment(said, words)?;
    let open = open(said, moment)?;
    match open.as_slice() {
        [one] => Ok(Fact::Reply(one.id, reply)),
        [] if reply == Reply::Declined || moment.day.is_none() => Err(none_open(said)),
        [] => {
            let (start, end) = hours(said, moment, meal.unwrap_or("lunch"))?;
            let title = meal.filter(|meal| *meal != "lunch").unwrap_or("");
            Ok(Fact::Invite(Box::new(Invite {
                reply,
                place: place.to_owned(),
                travel_minutes: way,
                title: title.to_owned(),
                ..Invite::new(said.who.to_vec(), start, end, said.known.today)
            })))
        }
        several => Err(which(said, several)),
    }
}

/// "moved dana lunch to tue 12:30", or from one of several: "moved dana fri to tue 12:30".
pub(super) fn moved(said: &Said<'_>) -> Result<Fact, Unread> {
    let rest = meal(said.rest).and_then(|meal| after(said.rest, meal));
    let rest = rest.unwrap_or(said.rest);
    let (from, to) = match split_last(rest, "to") {
        Some((from, to)) if when::hours(to).is_none() || from.is_empty() => (from, to),
        _ => ("", rest),
    };
    let from = moment(said, from)?;
    let open = open(said, from)?;
    let one = match open.as_slice() {
        [one] => *one,
        [] => return Err(none_open(said)),
        several => return Err(which(said, several)),
    };
    let to = moment(said, to)?;
    let same = Hours {
        from: one.start.time(),
        until: None,
    };
    let day = to.day.or_else(|| to.hours.map(|_| one.day()));
    let day = day.ok_or_else(|| Unread::because("To when? tue, next tue 12:30, 29 sep noon"))?;
    if day < said.known.today {
        let day = short(day, said.known.today);
        return Err(Unread::because(format!("{day} is over: to when?")));
    }
    let length = one.end.signed_duration_since(one.start);
    let (start, end) = from_until(day, to.hours.unwrap_or(same), length);
    Ok(Fact::Moved(Moved {
        invite: one.id,
        start,
        end,
    }))
}

/// The open invites with that person, of that day and hour where they are said.
fn open<'a>(said: &Said<'a>, moment: Moment) -> Result<Vec<&'a Invite>, Unread> {
    let known = said.known;
    let invites = known.relationships.with(said.one()?).invites.iter();
    let is_meant = |invite: &&Invite| {
        let is_open = invite.outcome.is_none() && invite.day() >= known.today;
        is_open
            && moment.day.is_none_or(|day| invite.day() == day)
            && moment
                .hours
                .is_none_or(|hours| invite.start.time() == hours.from)
    };
    let mut open: Vec<&Invite> = invites.map(AsRef::as_ref).filter(is_meant).collect();
    open.sort_by_key(|invite| (invite.start, invite.id));
    Ok(open)
}

fn none_open(said: &Said<'_>) -> Unread {
    let name = said
        .who
        .first()
        .map(|who| first_name(said.known.book, *who));
    let name = name.unwrap_or("them");
    Unread::because(format!("No invite of {name} fits that day and hour"))
}

fn which(said: &Said<'_>, several: &[&Invite]) -> Unread {
    let name = |invite: &&Invite| start(invite, said.known.today);
    let all = listed(&several.iter().map(name).collect::<Vec<_>>());
    Unread::because(format!("Which one? Add the day: {all}"))
}
