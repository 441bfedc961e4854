//! Who is named in a text: what I noted for myself may name people of my book, in messages to others and after they are
//! gone from it.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::book::Book;
use super::contact::{Contact, ContactId, KnownPerson};
use super::ordinary::is_ordinary;

/// What stands where somebody else was named.
pub const WHO: &str = "[who]";

/// What stands where somebody was named who was erased.
pub(super) const ERASED: &str = "[erased]";

/// The fewest characters of an address or a number that are looked for as they stand.
const SHORTEST_ADDRESS: usize = 5;

/// The names of some people, and what stands in their place.
///
/// Names are compared without case and accents, however their letters are composed: a bracket too many is read over, a
/// name is not.
#[derive(Default, Clone)]
pub(super) struct Discreet {
    /// Words of names, folded, with the numbers of the people who have them.
    words: HashMap<String, HashSet<usize>>,
    /// Names of several words, each word folded, that mean nobody else even where a word of them does.
    whole: Vec<Vec<String>>,
    /// Names in scripts that put no space between words, the longest first: a whole name goes before a part of it.
    unspaced: Vec<String>,
    /// Addresses and numbers, in small letters.
    addresses: Vec<String>,
    /// What stands in the place of a name.
    mark: &'static str,
}

impl Discreet {
    /// The names of everybody in the book but those who read a message, and of everybody whom they know outside of it.
    pub(super) fn towards(book: &Book, readers: &[ContactId]) -> Self {
        let (readers, mut others) = sides(book, readers);
        others
            .words
            .retain(|word, _| !readers.words.contains_key(word));
        others
            .unspaced
            .retain(|name| !readers.unspaced.contains(name));
        others.with_mark(WHO)
    }

    /// What names this one and nobody else of the book: the whole name, words of it that nobody else has, addresses.
    pub(super) fn only(book: &Book, contact: &Contact) -> Self {
        let (mut own, others) = apart(book, contact);
        own.words.retain(|word, _| !others.words.contains_key(word));
        own.unspaced.retain(|name| !others.unspaced.contains(name));
        own.whole.retain(|name| !others.whole.contains(name));
        own.with_mark(ERASED)
    }

    /// What may name this one, and may as well name somebody else of the book.
    pub(super) fn shared(book: &Book, contact: &Contact) -> Self {
        let (mut own, others) = apart(book, contact);
        own.words.retain(|word, _| others.words.contains_key(word));
        own.unspaced.retain(|name| others.unspaced.contains(name));
        own.whole.retain(|name| others.whole.contains(name));
        own.addresses.clear();
        own.with_mark(ERASED)
    }

    /// How one person is called: the first and the last word of the name, every name as a whole, the addresses.
    fn called(contact: &Contact) -> Self {
        let mut names = Self::default();
        let words: Vec<&str> = contact.name.split_whitespace().collect();
        for word in words.first().into_iter().chain(words.last()) {
            names.add(word, 0);
        }
        for name in contact.nicknames.iter().chain([&contact.name]) {
            match whole(name) {
                words if words.len() > 1 => names.whole.push(words),
                _ => names.add(name, 0),
            }
        }
        let addresses = contact.emails.iter().chain(&contact.phones);
        let addresses = addresses.chain(&contact.urls).map(String::as_str);
        names.addresses = addresses
            .chain(contact.uids())
            .map(|address| address.trim().to_ascii_lowercase())
            .filter(|address| address.len() >= SHORTEST_ADDRESS)
            .collect();
        names
    }

    fn with_mark(mut self, mark: &'static str) -> Self {
        self.unspaced
            .sort_by_key(|name| std::cmp::Reverse(name.len()));
        self.unspaced.dedup();
        self.mark = mark;
        self
    }

    fn add(&mut self, name: &str, number: usize) {
        let name: String = name.nfc().collect();
        for part in runs(&name).filter(is_word) {
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

    /// The text with a mark where one of these is named; none where nobody is.
    pub(super) fn without_names(&self, text: &str) -> Option<String> {
        let safe = self.text(text);
        (!safe.chars().eq(text.nfc())).then_some(safe)
    }

    /// The text with a mark where one of these is named.
    pub(super) fn text(&self, text: &str) -> String {
        let text: String = self.without_addresses(text).nfc().collect();
        let runs: Vec<&str> = runs(&text).collect();
        let mut safe = String::with_capacity(text.len());
        let mut rest = 0..runs.len();
        while let Some(at) = rest.next() {
            let whole = self.whole_name(&runs, at);
            if whole.is_some() || self.is_name(&runs, at) {
                // First and last name are one person.
                match safe.trim_end().strip_suffix(self.mark).map(str::len) {
                    Some(before) => safe.truncate(before + self.mark.len()),
                    None => safe.push_str(self.mark),
                }
                rest.start = at + whole.unwrap_or(1);
            } else {
                safe.push_str(runs.get(at).copied().unwrap_or_default());
            }
        }
        for name in &self.unspaced {
            if safe.contains(name) {
                safe = safe.replace(name, self.mark);
            }
        }
        safe
    }

    fn without_addresses(&self, text: &str) -> String {
        let mut safe = text.to_owned();
        for address in &self.addresses {
            let small = safe.to_ascii_lowercase();
            // From the end, so that what was found before stays where it is.
            let found: Vec<usize> = small.match_indices(address).map(|(at, _)| at).collect();
            for at in found.into_iter().rev() {
                safe.replace_range(at..at + address.len(), self.mark);
            }
        }
        safe
    }

    /// How many runs the name of several words takes that begins there.
    fn whole_name(&self, runs: &[&str], at: usize) -> Option<usize> {
        let begins = |words: &&Vec<String>| {
            words.iter().enumerate().all(|(number, word)| {
                let here = at + 2 * number;
                let follows = number == 0 || is_joined(runs, here - 2, here);
                follows && runs.get(here).is_some_and(|run| fold(run) == *word)
            })
        };
        let found = self.whole.iter().filter(begins).map(Vec::len).max()?;
        Some(2 * found - 1)
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

/// The names of these people, and those of everybody else whom the book names.
fn sides(book: &Book, these: &[ContactId]) -> (Discreet, Discreet) {
    let mut own = Discreet::default();
    let mut others = Discreet::default();
    let mut outside = book.contacts.len();
    for (number, contact) in book.contacts.iter().enumerate() {
        let names = if these.contains(&contact.id) {
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
    (own, others)
}

/// How one person is called, and how everybody else is.
fn apart(book: &Book, contact: &Contact) -> (Discreet, Discreet) {
    let (_, mut others) = sides(book, &[contact.id]);
    let everybody = book.contacts.iter();
    for other in everybody.filter(|other| other.id != contact.id) {
        let names = other.nicknames.iter().chain([&other.name]);
        others.whole.extend(names.map(|name| whole(name)));
    }
    (Discreet::called(contact), others)
}

/// The words of a name, each folded.
fn whole(name: &str) -> Vec<String> {
    let name: String = name.nfc().collect();
    runs(&name).filter(is_word).map(fold).collect()
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

/// Whether a run is a word, and not what stands between two.
fn is_word(run: &&str) -> bool {
    run.chars().any(char::is_alphanumeric)
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
