//! A text of several lines while it is written.
//!
//! It is one line of [`tui_input`] in which line ends may stand, so that words and letters go as in every other field;
//! only what goes by lines is added here. (`ratatui-textarea` is a widget: it would bring drawing, its own clean-up of
//! text and its own scroll memory into the state.)

use std::ops::Range;

use tui_input::Input;
use unicode_width::UnicodeWidthChar;

use crate::app::chord::{Chord, Key};
use crate::app::typing::type_into;
use crate::domain::clean;
use crate::domain::messages::WHO;

/// A text of several lines while it is written.
#[derive(Clone)]
pub struct Editor {
    input: Input,
}

impl Editor {
    /// The text, with the cursor where a sentence is to be filled in, else at the end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let input = Input::new(text.to_owned());
        let gaps = text.match_indices('[').map(|(at, _)| text.split_at(at));
        let mut sentences = gaps.filter(|(_, rest)| !rest.starts_with(WHO));
        let gap = sentences.next().map(|(before, _)| before.chars().count());
        let input = match gap {
            Some(at) => input.with_cursor(at),
            None => input,
        };
        Self { input }
    }

    /// The text, with the cursor at its end.
    #[must_use]
    pub fn at_the_end(text: &str) -> Self {
        let input = Input::new(text.to_owned());
        Self { input }
    }

    /// The text, without anything that could steer or mislead.
    #[must_use]
    pub fn text(&self) -> String {
        clean::text(self.input.value())
    }

    /// The lines as they stand in so many columns, broken between words where there is a space.
    #[must_use]
    pub fn rows(&self, columns: usize) -> Vec<String> {
        let chars: Vec<char> = self.input.value().chars().collect();
        let rows = rows(&chars, columns).into_iter();
        rows.map(|row| chars.get(row).unwrap_or_default().iter().collect())
            .collect()
    }

    /// The row and the column of the cursor, in so many columns.
    #[must_use]
    pub fn cursor(&self, columns: usize) -> (usize, usize) {
        let chars: Vec<char> = self.input.value().chars().collect();
        let rows = rows(&chars, columns);
        let (at, row) = self.row(&rows);
        let before = chars.get(row.start..self.input.cursor());
        (at, width(before.unwrap_or_default()))
    }

    pub(in crate::app) fn type_key(&mut self, chord: Chord, columns: usize) {
        match (chord.ctrl, chord.alt, chord.key) {
            (_, _, Key::Enter) => drop(type_into(&mut self.input, Chord::char('\n'))),
            (false, _, Key::Up) => self.step(-1, columns),
            (false, _, Key::Down) => self.step(1, columns),
            (false, _, Key::PageUp) => self.step(-10, columns),
            (false, _, Key::PageDown) => self.step(10, columns),
            (false, _, Key::Home) | (true, false, Key::Char('a')) => {
                self.move_to(self.line().start);
            }
            (false, _, Key::End) | (true, false, Key::Char('e')) => self.move_to(self.line().end),
            (true, false, Key::Char('u')) => self.cut(self.line().start..self.input.cursor()),
            (true, false, Key::Char('k')) => self.cut(self.input.cursor()..self.line().end),
            _ => drop(type_into(&mut self.input, chord)),
        }
    }

    /// Puts pasted text in where the cursor stands; its line ends stay.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        let pasted = clean::shown_lines(text).into_owned();
        let at = self.input.cursor();
        self.replace(at..at, &pasted);
    }

    fn replace(&mut self, range: Range<usize>, with: &str) {
        let chars: Vec<char> = self.input.value().chars().collect();
        let before = chars.get(..range.start).unwrap_or_default();
        let after = chars.get(range.end..).unwrap_or_default();
        let text: String = before
            .iter()
            .copied()
            .chain(with.chars())
            .chain(after.iter().copied())
            .collect();
        let cursor = range.start + with.chars().count();
        self.input = Input::new(text).with_cursor(cursor);
    }

    fn cut(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    fn move_to(&mut self, cursor: usize) {
        self.input = Input::new(self.input.value().to_owned()).with_cursor(cursor);
    }

    /// The line that the cursor stands in, without its end.
    fn line(&self) -> Range<usize> {
        let chars: Vec<char> = self.input.value().chars().collect();
        let cursor = self.input.cursor().min(chars.len());
        let (before, after) = chars.split_at(cursor);
        let start = before.iter().rposition(|char| *char == '\n');
        let end = after.iter().position(|char| *char == '\n');
        start.map_or(0, |at| at + 1)..end.map_or(chars.len(), |at| cursor + at)
    }

    /// So many rows further, to the same column.
    fn step(&mut self, by: isize, columns: usize) {
        let chars: Vec<char> = self.input.value().chars().collect();
        let rows = rows(&chars, columns);
        let (at, _) = self.row(&rows);
        let (_, column) = self.cursor(columns);
        let to = at
            .saturating_add_signed(by)
            .min(rows.len().saturating_sub(1));
        let Some(row) = rows.get(to).cloned() else {
            return;
        };
        let text = chars.get(row.clone()).unwrap_or_default();
        let fits = (0..text.len())
            .rev()
            .find(|length| width(text.get(..*length).unwrap_or_default()) <= column);
        let whole =
            width(text) <= column && (to + 1 == rows.len() || chars.get(row.end) == Some(&'\n'));
        let along = if whole { text.len() } else { fits.unwrap_or(0) };
        self.move_to(row.start + along);
    }

    /// The row that the cursor stands in; between two rows it stands at the beginning of the second.
    fn row(&self, rows: &[Range<usize>]) -> (usize, Range<usize>) {
        let cursor = self.input.cursor();
        let at = rows
            .iter()
            .rposition(|row| row.start <= cursor)
            .unwrap_or(0);
        (at, rows.get(at).cloned().unwrap_or(0..0))
    }
}

