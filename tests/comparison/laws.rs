//! Laws of the verdict: mirror, equality, ranges, monotony, and that a guard hides nothing.

use goodword::domain::comparison::Side;
use goodword::domain::comparison::{
    DecidedBy, Guard, GuardNote, Lean, Line, Reading, Verdict, Wait, flip_points,
};
use proptest::prelude::*;

use super::cases;
use super::draw::{HELPS, HORIZONS, Pair, extreme_lines, lines, order, pair};

proptest! {
    #![proptest_config(cases())]

    /// (1) What stands on the left and what on the right makes no difference.
    #[test]
    fn the_mirror_says_the_mirrored(pair in pair()) {
        let (here, there) = (pair.verdict(), pair.mirrored().verdict());
        let (difference, mirrored) = (here.difference(), there.difference());
        prop_assert_eq!(flip_points(&difference, &pair.order), flip_points(&mirrored, &pair.order));
        prop_assert_eq!(here, mirror(&there));
    }

    /// (2) Two equal sides are equal.
    #[test]
    fn equal_sides_are_too_close_to_call(side in lines(), order in order(), flags in any::<[bool; 4]>()) {
        let [safety, boundary, word_given, trust_caution] = flags;
        let side = Reading { safety, boundary, word_given, trust_caution, ..side };
        let verdict = Pair { a: side.clone(), b: side, order, untruth: None }.verdict();
        prop_assert_eq!(verdict.d, 0);
        prop_assert_eq!(verdict.lean, if boundary { Lean::Neither } else { Lean::TooClose });
        prop_assert_eq!(verdict.guards, vec![]);
    }

    /// (4) More of anything on one side never speaks less for it.
    #[test]
    fn more_never_speaks_less(pair in pair(), raise in raise()) {
        let before = pair.verdict();
        let mut raised = pair.clone();
        raise.apply(&mut raised.a);
        let after = raised.verdict();
        prop_assert!(after.d >= before.d);
        prop_assert!(towards_a(after.lean) >= towards_a(before.lean));
        prop_assert!(towards_a(after.lines_lean) >= towards_a(before.lines_lean));
        for line in Line::ALL {
            prop_assert!(after.a_values.get(line) >= before.a_values.get(line));
        }
    }

    /// (5) and (14) Whatever stands in the fields, everything stays on its scale.
    #[test]
    fn everything_stays_on_its_scale(a in extreme_lines(), b in extreme_lines(), order in order()) {
        let verdict = Pair { a, b, order: order.clone(), untruth: None }.verdict();
        for value in verdict.a_values.in_order().iter().chain(&verdict.b_values.in_order()) {
            prop_assert!((0..=1000).contains(value));
        }
        prop_assert!((-42_000..=42_000).contains(&verdict.d));
        let points = order.points().in_order();
        prop_assert_eq!(points.iter().sum::<i64>(), 42);
        prop_assert!(points.iter().all(|points| *points >= 2));
        prop_assert!((0..=1000).contains(&verdict.tenths_of_per_cent()));
    }

    /// (13) What decides hides neither the figures nor the lean of the lines.
    #[test]
    fn a_guard_hides_nothing(pair in pair()) {
        let (guarded, bare) = (pair.verdict(), pair.unguarded().verdict());
        prop_assert_eq!(guarded.lines_lean, bare.lean);
        prop_assert_eq!(
            (guarded.d, guarded.set_aside, guarded.sturdiness, guarded.a_values, guarded.b_values),
            (bare.d, bare.set_aside, bare.sturdiness, bare.a_values, bare.b_values)
        );
        if guarded.decided_by == DecidedBy::Lines {
            prop_assert_eq!(guarded.lean, bare.lean);
        }
    }

    /// The guards stand in their order, and the first of them that does not yield decides.
    #[test]
    fn the_highest_guard_decides(pair in pair()) {
        let verdict = pair.verdict();
        prop_assert!(verdict.guards.is_sorted_by_key(|note| note.guard));
        prop_assert_eq!((verdict.lean, verdict.decided_by), by_the_book(&pair, &verdict));
    }

    /// Where my word decides, the verdict says what would hold without it; and only there.
    #[test]
    fn released_means_without_the_word(pair in pair()) {
        let verdict = pair.verdict();
        let mut released = pair.clone();
        (released.a.word_given, released.b.word_given) = (false, false);
        let by_word = verdict.decided_by == DecidedBy::Guard(Guard::WordGiven);
        prop_assert_eq!(verdict.if_released, by_word.then(|| released.verdict().lean));
        let mover = verdict.lean.side().map(|side| verdict.values(side).delay);
        let against = verdict.lines_lean.side().is_some() && verdict.lines_lean != verdict.lean;
        prop_assert_eq!(verdict.ask_first, by_word && against && mover.unwrap() <= 250);
    }

    /// Without both answers nothing leans, unless a guard decides.
    #[test]
    fn no_lean_without_answers(pair in pair(), first in any::<bool>()) {
        let mut pair = pair;
        if first { pair.a.help = None } else { pair.b.help = None }
        let verdict = pair.verdict();
        prop_assert_eq!(verdict.lines_lean, Lean::NotAnswered);
        prop_assert!(!verdict.ask_first);
        if verdict.decided_by == DecidedBy::Lines {
            prop_assert_eq!(verdict.lean, Lean::NotAnswered);
        }
    }
}

