//! A person as a line may call them: by words of the name or of a nickname, whole or in part.

use crate::domain::contact::{Contact, ContactId};
use crate::domain::search::folded;

/// Words that stand between a name and what follows, and so are no part of a name that is typed in part.
const NO_NAMES: [&str; 21] = [
    "a", "an", "the", "to", "at", "by", "in", "on", "for", "of", "or", "and", "my", "his", "her",
    "their", "from", "about", "with", "is", "no",
];

/// How well typed words are a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Each begins a word of it.
    Part,
    /// Each is a word of it.
    Whole,
}

/// Somebody whom a line can be about.
pub(super) struct Person {
    pub(super) id: ContactId,
    pub(super) name: String,
    /// Whether they stand in no list.
    pub(super) archived: bool,
    /// The words of the name and of each nickname, as they are compared.
    names: Vec<Vec<String>>,
    firm: String,
    firm_folded: String,
}

impl Person {
    pub(super) fn of(contact: &Contact) -> Self {
        let names = contact.nicknames.iter().chain([&contact.name]);
        Self {
            id: contact.id,
            name: contact.name.clone(),
            archived: contact.archived,
            names: names.map(|name| words(name)).collect(),
            firm: contact.organisation.clone(),
            firm_folded: folded(&contact.organisation),
        }
    }

    /// How well typed words are one of the names; `None` where they are none.
    ///
    /// A word after the first counts only where it is no word that goes on with the sentence: two letters at least, and
    /// no word of time unless it is a whole word of the name ("Ana May", but not "Ana Fritz" for "ana fri").
    pub(super) fn fit(&self, typed: &[String], is_time: &impl Fn(&str) -> bool) -> Option<Fit> {
        let fits = self
            .names
            .iter()
            .filter_map(|name| fit(typed, name, is_time));
        fits.max()
    }

    /// Whether they share enough of a name to be compared in full: all words of one, or some and the firm.
    pub(super) fn may_be(&self, words: &[String], firm: &str) -> bool {
        let is_colleague = !firm.is_empty() && self.firm_folded == firm;
        self.names.iter().any(|name| {
            let shared = name.iter().filter(|word| words.contains(word)).count();
            let least = if is_colleague {
                1
            } else {
                name.len().min(words.len())
            };
            shared > 0 && shared >= least
        })
    }

    /// Where they work.
    pub(super) fn firm(&self) -> &str {
        &self.firm
    }

    /// Whether their firm is called that, to the last letter.
    pub(super) fn has_firm(&self, firm: &str) -> bool {
        self.firm_folded == folded(firm)
    }

    /// Whether they work there.
    pub(super) fn is_of(&self, firm: &str) -> bool {
        !firm.is_empty() && self.firm_folded.starts_with(&folded(firm))
    }
}

/// The words of a text as they are compared.
pub(super) fn words(text: &str) -> Vec<String> {
    folded(text).split_whitespace().map(str::to_owned).collect()
}

fn fit(typed: &[String], name: &[String], is_time: &impl Fn(&str) -> bool) -> Option<Fit> {
    if typed == name {
        return Some(Fit::Whole);
    }
    let mut left: Vec<&String> = name.iter().collect();
    let mut found = Fit::Whole;
    for (at, word) in typed.iter().enumerate() {
        let whole = left.iter().position(|other| *other == word);
        let part = || left.iter().position(|other| other.starts_with(word));
        let goes_on = at > 0 && NO_NAMES.contains(&word.as_str());
        let is_short = at > 0 && (word.chars().count() < 2 || is_time(word));
        let place = match whole {
            Some(place) if !goes_on => place,
            _ if goes_on || is_short => return None,
            _ => {
                found = Fit::Part;
                part()?
            }
        };
        left.remove(place);
    }
    Some(found)
}
