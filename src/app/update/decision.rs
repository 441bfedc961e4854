//! The decision between two invites.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::domain::dates::short;
use crate::domain::messages::{Purpose, drafts};
use crate::domain::resolution::resolve;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Decision(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Move(motion) => sheet.rows.step(motion, sheet.ways.len()),
        Command::NextField => sheet.turn(false),
        Command::PreviousField => sheet.turn(true),
        Command::Enter => return decide(model, cx),
        Command::Cancel => super::shared::close(model),
        _ => {}
    }
    Vec::new()
}

fn decide(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Decision(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    let Some(resolution) = sheet.resolution(cx.today) else {
        return Vec::new();
    };
    let label = sheet
        .way()
        .map_or_else(String::new, |way| way.label.clone());
    model.modal = None;
    let mut book = model.book.clone();
    let relationships = &model.derived.relationships;
    let decision = resolve(&resolution, &mut book, relationships, &cx.ids, cx.today);
    if let Some(id) = decision {
        let drafts = drafts(&book, Purpose::Decision(id), &model.templates, cx.today);
        let first = drafts.into_iter().next().map(|draft| draft.text);
        book.decisions
            .change(id, |decision| decision.message = first.unwrap_or_default());
    }
    let effects = model.edit(format!("decided: {label}"), cx, |now| *now = book);
    if let Some(id) = decision {
        super::taken_back::after_deciding(model, id, cx);
        if let Some(day) = resolution.review_on {
            let day = short(day, cx.today);
            let undoes = model.keymap.fill("{undo} undoes");
            model.notify(
                format!("Saved. On {day} Goodword asks how it turned out · {undoes}"),
                cx,
            );
        }
    }
    effects
}
