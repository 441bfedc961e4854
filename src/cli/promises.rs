//! `goodword promises`: the ledger in its groups, in words or as JSON.

use std::process::ExitCode;

use chrono::NaiveDate;
use serde::Serialize;

use super::lines::Lines;
use super::{World, print, read, refused, report};
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::incident::Party;
use crate::domain::ledger::Group;
use crate::domain::promise::{Promise, PromiseId, State, Strength};
use crate::domain::query::{Among, Index, List, Query};
use crate::domain::relationship::Relationships;
use crate::domain::sentences::{self, promise as say};
use crate::domain::silence::{debt_key, silence};

/// What `goodword promises --help` says below its options.
const RULES: &str = "\
Examples:
  goodword promises
  goodword promises --mine report
  goodword promises --done --json

Without words and options it lists what is open, yours and theirs, and what is to be put right. With words it lists all \
that match, as / does in Promises, what is done too.

Exit code: 0, also where none matches; 1 where the book cannot be read; 2 usage, or a field that the query cannot have. It only reads.";

/// What `goodword promises` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// Only those that match, as / does in Promises: letters of a name, or words of the promise.
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,

    /// Whose.
    #[command(flatten)]
    pub whose: Whose,

    /// Only what is done or has ended, instead of what is open.
    #[arg(long)]
    pub done: bool,

    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Whose promises; those of both where neither is said.
#[derive(clap::Args)]
#[group(multiple = false)]
pub struct Whose {
    /// Only what you promised.
    #[arg(long)]
    pub mine: bool,

    /// Only what they promised you.
    #[arg(long)]
    pub theirs: bool,
}

/// Lists promises. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("promises", world) else {
        return ExitCode::FAILURE;
    };
    let today = world.today;
    let mut promises = match found(&book, &args.query.join(" "), today) {
        Ok(promises) => promises,
        Err(code) => return code,
    };
    promises.retain(|promise| match promise.by {
        Party::Me => !args.whose.theirs,
        Party::Them => !args.whose.mine,
    });
    let has_query = args.query.iter().any(|word| !word.trim().is_empty());
    let is_listed = |group: Group| match (group, args.done) {
        (Group::Done, is_wanted) => is_wanted || has_query,
        (_, only_done) => !only_done,
    };
    let (listed, left): (Vec<_>, Vec<_>) = grouped(promises, &book, today)
        .into_iter()
        .partition(|(group, _)| is_listed(*group));
    print(&if args.json {
        let promises = listed.into_iter().flat_map(|(_, promises)| promises);
        let items = promises.map(|promise| Item::of(promise, &book, today));
        report("promises", today, items.collect())
    } else {
        in_words(&listed, &left, &book, today)
    })
}

/// A group of the ledger, and what stands in it.
type Grouped<'a> = (Group, Vec<&'a Promise>);

/// All promises, or those that the query finds; how the program ends where the query cannot be read.
fn found<'a>(book: &'a Book, query: &str, today: NaiveDate) -> Result<Vec<&'a Promise>, ExitCode> {
    let mut index = Index::default();
    index.refresh(book);
    let query = Query::read(query, List::Promises, &index);
    if let Some(code) = refused("promises", &query) {
        return Err(code);
    }
    let among = Among {
        book,
        relationships: &Relationships::of(book),
        index: &index,
        today,
    };
    Ok(query.promises(book, &among))
}

/// By the groups of the ledger, in their order and in the order within each.
fn grouped<'a>(promises: Vec<&'a Promise>, book: &Book, today: NaiveDate) -> Vec<Grouped<'a>> {
    let mut groups: Vec<Grouped<'a>> = Group::ALL.map(|group| (group, Vec::new())).into();
    for promise in promises {
        let of = Group::of(promise, today);
        if let Some((_, members)) = groups.iter_mut().find(|(group, _)| *group == of) {
            members.push(promise);
        }
    }
    for (group, members) in &mut groups {
        members.sort_by_cached_key(|promise| {
            let debt = match group {
                Group::NeedsUpdate => -debt_key(promise, today),
                _ => 0,
            };
            let name = sentences::name(book, promise.contact).to_lowercase();
            (
                debt,
                promise.due.unwrap_or(NaiveDate::MAX),
                name,
                promise.id,
            )
        });
        if *group == Group::Done {
            members.reverse();
        }
    }
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

