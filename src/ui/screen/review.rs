//! Review: how I kept my word in a sentence, the figures of a quarter as bars, and beside them the entries behind the one
//! under the cursor.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::screen::Focus;
use crate::app::{Context, Model};
use crate::domain::dates::short;
use crate::domain::review::{Entry, Kind, Line as Counted, Review};
use crate::domain::sentences::review as say;
use crate::ui::layout::{behind_margin, figures_and_entries};
use crate::ui::text::{fit, left, right, width};
use crate::ui::theme::{ACCENT, DIM, MILD, STRONG, WARM};
use crate::ui::viewports::Viewports;
use crate::ui::widget::bars;
use crate::ui::widget::list::List;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;

/// The columns of what a line is called.
const TITLE: usize = 25;
/// The fewest columns of a figure.
const FIGURE: usize = 4;
/// A bar of fewer columns says nothing.
const SHORTEST: usize = 4;
/// The longest bar, in columns.
const LONGEST: usize = 24;
/// A list of fewer columns has no room for the figures of the months, as long as none is longer than usual.
const WITH_MONTHS: usize = 54;

/// With fewer columns an entry names its person by the first name.
const ROOMY: usize = 44;

/// Draws the review.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let Some(review) = &model.review.review else {
        return;
    };
    let head = headline(area, review, model, cx);
    let rows = u16::try_from(head.len()).unwrap_or(u16::MAX);
    let [top, body] = Layout::vertical([Constraint::Length(rows), Constraint::Min(0)]).areas(area);
    head.draw_top(frame, behind_margin(top));
    let in_detail = model.review.focus == Focus::Detail;
    let (list, detail) = figures_and_entries(body, in_detail, model.review.figures);
    let is_alone = detail.is_none();
    if let Some(detail) = detail {
        behind(frame, detail, review, model, cx, view);
    }
    if let Some(list) = list {
        figures(frame, list, review, model, view, is_alone);
    }
}

fn headline(area: Rect, review: &Review, model: &Model, cx: &Context) -> Page {
    let mut page = Page::new(behind_margin(area).width, 0);
    page.text(&say::headline(review), STRONG);
    // On a low screen the first sentence says how it went; the rest gives way to the figures.
    if area.height < 28 {
        return page;
    }
    for line in say::below(&model.derived.load, review, cx.today) {
        page.text(&line, Style::new());
    }
    page
}

fn figures(
    frame: &mut Frame<'_>,
    area: Rect,
    review: &Review,
    model: &Model,
    view: &mut Viewports,
    is_alone: bool,
) {
    let pane = &model.review;
    let focused = pane.focus == Focus::List;
    let title = say::time(review.period);
    let inside = panel::draw(frame, area, &title, "", focused);
    let inside = if is_alone && pane.figures {
        what_it_counts(frame, inside, review, model)
    } else {
        inside
    };
    if focused {
        view.page = usize::from(inside.height);
    }
    let columns = usize::from(inside.width.saturating_sub(2));
    let figure = figure_columns(review);
    // Where the figures are asked for, the bars give way to those of the months.
    let roomy = WITH_MONTHS + 4 * (figure - FIGURE);
    let enough = if pane.figures {
        TITLE + 4 * figure
    } else {
        roomy
    };
    let with_months = columns >= enough && !review.period.is_month();
    let [names, inside] = if with_months {
        Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(inside)
    } else {
        [Rect::default(), inside]
    };
    month_names(frame, names, review, figure);
    let list = List {
        len: review.lines.len(),
        cursor: Some(pane.rows.at()),
        focused,
        is_marked: |_| false,
    };
    list.draw(frame, inside, &mut view.review, |index| {
        let line = review.lines.get(index);
        line.map_or_else(Line::default, |line| {
            row(line.kind, review, figure, with_months, columns)
        })
    });
    panel::end_of_list(frame, area, &view.review, "");
    panel::below(frame, area, &[say::OF_ME]);
}

/// What the figure under the cursor counts, at the foot, where its entries are out of sight; gives the room above it.
fn what_it_counts(frame: &mut Frame<'_>, area: Rect, review: &Review, model: &Model) -> Rect {
    let Some(kind) = model.review.rows.selected() else {
        return area;
    };
    let mut page = Page::new(area.width, 0);
    page.line(Line::styled("─".repeat(page.width()), DIM));
    explain(&mut page, kind, review, model);
    at_foot(frame, area, page)
}

/// Draws a page at the foot, over half of the room at most; gives the room above it.
fn at_foot(frame: &mut Frame<'_>, area: Rect, page: Page) -> Rect {
    let rows = u16::try_from(page.len()).unwrap_or(u16::MAX);
    let rows = rows.min(area.height / 2);
    let [above, foot] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(rows)]).areas(area);
    page.draw_top(frame, foot);
    above
}

/// The columns of a figure: as many as the longest one needs, with air before it.
fn figure_columns(review: &Review) -> usize {
    let longest = review.lines.iter().map(Counted::count).max().unwrap_or(0);
    FIGURE.max(longest.to_string().len() + 1)
}

fn month_names(frame: &mut Frame<'_>, area: Rect, review: &Review, figure: usize) {
    let names = say::months(review.period.quarter());
    let names: String = names.iter().map(|name| right(name, figure)).collect();
    // Behind the margin of the list.
    let text = format!("{}{names}{}", " ".repeat(2 + TITLE), right("all", figure));
    frame.render_widget(Line::styled(text, DIM), area);
}

