//! How much I have taken on: the worked example, the sentences, and the laws.

use chrono::{Days, NaiveDate};
use goodword::domain::load::{Load, Work};
use goodword::domain::sentences::load as say;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::cases::cases;

const HOUR: u64 = 60;
const FOUR_HOURS: u32 = 240;

/// Thursday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}

fn day(ahead: u64) -> NaiveDate {
    today() + Days::new(ahead)
}

fn due(ahead: u64, hours: u64) -> Work {
    Work {
        due: Some(day(ahead)),
        minutes: hours * HOUR,
    }
}

fn load(work: &[Work]) -> Load {
    Load::of(work.iter().copied(), FOUR_HOURS, today())
}

fn says(work: &[Work]) -> String {
    say::until(load(work).tightest().unwrap(), today())
}

#[test]
fn three_four_and_two_hours_at_four_a_week() {
    let load = load(&[due(21, 2), due(7, 3), due(14, 4)]);
    assert_eq!(load.per_mille(), 1312);
    let fullest = load.fullest().unwrap();
    assert_eq!(fullest.day, day(14));
    assert_eq!(
        (fullest.promised, fullest.likely(), fullest.free()),
        (7 * HOUR, 630, 8 * HOUR)
    );
    // It is over before that: four and a half hours are likely in a week of four.
    let first = load.first_over().unwrap();
    assert_eq!((first.day, first.likely()), (day(7), 270));
}

#[test]
fn exactly_full_is_not_over() {
    let full = load(&[due(21, 8)]);
    assert_eq!((full.per_mille(), full.first_over()), (1000, None));
    let over = load(&[
        due(21, 8),
        Work {
            due: Some(day(21)),
            minutes: 1,
        },
    ]);
    assert_eq!(over.first_over().map(|over| over.day), Some(day(21)));
}

#[test]
fn what_is_late_is_wanted_today_and_what_has_no_day_is_only_counted() {
    let late = Work {
        due: today().checked_sub_days(Days::new(30)),
        minutes: HOUR,
    };
    let undated = Work::new(None, Some(6000));
    let load = load(&[late, undated, due(0, 1), undated]);
    let first = load.first_over().unwrap();
    assert_eq!((first.day, first.promised), (today(), 2 * HOUR));
    assert_eq!(first.free(), 34, "a day of the week's four hours");
    assert_eq!(load.undated, 2);
}

/// Of two days as full as each other the first one is told.
#[test]
fn each_day_can_be_asked_about() {
    let load = load(&[due(7, 2), due(14, 2), due(21, 1)]);
    let promised = |ahead| load.on(day(ahead)).map(|until| until.promised / HOUR);
    assert_eq!(
        [promised(7), promised(14), promised(8)],
        [Some(2), Some(4), None]
    );
    assert_eq!(load.fullest().map(|until| until.day), Some(day(7)));
}

#[test]
fn what_nobody_said_takes_two_hours() {
    assert_eq!(Work::new(None, None).minutes, 2 * HOUR);
    assert_eq!(Work::new(None, Some(0)).minutes, 0);
    assert_eq!(say::taken_as(), "This one is taken as 2 h.");
}

#[test]
fn a_day_in_a_sentence() {
    let table: [(&[Work], &str); 7] = [
        (
            &[due(79, 60)],
            "By Sat 12 Dec about 60 h promised, likely 90; about 45 h free.",
        ),
        (
            &[due(11, 6)],
            "By Mon 5 Oct about 6 h promised, likely 9; about 6 h free.",
        ),
        (
            &[due(8, 3)],
            "Until Fri 2 Oct about 3 h promised, likely 5; about 5 h free.",
        ),
        (
            &[due(0, 0)],
            "Until Thu 24 Sep no time promised; about half an hour free.",
        ),
        (
            &[Work {
                due: Some(day(3)),
                minutes: 30,
            }],
            "Until Sun 27 Sep about half an hour promised, likely three quarters of an hour; about 1 and a half hours free.",
        ),
        (
            &[Work {
                due: Some(day(3)),
                minutes: 45,
            }],
            "Until Sun 27 Sep about three quarters of an hour promised, likely 1 h; about 1 and a half hours free.",
        ),
        (
            &[Work {
                due: Some(day(3)),
                minutes: 4,
            }],
            "Until Sun 27 Sep a few minutes promised, likely a few minutes; about 1 and a half hours free.",
        ),
    ];
    for (work, sentence) in table {
        assert_eq!(says(work), sentence);
    }
}

