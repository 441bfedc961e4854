//! A line of text being typed, with the cursor of the terminal in it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use tui_input::Input;
use unicode_width::UnicodeWidthChar;

use crate::app::sheet::Editor;
use crate::ui::text::{fit, safe};
use crate::ui::theme::FIELD;
use crate::ui::viewports::Viewports;

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

/// Draws a text of several lines; with the keys as many rows as there is room for, else its first line.
pub(in crate::ui) fn draw_lines(
    frame: &mut Frame<'_>,
    area: Rect,
    editor: &Editor,
    focused: bool,
    view: &mut Viewports,
) {
    if !focused {
        let text = editor.text();
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default();
        let more = if lines.next().is_some() { " …" } else { "" };
        let room = usize::from(area.width).saturating_sub(2);
        let line = format!("{}{more}", fit(first, room));
        frame.render_widget(Line::raw(line), area);
        return;
    }
    let columns = view.columns();
    let rows = editor.rows(columns);
    let (row, column) = editor.cursor(columns);
    let height = usize::from(area.height).max(1);
    let first = view.writing.follow(row, height, rows.len());
    for (y, text) in (area.y..area.bottom()).zip(rows.iter().skip(first)) {
        let at = Rect {
            y,
            height: 1,
            ..area
        };
        frame.render_widget(Line::raw(safe(text).into_owned()), at);
        frame.buffer_mut().set_style(at, FIELD);
    }
    let place = |start: u16, offset: usize, end: u16| {
        let offset = u16::try_from(offset).unwrap_or(u16::MAX);
        start.saturating_add(offset).min(end.saturating_sub(1))
    };
    let x = place(area.x, column, area.right());
    let y = place(area.y, row.saturating_sub(first), area.bottom());
    frame.set_cursor_position(Position::new(x, y));
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
