//! A box with a title; its border shows which one has the keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Padding};

use super::footer::hint_line;
use crate::app::keymap::{KEYMAP, Scope};
use crate::ui::text::{fit, width};
use crate::ui::theme::{ACCENT, DIM, STRONG, on_border};
use crate::ui::viewports::Viewport;

/// A title of fewer columns says nothing.
const LEAST_TITLE: usize = 8;

/// Draws a box and gives the room inside it, one column of air at each side.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    title: &str,
    note: &str,
    focused: bool,
) -> Rect {
    let room = usize::from(area.width.saturating_sub(6));
    // What is counted at the right is wanted; the title gives way, and goes where too little of it would be left.
    let note = fit(note, room);
    let left = room.saturating_sub(width(&note) + 3);
    let title = if width(title) <= left || left >= LEAST_TITLE {
        format!(" {} ", fit(title, left))
    } else {
        String::new()
    };
    let mut block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(if focused { ACCENT } else { DIM })
        .padding(Padding::horizontal(1))
        .title(Span::styled(
            title,
            if focused { STRONG } else { on_border(STRONG) },
        ));
    if !note.is_empty() {
        block = block.title(Line::styled(format!(" {note} "), on_border(DIM)).right_aligned());
    }
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}

/// Draws a box over what is there, with what its keys do in the lower border.
pub(in crate::ui) fn sheet(frame: &mut Frame<'_>, area: Rect, title: &str, scope: Scope) -> Rect {
    let room = usize::from(area.width.saturating_sub(6));
    frame.render_widget(Clear, area);
    let of_scope = KEYMAP
        .iter()
        .filter(|binding| binding.scopes.contains(&scope));
    let mut keys = hint_line(of_scope, room);
    for span in &mut keys.spans {
        span.style = on_border(span.style);
    }
    keys.spans.insert(0, Span::raw(" "));
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(ACCENT)
        .padding(Padding::horizontal(1))
        .title(Span::styled(format!(" {} ", fit(title, room)), STRONG))
        .title_bottom(keys);
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}

/// Says in the lower border of a box that there is more below.
pub(in crate::ui) fn more(frame: &mut Frame<'_>, area: Rect, key: &str) {
    let text = format!(" {key} more ");
    let columns = u16::try_from(text.chars().count()).unwrap_or(0);
    if columns + 4 > area.width || area.height == 0 {
        return;
    }
    let at = Rect {
        x: area.right() - columns - 2,
        y: area.bottom() - 1,
        width: columns,
        height: 1,
    };
    frame.render_widget(Line::styled(text, ACCENT), at);
}

/// Says in the lower border of a box how many rows of its list stand further down; where none do, what its last column
/// holds.
pub(in crate::ui) fn end_of_list(
    frame: &mut Frame<'_>,
    area: Rect,
    list: &Viewport,
    last_column: &str,
) {
    let text = match list.rows_below() {
        0 => last_column.to_owned(),
        rows => format!("↓ {rows} more"),
    };
    let columns = u16::try_from(width(&text))
        .unwrap_or(u16::MAX)
        .saturating_add(2);
    if text.is_empty() || columns.saturating_add(4) > area.width || area.height == 0 {
        return;
    }
    let at = Rect {
        x: area.right() - columns - 1,
        y: area.bottom() - 1,
        width: columns,
        height: 1,
    };
    frame.render_widget(Line::styled(format!(" {text} "), on_border(DIM)), at);
}

/// Writes into the lower border of a box, at the left: the first of the texts that leaves room for a word at the right.
pub(in crate::ui) fn below(frame: &mut Frame<'_>, area: Rect, texts: &[&str]) {
    let room = usize::from(area.width).saturating_sub(4 + 14);
    let Some(text) = texts.iter().find(|text| width(text) + 2 <= room) else {
        return;
    };
    let at = Rect {
        x: area.x + 1,
        y: area.bottom().saturating_sub(1),
        width: u16::try_from(width(text) + 2).unwrap_or(0),
        height: 1,
    };
    frame.render_widget(Line::styled(format!(" {text} "), on_border(DIM)), at);
}
