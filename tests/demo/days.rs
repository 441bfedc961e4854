//! The demo on other days than its own.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use goodword::domain::Book;
use goodword::domain::shift::{OutOfCalendar, by_days, off_weekends};
use goodword::store::demo::{self, ANCHOR};
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;

use super::{at_anchor, day_of, invite, judged, person, texts};

fn dates(book: &Book) -> Vec<NaiveDate> {
    let config = PrettyConfig::new().extensions(Extensions::IMPLICIT_SOME);
    let written = ron::ser::to_string_pretty(book, config).unwrap();
    texts(&written).into_iter().filter_map(day_of).collect()
}

#[test]
fn every_date_of_the_file_moves_by_the_same_days() {
    let book = at_anchor();
    let before = dates(&book);
    assert!(before.len() > 400, "only {} dates", before.len());
    for days in [1, 400, -3650] {
        let moved = by_days(&book, days).unwrap();
        let after = dates(&moved);
        let gap = |(before, after): (&NaiveDate, &NaiveDate)| {
            after.signed_duration_since(*before).num_days()
        };
        assert!(before.iter().zip(&after).map(gap).all(|gap| gap == days));
        assert_eq!(after.len(), before.len());
        assert_eq!(by_days(&moved, -days).unwrap(), book);
    }
}

#[test]
fn birthdays_stay() {
    let eve = |book: &Book| person(book, "Eve Park").birthday;
    let book = at_anchor();
    assert_eq!(eve(&by_days(&book, 100).unwrap()), eve(&book));
}

#[test]
fn the_demo_says_the_same_on_every_day_of_a_year() {
    let anchored = judged(&at_anchor(), ANCHOR);
    assert_eq!(anchored.len(), 13);
    for later in 0..366 {
        let today = ANCHOR.checked_add_days(Days::new(later)).unwrap();
        let book = demo::book(today).unwrap();
        let judged = judged(&book, today);
        for (conflict, _) in &judged {
            for first in [true, false] {
                let day = invite(&book, *conflict, first).day();
                assert!(
                    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
                    "{day} seen on {today}"
                );
            }
        }
        let by_id = |mut judged: Vec<_>| {
            judged.sort_by_key(
                |(conflict, _): &(goodword::domain::conflict::Conflict, _)| {
                    (conflict.a, conflict.b)
                },
            );
            judged
        };
        assert_eq!(by_id(judged), by_id(anchored.clone()), "on {today}");
        let lea = person(&book, "Lea Novak").id;
        assert!(
            book.invites
                .iter()
                .any(|invite| invite.with == [lea] && invite.day() == today)
        );
    }
}

#[test]
fn what_competes_on_a_weekend_moves_to_monday_together() {
    let book = at_anchor();
    let bob = |book: &Book| judged(book, ANCHOR).into_iter().next().unwrap().0;
    let pair = bob(&book);
    let hours = |book: &Book| {
        [true, false].map(|first| {
            let invite = invite(book, pair, first).clone();
            (
                invite.start,
                invite.end,
                invite.assessment.unwrap().next_chance,
            )
        })
    };
    for (later, monday_after) in [(0, 0), (1, 2), (2, 1)] {
        let shifted = by_days(&book, later).unwrap();
        let today = ANCHOR
            .checked_add_days(Days::new(later.unsigned_abs()))
            .unwrap();
        let moved = off_weekends(&shifted, today).unwrap();
        let expected = by_days(&book, later + monday_after).unwrap();
        assert_eq!(hours(&moved), hours(&expected));
        let asked = |book: &Book| [true, false].map(|first| invite(book, pair, first).asked_on);
        assert_eq!(
            asked(&moved),
            asked(&shifted),
            "when the invite came is no matter of the weekend"
        );
    }
}

#[test]
fn the_ends_of_the_calendar_are_refused() {
    for day in [NaiveDate::MAX, NaiveDate::MIN] {
        let refused = demo::book(day).unwrap_err();
        assert!(
            refused.to_string().contains("cannot stand on that day"),
            "{refused}"
        );
    }
    assert_eq!(by_days(&at_anchor(), i64::MAX), Err(OutOfCalendar));
    let leap = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
    assert_eq!(judged(&demo::book(leap).unwrap(), leap).len(), 13);
}
