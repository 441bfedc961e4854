//! After a lunch that came about: the promises it was to move, and what went over.

use super::promise;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::invite::{InviteId, Outcome};
use crate::domain::promise::{Ending, Promise, PromiseId};
use crate::domain::sentences::first_name;

/// Asks what came of it, where it came about.
pub(super) fn ask(model: &mut Model, id: InviteId) {
    model.modal = menu(model, id).map(Modal::Menu).or(model.modal.take());
}

fn menu(model: &Model, id: InviteId) -> Option<Menu> {
    let invite = model.book.invites.get(id)?;
    if invite.outcome != Some(Outcome::Happened) {
        return None;
    }
    let contact = *invite.with.first()?;
    let who = first_name(&model.book, contact);
    let advances = invite.assessment.as_ref().map(|known| &known.advances);
    let promises = advances.into_iter().flatten();
    let owed = promises
        .filter_map(|id| model.book.promises.get(*id))
        .filter(|promise| promise.is_owed_by_me());
    let kept = |promise: &Promise| {
        let label = format!("I kept: {}", promise.text);
        Item::new(label, "ticks it", Choice::KeptAtLunch(id, promise.id))
    };
    let mut items: Vec<Item> = owed.map(|promise| kept(promise)).collect();
    items.push(Item::new("Nothing more", "the talk is noted", Choice::Stay));
    items.push(Item::new(
        "Something went over",
        "knowledge, advice, an introduction",
        Choice::Open(Subject::Value(contact)),
    ));
    items.push(Item::new(
        "I promised something",
        "written down while you know it",
        Choice::Open(Subject::PromiseTo(contact)),
    ));
    let title = format!("Lunch with {who}: what came of it?");
    Some(Menu::new(title, Vec::new(), items))
}

/// A promise was kept there; there may be more.
pub(super) fn kept(
    model: &mut Model,
    invite: InviteId,
    promise: PromiseId,
    cx: &Context,
) -> Vec<Effect> {
    let effects = promise::end(model, promise, Ending::Kept, cx);
    ask(model, invite);
    effects
}
