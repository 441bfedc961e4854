//! The review: which promise, invite, week or talk stands in which line of which quarter, and the laws on any book.

use std::num::NonZeroU32;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::decision::{Chosen, Decision, Review as LookBack, Subject, TurnedOut};
use goodword::domain::exchange::Direction;
use goodword::domain::id::{Id, IdSource};
use goodword::domain::incident::Party;
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::invite::{Invite, Outcome, Reply};
use goodword::domain::promise::{Effort, EffortKind, MissKind, Promise, State, Strength, Terms};
use goodword::domain::review::{Kind, Paces, Period, Quarter, Review, WeekOver};
use proptest::prelude::*;

use super::books::any_book;
use super::config;
use super::records::{ago, book, promise, today};

/// July to September, of which today is the 86th day.
fn now() -> Quarter {
    Quarter::of(today())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn counts(promise: Promise) -> Vec<Kind> {
    counts_in(&book([promise]), now())
}

/// The lines in which anything stands.
fn counts_in(book: &Book, quarter: Quarter) -> Vec<Kind> {
    let review = Review::of(book, quarter, today(), Weekday::Mon);
    let lines = review.lines.iter().filter(|line| line.count() > 0);
    lines.map(|line| line.kind).collect()
}

fn ended(state: State, due: i64) -> Promise {
    Promise {
        due: Some(ago(due)),
        minutes: Some(1),
        state,
        ..promise()
    }
}

fn delivered(days: i64) -> State {
    State::Delivered {
        on: ago(days),
        was_blocked: None,
    }
}

fn told(days: i64, promise: Promise) -> Promise {
    let effort = Effort {
        on: ago(days),
        told: Some(ago(days)),
        kind: EffortKind::Roadblock,
        text: "a day later".to_owned(),
    };
    Promise {
        efforts: vec![effort],
        ..promise
    }
}

#[test]
fn a_quarter_is_three_months_and_knows_its_neighbours() {
    assert_eq!(
        (now().first(), now().last()),
        (day("2026-07-01"), day("2026-09-30"))
    );
    assert_eq!("2026-q3".parse(), Ok(now()));
    assert_eq!("2026Q2".parse().ok(), now().before());
    assert_eq!(now().before().and_then(Quarter::after), Some(now()));
    let places = [
        "2026-06-30",
        "2026-07-01",
        "2026-08-31",
        "2026-09-30",
        "2025-09-30",
    ]
    .map(day);
    let months = places.map(|place| now().month_of(place));
    assert_eq!(months, [None, Some(0), Some(1), Some(2), None]);
    for text in ["spring", "2026", "2026-q5", "2026-q0", "q", "2026-q-1"] {
        assert!(text.parse::<Quarter>().is_err(), "{text}");
    }
    for end in [NaiveDate::MIN, NaiveDate::MAX] {
        let quarter = Quarter::of(end);
        assert!(quarter.first() <= end && end <= quarter.last());
        assert!(quarter.before().is_some() || quarter.after().is_some());
    }
}

#[test]
fn every_ending_of_my_word_has_its_line() {
    let missed = |kind| State::Missed { on: ago(5), kind };
    assert_eq!(counts(ended(delivered(5), 5)), [Kind::Kept]);
    assert_eq!(counts(told(8, ended(delivered(5), 7))), [Kind::Kept]);
    assert_eq!(counts(told(7, ended(delivered(5), 7))), [Kind::ToldLate]);
    assert_eq!(counts(ended(missed(MissKind::Shown), 5)), [Kind::Shown]);
    assert_eq!(
        counts(ended(missed(MissKind::ToldLate), 5)),
        [Kind::ToldLate]
    );
    assert_eq!(counts(ended(missed(MissKind::Silent), 5)), [Kind::Silent]);
    let right = State::MadeRight {
        on: ago(1),
        missed: MissKind::Silent,
    };
    assert_eq!(counts(ended(right, 5)), [Kind::Silent], "a miss stays one");
    for quiet in [
        ended(State::Released { on: ago(5) }, 5),
        ended(State::Withdrawn { on: ago(5) }, 7),
        ended(State::Open, 0),
        ended(State::Open, -5),
        ended(delivered(95), 95),
        Promise {
            by: Party::Them,
            ..ended(missed(MissKind::Silent), 5)
        },
    ] {
        assert_eq!(counts(quiet), []);
    }
}

#[test]
fn what_is_late_and_still_open_has_a_line_of_its_own() {
    assert_eq!(counts(ended(State::Open, 1)), [Kind::StillOpen]);
    let stuck = State::Blocked {
        since: ago(9),
        by: String::new(),
    };
    assert_eq!(counts(ended(stuck, 1)), [Kind::StillOpen]);
    let review = Review::of(&book([ended(State::Open, 1)]), now(), today(), Weekday::Mon);
    assert_eq!(review.line(Kind::StillOpen).unwrap().entries[0].on, ago(1));
    let theirs = Promise {
        by: Party::Them,
        ..ended(State::Open, 1)
    };
    assert_eq!(counts(theirs), []);
}

#[test]
fn a_month_is_a_part_of_its_quarter() {
    let september = Period::month(today());
    assert_eq!("2026-09".parse(), Ok(september));
    assert_eq!("2026-q3".parse(), Ok(Period::from(now())));
    assert_eq!(
        (september.to_string(), september.quarter()),
        ("2026-09".to_owned(), now())
    );
    assert_eq!(
        (september.first(), september.is_month()),
        (day("2026-09-01"), true)
    );
    let july = september.before().and_then(Period::before);
    assert_eq!(july.map(Period::first), Some(day("2026-07-01")));
    assert_eq!(
        july.and_then(Period::before).map(Period::quarter),
        now().before()
    );
    assert_eq!(
        september.after().map(Period::first),
        Some(day("2026-10-01"))
    );
    assert_eq!(september.month_of(day("2026-08-31")), None);
    assert_eq!(september.month_of(day("2026-09-30")), Some(2));
    for text in ["2026-13", "2026-00", "09-2026-", "2026", "-"] {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
    for end in [NaiveDate::MIN, NaiveDate::MAX] {
        let month = Period::month(end);
        assert!(month.before().is_some() || month.after().is_some());
    }
}

#[test]
fn a_gap_is_counted_by_the_day_of_the_promise_and_cleared_once_both_mean_the_same() {
    let said = |said, heard: Option<Strength>| Promise {
        made: ago(10),
        said,
        heard: heard.map(|heard| (heard, ago(9))),
        ..promise()
    };
    assert_eq!(counts(said(Strength::Promise, None)), []);
    assert_eq!(counts(said(Strength::Attempt, None)), [Kind::Unclear]);
    let more = Some(Strength::Promise);
    assert_eq!(counts(said(Strength::Attempt, more)), [Kind::Unclear]);
    let same = Some(Strength::Attempt);
    assert_eq!(counts(said(Strength::Attempt, same)), [Kind::Cleared]);
    let raised = Promise {
        earlier_terms: vec![Terms {
            until: ago(8),
            due: None,
            said: Strength::Attempt,
        }],
        ..said(Strength::Promise, None)
    };
    assert_eq!(counts(raised), [Kind::Cleared]);
    let long_ago = Promise {
        made: ago(100),
        ..said(Strength::Attempt, None)
    };
    assert_eq!(counts(long_ago), []);
}

/// Two hours and forty minutes are likely four; what is due in one week counts together, in two it does not.
#[test]
fn a_week_is_over_where_its_promises_were_likely_to_take_more_than_there_is() {
    let due = |days, minutes| Promise {
        minutes: Some(minutes),
        ..ended(State::Open, days)
    };
    let over = |promises: Vec<Promise>| {
        let mut book = book(promises);
        std::sync::Arc::make_mut(&mut book.settings).weekly_minutes = 240;
        let review = Review::of(&book, now(), today(), Weekday::Mon);
        let line = review.line(Kind::WeeksOver).unwrap();
        (line.months, line.entries.len())
    };
    assert_eq!(over(vec![due(0, 160)]), ([0; 3], 0));
    assert_eq!(over(vec![due(0, 161)]), ([0, 0, 1], 1));
    // Monday and Thursday of one week; then Sunday of the one before.
    assert_eq!(over(vec![due(0, 80), due(3, 81)]), ([0, 0, 1], 2));
    assert_eq!(over(vec![due(0, 80), due(4, 81)]), ([0; 3], 0));
    let let_off = Promise {
        state: State::Released { on: ago(3) },
        ..due(0, 900)
    };
    assert_eq!(over(vec![let_off]), ([0; 3], 0));
    assert_eq!(over(vec![due(0, u32::MAX), due(1, u32::MAX)]).0, [0, 0, 1]);
}

/// Sunday the 20th and Monday the 21st are of one week where weeks begin on Sunday, and Saturday the 19th where they
/// begin on Saturday; it counts in the month of its first day.
#[test]
fn a_week_begins_on_the_day_that_i_set() {
    let over = |days: [i64; 2], first_day| {
        let due = |days| Promise {
            minutes: Some(81),
            ..ended(State::Open, days)
        };
        let mut book = book(days.map(due));
        std::sync::Arc::make_mut(&mut book.settings).weekly_minutes = 240;
        Review::of(&book, now(), today(), first_day)
            .line(Kind::WeeksOver)
            .unwrap()
            .months
    };
    let (sunday_monday, saturday_sunday) = ([4, 3], [5, 4]);
    assert_eq!(over(sunday_monday, Weekday::Mon), [0; 3]);
    assert_eq!(over(sunday_monday, Weekday::Sun), [0, 0, 1]);
    assert_eq!(over(saturday_sunday, Weekday::Sun), [0; 3]);
    assert_eq!(over(saturday_sunday, Weekday::Sat), [0, 0, 1]);
    // Monday 31 August and Tuesday 1 September: of the week of Sunday 30 August.
    for first_day in [Weekday::Mon, Weekday::Sun] {
        assert_eq!(over([24, 23], first_day), [0, 1, 0]);
    }
    assert_eq!(over([24, 23], Weekday::Tue), [0; 3]);
}

/// An entry stands in its week, with the hours of that week; a week that is still to come is none to look back on.
#[test]
fn an_entry_names_its_week_and_a_week_to_come_is_none() {
    let due = |days| Promise {
        minutes: Some(161),
        ..ended(State::Open, days)
    };
    let mut book = book([due(0), due(-4)]);
    std::sync::Arc::make_mut(&mut book.settings).weekly_minutes = 240;
    let review = Review::of(&book, now(), today(), Weekday::Mon);
    let line = review.line(Kind::WeeksOver).unwrap();
    let (likely, free) = (241, 240);
    assert_eq!((line.months, line.entries.len()), ([0, 0, 1], 1));
    assert_eq!(line.entries[0].on, day("2026-09-21"));
    assert_eq!(line.entries[0].week, Some(WeekOver { likely, free }));
}

fn invite(days: i64, reply: Reply) -> Invite {
    let start: NaiveDateTime = ago(days).and_hms_opt(12, 30, 0).unwrap();
    let with = vec![Id::from_u128(2)];
    let end = start + TimeDelta::hours(1);
    Invite {
        reply,
        ..Invite::new(with, start, end, ago(days))
    }
}

fn invited(invites: impl IntoIterator<Item = Invite>) -> Vec<Kind> {
    let (mut book, ids) = (Book::default(), IdSource::seeded(7));
    for invite in invites {
        book.invites.put(Invite {
            id: ids.next(),
            ..invite
        });
    }
    counts_in(&book, now())
}

#[test]
fn turned_down_twice_is_theirs_running_and_a_meal_between_ends_it() {
    let no = |days| invite(days, Reply::Declined);
    let met = |days| Invite {
        outcome: Some(Outcome::Happened),
        ..invite(days, Reply::Accepted)
    };
    let moved = |days| Invite {
        outcome: Some(Outcome::MovedTo(ago(-9))),
        ..no(days)
    };
    let mine = |days| Invite {
        host: Party::Me,
        ..no(days)
    };
    assert_eq!(invited([no(9), no(5)]), [Kind::TurnedDown]);
    assert_eq!(invited([no(200), no(5)]), [Kind::TurnedDown]);
    assert_eq!(
        invited([no(9), invite(7, Reply::NeedsAction), no(5)]),
        [Kind::TurnedDown]
    );
    assert_eq!(invited([no(9), met(7), no(5)]), []);
    assert_eq!(invited([no(9), invite(7, Reply::Accepted), no(5)]), []);
    assert_eq!(invited([no(9), moved(5)]), []);
    assert_eq!(invited([no(9), mine(5)]), []);
    assert_eq!(invited([no(5)]), []);
    assert_eq!(invited([no(200), no(100)]), []);
}

/// Somebody every month and somebody every quarter: one and a third a month, which is one, and four in a quarter. With them
/// alone talks are counted.
#[test]
fn paces_are_held_against_talks_with_the_same_people() {
    let mut book = Book::default();
    for (number, days) in [(1, Some(30)), (2, Some(91)), (3, None)] {
        book.contacts.put(Contact {
            id: Id::from_u128(number),
            rhythm_days: days.and_then(NonZeroU32::new),
            ..Contact::default()
        });
    }
    let with = |number: u128, on: i64, two_way| Interaction {
        id: Id::from_u128(on.unsigned_abs().into()),
        with: vec![Id::from_u128(number), Id::from_u128(3)],
        on: ago(on),
        kind: InteractionKind::Call,
        two_way,
        note: String::new(),
    };
    for talk in [
        with(1, 1, true),
        with(2, 89, true),
        with(1, 90, true),
        with(1, 2, false),
    ] {
        book.interactions.put(talk);
    }
    let paces = Paces::of(&book, today());
    assert_eq!((paces.asked, paces.had), (1, 1));
    let review = Review::of(&book, now(), today(), Weekday::Mon);
    let asked = review.line(Kind::TalksAskedFor).unwrap();
    assert_eq!((asked.months, asked.count()), ([1, 1, 1], 4));
    let month = Review::of(&book, Period::month(today()), today(), Weekday::Mon);
    assert_eq!(month.count(Kind::TalksAskedFor), 1);
    assert_eq!(review.count(Kind::Talks), 1, "the others were in June");
    let before = Review::of(&book, now().before().unwrap(), today(), Weekday::Mon);
    assert!(before.line(Kind::TalksAskedFor).is_none() && before.paces.is_none());
    assert_eq!(before.count(Kind::Talks), 2);
}

/// Five of this quarter and one of the last: each is said of its own time.
#[test]
fn decisions_looked_back_on_are_those_of_the_time_in_sight() {
    let mut book = Book::default();
    for (number, days) in [(1, 5), (2, 40), (3, 100)] {
        book.decisions.put(looked_back(number, ago(days)));
    }
    let of = |period: Period| {
        let tally = Review::of(&book, period, today(), Weekday::Mon).hindsight;
        (tally.of, tally.again)
    };
    assert_eq!(of(now().into()), (2, 2));
    assert_eq!(of(now().before().unwrap().into()), (1, 1));
    assert_eq!(of(Period::month(today())), (1, 1));
}

fn looked_back(number: u128, on: NaiveDate) -> Decision {
    Decision {
        id: Id::from_u128(number),
        on,
        about: Subject::Options(Id::from_u128(1)),
        chosen: Chosen::Option(0),
        untruth_needed_for: None,
        snapshot: None,
        weighed: goodword::domain::options::View::default(),
        followed_lean: None,
        reason: String::new(),
        told: None,
        message: String::new(),
        review_on: None,
        review: Some(LookBack {
            on,
            outcome: TurnedOut::AsExpected,
            would_repeat: true,
            note: String::new(),
        }),
        told_to: Vec::new(),
        knew: None,
        replaces: None,
    }
}

proptest! {
    #![proptest_config(config())]

    /// Whatever the book: every entry lies where it is counted, the figures add up, and what I received changes nothing.
    #[test]
    fn any_book_can_be_reviewed(mut book in any_book(12), days in -400_i64..400) {
        let quarter = Quarter::of(ago(days));
        let review = Review::of(&book, quarter, today(), Weekday::Mon);
        for line in &review.lines {
            let once_each = !matches!(line.kind, Kind::WeeksOver | Kind::TurnedDown | Kind::TalksAskedFor);
            if once_each {
                prop_assert_eq!(line.count(), line.entries.len());
                prop_assert!(line.entries.iter().all(|entry| quarter.month_of(entry.on).is_some()));
            }
            prop_assert!(line.entries.is_sorted_by(|one, next| one.on >= next.on));
            prop_assert!(line.count() <= review.whole_bar(line.kind).max(14));
        }
        let received: Vec<_> = book.exchanges.iter().filter(|one| one.direction == Direction::Received).map(|one| one.id).collect();
        for id in received {
            book.exchanges.remove(id);
        }
        prop_assert_eq!(Review::of(&book, quarter, today(), Weekday::Mon), review);
    }
}
