//! People who may stand in the book twice: two become one in one step that can be taken back, or are remembered as two.

use super::saving;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{DuplicatesSheet, SideBySide};
use crate::domain::duplicates::joining::{Joining, Take};
use crate::domain::duplicates::{Pair, tell_apart};
use crate::domain::sentences::duplicates::{merged, told_apart};

/// Shows who may stand there twice.
pub(super) fn open(model: &mut Model, cx: &Context) {
    show(model, DuplicatesSheet::default());
    if model.modal.is_none() {
        model.notify("Nobody stands here twice, by any name or address", cx);
    }
}

/// The list; nothing where there is nobody in it.
fn show(model: &mut Model, sheet: DuplicatesSheet) {
    model.twins.look(&model.book);
    let is_somebody = !model.twins.pairs().is_empty();
    model.modal = is_somebody.then_some(Modal::Duplicates(sheet));
}

/// A key over the list.
pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    model.twins.look(&model.book);
    let Some(Modal::Duplicates(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Move(motion) => *sheet = sheet.step(model.twins.pairs(), motion, cx.page),
        Command::Enter => {
            let sheet = *sheet;
            lay_side_by_side(model, sheet);
        }
        Command::Remove => {
            let sheet = *sheet;
            let pair = sheet.pair(model.twins.pairs()).cloned();
            return tell(model, pair, sheet, cx);
        }
        Command::Undo => return saving::undo(model, cx),
        Command::Redo => return saving::redo(model, cx),
        _ => model.modal = None,
    }
    Vec::new()
}

/// A key over two people side by side.
pub(super) fn update_sides(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    model.twins.look(&model.book);
    let Some(Modal::SideBySide(sides)) = &mut model.modal else {
        return Vec::new();
    };
    let place = sides.place;
    let Some(now) = sides.now(&model.book) else {
        model.notify("One of the two is no longer in the book", cx);
        show(model, place);
        return Vec::new();
    };
    sides.joining = now;
    match command {
        Command::Move(motion) => sides.step(motion, cx.page),
        Command::Left => sides.turn(Take::Stays),
        Command::Right => sides.turn(Take::Goes),
        Command::NextItem => lay_side_by_side(model, next(model, place, true)),
        Command::PreviousItem => lay_side_by_side(model, next(model, place, false)),
        Command::Enter => {
            let joining = sides.joining.clone();
            return join(model, &joining, place, cx);
        }
        Command::Remove => {
            let pair = sides.pair(model.twins.pairs()).cloned();
            return tell(model, pair, place, cx);
        }
        _ => show(model, place),
    }
    Vec::new()
}

fn next(model: &Model, place: DuplicatesSheet, is_next: bool) -> DuplicatesSheet {
    use crate::app::rows::Motion::{Next, Previous};
    let motion = if is_next { Next } else { Previous };
    place.step(model.twins.pairs(), motion, 1)
}

/// Two of the list, with what is likeliest meant.
fn lay_side_by_side(model: &mut Model, place: DuplicatesSheet) {
    let pair = place.pair(model.twins.pairs());
    let people = pair.map(|pair| pair.people);
    let relationships = &model.derived.relationships;
    let joining = people.and_then(|people| Joining::of(&model.book, relationships, people));
    if let Some(joining) = joining {
        model.modal = Some(Modal::SideBySide(Box::new(SideBySide::new(place, joining))));
    }
}

/// Two become one.
fn join(model: &mut Model, joining: &Joining, place: DuplicatesSheet, cx: &Context) -> Vec<Effect> {
    let Some(after) = joining.apply(&model.book) else {
        model.notify("You introduced one to the other: they are two people", cx);
        return Vec::new();
    };
    let label = merged(&model.book, joining.goes, joining.stays);
    let effects = model.edit(label, cx, |book| *book = after);
    show(model, place);
    if model.twins.standing() == 0 {
        model.modal = None;
    }
    effects
}

/// Remembers that they are two, or that they may be one after all.
fn tell(
    model: &mut Model,
    pair: Option<Pair>,
    place: DuplicatesSheet,
    cx: &Context,
) -> Vec<Effect> {
    let label = pair.as_ref().map(|pair| told_apart(&model.book, pair));
    let effects = pair
        .zip(label)
        .map(|(pair, label)| model.edit(label, cx, |book| tell_apart(book, pair.people)));
    show(model, place);
    effects.unwrap_or_default()
}
