//! How varied my network is: circles, and the last talks.

use chrono::TimeDelta;
use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::network::{Picture, Variety};
use goodword::domain::relationship::Relationships;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{ROUNDING, book, cases, number_of, person, today};

fn picture(book: &Book) -> Picture {
    Picture::of(book, &Relationships::of(book), today())
}

#[test]
fn twenty_people_in_four_circles() {
    let circles = Variety::of([10, 5, 3, 2]);
    assert_eq!(circles.circles(), 4);
    assert_eq!(circles.blau().unwrap(), 1.0 - 138.0 / 400.0);
    assert_eq!(
        format!("{:.1}", circles.effective_circles().unwrap()),
        "2.9"
    );
    assert_eq!(Variety::of([7]).blau(), Some(0.0));
    assert_eq!(Variety::of([7, 0]), Variety::of([7]));
    assert_eq!(
        (Variety::of([]).blau(), Variety::of([0]).effective_circles()),
        (None, None)
    );
}

/// Case and blanks make no other circle; no circle at all and the archived are left out.
#[test]
fn a_circle_is_one_however_it_is_written() {
    let people = (0..23).map(|number: u128| Contact {
        circle: match number {
            6..12 => " steel ",
            12..20 => "Law",
            20 => " ",
            _ => "Steel",
        }
        .to_owned(),
        archived: number > 20,
        ..person(number)
    });
    let book = book(people);
    assert_eq!(picture(&book).variety, Variety::of([12, 8]));
}

/// "11 of your last 12 talks were in one circle": only talks of both, only with people whose circle is known.
#[test]
fn the_last_talks_were_in_one_circle() {
    let circles = [(1, "steel"), (2, "law"), (3, "")];
    let mut book = book(circles.map(|(number, circle)| Contact {
        circle: circle.to_owned(),
        ..person(number)
    }));
    assert_eq!(picture(&book).in_one_circle, (0, 0));
    let mut days = 0;
    let mut talk = |with: &[u128], two_way| {
        days += 1;
        book.interactions.put(Interaction {
            id: Id::from_u128(days),
            with: with.iter().copied().map(Id::from_u128).collect(),
            on: today() + TimeDelta::days(i64::try_from(days).unwrap()),
            kind: InteractionKind::Call,
            two_way,
            note: String::new(),
        });
        picture(&book).in_one_circle
    };
    assert_eq!(talk(&[2], true), (1, 1));
    assert_eq!(talk(&[2], true), (2, 2));
    assert_eq!(talk(&[1, 2, 3], true), (3, 3), "one talk is in two circles");
    assert_eq!(talk(&[3], true), (3, 3), "no circle is known");
    assert_eq!(talk(&[2], false), (3, 3), "a card is no talk");
    assert_eq!(talk(&[2], true), (4, 4));
    assert_eq!(
        talk(&[1, 1], true),
        (4, 5),
        "once, however often a name stands there"
    );
    for _ in 0..9 {
        talk(&[1], true);
    }
    assert_eq!(
        talk(&[1], true),
        (11, 12),
        "the oldest are no longer looked at"
    );
}

proptest! {
    #![proptest_config(cases())]

    /// Blau's index and the effective number of circles stay on their scales, and reach the end where all are equal.
    #[test]
    fn variety_stays_on_its_scale(circles in vec(1..500_usize, 1..12), alike in 1..500_usize) {
        let k = number_of(circles.len());
        let drawn = Variety::of(circles.iter().copied());
        let (blau, effective) = (drawn.blau().unwrap(), drawn.effective_circles().unwrap());
        prop_assert!((-ROUNDING..=1.0 - 1.0 / k + ROUNDING).contains(&blau), "{}", blau);
        prop_assert!((1.0 - ROUNDING..=k + ROUNDING).contains(&effective), "{}", effective);
        let level = Variety::of(circles.iter().map(|_| alike));
        prop_assert!((level.effective_circles().unwrap() - k).abs() < ROUNDING);
        prop_assert!((level.blau().unwrap() - (1.0 - 1.0 / k)).abs() < ROUNDING);
    }
}
