//! What entries said that Goodword has no place for: counted by name, so that nothing is left out without a word.

use std::collections::BTreeMap;

use super::Entry;
use crate::domain::clean;

/// The most names that are kept apart; a file that means harm has as many as it has lines.
const MOST_NAMES: usize = 100;
/// The longest name, in characters.
const LONGEST_NAME: usize = 40;
/// What further names are counted as.
const OTHER: &str = "other fields";

/// How many entries said something that was not taken, by what it was.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Untaken(BTreeMap<(Entry, String), usize>);

impl std::fmt::Debug for Untaken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.values()).finish()
    }
}

impl Untaken {
    /// Counts one entry that said this, by the name that a person gives it: "photo", "postal address".
    pub fn note(&mut self, entry: Entry, name: &str) {
        let name: String = clean::line(name).chars().take(LONGEST_NAME).collect();
        self.add((entry, name), 1);
    }

    /// Adds what was counted elsewhere.
    pub fn extend(&mut self, other: Self) {
        for (what, count) in other.0 {
            self.add(what, count);
        }
    }

    /// What was not taken: of what, by which name, on how many; the most frequent first.
    #[must_use]
    pub fn list(&self) -> Vec<(Entry, &str, usize)> {
        let mut list: Vec<_> = self
            .0
            .iter()
            .map(|((entry, name), count)| (*entry, name.as_str(), *count))
            .collect();
        list.sort_by_key(|(entry, _, count)| (*entry, std::cmp::Reverse(*count)));
        list
    }

    /// Whether everything was taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn add(&mut self, (entry, name): (Entry, String), count: usize) {
        let is_full = self.0.len() >= MOST_NAMES && !self.0.contains_key(&(entry, name.clone()));
        let name = if is_full { OTHER.to_owned() } else { name };
        *self.0.entry((entry, name)).or_default() += count;
    }
}
