//! My network: how varied it is, and the warm ways to somebody. Worked cases, and laws on drawn networks.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_cmp,
    reason = "a test may stop where it stands, and the figures compared are exact"
)]

#[path = "common/cases.rs"]
mod number;

use std::num::NonZeroU32;

use chrono::{NaiveDate, TimeDelta};
use goodword::domain::Book;
use goodword::domain::contact::{Contact, ContactId, KnownPerson, Tie};
use goodword::domain::id::Id;
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::introduction::Introduction;
use goodword::domain::introduction::IntroductionStatus::{
    Agreed, Asking, Closed, Declined, Idea, Made,
};
use goodword::domain::network::{
    Variety, WarmWays, Way, asked_this_year, outside_inside, talks_in_one_circle,
};
use goodword::domain::relationship::Relationships;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::Config;

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

/// 8 outside my circle and 12 inside: -0.2. Case and blanks make no other circle; no circle at all is left out.
#[test]
fn inside_and_outside_my_circle() {
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
    assert_eq!(outside_inside(&book, "STEEL"), Some(-0.2));
    assert_eq!(outside_inside(&book, "music"), Some(1.0));
    assert_eq!(outside_inside(&book, "  "), None);
    assert_eq!(outside_inside(&Book::default(), "steel"), None);
    assert_eq!(Variety::of_book(&book), Variety::of([8, 12]));
}

/// "11 of your last 12 talks were in one circle": only talks of both, only with people whose circle is known.
#[test]
fn the_last_talks_were_in_one_circle() {
    let circles = [(1, "steel"), (2, "law"), (3, "")];
    let mut book = book(circles.map(|(number, circle)| Contact {
        circle: circle.to_owned(),
        ..person(number)
    }));
    assert_eq!(talks_in_one_circle(&book), (0, 0));
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
        talks_in_one_circle(&book)
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

fn cases() -> Config {
    Config {
        cases: number::cases(),
        failure_persistence: None,
        ..Config::default()
    }
}

/// What floats may differ by.
const ROUNDING: f64 = 1e-9;
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

fn ways_of(book: &Book) -> WarmWays {
    WarmWays::of(book, &Relationships::of(book), today())
}

fn book(people: impl IntoIterator<Item = Contact>) -> Book {
    let mut book = Book::default();
    for person in people {
        book.contacts.put(person);
    }
    book
}

fn person(number: u128) -> Contact {
    Contact {
        id: id(number),
        added: today(),
        ..Contact::default()
    }
}

fn introduction(requester: u128, target: u128) -> Introduction {
    Introduction {
        id: Id::nil(),
        requester: id(requester),
        target: id(target),
        purpose: "work".to_owned(),
        good_for_target: String::new(),
        asked_requester: None,
        yes_requester: None,
        asked_target: None,
        yes_target: None,
        made: None,
        followed_up: None,
        declined: None,
    }
}

fn number_of(circles: usize) -> f64 {
    f64::from(u32::try_from(circles).unwrap())
}

fn ago(days: i64) -> NaiveDate {
    today() - TimeDelta::days(days)
}

fn id(number: u128) -> ContactId {
    Id::from_u128(number)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}
