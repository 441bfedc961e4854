//! People who may stand in the book twice: who, why, and how sure it is.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{list::List, page::Page, panel};
use crate::app::Model;
use crate::app::keymap::Scope;
use crate::app::sheet::DuplicatesSheet;
use crate::domain::Book;
use crate::domain::duplicates::Pair;
use crate::domain::sentences::duplicates::{reason, reasons, standing_twice_in, sure, who};
use crate::ui::layout::{Room, sheet};
use crate::ui::text::{left, right};
use crate::ui::theme::{DIM, STRONG};
use crate::ui::viewports::Viewports;

/// The most columns that the list is worth.
const WIDEST: u16 = 100;
/// The columns of "two, you said".
const SURE: usize = 13;
/// The rows below the list that say more of the pair under the cursor.
const BELOW: u16 = 3;

/// Draws the list.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    of: DuplicatesSheet,
    model: &Model,
    view: &mut Viewports,
) {
    let pairs = model.twins.pairs();
    let title = match model.twins.standing() {
        0 => "Nobody else stands here twice".to_owned(),
        _ => standing_twice_in(pairs),
    };
    let rows = u16::try_from(pairs.len()).unwrap_or(u16::MAX);
    let area = sheet(body, WIDEST, rows.saturating_add(2 + BELOW));
    let inside = panel::sheet(frame, area, &title, &model.keymap, Scope::Duplicates);
    let [above, below] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(BELOW)]).areas(inside);
    view.page = usize::from(above.height);
    let columns = usize::from(above.width.saturating_sub(2));
    let is_wide = Room::of(body) != Room::Narrow;
    let list = List {
        len: pairs.len(),
        cursor: Some(of.at(pairs)),
        focused: true,
        is_marked: |_| false,
    };
    list.draw(frame, above, &mut view.duplicates, |index| {
        let pair = pairs.get(index);
        pair.map_or_else(Line::default, |pair| {
            row(pair, &model.book, columns, is_wide)
        })
    });
    if let Some(pair) = of.pair(pairs) {
        let mut page = Page::new(below.width, 0);
        page.line("");
        page.text(&format!("{}: {}", sure(pair), reasons(pair)), DIM);
        page.draw(frame, below, 0);
    }
}

/// Both names, why where there is room, and how sure it is.
fn row(pair: &Pair, book: &Book, columns: usize, is_wide: bool) -> Line<'static> {
    let rest = columns.saturating_sub(SURE + 1);
    let names = if is_wide { rest * 45 / 100 } else { rest };
    let style = if pair.is_two { DIM } else { STRONG };
    let mut spans = vec![Span::styled(left(&who(book, pair), names), style)];
    if is_wide {
        let why = pair.reasons.first().map(reason).unwrap_or_default();
        let room = rest.saturating_sub(names + 1);
        spans.push(Span::styled(format!(" {}", left(&why, room)), DIM));
    }
    let word = if pair.is_two { DIM } else { Style::new() };
    spans.push(Span::styled(format!(" {}", right(sure(pair), SURE)), word));
    Line::from(spans)
}
