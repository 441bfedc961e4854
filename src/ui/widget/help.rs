//! The help: the keys that work here, from the one table.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{page::Page, panel};
use crate::app::keymap::{KEYMAP, Scope};
use crate::ui::layout::sheet;
use crate::ui::theme::{DIM, STRONG};
use crate::ui::viewports::Viewports;

/// Draws the help for a scope.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    about: Scope,
    scroll: usize,
    view: &mut Viewports,
) {
    let area = sheet(body, 76, body.height);
    let inside = panel::sheet(frame, area, title(about), Scope::Help);
    let mut page = Page::new(inside.width, 15);
    page.heading("Here");
    for binding in KEYMAP
        .iter()
        .filter(|row| row.scopes.contains(&about) && row.scopes.len() < 5)
    {
        page.fact(&binding.keys_shown(), binding.help, STRONG);
    }
    page.heading("On every screen");
    for binding in KEYMAP
        .iter()
        .filter(|row| row.scopes.contains(&about) && row.scopes.len() >= 5)
    {
        page.fact(&binding.keys_shown(), binding.help, STRONG);
    }
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
        page.fact(mark, meaning, STRONG);
    }
    page.gap();
    page.text("Goodword weighs what an hour brings the other person, never what it brings you. It decides nothing and sends nothing.", DIM);
    view.detail_reach = page.draw(frame, inside, scroll);
    if scroll < view.detail_reach {
        panel::more(frame, area, "↓");
    }
}

const fn title(about: Scope) -> &'static str {
    match about {
        Scope::Today => "Help · Today",
        Scope::Contacts => "Help · Contacts",
        Scope::Promises => "Help · Promises",
        Scope::Lunch | Scope::Week => "Help · Lunch",
        _ => "Help",
    }
}
