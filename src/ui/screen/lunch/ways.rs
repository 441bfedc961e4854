//! Below the lines: the one under the cursor in full, what each choice costs, other ways, how sure it is.

use ratatui::style::Style;
use ratatui::text::Line as Row;

use super::{Air, LABEL, Sheet};
use crate::domain::comparison::{Line, Side};
use crate::domain::sentences::capitalised;
use crate::domain::sentences::lunch::name;
use crate::ui::text::width;
use crate::ui::theme::{ACCENT, DIM, STRONG};
use crate::ui::widget::page::Page;

impl Sheet<'_> {
    /// The line under the cursor in full, for each person.
    pub(super) fn detail(&self, page: &mut Page) {
        let line = self.pane.line;
        if self.roomy {
            page.line(Row::styled(
                format!("▸ {}", name(line)),
                ACCENT.patch(STRONG),
            ));
        }
        for side in [Side::A, Side::B] {
            page.fact(
                self.case.name(side),
                &self.case.detail(line, side),
                Style::new(),
            );
        }
        if line == Line::Help && self.roomy {
            let moved = [Side::A, Side::B]
                .into_iter()
                .filter_map(|side| self.case.moved_before(side));
            for sentence in self.case.known_better().into_iter().chain(moved) {
                page.fact("", &sentence, DIM);
            }
        }
    }

    /// What each choice costs, other ways, and how sure all of it is. Where there is little room the other ways come last.
    pub(super) fn ways(&self, page: &mut Page) {
        let case = self.case;
        for side in [Side::A, Side::B] {
            row(page, &self.label(&case.choosing(side)), &case.costs(side));
        }
        if let Some((side, what)) = case.if_you_ask() {
            let label = self.label(&format!("If you ask {}", case.name(side)));
            row(page, &label, &what);
        }
        let other_ways = case.other_ways().join(" ");
        if self.air > Air::None {
            row(page, ANOTHER_WAY, &other_ways);
        }
        if self.air == Air::Plenty {
            page.gap();
        }
        let sure = case.sturdy(self.pane.turning.as_ref());
        if !sure.is_empty() {
            page.text(&sure.join(" "), DIM);
        }
        if self.air == Air::None {
            row(page, ANOTHER_WAY, &other_ways);
        }
        self.even(page);
        page.text(&case.footing(), DIM);
    }

    /// "If you keep Dana"; where there is little room "Keep Dana".
    fn label(&self, choosing: &str) -> String {
        if self.columns.fact > 0 {
            choosing.to_owned()
        } else {
            capitalised(choosing.trim_start_matches("If you "))
        }
    }

    /// The columns that the labels of the choices take, at most a fifth of the width or so.
    pub(super) fn label_columns(&self) -> usize {
        let labels = [Side::A, Side::B].map(|side| self.label(&self.case.choosing(side)));
        let widest = labels.iter().map(|label| width(label)).max();
        let most = if self.columns.fact > 0 { 24 } else { 14 };
        let fitting = widest.filter(|columns| *columns <= most);
        fitting.unwrap_or(LABEL).max(LABEL)
    }
}

const ANOTHER_WAY: &str = "Another way";

/// A fact with its label, or a paragraph where the label is too long for its column.
fn row(page: &mut Page, label: &str, text: &str) {
    if width(label) <= page.label() {
        page.fact(label, &capitalised(text), Style::new());
    } else {
        page.text(&format!("{label}: {text}"), Style::new());
    }
}
