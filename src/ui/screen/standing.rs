//! How it stands with a person: the gauges, each in one sentence. What is behind them stands on `i`.

use chrono::NaiveDate;
use ratatui::style::Style;

use crate::domain::contact::Contact;
use crate::domain::exchange::Direction;
use crate::domain::incident::Party;
use crate::domain::relationship::Relationship;
use crate::domain::rhythm::rhythm;
use crate::domain::sentences::gauges;
use crate::domain::silence::longest;
use crate::domain::tuning::TUNING;
use crate::ui::theme::{DIM, MILD, WARM};
use crate::ui::widget::page::Page;

/// Writes the gauges. One that has nothing to say is left out.
pub(super) fn write(page: &mut Page, contact: &Contact, between: &Relationship, today: NaiveDate) {
    page.heading("How it stands");
    let seen = |about| gauges::seen(between, about, today);
    page.fact("You have seen", &seen(Party::Them), Style::new());
    page.fact("You have shown", &seen(Party::Me), Style::new());
    if let Some(talk) = gauges::talk(contact, between, today) {
        let is_due = rhythm(contact, between, today) >= TUNING.rhythm_due;
        page.fact("Pace", &talk, if is_due { MILD } else { Style::new() });
    }
    value(page, contact, between, today);
    if let Some(waiting) = gauges::waiting(contact, between, today) {
        let owed = between.owed_by_me().map(AsRef::as_ref);
        let style = longest(owed, today).map_or(Style::new(), |_| WARM);
        page.fact("Silence", &waiting, style);
    }
    if let Some(clear) = gauges::expectations(contact, between) {
        page.fact("Expectations", &clear, Style::new());
    }
}

/// Value both ways by kind, over twelve months, and how long what I gave lasts.
fn value(page: &mut Page, contact: &Contact, between: &Relationship, today: NaiveDate) {
    page.fact("Value", &gauges::value(between, today), Style::new());
    for (way, direction) in [
        ("Given", Direction::Given),
        ("Received", Direction::Received),
    ] {
        let kinds = gauges::kinds(between, direction, today);
        if !kinds.is_empty() {
            page.fact("", &format!("{way} in 365 days: {kinds}"), DIM);
        }
    }
    let more = [
        gauges::lasting(contact, between, today),
        gauges::without_value(contact, between, today),
    ];
    for sentence in more.into_iter().flatten() {
        page.fact("", &sentence, Style::new());
    }
}
