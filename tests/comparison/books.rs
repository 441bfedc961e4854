//! Laws on whole books: what the comparison reads of them, and what it cannot.

use std::num::NonZeroU32;

use goodword::domain::Book;
use goodword::domain::comparison::{DecidedBy, Guard, Line, Verdict};
use goodword::domain::conflict::{Conflict, conflicts, reading, verdict};
use goodword::domain::contact::{KnownPerson, Tie};
use goodword::domain::decision::Side;
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use goodword::domain::id::Id;
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::introduction::Introduction;
use goodword::domain::invite::Assessment;
use goodword::domain::promise::{Promise, State};
use goodword::domain::relationship::Relationships;
use goodword::domain::sentences::Case;
use goodword::domain::silence::{debt_key, silence};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::cases;
use super::records::{PEOPLE, Plan, extreme_plan, plan, today};

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
            let _ = (case.lines_alone(), case.sturdiness(), case.other_ways(), case.if_you_ask());
            for side in [Side::A, Side::B] {
                let _ = (case.standing(side), case.choosing(side), case.sets_aside(side));
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

    /// A word that is broken claims no less than one that is kept open, and is not counted twice.
    #[test]
    fn breaking_a_word_does_not_lower_its_claim(plan in plan()) {
        let book = plan.book(&plain);
        let mut broken = book.clone();
        for invite in book.invites.iter() {
            for id in invite.assessment.iter().flat_map(|assessment| &assessment.advances) {
                broken.promises.change(*id, |promise| {
                    if promise.is_owed_by_me() {
                        let kind = goodword::domain::promise::MissKind::Silent;
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

    /// Only unsettled bad faith of theirs makes for caution, twice, and within three years.
    #[test]
    fn caution_is_two_acts_of_bad_faith(ages in prop::collection::vec((1090..1100_i64, any::<bool>()), 0..5)) {
        let contact = Id::from_u128(1);
        let mut book = Book::default();
        for (number, (age, settled)) in (1..).zip(&ages) {
            book.incidents.put(Incident {
                id: Id::from_u128(number),
                on: today() - chrono::TimeDelta::days(*age),
                settled: settled.then(today),
                ..incident(contact, Party::Them, IncidentKind::BadFaith)
            });
        }
        let counted = ages.iter().filter(|(age, settled)| *age <= 1095 && !settled).count();
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

fn invite(number: usize, ids: &dyn Fn(u128) -> u128) -> goodword::domain::invite::InviteId {
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
        State::Confirmed { on },
        State::Released { on },
        State::Withdrawn { on },
    ])
}

fn some_promise() -> Promise {
    Promise {
        id: Id::nil(),
        by: Party::Me,
        contact: Id::nil(),
        text: "an introduction".to_owned(),
        kind: None,
        made: today(),
        due: None,
        said: goodword::domain::promise::Strength::Promise,
        exact_words: String::new(),
        heard: None,
        impact: goodword::domain::promise::Impact::Vital,
        minutes: None,
        state: State::Open,
        efforts: Vec::new(),
        earlier_terms: Vec::new(),
        reopened_from: None,
    }
}

fn incident(
    contact: Id<goodword::domain::contact::Contact>,
    about: Party,
    kind: IncidentKind,
) -> Incident {
    Incident {
        id: Id::nil(),
        contact,
        about,
        kind,
        severity: Severity::Serious,
        on: today(),
        note: "in the spring".to_owned(),
        settled: None,
        acknowledged: None,
        made_right: None,
    }
}

/// A change that no comparison may notice, about one of the people.
#[derive(Debug, Clone)]
struct Irrelevant {
    number: u128,
    kind: u8,
    size: Size,
    days: i64,
}

fn irrelevant() -> impl Strategy<Value = Irrelevant> {
    let number = (1..=u128::try_from(PEOPLE).unwrap()).prop_map(|number| number * 1000);
    let size = select(vec![Size::Small, Size::Medium, Size::Large]);
    (number, 0..10_u8, size, 0..900_i64).prop_map(|(number, kind, size, days)| Irrelevant {
        number,
        kind,
        size,
        days,
    })
}

impl Irrelevant {
    fn apply(&self, book: &mut Book) {
        let contact = Id::from_u128(self.number);
        let fresh = 90_000 + u128::try_from(book.record_count()).unwrap();
        let on = today() - chrono::TimeDelta::days(self.days);
        match self.kind {
            0 | 1 => book.exchanges.put(Exchange {
                id: Id::from_u128(fresh),
                contact,
                on,
                direction: if self.kind == 0 {
                    Direction::Received
                } else {
                    Direction::Given
                },
                kind: ExchangeKind::Introduction,
                size: self.size,
                horizon: Horizon::Years,
                note: "a client".to_owned(),
                from: None,
            }),
            2 => book.incidents.put(Incident {
                id: Id::from_u128(fresh),
                on,
                ..incident(contact, Party::Them, IncidentKind::Helped)
            }),
            3 => book.incidents.put(Incident {
                id: Id::from_u128(fresh),
                on,
                ..incident(contact, Party::Me, IncidentKind::Helped)
            }),
            4 => book.incidents.put(Incident {
                id: Id::from_u128(fresh),
                on,
                settled: Some(today()),
                ..incident(contact, Party::Them, IncidentKind::BadFaith)
            }),
            5 => book.promises.put(Promise {
                id: Id::from_u128(fresh),
                by: Party::Them,
                contact,
                state: State::Confirmed { on },
                ..some_promise()
            }),
            6 => book.introductions.put(Introduction {
                id: Id::from_u128(fresh),
                requester: contact,
                target: Id::from_u128(1000),
                purpose: "work".to_owned(),
                good_for_target: String::new(),
                asked_requester: Some(on),
                yes_requester: Some(on),
                asked_target: Some(on),
                yes_target: Some(on),
                made: Some(on),
                followed_up: None,
                declined: None,
            }),
            7 => book.interactions.put(Interaction {
                id: Id::from_u128(fresh),
                with: vec![contact],
                on,
                kind: InteractionKind::Message,
                two_way: false,
                note: "sent a card".to_owned(),
            }),
            8 => self.rewrite_contact(book, fresh),
            _ => self.rewrite_invite(book, fresh),
        }
    }

    fn rewrite_contact(&self, book: &mut Book, fresh: u128) {
        book.contacts.change(Id::from_u128(self.number), |contact| {
            contact.tie = Tie::Trusted;
            contact.knows.push((
                KnownPerson::Outside(format!("minister {fresh}")),
                Tie::Close,
            ));
            contact.notes.push_str("could sign the big deal");
            contact.organisation = "Northwind".to_owned();
            contact.role = "chair".to_owned();
            contact.circle = "steel".to_owned();
            contact.tags.push("prospect".to_owned());
            contact.topics.push("capital".to_owned());
            contact.at_worst_days = NonZeroU32::new(7);
        });
    }

    fn rewrite_invite(&self, book: &mut Book, fresh: u128) {
        let id = Id::from_u128(self.number);
        book.invites.change(id, |invite| {
            invite.title = format!("Lunch about my pay rise {fresh}");
            invite.my_words = "gladly".to_owned();
            invite.place = "the best place in town".to_owned();
            if let Some(Assessment { help_kind, .. }) = &mut invite.assessment {
                *help_kind = Some(ExchangeKind::Introduction);
            }
        });
    }
}
