//! No book yet: three ways to begin.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::Model;
use crate::app::first::Beginning;
use crate::ui::text::{fit, left};
use crate::ui::theme::{CURSOR, DIM, STRONG};
use crate::ui::widget::{page::Page, panel};

/// Draws the ways to begin.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let inside = panel::draw(frame, area, "Goodword", "", true);
    let mut page = Page::new(inside.width, 3);
    let is_low = inside.height < 14;
    if !is_low {
        page.line("");
    }
    page.text("Nobody here yet. How would you like to begin?", STRONG);
    page.gap();
    let mut cursor = None;
    for way in Beginning::ALL {
        if model.first.selected() == Some(way) {
            cursor = u16::try_from(page.len()).ok();
        }
        page.line(row(way, model, page.width()));
        if !notes_fit(page.width()) {
            page.fact("", way.says().1, DIM);
        }
    }
    page.gap();
    page.text("Your book, a text file that only you can read:", DIM);
    page.text(&model.origin.path, DIM);
    if !is_low {
        page.gap();
        let text = "{help} tells what the keys do, {commands} lists every command by name.";
        page.text(&model.keymap.fill(text), DIM);
    }
    page.draw(frame, inside, 0);
    let y = cursor.and_then(|row| inside.y.checked_add(row));
    if let Some(y) = y.filter(|y| *y < inside.bottom()) {
        let line = Rect {
            y,
            height: 1,
            ..inside
        };
        frame.buffer_mut().set_style(line, CURSOR);
    }
}

/// Whether what a way is has room beside its name.
const fn notes_fit(width: usize) -> bool {
    width >= 74
}

fn row(way: Beginning, model: &Model, width: usize) -> Line<'static> {
    let (name, note) = way.says();
    let pointer = if model.first.selected() == Some(way) {
        "▸ "
    } else {
        "  "
    };
    let mut spans = vec![Span::raw(pointer), Span::styled(left(name, 18), STRONG)];
    if notes_fit(width) {
        let note = fit(note, width.saturating_sub(20)).into_owned();
        spans.push(Span::styled(note, Style::new()));
    }
    Line::from(spans)
}