fn width(chars: &[char]) -> usize {
    chars.iter().filter_map(|char| char.width()).sum()
}

/// Where each row begins and ends, in characters. A line end stands between two rows; a space that ends one stays in it.
fn rows(chars: &[char], columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(2);
    let mut rows = Vec::new();
    let (mut start, mut taken, mut gap) = (0, 0, None);
    for (at, char) in chars.iter().enumerate() {
        if *char == '\n' {
            rows.push(start..at);
            (start, taken, gap) = (at + 1, 0, None);
            continue;
        }
        taken += char.width().unwrap_or(0);
        if taken > columns && at > start && *char != ' ' {
            let end = gap.unwrap_or(at);
            rows.push(start..end);
            start = end;
            taken = width(chars.get(start..=at).unwrap_or_default());
            gap = None;
        }
        if *char == ' ' {
            gap = Some(at + 1);
        }
    }
    rows.push(start..chars.len());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn press(editor: &mut Editor, keys: &str, columns: usize) {
        for key in keys.split(' ') {
            if let Some(chord) = Chord::parse_named(key) {
                editor.type_key(chord, columns);
            }
        }
    }

    #[test]
    fn lines_are_broken_between_words() {
        let editor = Editor::new("one two three\n\nlongerthanthis");
        assert_eq!(
            editor.rows(8),
            ["one two ", "three", "", "longerth", "anthis"]
        );
    }

    #[test]
    fn keys_go_by_lines() {
        let mut editor = Editor::new("abc\ndef ghi");
        press(&mut editor, "↑ End x Enter y ↓ Ctrl-u", 40);
        assert_eq!(editor.text(), "abcx\ny\nef ghi");
        press(&mut editor, "Home Backspace End Ctrl-w z", 40);
        assert_eq!(editor.text(), "abcx\nyef z");
        press(&mut editor, "Home Ctrl-k Backspace Delete", 40);
        assert_eq!(editor.text(), "abcx");
    }

    #[test]
    fn it_begins_at_what_is_to_be_filled_in() {
        assert_eq!(Editor::new("Zoë: [who]\n[Why]").cursor(40), (1, 0));
        assert_eq!(Editor::new("Dear Ana,").cursor(40), (0, 9));
    }

    #[test]
    fn a_paste_keeps_its_lines_and_brings_no_tricks() {
        let mut editor = Editor::new("ab");
        press(&mut editor, "←", 40);
        editor.paste("1\r\n2\u{1b}[31m");
        assert_eq!(editor.text(), "a1\n2\u{fffd}[31mb");
    }

    proptest! {
        #[test]
        fn no_key_leads_out_of_the_text(
            text in "([a-z \n]|漢|e\u{301}){0,40}",
            keys in prop::collection::vec(prop::sample::select(vec![
                "↑", "↓", "←", "→", "Home", "End", "PgUp", "PgDn", "Enter", "Backspace", "Delete",
                "Ctrl-u", "Ctrl-k", "Ctrl-w", "Ctrl-a", "Ctrl-e", "x",
            ]), 0..30),
            columns in 0_usize..20,
        ) {
            let mut editor = Editor::new(&text);
            for key in keys {
                press(&mut editor, key, columns);
                let rows = editor.rows(columns);
                let (row, column) = editor.cursor(columns);
                let chars: Option<Vec<char>> = rows.get(row).map(|row| row.chars().collect());
                prop_assert!(chars.is_some_and(|chars| column <= width(&chars)));
                prop_assert_eq!(
                    rows.concat(),
                    editor.input.value().replace('\n', ""),
                    "nothing of the text is lost in the rows"
                );
            }
        }
    }
}
