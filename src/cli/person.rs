//! Who is meant by a name in the shell.

use std::fmt::Write as _;

use crate::domain::contact::Contact;
use crate::domain::search::{begins, folded};
use crate::domain::{Book, clean};

/// The one person who is called so: by the whole name, a nickname or the id; else by the beginnings of words, where only
/// one has them.
///
/// # Errors
/// A sentence where there is nobody, or more than one; then with their names and ids.
pub(super) fn find<'a>(book: &'a Book, name: &str) -> Result<&'a Contact, String> {
    let people: Vec<&Contact> = book.contacts.iter().map(AsRef::as_ref).collect();
    let exactly = |one: &&Contact| is_called(one, name);
    let in_part = |one: &&Contact| names(one).any(|called| begins(name, called));
    let mut found: Vec<&Contact> = people.iter().copied().filter(exactly).collect();
    if found.is_empty() && !name.trim().is_empty() {
        found = people.into_iter().filter(in_part).collect();
    }
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(format!(
            "nobody in the book is called \"{}\"",
            clean::shown(name)
        )),
        several => Err(ambiguous(name, several)),
    }
}

/// Whether this is the whole name, a nickname or the id, and not a part of one.
pub(super) fn is_called(contact: &Contact, name: &str) -> bool {
    let wanted = folded(name.trim());
    names(contact).any(|called| folded(called.trim()) == wanted)
        || contact.id.to_string() == name.trim()
}

fn names(contact: &Contact) -> impl Iterator<Item = &String> {
    contact.nicknames.iter().chain([&contact.name])
}

fn ambiguous(name: &str, people: &[&Contact]) -> String {
    let mut said = format!(
        "\"{}\" can be {} people; say the whole name, or the id:",
        clean::shown(name),
        people.len()
    );
    for person in people {
        let at = match person.organisation.as_str() {
            "" => String::new(),
            organisation => format!(", {}", clean::line(organisation)),
        };
        let name = clean::line(&person.name);
        let _ = write!(said, "\n  {}  {name}{at}", person.id);
    }
    said
}
