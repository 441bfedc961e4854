//! A message to read, and its text while it is written.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::{page::Page, panel};
use crate::app::keymap::{Command, Keymap, Scope};
use crate::app::sheet::{DraftSheet, Editor};
use crate::app::{Context, Model};
use crate::domain::messages::{Message, Purpose, answer};
use crate::ui::layout::low_sheet;
use crate::ui::text::safe;
use crate::ui::theme::{DIM, WARM};
use crate::ui::viewports::Viewports;

/// Draws a message.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    drafts: &DraftSheet,
    (model, cx): (&Model, &Context),
    view: &mut Viewports,
) {
    let Some(message) = drafts.message() else {
        return;
    };
    let width = body.width.min(80);
    let title = format!("To {} · Goodword sends nothing", message.to);
    if let Some(editor) = &drafts.editor {
        write(
            frame,
            low_sheet(body, width, 18),
            &title,
            (editor, &model.keymap),
            view,
        );
        return;
    }
    let mut page = Page::new(width.saturating_sub(4), 0);
    page.line("");
    page.text(&message.text, Style::new());
    page.gap();
    let is_answer = answer(&model.book, drafts.purpose, message.contact, cx.today).is_some();
    if is_answer {
        let text = "{to-file} writes your answer for their calendar, too.";
        page.text(&model.keymap.fill(text), DIM);
    }
    below(&mut page, message, drafts, model);
    let height = u16::try_from(page.len() + 3).unwrap_or(u16::MAX);
    let area = low_sheet(body, width, height);
    let inside = panel::sheet(frame, area, &title, &model.keymap, Scope::Draft);
    view.detail_reach = page.draw(frame, inside, drafts.scroll);
    if drafts.scroll < view.detail_reach {
        panel::more(frame, area, "↓");
    }
}

/// What there is to know about the text.
fn below(page: &mut Page, message: &Message, drafts: &DraftSheet, model: &Model) {
    if let Some(refusal) = model.templates.refusal(message.kind) {
        page.text(refusal, WARM);
    }
    if message.text.contains('[') {
        let text = "What stands in brackets only you know: {edit} writes it.";
        page.text(&model.keymap.fill(text), DIM);
    }
    let mut facts = Vec::new();
    if !drafts.is_changed() {
        facts.push(match drafts.purpose {
            Purpose::Introduction(..) => "Names the two of them and nobody else.",
            _ => "Names nobody else.",
        });
        facts.extend(
            message
                .offers_days
                .then_some("The dates are free in your book."),
        );
    }
    page.text(&facts.join(" "), DIM);
    if drafts.messages.len() > 1 {
        let (at, all) = (drafts.rows.at() + 1, drafts.messages.len());
        let next = model.keymap.key(Command::NextItem);
        page.text(
            &format!("Message {at} of {all}: {next} is the other one."),
            DIM,
        );
    }
}

/// Draws the text while it is written, with the cursor of the terminal in it.
fn write(
    frame: &mut Frame<'_>,
    area: Rect,
    title: &str,
    (editor, keymap): (&Editor, &Keymap),
    view: &mut Viewports,
) {
    let inside = panel::sheet(frame, area, title, keymap, Scope::Writing);
    // The last column is the cursor's, behind the end of a full row.
    view.columns = usize::from(inside.width.saturating_sub(1));
    let rows = editor.rows(view.columns());
    let (row, column) = editor.cursor(view.columns());
    let height = usize::from(inside.height).max(1);
    let first = view.writing.follow(row, height, rows.len());
    for (y, text) in (inside.y..inside.bottom()).zip(rows.iter().skip(first)) {
        let area = Rect {
            y,
            height: 1,
            ..inside
        };
        frame.render_widget(Line::raw(safe(text).into_owned()), area);
    }
    let place = |start: u16, offset: usize, end: u16| {
        let offset = u16::try_from(offset).unwrap_or(u16::MAX);
        start.saturating_add(offset).min(end.saturating_sub(1))
    };
    let x = place(inside.x, column, inside.right());
    let y = place(inside.y, row.saturating_sub(first), inside.bottom());
    frame.set_cursor_position(Position::new(x, y));
}
