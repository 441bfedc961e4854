//! A form of an earlier session that nobody finished: gone on with, dropped, or left for another time.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::{Form, Unfinished};
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::dates::relative;

impl Model {
    /// Offers a form that was left. Where something else is asked already, it waits for the next start.
    pub fn offer_unfinished(&mut self, left: Unfinished, cx: &Context) {
        if self.modal.is_some() {
            return;
        }
        let when = relative(left.on, cx.today);
        let text = vec![format!(
            "{}, left {when} when the program was ended.",
            left.title
        )];
        let items = vec![
            Item::new("Go on", "everything you typed stands in it", Choice::Resume),
            Item::new("Drop it", "what was typed is gone", Choice::DropUnfinished),
            Item::new("Not now", "it is offered again", Choice::Stay),
        ];
        self.unfinished = Some(left);
        let menu = Menu::new("An unfinished form is here", text, items);
        self.modal = Some(Modal::Menu(menu));
    }

    /// What would be lost if the program ended now.
    #[must_use]
    pub fn typed(&self, cx: &Context) -> Option<Unfinished> {
        self.modal.as_ref()?.form()?.unfinished(cx.today)
    }
}

pub(super) fn resume(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(left) = model.unfinished.take() else {
        return Vec::new();
    };
    let form = Form::resume(&left, &model.book, cx);
    if !form.is_dirty() {
        model.notify("What it was about is no longer in the book", cx);
        return Vec::new();
    }
    model.modal = Some(Modal::Form(Box::new(form)));
    vec![Effect::ForgetUnfinished]
}

pub(super) fn drop(model: &mut Model, cx: &Context) -> Vec<Effect> {
    model.unfinished = None;
    model.notify("Dropped", cx);
    vec![Effect::ForgetUnfinished]
}
