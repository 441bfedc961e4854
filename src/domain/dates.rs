//! Days in words: one short style for all screens.

use chrono::{Datelike, NaiveDate};

/// A day in the short style: "Fri 25 Sep", with the year where it is not today's: "Mon 4 Jan 2027".
#[must_use]
pub fn short(date: NaiveDate, today: NaiveDate) -> String {
    let style = if date.year() == today.year() {
        "%a %-d %b"
    } else {
        "%a %-d %b %Y"
    };
    date.format(style).to_string()
}

/// How far a day is from today: "today", "tomorrow", "in 6 days", "yesterday", "12 days ago".
#[must_use]
pub fn relative(date: NaiveDate, today: NaiveDate) -> String {
    match date.signed_duration_since(today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        ahead @ 2.. => format!("in {ahead} days"),
        ago => format!("{} days ago", -ago),
    }
}

/// A number of days: "1 day", "12 days".
#[must_use]
pub fn days(number: i64) -> String {
    if number == 1 {
        "1 day".to_owned()
    } else {
        format!("{number} days")
    }
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
    fn the_ends_of_time_have_words_too() {
        let _ = short(NaiveDate::MIN, NaiveDate::MAX);
        let _ = relative(NaiveDate::MIN, NaiveDate::MAX);
        let _ = relative(NaiveDate::MAX, NaiveDate::MIN);
    }
}
