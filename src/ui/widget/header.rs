//! The first row: the screens, the day, where the book is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::status::Saving;
use crate::app::{Context, Model, Screen};
use crate::domain::dates::short;
use crate::ui::text::spans_width;
use crate::ui::theme::{ACCENT, CURSOR, DIM, GOOD, MILD, STRONG, WARM};

/// Draws the first row.
pub(in crate::ui) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context) {
    let room = usize::from(area.width);
    let state = [state(model, cx, true), state(model, cx, false)];
    let tabs = [
        tabs(model, 2, true),
        tabs(model, 1, true),
        tabs(model, 1, false),
    ];
    // The widest that fits: words of the state go first, then the names of the other screens.
    let fits = tabs
        .iter()
        .flat_map(|tabs| state.iter().map(move |state| (tabs, state)))
        .find(|(tabs, state)| spans_width(tabs) + spans_width(state) < room);
    let Some((tabs, state)) = fits else {
        return;
    };
    frame.render_widget(Line::from(tabs.clone()), area);
    frame.render_widget(Line::from(state.clone()).right_aligned(), area);
}

fn tabs(model: &Model, air: usize, names: bool) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    if air > 1 {
        spans.push(Span::styled(" goodword ", ACCENT.patch(STRONG)));
    }
    for screen in Screen::ALL {
        let number = screen.number();
        if screen == model.screen {
            spans.push(Span::raw(" ".repeat(air - 1)));
            spans.push(Span::styled(
                format!(" {number} {} ", screen.name()),
                CURSOR.patch(STRONG),
            ));
            spans.push(Span::raw(" ".repeat(air - 1)));
        } else if names {
            let air = " ".repeat(air);
            spans.push(Span::raw(format!("{air}{number} {}{air}", screen.name())));
        } else {
            spans.push(Span::raw(format!(" {number} ")));
        }
    }
    spans
}

fn state(model: &Model, cx: &Context, in_words: bool) -> Vec<Span<'static>> {
    let unsaved = ("!", "not saved".to_owned(), WARM.patch(STRONG));
    let (mark, words, style): (&str, String, Style) = match &model.saving {
        // What was saved once is so no longer where its file is broken or gone.
        _ if model.only_here().is_some() => unsaved,
        Saving::Saved => ("✓", "saved".to_owned(), GOOD),
        Saving::Writing => ("…", "saving".to_owned(), DIM),
        Saving::MaybeNotDurable(_) => ("~", "saved, not yet safe".to_owned(), MILD),
        Saving::Failed(_) => unsaved,
        Saving::NotKept => ("~", "demo: nothing here is kept".to_owned(), MILD),
    };
    let words = if in_words { words } else { String::new() };
    let mut spans = Vec::new();
    let day = short(cx.today, cx.today);
    if model.veil.is_down() {
        let text = if in_words {
            "names hidden, H shows  "
        } else {
            "hidden  "
        };
        spans.push(Span::styled(text, MILD.patch(STRONG)));
    }
    if model.veil.is_down() && !in_words {
        // There is no room for the day too.
    } else if model.origin.clock_set && in_words && !model.origin.demo {
        spans.push(Span::styled(format!("clock set to {day}  "), MILD));
    } else {
        spans.push(Span::raw(format!("{day}  ")));
    }
    spans.push(Span::styled(
        format!("{mark} {words}").trim_end().to_owned(),
        style,
    ));
    spans.push(Span::raw(" "));
    spans
}
