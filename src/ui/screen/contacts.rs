//! Contacts: the list of people, and the person under the cursor.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::card;
use crate::app::screen::Focus;
use crate::app::{Context, Model};
use crate::domain::contact::Contact;
use crate::domain::dates::brief;
use crate::domain::owed::mark;
use crate::domain::sentences::person::nobody_listed;
use crate::domain::sentences::{NOBODY_YET, duplicates};
use crate::domain::{query, record};
use crate::ui::layout::list_and_detail;
use crate::ui::text::{fit, left, right, width};
use crate::ui::theme::{ACCENT, CURSOR, DIM, STRONG, of_mark};
use crate::ui::viewports::Viewports;
use crate::ui::widget::list::List;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;
use crate::ui::widget::tally::{Marked, tally};

/// Draws the people.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let in_detail = model.contacts.focus == Focus::Detail;
    let (list, detail) = list_and_detail(area, model.contacts.rows.keys().len(), in_detail);
    if let Some(detail) = detail {
        person(frame, detail, model, cx, view);
    }
    if let Some(list) = list {
        people(frame, list, model, cx, view);
    }
}

fn people(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context, view: &mut Viewports) {
    let pane = &model.contacts;
    let focused = pane.focus == Focus::List;
    let (shown, all) = (pane.rows.keys().len(), pane.total);
    let marked = Marked {
        all: pane.marks.len(),
        out_of_sight: pane
            .marks
            .out_of_sight(pane.rows.keys().iter().copied())
            .len(),
    };
    let usual = match all {
        0 => String::new(),
        _ => format!("{all}, {}", pane.sort.name(query::List::People)),
    };
    let note = tally(marked, &pane.filter, (shown, all), usual);
    let inside = panel::draw(frame, area, "People", &note, focused);
    let inside = standing_twice(frame, inside, model);
    if focused {
        view.page = usize::from(inside.height);
    }
    if pane.rows.keys().is_empty() {
        empty(frame, inside, model);
        return;
    }
    let columns = usize::from(inside.width.saturating_sub(2));
    let list = List {
        len: shown,
        cursor: Some(pane.rows.at()),
        focused,
        is_marked: |index| {
            let id = pane.rows.keys().get(index);
            id.is_some_and(|id| pane.marks.has(*id))
        },
    };
    list.draw(frame, inside, &mut view.contacts, |index| {
        let contact = pane
            .rows
            .keys()
            .get(index)
            .and_then(|id| model.book.contacts.get(*id));
        contact.map_or_else(Line::default, |contact| row(contact, model, cx, columns))
    });
    panel::end_of_list(frame, area, &view.contacts, "last talk");
}

/// Says below the list that somebody may stand in it twice; gives the room that is left.
fn standing_twice(frame: &mut Frame<'_>, inside: Rect, model: &Model) -> Rect {
    let number = model.twins.standing();
    if number == 0 || inside.height < 8 {
        return inside;
    }
    let texts = [
        format!("{}: :duplicates", duplicates::standing_twice(number)),
        format!("{number} here twice: :duplicates"),
    ];
    let fits = |text: &&String| width(text) <= usize::from(inside.width);
    let text = texts.iter().find(fits).map_or("", String::as_str);
    let rows = Layout::vertical([Constraint::Min(0), Constraint::Length(1)]);
    let [above, below] = rows.areas(inside);
    frame.render_widget(Span::styled(text.to_owned(), DIM), below);
    above
}

