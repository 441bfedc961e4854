//! Today: what asks for me, and why.
//!
//! A sentence first, then the lunches of the day, then what waits, then the one under the cursor.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{card, promise_page};
use crate::app::{Context, Model};
use crate::domain::agenda::{Asking, Matter};
use crate::domain::invite::Invite;
use crate::domain::lunches;
use crate::domain::sentences::hour::clock;
use crate::domain::sentences::{self, agenda, day};
use crate::ui::layout::{Room, behind_margin};
use crate::ui::text::{fit, left, safe, width};
use crate::ui::theme::{DIM, DONE, STRONG, STRUCK, of_matter};
use crate::ui::viewports::Viewports;
use crate::ui::widget::list::List;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;
use crate::ui::widget::tally::{Marked, tally};

/// Draws Today.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let lunches = lunches::of_today(&model.book, cx.today).len();
    let top = match area.height {
        0..10 => 0,
        10..16 => 1,
        _ => u16::try_from(lunches.min(3)).unwrap_or(0) + 2,
    };
    let summary = summary(area, model, cx);
    let below = u16::try_from(summary.len()).unwrap_or(0);
    // Where it would take the room of the rows or of the record, it is left out.
    let below = if area.height >= top + 15 + below {
        below
    } else {
        0
    };
    let [head, body, foot] = Layout::vertical([
        Constraint::Length(top),
        Constraint::Min(0),
        Constraint::Length(below),
    ])
    .areas(area);
    summary.draw(frame, behind_margin(foot), 0);
    if top > 0 {
        headline(frame, head, model, cx);
    }
    let is_empty = model.today.rows.keys().is_empty();
    let (list, detail) = match Room::of(area) {
        _ if is_empty => (body, None),
        Room::Wide => {
            let [list, detail] =
                Layout::horizontal([Constraint::Percentage(63), Constraint::Min(0)]).areas(body);
            (list, Some(detail))
        }
        _ if body.height >= 15 => {
            let [list, detail] =
                Layout::vertical([Constraint::Percentage(58), Constraint::Min(0)]).areas(body);
            (list, Some(detail))
        }
        _ => (body, None),
    };
    rows(frame, list, model, cx, view, detail.is_none());
    if let Some(detail) = detail {
        draw_detail(frame, detail, model, cx);
    }
}

/// The week in counts, and the hours promised and free.
fn summary(area: Rect, model: &Model, cx: &Context) -> Page {
    let mut page = Page::new(behind_margin(area).width, 13);
    if !model.book.contacts.is_empty() {
        let (week, load) = (&model.derived.week, &model.derived.load);
        page.fact("This week", &sentences::load::week(week), Style::new());
        let hours = sentences::load::brief(load, cx.today);
        page.fact("Before a yes", &hours, Style::new());
    }
    page
}

/// The day in a sentence, and its lunches.
fn headline(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context) {
    let area = behind_margin(area);
    let sentence = if model.book.contacts.is_empty() {
        sentences::NOBODY_YET.to_owned()
    } else {
        day::headline(&model.derived.agenda, &model.book, cx.today)
    };
    let lunches = lunches::of_today(&model.book, cx.today);
    let mut page = Page::new(area.width, 0);
    if area.height > 1 {
        page.line("");
    }
    page.line(Line::styled(
        fit(&sentence, page.width()).into_owned(),
        STRONG,
    ));
    for invite in lunches.into_iter().take(3) {
        page.line(lunch(model, invite, page.width()));
    }
    page.draw(frame, area, 0);
}

/// "12:30  Lea Novak  Café Merz, 12 min away · bring: market figures".
fn lunch(model: &Model, invite: &Invite, columns: usize) -> Line<'static> {
    let names: Vec<&str> = invite
        .with
        .iter()
        .map(|contact| sentences::name(&model.book, *contact))
        .collect();
    let about = day::about_lunch(invite, &model.book);
    let (hour, names) = (
        format!("{}  Lunch  ", clock(invite)),
        safe(&names.join(", ")).into_owned(),
    );
    let room = columns.saturating_sub(width(&hour) + width(&names) + 2);
    let about = format!("  {}", fit(&about, room));
    Line::from(vec![
        Span::styled(hour, DIM),
        Span::styled(names, STRONG),
        Span::raw(about),
    ])
}

