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

/// The screens that have their names where all seven have no room: the first four matter most.
const FIRST: usize = 4;

/// Draws the first row.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let room = usize::from(area.width);
    let fits = |(tabs, state): &(Vec<Span<'_>>, Vec<Span<'_>>)| {
        spans_width(tabs) + spans_width(state) < room
    };
    let ways = ways().map(|(named, words)| (tabs(model, named), state(model, cx, words)));
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
    frame.render_widget(Line::from(state).right_aligned(), area);
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

/// The ways to fill the row, the widest first. Air goes before words, then the names of the last screens, then the day,
/// then names of the first: that nothing is saved is to be read, not guessed from a mark.
fn ways() -> impl Iterator<Item = (Named, Words)> {
    let all = [
        (Named::Roomy, Words::All),
        (Named::Close, Words::All),
        (Named::Roomy, Words::One),
        (Named::Close, Words::One),
    ];
    let folded = (0..=FIRST).rev().flat_map(|first| {
        [Words::One, Words::Dayless]
            .into_iter()
            .flat_map(move |words| [true, false].map(|more| (Named::First { first, more }, words)))
    });
    let barest = Named::First {
        first: 0,
        more: false,
    };
    let ways = all.into_iter().chain(folded);
    ways.chain([(barest, Words::None)])
}

/// Which screens have their names in the row; the one that is open always has.
#[derive(Clone, Copy)]
enum Named {
    /// All, with air around them.
    Roomy,
    /// All.
    Close,
    /// The first few; of the others the numbers: "5-7 more", or "5-7".
    First { first: usize, more: bool },
}

fn tabs(model: &Model, named: Named) -> Vec<Span<'static>> {
    let air = match named {
        Named::Roomy => " ",
        Named::Close | Named::First { .. } => "",
    };
    let mut spans = Vec::new();
    if matches!(named, Named::Roomy) {
        spans.push(Span::styled(" goodword ", ACCENT.patch(STRONG)));
    }
    let has_name = |at: usize, screen: Screen| match named {
        Named::Roomy | Named::Close => true,
        Named::First { first, .. } => at < first || screen == model.screen,
    };
    let mut without: Vec<Screen> = Vec::new();
    for (at, screen) in Screen::ALL.into_iter().enumerate() {
        if !has_name(at, screen) {
            without.push(screen);
            continue;
        }
        spans.extend(numbers(&std::mem::take(&mut without), false));
        let tab = format!(" {} {} ", screen.number(), screen.name());
        if screen == model.screen {
            spans.push(Span::raw(air));
            spans.push(Span::styled(tab, CURSOR.patch(STRONG)));
            spans.push(Span::raw(air));
        } else {
            spans.push(Span::raw(format!("{air}{tab}{air}")));
        }
    }
    let more = matches!(named, Named::First { more: true, .. });
    spans.extend(numbers(&without, more));
    spans
}

/// Screens in a row that have no name in it: "5-7 more", "5". A click leads to the first of them.
fn numbers(screens: &[Screen], more: bool) -> Option<Span<'static>> {
    let (first, last) = (screens.first()?.number(), screens.last()?.number());
    let range = if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    };
    let more = if more { " more" } else { "" };
    Some(Span::raw(format!(" {range}{more} ")))
}

/// How much is said of where the book is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    All,
    /// What cannot be left out.
    One,
    /// The same without the day.
    Dayless,
    /// Only a mark.
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
    let has_day = matches!(words, Words::All | Words::One);
    let words = match words {
        Words::All => all,
        Words::One | Words::Dayless => one,
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
    if !has_day || (model.veil.is_down() && !in_words) {
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
