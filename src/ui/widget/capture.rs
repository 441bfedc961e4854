//! The line that becomes records, with what it will store said above it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};

use super::{page::Page, panel};
use crate::app::Model;
use crate::app::context::Context;
use crate::app::keymap::Scope;
use crate::app::sheet::CaptureLine;
use crate::domain::capture::{Fact, Known, Line, Unread, fitting};
use crate::domain::incident::Party;
use crate::domain::sentences;
use crate::ui::layout::low_sheet;
use crate::ui::text::fit;
use crate::ui::theme::{ACCENT, DIM, MILD, STRONG};

/// The rows of the sheet besides what is said: the border and the line itself.
const BESIDES: u16 = 3;

/// Draws the line.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    line: &CaptureLine,
    model: &Model,
    cx: &Context,
) {
    // Half of the room, so that what the line is about stays in sight, and more where it will store more.
    let half = (body.height / 2).max(9);
    let known = Known {
        book: &model.book,
        relationships: &model.derived.relationships,
        today: cx.today,
        event: model.event.as_deref(),
    };
    // The border, a column of air on both sides.
    let mut page = Page::new(body.width.saturating_sub(4), 0);
    let rows = half.saturating_sub(BESIDES);
    match &line.read {
        Ok(read) => preview(&mut page, read, known, model),
        Err(unread) => why_not(&mut page, line.input.value(), unread, known, rows),
    }
    let needed = u16::try_from(page.len()).unwrap_or(u16::MAX);
    let area = low_sheet(body, body.width, needed.saturating_add(BESIDES).max(half));
    let title = model.event.as_ref().map_or_else(
        || "One line".to_owned(),
        |event| format!("At {event}, line after line · at: ends it"),
    );
    let inside = panel::sheet(frame, area, &title, &model.keymap, Scope::Line);
    let above = Rect {
        height: inside.height.saturating_sub(1),
        ..inside
    };
    // What was typed last is seen, where there is not room for all.
    let scroll = page.len().saturating_sub(above.height.into());
    page.draw(frame, above, scroll);
    input(frame, inside, line);
}

/// Why the line cannot be read, and what it could still become.
fn why_not(page: &mut Page, typed: &str, unread: &Unread, known: Known<'_>, rows: u16) {
    if !typed.trim().is_empty() {
        let why = sentences::capture::why(unread, known);
        let end = if why.ends_with('?') { "" } else { "." };
        let tab = match unread.candidates.as_slice() {
            [] => "",
            _ => " Tab takes the first.",
        };
        page.text(&format!("{why}{end}{tab}"), MILD);
    }
    examples(page, typed, rows.into());
}

/// What the line will store, whom its names were taken for, and what is promised already.
fn preview(page: &mut Page, read: &Line, known: Known<'_>, model: &Model) {
    for said in sentences::capture::sentences(read, known.book, known.today) {
        page.text(&said, Style::new());
    }
    for like in &read.alike {
        page.text(&sentences::duplicates::may_be(known.book, like), MILD);
    }
    for taken in sentences::capture::taken_for(read, known) {
        page.text(&taken, DIM);
    }
    let is_mine = |fact: &Fact| matches!(fact, Fact::Promise(promise) if promise.by == Party::Me);
    if read.facts.iter().any(is_mine) {
        let load = sentences::load::before_a_yes(&model.derived.load, known.today);
        page.text(&load, DIM);
    }
}

/// What the line could still become: as many examples as there is room for, and how many there are besides.
fn examples(page: &mut Page, typed: &str, rows: usize) {
    let fitting = fitting(typed.rsplit(';').next().unwrap_or(""));
    let free = rows.saturating_sub(page.len());
    let shown = if fitting.len() > free {
        free.saturating_sub(1)
    } else {
        fitting.len()
    };
    for verb in fitting.iter().take(shown) {
        let room = page.width();
        let example = fit(verb.example, room.min(50)).into_owned();
        let gap = 52_usize.saturating_sub(example.chars().count());
        let mut spans = vec![Span::raw(example)];
        if room > 80 {
            spans.push(Span::raw(" ".repeat(gap)));
            spans.push(Span::styled(verb.says, DIM));
        }
        page.line(Row::from(spans));
    }
    if shown < fitting.len() {
        let more = fitting.len() - shown;
        page.text(&format!("and {more} more: type a letter or two"), DIM);
    }
}

fn input(frame: &mut Frame<'_>, inside: Rect, line: &CaptureLine) {
    let row = Rect {
        y: inside.bottom().saturating_sub(1),
        height: 1,
        ..inside
    };
    let room = usize::from(row.width.saturating_sub(3));
    let scroll = line.input.visual_scroll(room);
    let shown: String = line.input.value().chars().skip(scroll).collect();
    let text = Row::from(vec![
        Span::styled("> ", ACCENT.patch(STRONG)),
        Span::raw(fit(&shown, room).into_owned()),
    ]);
    frame.render_widget(text, row);
    let column = 2 + line.input.visual_cursor().saturating_sub(scroll);
    if let Ok(column) = u16::try_from(column) {
        frame.set_cursor_position(Position::new(row.x.saturating_add(column), row.y));
    }
}
