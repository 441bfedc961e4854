//! Taking records out of the book, with everything that would hang in the air without them.

use std::collections::{HashMap, HashSet};

use super::book::Book;
use super::contact::{AimId, Contact, ContactId, KnownPerson};
use super::decision::{DecisionId, Subject};
use super::exchange::ExchangeId;
use super::introduction::IntroductionId;
use super::invite::{Assessment, InviteId};
use super::options::OptionSetId;
use super::promise::PromiseId;

/// How many records went along with people.
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
    without_contacts(book, &[id])
}

/// The same for several people at once: in one pass, however many they are.
#[must_use]
pub fn without_contacts(book: &Book, ids: &[ContactId]) -> (Book, Along) {
    let gone: HashSet<ContactId> = ids.iter().copied().collect();
    let mut after = book.clone();
    let people = book.contacts.iter().map(AsRef::as_ref);
    let people: Vec<&Contact> = people.filter(|one| gone.contains(&one.id)).collect();
    after.contacts.keep(|contact| !gone.contains(&contact.id));

    let promises = book.promises.iter();
    let promises: Vec<PromiseId> = promises
        .filter(|promise| gone.contains(&promise.contact))
        .map(|promise| promise.id)
        .collect();
    after = without_promises(&after, &promises);
    let was_there = |with: &[ContactId]| with.iter().any(|one| gone.contains(one));
    after.interactions.change_each(
        |talk| was_there(&talk.with),
        |talk| talk.with.retain(|one| !gone.contains(one)),
    );
    let talks = after.interactions.keep(|talk| {
        let before = book.interactions.get(talk.id);
        !talk.with.is_empty() || !before.is_some_and(|before| was_there(&before.with))
    });
    after.invites.change_each(
        |invite| was_there(&invite.with),
        |invite| invite.with.retain(|one| !gone.contains(one)),
    );
    let left = after.invites.iter().filter(|invite| {
        let before = book.invites.get(invite.id);
        invite.with.is_empty() && before.is_some_and(|before| was_there(&before.with))
    });
    let invites: HashSet<InviteId> = left.map(|invite| invite.id).collect();
    after = without_invites(&after, &invites);
    let aims = people.iter();
    let aims = aims.flat_map(|contact| contact.aspirations.iter().chain(&contact.problems));
    forget_aims(&mut after, &aims.map(|aim| aim.id).collect());
    let along = Along {
        promises: promises.len(),
        talks,
        invites: invites.len(),
        other: remove_the_rest(&mut after, &gone),
    };
    forget_acquaintances(&mut after, &people);
    (after, along)
}

/// The book without a promise. What it delivered stays, and stands for itself.
#[must_use]
pub fn without_promise(book: &Book, id: PromiseId) -> Book {
    without_promises(book, &[id])
}

/// The same for several promises at once.
#[must_use]
pub fn without_promises(book: &Book, ids: &[PromiseId]) -> Book {
    let gone: HashSet<PromiseId> = ids.iter().copied().collect();
    let is_gone = |id: Option<PromiseId>| id.is_some_and(|id| gone.contains(&id));
    let mut after = book.clone();
    after.promises.keep(|promise| !gone.contains(&promise.id));
    after.exchanges.change_each(
        |exchange| is_gone(exchange.from),
        |exchange| exchange.from = None,
    );
    after.promises.change_each(
        |promise| is_gone(promise.reopened_from),
        |promise| promise.reopened_from = None,
    );
    after.introductions.change_each(
        |introduction| is_gone(introduction.promise),
        |introduction| introduction.promise = None,
    );
    let advances = |known: &Assessment| known.advances.iter().any(|id| gone.contains(id));
    after.invites.change_each(
        |invite| invite.assessment.as_ref().is_some_and(advances),
        |invite| {
            if let Some(known) = &mut invite.assessment {
                known.advances.retain(|promise| !gone.contains(promise));
            }
        },
    );
    after
}

