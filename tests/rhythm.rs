//! How overdue a talk is: worked cases, and the laws on drawn people.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "common/cases.rs"]
mod number;

use std::num::NonZeroU32;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::relationship::Relationship;
use goodword::domain::rhythm::{days_since_talk, is_snoozed, rhythm};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::Config;

/// Due today is 500, twice overdue 1000, and no more than that.
#[test]
fn how_overdue() {
    for (wished, days, per_mille) in [
        (91, 0, 0),
        (91, 30, 164),
        (91, 50, 274),
        (91, 60, 329),
        (91, 91, 500),
        (91, 100, 549),
        (91, 140, 769),
        (91, 182, 1000),
        (91, 183, 1000),
        (30, 30, 500),
        (365, 1, 1),
        (1, 1, 500),
        (1, 2, 1000),
        (u32::MAX, 90_000, 0),
        (0, 90_000, 0),
        (91, -1, 0),
    ] {
        let someone = added(wished, days);
        let overdue = rhythm(&someone, &Relationship::default(), today());
        assert_eq!(overdue, per_mille, "{days} of {wished} days");
    }
}

/// Only a talk of both counts, the last of them; before there was one, the day I wrote them down.
#[test]
fn since_when() {
    let someone = added(91, 200);
    let days = |talks: &[(i64, bool)]| days_since_talk(&someone, &between(talks), today());
    assert_eq!(days(&[]), 200);
    assert_eq!(days(&[(3, false)]), 200);
    assert_eq!(days(&[(40, true), (30, true), (90, true), (3, false)]), 30);
    assert_eq!(rhythm(&someone, &between(&[(140, true)]), today()), 769);
}

/// "Ask again on" a day: until then nothing is asked, on that day it is.
#[test]
fn until_then_it_asks_for_nothing() {
    for (days, overdue) in [(-1, 549), (0, 549), (1, 0)] {
        let someone = Contact {
            snoozed_until: Some(today() + TimeDelta::days(days)),
            ..added(91, 100)
        };
        assert_eq!(is_snoozed(&someone, today()), overdue == 0);
        assert_eq!(rhythm(&someone, &Relationship::default(), today()), overdue);
    }
}

proptest! {
    #![proptest_config(cases())]

    /// It stays on its scale, and no day that passes lowers it.
    #[test]
    fn it_never_falls_by_itself(someone in someone(), talks in talks(), later in 0..9_000_i64) {
        let between = between(&talks);
        let (now, then) = (today(), today() + TimeDelta::days(later));
        let (before, after) = (rhythm(&someone, &between, now), rhythm(&someone, &between, then));
        prop_assert!((0..=1000).contains(&before));
        prop_assert!(before <= after);
    }

    /// Without a wish it is nothing, however long it has been; with one that is set aside, the same.
    #[test]
    fn without_a_wish_it_is_nothing(someone in someone(), talks in talks(), days in 1..9_000_i64) {
        let between = between(&talks);
        let without = Contact { rhythm_days: None, ..someone.clone() };
        let snoozed = Contact { snoozed_until: Some(today() + TimeDelta::days(days)), ..someone };
        prop_assert_eq!(rhythm(&without, &between, today()), 0);
        prop_assert_eq!(rhythm(&snoozed, &between, today()), 0);
    }

    /// A talk never raises it, a card never changes it, and a talk today makes it nothing.
    #[test]
    fn a_talk_never_raises_it(someone in someone(), talks in talks(), more in 0..900_i64) {
        let with = |talk: (i64, bool)| rhythm(&someone, &between(&[&talks[..], &[talk]].concat()), today());
        let before = rhythm(&someone, &between(&talks), today());
        let is_never_met = !talks.iter().any(|(_, two_way)| *two_way);
        prop_assert!(with((more, true)) <= before || is_never_met);
        prop_assert_eq!(with((more, false)), before);
        prop_assert_eq!(with((0, true)), 0);
    }

    /// The formula once more, in whole numbers: 500 * since / wished, floored, 0 to 1000.
    #[test]
    fn it_is_half_the_share_of_the_wish(wished in 1..800_u32, days in 0..2_000_i64) {
        let overdue = rhythm(&added(wished, days), &Relationship::default(), today());
        let share = 500 * days / i64::from(wished);
        prop_assert_eq!(overdue, share.min(1000));
    }
}

fn cases() -> Config {
    Config {
        cases: number::cases(),
        failure_persistence: None,
        ..Config::default()
    }
}

fn someone() -> impl Strategy<Value = Contact> {
    let wished = prop_oneof![8 => 1..500_u32, 1 => Just(u32::MAX)];
    (wished, -5..900_i64, option::weighted(0.2, -50..50_i64)).prop_map(|(wished, days, snoozed)| {
        Contact {
            snoozed_until: snoozed.map(|days| today() + TimeDelta::days(days)),
            ..added(wished, days)
        }
    })
}

/// How many days ago, and whether both of us spoke.
fn talks() -> impl Strategy<Value = Vec<(i64, bool)>> {
    vec((0..900_i64, any::<bool>()), 0..4)
}

fn between(talks: &[(i64, bool)]) -> Relationship {
    let talk = |(days, two_way): &(i64, bool)| Interaction {
        id: Id::nil(),
        with: Vec::new(),
        on: today() - TimeDelta::days(*days),
        kind: InteractionKind::Call,
        two_way: *two_way,
        note: String::new(),
    };
    Relationship {
        interactions: talks.iter().map(talk).map(Arc::new).collect(),
        ..Relationship::default()
    }
}

/// Somebody I wrote down so many days ago and mean to talk with every so many days; 0 for no such wish.
fn added(wished: u32, days: i64) -> Contact {
    Contact {
        rhythm_days: NonZeroU32::new(wished),
        added: today() - TimeDelta::days(days),
        ..Contact::default()
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}
