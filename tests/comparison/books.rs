//! Laws on whole books: what the comparison reads of them, and what it cannot.

use goodword::domain::Book;
use goodword::domain::comparison::Side;
use goodword::domain::comparison::{DecidedBy, Guard, Line, Verdict, compare};
use goodword::domain::conflict::{Conflict, conflicts, reading, verdict};
use goodword::domain::id::{Id, IdSource};
use goodword::domain::incident::{Incident, IncidentKind, Party};
use goodword::domain::invite::InviteId;
use goodword::domain::promise::{MissKind, Promise, State};
use goodword::domain::relationship::Relationships;
use goodword::domain::resolution::{Resolution, Way, resolve};
use goodword::domain::sentences::lunch::Case;
use goodword::domain::silence::{debt_key, silence};
use goodword::domain::tuning::TUNING;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::beside::{incident, irrelevant, some_promise};
use super::cases;
use super::plans::{PEOPLE, Plan, extreme_plan, plan, today};

proptest! {
    #![proptest_config(cases())]

    /// (3) What I received, what they are worth, whom they know and how good they have been cannot be read.
    #[test]
    fn what_must_not_weigh_does_not(plan in plan(), changes in prop::collection::vec(irrelevant(), 1..12)) {
        let book = plan.book(&plain);
        let mut changed = book.clone();
        for change in changes {
            change.apply(&mut changed);
        }
        prop_assert_ne!(&book, &changed);
        prop_assert_eq!(verdicts(&book, &plan, &plain), verdicts(&changed, &plan, &plain));
    }

    /// (11) Ids, the order of records, the order in lists and names make no difference.
    #[test]
    fn ids_orders_and_names_make_no_difference(plan in plan(), key in any::<u128>(), name in "\\PC{0,12}") {
        let scrambled = |number: u128| scramble(number, key);
        let mut other = plan.clone();
        for person in &mut other.people {
            person.contact.name.clone_from(&name);
            person.advances.reverse();
        }
        let (book, other_book) = (plan.book(&plain), other.book(&scrambled));
        prop_assert_eq!(verdicts(&book, &plan, &plain), verdicts(&other_book, &other, &scrambled));
        // And what is found to compete, whatever the ids: the same pairs, if need be the other way round.
        let found = |book: &Book, ids: &dyn Fn(u128) -> u128| {
            let numbers = |pair: Conflict| {
                let mut sides = [pair.a, pair.b].map(|id| {
                    (1..=PEOPLE).find(|number| invite(*number, ids) == id).unwrap()
                });
                sides.sort_unstable();
                sides
            };
            let mut pairs: Vec<_> = conflicts(book, plan.today).into_iter().map(numbers).collect();
            pairs.sort_unstable();
            pairs
        };
        prop_assert_eq!(found(&book, &plain), found(&other_book, &scrambled));
    }

    /// (12) A promise that the hour does not move changes nothing, as long as it is not a broken one.
    #[test]
    fn a_promise_beside_the_hour_changes_nothing(plan in plan(), at in any::<Index>(), state in harmless_state()) {
        let book = plan.book(&plain);
        let mut changed = book.clone();
        let owner = u128::try_from(at.index(PEOPLE) + 1).unwrap() * 1000;
        changed.promises.put(Promise {
            id: Id::from_u128(7),
            contact: Id::from_u128(owner),
            state,
            due: Some(plan.people[0].invite.start.date()),
            ..some_promise()
        });
        prop_assert_eq!(verdicts(&book, &plan, &plain), verdicts(&changed, &plan, &plain));
    }

    /// (12) Splitting a promise into many buys nothing.
    #[test]
    fn many_promises_weigh_as_one(plan in plan(), copies in 1..5_u128) {
        let book = plan.book(&plain);
        let mut split = book.clone();
        let mut id = 50_000;
        for invite in book.invites.iter() {
            let mut advances = invite.assessment.clone().unwrap_or_default().advances;
            for promise in advances.clone() {
                for _ in 0..copies {
                    id += 1;
                    let promise = book.promises.get(promise).unwrap().as_ref().clone();
                    split.promises.put(Promise { id: Id::from_u128(id), ..promise });
                    advances.push(Id::from_u128(id));
                }
            }
            split.invites.change(invite.id, |invite| {
                if let Some(assessment) = &mut invite.assessment {
                    assessment.advances = advances;
                }
            });
        }
        prop_assert_eq!(verdicts(&book, &plan, &plain), verdicts(&split, &plan, &plain));
    }

    /// (14) No date and no number stops the program; nor the sentences about them.
    #[test]
    fn no_date_is_too_far(plan in extreme_plan()) {
        let book = plan.book(&plain);
        let relationships = Relationships::of(&book);
        let all = (1..PEOPLE).map(|a| Conflict { a: invite(a, &plain), b: invite(a + 1, &plain) });
        for pair in conflicts(&book, plan.today).into_iter().chain(all) {
            let case = Case::of(&book, &relationships, pair, None, plan.today).unwrap();
            prop_assert!((-42_000..=42_000).contains(&case.verdict.d));
            prop_assert!(!case.headline().is_empty());
            let _ = (case.lines_alone(), case.sturdy(None), case.other_ways(), case.if_you_ask());
            for side in [Side::A, Side::B] {
                let _ = (case.standing(side), case.choosing(side), case.costs(side));
                for line in Line::ALL {
                    prop_assert!(!case.fact(line, side).is_empty());
                    prop_assert!(!case.detail(line, side).is_empty());
                }
            }
        }
        for promise in book.promises.iter() {
            prop_assert!(silence(promise, plan.today).is_none_or(|silence| silence.debt_days() >= 0));
            prop_assert!(debt_key(promise, plan.today) >= 0);
        }
    }

    /// What is frozen with a decision is what its grounds give again.
    #[test]
    fn a_frozen_decision_can_be_worked_out_again(plan in plan(), untruth in option::of(select(vec![Side::A, Side::B]))) {
        let mut book = plan.book(&plain);
        let relationships = Relationships::of(&book);
        let pair = Conflict { a: invite(1, &plain), b: invite(2, &plain) };
        let resolution = Resolution {
            pair,
            verdict: verdict(&book, &relationships, pair, untruth, plan.today).unwrap(),
            untruth,
            way: Way::Take(Side::A),
            reason: String::new(),
            review_on: None,
        };
        let id = resolve(&resolution, &mut book, &relationships, &IdSource::seeded(1), plan.today);
        let decision = book.decisions.get(id.unwrap()).unwrap();
        let frozen = decision.snapshot.as_ref().unwrap();
        let again = compare(&frozen.a, &frozen.b, &frozen.order, decision.untruth_needed_for);
        prop_assert_eq!(again, frozen.verdict.clone());
        prop_assert_eq!(frozen.model_version, TUNING.model_version);
    }

    /// A word that is broken claims no less than one that is kept open, and is not counted twice.
    #[test]
    fn breaking_a_word_does_not_lower_its_claim(plan in plan()) {
        let book = plan.book(&plain);
        let mut broken = book.clone();
        for invite in book.invites.iter() {
            for id in invite.assessment.iter().flat_map(|assessment| &assessment.advances) {
                broken.promises.change(*id, |promise| {
                    if promise.is_owed_by_me() {
                        let kind = MissKind::Silent;
                        promise.state = State::Missed { on: plan.today, kind };
                    }
                });
            }
        }
        for invite in book.invites.iter() {
            let before = reading(&book, &Relationships::of(&book), invite, plan.today);
            let after = reading(&broken, &Relationships::of(&broken), invite, plan.today);
            prop_assert!(after.word >= before.word);
            prop_assert_eq!(after.repair, before.repair);
        }
    }

    /// Only unsettled bad faith of theirs makes for caution, twice, within three years, and slept over.
    #[test]
    fn caution_is_two_acts_of_bad_faith(ages in prop::collection::vec((1090..1100_i64, any::<bool>(), any::<bool>()), 0..5)) {
        let contact = Id::from_u128(1);
        let mut book = Book::default();
        for (number, (age, settled, asleep)) in (1..).zip(&ages) {
            book.incidents.put(Incident {
                id: Id::from_u128(number),
                on: today() - chrono::TimeDelta::days(*age),
                settled: settled.then(today),
                noted: asleep.then(today),
                ..incident(contact, Party::Them, IncidentKind::BadFaith)
            });
        }
        let counted = ages.iter().filter(|(age, settled, asleep)| *age <= 1095 && !settled && !asleep).count();
        let caution = Relationships::of(&book).with(contact).trust_caution(today());
        prop_assert_eq!(caution, counted >= 2);
    }
}

