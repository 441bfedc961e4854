//! The drawn cases reach every way to decide: a law that is never tried is no law.

use std::collections::BTreeMap;

use goodword::domain::comparison::{DecidedBy, Guard, Lean, Sturdiness, Verdict};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::draw::pair;

const SAMPLES: usize = 10_000;

#[test]
fn every_way_to_decide_comes_up_in_three_of_a_hundred_cases() {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut seen: BTreeMap<&str, usize> = WAYS.iter().map(|(way, _)| (*way, 0)).collect();
    for _ in 0..SAMPLES {
        let verdict = pair().new_tree(&mut runner).unwrap().current().verdict();
        for (way, is) in WAYS {
            *seen.get_mut(way).unwrap() += usize::from(is(&verdict));
        }
    }
    println!("of {SAMPLES}: {seen:?}");
    for (way, number) in seen {
        assert!(number * 100 >= 3 * SAMPLES, "{way}: {number} of {SAMPLES}");
    }
}

type Way = (&'static str, fn(&Verdict) -> bool);

const WAYS: [Way; 15] = [
    ("safety", |v| by(v, Guard::Safety)),
    ("boundary", |v| {
        by(v, Guard::Boundary) && v.lean != Lean::Neither
    }),
    ("neither", |v| v.lean == Lean::Neither),
    ("honesty", |v| by(v, Guard::Honesty)),
    ("word given", |v| by(v, Guard::WordGiven)),
    ("trust caution", |v| by(v, Guard::TrustCaution)),
    ("caution yields", |v| {
        let noted = v
            .guards
            .iter()
            .any(|note| note.guard == Guard::TrustCaution);
        noted && v.decided_by == DecidedBy::Lines
    }),
    ("ask first", |v| v.ask_first),
    ("lines decide", |v| {
        v.decided_by == DecidedBy::Lines && v.lean.side().is_some()
    }),
    ("too close", |v| v.lean == Lean::TooClose),
    ("not answered", |v| v.lean == Lean::NotAnswered),
    ("equal", |v| v.sturdiness == Sturdiness::Equal),
    ("every line", |v| v.sturdiness == Sturdiness::EveryLine),
    ("your order", |v| v.sturdiness == Sturdiness::YourOrder),
    ("these weights", |v| {
        v.sturdiness == Sturdiness::TheseWeights
    }),
];

fn by(verdict: &Verdict, guard: Guard) -> bool {
    verdict.decided_by == DecidedBy::Guard(guard)
}
