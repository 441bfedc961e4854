//! Which invites want the same hour.

use chrono::TimeDelta;
use goodword::domain::conflict::conflicts;
use goodword::domain::id::Id;
use goodword::domain::invite::{Invite, Outcome, Reply};

use super::{Case, book, clock, compete, invite, lunch, pair, today};

#[test]
fn half_open_hours_with_the_way_there_and_back() {
    let table = [
        ("12:30", "13:30", 0, true),
        ("13:00", "14:00", 0, true),
        ("13:30", "14:30", 0, false),
        ("11:30", "12:30", 0, false),
        ("13:30", "14:30", 1, true),
        ("11:30", "12:30", 1, true),
        ("14:00", "15:00", 30, false),
        ("14:00", "15:00", 31, true),
    ];
    for (start, end, way, competes) in table {
        let other = Invite {
            travel_minutes: way,
            ..invite(
                2,
                &format!("2026-09-25T{start}:00"),
                &format!("2026-09-25T{end}:00"),
            )
        };
        assert_eq!(
            compete(lunch(1), other),
            competes,
            "{start} to {end}, {way} minutes away"
        );
    }
}

#[test]
fn a_way_of_many_days_is_seen_too() {
    let far = Invite {
        travel_minutes: 10 * 24 * 60,
        ..invite(2, "2026-10-03T12:30:00", "2026-10-03T13:30:00")
    };
    let near = invite(3, "2026-09-26T12:30:00", "2026-09-26T13:30:00");
    let found = conflicts(&book([lunch(1), near, far]), today());
    assert_eq!(found, [pair(1, 2), pair(3, 2)]);
}

#[test]
fn only_open_invites_of_other_people_compete() {
    let table: [Case; 7] = [
        ("as it is", |_| {}, true),
        ("declined", |invite| invite.reply = Reply::Declined, false),
        ("all day", |invite| invite.all_day = true, false),
        (
            "over",
            |invite| invite.outcome = Some(Outcome::FellThrough),
            false,
        ),
        (
            "the same person",
            |invite| invite.with = vec![Id::from_u128(1)],
            false,
        ),
        (
            "one person in both",
            |invite| invite.with.push(Id::from_u128(1)),
            false,
        ),
        (
            "yesterday",
            |invite| {
                invite.start -= TimeDelta::days(2);
                invite.end -= TimeDelta::days(2);
            },
            false,
        ),
    ];
    for (what, change, competes) in table {
        let mut other = lunch(2);
        change(&mut other);
        assert_eq!(compete(lunch(1), other), competes, "{what}");
    }
}

#[test]
fn clocks_of_two_places() {
    let at = |number, zone: &str, hour: &str| {
        let start = clock(&format!("2026-09-25T{hour}:00"));
        Invite {
            start,
            end: start + TimeDelta::hours(1),
            zone: Some(zone.to_owned()),
            ..lunch(number)
        }
    };
    let berlin = || at(1, "Europe/Berlin", "12:30");
    assert!(!compete(berlin(), at(2, "Europe/London", "12:30")));
    assert!(compete(berlin(), at(2, "Europe/London", "11:30")));
    assert!(compete(berlin(), at(2, "Asia/Kathmandu", "16:15")));
    assert!(!compete(berlin(), at(2, "Asia/Kathmandu", "15:14")));
    // A place that is not known, or no zone at all: by the clock.
    assert!(compete(berlin(), at(2, "nowhere", "12:30")));
    assert!(compete(berlin(), lunch(2)));
}

/// On 28 March 2027 the clocks of Berlin go from 02:00 to 03:00: what stands between is read by the clock before.
#[test]
fn an_hour_that_the_clock_skips() {
    let at = |number, zone: &str, start: &str| {
        let start = clock(start);
        Invite {
            start,
            end: start + TimeDelta::minutes(30),
            zone: Some(zone.to_owned()),
            ..lunch(number)
        }
    };
    let skipped = || at(1, "Europe/Berlin", "2027-03-28T02:30:00");
    assert!(compete(skipped(), at(2, "UTC", "2027-03-28T01:30:00")));
    assert!(!compete(skipped(), at(2, "UTC", "2027-03-28T01:00:00")));
    assert!(!compete(skipped(), at(2, "UTC", "2027-03-28T02:00:00")));
}

/// What begins at 02:00 of that night and ends at 03:00 still takes its hour; and in one place the clock on the wall
/// tells what overlaps.
#[test]
fn an_hour_that_ends_where_the_clock_goes_on() {
    let at = |number, zone: &str, start: &str, minutes| {
        let start = clock(start);
        Invite {
            start,
            end: start + TimeDelta::minutes(minutes),
            zone: Some(zone.to_owned()),
            ..lunch(number)
        }
    };
    let berlin = |number, start| at(number, "Europe/Berlin", start, 60);
    let night = || berlin(1, "2027-03-28T02:00:00");
    assert!(compete(night(), at(2, "UTC", "2027-03-28T01:00:00", 30)));
    assert!(!compete(night(), at(2, "UTC", "2027-03-28T02:00:00", 30)));
    assert!(!compete(night(), berlin(2, "2027-03-28T03:00:00")));
}

#[test]
fn three_at_one_hour_are_three_pairs_the_first_asked_first() {
    let mut second = lunch(2);
    second.asked_on -= TimeDelta::days(1);
    let found = conflicts(&book([lunch(1), second, lunch(3)]), today());
    assert_eq!(found, [pair(2, 1), pair(2, 3), pair(1, 3)]);
}
