//! Finding in lists: forgiving in what a row is called, exact in what else it says; accents and case folded.

mod folded;
mod names;
mod slip;

use std::cmp::Reverse;

use memchr::memmem;
use nucleo_matcher::chars::normalize;
use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher};

use names::Letters;

pub use folded::Folded;
pub use names::{Name, Names};

/// The text of a row, as far as it can be searched.
#[derive(Clone, Default)]
pub struct Searched {
    /// What it is called: letters of the pattern may be missing in between, and one may be a slip.
    pub name: String,
    /// What else it says: words of the pattern must stand there as they are.
    pub rest: String,
}

/// Whether a letter parts the words of a name.
const fn is_between_words(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '.' | ',' | '\'' | '’')
}

/// What a word is looked for with; it holds the room for that.
pub struct Finder(Matcher);

impl Default for Finder {
    fn default() -> Self {
        Self(Matcher::new(Config::DEFAULT))
    }
}

/// A word that is looked for, or several in quotes.
#[derive(Clone)]
pub struct Word {
    folded: String,
    letters: Vec<char>,
    has: Letters,
    /// Looks for it as it is.
    as_it_is: memmem::Finder<'static>,
    /// With letters missing in between; none for what must stand as it is.
    scattered: Option<Atom>,
}

/// How well a word is found, better first: as it is in the name, with a slip, with letters missing, in the rest.
const AS_IT_IS: u32 = 2 << 20;
const WITH_A_SLIP: u32 = 1 << 20;

impl Word {
    /// A word as it was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let word = Self::quoted(typed);
        let (case, accents) = (CaseMatching::Ignore, Normalization::Smart);
        let scattered = Atom::new(&word.folded, case, accents, AtomKind::Fuzzy, false);
        Self {
            scattered: Some(scattered),
            ..word
        }
    }

    /// Words that must stand as they are.
    #[must_use]
    pub fn quoted(typed: &str) -> Self {
        let folded = folded(typed);
        Self {
            letters: folded.chars().collect(),
            has: Letters::of(&folded),
            as_it_is: memmem::Finder::new(&folded).into_owned(),
            folded,
            scattered: None,
        }
    }

    /// The word as it is compared.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// How well a name and a folded text say it, more being better; `None` where neither does.
    pub fn rank(&self, name: Name<'_>, rest: &str, finder: &mut Finder) -> Option<u32> {
        let rank = self.rank_in_name(name, finder);
        rank.or_else(|| self.stands_in(rest).then_some(0))
    }

    /// A name that lacks a letter says it with a slip at most, one that lacks two does not.
    fn rank_in_name(&self, name: Name<'_>, finder: &mut Finder) -> Option<u32> {
        let lacking = name.has.lacks(self.has);
        if lacking > 1 {
            return None;
        }
        let scattered = self.scattered.as_ref();
        let all_there = scattered.filter(|_| lacking == 0);
        let score = all_there.and_then(|atom| atom.score(name.whole(), &mut finder.0));
        let score = score.map(u32::from);
        if lacking == 0 && self.stands_in(name.folded) {
            return Some(AS_IT_IS + score.unwrap_or(0));
        }
        if scattered.is_some() && self.is_a_slip_in(name.folded) {
            return Some(WITH_A_SLIP);
        }
        score
    }

    /// Whether a folded text says it as it is.
    #[must_use]
    pub fn stands_in(&self, folded: &str) -> bool {
        self.as_it_is.find(folded.as_bytes()).is_some()
    }

    /// Whether a word of a folded name is this one but for a slip.
    #[must_use]
    pub fn is_a_slip_in(&self, name: &str) -> bool {
        let mut words = name.split(is_between_words);
        words.any(|word| slip::is_slip_of(&self.letters, word))
    }

    /// Whether a folded text has a word that begins with it.
    #[must_use]
    pub fn begins_a_word_of(&self, folded: &str) -> bool {
        let mut found = self.as_it_is.find_iter(folded.as_bytes());
        found.any(|at| {
            let before = folded.get(..at).and_then(|text| text.chars().next_back());
            before.is_none_or(|letter| !letter.is_alphanumeric())
        })
    }
}

