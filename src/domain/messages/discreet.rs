//! Nobody else is named: what I noted for myself may name people of my book, and a message is read by one of them.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::ordinary::is_ordinary;
use crate::domain::book::Book;
use crate::domain::contact::{ContactId, KnownPerson};

/// What stands where somebody else was named.
pub const WHO: &str = "[who]";

/// The names of everybody in the book but those who read a message, and of everybody whom they know outside of it.
///
/// Names are compared without case and accents, however their letters are composed: a bracket too many is read over, a
/// name is not.
#[derive(Default)]
pub(super) struct Discreet {
    /// Words of names, folded, with the numbers of the people who have them.
    words: HashMap<String, HashSet<usize>>,
    /// Names in scripts that put no space between words, the longest first: a whole name goes before a part of it.
    unspaced: Vec<String>,
}

impl Discreet {
    pub(super) fn towards(book: &Book, readers: &[ContactId]) -> Self {
        let mut own = Self::default();
        let mut others = Self::default();
        let mut outside = book.contacts.len();
        for (number, contact) in book.contacts.iter().enumerate() {
            let names = if readers.contains(&contact.id) {
                &mut own
            } else {
                &mut others
            };
            names.add(&contact.name, number);
            for nickname in &contact.nicknames {
                names.add(nickname, number);
            }
            for (known, _) in &contact.knows {
                if let KnownPerson::Outside(name) = known {
                    others.add(name, outside);
                    outside += 1;
                }
            }
        }
        others.words.retain(|word, _| !own.words.contains_key(word));
        others.unspaced.retain(|name| !own.unspaced.contains(name));
        others
            .unspaced
            .sort_by_key(|name| std::cmp::Reverse(name.len()));
        others.unspaced.dedup();
        others
    }

    fn add(&mut self, name: &str, number: usize) {
        let name: String = name.nfc().collect();
        for part in runs(&name).filter(|part| part.chars().any(char::is_alphanumeric)) {
            let first = part.chars().next().unwrap_or(' ');
            if part.chars().nth(1).is_none() {
                // An initial is no name.
            } else if first.is_ascii() || first.is_uppercase() || first.is_lowercase() {
                self.words.entry(fold(part)).or_default().insert(number);
            } else {
                self.unspaced.push(part.to_owned());
            }
        }
    }

    /// The text with a bracket where somebody else is named.
    pub(super) fn text(&self, text: &str) -> String {
        let text: String = text.nfc().collect();
        let runs: Vec<&str> = runs(&text).collect();
        let mut safe = String::with_capacity(text.len());
        for (at, run) in runs.iter().enumerate() {
            if self.is_name(&runs, at) {
                // First and last name are one person.
                match safe.trim_end().strip_suffix(WHO).map(str::len) {
                    Some(before) => safe.truncate(before + WHO.len()),
                    None => safe.push_str(WHO),
                }
            } else {
                safe.push_str(run);
            }
        }
        for name in &self.unspaced {
            if safe.contains(name) {
                safe = safe.replace(name, WHO);
            }
        }
        safe
    }

    /// Whether somebody is named there. Of a word that also means something else, the place must say so.
    fn is_name(&self, runs: &[&str], at: usize) -> bool {
        let run = runs.get(at).copied().unwrap_or("");
        let word = fold(run);
        let Some(whose) = self.words.get(&word) else {
            return false;
        };
        !is_ordinary(&word)
            || (run.starts_with(char::is_uppercase) && !begins_a_sentence(runs, at))
            || [at.checked_sub(2), at.checked_add(2)]
                .into_iter()
                .flatten()
                .any(|other| is_joined(runs, at, other) && self.belongs_to(runs, other, whose))
    }

    /// Whether a word is part of the name of one of these people.
    fn belongs_to(&self, runs: &[&str], at: usize, people: &HashSet<usize>) -> bool {
        let word = runs.get(at).map(|run| fold(run));
        let whose = word.and_then(|word| self.words.get(&word));
        whose.is_some_and(|whose| !whose.is_disjoint(people))
    }
}

