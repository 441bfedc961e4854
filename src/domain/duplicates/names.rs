//! When two names can be one person's: written shorter or longer, in another order, with an initial, with a slip.

use std::collections::BTreeSet;

use crate::domain::person_name::{GENERATIONS, bare, is_title_word};
use crate::domain::search::folded;

/// A word of fewer letters is another one with any slip: Jan and Jon are two.
const LETTERS_FOR_A_SLIP: usize = 5;

/// A name in the words that it is compared by.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// In their order.
    words: Vec<String>,
    generation: BTreeSet<String>,
}

impl Name {
    pub(super) fn new(name: &str) -> Self {
        let folded = folded(&bare(name));
        let words = folded.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty() && !is_title_word(word));
        let (generation, words) = words
            .map(str::to_owned)
            .partition(|word| GENERATIONS.contains(&word.as_str()));
        Self {
            words,
            generation: BTreeSet::from_iter::<Vec<String>>(generation),
        }
    }

    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// The same for every order of its words; empty where the name says nothing.
    pub(super) fn key(&self) -> String {
        let mut words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        words.sort_unstable();
        words.extend(self.generation.iter().map(String::as_str));
        words.join(" ")
    }

    /// Whether both can be one person's name.
    pub(super) fn fits(&self, other: &Self) -> bool {
        if self.generation != other.generation {
            return false;
        }
        let (one, two) = (self.words.len(), other.words.len());
        (one <= two && self.stands_in(other)) || (two <= one && other.stands_in(self))
    }

    /// Whether each word has one of its own in the other name that says the same, one of them in full.
    fn stands_in(&self, longer: &Self) -> bool {
        if let [only] = self.words.as_slice() {
            // A family name alone may be anybody's of the family.
            let first = longer.words.first();
            return only.chars().nth(1).is_some()
                && first.is_some_and(|first| is_like(only, first));
        }
        let mut words: Vec<&String> = self.words.iter().collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut left: Vec<&String> = longer.words.iter().collect();
        let mut is_in_full = false;
        // "Ada Y. Thompson" has both names in full: the initial is no family name of "Ada Yamamoto".
        let in_full = longer.words.iter().filter(|word| !is_initial(word));
        let is_besides = longer.words.len() > self.words.len() && in_full.count() > 1;
        for word in words {
            let same = left.iter().position(|other| *other == word);
            let stands_for =
                |other: &str| is_like(word, other) && !(is_besides && is_initial(other));
            let like = || left.iter().position(|other| stands_for(other));
            let Some(at) = same.or_else(like) else {
                return false;
            };
            let found = left.swap_remove(at);
            is_in_full |= word.chars().nth(1).is_some() && found.chars().nth(1).is_some();
        }
        is_in_full
    }
}

fn is_initial(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// Whether two words are the same, one is the initial of the other, or a slip lies between them.
fn is_like(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    match (one.as_slice(), other.as_slice()) {
        (one, other) if one == other => true,
        ([initial], [first, ..]) | ([first, ..], [initial]) => initial == first,
        (one, other) => {
            one.len().min(other.len()) >= LETTERS_FOR_A_SLIP && is_one_slip_apart(one, other)
        }
    }
}

/// A letter more or less, another letter, or two swapped.
fn is_one_slip_apart(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..), other.get(same..));
    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
    let from = |letters: &[char], at: usize| letters.get(at..).map(<[char]>::to_vec);
    let is_swapped = match (one, other) {
        ([a, b, one @ ..], [c, d, other @ ..]) => a == d && b == c && one == other,
        _ => false,
    };
    is_swapped
        || from(one, 1).is_some_and(|rest| rest == other)
        || from(other, 1).is_some_and(|rest| rest == one)
        || (!one.is_empty() && from(one, 1) == from(other, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_where_they_can_be_one_persons() {
        for (one, other, fits) in [
            ("Ana Li", "ANA LI", true),
            ("Ana Li", "Li, Ana", true),
            ("Ana Li", "Ana", true),
            ("Ana Li", "Li", false),
            ("Ana Li", "Ana Lia Li", true),
            ("Ana Li", "A. Li", true),
            ("A. L.", "Ana Li", false),
            ("Ana Li", "Ana Silva", false),
            ("Jo Doe", "Sam Doe", false),
            ("Jan Doe", "Jon Doe", false),
            ("Rosa Quint", "Rose Quint", false),
            ("Siobhán Byrne", "Siobhan Byrnes", true),
            ("Dana Doe", "Diana Doe", false),
            ("Siobhan Byrne", "Soibhan Byrne", true),
            ("Siobhan Byrne", "Siobkan Byrne", true),
            ("Siobhan Byrne", "Siokban Byrne", false),
            ("John Doe", "John Doe Jr.", false),
            ("John Doe jr", "Doe, John Jr", true),
            ("Dr. Ana Li", "Ana Li", true),
            ("Dana Whitfield, CPA", "Dana Whitfield", true),
            ("Dr. med. Ana Li", "Ana Li, PMP", true),
            ("田中美咲", "田中美咲", true),
            ("田中美咲", "田中", false),
            ("", "Ana Li", false),
            ("", "", false),
            ("a anna", "anna amy", true),
            ("Ada Y. Thompson", "Ada Yamamoto", false),
            ("Emma T. Kaya", "Tara Kaya", false),
            ("Ada Y. Thompson", "Ada Thompson", true),
            ("Ada Y. Thompson", "Ada Yamamoto Thompson", true),
            ("Ada Y. Thompson", "A. Thompson", true),
            ("J. R. Smith", "John Smith", true),
        ] {
            let (a, b) = (Name::new(one), Name::new(other));
            assert_eq!((a.fits(&b), b.fits(&a)), (fits, fits), "{one} and {other}");
        }
    }
}
