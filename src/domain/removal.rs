//! Taking a record out of the book, with everything that would hang in the air without it.

use super::book::Book;
use super::contact::{AimId, ContactId, KnownPerson};
use super::decision::{DecisionId, Subject};
use super::invite::InviteId;
use super::promise::PromiseId;

/// How many records went along with a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Along {
    /// Promises, mine and theirs.
    pub promises: usize,
    /// Talks with nobody else in them.
    pub talks: usize,
    /// Invites with nobody else in them.
    pub invites: usize,
    /// Everything else: value given and received, incidents, introductions, decisions, choices.
    pub other: usize,
}

/// The book without a person, and what went along. Where others took part, a talk or an invite stays with them.
#[must_use]
pub fn without_contact(book: &Book, id: ContactId) -> (Book, Along) {
    let mut after = book.clone();
    let mut along = Along::default();
    let name = book.contacts.get(id).map(|contact| contact.name.clone());
    let aims: Vec<AimId> = book.contacts.get(id).map_or_else(Vec::new, |contact| {
        let aims = contact.aspirations.iter().chain(&contact.problems);
        aims.map(|aim| aim.id).collect()
    });
    after.contacts.remove(id);

    for promise in book.promises.iter().filter(|promise| promise.contact == id) {
        after = without_promise(&after, promise.id);
        along.promises += 1;
    }
    for talk in book
        .interactions
        .iter()
        .filter(|talk| talk.with.contains(&id))
    {
        after
            .interactions
            .change(talk.id, |talk| talk.with.retain(|other| *other != id));
        if talk.with.iter().all(|other| *other == id) {
            after.interactions.remove(talk.id);
            along.talks += 1;
        }
    }
    for invite in book.invites.iter().filter(|invite| invite.is_with(id)) {
        after
            .invites
            .change(invite.id, |invite| invite.with.retain(|other| *other != id));
        if invite.with.iter().all(|other| *other == id) {
            after = without_invite(&after, invite.id);
            along.invites += 1;
        }
    }
    forget_aims(&mut after, &aims);
    along.other = remove_the_rest(book, &mut after, id);
    if let Some(name) = name {
        forget_acquaintance(book, &mut after, id, &name);
    }
    (after, along)
}

/// The book without a promise. What it delivered stays, and stands for itself.
#[must_use]
pub fn without_promise(book: &Book, id: PromiseId) -> Book {
    let mut after = book.clone();
    after.promises.remove(id);
    for exchange in book
        .exchanges
        .iter()
        .filter(|exchange| exchange.from == Some(id))
    {
        after
            .exchanges
            .change(exchange.id, |exchange| exchange.from = None);
    }
    for promise in book
        .promises
        .iter()
        .filter(|promise| promise.reopened_from == Some(id))
    {
        after
            .promises
            .change(promise.id, |promise| promise.reopened_from = None);
    }
    for invite in book.invites.iter() {
        let advances = |known: &super::invite::Assessment| known.advances.contains(&id);
        if invite.assessment.as_ref().is_some_and(advances) {
            after.invites.change(invite.id, |invite| {
                if let Some(known) = &mut invite.assessment {
                    known.advances.retain(|promise| *promise != id);
                }
            });
        }
    }
    after
}

/// The book without an invite, and without the decisions that were about it. A wrong that came of it stays, and stands for
/// itself.
#[must_use]
pub fn without_invite(book: &Book, id: InviteId) -> Book {
    let mut after = book.clone();
    after.invites.remove(id);
    for decision in book.decisions.iter() {
        if matches!(decision.about, Subject::Invites(a, b) if a == id || b == id) {
            after.decisions.remove(decision.id);
        }
    }
    let wrongs = book.incidents.iter().filter(|one| one.from == Some(id));
    for wrong in wrongs {
        after.incidents.change(wrong.id, |wrong| wrong.from = None);
    }
    after
}

/// The book without something that a person aims for or is solving.
#[must_use]
pub fn without_aim(book: &Book, contact: ContactId, id: AimId) -> Book {
    let mut after = book.clone();
    after.contacts.change(contact, |contact| {
        contact.problems.retain(|aim| aim.id != id);
        contact.aspirations.retain(|aim| aim.id != id);
    });
    forget_aims(&mut after, &[id]);
    after
}

/// The book without a decision, and without those it took the place of: an older one is not to stand again.
#[must_use]
pub fn without_decision(book: &Book, id: DecisionId) -> Book {
    let mut after = book.clone();
    let mut next = Some(id);
    while let Some(removed) = next.and_then(|id| after.decisions.remove(id)) {
        next = removed.replaces;
    }
    after
}

/// An hour that somebody else had in mind may have been about what the person wanted.
fn forget_aims(book: &mut Book, aims: &[AimId]) {
    for invite in book.clone().invites.iter() {
        let assessment = invite.assessment.as_ref();
        if assessment.is_some_and(|known| known.aim.is_some_and(|aim| aims.contains(&aim))) {
            book.invites.change(invite.id, |invite| {
                if let Some(known) = &mut invite.assessment {
                    known.aim = None;
                }
            });
        }
    }
}

fn remove_the_rest(book: &Book, after: &mut Book, id: ContactId) -> usize {
    let mut removed = 0;
    for exchange in book
        .exchanges
        .iter()
        .filter(|exchange| exchange.contact == id)
    {
        removed += usize::from(after.exchanges.remove(exchange.id).is_some());
    }
    for incident in book
        .incidents
        .iter()
        .filter(|incident| incident.contact == id)
    {
        removed += usize::from(after.incidents.remove(incident.id).is_some());
    }
    for introduction in book.introductions.iter() {
        if introduction.requester == id || introduction.target == id {
            removed += usize::from(after.introductions.remove(introduction.id).is_some());
        }
    }
    for set in book.option_sets.iter().filter(|set| set.contact == id) {
        removed += usize::from(after.option_sets.remove(set.id).is_some());
        for decision in book
            .decisions
            .iter()
            .filter(|decision| decision.about == Subject::Options(set.id))
        {
            removed += usize::from(after.decisions.remove(decision.id).is_some());
        }
    }
    removed
}

/// Others still know the person, who is now somebody outside the book.
fn forget_acquaintance(book: &Book, after: &mut Book, id: ContactId, name: &str) {
    let known = KnownPerson::Contact(id);
    let knowing: Vec<ContactId> = book
        .contacts
        .iter()
        .filter(|contact| contact.knows.iter().any(|(person, _)| *person == known))
        .map(|contact| contact.id)
        .collect();
    for knower in knowing {
        after.contacts.change(knower, |contact| {
            for (person, _) in &mut contact.knows {
                if *person == known {
                    *person = KnownPerson::Outside(name.to_owned());
                }
            }
        });
    }
    let settings = std::sync::Arc::make_mut(&mut after.settings);
    settings
        .not_the_same
        .retain(|(one, other)| *one != id && *other != id);
}
