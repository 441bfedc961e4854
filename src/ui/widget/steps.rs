//! The changes of this session, the latest first; those that are undone are dim and say so.

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{list::List, panel};
use crate::app::history::Noted;
use crate::app::keymap::Scope;
use crate::app::sheet::StepsSheet;
use crate::app::{Context, Model};
use crate::ui::layout::sheet;
use crate::ui::text::{left, right};
use crate::ui::theme::{ACCENT, DIM};
use crate::ui::viewports::Viewports;

/// Draws the changes.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    steps: &StepsSheet,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let points = steps.rows.keys();
    let height = u16::try_from(points.len() + 2).unwrap_or(u16::MAX);
    let area = sheet(body, 76, height.max(5));
    let inside = panel::sheet(frame, area, "Changes of this session", Scope::Steps);
    view.page = usize::from(inside.height);
    let columns = usize::from(inside.width.saturating_sub(2));
    let list = List {
        len: points.len(),
        cursor: Some(steps.rows.at()),
        focused: true,
        is_marked: |_| false,
    };
    list.draw(frame, inside, &mut view.steps, |index| {
        let point = points.get(index).copied().unwrap_or(0);
        row(point, model, cx, columns)
    });
}

/// When, what, and whether the book is there now.
fn row(point: usize, model: &Model, cx: &Context, columns: usize) -> Line<'static> {
    let step = point.checked_sub(1).and_then(|at| model.history.step(at));
    let is_now = model.history.position() == point;
    let (when, label, is_done) = match step {
        Some(Noted { label, at, is_done }) => (ago(cx.clock.saturating_sub(at)), label, is_done),
        None => (String::new(), "as it was at the start", true),
    };
    let word = match (is_now, is_done) {
        (true, _) => "now",
        (false, true) => "",
        (false, false) => "undone",
    };
    let style = if is_done { Style::new() } else { DIM };
    let room = columns.saturating_sub(12 + 8);
    Line::from(vec![
        Span::styled(left(&when, 12), DIM),
        Span::styled(left(label, room), style),
        Span::styled(right(word, 8), if is_now { ACCENT } else { DIM }),
    ])
}

/// "just now", "4 min ago", "2 h ago".
fn ago(time: Duration) -> String {
    match time.as_secs() / 60 {
        0 => "just now".to_owned(),
        minutes @ 1..60 => format!("{minutes} min ago"),
        minutes => format!("{} h ago", minutes / 60),
    }
}
