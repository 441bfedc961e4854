//! Every command by name, while one is looked for.

use tui_input::Input;

use crate::app::keymap::Command;
use crate::app::rows::Rows;

/// The line that a command is typed into, and the commands that fit.
#[derive(Clone, Default)]
pub struct Palette {
    /// What was typed.
    pub input: Input,
    /// What fits, the likeliest first.
    pub found: Vec<Entry>,
    /// The cursor in what fits.
    pub rows: Rows<usize>,
}

/// A command of the palette.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub name: &'static str,
    /// What it does; none where only a shell can do it.
    pub command: Option<Command>,
    /// Its keys; empty where it has none.
    pub keys: String,
    /// What it does, in words.
    pub help: &'static str,
    /// Why it cannot be done here.
    pub why_not: Option<String>,
}

impl Palette {
    /// The command under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Entry> {
        self.found.get(self.rows.selected()?)
    }

    /// The command under the cursor, and what is said to it.
    #[must_use]
    pub fn said(&self) -> (Option<Command>, &str) {
        let command = self.selected().and_then(|entry| entry.command);
        (command, self.words().1)
    }

    /// The first word that was typed, and what stands behind it.
    #[must_use]
    pub fn words(&self) -> (&str, &str) {
        let typed = self.input.value().trim();
        let (name, argument) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        (name, argument.trim())
    }
}
