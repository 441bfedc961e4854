//! Puts what is small on one line: the tags of a contact, an effort, the state of a promise.
//!
//! It works on lines: strings are written with escapes, so that a line break in the text is never part of a string.

use super::encode::INDENT;

/// The longest line that is made of several.
const WIDTH: usize = 100;

/// The level of a record's fields: what is opened above stays open, so that a field of a record is always a line.
const FIELDS: usize = 3;

/// Joins each bracket with its content where both fit into a line, from the inside out.
pub(super) fn compact(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut opened: Vec<usize> = Vec::new();
    for line in text.lines() {
        let content = line.trim_start();
        lines.push(line.to_owned());
        if content.starts_with([')', ']']) {
            if let Some(start) = opened.pop() {
                join(&mut lines, start);
            }
        } else if content.ends_with(['(', '[']) {
            opened.push(lines.len() - 1);
        }
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// Joins the lines from `start` on, where they may be joined and fit.
fn join(lines: &mut Vec<String>, start: usize) {
    let Some([first, inner @ .., last]) = lines.get(start..) else {
        return;
    };
    let level = (first.len() - first.trim_start().len()) / INDENT.len();
    let is_settings_field = level == FIELDS - 1 && !first.trim_start().starts_with('(');
    if level < FIELDS && !is_settings_field {
        return;
    }
    let parts: Vec<&str> = inner.iter().map(|line| line.trim_start()).collect();
    let length: usize = parts.iter().map(|part| part.len() + 1).sum();
    if first.len() + length + last.trim_start().len() > WIDTH {
        return;
    }
    let inside = parts.join(" ");
    let inside = inside.strip_suffix(',').unwrap_or(&inside);
    let joined = format!("{first}{inside}{}", last.trim_start());
    lines.truncate(start);
    lines.push(joined);
}