/// The rules of the guards once more, level by level.
fn by_the_book(pair: &Pair, verdict: &Verdict) -> (Lean, DecidedBy) {
    let Pair { a, b, untruth, .. } = pair;
    let decide = |lean, guard| (lean, DecidedBy::Guard(guard));
    let clearly = |lean| verdict.lines_lean == lean && verdict.d.abs() > 6_300;
    match () {
        () if a.safety && !b.safety => decide(Lean::A, Guard::Safety),
        () if b.safety && !a.safety => decide(Lean::B, Guard::Safety),
        () if a.boundary && b.boundary => decide(Lean::Neither, Guard::Boundary),
        () if a.boundary => decide(Lean::B, Guard::Boundary),
        () if b.boundary => decide(Lean::A, Guard::Boundary),
        () if *untruth == Some(Side::A) => decide(Lean::B, Guard::Honesty),
        () if *untruth == Some(Side::B) => decide(Lean::A, Guard::Honesty),
        () if a.word_given && !b.word_given => decide(Lean::A, Guard::WordGiven),
        () if b.word_given && !a.word_given => decide(Lean::B, Guard::WordGiven),
        () if a.trust_caution && !b.trust_caution && !clearly(Lean::A) => {
            decide(Lean::B, Guard::TrustCaution)
        }
        () if b.trust_caution && !a.trust_caution && !clearly(Lean::B) => {
            decide(Lean::A, Guard::TrustCaution)
        }
        () => (verdict.lines_lean, DecidedBy::Lines),
    }
}

fn mirror(verdict: &Verdict) -> Verdict {
    let lean = |lean: Lean| match lean {
        Lean::A => Lean::B,
        Lean::B => Lean::A,
        other => other,
    };
    let note = |note: &GuardNote| GuardNote {
        speaks_for: note.speaks_for.other(),
        ..*note
    };
    let mut set_aside = verdict.set_aside;
    (set_aside.if_a, set_aside.if_b) = (set_aside.if_b, set_aside.if_a);
    Verdict {
        a_values: verdict.b_values,
        b_values: verdict.a_values,
        d: -verdict.d,
        lean: lean(verdict.lean),
        lines_lean: lean(verdict.lines_lean),
        if_released: verdict.if_released.map(lean),
        guards: verdict.guards.iter().map(note).collect(),
        set_aside,
        ..verdict.clone()
    }
}

fn towards_a(lean: Lean) -> i32 {
    match lean {
        Lean::A => 1,
        Lean::TooClose | Lean::Neither | Lean::NotAnswered => 0,
        Lean::B => -1,
    }
}

/// One more of one thing.
#[derive(Debug, Clone, Copy)]
enum Raise {
    Help,
    Aim,
    Word(i64),
    Repair(i64),
    Wait(i64),
    Horizon,
    Rhythm(i64),
}

fn raise() -> impl Strategy<Value = Raise> {
    let by = || 1..=500_i64;
    prop_oneof![
        Just(Raise::Help),
        Just(Raise::Aim),
        by().prop_map(Raise::Word),
        by().prop_map(Raise::Repair),
        by().prop_map(Raise::Wait),
        Just(Raise::Horizon),
        by().prop_map(Raise::Rhythm),
    ]
}

impl Raise {
    fn apply(self, side: &mut Reading) {
        match self {
            Self::Help => side.help = side.help.and_then(|help| above(&HELPS, help)),
            Self::Aim => side.aim_linked = true,
            Self::Word(by) => side.word += by,
            Self::Repair(by) => side.repair += by,
            Self::Wait(by) => {
                side.wait = match side.wait {
                    Wait::Days(days) => Wait::Days(days + by),
                    Wait::Unknown => Wait::Days(14 + by),
                    Wait::Never => Wait::Never,
                }
            }
            Self::Horizon => side.horizon = above(&HORIZONS, side.horizon).unwrap(),
            Self::Rhythm(by) => side.rhythm += by,
        }
    }
}

fn above<T: Copy + PartialEq>(scale: &[T], value: T) -> Option<T> {
    let at = scale.iter().position(|step| *step == value)?;
    scale.get(at + 1).or(scale.last()).copied()
}
