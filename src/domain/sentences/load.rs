//! What is said before a yes: the hours promised and free, how long a promise waits, and what the week has brought.

use chrono::NaiveDate;

use super::counted;
use crate::domain::dates::short;
use crate::domain::load::{Lead, Load, Until};
use crate::domain::tuning::TUNING;
use crate::domain::week::Week;

/// "By Sat 12 Dec about 6 h promised, likely 9; about 6 h free." Of a day that is not over: "Until Fri 2 Oct …".
#[must_use]
pub fn until(until: &Until, today: NaiveDate) -> String {
    let word = if until.is_over() { "By" } else { "Until" };
    let day = short(until.day, today);
    let likely = likely(until);
    format!(
        "{word} {day} {} promised{likely}; {} free.",
        promised(until),
        free(until)
    )
}

/// The same for a look back, which says that it is about now, and where the likely hours come from: "As it stands: about
/// 4 h promised until today, likely 6 at 150 % of what you thought; about half an hour free."
#[must_use]
pub fn as_of_today(until: &Until, today: NaiveDate) -> String {
    let day = near_day(until.day, today);
    let (promised, likely, free) = (promised(until), likely(until), free(until));
    let per_cent = TUNING.load.optimism_per_cent;
    format!(
        "As it stands: {promised} promised until {day}{likely} at {per_cent} % of what you thought; {free} free."
    )
}

/// The hours of a week that was too full: "that week likely 9 h, you have 4 h".
#[must_use]
pub fn of_a_week(likely: u64, free: u64) -> String {
    let hours = |minutes| amount(rounded(minutes, Rounded::Near));
    format!(
        "that week likely {}, you have {}",
        hours(likely),
        hours(free)
    )
}

/// The hours in a line: "about 7 h promised until Fri, about 4 h free". What it is likely to take is said where that is
/// more than there is.
#[must_use]
pub fn brief(load: &Load, today: NaiveDate) -> String {
    let Some(until) = load.tightest() else {
        let week = about(load.weekly_minutes.into(), Rounded::Near);
        return format!("nothing promised for a day, {week} free a week");
    };
    let (promised, free, day) = (promised(until), free(until), near_day(until.day, today));
    if until.is_over() {
        format!(
            "{promised} promised until {day}{}; {free} free",
            likely(until)
        )
    } else {
        format!("{promised} promised until {day}, {free} free")
    }
}

/// The hours before an acceptance: "Before a yes: about 7 h promised until Fri, about 4 h free."
#[must_use]
pub fn before_a_yes(load: &Load, today: NaiveDate) -> String {
    format!("Before a yes: {}.", brief(load, today))
}

/// The hours until a day with a promise that is being written down, by the load without it: where it is the first day that
/// is over, it says so, and whether it was so before.
#[must_use]
pub fn with_this_one(before: &Load, with: &Until, today: NaiveDate) -> String {
    let sentence = until(with, today);
    if !with.is_over() {
        return sentence;
    }
    let already = before.first_over().is_some_and(|was| was.day <= with.day);
    let already = if already {
        ", even without this one"
    } else {
        ""
    };
    format!("{sentence} Overcommitted from that day{already}.")
}

/// The promises that no hours are counted for: "2 promises without a day are not counted."
#[must_use]
pub fn undated(load: &Load) -> Option<String> {
    match load.undated {
        0 => None,
        1 => Some("1 promise without a day is not counted.".to_owned()),
        number => Some(format!("{number} promises without a day are not counted.")),
    }
}

/// That the promise being written down has no day, by the load without it.
#[must_use]
pub fn this_one_undated(before: &Load) -> String {
    let others = match before.undated {
        0 => String::new(),
        1 => ", like 1 other".to_owned(),
        number => format!(", like {number} others"),
    };
    format!("Without a day this one is not counted{others}.")
}

/// What a promise counts as where nobody said how long it takes: "This one is taken as 2 h."
#[must_use]
pub fn taken_as() -> String {
    let usual = TUNING.load.promise_minutes.unsigned_abs();
    format!(
        "This one is taken as {}.",
        amount(rounded(usual, Rounded::Near))
    )
}

/// How long a promise waits: "Before you say yes: 9 open, about 2 delivered a week, so roughly 4 to 5 weeks."
#[must_use]
pub fn lead(lead: Lead) -> String {
    let Lead { open, delivered } = lead;
    if open == 0 {
        return "Before you say yes: nothing else is open.".to_owned();
    }
    let begin = format!("Before you say yes: {open} open");
    let weeks = TUNING.load.pace_weeks;
    match lead.weeks() {
        None if delivered == 0 => {
            format!("{begin}, none delivered in {weeks} weeks: too few to say.")
        }
        None => {
            format!("{begin}, {delivered} delivered in {weeks} weeks: too few to say.")
        }
        Some(range) => format!("{begin}, {}, so {}.", pace(delivered), wait(range)),
    }
}

