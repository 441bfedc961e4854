//! Why it stands so with a person: each gauge with its range, and the entries behind it.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::{page::Page, panel};
use crate::app::keymap::Scope;
use crate::app::sheet::WhySheet;
use crate::app::{Context, Model};
use crate::domain::dates::short;
use crate::domain::sentences::why::{Entry, Gauge, Speaks, footnote, why};
use crate::ui::layout::sheet;
use crate::ui::theme::{DIM, GOOD, STRONG, WARM};
use crate::ui::viewports::Viewports;

/// Draws what is behind the gauges of a person.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    of: WhySheet,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let Some(contact) = model.book.contacts.get(of.contact) else {
        return;
    };
    let between = model.derived.relationships.with(of.contact);
    let area = sheet(body, 84, body.height);
    let title = format!("Why · {}", contact.name);
    let inside = panel::sheet(frame, area, &title, &model.keymap, Scope::Why);
    let mut page = Page::new(inside.width, 0);
    for one in why(contact, between, cx.today) {
        gauge(&mut page, &one, cx.today);
    }
    page.gap();
    page.text(&footnote(contact), STRONG);
    view.page = usize::from(inside.height);
    view.detail_reach = page.draw(frame, inside, of.scroll);
    if of.scroll < view.detail_reach {
        panel::more(frame, area, "↓");
    }
}

fn gauge(page: &mut Page, gauge: &Gauge, today: NaiveDate) {
    page.heading(&gauge.title);
    for (place, sentence) in gauge.says.iter().enumerate() {
        page.text(sentence, if place == 0 { STRONG } else { Style::new() });
    }
    for entry in &gauge.entries {
        write(page, entry, today);
    }
    if !gauge.entries.is_empty() {
        page.text(&format!("Counted: {}", gauge.counted), DIM);
    }
}

fn write(page: &mut Page, entry: &Entry, today: NaiveDate) {
    let mark = match entry.speaks {
        Speaks::For => Span::styled("✓", GOOD),
        Speaks::Against => Span::styled("✗", WARM),
        Speaks::Neither => Span::styled("·", DIM),
    };
    let text = format!("{}  {}", short(entry.on, today), entry.text);
    page.item(&mark, &text, Style::new());
}
