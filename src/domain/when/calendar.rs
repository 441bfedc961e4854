//! The words of the calendar: weekdays, months, numbers of days, ends of weeks and quarters.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{Unclear, YEARS};

/// "2", "two", "a".
fn counted(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    if let Some(number) = WORDS.iter().position(|number| *number == word) {
        return u32::try_from(number).ok();
    }
    // More than fits is as far away as anything that does.
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| word.parse().unwrap_or(u32::MAX))
}

/// "in 2 weeks", "2 weeks ago"; one of the unit where no number stands there.
pub(super) fn ahead(
    number: Option<&str>,
    unit: &str,
    today: NaiveDate,
    back: bool,
) -> Result<NaiveDate, Unclear> {
    let is_plural = unit.ends_with('s');
    let number = match number {
        None if is_plural => return Err(Unclear::NoDay),
        None => 1,
        Some(number) => counted(number).ok_or(Unclear::NoDay)?,
    };
    let (days, months) = match unit.trim_end_matches('s') {
        "day" => (Some(u64::from(number)), None),
        "week" | "wk" => (Some(u64::from(number) * 7), None),
        "month" => (None, Some(number)),
        "year" => (None, number.checked_mul(12)),
        _ => return Err(Unclear::NoDay),
    };
    let found = match (days, months, back) {
        (Some(days), _, false) => today.checked_add_days(Days::new(days)),
        (Some(days), _, true) => today.checked_sub_days(Days::new(days)),
        (None, Some(months), false) => today.checked_add_months(Months::new(months)),
        (None, Some(months), true) => today.checked_sub_months(Months::new(months)),
        (None, None, _) => None,
    };
    found.ok_or(Unclear::TooFar)
}

/// A day in one word.
pub(super) fn single(word: &str, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let named = match word {
        "today" | "eod" => Some(today),
        "tomorrow" | "tom" | "tmrw" => today.succ_opt(),
        "yesterday" => today.pred_opt(),
        "eow" => end_of(&["week"], today),
        "eom" => end_of(&["month"], today),
        "eoq" => end_of(&["quarter"], today),
        "eoy" => end_of(&["year"], today),
        _ => weekday(word).and_then(|name| weekday_after(name, today)),
    };
    if let Some(day) = named {
        return Ok(day);
    }
    if word.matches('-').count() == 2 {
        return in_digits(word, '-', today);
    }
    if word.matches('.').count() == 2 {
        return in_digits(word, '.', today);
    }
    if word.contains('/') {
        return in_digits(word, '/', today);
    }
    ordinal(word, today)
}

/// "2026-09-25", "25.9.2026", "25.9.", "25/9": the order of the parts is plain, or one of them can be no month.
fn in_digits(word: &str, by: char, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let parts: Vec<&str> = word.split(by).collect();
    let number = |part: &str| part.parse::<u32>().map_err(|_| Unclear::NoDay);
    let year = |part: &str| match part.parse::<i32>() {
        Ok(year) if part.len() == 4 => Ok(year),
        _ => Err(Unclear::NoDay),
    };
    let exact = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or(Unclear::NotInTheCalendar);
    match (by, parts.as_slice()) {
        ('.', [d, m, ""]) => next(number(d)?, number(m)?, today),
        ('-', [y, m, d]) | ('.', [d, m, y]) => exact(year(y)?, number(m)?, number(d)?),
        ('/', [a, b]) => {
            let (a, b) = (number(a)?, number(b)?);
            either(next(a, b, today), next(b, a, today))
        }
        ('/', [a, b, y]) => {
            let (a, b, y) = (number(a)?, number(b)?, year(y)?);
            either(exact(y, b, a), exact(y, a, b))
        }
        _ => Err(Unclear::NoDay),
    }
}

/// What can be read in two ways is read in none, but where only one is a day, or both are the same.
fn either(
    one: Result<NaiveDate, Unclear>,
    other: Result<NaiveDate, Unclear>,
) -> Result<NaiveDate, Unclear> {
    match (one, other) {
        (Ok(one), Ok(other)) if one != other => Err(Unclear::Either(one, other)),
        (Ok(day), _) | (Err(_), Ok(day)) => Ok(day),
        (Err(why), Err(_)) => Err(why),
    }
}

