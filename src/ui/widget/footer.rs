//! The last rows: what the keys do here, what just happened, and the line that filters.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::Model;
use crate::app::keymap::{Binding, Command, KEYMAP, Scope};
use crate::app::model::Saving;
use crate::ui::text::{fit, width};
use crate::ui::theme::{ACCENT, DIM, STRONG, WARM};

/// The rows of the footer: two where there is height for them.
pub(in crate::ui) fn height(area: Rect) -> u16 {
    if area.height >= 20 { 2 } else { 1 }
}

/// Draws the footer.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let scope = model.scope();
    let last = Rect {
        y: area.bottom().saturating_sub(1),
        height: 1,
        ..area
    };
    let first = Rect { height: 1, ..area };
    if scope == Scope::Filter {
        filter(frame, last, model);
    } else if let Some((text, style)) = news(model) {
        let text = format!(" {}", fit(&text, usize::from(area.width.saturating_sub(2))));
        frame.render_widget(Line::styled(text, style), last);
    } else if area.height > 1 {
        hints(frame, last, model, scope, true);
    }
    if area.height > 1 || (scope != Scope::Filter && news(model).is_none()) {
        hints(frame, first, model, scope, false);
    }
}

/// What just happened, or what is still wrong.
fn news(model: &Model) -> Option<(String, Style)> {
    if let Some(notice) = &model.notice {
        let style = if notice.is_warning {
            WARM.patch(STRONG)
        } else {
            ACCENT
        };
        return Some((notice.text.clone(), style));
    }
    match &model.saving {
        Saving::Failed(reason) => Some((format!("Not saved: {reason}"), WARM.patch(STRONG))),
        _ => None,
    }
}

fn filter(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let Some(filter) = model.filter() else {
        return;
    };
    let room = usize::from(area.width.saturating_sub(20));
    let scroll = filter.input.visual_scroll(room);
    let shown: String = filter.input.value().chars().skip(scroll).collect();
    let line = Line::from(vec![
        Span::styled(" / ", ACCENT.patch(STRONG)),
        Span::raw(fit(&shown, room).into_owned()),
    ]);
    frame.render_widget(line, area);
    frame.render_widget(
        Line::styled("⏎ keep  Esc clear ", DIM).right_aligned(),
        area,
    );
    let column = 3 + filter.input.visual_cursor().saturating_sub(scroll);
    if let Ok(column) = u16::try_from(column) {
        frame.set_cursor_position(Position::new(area.x.saturating_add(column), area.y));
    }
}

/// The hints of a row: first those of the screen, then those that hold everywhere.
fn hints(frame: &mut Frame<'_>, area: Rect, model: &Model, scope: Scope, everywhere: bool) {
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    let one_row = frame.area().height < 20;
    for binding in offered(model, scope, everywhere, one_row) {
        let (key, hint) = (binding.first_key(), binding.hint);
        let text = if hint.starts_with(key) {
            String::new()
        } else {
            format!("{key} ")
        };
        let columns = width(&text) + width(hint) + 3;
        if used + columns > usize::from(area.width) {
            break;
        }
        used += columns;
        let (bold, rest) = split_key(&text, hint);
        spans.push(Span::styled(bold, STRONG));
        spans.push(Span::styled(format!("{rest}   "), DIM));
    }
    frame.render_widget(Line::from(spans), area);
}

/// Some hints bring their keys with them: "J K order".
fn split_key(key: &str, hint: &str) -> (String, String) {
    if !key.is_empty() {
        return (key.trim_end().to_owned(), format!(" {hint}"));
    }
    let end = hint.rfind(' ').unwrap_or(0);
    let (keys, word) = hint.split_at(end);
    (keys.to_owned(), word.to_owned())
}

fn offered(
    model: &Model,
    scope: Scope,
    everywhere: bool,
    one_row: bool,
) -> impl Iterator<Item = &'static Binding> {
    let is_list = matches!(
        scope,
        Scope::Today | Scope::Contacts | Scope::Promises | Scope::Lunch
    );
    let of_all = |binding: &Binding| {
        matches!(
            binding.command,
            Command::Undo | Command::Help | Command::Quit
        )
    };
    let can_undo = model.history.can_undo();
    KEYMAP
        .iter()
        .filter(move |binding| binding.scopes.contains(&scope) && !binding.hint.is_empty())
        .filter(move |binding| binding.command != Command::Undo || can_undo)
        .filter(move |binding| !is_list || one_row || of_all(binding) == everywhere)
        .filter(move |_| is_list || !everywhere)
        .take(if one_row { 5 } else { 8 })
}
