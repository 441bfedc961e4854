//! The pace: its words, and the laws of how late a talk is.

use std::num::NonZeroU32;
use std::sync::Arc;

use chrono::NaiveDate;
use goodword::domain::contact::Contact;
use goodword::domain::interaction::InteractionKind;
use goodword::domain::relationship::Relationship;
use goodword::domain::rhythm::{Pace, lateness, pace, rhythm};
use proptest::option;
use proptest::prelude::*;

use super::config;
use super::draw::{ago, bob, date, talk, today};

fn talked(on: NaiveDate) -> Relationship {
    Relationship {
        interactions: vec![Arc::new(talk(InteractionKind::Call, on))],
        ..Relationship::default()
    }
}

fn meaning(days: u32) -> Contact {
    Contact {
        rhythm_days: NonZeroU32::new(days),
        ..bob()
    }
}

#[test]
fn the_words_and_where_they_begin() {
    let table = [
        (0, Pace::Fresh),
        (74, Pace::Fresh),
        (75, Pace::Soon),
        (99, Pace::Soon),
        (100, Pace::Due),
        (149, Pace::Due),
        (150, Pace::Overdue),
        (199, Pace::Overdue),
        (200, Pace::Fading),
        (1_094, Pace::Fading),
        (1_095, Pace::Dormant),
    ];
    for (days, word) in table {
        assert_eq!(
            pace(&meaning(100), &talked(ago(days)), today()),
            Some(word),
            "{days} days"
        );
    }
    assert_eq!(pace(&bob(), &talked(ago(1_094)), today()), None);
    assert_eq!(
        pace(&bob(), &talked(ago(1_095)), today()),
        Some(Pace::Dormant)
    );
    let never = Contact {
        added: ago(2_000),
        ..meaning(365)
    };
    let nothing = Relationship::default();
    assert_eq!(
        pace(&never, &nothing, today()),
        Some(Pace::Fading),
        "what never was is not asleep"
    );
}

#[test]
fn who_is_later_by_their_own_measure_is_later() {
    let weekly = lateness(&meaning(7), &talked(ago(70)), today());
    let yearly = lateness(&meaning(365), &talked(ago(730)), today());
    assert_eq!((weekly, yearly), (Some(10_000), Some(2_000)));
    assert_eq!(rhythm(&meaning(7), &talked(ago(70)), today()), 1000);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_never_shrinks_with_the_days(
        days in option::of(1..4_000_u32),
        on in date(),
        snoozed_until in option::of(date()),
        later in 0..2_000_i64,
    ) {
        let contact = Contact {
            rhythm_days: days.and_then(NonZeroU32::new),
            ..bob()
        };
        let snoozed = Contact { snoozed_until, ..contact.clone() };
        let between = talked(on);
        let after = ago(-later);
        let now = rhythm(&contact, &between, today());
        prop_assert!((0..=1000).contains(&now) && now <= rhythm(&contact, &between, after));
        prop_assert!(rhythm(&snoozed, &between, today()) <= rhythm(&snoozed, &between, after));
        prop_assert!(lateness(&contact, &between, today()) <= lateness(&contact, &between, after));
        prop_assert!(pace(&contact, &between, today()) <= pace(&contact, &between, after));
        if days.is_none() {
            prop_assert_eq!(now, 0);
        }
    }

    /// Up to three years: they are long, even to one who meant to talk every four.
    #[test]
    fn word_and_figure_agree(days in 1..4_000_u32, since in -10..1_095_i64) {
        let (contact, between) = (meaning(days), talked(ago(since)));
        let is_due = rhythm(&contact, &between, today()) >= 500;
        prop_assert_eq!(is_due, pace(&contact, &between, today()) >= Some(Pace::Due));
    }
}
