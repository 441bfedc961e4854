//! The last rows: what the keys do here, what just happened, and the line that filters.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::Model;
use crate::app::keymap::{Command, Row, Scope};
use crate::ui::text::{fit, width, wrap};
use crate::ui::theme::{ACCENT, DIM, MILD, STRONG, WARM};

/// So many keys are read at a glance, more of them on a wide screen; the help has them all.
const fn most_hints(columns: u16) -> usize {
    if columns < 100 { 6 } else { 8 }
}

/// The rows of the footer: two where there is height for them, and more where a warning needs them to be read to its end.
pub(in crate::ui) fn height(area: Rect, model: &Model) -> u16 {
    let rows = if has_two_rows(area) { 2 } else { 1 };
    rows + rows_of_news(area, model).saturating_sub(1)
}

const fn has_two_rows(area: Rect) -> bool {
    area.height >= 20
}

/// What just happened takes one row, what went wrong as many as it needs: a third of the screen at most.
fn rows_of_news(area: Rect, model: &Model) -> u16 {
    let warning = news(model).filter(|(_, is_warning)| *is_warning);
    let Some((text, _)) = warning.filter(|_| model.scope() != Scope::Filter) else {
        return 1;
    };
    let rows = wrap(&text, columns(area)).len();
    u16::try_from(rows)
        .unwrap_or(u16::MAX)
        .clamp(1, area.height / 3)
}

fn columns(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2))
}

/// Draws the footer.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let scope = model.scope();
    let rows = rows_of_news(frame.area(), model);
    let last = Rect {
        y: area.bottom().saturating_sub(rows),
        height: rows,
        ..area
    };
    let has_two_rows = has_two_rows(frame.area());
    let first = Rect { height: 1, ..area };
    if scope == Scope::Filter {
        filter(frame, last, model);
    } else if let Some((text, is_warning)) = news(model) {
        let style = if is_warning {
            WARM.patch(STRONG)
        } else {
            ACCENT
        };
        tell(frame, last, &text, style);
    } else if has_two_rows {
        hints(frame, last, model, scope, true);
    }
    if has_two_rows || (scope != Scope::Filter && news(model).is_none()) {
        hints(frame, first, model, scope, false);
    }
}

/// Says something in so many rows; what does not fit into the last of them is cut from its middle.
fn tell(frame: &mut Frame<'_>, area: Rect, text: &str, style: Style) {
    let columns = columns(area);
    let rows = usize::from(area.height);
    let mut lines = wrap(text, columns);
    let rest = lines.split_off(lines.len().min(rows.saturating_sub(1)));
    lines.push(rest.join(" "));
    let lines = lines
        .iter()
        .map(|line| format!(" {}", shortened(line, columns)));
    let lines: Vec<Line<'_>> = lines.map(|line| Line::styled(line, style)).collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// A sentence cut where it says what happened, so that the keys behind it can be read: "delivered: Mar… · u undoes".
fn shortened(text: &str, columns: usize) -> Cow<'_, str> {
    const LEAST: usize = 12;
    let is_too_long = width(text) > columns;
    let parts = text.match_indices(" · ").filter(|_| is_too_long);
    let mut cuts = parts.map(|(at, _)| text.split_at(at));
    let room = |keys: &str| columns.saturating_sub(width(keys));
    match cuts.find(|(_, keys)| room(keys) >= LEAST) {
        Some((said, keys)) => Cow::Owned(format!("{}{keys}", fit(said, room(keys)))),
        None => fit(text, columns),
    }
}

/// What just happened, or what is still wrong; and whether it tells of something wrong.
fn news(model: &Model) -> Option<(String, bool)> {
    if let Some(notice) = &model.notice {
        // Only what the program says of itself names keys in braces; what else is said may quote the book.
        let text = match &notice.text {
            Cow::Borrowed(sentence) => model.keymap.fill(sentence),
            Cow::Owned(text) => text.clone(),
        };
        return Some((text, notice.is_warning));
    }
    let wrong = model.only_here()?;
    Some((wrong.to_owned(), true))
}

