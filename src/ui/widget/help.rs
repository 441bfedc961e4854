//! The help: the keys that work here, from the one table.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{page::Page, panel};
use crate::app::Model;
use crate::app::keymap::{Group, Row, Scope};
use crate::ui::layout::sheet;
use crate::ui::text::width;
use crate::ui::theme::DIM;
use crate::ui::viewports::Viewports;

/// Draws the help for a scope.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    about: Scope,
    scroll: usize,
    model: &Model,
    view: &mut Viewports,
) {
    let area = sheet(body, 76, body.height);
    let inside = panel::sheet(frame, area, title(about), &model.keymap, Scope::Help);
    let mut page = Page::new(inside.width, label(about, model));
    keys(&mut page, about, model);
    marks(&mut page);
    page.gap();
    page.text("Goodword weighs what an hour brings the other person, never what it brings you. It decides nothing and sends nothing.", DIM);
    view.detail_reach = page.draw(frame, inside, scroll);
    if scroll < view.detail_reach {
        panel::more(frame, area, "↓");
    }
}

/// The keys in force, in their groups; what cannot be done now says why.
fn keys(page: &mut Page, about: Scope, model: &Model) {
    for group in Group::ALL {
        let rows = model.keymap.at(about);
        let rows = rows.filter(|row| row.command().group() == group);
        let why_not = |row: &Row| {
            let why = about.is_list().then(|| model.why_not(row.command()));
            why.flatten()
        };
        let mut rows: Vec<_> = rows.map(|row| (why_not(row), row)).collect();
        // What can be done stands first.
        rows.sort_by_key(|(why_not, _)| why_not.is_some());
        if !rows.is_empty() {
            page.heading(heading(group, about));
        }
        for (why_not, row) in rows {
            match why_not {
                Some(why) => {
                    let text = format!("{} · not now: {why}", row.help());
                    page.fact(&row.keys_shown(), &text, DIM);
                }
                None => page.key(&row.keys_shown(), row.help()),
            }
        }
    }
}

/// The columns of the keys: as many as the longest take, and no more than a narrow screen can spare.
fn label(about: Scope, model: &Model) -> usize {
    let rows = model.keymap.at(about);
    let longest = rows.map(|row| width(&row.keys_shown())).max();
    longest.unwrap_or(0).clamp(13, 15)
}

const fn heading(group: Group, about: Scope) -> &'static str {
    match (group, about.is_list()) {
        (Group::Row, true) => "This row",
        (Group::Place, true) => "This screen",
        (Group::Row | Group::Place, false) => "Here",
        (Group::Moving, _) => "Moving",
        (Group::Everywhere, true) => "Everywhere",
        (Group::Everywhere, false) => "And here too",
    }
}

fn marks(page: &mut Page) {
    page.heading("Marks");
    let marks = [
        (
            "*  harm",
            "someone may come to harm: go, nothing is weighed",
        ),
        ("…  unheard", "they wait for a word from you"),
        ("⇄  clash", "two lunches at the same time"),
        ("!  late", "past its day"),
        ("•  today", "due today"),
        (
            "≠  unclear",
            "what you said is not what they heard, or you do not know",
        ),
        ("✗  put right", "broken, and not made right yet"),
        ("~  pace", "time to talk, by your own wish"),
        ("?  look back", "something past asks how it turned out"),
        ("✓  done", "delivered"),
    ];
    for (mark, meaning) in marks {
        page.key(mark, meaning);
    }
}

const fn title(about: Scope) -> &'static str {
    match about {
        Scope::Today => "Help · Today",
        Scope::First => "Help · how to begin",
        Scope::Contacts => "Help · Contacts",
        Scope::Promises => "Help · Promises",
        Scope::Lunch | Scope::Week => "Help · Lunch",
        Scope::Choices => "Help · Choices",
        Scope::Network => "Help · Network",
        Scope::Review => "Help · Review",
        Scope::Filter => "Help · the filter",
        Scope::Find => "Help · finding",
        Scope::Reach => "Help · ways to somebody",
        Scope::Steps => "Help · the changes",
        Scope::Duplicates | Scope::SideBySide => "Help · who stands here twice",
        Scope::Tags => "Help · tags",
        Scope::Views | Scope::NameView => "Help · views",
        Scope::Form => "Help · forms",
        Scope::Answers | Scope::AnswerDay => "Help · your answers",
        Scope::Decision | Scope::Reason => "Help · the decision",
        Scope::Draft | Scope::Writing => "Help · a message",
        Scope::Line => "Help · one line",
        Scope::Palette => "Help · commands by name",
        Scope::Menu => "Help · a question",
        Scope::Path | Scope::Found => "Help · bringing people in",
        _ => "Help",
    }
}
