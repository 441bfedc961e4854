//! An introduction from step to step: both asked and dated apart, made only after both said yes, and what it gave.

use goodword::domain::Book;
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind};
use goodword::domain::id::{Id, IdSource};
use goodword::domain::incident::Party;
use goodword::domain::introducing::{of_promise, put_changed, take};
use goodword::domain::introduction::{Introduction, IntroductionId, IntroductionStatus, Step};
use goodword::domain::promise::{Promise, PromiseId, State, Strength};
use goodword::domain::removal::{without_introduction, without_promise, without_value};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{ago, book, cases, id, person};
use goodword::domain::contact::Contact;

const STEPS: [Step; 6] = [
    Step::AskRequester,
    Step::YesOfRequester,
    Step::AskTarget,
    Step::YesOfTarget,
    Step::Make,
    Step::FollowUp,
];

fn wish() -> IntroductionId {
    Id::from_u128(100)
}

/// Eve (1) is to meet Max (2).
fn two() -> Book {
    let named = |number, name: &str| Contact {
        name: name.to_owned(),
        ..person(number)
    };
    let mut book = book([named(1, "Eve Park"), named(2, "Max Lindqvist")]);
    book.introductions.put(Introduction {
        id: wish(),
        requester: id(1),
        target: id(2),
        purpose: "a first data lead".to_owned(),
        ..Introduction::default()
    });
    book
}

fn ids() -> IdSource {
    IdSource::seeded(7)
}

fn after(book: &Book, steps: &[Step]) -> Book {
    let (mut book, ids) = (book.clone(), ids());
    for (step, days) in steps.iter().zip((0..10).rev()) {
        take(&mut book, wish(), *step, ago(days), &ids);
    }
    book
}

fn given(book: &Book) -> Vec<Exchange> {
    let all = book.exchanges.iter();
    all.map(|exchange| exchange.as_ref().clone()).collect()
}

#[test]
fn each_step_has_its_own_day_and_the_last_ones_add_value() {
    let book = after(&two(), &STEPS);
    let made = book.introductions.get(wish()).unwrap();
    let days = [
        made.asked_requester,
        made.yes_requester,
        made.asked_target,
        made.yes_target,
        made.made,
        made.followed_up,
    ];
    assert_eq!(days, [9, 8, 7, 6, 5, 4].map(|days| Some(ago(days))));
    assert_eq!(made.status(), IntroductionStatus::Closed);
    assert_eq!(made.next_step(), None);
    let [value] = given(&book).try_into().unwrap();
    assert_eq!((value.contact, value.on), (id(1), ago(5)));
    assert_eq!(
        (value.direction, value.kind),
        (Direction::Given, ExchangeKind::Introduction)
    );
    assert_eq!(made.value, Some(value.id));
}

#[test]
fn a_day_set_right_moves_the_value_and_a_no_takes_it_back() {
    let mut book = after(&two(), &STEPS);
    let known = book.introductions.get(wish()).unwrap().as_ref().clone();
    let moved = Introduction {
        made: Some(ago(1)),
        ..known.clone()
    };
    put_changed(&mut book, moved, &ids());
    assert_eq!(given(&book)[0].on, ago(1));
    let undone = Introduction {
        declined: Some(ago(0)),
        ..known
    };
    put_changed(&mut book, undone, &ids());
    assert_eq!(given(&book), []);
    assert_eq!(book.introductions.get(wish()).unwrap().value, None);
}

#[test]
fn what_was_deleted_stays_deleted() {
    let book = after(&two(), &STEPS[..5]);
    let value = given(&book)[0].id;
    let mut without = without_value(&book, value);
    assert_eq!(without.introductions.get(wish()).unwrap().value, None);
    take(&mut without, wish(), Step::FollowUp, ago(0), &ids());
    assert_eq!(given(&without), [], "following up gives nothing again");
    let gone = without_introduction(&book, wish());
    assert_eq!((given(&gone), gone.introductions.len()), (vec![], 0));
}

fn promise(text: &str, kind: Option<ExchangeKind>) -> Promise {
    Promise {
        id: Id::from_u128(50),
        by: Party::Me,
        contact: id(1),
        text: text.to_owned(),
        kind,
        made: ago(20),
        due: None,
        said: Strength::Promise,
        exact_words: String::new(),
        heard: None,
        impact: goodword::domain::promise::Impact::Little,
        minutes: None,
        state: State::Open,
        efforts: Vec::new(),
        earlier_terms: Vec::new(),
        reopened_from: None,
    }
}

/// A promise to introduce is the introduction: found by the name in it, kept when it is made, and its value counts once.
#[test]
fn a_promise_to_introduce_is_kept_by_the_introduction() {
    let kind = Some(ExchangeKind::Introduction);
    let mut start = two();
    start.promises.put(promise("Introduce her to Max", kind));
    let kept: PromiseId = Id::from_u128(50);
    let asked = after(&start, &STEPS[..1]);
    assert_eq!(of_promise(&asked, kept), Some(wish()));
    let made = after(&start, &STEPS[..5]);
    let state = &made.promises.get(kept).unwrap().state;
    assert!(matches!(state, State::Delivered { on, .. } if *on == ago(5)));
    assert_eq!(given(&made).len(), 1, "not counted twice");
    assert_eq!(of_promise(&made, kept), None);
    let taken_back = Introduction {
        made: None,
        ..made.introductions.get(wish()).unwrap().as_ref().clone()
    };
    let mut book = made.clone();
    put_changed(&mut book, taken_back, &ids());
    assert_eq!(book.promises.get(kept).unwrap().state, State::Open);
    assert_eq!(given(&book), []);
    let alone = without_promise(&asked, kept);
    assert_eq!(alone.introductions.get(wish()).unwrap().promise, None);
}

#[test]
fn another_promise_is_not_taken_for_it() {
    let kind = Some(ExchangeKind::Introduction);
    for other in [
        promise("Introduce her to Maxima", kind),
        promise("Max's report", None),
        Promise {
            contact: id(2),
            ..promise("Introduce her to Max", kind)
        },
    ] {
        let mut book = two();
        book.promises.put(other);
        let book = after(&book, &STEPS[..5]);
        assert_eq!(book.introductions.get(wish()).unwrap().promise, None);
        assert_eq!(given(&book).len(), 1);
        assert_eq!(book.promises.iter().next().unwrap().state, State::Open);
    }
}

proptest! {
    #![proptest_config(cases())]

    /// Whatever steps are asked for, in whatever order: nobody is connected before both said yes, value stands exactly
    /// where it is made, and the next step is always one that can be taken.
    #[test]
    fn made_is_not_reached_before_both_said_yes(steps in vec(select(STEPS.to_vec()), 0..12)) {
        let mut book = two();
        let ids = ids();
        for (step, days) in steps.into_iter().zip((0..20).rev()) {
            let before = book.introductions.get(wish()).unwrap().as_ref().clone();
            take(&mut book, wish(), step, ago(days), &ids);
            let after = book.introductions.get(wish()).unwrap();
            prop_assert!(after.made.is_none() || after.is_agreed());
            prop_assert!(after.followed_up.is_none() || after.made.is_some());
            prop_assert_eq!(book.exchanges.len(), usize::from(after.is_made()));
            if before.next_step() == Some(step) {
                prop_assert!(after.next_step() != Some(step), "{:?} leads on", step);
            }
        }
    }
}
