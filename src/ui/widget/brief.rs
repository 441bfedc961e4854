//! What there is to know before a meeting, on one screen.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{page::Page, panel};
use crate::app::keymap::Scope;
use crate::app::sheet::BriefSheet;
use crate::app::{Context, Model};
use crate::domain::brief::Brief;
use crate::domain::sentences::brief::{facts, title};
use crate::ui::layout::sheet;
use crate::ui::screen::card;
use crate::ui::viewports::Viewports;

/// The columns of its labels, "You could give" the longest.
const LABEL: usize = 14;

/// Draws the brief about a person.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    of: BriefSheet,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let Some(contact) = model.book.contacts.get(of.contact) else {
        return;
    };
    let brief = Brief::of(&model.book, &model.derived.relationships, contact, cx.today);
    let width = body.width.min(92);
    let mut page = Page::new(width.saturating_sub(4), LABEL);
    card::write(&mut page, &facts(&brief, &model.book, cx.today));
    page.tighten(usize::from(body.height).saturating_sub(2));
    let height = u16::try_from(page.len() + 2).unwrap_or(u16::MAX);
    let area = sheet(body, width, height);
    let inside = panel::sheet(frame, area, &title(&brief), &model.keymap, Scope::Brief);
    view.page = usize::from(inside.height);
    view.detail_reach = page.draw(frame, inside, of.scroll);
    if of.scroll < view.detail_reach {
        panel::more(frame, area, "↓");
    }
}