/// What it is called, how much in each month, how much in all, and a bar of that.
fn row(
    kind: Kind,
    review: &Review,
    figure: usize,
    with_months: bool,
    columns: usize,
) -> Line<'static> {
    let count = review.count(kind);
    let style = match kind {
        _ if count == 0 => DIM,
        Kind::Silent | Kind::StillOpen => WARM,
        Kind::Shown | Kind::ToldLate | Kind::Unclear | Kind::WeeksOver | Kind::TurnedDown => MILD,
        _ => ACCENT,
    };
    let named = if count == 0 { DIM } else { Style::new() };
    let mut spans = vec![Span::styled(left(say::title(kind), TITLE), named)];
    if with_months {
        let months = review.line(kind).map_or([0; 3], |line| line.months);
        let months = months.map(|number| right(&shown(number), figure));
        spans.push(Span::styled(months.concat(), DIM));
    }
    spans.push(Span::styled(
        right(&count.to_string(), figure),
        if count == 0 { DIM } else { STRONG },
    ));
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    let room = columns.saturating_sub(used + 1).min(LONGEST);
    if review.is_enough() && room >= SHORTEST {
        let bar = bars::bar(count, review.whole_bar(kind), room);
        spans.push(Span::styled(format!(" {bar}"), style));
    }
    Line::from(spans)
}

/// Nothing is a point: a figure to be seen is one that counts.
fn shown(number: usize) -> String {
    match number {
        0 => "·".to_owned(),
        number => number.to_string(),
    }
}

/// The entries behind the figure under the cursor, below what it counts where that is asked for.
fn behind(
    frame: &mut Frame<'_>,
    area: Rect,
    review: &Review,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let behind = &model.review;
    let focused = behind.focus == Focus::Detail;
    let Some(kind) = behind.rows.selected() else {
        return;
    };
    let (title, count) = (say::title(kind), review.count(kind));
    let figure = say::figure(kind, count);
    // What it is called goes before what it is counted in.
    let is_tight = usize::from(area.width) < width(title) + width(&figure) + 9;
    let figure = if is_tight { count.to_string() } else { figure };
    let inside = panel::draw(frame, area, title, &figure, focused);
    view.detail = Some(area);
    let mut page = Page::new(inside.width, 0);
    explain(&mut page, kind, review, model);
    let rows = u16::try_from(page.len()).unwrap_or(u16::MAX);
    // The entries keep at least half of the room.
    let rows = rows.min(inside.height / 2);
    let [top, inside] =
        Layout::vertical([Constraint::Length(rows), Constraint::Min(0)]).areas(inside);
    page.draw_top(frame, top);
    let inside = whole_entry(frame, inside, kind, model, cx);
    if focused {
        view.page = usize::from(inside.height);
    }
    let entries = behind.entries.keys();
    let list = List {
        len: entries.len(),
        cursor: focused.then(|| behind.entries.at()),
        focused,
        is_marked: |_| false,
    };
    let columns = usize::from(inside.width.saturating_sub(2));
    list.draw(frame, inside, &mut view.entries, |index| {
        let entry = entries.get(index);
        entry.map_or_else(Line::default, |entry| {
            entry_row(entry, kind, model, cx, columns)
        })
    });
    panel::end_of_list(frame, area, &view.entries, "");
}

/// The entry under the cursor at the foot, where its row cuts it off; gives the room above it.
fn whole_entry(frame: &mut Frame<'_>, area: Rect, kind: Kind, model: &Model, cx: &Context) -> Rect {
    let Some(entry) = model.review.entry() else {
        return area;
    };
    let mut page = Page::new(area.width, 0);
    page.line(Line::styled("─".repeat(page.width()), DIM));
    page.text(say::who(&model.book, &entry), STRONG);
    page.text(
        &say::what(&model.book, kind, &entry, cx.today),
        Style::new(),
    );
    at_foot(frame, area, page)
}

fn explain(page: &mut Page, kind: Kind, review: &Review, model: &Model) {
    page.text(say::explains(kind), DIM);
    if model.review.figures {
        let share = say::share(review, kind);
        page.text(
            &share.unwrap_or_else(|| say::told(review, kind)),
            Style::new(),
        );
        if !review.is_enough() {
            page.text(&say::too_few(), DIM);
        }
    } else if review.is_enough() {
        page.text(&say::scale(review, kind), DIM);
    }
    if model.review.entries.keys().is_empty() {
        page.gap();
        page.text(say::NOTHING, Style::new());
    }
    page.gap();
}

fn entry_row(
    entry: &Entry,
    kind: Kind,
    model: &Model,
    cx: &Context,
    columns: usize,
) -> Line<'static> {
    let what = say::what(&model.book, kind, entry, cx.today);
    let who = if columns < ROOMY {
        say::first_name_of(&model.book, entry)
    } else {
        say::who(&model.book, entry)
    };
    let mut spans = Vec::new();
    // A pace is of no day.
    if kind != Kind::TalksAskedFor {
        let day = short(entry.on, cx.today);
        spans.push(Span::styled(format!("{}  ", left(&day, 10)), DIM));
    }
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    let room = columns.saturating_sub(used);
    let name = fit(who, room).into_owned();
    let rest = room.saturating_sub(width(&name) + 2);
    spans.push(Span::styled(name, STRONG));
    spans.push(Span::raw(format!("  {}", fit(&what, rest))));
    Line::from(spans)
}
