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
use crate::ui::viewports::Viewports;

/// Draws the first row.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let room = usize::from(area.width);
    let [whole, brief, mark] =
        [Words::All, Words::One, Words::None].map(|words| state(model, cx, words));
    // Seven screens leave a narrow row no room for the day.
    let dayless: Vec<Span<'static>> = brief
        .iter()
        .filter(|span| span.content.trim() != short(cx.today, cx.today))
        .cloned()
        .collect();
    let [roomy, close, bare] =
        [(2, true), (1, true), (1, false)].map(|(air, names)| tabs(model, air, names));
    // The widest that fits. Air goes before words: that nothing is saved is to be read, not guessed from a mark.
    let ways = [
        (&roomy, &whole),
        (&close, &whole),
        (&roomy, &brief),
        (&close, &brief),
        (&close, &mark),
        (&bare, &whole),
        (&bare, &brief),
        (&bare, &dayless),
        (&bare, &mark),
    ];
    let fits = |(tabs, state): &(&Vec<Span<'_>>, &Vec<Span<'_>>)| {
        spans_width(tabs) + spans_width(state) < room
    };
    let Some((tabs, state)) = ways.into_iter().find(fits) else {
        return;
    };
    let ends = tabs.iter().scan(0_usize, |end, span| {
        *end += span.width();
        Some((span, *end))
    });
    view.tabs = ends
        .filter_map(|(span, end)| tab(area, span, end))
        .collect();
    frame.render_widget(Line::from(tabs.clone()), area);
    frame.render_widget(Line::from(state.clone()).right_aligned(), area);
}

/// The screen that a piece of the row names, and where that stands; the piece ends at this column.
fn tab(area: Rect, span: &Span<'_>, end: usize) -> Option<(Rect, Screen)> {
    let number = span.content.trim_start().chars().next();
    let mut screens = Screen::ALL.into_iter();
    let screen = screens.find(|screen| number == char::from_digit(screen.number().into(), 10))?;
    let width = u16::try_from(span.width()).ok()?;
    let x = area.x.checked_add(u16::try_from(end).ok()?)? - width;
    Some((Rect { x, width, ..area }, screen))
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

/// How much is said of where the book is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    All,
    /// What cannot be left out.
    One,
    None,
}

fn state(model: &Model, cx: &Context, words: Words) -> Vec<Span<'static>> {
    let in_words = words == Words::All;
    let unsaved = ("!", "not saved", "not saved", WARM.patch(STRONG));
    let (mark, all, one, style): (&str, &str, &str, Style) = match &model.saving {
        // What was saved once is so no longer where its file is broken or gone.
        _ if model.only_here().is_some() => unsaved,
        Saving::Saved => ("✓", "saved", "saved", GOOD),
        Saving::Writing => ("…", "saving", "saving", DIM),
        Saving::MaybeNotDurable(_) => ("~", "saved, not yet safe", "not yet safe", MILD),
        Saving::Failed(_) => unsaved,
        Saving::NotKept => ("~", "demo: nothing here is kept", "demo", MILD),
    };
    let words = match words {
        Words::All => all,
        Words::One => one,
        Words::None => "",
    };
    let mut spans = Vec::new();
    let day = short(cx.today, cx.today);
    if model.veil.is_down() {
        let text = if in_words {
            model.keymap.fill("names hidden, {hide-names} shows  ")
        } else {
            "hidden  ".to_owned()
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
