//! What there is to know while a yes is being entered: the hours with it, and how long promises wait. It informs; the form
//! is saved whatever it says.

use chrono::NaiveDate;

use super::{Form, Subject, choose, invite, new_terms, promise};
use crate::domain::Book;
use crate::domain::load::{Lead, Load, Work, work};
use crate::domain::promise::PromiseId;
use crate::domain::sentences::decision::whole;
use crate::domain::sentences::load as say;

/// A paragraph to weigh before a yes.
#[derive(Clone, PartialEq, Eq)]
pub struct Weighing {
    /// What it says.
    pub text: String,
    /// Whether it tells of more than there is time for.
    pub is_over: bool,
}

impl Weighing {
    fn new(text: String, is_over: bool) -> Self {
        Self { text, is_over }
    }
}

impl Form {
    /// What there is to know before the yes that stands in the form so far, the most telling first, and what was decided
    /// where a form looks back; nothing where it gives no yes.
    #[must_use]
    pub fn before_a_yes(&self, book: &Book, today: NaiveDate) -> Vec<Weighing> {
        match self.subject {
            Subject::Promise(id) => {
                let work = promise::work_so_far(self, id, book, today);
                before_a_promise(work, id, book, today)
            }
            // What is taken up again is a new promise; the one before it is owed no longer.
            Subject::PromiseTo(_) | Subject::Again(_) => {
                let work = promise::work_so_far(self, None, book, today);
                before_a_promise(work, None, book, today)
            }
            Subject::NewTerms(id) => {
                let work = new_terms::work_so_far(self, id, book, today);
                before_a_promise(work, Some(id), book, today)
            }
            Subject::Invite(_) if invite::is_my_yes(self) => {
                let load = Load::of_book(book, today);
                let is_over = load.first_over().is_some();
                vec![Weighing::new(say::before_a_yes(&load, today), is_over)]
            }
            Subject::Review(id) => {
                let decision = book.decisions.get(id);
                let whole = decision.and_then(|decision| whole(decision, book, today));
                let weighing = whole.map(|text| Weighing::new(text, false));
                weighing.into_iter().collect()
            }
            Subject::Choose(id, _, view) => {
                let win = choose::need_the_win(id, view, book);
                let win = win.map(|text| Weighing::new(text, false));
                let out = choose::ruled_out(self, id, book);
                let out = out.map(|text| Weighing::new(text, true));
                win.into_iter().chain(out).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn before_a_promise(
    work: Option<(Work, bool)>,
    id: Option<PromiseId>,
    book: &Book,
    today: NaiveDate,
) -> Vec<Weighing> {
    let Some((this, is_said)) = work else {
        return Vec::new();
    };
    let mut weighings = hours(this, is_said, id, book, today);
    if id.is_none() {
        weighings.push(Weighing::new(say::lead(Lead::of(book, today)), false));
    }
    weighings
}

/// The hours with this promise: the first day that is over, then its own day where that is another one.
fn hours(
    this: Work,
    is_said: bool,
    id: Option<PromiseId>,
    book: &Book,
    today: NaiveDate,
) -> Vec<Weighing> {
    let weekly = book.settings.weekly_minutes;
    let before = Load::of(work(book, id), weekly, today);
    let after = Load::of(work(book, id).chain([this]), weekly, today);
    let own = this.due.and_then(|due| after.on(due.max(today)));
    let mut weighings = Vec::new();
    let first = after.first_over().or(own).or_else(|| after.fullest());
    if let Some(first) = first {
        let text = say::with_this_one(&before, first, today);
        weighings.push(Weighing::new(text, first.is_over()));
    }
    if let Some(own) = own.filter(|own| first.is_some_and(|first| first.day != own.day)) {
        weighings.push(Weighing::new(say::until(own, today), own.is_over()));
    }
    let asides = match this.due {
        None => [Some(say::this_one_undated(&before)), None],
        Some(_) => [say::undated(&before), (!is_said).then(say::taken_as)],
    };
    let asides: Vec<String> = asides.into_iter().flatten().collect();
    if !asides.is_empty() {
        weighings.push(Weighing::new(asides.join(" "), false));
    }
    weighings
}
