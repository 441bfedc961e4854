//! What lies over the screen and may not be seen while names are hidden.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{page::Page, panel};
use crate::app::Model;
use crate::app::keymap::Scope;
use crate::ui::layout::sheet;

/// Draws the cover.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, body: Rect, model: &Model) {
    let area = sheet(body, 60, 5);
    let inside = panel::sheet(
        frame,
        area,
        "Names are hidden",
        &model.keymap,
        Scope::Covered,
    );
    let mut page = Page::new(inside.width, 0);
    page.line("");
    let text = model
        .keymap
        .fill("What is open here is kept. {hide-names} shows it.");
    page.text(&text, Style::new());
    page.draw(frame, inside, 0);
}
