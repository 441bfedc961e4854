//! A warm way to somebody, or somebody who can help: the line below, what was found above it, and of the one under the
//! cursor the reasons.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{list::List, page::Page, panel, prompt};
use crate::app::keymap::Scope;
use crate::app::sheet::{Answer, ReachSheet};
use crate::app::{Context, Model};
use crate::domain::network::{Helper, Reached};
use crate::domain::sentences::network::{in_return, last_talk, ways};
use crate::domain::sentences::{capitalised, name};
use crate::ui::layout::low_sheet;
use crate::ui::text::{fit, left};
use crate::ui::theme::{DIM, MILD, STRONG};
use crate::ui::viewports::Viewports;

/// Draws the sheet.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    sheet: &ReachSheet,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let area = low_sheet(body, body.width, body.height.min(18));
    let found = sheet.rows.keys().len();
    let title = match (&sheet.answer, found) {
        (Answer::Ways(..), 0) => "Reach: a name or a firm".to_owned(),
        (Answer::Ways(..), _) => "Reach: the warmest way first".to_owned(),
        (Answer::Helpers(_), 0) => "Who can help with: a topic".to_owned(),
        (Answer::Helpers(_), number) => format!("Who can help: {number}"),
    };
    let inside = panel::sheet(frame, area, &title, &model.keymap, Scope::Reach);
    let above = prompt::draw(frame, inside, &sheet.input);
    if found == 0 {
        nothing(frame, above, sheet);
        return;
    }
    let rows = u16::try_from(found).unwrap_or(u16::MAX);
    let rows = rows.min((above.height / 2).max(1)).min(8);
    let [top, rule, below] = Layout::vertical([
        Constraint::Length(rows),
        Constraint::Length(1),
        Constraint::Min(0),
    ])
    .areas(above);
    view.page = usize::from(top.height);
    let columns = usize::from(top.width.saturating_sub(2));
    let list = List {
        len: found,
        cursor: Some(sheet.rows.at()),
        focused: true,
        is_marked: |_| false,
    };
    list.draw(frame, top, &mut view.found, |index| match &sheet.answer {
        Answer::Ways(ways, _) => ways
            .get(index)
            .map_or_else(Line::default, |way| way_row(way, model, columns)),
        Answer::Helpers(helpers) => helpers
            .get(index)
            .map_or_else(Line::default, |one| helper_row(one, model, columns)),
    });
    let line = "─".repeat(usize::from(rule.width));
    frame.render_widget(Line::styled(line, DIM), rule);
    reasons(frame, below, sheet, model, cx.today);
}

fn nothing(frame: &mut Frame<'_>, area: Rect, sheet: &ReachSheet) {
    let wanted = sheet.input.value().trim();
    let mut page = Page::new(area.width, 0);
    let (text, style) = match (&sheet.answer, wanted.is_empty()) {
        (Answer::Ways(..), true) => (
            "At most three steps: whom to ask, who may ask somebody in turn. Whom somebody knows is noted with them (e on Contacts)."
                .to_owned(),
            DIM,
        ),
        (Answer::Helpers(_), true) => (
            "By what you noted that they can help with, their role, their circle.".to_owned(),
            DIM,
        ),
        (Answer::Ways(_, is_known), false) => (ways::no_way(wanted, *is_known), MILD),
        (Answer::Helpers(_), false) => (ways::no_help(wanted), MILD),
    };
    page.text(&text, style);
    page.draw(frame, area, 0);
}

fn way_row(way: &Reached, model: &Model, columns: usize) -> Line<'static> {
    let chain = ways::chain(&model.book, way);
    Line::from(Span::raw(fit(&chain, columns).into_owned()))
}

fn helper_row(helper: &Helper, model: &Model, columns: usize) -> Line<'static> {
    let who = if columns < 60 { 16 } else { 24 };
    let by = ways::helps(helper);
    let room = columns.saturating_sub(who + 2);
    Line::from(vec![
        Span::styled(left(name(&model.book, helper.contact), who), STRONG),
        Span::raw("  "),
        Span::styled(fit(&by, room).into_owned(), DIM),
    ])
}

/// Why each step may hold; of somebody who can help what they are trying to solve.
fn reasons(frame: &mut Frame<'_>, area: Rect, sheet: &ReachSheet, model: &Model, today: NaiveDate) {
    let (book, between) = (&model.book, &model.derived.relationships);
    let at = sheet.rows.at();
    let mut page = Page::new(area.width, 0);
    match &sheet.answer {
        Answer::Ways(found, _) => {
            if let Some(way) = found.get(at) {
                page.text(&ways::chain(book, way), STRONG);
                let dot = Span::styled("·", DIM);
                for reason in ways::reasons(book, between, way, today) {
                    page.item(&dot, &reason, Style::new());
                }
            }
        }
        Answer::Helpers(helpers) => {
            if let Some(helper) = helpers.get(at) {
                let who = helper.contact;
                page.text(&in_return(book, who), Style::new());
                page.text(&capitalised(&last_talk(between.with(who), today)), DIM);
                page.text(&ways::asked(book, who, today), DIM);
            }
        }
    }
    page.draw(frame, area, 0);
}
