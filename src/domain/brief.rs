//! A person before we meet: who they are, what is open between us, what they are after, whom we both know, and one thing
//! that I could give. What I received from anybody is not read here.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::agenda::untold;
use super::book::Book;
use super::conflict::wanting_the_same;
use super::contact::{Aim, Contact, ContactId, KnownPerson, Source, Tie};
use super::decision::Decision;
use super::filler::is_filler;
use super::incident::{Incident, Party};
use super::interaction::Interaction;
use super::introduction::{Introduction, IntroductionStatus};
use super::invite::Invite;
use super::options::OptionSet;
use super::promise::Promise;
use super::record;
use super::relationship::{Relationship, Relationships};
use super::search::folded_words;

/// The fewest letters of a word by which what somebody can help with is held against what somebody tries to solve:
/// shorter ones ("of", "the") stand everywhere.
const FEWEST_LETTERS: usize = 4;
/// The longest ending that leaves a word what it is: "hire", "hired".
const LONGEST_ENDING: usize = 2;

/// What there is to know before a meeting.
pub struct Brief<'a> {
    /// Whom I meet.
    pub contact: &'a Contact,
    /// Everything between us.
    pub between: &'a Relationship,
    /// The next lunch with them.
    pub lunch: Option<&'a Invite>,
    /// The lunches with others that want the same hour.
    pub competing: Vec<&'a Invite>,
    /// What I owe them, or have to put right; the first due first.
    pub mine: Vec<&'a Promise>,
    /// What they promised me; never chased.
    pub theirs: Vec<&'a Promise>,
    /// Wrongs of mine that are still to be put right, the oldest first.
    pub wrongs: Vec<&'a Incident>,
    /// What I decided and have not told them, as it stands on Today.
    pub untold: Vec<&'a Decision>,
    /// Choices about them that I have not made.
    pub to_choose: Vec<&'a OptionSet>,
    /// A message since our last talk that nobody answered, the latest.
    pub unanswered: Option<&'a Interaction>,
    /// The introductions under way between them and others, whoever of the two wants it: who waits longest first.
    pub introductions: Vec<&'a Introduction>,
    /// What they try to solve, then what they aim for: what matters most to them first.
    pub aims: Vec<&'a Aim>,
    /// Whom we both know: those closest to them first, then those we met together, then by name.
    pub in_common: Vec<Common>,
    /// What I could give them.
    pub give: Give<'a>,
}

/// Somebody whom we both know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Common {
    /// Who.
    pub contact: ContactId,
    /// That one of them knows the other, and how well.
    pub tie: Option<Tie>,
    /// The last day on which the three of us talked.
    pub together: Option<NaiveDate>,
}

/// One thing that I could give.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Give<'a> {
    /// An introduction to somebody who can help with what they are after.
    Introduction {
        /// To whom.
        to: ContactId,
        /// What that person can help with.
        topic: &'a str,
        /// What it is good for.
        aim: &'a Aim,
    },
    /// Nobody in the book is noted to know of it: an open ear.
    Ear,
    /// Nothing is known of what they are after: a question.
    Question,
}

impl<'a> Brief<'a> {
    /// Of a person of the book.
    #[must_use]
    pub fn of(
        book: &'a Book,
        relationships: &'a Relationships,
        contact: &'a Contact,
        today: NaiveDate,
    ) -> Self {
        let between = relationships.with(contact.id);
        let (mine, theirs) = record::open(between)
            .into_iter()
            .partition(|promise| promise.by == Party::Me);
        let in_common = in_common(book, between, contact);
        let aims = aims(contact);
        let lunch = record::ahead(between, today).into_iter().next();
        let competing = lunch.map_or_else(Vec::new, |one| wanting_the_same(book, one, today));
        let untold = untold(book, contact.id, today);
        Self {
            contact,
            between,
            lunch,
            competing,
            wrongs: wrongs(between),
            untold: untold.collect(),
            to_choose: to_choose(between),
            unanswered: unanswered(between),
            mine,
            theirs,
            introductions: under_way(book, contact.id),
            give: give(book, contact, &aims, &in_common),
            aims,
            in_common,
        }
    }
}

fn wrongs(between: &Relationship) -> Vec<&Incident> {
    let all = between.incidents.iter().map(AsRef::as_ref);
    let mut wrongs: Vec<&Incident> = all.filter(|one: &&Incident| one.is_unrepaired()).collect();
    wrongs.sort_by_key(|one| (one.on, one.id));
    wrongs
}

fn to_choose(between: &Relationship) -> Vec<&OptionSet> {
    let open = between
        .choices
        .iter()
        .filter(|(_, decision)| decision.is_none());
    open.map(|(set, _)| set.as_ref()).collect()
}

fn unanswered(between: &Relationship) -> Option<&Interaction> {
    let talks = between.interactions.iter().map(AsRef::as_ref);
    let silent = talks.filter(|talk: &&Interaction| !talk.two_way);
    let since = silent.filter(|talk| between.last_talk().is_none_or(|last| talk.on > last));
    since.max_by_key(|talk| (talk.on, talk.id))
}

