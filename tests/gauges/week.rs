//! What this week has brought: from Monday until today.

use chrono::{NaiveDate, Weekday};
use goodword::domain::incident::Party;
use goodword::domain::preferences::FirstDay;
use goodword::domain::promise::{Effort, EffortKind, MissKind, Promise, State};
use goodword::domain::sentences::gauges::seen;
use goodword::domain::sentences::load::week;
use goodword::domain::week::Week;

use super::draw::with_promises;
use super::records::{ago, book, promise, today};

fn delivered(days: i64, due: i64) -> Promise {
    Promise {
        due: Some(ago(due)),
        state: State::Delivered {
            on: ago(days),
            was_blocked: None,
        },
        ..promise()
    }
}

fn told_on(days: i64, promise: Promise) -> Promise {
    let effort = Effort {
        on: ago(days),
        told: Some(ago(days)),
        kind: EffortKind::NewTerms,
        text: "a day later".to_owned(),
    };
    Promise {
        efforts: vec![effort],
        ..promise
    }
}

/// Told on the due day is told too late for the week and for trust alike.
#[test]
fn the_week_and_the_person_agree_on_what_was_told_in_time() {
    for (told, in_time) in [(3, true), (2, false), (1, false)] {
        let promise = told_on(told, delivered(1, 2));
        let week = Week::of(&book([promise.clone()]), today(), Weekday::Mon);
        assert_eq!(
            (week.kept, week.late),
            (usize::from(in_time), usize::from(!in_time))
        );
        let between = with_promises([promise]);
        let seen = seen(&between, Party::Me, today());
        let wanted = if in_time {
            "1 kept, "
        } else {
            "1 kept late with no word before its day, "
        };
        assert!(seen.starts_with(wanted), "{seen}");
    }
}

/// Today is a Thursday: Monday was three days ago.
#[test]
fn from_monday_until_today() {
    let made = |days| Promise {
        made: ago(days),
        ..promise()
    };
    let missed = Promise {
        state: State::Missed {
            on: ago(2),
            kind: MissKind::Silent,
        },
        ..promise()
    };
    let theirs = Promise {
        by: Party::Them,
        made: ago(0),
        ..delivered(0, 0)
    };
    let told = told_on(3, delivered(1, 2));
    let told_on_the_day = told_on(2, delivered(1, 2));
    let promises = [
        made(0),
        made(3),
        made(4),
        made(-1),
        missed,
        theirs,
        delivered(0, 0),
        told,
        told_on_the_day,
        delivered(3, 9),
        delivered(4, 4),
    ];
    let book = book(promises);
    let found = Week::of(&book, today(), Weekday::Mon);
    let wanted = Week {
        promised: 2,
        kept: 2,
        late: 2,
        missed: 1,
        new_people: 0,
    };
    assert_eq!(found, wanted);
    let from_sunday = Week::of(&book, today(), FirstDay::Sunday.into());
    let of_sunday = (from_sunday.promised, from_sunday.kept);
    assert_eq!(of_sunday, (wanted.promised + 1, wanted.kept + 1));
    let from_today = Week::of(&book, today(), Weekday::Thu);
    assert!(from_today.promised < wanted.promised);
}

#[test]
fn a_week_in_a_line() {
    let of = |promised, kept, late, missed, new_people| {
        week(&Week {
            promised,
            kept,
            late,
            missed,
            new_people,
        })
    };
    let all = "5 promised, 2 kept, 1 late, 3 missed · 12 new people";
    assert_eq!(of(5, 2, 1, 3, 12), all);
    assert_eq!(of(0, 1, 0, 0, 1), "1 kept · 1 new person");
    assert_eq!(of(0, 0, 0, 0, 0), "nothing promised or kept yet");
}

#[test]
fn the_ends_of_time_have_a_week_too() {
    let book = book([promise(), delivered(0, 0)]);
    let _ = Week::of(&book, NaiveDate::MIN, Weekday::Mon);
    let _ = Week::of(&book, NaiveDate::MAX, Weekday::Mon);
}