#[test]
fn a_promise_being_written_down_in_a_sentence() {
    let (none, some, over) = (load(&[]), load(&[due(8, 2)]), load(&[due(8, 6)]));
    let full = over.first_over().unwrap();
    let sentence = "By Fri 2 Oct about 6 h promised, likely 9; about 4 h free.";
    assert_eq!(
        say::with_this_one(&some, full, today()),
        format!("{sentence} Overcommitted from that day.")
    );
    assert_eq!(
        say::with_this_one(&over, full, today()),
        format!("{sentence} Overcommitted from that day, even without this one.")
    );
    let quiet = some.tightest().unwrap();
    let quiet = say::with_this_one(&none, quiet, today());
    assert!(quiet.starts_with("Until Fri 2 Oct about 2 h"), "{quiet}");
}

#[test]
fn the_hours_in_a_line() {
    let table: [(&[Work], &str); 5] = [
        (&[], "nothing promised for a day, about 4 h free a week"),
        (
            &[due(1, 7)],
            "about 7 h promised until tomorrow, likely 11; about half an hour free",
        ),
        (
            &[due(4, 1)],
            "about 1 h promised until Mon, about 2 and a half hours free",
        ),
        (
            &[due(11, 4)],
            "about 4 h promised until Mon 5 Oct, about 6 h free",
        ),
        (
            &[due(0, 1)],
            "about 1 h promised until today, likely 1 and a half; about half an hour free",
        ),
    ];
    for (work, line) in table {
        assert_eq!(say::brief(&load(work), today()), line);
        let sentence = format!("Before a yes: {line}.");
        assert_eq!(say::before_a_yes(&load(work), today()), sentence);
    }
    let none = Load::of([due(9, 1)], 0, today());
    assert_eq!(
        say::brief(&none, today()),
        "about 1 h promised until Sat 3 Oct, likely 1 and a half; no time free"
    );
    assert_eq!(none.per_mille(), u64::MAX);
}

#[test]
fn promises_without_a_day_are_named() {
    let undated = |count| load(&vec![Work::new(None, None); count]);
    assert_eq!(say::undated(&undated(0)), None);
    let said = |count| say::undated(&undated(count)).unwrap();
    assert_eq!(said(1), "1 promise without a day is not counted.");
    assert_eq!(said(2), "2 promises without a day are not counted.");
    let this_one = |count| say::this_one_undated(&undated(count));
    assert_eq!(this_one(0), "Without a day this one is not counted.");
    assert_eq!(
        this_one(1),
        "Without a day this one is not counted, like 1 other."
    );
    assert_eq!(
        this_one(3),
        "Without a day this one is not counted, like 3 others."
    );
}

/// Ordinary work and the ends of what a book can hold.
fn any_work() -> impl Strategy<Value = Work> {
    let near = (0_u64..60).prop_map(day);
    let any_day = prop_oneof![
        8 => near,
        1 => Just(NaiveDate::MIN),
        1 => Just(NaiveDate::MAX),
    ];
    let minutes = prop_oneof![8 => 0_u32..900, 1 => Just(u32::MAX), 1 => any::<u32>()];
    (
        option::weighted(0.9, any_day),
        option::weighted(0.9, minutes),
    )
        .prop_map(|(due, minutes)| Work::new(due, minutes))
}

fn any_weekly() -> impl Strategy<Value = u32> {
    prop_oneof![8 => 1_u32..2_400, 1 => Just(0), 1 => Just(u32::MAX)]
}

fn any_today() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![8 => Just(today()), 1 => Just(NaiveDate::MIN), 1 => Just(NaiveDate::MAX)]
}

/// A text of hours back in minutes.
fn minutes(text: &str) -> f64 {
    match text.trim_start_matches("about ") {
        "no time" => 0.0,
        "a few minutes" => 1.0,
        "a quarter of an hour" => 15.0,
        "half an hour" => 30.0,
        "three quarters of an hour" => 45.0,
        hours => {
            let half = if hours.contains("and a half") {
                0.5
            } else {
                0.0
            };
            let whole = hours.split(' ').next().unwrap();
            (whole.parse::<f64>().unwrap() + half) * 60.0
        }
    }
}

