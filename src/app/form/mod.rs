//! Forms: a draft of a record, field by field, that becomes a record only when every field can be read.

mod before_a_yes;
mod contact;
mod done_on;
mod field;
mod incident;
mod invite;
mod later;
mod missed;
mod new_terms;
mod pace;
mod past_lunch;
mod person;
mod promise;
mod promise_step;
mod review;
mod talk;
mod value;

use chrono::NaiveDate;

pub use before_a_yes::Weighing;
pub use field::{Entry, Field, PersonPick};
pub use promise_step::Done;

use super::chord::{Chord, Key};
use super::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::decision::DecisionId;
use crate::domain::incident::{IncidentId, Party};
use crate::domain::invite::InviteId;
use crate::domain::merge::merge;
use crate::domain::promise::PromiseId;

/// A draft of a record.
#[derive(Clone)]
pub struct Form {
    /// What it says above.
    pub title: String,
    /// What it becomes.
    pub subject: Subject,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The field that has the keys.
    pub at: usize,
    /// What stood in the fields at the start.
    pristine: Vec<String>,
    /// The book as it was at the start: what another program changes meanwhile is no change of this form.
    base: Book,
}

/// What a form becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A person, new or known.
    Contact(Option<ContactId>),
    /// A promise, new or known.
    Promise(Option<PromiseId>),
    /// An invite, new or known.
    Invite(Option<InviteId>),
    /// A talk with this person.
    Talk(ContactId),
    /// Value that went over between this person and me.
    Value(ContactId),
    /// What I did for this promise.
    Step(PromiseId, Done),
    /// New terms of this promise, agreed with them.
    NewTerms(PromiseId),
    /// The day on which this promise was done.
    DoneOn(PromiseId),
    /// This promise was missed.
    Missed(PromiseId),
    /// A new promise that takes up this one, which has ended.
    Again(PromiseId),
    /// How often I mean to talk with this person.
    Pace(ContactId),
    /// Until when this person is left alone.
    Later(ContactId),
    /// Something that one of the two of us did.
    Incident(ContactId, Party),
    /// Something that happened, as it was noted.
    KnownIncident(IncidentId),
    /// A promise to this person, to be written down.
    PromiseTo(ContactId),
    /// What became of a past lunch.
    PastLunch(InviteId),
    /// A look back on a decision.
    Review(DecisionId),
}

/// What a finished form does to the book.
#[derive(Clone)]
pub struct Outcome {
    /// The label of the step.
    pub label: String,
    /// The book afterwards.
    pub book: Book,
    /// The record that the cursor goes to.
    pub subject: Subject,
}

/// A field that cannot be read.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Problem {
    field: &'static str,
    text: String,
}

impl Problem {
    fn at(field: &'static str, text: impl Into<String>) -> Self {
        Self {
            field,
            text: text.into(),
        }
    }
}

impl Form {
    /// The form for a record.
    #[must_use]
    pub fn open(subject: Subject, book: &Book, cx: &Context) -> Self {
        let (title, fields) = match subject {
            Subject::Contact(id) => contact::fields(id, book),
            Subject::Promise(id) => promise::fields(id, book, cx.today),
            Subject::Invite(id) => invite::fields(id, book, cx.today),
            Subject::PromiseTo(person) => promise::fields_to(person, book, cx.today),
            Subject::Talk(person) => talk::fields(person, book, cx.today),
            Subject::Value(person) => value::fields(person, book, cx.today),
            Subject::Step(id, done) => promise_step::fields(id, done, book),
            Subject::NewTerms(id) => new_terms::fields(id, book),
            Subject::DoneOn(id) => done_on::fields(id, book),
            Subject::Missed(id) => missed::fields(id, book),
            Subject::Again(id) => promise::fields_again(id, book, cx.today),
            Subject::Pace(person) => pace::fields(person, book),
            Subject::Later(person) => later::fields(person, book),
            Subject::Incident(person, about) => incident::fields(person, about, book, cx.today),
            Subject::KnownIncident(id) => incident::fields_of(id, book),
            Subject::PastLunch(id) => past_lunch::fields(id, book, cx.today),
            Subject::Review(id) => review::fields(id, book, cx.today),
        };
        let pristine = fields.iter().map(Field::text).collect();
        Self {
            title,
            subject,
            fields,
            at: 0,
            pristine,
            base: book.clone(),
        }
    }

