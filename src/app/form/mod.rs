//! Forms: a draft of a record, field by field, that becomes a record only when every field can be read.

mod aim;
mod before_a_yes;
mod choice;
mod choose;
mod contact;
mod decision;
mod done_on;
mod field;
mod incident;
mod introduction;
mod invite;
mod knows;
mod later;
mod missed;
mod new_terms;
mod option;
mod pace;
mod past_lunch;
mod person;
mod pick;
mod promise;
mod promise_step;
mod reading;
mod review;
mod talk;
mod unfinished;
mod value;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use before_a_yes::Weighing;
pub(in crate::app) use choose::saved as chosen;
pub use field::{Entry, Field};
pub use pick::{PeoplePick, PersonPick};
pub use promise_step::Done;

use super::chord::{Chord, Key};
use super::context::Context;
use crate::domain::Book;
use crate::domain::contact::{AimId, ContactId};
use crate::domain::decision::DecisionId;
use crate::domain::duplicates::Like;
use crate::domain::exchange::ExchangeId;
use crate::domain::incident::{IncidentId, Party};
use crate::domain::interaction::InteractionId;
use crate::domain::introduction::IntroductionId;
use crate::domain::invite::InviteId;
use crate::domain::merge::merge;
use crate::domain::options::{OptionSetId, View};
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
    /// Whom of the book somebody may be who is typed as new.
    pub alike: Option<Like>,
    /// The name of which it was asked whether somebody else of that name is added.
    namesake: Option<String>,
    /// What stood in the fields at the start.
    pristine: Vec<String>,
    /// The book as it was at the start: what another program changes meanwhile is no change of this form.
    base: Book,
}

/// What a form becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// A person, new or known.
    Contact(Option<ContactId>),
    /// A promise, new or known.
    Promise(Option<PromiseId>),
    /// An invite, new or known.
    Invite(Option<InviteId>),
    /// A talk with this person.
    Talk(ContactId),
    /// A talk that was noted.
    KnownTalk(InteractionId),
    /// Value that went over between this person and me.
    Value(ContactId),
    /// Value that was noted.
    KnownValue(ExchangeId),
    /// What this person aims for or is solving, new or known.
    Aim(ContactId, Option<AimId>),
    /// Why I decided so, and when to look back.
    Decision(DecisionId),
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
    /// A choice for one person, new or known.
    Choice(Option<OptionSetId>),
    /// A choice for this person, to be written down.
    ChoiceFor(ContactId),
    /// An option of a choice, new or by its place.
    OptionOf(OptionSetId, Option<usize>),
    /// The decision of a choice, looking so far ahead; the option at this place is meant at first.
    Choose(OptionSetId, usize, View),
    /// An introduction, new or known.
    Introduction(Option<IntroductionId>),
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

    /// What the form is about was taken out of the book meanwhile.
    fn gone(field: &'static str, what: &str) -> Self {
        Self::at(field, format!("This {what} is no longer in the book"))
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
            Subject::KnownTalk(id) => talk::fields_of(id, book),
            Subject::Value(person) => value::fields(person, book, cx.today),
            Subject::KnownValue(id) => value::fields_of(id, book, cx.today),
            Subject::Aim(person, id) => aim::fields(person, id, book, cx.today),
            Subject::Decision(id) => decision::fields(id, book, cx.today),
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
            Subject::Choice(id) => choice::fields(id, book),
            Subject::ChoiceFor(person) => choice::fields_for(person, book),
            Subject::OptionOf(set, at) => option::fields(set, at, book),
            Subject::Choose(set, at, view) => choose::fields(set, at, view, book, cx.today),
            Subject::Introduction(id) => introduction::fields(id, book, cx.today),
        };
        let pristine = fields.iter().map(Field::text).collect();
        Self {
            title,
            subject,
            fields,
            // For whom is known: what is asked comes first.
            at: usize::from(matches!(subject, Subject::ChoiceFor(_))),
            alike: None,
            namesake: None,
            pristine,
            base: book.clone(),
        }
    }

    /// The field that has the keys.
    #[must_use]
    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.at)
    }

    /// Gives the keys to the field of this label, where there is one.
    pub(super) fn go_to(&mut self, label: &str) {
        let at = self.fields.iter().position(|field| field.label == label);
        self.at = at.unwrap_or(self.at);
    }

    /// Whether something was typed that would be lost.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.fields
            .iter()
            .map(Field::text)
            .ne(self.pristine.iter().cloned())
    }

    /// What follows when a field is left: a person typed in part is picked, a day that is none is said. Says whether what
    /// stands in the field changed.
    pub fn settle(&mut self, book: &Book, today: NaiveDate) -> bool {
        let field = self.fields.get_mut(self.at);
        let changed = field.is_some_and(|field| field.settle(book, today));
        match self.subject {
            Subject::Invite(_) => invite::offer_promises(self, book),
            Subject::Contact(None) => contact::look_for_alike(self, book),
            _ => {}
        }
        changed
    }

    /// The name of somebody new that somebody in the book has to the letter, if it was neither shown nor asked yet.
    pub(super) fn unasked_namesake(&mut self, book: &Book) -> Option<String> {
        if self.subject != Subject::Contact(None) || self.alike.is_some() {
            return None;
        }
        let name = contact::namesake(self, book)?;
        let was_asked = self.namesake.replace(name.clone()) == Some(name.clone());
        (!was_asked).then_some(name)
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
    pub fn type_key(&mut self, chord: Chord, book: &Book, cx: &Context) {
        let Some(field) = self.fields.get_mut(self.at) else {
            return;
        };
        if field.type_key(chord, book, cx) {
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
            Subject::Talk(_) => talk::read(self, None, book, cx),
            Subject::KnownTalk(id) => talk::read(self, Some(id), book, cx),
            Subject::Value(person) => value::read(self, person, book, cx),
            Subject::KnownValue(id) => value::read_of(self, id, book, cx),
            Subject::Aim(person, id) => aim::read(self, person, id, book, cx),
            Subject::Decision(id) => decision::read(self, id, book, cx),
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
            Subject::Choice(id) => choice::read(self, id, book, cx),
            Subject::ChoiceFor(_) => choice::read(self, None, book, cx),
            Subject::OptionOf(set, at) => option::read(self, set, at, book),
            Subject::Choose(set, _, view) => choose::read(self, set, view, book, cx),
            Subject::Introduction(id) => introduction::read(self, id, book, cx),
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
}