/// The drawn books reach the guards through their records, not by flags alone.
#[test]
fn drawn_books_reach_every_guard() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut seen = [0; 6];
    let mut pairs = 0;
    for _ in 0..1_000 {
        let plan = plan().new_tree(&mut runner).unwrap().current();
        for verdict in verdicts(&plan.book(&plain), &plan, &plain) {
            pairs += 1;
            seen[match verdict.decided_by {
                DecidedBy::Guard(Guard::Safety) => 0,
                DecidedBy::Guard(Guard::Boundary) => 1,
                DecidedBy::Guard(Guard::WordGiven) => 2,
                DecidedBy::Guard(Guard::TrustCaution) => 3,
                DecidedBy::Guard(Guard::Honesty) => continue,
                DecidedBy::Lines if verdict.lean.side().is_some() => 4,
                DecidedBy::Lines => 5,
            }] += 1;
        }
    }
    println!("of {pairs}: {seen:?}");
    assert!(
        seen.iter().all(|number| number * 100 >= 3 * pairs),
        "{seen:?} of {pairs}"
    );
}

/// The verdicts on every two invites, in the order of the plan.
fn verdicts(book: &Book, plan: &Plan, ids: &dyn Fn(u128) -> u128) -> Vec<Verdict> {
    let relationships = Relationships::of(book);
    (1..PEOPLE)
        .flat_map(|a| (a + 1..=PEOPLE).map(move |b| (a, b)))
        .map(|(a, b)| Conflict {
            a: invite(a, ids),
            b: invite(b, ids),
        })
        .map(|pair| verdict(book, &relationships, pair, None, plan.today).unwrap())
        .collect()
}

fn invite(number: usize, ids: &dyn Fn(u128) -> u128) -> InviteId {
    Id::from_u128(ids(u128::try_from(number).unwrap() * 1000))
}

fn plain(number: u128) -> u128 {
    number
}

/// A one-to-one scattering of numbers: an odd factor and a mask, both from the key.
fn scramble(number: u128, key: u128) -> u128 {
    (number ^ key).wrapping_mul(key | 1)
}

fn harmless_state() -> impl Strategy<Value = State> {
    let on = today();
    select(vec![
        State::Open,
        State::Blocked {
            since: on,
            by: "the customs".to_owned(),
        },
        State::Delivered {
            on,
            was_blocked: None,
        },
        State::Confirmed {
            on,
            delivered: None,
        },
        State::Released { on },
        State::Withdrawn { on },
    ])
}
