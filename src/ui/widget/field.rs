//! A line of text being typed, with the cursor of the terminal in it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use tui_input::Input;
use unicode_width::UnicodeWidthChar;

use crate::ui::text::{fit, safe};
use crate::ui::theme::FIELD;

/// Draws a line of text; with the keys it is underlined and holds the cursor.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, area: Rect, input: &Input, focused: bool) {
    let room = usize::from(area.width.saturating_sub(1)).max(1);
    if !focused {
        frame.render_widget(Line::raw(fit(input.value(), room).into_owned()), area);
        return;
    }
    let scroll = input.visual_scroll(room);
    let shown = from_column(input.value(), scroll);
    frame.render_widget(Line::raw(safe(&shown).into_owned()), area);
    frame.buffer_mut().set_style(area, FIELD);
    let column = input.visual_cursor().saturating_sub(scroll);
    if let Ok(column) = u16::try_from(column) {
        let column = area
            .x
            .saturating_add(column)
            .min(area.right().saturating_sub(1));
        frame.set_cursor_position(Position::new(column, area.y));
    }
}

/// The text from a column on.
fn from_column(text: &str, column: usize) -> String {
    let mut passed = 0;
    text.chars()
        .skip_while(|char| {
            let before = passed < column;
            passed += if before { char.width().unwrap_or(0) } else { 0 };
            before
        })
        .collect()
}
