//! `goodword today`: what asks for me, as Today shows it, in sentences, in counts or as JSON.

use std::process::ExitCode;

use clap::CommandFactory;
use serde::Serialize;

use super::lines::Lines;
use super::{Cli, World, print, read, report};
use crate::domain::Book;
use crate::domain::agenda::{Asking, Matter, agenda};
use crate::domain::conflict::conflicts;
use crate::domain::contact::ContactId;
use crate::domain::dates::{short, write_in};
use crate::domain::decision::DecisionId;
use crate::domain::incident::IncidentKind;
use crate::domain::invite::{Invite, InviteId};
use crate::domain::load::Load;
use crate::domain::lunches;
use crate::domain::promise::PromiseId;
use crate::domain::relationship::Relationships;
use crate::domain::sentences::agenda::{Row, row};
use crate::domain::sentences::hour::clock;
use crate::domain::sentences::{self, capitalised, day, load};
use crate::domain::week::Week;

/// What `goodword today --help` says below its options.
const RULES: &str = "\
Examples:
  goodword today
  goodword today --counts
  goodword today --check --counts

Late is a promise of yours that is open and whose day is over; one that is due today is not late yet.

Exit code: 0; with --check 1 where a promise of yours is late; 1 where the book cannot be read; 2 usage. It only reads.";

/// What `goodword today` takes.
#[derive(Default, clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// End with 1 where a promise of yours is late.
    #[arg(long)]
    pub check: bool,

    /// Print how many things wait, on one line and without names: for a prompt.
    #[arg(long, conflicts_with = "json")]
    pub counts: bool,

    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Says what asks for me. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("today", world) else {
        return ExitCode::FAILURE;
    };
    let day = Day::of(&book, world);
    let printed = print(&match args {
        Args { json: true, .. } => report("today", world.today, day.items()),
        Args { counts: true, .. } => day.counts(),
        _ => day.in_words(),
    });
    if args.check && day.is_anything_late() {
        ExitCode::FAILURE
    } else {
        printed
    }
}

/// What stands in the place of the dashboard where there is no screen to draw it on: Today, and how to see the rest.
#[must_use]
pub fn instead_of_the_dashboard(world: &World) -> ExitCode {
    write_in(world.settings().date_style);
    let Some(book) = read("today", world) else {
        return ExitCode::FAILURE;
    };
    let mut lines = Lines::default();
    lines.heading("More, each with --help:");
    for command in Cli::command().get_subcommands() {
        let about = command.get_about().map(ToString::to_string);
        let about = about.unwrap_or_default();
        lines.fact(&format!("goodword {}", command.get_name()), &about);
    }
    print(&format!(
        "{}\n{}",
        Day::of(&book, world).in_words(),
        lines.whole()
    ))
}

/// A day, with what asks for me.
struct Day<'a> {
    world: &'a World,
    book: &'a Book,
    relationships: Relationships,
    agenda: Vec<Asking>,
}

impl<'a> Day<'a> {
    fn of(book: &'a Book, world: &'a World) -> Self {
        let relationships = Relationships::of(book);
        let conflicts = conflicts(book, world.today);
        Self {
            agenda: agenda(book, &relationships, &conflicts, world.today),
            world,
            book,
            relationships,
        }
    }

    fn rows(&self) -> impl Iterator<Item = (&Asking, Row)> {
        self.agenda.iter().map(|asking| {
            let row = row(asking, self.book, &self.relationships, self.world.today);
            (asking, row)
        })
    }

    /// Whether a promise of mine is open and its day is over.
    fn is_anything_late(&self) -> bool {
        let mut promises = self.book.promises.iter();
        promises.any(|promise| promise.is_owed_by_me() && promise.is_overdue(self.world.today))
    }

    fn in_words(&self) -> String {
        let (book, today) = (self.book, self.world.today);
        let mut lines = Lines::default();
        let waiting = match self.agenda.len() {
            0 => String::new(),
            1 => " 1 thing waits for you.".to_owned(),
            number => format!(" {number} things wait for you."),
        };
        let headline = day::headline(&self.agenda, book, today);
        lines.line(&format!("{}.{waiting} {headline}", short(today, today)));
        for invite in lunches::of_today(book, today) {
            lines.line(&lunch(invite, book));
        }
        lines.gap();
        for (_, Row { who, kind, why }) in self.rows() {
            // "today: today: …" says no more than once.
            let why = why.strip_prefix(&format!("{kind}: ")).unwrap_or(&why);
            lines.line(&format!("{who}, {kind}: {why}"));
        }
        if !book.contacts.is_empty() {
            lines.gap();
            let first_day = self.world.settings().first_day;
            let week = Week::of(book, today, first_day.into());
            lines.fact("This week", &load::week(&week));
            lines.line(&load::before_a_yes(&Load::of_book(book, today), today));
        }
        lines.whole()
    }

    /// "9 waiting: unheard 1, late 2", in the order of the rows.
    fn counts(&self) -> String {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for (_, Row { kind, .. }) in self.rows() {
            match counts.iter_mut().find(|(counted, _)| *counted == kind) {
                Some((_, number)) => *number += 1,
                None => counts.push((kind, 1)),
            }
        }
        let counts: Vec<String> = counts
            .into_iter()
            .map(|(kind, number)| format!("{kind} {number}"))
            .collect();
        let colon = if counts.is_empty() { "" } else { ": " };
        format!(
            "{} waiting{colon}{}\n",
            self.agenda.len(),
            counts.join(", ")
        )
    }

    fn items(&self) -> Vec<Item> {
        self.rows()
            .map(|(asking, row)| Item::of(asking, row, self.book))
            .collect()
    }
}

/// "12:30 lunch: Lea Novak, Café Merz, 12 min away · bring: market figures".
fn lunch(invite: &Invite, book: &Book) -> String {
    let names = invite.with.iter().map(|id| sentences::name(book, *id));
    let about = day::about_lunch(invite, book);
    let parts = names
        .chain([about.as_str()])
        .filter(|part| !part.is_empty());
    let hour = capitalised(&clock(invite));
    format!("{hour} lunch: {}", parts.collect::<Vec<_>>().join(", "))
}

/// A row for programs.
#[derive(Serialize)]
struct Item {
    kind: String,
    who: String,
    why: Option<String>,
    contact: Option<ContactId>,
    promise: Option<PromiseId>,
    /// The two that want one hour, or the one that is over.
    invites: Vec<InviteId>,
    decision: Option<DecisionId>,
}

impl Item {
    fn of(asking: &Asking, row: Row, book: &Book) -> Self {
        let matter = asking.matter;
        Self {
            kind: row.kind.replace(' ', "_"),
            who: row.who,
            why: (!is_about_bad_faith(matter, book)).then_some(row.why),
            contact: asking.contact,
            promise: matter.promise(),
            invites: match matter {
                Matter::Harm(pair) | Matter::Clash(pair) => vec![pair.a, pair.b],
                Matter::PastLunch(id) | Matter::NotAnswered(id) => vec![id],
                _ => Vec::new(),
            },
            decision: match matter {
                Matter::NotTold(id) | Matter::Review(id) => Some(id),
                _ => None,
            },
        }
    }
}

/// What was noted of bad faith, mine too, stands in no file for programs.
fn is_about_bad_faith(matter: Matter, book: &Book) -> bool {
    let Matter::Wrong(id) = matter else {
        return false;
    };
    let wrong = book.incidents.get(id);
    wrong.is_some_and(|wrong| wrong.kind == IncidentKind::BadFaith)
}
