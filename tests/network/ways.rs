//! Warm ways to somebody, against a walk along every edge.

use std::num::NonZeroU32;

use chrono::{NaiveDate, TimeDelta};
use goodword::domain::contact::{Contact, ContactId, KnownPerson, Tie};
use goodword::domain::network::{WarmWays, Way};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{ROUNDING, book, cases, id, person, today, ways_of};

/// Ana is the better friend, but Bo is the better way: .9 * .5 = .45 and .6 * .8 = .48, so ask Bo.
#[test]
fn the_better_friend_is_not_always_the_better_way() {
    let (ana, bo, cleo) = (id(1), id(2), KnownPerson::Contact(id(3)));
    let mut ways = WarmWays::default();
    ways.i_know(ana, 0.9);
    ways.knows(ana, &cleo, 0.5);
    ways.i_know(bo, 0.6);
    ways.knows(bo, &cleo, 0.8);
    assert_eq!(
        ways.to(&cleo),
        [way([bo], 0.6 * 0.8), way([ana], 0.9 * 0.5)]
    );
}

/// Of ways that carry as far, the one through fewer people comes first; and the rest always stand in the same order.
#[test]
fn equal_ways_stand_the_shorter_first() {
    let target = KnownPerson::Contact(id(4));
    let mut ways = WarmWays::default();
    ways.i_know(id(9), 0.25);
    ways.knows(id(9), &target, 0.5);
    for (first, last) in [(7, 1), (5, 2)] {
        ways.i_know(id(first), 0.5);
        ways.knows(id(first), &KnownPerson::Contact(id(last)), 0.5);
        ways.knows(id(last), &target, 0.5);
    }
    let all = ways.to(&target);
    assert!(all.iter().all(|way| way.chance == 0.125));
    let through: Vec<_> = all.into_iter().map(|way| way.through).collect();
    assert_eq!(
        through,
        [vec![id(9)], vec![id(5), id(2)], vec![id(7), id(1)]]
    );
}

/// From a book: the tie by quarters, faded by the time without a talk, never below .05 nor above .95.
#[test]
fn what_a_tie_carries() {
    let chance = |contact: Contact| {
        let book = book([contact]);
        let ways = ways_of(&book).to(&KnownPerson::Contact(id(1)));
        assert_eq!((ways.len(), &ways[0].through), (1, &vec![]));
        ways[0].chance
    };
    let ago = |tie, days, rhythm| Contact {
        tie,
        added: today() - TimeDelta::days(days),
        rhythm_days: NonZeroU32::new(rhythm),
        ..person(1)
    };
    for (tie, days, rhythm, carries) in [
        (Tie::Trusted, 0, 0, 0.95),
        (Tie::Close, 0, 0, 0.75),
        (Tie::Familiar, 0, 0, 0.5),
        (Tie::Acquaintance, 0, 0, 0.25),
        (Tie::Unknown, 0, 0, 0.05),
        (Tie::Trusted, 365, 0, 0.5),
        (Tie::Trusted, 730, 0, 0.25),
        (Tie::Trusted, 182, 91, 0.5),
        (Tie::Close, -40, 91, 0.75),
        (Tie::Trusted, 90_000, 1, 0.05),
        (Tie::Trusted, 90_000, u32::MAX, 0.95),
    ] {
        assert_eq!(
            chance(ago(tie, days, rhythm)),
            carries,
            "{tie:?} {days} {rhythm}"
        );
    }
    let long_ago = Contact {
        added: NaiveDate::MIN,
        ..ago(Tie::Trusted, 0, 0)
    };
    assert_eq!(chance(long_ago), 0.05);
}

/// Somebody asks somebody who knows a minister that is not in the book; nobody passes it on a third time.
#[test]
fn two_in_between_and_no_more() {
    let minister = KnownPerson::Outside("The Minister".to_owned());
    let knows = |number, whom: KnownPerson, tie| Contact {
        knows: vec![(whom, tie)],
        ..person(number)
    };
    let mut book = book([
        Contact {
            tie: Tie::Close,
            ..knows(1, KnownPerson::Contact(id(2)), Tie::Familiar)
        },
        knows(
            2,
            KnownPerson::Outside("the minister ".to_owned()),
            Tie::Trusted,
        ),
    ]);
    book.contacts
        .change(id(2), |contact| contact.boundary = true);
    assert_eq!(
        ways_of(&book).to(&minister),
        [way([id(1), id(2)], 0.5 * 0.95 * 0.75)]
    );
    // With the line gone, the second may be asked directly too, though I hardly know them.
    book.contacts
        .change(id(2), |contact| contact.boundary = false);
    let through: Vec<_> = ways_of(&book)
        .to(&minister)
        .into_iter()
        .map(|way| way.through)
        .collect();
    assert_eq!(through, [vec![id(1), id(2)], vec![id(2)]]);
    // One more in between is one too many.
    book.contacts
        .change(id(2), |contact| contact.archived = true);
    book.contacts
        .change(id(1), |contact| contact.boundary = true);
    book.contacts.put(Contact {
        tie: Tie::Trusted,
        ..knows(3, KnownPerson::Contact(id(1)), Tie::Trusted)
    });
    assert_eq!(ways_of(&book).to(&minister), []);
    assert_eq!(
        ways_of(&book).to(&KnownPerson::Contact(id(2))),
        [way([id(3), id(1)], 0.95 * 0.5 * 0.95)]
    );
}