/// "15th": the next fifteenth, today's included.
fn ordinal(word: &str, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let number =
        number_of_a_day(word).filter(|_| !word.ends_with(|last: char| last.is_ascii_digit()));
    let number = number.ok_or(Unclear::NoDay)?;
    let found = (0..12).find_map(|months| {
        let month = today.checked_add_months(Months::new(months))?;
        let day = month.with_day(1)?.with_day(number);
        day.filter(|day| *day >= today)
    });
    found.ok_or(Unclear::NotInTheCalendar)
}

/// The last day of a week, a month, a quarter, a year: today where today is that day. The week of work ends on Friday.
pub(super) fn end_of(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match words {
        ["week"] | ["the", "week"] => match today.weekday() {
            Weekday::Fri => Some(today),
            _ => weekday_after(Weekday::Fri, today),
        },
        ["next", "week"] => this_week(Weekday::Mon, today)?.checked_add_days(Days::new(11)),
        ["month"] | ["the", "month"] => end_of_month(today),
        ["next", "month"] => end_of_month(today.checked_add_months(Months::new(1))?),
        ["quarter"] | ["the", "quarter"] => end_of_quarter(today),
        ["next", "quarter"] => end_of_quarter(today.checked_add_months(Months::new(3))?),
        ["year"] | ["the", "year"] => NaiveDate::from_ymd_opt(today.year(), 12, 31),
        ["next", "year"] => NaiveDate::from_ymd_opt(today.year().checked_add(1)?, 12, 31),
        [name] => {
            let month = month(name)?;
            let years = [today.year(), today.year().checked_add(1)?];
            let ends = years.map(|year| end_of_month(NaiveDate::from_ymd_opt(year, month, 1)?));
            ends.into_iter().flatten().find(|end| *end >= today)
        }
        _ => None,
    }
}

fn end_of_quarter(day: NaiveDate) -> Option<NaiveDate> {
    let last = day.month0() / 3 * 3 + 3;
    end_of_month(NaiveDate::from_ymd_opt(day.year(), last, 1)?)
}

pub(super) fn end_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

/// "25 sep", "sep 25", "25 september": the next one, today's included.
pub(super) fn day_and_month(
    first: &str,
    second: &str,
    today: NaiveDate,
) -> Result<NaiveDate, Unclear> {
    let (day, month) = order(first, second).ok_or(Unclear::NoDay)?;
    next(day, month, today)
}

fn next(day: u32, month: u32, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    if !YEARS.contains(&today.year()) {
        return Err(Unclear::TooFar);
    }
    // A 29 February may be up to eight years away.
    (today.year()..=today.year() + 8)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|found| *found >= today)
        .ok_or(Unclear::NotInTheCalendar)
}

/// A day and a month by its name, in either order.
pub(super) fn order(first: &str, second: &str) -> Option<(u32, u32)> {
    match (number_of_a_day(first), month(second)) {
        (Some(day), Some(month)) => Some((day, month)),
        _ => Some((number_of_a_day(second)?, month(first)?)),
    }
}

/// "25", "25.", "25th"; whether there is such a day the calendar says.
fn number_of_a_day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|last: char| !last.is_ascii_digit());
    let ending = word.get(digits.len()..)?;
    let is_day = digits.len() <= 2 && matches!(ending, "" | "." | "st" | "nd" | "rd" | "th");
    digits.parse().ok().filter(|_| is_day)
}

fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    if word == "sept" {
        return Some(9);
    }
    let month: chrono::Month = word.parse().ok()?;
    Some(month.number_from_month())
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    match word.trim_end_matches('.') {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        word => word.parse().ok(),
    }
}

pub(super) fn weekday_after(name: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = name.days_since(today.weekday());
    let ahead = if ahead == 0 { 7 } else { ahead };
    today.checked_add_days(Days::new(ahead.into()))
}

/// The day of that name in the week of today.
pub(super) fn this_week(name: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let back = today.weekday().num_days_from_monday();
    let monday = today.checked_sub_days(Days::new(back.into()))?;
    monday.checked_add_days(Days::new(name.num_days_from_monday().into()))
}

/// Whether a word belongs to a date or a time: it is no part of a name unless it is a whole word of one.
#[must_use]
pub fn is_word_of_time(word: &str, today: NaiveDate) -> bool {
    let word = word.to_lowercase();
    matches!(
        word.as_str(),
        "in" | "next" | "last" | "this" | "end" | "noon" | "midnight"
    ) || month(&word).is_some()
        || single(&word, today) != Err(Unclear::NoDay)
        || super::clock::time(&word).is_some()
}
