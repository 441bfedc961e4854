//! Lunch: two invites for one hour, side by side. The answer first, then the lines behind it, then the ways on.
//!
//! ```text
//!                        Bob Reyes │ Dana Liu
//!   What it does for them  ████████│███
//! ```

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};

use super::figures;
use crate::app::pane::LunchPane;
use crate::app::{Context, Model};
use crate::domain::comparison::{DecidedBy, Guard, Lean, Line};
use crate::domain::conflict::Conflict;
use crate::domain::dates::{relative, short};
use crate::domain::decision::Side;
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, Reply};
use crate::domain::sentences::lunch::{
    Case, NOT_COUNTED, Names, is_sub_line, name, name_in_sentence, turns_if,
};
use crate::ui::layout::Room;
use crate::ui::text::{fit, left, right};
use crate::ui::theme::{ACCENT, DIM, MILD, STRONG};
use crate::ui::viewports::Viewports;
use crate::ui::widget::list::List;
use crate::ui::widget::page::Page;
use crate::ui::widget::{bars, panel};

/// Draws the pair in sight, or the invites ahead where none compete.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    match model
        .lunch
        .pairs
        .selected()
        .and_then(|pair| case(model, pair, cx.today))
    {
        Some(case) => compare(frame, area, &case, model, view),
        None => ahead(frame, area, model, cx, view),
    }
}

/// The answer about a pair, for other screens.
pub(in crate::ui) fn summary(model: &Model, pair: Conflict, today: NaiveDate) -> Vec<String> {
    case(model, pair, today).map_or_else(Vec::new, |case| case.headline())
}

fn case(model: &Model, pair: Conflict, today: NaiveDate) -> Option<Case<'_>> {
    let untruth = model.lunch.untruth(&model.book, pair);
    Case::of(
        &model.book,
        &model.derived.relationships,
        pair,
        untruth,
        today,
    )
}

fn compare(
    frame: &mut Frame<'_>,
    area: Rect,
    case: &Case<'_>,
    model: &Model,
    view: &mut Viewports,
) {
    let title = format!(
        "{} {} to {} · two lunches, one hour",
        short(case.a.day(), case.today),
        case.a.start.format("%H:%M"),
        case.a.end.format("%H:%M"),
    );
    let (at, all) = (model.lunch.pairs.at() + 1, model.lunch.pairs.keys().len());
    let note = if all > 1 {
        format!("{at} of {all}  ] next")
    } else {
        String::new()
    };
    let inside = panel::draw(frame, area, &title, &note, true);
    let sheet = Sheet {
        case,
        pane: &model.lunch,
        columns: Columns::of(inside),
        roomy: inside.height >= 28 && Room::of(area) == Room::Wide,
    };
    let mut page = Page::new(inside.width, 13);
    let cursor = sheet.write(&mut page);
    // On a low screen the line under the cursor stays in sight, whatever was scrolled.
    let rows = usize::from(inside.height);
    let least = (cursor + 1).saturating_sub(rows);
    let scroll = model.lunch.scroll.max(least);
    view.page = rows;
    view.detail_reach = page.draw(frame, inside, scroll);
    if scroll < view.detail_reach {
        panel::more(frame, area, "PgDn");
    }
    let not_counted = format!("Not counted: {NOT_COUNTED}");
    let and_you = format!("{not_counted} You decide.");
    panel::below(
        frame,
        area,
        &[&and_you, &not_counted, "Not counted: your own gain."],
    );
}

/// How a row of the comparison is shared out.
#[derive(Clone, Copy)]
struct Columns {
    label: usize,
    fact: usize,
    bar: usize,
}

impl Columns {
    fn of(area: Rect) -> Self {
        let width = usize::from(area.width);
        match Room::of(area) {
            Room::Wide => {
                let (label, bar) = (28, 13);
                let fact = width.saturating_sub(label + 2 * bar + 5) / 2;
                Self { label, fact, bar }
            }
            Room::Medium => Self {
                label: 28,
                fact: 0,
                bar: width.saturating_sub(28 + 2) / 2,
            },
            Room::Narrow => {
                let bar = (width / 5).min(10);
                Self {
                    label: width.saturating_sub(2 * bar + 2),
                    fact: 0,
                    bar,
                }
            }
        }
    }

    /// The columns left of the middle.
    const fn middle(self) -> usize {
        let fact = if self.fact > 0 { self.fact + 1 } else { 0 };
        self.label + fact + self.bar
    }
}

struct Sheet<'a> {
    case: &'a Case<'a>,
    pane: &'a LunchPane,
    columns: Columns,
    roomy: bool,
}

