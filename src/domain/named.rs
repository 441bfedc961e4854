//! Whether a text names somebody, and not another of that name.

use chrono::{Month, Weekday};

use super::book::Book;
use super::contact::Contact;
use super::search::{folded, folded_words};

/// Whether a text names somebody: by the first name, with no last name behind it that is another's ("introduce her to Ben
/// Smith" names no Ben Jones, whether Ben Smith is in the book or not), or by the last name alone.
pub(super) fn names(book: &Book, text: &str, contact: &Contact) -> bool {
    let first = folded_words(contact.first_name());
    let last = folded_words(&contact.name).split_off(first.len()).pop();
    let is_first = |words: &[&str]| is_named_first(book, words, &first, contact);
    let mut phrases = text.split(ends_a_phrase);
    !first.is_empty()
        && phrases.any(|phrase| {
            let words = words(phrase);
            let mut places = 0..words.len();
            places.any(|at| {
                let Some((before, from)) = words.split_at_checked(at) else {
                    return false;
                };
                is_first(from) || is_named_last(book, before, from, last.as_deref())
            })
        })
}

/// Whether words begin with somebody's last name, and no first name stands before it: then it is another's, or theirs
/// and found by that.
fn is_named_last(book: &Book, before: &[&str], words: &[&str], last: Option<&str>) -> bool {
    let is_there = words
        .first()
        .is_some_and(|word| Some(folded(word).as_str()) == last);
    let is_a_first_name = |word: &str| {
        let is_somebodys =
            |who: &Contact| folded_words(who.first_name()).last() == Some(&folded(word));
        // "Introduce Lindqvist": what begins a phrase has its capital from that.
        (before.len() > 1 && is_part_of_a_name(word))
            || book.contacts.iter().any(|who| is_somebodys(who))
    };
    is_there && !before.last().is_some_and(|word| is_a_first_name(word))
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
    let is_anothers = || is_part_of_a_name(next) || book.contacts.iter().any(|who| is_other(who));
    has_it(contact) || !is_anothers()
}

/// Whether a word beside a name looks like a part of it: "Smith", and not "about", "CEO" or "Monday".
fn is_part_of_a_name(word: &str) -> bool {
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
