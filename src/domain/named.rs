//! Whether a text names somebody, and not another of that first name.

use chrono::{Month, Weekday};

use super::book::Book;
use super::contact::Contact;
use super::search::folded;

/// Whether a text has the first name of somebody, and no last name behind it that is another's: "introduce her to Ben
/// Smith" names no Ben Jones, whether Ben Smith is in the book or not.
pub(super) fn names(book: &Book, text: &str, contact: &Contact) -> bool {
    let first = folded_words(contact.first_name());
    let is_one = |words: &[&str]| is_named_first(book, words, &first, contact);
    let mut phrases = text.split(ends_a_phrase);
    !first.is_empty()
        && phrases.any(|phrase| {
            let words = words(phrase);
            (0..words.len()).any(|at| words.get(at..).is_some_and(is_one))
        })
}

/// Whether words begin with somebody's name.
fn is_named_first(book: &Book, words: &[&str], first: &[String], contact: &Contact) -> bool {
    let Some((name, behind)) = words.split_at_checked(first.len()) else {
        return false;
    };
    if name
        .iter()
        .zip(first)
        .any(|(word, own)| folded(word) != *own)
    {
        return false;
    }
    let Some(next) = behind.first() else {
        return true;
    };
    let last = folded(next);
    let has_it = |who: &Contact| folded_words(&who.name).contains(&last);
    let is_other = |who: &Contact| {
        who.id != contact.id && folded_words(who.first_name()) == first && has_it(who)
    };
    let is_anothers = || is_last_name(next) || book.contacts.iter().any(|who| is_other(who));
    has_it(contact) || !is_anothers()
}

/// Whether a word behind a first name looks like a last name: "Smith", and not "about", "CEO" or "Monday".
fn is_last_name(word: &str) -> bool {
    let mut letters = word.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let is_day = word.parse::<Weekday>().is_ok() || word.parse::<Month>().is_ok();
    is_capital && !letters.next().is_some_and(char::is_uppercase) && !is_day
}

/// Whether a first and a last name cannot stand on both sides of a sign.
fn ends_a_phrase(sign: char) -> bool {
    !(sign.is_alphanumeric() || sign.is_whitespace() || "-'’".contains(sign))
}

fn words(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

fn folded_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(folded).collect()
}