/// Name, firm, what I owe most urgently, how long since we talked.
fn row(contact: &Contact, model: &Model, cx: &Context, columns: usize) -> Line<'static> {
    let between = model.derived.relationships.with(contact.id);
    let (glyph, word, style) = match mark(contact, between, cx.today) {
        Some(mark) if contact.archived => (of_mark(mark).0.glyph, "archived", DIM),
        Some(mark) => {
            let (sign, word) = of_mark(mark);
            (sign.glyph, word, sign.style)
        }
        None if contact.archived => (" ", "archived", DIM),
        None => (" ", "", Style::new()),
    };
    let since = between.last_talk().map_or_else(
        || "–".to_owned(),
        |day| brief(cx.today.signed_duration_since(day).num_days().max(0)),
    );
    let (word_columns, since_columns) = (9, 5);
    let rest = columns.saturating_sub(2 + word_columns + since_columns + 1);
    let name_columns = if rest >= 26 { rest * 55 / 100 } else { rest };
    let mut spans = vec![
        Span::styled(format!("{glyph} "), style),
        Span::styled(left(&contact.name, name_columns), STRONG),
    ];
    if rest > name_columns {
        let firm = fit(&contact.organisation, rest - name_columns - 1).into_owned();
        spans.push(Span::styled(
            format!(" {}", left(&firm, rest - name_columns - 1)),
            DIM,
        ));
    }
    spans.push(Span::styled(
        format!(" {}", left(word, word_columns)),
        style,
    ));
    spans.push(Span::styled(right(&since, since_columns), DIM));
    Line::from(spans)
}

fn empty(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let mut page = Page::new(area.width, 0);
    page.line("");
    if model.contacts.filter.is_set() {
        let text = "Nobody matches. {back} shows everyone again.";
        page.text(&model.keymap.fill(text), Style::new());
    } else if let Some(archived) = nobody_listed(&model.book) {
        page.text(&archived, STRONG);
        page.gap();
        let text = "{filter} is:archived shows who. {add} adds a person.";
        page.text(&model.keymap.fill(text), Style::new());
    } else {
        page.text(NOBODY_YET, STRONG);
        page.gap();
        let text = "{add} adds a person. {import} brings a whole address book in.";
        page.text(&model.keymap.fill(text), Style::new());
    }
    page.draw(frame, area, 0);
}

fn person(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context, view: &mut Viewports) {
    let focused = model.contacts.focus == Focus::Detail;
    let contact = model
        .contacts
        .rows
        .selected()
        .and_then(|id| model.book.contacts.get(id));
    let Some(contact) = contact else {
        panel::draw(frame, area, "", "", focused);
        return;
    };
    let inside = panel::draw(frame, area, &contact.name, "", focused);
    if focused {
        view.page = usize::from(inside.height);
    }
    let mut page = Page::new(inside.width, 14);
    card::whole(&mut page, contact, model, cx.today);
    view.detail = Some(area);
    let stops = page.stops().to_vec();
    let at = under_cursor(contact, model, cx);
    let first = match (model.contacts.record.scroll, stops.get(at)) {
        (Some(scroll), _) => scroll.min(page.len().saturating_sub(usize::from(inside.height))),
        (None, Some(stop)) => {
            let (rows, len) = (usize::from(inside.height), page.len());
            view.record.follow(stop.end.saturating_sub(1), rows, len);
            view.record.follow(stop.start, rows, len)
        }
        (None, None) => 0,
    };
    view.detail_reach = page.draw(frame, inside, first);
    view.detail_top = first;
    if focused {
        view.stops = stops.iter().map(|stop| stop.start).collect();
        if let Some(stop) = stops.get(at) {
            point_at(frame, inside, stop.start, first);
        }
    }
    if first < view.detail_reach {
        panel::more(frame, area, if focused { "↓" } else { "→ ↓" });
    }
}

/// The place of the entry under the cursor.
fn under_cursor(contact: &Contact, model: &Model, cx: &Context) -> usize {
    let between = model.derived.relationships.with(contact.id);
    let entries = record::entries(contact, between, cx.today);
    model.contacts.record.place(&entries)
}

/// Shows the entry under the cursor, as in a list: a mark in the margin, and its first line reversed.
fn point_at(frame: &mut Frame<'_>, inside: Rect, line: usize, first: usize) {
    let y = line
        .checked_sub(first)
        .and_then(|rows| u16::try_from(rows).ok());
    let Some(y) = y.filter(|y| *y < inside.height) else {
        return;
    };
    let row = Rect {
        y: inside.y + y,
        height: 1,
        ..inside
    };
    frame.buffer_mut().set_style(row, CURSOR);
    let margin = Rect {
        x: inside.x.saturating_sub(1),
        width: 1,
        ..row
    };
    frame.render_widget(Span::styled("▸", ACCENT), margin);
}
