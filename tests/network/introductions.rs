//! Introductions: nobody is asked too often, and nobody is connected before both said yes.

use goodword::domain::Book;
use goodword::domain::id::Id;
use goodword::domain::introduction::Introduction;
use goodword::domain::introduction::IntroductionStatus::{
    Agreed, Asking, Closed, Declined, Idea, Made,
};
use goodword::domain::network::asked_this_year;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{ago, cases, id, today};

#[test]
fn nobody_is_asked_too_often() {
    let asked = |number: u128, requester, target, days: [Option<i64>; 2]| Introduction {
        id: Id::from_u128(number),
        asked_requester: days[0].map(ago),
        asked_target: days[1].map(ago),
        ..introduction(requester, target)
    };
    let mut book = Book::default();
    for introduction in [
        asked(1, 7, 8, [Some(0), None]),
        asked(2, 8, 7, [None, Some(364)]),
        asked(3, 7, 8, [Some(366), Some(3)]),
        asked(4, 7, 8, [Some(-1), None]),
        asked(5, 7, 8, [None, None]),
        asked(6, 7, 7, [Some(1), Some(1)]),
    ] {
        book.introductions.put(introduction);
    }
    let times = |number| asked_this_year(&book, id(number), today());
    assert_eq!([times(7), times(8), times(9)], [3, 1, 0]);
}

proptest! {
    #![proptest_config(cases())]

    /// Nothing that a file says makes an introduction stand as made before both said yes.
    #[test]
    fn nobody_is_connected_before_both_said_yes(days in vec(option::of(0..400_i64), 7), declined in prop::bool::weighted(0.1)) {
        let day = |at: usize| days[at].map(ago);
        let wish = Introduction {
            asked_requester: day(0),
            yes_requester: day(1),
            asked_target: day(2),
            yes_target: day(3),
            made: day(4),
            followed_up: day(5),
            declined: if declined { day(6) } else { None },
            ..introduction(1, 2)
        };
        let agreed = wish.yes_requester.is_some() && wish.yes_target.is_some();
        let begun = days[..4].iter().any(Option::is_some);
        let expected = match (wish.declined, agreed, wish.made, wish.followed_up) {
            (Some(_), ..) => Declined,
            (None, true, Some(_), Some(_)) => Closed,
            (None, true, Some(_), None) => Made,
            (None, true, None, _) => Agreed,
            (None, false, ..) => if begun { Asking } else { Idea },
        };
        prop_assert_eq!(wish.status(), expected);
        prop_assert!(agreed || !matches!(wish.status(), Agreed | Made | Closed));
    }
}

fn introduction(requester: u128, target: u128) -> Introduction {
    Introduction {
        id: Id::nil(),
        requester: id(requester),
        target: id(target),
        purpose: "work".to_owned(),
        ..Introduction::default()
    }
}
