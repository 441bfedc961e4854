//! `goodword lunch`: the invites that want the same hour, two and two, in words or as JSON.

mod json;

use std::process::ExitCode;

use super::lines::Lines;
use super::{World, print, read, report};
use crate::domain::comparison::{DecidedBy, Guard, Lean, Line, Side, turning};
use crate::domain::conflict::{conflicts, untruth};
use crate::domain::relationship::Relationships;
use crate::domain::sentences::capitalised;
use crate::domain::sentences::hour::start;
use crate::domain::sentences::lunch::{Case, NOT_COUNTED, Names, name, name_in_sentence};

/// What `goodword lunch --help` says below its options.
const RULES: &str = "\
Examples:
  goodword lunch
  goodword lunch --json

Exit code: 0, whether or not lunches compete; 1 where the book cannot be read; 2 usage. It only reads.";

/// What `goodword lunch` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Compares every pair of invites that want the same hour. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("lunch", world) else {
        return ExitCode::FAILURE;
    };
    let book = &book;
    let relationships = Relationships::of(book);
    let cases: Vec<Case<'_>> = conflicts(book, world.today)
        .into_iter()
        .filter_map(|pair| {
            let untruth = untruth(book, pair);
            Case::of(book, &relationships, pair, untruth, world.today)
        })
        .collect();
    print(&if args.json {
        report("lunch", world.today, json::items(&cases))
    } else {
        in_words(&cases)
    })
}

fn in_words(cases: &[Case<'_>]) -> String {
    if cases.is_empty() {
        return "No two lunches want the same hour.\n".to_owned();
    }
    let blocks: Vec<String> = cases.iter().map(case_in_words).collect();
    blocks.join("\n")
}

/// One pair: the answer, then a line for each side and row, then the ways on.
fn case_in_words(case: &Case<'_>) -> String {
    let mut out = Lines::default();
    let whole = Names::whole(case.book, case.a, case.b);
    let when = start(case.a, case.today);
    out.line(&format!("{when}, {} or {}", whole.a, whole.b));
    for sentence in case.headline() {
        out.line(&format!("  {sentence}"));
    }
    if case.verdict.decided_by == DecidedBy::Guard(Guard::Safety) {
        return out.whole();
    }
    out.gap();
    let even = case.even_lines();
    for line in case.book.settings.order_of_lines.lines() {
        let facts = [Side::A, Side::B]
            .map(|side| format!("{}: {}.", case.name(side), case.fact(line, side)));
        let line = capitalised(name(line));
        out.line(&format!("  {line}. {}", facts.join(" ")));
    }
    out.gap();
    for sentence in ways_on(case, &even) {
        out.line(&format!("  {sentence}"));
    }
    out.whole()
}

fn ways_on(case: &Case<'_>, even: &[Line]) -> Vec<String> {
    let mut rows = Vec::new();
    if !even.is_empty() {
        let names: Vec<&str> = even.iter().map(|line| name_in_sentence(*line)).collect();
        rows.push(format!("Even: {}.", names.join(", ")));
    }
    let weighed = case.verdict.lines_lean != Lean::NotAnswered;
    for side in [Side::A, Side::B] {
        rows.push(format!("{}: {}", case.choosing(side), case.costs(side)));
    }
    if let Some((side, what)) = case.if_you_ask() {
        rows.push(format!("If you ask {}: {what}", case.name(side)));
    }
    let ways = case.other_ways();
    rows.extend(ways.iter().map(|way| format!("Another way: {way}")));
    rows.push(format!("Not counted: {NOT_COUNTED}"));
    let by_lines = weighed && case.verdict.decided_by == DecidedBy::Lines;
    let order = &case.book.settings.order_of_lines;
    let turning = by_lines.then(|| turning(&case.verdict.difference(), order));
    rows.extend(case.sturdy(turning.flatten().as_ref()));
    rows.extend(case.known_better());
    rows.extend(
        [Side::A, Side::B]
            .map(|side| case.moved_before(side))
            .into_iter()
            .flatten(),
    );
    rows.push(format!("{} You decide.", case.footing()));
    rows
}
