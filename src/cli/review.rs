//! `goodword review`: my own conduct in a quarter or a month.

use std::process::ExitCode;

use chrono::NaiveDate;
use serde::Serialize;

use super::lines::Lines;
use super::{World, print, read, report};
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::find::Record;
use crate::domain::load::Load;
use crate::domain::review::{Kind, Line, Period, Quarter, Review};
use crate::domain::sentences::review as say;

/// What `goodword review --help` says below its options.
const RULES: &str = "\
Examples:
  goodword review
  goodword review 2026-q2
  goodword review 2026-09
  goodword review --json

Every figure stands with its months, and below it the entries that it counts. It is about your own conduct: what \
you received is not looked at, and nobody is put in an order.

Exit code: 0, also where there is too little to say; 1 where the book cannot be read; 2 usage. It only reads.";

/// What `goodword review` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// The quarter (2026-q2) or the month (2026-09); without it, the quarter that holds today.
    #[arg(value_name = "QUARTER|MONTH")]
    pub period: Option<Period>,

    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Says what that time was like. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("review", world) else {
        return ExitCode::FAILURE;
    };
    let today = world.today;
    let period = args.period.unwrap_or_else(|| Quarter::of(today).into());
    let first_day = world.settings().first_day;
    let review = Review::of(&book, period, today, first_day.into());
    print(&if args.json {
        let lines = review.lines.iter();
        let items = lines.map(|line| Item::of(&book, line, period, today));
        report("review", today, items.collect())
    } else {
        text(&book, &review, today)
    })
}

fn text(book: &Book, review: &Review, today: NaiveDate) -> String {
    let mut lines = Lines::default();
    lines.line(&say::time(review.period));
    lines.line(&say::headline(review));
    for line in say::below(&Load::of_book(book, today), review, today) {
        lines.line(&line);
    }
    for line in &review.lines {
        lines.gap();
        lines.line(&say::told(review, line.kind));
        for entry in &line.entries {
            lines.line(&format!("  {}", say::entry(book, line.kind, entry, today)));
        }
    }
    lines.whole()
}

/// A figure, for programs.
#[derive(Serialize)]
struct Item<'a> {
    /// Its first day.
    quarter: NaiveDate,
    /// The first day of the month, where one was asked for.
    month: Option<NaiveDate>,
    line: &'static str,
    count: usize,
    by_month: [usize; 3],
    entries: Vec<Behind<'a>>,
}

/// An entry behind it.
#[derive(Serialize)]
struct Behind<'a> {
    on: NaiveDate,
    record: &'static str,
    id: String,
    contact: Option<ContactId>,
    name: &'a str,
    text: String,
}

impl<'a> Item<'a> {
    fn of(book: &'a Book, line: &Line, period: Period, today: NaiveDate) -> Self {
        let entries = line.entries.iter().map(|entry| Behind {
            on: entry.on,
            record: entry.record.kind(),
            id: id(entry.record),
            contact: entry.contact,
            name: say::who(book, entry),
            text: say::what(book, line.kind, entry, today),
        });
        Self {
            quarter: period.quarter().first(),
            month: period.is_month().then(|| period.first()),
            line: name(line.kind),
            count: line.count(),
            by_month: line.months,
            entries: entries.collect(),
        }
    }
}

fn id(record: Record) -> String {
    match record {
        Record::Person(id) | Record::Aim(id) | Record::Note(id) => id.to_string(),
        Record::Promise(id) => id.to_string(),
        Record::Talk(id) => id.to_string(),
        Record::Value(id) => id.to_string(),
        Record::Invite(id) => id.to_string(),
        Record::Decision(id) => id.to_string(),
        Record::Choice(id) => id.to_string(),
        Record::Introduction(id) => id.to_string(),
        Record::Incident(id) => id.to_string(),
    }
}

const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Kept => "kept",
        Kind::Shown => "missed_shown",
        Kind::ToldLate => "late",
        Kind::Silent => "missed_silent",
        Kind::StillOpen => "late_open",
        Kind::Cleared => "gaps_cleared",
        Kind::Unclear => "gaps_open",
        Kind::WeeksOver => "weeks_over",
        Kind::Knowledge => "gave_knowledge",
        Kind::Advice => "gave_advice",
        Kind::Introductions => "gave_introductions",
        Kind::TurnedDown => "turned_down_twice",
        Kind::ToLookBack => "to_look_back",
        Kind::Better => "turned_out_better",
        Kind::AsExpected => "turned_out_as_expected",
        Kind::Worse => "turned_out_worse",
        Kind::TalksAskedFor => "talks_asked_for",
        Kind::Talks => "talks",
    }
}
