//! The options of a choice for one person: the worked case, every test by itself, and the laws on drawn options.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop where it stands"
)]

#[path = "common/cases.rs"]
mod number;

use goodword::domain::id::Id;
use goodword::domain::invite::Help;
use goodword::domain::options::{
    Bearing, Choice, Judged, Judgement, Later, OptionSet, Standing, Test, View, judge,
};
use goodword::domain::sentences::options::{HARM_IS_KNOWN, NOTHING_HELPS, standing};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::Config;

const VIEWS: [View; 2] = [View::Long, View::WinNow];

/// Bob asks for advice. A: pitch what I sell, without saying that it will not fit in a year. B: a stop-gap, told
/// openly, with a plan for what comes after. C: the tool that serves him best, though I sell none of it.
#[test]
fn a_pitch_a_stop_gap_and_the_best_tool() {
    let options = [
        bearing(2, -2, false, false),
        bearing(2, 1, true, true),
        bearing(3, 4, true, true),
    ];
    let long = judge(&options, View::Long);
    let ruled_out = Standing::RuledOut(vec![Test::Publicity, Test::ConcealedHarm]);
    let said = |judgement: &Judgement| -> Vec<(Standing, i64, i64)> {
        let said = |option: &Judged| (option.standing.clone(), option.value, option.cost);
        judgement.options.iter().map(said).collect()
    };
    assert_eq!(
        said(&long),
        [
            (ruled_out.clone(), -2, 0),
            (Standing::Sound, 4, 7),
            (Standing::HelpsMost, 11, 0)
        ]
    );
    // "I need the win" narrows the distance and lets nothing back in.
    let hurried = judge(&options, View::WinNow);
    assert_eq!(
        said(&hurried),
        [
            (ruled_out, 0, 0),
            (Standing::Sound, 3, 7),
            (Standing::HelpsMost, 7, 0)
        ]
    );
    assert!(!long.nothing_helps && !hurried.nothing_helps);
    assert_eq!(
        in_words(&long),
        [
            "ruled out: you would not want them to read your reasons; it leaves them worse off later and relies on them not knowing",
            "also sound",
            "helps most"
        ]
    );
}

/// A win taken now can be what helps most while it is needed, and it says what it costs them.
#[test]
fn the_win_says_what_it_costs_them() {
    let quick_and_slow = [bearing(4, 0, true, true), bearing(0, 3, true, true)];
    let standings = |view| in_words(&judge(&quick_and_slow, view));
    assert_eq!(standings(View::Long), ["also sound", "helps most"]);
    assert_eq!(standings(View::WinNow), ["helps most", "also sound"]);
    let costs = VIEWS.map(|view| judge(&quick_and_slow, view).options[0].cost);
    assert_eq!(costs, [2, 2]);
}

#[test]
fn each_test_by_itself() {
    let table = [
        (bearing(2, 1, true, true), vec![]),
        (bearing(2, 1, true, false), vec![Test::Publicity]),
        // Not knowing is no harm while there is none.
        (bearing(2, 0, false, true), vec![]),
        (bearing(2, -1, false, true), vec![Test::ConcealedHarm]),
        (bearing(2, -4, true, true), vec![]),
        (bearing(0, 0, true, true), vec![Test::NothingForThem]),
        (bearing(0, 1, true, true), vec![]),
        (bearing(1, 0, true, true), vec![]),
        (
            bearing(0, -1, false, false),
            vec![Test::Publicity, Test::ConcealedHarm, Test::NothingForThem],
        ),
    ];
    for (option, fails) in table {
        assert_eq!(option.fails(), fails, "{option:?}");
    }
}

#[test]
fn harm_they_know_of_passes_with_a_note() {
    for (later, they_know, noted) in [
        (-1, true, true),
        (-1, false, false),
        (0, true, false),
        (1, true, false),
    ] {
        let judgement = judge(&[bearing(4, later, they_know, true)], View::Long);
        assert_eq!(judgement.options[0].harm_is_known, noted, "{later}");
    }
    assert!(HARM_IS_KNOWN.contains("they know"));
}

