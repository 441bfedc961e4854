//! The line of tags, with the tags there are above it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{page::Page, panel, prompt};
use crate::app::Model;
use crate::app::keymap::Scope;
use crate::app::sheet::TagsLine;
use crate::domain::sentences::{name, people};
use crate::ui::layout::low_sheet;
use crate::ui::theme::DIM;

/// Draws the line.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, body: Rect, line: &TagsLine, model: &Model) {
    let area = low_sheet(body, body.width, 8);
    let title = match line.people.as_slice() {
        [one] => format!("Tags of {}", name(&model.book, *one)),
        several => format!("Tags of {}", people(several.len())),
    };
    let inside = panel::sheet(frame, area, &title, Scope::Tags);
    let above = prompt::draw(frame, inside, &line.input);
    let mut page = Page::new(inside.width, 8);
    page.text(
        "ny adds a tag, -ny takes it away; \"trade fair\" is one tag.",
        DIM,
    );
    if let [one] = line.people.as_slice()
        && let Some(contact) = model.book.contacts.get(*one)
    {
        let tags = match contact.tags.as_slice() {
            [] => "none".to_owned(),
            tags => tags.join(", "),
        };
        page.fact("Now", &tags, Style::new());
    }
    page.fact("Known", &line.offered().join(", "), DIM);
    page.draw(frame, above, 0);
}
