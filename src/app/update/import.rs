//! Bringing people in from a file: shown before it is kept, and kept in one step.

use crate::app::chord::Chord;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Found, ImportSheet, Stage};
use crate::app::typing::{paste_into, type_into};
use crate::domain::import_plan::{Findings, Progress, plan};
use crate::domain::sentences;

/// The most records of one kind that are gone through before they are kept.
const MOST_SHOWN: usize = 200;

/// Asks for the path; with one that was given, looks into the file at once.
pub(super) fn open(model: &mut Model, path: &str) -> Vec<Effect> {
    let sheet = ImportSheet {
        input: path.into(),
        stage: Stage::Path,
    };
    model.modal = Some(Modal::Import(Box::new(sheet)));
    look_into(model)
}

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Import(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    match (command, &mut sheet.stage) {
        (Command::Cancel, stage) => {
            let is_reading = matches!(stage, Stage::Reading(_));
            model.modal = None;
            return is_reading
                .then_some(Effect::StopLooking)
                .into_iter()
                .collect();
        }
        (Command::Move(motion), Stage::Found(found)) => {
            found.scroll = motion.from(found.scroll, cx.detail_reach + 1, cx.page);
        }
        (Command::Enter, Stage::Found(_)) => return keep(model, cx),
        (Command::Enter, Stage::Path | Stage::Refused(_)) => return look_into(model),
        (Command::NextField, Stage::Path | Stage::Refused(_)) => {
            return vec![Effect::CompletePath(sheet.input.value().to_owned())];
        }
        _ => {}
    }
    Vec::new()
}

/// A key typed into the path; what was being read for another path is wanted no longer.
pub(super) fn type_key(sheet: &mut ImportSheet, chord: Chord) {
    if type_into(&mut sheet.input, chord) {
        sheet.stage = Stage::Path;
    }
}

/// A path pasted, or a file dropped onto the terminal.
pub(super) fn paste(sheet: &mut ImportSheet, text: &str) {
    if !matches!(sheet.stage, Stage::Found(_)) {
        paste_into(&mut sheet.input, text);
        sheet.stage = Stage::Path;
    }
}

/// The path, as far as all files agree on it that begin like it.
pub(super) fn completed(model: &mut Model, typed: &str, path: String) {
    if let Some(Modal::Import(sheet)) = &mut model.modal
        && sheet.input.value() == typed
    {
        sheet.input = path.into();
    }
}

/// How far the reading of a file is.
pub(super) fn looking_into(model: &mut Model, path: &str, progress: Progress) {
    if let Some(Modal::Import(sheet)) = &mut model.modal
        && sheet.input.value() == path
        && let Stage::Reading(so_far) = &mut sheet.stage
    {
        *so_far = progress;
    }
}

/// What stands in a file, or why it was refused.
pub(super) fn looked_into(
    model: &mut Model,
    path: &str,
    result: Result<Findings, String>,
    cx: &Context,
) {
    let Some(Modal::Import(sheet)) = &mut model.modal else {
        return;
    };
    if !matches!(sheet.stage, Stage::Reading(_)) || sheet.input.value() != path {
        return;
    }
    sheet.stage = match result {
        Ok(findings) => {
            let plan = plan(&model.book, &findings, cx.today, &cx.ids);
            let text = sentences::import::preview(&plan, MOST_SHOWN);
            Stage::Found(Box::new(Found {
                lines: text.lines().map(str::to_owned).collect(),
                findings,
                scroll: 0,
            }))
        }
        Err(why) => Stage::Refused(why),
    };
}

fn look_into(model: &mut Model) -> Vec<Effect> {
    let Some(Modal::Import(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    let path = sheet.input.value().to_owned();
    if path.trim().is_empty() {
        return Vec::new();
    }
    sheet.stage = Stage::Reading(Progress::default());
    vec![Effect::LookInto(path)]
}

fn keep(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Import(sheet)) = model.modal.take() else {
        return Vec::new();
    };
    let Stage::Found(found) = sheet.stage else {
        return Vec::new();
    };
    // The book may have changed since the plan was shown.
    let plan = plan(&model.book, &found.findings, cx.today, &cx.ids);
    if plan.is_empty() {
        model.notify("The book has all of it already: nothing changed", cx);
        return Vec::new();
    }
    let label = sentences::import::label(&plan);
    model.edit(label, cx, |book| plan.apply(book))
}
