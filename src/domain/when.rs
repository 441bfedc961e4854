//! Dates and times as people write them: "fri", "next tue", "in 2 weeks", "25 sep", "2026-09-25"; "12:30", "noon".

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Weekday};

/// The years a date may lie in: a slip of the hand ends here, and no later sum can leave the calendar.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A day in words, seen from today; `None` for anything that is no day.
///
/// A bare weekday is the next one strictly after today; "next tue" is the Tuesday of next week (weeks begin on Monday).
#[must_use]
pub fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase().replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let day = match words.as_slice() {
        [one] => single(one, today),
        ["in", number, unit] => ahead(counted(number)?, unit, today),
        ["in", unit] if *unit != "days" => ahead(1, unit, today),
        ["next", unit @ ("week" | "month" | "year")] => ahead(1, unit, today),
        ["next", name] => {
            let monday =
                today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))?;
            let wanted = weekday(name)?.num_days_from_monday();
            monday.checked_add_days(Days::new(7 + u64::from(wanted)))
        }
        ["end", "of", "week"] => weekday_after(Weekday::Fri, today),
        ["end", "of", "month"] => end_of_month(today),
        ["end", "of", "next", "month"] => end_of_month(today.checked_add_months(Months::new(1))?),
        ["end", "of", "year"] => NaiveDate::from_ymd_opt(today.year(), 12, 31),
        [first, second] => {
            day_and_month(first, second, today).or_else(|| named_day(first, &[second], today))
        }
        [first, second, year] => {
            let full = year.parse().ok().and_then(|year| {
                let (day, month) = order(first, second)?;
                NaiveDate::from_ymd_opt(year, month, day)
            });
            full.or_else(|| named_day(first, &[second, year], today))
        }
        [first, rest @ ..] => named_day(first, rest, today),
        [] => None,
    }?;
    YEARS.contains(&day.year()).then_some(day)
}

/// A day in words of something that has happened: "fri" is the last Friday, today included, "25 sep" the last one. What
/// says itself that it lies ahead ("tomorrow") is given as it is, for whoever asked to refuse.
#[must_use]
pub fn past_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let found = day(text, today);
    let text = text.trim().to_lowercase();
    let first = text.split_whitespace().next().unwrap_or("");
    let is_ahead = matches!(first, "tomorrow" | "tom" | "in" | "next" | "end");
    if is_ahead || found.is_some_and(|day| day <= today) {
        return found;
    }
    // The day that one would have meant a week, a month, some years ago; the nearest that has come.
    let week = today.checked_sub_days(Days::new(7));
    let months = [1, 2, 12, 24, 36, 48, 96].map(|back| today.checked_sub_months(Months::new(back)));
    let earlier = std::iter::once(week).chain(months).flatten();
    let mut meant = earlier.filter_map(|from| day(&text, from));
    meant.find(|day| *day <= today).or(found)
}

/// A time of day: "12:30", "9", "noon", "12h30", "7pm".
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "noon" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" => return NaiveTime::from_hms_opt(0, 0, 0),
        _ => {}
    }
    let (clock, afternoon) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(clock), _) => (clock.trim(), Some(true)),
        (_, Some(clock)) => (clock.trim(), Some(false)),
        _ => (text.as_str(), None),
    };
    let (hour, minute) = match (clock.split_once([':', 'h', '.']), clock.len()) {
        (Some(parts), _) => parts,
        // "1230"
        (None, 4) => clock.split_at_checked(2)?,
        (None, _) => (clock, "0"),
    };
    let minute = if minute.is_empty() { "0" } else { minute };
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match (afternoon, hour) {
        (Some(_), 0 | 13..) => return None,
        (Some(true), 1..=11) => hour + 12,
        (Some(false), 12) => 0,
        (_, hour) => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// A length of time in minutes: "30 min", "2 h", "1.5 h", "90"; minutes where no unit is given.
#[must_use]
pub fn minutes(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let digits = text
        .trim_end_matches(|last: char| last.is_alphabetic())
        .trim();
    let unit = text.get(digits.len()..).unwrap_or("").trim();
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let tenths = match (whole.parse::<u32>(), part.parse::<u32>()) {
        (Ok(whole), Ok(part)) if part < 10 => whole.checked_mul(10)?.checked_add(part)?,
        _ => return None,
    };
    match unit {
        "h" | "hour" | "hours" => tenths.checked_mul(6),
        "" | "m" | "min" | "minutes" => Some(tenths / 10),
        _ => None,
    }
}

/// "2", "two".
fn counted(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let in_words = WORDS.iter().position(|number| *number == word);
    in_words.map_or_else(|| word.parse().ok(), |number| u32::try_from(number).ok())
}

fn single(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    match word {
        "today" => return Some(today),
        "tomorrow" | "tom" => return today.succ_opt(),
        "yesterday" => return today.pred_opt(),
        _ => {}
    }
    for style in ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"] {
        if let Ok(day) = NaiveDate::parse_from_str(word, style) {
            return Some(day);
        }
    }
    if let Some(name) = weekday(word) {
        return weekday_after(name, today);
    }
    // "15th": the next fifteenth, today's included.
    let number =
        day_of_month(word).filter(|_| !word.ends_with(|last: char| last.is_ascii_digit()))?;
    (0..12).find_map(|months| {
        let month = today.checked_add_months(Months::new(months))?;
        month
            .with_day(1)?
            .with_day(number)
            .filter(|day| *day >= today)
    })
}

fn ahead(number: u32, unit: &str, today: NaiveDate) -> Option<NaiveDate> {
    match unit.trim_end_matches('s') {
        "day" => today.checked_add_days(Days::new(number.into())),
        "week" => today.checked_add_days(Days::new(u64::from(number) * 7)),
        "month" => today.checked_add_months(Months::new(number)),
        "year" => today.checked_add_months(Months::new(number.checked_mul(12)?)),
        _ => None,
    }
}

