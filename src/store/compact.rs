//! Puts what is small on one line: the tags of a contact, an effort, the state of a promise.
//!
//! It works on lines as they are written: strings are written with escapes, so that a line break in the text is never part
//! of a string.

use std::fmt;

use super::encode::INDENT;

/// The longest line that is made of several.
const WIDTH: usize = 100;

/// The level of a record's fields: what is opened above stays open, so that a field of a record is always a line.
const FIELDS: usize = 3;

/// A text that is being written. Each bracket is joined with its content where both fit into a line, from the inside out.
pub(super) struct Compact {
    text: String,
    /// Where the last line begins.
    line: usize,
    /// Where the lines begin whose brackets are open.
    opened: Vec<usize>,
}

impl Compact {
    /// A text that begins with whole lines which stay as they are.
    pub(super) fn behind(lines: &str) -> Self {
        Self {
            text: lines.to_owned(),
            line: lines.len(),
            opened: Vec::new(),
        }
    }

    /// The whole text.
    pub(super) fn finish(mut self) -> String {
        self.end_line();
        self.text
    }

    fn end_line(&mut self) {
        let content = self.text.get(self.line..).unwrap_or_default();
        let content = content.trim_start();
        if content.starts_with([')', ']']) {
            if let Some(start) = self.opened.pop() {
                self.join(start);
            }
        } else if content.ends_with(['(', '[']) {
            self.opened.push(self.line);
        }
        self.text.push('\n');
        self.line = self.text.len();
    }

    /// Joins the lines from `start` on, where they may be joined and fit.
    fn join(&mut self, start: usize) {
        let lines = self.text.get(start..).unwrap_or_default();
        if let Some(joined) = joined(lines) {
            self.text.truncate(start);
            self.text.push_str(&joined);
        }
    }
}

impl fmt::Write for Compact {
    /// Most of what comes is a single character.
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if memchr::memchr(b'\n', text.as_bytes()).is_none() {
            self.text.push_str(text);
            return Ok(());
        }
        let mut lines = text.split('\n');
        self.text.push_str(lines.next().unwrap_or_default());
        for line in lines {
            self.end_line();
            self.text.push_str(line);
        }
        Ok(())
    }
}

/// A bracket and its content in one line; `None` where they are to stay apart.
fn joined(lines: &str) -> Option<String> {
    let (first, rest) = lines.split_once('\n')?;
    let level = (first.len() - first.trim_start().len()) / INDENT.len();
    let is_settings_field = level == FIELDS - 1 && !first.trim_start().starts_with('(');
    if level < FIELDS && !is_settings_field {
        return None;
    }
    let (inner, last) = rest.rsplit_once('\n').unwrap_or(("", rest));
    let last = last.trim_start();
    let mut inside = String::new();
    for part in inner.lines() {
        inside.push_str(part.trim_start());
        inside.push(' ');
        if first.len() + inside.len() + last.len() > WIDTH {
            return None;
        }
    }
    let inside = inside.strip_suffix(' ').unwrap_or(&inside);
    let inside = inside.strip_suffix(',').unwrap_or(inside);
    Some(format!("{first}{inside}{last}"))
}
