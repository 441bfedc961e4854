//! Times of day, from when until when, and lengths of time.

use chrono::{NaiveTime, TimeDelta};

/// From when, and until when where that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// The beginning.
    pub from: NaiveTime,
    /// The end, later on the same day.
    pub until: Option<NaiveTime>,
}

/// A time of day: "12:30", "9", "noon", "12h30", "7pm", "half past 12".
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "noon" | "midday" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" => return NaiveTime::from_hms_opt(0, 0, 0),
        _ => {}
    }
    let parts = [
        ("half past ", 30),
        ("quarter past ", 15),
        ("quarter to ", -15),
    ];
    for (words, minutes) in parts {
        if let Some(hour) = text.strip_prefix(words) {
            let (time, _) = on_the_clock(hour)?.overflowing_add_signed(TimeDelta::minutes(minutes));
            return Some(time);
        }
    }
    on_the_clock(&text)
}

fn on_the_clock(text: &str) -> Option<NaiveTime> {
    let (clock, afternoon) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(clock), _) => (clock.trim(), Some(true)),
        (_, Some(clock)) => (clock.trim(), Some(false)),
        _ => (text, None),
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

/// From when until when: "12:30", "12:30-14:00", "12:30 to 14", "12:30 for 90 min". `None` where it is none, or ends
/// before it begins.
#[must_use]
pub fn hours(text: &str) -> Option<Hours> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("from ").unwrap_or(&text);
    let text = text
        .trim_start_matches("at ")
        .trim_start_matches('@')
        .trim();
    for word in [" to ", " until ", "-", "–"] {
        if let Some((from, until)) = text.split_once(word)
            && let (Some(from), Some(until)) = (time(from), time(until))
        {
            let until = Some(until).filter(|until| *until > from)?;
            return Some(Hours {
                from,
                until: Some(until),
            });
        }
    }
    if let Some((from, length)) = text.split_once(" for ") {
        let from = time(from)?;
        let length = TimeDelta::minutes(minutes(length)?.into());
        let (until, days) = from.overflowing_add_signed(length);
        let until = Some(until).filter(|until| days == 0 && *until > from)?;
        return Some(Hours {
            from,
            until: Some(until),
        });
    }
    time(text).map(|from| Hours { from, until: None })
}

/// Whether words are meant as a time of day, though there may be none like it: "25:99", "13 pm".
pub(super) fn is_meant_as_time(text: &str) -> bool {
    let text = text
        .trim()
        .trim_start_matches("at ")
        .trim_start_matches('@');
    let begins = text.starts_with(|first: char| first.is_ascii_digit());
    let parts = text.split([':', '-']).collect::<Vec<_>>();
    let is_clock = parts.len() > 1
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    begins && (is_clock || text.ends_with("pm") || text.ends_with("am"))
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
