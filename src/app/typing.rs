//! What a key does in a line of text: as in the shell.

use tui_input::{Input, InputRequest};

use super::chord::{Chord, Key};

/// Lets a key act on a line of text; says whether the text changed.
pub(super) fn type_into(input: &mut Input, chord: Chord) -> bool {
    let Some(request) = request(chord) else {
        return false;
    };
    input.handle(request).is_some_and(|change| change.value)
}

/// Puts pasted text into a line: line ends become spaces, other controls go.
pub(super) fn paste_into(input: &mut Input, text: &str) {
    for char in text.chars() {
        let char = if char.is_whitespace() { ' ' } else { char };
        if !char.is_control() {
            input.handle(InputRequest::InsertChar(char));
        }
    }
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
