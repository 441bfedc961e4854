//! Below the lines: the one under the cursor in full, what each choice sets aside, other ways, how sure it is.

use ratatui::style::Style;
use ratatui::text::Line as Row;

use super::{LABEL, Sheet};
use crate::domain::comparison::{DecidedBy, Lean, Line, Side, Sturdiness};
use crate::domain::sentences::capitalised;
use crate::domain::sentences::lunch::{name, turns_if};
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

    /// What each choice sets aside, other ways, what is not counted, and how sure all of it is.
    pub(super) fn ways(&self, page: &mut Page) {
        let case = self.case;
        let answered = case.verdict.lines_lean != Lean::NotAnswered;
        if answered {
            let sides = case
                .verdict
                .lean
                .side()
                .map_or(vec![Side::A, Side::B], |side| vec![side]);
            for side in sides {
                let label = capitalised(case.choosing(side).trim_start_matches("If you "));
                let text = case.sets_aside(side);
                // A long name stands alone at the left: what is set aside says by which choice.
                if width(&label) <= LABEL {
                    page.fact(&label, &capitalised(&text), Style::new());
                } else {
                    let text = format!("{label} {text}");
                    page.fact(case.name(side), &text, Style::new());
                }
            }
        }
        if let Some((side, what)) = case.if_you_ask() {
            page.fact(
                &format!("Ask {}", case.name(side)),
                &capitalised(&what),
                Style::new(),
            );
        }
        page.fact("Another way", &case.other_ways().join(" "), Style::new());
        if self.roomy {
            page.gap();
        }
        page.text(&self.sure(answered), DIM);
    }

    /// How sturdy the lean is, and what it was worked out from.
    fn sure(&self, answered: bool) -> String {
        let case = self.case;
        let mut sentences = Vec::new();
        if answered {
            sentences.push(case.sturdiness());
            // No order turns a lean that every line shares; it can only become slight.
            let is_shared = matches!(
                case.verdict.sturdiness,
                Sturdiness::EveryLine | Sturdiness::Equal
            );
            if case.verdict.decided_by == DecidedBy::Lines && !is_shared {
                sentences.push(turns_if(self.pane.turning.as_ref()));
            }
            sentences.extend(case.one_step());
        }
        sentences.push(case.footing());
        sentences.join(" ")
    }
}