fn filter(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let Some(filter) = model.filter() else {
        return;
    };
    let keys = model.keymap.at(Scope::Filter).filter_map(Row::hint);
    let keys: Vec<String> = keys.map(|(key, word)| format!("{key} {word}")).collect();
    let keys = keys.join("  ");
    // What of it says nothing is worth more than the keys.
    let (said, style) = match filter.remark() {
        Some(remark) => (remark, MILD),
        None => (keys.as_str(), DIM),
    };
    let said = fit(said, usize::from(area.width) * 2 / 3);
    let room = usize::from(area.width)
        .saturating_sub(width(&said) + 5)
        .max(4);
    let scroll = filter.input.visual_scroll(room);
    let shown: String = filter.input.value().chars().skip(scroll).collect();
    let line = Line::from(vec![
        Span::styled(" / ", ACCENT.patch(STRONG)),
        Span::raw(fit(&shown, room).into_owned()),
    ]);
    frame.render_widget(line, area);
    frame.render_widget(
        Line::styled(format!("{said} "), style).right_aligned(),
        area,
    );
    let column = 3 + filter.input.visual_cursor().saturating_sub(scroll);
    if let Ok(column) = u16::try_from(column) {
        frame.set_cursor_position(Position::new(area.x.saturating_add(column), area.y));
    }
}

/// The hints of a row: above those of the screen, below those that hold everywhere; the help where there is one row.
/// The border of a sheet has its own.
fn hints(frame: &mut Frame<'_>, area: Rect, model: &Model, scope: Scope, everywhere: bool) {
    if !scope.is_list() {
        return;
    }
    let offered = model.keymap.at(scope).filter(|row| {
        is_for_all(row.command()) == everywhere && row.hint().is_some() && model.can(row.command())
    });
    // What the user knows by now makes room for what comes next.
    let (known, fresh): (Vec<&Row>, Vec<&Row>) =
        offered.partition(|row| !everywhere && model.learned.knows(row.command()));
    let offered = fresh.into_iter().chain(known);
    let offered = offered.take(most_hints(area.width));
    let help = format!("{} help ", model.keymap.key(Command::Help));
    let is_only_row = frame.area().height < 20;
    let reserved = if is_only_row { width(&help) } else { 0 };
    let mut line = hint_line(
        offered,
        usize::from(area.width).saturating_sub(reserved + 1),
    );
    line.spans.insert(0, Span::raw(" "));
    frame.render_widget(line, area);
    if is_only_row {
        frame.render_widget(Line::styled(help, DIM).right_aligned(), area);
    }
}

/// Whether the hint of a command stands below those of the screen.
const fn is_for_all(command: Command) -> bool {
    matches!(
        command,
        Command::AddLine
            | Command::Find
            | Command::Undo
            | Command::Palette
            | Command::Help
            | Command::Quit
    )
}

/// What a sheet hints at before all else, as far as there is room: the way out, and what ends it well. Where Ctrl-s does
/// that, Enter only goes on.
const VITAL: [Command; 3] = [Command::Cancel, Command::Done, Command::Enter];

/// The columns between two hints.
const GAP: usize = 3;

/// Keys with what they do, as many as there is room for; the way out of a sheet always.
pub(in crate::ui) fn hint_line<'a>(
    rows: impl Iterator<Item = &'a Row>,
    columns: usize,
) -> Line<'static> {
    let hints: Vec<(Command, (&str, &str))> = rows
        .filter_map(|row| Some((row.command(), row.hint()?)))
        .collect();
    let taken = |(key, word): (&str, &str)| width(key) + 1 + width(word) + GAP;
    // Behind the last one no gap is needed.
    let mut room = columns + GAP;
    let mut vital = Vec::new();
    for command in VITAL {
        if command == Command::Enter && vital.len() > 1 {
            break;
        }
        for (_, hint) in hints.iter().filter(|(other, _)| *other == command) {
            if command == Command::Cancel || taken(*hint) <= room {
                room = room.saturating_sub(taken(*hint));
                vital.push(*hint);
            }
        }
    }
    let mut room = room.saturating_sub(GAP);
    let mut spans = Vec::new();
    for (_, (key, word)) in hints {
        if !vital.contains(&(key, word)) {
            if taken((key, word)) > room {
                // Nothing smaller takes the place of what was left out.
                room = 0;
                continue;
            }
            room -= taken((key, word));
        }
        spans.push(Span::styled(key.to_owned(), STRONG));
        spans.push(Span::styled(format!(" {word}   "), DIM));
    }
    Line::from(spans)
}
