//! Whom somebody knows, as it is typed: "Lee Marsden (close); Ana Silva". Warm ways go along these.

use crate::domain::Book;
use crate::domain::contact::{Contact, KnownPerson, Tie};
use crate::domain::search::{begins, folded};
use crate::domain::sentences::words::tie;

pub(super) const NOTE: &str = "several with ; and how well in brackets: Lee Marsden (close)";

const TIES: [Tie; 4] = [Tie::Acquaintance, Tie::Familiar, Tie::Close, Tie::Trusted];

/// Everybody they know, as it is typed. Whom the book no longer has stands in no field.
pub(super) fn typed(knows: &[(KnownPerson, Tie)], book: &Book) -> String {
    let named = |person: &KnownPerson| match person {
        KnownPerson::Contact(id) => book.contacts.get(*id).map(|known| known.name.clone()),
        KnownPerson::Outside(name) => Some(name.clone()),
    };
    let texts = knows.iter().filter_map(|(person, how)| {
        let name = named(person)?.replace(';', ",");
        Some(match tie(*how) {
            "" => name,
            how => format!("{name} ({how})"),
        })
    });
    texts.collect::<Vec<_>>().join("; ")
}

/// The people after an edit. Who is of the book is meant, else somebody outside of it.
pub(super) fn read(texts: &[String], of: &Contact, book: &Book) -> Vec<(KnownPerson, Tie)> {
    let is_gone = |(person, _): &&(KnownPerson, Tie)| match person {
        KnownPerson::Contact(id) => book.contacts.get(*id).is_none(),
        KnownPerson::Outside(_) => false,
    };
    let mut knows: Vec<_> = of.knows.iter().filter(is_gone).cloned().collect();
    for text in texts {
        let (name, how) = parts(text);
        let person = meant(name, of, book);
        if !name.is_empty() && knows.iter().all(|(known, _)| *known != person) {
            knows.push((person, how));
        }
    }
    knows
}

/// The name, and how well they are known; brackets that say something else belong to the name.
fn parts(text: &str) -> (&str, Tie) {
    let text = text.trim();
    let said = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    let how = |word: &str| {
        let word = word.trim().to_lowercase();
        TIES.into_iter().find(|how| tie(*how) == word)
    };
    match said.and_then(|(name, word)| Some((name.trim(), how(word)?))) {
        Some(found) => found,
        None => (text, Tie::Unknown),
    }
}

/// The one person of the book who is called so, or whose name alone begins so.
fn meant(name: &str, of: &Contact, book: &Book) -> KnownPerson {
    let others = || book.contacts.iter().filter(|other| other.id != of.id);
    let is_called = |other: &&std::sync::Arc<Contact>| {
        let mut names = other.nicknames.iter().chain([&other.name]);
        names.any(|called| folded(called) == folded(name))
    };
    let called: Vec<_> = others().filter(is_called).collect();
    let begun: Vec<_> = others().filter(|other| begins(name, &other.name)).collect();
    match (called.as_slice(), begun.as_slice()) {
        ([one], _) | ([], [one]) => KnownPerson::Contact(one.id),
        _ => KnownPerson::Outside(name.to_owned()),
    }
}
