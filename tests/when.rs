//! Dates and times in words, seen from different days: what they mean, or why they mean none.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use chrono::NaiveDate;
use goodword::domain::sentences::when::why;
use goodword::domain::when::{Moment, day, minutes, moment, past_day, read, read_past, time};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Thursday; a Sunday; a Friday; a last day of a month and quarter; a leap day; the day before it; New Year's Eve.
const THU: &str = "2026-09-24";
const SUN: &str = "2026-09-27";
const FRI: &str = "2026-09-25";
const END: &str = "2026-09-30";
const LEAP: &str = "2028-02-29";
const BEFORE: &str = "2027-02-28";
const EVE: &str = "2026-12-31";

/// What a phrase means on a day.
const AHEAD: [(&str, &str, &str); 92] = [
    (THU, "today", "2026-09-24"),
    (THU, "Tomorrow", "2026-09-25"),
    (THU, "tom", "2026-09-25"),
    (THU, "yesterday", "2026-09-23"),
    (THU, "day after tomorrow", "2026-09-26"),
    (THU, "the day after tomorrow", "2026-09-26"),
    (THU, "day before yesterday", "2026-09-22"),
    (THU, "fri", "2026-09-25"),
    (THU, "Friday", "2026-09-25"),
    (THU, "on fri", "2026-09-25"),
    (THU, "thu", "2026-10-01"),
    (THU, "thurs", "2026-10-01"),
    (THU, "thursday", "2026-10-01"),
    (THU, "tues", "2026-09-29"),
    (THU, "weds", "2026-09-30"),
    (SUN, "mon", "2026-09-28"),
    (SUN, "sun", "2026-10-04"),
    (FRI, "fri", "2026-10-02"),
    (EVE, "fri", "2027-01-01"),
    (LEAP, "wed", "2028-03-01"),
    (THU, "this fri", "2026-09-25"),
    (THU, "this sun", "2026-09-27"),
    (THU, "next tue", "2026-09-29"),
    (THU, "next thu", "2026-10-01"),
    (SUN, "next tue", "2026-09-29"),
    (FRI, "next fri", "2026-10-02"),
    (THU, "fri next week", "2026-10-02"),
    (EVE, "next mon", "2027-01-04"),
    (THU, "last monday", "2026-09-21"),
    (THU, "last thu", "2026-09-17"),
    (SUN, "last mon", "2026-09-21"),
    (THU, "in 2 weeks", "2026-10-08"),
    (THU, "in two weeks", "2026-10-08"),
    (THU, "in a week", "2026-10-01"),
    (THU, "in 10 days", "2026-10-04"),
    (THU, "in 1 month", "2026-10-24"),
    ("2027-01-31", "in 1 month", "2027-02-28"),
    ("2028-01-31", "in a month", "2028-02-29"),
    (LEAP, "in a year", "2029-02-28"),
    (THU, "3 days ago", "2026-09-21"),
    (THU, "a week ago", "2026-09-17"),
    ("2026-03-31", "a month ago", "2026-02-28"),
    (THU, "next week", "2026-10-01"),
    (THU, "next month", "2026-10-24"),
    (EVE, "next month", "2027-01-31"),
    (THU, "next year", "2027-09-24"),
    (THU, "eod", "2026-09-24"),
    (THU, "eow", "2026-09-25"),
    (FRI, "eow", "2026-09-25"),
    (SUN, "end of week", "2026-10-02"),
    (THU, "end of next week", "2026-10-02"),
    (THU, "eom", "2026-09-30"),
    (END, "eom", "2026-09-30"),
    (LEAP, "end of month", "2028-02-29"),
    (BEFORE, "end of the month", "2027-02-28"),
    (END, "end of next month", "2026-10-31"),
    (THU, "eoq", "2026-09-30"),
    (END, "end of quarter", "2026-09-30"),
    ("2026-10-01", "eoq", "2026-12-31"),
    (EVE, "eoq", "2026-12-31"),
    (EVE, "end of next quarter", "2027-03-31"),
    (THU, "end of the year", "2026-12-31"),
    (EVE, "eoy", "2026-12-31"),
    (EVE, "end of next year", "2027-12-31"),
    (THU, "end of october", "2026-10-31"),
    (THU, "end of feb", "2027-02-28"),
    (THU, "15th", "2026-10-15"),
    (THU, "the 15th", "2026-10-15"),
    (THU, "24th", "2026-09-24"),
    (THU, "31st", "2026-10-31"),
    (BEFORE, "30th", "2027-03-30"),
    (THU, "25 sep", "2026-09-25"),
    (THU, "Sep 24", "2026-09-24"),
    (THU, "sept 25", "2026-09-25"),
    (THU, "25th of september", "2026-09-25"),
    (THU, "jan 5", "2027-01-05"),
    (EVE, "5 jan", "2027-01-05"),
    (THU, "29 february", "2028-02-29"),
    (LEAP, "29 feb", "2028-02-29"),
    (THU, "fri 25 sep", "2026-09-25"),
    (THU, "Fri, 25 Sep", "2026-09-25"),
    (THU, "fri 25 sep 2026", "2026-09-25"),
    (THU, "5 oct 2027", "2027-10-05"),
    (THU, "oct 5 2027", "2027-10-05"),
    (THU, "2026-12-31", "2026-12-31"),
    (THU, "2027-1-5", "2027-01-05"),
    (THU, "24.10.2026", "2026-10-24"),
    (THU, "24.10.", "2026-10-24"),
    (THU, "25/12", "2026-12-25"),
    (THU, "12/25", "2026-12-25"),
    (THU, "5/5", "2027-05-05"),
    (THU, "24/10/2026", "2026-10-24"),
];

