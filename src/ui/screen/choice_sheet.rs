//! The sheet of a choice: the answer first, then the options as they were written down, never in another order.
//!
//! ```text
//!  C helps most. B is also sound. A is ruled out.
//!
//!  A  Sell him what we have and let him find out
//!     ✗ ruled out   you would not want them to read your reasons
//!     Now           useful      ████
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::pane::{ChoicesPane, Part};
use crate::app::screen::Focus;
use crate::app::{Context, Model};
use crate::domain::Book;
use crate::domain::dates::short;
use crate::domain::decision::{Chosen, Decision};
use crate::domain::options::{Choice, Judged, Judgement, OptionSet, Standing, View};
use crate::domain::sentences::options as say;
use crate::domain::sentences::{capitalised, name};
use crate::ui::text::{left, wrap};
use crate::ui::theme::{ACCENT, BROKEN, CURSOR, DIM, DONE, GOOD, STRONG, Sign, WARM};
use crate::ui::viewports::Viewports;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;

/// How much is said of an option.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Much {
    /// What it is, and what is said of it.
    Word,
    /// Also what it does for them.
    Bars,
    /// Everything.
    All,
}

/// The columns of the labels of an option.
const LABEL: usize = 15;

/// Draws the sheet.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    set: &OptionSet,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let pane = &model.choices;
    let focused = pane.focus == Focus::Detail;
    let who = name(&model.book, set.contact);
    let title = format!("For {who} · asked on {}", short(set.on, cx.today));
    let inside = panel::draw(frame, area, &title, "", focused);
    let rows = usize::from(inside.height);
    if focused {
        view.page = rows;
    }
    let decision = pane.decision(set.id);
    let decision = decision.and_then(|id| model.book.decisions.get(id));
    let sheet = Sheet {
        book: &model.book,
        set,
        pane,
        judgement: set.judged(pane.view(set.id)),
        view: pane.view(set.id),
        decision: decision.map(AsRef::as_ref),
        cx,
        focused,
    };
    let written = sheet.fitting(inside.width, rows);
    let stop = written.stops().get(sheet.at()).cloned();
    let first = match (pane.scroll, &stop) {
        (Some(scroll), _) => scroll.min(written.len().saturating_sub(rows)),
        (None, Some(stop)) if focused => {
            view.sheet
                .follow(stop.end.saturating_sub(1), rows, written.len());
            // The first part brings what stands above it.
            let start = if sheet.at() == 0 { 0 } else { stop.start };
            view.sheet.follow(start, rows, written.len())
        }
        _ => 0,
    };
    view.detail = Some(area);
    view.detail_reach = written.draw(frame, inside, first);
    view.detail_top = first;
    if let Some(stop) = stop.filter(|_| focused) {
        // The whole name of an option, on as many lines as it takes.
        let named = set.options.get(sheet.at());
        let lines = named.map_or(1, |option| text_of(option, usize::from(inside.width)).len());
        point_at(frame, inside, stop.start, lines, first);
    }
    if first < view.detail_reach {
        panel::more(frame, area, if focused { "↓" } else { "→ ↓" });
    }
    panel::below(frame, area, &[say::NOT_COUNTED]);
}

struct Sheet<'a> {
    book: &'a Book,
    set: &'a OptionSet,
    pane: &'a ChoicesPane,
    judgement: Judgement,
    view: View,
    decision: Option<&'a Decision>,
    cx: &'a Context,
    focused: bool,
}

