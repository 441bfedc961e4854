//! Whom and what a change of the book touches: what follows from all the rest stays as it is.

use foldhash::HashSet;

use super::change::{Change, Changed};
use super::contact::ContactId;
use super::promise::{Promise, PromiseId};
use super::relationship::Relationships;

/// What a change of the book touches.
#[derive(Debug)]
pub struct Touched {
    /// The change.
    pub change: Change,
    /// Those whose record changed, or something between them and me.
    pub people: HashSet<ContactId>,
    /// Those that changed, and those with somebody whose name may have.
    pub promises: HashSet<PromiseId>,
}

impl Touched {
    /// What a change touches that led to these relationships.
    #[must_use]
    pub fn by(change: Change, relationships: &Relationships) -> Self {
        let changed = change.promises.iter().map(|changed| changed.id);
        let renamed = change.contacts.iter().map(|changed| changed.id);
        let theirs = renamed.flat_map(|id| &relationships.with(id).promises);
        Self {
            promises: changed.chain(theirs.map(|promise| promise.id)).collect(),
            people: people(&change),
            change,
        }
    }

    /// Whether it may change how much I have taken on.
    #[must_use]
    pub fn is_of_load(&self) -> bool {
        !self.change.promises.is_empty() || self.change.settings.is_some()
    }

    /// Whether nothing changed but promises, talks and value: what asks for me by itself, wrongs and lunches and
    /// decisions, stays as it was then.
    #[must_use]
    pub fn is_between_people_alone(&self) -> bool {
        let Change {
            promises,
            interactions,
            exchanges,
            ..
        } = &self.change;
        self.change.len() == promises.len() + interactions.len() + exchanges.len()
    }

    /// How many more promises are such by the change than were before it; how many fewer, below zero.
    pub fn more_promises(&self, is_such: impl Fn(&Promise) -> bool) -> isize {
        let such = |side: &Option<_>| side.as_deref().is_some_and(&is_such);
        let changes = self.change.promises.iter();
        let more =
            changes.map(|one| isize::from(such(&one.after)) - isize::from(such(&one.before)));
        more.sum()
    }
}

/// The people of a change.
fn people(change: &Change) -> HashSet<ContactId> {
    let mut people: HashSet<ContactId> = change.contacts.iter().map(|one| one.id).collect();
    people.extend(sides(&change.promises).map(|promise| promise.contact));
    people.extend(sides(&change.exchanges).map(|exchange| exchange.contact));
    people.extend(sides(&change.incidents).map(|incident| incident.contact));
    people.extend(sides(&change.interactions).flat_map(|talk| talk.with.iter().copied()));
    people.extend(sides(&change.invites).flat_map(|invite| invite.with.iter().copied()));
    people
}

fn sides<T>(changes: &[Changed<T>]) -> impl Iterator<Item = &T> {
    changes.iter().flat_map(Changed::sides)
}
