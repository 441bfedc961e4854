//! Finding anyone and anything: every text of the book, with what it belongs to.

mod haystack;
mod shown;
mod texts;

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::contact::ContactId;
use super::decision::DecisionId;
use super::exchange::ExchangeId;
use super::incident::IncidentId;
use super::interaction::InteractionId;
use super::introduction::IntroductionId;
use super::invite::InviteId;
use super::options::OptionSetId;
use super::promise::PromiseId;
use super::search::{Finder, Word};
use haystack::Straw;

pub use haystack::{Entry, Haystack};
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

/// What is looked for: words, each of which is to be found.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    text.split_whitespace().map(Word::new).collect()
}

/// How well a text is found: people by name before all else, the better found first, then the latest.
type Rank = (bool, u32, Option<NaiveDate>);

/// The places of the texts that say all words, each record once by the text that says it best: people by name first, the
/// better found first; then what else says it, the latest first.
#[must_use]
pub fn find(words: &[Word], among: &Haystack) -> Vec<usize> {
    if words.is_empty() {
        return Vec::new();
    }
    let mut finder = Finder::default();
    let mut found: Vec<(Rank, usize)> = Vec::new();
    let mut last = None;
    for (at, straw) in among.iter().enumerate() {
        let Some(rank) = rank(words, &straw, &mut finder) else {
            continue;
        };
        // The texts of a record stand one behind the other.
        match found.last_mut().filter(|_| last == Some(straw.record)) {
            Some(best) if best.0 >= rank => {}
            Some(best) => *best = (rank, at),
            None => found.push((rank, at)),
        }
        last = Some(straw.record);
    }
    found.sort_unstable_by_key(|(rank, at)| (Reverse(*rank), *at));
    found.into_iter().map(|(_, at)| at).collect()
}

fn rank(words: &[Word], straw: &Straw<'_>, finder: &mut Finder) -> Option<Rank> {
    if matches!(straw.record, Record::Person(_)) {
        let name = straw.names().next()?;
        let ranks = words
            .iter()
            .map(|word| word.rank(name, straw.folded, finder));
        Some((true, ranks.sum::<Option<u32>>()?, straw.on))
    } else {
        Some((false, of_text(words, straw)?, straw.on))
    }
}

/// Words may name who took part, but one of them at least stands in the text: a name alone would bring up all there is.
fn of_text(words: &[Word], straw: &Straw<'_>) -> Option<u32> {
    let in_text = |word: &&Word| word.stands_in(straw.folded);
    let said = words.iter().filter(in_text).count();
    if said == 0 {
        return None;
    }
    if said < words.len() {
        let mut rest = words.iter().filter(|word| !in_text(word));
        let is_named = |word: &Word| straw.names().any(|name| name.says(word));
        if !rest.all(is_named) {
            return None;
        }
    }
    let begins = words
        .iter()
        .filter(|word| word.begins_a_word_of(straw.folded));
    u32::try_from(begins.count()).ok()
}