/// Where the best does nothing for them on balance, none helps most; the same where none may be taken.
#[test]
fn nothing_here_helps_them() {
    for (options, nothing_helps, words) in [
        (vec![bearing(2, -1, true, true)], true, "sound"),
        (vec![bearing(3, -1, true, true)], false, "helps most"),
        (
            vec![bearing(0, 0, true, true)],
            true,
            "ruled out: there is nothing in it for them",
        ),
        (
            vec![bearing(4, 4, true, false)],
            true,
            "ruled out: you would not want them to read your reasons",
        ),
    ] {
        let judgement = judge(&options, View::Long);
        assert_eq!(judgement.nothing_helps, nothing_helps, "{options:?}");
        assert_eq!(in_words(&judgement), [words]);
    }
    assert!(judge(&[], View::Long).nothing_helps);
    assert_eq!(NOTHING_HELPS, "Nothing here helps them.");
}

/// Two that help equally both help most: neither comes first.
#[test]
fn equals_both_help_most() {
    let twins = [bearing(3, 0, true, true), bearing(1, 1, true, true)];
    let judgement = judge(&twins, View::Long);
    assert_eq!(in_words(&judgement), ["helps most"; 2]);
}

proptest! {
    #![proptest_config(cases())]

    /// Each option is told the same wherever it stands in the list.
    #[test]
    fn the_order_of_the_list_makes_no_difference(options in options(), places in vec(any::<u32>(), 6), view in view()) {
        let mut shuffled: Vec<usize> = (0..options.len()).collect();
        shuffled.sort_by_key(|at| places[*at]);
        let moved: Vec<Bearing> = shuffled.iter().map(|at| options[*at]).collect();
        let (here, there) = (judge(&options, view), judge(&moved, view));
        prop_assert_eq!(here.nothing_helps, there.nothing_helps);
        for (place, at) in shuffled.into_iter().enumerate() {
            prop_assert_eq!(&here.options[at], &there.options[place]);
        }
    }

    /// What I would get, and what an option is called, cannot be read: whole sets are judged as their bearings are.
    #[test]
    fn my_gain_is_not_read(options in options(), gains in vec("\\PC{0,12}", 6), view in view()) {
        let set = |gain: &dyn Fn(usize) -> String| OptionSet {
            id: Id::nil(),
            contact: Id::nil(),
            on: chrono::NaiveDate::MIN,
            question: "Which tool?".to_owned(),
            options: options.iter().enumerate().map(|(at, option)| choice(*option, gain(at))).collect(),
        };
        let judged = |set: &OptionSet| judge(&set.options.iter().map(Bearing::from).collect::<Vec<_>>(), view);
        let (for_nothing, for_much) = (set(&|_| String::new()), set(&|at| gains[at].clone()));
        prop_assert_eq!(judged(&for_nothing), judged(&for_much));
        prop_assert_eq!(judged(&for_much), judge(&options, view));
    }

    /// An option that does more for them later is told no less of, and fails no further test.
    #[test]
    fn better_later_never_hurts(options in options(), at in any::<Index>(), better in later(), view in view()) {
        let at = at.index(options.len());
        let mut raised = options.clone();
        raised[at].later = better.max(options[at].later);
        let (before, after) = (judge(&options, view), judge(&raised, view));
        prop_assert!(after.options[at].value >= before.options[at].value);
        prop_assert!(rank(&after.options[at]) >= rank(&before.options[at]));
        prop_assert!(no_test_is_added(options[at], raised[at]));
        prop_assert!(before.nothing_helps || !after.nothing_helps);
    }

    /// Telling them never adds a test, and never makes an option stand worse.
    #[test]
    fn telling_never_hurts(options in options(), at in any::<Index>(), view in view()) {
        let at = at.index(options.len());
        let mut told = options.clone();
        told[at].they_know = true;
        prop_assert!(no_test_is_added(options[at], told[at]));
        let (before, after) = (judge(&options, view), judge(&told, view));
        prop_assert!(rank(&after.options[at]) >= rank(&before.options[at]));
    }

    /// Needing the win lifts no test and adds none.
    #[test]
    fn needing_the_win_lifts_nothing(options in options()) {
        let [long, hurried] = VIEWS.map(|view| judge(&options, view));
        for (long, hurried) in long.options.iter().zip(&hurried.options) {
            match (&long.standing, &hurried.standing) {
                (Standing::RuledOut(long), Standing::RuledOut(hurried)) => prop_assert_eq!(long, hurried),
                (Standing::RuledOut(_), _) | (_, Standing::RuledOut(_)) => prop_assert!(false),
                _ => {}
            }
            prop_assert_eq!((long.cost, long.harm_is_known), (hurried.cost, hurried.harm_is_known));
        }
    }

    /// The rule once more, option by option: now + 2 * later, or now + later, among those that fail no test.
    #[test]
    fn what_helps_most_is_the_highest_that_passes(options in options(), view in view()) {
        let judgement = judge(&options, view);
        let weight = if view == View::Long { 2 } else { 1 };
        let value = |option: &Bearing, weight: i64| option.now as i64 + weight * (option.later as i64 - 4);
        let passing: Vec<&Bearing> = options.iter().filter(|option| option.fails().is_empty()).collect();
        let most = passing.iter().map(|option| value(option, weight)).max();
        let most_over_time = passing.iter().map(|option| value(option, 2)).max();
        prop_assert_eq!(judgement.nothing_helps, most.unwrap_or(0) <= 0);
        for (option, judged) in options.iter().zip(&judgement.options) {
            prop_assert_eq!(judged.value, value(option, weight));
            let passes = option.fails().is_empty();
            let first = passes && most == Some(judged.value) && judged.value > 0;
            prop_assert_eq!(rank(judged), u8::from(passes) + u8::from(first));
            let cost = if passes { most_over_time.unwrap() - value(option, 2) } else { 0 };
            prop_assert_eq!(judged.cost, cost);
            prop_assert!(judged.cost >= 0);
        }
    }
}