/// "fri 25 sep": the weekday must fit, or a slip would go unseen.
fn named_day(name: &str, rest: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let name = weekday(name)?;
    let day = day(&rest.join(" "), today)?;
    (day.weekday() == name).then_some(day)
}

/// "25 sep", "sep 25", "25 september": the next one, today's included.
fn day_and_month(first: &str, second: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (day, month) = order(first, second)?;
    // A 29 February may be up to eight years away.
    (today.year()..=today.year() + 8)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|found| *found >= today)
}

fn order(first: &str, second: &str) -> Option<(u32, u32)> {
    match (day_of_month(first), month(second)) {
        (Some(day), Some(month)) => Some((day, month)),
        _ => Some((day_of_month(second)?, month(first)?)),
    }
}

fn day_of_month(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|last: char| !last.is_ascii_digit());
    let ending = word.get(digits.len()..)?;
    let number = digits.parse().ok()?;
    (matches!(ending, "" | "." | "st" | "nd" | "rd" | "th") && (1..=31).contains(&number))
        .then_some(number)
}

fn month(word: &str) -> Option<u32> {
    let month: chrono::Month = word.trim_end_matches('.').parse().ok()?;
    Some(month.number_from_month())
}

fn weekday(word: &str) -> Option<Weekday> {
    word.trim_end_matches('.').parse().ok()
}

fn weekday_after(name: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = name.days_since(today.weekday());
    let ahead = if ahead == 0 { 7 } else { ahead };
    today.checked_add_days(Days::new(ahead.into()))
}

fn end_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test says so by failing")]
mod tests {
    use super::*;

    /// Thursday 24 September 2026.
    fn thursday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
    }

    #[test]
    fn days_of_what_has_happened() {
        let cases = [
            ("thu", "2026-09-24"),
            ("fri", "2026-09-18"),
            ("25 sep", "2025-09-25"),
            ("24 sep", "2026-09-24"),
            ("1 sep", "2026-09-01"),
            ("fri 4 sep", "2026-09-04"),
            ("15th", "2026-09-15"),
            ("31st", "2026-08-31"),
            ("29 feb", "2024-02-29"),
            ("yesterday", "2026-09-23"),
            ("2026-12-01", "2026-12-01"),
            ("tomorrow", "2026-09-25"),
            ("in 2 weeks", "2026-10-08"),
        ];
        for (text, day) in cases {
            assert_eq!(past_day(text, thursday()), day.parse().ok(), "{text}");
        }
        assert_eq!(past_day("fryday", thursday()), None);
    }

    #[test]
    fn days_in_words() {
        let cases = [
            ("today", "2026-09-24"),
            ("Tomorrow", "2026-09-25"),
            ("fri", "2026-09-25"),
            ("thursday", "2026-10-01"),
            ("next tue", "2026-09-29"),
            ("next thu", "2026-10-01"),
            ("in 2 weeks", "2026-10-08"),
            ("in two weeks", "2026-10-08"),
            ("24.10.2026", "2026-10-24"),
            ("in a", ""),
            ("in 1 month", "2026-10-24"),
            ("next month", "2026-10-24"),
            ("end of month", "2026-09-30"),
            ("25 sep", "2026-09-25"),
            ("Sep 24", "2026-09-24"),
            ("jan 5", "2027-01-05"),
            ("29 february", "2028-02-29"),
            ("15th", "2026-10-15"),
            ("fri 25 sep", "2026-09-25"),
            ("sat 25 sep", ""),
            ("2026-12-31", "2026-12-31"),
            ("5 oct 2027", "2027-10-05"),
            ("in 99999 years", ""),
            ("31 feb", ""),
            ("12", ""),
            ("soon", ""),
            ("", ""),
        ];
        for (text, expected) in cases {
            let found = day(text, thursday()).map(|day| day.to_string());
            assert_eq!(found.as_deref().unwrap_or(""), expected, "{text}");
        }
    }

    #[test]
    fn days_that_are_over_in_words() {
        let cases = [
            ("today", "2026-09-24"),
            ("yesterday", "2026-09-23"),
            ("thu", "2026-09-24"),
            ("fri", "2026-09-18"),
            ("22 sep", "2026-09-22"),
            ("Sep 24", "2026-09-24"),
            ("25 sep", "2025-09-25"),
            ("29 february", "2024-02-29"),
            ("2026-09-22", "2026-09-22"),
            ("tomorrow", "2026-09-25"),
            ("2027-01-01", "2027-01-01"),
            ("soon", ""),
        ];
        for (text, expected) in cases {
            let found = past_day(text, thursday()).map(|day| day.to_string());
            assert_eq!(found.as_deref().unwrap_or(""), expected, "{text}");
        }
    }

    #[test]
    fn lengths_in_words() {
        let cases = [
            ("30 min", Some(30)),
            ("2h", Some(120)),
            ("1.5 h", Some(90)),
            ("90", Some(90)),
            ("a while", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }

    #[test]
    fn times_in_words() {
        let cases = [
            ("12:30", "12:30"),
            ("9", "09:00"),
            ("noon", "12:00"),
            ("7pm", "19:00"),
            ("12 am", "00:00"),
            ("13h15", "13:15"),
            ("1230", "12:30"),
            ("ab12", ""),
            ("25:00", ""),
            ("13pm", ""),
            ("lunch", ""),
        ];
        for (text, expected) in cases {
            let found = time(text).map(|time| time.format("%H:%M").to_string());
            assert_eq!(found.as_deref().unwrap_or(""), expected, "{text}");
        }
    }
}
