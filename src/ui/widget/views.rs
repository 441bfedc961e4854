//! The saved views, and the line that names a new one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{list::List, page::Page, panel, prompt};
use crate::app::keymap::Scope;
use crate::app::sheet::{NamedView, ViewsSheet};
use crate::app::{Model, Screen};
use crate::domain::view::View;
use crate::ui::layout::{low_sheet, sheet};
use crate::ui::text::{fit, left};
use crate::ui::theme::{DIM, MILD, STRONG};
use crate::ui::viewports::Viewports;

/// Draws the saved views.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    open: &ViewsSheet,
    model: &Model,
    view: &mut Viewports,
) {
    let places = open.rows.keys();
    let height = u16::try_from(places.len().max(2) + 2).unwrap_or(u16::MAX);
    let area = sheet(body, 76, height.max(5));
    let inside = panel::sheet(frame, area, "Saved views", &model.keymap, Scope::Views);
    view.page = usize::from(inside.height);
    if places.is_empty() {
        let mut page = Page::new(inside.width, 0);
        let text = "None yet. {filter} and a filter, then {save}, keeps one.";
        page.text(&model.keymap.fill(text), DIM);
        page.draw(frame, inside, 0);
        return;
    }
    let columns = usize::from(inside.width.saturating_sub(2));
    let list = List {
        len: places.len(),
        cursor: Some(open.rows.at()),
        focused: true,
        is_marked: |_| false,
    };
    list.draw(frame, inside, &mut view.views, |index| {
        let at = places.get(index).copied().unwrap_or(usize::MAX);
        let saved = model.book.settings.views.get(at);
        saved.map_or_else(Line::default, |saved| row(saved, columns))
    });
}

/// Its number, its name, and what it shows.
fn row(saved: &View, columns: usize) -> Line<'static> {
    let name = (columns / 3).max(8);
    let number = match saved.number {
        0 => " ".to_owned(),
        number => number.to_string(),
    };
    let room = columns.saturating_sub(name + 4);
    Line::from(vec![
        Span::styled(format!("{number}  "), STRONG),
        Span::styled(left(&saved.name, name), STRONG),
        Span::styled(format!(" {}", fit(&shows(saved), room)), DIM),
    ])
}

/// "Contacts · tag:ny · by name".
fn shows(view: &View) -> String {
    let parts = [
        Screen::of(view.list).name(),
        &view.filter,
        view.sort.within(view.list).name(view.list),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// Draws the line that names a view.
pub(in crate::ui) fn draw_name(
    frame: &mut Frame<'_>,
    body: Rect,
    named: &NamedView,
    model: &Model,
) {
    let area = low_sheet(body, body.width, 7);
    let inside = panel::sheet(
        frame,
        area,
        "Keep this view",
        &model.keymap,
        Scope::NameView,
    );
    let above = prompt::draw(frame, inside, &named.input);
    let mut page = Page::new(inside.width, 0);
    page.text(&shows(&named.view), Style::new());
    match named.read() {
        Some(view) => {
            let text = format!(
                "Kept as \"{}\": ' {} brings it back.",
                view.name, view.number
            );
            page.text(&text, DIM);
        }
        None => page.text("A number from 1 to 9, then a name: 2 New York", MILD),
    }
    page.draw(frame, above, 0);
}
