//! Drawn sides, pairs and orders: made so that every way to decide comes up often (see `coverage`).

use goodword::domain::comparison::Side;
use goodword::domain::comparison::{Line, Order, Reading, Verdict, Wait, compare};
use goodword::domain::exchange::Horizon;
use goodword::domain::invite::Help;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Two sides as the comparison sees them.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) a: Reading,
    pub(crate) b: Reading,
    pub(crate) order: Order,
    pub(crate) untruth: Option<Side>,
}

impl Pair {
    pub(crate) fn verdict(&self) -> Verdict {
        compare(&self.a, &self.b, &self.order, self.untruth)
    }

    pub(crate) fn mirrored(&self) -> Self {
        Self {
            a: self.b.clone(),
            b: self.a.clone(),
            order: self.order.clone(),
            untruth: self.untruth.map(Side::other),
        }
    }

    /// The same two sides with no guard at all.
    pub(crate) fn unguarded(&self) -> Self {
        let bare = |reading: &Reading| Reading {
            safety: false,
            boundary: false,
            word_given: false,
            trust_caution: false,
            ..reading.clone()
        };
        Self {
            a: bare(&self.a),
            b: bare(&self.b),
            order: self.order.clone(),
            untruth: None,
        }
    }
}

/// A pair under any guards, answered or not.
pub(crate) fn pair() -> impl Strategy<Value = Pair> {
    let sides = prop_oneof![
        6 => (lines(), lines()),
        1 => lines().prop_map(|reading| (reading.clone(), reading)),
    ];
    (sides, order(), guards(), any::<[bool; 2]>(), 0..5_u8).prop_map(
        |((a, b), order, guards, asked, unanswered)| {
            let mut pair = Pair {
                a,
                b,
                order,
                untruth: None,
            };
            apply(&mut pair, guards, asked[0]);
            if unanswered == 0 {
                let side = if asked[1] { &mut pair.a } else { &mut pair.b };
                side.help = None;
            }
            pair
        },
    )
}

/// A pair that nothing but the lines decides, answered.
pub(crate) fn plain_pair() -> impl Strategy<Value = Pair> {
    (lines(), lines(), order()).prop_map(|(a, b, order)| Pair {
        a,
        b,
        order,
        untruth: None,
    })
}

/// The six lines of one side, answered, without a guard.
pub(crate) fn lines() -> impl Strategy<Value = Reading> {
    let value =
        || prop_oneof![4 => Just(0), 2 => select(vec![250, 500, 750, 1000]), 3 => 0..=1000_i64];
    (
        help(),
        any::<bool>(),
        value(),
        value(),
        wait(),
        horizon(),
        0..=1000_i64,
    )
        .prop_map(
            |(help, aim_linked, word, repair, wait, horizon, rhythm)| Reading {
                help: Some(help),
                aim_linked,
                word,
                repair,
                wait,
                horizon,
                rhythm,
                ..Reading::default()
            },
        )
}

/// Any number at all where a number can stand.
pub(crate) fn extreme_lines() -> impl Strategy<Value = Reading> {
    let number = || prop_oneof![Just(i64::MIN), Just(i64::MAX), any::<i64>(), -1..=1001_i64];
    (lines(), number(), number(), number(), number()).prop_map(
        |(lines, word, repair, days, rhythm)| Reading {
            word,
            repair,
            wait: Wait::Days(days),
            rhythm,
            ..lines
        },
    )
}

/// Any order of the six lines, with any ties.
pub(crate) fn order() -> impl Strategy<Value = Order> {
    let any_order = (
        Just(Line::ALL.to_vec()).prop_shuffle(),
        vec(any::<bool>(), 6),
    )
        .prop_map(|(lines, opens_group)| {
            let mut groups: Vec<Vec<Line>> = Vec::new();
            for (line, opens) in lines.into_iter().zip(opens_group) {
                match groups.last_mut() {
                    Some(group) if !opens => group.push(line),
                    _ => groups.push(vec![line]),
                }
            }
            Order::new(groups).unwrap()
        });
    prop_oneof![Just(Order::default()), any_order]
}

pub(crate) fn help() -> impl Strategy<Value = Help> {
    select(HELPS.to_vec())
}

pub(crate) const HELPS: [Help; 5] = [
    Help::Nothing,
    Help::Pleasant,
    Help::Useful,
    Help::Important,
    Help::Critical,
];

pub(crate) const HORIZONS: [Horizon; 4] = [
    Horizon::Days,
    Horizon::Months,
    Horizon::Year,
    Horizon::Years,
];

pub(crate) fn horizon() -> impl Strategy<Value = Horizon> {
    select(HORIZONS.to_vec())
}

fn wait() -> impl Strategy<Value = Wait> {
    prop_oneof![
        2 => Just(Wait::Unknown),
        1 => Just(Wait::Never),
        6 => (0..90_i64).prop_map(Wait::Days),
    ]
}

/// Which guards a pair is drawn with.
#[derive(Debug, Clone, Copy)]
enum Guards {
    None,
    Safety,
    Boundary,
    BothBoundary,
    Honesty,
    Word,
    Caution,
    Any(u16),
}

fn guards() -> impl Strategy<Value = Guards> {
    prop_oneof![
        26 => Just(Guards::None),
        6 => Just(Guards::Safety),
        8 => Just(Guards::Boundary),
        6 => Just(Guards::BothBoundary),
        8 => Just(Guards::Honesty),
        34 => Just(Guards::Word),
        22 => Just(Guards::Caution),
        15 => any::<u16>().prop_map(Guards::Any),
    ]
}

fn apply(pair: &mut Pair, guards: Guards, first: bool) {
    let (side, marked) = if first {
        (&mut pair.a, Side::A)
    } else {
        (&mut pair.b, Side::B)
    };
    match guards {
        Guards::None => {}
        Guards::Safety => side.safety = true,
        Guards::Boundary => side.boundary = true,
        Guards::BothBoundary => (pair.a.boundary, pair.b.boundary) = (true, true),
        Guards::Honesty => pair.untruth = Some(marked),
        Guards::Word => side.word_given = true,
        Guards::Caution => side.trust_caution = true,
        Guards::Any(bits) => {
            let bit = |place: u32| bits >> place & 1 == 1;
            (pair.a.safety, pair.b.safety) = (bit(0) && bit(10), bit(1) && bit(11));
            (pair.a.boundary, pair.b.boundary) = (bit(2), bit(3));
            (pair.a.word_given, pair.b.word_given) = (bit(4), bit(5));
            (pair.a.trust_caution, pair.b.trust_caution) = (bit(6), bit(7));
            pair.untruth = bit(8).then_some(if bit(9) { Side::A } else { Side::B });
        }
    }
}
