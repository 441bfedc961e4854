//! The last rows: what the keys do here, what just happened, and the line that filters.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::Model;
use crate::app::keymap::{Binding, Command, KEYMAP, Scope};
use crate::app::status::Saving;
use crate::ui::text::{fit, width};
use crate::ui::theme::{ACCENT, DIM, STRONG, WARM};

/// So many keys are read at a glance; the help has them all.
const MOST_HINTS: usize = 6;

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
        return Some((notice.text.to_string(), style));
    }
    match &model.saving {
        Saving::Failed(reason) => Some((reason.clone(), WARM.patch(STRONG))),
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

/// The hints of a row: above those of the screen, below those that hold everywhere; the help where there is one row.
/// The border of a sheet has its own.
fn hints(frame: &mut Frame<'_>, area: Rect, model: &Model, scope: Scope, everywhere: bool) {
    if !scope.is_list() {
        return;
    }
    let of_all = |binding: &&Binding| {
        matches!(
            binding.command,
            Command::AddLine | Command::Undo | Command::Help | Command::Quit
        )
    };
    let offered = KEYMAP
        .iter()
        .filter(|binding| binding.scopes.contains(&scope) && model.can(binding.command))
        .filter(|binding| of_all(binding) == everywhere && binding.hint().is_some())
        .take(MOST_HINTS);
    let help = "? help ";
    let is_only_row = frame.area().height < 20;
    let reserved = if is_only_row { width(help) } else { 0 };
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

/// Keys with what they do, as many as there is room for.
pub(in crate::ui) fn hint_line<'a>(
    bindings: impl Iterator<Item = &'a Binding>,
    columns: usize,
) -> Line<'static> {
    let mut spans = Vec::new();
    let mut used = 0;
    for (key, word) in bindings.filter_map(Binding::hint) {
        let taken = width(key) + 1 + width(word) + 3;
        if used + taken > columns {
            break;
        }
        used += taken;
        spans.push(Span::styled(key, STRONG));
        spans.push(Span::styled(format!(" {word}   "), DIM));
    }
    Line::from(spans)
}
