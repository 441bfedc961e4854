//! The cursor goes onto what was just written down, where its list is in sight: the next key is meant for it.

use super::{lunch, record, shared};
use crate::app::context::Context;
use crate::app::model::Model;
use crate::app::pane::RecordCursor;
use crate::app::screen::{Focus, Screen};
use crate::domain::Book;
use crate::domain::agenda::Matter;
use crate::domain::contact::ContactId;
use crate::domain::id::Id;
use crate::domain::introduction::IntroductionId;
use crate::domain::invite::InviteId;
use crate::domain::promise::PromiseId;
use crate::domain::record::Entry;
use crate::domain::table::{Record, Table};

/// What the book has that it did not have before: the first of each kind that a list shows.
#[derive(Clone, Copy)]
pub(super) struct Newcomer {
    promise: Option<PromiseId>,
    person: Option<ContactId>,
    invite: Option<InviteId>,
    introduction: Option<IntroductionId>,
}

impl Newcomer {
    /// What came into the book since.
    pub(super) fn since(before: &Book, after: &Book) -> Self {
        Self {
            promise: first_new(&before.promises, &after.promises),
            person: first_new(&before.contacts, &after.contacts),
            invite: first_new(&before.invites, &after.invites),
            introduction: first_new(&before.introductions, &after.introductions),
        }
    }

    fn asks(self, matter: Matter) -> bool {
        match matter {
            Matter::NotAnswered(id) => self.invite == Some(id),
            Matter::Harm(pair) | Matter::Clash(pair) => {
                self.invite.is_some_and(|id| pair.a == id || pair.b == id)
            }
            _ => self.promise.is_some() && matter.promise() == self.promise,
        }
    }

    fn is_entry(self, entry: Entry) -> bool {
        match entry {
            Entry::Open(id) => self.promise == Some(id),
            Entry::Lunch(id) => self.invite == Some(id),
            _ => false,
        }
    }
}

fn first_new<T: Record>(before: &Table<T>, after: &Table<T>) -> Option<Id<T>> {
    let mut ids = after.iter().map(|one| one.id());
    ids.find(|id| before.get(*id).is_none())
}

/// Puts the cursor onto it.
pub(super) fn stand_on(model: &mut Model, new: Newcomer, cx: &Context) {
    match (model.screen, model.contacts.focus) {
        (Screen::Today, _) => {
            let mut rows = model.today.rows.keys().iter().copied();
            if let Some(matter) = rows.find(|matter| new.asks(*matter)) {
                model.today.rows.select(matter);
            }
        }
        (Screen::Contacts, Focus::Detail) => {
            record::stand_on(model, |entry| new.is_entry(entry), cx);
        }
        (Screen::Contacts, Focus::List) => {
            if let Some(id) = new.person {
                stand_on_person(model, id, cx);
            }
        }
        (Screen::Promises, _) => {
            if let Some(id) = new.promise {
                model.show_promise(id, cx);
                model.promises.scroll = 0;
            }
        }
        (Screen::Choices | Screen::Review, _) => {}
        (Screen::Network, _) => {
            if let Some(id) = new.introduction {
                model.network.show(id, &model.book);
            }
        }
        (Screen::Lunch, _) => {
            if let Some(id) = new.invite {
                lunch::show(model, id, cx);
            }
        }
    }
}

fn stand_on_person(model: &mut Model, id: ContactId, cx: &Context) {
    if !model.contacts.rows.select(id) {
        shared::clear_filter(model, cx);
        model.contacts.rows.select(id);
    }
    model.contacts.record = RecordCursor::default();
}
