//! How figures come about, with their limits.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{page::Page, panel};
use crate::app::Model;
use crate::app::keymap::Scope;
use crate::domain::sentences::formulas::{CHOICES, NETWORK, REVIEW, chapters};
use crate::ui::layout::sheet;
use crate::ui::viewports::Viewports;

/// Draws the page.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    about: Scope,
    model: &Model,
    scroll: usize,
    view: &mut Viewports,
) {
    let area = sheet(body, 80, body.height);
    let inside = panel::sheet(
        frame,
        area,
        "How figures come about",
        &model.keymap,
        Scope::Help,
    );
    let mut page = Page::new(inside.width, 0);
    let mut chapters = chapters(&model.book.settings.order_of_lines);
    // What is asked from a screen that has a chapter of its own stands first.
    chapters.sort_by_key(|chapter| Some(chapter.title) != own(about));
    for chapter in chapters {
        page.heading(chapter.title);
        for (at, paragraph) in chapter.text.iter().enumerate() {
            if at > 0 {
                page.gap();
            }
            page.text(paragraph, Style::new());
        }
    }
    view.detail_reach = page.draw(frame, inside, scroll);
    if scroll < view.detail_reach {
        panel::more(frame, area, "↓");
    }
}

/// The chapter on what a screen shows, where there is one.
const fn own(about: Scope) -> Option<&'static str> {
    match about {
        Scope::Choices => Some(CHOICES),
        Scope::Network => Some(NETWORK),
        Scope::Review => Some(REVIEW),
        _ => None,
    }
}