#[test]
fn days_ahead_in_words() {
    for (today, text, meant) in AHEAD {
        assert_eq!(
            read(text, date(today)),
            Ok(date(meant)),
            "{text} on {today}"
        );
        assert_eq!(day(text, date(today)), Some(date(meant)));
    }
}

#[test]
fn days_of_what_has_happened() {
    for (today, text, meant) in [
        (THU, "thu", "2026-09-24"),
        (THU, "fri", "2026-09-18"),
        (SUN, "mon", "2026-09-21"),
        (THU, "last thu", "2026-09-17"),
        (THU, "this tue", "2026-09-22"),
        (THU, "25 sep", "2025-09-25"),
        (THU, "24 sep", "2026-09-24"),
        (THU, "1 sep", "2026-09-01"),
        (THU, "jan 5", "2026-01-05"),
        (THU, "fri 4 sep", "2026-09-04"),
        (THU, "15th", "2026-09-15"),
        (THU, "31st", "2026-08-31"),
        (THU, "29 feb", "2024-02-29"),
        (LEAP, "29 feb", "2028-02-29"),
        (THU, "yesterday", "2026-09-23"),
        (THU, "2 weeks ago", "2026-09-10"),
        (THU, "2026-12-01", "2026-12-01"),
        (THU, "tomorrow", "2026-09-25"),
        (THU, "in 2 weeks", "2026-10-08"),
        (THU, "eow", "2026-09-25"),
        (THU, "22/9", "2026-09-22"),
    ] {
        assert_eq!(
            past_day(text, date(today)),
            Some(date(meant)),
            "{text} on {today}"
        );
    }
    assert_eq!(past_day("fryday", date(THU)), None);
}

#[test]
fn what_is_no_day_says_so() {
    for (text, reason) in [
        ("soon", "\"soon\" is no day that I know"),
        ("", "\"\" is no day that I know"),
        ("12", "\"12\" is no day that I know"),
        ("in a", "\"in a\" is no day that I know"),
        ("in days", "\"in days\" is no day that I know"),
        ("last week", "\"last week\" is no day that I know"),
        ("31 feb", "\"31 feb\" is not in the calendar"),
        ("feb 30", "\"feb 30\" is not in the calendar"),
        ("32 jan", "\"32 jan\" is not in the calendar"),
        ("29 feb 2027", "\"29 feb 2027\" is not in the calendar"),
        ("2026-02-30", "\"2026-02-30\" is not in the calendar"),
        ("31/31", "\"31/31\" is not in the calendar"),
        (
            "in 99999 years",
            "\"in 99999 years\" is too far away to plan for",
        ),
        (
            "in 99999999999999 days",
            "\"in 99999999999999 days\" is too far away to plan for",
        ),
        ("1 jan 9999", "\"1 jan 9999\" is too far away to plan for"),
        (
            "5/6",
            "\"5/6\" could be Sat 5 Jun 2027 or Thu 6 May 2027: write the one you mean",
        ),
        (
            "5/6/2027",
            "\"5/6/2027\" could be Sat 5 Jun 2027 or Thu 6 May 2027: write the one you mean",
        ),
        (
            "this mon",
            "\"this mon\" could be Mon 21 Sep or Mon 28 Sep: write the one you mean",
        ),
        (
            "sat 25 sep",
            "\"sat 25 sep\" does not fit: that day is a Friday",
        ),
    ] {
        let unclear = read(text, date(THU)).unwrap_err();
        assert_eq!(why(text, unclear, date(THU)), reason);
    }
}

/// A moment as a sentence of digits.
fn written(found: Moment) -> String {
    let day = found.day.map_or_else(String::new, |day| day.to_string());
    let hours = found.hours.map_or_else(String::new, |hours| {
        let until = hours
            .until
            .map_or_else(String::new, |until| until.format("-%H:%M").to_string());
        format!("{}{until}", hours.from.format("%H:%M"))
    });
    format!("{day} {hours}").trim().to_owned()
}

