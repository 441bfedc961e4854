//! Finding in lists: fuzzy in what a row is called, exact in what else it says; accents folded.

use std::cmp::Reverse;

use nucleo_matcher::chars::normalize;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// The text of a row, as far as it can be searched.
#[derive(Clone, Default)]
pub struct Searched {
    /// What it is called: letters of the pattern may be missing in between.
    pub name: String,
    /// What else it says: words of the pattern must stand there as they are.
    pub rest: String,
}

/// Keeps what the pattern finds: by name first, the better match first, then by the rest in the order of the list. An
/// empty pattern keeps everything as it stands.
///
/// Words may be given in any order and in part; `zoe` finds `Zoë`.
pub fn filter<K>(pattern: &str, rows: impl IntoIterator<Item = (K, Searched)>) -> Vec<K> {
    let (case, accents) = (CaseMatching::Ignore, Normalization::Smart);
    let fuzzy = Pattern::parse(pattern, case, accents);
    if fuzzy.atoms.is_empty() {
        return rows.into_iter().map(|(key, _)| key).collect();
    }
    let exact = Pattern::new(pattern, case, accents, AtomKind::Substring);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut found: Vec<(Reverse<u32>, K)> = Vec::new();
    for (key, text) in rows {
        let name = Utf32Str::new(&text.name, &mut letters);
        let score = fuzzy.score(name, &mut matcher).or_else(|| {
            let whole = format!("{} {}", text.name, text.rest);
            let whole = Utf32Str::new(&whole, &mut letters);
            // Below every match of a name.
            exact.score(whole, &mut matcher).map(|_| 0)
        });
        if let Some(score) = score {
            found.push((Reverse(score), key));
        }
    }
    // Stable: equal matches keep the order of the list.
    found.sort_by_key(|(score, _)| *score);
    found.into_iter().map(|(_, key)| key).collect()
}

/// Whether each word of a pattern begins a word of a text, accents folded.
#[must_use]
pub fn begins(pattern: &str, text: &str) -> bool {
    begins_folded(&folded(pattern), &folded(text))
}

/// The same of a pattern and a text that are folded already.
#[must_use]
pub fn begins_folded(pattern: &str, text: &str) -> bool {
    let mut words = pattern.split_whitespace();
    words.all(|word| text.split_whitespace().any(|other| other.starts_with(word)))
}

/// A text as it is compared: in small letters, accents folded.
#[must_use]
pub fn folded(text: &str) -> String {
    text.to_lowercase().chars().map(normalize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, rest: &str) -> Searched {
        Searched {
            name: name.to_owned(),
            rest: rest.to_owned(),
        }
    }

    #[test]
    fn a_name_in_part_comes_before_a_word_elsewhere() {
        let rows = [
            (1, row("Ann Bell", "met with Zoë in May")),
            (2, row("Zoë Achterberg", "")),
            (3, row("Carl Voss", "oz of everything")),
        ];
        assert_eq!(filter("zoe", rows), [2, 1]);
    }

    #[test]
    fn words_stand_in_any_order_and_nothing_typed_keeps_the_list() {
        let rows = || {
            [
                (1, row("Bob Reyes", "Northwind")),
                (2, row("Dana Liu", "Acme")),
            ]
        };
        assert_eq!(filter("reyes bob", rows()), [1]);
        assert_eq!(filter("acme", rows()), [2]);
        assert_eq!(filter("dnl", rows()), [2]);
        assert_eq!(filter("  ", rows()), [1, 2]);
    }

    #[test]
    fn words_begin_words_whatever_their_accents() {
        assert!(begins("jose", "José Almeida Northwind"));
        assert!(begins("alm jo", "José Almeida"));
        assert!(!begins("meida", "José Almeida"));
    }
}
