//! Versions of the book that were found beside it: offered one after the other, merged in one step each, and removed when
//! the user leaves, once the book is on disk.

use crate::app::context::Context;
use crate::app::copies::Copy;
use crate::app::effect::Effect;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::app::status::Saving;
use crate::domain::sentences::counted;

impl Model {
    /// Offers what was found beside the book for merging.
    pub fn offer_copies(&mut self, copies: Vec<Copy>) {
        self.copies = copies;
        self.modal = ask(self, 0).map(Modal::Menu);
    }
}

/// Whether to merge the copy at this place; nothing where there is none.
pub(super) fn ask(model: &Model, at: usize) -> Option<Menu> {
    let copy = model.copies.get(at)?;
    let (merge, follows) = match copy.news(&model.book) {
        0 => (
            Item::new("Remove it", "the book has all of it", Choice::MergeCopy(at)),
            "Your book has all that it says. It goes when you leave.",
        ),
        news => (
            Item::new("Merge it", counted(news, "change"), Choice::MergeCopy(at)),
            "Merging takes over what only it has; where they differ, both values stay until you choose. The file goes \
             when you leave.",
        ),
    };
    let name = &copy.name;
    let from = if copy.is_put_aside {
        format!("{name} was put aside once, because your book could not be saved.")
    } else {
        format!(
            "{name} stands beside your book, from another machine or from a save that was cut off."
        )
    };
    let text = [from, follows.to_owned()];
    let later = Item::new("Not now", "it is offered again", Choice::LeaveCopy(at));
    Some(Menu::new(
        "Another version of your book",
        text.into(),
        vec![merge, later],
    ))
}

/// Merges the copy, or leaves it, and goes on to the next one.
pub(super) fn answer(
    model: &mut Model,
    at: usize,
    is_to_be_merged: bool,
    cx: &Context,
) -> Vec<Effect> {
    let effects = if is_to_be_merged {
        merge(model, at, cx)
    } else {
        Vec::new()
    };
    model.modal = ask(model, at.saturating_add(1)).map(Modal::Menu);
    effects
}

fn merge(model: &mut Model, at: usize, cx: &Context) -> Vec<Effect> {
    let Some(copy) = model.copies.get_mut(at) else {
        return Vec::new();
    };
    copy.is_merged = true;
    let (label, merged) = (copy.label(), copy.merged_into(&model.book));
    let effects = model.edit(label, cx, |book| *book = merged);
    if effects.is_empty() {
        model.notify("Your book has all of it: the file goes when you leave", cx);
    }
    effects
}

/// A step was taken back or done again: where it merged a copy, the copy is wanted again or no longer.
pub(super) fn retraced(model: &mut Model, label: &str, is_done: bool) {
    for copy in model.copies.iter_mut().filter(|copy| copy.label() == label) {
        copy.is_merged = is_done;
    }
}

/// What may be removed now that the user leaves: nothing that is not safe on disk.
pub(super) fn to_remove(model: &Model) -> Vec<Effect> {
    if model.saving != Saving::Saved {
        return Vec::new();
    }
    let copies = model.copies.iter().enumerate();
    let merged = copies.filter(|(_, copy)| copy.is_merged);
    merged.map(|(at, _)| Effect::RemoveCopy(at)).collect()
}
