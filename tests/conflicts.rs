//! Which invites want the same hour, what is read of each, and which untruth was noted about a pair.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::num::NonZeroU32;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use goodword::domain::Book;
use goodword::domain::comparison::{Reading, Side, Wait};
use goodword::domain::conflict::{Conflict, conflicts, has_my_word, reading, untruth};
use goodword::domain::contact::{Aim, Contact, ContactId, Importance, Source};
use goodword::domain::id::Id;
use goodword::domain::incident::Party;
use goodword::domain::invite::{Assessment, Invite, MoveOk, NextChance, Outcome, Reply};
use goodword::domain::promise::{Promise, State};
use goodword::domain::relationship::Relationships;

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

/// Said yes, or a maybe that they may have taken for one, or invited them; unless they let me off, or my yes was to
/// something else.
#[test]
fn who_has_my_word() {
    use Reply::{Accepted, Declined, NeedsAction, Tentative};
    let (me, them) = (Party::Me, Party::Them);
    for (reply, heard_yes, host, has) in [
        (Accepted, None, them, true),
        (Accepted, Some(false), them, true),
        (Tentative, None, them, true),
        (Tentative, Some(true), them, true),
        (Tentative, Some(false), them, false),
        (Tentative, Some(false), me, true),
        (NeedsAction, Some(true), them, false),
        (NeedsAction, None, me, true),
        (Declined, None, them, false),
    ] {
        let invite = Invite {
            reply,
            heard_yes,
            host,
            ..lunch(1)
        };
        assert_eq!(
            has_my_word(&invite),
            has,
            "{reply:?} {heard_yes:?} {host:?}"
        );
        for (move_ok, yes_void, stands) in [
            (MoveOk::TheySaidHard, false, has),
            (MoveOk::TheySaidFine, false, false),
            (MoveOk::Unknown, true, false),
        ] {
            let invite = Invite {
                move_ok,
                yes_void,
                ..invite.clone()
            };
            assert_eq!(has_my_word(&invite), stands, "{move_ok:?} {yes_void}");
        }
    }
}

/// Only a promise of mine, to somebody at the table, gives the hour a claim; and one due that very day is a word given.
#[test]
fn which_promises_an_hour_moves() {
    let on_the_day = lunch(1).day();
    for (by, to, due, state, word, given) in [
        (Party::Me, 1, Some(on_the_day), State::Open, 1000, true),
        (Party::Them, 1, Some(on_the_day), State::Open, 0, false),
        (Party::Me, 2, Some(on_the_day), State::Open, 0, false),
        (
            Party::Me,
            1,
            Some(on_the_day + TimeDelta::days(1)),
            State::Open,
            1000,
            false,
        ),
        (Party::Me, 1, None, State::Open, 500, false),
        (
            Party::Me,
            1,
            Some(on_the_day),
            State::Released { on: today() },
            0,
            false,
        ),
    ] {
        let promise = Promise {
            id: Id::from_u128(5),
            contact: Id::from_u128(to),
            by,
            due,
            state,
            ..promise_to(1)
        };
        let moved = Assessment {
            advances: vec![promise.id],
            ..Assessment::default()
        };
        let mut book = book([]);
        book.promises.put(promise.clone());
        book.contacts.put(person(1));
        let read = read(&book, &assessed(moved));
        assert_eq!((read.word, read.word_given), (word, given), "{promise:?}");
        // An hour that does not move it knows nothing of it.
        let read = self::read(&book, &assessed(Assessment::default()));
        assert_eq!((read.word, read.word_given), (0, false));
    }
}

