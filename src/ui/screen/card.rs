//! A person: what is said of them, drawn.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::app::Model;
use crate::domain::contact::Contact;
use crate::domain::sentences::facts::{Fact, Facts, Mark, Tone};
use crate::domain::sentences::person;
use crate::ui::theme::{DIM, GOOD, MILD, STRONG, WARM};
use crate::ui::widget::page::Page;

/// The person in a few lines.
pub(super) fn brief(page: &mut Page, contact: &Contact, model: &Model, today: NaiveDate) {
    let between = model.derived.relationships.with(contact.id);
    write(page, &person::brief(&model.book, contact, between, today));
}

/// Everything about the person, entry by entry.
pub(super) fn whole(page: &mut Page, contact: &Contact, model: &Model, today: NaiveDate) {
    let between = model.derived.relationships.with(contact.id);
    for (_, above, facts) in person::whole(&model.book, contact, between, today) {
        write(page, &above);
        page.stop(|page| write(page, &facts));
    }
}

/// What is said of somebody or something, line by line.
pub(in crate::ui) fn write(page: &mut Page, facts: &Facts) {
    for fact in facts.iter() {
        match fact {
            Fact::Heading(text) => page.heading(text),
            Fact::Sentence(text, tone) => page.text(text, style(*tone)),
            Fact::Labelled(label, text, tone) => page.fact(label, text, style(*tone)),
            Fact::Item(mark, text) => page.item(&sign(*mark), text, Style::new()),
            Fact::Gap => page.gap(),
        }
    }
}

const fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => STRONG,
        Tone::Dim => DIM,
        Tone::Mild => MILD,
        Tone::Warm => WARM,
    }
}

fn sign(mark: Mark) -> Span<'static> {
    match mark {
        Mark::Noted => Span::styled("·", DIM),
        Mark::Given => Span::styled("→", GOOD),
        Mark::Received => Span::styled("←", DIM),
        Mark::Kept => Span::styled("✓", GOOD),
        Mark::Broken => Span::styled("✗", WARM),
        Mark::Chosen => Span::styled("⇄", DIM),
    }
}
