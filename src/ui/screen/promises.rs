//! Promises: the ledger in groups, and the promise under the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::promise_page;
use crate::app::pane::{LedgerLine, LedgerRow};
use crate::app::screen::Focus;
use crate::app::{Context, Model};
use crate::domain::incident::Party;
use crate::domain::ledger::Group;
use crate::domain::promise::{Hearing, Promise, State};
use crate::domain::query;
use crate::domain::sentences::{self, promise as say};
use crate::domain::view::Sorting;
use crate::ui::layout::ledger_and_detail;
use crate::ui::text::{fit, left};
use crate::ui::theme::{
    BROKEN, DIM, DONE, DUE, GOOD, HEADING, LATE, MILD, STRONG, STRUCK, Sign, UNCLEAR, UNHEARD, WARM,
};
use crate::ui::viewports::Viewports;
use crate::ui::widget::list::List;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;
use crate::ui::widget::tally::{Marked, tally};

/// Draws the ledger.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let in_detail = model.promises.focus == Focus::Detail;
    let (list, detail) = ledger_and_detail(area, model.promises.lines.len(), in_detail);
    if let Some(detail) = detail {
        draw_promise(frame, detail, model, cx, view);
    }
    if let Some(list) = list {
        ledger(frame, list, model, cx, view);
    }
}

fn ledger(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context, view: &mut Viewports) {
    let pane = &model.promises;
    let focused = pane.focus == Focus::List;
    let marked = Marked {
        all: pane.marks.len(),
        out_of_sight: pane.marks.out_of_sight(pane.in_sight()).len(),
    };
    let usual = match pane.sort {
        Sorting::Owed => format!("{} open", pane.open),
        sort => format!("{} open, {}", pane.open, sort.name(query::List::Promises)),
    };
    let note = tally(marked, &pane.filter, (pane.shown, pane.total), usual);
    let inside = panel::draw(frame, area, "Promises", &note, focused);
    if focused {
        view.page = usize::from(inside.height);
    }
    if pane.lines.is_empty() {
        empty(frame, inside, model);
        return;
    }
    let selected = pane.rows.selected();
    let cursor = pane
        .lines
        .iter()
        .position(|line| matches!(line, LedgerLine::Row(row) if Some(*row) == selected));
    let columns = usize::from(inside.width.saturating_sub(2));
    let list = List {
        len: pane.lines.len(),
        cursor,
        focused,
        is_marked: |index| match pane.lines.get(index) {
            Some(LedgerLine::Row(LedgerRow::Promise(id))) => pane.marks.has(*id),
            _ => false,
        },
    };
    list.draw(frame, inside, &mut view.promises, |index| {
        match pane.lines.get(index) {
            Some(LedgerLine::Heading(group, count)) => {
                Line::styled(format!("{} ({count})", group.title()), HEADING)
            }
            Some(LedgerLine::Row(LedgerRow::Done)) => done_heading(model),
            Some(LedgerLine::Row(LedgerRow::Promise(id))) => model
                .book
                .promises
                .get(*id)
                .map_or_else(Line::default, |promise| row(promise, model, cx, columns)),
            None => Line::default(),
        }
    });
    panel::end_of_list(frame, area, &view.promises, "");
}

/// What the key does that opens: rows are folded below a heading, or stand there.
pub(super) fn fold_hint(model: &Model, is_unfolded: bool) -> String {
    model.keymap.fill(if is_unfolded {
        "{open} hides them"
    } else {
        "{open} shows them"
    })
}

fn done_heading(model: &Model) -> Line<'static> {
    let done = model.promises.done;
    let hint = fold_hint(model, model.promises.done_unfolded);
    Line::from(vec![
        Span::styled(format!("{} ({done})  ", Group::Done.title()), HEADING),
        Span::styled(hint, DIM),
    ])
}

/// Mark, person, what, when; and what is not clear or not told.
fn row(promise: &Promise, model: &Model, cx: &Context, columns: usize) -> Line<'static> {
    let ended = !promise.is_owed() && !matches!(promise.state, State::Missed { .. });
    let sign = sign(promise, cx);
    let person = sentences::first_name(&model.book, promise.contact);
    let (word, word_style) = when(promise, cx);
    let word = fit(&word, columns / 3).into_owned();
    let more = more(promise);
    let person_columns = 9;
    let fixed = 2 + person_columns + 1 + word.chars().count() + 1;
    let more_columns = more
        .as_ref()
        .map_or(0, |(text, _)| text.chars().count() + 1);
    let with_more = columns >= fixed + more_columns + 10;
    let room = columns.saturating_sub(fixed + if with_more { more_columns } else { 0 });
    let text_style = if ended { STRUCK } else { Style::new() };
    let mut spans = vec![
        Span::styled(format!("{} ", sign.glyph), sign.style),
        Span::styled(
            left(person, person_columns),
            if ended { DIM } else { STRONG },
        ),
        Span::raw(" "),
    ];
    let text = fit(&promise.text, room).into_owned();
    let air = room.saturating_sub(crate::ui::text::width(&text));
    spans.push(Span::styled(text, text_style));
    spans.push(Span::raw(" ".repeat(air)));
    if let (true, Some((text, style))) = (with_more, more) {
        spans.push(Span::styled(format!(" {text}"), style));
    }
    spans.push(Span::styled(format!(" {word}"), word_style));
    Line::from(spans)
}

