//! Two people side by side, field by field: ✓ stands before what the one who comes of it will have.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{page::Page, panel};
use crate::app::keymap::Scope;
use crate::app::sheet::SideBySide;
use crate::app::{Context, Model};
use crate::domain::contact::Contact;
use crate::domain::duplicates::joining::{Field, Take};
use crate::domain::sentences::duplicates as words;
use crate::ui::layout::{Room, sheet};
use crate::ui::text::{left, wrap};
use crate::ui::theme::{CURSOR, DIM, DONE, STRONG};
use crate::ui::viewports::Viewports;

/// The most columns that two people are worth.
const WIDEST: u16 = 100;
/// The columns of what a field is called.
const LABEL: usize = 14;
/// The most lines of one value; the whole of it is kept.
const MOST_LINES: usize = 4;

/// Draws the two.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    sides: &SideBySide,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let joining = &sides.joining;
    let contacts = &model.book.contacts;
    let (stays, goes) = (contacts.get(joining.stays), contacts.get(joining.goes));
    let (Some(stays), Some(goes)) = (stays, goes) else {
        return;
    };
    let columns = body.width.min(WIDEST).saturating_sub(4);
    let takes = joining.takes();
    let is_wide = Room::of(body) != Room::Narrow;
    let head = head(sides, model, columns, body.height < 20);
    let mut page = Page::new(columns, 0);
    for (at, (field, take)) in takes.iter().enumerate() {
        let value = |contact: &Contact| words::value(contact, *field, cx.today);
        let texts = [(value(stays), Take::Stays), (value(goes), Take::Goes)]
            .map(|(text, side)| (text, take.is_of(side)));
        let is_here = at == sides.at(&takes);
        page.stop(|page| write(page, *field, &texts, is_here, is_wide));
    }
    if takes.is_empty() {
        page.text("Both records say the same.", Style::new());
    }
    let rows = u16::try_from(head.len() + page.len() + 2).unwrap_or(u16::MAX);
    let area = sheet(body, WIDEST, rows);
    let title = words::one_of(stays, goes);
    let inside = panel::sheet(frame, area, &title, &model.keymap, Scope::SideBySide);
    let rows = u16::try_from(head.len()).unwrap_or(u16::MAX);
    let [above, below] =
        Layout::vertical([Constraint::Length(rows), Constraint::Min(0)]).areas(inside);
    head.draw(frame, above, 0);
    draw_fields(frame, area, below, page, sides.at(&takes), view);
}

/// Why they may be one, and what comes along; on a low screen only the surest reason.
fn head(sides: &SideBySide, model: &Model, columns: u16, is_low: bool) -> Page {
    let mut head = Page::new(columns, 0);
    let pair = sides.pair(model.twins.pairs());
    if let (Some(pair), true) = (pair, is_low) {
        let why = pair.reasons.first().map(words::reason);
        let text = format!("{}: {}.", words::sure(pair), why.unwrap_or_default());
        head.text(&text, STRONG);
        return head;
    }
    if let Some(pair) = pair {
        let text = format!("{}: {}.", words::sure(pair), words::reasons(pair));
        head.text(&text, STRONG);
    }
    let people = (sides.joining.stays, sides.joining.goes);
    head.text(&words::stays(&model.derived.relationships, people), DIM);
    head.gap();
    head
}

/// The fields, scrolled so that the one under the cursor is in sight.
fn draw_fields(
    frame: &mut Frame<'_>,
    area: Rect,
    below: Rect,
    page: Page,
    at: usize,
    view: &mut Viewports,
) {
    let (rows, len) = (usize::from(below.height), page.len());
    view.page = rows;
    let stop = page.stops().get(at).cloned().unwrap_or_default();
    view.fields.follow(stop.end.saturating_sub(1), rows, len);
    let first = view.fields.follow(stop.start, rows, len);
    let reach = page.draw(frame, below, first);
    if first < reach {
        panel::more(frame, area, "↓");
    }
    for line in stop {
        let y = line
            .checked_sub(first)
            .and_then(|rows| u16::try_from(rows).ok());
        if let Some(y) = y.filter(|y| *y < below.height) {
            let row = Rect {
                y: below.y + y,
                height: 1,
                ..below
            };
            frame.buffer_mut().set_style(row, CURSOR);
        }
    }
}

/// A field: its name and both values beside each other; one below the other where there is no width for that.
fn write(page: &mut Page, field: Field, texts: &[(String, bool); 2], is_here: bool, is_wide: bool) {
    let pointer = if is_here { "▸ " } else { "  " };
    let label = format!("{pointer}{}", left(words::field(field), LABEL));
    if is_wide {
        let room = page.width().saturating_sub(LABEL + 2 + 2 * 3) / 2;
        let [one, other] = [0, 1].map(|at| {
            texts
                .get(at)
                .map(|text| cell(text, room))
                .unwrap_or_default()
        });
        for at in 0..one.len().max(other.len()) {
            let label = if at == 0 {
                label.clone()
            } else {
                " ".repeat(LABEL + 2)
            };
            let mut spans = vec![Span::styled(label, DIM)];
            spans.extend(spans_of(one.get(at), room));
            spans.extend(spans_of(other.get(at), room));
            page.line(Line::from(spans));
        }
    } else {
        page.line(Span::styled(label, DIM));
        let room = page.width().saturating_sub(5);
        for text in texts {
            for row in cell(text, room) {
                let mut spans = vec![Span::raw("  ")];
                spans.extend(spans_of(Some(&row), room));
                page.line(Line::from(spans));
            }
        }
    }
}

/// The lines of a value: what stands before each, the text, and whether it is taken.
type Row = (&'static str, String, bool);

fn cell((text, is_taken): &(String, bool), room: usize) -> Vec<Row> {
    let mut lines = match text.as_str() {
        "" => vec!["–".to_owned()],
        text => wrap(text, room),
    };
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            *last = left(&format!("{last} …"), room);
        }
    }
    let mark = |at: usize| {
        if *is_taken && at == 0 && !text.is_empty() {
            DONE.glyph
        } else {
            " "
        }
    };
    let rows = lines.into_iter().enumerate();
    rows.map(|(at, line)| (mark(at), line, *is_taken)).collect()
}

fn spans_of(row: Option<&Row>, room: usize) -> Vec<Span<'static>> {
    let Some((mark, text, is_taken)) = row else {
        return vec![Span::raw(" ".repeat(room + 3))];
    };
    let style = if *is_taken { Style::new() } else { DIM };
    vec![
        Span::styled(format!("{mark} "), DONE.style),
        Span::styled(left(text, room), style),
        Span::raw(" "),
    ]
}
