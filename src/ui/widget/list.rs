//! A list: only the rows in sight are built, whatever its length.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::ui::theme::{ACCENT, CURSOR, MARKED};
use crate::ui::viewports::Viewport;

/// A list to be drawn.
pub(in crate::ui) struct List<M> {
    /// How many rows there are.
    pub(in crate::ui) len: usize,
    /// The row under the cursor.
    pub(in crate::ui) cursor: Option<usize>,
    /// Whether it has the keys.
    pub(in crate::ui) focused: bool,
    /// Whether the row of an index is marked.
    pub(in crate::ui) is_marked: M,
}

impl<M: Fn(usize) -> bool> List<M> {
    /// Draws the rows in sight; `row` builds the row of an index, two columns narrower than the area.
    pub(in crate::ui) fn draw<'a>(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        viewport: &mut Viewport,
        row: impl Fn(usize) -> Line<'a>,
    ) {
        let rows = usize::from(area.height);
        viewport.note_place(area, self.len);
        let first = viewport.follow(self.cursor.unwrap_or(0), rows, self.len);
        for (place, index) in (first..self.len).take(rows).enumerate() {
            let Some(y) = u16::try_from(place)
                .ok()
                .and_then(|place| area.y.checked_add(place))
            else {
                return;
            };
            let at = Rect {
                y,
                height: 1,
                ..area
            };
            let selected = self.cursor == Some(index);
            let mut line = row(index);
            let pointer = if selected { "▸" } else { " " };
            let mark = if (self.is_marked)(index) { MARKED } else { " " };
            let margin = Span::styled(format!("{pointer}{mark}"), ACCENT);
            line.spans.insert(0, margin);
            frame.render_widget(line, at);
            if selected && self.focused {
                frame.buffer_mut().set_style(at, CURSOR);
            }
        }
    }
}
