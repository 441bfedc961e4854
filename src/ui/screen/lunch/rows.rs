//! The two people and the six lines between them.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};

use super::Sheet;
use crate::app::pane::LunchPane;
use crate::domain::comparison::{Lean, Line, Side};
use crate::domain::invite::Invite;
use crate::domain::sentences::lunch::{Names, is_sub_line, name, name_in_sentence};
use crate::ui::layout::Room;
use crate::ui::text::{fit, left, right, width};
use crate::ui::theme::{ACCENT, DIM, FOCUS, STRONG};
use crate::ui::widget::bars;
use crate::ui::widget::page::Page;

/// How a row of the comparison is shared out.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) label: usize,
    pub(super) fact: usize,
    pub(super) bar: usize,
}

impl Columns {
    pub(super) fn of(area: Rect) -> Self {
        let columns = usize::from(area.width);
        match Room::of(area) {
            Room::Wide => {
                let (label, bar) = (28, 12);
                let fact = columns.saturating_sub(label + 2 * bar + 5) / 2;
                Self { label, fact, bar }
            }
            Room::Medium => Self {
                label: 29,
                fact: 0,
                bar: columns.saturating_sub(29 + 2) / 2,
            },
            Room::Narrow => {
                let bar = (columns / 5).min(10);
                Self {
                    label: columns.saturating_sub(2 * bar + 2),
                    fact: 0,
                    bar,
                }
            }
        }
    }

    /// What lies left and right of the middle.
    pub(super) fn sides(self, area: Rect) -> [Rect; 2] {
        let middle = u16::try_from(self.middle()).unwrap_or(u16::MAX);
        Layout::horizontal([Constraint::Length(middle), Constraint::Min(0)]).areas(area)
    }

    /// The columns left of the middle.
    const fn middle(self) -> usize {
        let fact = if self.fact > 0 { self.fact + 1 } else { 0 };
        self.label + fact + self.bar
    }
}

