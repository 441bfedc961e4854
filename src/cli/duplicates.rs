//! `goodword duplicates`: people who may stand in the book twice, and why, in words or as JSON.

use std::process::ExitCode;

use serde::Serialize;

use super::lines::Lines;
use super::{World, print, read, report};
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::duplicates::{Pair, duplicates, standing_twice};
use crate::domain::sentences::{self, name};

/// What `goodword duplicates --help` says below its options.
const RULES: &str = "\
Examples:
  goodword duplicates
  goodword duplicates --json

The surest come first: an identity, an e-mail address, a number or a page in common with names that fit is certain; a \
name or a firm in common is likely as long as nothing speaks against it. In the dashboard, :duplicates shows two of them \
side by side, makes one of them field by field, or remembers that they are two.

Exit code: 0, also where nobody stands twice; 1 where the book cannot be read; 2 usage. It only reads.";

/// What `goodword duplicates` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Lists people who may be one. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("duplicates", world) else {
        return ExitCode::FAILURE;
    };
    let pairs = duplicates(&book);
    print(&if args.json {
        let items = pairs.iter().map(|pair| Item::of(pair, &book));
        report("duplicates", world.today, items.collect())
    } else {
        let mut lines = Lines::default();
        lines.line(&match standing_twice(&pairs) {
            0 => "Nobody stands here twice.".to_owned(),
            _ => format!("{}.", sentences::duplicates::standing_twice_in(&pairs)),
        });
        for pair in &pairs {
            lines.line(&format!(
                "{}: {}; {}",
                sentences::duplicates::who(&book, pair),
                sentences::duplicates::sure(pair),
                sentences::duplicates::reasons(pair)
            ));
        }
        lines.whole()
    })
}

/// Two people who may be one, for programs.
#[derive(Serialize)]
struct Item<'a> {
    a: ContactId,
    b: ContactId,
    a_name: &'a str,
    b_name: &'a str,
    /// How sure it is, per mille; 1000 is certain.
    sure: u32,
    /// Whether I said that they are two.
    not_the_same: bool,
    reasons: Vec<Why>,
}

/// What speaks for it.
#[derive(Serialize)]
struct Why {
    kind: &'static str,
    text: String,
    sure: u32,
}

impl<'a> Item<'a> {
    fn of(pair: &Pair, book: &'a Book) -> Self {
        let reasons = pair.reasons.iter().map(|reason| Why {
            kind: sentences::duplicates::kind(reason),
            text: sentences::duplicates::reason(reason),
            sure: reason.per_mille(),
        });
        let (a, b) = pair.people;
        Self {
            a,
            b,
            a_name: name(book, a),
            b_name: name(book, b),
            sure: pair.per_mille(),
            not_the_same: pair.is_two,
            reasons: reasons.collect(),
        }
    }
}