/// Of an aim only while it is theirs and open; of several at one table the highest claim, and any line drawn.
#[test]
fn what_is_read_of_those_at_the_table() {
    let aim = |closed| Aim {
        id: Id::from_u128(9),
        text: "find a lead".to_owned(),
        source: Source::TheySaid,
        importance: Importance::Useful,
        noted: today(),
        closed,
    };
    let serving = Assessment {
        aim: Some(Id::from_u128(9)),
        ..Assessment::default()
    };
    for (closed, linked) in [(None, true), (Some(today()), false)] {
        let mut book = book([]);
        book.contacts.put(Contact {
            problems: vec![aim(closed)],
            ..person(1)
        });
        assert_eq!(read(&book, &assessed(serving.clone())).aim_linked, linked);
        assert!(!read(&book, &assessed(Assessment::default())).aim_linked);
    }
    let mut book = book([]);
    book.contacts.put(Contact {
        rhythm_days: NonZeroU32::new(10),
        ..person(1)
    });
    book.contacts.put(Contact {
        boundary: true,
        ..person(2)
    });
    let mut both = lunch(1);
    both.with.push(Id::from_u128(2));
    let together = read(&book, &both);
    assert_eq!((together.rhythm, together.boundary), (500, true));
    assert!(!read(&book, &lunch(1)).boundary);
}

/// The next chance counts from the hour itself; one that lies before it is no wait at all.
#[test]
fn how_long_they_would_wait() {
    for (next_chance, wait) in [
        (NextChance::Unknown, Wait::Unknown),
        (NextChance::Never, Wait::Never),
        (NextChance::In(10), Wait::Days(10)),
        (
            NextChance::On(lunch(1).day() + TimeDelta::days(6)),
            Wait::Days(6),
        ),
        (
            NextChance::On(lunch(1).day() - TimeDelta::days(6)),
            Wait::Days(0),
        ),
    ] {
        let known = Assessment {
            next_chance,
            ..Assessment::default()
        };
        assert_eq!(read(&book([]), &assessed(known)).wait, wait);
    }
}

#[test]
fn an_untruth_needed_on_one_side_is_told_and_one_on_both_tells_nothing() {
    for (of_one, of_other, noted) in [
        (false, false, None),
        (true, false, Some(Side::A)),
        (false, true, Some(Side::B)),
        (true, true, None),
    ] {
        let invite = |number, needs_untruth| Invite {
            assessment: Some(Assessment {
                needs_untruth,
                ..Assessment::default()
            }),
            ..lunch(number)
        };
        let book = book([invite(1, of_one), invite(2, of_other)]);
        assert_eq!(untruth(&book, pair(1, 2)), noted);
    }
}

fn read(book: &Book, invite: &Invite) -> Reading {
    reading(book, &Relationships::of(book), invite, today())
}

fn assessed(assessment: Assessment) -> Invite {
    Invite {
        assessment: Some(assessment),
        ..lunch(1)
    }
}

fn promise_to(number: u128) -> Promise {
    let someone: ContactId = Id::from_u128(number);
    let text = "text: \"the figures\", made: \"2026-09-01\", said: Promise";
    ron::from_str(&format!("(contact: \"{someone}\", {text})")).unwrap()
}

fn person(number: u128) -> Contact {
    Contact {
        id: Id::from_u128(number),
        added: today() - TimeDelta::days(10),
        ..Contact::default()
    }
}

/// What is changed about an open invite, and whether it competes then.
type Case = (&'static str, fn(&mut Invite), bool);

fn compete(one: Invite, other: Invite) -> bool {
    let pairs = conflicts(&book([one, other]), today()).len();
    assert!(pairs <= 1);
    pairs == 1
}

fn book<const N: usize>(invites: [Invite; N]) -> Book {
    let mut book = Book::default();
    for invite in invites {
        book.invites.put(invite);
    }
    book
}

fn pair(a: u128, b: u128) -> Conflict {
    Conflict {
        a: Id::from_u128(a),
        b: Id::from_u128(b),
    }
}

fn lunch(number: u128) -> Invite {
    invite(number, "2026-09-25T12:30:00", "2026-09-25T13:30:00")
}

fn invite(number: u128, start: &str, end: &str) -> Invite {
    let book: Invite = ron::from_str(&format!(
        "(with: [], start: \"{start}\", end: \"{end}\", asked_on: \"2026-09-20\")"
    ))
    .unwrap();
    Invite {
        id: Id::from_u128(number),
        with: vec![Id::from_u128(number)],
        ..book
    }
}

fn clock(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}
