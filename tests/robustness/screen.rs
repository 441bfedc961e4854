//! What must not stand in a cell, listed here once more on purpose: the list that the program goes by may be wrong.

use ratatui::buffer::{Buffer, Cell};
use unicode_width::UnicodeWidthChar;

/// The marks on one letter that bury nothing around them.
const MOST_MARKS: usize = 8;

/// The cells that steer the terminal, turn the line around or hide something.
pub(crate) fn tricks(buffer: &Buffer) -> Vec<String> {
    let cells = buffer.content().iter().map(Cell::symbol);
    cells
        .filter(|symbol| !is_sound(symbol))
        .map(|symbol| symbol.escape_unicode().to_string())
        .collect()
}

fn is_sound(symbol: &str) -> bool {
    if symbol.is_ascii() {
        return !symbol.is_empty() && !symbol.contains(|char: char| char.is_ascii_control());
    }
    let joiner = |char| matches!(char, '\u{200c}' | '\u{200d}' | '\u{e0020}'..='\u{e007f}');
    let marks = symbol
        .chars()
        .filter(|char| char.width() == Some(0) && !joiner(*char));
    !symbol.contains(is_trick) && marks.count() <= MOST_MARKS
}

fn is_trick(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}' | '\u{e0001}'
        )
}

#[test]
fn tricks_are_seen() {
    let cells = |symbols: &[&'static str]| {
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, symbols.len() as u16, 1));
        let cells = buffer.content.iter_mut().zip(symbols);
        cells.for_each(|(cell, symbol)| *cell = Cell::new(symbol));
        tricks(&buffer).len()
    };
    let tower = concat!(
        "e",
        "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}"
    );
    let bad = [
        "\u{1b}",
        "a\u{7}",
        "\u{9b}",
        "\t",
        "\n",
        "a\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{feff}",
        tower,
    ];
    assert_eq!(cells(&bad), bad.len());
    assert_eq!(
        cells(&[
            "a",
            " ",
            "é",
            "e\u{301}",
            "日",
            "👩\u{200d}💻",
            "─",
            "█",
            "\u{fffd}"
        ]),
        0
    );
}
