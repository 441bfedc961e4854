//! Network: what waits in a sentence, the introductions as a board, who has gone quiet, the circles; and beside it the
//! one under the cursor.

mod circles;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::card;
use super::promises::fold_hint;
use crate::app::pane::{NetworkLine, NetworkPart, NetworkRow};
use crate::app::screen::Focus;
use crate::app::{Context, Model};
use crate::domain::contact::ContactId;
use crate::domain::introduction::{Introduction, IntroductionStatus};
use crate::domain::sentences::network::introduction as say;
use crate::domain::sentences::network::{circles, figures, last_talk, talks};
use crate::domain::sentences::{name, people};
use crate::ui::layout::{behind_margin, ledger_and_detail};
use crate::ui::text::{fit, left, width};
use crate::ui::theme::{DIM, DONE, HEADING, MILD, PACE, STRONG, Sign};
use crate::ui::viewports::Viewports;
use crate::ui::widget::list::List;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;

/// No sign: nothing waits there.
const NO_SIGN: Sign = Sign {
    glyph: " ",
    style: DIM,
};

/// Draws the network.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let head = headline(area, model, cx);
    let rows = u16::try_from(head.len()).unwrap_or(u16::MAX);
    // On a low screen the first line says what waits; the rest gives way to the rows.
    let rows = if area.height < 20 { rows.min(1) } else { rows };
    let [top, body] = Layout::vertical([Constraint::Length(rows), Constraint::Min(0)]).areas(area);
    head.draw(frame, behind_margin(top), 0);
    if model.network.is_drawn() {
        circles::draw(frame, body, model, cx, view);
        return;
    }
    let in_detail = model.network.focus == Focus::Detail;
    let (list, detail) = ledger_and_detail(body, model.network.lines.len(), in_detail);
    if let Some(detail) = detail {
        record(frame, detail, model, cx, view);
    }
    if let Some(list) = list {
        board(frame, list, model, cx, view);
    }
}

/// What waits, then how varied my circles are and whom I talk with.
fn headline(area: Rect, model: &Model, cx: &Context) -> Page {
    let picture = &model.network.picture;
    let mut page = Page::new(behind_margin(area).width, 0);
    page.text(
        &say::headline(model.network.waiting, &model.book, cx.today),
        STRONG,
    );
    page.text(&circles(picture), Style::new());
    if let Some(talks) = talks(picture, &model.book) {
        page.text(&talks, Style::new());
    }
    if let Some(figures) = figures(picture).filter(|_| model.network.figures) {
        page.text(&figures, DIM);
    }
    page
}

fn board(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context, view: &mut Viewports) {
    let pane = &model.network;
    let focused = pane.focus == Focus::List;
    let inside = panel::draw(frame, area, "Introductions and circles", "", focused);
    if focused {
        view.page = usize::from(inside.height);
    }
    if pane.lines.is_empty() {
        empty(frame, inside, model);
        return;
    }
    let selected = pane.rows.selected();
    let is_it =
        |line: &NetworkLine| matches!(line, NetworkLine::Row(row) if Some(*row) == selected);
    let columns = usize::from(inside.width.saturating_sub(2));
    let list = List {
        len: pane.lines.len(),
        cursor: pane.lines.iter().position(is_it),
        focused,
        is_marked: |_| false,
    };
    list.draw(frame, inside, &mut view.network, |index| {
        match pane.lines.get(index) {
            Some(NetworkLine::Heading(part, count)) => heading(*part, *count),
            Some(NetworkLine::Row(row)) => draw_row(*row, model, cx, columns),
            None => Line::default(),
        }
    });
    panel::end_of_list(frame, area, &view.network, "");
    let by_name = [
        "{reach} NAME: a warm way · {help-with} TOPIC: who can help",
        "{reach} NAME · {help-with} TOPIC",
    ];
    let by_name = by_name.map(|text| model.keymap.fill(text));
    panel::below(frame, area, &by_name.each_ref().map(String::as_str));
}

fn heading(part: NetworkPart, count: usize) -> Line<'static> {
    let title = match part {
        NetworkPart::Board(status) => say::status(status),
        NetworkPart::Quiet => "Gone quiet for three years",
    };
    Line::styled(format!("{title} ({count})"), HEADING)
}

fn draw_row(row: NetworkRow, model: &Model, cx: &Context, columns: usize) -> Line<'static> {
    match row {
        NetworkRow::Introduction(id) => model
            .book
            .introductions
            .get(id)
            .map_or_else(Line::default, |wish| wish_row(wish, model, cx, columns)),
        NetworkRow::Over => over(model),
        NetworkRow::Circles => Line::from(vec![
            Span::styled(
                format!("Your circles ({})  ", model.network.picture.circles.len()),
                HEADING,
            ),
            Span::styled(model.keymap.fill("{open} draws them"), DIM),
        ]),
        NetworkRow::Quiet(id) => {
            let talk = last_talk(model.derived.relationships.with(id), cx.today);
            two(PACE, name(&model.book, id), &talk, columns)
        }
        NetworkRow::Circle(first) => {
            let circle = model.network.circle(first);
            let (name, number) = circle.map_or(("", 0), |one| (&one.name, one.people.len()));
            two(NO_SIGN, name, &people(number), columns)
        }
    }
}

fn over(model: &Model) -> Line<'static> {
    let wishes = model.book.introductions.iter();
    let number = wishes.filter(|wish| wish.is_over()).count();
    let hint = fold_hint(model, model.network.over_unfolded);
    Line::from(vec![
        Span::styled(
            format!("{} ({number})  ", say::status(IntroductionStatus::Closed)),
            HEADING,
        ),
        Span::styled(hint, DIM),
    ])
}

