//! Nobody else is named: what I noted for myself may name people of my book, and a message is read by one of them.

use std::collections::HashSet;

use crate::domain::book::Book;
use crate::domain::contact::ContactId;

/// What stands where somebody else was named.
pub const WHO: &str = "[who]";

/// The names of everybody in the book but those who read a message.
pub(super) struct Discreet {
    /// Words that stand alone, in small letters where they are long enough to be told from other words.
    words: HashSet<String>,
    /// Names in scripts that put no space between words.
    unspaced: Vec<String>,
}

impl Discreet {
    pub(super) fn towards(book: &Book, readers: &[ContactId]) -> Self {
        let (mut own, mut others) = (Names::default(), Names::default());
        for contact in book.contacts.iter() {
            let names = if readers.contains(&contact.id) {
                &mut own
            } else {
                &mut others
            };
            names.add(&contact.name);
            for nickname in &contact.nicknames {
                names.add(nickname);
            }
        }
        let words = others.words.difference(&own.words).cloned().collect();
        let unspaced = others.unspaced.difference(&own.unspaced).cloned();
        let mut unspaced: Vec<String> = unspaced.collect();
        // A whole name goes before a part of it.
        unspaced.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { words, unspaced }
    }

    /// The text with a bracket where somebody else is named.
    pub(super) fn text(&self, text: &str) -> String {
        let mut safe = String::with_capacity(text.len());
        for run in runs(text) {
            if self.words.contains(&key(run)) {
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
}

#[derive(Default)]
struct Names {
    words: HashSet<String>,
    unspaced: HashSet<String>,
}

impl Names {
    fn add(&mut self, name: &str) {
        let parts = runs(name).filter(|run| run.starts_with(char::is_alphanumeric));
        for part in parts {
            let first = part.chars().next().unwrap_or(' ');
            if !is_cased(first) && !first.is_ascii() {
                if part.chars().nth(1).is_some() {
                    self.unspaced.insert(part.to_owned());
                }
            } else if !first.is_lowercase() && part.chars().nth(1).is_some() {
                self.words.insert(key(part));
            }
        }
    }
}

/// How a word is looked up: "max" is Max, but "an" is not An.
fn key(word: &str) -> String {
    if word.chars().count() > 2 {
        word.to_lowercase()
    } else {
        word.to_owned()
    }
}

fn is_cased(char: char) -> bool {
    char.is_uppercase() || char.is_lowercase()
}

/// A text cut into words and what stands between them.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |char: char| char.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&char);
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
    use crate::domain::contact::Contact;
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

    #[test]
    fn somebody_else_becomes_a_bracket() {
        let book = book(&[
            "Eve Park",
            "Max Lindqvist",
            "An Vo",
            "田中美咲",
            "Ludwig van Gogh",
        ]);
        let discreet = Discreet::towards(&book, &[Id::from_u128(1)]);
        for (text, wanted) in [
            ("Mailed Max; his reply", "Mailed [who]; his reply"),
            ("max lindqvist's deck", "[who]'s deck"),
            ("Maximum, an hour in a van", "Maximum, an hour in a van"),
            ("An said so", "[who] said so"),
            ("田中美咲さんに", "[who]さんに"),
            ("Eve Park walks in the park", "Eve Park walks in the park"),
            ("", ""),
        ] {
            assert_eq!(discreet.text(text), wanted);
        }
    }
}
