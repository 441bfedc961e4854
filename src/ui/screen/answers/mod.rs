//! The answers about two invites, both people on one sheet. The result is hidden meanwhile.

mod rows;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Clear;

use self::rows::Sheet;
use crate::app::sheet::{Answers, TypedDay};
use crate::app::{Context, Model};
use crate::domain::sentences::hour::start;
use crate::ui::text::fit;
use crate::ui::theme::{ACCENT, WARM};
use crate::ui::widget::{field, panel};

/// Draws the answers.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    answers: &Answers,
    model: &Model,
    cx: &Context,
) {
    let (Some(a), Some(b)) = (
        model.book.invites.get(answers.pair.a),
        model.book.invites.get(answers.pair.b),
    ) else {
        return;
    };
    let title = format!(
        "What do you know? · {} · the result shows afterwards",
        start(a, cx.today)
    );
    let inside = panel::sheet(frame, area, &title, &model.keymap, model.scope());
    let sheet = Sheet {
        answers,
        model,
        cx,
        a,
        b,
    };
    let (lines, cursor) = sheet.lines(usize::from(inside.width));
    let cursor = draw_rows(frame, inside, lines, cursor);
    if let Some(typed) = &answers.day {
        draw_day(frame, inside, cursor, typed);
    }
}

/// Draws the rows from where the question under the cursor stays in sight with what belongs to it; the row of the screen
/// that the cursor is on then. Blank rows go first where there is no room.
fn draw_rows(
    frame: &mut Frame<'_>,
    inside: Rect,
    mut lines: Vec<Line<'static>>,
    mut cursor: usize,
) -> u16 {
    let rows = usize::from(inside.height);
    if lines.len() > rows {
        let blank = |line: &Line<'_>| line.width() == 0;
        cursor -= lines.iter().take(cursor).filter(|line| blank(line)).count();
        lines.retain(|line| !blank(line));
    }
    let scroll = (cursor + 4)
        .saturating_sub(rows)
        .min(lines.len().saturating_sub(rows));
    let shown = lines.into_iter().skip(scroll);
    for (line, y) in shown.zip(inside.y..inside.bottom()) {
        let row = Rect {
            y,
            height: 1,
            ..inside
        };
        frame.render_widget(line, row);
    }
    u16::try_from(cursor.saturating_sub(scroll)).unwrap_or(0)
}

/// Draws the field for a day below the answers it is for.
fn draw_day(frame: &mut Frame<'_>, inside: Rect, cursor: u16, typed: &TypedDay) {
    let below = inside.y.saturating_add(cursor).saturating_add(1);
    let row = Rect {
        y: below.min(inside.bottom().saturating_sub(1)),
        height: 1,
        ..inside
    };
    frame.render_widget(Clear, row);
    let (label, style) = match typed.problem.as_deref() {
        Some(problem) => (problem, WARM),
        None => ("  on which day? ", ACCENT),
    };
    let columns = u16::try_from(label.chars().count())
        .unwrap_or(0)
        .min(row.width.saturating_sub(10));
    let label = fit(label, usize::from(columns)).into_owned();
    frame.render_widget(Line::styled(label, style), row);
    let text = Rect {
        x: row.x + columns + 1,
        width: row.width.saturating_sub(columns + 1),
        ..row
    };
    field::draw(frame, text, &typed.input, true);
}