/// The introductions of a person that are not over.
fn under_way(book: &Book, contact: ContactId) -> Vec<&Introduction> {
    let all = book.introductions.iter().map(AsRef::as_ref);
    let theirs = all.filter(|wish| [wish.requester, wish.target].contains(&contact));
    let mut open: Vec<&Introduction> = theirs.filter(|wish| !wish.is_over()).collect();
    open.sort_by_key(|wish| {
        let waits_since = wish.unanswered().into_iter().flatten().min();
        (waits_since.is_none(), waits_since, wish.id)
    });
    open
}

/// Problems before aspirations; of each what matters most, what they said before what I guess, the newest first.
fn aims(contact: &Contact) -> Vec<&Aim> {
    let mut problems: Vec<&Aim> = contact.open_problems().collect();
    let mut aspirations: Vec<&Aim> = contact.open_aspirations().collect();
    for aims in [&mut problems, &mut aspirations] {
        aims.sort_by_key(|aim| {
            let is_guess = aim.source == Source::MyGuess;
            (Reverse(aim.importance), is_guess, Reverse(aim.noted))
        });
    }
    problems.append(&mut aspirations);
    problems
}

/// Those who know the person or are known by them, as far as it is noted, and those who talked with us both. Who is
/// archived is left out.
fn in_common(book: &Book, between: &Relationship, contact: &Contact) -> Vec<Common> {
    let mut found: BTreeMap<ContactId, (Option<Tie>, Option<NaiveDate>)> = BTreeMap::new();
    let mut is_known = |who: ContactId, tie: Tie| {
        let (before, _) = found.entry(who).or_default();
        *before = (*before).max(Some(tie));
    };
    for (known, tie) in &contact.knows {
        if let KnownPerson::Contact(who) = known {
            is_known(*who, *tie);
        }
    }
    let them = KnownPerson::Contact(contact.id);
    for other in book.contacts.iter() {
        for (_, tie) in other.knows.iter().filter(|(known, _)| *known == them) {
            is_known(other.id, *tie);
        }
    }
    for talk in between.interactions.iter().filter(|talk| talk.two_way) {
        for who in &talk.with {
            let (_, together) = found.entry(*who).or_default();
            *together = (*together).max(Some(talk.on));
        }
    }
    let listed = |who: ContactId| {
        let other = book.contacts.get(who)?;
        (who != contact.id && !other.archived).then_some(other)
    };
    let mut named: Vec<(&str, Common)> = found
        .into_iter()
        .filter_map(|(who, (tie, together))| {
            let common = Common {
                contact: who,
                tie,
                together,
            };
            listed(who).map(|other| (other.name.as_str(), common))
        })
        .collect();
    named.sort_by_key(|(name, one)| (Reverse((one.tie, one.together)), *name, one.contact));
    named.into_iter().map(|(_, common)| common).collect()
}

/// An introduction for the first of their aims that somebody can help with, by name where several can; else an open ear.
fn give<'a>(book: &'a Book, contact: &Contact, aims: &[&'a Aim], in_common: &[Common]) -> Give<'a> {
    if aims.is_empty() {
        return Give::Question;
    }
    let mut people: Vec<&Contact> = book
        .contacts
        .iter()
        .map(AsRef::as_ref)
        .filter(|other| other.id != contact.id && !other.archived && !other.boundary)
        .filter(|other| in_common.iter().all(|common| common.contact != other.id))
        .filter(|other| !is_under_way(book, contact.id, other.id))
        .collect();
    people.sort_by_key(|other| (other.name.as_str(), other.id));
    let of = |other: &'a Contact| other.topics.iter().map(move |topic| (other.id, topic));
    let topics = people.into_iter().flat_map(of);
    // Everybody's, for every aim: each text is folded once.
    let topics: Vec<_> = topics
        .map(|(to, topic)| (to, topic.as_str(), folded_words(topic)))
        .collect();
    for aim in aims {
        let said = folded_words(&aim.text);
        let mut all = topics.iter();
        if let Some((to, topic, _)) = all.find(|(_, _, asked)| speaks_to(asked, &said)) {
            let (to, topic) = (*to, *topic);
            return Give::Introduction { to, topic, aim };
        }
    }
    Give::Ear
}

/// Whether I introduced two people already, or am about to.
fn is_under_way(book: &Book, one: ContactId, other: ContactId) -> bool {
    book.introductions.iter().any(|wish| {
        let pair = [wish.requester, wish.target];
        pair.contains(&one)
            && pair.contains(&other)
            && wish.status() != IntroductionStatus::Declined
    })
}

/// Whether what somebody can help with speaks to what somebody is after: all of it is said there, or two of its words that
/// mean something. "pricing" speaks to "our pricing is a mess"; of "design hiring" the hiring of a data lead says too little.
fn speaks_to(asked: &[String], said: &[String]) -> bool {
    let is_said = |word: &&String| said.iter().any(|other| is_form_of(other, word));
    let found: BTreeSet<&String> = asked
        .iter()
        .filter(|word| tells(word))
        .filter(is_said)
        .collect();
    found.len() >= 2 || (found.len() == 1 && asked.iter().all(|word| is_said(&word)))
}

/// Whether a word says what something is about.
fn tells(word: &str) -> bool {
    word.chars().count() >= FEWEST_LETTERS && !is_filler(word)
}

/// Whether a word is another one, or that with an ending: "hires" of "hire", but no "portfolio" of "port".
fn is_form_of(word: &str, of: &str) -> bool {
    let ending = word.strip_prefix(of);
    ending.is_some_and(|ending| ending.chars().count() <= LONGEST_ENDING)
}
