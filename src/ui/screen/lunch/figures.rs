//! The figures behind the comparison: values, points, what turns it. Opened with `i`.

use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};

use crate::domain::comparison::Line;
use crate::domain::hindsight::Hindsight;
use crate::domain::sentences::decision::hindsight_by_lean;
use crate::domain::sentences::lunch::{Case, name};
use crate::ui::text::{left, right, width};
use crate::ui::theme::{ACCENT, DIM, HEADING, STRONG};
use crate::ui::widget::page::Page;

/// Writes the figures.
pub(super) fn write(page: &mut Page, case: &Case<'_>, cursor: Line) {
    page.line(Row::styled("Figures", HEADING));
    table(page, case, cursor);
    page.gap();
    page.fact("Difference", &case.difference(), Style::new());
    page.fact("Set aside", &case.set_aside_by_each(), Style::new());
    if let Some(level) = case.level_at() {
        page.fact("Level at", &level, Style::new());
    }
    page.fact("Other weights", case.weights(), Style::new());
    for guard in case.guards() {
        page.fact("Before lines", &guard, Style::new());
    }
    if let Some(lean) = case.if_let_off() {
        page.fact("If let off", &lean, Style::new());
    }
    let record = hindsight_by_lean(&Hindsight::of(case.book));
    page.fact("Looking back", &record, Style::new());
    page.gap();
    page.text(
        "Points follow from your order alone (J K) and sum to 42. Value times points, first less second, is the \
         difference. What waiting costs and how long it matters hang on what it does for them, so that your answer \
         there reaches up to 22 points. The constants are chosen, not measured.",
        DIM,
    );
}

fn table(page: &mut Page, case: &Case<'_>, cursor: Line) {
    let name_columns = width(&case.names.a).max(width(&case.names.b)).clamp(6, 12) + 2;
    let label = 28.min(page.width().saturating_sub(8 + 2 * name_columns));
    let head = format!(
        "{}{}{}{}",
        left("", label),
        right("points", 7),
        right(&case.names.a, name_columns),
        right(&case.names.b, name_columns)
    );
    page.line(Row::styled(head, DIM));
    for line in Line::ALL {
        let verdict = &case.verdict;
        page.line(Row::from(vec![
            Span::styled(
                left(name(line), label),
                if line == cursor {
                    ACCENT.patch(STRONG)
                } else {
                    Style::new()
                },
            ),
            Span::styled(right(&verdict.points.get(line).to_string(), 7), STRONG),
            Span::raw(right(&verdict.a_values.get(line).to_string(), name_columns)),
            Span::raw(right(&verdict.b_values.get(line).to_string(), name_columns)),
        ]));
    }
}
