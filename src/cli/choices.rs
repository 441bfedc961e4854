//! `goodword choices`: what I asked myself for one person, what is ruled out and why, and what I chose.

use std::cmp::Reverse;
use std::process::ExitCode;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::lines::Lines;
use super::{World, print, read, report};
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::decision::{Chosen, Decision, TurnedOut};
use crate::domain::options::{
    Choice, Judged, OptionSet, OptionSetId, Stage, Standing, Test, View, decisions, stage,
};
use crate::domain::sentences::options as say;
use crate::domain::sentences::{capitalised, name};

/// What `goodword choices --help` says below its options.
const RULES: &str = "\
Examples:
  goodword choices
  goodword choices --json

Each choice stands with its options as they were written down, what helps most, and what is ruled out by which test. \
What you would get is left out: it is never counted.

Exit code: 0, also where there is no choice; 1 where the book cannot be read; 2 usage. It only reads.";

/// What `goodword choices` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Lists the choices, in the order of the screen. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("choices", world) else {
        return ExitCode::FAILURE;
    };
    let today = world.today;
    let known = known(&book, today);
    print(&if args.json {
        let items = known.iter().map(|one| Item::of(one, &book));
        report("choices", today, items.collect())
    } else {
        in_words(&known, &book, today)
    })
}

/// A choice, how far it has come, and what was decided.
struct Known<'a> {
    set: &'a OptionSet,
    stage: Stage,
    decision: Option<Arc<Decision>>,
}

impl Known<'_> {
    /// How far ahead I looked when I decided.
    fn view(&self) -> View {
        let decision = self.decision.as_ref();
        decision.map_or_else(View::default, |decision| decision.weighed)
    }
}

/// What asks to be looked back on, what is open, then what is decided, the latest first.
fn known(book: &Book, today: NaiveDate) -> Vec<Known<'_>> {
    let mut decided = decisions(book);
    let sets = book.option_sets.iter();
    let mut known: Vec<Known<'_>> = sets
        .map(|set| {
            let decision = decided.remove(&set.id);
            let stage = stage(decision.as_deref(), today);
            Known {
                set,
                stage,
                decision,
            }
        })
        .collect();
    known.sort_by_key(|one| {
        let decided = one.decision.as_ref().map(|decision| decision.on);
        let day = decided.unwrap_or(one.set.on);
        (one.stage, Reverse(day), one.set.id)
    });
    known
}

fn in_words(known: &[Known<'_>], book: &Book, today: NaiveDate) -> String {
    let mut lines = Lines::default();
    for one in known {
        lines.gap();
        told(&mut lines, one, book, today);
    }
    if known.is_empty() {
        lines.line("No choice to list.");
    }
    lines.whole()
}

fn told(lines: &mut Lines, known: &Known<'_>, book: &Book, today: NaiveDate) {
    let (set, stage) = (known.set, known.stage.name());
    let who = name(book, set.contact);
    lines.line(&format!("{who}, {stage}: {}", set.question));
    if let Some(decision) = &known.decision {
        lines.line(&format!("  {}", say::chosen(decision, today)));
        if let Some(needed) = say::needed_the_win(set, known.view()) {
            lines.line(&format!("  {needed}"));
        }
        let told = say::told(decision, set, book, today);
        let back = say::look_back(decision, today).map(|text| capitalised(&text));
        for said in told.into_iter().chain(back) {
            let end = if said.ends_with(['.', '?', '!']) {
                ""
            } else {
                "."
            };
            lines.line(&format!("  {said}{end}"));
        }
    }
    let judgement = set.judged(known.view());
    lines.line(&format!("  {}", say::headline(set, &judgement).join(" ")));
    for (at, (option, judged)) in set.options.iter().zip(&judgement.options).enumerate() {
        let said = say::standing(&judged.standing, !judgement.nothing_helps);
        let letter = say::letter(at);
        lines.line(&format!("  {letter}: {}; {said}", option.text));
    }
}

/// A choice, for programs.
#[derive(Serialize)]
struct Item<'a> {
    id: OptionSetId,
    contact: ContactId,
    name: &'a str,
    question: &'a str,
    asked: NaiveDate,
    stage: &'static str,
    options: Vec<Way<'a>>,
    /// The letter of the option.
    chosen: Option<String>,
    decided: Option<NaiveDate>,
    /// Whether I needed the short-term win when I decided; `None` while nothing is.
    short_term_win: Option<bool>,
    reason: Option<String>,
    told: Option<NaiveDate>,
    look_back: Option<NaiveDate>,
    turned_out: Option<&'static str>,
}

/// A way to act. What I would get is not among it.
#[derive(Serialize)]
struct Way<'a> {
    letter: String,
    text: &'a str,
    /// 0 to 4.
    now: i64,
    /// In a year, -4 to 4.
    later: i64,
    they_know: bool,
    would_show: bool,
    standing: &'static str,
    ruled_out_by: Vec<&'static str>,
}

impl<'a> Item<'a> {
    fn of(known: &Known<'a>, book: &'a Book) -> Self {
        let set = known.set;
        let decision = known.decision.as_deref();
        let judged = set.judged(known.view()).options;
        let options = set.options.iter().zip(judged).enumerate();
        let chosen = decision.and_then(|decision| match decision.chosen {
            Chosen::Option(at) => Some(say::letter(at.into())),
            _ => None,
        });
        Self {
            id: set.id,
            contact: set.contact,
            name: name(book, set.contact),
            question: &set.question,
            asked: set.on,
            stage: stage_name(known.stage),
            options: options
                .map(|(at, (option, judged))| Way::of(at, option, &judged))
                .collect(),
            chosen,
            decided: decision.map(|decision| decision.on),
            short_term_win: decision.map(|decision| decision.weighed == View::WinNow),
            reason: decision.map(|decision| decision.reason.clone()),
            told: decision.and_then(|decision| decision.told),
            look_back: decision.and_then(|decision| decision.review_on),
            turned_out: decision
                .and_then(|decision| decision.review.as_ref())
                .map(|review| turned_out(review.outcome)),
        }
    }
}

impl<'a> Way<'a> {
    fn of(at: usize, option: &'a Choice, judged: &Judged) -> Self {
        let (standing, tests) = match &judged.standing {
            Standing::RuledOut(tests) => ("ruled_out", tests.as_slice()),
            Standing::HelpsMost => ("helps_most", &[][..]),
            Standing::Sound => ("sound", &[][..]),
        };
        Self {
            letter: say::letter(at),
            text: &option.text,
            now: option.now.rating(),
            later: option.later.rating(),
            they_know: option.they_know,
            would_show: option.would_show,
            standing,
            ruled_out_by: tests.iter().map(|test| test_name(*test)).collect(),
        }
    }
}

const fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::LookBack => "look_back",
        Stage::Open => "open",
        Stage::Decided => "decided",
        Stage::LookedBack => "looked_back",
    }
}

const fn test_name(test: Test) -> &'static str {
    match test {
        Test::Publicity => "publicity",
        Test::ConcealedHarm => "concealed_harm",
        Test::NothingForThem => "nothing_for_them",
    }
}

const fn turned_out(outcome: TurnedOut) -> &'static str {
    match outcome {
        TurnedOut::MuchWorse => "much_worse",
        TurnedOut::Worse => "worse",
        TurnedOut::AsExpected => "as_expected",
        TurnedOut::Better => "better",
        TurnedOut::MuchBetter => "much_better",
    }
}
