//! A promise: what was said, what they heard, what they have seen.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::dates::{relative, short};
use crate::domain::incident::Party;
use crate::domain::promise::{Effort, EffortKind, Hearing, Impact, Promise, State};
use crate::domain::sentences::{promise as say, words};
use crate::domain::silence::silence;
use crate::ui::theme::{DIM, GOOD, MILD, WARM};
use crate::ui::widget::page::Page;

/// The promise in a few lines.
pub(super) fn brief(page: &mut Page, promise: &Promise, today: NaiveDate) {
    let whose = if promise.by == Party::Me {
        "You promised"
    } else {
        "They promised"
    };
    page.fact(whose, &promise.text, Style::new());
    page.fact("Due", &say::due(promise, today), style_of(promise, today));
    if let State::Blocked { since, by } = &promise.state {
        page.fact(
            "Stuck",
            &format!("{by} ({})", relative(*since, today)),
            MILD,
        );
    }
    if let Some(efforts) = say::efforts(promise) {
        page.fact("Tried", &efforts, Style::new());
    }
}

/// Everything about the promise.
pub(super) fn whole(page: &mut Page, promise: &Promise, today: NaiveDate) {
    if promise.state != State::Open {
        page.fact(
            "State",
            &say::state(promise, today),
            style_of(promise, today),
        );
    }
    if promise.is_owed() {
        page.fact("Due", &say::due(promise, today), style_of(promise, today));
    }
    said(page, promise, today);
    if promise.by == Party::Me {
        heard(page, promise, today);
        if let Some(silence) = silence(promise, today).filter(|silence| silence.debt_days() > 0) {
            page.fact("Waiting", &say::silence(&silence), WARM);
            page.fact("", &say::silence_allowance(&silence), WARM);
        }
    }
    what_it_is_worth(page, promise);
    efforts(page, promise, today);
    terms(page, promise, today);
}

fn said(page: &mut Page, promise: &Promise, today: NaiveDate) {
    let said = format!(
        "\"{}\", {}",
        say::strength(promise.said),
        short(promise.made, today)
    );
    page.fact("Said", &said, Style::new());
    if !promise.exact_words.is_empty() {
        let words = format!("\"{}\"", promise.exact_words);
        page.fact("In words", &words, Style::new());
    }
}

/// What it brings, what hangs on it, and what it takes.
fn what_it_is_worth(page: &mut Page, promise: &Promise) {
    let brings = promise.kind.map_or("", words::exchange_kind);
    page.fact("It brings", brings, Style::new());
    if promise.impact != Impact::Little {
        let built = format!("{} on it", words::impact(promise.impact));
        page.fact("They build", &built, Style::new());
    }
    if let Some(minutes) = promise.minutes {
        page.fact("Work", &say::work(minutes), Style::new());
    }
}

/// The promise that this one takes up again, and how it ended.
pub(super) fn takes_up(page: &mut Page, ended: &Promise, today: NaiveDate) {
    let text = format!("{} ({})", ended.text, say::state(ended, today));
    page.fact("Takes up", &text, DIM);
}

fn heard(page: &mut Page, promise: &Promise, today: NaiveDate) {
    let style = match promise.hearing() {
        Hearing::HeardMore | Hearing::NotChecked => MILD,
        Hearing::Agreed => Style::new(),
    };
    if let Some(text) = say::heard(promise, today) {
        page.fact("They heard", &text, style);
    }
}

fn efforts(page: &mut Page, promise: &Promise, today: NaiveDate) {
    let (notes, efforts): (Vec<&Effort>, Vec<&Effort>) = promise
        .efforts
        .iter()
        .rev()
        .partition(|effort| effort.kind == EffortKind::Note);
    for note in notes {
        page.fact("Why", &note.text, Style::new());
    }
    if efforts.is_empty() {
        return;
    }
    page.heading("What you tried, and what they know of it");
    for effort in efforts {
        let what = match effort.kind {
            EffortKind::Progress | EffortKind::Roadblock | EffortKind::Note => "",
            EffortKind::NewTerms => "new terms: ",
            EffortKind::Delivered => "done: ",
        };
        let (mark, told) = match effort.told {
            Some(day) => (
                Span::styled("✓", GOOD),
                format!("told {}", short(day, today)),
            ),
            None => (Span::styled("…", MILD), "not told".to_owned()),
        };
        let text = format!(
            "{}  {what}{} ({told})",
            short(effort.on, today),
            effort.text
        );
        page.item(&mark, &text, Style::new());
    }
}

fn terms(page: &mut Page, promise: &Promise, today: NaiveDate) {
    if promise.earlier_terms.is_empty() {
        return;
    }
    page.heading("Agreed before");
    for terms in promise.earlier_terms.iter().rev() {
        let due = terms.due.map_or_else(
            || "no date".to_owned(),
            |due| format!("due {}", short(due, today)),
        );
        let text = format!(
            "until {}: \"{}\", {due}",
            short(terms.until, today),
            say::strength(terms.said)
        );
        page.item(&Span::styled("·", DIM), &text, DIM);
    }
}

fn style_of(promise: &Promise, today: NaiveDate) -> Style {
    match promise.state {
        _ if promise.is_overdue(today) && promise.by == Party::Me => WARM,
        State::Blocked { .. } => MILD,
        State::Missed { .. } => WARM,
        State::Delivered { .. } | State::Confirmed { .. } => GOOD,
        _ => Style::new(),
    }
}
