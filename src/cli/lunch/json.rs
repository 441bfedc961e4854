//! The comparison as JSON: ids as strings, per-mille integers, `snake_case`. Of bad faith it says no more than that it
//! decided.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::domain::comparison::{
    DecidedBy, Guard, GuardNote, Lean, Line, Moved, PerLine, SetAside, Side, Sturdiness, Turning,
    turning,
};
use crate::domain::invite::InviteId;
use crate::domain::sentences::lunch::{Case, Names};

/// All pairs, soonest first.
pub(super) fn items(cases: &[Case<'_>]) -> Vec<Item> {
    cases.iter().map(Item::of).collect()
}

/// One pair.
#[derive(Serialize)]
pub(super) struct Item {
    /// The two invites.
    ids: [InviteId; 2],
    /// From the beginning of the earlier one.
    start: NaiveDateTime,
    /// To the end of the later one; both by the wall clock of the place, without the way.
    end: NaiveDateTime,
    a: String,
    b: String,
    a_values: [i64; 6],
    b_values: [i64; 6],
    points: [i64; 6],
    d: i64,
    lean: &'static str,
    lines_lean: &'static str,
    decided_by: &'static str,
    ask_first: bool,
    if_released: Option<&'static str>,
    guards: Vec<GuardItem>,
    sturdiness: &'static str,
    set_aside: SetAside,
    turns_if: Option<TurnsIf>,
}

#[derive(Serialize)]
struct GuardItem {
    guard: &'static str,
    speaks_for: &'static str,
}

/// The fewest moves of lines that turn it, and where those lines then stand.
#[derive(Serialize)]
struct TurnsIf {
    moves: usize,
    lines: Vec<Standing>,
}

#[derive(Serialize)]
struct Standing {
    line: &'static str,
    place: usize,
    shared: bool,
}

impl Item {
    fn of(case: &Case<'_>) -> Self {
        let verdict = &case.verdict;
        let names = Names::whole(case.book, case.a, case.b);
        let in_order = |values: &PerLine<i64>| values.in_order();
        Self {
            ids: [case.a.id, case.b.id],
            start: case.a.start.min(case.b.start),
            end: case.a.end.max(case.b.end),
            a: names.a,
            b: names.b,
            a_values: in_order(&verdict.a_values),
            b_values: in_order(&verdict.b_values),
            points: in_order(&verdict.points),
            d: verdict.d,
            lean: lean(verdict.lean),
            lines_lean: lean(verdict.lines_lean),
            decided_by: match verdict.decided_by {
                DecidedBy::Guard(by) => guard(by),
                DecidedBy::Lines => "lines",
            },
            ask_first: verdict.ask_first,
            if_released: verdict.if_released.map(lean),
            guards: verdict.guards.iter().copied().map(GuardItem::of).collect(),
            sturdiness: match verdict.sturdiness {
                Sturdiness::Equal => "equal",
                Sturdiness::EveryLine => "every_line",
                Sturdiness::YourOrder => "your_order",
                Sturdiness::TheseWeights => "these_weights",
            },
            set_aside: verdict.set_aside,
            turns_if: turns(case).as_ref().map(TurnsIf::of),
        }
    }
}

/// What turns it; nothing where something else decides or the lines do not speak yet.
fn turns(case: &Case<'_>) -> Option<Turning> {
    let verdict = &case.verdict;
    let weighed = verdict.decided_by == DecidedBy::Lines && verdict.lean != Lean::NotAnswered;
    let order = &case.book.settings.order_of_lines;
    weighed.then(|| turning(&verdict.difference(), order))?
}

impl GuardItem {
    fn of(note: GuardNote) -> Self {
        Self {
            guard: guard(note.guard),
            speaks_for: match note.speaks_for {
                Side::A => "a",
                Side::B => "b",
            },
        }
    }
}

impl TurnsIf {
    fn of(turning: &Turning) -> Self {
        let place = |moved: &Moved| Standing {
            line: line(moved.line),
            place: moved.place,
            shared: moved.shared,
        };
        Self {
            moves: turning.moves,
            lines: turning.lines.iter().map(place).collect(),
        }
    }
}

const fn lean(lean: Lean) -> &'static str {
    match lean {
        Lean::A => "a",
        Lean::B => "b",
        Lean::TooClose => "too_close",
        Lean::Neither => "neither",
        Lean::NotAnswered => "not_answered",
    }
}

const fn guard(guard: Guard) -> &'static str {
    match guard {
        Guard::Safety => "safety",
        Guard::Boundary => "boundary",
        Guard::Honesty => "honesty",
        Guard::WordGiven => "word_given",
        Guard::TrustCaution => "trust_caution",
    }
}

const fn line(line: Line) -> &'static str {
    match line {
        Line::Help => "help",
        Line::Word => "word",
        Line::Repair => "repair",
        Line::Delay => "delay",
        Line::Lasting => "lasting",
        Line::Rhythm => "rhythm",
    }
}
