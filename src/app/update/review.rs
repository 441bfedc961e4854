//! The review: from a figure to the entries behind it, and on to the record of each.

use super::page::{self, Page};
use super::{find, shared};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::model::Model;
use crate::app::screen::Focus;
use crate::domain::sentences::review::page as say;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let pane = &mut model.review;
    match command {
        Command::Move(motion) if pane.focus == Focus::List => {
            pane.rows.step(motion, cx.page);
            pane.entries.to_top();
            pane.put_entries();
        }
        Command::Move(motion) => pane.entries.step(motion, cx.page),
        Command::Open if pane.focus == Focus::Detail => {
            if let Some(entry) = pane.entry() {
                find::go_to(model, entry.record, entry.contact, cx);
            }
        }
        Command::Left | Command::Back | Command::NextPane if pane.focus == Focus::Detail => {
            pane.focus = Focus::List;
        }
        Command::Open | Command::Right | Command::NextPane => to_entries(model, cx),
        Command::Back => shared::back(model, cx),
        Command::Figures => pane.figures = !pane.figures,
        Command::Months => pane.zoom(cx.today),
        Command::PreviousItem => _ = pane.turn(true, cx.today),
        Command::NextItem if !pane.turn(false, cx.today) => {
            model.notify("The months to come have nothing to review", cx);
        }
        Command::Copy | Command::ToFile => {
            let whole = whole(model, cx);
            return whole.map_or_else(Vec::new, |page| page::take(model, command, page, cx));
        }
        Command::Write | Command::Edit | Command::Remove | Command::Add | Command::Filter => {
            if let Some(why) = model.why_not(command) {
                model.notify(format!("Not here: {why}"), cx);
            }
        }
        _ => {}
    }
    Vec::new()
}

/// All of the time in sight.
fn whole(model: &Model, cx: &Context) -> Option<Page> {
    let review = model.review.review.as_ref()?;
    Some(Page {
        what: "review",
        about: review.period.to_string(),
        text: say(&model.book, review, cx.today),
    })
}

/// The entries get the keys, where there are any.
fn to_entries(model: &mut Model, cx: &Context) {
    if model.review.entries.selected().is_some() {
        model.review.focus = Focus::Detail;
    } else {
        model.notify("Nothing stands behind this figure", cx);
    }
}