#[test]
fn days_with_hours() {
    for (text, meant) in [
        ("fri 12:30", "2026-09-25 12:30"),
        ("12:30 fri", "2026-09-25 12:30"),
        ("fri 12.30", "2026-09-25 12:30"),
        ("fri at 12:30", "2026-09-25 12:30"),
        ("tomorrow noon", "2026-09-25 12:00"),
        ("noon tomorrow", "2026-09-25 12:00"),
        ("next tue 12:30", "2026-09-29 12:30"),
        ("25 sep 7pm", "2026-09-25 19:00"),
        ("fri 9", "2026-09-25 09:00"),
        ("in 2 weeks 15:00", "2026-10-08 15:00"),
        ("fri half past 12", "2026-09-25 12:30"),
        ("fri quarter to 1pm", "2026-09-25 12:45"),
        ("fri 12:30-14:00", "2026-09-25 12:30-14:00"),
        ("fri 12:30 to 14", "2026-09-25 12:30-14:00"),
        ("fri from 12:30 until 14:00", "2026-09-25 12:30-14:00"),
        ("fri 12:30 for 90 min", "2026-09-25 12:30-14:00"),
        ("2026-09-25 1230", "2026-09-25 12:30"),
        ("fri", "2026-09-25"),
        ("12 oct", "2026-10-12"),
        ("12 oct 13:00", "2026-10-12 13:00"),
        ("15:00", "15:00"),
        ("", ""),
    ] {
        let found = moment(text, date(THU)).map(written);
        assert_eq!(found.as_deref(), Ok(meant), "{text}");
    }
    for (text, reason) in [
        (
            "12",
            "\"12\" could be an hour or a day: 12:00, or 12 with its month",
        ),
        ("25:99", "\"25:99\" is no time of day: 0:00 to 23:59"),
        (
            "fri 25:99",
            "\"fri 25:99\" is no time of day: 0:00 to 23:59",
        ),
        ("fri 13pm", "\"fri 13pm\" is no time of day: 0:00 to 23:59"),
        (
            "fri 14:00-12:00",
            "\"fri 14:00-12:00\" does not end after it begins",
        ),
        ("31 feb 12:30", "\"31 feb 12:30\" is not in the calendar"),
        ("lunchtime", "\"lunchtime\" is no day that I know"),
    ] {
        let unclear = moment(text, date(THU)).unwrap_err();
        assert_eq!(why(text, unclear, date(THU)), reason);
    }
}

#[test]
fn lengths_in_words() {
    for (text, expected) in [
        ("30 min", Some(30)),
        ("2h", Some(120)),
        ("1.5 h", Some(90)),
        ("90", Some(90)),
        ("a while", None),
        ("", None),
    ] {
        assert_eq!(minutes(text), expected, "{text}");
    }
}

#[test]
fn times_in_words() {
    for (text, expected) in [
        ("12:30", "12:30"),
        ("9", "09:00"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("7pm", "19:00"),
        ("12 am", "00:00"),
        ("13h15", "13:15"),
        ("1230", "12:30"),
        ("half past 12", "12:30"),
        ("quarter past 9", "09:15"),
        ("quarter to 1", "00:45"),
        ("half 12", ""),
        ("ab12", ""),
        ("25:00", ""),
        ("13pm", ""),
        ("lunch", ""),
    ] {
        let found = time(text).map(|time| time.format("%H:%M").to_string());
        assert_eq!(found.as_deref().unwrap_or(""), expected, "{text}");
    }
}

proptest! {
    /// No words and no day stop the program, and whatever is read lies in the calendar of the book.
    #[test]
    fn no_words_stop_the_program(text in "\\PC{0,24}", days in -900_000i32..900_000) {
        let today = NaiveDate::from_num_days_from_ce_opt(730_000 + days).unwrap();
        let _ = moment(&text, today);
        for found in [read(&text, today), read_past(&text, today)].into_iter().flatten() {
            prop_assert!((1900..=2200).contains(&chrono::Datelike::year(&found)));
        }
    }

    /// A day that is written out is read back, whatever day it is.
    #[test]
    fn a_day_written_out_is_read_back(days in 0u64..30_000, ahead in 0u64..3_000) {
        let first = date("2000-01-01");
        let today = first.checked_add_days(chrono::Days::new(days)).unwrap();
        let meant = today.checked_add_days(chrono::Days::new(ahead)).unwrap();
        for style in ["%Y-%m-%d", "%-d.%-m.%Y", "%-d %B %Y", "%a %-d %b %Y", "%b %-d %Y"] {
            prop_assert_eq!(read(&meant.format(style).to_string(), today), Ok(meant));
        }
    }
}
