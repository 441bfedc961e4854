//! `goodword brief`: what helps to know before a meeting, as Markdown or as JSON.

use std::process::ExitCode;

use chrono::NaiveDate;
use serde::Serialize;

use super::show::json::{AimItem, Lunch, Talk};
use super::{World, complain, person, print, promises, read, report};
use crate::domain::Book;
use crate::domain::brief::{Brief, Common, Give};
use crate::domain::contact::{ContactId, Tie};
use crate::domain::incident::{Incident, IncidentId};
use crate::domain::introduction::{Introduction, IntroductionId};
use crate::domain::relationship::Relationships;
use crate::domain::sentences::agenda::not_told;
use crate::domain::sentences::brief::page;
use crate::domain::sentences::network::introduction::next;
use crate::domain::sentences::{name, words};

/// What `goodword brief --help` says below its options.
const RULES: &str = "\
Examples:
  goodword brief bob
  goodword brief \"Bob Reyes\" --json
  goodword brief bob > bob.md

It says who they are and how you met, your last talk, the lunch that is coming, what is open between you both ways, what \
they are after, whom you both know, and one thing you could give. Nothing you received is in it.

Exit code: 0; 1 where nobody or more than one is called so (then with their ids), or the book cannot be read; 2 usage. \
It only reads.";

/// What `goodword brief` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// Whom you meet: the name, enough of it to tell them from others, or the id.
    #[arg(value_name = "NAME", required = true)]
    pub name: Vec<String>,

    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Prints the brief about a person. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(book) = read("brief", world) else {
        return ExitCode::FAILURE;
    };
    let contact = match person::find(&book, &args.name.join(" ")) {
        Ok(contact) => contact,
        Err(error) => {
            complain(&format!("goodword brief: {error}"));
            return ExitCode::FAILURE;
        }
    };
    let relationships = Relationships::of(&book);
    let brief = Brief::of(&book, &relationships, contact, world.today);
    print(&if args.json {
        let item = Item::of(&brief, &book, world.today);
        report("brief", world.today, vec![item])
    } else {
        page(&brief, &book, world.today)
    })
}

/// A brief for programs; lists are whole.
#[derive(Serialize)]
struct Item<'a> {
    id: ContactId,
    name: &'a str,
    organisation: &'a str,
    role: &'a str,
    how_we_met: &'a str,
    /// I drew a line: no one-to-one for now.
    boundary: bool,
    last_talk: Option<Talk<'a>>,
    /// A message since then that nobody answered.
    unanswered: Option<Talk<'a>>,
    notes: &'a str,
    lunch: Option<Lunch<'a>>,
    /// Lunches with others that want the same hour.
    competing: Vec<Lunch<'a>>,
    /// Wrongs of mine that are still to be put right.
    to_put_right: Vec<Wrong<'a>>,
    /// What I decided and have not told them.
    to_tell: Vec<String>,
    /// Choices about them that I have not made.
    to_choose: Vec<&'a str>,
    /// Mine, then theirs.
    promises: Vec<promises::Item<'a>>,
    /// Under way, whoever of the two wants it.
    introductions: Vec<IntroductionItem<'a>>,
    /// What they try to solve, then what they aim for.
    aims: Vec<AimItem<'a>>,
    in_common: Vec<CommonItem<'a>>,
    could_give: GiveItem<'a>,
}

#[derive(Serialize)]
struct Wrong<'a> {
    id: IncidentId,
    on: NaiveDate,
    note: &'a str,
}

impl<'a> Wrong<'a> {
    fn of(wrong: &'a Incident) -> Self {
        Self {
            id: wrong.id,
            on: wrong.on,
            note: &wrong.note,
        }
    }
}

#[derive(Serialize)]
struct IntroductionItem<'a> {
    id: IntroductionId,
    /// Who of the two it is for: `them` or `other`.
    wanted_by: &'static str,
    /// The other of the two.
    contact: ContactId,
    name: &'a str,
    purpose: &'a str,
    next: String,
}

#[derive(Serialize)]
struct CommonItem<'a> {
    id: ContactId,
    name: &'a str,
    /// How well they know each other.
    tie: Option<&'static str>,
    together: Option<NaiveDate>,
}

#[derive(Serialize)]
struct GiveItem<'a> {
    kind: &'static str,
    /// What it is good for.
    aim: Option<&'a str>,
    contact: Option<ContactId>,
    name: Option<&'a str>,
    topic: Option<&'a str>,
}

impl<'a> Item<'a> {
    fn of(brief: &Brief<'a>, book: &'a Book, today: NaiveDate) -> Self {
        let contact = brief.contact;
        let promises = brief.mine.iter().chain(&brief.theirs);
        let promises = promises.map(|promise| promises::Item::of(promise, book, today));
        let in_common = brief.in_common.iter();
        Self {
            id: contact.id,
            name: &contact.name,
            organisation: &contact.organisation,
            role: &contact.role,
            how_we_met: &contact.how_we_met,
            boundary: contact.boundary,
            last_talk: brief.between.last_interaction().map(|talk| Talk::of(talk)),
            unanswered: brief.unanswered.map(Talk::of),
            notes: &contact.notes,
            lunch: brief.lunch.map(Lunch::of),
            competing: brief.competing.iter().map(|one| Lunch::of(one)).collect(),
            to_put_right: brief.wrongs.iter().map(|one| Wrong::of(one)).collect(),
            to_tell: brief
                .untold
                .iter()
                .map(|one| not_told(book, one, today))
                .collect(),
            to_choose: brief
                .to_choose
                .iter()
                .map(|set| set.question.as_str())
                .collect(),
            promises: promises.collect(),
            introductions: IntroductionItem::all(brief, book),
            aims: brief.aims.iter().map(|aim| AimItem::of(aim)).collect(),
            in_common: in_common.map(|one| CommonItem::of(one, book)).collect(),
            could_give: GiveItem::of(brief.give, book),
        }
    }
}

impl<'a> IntroductionItem<'a> {
    fn all(brief: &Brief<'a>, book: &'a Book) -> Vec<Self> {
        let of = |wish: &&'a Introduction| {
            let (wanted_by, contact) = if wish.requester == brief.contact.id {
                ("them", wish.target)
            } else {
                ("other", wish.requester)
            };
            Self {
                id: wish.id,
                wanted_by,
                contact,
                name: name(book, contact),
                purpose: &wish.purpose,
                next: next(book, wish),
            }
        };
        brief.introductions.iter().map(of).collect()
    }
}

impl<'a> CommonItem<'a> {
    fn of(common: &Common, book: &'a Book) -> Self {
        let known = common.tie.filter(|tie| *tie != Tie::Unknown);
        Self {
            id: common.contact,
            name: name(book, common.contact),
            tie: known.map(words::tie),
            together: common.together,
        }
    }
}

impl<'a> GiveItem<'a> {
    fn of(give: Give<'a>, book: &'a Book) -> Self {
        let nothing = Self {
            kind: "question",
            aim: None,
            contact: None,
            name: None,
            topic: None,
        };
        match give {
            Give::Introduction { to, topic, aim } => Self {
                kind: "introduction",
                aim: Some(&aim.text),
                contact: Some(to),
                name: Some(name(book, to)),
                topic: Some(topic),
            },
            Give::Ear => Self {
                kind: "open_ear",
                ..nothing
            },
            Give::Question => nothing,
        }
    }
}