fn in_words(listed: &[Grouped<'_>], left: &[Grouped<'_>], book: &Book, today: NaiveDate) -> String {
    let mut lines = Lines::default();
    for (group, promises) in listed {
        lines.heading(&format!("{} ({})", group.title(), promises.len()));
        for promise in promises {
            lines.line(&row(promise, book, today));
        }
    }
    if listed.is_empty() {
        lines.line("No promise to list.");
    }
    if let Some((group, promises)) = left.iter().find(|(group, _)| *group == Group::Done) {
        lines.gap();
        let count = promises.len();
        lines.line(&format!("{} ({count}): --done lists them.", group.title()));
    }
    lines.whole()
}

/// "Lea Novak: market figures; 2 days late; 1 effort, untold".
fn row(promise: &Promise, book: &Book, today: NaiveDate) -> String {
    let name = sentences::name(book, promise.contact);
    let mut parts = vec![format!("{name}: {}", promise.text)];
    if let State::Blocked { .. } = promise.state {
        parts.push(say::due(promise, today));
    }
    parts.push(say::state(promise, today));
    if promise.is_owed_by_me() {
        let unheard = silence(promise, today).filter(|silence| silence.debt_days() > 0);
        parts.extend(unheard.map(|silence| say::silence(&silence)));
        parts.extend(say::hearing(promise));
        parts.extend(say::efforts(promise));
    }
    parts.join("; ").replace("?; ", "? ")
}

/// A promise for programs.
#[derive(Serialize)]
pub(super) struct Item<'a> {
    id: PromiseId,
    by: &'static str,
    contact: ContactId,
    name: &'a str,
    text: &'a str,
    group: &'static str,
    state: &'static str,
    made: NaiveDate,
    due: Option<NaiveDate>,
    /// Below 0 where the day is over.
    days_left: Option<i64>,
    said: &'static str,
    /// What they heard, once that is checked.
    heard: Option<&'static str>,
    /// The work it takes.
    minutes: Option<u32>,
    efforts_untold: usize,
    ended: Option<NaiveDate>,
}

impl<'a> Item<'a> {
    pub(super) fn of(promise: &'a Promise, book: &'a Book, today: NaiveDate) -> Self {
        Self {
            id: promise.id,
            by: match promise.by {
                Party::Me => "me",
                Party::Them => "them",
            },
            contact: promise.contact,
            name: sentences::name(book, promise.contact),
            text: &promise.text,
            group: group(Group::of(promise, today)),
            state: state(&promise.state),
            made: promise.made,
            due: promise.due,
            days_left: promise.days_left(today),
            said: strength(promise.said),
            heard: promise.heard.map(|(heard, _)| strength(heard)),
            minutes: promise.minutes,
            efforts_untold: promise.untold().count(),
            ended: promise.state.day(),
        }
    }
}

const fn group(group: Group) -> &'static str {
    match group {
        Group::NeedsUpdate => "needs_a_word",
        Group::Overdue => "late",
        Group::ThisWeek => "within_a_week",
        Group::Later => "later",
        Group::NoDate => "no_date",
        Group::Theirs => "theirs",
        Group::PutRight => "put_right",
        Group::Done => "done",
    }
}

const fn state(state: &State) -> &'static str {
    match state {
        State::Open => "open",
        State::Blocked { .. } => "stuck",
        State::Delivered { .. } => "delivered",
        State::Confirmed { .. } => "confirmed",
        State::Released { .. } => "let_off",
        State::Withdrawn { .. } => "withdrawn",
        State::Missed { .. } => "missed",
        State::MadeRight { .. } => "made_right",
    }
}

const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Explore => "explore",
        Strength::Attempt => "attempt",
        Strength::Intend => "intend",
        Strength::Promise => "promise",
    }
}