/// Whether two words stand together, as the parts of one name do.
fn is_joined(runs: &[&str], at: usize, other: usize) -> bool {
    let between = runs.get(usize::midpoint(at, other)).copied().unwrap_or("");
    between
        .chars()
        .all(|char| char.is_whitespace() || matches!(char, '-' | ','))
}

/// Whether a word begins the text or a sentence of it, where every word has a capital.
fn begins_a_sentence(runs: &[&str], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| runs.get(at)) else {
        return true;
    };
    at == 1 || before.contains(['.', '!', '?', '…', '\n'])
}

/// A word as it is compared: without case and accents, however its letters are composed.
fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let letters = word.nfkd().filter(|char| !is_combining_mark(*char));
    letters.flat_map(char::to_lowercase).collect()
}

/// A text cut into words and what stands between them.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |char: char| char.is_alphanumeric() || is_combining_mark(char);
    let mut rest = text;
    std::iter::from_fn(move || {
        let kind = is_word(rest.chars().next()?);
        let end = rest
            .find(|char| is_word(char) != kind)
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::{Contact, Tie};
    use crate::domain::id::Id;

    fn book(names: &[&str]) -> Book {
        let mut book = Book::default();
        for (at, name) in names.iter().enumerate() {
            book.contacts.put(Contact {
                id: Id::from_u128(at as u128 + 1),
                name: (*name).to_owned(),
                ..Contact::default()
            });
        }
        book
    }

    fn outside(book: &mut Book, knower: u128, name: &str) {
        book.contacts.change(Id::from_u128(knower), |contact| {
            let known = KnownPerson::Outside(name.to_owned());
            contact.knows.push((known, Tie::default()));
        });
    }

    fn towards_eve(names: &[&str], texts: &[(&str, &str)]) {
        let mut book = book(names);
        outside(&mut book, 1, "Sam Oduya");
        let discreet = Discreet::towards(&book, &[Id::from_u128(1)]);
        for (text, wanted) in texts {
            assert_eq!(discreet.text(text), *wanted, "of {text:?}");
        }
    }

    #[test]
    fn somebody_else_becomes_a_bracket() {
        let names = [
            "Eve Park",
            "Max Lindqvist",
            "An Vo",
            "田中美咲",
            "Ludwig van Gogh",
        ];
        towards_eve(
            &names,
            &[
                ("Mailed Max; his reply", "Mailed [who]; his reply"),
                ("max lindqvist's deck", "[who]'s deck"),
                ("Maximum, an hour in a van", "Maximum, an hour in a van"),
                ("so An said; an vo too", "so [who] said; [who] too"),
                ("asked ludwig van gogh", "asked [who]"),
                ("田中美咲さんに", "[who]さんに"),
                ("Eve Park walks in the park", "Eve Park walks in the park"),
                ("heard from sam", "heard from [who]"),
                ("", ""),
            ],
        );
    }

    #[test]
    fn however_a_name_is_written_it_is_a_name() {
        let names = [
            "Eve Park",
            "max lindqvist",
            "Al Gore",
            "Rene\u{301} Roy",
            "Сергей Ли",
            "ガンダム",
        ];
        towards_eve(
            &names,
            &[
                (
                    "mailed Max Lindqvist about his divorce",
                    "mailed [who] about his divorce",
                ),
                ("asked al", "asked [who]"),
                ("René, Rene\u{301} and rene", "[who], [who] and [who]"),
                ("СЕРГЕИ\u{306} said", "[who] said"),
                ("カ\u{3099}ンタ\u{3099}ムへ", "[who]へ"),
            ],
        );
    }

    #[test]
    fn an_ordinary_word_is_a_name_only_where_it_stands_like_one() {
        towards_eve(
            &["Eve Park", "Will Smith", "Mark May"],
            &[
                ("I will mark it, it may help", "I will mark it, it may help"),
                ("Will you? May I. Mark it", "Will you? May I. Mark it"),
                ("I asked Will, then Mark", "I asked [who], then [who]"),
                ("will smith and may, mark", "[who] and [who], [who]"),
            ],
        );
    }
}
