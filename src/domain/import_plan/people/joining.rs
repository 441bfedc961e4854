//! New people who turn out to be somebody who is there already.

use std::collections::HashSet;
use std::sync::Arc;

use super::People;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::duplicates::certain;
use crate::domain::import_plan::person::{as_card, know_by, with_card};

impl People<'_> {
    /// Makes one of those who are certainly one, where one of them is new: cards can speak of a person in turn, one by
    /// the number and another by the e-mail address, before a third says that both are theirs.
    pub(super) fn join_new(&mut self) {
        let is_new = |id: &ContactId| self.book.contacts.get(*id).is_none();
        while self.drafts.keys().any(is_new) {
            let others = self.book.contacts.iter();
            let others = others.filter(|one| !self.drafts.contains_key(&one.id));
            let people = self.drafts.values().chain(others).map(AsRef::as_ref);
            let mut pairs = certain(people);
            pairs.retain(|(one, other)| is_new(one) || is_new(other));
            if pairs.is_empty() {
                return;
            }
            for (one, other) in pairs {
                self.join(one, other);
            }
        }
    }

    /// How many people of the book turn out to be somebody else of the book, by what the cards say of them.
    pub(in crate::domain::import_plan) fn linked(&self) -> usize {
        let is_changed = |(id, now): (&ContactId, &Arc<Contact>)| {
            let before = self.book.contacts.get(*id);
            before.is_some_and(|before| before != now)
        };
        if !self.drafts.iter().any(is_changed) {
            return 0;
        }
        let before = certain(self.book.contacts.iter().map(AsRef::as_ref));
        let people = self.book.contacts.iter();
        let now = certain(people.map(|one| self.drafts.get(&one.id).unwrap_or(one).as_ref()));
        let mut known: HashSet<_> = before.into_iter().collect();
        known.extend(&self.book.settings.not_the_same);
        let is_new = |(one, other): &(ContactId, ContactId)| {
            !known.contains(&(*one, *other)) && !known.contains(&(*other, *one))
        };
        now.iter().filter(|pair| is_new(pair)).count()
    }

    /// The later of two goes into the earlier, somebody new into somebody of the book.
    fn join(&mut self, one: ContactId, other: ContactId) {
        let place = |id: ContactId| match self.book.contacts.get(id) {
            Some(_) => None,
            None => self.met.iter().position(|met| *met == id),
        };
        let (stays, goes) = if place(one) <= place(other) {
            (one, other)
        } else {
            (other, one)
        };
        // Of three who are one, the first two may have been joined already.
        let (Some(kept), Some(gone)) = (self.person(stays), self.drafts.get(&goes)) else {
            return;
        };
        let mut after = with_card(kept, &as_card(gone));
        gone.other_uids
            .iter()
            .for_each(|uid| know_by(&mut after, uid));
        after.imported.extend(&gone.imported);
        after.imported.sort_unstable();
        after.imported.dedup();
        self.drafts.remove(&goes);
        self.met.retain(|met| *met != goes);
        self.by_uid.retain(|_, id| *id != goes);
        self.keep(after, false);
    }
}
