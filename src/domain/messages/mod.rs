//! Drafts of what to write to people. Nothing is ever sent, no reason is made up, and nobody else is named.

mod answer;
mod fitting;
mod introduction;
mod kind;
mod lunch;
mod mailto;
mod person;
mod promise;
mod template;
mod templates;
mod told;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::book::Book;
use super::contact::ContactId;
use super::decision::DecisionId;
use super::discreet::Discreet;
use super::exchange::ExchangeId;
use super::incident::IncidentId;
use super::interaction::InteractionId;
use super::introduction::{IntroductionId, Step};
use super::invite::InviteId;
use super::promise::PromiseId;
use super::redacted::redacted;
use super::sentences::{first_name, listed, name};
use template::Values;

pub use super::discreet::WHO;
pub use answer::answer;
pub use fitting::{
    about_choice, about_decision, about_introduction, about_invite, about_matter, about_pair,
    about_person, about_promise,
};
pub use kind::Kind;
pub use lunch::{for_decision, to_tell};
pub use mailto::mailto;
pub use template::{Mistake, Template};
pub use templates::Templates;
pub use told::{TOLD_DONE, changes_the_book, tell};

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Purpose {
    /// What was decided between two lunches; to each who is to hear of it.
    Decision(DecisionId),
    /// How it stands with a promise of mine.
    Update(PromiseId),
    /// Another day for a promise of mine.
    NewTerms(PromiseId),
    /// A promise of mine is done.
    Done(PromiseId),
    /// I missed a promise.
    OwnUpPromise(PromiseId),
    /// I did them wrong.
    OwnUp(IncidentId),
    /// Whether they would let me off a lunch.
    Release(InviteId),
    /// Thanks for what I received.
    Thanks(ExchangeId),
    /// Thanks for a talk with one of those who were there.
    ThanksForTalk(InteractionId, ContactId),
    /// What I chose for them.
    Choice(DecisionId),
    /// What a step of an introduction needs to be written: a question, the introduction, how it went.
    Introduction(IntroductionId, Step),
    /// Anything; nothing but the greeting is there.
    Note(ContactId),
}

/// A message to a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// The whole name of the person.
    pub to: String,
    /// The one of them whom telling is noted of.
    pub contact: ContactId,
    /// Their e-mail addresses, one each of those who have one.
    pub addresses: Vec<String>,
    /// What it is.
    pub kind: Kind,
    /// The subject, for a mail.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Whether it offers days, all of them free in the book.
    pub offers_days: bool,
}

redacted!(Message: contact, kind, offers_days; to, addresses, subject, text);

/// The messages of a purpose, to each who is to read one; none where the book no longer has what it is about.
#[must_use]
pub fn drafts(
    book: &Book,
    purpose: Purpose,
    templates: &Templates,
    today: NaiveDate,
) -> Vec<Message> {
    let writer = Writer {
        book,
        templates,
        today,
    };
    let one = match purpose {
        Purpose::Decision(id) => {
            let decision = book.decisions.get(id);
            return decision.map_or_else(Vec::new, |decision| {
                for_decision(book, decision, templates, today)
            });
        }
        Purpose::Update(id) => promise::update(&writer, id),
        Purpose::NewTerms(id) => promise::new_terms(&writer, id),
        Purpose::Done(id) => promise::done(&writer, id),
        Purpose::OwnUpPromise(id) => promise::own_up(&writer, id),
        Purpose::OwnUp(id) => person::own_up(&writer, id),
        Purpose::Release(id) => lunch::release(&writer, id),
        Purpose::Thanks(id) => person::thanks(&writer, id),
        Purpose::ThanksForTalk(id, contact) => person::thanks_for_talk(&writer, id, contact),
        Purpose::Choice(id) => person::choice(&writer, id),
        Purpose::Introduction(id, step) => introduction::of_step(&writer, id, step),
        Purpose::Note(contact) => person::note(&writer, contact),
    };
    one.into_iter().collect()
}

/// What every message is written from.
struct Writer<'a> {
    book: &'a Book,
    templates: &'a Templates,
    today: NaiveDate,
}

impl Writer<'_> {
    /// A message of a kind; none where there is nobody to read it.
    fn message(&self, kind: Kind, with: &[ContactId], values: Values) -> Option<Message> {
        let called = |name: fn(&Book, ContactId) -> &str| {
            let names: Vec<String> = with
                .iter()
                .map(|id| name(self.book, *id).to_owned())
                .collect();
            listed(&names)
        };
        let people = with.iter().filter_map(|id| self.book.contacts.get(*id));
        let addresses = people.filter_map(|contact| contact.emails.first());
        let filled = self
            .templates
            .fill(kind, &values.with("name", called(first_name)));
        Some(Message {
            to: called(name),
            contact: *with.first()?,
            addresses: addresses.cloned().collect(),
            kind,
            subject: filled.subject,
            text: filled.text,
            offers_days: false,
        })
    }

    /// What I noted, fit for these readers: nobody else is named, and the sentence it stands in ends it.
    fn noted(&self, text: &str, readers: &[ContactId]) -> String {
        phrase(&Discreet::towards(self.book, readers), text)
    }
}

/// A note as part of a sentence: short enough to be read, without the full stop at its end. Names go before it is cut, so
/// that no half of one is left.
fn phrase(discreet: &Discreet, text: &str) -> String {
    let line = discreet.text(&super::clean::line(text));
    let longest = super::tuning::TUNING.messages.longest_note;
    let mut short: String = line.chars().take(longest).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short.trim_end_matches(['.', ' ']).to_owned()
}
