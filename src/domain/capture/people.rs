//! Who is meant by a part of a name.

use std::cmp::Reverse;

use super::{Known, Unread};
use crate::domain::contact::{Contact, ContactId};
use crate::domain::search::{begins_folded, folded};

/// The most words that are taken for a name. Whoever has a longer one is found by its beginning.
const LONGEST_NAME: usize = 6;

/// The people whom the words at the beginning could mean, whom I spoke with last first, and the words after the name: as
/// many words are taken for the name as make one.
pub(super) fn leading<'a>(
    text: &'a str,
    known: Known<'_>,
) -> Result<(Vec<ContactId>, &'a str), Unread> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Unread(
            "Whom is it about? A part of the name is enough".to_owned(),
        ));
    }
    let people = people(known);
    let words = text.char_indices().filter(|(_, char)| char.is_whitespace());
    let ends = words.map(|(at, _)| at).chain([text.len()]);
    let mut ends: Vec<usize> = ends.take(LONGEST_NAME).collect();
    ends.reverse();
    for end in ends {
        let (name, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        let found = called(name.trim(), &people, known);
        if !found.is_empty() {
            return Ok((found, rest.trim()));
        }
    }
    let first = text.split_whitespace().next().unwrap_or(text);
    Err(Unread(format!("Nobody in your book is called \"{first}\"")))
}

/// Everybody who can be meant, with their names as they are searched.
fn people(known: Known<'_>) -> Vec<(&Contact, Vec<String>)> {
    let people = known.book.contacts.iter().map(AsRef::as_ref);
    let in_the_lists = people.filter(|contact| !contact.archived);
    in_the_lists
        .map(|contact| {
            let names = contact.nicknames.iter().chain([&contact.name]);
            (contact, names.map(|name| folded(name)).collect())
        })
        .collect()
}

/// Everybody whose name has words that begin like this.
fn called(name: &str, people: &[(&Contact, Vec<String>)], known: Known<'_>) -> Vec<ContactId> {
    let name = folded(name);
    let meant = people
        .iter()
        .filter(|(_, names)| names.iter().any(|called| begins_folded(&name, called)));
    let mut found: Vec<&Contact> = meant.map(|(contact, _)| *contact).collect();
    found.sort_by_cached_key(|contact| {
        let last_talk = known.relationships.with(contact.id).last_talk();
        (Reverse(last_talk), contact.name.clone(), contact.id)
    });
    found.into_iter().map(|contact| contact.id).collect()
}