/// Keeps what the pattern finds: by name first, the better match first, then by the rest in the order of the list. An
/// empty pattern keeps everything as it stands.
///
/// Words may be given in any order and in part; `zoe` finds `Zoë`.
pub fn filter<K>(pattern: &str, rows: impl IntoIterator<Item = (K, Searched)>) -> Vec<K> {
    let words: Vec<Word> = pattern.split_whitespace().map(Word::new).collect();
    let mut finder = Finder::default();
    let (mut names, mut rests) = (Names::default(), Folded::default());
    let ranked = rows.into_iter().filter_map(|(key, text)| {
        names.clear();
        names.push([text.name.as_str()]);
        rests.clear();
        rests.push([text.rest.as_str()]);
        let (name, rest) = (names.get(0), rests.get(0));
        let ranks = words.iter().map(|word| word.rank(name, rest, &mut finder));
        Some((ranks.sum::<Option<u32>>()?, key))
    });
    by_rank(ranked.collect())
}

/// The better found first; what is found equally well keeps its order.
#[must_use]
pub fn by_rank<K>(mut found: Vec<(u32, K)>) -> Vec<K> {
    found.sort_by_key(|(rank, _)| Reverse(*rank));
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

/// A text as it is compared: in small letters, accents folded, however they were typed.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    folded::fold_onto(&mut all, text);
    all
}

/// The words of a text, each as it is compared; signs part them.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    let text = folded(text);
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A letter as it is compared.
pub fn folded_letter(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().map(normalize)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
        assert_eq!(filter("acme dana", rows()), [2]);
        assert_eq!(filter("dnl", rows()), [2]);
        assert_eq!(filter("  ", rows()), [1, 2]);
    }

    #[test]
    fn one_slip_of_the_hand_still_finds_a_name_below_those_that_are_spelled_so() {
        let names = || {
            [
                (1, row("Siobhán Byrne", "")),
                (2, row("Jonas Weber", "")),
                (3, row("Jona Smit", "")),
                (4, row("Bob Reyes", "")),
            ]
        };
        for (typed, found) in [
            ("sioban", 1),
            ("soibhan", 1),
            ("siobhann", 1),
            ("siobkan", 1),
            ("reyse", 4),
            ("rexes", 4),
            ("rexess", 0),
            ("ob", 1),
            ("obb", 4),
            ("jonas", 2),
        ] {
            let all = filter(typed, names());
            assert_eq!(all.first().copied().unwrap_or(0), found, "{typed}: {all:?}");
        }
        assert_eq!(filter("jonas", names()), [2, 3], "a letter more");
    }

    #[test]
    fn accents_are_folded_however_they_were_typed() {
        assert_eq!(folded("José"), "jose");
        assert_eq!(folded("Jose\u{301}"), "jose");
        assert_eq!(folded("SØREN"), "soren");
    }

    #[test]
    fn words_begin_words_whatever_their_accents() {
        assert!(begins("jose", "José Almeida Northwind"));
        assert!(begins("alm jo", "José Almeida"));
        assert!(!begins("meida", "José Almeida"));
    }

    proptest! {
        /// Which letters a name has only spares the look: a part of it with another letter, or some letters.
        #[test]
        fn a_word_is_found_as_if_all_names_had_all_letters(
            name in "[abcdeéд'-]{3,8} [a-h]{0,4}",
            part in 1..9_usize,
            at in 0..8_usize,
            letter in "[a-pд]?",
            other in "[abcdeéд]{1,6}",
            is_part in any::<bool>(),
        ) {
            let mut letters: Vec<String> = name.chars().take(part).map(String::from).collect();
            if let Some(place) = letters.get_mut(at) {
                *place = letter;
            }
            let typed = if is_part { letters.concat() } else { other };
            let names = Names::of(&name);
            let name = names.get(0);
            let mut finder = Finder::default();
            let any = name.with_any_letter();
            let (word, quoted) = (Word::new(&typed), Word::quoted(&typed));
            prop_assert_eq!(word.rank(name, "", &mut finder), word.rank(any, "", &mut finder));
            prop_assert_eq!(quoted.rank(name, "", &mut finder), quoted.rank(any, "", &mut finder));
        }
    }
}