fn sign(promise: &Promise, cx: &Context) -> Sign {
    let plain = Sign {
        glyph: " ",
        style: DIM,
    };
    match Group::of(promise, cx.today) {
        Group::NeedsUpdate => UNHEARD,
        Group::Overdue => LATE,
        Group::PutRight => BROKEN,
        _ if matches!(
            promise.state,
            State::Delivered { .. } | State::Confirmed { .. }
        ) =>
        {
            DONE
        }
        Group::Done => Sign {
            glyph: "–",
            ..plain
        },
        _ if promise.by == Party::Me && promise.days_left(cx.today) == Some(0) => DUE,
        _ if promise.hearing() != Hearing::Agreed => UNCLEAR,
        _ => plain,
    }
}

/// What stands at the right: when it is due, or how it ended.
fn when(promise: &Promise, cx: &Context) -> (String, Style) {
    match &promise.state {
        State::Open | State::Blocked { .. } => {
            let style = match promise.days_left(cx.today) {
                _ if promise.by == Party::Them => Style::new(),
                Some(..0) => WARM,
                Some(0) => MILD,
                _ => Style::new(),
            };
            let text = match promise.days_left(cx.today) {
                Some(2..=6) => {
                    crate::domain::dates::short(promise.due.unwrap_or(cx.today), cx.today)
                }
                _ => say::due(promise, cx.today),
            };
            (text, style)
        }
        State::Delivered { .. } | State::Confirmed { .. } => ("done".to_owned(), GOOD),
        State::Released { .. } => ("let off".to_owned(), DIM),
        State::Withdrawn { .. } => ("taken back".to_owned(), DIM),
        State::Missed { .. } => ("missed".to_owned(), WARM),
        State::MadeRight { .. } => ("made right".to_owned(), DIM),
    }
}

/// What is not clear, or what they do not know.
fn more(promise: &Promise) -> Option<(String, Style)> {
    if !promise.is_owed_by_me() {
        return None;
    }
    let untold = promise.untold().count();
    match promise.hearing() {
        Hearing::HeardMore => Some(("heard more".to_owned(), MILD)),
        Hearing::NotChecked => Some(("heard what?".to_owned(), MILD)),
        Hearing::Agreed if untold > 0 => Some((format!("{untold} untold"), DIM)),
        Hearing::Agreed => None,
    }
}

fn empty(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let mut page = Page::new(area.width, 0);
    page.line("");
    if model.promises.filter.is_set() {
        let text = "No promise matches. {back} shows all again.";
        page.text(&model.keymap.fill(text), Style::new());
    } else {
        page.text("No promise is written down.", STRONG);
        page.gap();
        let text = "{add} adds the first one: to whom, what, by when. {done} ticks it off when it is delivered.";
        page.text(&model.keymap.fill(text), Style::new());
    }
    page.draw(frame, area, 0);
}

fn draw_promise(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let focused = model.promises.focus == Focus::Detail;
    let promise = model
        .promises
        .selected()
        .and_then(|id| model.book.promises.get(id));
    let Some(promise) = promise else {
        panel::draw(frame, area, "", "", focused);
        return;
    };
    let name = sentences::name(&model.book, promise.contact);
    let title = match promise.by {
        Party::Me => format!("You to {name}"),
        Party::Them => format!("{name} to you"),
    };
    let inside = panel::draw(frame, area, &title, "", focused);
    if focused {
        view.page = usize::from(inside.height);
    }
    let mut page = Page::new(inside.width, 12);
    page.text(&promise.text, STRONG);
    page.gap();
    promise_page::whole(&mut page, promise, cx.today);
    let ended = promise.reopened_from;
    if let Some(ended) = ended.and_then(|id| model.book.promises.get(id)) {
        promise_page::takes_up(&mut page, ended, cx.today);
    }
    if let Some(contact) = model.book.contacts.get(promise.contact) {
        page.heading(&contact.name);
        super::card::brief(&mut page, contact, model, cx.today);
    }
    view.detail = Some(area);
    view.detail_reach = page.draw(frame, inside, model.promises.scroll);
    if model.promises.scroll < view.detail_reach {
        panel::more(frame, area, if focused { "↓" } else { "→ ↓" });
    }
}
