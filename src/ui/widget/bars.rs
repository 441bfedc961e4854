//! Bars: two that grow from the middle outward, one for each side; and one alone.

use ratatui::text::Span;

use crate::ui::theme::DIM;

/// Two bars of up to so many columns each, with the middle between them. Values are per mille. Both are equally bright:
/// only their lengths speak.
pub(in crate::ui) fn pair(a: i64, b: i64, columns: usize) -> Vec<Span<'static>> {
    vec![
        Span::raw(leftward(a, columns)),
        Span::styled("│", DIM),
        Span::raw(rightward(b, columns)),
    ]
}

/// Half columns that a value fills; what is not nothing fills at least one.
fn halves(value: i64, columns: usize) -> usize {
    let value = usize::try_from(value.clamp(0, 1000)).unwrap_or(0);
    let halves = (value * columns * 2 + 500) / 1000;
    halves.max(usize::from(value > 0))
}

/// A bar of up to so many columns, which the most of its kind would fill.
pub(in crate::ui) fn bar(number: usize, most: usize, columns: usize) -> String {
    let share = number.saturating_mul(1000).checked_div(most).unwrap_or(0);
    rightward(i64::try_from(share).unwrap_or(1000), columns)
}

fn leftward(value: i64, columns: usize) -> String {
    let halves = halves(value, columns);
    let (full, half) = (halves / 2, halves % 2);
    let air = columns - full - half;
    format!(
        "{}{}{}",
        " ".repeat(air),
        "▐".repeat(half),
        "█".repeat(full)
    )
}

fn rightward(value: i64, columns: usize) -> String {
    let halves = halves(value, columns);
    let (full, half) = (halves / 2, halves % 2);
    let air = columns - full - half;
    format!(
        "{}{}{}",
        "█".repeat(full),
        "▌".repeat(half),
        " ".repeat(air)
    )
}
