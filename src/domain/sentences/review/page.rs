//! A quarter, or a month, as a page of Markdown: how it went, then each figure with the entries behind it.

use chrono::NaiveDate;

use super::{NOTHING, OF_ME, below, by_month, entry, figure, headline, time, title};
use crate::domain::book::Book;
use crate::domain::load::Load;
use crate::domain::markdown;
use crate::domain::review::Review;
use crate::domain::sentences::facts::{Facts, Mark, Tone};
use crate::domain::sentences::listed;

/// All of it, as Markdown.
#[must_use]
pub fn page(book: &Book, review: &Review, today: NaiveDate) -> String {
    let mut facts = Facts::default();
    facts.sentence(&format!("{OF_ME}."), Tone::Dim);
    facts.sentence(&headline(review), Tone::Strong);
    for line in below(&Load::of_book(book, today), review, today) {
        facts.sentence(&line, Tone::Plain);
    }
    let (empty, full): (Vec<_>, Vec<_>) = review.lines.iter().partition(|one| one.count() == 0);
    for line in full {
        facts.heading(title(line.kind));
        let figure = figure(line.kind, line.count());
        let by_month = by_month(review, line.kind);
        facts.sentence(&format!("{figure}: {by_month}"), Tone::Plain);
        for one in &line.entries {
            facts.item(Mark::Noted, entry(book, line.kind, one, today));
        }
    }
    let none: Vec<String> = empty
        .iter()
        .map(|line| title(line.kind).to_owned())
        .collect();
    if !none.is_empty() {
        facts.heading(NOTHING);
        facts.sentence(&listed(&none), Tone::Dim);
    }
    markdown::page(&format!("Review of {}", time(review.period)), &facts)
}
