//! `goodword show`: a person, with all that Contacts shows of them, in words or as JSON.

pub(super) mod json;

use std::process::ExitCode;

use super::lines::Lines;
use super::{World, complain, person, print, read, report};
use crate::domain::relationship::Relationships;
use crate::domain::sentences::facts::Fact;
use crate::domain::sentences::person::whole;

/// What `goodword show --help` says below its options.
const RULES: &str = "\
Examples:
  goodword show bob
  goodword show \"Bob Reyes\" --json

Exit code: 0; 1 where nobody or more than one is called so (then with their ids), or the book cannot be read; 2 usage. \
It only reads.";

/// What `goodword show` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// Whom to show: the name, enough of it to tell them from others, or the id.
    #[arg(value_name = "NAME", required = true)]
    pub name: Vec<String>,

    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Shows a person. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("show", world) else {
        return ExitCode::FAILURE;
    };
    let contact = match person::find(&book, &args.name.join(" ")) {
        Ok(contact) => contact,
        Err(error) => {
            complain(&format!("goodword show: {error}"));
            return ExitCode::FAILURE;
        }
    };
    let relationships = Relationships::of(&book);
    let between = relationships.with(contact.id);
    print(&if args.json {
        let item = json::Item::of(contact, between, &book, world.today);
        report("person", world.today, vec![item])
    } else {
        let mut lines = Lines::default();
        lines.line(&contact.name);
        for (_, above, facts) in whole(&book, contact, between, world.today) {
            above
                .iter()
                .chain(facts.iter())
                .for_each(|fact| print_fact(&mut lines, fact));
        }
        lines.whole()
    })
}

fn print_fact(lines: &mut Lines, fact: &Fact) {
    match fact {
        Fact::Heading(text) => lines.heading(text),
        Fact::Sentence(text, _) => lines.text(text),
        Fact::Labelled(label, text, _) => lines.fact(label, text),
        // The sentence says what the mark says.
        Fact::Item(_, text) => lines.line(text),
        Fact::Gap => lines.gap(),
    }
}
