//! The texts of each kind of record.

use chrono::NaiveDate;

use super::Record;
use crate::domain::book::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::decision::{Decision, Subject};
use crate::domain::exchange::Exchange;
use crate::domain::incident::Incident;
use crate::domain::interaction::Interaction;
use crate::domain::introduction::Introduction;
use crate::domain::invite::Invite;
use crate::domain::options::OptionSet;
use crate::domain::promise::{Promise, State};

/// A text of a record.
pub(super) struct Said<'a> {
    pub(super) record: Record,
    /// The person it is about first, then everybody else who took part.
    pub(super) with: &'a [ContactId],
    pub(super) text: &'a str,
    /// Its day, where it has one.
    pub(super) on: Option<NaiveDate>,
}

/// What is done with each text.
pub(super) type Visit<'a> = &'a mut dyn FnMut(&Said<'_>);

/// Visits every text of a book that can be found; those of one record come one behind the other.
pub(super) fn each(book: &Book, visit: Visit<'_>) {
    let mut texts = Texts::of(book, visit);
    book.contacts.iter().for_each(|one| texts.person(one));
    book.promises.iter().for_each(|one| texts.promise(one));
    book.interactions.iter().for_each(|one| texts.talk(one));
    book.exchanges.iter().for_each(|one| texts.value(one));
    book.invites.iter().for_each(|one| texts.invite(one));
    book.decisions.iter().for_each(|one| texts.decision(one));
    let introductions = book.introductions.iter();
    introductions.for_each(|one| texts.introduction(one));
    book.option_sets.iter().for_each(|one| texts.choice(one));
    book.incidents.iter().for_each(|one| texts.incident(one));
}

/// Visits the texts of a record, as [`each`] does.
pub(super) fn each_of(book: &Book, record: Record, visit: Visit<'_>) {
    let mut only_its = |said: &Said<'_>| {
        if said.record == record {
            visit(said);
        }
    };
    let mut texts = Texts::of(book, &mut only_its);
    match record {
        Record::Person(id) | Record::Aim(id) | Record::Note(id) => {
            book.contacts.get(id).map(|one| texts.person(one))
        }
        Record::Promise(id) => book.promises.get(id).map(|one| texts.promise(one)),
        Record::Talk(id) => book.interactions.get(id).map(|one| texts.talk(one)),
        Record::Value(id) => book.exchanges.get(id).map(|one| texts.value(one)),
        Record::Invite(id) => book.invites.get(id).map(|one| texts.invite(one)),
        Record::Decision(id) => book.decisions.get(id).map(|one| texts.decision(one)),
        Record::Introduction(id) => {
            let introduction = book.introductions.get(id);
            introduction.map(|one| texts.introduction(one))
        }
        Record::Choice(id) => book.option_sets.get(id).map(|one| texts.choice(one)),
        Record::Incident(id) => book.incidents.get(id).map(|one| texts.incident(one)),
    };
}

struct Texts<'a> {
    book: &'a Book,
    visit: Visit<'a>,
    /// Room for what is put together.
    joined: String,
}

impl<'a> Texts<'a> {
    fn of(book: &'a Book, visit: Visit<'a>) -> Self {
        Self {
            book,
            visit,
            joined: String::new(),
        }
    }

    fn add(&mut self, record: Record, with: &[ContactId], text: &str, on: Option<NaiveDate>) {
        if !text.chars().all(char::is_whitespace) {
            (self.visit)(&Said {
                record,
                with,
                text,
                on,
            });
        }
    }

    fn person(&mut self, contact: &Contact) {
        let with = [contact.id];
        self.join(contact);
        // Whoever has a name alone is found too.
        (self.visit)(&Said {
            record: Record::Person(contact.id),
            with: &with,
            text: &self.joined,
            on: None,
        });
        let aims = contact.problems.iter().chain(&contact.aspirations);
        for aim in aims {
            self.add(Record::Aim(contact.id), &with, &aim.text, Some(aim.noted));
        }
        for text in [&contact.notes, &contact.how_we_met] {
            self.add(Record::Note(contact.id), &with, text, None);
        }
    }

    /// Joins what is known of a person, short as it is.
    fn join(&mut self, contact: &Contact) {
        let known = [&contact.organisation, &contact.role, &contact.circle].into_iter();
        let known = known
            .chain(&contact.nicknames)
            .chain(&contact.tags)
            .chain(&contact.topics)
            .chain(&contact.emails);
        self.joined.clear();
        for text in known.filter(|text| !text.is_empty()) {
            if !self.joined.is_empty() {
                self.joined.push_str(" · ");
            }
            self.joined.push_str(text);
        }
    }

    fn promise(&mut self, promise: &Promise) {
        let stuck_on = match &promise.state {
            State::Blocked { by, .. } => by.as_str(),
            _ => "",
        };
        let efforts = promise.efforts.iter().map(|effort| effort.text.as_str());
        let texts = [
            promise.text.as_str(),
            promise.exact_words.as_str(),
            stuck_on,
        ];
        for text in texts.into_iter().chain(efforts) {
            let record = Record::Promise(promise.id);
            self.add(record, &[promise.contact], text, Some(promise.made));
        }
    }

    fn talk(&mut self, talk: &Interaction) {
        self.add(Record::Talk(talk.id), &talk.with, &talk.note, Some(talk.on));
    }

    fn value(&mut self, value: &Exchange) {
        let record = Record::Value(value.id);
        self.add(record, &[value.contact], &value.note, Some(value.on));
    }

    fn invite(&mut self, invite: &Invite) {
        for text in [&invite.title, &invite.place, &invite.my_words] {
            let record = Record::Invite(invite.id);
            self.add(record, &invite.with, text, Some(invite.day()));
        }
    }

    fn decision(&mut self, decision: &Decision) {
        let with = match decision.about {
            Subject::Invites(a, b) => [a, b]
                .iter()
                .filter_map(|id| self.book.invites.get(*id)?.with.first().copied())
                .collect(),
            Subject::Options(id) => {
                let set = self.book.option_sets.get(id);
                set.map(|set| set.contact).into_iter().collect::<Vec<_>>()
            }
        };
        let note = decision.review.as_ref().map_or("", |review| &review.note);
        for text in [&decision.reason, &decision.message, note] {
            self.add(
                Record::Decision(decision.id),
                &with,
                text,
                Some(decision.on),
            );
        }
    }

    fn introduction(&mut self, introduction: &Introduction) {
        let both = [introduction.requester, introduction.target];
        for text in [&introduction.purpose, &introduction.good_for_target] {
            let record = Record::Introduction(introduction.id);
            self.add(record, &both, text, introduction.made);
        }
    }

    fn choice(&mut self, set: &OptionSet) {
        let texts = set.options.iter().flat_map(|one| [&one.text, &one.my_gain]);
        for text in [&set.question].into_iter().chain(texts) {
            self.add(Record::Choice(set.id), &[set.contact], text, Some(set.on));
        }
    }

    fn incident(&mut self, incident: &Incident) {
        let (record, with) = (Record::Incident(incident.id), [incident.contact]);
        self.add(record, &with, &incident.note, Some(incident.on));
    }
}
