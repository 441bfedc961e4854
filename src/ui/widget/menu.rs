//! A question with a few answers.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{page::Page, panel};
use crate::app::keymap::Scope;
use crate::app::sheet::{Item, Menu};
use crate::ui::layout::sheet;
use crate::ui::text::{fit, left, width};
use crate::ui::theme::{ACCENT, CURSOR, DIM, STRONG};
use crate::ui::viewports::Viewports;

/// Draws a question.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, body: Rect, menu: &Menu, view: &mut Viewports) {
    let columns = body.width.min(76);
    let mut page = Page::new(columns.saturating_sub(4), 0);
    page.gap();
    for text in &menu.text {
        page.text(text, DIM);
    }
    page.gap();
    let (mut cursor, mut end) = (0, 0);
    let mut items = Vec::new();
    let is_beside = notes_fit_beside(menu, page.width());
    for (at, item) in menu.items.iter().enumerate() {
        let start = page.len();
        let selected = menu.rows.selected() == Some(at);
        draw_item(&mut page, menu, item, selected, is_beside);
        items.push((start..page.len(), at));
        if selected {
            (cursor, end) = (start, page.len());
        }
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
    let scroll = end.saturating_sub(usize::from(shown.height));
    page.draw(frame, shown, scroll);
    for (rows, at) in items {
        view.note_item(shown, rows, scroll, at);
    }
    for row in cursor..end {
        let row = u16::try_from(row.saturating_sub(scroll)).ok();
        let y = row.and_then(|row| shown.y.checked_add(row));
        if let Some(y) = y.filter(|y| *y < shown.bottom()) {
            let line = Rect {
                y,
                height: 1,
                ..shown
            };
            frame.buffer_mut().set_style(line, CURSOR);
        }
    }
}

/// An answer, and what follows from it: beside it, or below where there is no room for that.
fn draw_item(page: &mut Page, menu: &Menu, item: &Item, selected: bool, is_beside: bool) {
    let pointer = if selected {
        Span::styled("▸ ", ACCENT)
    } else {
        Span::raw("  ")
    };
    let room = page.width().saturating_sub(2);
    if is_beside {
        let longest = longest(menu, |item| &item.label);
        page.line(Line::from(vec![
            pointer,
            Span::styled(left(&item.label, longest), STRONG),
            Span::raw(format!(
                "   {}",
                fit(&item.note, room.saturating_sub(longest + 3))
            )),
        ]));
        return;
    }
    page.line(Line::from(vec![
        pointer,
        Span::styled(fit(&item.label, room).into_owned(), STRONG),
    ]));
    if !item.note.is_empty() {
        let note = fit(&item.note, room.saturating_sub(2)).into_owned();
        page.line(Line::raw(format!("    {note}")));
    }
}

/// Whether every answer has room for its note beside it.
fn notes_fit_beside(menu: &Menu, room: usize) -> bool {
    let (label, note) = (
        longest(menu, |item| &item.label),
        longest(menu, |item| &item.note),
    );
    label + note + 5 <= room
}

fn longest(menu: &Menu, text: impl Fn(&Item) -> &String) -> usize {
    let widths = menu.items.iter().map(|item| width(text(item)));
    widths.max().unwrap_or(0)
}
