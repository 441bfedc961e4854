//! What a key does in a line of text: as in the shell.

use tui_input::{Input, InputRequest};

use super::chord::{Chord, Key};
use crate::domain::clean;

/// Lets a key act on a line of text; says whether the text changed.
pub(super) fn type_into(input: &mut Input, chord: Chord) -> bool {
    let Some(request) = request(chord) else {
        return false;
    };
    input.handle(request).is_some_and(|change| change.value)
}

/// Puts pasted text into a line, where the cursor stands: line ends become spaces, and nothing that could mislead stays.
pub(super) fn paste_into(input: &mut Input, text: &str) {
    let pasted = clean::line(text);
    let (before, after): (Vec<(usize, char)>, Vec<_>) = input
        .value()
        .chars()
        .enumerate()
        .partition(|(at, _)| *at < input.cursor());
    let cursor = before.len() + pasted.chars().count();
    let chars =
        |part: Vec<(usize, char)>| part.into_iter().map(|(_, char)| char).collect::<String>();
    let value = format!("{}{pasted}{}", chars(before), chars(after));
    *input = Input::new(value).with_cursor(cursor);
}

fn request(chord: Chord) -> Option<InputRequest> {
    use InputRequest as Ask;
    let ask = match (chord.ctrl, chord.alt, chord.key) {
        (false, false, Key::Char(char)) => Ask::InsertChar(char),
        (false, false, Key::Backspace) => Ask::DeletePrevChar,
        (false, false, Key::Delete) | (true, false, Key::Char('d')) => Ask::DeleteNextChar,
        (false, false, Key::Left) | (true, false, Key::Char('b')) => Ask::GoToPrevChar,
        (false, false, Key::Right) | (true, false, Key::Char('f')) => Ask::GoToNextChar,
        (true, false, Key::Left) | (false, true, Key::Char('b')) => Ask::GoToPrevWord,
        (true, false, Key::Right) | (false, true, Key::Char('f')) => Ask::GoToNextWord,
        (false, false, Key::Home) | (true, false, Key::Char('a')) => Ask::GoToStart,
        (false, false, Key::End) | (true, false, Key::Char('e')) => Ask::GoToEnd,
        (true, false, Key::Char('w') | Key::Backspace) | (false, true, Key::Backspace) => {
            Ask::DeletePrevWord
        }
        (true, false, Key::Char('u')) => Ask::DeleteLine,
        (true, false, Key::Char('k')) => Ask::DeleteTillEnd,
        _ => return None,
    };
    Some(ask)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_goes_in_at_the_cursor_and_brings_no_tricks() {
        let mut input = Input::new("ac".to_owned()).with_cursor(1);
        paste_into(&mut input, "b\n\u{1b}[31mb");
        assert!(input.value().starts_with("ab "), "{:?}", input.value());
        assert!(input.value().ends_with("bc"), "{:?}", input.value());
        assert!(!input.value().contains('\u{1b}'));
        assert_eq!(input.cursor(), input.value().chars().count() - 1);
    }
}
