//! Every command by name.

use super::{import, perform, reach};
use crate::app::chord::Chord;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::Palette;
use crate::app::typing::{paste_into, type_into};

/// Opens the palette.
pub(super) fn open(model: &mut Model) {
    let mut palette = Palette::default();
    model.look_up(&mut palette);
    model.modal = Some(Modal::Palette(Box::new(palette)));
}

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Palette(palette)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Move(motion) => palette.rows.step(motion, cx.page),
        Command::NextField => {
            if let (Some(Command::Import), path) = palette.said()
                && !path.is_empty()
            {
                return vec![Effect::CompletePath(path.to_owned())];
            }
            if let Some(name) = palette.selected().map(|entry| entry.name) {
                palette.input = format!("{name} ").into();
                look_up(model);
            }
        }
        Command::Enter => return run(model, cx),
        Command::Cancel => (model.modal, model.notice) = (None, None),
        _ => {}
    }
    Vec::new()
}

/// A key typed into the palette.
pub(super) fn type_key(model: &mut Model, chord: Chord) {
    if let Some(Modal::Palette(palette)) = &mut model.modal
        && type_into(&mut palette.input, chord)
    {
        look_up(model);
    }
}

/// Text pasted into the palette.
pub(super) fn paste(model: &mut Model, text: &str) {
    if let Some(Modal::Palette(palette)) = &mut model.modal {
        paste_into(&mut palette.input, text);
        look_up(model);
    }
}

/// The path behind the name, as far as all files agree on it that begin like it.
pub(super) fn completed(model: &mut Model, typed: &str, path: &str) {
    if let Some(Modal::Palette(palette)) = &mut model.modal
        && let (Some(Command::Import), said) = palette.said()
        && said == typed
    {
        palette.input = format!("{} {path}", palette.words().0).into();
        look_up(model);
    }
}

fn look_up(model: &mut Model) {
    // What was said of another name holds no longer.
    model.notice = None;
    if let Some(Modal::Palette(mut palette)) = model.modal.take() {
        model.look_up(&mut palette);
        model.modal = Some(Modal::Palette(palette));
    }
}

/// Does what is under the cursor, to what is under the cursor of the screen; what cannot be done says why, and stays.
fn run(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Palette(palette)) = &model.modal else {
        return Vec::new();
    };
    let Some(entry) = palette.selected().cloned() else {
        model.notify("No command is called like that", cx);
        return Vec::new();
    };
    let argument = palette.words().1.to_owned();
    match (entry.command, entry.why_not) {
        (Some(command), None) => {
            model.modal = None;
            model.notice = None;
            perform_with(model, command, &argument, cx)
        }
        (_, why) => {
            let why = why.unwrap_or_default();
            model.notify(format!("{}: {why}", entry.name), cx);
            Vec::new()
        }
    }
}

/// Does a command with what was said behind its name.
fn perform_with(model: &mut Model, command: Command, argument: &str, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Import => import::open(model, argument),
        Command::Reach | Command::HelpWith => {
            reach::open(model, command, argument, cx);
            Vec::new()
        }
        _ => perform(model, command, cx),
    }
}