impl Sheet<'_> {
    /// The place of the part under the cursor.
    fn at(&self) -> usize {
        match self.pane.part(self.set) {
            Some(Part::Option(at)) => at,
            Some(Part::Win) => self.set.options.len(),
            None => 0,
        }
    }

    /// As much of every option as there is room for; of the one under the cursor all of it.
    fn fitting(&self, width: u16, rows: usize) -> Page {
        let at = self.at();
        let under_cursor = |option: usize| self.focused && option == at;
        for others in [Much::All, Much::Bars] {
            let page = self.page(width, |option| {
                if under_cursor(option) {
                    Much::All
                } else {
                    others
                }
            });
            if page.len() <= rows {
                return page;
            }
        }
        self.page(width, |option| {
            if under_cursor(option) {
                Much::All
            } else {
                Much::Word
            }
        })
    }

    fn page(&self, width: u16, much: impl Fn(usize) -> Much) -> Page {
        let mut page = Page::new(width, LABEL);
        page.text(&self.set.question, STRONG);
        page.gap();
        self.answer(&mut page);
        let judged = self.set.options.iter().zip(&self.judgement.options);
        for (at, (choice, judged)) in judged.enumerate() {
            page.gap();
            let much = much(at);
            page.stop(|page| self.option(page, at, choice, judged, much));
        }
        if self.set.is_a_choice() {
            page.gap();
            page.stop(|page| self.win(page));
        }
        page
    }

    /// The line to tick, and beside it what that costs them.
    fn win(&self, page: &mut Page) {
        let (need, what) = say::need_the_win(self.view);
        page.indented(2, need, Style::new());
        page.indented(2, what, DIM);
        if self.view == View::WinNow && self.decision.is_none() {
            page.indented(2, say::NOT_KEPT_YET, DIM);
        }
        if self.view == View::WinNow
            && let Some(costs) = say::costs(self.set, &self.judgement)
        {
            page.indented(2, &costs, WARM);
        }
    }

    /// What was chosen, else what helps; what there is to do about it last.
    fn answer(&self, page: &mut Page) {
        let headline = say::headline(self.set, &self.judgement).join(" ");
        if let Some(decision) = self.decision {
            page.text(&say::chosen(decision, self.cx.today), STRONG);
            if let Some(look_back) = say::look_back(decision, self.cx.today) {
                page.text(&capitalised(&look_back), Style::new());
            }
            if let Some(told) = say::told(decision, self.set, self.book, self.cx.today) {
                page.text(&told, Style::new());
            }
            page.text(&headline, DIM);
        } else {
            page.text(&headline, STRONG);
        }
    }

    fn option(&self, page: &mut Page, at: usize, choice: &Choice, judged: &Judged, much: Much) {
        let is_chosen = self
            .decision
            .is_some_and(|decision| decision.chosen == chosen(at));
        let letter = say::letter(at);
        let mark = if is_chosen { DONE.glyph } else { " " };
        for (row, line) in text_of(choice, page.width()).into_iter().enumerate() {
            let head = if row == 0 {
                format!("{mark} {} ", left(&letter, 2))
            } else {
                " ".repeat(5)
            };
            page.line(Line::from(vec![
                Span::styled(head, ACCENT.patch(STRONG)),
                Span::styled(line, STRONG),
            ]));
        }
        self.standing(page, judged);
        self.cost(page, at, judged);
        if much >= Much::Bars {
            bars(page, choice);
        }
        if much == Much::All {
            self.facts(page, choice, judged);
        }
    }

    /// What is said of it; of one that is ruled out each test that it fails.
    fn standing(&self, page: &mut Page, judged: &Judged) {
        let sign = match judged.standing {
            Standing::RuledOut(_) => BROKEN,
            Standing::HelpsMost => Sign {
                glyph: "→",
                style: GOOD,
            },
            Standing::Sound => Sign {
                glyph: "·",
                style: DIM,
            },
        };
        let word = say::standing_in_short(&judged.standing, !self.judgement.nothing_helps);
        let mut why = match &judged.standing {
            Standing::RuledOut(tests) => tests.iter().map(|test| say::failed(*test)).collect(),
            _ => Vec::new(),
        };
        if self.judgement.win_decides && judged.standing == Standing::HelpsMost {
            why.push(say::WHILE_NOW);
        }
        if judged.harm_is_known {
            why.push(say::HARM_IS_KNOWN);
        }
        let label = format!("   {} {word}", sign.glyph);
        let room = page.width().saturating_sub(LABEL + 1);
        let mut label = Some(label);
        let lines = why.iter().flat_map(|why| wrap(why, room));
        for line in lines {
            let label = label.take().unwrap_or_default();
            page.line(Line::from(vec![
                Span::styled(left(&label, LABEL + 1), sign.style),
                Span::raw(line),
            ]));
        }
        if let Some(label) = label {
            page.line(Line::styled(label, sign.style));
        }
    }

    /// What an option costs them while the win is needed: beside every one that costs them something.
    fn cost(&self, page: &mut Page, at: usize, judged: &Judged) {
        if self.view == View::WinNow
            && let Some(cost) = say::cost(self.set, at, judged)
        {
            page.fact("   the cost", &cost, WARM);
        }
    }

    fn facts(&self, page: &mut Page, choice: &Choice, judged: &Judged) {
        page.fact("   open", say::openness(choice), Style::new());
        page.fact("   you get", &choice.my_gain, DIM);
        if self.pane.figures {
            let figures = say::figures(choice, judged, self.view);
            page.fact("   figures", &figures, DIM);
            page.fact("   tests", &say::tests(judged), DIM);
        }
    }
}

/// What it does for them, now and in a year.
fn bars(page: &mut Page, choice: &Choice) {
    let (now, later) = (choice.now, choice.later);
    rating(page, "   now", say::for_them_now(now), now.rating());
    rating(page, "   in a year", say::in_a_year(later), later.rating());
}

fn chosen(at: usize) -> Chosen {
    Chosen::Option(u8::try_from(at).unwrap_or(u8::MAX))
}

/// A word and a bar as long as the step is high; what harms has another bar and another colour.
fn rating(page: &mut Page, label: &str, word: &str, step: i64) {
    const WORD: usize = 18;
    let cells = usize::try_from(step.unsigned_abs()).unwrap_or(0) * 2;
    let (bar, style) = if step < 0 {
        ("▒", WARM)
    } else {
        ("█", Style::new())
    };
    let room = page.width().saturating_sub(LABEL + 1);
    let mut spans = vec![
        Span::styled(left(label, LABEL), DIM),
        Span::raw(" "),
        Span::styled(left(word, WORD.min(room)), style),
    ];
    if room >= WORD + 8 {
        spans.push(Span::styled(bar.repeat(cells), style));
    }
    page.line(Line::from(spans));
}

/// The lines of what I would do, within a width.
fn text_of(choice: &Choice, width: usize) -> Vec<String> {
    wrap(&choice.text, width.saturating_sub(5))
}

/// Shows the part under the cursor, as in a list: a mark in the margin, and its first lines reversed.
fn point_at(frame: &mut Frame<'_>, inside: Rect, line: usize, lines: usize, first: usize) {
    let y = line
        .checked_sub(first)
        .and_then(|rows| u16::try_from(rows).ok());
    let Some(y) = y.filter(|y| *y < inside.height) else {
        return;
    };
    let row = Rect {
        y: inside.y + y,
        height: u16::try_from(lines).unwrap_or(1).min(inside.height - y),
        ..inside
    };
    frame.buffer_mut().set_style(row, CURSOR);
    let margin = Rect {
        x: inside.x.saturating_sub(1),
        width: 1,
        height: 1,
        ..row
    };
    frame.render_widget(Span::styled("▸", ACCENT), margin);
}
