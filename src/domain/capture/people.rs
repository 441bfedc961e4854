//! Who is meant by a part of a name.

use std::cmp::Reverse;

use super::{Known, Unread};
use crate::domain::contact::{Contact, ContactId};
use crate::domain::search::begins;

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
    let ends = text
        .char_indices()
        .filter(|(_, char)| char.is_whitespace())
        .map(|(at, _)| at);
    let mut ends: Vec<usize> = ends.chain([text.len()]).collect();
    ends.reverse();
    for end in ends {
        let (name, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        let found = called(name.trim(), known);
        if !found.is_empty() {
            return Ok((found, rest.trim()));
        }
    }
    let first = text.split_whitespace().next().unwrap_or(text);
    Err(Unread(format!("Nobody in your book is called \"{first}\"")))
}

/// Everybody whose name has words that begin like this.
fn called(name: &str, known: Known<'_>) -> Vec<ContactId> {
    let is_meant = |contact: &&Contact| {
        let nicknames = contact.nicknames.iter();
        let mut names = nicknames.chain([&contact.name]);
        !contact.archived && names.any(|called| begins(name, called))
    };
    let people = known.book.contacts.iter().map(AsRef::as_ref);
    let mut found: Vec<&Contact> = people.filter(is_meant).collect();
    found.sort_by_key(|contact| {
        let last_talk = known.relationships.with(contact.id).last_talk();
        (Reverse(last_talk), contact.name.clone(), contact.id)
    });
    found.into_iter().map(|contact| contact.id).collect()
}
