//! Marks, borders and keys in ASCII, sign by sign in the finished frame, for terminals that have no others.

use ratatui::buffer::{Buffer, Cell};
use unicode_normalization::UnicodeNormalization;

use super::look::Signs;

/// How far a row gives way for a key that is spelt out: no blank run shorter than this is eaten into.
const AIR: usize = 2;

/// Writes every sign of a frame that a terminal may not have as one that each has. In text, only what no such terminal
/// can show is replaced.
pub(super) fn spell(buffer: &mut Buffer, signs: Signs) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        for (key, name) in [("⏎", "Enter"), ("␣", "Space")] {
            spell_out(row, key, name);
        }
        two_dots(row);
        for cell in row {
            let char = cell.symbol().chars().next().unwrap_or(' ');
            if let Some(plain) = plain(char) {
                cell.set_char(plain);
            } else if signs == Signs::Ascii && !cell.symbol().is_ascii() {
                cell.set_char(letter(char));
            }
        }
    }
}

/// The sign that stands for another one.
const fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '…' | '┄' => '.',
        '⇄' | '═' | '▌' | '▐' => '=',
        '•' => '*',
        '≠' | '█' | '━' => '#',
        '✓' | '╭' | '╮' | '╰' | '╯' => '+',
        '✗' => 'x',
        '·' | '–' | '—' | '─' => '-',
        '│' | '┃' | '┤' | '├' => '|',
        '▸' | '→' => '>',
        '◂' | '←' => '<',
        '↑' | '⏎' => '^',
        '↓' => 'v',
        '↳' => '`',
        '▒' => '%',
        '“' | '”' | '„' => '"',
        '’' | '‘' => '\'',
        '␣' => '_',
        _ => return None,
    })
}

/// One dot is the end of a sentence: that a text goes on is said by two, the first in the place of what stood before.
fn two_dots(row: &mut [Cell]) {
    for at in 1..row.len() {
        let [before, dots] = row.get_mut(at - 1..=at).unwrap_or_default() else {
            return;
        };
        if dots.symbol() == "…" && before.symbol().is_ascii() {
            before.set_char('.');
        }
    }
}

/// A letter without its accent, where that is a letter of ASCII.
fn letter(char: char) -> char {
    let base = char.nfd().next();
    base.filter(char::is_ascii).unwrap_or('?')
}

/// Writes the name of a key in the place of its sign, where the row has the room up to its next border.
fn spell_out(row: &mut [Cell], key: &str, name: &str) {
    let more = name.len() - 1;
    let mut from = 0;
    while let Some(at) = position(row, from, |cell| cell.symbol() == key) {
        from = at + 1;
        let end = position(row, from, |cell| ["│", "╯", "╮"].contains(&cell.symbol()))
            .unwrap_or(row.len());
        let Some(air) = air(row, from, end, more + AIR) else {
            continue;
        };
        // What stands between the key and the air moves into it.
        if let Some(moved) = row.get_mut(from..air + more) {
            moved.rotate_right(more);
        }
        let style = row.get(at).map(Cell::style).unwrap_or_default();
        for (cell, char) in row.iter_mut().skip(at).zip(name.chars()) {
            cell.set_char(char).set_style(style);
        }
    }
}

/// Where the first run of so many blanks or pieces of a border begins.
fn air(row: &[Cell], from: usize, end: usize, length: usize) -> Option<usize> {
    let runs = row.get(from..end)?.windows(length);
    let is_air = |run: &[Cell]| {
        [" ", "─"]
            .iter()
            .any(|filler| run.iter().all(|cell| cell.symbol() == *filler))
    };
    let mut runs = runs.enumerate();
    // The first cells of a run stay as the distance to what stands before.
    runs.find(|(_, run)| is_air(run))
        .map(|(at, _)| from + at + AIR)
}

fn position(row: &[Cell], from: usize, is: impl Fn(&Cell) -> bool) -> Option<usize> {
    let rest = row.get(from..)?;
    rest.iter().position(is).map(|at| from + at)
}
