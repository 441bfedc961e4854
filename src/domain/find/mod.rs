//! Finding anyone and anything: every text of the book, with what it belongs to.

mod shown;
mod texts;

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::book::Book;
use super::contact::ContactId;
use super::decision::DecisionId;
use super::exchange::ExchangeId;
use super::incident::IncidentId;
use super::interaction::InteractionId;
use super::introduction::IntroductionId;
use super::invite::InviteId;
use super::options::OptionSetId;
use super::promise::PromiseId;
use super::search::{Finder, Name, Word};

pub use shown::matches;

/// A record that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Record {
    /// A person.
    Person(ContactId),
    /// What a person aims for, or tries to solve.
    Aim(ContactId),
    /// What is noted of a person.
    Note(ContactId),
    /// A promise.
    Promise(PromiseId),
    /// A talk.
    Talk(InteractionId),
    /// Value given or received.
    Value(ExchangeId),
    /// An invite.
    Invite(InviteId),
    /// A decision.
    Decision(DecisionId),
    /// An introduction.
    Introduction(IntroductionId),
    /// A choice for one person.
    Choice(OptionSetId),
    /// Something that happened.
    Incident(IncidentId),
}

impl Record {
    /// Its kind, in a word.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Aim(_) => "aim",
            Self::Note(_) => "note",
            Self::Promise(_) => "promise",
            Self::Talk(_) => "talk",
            Self::Value(_) => "value",
            Self::Invite(_) => "invite",
            Self::Decision(_) => "decision",
            Self::Introduction(_) => "introduction",
            Self::Choice(_) => "choice",
            Self::Incident(_) => "happened",
        }
    }
}

/// A text of the book, and the record it belongs to.
#[derive(Clone)]
pub struct Entry {
    /// The record.
    pub record: Record,
    /// The person it is about first.
    pub contact: Option<ContactId>,
    /// The name of that person, and of everybody else who took part.
    pub who: String,
    /// The text.
    pub text: String,
    /// Those names, folded; one for each person, however much there is of them.
    names: Vec<Arc<Name>>,
    folded: String,
    /// Its day, where it has one.
    pub on: Option<NaiveDate>,
}

/// What is looked for: words, each of which is to be found.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    text.split_whitespace().map(Word::new).collect()
}

/// Everything of a book that can be found.
#[must_use]
pub fn entries(book: &Book) -> Vec<Entry> {
    texts::entries(book)
}

/// The places of the entries that say all words, each record once: people by name first, the better found first; then
/// what else says it, the latest first.
#[must_use]
pub fn find(words: &[Word], entries: &[Entry]) -> Vec<usize> {
    if words.is_empty() {
        return Vec::new();
    }
    let mut finder = Finder::default();
    let ranked = entries.iter().enumerate().filter_map(|(at, entry)| {
        let rank = match entry.record {
            Record::Person(_) => of_person(words, entry, &mut finder).map(|rank| (1, rank)),
            _ => of_text(words, entry).map(|rank| (0, rank)),
        };
        rank.map(|rank| (Reverse((rank, entry.on)), at))
    });
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort();
    let mut seen = HashSet::new();
    let is_first = |at: &usize| {
        let entry = entries.get(*at);
        entry.is_some_and(|entry| seen.insert(entry.record))
    };
    ranked
        .into_iter()
        .map(|(_, at)| at)
        .filter(is_first)
        .collect()
}

fn of_person(words: &[Word], entry: &Entry, finder: &mut Finder) -> Option<u32> {
    let name = entry.names.first()?;
    let ranks = words
        .iter()
        .map(|word| word.rank(name, &entry.folded, finder));
    ranks.sum()
}

/// Words may name who took part, but one of them at least stands in the text: a name alone would bring up all there is.
fn of_text(words: &[Word], entry: &Entry) -> Option<u32> {
    let in_text = |word: &&Word| entry.folded.contains(word.folded());
    let said = words.iter().filter(in_text).count();
    let rest = words.iter().filter(|word| !in_text(word));
    let all_said = said > 0
        && rest
            .into_iter()
            .all(|word| entry.names.iter().any(|name| name.says(word)));
    let begins = words
        .iter()
        .filter(|word| begins_a_word(word.folded(), &entry.folded));
    all_said.then(|| u32::try_from(begins.count()).unwrap_or(0))
}

fn begins_a_word(word: &str, text: &str) -> bool {
    let mut found = text.match_indices(word);
    found.any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        before.is_none_or(|letter| !letter.is_alphanumeric())
    })
}
