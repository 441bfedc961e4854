//! The figures behind the comparison: values, points, what turns it. Opened with `i`.

use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};

use crate::domain::comparison::Side;
use crate::domain::comparison::{DecidedBy, Guard, Lean, Line, flip_points};
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
    let verdict = &case.verdict;
    let tenths = verdict.tenths_of_per_cent();
    let to = match verdict.d {
        0 => "to neither".to_owned(),
        1.. => format!("to {}", case.names.a),
        _ => format!("to {}", case.names.b),
    };
    let sum = format!(
        "{} of 42,000 {to}, {}.{} %: up to 5 % is too close to call, over 15 % is clear.",
        grouped(verdict.d.abs()),
        tenths / 10,
        tenths % 10
    );
    page.fact("Difference", &sum, Style::new());
    let aside = format!(
        "{} by choosing {}, {} by choosing {}.",
        grouped(verdict.set_aside.if_a),
        case.names.a,
        grouped(verdict.set_aside.if_b),
        case.names.b
    );
    page.fact("Set aside", &aside, Style::new());
    if verdict.decided_by == DecidedBy::Lines && verdict.lean != Lean::NotAnswered {
        page.fact("Level at", &flips(case), Style::new());
    }
    page.fact("Other weights", case.weights(), Style::new());
    guards(page, case);
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

/// "What it does for them at 3.2 instead of 12 points".
fn flips(case: &Case<'_>) -> String {
    let order = &case.book.settings.order_of_lines;
    let flips = flip_points(&case.verdict.difference(), order);
    let shown: Vec<String> = flips
        .iter()
        .take(2)
        .map(|flip| {
            let tenths = (flip.numerator.saturating_mul(20) / flip.denominator + 1) / 2;
            format!(
                "{} counting {}.{} instead of {} points",
                name(flip.line),
                tenths / 10,
                tenths % 10,
                flip.now
            )
        })
        .collect();
    if shown.is_empty() {
        "no single line can bring both level.".to_owned()
    } else {
        shown.join("; or ")
    }
}

fn guards(page: &mut Page, case: &Case<'_>) {
    for note in &case.verdict.guards {
        let side = case.name(note.speaks_for);
        let other = case.name(note.speaks_for.other());
        let text = match note.guard {
            Guard::Safety => format!("someone may come to harm: speaks for {side}."),
            Guard::Boundary => format!("you drew a line with {other}: speaks for {side}."),
            Guard::Honesty => format!("it would need an untruth: speaks for {side}."),
            Guard::WordGiven => format!("{side} has your word: speaks for {side}."),
            Guard::TrustCaution => format!(
                "{} of {other} that are not settled: speaks for {side}.",
                incidents(case, note.speaks_for.other())
            ),
        };
        page.fact("Before lines", &text, Style::new());
    }
    if let Some(lean) = case.verdict.if_released {
        let text = match lean.side() {
            Some(side) => format!("{}.", case.name(side)),
            None => "too close to call.".to_owned(),
        };
        page.fact("If let off", &text, Style::new());
    }
}

/// How many acts of bad faith stand unsettled.
fn incidents(case: &Case<'_>, side: Side) -> String {
    use crate::domain::incident::{IncidentKind, Party};
    let people = case.invite(side).with.iter();
    let count = people
        .flat_map(|id| &case.relationships.with(*id).incidents)
        .filter(|incident| {
            incident.about == Party::Them
                && incident.kind == IncidentKind::BadFaith
                && incident.settled.is_none()
        })
        .count();
    format!("you noted {count} acts in bad faith")
}

/// "12,144".
fn grouped(number: i64) -> String {
    if number >= 1_000 {
        format!("{},{:03}", number / 1_000, number % 1_000)
    } else {
        number.to_string()
    }
}
