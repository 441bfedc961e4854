//! Every command by name: the list above, the line that is typed at the bottom.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::list::List;
use super::{field, panel};
use crate::app::Model;
use crate::app::keymap::Scope;
use crate::app::sheet::{Entry, Palette};
use crate::ui::layout::low_sheet;
use crate::ui::text::{fit, left};
use crate::ui::theme::{ACCENT, DIM, STRONG};
use crate::ui::viewports::Viewports;

/// Draws the palette.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    palette: &Palette,
    model: &Model,
    view: &mut Viewports,
) {
    // So that the row that a command is for stays in sight above it.
    let area = low_sheet(body, body.width, (body.height / 2).max(9));
    let inside = panel::sheet(
        frame,
        area,
        "Every command by name",
        &model.keymap,
        Scope::Palette,
    );
    let list = Rect {
        height: inside.height.saturating_sub(1),
        ..inside
    };
    let columns = usize::from(inside.width.saturating_sub(2));
    view.page = usize::from(list.height);
    List {
        len: palette.found.len(),
        cursor: palette.rows.selected(),
        focused: true,
        is_marked: |_| false,
    }
    .draw(frame, list, &mut view.palette, |index| {
        let entry = palette.found.get(index);
        entry.map_or_else(Line::default, |entry| row(entry, columns))
    });
    if palette.found.is_empty() {
        frame.render_widget(Line::styled("No command is called like that.", DIM), list);
    }
    input(frame, inside, palette);
}

/// Name, keys, and what it does; or why it cannot be done here, where a narrow screen has no room for the keys.
fn row(entry: &Entry, columns: usize) -> Line<'static> {
    let name = 16.min(columns);
    let keys = match &entry.why_not {
        Some(_) if columns < 70 => 0,
        _ => 12.min(columns.saturating_sub(name + 1)),
    };
    let room = columns.saturating_sub(name + keys + 2);
    let (style, rest, words) = match &entry.why_not {
        Some(why) => (DIM, DIM, format!("not here: {why}")),
        None => (STRONG, Style::new(), entry.help.to_owned()),
    };
    Line::from(vec![
        Span::styled(left(entry.name, name), style),
        Span::styled(format!(" {} ", left(&entry.keys, keys)), DIM),
        Span::styled(fit(&words, room).into_owned(), rest),
    ])
}

fn input(frame: &mut Frame<'_>, inside: Rect, palette: &Palette) {
    let line = Rect {
        y: inside.bottom().saturating_sub(1),
        height: 1.min(inside.height),
        ..inside
    };
    frame.render_widget(Line::styled(":", ACCENT.patch(STRONG)), line);
    let text = Rect {
        x: line.x.saturating_add(1).min(line.right()),
        width: line.width.saturating_sub(1),
        ..line
    };
    field::draw(frame, text, &palette.input, true);
}