impl Sheet<'_> {
    /// Writes everything; gives the row of the line under the cursor.
    fn write(&self, page: &mut Page) -> usize {
        if self.roomy {
            page.line("");
        }
        for (at, sentence) in self.case.headline().iter().enumerate() {
            page.text(sentence, if at == 0 { STRONG } else { Style::new() });
        }
        if self.case.verdict.decided_by == DecidedBy::Guard(Guard::Safety) {
            page.gap();
            page.fact(
                "Not weighed",
                "nothing here is compared while someone may come to harm.",
                DIM,
            );
            return 0;
        }
        if self.roomy {
            page.gap();
        }
        self.people(page);
        let cursor = self.lines(page);
        page.gap();
        if self.pane.figures {
            figures::write(page, self.case);
        } else {
            self.detail(page);
            if self.roomy {
                page.gap();
            }
            self.ways(page);
        }
        cursor
    }

    /// Who, how each invite stands, and where, around the middle.
    fn people(&self, page: &mut Page) {
        let whole = Names::whole(self.case.book, self.case.a, self.case.b);
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
        if self.roomy {
            page.gap();
            page.line(Row::styled(
                "A longer bar speaks more for going. Most important first; a ↳ line hangs on the one above it.",
                DIM,
            ));
        }
    }

    fn firm(&self, side: Side) -> &str {
        let first = self.case.invite(side).with.first();
        let contact = first.and_then(|id| self.case.book.contacts.get(*id));
        contact.map_or("", |contact| &contact.organisation)
    }

    /// The lines; where there is little room, those that speak for nobody share one row. Gives the cursor's row.
    fn lines(&self, page: &mut Page) -> usize {
        let values = &self.case.verdict;
        let speaks = |line: Line| values.a_values.get(line) != values.b_values.get(line);
        let mut cursor = 0;
        let mut even = Vec::new();
        for line in LunchPane::lines(self.case.book) {
            if line == self.pane.line {
                cursor = page.len();
            } else if !self.roomy && !speaks(line) {
                even.push(name_in_sentence(line));
                continue;
            }
            page.line(self.line(line));
        }
        if !even.is_empty() {
            page.text(&format!("  Even: {}", even.join(" · ")), DIM);
        }
        cursor
    }

    /// Two texts left and right of the middle; the person in focus is marked.
    fn around(&self, a: &str, b: &str, names: bool) -> Row<'static> {
        let middle = self.columns.middle();
        let focus = |side: Side| match (names, self.pane.side == side) {
            (true, true) => ACCENT.patch(STRONG),
            (true, false) => STRONG,
            (false, _) => DIM,
        };
        let mark = |side: Side| {
            if names && self.pane.side == side {
                "▸ "
            } else {
                ""
            }
        };
        Row::from(vec![
            Span::styled(
                right(&format!("{}{a}", mark(Side::A)), middle.saturating_sub(1)),
                focus(Side::A),
            ),
            Span::styled(" │ ", DIM),
            Span::styled(
                fit(&format!("{}{b}", mark(Side::B)), middle).into_owned(),
                focus(Side::B),
            ),
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
            spans.extend(bars::pair(
                a,
                b,
                self.columns.bar,
                self.pane.side == Side::A,
            ));
        } else {
            spans.extend(bars::pair(0, 0, self.columns.bar, true));
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

    /// The line under the cursor in full, for each person.
    fn detail(&self, page: &mut Page) {
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
    fn ways(&self, page: &mut Page) {
        let case = self.case;
        let answered = case.verdict.lines_lean != Lean::NotAnswered;
        if answered {
            let sides = case
                .verdict
                .lean
                .side()
                .map_or(vec![Side::A, Side::B], |side| vec![side]);
            for side in sides {
                let label = capital(case.choosing(side).trim_start_matches("If you "));
                page.fact(&label, &capital(&case.sets_aside(side)), Style::new());
            }
        }
        if let Some((side, what)) = case.if_you_ask() {
            page.fact(
                &format!("Ask {}", case.name(side)),
                &capital(&what),
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
            if case.verdict.decided_by == DecidedBy::Lines {
                sentences.push(turns_if(self.pane.turning.as_ref()));
            }
            sentences.extend(case.one_step());
        }
        sentences.push(case.footing());
        sentences.join(" ")
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

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// The invites ahead, where none compete.
fn ahead(frame: &mut Frame<'_>, area: Rect, model: &Model, cx: &Context, view: &mut Viewports) {
    let rows = &model.lunch.ahead;
    let inside = panel::draw(
        frame,
        area,
        "Lunches ahead",
        &rows.keys().len().to_string(),
        true,
    );
    let mut page = Page::new(inside.width, 0);
    page.text(
        "No two lunches want the same hour. Where they do, both stand here side by side.",
        DIM,
    );
    if rows.keys().is_empty() {
        page.gap();
        page.text(
            "A adds an invite. A calendar comes in from a shell: goodword import calendar.ics",
            Style::new(),
        );
    }
    page.line("");
    let above = u16::try_from(page.len())
        .unwrap_or(u16::MAX)
        .min(inside.height);
    page.draw(
        frame,
        Rect {
            height: above,
            ..inside
        },
        0,
    );
    let list_area = Rect {
        y: inside.y + above,
        height: inside.height - above,
        ..inside
    };
    view.page = usize::from(list_area.height);
    let columns = usize::from(list_area.width.saturating_sub(2));
    let list = List {
        len: rows.keys().len(),
        cursor: Some(rows.at()),
        focused: true,
    };
    list.draw(frame, list_area, &mut view.ahead, |index| {
        let invite = rows
            .keys()
            .get(index)
            .and_then(|id| model.book.invites.get(*id));
        invite.map_or_else(Row::default, |invite| ahead_row(invite, model, cx, columns))
    });
}

fn ahead_row(invite: &Invite, model: &Model, cx: &Context, columns: usize) -> Row<'static> {
    let who = Names::whole(&model.book, invite, invite).a;
    let (answer, style) = match (invite.host, invite.reply) {
        (_, Reply::NeedsAction) => ("no answer yet", MILD),
        (_, Reply::Tentative) => ("maybe", MILD),
        (Party::Them, Reply::Accepted) => ("you said yes", Style::new()),
        (Party::Me, Reply::Accepted) => ("they said yes", Style::new()),
        (_, Reply::Declined) => ("no", DIM),
    };
    let when = format!(
        "{} {}",
        short(invite.day(), cx.today),
        invite.start.format("%H:%M")
    );
    let soon = relative(invite.day(), cx.today);
    let room = columns.saturating_sub(18 + 12 + 15);
    Row::from(vec![
        Span::raw(left(&when, 18)),
        Span::styled(left(&soon, 12), DIM),
        Span::styled(left(answer, 15), style),
        Span::styled(
            fit(&format!("{who}  {}", invite.place), room).into_owned(),
            STRONG,
        ),
    ])
}
