//! A page that can be taken along, as Markdown: copied, or written to a file that only I can read.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::model::Model;

/// What is said when a text went to the clipboard.
pub(super) const COPIED: &str = "Sent to the terminal's clipboard";

/// Why the demo writes no file.
pub(super) const NO_FILE: &str = "The demo keeps nothing, and writes no file: {copy} copies it";

/// A page.
pub(super) struct Page {
    /// What it is: "brief".
    pub(super) what: &'static str,
    /// Whom or what it is about.
    pub(super) about: String,
    /// All that it says, as Markdown.
    pub(super) text: String,
}

/// Copies it, or writes it to a file. Of the demo nothing is kept, and no file either.
pub(super) fn take(model: &mut Model, command: Command, page: Page, cx: &Context) -> Vec<Effect> {
    let Page { what, about, text } = page;
    if command == Command::Copy {
        model.notify(COPIED, cx);
        return vec![Effect::Copy(text)];
    }
    if model.origin.demo {
        model.notify(NO_FILE, cx);
        return Vec::new();
    }
    vec![Effect::WritePage { what, about, text }]
}
