//! Undo and redo, saving and leaving.

use super::copies;
use crate::app::action::SaveResult;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::history::Retraced;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::app::status::{Leaving, Saving};

/// Takes the last step back.
pub(super) fn undo(model: &mut Model, cx: &Context) -> Vec<Effect> {
    if let Some(step) = model.history.undo(&mut model.book) {
        copies::retraced(model, &step.label, false);
        retraced(model, "undid", &step, "{redo} does it again", cx)
    } else {
        model.notify("Nothing to undo", cx);
        Vec::new()
    }
}

/// Does the last undone step again.
pub(super) fn redo(model: &mut Model, cx: &Context) -> Vec<Effect> {
    if let Some(step) = model.history.redo(&mut model.book) {
        copies::retraced(model, &step.label, true);
        retraced(model, "again", &step, "{undo} undoes", cx)
    } else {
        model.notify("Nothing to do again", cx);
        Vec::new()
    }
}

fn retraced(
    model: &mut Model,
    verb: &str,
    step: &Retraced,
    back: &str,
    cx: &Context,
) -> Vec<Effect> {
    // "undid: delivered, deck for Cleo".
    let label = step.label.replacen(": ", ", ", 1);
    let left = left_alone(step.left_alone);
    let back = model.keymap.fill(back);
    model.notify(format!("{verb}: {label}{left} · {back}"), cx);
    model.changed(cx)
}

/// What an undo did not touch, for the end of a sentence; empty for nothing.
pub(super) fn left_alone(number: usize) -> String {
    match number {
        0 => String::new(),
        number => format!(" ({number} left alone: changed since)"),
    }
}

/// Tries once more where a save failed.
pub(super) fn again(model: &mut Model, cx: &Context) -> Vec<Effect> {
    match model.saving {
        Saving::Saved if model.only_here().is_some() => save(model),
        Saving::Failed(_) | Saving::MaybeNotDurable(_) => save(model),
        Saving::NotKept => {
            model.notify("Nothing of the demo is kept", cx);
            Vec::new()
        }
        Saving::Saved | Saving::Writing => {
            model.notify("Every change is saved by itself", cx);
            Vec::new()
        }
    }
}

/// Writes the book, changed or not.
pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    model.saving = Saving::Writing;
    vec![Effect::Save(model.book.clone())]
}

/// A save ended.
pub(super) fn saved(model: &mut Model, result: SaveResult, cx: &Context) -> Vec<Effect> {
    let saving = match result {
        SaveResult::Saved => Saving::Saved,
        SaveResult::MaybeNotDurable(reason) => Saving::MaybeNotDurable(reason),
        SaveResult::NotSaved(reason) => Saving::Failed(reason),
    };
    if let Some(own) = &mut model.own {
        own.saving = saving;
        return Vec::new();
    }
    model.saving = saving;
    if !matches!(model.saving, Saving::Failed(_)) {
        model.trouble = None;
    }
    if model.leaving == Leaving::WhenSaved {
        if let Saving::Failed(reason) = &model.saving {
            let menu = could_not_save(model, UNSAVED, reason);
            model.leaving = Leaving::No;
            ask(model, menu);
        } else {
            model.leaving = Leaving::Now;
            return copies::to_remove(model);
        }
    } else if let Saving::Failed(reason) = &model.saving {
        let text = reason.clone();
        model.warn(text, cx);
    }
    Vec::new()
}

/// A copy of the book was put aside, or not; the book itself is as little saved as before.
pub(super) fn put_aside(model: &mut Model, result: Result<String, String>, cx: &Context) {
    match result {
        Ok(path) => {
            model.notify(
                "A copy of everything is put aside: the next start offers to merge it",
                cx,
            );
            model.put_aside = Some((model.book.clone(), path));
        }
        Err(reason) => model.warn(format!("No copy could be put aside: {reason}"), cx),
    }
}

/// The user wants to leave: at once where everything is on disk, after the save that is under way, or never without
/// having been asked where something would be lost.
pub(super) fn quit(model: &mut Model) -> Vec<Effect> {
    if let Some(modal) = model.modal.take_if(|modal| modal.is_dirty()) {
        let drop = Item::new(
            "Drop it and leave",
            "what was typed is gone",
            Choice::DiscardAndLeave,
        );
        model.modal = Some(Modal::Menu(Menu::about_dropping(modal, drop)));
        return Vec::new();
    }
    let menu = match &model.saving {
        Saving::Writing => {
            model.leaving = Leaving::WhenSaved;
            return Vec::new();
        }
        Saving::Failed(reason) => Some(could_not_save(model, UNSAVED, reason)),
        Saving::Saved | Saving::MaybeNotDurable(_) | Saving::NotKept => {
            let alone = model.only_here();
            alone.map(|reason| could_not_save(model, ALONE, reason))
        }
    };
    if let Some(menu) = menu {
        ask(model, menu);
        return Vec::new();
    }
    model.leaving = Leaving::Now;
    copies::to_remove(model)
}

/// Asks over whatever is open, which waits behind.
fn ask(model: &mut Model, mut menu: Menu) {
    menu.behind = model.modal.take().map(Box::new);
    model.modal = Some(Modal::Menu(menu));
}

/// What is not in the book's file: what was changed last, and what would be lost with it.
const UNSAVED: (&str, &str) = (
    "Your last changes are not saved",
    "the changes since the last save are lost",
);

/// The same where all of the book is not: its file is broken or gone.
const ALONE: (&str, &str) = (
    "Your book stands here alone",
    "only its backups are left of the book",
);

fn could_not_save(model: &Model, (title, lost): (&str, &str), reason: &str) -> Menu {
    let put_aside = model.put_aside.as_ref();
    let put_aside = put_aside.filter(|(book, _)| *book == model.book);
    let mut text = vec![reason.to_owned()];
    let mut items = vec![Item::new("Save again", "try once more", Choice::SaveAgain)];
    if let Some((_, path)) = put_aside {
        text.push(format!(
            "A copy of everything is in {path}: the next start offers to merge it."
        ));
    } else {
        items.push(Item::new(
            "Put a copy aside",
            "into the folder for emergencies, for you alone",
            Choice::PutAside,
        ));
    }
    items.push(Item::new(
        "Stay",
        "nothing is lost while this program runs",
        Choice::Stay,
    ));
    let lost = put_aside.map_or(lost, |_| "the copy stays");
    items.push(Item::new(
        "Leave without saving",
        lost,
        Choice::LeaveUnsaved,
    ));
    Menu::new(title, text, items)
}
