//! How a day is written on the screen: one short style everywhere.

use std::cell::Cell;

use chrono::{Datelike, NaiveDate};

use super::preferences::DateStyle;
use super::tuning::TUNING;

thread_local! {
    /// The style of whoever reads what this thread writes. It is no argument of [`short`] because every sentence of the
    /// program would have to hand it on, and none decides anything by it.
    static STYLE: Cell<DateStyle> = const { Cell::new(DateStyle::DayFirst) };
}

/// From now on this thread writes days in this style.
pub fn write_in(style: DateStyle) {
    STYLE.set(style);
}

/// "Fri 25 Sep", "Fri Sep 25" or "2026-09-25", by the style of the reader; with the year where it is not the present one.
#[must_use]
pub fn short(day: NaiveDate, today: NaiveDate) -> String {
    let is_this_year = day.year() == today.year();
    let format = match (STYLE.get(), is_this_year) {
        (DateStyle::DayFirst, true) => "%a %-d %b",
        (DateStyle::DayFirst, false) => "%a %-d %b %Y",
        (DateStyle::MonthFirst, true) => "%a %b %-d",
        (DateStyle::MonthFirst, false) => "%a %b %-d %Y",
        (DateStyle::Iso, _) => "%Y-%m-%d",
    };
    day.format(format).to_string()
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

/// Like [`relative`], but always by days, for where it stands beside a number of days: "100 days ago".
#[must_use]
pub fn relative_in_days(day: NaiveDate, today: NaiveDate) -> String {
    match day.signed_duration_since(today).num_days() {
        ahead @ 2.. => format!("in {}", days(ahead)),
        ago @ ..=-2 => format!("{} ago", days(-ago)),
        _ => relative(day, today),
    }
}

/// "6 days", "5 weeks", "7 months", "3 years": a number of days as people say it.
#[must_use]
pub fn span(days: i64) -> String {
    match days {
        ..=20 => counted(days, "day"),
        21..=69 => counted(days / 7, "week"),
        70..=729 => counted((days * 12 + 182) / 365, "month"),
        _ => counted(days / 365, "year"),
    }
}

/// "1 day", "12 days".
#[must_use]
pub fn days(number: i64) -> String {
    counted(number, "day")
}

fn counted(number: i64, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// A duration to sit on a screen beside a name: "12 d", "5 w", "7 m", "3 y".
#[must_use]
pub fn brief(days: i64) -> String {
    match days {
        ..=20 => format!("{days} d"),
        21..=69 => format!("{} w", days / 7),
        70..=729 => format!("{} m", (days * 12 + 182) / 365),
        _ => format!("{} y", days / 365),
    }
}

/// Whether a day lies within the twelve months until today; no day ahead does.
#[must_use]
pub fn is_within_a_year(on: NaiveDate, today: NaiveDate) -> bool {
    (0..=TUNING.value.year_days).contains(&today.signed_duration_since(on).num_days())
}
#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::*;

    #[test]
    fn a_day_in_words() {
        let today: NaiveDate = "2026-09-24".parse().unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(short(day("2026-09-25"), today), "Fri 25 Sep");
        assert_eq!(short(day("2026-10-05"), today), "Mon 5 Oct");
        assert_eq!(short(day("2027-01-04"), today), "Mon 4 Jan 2027");
        let relatives = [
            ("2026-09-24", "today"),
            ("2026-09-25", "tomorrow"),
            ("2026-09-23", "yesterday"),
            ("2026-09-30", "in 6 days"),
            ("2026-09-12", "12 days ago"),
        ];
        for (text, words) in relatives {
            assert_eq!(relative(day(text), today), words);
        }
        assert_eq!(
            (days(1), days(0)),
            ("1 day".to_owned(), "0 days".to_owned())
        );
    }

    #[test]
    fn a_day_is_written_as_its_reader_likes() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-09-24");
        for (style, near, far) in [
            (DateStyle::MonthFirst, "Fri Sep 25", "Mon Jan 4 2027"),
            (DateStyle::Iso, "2026-09-25", "2027-01-04"),
            (DateStyle::DayFirst, "Fri 25 Sep", "Mon 4 Jan 2027"),
        ] {
            write_in(style);
            assert_eq!(short(day("2026-09-25"), today), near);
            assert_eq!(short(day("2027-01-04"), today), far);
        }
    }

    #[test]
    fn the_ends_of_time_have_words_too() {
        let _ = short(NaiveDate::MIN, NaiveDate::MAX);
        let _ = relative(NaiveDate::MIN, NaiveDate::MAX);
        let _ = relative(NaiveDate::MAX, NaiveDate::MIN);
    }
}
