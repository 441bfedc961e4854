//! New people who turn out to be somebody who is there already.

use super::People;
use crate::domain::contact::ContactId;
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
        self.drafts.remove(&goes);
        self.met.retain(|met| *met != goes);
        self.by_uid.retain(|_, id| *id != goes);
        self.keep(after, false);
    }
}
