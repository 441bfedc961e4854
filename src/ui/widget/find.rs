//! Finding anyone or anything: the line below, what was found above it.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{list::List, page::Page, panel, prompt};
use crate::app::Model;
use crate::app::keymap::Scope;
use crate::app::sheet::FindSheet;
use crate::domain::dates::short;
use crate::domain::find::{Entry, Record, matches};
use crate::domain::search::Word;
use crate::ui::layout::low_sheet;
use crate::ui::text::{fit, left, safe, width};
use crate::ui::theme::{DIM, FOCUS, STRONG};
use crate::ui::viewports::Viewports;

/// Draws the sheet.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    sheet: &FindSheet,
    model: &Model,
    today: NaiveDate,
    view: &mut Viewports,
) {
    let area = low_sheet(body, body.width, (body.height * 2 / 3).max(9));
    let found = sheet.rows.keys();
    let title = match (found.len(), sheet.words.is_empty()) {
        (_, true) => "Find anyone or anything".to_owned(),
        (number, false) => format!("Find · {number} found"),
    };
    let inside = panel::sheet(frame, area, &title, &model.keymap, Scope::Find);
    let above = prompt::draw(frame, inside, &sheet.input);
    view.page = usize::from(above.height);
    if found.is_empty() {
        say(frame, above, sheet.words.is_empty());
        return;
    }
    let columns = usize::from(above.width.saturating_sub(2));
    let list = List {
        len: found.len(),
        cursor: Some(sheet.rows.at()),
        focused: true,
        is_marked: |_| false,
    };
    list.draw(frame, above, &mut view.found, |index| {
        let entry = found.get(index).and_then(|at| sheet.entry(*at));
        entry.map_or_else(Line::default, |entry| {
            row(&entry, &sheet.words, columns, today)
        })
    });
}

fn say(frame: &mut Frame<'_>, area: Rect, nothing_typed: bool) {
    let mut page = Page::new(area.width, 0);
    page.text(
        if nothing_typed {
            "A name, or any word of a promise, a note, a talk, an invite, a decision, an introduction."
        } else {
            "Nothing in your book says that."
        },
        DIM,
    );
    page.draw(frame, area, 0);
}

/// Its kind, whose it is, and the text around what was found.
fn row(entry: &Entry, words: &[Word], columns: usize, today: NaiveDate) -> Line<'static> {
    let is_person = matches!(entry.record, Record::Person(_));
    let (kind, who) = if columns < 60 { (8, 14) } else { (13, 20) };
    let mut spans = vec![
        Span::styled(left(entry.record.kind(), kind), DIM),
        Span::raw(" "),
    ];
    let name = fit(&entry.who, who).into_owned();
    let by_name = is_person && !matches(&name, words, true).is_empty();
    let air = who.saturating_sub(width(&name));
    if is_person {
        spans.extend(marked(&name, words, true, STRONG));
    } else {
        spans.push(Span::styled(name, STRONG));
    }
    spans.push(Span::raw(" ".repeat(air + 2)));
    let day = entry.on.map_or_else(String::new, |on| short(on, today));
    let day = if columns < 60 { String::new() } else { day };
    let dated = if day.is_empty() { 0 } else { width(&day) + 2 };
    let room = columns.saturating_sub(kind + 1 + who + 2 + dated);
    let style = if is_person { DIM } else { Style::new() };
    if by_name {
        spans.push(Span::styled(fit(&entry.text, room).into_owned(), style));
    } else {
        let text = around(&entry.text, words, room);
        spans.extend(marked(&text, words, false, style));
    }
    let line = Line::from(spans);
    if day.is_empty() {
        return line;
    }
    let air = columns.saturating_sub(line.width() + width(&day));
    let mut spans = line.spans;
    spans.push(Span::styled(format!("{}{day}", " ".repeat(air)), DIM));
    Line::from(spans)
}

/// So much of a text as fits, with what was found in it.
fn around(text: &str, words: &[Word], room: usize) -> String {
    let text = safe(text).into_owned();
    let first = matches(&text, words, false)
        .first()
        .map_or(0, |part| part.start);
    let before = text.get(..first).map_or(0, width);
    if width(&text) <= room || before < room / 2 {
        return fit(&text, room).into_owned();
    }
    // A few words before it say what it is about.
    let start = text.get(..first).unwrap_or("");
    let start = start
        .char_indices()
        .rev()
        .nth(room / 4)
        .map_or(0, |(at, _)| at);
    let rest = text.get(start..).unwrap_or("");
    format!("…{}", fit(rest, room.saturating_sub(1)))
}

/// A text with what was found in it underlined and strong: that is seen without colour too.
fn marked(text: &str, words: &[Word], is_name: bool, style: Style) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut at = 0;
    for part in matches(text, words, is_name) {
        let plain = text.get(at..part.start).unwrap_or("");
        let found = text.get(part.clone()).unwrap_or("");
        spans.push(Span::styled(safe(plain).into_owned(), style));
        spans.push(Span::styled(safe(found).into_owned(), FOCUS));
        at = part.end;
    }
    let rest = text.get(at..).unwrap_or("");
    spans.push(Span::styled(safe(rest).into_owned(), style));
    spans
}
