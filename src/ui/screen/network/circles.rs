//! My circles around me: each at the end of a line that says how close the closest of its people is.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{Context, Model};
use crate::domain::contact::Tie;
use crate::domain::network::Circle;
use crate::domain::sentences::network::last_talk;
use crate::domain::sentences::words;
use crate::ui::text::{fit, left, right, width};
use crate::ui::theme::{ACCENT, CURSOR, DIM, STRONG};
use crate::ui::viewports::Viewports;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;

/// The columns between the two trunks, where I stand.
const MIDDLE: usize = 7;

/// Draws the circles, and below them the people of the one under the cursor.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let circles = &model.network.picture.circles;
    let inside = panel::draw(frame, area, "Your circles, and you", "Esc back", true);
    let people = people(inside.width, model, cx);
    let below = u16::try_from(people.len()).unwrap_or(u16::MAX);
    let [map, _, below] = Layout::vertical([
        Constraint::Min(0),
        Constraint::Length(1),
        Constraint::Length(below.min(inside.height / 3)),
    ])
    .areas(inside);
    people.draw(frame, below, 0);
    view.page = usize::from(map.height);
    let at = model.network.rows.at();
    let rows = circles.len().div_ceil(2);
    let first = view
        .network
        .follow(at % rows.max(1), usize::from(map.height), rows);
    let shown = rows.saturating_sub(first).min(usize::from(map.height));
    for (place, y) in (0..shown).zip(map.y..map.bottom()) {
        let row = Row {
            place,
            shown,
            columns: usize::from(map.width),
        };
        let here = first + place;
        let sides = [here, here + rows].map(|index| {
            let circle = circles.get(index)?;
            Some((circle, index == at))
        });
        let is_last = [false, circles.get(here + 1 + rows).is_none()];
        let area = Rect {
            y,
            height: 1,
            ..map
        };
        frame.render_widget(row.line(sides, is_last, model), area);
    }
    let legend = [
        "closest tie: ═ trusted ━ close ─ familiar ┄ acquaintance",
        "═trusted ━close ─familiar ┄met",
        "═ trusted ━ close ─ familiar",
    ];
    panel::below(frame, area, &legend);
}

/// A row of the drawing: a circle at the left, one at the right.
struct Row {
    place: usize,
    shown: usize,
    columns: usize,
}

impl Row {
    fn line(
        &self,
        [one, other]: [Option<(&Circle, bool)>; 2],
        is_last: [bool; 2],
        model: &Model,
    ) -> Line<'static> {
        let side = self.columns.saturating_sub(MIDDLE + 2) / 2;
        // On a narrow screen the names need the room.
        let label = if side < 24 {
            side.saturating_sub(5)
        } else {
            (side * 3 / 5).min(30)
        };
        let wire = side.saturating_sub(label + 1);
        let mut spans = Vec::new();
        if let Some((circle, is_selected)) = one {
            spans.push(named(right(&title(circle, label), label), is_selected));
            spans.push(pointer("◂", is_selected));
            spans.push(line_to(circle, wire, model));
            spans.push(Span::styled(
                self.joint(["╮", "┤", "╯", "─"], is_last[0]),
                DIM,
            ));
        }
        let me = if self.place == self.shown / 2 {
            "You"
        } else {
            ""
        };
        spans.push(Span::styled(format!("{me:^MIDDLE$}"), STRONG));
        if let Some((circle, is_selected)) = other {
            spans.push(Span::styled(
                self.joint(["╭", "├", "╰", "─"], is_last[1]),
                DIM,
            ));
            spans.push(line_to(circle, wire, model));
            spans.push(pointer("▸", is_selected));
            spans.push(named(left(&title(circle, label), label), is_selected));
        }
        Line::from(spans)
    }

    /// Where the line meets the trunk.
    fn joint(&self, [first, middle, last, only]: [&'static str; 4], is_last: bool) -> &'static str {
        let ends = is_last || self.place + 1 == self.shown;
        match (self.place, ends) {
            (0, true) => only,
            (0, false) => first,
            (_, true) => last,
            (_, false) => middle,
        }
    }
}

/// A line as heavy as the closest tie.
fn line_to(circle: &Circle, columns: usize, model: &Model) -> Span<'static> {
    let people = circle.people.iter();
    let ties = people.filter_map(|id| Some(model.book.contacts.get(*id)?.tie));
    let (sign, style) = match ties.max_by_key(|tie| *tie as u8) {
        Some(Tie::Trusted) => ("═", ACCENT),
        Some(Tie::Close) => ("━", ACCENT),
        Some(Tie::Familiar) => ("─", Style::new()),
        Some(Tie::Acquaintance) => ("┄", DIM),
        Some(Tie::Unknown) | None => (" ", DIM),
    };
    Span::styled(sign.repeat(columns), style)
}

/// "Manufacturing 3": where there is little room the name is cut, never the number.
fn title(circle: &Circle, columns: usize) -> String {
    let number = circle.people.len().to_string();
    let room = columns.saturating_sub(width(&number) + 1);
    format!("{} {number}", fit(&circle.name, room))
}

fn pointer(sign: &'static str, is_selected: bool) -> Span<'static> {
    Span::styled(if is_selected { sign } else { " " }, ACCENT)
}

fn named(text: String, is_selected: bool) -> Span<'static> {
    Span::styled(text, if is_selected { CURSOR } else { Style::new() })
}

/// The people of the circle under the cursor, a line each: how close each is, and when we last talked.
pub(super) fn people(width: u16, model: &Model, cx: &Context) -> Page {
    let mut page = Page::new(width, 0);
    let columns = page.width();
    let who = if columns < 60 { 18 } else { 26 };
    for id in model.network.circle_under_cursor() {
        let Some(contact) = model.book.contacts.get(id) else {
            continue;
        };
        let talk = last_talk(model.derived.relationships.with(id), cx.today);
        let said = match words::tie(contact.tie) {
            "" => talk,
            tie => format!("{tie}; {talk}"),
        };
        let room = columns.saturating_sub(who + 1);
        page.line(Line::from(vec![
            Span::styled(left(&contact.name, who), STRONG),
            Span::styled(format!(" {}", fit(&said, room)), DIM),
        ]));
    }
    page
}
