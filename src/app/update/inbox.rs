//! The inbox: what can be read of it is taken into the book in one step, and the rest waits on Today.

use super::{capture, find, first, saving};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::inbox::Arrived;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::app::status::Saving;
use crate::domain::Book;
use crate::domain::capture::{Known, keep, read};
use crate::domain::relationship::Relationships;

/// Something was found in the inbox, or something is wrong with it.
pub(super) fn found(
    model: &mut Model,
    found: Result<Arrived, String>,
    cx: &Context,
) -> Vec<Effect> {
    match found {
        Ok(arrived) => {
            // It is for the own book.
            first::leave(model, cx);
            take(model, arrived, cx)
        }
        Err(why) => {
            model.warn(why, cx);
            Vec::new()
        }
    }
}

/// Takes over what arrived. The book is written in any case: only what is on disk leaves the inbox.
fn take(model: &mut Model, arrived: Arrived, cx: &Context) -> Vec<Effect> {
    let Arrived {
        number,
        lines,
        mut waiting,
    } = arrived;
    let count = lines.len();
    let (book, unread) = with(&model.book, lines, cx);
    let (kept, left) = (count - unread.len(), unread.len());
    waiting.extend(unread);
    let waits = waiting.len();
    model.inbox.hear(number, waiting);
    let label = format!("from the inbox: {}", counted(kept));
    let effects = model.edit(label.clone(), cx, |own| *own = book);
    let wait = if waits == 1 { "waits" } else { "wait" };
    if kept == 0 {
        let text = format!(
            "{} of your inbox {wait} to be mended, on Today",
            counted(waits)
        );
        model.notify(text, cx);
    } else if effects.is_empty() {
        model.notify("Your book says that already: nothing changed", cx);
    } else if left > 0 {
        let text = format!("{label}; {left} {wait} on Today · {{undo}} undoes");
        let text = model.keymap.fill(&text);
        model.notify(text, cx);
    }
    let effects = gone(model, effects, cx);
    capture::read_again(model, cx);
    find::read_again(model);
    effects
}

/// A book with what can be read of these lines, and the others. An event that one of them names is on for the rest.
fn with(book: &Book, lines: Vec<String>, cx: &Context) -> (Book, Vec<String>) {
    let mut book = book.clone();
    let mut relationships = Relationships::of(&book);
    let (mut event, mut unread) = (None::<String>, Vec::new());
    for text in lines {
        let known = Known {
            book: &book,
            relationships: &relationships,
            today: cx.today,
            event: event.as_deref(),
        };
        match read(&text, known) {
            Ok(line) => {
                line.event.apply(&mut event);
                keep(&line, &mut book, cx.today, &cx.ids);
                relationships = Relationships::of(&book);
            }
            Err(_) => unread.push(text),
        }
    }
    (book, unread)
}

/// The lines that wait are others than before: with the book, changed or not, this is written.
pub(super) fn gone(model: &mut Model, effects: Vec<Effect>, cx: &Context) -> Vec<Effect> {
    if !effects.is_empty() {
        return effects;
    }
    model.refresh(cx);
    if model.saving == Saving::NotKept || model.origin.demo {
        return Vec::new();
    }
    saving::save(model)
}

/// Opens a line, to be mended.
pub(super) fn open(model: &mut Model, number: u32, cx: &Context) {
    if let Some(text) = model.inbox.text(number).map(str::to_owned) {
        capture::open_to_mend(model, &text, number, cx);
    }
}

/// Asks whether to drop a line.
pub(super) fn ask(model: &mut Model, number: u32) {
    let Some(text) = model.inbox.text(number) else {
        return;
    };
    let text = vec![format!("\"{text}\"")];
    let items = vec![
        Item::new("Leave it", "it waits here", Choice::Stay),
        Item::new("Drop it", "it is gone for good", Choice::DropLine(number)),
    ];
    model.modal = Some(Modal::Menu(Menu::new("Drop this line?", text, items)));
}

/// Drops a line.
pub(super) fn drop(model: &mut Model, number: u32, cx: &Context) -> Vec<Effect> {
    model.inbox.forget(number);
    model.notify("Dropped", cx);
    gone(model, Vec::new(), cx)
}

/// "1 line", "3 lines".
fn counted(lines: usize) -> String {
    let word = if lines == 1 { "line" } else { "lines" };
    format!("{lines} {word}")
}
