//! The line that becomes a record, with what it will store said above it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};

use super::{page::Page, panel};
use crate::app::Model;
use crate::app::context::Context;
use crate::app::keymap::Scope;
use crate::app::sheet::CaptureLine;
use crate::domain::capture::{Unread, VERBS, begun};
use crate::domain::sentences;
use crate::ui::layout::low_sheet;
use crate::ui::text::fit;
use crate::ui::theme::{ACCENT, DIM, MILD, STRONG};

/// Draws the line.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    line: &CaptureLine,
    model: &Model,
    cx: &Context,
) {
    // Half of the room, so that what the line is about stays in sight; no more than all verbs need.
    let all = u16::try_from(VERBS.len())
        .unwrap_or(u16::MAX)
        .saturating_add(3);
    let area = low_sheet(body, body.width, (body.height / 2).max(9).min(all));
    let inside = panel::sheet(frame, area, "One line", &model.keymap, Scope::Line);
    let mut page = Page::new(inside.width, 0);
    match &line.read {
        Ok(read) => {
            let says = sentences::capture::says(read, &model.book, cx.today);
            page.text(&says, Style::new());
            others(&mut page, &read.candidates, model);
        }
        Err(Unread(why)) => {
            if !line.input.value().trim().is_empty() {
                let end = if why.ends_with('?') { "" } else { "." };
                page.text(&format!("{why}{end}"), MILD);
            }
            examples(&mut page, line.input.value());
        }
    }
    let above = Rect {
        height: inside.height.saturating_sub(1),
        ..inside
    };
    page.draw(frame, above, 0);
    input(frame, inside, line);
}

/// Who else could be meant.
fn others(page: &mut Page, candidates: &[crate::domain::contact::ContactId], model: &Model) {
    if candidates.len() < 2 {
        return;
    }
    let names: Vec<String> = candidates
        .iter()
        .take(5)
        .map(|id| sentences::name(&model.book, *id).to_owned())
        .collect();
    let text = format!(
        "{} are called like that: {}. Tab takes the next.",
        candidates.len(),
        names.join(", ")
    );
    page.text(&text, DIM);
}

/// What the line could still become.
fn examples(page: &mut Page, typed: &str) {
    let typed = typed.split(':').next().unwrap_or("");
    let mut fitting = begun(typed).peekable();
    if fitting.peek().is_none() {
        fitting = begun("").peekable();
    }
    for verb in fitting {
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