/// What the week has brought: "5 promised, 2 kept, 1 missed · 12 new people". Nothing is said of what did not happen.
#[must_use]
pub fn week(week: &Week) -> String {
    let counts = [
        (week.promised, "promised"),
        (week.kept, "kept"),
        (week.late, "late"),
        (week.missed, "missed"),
    ];
    let said = counts.iter().filter(|(number, _)| *number > 0);
    let said: Vec<String> = said
        .map(|(number, word)| format!("{number} {word}"))
        .collect();
    let promises = if said.is_empty() {
        "nothing promised or kept yet".to_owned()
    } else {
        said.join(", ")
    };
    match week.new_people {
        0 => promises,
        1 => format!("{promises} · 1 new person"),
        number => format!("{promises} · {number} new people"),
    }
}

/// Of few, the count itself: a rounded rate would say more than it knows.
fn pace(delivered: usize) -> String {
    let weeks = usize::try_from(TUNING.load.pace_weeks).unwrap_or(1).max(1);
    let a_week = delivered.saturating_add(weeks / 2) / weeks;
    if a_week > 0 && delivered.abs_diff(a_week.saturating_mul(weeks)) <= a_week {
        format!("about {a_week} delivered a week")
    } else {
        format!("{delivered} delivered in {weeks} weeks")
    }
}

fn wait((least, most): (usize, usize)) -> String {
    match (least, most) {
        (0, _) => "less than a week".to_owned(),
        (least, most) if least == most => format!("roughly {}", counted(most, "week")),
        _ => format!("roughly {least} to {most} weeks"),
    }
}

/// "today", "tomorrow", "Fri" within a week, "Mon 12 Oct" later.
fn near_day(day: NaiveDate, today: NaiveDate) -> String {
    match day.signed_duration_since(today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..=6 => day.format("%a").to_string(),
        _ => short(day, today),
    }
}

fn promised(until: &Until) -> String {
    about(until.promised, Rounded::Near)
}

/// Where it is more than there is, rounding hides no part of that.
fn free(until: &Until) -> String {
    let way = if until.is_over() {
        Rounded::Down
    } else {
        Rounded::Near
    };
    about(until.free(), way)
}

/// ", likely 9": with its unit where what is promised had none to share.
fn likely(until: &Until) -> String {
    if until.promised == 0 {
        return String::new();
    }
    let way = if until.is_over() {
        Rounded::Up
    } else {
        Rounded::Near
    };
    let minutes = rounded(until.likely(), way);
    let amount = amount(minutes);
    let shares_unit = rounded(until.promised, Rounded::Near) >= HOUR && minutes >= HOUR;
    let amount = match amount
        .strip_suffix(" h")
        .or_else(|| amount.strip_suffix(" hours"))
    {
        Some(number) if shares_unit => number.to_owned(),
        _ => amount,
    };
    format!(", likely {amount}")
}

fn about(minutes: u64, way: Rounded) -> String {
    match (minutes, rounded(minutes, way)) {
        (0, _) => "no time".to_owned(),
        (_, 0) => amount(0),
        (_, minutes) => format!("about {}", amount(minutes)),
    }
}

const HOUR: u64 = 60;

/// Which way a number of minutes is rounded.
#[derive(Debug, Clone, Copy)]
enum Rounded {
    Near,
    Down,
    Up,
}

/// To quarters below an hour, to halves below three, to hours above: as one says it.
fn rounded(minutes: u64, way: Rounded) -> u64 {
    let grain = match minutes {
        0..60 => 15,
        60..180 => 30,
        _ => HOUR,
    };
    let more = match way {
        Rounded::Near => grain / 2,
        Rounded::Down => 0,
        Rounded::Up => grain - 1,
    };
    minutes.saturating_add(more) / grain * grain
}

/// "half an hour", "1 and a half hours", "6 h"; of minutes that are rounded.
fn amount(minutes: u64) -> String {
    match (minutes / HOUR, minutes % HOUR) {
        (0, 0) => "a few minutes".to_owned(),
        (0, 15) => "a quarter of an hour".to_owned(),
        (0, 30) => "half an hour".to_owned(),
        (0, _) => "three quarters of an hour".to_owned(),
        (hours, 30) => format!("{hours} and a half hours"),
        (hours, _) => format!("{hours} h"),
    }
}