/// The book without value that was noted. The introduction that added it stands without it.
#[must_use]
pub fn without_value(book: &Book, id: ExchangeId) -> Book {
    let mut after = book.clone();
    after.exchanges.remove(id);
    after.introductions.change_each(
        |introduction| introduction.value == Some(id),
        |introduction| introduction.value = None,
    );
    after
}

/// The book without an introduction. What it added goes along: deleting is for one that was never made.
#[must_use]
pub fn without_introduction(book: &Book, id: IntroductionId) -> Book {
    let mut after = book.clone();
    let removed = after.introductions.remove(id);
    if let Some(value) = removed.and_then(|introduction| introduction.value) {
        after.exchanges.remove(value);
    }
    after
}

/// The book without an invite, and without the decisions that were about it. A wrong that came of it stays, and stands for
/// itself.
#[must_use]
pub fn without_invite(book: &Book, id: InviteId) -> Book {
    without_invites(book, &HashSet::from([id]))
}

fn without_invites(book: &Book, gone: &HashSet<InviteId>) -> Book {
    let mut after = book.clone();
    after.invites.keep(|invite| !gone.contains(&invite.id));
    after.decisions.keep(|decision| {
        !matches!(decision.about, Subject::Invites(a, b) if gone.contains(&a) || gone.contains(&b))
    });
    after.incidents.change_each(
        |wrong| wrong.from.is_some_and(|from| gone.contains(&from)),
        |wrong| wrong.from = None,
    );
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
    forget_aims(&mut after, &HashSet::from([id]));
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

/// The book without a choice, and without what was decided about it.
#[must_use]
pub fn without_option_set(book: &Book, id: OptionSetId) -> Book {
    let mut after = book.clone();
    after.option_sets.remove(id);
    let about = Subject::Options(id);
    after.decisions.keep(|decision| decision.about != about);
    after
}

/// An hour that somebody else had in mind may have been about what one of them wanted.
fn forget_aims(book: &mut Book, aims: &HashSet<AimId>) {
    let is_about = |known: &Assessment| known.aim.is_some_and(|aim| aims.contains(&aim));
    book.invites.change_each(
        |invite| invite.assessment.as_ref().is_some_and(is_about),
        |invite| {
            if let Some(known) = &mut invite.assessment {
                known.aim = None;
            }
        },
    );
}

fn remove_the_rest(after: &mut Book, gone: &HashSet<ContactId>) -> usize {
    let sets = after.option_sets.iter();
    let sets: HashSet<OptionSetId> = sets
        .filter(|set| gone.contains(&set.contact))
        .map(|set| set.id)
        .collect();
    let is_of_set = |about: &Subject| matches!(about, Subject::Options(id) if sets.contains(id));
    after.exchanges.keep(|one| !gone.contains(&one.contact))
        + after.incidents.keep(|one| !gone.contains(&one.contact))
        + after
            .introductions
            .keep(|one| !gone.contains(&one.requester) && !gone.contains(&one.target))
        + after.option_sets.keep(|set| !gone.contains(&set.contact))
        + after.decisions.keep(|decision| !is_of_set(&decision.about))
}

/// Others still know them, who are now somebody outside the book.
fn forget_acquaintances(after: &mut Book, people: &[&Contact]) {
    let names: HashMap<ContactId, &str> = people
        .iter()
        .map(|contact| (contact.id, contact.name.as_str()))
        .collect();
    let name = |known: &KnownPerson| match known {
        KnownPerson::Contact(id) => names.get(id).map(|name| (*name).to_owned()),
        KnownPerson::Outside(_) => None,
    };
    after.contacts.change_each(
        |contact| contact.knows.iter().any(|(known, _)| name(known).is_some()),
        |contact| {
            for (known, _) in &mut contact.knows {
                if let Some(name) = name(known) {
                    *known = KnownPerson::Outside(name);
                }
            }
        },
    );
    let settings = std::sync::Arc::make_mut(&mut after.settings);
    settings
        .not_the_same
        .retain(|(one, other)| !names.contains_key(one) && !names.contains_key(other));
}
