//! The exact edges: of the tie band, of a clear lean, of a cheap move; and what is half up.

use goodword::domain::comparison::{
    DecidedBy, Guard, Lean, Line, Order, Reading, Sturdiness, Wait, compare, flip_points,
};
use goodword::domain::conflict::urgency;
use goodword::domain::exchange::Horizon;
use goodword::domain::invite::Help;

/// (10)
#[test]
fn the_tie_band_ends_after_2100() {
    for (d, lean) in [
        (2_100, Lean::TooClose),
        (2_101, Lean::A),
        (-2_100, Lean::TooClose),
        (-2_101, Lean::B),
        (0, Lean::TooClose),
    ] {
        let (a, b) = sides_at(d);
        let verdict = compare(&a, &b, &Order::default(), None);
        assert_eq!((verdict.d, verdict.lean), (d, lean));
    }
}

#[test]
fn caution_yields_beyond_6300() {
    for (d, lean, decided_by) in [
        (6_300, Lean::B, DecidedBy::Guard(Guard::TrustCaution)),
        (6_301, Lean::A, DecidedBy::Lines),
        (-6_301, Lean::B, DecidedBy::Guard(Guard::TrustCaution)),
    ] {
        let (mut a, b) = sides_at(d);
        a.trust_caution = true;
        let verdict = compare(&a, &b, &Order::default(), None);
        assert_eq!(
            (verdict.d, verdict.lean, verdict.decided_by),
            (d, lean, decided_by)
        );
        assert_eq!(verdict.leans_clearly(), d.abs() > 6_300);
    }
}

#[test]
fn asking_is_cheap_up_to_250() {
    for (word, ask_first) in [(250, true), (251, false)] {
        let with_my_word = Reading {
            word,
            wait: Wait::Never,
            word_given: true,
            ..answered()
        };
        let other = Reading {
            word: 1000,
            ..answered()
        };
        let verdict = compare(&with_my_word, &other, &Order::default(), None);
        assert_eq!(verdict.a_values.delay, word);
        assert_eq!(
            (verdict.lean, verdict.lines_lean, verdict.ask_first),
            (Lean::A, Lean::B, ask_first)
        );
    }
}

#[test]
fn per_cent_are_rounded_half_up() {
    for (d, tenths) in [
        (12_144, 289),
        (-3_547, 84),
        (2_401, 57),
        (42, 1),
        (20, 0),
        (21, 1),
    ] {
        let (a, b) = sides_at(d);
        let mut verdict = compare(&a, &b, &Order::default(), None);
        verdict.d = d;
        assert_eq!(verdict.tenths_of_per_cent(), tenths);
    }
    let (a, b) = sides_at(0);
    let mut from_a_file = compare(&a, &b, &Order::default(), None);
    for d in [i64::MIN, i64::MAX] {
        from_a_file.d = d;
        assert!(from_a_file.leans_clearly());
        assert!(from_a_file.tenths_of_per_cent() > 0);
    }
}

#[test]
fn the_share_that_waiting_costs() {
    let shares = [
        (Wait::Unknown, 500),
        (Wait::Never, 1000),
        (Wait::Days(14), 500),
        (Wait::Days(0), 0),
        (Wait::Days(-5), 0),
        (Wait::Days(10), 416),
        (Wait::Days(5), 263),
        (Wait::Days(180), 927),
        (Wait::Days(366_000), 999),
        (Wait::Days(i64::MAX), 999),
        (Wait::Days(i64::MIN), 0),
    ];
    for (wait, share) in shares {
        assert_eq!(wait.share(), share, "{wait:?}");
    }
}

/// Help without a written aim stops at useful, and what hangs on it with it.
#[test]
fn without_a_written_aim_help_stops_at_useful() {
    for (help, unlinked, linked) in [
        (None, 0, 0),
        (Some(Help::Nothing), 0, 0),
        (Some(Help::Pleasant), 250, 250),
        (Some(Help::Useful), 500, 500),
        (Some(Help::Important), 500, 750),
        (Some(Help::Critical), 500, 1000),
    ] {
        for (aim_linked, value) in [(false, unlinked), (true, linked)] {
            let side = Reading {
                help,
                aim_linked,
                wait: Wait::Never,
                ..Reading::default()
            };
            let values = side.values();
            assert_eq!((values.help, values.delay), (value, value));
            assert_eq!(values.lasting, value * 333 / 1000);
        }
    }
}

/// Two sides whose lines differ by exactly so much, under the default order: 10, 7 and 3 points make any number.
fn sides_at(d: i64) -> (Reading, Reading) {
    let size = d.abs();
    let fits = |word: &i64| (size - 10 * word) % 7 % 3 == 0;
    let word = (0..=size / 10).rev().find(fits).unwrap_or(0);
    let rest = size - 10 * word;
    let more = Reading {
        word,
        repair: rest / 7,
        rhythm: rest % 7 / 3,
        ..answered()
    };
    if d >= 0 {
        (more, answered())
    } else {
        (answered(), more)
    }
}

/// Answered, and nothing waits.
fn answered() -> Reading {
    Reading {
        help: Some(Help::Nothing),
        wait: Wait::Days(0),
        ..Reading::default()
    }
}

/// How soon a promise is due, floored before it is subtracted.
#[test]
fn urgency_falls_from_a_week_to_two_months() {
    let table = [
        (None, 500),
        (Some(i64::MIN), 1000),
        (Some(-1), 1000),
        (Some(7), 1000),
        (Some(8), 986),
        (Some(14), 901),
        (Some(30), 675),
        (Some(59), 265),
        (Some(60), 250),
        (Some(61), 250),
        (Some(i64::MAX), 250),
    ];
    for (days_left, per_mille) in table {
        assert_eq!(urgency(days_left), per_mille, "{days_left:?}");
    }
}

/// Two lines of one rank that cancel out say nothing about any order.
#[test]
fn a_tie_within_a_rank_is_not_sturdy() {
    let with = |horizon, rhythm| Reading {
        help: Some(Help::Critical),
        aim_linked: true,
        wait: Wait::Days(0),
        horizon,
        rhythm,
        ..Reading::default()
    };
    let (lasting, talking) = (with(Horizon::Months, 0), with(Horizon::Days, 333));
    let verdict = compare(&lasting, &talking, &Order::default(), None);
    assert_eq!(
        (verdict.d, verdict.sturdiness),
        (0, Sturdiness::TheseWeights)
    );
}

/// Where one line alone tells the sides apart, it turns nothing but by counting nothing.
#[test]
fn a_line_alone_turns_at_no_points_at_all() {
    let (a, b) = sides_at(3_000);
    let verdict = compare(&a, &b, &Order::default(), None);
    let flips = flip_points(&verdict.difference(), &Order::default());
    let all: Vec<_> = flips
        .iter()
        .map(|flip| (flip.line, flip.now, flip.numerator, flip.denominator))
        .collect();
    assert_eq!(all, [(Line::Word, 10, 0, 300)]);
}
