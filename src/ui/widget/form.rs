//! A form: a label and what stands in it, one field a row; the field with the keys says what may stand in it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{field, panel};
use crate::app::form::{Entry, Field, Form, PeoplePick, PersonPick};
use crate::app::keymap::Scope;
use crate::app::{Context, Model};
use crate::domain::sentences::duplicates::may_be;
use crate::ui::layout::sheet;
use crate::ui::text::{fit, left, safe, width, wrap};
use crate::ui::theme::{ACCENT, CURSOR, DIM, MILD, STRONG, WARM};
use crate::ui::viewports::Viewports;

/// The columns of the labels.
const LABEL: u16 = 17;

/// Draws a form.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    form: &Form,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let columns = body.width.min(84);
    let help = help(
        form,
        model,
        cx,
        usize::from(columns.saturating_sub(4 + LABEL)),
    );
    let rows = form.fields.len();
    let weighed = weighed(form, model, cx, usize::from(columns.saturating_sub(4)));
    let wanted = u16::try_from(rows + 3 + 4 + weighed.iter().map(Vec::len).sum::<usize>());
    let area = sheet(body, columns, wanted.unwrap_or(u16::MAX).max(10));
    let inside = panel::sheet(frame, area, &form.title, &model.keymap, Scope::Form);
    let inside = draw_weighed(frame, inside, weighed, rows + 3);
    let text = usize::from(indented(inside).width);
    view.columns = text.saturating_sub(1).max(1);
    let tall = rows_of(form.field(), view.columns, usize::from(inside.height) / 2);
    let below = u16::try_from(help.len() + usize::from(tall) - 1)
        .unwrap_or(0)
        .min(inside.height.saturating_sub(1));
    let visible = usize::from(inside.height.saturating_sub(below).max(1));
    let first = view.form.follow(form.at, visible, rows);
    let mut y = inside.y;
    for (at, field) in form.fields.iter().enumerate().skip(first).take(visible) {
        let height = if at == form.at { tall } else { 1 };
        let row = Rect {
            y,
            height: height.min(inside.bottom().saturating_sub(y)),
            ..inside
        };
        draw_field(frame, row, field, at == form.at, view);
        view.items.push((row, at));
        y = y.saturating_add(height);
        if at == form.at {
            for line in &help {
                if y < inside.bottom() {
                    let text = Rect {
                        y,
                        height: 1,
                        ..inside
                    };
                    frame.render_widget(line.clone(), indented(text));
                    y = y.saturating_add(1);
                }
            }
        }
    }
}

/// The rows that the field with the keys takes: one, but for a text of several lines.
fn rows_of(field: Option<&Field>, columns: usize, most: usize) -> u16 {
    match field.map(|field| &field.entry) {
        Some(Entry::Long(editor)) => {
            let rows = editor.rows(columns).len().clamp(1, most.clamp(1, 8));
            u16::try_from(rows).unwrap_or(1)
        }
        _ => 1,
    }
}

/// What there is to know before a yes, a paragraph each, below a line that says what it is about.
fn weighed(form: &Form, model: &Model, cx: &Context, columns: usize) -> Vec<Vec<Line<'static>>> {
    let weighings = form.before_a_yes(&model.book, cx.today);
    let mut paragraphs: Vec<Vec<Line<'static>>> = Vec::new();
    for weighing in weighings {
        let style = if weighing.is_over { MILD } else { DIM };
        let lines = wrap(&weighing.text, columns).into_iter();
        paragraphs.push(lines.map(|line| Line::styled(line, style)).collect());
    }
    if let Some(first) = paragraphs.first_mut() {
        first.insert(0, Line::styled("─".repeat(columns), DIM));
    }
    paragraphs
}

/// Draws at the lower edge as many of the paragraphs as leave room for the fields, and gives that room. On a low screen
/// the first one stands all the same: the fields scroll.
fn draw_weighed(
    frame: &mut Frame<'_>,
    inside: Rect,
    weighed: Vec<Vec<Line<'static>>>,
    wanted: usize,
) -> Rect {
    let height = usize::from(inside.height);
    let (spare, least) = (height.saturating_sub(wanted), height / 2);
    let mut lines: Vec<Line<'static>> = Vec::new();
    for paragraph in weighed {
        let with = lines.len() + paragraph.len();
        if with <= spare || (lines.is_empty() && with <= least) {
            lines.extend(paragraph);
        } else {
            break;
        }
    }
    let below = u16::try_from(lines.len()).unwrap_or(0);
    let [fields, area] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(below)]).areas(inside);
    for (line, y) in lines.into_iter().zip(area.y..area.bottom()) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        frame.render_widget(line, row);
    }
    fields
}

fn indented(area: Rect) -> Rect {
    let indent = LABEL.min(area.width);
    Rect {
        x: area.x + indent,
        width: area.width - indent,
        ..area
    }
}