fn rows(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
    alone: bool,
) {
    let pane = &model.today;
    let (shown, all) = (pane.rows.keys().len(), model.derived.agenda.len());
    // What was just ticked stands there still.
    let all = all.max(shown);
    let room = area.height.saturating_sub(2);
    let reason = if alone && shown > 0 {
        3.min(room / 3)
    } else {
        0
    };
    let in_sight = shown.min(usize::from(room.saturating_sub(reason)));
    let usual = format!("{in_sight} of {all}");
    let note = tally(Marked::default(), &pane.filter, (shown, all), usual);
    let whole = panel::draw(frame, area, "Waiting for you", &note, true);
    let [inside, below] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(reason)]).areas(whole);
    in_full(frame, below, model, cx);
    view.page = usize::from(inside.height);
    if pane.rows.keys().is_empty() {
        empty(frame, inside, model);
        return;
    }
    let columns = usize::from(inside.width.saturating_sub(2));
    let who = if columns < 60 { 14 } else { 18 };
    let list = List {
        len: pane.rows.keys().len(),
        cursor: Some(pane.rows.at()),
        focused: true,
        is_marked: |_| false,
    };
    list.draw(frame, inside, &mut view.today, |index| {
        let matter = pane.rows.keys().get(index);
        let asking = matter.and_then(|matter| pane.asking(*matter, &model.derived));
        asking.map_or_else(Line::default, |asking| row(asking, model, cx, who, columns))
    });
    panel::end_of_list(frame, area, &view.today, "");
}

/// Where there is no room for the record: the reason of the row under the cursor in full.
fn in_full(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context) {
    let Some(asking) = model.today.selected(&model.derived) else {
        return;
    };
    let row = model.asking(asking, cx.today);
    let mut page = Page::new(area.width, 0);
    page.line(Line::styled("─".repeat(usize::from(area.width)), DIM));
    page.text(&row.why, Style::new());
    page.draw(frame, area, 0);
}

fn row(asking: &Asking, model: &Model, cx: &Context, who: usize, columns: usize) -> Line<'static> {
    let row = model.asking(asking, cx.today);
    let (sign, text) = if agenda::has_ended(asking.matter, &model.book) {
        (DONE, STRUCK)
    } else {
        (of_matter(asking.matter, row.kind == "late"), Style::new())
    };
    let kind = 10;
    let room = columns.saturating_sub(2 + who + 1 + kind);
    Line::from(vec![
        Span::styled(format!("{} ", sign.glyph), sign.style),
        Span::styled(left(&row.who, who), STRONG),
        Span::raw(" "),
        Span::styled(left(row.kind, kind), sign.style),
        Span::styled(fit(&row.why, room).into_owned(), text),
    ])
}

fn empty(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let mut page = Page::new(area.width, 12);
    page.line("");
    if model.today.filter.is_set() {
        let text = "Nothing here matches. {back} shows everything again.";
        page.text(&model.keymap.fill(text), Style::new());
    } else {
        let text = "{add-line}: write down what you promised today.";
        page.text(&model.keymap.fill(text), Style::new());
    }
    page.draw(frame, area, 0);
}

/// What the row under the cursor is about.
fn draw_detail(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context) {
    let Some(asking) = model.today.selected(&model.derived) else {
        panel::draw(frame, area, "", "", false);
        return;
    };
    let row = model.asking(asking, cx.today);
    let inside = panel::draw(frame, area, &row.who, "", false);
    let mut page = Page::new(inside.width, 14);
    let why_fits = width(&row.why) < page.width();
    page.text(&row.why, if why_fits { STRONG } else { Style::new() });
    page.gap();
    if let Some(promise) = asking
        .matter
        .promise()
        .and_then(|id| model.book.promises.get(id))
    {
        promise_page::brief(&mut page, promise, cx.today);
        page.gap();
    }
    match asking.matter {
        Matter::Harm(pair) | Matter::Clash(pair) => {
            for line in super::lunch::summary(model, pair, cx.today) {
                page.text(&line, Style::new());
            }
            page.gap();
            let keys = "{open} shows both side by side · {reply} replies to one";
            page.text(&model.keymap.fill(keys), DIM);
        }
        _ => {
            if let Some(contact) = asking.contact.and_then(|id| model.book.contacts.get(id)) {
                card::brief(&mut page, contact, model, cx.today);
            }
        }
    }
    page.draw(frame, inside, 0);
}
