//! `goodword help-with`: who can help with a topic, and what they are trying to solve.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::builder::NonEmptyStringValueParser;
use serde::Serialize;

use super::lines::Lines;
use super::{World, complain, print, read, report};
use crate::domain::contact::ContactId;
use crate::domain::network::{By, Helper, asked_this_year, who_can_help};
use crate::domain::relationship::Relationships;
use crate::domain::sentences::network::ways::{asked, helps, no_help};
use crate::domain::sentences::network::{in_return, last_talk};
use crate::domain::sentences::{capitalised, name};
use crate::domain::{Book, clean};

/// What `goodword help-with --help` says below its options.
const RULES: &str = "\
Examples:
  goodword help-with pricing
  goodword help-with data pipelines --json

It looks in what you noted that people can help with, then in their roles, then in their circles; among equals by name. \
Words that stand everywhere, such as of and the, are left out. What you received from anybody has no say in it.

Exit code: 0; 1 where nobody is noted who can help, no topic is named, or the book cannot be read; 2 usage. It \
only reads.";

/// What `goodword help-with` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// The topic, or words that its words begin with.
    #[arg(value_name = "TOPIC", required = true, value_parser = NonEmptyStringValueParser::new())]
    pub topic: Vec<String>,

    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Says who can help. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("help-with", world) else {
        return ExitCode::FAILURE;
    };
    let (topic, today) = (args.topic.join(" "), world.today);
    let relationships = Relationships::of(&book);
    let found = who_can_help(&book, &topic);
    if found.is_empty() {
        complain(&format!(
            "goodword help-with: {}",
            no_help(&clean::shown(&topic))
        ));
        return ExitCode::FAILURE;
    }
    print(&if args.json {
        let items = found.iter();
        let items = items.map(|one| Item::of(&book, &relationships, one, today));
        report("help_with", today, items.collect())
    } else {
        let mut lines = Lines::default();
        for helper in &found {
            let who = helper.contact;
            lines.gap();
            lines.line(&format!("{}: {}", name(&book, who), helps(helper)));
            lines.line(&format!("  {}", in_return(&book, who)));
            let talk = capitalised(&last_talk(relationships.with(who), today));
            lines.line(&format!("  {talk}. {}", asked(&book, who, today)));
        }
        lines.whole()
    })
}

/// Somebody who can help, for programs.
#[derive(Serialize)]
struct Item<'a> {
    id: ContactId,
    name: &'a str,
    /// `topic`, `role` or `circle`.
    by: &'static str,
    /// What is noted there.
    says: &'a str,
    /// What they are trying to solve, and what they aim for.
    works_on: Vec<&'a str>,
    last_talk: Option<NaiveDate>,
    /// For how many introductions they were asked in twelve months.
    asked_this_year: usize,
}

impl<'a> Item<'a> {
    fn of(
        book: &'a Book,
        relationships: &Relationships,
        helper: &'a Helper,
        today: NaiveDate,
    ) -> Self {
        let (by, says) = match &helper.by {
            By::Topic(text) => ("topic", text),
            By::Role(text) => ("role", text),
            By::Circle(text) => ("circle", text),
        };
        let contact = book.contacts.get(helper.contact);
        let aims = contact.into_iter().flat_map(|contact| contact.open_aims());
        Self {
            id: helper.contact,
            name: name(book, helper.contact),
            by,
            says,
            works_on: aims.map(|aim| aim.text.as_str()).collect(),
            last_talk: relationships.with(helper.contact).last_talk(),
            asked_this_year: asked_this_year(book, helper.contact, today),
        }
    }
}
