//! Dates and times as people write them: "fri", "next tue", "in 2 weeks", "eoq", "25 sep", "2026-09-25"; "12:30", "noon".
//!
//! Only what can mean one day is read as one. What could mean two, or none that there is, says so ([`Unclear`]).

mod calendar;
mod clock;
mod moment;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use calendar::{ahead, day_and_month, end_of, order, single, this_week, weekday, weekday_after};

pub use calendar::is_word_of_time;
pub use clock::{Hours, hours, minutes, time};
pub use moment::{Moment, moment};

/// The years a date may lie in: a slip of the hand ends here, and no later sum can leave the calendar.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Why words are no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// Nothing in them speaks of a day.
    NoDay,
    /// There is no such day: 31 February.
    NotInTheCalendar,
    /// Farther away than anything is noted: in 99999 years.
    TooFar,
    /// They could mean either: 5/6.
    Either(NaiveDate, NaiveDate),
    /// The date that stands there is another day of the week.
    OtherWeekday(NaiveDate),
    /// A bare number: an hour, or a day of the month.
    HourOrDay(u32),
    /// There is no such time of day: 25:99.
    NotOnTheClock,
    /// The end is not after the beginning.
    EndsBefore,
}

/// A day in words, seen from today; `None` for anything that is no day.
///
/// A bare weekday is the next one strictly after today; "next tue" is the Tuesday of next week (weeks begin on Monday).
#[must_use]
pub fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    read(text, today).ok()
}

/// A day in words of something that has happened: "fri" is the last Friday, today included, "25 sep" the last one. What
/// says itself that it lies ahead ("tomorrow") is given as it is, for whoever asked to refuse.
#[must_use]
pub fn past_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    read_past(text, today).ok()
}

/// Like [`day`], with the reason where it is none.
///
/// # Errors
/// [`Unclear`] for words that mean no day, or more than one.
pub fn read(text: &str, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let text = text.trim().to_lowercase().replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = words.strip_prefix(&["on"]).unwrap_or(&words);
    let words = words.strip_prefix(&["the"]).unwrap_or(words);
    let day = of_words(words, today)?;
    if YEARS.contains(&day.year()) {
        Ok(day)
    } else {
        Err(Unclear::TooFar)
    }
}

/// Like [`past_day`], with the reason where it is none.
///
/// # Errors
/// [`Unclear`] for words that mean no day, or more than one.
pub fn read_past(text: &str, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let text = text.trim().to_lowercase();
    if let Some(name) = text.strip_prefix("this ").and_then(weekday) {
        return this_week(name, today).ok_or(Unclear::TooFar);
    }
    let found = read(&text, today);
    let first = text.split_whitespace().next().unwrap_or("");
    let is_ahead = matches!(
        first,
        "tomorrow" | "tom" | "tmrw" | "in" | "next" | "end" | "eow" | "eom" | "eoq" | "eoy"
    );
    let is_over = found.is_ok_and(|day| day <= today);
    if is_ahead || is_over {
        return found;
    }
    earlier(&text, today).map_or(found, Ok)
}

/// The day that one would have meant a week, a month, some years ago; the nearest that has come.
fn earlier(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let week = today.checked_sub_days(Days::new(7));
    let months = [1, 2, 12, 24, 36, 48, 96].map(|back| today.checked_sub_months(Months::new(back)));
    let mut earlier = std::iter::once(week).chain(months).flatten();
    earlier.find_map(|from| day(text, from).filter(|day| *day <= today))
}

fn of_words(words: &[&str], today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let in_days = |days: u64| today.checked_add_days(Days::new(days));
    let day = match words {
        [] => return Err(Unclear::NoDay),
        [one] => return single(one, today),
        ["day", "after", "tomorrow"] => in_days(2),
        ["day", "before", "yesterday"] => today.checked_sub_days(Days::new(2)),
        ["in", number, unit] => return ahead(Some(number), unit, today, false),
        [number, unit, "ago"] => return ahead(Some(number), unit, today, true),
        ["in", unit] | ["next", unit @ ("week" | "month" | "year")] => {
            return ahead(None, unit, today, false);
        }
        ["next", name] | [name, "next", "week"] => weekday(name).and_then(|name| {
            let monday = this_week(Weekday::Mon, today)?;
            monday.checked_add_days(Days::new(7 + u64::from(name.num_days_from_monday())))
        }),
        ["last", name] => weekday(name).and_then(|name| {
            let back = today.weekday().days_since(name);
            today.checked_sub_days(Days::new(if back == 0 { 7 } else { back.into() }))
        }),
        ["this", name] => return this(name, today),
        ["end", "of", rest @ ..] => end_of(rest, today),
        [first, "of", second] | [first, second] if order(first, second).is_some() => {
            return day_and_month(first, second, today);
        }
        [first, second, year] if order(first, second).is_some() => {
            return of_a_year(first, second, year);
        }
        [name, rest @ ..] if weekday(name).is_some() => return named_day(name, rest, today),
        _ => None,
    };
    day.ok_or(Unclear::NoDay)
}

/// "this fri": the one of this week, where it lies ahead.
fn this(name: &str, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let name = weekday(name).ok_or(Unclear::NoDay)?;
    let (Some(here), Some(next)) = (this_week(name, today), weekday_after(name, today)) else {
        return Err(Unclear::TooFar);
    };
    if here >= today {
        Ok(here)
    } else {
        Err(Unclear::Either(here, next))
    }
}

/// "25 sep 2027".
fn of_a_year(first: &str, second: &str, year: &str) -> Result<NaiveDate, Unclear> {
    let (day, month) = order(first, second).ok_or(Unclear::NoDay)?;
    let year: i32 = year.parse().map_err(|_| Unclear::NoDay)?;
    if !YEARS.contains(&year) {
        return Err(Unclear::TooFar);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Unclear::NotInTheCalendar)
}

/// "fri 25 sep": the weekday must fit, or a slip would go unseen.
fn named_day(name: &str, rest: &[&str], today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let day = of_words(rest, today)?;
    if weekday(name) == Some(day.weekday()) {
        Ok(day)
    } else {
        Err(Unclear::OtherWeekday(day))
    }
}
