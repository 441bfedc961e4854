//! Lines about my own conduct: a line drawn, a pace left alone, my hours.

use super::said::Said;
use super::{Fact, Unread};
use crate::domain::dates::short;
use crate::domain::when;

pub(super) fn line(said: &Said<'_>) -> Result<Fact, Unread> {
    said.nothing_more()?;
    Ok(Fact::Boundary(said.one()?, true))
}

pub(super) fn no_line(said: &Said<'_>) -> Result<Fact, Unread> {
    said.nothing_more()?;
    Ok(Fact::Boundary(said.one()?, false))
}

/// Until a day ahead.
pub(super) fn later(said: &Said<'_>) -> Result<Fact, Unread> {
    let (words, today) = (
        super::said::without(said.rest, &["until"]),
        said.known.today,
    );
    if words.is_empty() {
        return Err(Unread::because("Until when? fri, in 2 weeks, 25 sep"));
    }
    let day = when::read(words, today).map_err(|why| said.unclear(words, why))?;
    if day <= today {
        let day = short(day, today);
        return Err(Unread::because(format!("{day} does not lie ahead")));
    }
    Ok(Fact::Later(said.one()?, day))
}

/// A length of time in a week, up to all of it.
pub(super) fn free(said: &Said<'_>) -> Result<Fact, Unread> {
    const WEEK: u32 = 7 * 24 * 60;
    let words = said.rest.trim_end_matches("a week").trim();
    let minutes = when::minutes(words).filter(|minutes| (1..=WEEK).contains(minutes));
    let asked = || Unread::because("How long a week? 6 h, 90 min");
    minutes.map(Fact::WeeklyMinutes).ok_or_else(asked)
}