fn draw_field(
    frame: &mut Frame<'_>,
    area: Rect,
    field: &Field,
    focused: bool,
    view: &mut Viewports,
) {
    let style = match (&field.problem, focused) {
        (Some(_), _) => WARM,
        (None, true) => ACCENT.patch(STRONG),
        (None, false) => DIM,
    };
    frame.render_widget(
        Line::styled(left(field.label, usize::from(LABEL)), style),
        area,
    );
    let text = indented(area);
    match &field.entry {
        Entry::Text(input) | Entry::Day(input) | Entry::PastDay(input) => {
            field::draw(frame, text, input, focused);
        }
        Entry::Person(pick) => field::draw(frame, text, &pick.input, focused),
        Entry::People(people) => draw_people(frame, text, people, focused),
        Entry::Long(editor) => field::draw_lines(frame, text, editor, focused, view),
        Entry::Several { options, at } => draw_several(frame, text, options, *at, focused),
        Entry::Choice { options, at } => {
            let chosen = options.get(*at).cloned().unwrap_or_default();
            let line = if focused {
                let room = usize::from(text.width).saturating_sub(14);
                Line::from(vec![
                    Span::styled("◂ ", ACCENT),
                    Span::styled(fit(&chosen, room).into_owned(), CURSOR),
                    Span::styled(" ▸", ACCENT),
                    Span::styled(format!("  {} of {}", at + 1, options.len()), DIM),
                ])
            } else {
                Line::raw(fit(&chosen, usize::from(text.width)).into_owned())
            };
            frame.render_widget(line, text);
        }
    }
}

/// The people picked so far, and the one being typed behind them.
fn draw_people(frame: &mut Frame<'_>, area: Rect, people: &PeoplePick, focused: bool) {
    if !focused {
        let text = people.text();
        let line = Line::raw(fit(&text, usize::from(area.width)).into_owned());
        frame.render_widget(line, area);
        return;
    }
    let mut names = people.names().join(", ");
    if !names.is_empty() {
        names.push_str(", ");
    }
    // Where many are picked, the one being typed keeps its room.
    let names = fit(&names, usize::from(area.width / 3 * 2)).into_owned();
    let taken = u16::try_from(width(&names)).unwrap_or(0).min(area.width);
    frame.render_widget(Line::styled(names, STRONG), area);
    let rest = Rect {
        x: area.x + taken,
        width: area.width - taken,
        ..area
    };
    field::draw(frame, rest, &people.pick.input, focused);
}

/// Each option with a mark; the one with the keys stands out.
fn draw_several(
    frame: &mut Frame<'_>,
    area: Rect,
    options: &[(String, bool)],
    at: usize,
    focused: bool,
) {
    let line = if let Some((text, taken)) = options.get(at).filter(|_| focused) {
        Line::from(vec![
            Span::styled("◂ ", ACCENT),
            Span::styled(format!("{} {}", tick(*taken), safe(text)), CURSOR),
            Span::styled(" ▸", ACCENT),
            Span::styled(format!("  {} of {}", at + 1, options.len()), DIM),
        ])
    } else {
        let taken = options.iter().filter(|(_, taken)| *taken);
        let texts: Vec<&str> = taken.map(|(text, _)| text.as_str()).collect();
        Line::raw(fit(&texts.join("; "), usize::from(area.width)).into_owned())
    };
    frame.render_widget(line, area);
}

const fn tick(taken: bool) -> &'static str {
    if taken { "✓" } else { "–" }
}

/// What stands below the field with the keys: what is wrong, what it is taken for, whom it may mean, what may stand.
fn help(form: &Form, model: &Model, cx: &Context, columns: usize) -> Vec<Line<'static>> {
    let Some(field) = form.field() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let mut add = |text: &str, style: Style| {
        lines.extend(
            wrap(text, columns)
                .into_iter()
                .map(|line| Line::styled(line, style)),
        );
    };
    if let Some(problem) = &field.problem {
        add(problem, WARM);
    }
    // What is wrong is said once.
    if let Some(echo) = field.echo(cx.today).filter(|_| field.problem.is_none()) {
        add(&echo, ACCENT);
    }
    if field.problem.is_none() && !field.note.is_empty() {
        add(field.note, DIM);
    }
    if let Some(like) = &form.alike {
        add(&may_be(&model.book, like), MILD);
    }
    if let Entry::Person(pick) | Entry::People(PeoplePick { pick, .. }) = &field.entry {
        lines.extend(found(pick, model));
    }
    lines
}

/// Whom the name may mean, and that it may be somebody new.
fn found(pick: &PersonPick, model: &Model) -> Vec<Line<'static>> {
    if pick.found.is_empty() {
        return Vec::new();
    }
    let row = |at: usize, text: String| {
        if at == pick.at {
            Line::from(vec![Span::styled("▸ ", ACCENT), Span::styled(text, STRONG)])
        } else {
            Line::from(format!("  {text}"))
        }
    };
    let mut rows: Vec<Line<'static>> = Vec::new();
    for (at, id) in pick.found.iter().enumerate() {
        if let Some(contact) = model.book.contacts.get(*id) {
            let text = format!("{}  {}", contact.name, contact.organisation);
            rows.push(row(at, safe(&text).into_owned()));
        }
    }
    let new = format!("new person: {}", pick.input.value().trim());
    rows.push(row(pick.found.len(), safe(&new).into_owned()));
    rows
}
