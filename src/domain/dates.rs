//! How a day is written on the screen: one short style everywhere.

use chrono::{Datelike, NaiveDate};

/// "Fri 25 Sep"; with the year where it is not the present one.
#[must_use]
pub fn short(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        day.format("%a %-d %b").to_string()
    } else {
        day.format("%a %-d %b %Y").to_string()
    }
}

/// "today", "tomorrow", "in 6 days", "5 days ago", "2 months ago": near days by days, far ones by months and years.
#[must_use]
pub fn relative(day: NaiveDate, today: NaiveDate) -> String {
    let days = day.signed_duration_since(today).num_days();
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2.. => format!("in {}", span(days)),
        _ => format!("{} ago", span(-days)),
    }
}

/// "6 days", "5 weeks", "7 months", "3 years": a number of days as people say it.
#[must_use]
pub fn span(days: i64) -> String {
    match days {
        ..=20 => counted(days, "day"),
        21..=69 => counted(days / 7, "week"),
        70..=729 => counted(days * 12 / 365, "month"),
        _ => counted(days / 365, "year"),
    }
}

/// "1 day", "2 days".
#[must_use]
pub fn counted(number: i64, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// A duration to sit on a screen beside a name: "12 d", "5 w", "7 m", "3 y".
#[must_use]
pub fn brief(days: i64) -> String {
    match days {
        ..=20 => format!("{days} d"),
        21..=69 => format!("{} w", days / 7),
        70..=729 => format!("{} m", days * 12 / 365),
        _ => format!("{} y", days / 365),
    }
}
