//! A question with a few answers.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{page::Page, panel};
use crate::app::keymap::Scope;
use crate::app::sheet::Menu;
use crate::ui::layout::sheet;
use crate::ui::text::{fit, left, width};
use crate::ui::theme::{ACCENT, CURSOR, DIM, STRONG};

/// Draws a question.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, body: Rect, menu: &Menu) {
    let columns = body.width.min(76);
    let mut page = Page::new(columns.saturating_sub(4), 0);
    page.gap();
    for text in &menu.text {
        page.text(text, DIM);
    }
    page.gap();
    let room = page.width();
    let longest = menu
        .items
        .iter()
        .map(|item| width(&item.label))
        .max()
        .unwrap_or(0);
    let mut cursor = None;
    for (at, item) in menu.items.iter().enumerate() {
        let selected = menu.rows.selected() == Some(at);
        if selected {
            cursor = Some(page.len());
        }
        let pointer = if selected {
            Span::styled("▸ ", ACCENT)
        } else {
            Span::raw("  ")
        };
        page.line(Line::from(vec![
            pointer,
            Span::styled(left(&item.label, longest.min(room)), STRONG),
            Span::raw(format!(
                "   {}",
                fit(&item.note, room.saturating_sub(longest + 5))
            )),
        ]));
    }
    let height = u16::try_from(page.len() + 3).unwrap_or(u16::MAX);
    let area = sheet(body, columns, height);
    let inside = panel::sheet(frame, area, &menu.title, Scope::Menu);
    let shown = Rect {
        y: inside.y.saturating_add(1),
        height: inside.height.saturating_sub(1),
        ..inside
    };
    // On a low screen the answer under the cursor stays in sight.
    let cursor = cursor.unwrap_or(0);
    let scroll = (cursor + 1).saturating_sub(usize::from(shown.height));
    page.draw(frame, shown, scroll);
    let row = u16::try_from(cursor - scroll)
        .ok()
        .and_then(|row| shown.y.checked_add(row));
    if let Some(y) = row.filter(|y| *y < shown.bottom()) {
        frame.buffer_mut().set_style(
            Rect {
                y,
                height: 1,
                ..shown
            },
            CURSOR,
        );
    }
}