proptest! {
    #![proptest_config(cases())]

    /// The way found first is the warmest there is, and all others are found too: against a walk along every edge.
    #[test]
    fn ways_equal_a_walk_along_every_edge(net in net(), target in node()) {
        let found = net.ways().to(&target);
        let walked = net.walk(&target);
        prop_assert!(found.is_sorted_by(|one, next| one.chance >= next.chance));
        let sorted = |mut ways: Vec<Way>| {
            ways.sort_by(|one, other| one.through.cmp(&other.through));
            ways
        };
        let (found, walked) = (sorted(found), sorted(walked));
        prop_assert_eq!(found.len(), walked.len());
        for (found, walked) in found.iter().zip(&walked) {
            prop_assert_eq!(&found.through, &walked.through);
            prop_assert!((found.chance - walked.chance).abs() < ROUNDING);
        }
    }

    /// No way carries further than any step of it; nor does it pass anyone twice.
    #[test]
    fn a_way_is_no_better_than_its_weakest_step(net in net(), target in node()) {
        for way in net.ways().to(&target) {
            prop_assert!(way.through.len() <= 2);
            let mut steps = vec![net.mine(&way.through.first().copied().map_or(target.clone(), KnownPerson::Contact))];
            let whom = way.through.iter().skip(1).copied().map(KnownPerson::Contact);
            let whom = whom.chain([target.clone()]);
            steps.extend(way.through.iter().zip(whom).map(|(who, whom)| net.between(*who, &whom)));
            for step in steps {
                prop_assert!(way.chance <= step.unwrap() + ROUNDING);
            }
            let mut passed: Vec<KnownPerson> = way.through.iter().copied().map(KnownPerson::Contact).collect();
            passed.push(target.clone());
            prop_assert!(!passed.iter().enumerate().any(|(at, one)| passed[..at].contains(one)));
        }
    }

    /// To know one more person, or somebody better, never makes the best way colder.
    #[test]
    fn one_more_edge_never_lowers_the_best(net in net(), more in edge(), known in 0..PEOPLE, chance in chance(), target in node()) {
        let best = |net: &Net| net.ways().to(&target).first().map_or(0.0, |way| way.chance);
        let mut between = net.clone();
        between.knows.push(more);
        prop_assert!(best(&between) >= best(&net));
        let mut mine = net.clone();
        mine.mine.push((known, chance));
        prop_assert!(best(&mine) >= best(&net));
    }
}

const PEOPLE: u128 = 6;

/// A drawn network: whom I know, who knows whom.
#[derive(Debug, Clone)]
struct Net {
    mine: Vec<(u128, f64)>,
    knows: Vec<(u128, KnownPerson, f64)>,
}

impl Net {
    fn ways(&self) -> WarmWays {
        let mut ways = WarmWays::default();
        for (who, chance) in &self.mine {
            ways.i_know(id(*who), *chance);
        }
        for (who, whom, chance) in &self.knows {
            ways.knows(id(*who), whom, *chance);
        }
        ways
    }

    fn mine(&self, person: &KnownPerson) -> Option<f64> {
        let edges = self
            .mine
            .iter()
            .filter(|(who, _)| KnownPerson::Contact(id(*who)) == *person);
        strongest(edges.map(|(_, chance)| *chance))
    }

    fn between(&self, who: ContactId, whom: &KnownPerson) -> Option<f64> {
        let edges = self
            .knows
            .iter()
            .filter(|(one, other, _)| id(*one) == who && other == whom);
        strongest(edges.map(|(_, _, chance)| *chance))
    }

    /// Every simple walk of at most three edges that ends at the target.
    fn walk(&self, target: &KnownPerson) -> Vec<Way> {
        let mut found = Vec::new();
        let mut open: Vec<Way> = vec![way([], 1.0)];
        for _ in 0..3 {
            for here in std::mem::take(&mut open) {
                for next in everybody() {
                    let step = match here.through.last() {
                        None => self.mine(&next),
                        Some(last) => self.between(*last, &next),
                    };
                    let (Some(step), chance) = (step, here.chance) else {
                        continue;
                    };
                    let chance = chance * step;
                    match next {
                        next if next == *target => found.push(Way {
                            chance,
                            ..here.clone()
                        }),
                        KnownPerson::Contact(next) if !here.through.contains(&next) => {
                            let mut through = here.through.clone();
                            through.push(next);
                            open.push(Way { through, chance });
                        }
                        _ => {}
                    }
                }
            }
        }
        found
    }
}

/// What is no number is no chance, and counts least.
fn strongest(edges: impl Iterator<Item = f64>) -> Option<f64> {
    let chance = |chance: f64| {
        if chance.is_nan() {
            0.05
        } else {
            chance.clamp(0.05, 0.95)
        }
    };
    edges.map(chance).reduce(f64::max)
}

fn everybody() -> Vec<KnownPerson> {
    let contacts = (0..PEOPLE).map(|number| KnownPerson::Contact(id(number)));
    contacts
        .chain([KnownPerson::Outside("the minister".to_owned())])
        .collect()
}

fn net() -> impl Strategy<Value = Net> {
    let mine = vec((0..PEOPLE, chance()), 0..4);
    (mine, vec(edge(), 0..14)).prop_map(|(mine, knows)| Net { mine, knows })
}

fn edge() -> impl Strategy<Value = (u128, KnownPerson, f64)> {
    (0..PEOPLE, node(), chance())
}

fn node() -> impl Strategy<Value = KnownPerson> {
    any::<Index>().prop_map(|at| at.get(&everybody()).clone())
}

/// Beyond both ends of the scale too.
fn chance() -> impl Strategy<Value = f64> {
    prop_oneof![5 => 0.0..1.0, 1 => select(vec![-1.0, 0.0, 1.0, 7.0, f64::NAN])]
}

fn way<const N: usize>(through: [ContactId; N], chance: f64) -> Way {
    Way {
        through: through.to_vec(),
        chance,
    }
}