proptest! {
    #![proptest_config(Config::with_cases(cases()))]

    #[test]
    fn another_promise_never_lowers_the_load(
        work in vec(any_work(), 0..12), more in any_work(), weekly in any_weekly(), today in any_today(),
    ) {
        let before = Load::of(work.clone(), weekly, today);
        let after = Load::of(work.into_iter().chain([more]), weekly, today);
        prop_assert!(after.per_mille() >= before.per_mille());
        // Nor does it bring the first day that is over nearer to its end.
        if let Some(over) = before.first_over() {
            prop_assert!(after.first_over().unwrap().day <= over.day);
        }
    }

    #[test]
    fn more_work_never_lowers_the_load(
        work in vec(any_work(), 1..12), which in any::<prop::sample::Index>(), more in any::<u32>(), weekly in any_weekly(),
    ) {
        let before = Load::of(work.clone(), weekly, today());
        let mut raised = work;
        let at = which.index(raised.len());
        raised[at].minutes += u64::from(more);
        prop_assert!(Load::of(raised, weekly, today()).per_mille() >= before.per_mille());
    }

    #[test]
    fn more_time_never_raises_the_load(
        work in vec(any_work(), 0..12), weekly in any_weekly(), more in 1_u32..2_000, today in any_today(),
    ) {
        let before = Load::of(work.clone(), weekly, today);
        let after = Load::of(work, weekly.saturating_add(more), today);
        prop_assert!(after.per_mille() <= before.per_mille());
        match (before.first_over(), after.first_over()) {
            (None, over) => prop_assert_eq!(over, None),
            (Some(before), Some(after)) => prop_assert!(after.day >= before.day),
            (Some(_), None) => {}
        }
    }

    #[test]
    fn the_first_day_over_is_the_one_that_the_definition_gives(
        work in vec(any_work(), 0..12), weekly in any_weekly(), today in any_today(),
    ) {
        let load = Load::of(work.clone(), weekly, today);
        let days = |day: NaiveDate| u128::try_from(day.signed_duration_since(today).num_days().max(1)).unwrap();
        let wanted = |until: NaiveDate| work.iter()
            .filter(|work| work.due.is_some_and(|due| due.max(today) <= until))
            .map(|work| u128::from(work.minutes))
            .sum::<u128>();
        // Half as long again as thought, in sevenths of a minute.
        let is_over = |until: &NaiveDate| wanted(*until) * 3 * 7 > 2 * u128::from(weekly) * days(*until);
        let dates = work.iter().filter_map(|work| work.due).map(|due| due.max(today));
        let first = dates.filter(is_over).min();
        prop_assert_eq!(load.first_over().map(|over| over.day), first);
        prop_assert!(load.per_mille() <= 1000 || first.is_some());
        prop_assert_eq!(load.undated, work.iter().filter(|work| work.due.is_none()).count());
    }

    #[test]
    fn the_order_of_the_book_says_nothing(mut work in vec(any_work(), 0..12), weekly in any_weekly()) {
        let before = Load::of(work.clone(), weekly, today());
        work.reverse();
        prop_assert_eq!(Load::of(work, weekly, today()), before);
    }

    /// Every sentence of any load can be said, and rounding never makes what is over look as if it fitted, nor the other
    /// way round.
    #[test]
    fn rounding_hides_no_excess(work in vec(any_work(), 0..12), weekly in any_weekly(), today in any_today()) {
        let load = Load::of(work, weekly, today);
        let _ = say::before_a_yes(&load, today);
        let Some(until) = load.tightest() else { return Ok(()); };
        let text = say::until(until, today);
        let hours = text.split(" promised").nth(1).unwrap().trim_end_matches(" free.");
        let Some((likely, free)) = hours.split_once("; ") else { panic!("{text}") };
        let likely = likely.strip_prefix(", likely ").map_or(0.0, minutes);
        prop_assert_eq!(likely > minutes(free), until.is_over(), "{}", text);
    }
}
