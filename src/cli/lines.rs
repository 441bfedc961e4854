//! Text for a shell: one fact a line, each of which stands alone, as a screen reader reads them. No boxes, no colour, and
//! nothing that could steer a terminal, whatever the book says.

use crate::domain::clean;
use crate::domain::sentences::lunch::without_keys;

/// Lines of text.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line, whole: nothing is cut off or broken to a width. Keys of the dashboard fall away, as there are none here.
    pub(super) fn line(&mut self, text: &str) {
        self.0
            .push_str(clean::shown(&without_keys(text)).trim_end());
        self.0.push('\n');
    }

    /// A text that may have lines of its own.
    pub(super) fn text(&mut self, text: &str) {
        for line in clean::shown_lines(text).lines() {
            self.line(line);
        }
    }

    /// What a fact is, and the fact; nothing where there is none.
    pub(super) fn fact(&mut self, label: &str, text: &str) {
        match (label, text) {
            (_, "") => {}
            ("", text) => self.line(text),
            (label, text) => self.line(&format!("{label}: {text}")),
        }
    }

    /// A heading, with an empty line above.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.line(text);
    }

    /// An empty line, unless one is there already or nothing stands above.
    pub(super) fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    /// All of them.
    pub(super) fn whole(self) -> String {
        self.0
    }
}
