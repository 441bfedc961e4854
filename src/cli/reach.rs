//! `goodword reach`: the warm ways to somebody, or to a firm, each with its reasons.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::builder::NonEmptyStringValueParser;
use serde::Serialize;

use super::lines::Lines;
use super::{World, complain, print, read, report};
use crate::domain::contact::{ContactId, KnownPerson};
use crate::domain::network::{Reached, asked_this_year, reach, targets};
use crate::domain::relationship::Relationships;
use crate::domain::sentences::name;
use crate::domain::sentences::network::ways::{called, chain, no_way, reasons};
use crate::domain::tuning::TUNING;
use crate::domain::{Book, clean};

/// What `goodword reach --help` says below its options.
const RULES: &str = "\
Examples:
  goodword reach lee
  goodword reach northwind
  goodword reach \"Lee Marsden\" --json

A way has at most three steps: whom you ask, and whom they may ask in turn. Who knows whom is what you noted with a \
person; where you know somebody yourself, nobody is asked to ask them for you. The warmest way stands first; that order is about ties and talks, never about what anybody is worth.

In JSON way_chance_per_mille is of the whole way, never of a person: 0 to 1000, the product of its steps, a guess out \
of ties and days for the order alone.

Exit code: 0, also where no way leads there; 1 where nobody is called so, or the book cannot be read; 2 usage. It only \
reads.";

/// What `goodword reach` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// A name or a firm, or words that they begin with.
    #[arg(value_name = "NAME", required = true, value_parser = NonEmptyStringValueParser::new())]
    pub name: Vec<String>,

    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Says how to reach somebody. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("reach", world) else {
        return ExitCode::FAILURE;
    };
    let wanted = args.name.join(" ");
    if targets(&book, &wanted).is_empty() {
        let said = no_way(&clean::shown(&wanted), false);
        complain(&format!("goodword reach: {said}"));
        return ExitCode::FAILURE;
    }
    let (relationships, today) = (Relationships::of(&book), world.today);
    let mut found = reach(&book, &relationships, &wanted, today);
    found.truncate(TUNING.network.ways_shown);
    print(&if args.json {
        let items = found.iter().enumerate();
        let items = items.map(|(at, way)| Item::of(&book, &relationships, way, at, today));
        report("reach", today, items.collect())
    } else {
        let mut lines = Lines::default();
        if found.is_empty() {
            lines.line(&no_way(&wanted, true));
        }
        for way in &found {
            lines.gap();
            lines.line(&chain(&book, way));
            for reason in reasons(&book, &relationships, way, today) {
                lines.line(&format!("  {reason}"));
            }
        }
        lines.whole()
    })
}

/// A way for programs.
#[derive(Serialize)]
struct Item<'a> {
    /// Its place in the order, from 1.
    place: usize,
    target: Person<'a>,
    /// Whom to ask, one after the other; nobody where I know the target myself.
    through: Vec<Person<'a>>,
    /// The product of the chances of its steps, per mille: a guess out of ties and days, for the order alone.
    way_chance_per_mille: u32,
    reasons: Vec<String>,
}

#[derive(Serialize)]
struct Person<'a> {
    /// None for somebody whom only others know.
    id: Option<ContactId>,
    name: &'a str,
    /// For how many introductions they were asked in twelve months.
    asked_this_year: usize,
}

impl<'a> Item<'a> {
    fn of(
        book: &'a Book,
        relationships: &Relationships,
        way: &'a Reached,
        at: usize,
        today: NaiveDate,
    ) -> Self {
        let person = |id: &ContactId| Person {
            id: Some(*id),
            name: name(book, *id),
            asked_this_year: asked_this_year(book, *id, today),
        };
        let target = match &way.target {
            KnownPerson::Contact(id) => person(id),
            outside @ KnownPerson::Outside(_) => Person {
                id: None,
                name: called(book, outside),
                asked_this_year: 0,
            },
        };
        Self {
            place: at + 1,
            target,
            through: way.way.through.iter().map(person).collect(),
            way_chance_per_mille: way.way.per_mille(),
            reasons: reasons(book, relationships, way, today),
        }
    }
}
