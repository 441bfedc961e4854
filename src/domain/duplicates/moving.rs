//! What stood with one person stands with another from now on: every reference of the book.

use std::collections::HashSet;
use std::hash::Hash;

use super::ordered;
use crate::domain::book::{Book, Settings};
use crate::domain::contact::{ContactId, KnownPerson, Tie};

/// Moves everything that stands with `from` to `to`. The two records of the people themselves stay as they are.
pub(super) fn move_all(book: &mut Book, from: ContactId, to: ContactId) {
    alone(book, from, to);
    with_others(book, from, to);
    let knows = |known: &KnownPerson| *known == KnownPerson::Contact(from);
    book.contacts.change_each(
        |one| one.id != from && one.knows.iter().any(|(known, _)| knows(known)),
        |one| known_as(&mut one.knows, from, to),
    );
    settings(std::sync::Arc::make_mut(&mut book.settings), from, to);
    unresolved(book, from, to);
}

/// Records that are about one person.
fn alone(book: &mut Book, from: ContactId, to: ContactId) {
    let promises = &mut book.promises;
    promises.change_each(|one| one.contact == from, |one| one.contact = to);
    let exchanges = &mut book.exchanges;
    exchanges.change_each(|one| one.contact == from, |one| one.contact = to);
    let incidents = &mut book.incidents;
    incidents.change_each(|one| one.contact == from, |one| one.contact = to);
    let sets = &mut book.option_sets;
    sets.change_each(|one| one.contact == from, |one| one.contact = to);
}

/// Records that may be about several.
fn with_others(book: &mut Book, from: ContactId, to: ContactId) {
    let new = |id: ContactId| if id == from { to } else { id };
    let moved = |ids: &mut Vec<ContactId>| {
        for id in ids.iter_mut() {
            *id = new(*id);
        }
        keep_first(ids);
    };
    let is_there = |ids: &[ContactId]| ids.contains(&from);
    let talks = &mut book.interactions;
    talks.change_each(|one| is_there(&one.with), |one| moved(&mut one.with));
    let invites = &mut book.invites;
    invites.change_each(|one| is_there(&one.with), |one| moved(&mut one.with));
    let decisions = &mut book.decisions;
    decisions.change_each(|one| is_there(&one.told_to), |one| moved(&mut one.told_to));
    book.introductions.change_each(
        |one| one.requester == from || one.target == from,
        |one| (one.requester, one.target) = (new(one.requester), new(one.target)),
    );
}

/// Whom somebody knows, each once and with the closest tie that was noted.
pub(super) fn known_as(knows: &mut Vec<(KnownPerson, Tie)>, from: ContactId, to: ContactId) {
    let mut after: Vec<(KnownPerson, Tie)> = Vec::with_capacity(knows.len());
    for (person, tie) in knows.drain(..) {
        let person = match person {
            KnownPerson::Contact(id) if id == from => KnownPerson::Contact(to),
            other => other,
        };
        match after.iter_mut().find(|(other, _)| *other == person) {
            Some((_, other)) => *other = tie.max(*other),
            None => after.push((person, tie)),
        }
    }
    *knows = after;
}

fn settings(settings: &mut Settings, from: ContactId, to: ContactId) {
    let new = |id: ContactId| if id == from { to } else { id };
    let pairs = &mut settings.not_the_same;
    if pairs
        .iter()
        .any(|(one, other)| *one == from || *other == from)
    {
        for pair in pairs.iter_mut() {
            *pair = ordered((new(pair.0), new(pair.1)));
        }
        pairs.retain(|(one, other)| one != other);
        keep_first(pairs);
    }
}

/// A value that a merge of two machines left may be theirs, or name them.
fn unresolved(book: &mut Book, from: ContactId, to: ContactId) {
    let (from, to) = (from.to_string(), to.to_string());
    for one in &mut book.unresolved {
        for text in [&mut one.record, &mut one.ours, &mut one.theirs] {
            // Ids are random: no other text holds one.
            if text.contains(&from) {
                *text = text.replace(&from, &to);
            }
        }
    }
    book.unresolved
        .sort_by(|one, other| one.place().cmp(&other.place()));
}

/// Each once, in the order in which they came.
fn keep_first<T: Copy + Eq + Hash>(list: &mut Vec<T>) {
    let mut seen = HashSet::new();
    list.retain(|one| seen.insert(*one));
}
