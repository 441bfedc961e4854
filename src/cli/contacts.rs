//! `goodword contacts`: the people, in the order of what I owe them, in words or as JSON.

use std::process::ExitCode;

use chrono::NaiveDate;
use serde::Serialize;

use super::lines::Lines;
use super::{World, print, read, refused, report};
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::dates::relative;
use crate::domain::owed::{mark, order_key};
use crate::domain::query::{Among, Index, List, Query};
use crate::domain::relationship::{Relationship, Relationships};
use crate::domain::search::by_rank;
use crate::domain::sentences::NOBODY_YET;
use crate::domain::sentences::person::nobody_listed;
use crate::domain::sentences::words;

/// What `goodword contacts --help` says below its options.
const RULES: &str = "\
Examples:
  goodword contacts
  goodword contacts northwind
  goodword contacts --json

Without words it lists everybody who is not archived; with words those that match, as / does in Contacts, the archived \
too.

Exit code: 0, also where nobody matches; 1 where the book cannot be read; 2 usage, or a field that the query cannot have. It only reads.";

/// What `goodword contacts` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// Only those that match, as / does in Contacts: letters of a name, or a firm, a role, a tag, an address.
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,

    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Lists people. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("contacts", world) else {
        return ExitCode::FAILURE;
    };
    let (today, query) = (world.today, args.query.join(" "));
    let relationships = Relationships::of(&book);
    let between = |contact: &Contact| relationships.with(contact.id);
    let mut index = Index::default();
    index.refresh(&book);
    let asked = Query::read(&query, List::People, &index);
    if let Some(code) = refused("contacts", &asked) {
        return code;
    }
    let among = Among {
        book: &book,
        relationships: &relationships,
        index: &index,
        today,
    };
    let people = found(&among, &asked, |contact| {
        order_key(contact, between(contact), today)
    });
    print(&if args.json {
        let items = people
            .iter()
            .map(|contact| Item::of(contact, between(contact), today));
        report("contacts", today, items.collect())
    } else {
        let mut lines = Lines::default();
        lines.line(&heading(people.len(), &book, &asked));
        for contact in people {
            lines.line(&row(contact, between(contact), today));
        }
        lines.whole()
    })
}

/// Everybody, or whom the query finds, in an order.
fn found<'a, K: Ord>(
    among: &Among<'a>,
    query: &Query,
    key: impl Fn(&Contact) -> K,
) -> Vec<&'a Contact> {
    let people = among.book.contacts.iter().map(AsRef::as_ref);
    let ranked = query.ranks(among).into_iter().zip(people);
    let found = ranked.filter_map(|(rank, contact)| Some((rank?, contact)));
    let mut found: Vec<(u32, &Contact)> = found.filter(|(_, one)| query.looks_at(one)).collect();
    found.sort_by_cached_key(|(_, contact)| key(contact));
    by_rank(found)
}

/// How many there are, out of those that were looked through, and in which order.
fn heading(shown: usize, book: &Book, asked: &Query) -> String {
    let looked_through = book.contacts.iter().filter(|one| asked.looks_at(one));
    let people = |number: usize| match number {
        1 => "1 person".to_owned(),
        number => format!("{number} people"),
    };
    match (shown, asked.is_empty()) {
        (0, true) => match nobody_listed(book) {
            None => NOBODY_YET.to_owned(),
            Some(archived) => {
                format!("{archived} goodword contacts is:archived shows who.")
            }
        },
        (0, false) => "Nobody matches.".to_owned(),
        (_, true) => format!("{}, by what you owe.", people(shown)),
        (_, false) => format!("{shown} of {}.", people(looked_through.count())),
    }
}

/// "Bob Reyes, Northwind: pace; last talk 5 months ago".
fn row(contact: &Contact, between: &Relationship, today: NaiveDate) -> String {
    let mut who = contact.name.clone();
    if !contact.organisation.is_empty() {
        who = format!("{who}, {}", contact.organisation);
    }
    let archived = contact.archived.then_some("archived");
    let owed = mark(contact, between, today).map(words::owed);
    let talk = match between.last_talk() {
        Some(day) => format!("last talk {}", relative(day, today)),
        None => "no talk yet".to_owned(),
    };
    let mut parts: Vec<&str> = archived.or(owed).into_iter().collect();
    parts.push(&talk);
    format!("{who}: {}", parts.join("; "))
}

/// A person for programs.
#[derive(Serialize)]
struct Item<'a> {
    id: ContactId,
    name: &'a str,
    organisation: &'a str,
    role: &'a str,
    emails: &'a [String],
    tags: &'a [String],
    /// The most urgent thing I owe.
    owed: Option<String>,
    last_talk: Option<NaiveDate>,
    /// How often I mean to talk.
    pace_days: Option<u32>,
    archived: bool,
}

impl<'a> Item<'a> {
    fn of(contact: &'a Contact, between: &Relationship, today: NaiveDate) -> Self {
        let owed = mark(contact, between, today).map(words::owed);
        Self {
            id: contact.id,
            name: &contact.name,
            organisation: &contact.organisation,
            role: &contact.role,
            emails: &contact.emails,
            tags: &contact.tags,
            owed: owed.map(|word| word.replace(' ', "_")),
            last_talk: between.last_talk(),
            pace_days: contact.rhythm_days.map(Into::into),
            archived: contact.archived,
        }
    }
}
