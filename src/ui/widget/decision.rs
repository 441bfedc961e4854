//! The decision between two invites.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{field, page::Page, panel};
use crate::app::keymap::Scope;
use crate::app::sheet::{DecisionField, DecisionSheet};
use crate::app::{Context, Model};
use crate::domain::dates::{relative, short};
use crate::domain::sentences::hour::start;
use crate::domain::sentences::load::before_a_yes;
use crate::domain::when;
use crate::ui::layout::low_sheet;
use crate::ui::text::{fit, left, safe, width};
use crate::ui::theme::{ACCENT, CURSOR, DIM, STRONG, WARM};
use crate::ui::viewports::Viewports;

/// The ways on have so many rows before the fields have any.
const LEAST_WAYS: u16 = 2;

/// Draws the decision.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    decision: &DecisionSheet,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let columns = body.width.min(84);
    let mut page = Page::new(columns.saturating_sub(4), 0);
    let cursor = ways(&mut page, decision);
    page.gap();
    let height = u16::try_from(page.len() + 8).unwrap_or(u16::MAX);
    let area = low_sheet(body, columns, height);
    let title = title(decision, model, cx);
    let scope = match decision.field {
        DecisionField::Ways => Scope::Decision,
        DecisionField::Reason | DecisionField::LookBack => Scope::Reason,
    };
    let inside = panel::sheet(frame, area, &title, &model.keymap, scope);
    let above = u16::try_from(page.len()).unwrap_or(u16::MAX);
    let fields = 5.min(inside.height.saturating_sub(LEAST_WAYS.min(above)));
    let list = Rect {
        height: above.min(inside.height.saturating_sub(fields)),
        ..inside
    };
    // The way under the cursor is always in sight, with what follows from it where that fits.
    let scroll = (cursor + 2)
        .saturating_sub(usize::from(list.height))
        .min(cursor);
    page.draw(frame, list, scroll);
    for at in 0..decision.ways.len() {
        view.note_item(list, at..at + 1, scroll, at);
    }
    draw_cursor(frame, list, cursor.saturating_sub(scroll));
    let below = Rect {
        y: list.bottom(),
        height: inside.height - list.height,
        ..inside
    };
    draw_fields(frame, below, decision, cx);
    draw_hours(frame, below, model, cx);
}

fn title(decision: &DecisionSheet, model: &Model, cx: &Context) -> String {
    let invite = model.book.invites.get(decision.pair.a);
    invite.map_or_else(String::new, |invite| {
        format!("Decide · {}", start(invite, cx.today))
    })
}

/// Marks a line of the list, where it is in sight.
fn draw_cursor(frame: &mut Frame<'_>, list: Rect, line: usize) {
    let row = list.rows().nth(line);
    if let Some(row) = row {
        frame.buffer_mut().set_style(row, CURSOR);
    }
}

/// The hours promised and free, below the fields: they inform, and give way to everything else.
fn draw_hours(frame: &mut Frame<'_>, fields: Rect, model: &Model, cx: &Context) {
    let area = Rect {
        y: fields.y.saturating_add(4),
        height: fields.height.saturating_sub(4),
        ..fields
    };
    let mut page = Page::new(area.width, 0);
    page.text(&before_a_yes(&model.derived.load, cx.today), DIM);
    if page.len() <= usize::from(area.height) {
        page.draw(frame, area, 0);
    }
}

fn ways(page: &mut Page, decision: &DecisionSheet) -> usize {
    let room = page.width();
    let longest = decision
        .ways
        .iter()
        .map(|way| width(&way.label))
        .max()
        .unwrap_or(0);
    let mut cursor = 0;
    for (at, way) in decision.ways.iter().enumerate() {
        let selected = decision.rows.selected() == Some(at);
        if selected {
            cursor = page.len();
        }
        let pointer = if selected {
            Span::styled("▸ ", ACCENT)
        } else {
            Span::raw("  ")
        };
        let mut spans = vec![
            pointer,
            Span::styled(left(&way.label, longest.min(room)), STRONG),
        ];
        let left_over = room.saturating_sub(longest + 5);
        if left_over >= 16 {
            spans.push(Span::raw(format!("   {}", fit(&way.note, left_over))));
        }
        page.line(Line::from(spans));
    }
    // Where there is no room beside, what follows from the way under the cursor stands below.
    let is_beside = room.saturating_sub(longest + 5) >= 16;
    if let Some(way) = decision.way().filter(|_| !is_beside) {
        page.text(&way.note, DIM);
    }
    cursor
}

fn draw_fields(frame: &mut Frame<'_>, area: Rect, decision: &DecisionSheet, cx: &Context) {
    let row = |at: u16| Rect {
        y: area.y.saturating_add(at),
        height: u16::from(at < area.height),
        ..area
    };
    // Where there is no room below the day, what is wrong with it stands here.
    let (question, style) = match &decision.problem {
        Some(problem) if area.height < 4 => (safe(problem), WARM),
        _ => ("Would it hold up if they read your reason?".into(), DIM),
    };
    frame.render_widget(Line::styled(question, style), row(0));
    labelled(
        frame,
        row(1),
        "Your reason",
        &decision.reason,
        decision.field == DecisionField::Reason,
    );
    labelled(
        frame,
        row(2),
        "Look back on",
        &decision.look_back,
        decision.field == DecisionField::LookBack,
    );
    let day = when::day(decision.look_back.value(), cx.today);
    let (echo, style) = match (&decision.problem, day) {
        (Some(problem), _) => (problem.clone(), WARM),
        (None, Some(day)) => (
            format!("{}, {}", short(day, cx.today), relative(day, cx.today)),
            DIM,
        ),
        (None, None) => (String::new(), DIM),
    };
    let echo = format!("              {}", safe(&echo));
    frame.render_widget(Line::styled(echo, style), row(3));
}

fn labelled(
    frame: &mut Frame<'_>,
    area: Rect,
    label: &str,
    input: &tui_input::Input,
    focused: bool,
) {
    let style = if focused { ACCENT } else { DIM };
    frame.render_widget(Line::styled(label.to_owned(), style), area);
    let indent = 14.min(area.width);
    let text = Rect {
        x: area.x + indent,
        width: area.width - indent,
        ..area
    };
    field::draw(frame, text, input, focused);
}
