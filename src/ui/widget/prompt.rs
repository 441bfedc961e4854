//! A line being typed at the lower edge of a sheet.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use tui_input::Input;

use super::field;
use crate::ui::theme::{ACCENT, STRONG};

/// Draws the line into the last row of an area; gives the room above it.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, inside: Rect, input: &Input) -> Rect {
    let above = inside.height.saturating_sub(1);
    let row = Rect {
        y: inside.y.saturating_add(above),
        height: inside.height.min(1),
        ..inside
    };
    frame.render_widget(Line::styled("> ", ACCENT.patch(STRONG)), row);
    let indent = row.width.min(2);
    let text = Rect {
        x: row.x.saturating_add(indent),
        width: row.width - indent,
        ..row
    };
    field::draw(frame, text, input, true);
    Rect {
        height: above,
        ..inside
    }
}