fn cases() -> Config {
    Config {
        cases: number::cases(),
        failure_persistence: None,
        ..Config::default()
    }
}

fn no_test_is_added(before: Bearing, after: Bearing) -> bool {
    let before = before.fails();
    after.fails().iter().all(|test| before.contains(test))
}

/// Ruled out, sound, helps most.
fn rank(judged: &Judged) -> u8 {
    match judged.standing {
        Standing::RuledOut(_) => 0,
        Standing::Sound => 1,
        Standing::HelpsMost => 2,
    }
}

fn in_words(judgement: &Judgement) -> Vec<String> {
    let words = |option: &Judged| standing(&option.standing, !judgement.nothing_helps);
    judgement.options.iter().map(words).collect()
}

fn options() -> impl Strategy<Value = Vec<Bearing>> {
    let option = (
        select(Help::ALL.to_vec()),
        later(),
        any::<bool>(),
        prop::bool::weighted(0.8),
    );
    let option = option.prop_map(|(now, later, they_know, would_show)| Bearing {
        now,
        later,
        they_know,
        would_show,
    });
    vec(option, 1..=6)
}

const LATERS: [Later; 9] = [
    Later::Ruins,
    Later::HarmsMuch,
    Later::Harms,
    Later::Nuisance,
    Later::Nothing,
    Later::Pleasant,
    Later::Useful,
    Later::Important,
    Later::Critical,
];

fn later() -> impl Strategy<Value = Later> {
    select(LATERS.to_vec())
}

fn view() -> impl Strategy<Value = View> {
    select(VIEWS.to_vec())
}

fn bearing(now: usize, later: i64, they_know: bool, would_show: bool) -> Bearing {
    let rated = |step: &Later| step.rating() == later;
    Bearing {
        now: Help::ALL[now],
        later: LATERS.into_iter().find(rated).unwrap(),
        they_know,
        would_show,
    }
}

fn choice(option: Bearing, my_gain: String) -> Choice {
    Choice {
        text: format!("for {my_gain}"),
        now: option.now,
        later: option.later,
        they_know: option.they_know,
        would_show: option.would_show,
        my_gain,
    }
}
