//! A message to read and copy.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{page::Page, panel};
use crate::app::keymap::Scope;
use crate::app::sheet::DraftSheet;
use crate::ui::layout::low_sheet;
use crate::ui::theme::DIM;
use crate::ui::viewports::Viewports;

/// Draws a message.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    drafts: &DraftSheet,
    view: &mut Viewports,
) {
    let Some(message) = drafts.message() else {
        return;
    };
    let width = body.width.min(80);
    let mut page = Page::new(width.saturating_sub(4), 0);
    page.line("");
    page.text(&message.text, Style::new());
    page.gap();
    let dates = if message.offers_days {
        " The dates are free in your book."
    } else {
        ""
    };
    page.text(&format!("Names nobody else.{dates}"), DIM);
    if drafts.messages.len() > 1 {
        let at = drafts.rows.at() + 1;
        page.text(
            &format!(
                "Message {at} of {}: ] is the other one.",
                drafts.messages.len()
            ),
            DIM,
        );
    }
    let height = u16::try_from(page.len() + 3).unwrap_or(u16::MAX);
    let area = low_sheet(body, width, height);
    let title = format!("To {} · Goodword sends nothing", message.to);
    let inside = panel::sheet(frame, area, &title, Scope::Draft);
    view.detail_reach = page.draw(frame, inside, drafts.scroll);
    if drafts.scroll < view.detail_reach {
        panel::more(frame, area, "↓");
    }
}