    /// The field that has the keys.
    #[must_use]
    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.at)
    }

    /// Whether something was typed that would be lost.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.fields
            .iter()
            .map(Field::text)
            .ne(self.pristine.iter().cloned())
    }

    /// To the next field; says whether there was one.
    pub fn next_field(&mut self) -> bool {
        let next = self.at + 1;
        let is_there = next < self.fields.len();
        if is_there {
            self.at = next;
        }
        is_there
    }

    /// To the previous field.
    pub fn previous_field(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// Lets a key act on the field; arrows that mean nothing to it move between fields.
    pub fn type_key(&mut self, chord: Chord, book: &Book, today: NaiveDate) {
        let Some(field) = self.fields.get_mut(self.at) else {
            return;
        };
        if field.type_key(chord, book, today) {
            return;
        }
        match chord.key {
            Key::Up => self.previous_field(),
            Key::Down => {
                self.next_field();
            }
            _ => {}
        }
    }

    /// Puts pasted text into the field.
    pub fn paste(&mut self, text: &str, book: &Book) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.paste(text, book);
        }
    }

    /// Turns the draft into a change of the book; what cannot be read is said at its field, which gets the keys. What
    /// another program changed since the form was opened is merged with what was typed.
    pub fn finish(&mut self, book: &Book, cx: &Context) -> Option<Outcome> {
        if *book == self.base {
            return self.read(book, cx);
        }
        let base = self.base.clone();
        if let Some(outcome) = self.read(&base, cx) {
            let book = merge(&base, book, &outcome.book);
            return Some(Outcome { book, ..outcome });
        }
        // It may name somebody whom only the other program knew.
        self.read(book, cx)
    }

    fn read(&mut self, book: &Book, cx: &Context) -> Option<Outcome> {
        let read = match self.subject {
            Subject::Contact(id) => contact::read(self, id, book, cx),
            Subject::Promise(id) => promise::read(self, id, book, cx),
            Subject::Invite(id) => invite::read(self, id, book, cx),
            Subject::PromiseTo(_) => promise::read(self, None, book, cx),
            Subject::Talk(person) => talk::read(self, person, book, cx),
            Subject::Value(person) => value::read(self, person, book, cx),
            Subject::Step(id, done) => promise_step::read(self, id, done, book, cx),
            Subject::NewTerms(id) => new_terms::read(self, id, book, cx),
            Subject::DoneOn(id) => done_on::read(self, id, book, cx),
            Subject::Missed(id) => missed::read(self, id, book, cx),
            Subject::Again(id) => promise::read_again(self, id, book, cx),
            Subject::Pace(person) => pace::read(self, person, book),
            Subject::Later(person) => later::read(self, person, book, cx),
            Subject::Incident(person, about) => incident::read(self, person, about, book, cx),
            Subject::KnownIncident(id) => incident::read_of(self, id, book, cx),
            Subject::PastLunch(id) => past_lunch::read(self, id, book, cx),
            Subject::Review(id) => review::read(self, id, book, cx),
        };
        for field in &mut self.fields {
            field.problem = None;
        }
        match read {
            Ok(outcome) => Some(outcome),
            Err(problem) => {
                self.say(problem);
                None
            }
        }
    }

    fn say(&mut self, problem: Problem) {
        let at = self
            .fields
            .iter()
            .position(|field| field.label == problem.field);
        self.at = at.unwrap_or(self.at);
        if let Some(field) = self.fields.get_mut(self.at) {
            field.problem = Some(problem.text);
        }
    }

    fn entry(&self, label: &str) -> Option<&Entry> {
        let field = self.fields.iter().find(|field| field.label == label);
        field.map(|field| &field.entry)
    }

    /// What stands in a field of text, without the space around it.
    fn text(&self, label: &str) -> String {
        match self.entry(label) {
            Some(Entry::Text(input) | Entry::Day(input) | Entry::PastDay(input)) => {
                input.value().trim().to_owned()
            }
            _ => String::new(),
        }
    }

    /// Whether somebody changed what stands in a field. What nobody touched is kept as it is in the book, even where the
    /// form cannot show all of it.
    fn is_touched(&self, label: &str) -> bool {
        let fields = self.fields.iter().zip(&self.pristine);
        let mut of_label = fields.filter(|(field, _)| field.label == label);
        of_label.any(|(field, before)| field.text() != *before)
    }

    /// Puts the text of a field where it belongs, if somebody changed it.
    fn put_text(&self, label: &str, place: &mut String) {
        if self.is_touched(label) {
            *place = self.text(label);
        }
    }

    /// Puts the texts of a field that takes several where they belong, if somebody changed them.
    fn put_list(&self, label: &str, place: &mut Vec<String>) {
        if self.is_touched(label) {
            *place = self.list(label, ',');
        }
    }

    /// Puts the option of a field where it belongs, if somebody changed it.
    fn put_chosen<T: Copy + Default>(&self, label: &str, of: &[T], place: &mut T) {
        if self.is_touched(label) {
            *place = self.chosen(label, of);
        }
    }

    /// The texts of a field that takes several.
    fn list(&self, label: &str, between: char) -> Vec<String> {
        let text = self.text(label);
        let parts = text
            .split(between)
            .map(str::trim)
            .filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    }

    /// Which of its options a field has.
    fn choice(&self, label: &str) -> usize {
        match self.entry(label) {
            Some(Entry::Choice { at, .. }) => *at,
            _ => 0,
        }
    }

    /// The option of a field, from the list its options stand for.
    fn chosen<T: Copy + Default>(&self, label: &str, of: &[T]) -> T {
        of.get(self.choice(label)).copied().unwrap_or_default()
    }

    /// The day in a field of a day that is over, today where it is empty.
    fn past_day(&self, label: &'static str, today: NaiveDate) -> Result<NaiveDate, Problem> {
        match self.day(label, today)?.unwrap_or(today) {
            day if day <= today => Ok(day),
            _ => Err(Problem::at(label, "That day is still to come")),
        }
    }

    /// Whether there is such a field.
    fn has(&self, label: &'static str) -> bool {
        self.fields.iter().any(|field| field.label == label)
    }

    /// The day in a field; none where it is empty.
    fn day(&self, label: &'static str, today: NaiveDate) -> Result<Option<NaiveDate>, Problem> {
        let text = self.text(label);
        if text.is_empty() {
            return Ok(None);
        }
        let field = self.fields.iter().find(|field| field.label == label);
        match field.and_then(|field| field.day(today)) {
            Some(day) => Ok(Some(day)),
            None => Err(Problem::at(
                label,
                format!(
                    "\"{text}\" is no day that I know. Try fri, next tue, 25 sep, in 2 weeks or 2026-09-25"
                ),
            )),
        }
    }
}
