//! Which other days the book leaves free for a lunch.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::free::{free_days, is_free, takers};
use goodword::domain::id::Id;
use goodword::domain::invite::{Busy, Invite, Outcome, Reply};

/// Friday's lunch, half an hour away.
fn lunch() -> Invite {
    let mut invite: Invite = ron::from_str(
        r#"(with: [], start: "2026-09-25T12:30:00", end: "2026-09-25T13:30:00", asked_on: "2026-09-20", travel_minutes: 30)"#,
    )
    .unwrap();
    invite.id = Id::from_u128(1);
    invite
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-09-24")
}

fn book(busy: &[(&str, &str)]) -> Book {
    let mut book = Book::default();
    for (at, (start, end)) in busy.iter().enumerate() {
        book.busy.put(Busy {
            id: Id::from_u128(at as u128 + 1),
            start: start.parse().unwrap(),
            end: end.parse().unwrap(),
            calendar: None,
        });
    }
    book.invites.put(lunch());
    book
}

#[test]
fn weekdays_after_the_lunch_within_a_month() {
    let days: Vec<NaiveDate> = free_days(&book(&[]), &lunch(), today()).collect();
    assert_eq!(days.first(), Some(&day("2026-09-28")), "not the weekend");
    assert_eq!(days.last(), Some(&day("2026-10-23")));
    assert_eq!(days.len(), 20);
}

#[test]
fn the_way_there_and_back_counts_on_both_sides() {
    let table = [
        ("11:00", "12:00", true),
        ("11:00", "12:01", false),
        ("14:00", "15:00", true),
        ("13:59", "15:00", false),
        ("12:30", "13:30", false),
    ];
    for (start, end, free) in table {
        let (start, end) = (
            format!("2026-09-28T{start}:00"),
            format!("2026-09-28T{end}:00"),
        );
        let book = book(&[(&start, &end)]);
        assert_eq!(
            is_free(&book, &lunch(), day("2026-09-28"), today()),
            free,
            "{start} to {end}"
        );
    }
}

#[test]
fn a_busy_day_takes_its_day_and_each_occurrence_its_own() {
    let book = book(&[
        ("2026-09-28T00:00:00", "2026-09-29T00:00:00"),
        ("2026-09-30T12:00:00", "2026-09-30T12:30:00"),
        ("2026-10-07T12:00:00", "2026-10-07T12:30:00"),
    ]);
    let days: Vec<String> = free_days(&book, &lunch(), today())
        .take(7)
        .map(|day| day.format("%d").to_string())
        .collect();
    assert_eq!(days, ["29", "01", "02", "05", "06", "08", "09"]);
}

/// What an other lunch is, what makes it so, and whether the hour is free beside it.
type Case = (&'static str, fn(&mut Invite), bool);

#[test]
fn other_lunches_take_their_hour_while_they_may_come_about() {
    let monday = Invite {
        id: Id::from_u128(2),
        start: "2026-09-28T13:00:00".parse().unwrap(),
        end: "2026-09-28T14:00:00".parse().unwrap(),
        travel_minutes: 0,
        ..lunch()
    };
    let table: [Case; 4] = [
        ("not answered", |_| {}, false),
        ("declined", |invite| invite.reply = Reply::Declined, true),
        (
            "called off",
            |invite| invite.outcome = Some(Outcome::FellThrough),
            true,
        ),
        ("over a whole day", |invite| invite.all_day = true, true),
    ];
    for (what, change, free) in table {
        let (mut book, mut other) = (book(&[]), monday.clone());
        change(&mut other);
        book.invites.put(other);
        assert_eq!(
            is_free(&book, &lunch(), day("2026-09-28"), today()),
            free,
            "{what}"
        );
    }
}

#[test]
fn a_way_that_begins_the_day_before_is_carried_along() {
    let early = Invite {
        start: "2026-09-25T01:00:00".parse().unwrap(),
        end: "2026-09-25T02:00:00".parse().unwrap(),
        travel_minutes: 120,
        ..lunch()
    };
    let late_on_sunday = [("2026-09-27T23:30:00", "2026-09-27T23:45:00")];
    let book = book(&late_on_sunday);
    assert!(!is_free(&book, &early, day("2026-09-28"), today()));
    assert!(is_free(&book, &early, day("2026-09-29"), today()));
}

#[test]
fn the_ends_of_the_calendar_are_not_free() {
    for end in [NaiveDate::MIN, NaiveDate::MAX] {
        let _ = is_free(&book(&[]), &lunch(), end, today());
        let _ = free_days(&book(&[]), &lunch(), end).count();
    }
}

#[test]
fn a_lunch_of_another_zone_takes_its_hour_on_this_clock() {
    let mut there = lunch();
    there.zone = Some("America/New_York".to_owned());
    there.start = at("2026-10-02T12:00:00");
    there.end = at("2026-10-02T13:00:00");
    there.travel_minutes = 0;
    let mut book = Book::default();
    book.invites.put(there);
    let takes = |hour: &str| {
        let start = at(hour);
        let span = start..start + chrono::TimeDelta::hours(1);
        let home = Some(chrono_tz::Tz::UTC);
        takers(&book, &span, home, home, today()).next().is_some()
    };
    assert!(takes("2026-10-02T16:00:00"));
    assert!(!takes("2026-10-02T12:00:00"));
}

fn at(text: &str) -> chrono::NaiveDateTime {
    text.parse().unwrap()
}
