//! Two values of one field, side by side; one above the other where there is no width for that.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;

use super::{page::Page, panel};
use crate::app::keymap::Scope;
use crate::app::sheet::ValuesSheet;
use crate::app::{Context, Model};
use crate::domain::Book;
use crate::domain::book::Unresolved;
use crate::domain::merge::{Side, standing};
use crate::domain::sentences::unresolved;
use crate::ui::layout::{Room, sheet};
use crate::ui::theme::{DIM, STRONG};
use crate::ui::viewports::Viewports;

/// What is to be known before choosing.
const BOTH: &str = "A merge or an import found both. Enter keeps only the one in front.";

/// The most columns that two values are worth.
const WIDEST: u16 = 100;

/// The rows of a value that is worth looking at without scrolling.
const FEWEST: usize = 3;

/// Draws the field that is shown.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    of: ValuesSheet,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let book = &model.book;
    let title = format!(
        "Two values · {} of {}",
        of.at(book).saturating_add(1),
        book.unresolved.len()
    );
    let Some(open) = of.open(book) else {
        return;
    };
    let is_wide = Room::of(body) != Room::Narrow;
    let columns = body.width.min(WIDEST).saturating_sub(4);
    let share = if is_wide { columns / 2 } else { columns };
    let pages = pages(book, open, share.saturating_sub(4));
    let mut head = Page::new(columns, 0);
    head.text(&unresolved::about(book, open, cx.today), STRONG);
    if body.height > 16 {
        head.text(BOTH, DIM);
    }
    let rows = u16::try_from(head.len()).unwrap_or(u16::MAX);
    let area = sheet(body, WIDEST, height(&head, &pages, is_wide));
    let inside = panel::sheet(frame, area, &title, &model.keymap, Scope::Values);
    let [above, below] =
        Layout::vertical([Constraint::Length(rows), Constraint::Min(0)]).areas(inside);
    head.draw(frame, above, 0);
    let halves = [Constraint::Fill(1), Constraint::Fill(1)];
    let areas = if is_wide {
        Layout::horizontal(halves).areas(below)
    } else {
        Layout::vertical(halves).areas(below)
    };
    side_by_side(frame, areas, pages, of, view);
}

/// What stands now, and the other value.
fn pages(book: &Book, open: &Unresolved, columns: u16) -> [Page; 2] {
    let stands = standing(book, open).unwrap_or_else(|| open.ours.clone());
    [&stands, &open.theirs].map(|text| {
        let mut page = Page::new(columns, 0);
        page.text(&unresolved::value(book, open, text), Style::new());
        page
    })
}

/// The rows that the sheet would like to have.
fn height(head: &Page, pages: &[Page; 2], is_wide: bool) -> u16 {
    let lines = pages.iter().map(Page::len).max().unwrap_or(0).max(FEWEST);
    let boxes = if is_wide { lines + 2 } else { 2 * (lines + 2) };
    u16::try_from(head.len() + boxes + 2).unwrap_or(u16::MAX)
}

fn side_by_side(
    frame: &mut Frame<'_>,
    areas: [Rect; 2],
    pages: [Page; 2],
    of: ValuesSheet,
    view: &mut Viewports,
) {
    let names = [(Side::Ours, "stands now"), (Side::Theirs, "the other")];
    view.detail_reach = 0;
    for ((page, area), (side, name)) in pages.into_iter().zip(areas).zip(names) {
        let is_in_front = of.side == side;
        let name = if is_in_front {
            format!("▸ {name}")
        } else {
            name.to_owned()
        };
        let room = panel::draw(frame, area, &name, "", is_in_front);
        let reach = page.draw(frame, room, of.scroll);
        if of.scroll < reach {
            panel::more(frame, area, "↓");
        }
        view.page = usize::from(room.height);
        view.detail_reach = view.detail_reach.max(reach);
    }
}
