//! A place in a text, with its line and a caret under it.

use crate::domain::redacted::redacted;

use std::fmt;

use unicode_width::UnicodeWidthChar;

/// The most columns of a line that are shown on each side of the caret.
const REACH: usize = 36;

/// A place in a text.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line, counted from 1.
    pub(super) line: usize,
    /// The column in characters, counted from 1.
    pub(super) column: usize,
    shown: String,
    caret_at: usize,
}

redacted!(Excerpt: line, column; shown);

impl Excerpt {
    /// The place at a line and a column, both counted from 1.
    pub(super) fn new(text: &str, line: usize, column: usize) -> Self {
        let content = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let before = column.saturating_sub(1);
        let length = content.chars().count();
        // A line that fits is shown whole.
        let reach = if length > 2 * REACH { REACH } else { length };
        let skipped = before.saturating_sub(reach);
        let lead = if skipped > 0 { "…" } else { "" };
        let tail = if length > before + reach { "…" } else { "" };
        let window: String = content
            .chars()
            .skip(skipped)
            .take(before - skipped + reach)
            .map(visible)
            .collect();
        let caret_at = window
            .chars()
            .take(before - skipped)
            .filter_map(UnicodeWidthChar::width)
            .sum::<usize>()
            + usize::from(skipped > 0);
        Self {
            line,
            column,
            shown: format!("{lead}{window}{tail}"),
            caret_at,
        }
    }

    /// The place of a byte.
    pub(super) fn at_byte(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        Self::new(text, line, column)
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.line.to_string();
        let margin = " ".repeat(number.len());
        let indent = " ".repeat(self.caret_at);
        writeln!(f, "  {number} | {}", self.shown)?;
        write!(f, "  {margin} | {indent}^")
    }
}

/// A character that does nothing to a terminal: a blank for a tab, a sign for what cannot be seen or turns text around.
pub(super) fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}

/// A text without anything that acts on a terminal.
pub(super) fn visible_text(text: &str) -> String {
    text.chars().map(visible).collect()
}