impl Sheet<'_> {
    /// Who, how each invite stands, and where, around the middle.
    pub(super) fn people(&self, page: &mut Page) {
        let whole = if self.columns.label < 28 {
            self.case.names.clone()
        } else {
            Names::whole(self.case.book, self.case.a, self.case.b)
        };
        let named = |side: Side| match self.firm(side) {
            firm if self.columns.fact > 0 && !firm.is_empty() => {
                format!("{} · {firm}", whole.get(side))
            }
            _ => whole.get(side).to_owned(),
        };
        page.line(self.around(&named(Side::A), &named(Side::B), true));
        if self.columns.fact > 0 {
            let (standing, place) = (
                |side| self.case.standing(side),
                |side| place(self.case.invite(side)),
            );
            page.line(self.around(&standing(Side::A), &standing(Side::B), false));
            page.line(self.around(&place(Side::A), &place(Side::B), false));
        } else if self.columns.label >= 28 {
            page.line(self.around(self.case.reply(Side::A), self.case.reply(Side::B), false));
        }
        if !self.case.is_danger() && !self.pane.figures {
            self.legend(page);
        }
    }

    /// What a line and its bars are, in as many words as there is room for.
    fn legend(&self, page: &mut Page) {
        if self.roomy {
            page.gap();
            page.line(Row::styled(
                "Each row is a line: a longer bar speaks more for going, and the difference of its two bars is what counts.",
                DIM,
            ));
            page.line(Row::styled(
                "Most important first; a ↳ line hangs on the one above it.   ↑↓ line   ←→ person, underlined   J K order",
                DIM,
            ));
        } else if self.columns.label >= 28 {
            page.line(Row::styled(
                "Each row is a line; the difference of its two bars counts, most at the top.",
                DIM,
            ));
        }
    }

    /// Where nothing is weighed: how to reach whom it is about.
    pub(super) fn danger(&self, page: &mut Page) {
        page.gap();
        for side in [Side::A, Side::B] {
            for contact in self
                .case
                .people(side)
                .filter(|_| self.case.reading(side).safety)
            {
                let phones = contact.phones.join(", ");
                let reach = if phones.is_empty() {
                    "no number is noted".to_owned()
                } else {
                    phones
                };
                page.fact("Ring", &format!("{}: {reach}", contact.name), STRONG);
                page.fact("Notes", &contact.notes, Style::new());
            }
        }
        page.gap();
        page.text(
            "Nothing here is compared while someone may come to harm. e, then ! takes it back.",
            DIM,
        );
    }

    fn firm(&self, side: Side) -> &str {
        let first = self.case.invite(side).with.first();
        let contact = first.and_then(|id| self.case.book.contacts.get(*id));
        contact.map_or("", |contact| &contact.organisation)
    }

    /// The lines; where there is little room, those that speak for nobody stand in one row at the end. Gives the cursor's
    /// row.
    pub(super) fn lines(&self, page: &mut Page) -> usize {
        let mut cursor = 0;
        for line in LunchPane::lines(self.case.book) {
            if line == self.pane.line {
                cursor = page.len();
            }
            if !self.is_left_out(line) {
                page.line(self.line(line));
            }
        }
        cursor
    }

    /// The lines that were left out for want of room.
    pub(super) fn even(&self, page: &mut Page) {
        let lines = LunchPane::lines(self.case.book).into_iter();
        let even: Vec<&str> = lines
            .filter(|line| self.is_left_out(*line))
            .map(name_in_sentence)
            .collect();
        if !even.is_empty() {
            page.text(&format!("Even: {}.", even.join(" · ")), DIM);
        }
    }

    fn is_left_out(&self, line: Line) -> bool {
        let verdict = &self.case.verdict;
        let is_even = verdict.a_values.get(line) == verdict.b_values.get(line);
        is_even && !self.roomy && line != self.pane.line
    }

    /// Two texts left and right of the middle; the name of the person in focus is underlined.
    fn around(&self, a: &str, b: &str, names: bool) -> Row<'static> {
        let middle = self.columns.middle().saturating_sub(1);
        let beyond = self.width.saturating_sub(middle + 3);
        let style = |side: Side| match (names, self.pane.side == side) {
            (true, true) => FOCUS,
            (true, false) => STRONG,
            (false, _) => DIM,
        };
        let a = fit(a, middle).into_owned();
        let air = " ".repeat(middle.saturating_sub(width(&a)));
        Row::from(vec![
            Span::raw(air),
            Span::styled(a, style(Side::A)),
            Span::styled(" │ ", DIM),
            Span::styled(fit(b, beyond).into_owned(), style(Side::B)),
        ])
    }

    /// One line of the comparison: its name, the fact and the bar of each side.
    fn line(&self, line: Line) -> Row<'static> {
        let here = line == self.pane.line;
        let (a, b) = (
            self.case.verdict.a_values.get(line),
            self.case.verdict.b_values.get(line),
        );
        let arrow = if is_sub_line(line) { "  ↳ " } else { "" };
        let label = format!("{}{arrow}{}", if here { "▸ " } else { "  " }, name(line));
        let style = match (here, a == b) {
            (true, _) => ACCENT.patch(STRONG),
            (false, true) => DIM,
            (false, false) => Style::new(),
        };
        let mut spans = vec![Span::styled(left(&label, self.columns.label), style)];
        if self.columns.fact > 0 {
            let fact = right(&self.case.fact(line, Side::A), self.columns.fact);
            spans.push(Span::raw(format!("{fact} ")));
        }
        if self.is_known(line) {
            spans.extend(bars::pair(a, b, self.columns.bar));
        } else {
            spans.extend(bars::pair(0, 0, self.columns.bar));
        }
        if self.columns.fact > 0 {
            let fact = fit(&self.case.fact(line, Side::B), self.columns.fact).into_owned();
            spans.push(Span::raw(format!(" {fact}")));
        }
        Row::from(spans)
    }

    /// Before both are answered only what the book knows has bars.
    fn is_known(&self, line: Line) -> bool {
        let answered = self.case.verdict.lines_lean != Lean::NotAnswered;
        answered || matches!(line, Line::Word | Line::Repair | Line::Rhythm)
    }
}

fn place(invite: &Invite) -> String {
    match (invite.place.as_str(), invite.travel_minutes) {
        ("", 0) => "no place noted".to_owned(),
        ("", minutes) => format!("{minutes} min away"),
        (place, 0) => place.to_owned(),
        (place, minutes) => format!("{place}, {minutes} min away"),
    }
}
