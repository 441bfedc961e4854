//! Text by the columns it takes, and never as it stands in the book: what could steer the terminal or mislead the eye is
//! made visible on the way. Text of the book reaches the screen through [`fit`], [`wrap`] or [`safe`].

use std::borrow::Cow;

use ratatui::text::Span;
use unicode_truncate::UnicodeTruncateStr;
use unicode_width::UnicodeWidthStr;

use crate::domain::clean;

/// The columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// A text for one line, as long as it is.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    clean::shown(text)
}

/// A text cut to so many columns, with an ellipsis where something was cut.
pub(super) fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    let text = safe(text);
    if width(&text) <= columns {
        return text;
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let (cut, _) = text.unicode_truncate(columns - 1);
    Cow::Owned(format!("{}…", cut.trim_end()))
}

/// A text in exactly so many columns, at the left.
pub(super) fn left(text: &str, columns: usize) -> String {
    let text = fit(text, columns);
    let space = columns.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(space))
}

/// A text in exactly so many columns, at the right.
pub(super) fn right(text: &str, columns: usize) -> String {
    let text = fit(text, columns);
    let space = columns.saturating_sub(width(&text));
    format!("{}{text}", " ".repeat(space))
}

/// A text in lines of so many columns, broken between words. Line ends of the text stay.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let text = clean::shown_lines(text);
    let lines = textwrap::wrap(&text, columns.max(1));
    lines.into_iter().map(Cow::into_owned).collect()
}

/// The columns that spans take together.
pub(super) fn spans_width(spans: &[Span<'_>]) -> usize {
    spans.iter().map(Span::width).sum()
}
