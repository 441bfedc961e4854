//! The texts of each kind of record.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Entry, Record};
use crate::domain::book::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::decision::{Decision, Subject};
use crate::domain::promise::{Promise, State};
use crate::domain::search::{Name, folded};
use crate::domain::sentences::name;

/// Everything of a book that can be found.
pub(super) fn entries(book: &Book) -> Vec<Entry> {
    let mut found = Found {
        book,
        names: HashMap::new(),
        entries: Vec::new(),
    };
    for contact in book.contacts.iter() {
        found.person(contact);
    }
    for promise in book.promises.iter() {
        found.promise(promise);
    }
    for talk in book.interactions.iter() {
        found.add(Record::Talk(talk.id), &talk.with, &talk.note, Some(talk.on));
    }
    for value in book.exchanges.iter() {
        let record = Record::Value(value.id);
        found.add(record, &[value.contact], &value.note, Some(value.on));
    }
    for invite in book.invites.iter() {
        for text in [&invite.title, &invite.place, &invite.my_words] {
            let record = Record::Invite(invite.id);
            found.add(record, &invite.with, text, Some(invite.day()));
        }
    }
    for decision in book.decisions.iter() {
        found.decision(decision);
    }
    for introduction in book.introductions.iter() {
        let both = [introduction.requester, introduction.target];
        for text in [&introduction.purpose, &introduction.good_for_target] {
            let record = Record::Introduction(introduction.id);
            found.add(record, &both, text, introduction.made);
        }
    }
    for set in book.option_sets.iter() {
        let texts = set.options.iter().flat_map(|one| [&one.text, &one.my_gain]);
        for text in [&set.question].into_iter().chain(texts) {
            found.add(Record::Choice(set.id), &[set.contact], text, Some(set.on));
        }
    }
    for incident in book.incidents.iter() {
        let record = Record::Incident(incident.id);
        found.add(
            record,
            &[incident.contact],
            &incident.note,
            Some(incident.on),
        );
    }
    found.entries
}

struct Found<'a> {
    book: &'a Book,
    names: HashMap<ContactId, Arc<Name>>,
    entries: Vec<Entry>,
}

impl Found<'_> {
    fn add(&mut self, record: Record, with: &[ContactId], text: &str, on: Option<NaiveDate>) {
        if !text.trim().is_empty() {
            self.add_any(record, with, text.to_owned(), on);
        }
    }

    fn add_any(&mut self, record: Record, with: &[ContactId], text: String, on: Option<NaiveDate>) {
        let who: Vec<&str> = with.iter().map(|id| name(self.book, *id)).collect();
        let names = with.iter().zip(&who).map(|(id, name)| {
            let folded = self.names.entry(*id);
            Arc::clone(folded.or_insert_with(|| Arc::new(Name::new(name))))
        });
        let names = names.collect();
        self.entries.push(Entry {
            record,
            contact: with.first().copied(),
            who: who.join(", "),
            names,
            folded: folded(&text),
            text,
            on,
        });
    }

    fn person(&mut self, contact: &Contact) {
        let known = [&contact.organisation, &contact.role, &contact.circle].into_iter();
        let known = known
            .chain(&contact.nicknames)
            .chain(&contact.tags)
            .chain(&contact.topics)
            .chain(&contact.emails);
        let known: Vec<&str> = known
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        let record = Record::Person(contact.id);
        self.add_any(record, &[contact.id], known.join(" · "), None);
        let record = Record::Aim(contact.id);
        let aims = contact.problems.iter().chain(&contact.aspirations);
        for aim in aims {
            self.add(record, &[contact.id], &aim.text, Some(aim.noted));
        }
        let record = Record::Note(contact.id);
        for text in [&contact.notes, &contact.how_we_met] {
            self.add(record, &[contact.id], text, None);
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
}