/// A name, and at the right a few words.
fn two(sign: Sign, name: &str, words: &str, columns: usize) -> Line<'static> {
    let words = fit(words, columns * 3 / 5).into_owned();
    let room = columns.saturating_sub(2 + width(&words) + 1);
    Line::from(vec![
        Span::styled(format!("{} ", sign.glyph), sign.style),
        Span::styled(left(name, room), STRONG),
        Span::styled(format!(" {words}"), DIM),
    ])
}

/// Mark, the two, what for, and whom it waits for.
fn wish_row(wish: &Introduction, model: &Model, cx: &Context, columns: usize) -> Line<'static> {
    let waits = wish.unanswered().into_iter().any(|day| day.is_some());
    let plain = |glyph, style| Sign { glyph, style };
    let sign = match wish.status() {
        IntroductionStatus::Closed => DONE,
        IntroductionStatus::Declined => plain("–", DIM),
        IntroductionStatus::Agreed => plain("•", MILD),
        IntroductionStatus::Asking if waits => plain("?", MILD),
        _ => plain(" ", DIM),
    };
    let state = say::state(&model.book, wish, cx.today);
    let (who, state_columns) = if columns < 56 { (15, 14) } else { (20, 15) };
    let room = columns.saturating_sub(2 + who + 1 + state_columns + 1);
    let pair = say::pair(&model.book, wish);
    let mut spans = vec![
        Span::styled(format!("{} ", sign.glyph), sign.style),
        Span::styled(left(&pair, who), STRONG),
        Span::raw(format!(" {}", left(&wish.purpose, room))),
    ];
    let style = if wish.is_over() { DIM } else { Style::new() };
    spans.push(Span::styled(
        format!(" {}", left(&state, state_columns)),
        style,
    ));
    Line::from(spans)
}

fn empty(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let mut page = Page::new(area.width, 0);
    page.line("");
    page.text("No introduction is written down.", STRONG);
    page.gap();
    let text = "{add} adds the first one: who wants it, to meet whom, what for, and why it is good for the other too. Both \
                are asked before anyone is connected.";
    page.text(&model.keymap.fill(text), Style::new());
    page.draw(frame, area, 0);
}

/// What is under the cursor, whole.
fn record(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context, view: &mut Viewports) {
    let focused = model.network.focus == Focus::Detail;
    let (title, page) = match model.network.rows.selected() {
        Some(NetworkRow::Introduction(id)) => {
            let wish = model.book.introductions.get(id);
            wish.map(|wish| (say::pair(&model.book, wish), whole(wish, area, model, cx)))
        }
        Some(NetworkRow::Quiet(id)) => Some(person(id, area, model, cx)),
        Some(NetworkRow::Circle(first)) => model.network.circle(first).map(|circle| {
            let people = circles::people(inner_width(area), model, cx);
            (circle.name.clone(), people)
        }),
        Some(NetworkRow::Over) => Some(("Over".to_owned(), those_over(area, model, cx))),
        Some(NetworkRow::Circles) => Some(("Your circles".to_owned(), all_circles(area, model))),
        None => None,
    }
    .unwrap_or_else(|| (String::new(), Page::new(area.width, 0)));
    let inside = panel::draw(frame, area, &title, "", focused);
    if focused {
        view.page = usize::from(inside.height);
    }
    view.detail = Some(area);
    view.detail_reach = page.draw(frame, inside, model.network.scroll);
    if model.network.scroll < view.detail_reach {
        panel::more(frame, area, if focused { "↓" } else { "→ ↓" });
    }
}

/// The width within the border and a column of air at each side.
const fn inner_width(area: Rect) -> u16 {
    area.width.saturating_sub(4)
}

fn blank(area: Rect) -> Page {
    Page::new(inner_width(area), 13)
}

fn whole(wish: &Introduction, area: Rect, model: &Model, cx: &Context) -> Page {
    let mut page = blank(area);
    card::write(&mut page, &say::facts(&model.book, wish, cx.today));
    for id in [wish.requester, wish.target] {
        if let Some(contact) = model.book.contacts.get(id) {
            page.heading(&contact.name);
            card::brief(&mut page, contact, model, cx.today);
        }
    }
    page
}

/// Those that are over, a line each: the two, and how it ended.
fn those_over(area: Rect, model: &Model, cx: &Context) -> Page {
    let mut page = Page::new(inner_width(area), 0);
    let columns = usize::from(inner_width(area));
    let wishes = model.book.introductions.iter();
    for wish in wishes.filter(|wish| wish.is_over()) {
        let state = say::state(&model.book, wish, cx.today);
        page.line(two(NO_SIGN, &say::pair(&model.book, wish), &state, columns));
    }
    page
}

/// The circles, a line each: how many are in it.
fn all_circles(area: Rect, model: &Model) -> Page {
    let mut page = Page::new(inner_width(area), 0);
    let columns = usize::from(inner_width(area));
    for circle in &model.network.picture.circles {
        let number = people(circle.people.len());
        page.line(two(NO_SIGN, &circle.name, &number, columns));
    }
    page
}

fn person(id: ContactId, area: Rect, model: &Model, cx: &Context) -> (String, Page) {
    let mut page = blank(area);
    if let Some(contact) = model.book.contacts.get(id) {
        card::brief(&mut page, contact, model, cx.today);
    }
    (name(&model.book, id).to_owned(), page)
}
