//! References to records that are not in the book.

use foldhash::HashSet;

use super::labels::Labelled;
use crate::domain::Book;
use crate::domain::book::{Unresolved, for_each_table};
use crate::domain::contact::{AimId, ContactId, KnownPerson};
use crate::domain::decision::Subject;
use crate::domain::id::Id;
use crate::domain::invite::Assessment;
use crate::domain::merge::SETTINGS;
use crate::domain::promise::PromiseId;
use crate::domain::table::{Record, Table};

/// One sentence for each reference that leads nowhere.
pub(super) fn dangling(book: &Book) -> Vec<String> {
    let mut search = Search {
        book,
        people: book.contacts.iter().map(|contact| contact.id).collect(),
        aims: aims(book),
        found: Vec::new(),
    };
    search.people();
    search.value();
    search.meetings();
    search.choices();
    search.leftovers();
    search.found
}

struct Search<'a> {
    book: &'a Book,
    /// Looked up once for each talk.
    people: HashSet<ContactId>,
    aims: HashSet<AimId>,
    found: Vec<String>,
}

impl Search<'_> {
    fn people(&mut self) {
        for contact in self.book.contacts.iter() {
            for (known, _) in &contact.knows {
                if let KnownPerson::Contact(id) = known {
                    self.person(contact.as_ref(), *id);
                }
            }
        }
        for (one, other) in &self.book.settings.not_the_same {
            if [one, other].iter().any(|id| self.is_missing(**id)) {
                self.found.push(format!(
                    "The settings tell {one} and {other} apart, and not both are in the book."
                ));
            }
        }
    }

    fn value(&mut self) {
        for promise in self.book.promises.iter() {
            self.person(promise.as_ref(), promise.contact);
            self.promises(promise.as_ref(), promise.reopened_from.as_slice());
        }
        for exchange in self.book.exchanges.iter() {
            self.person(exchange.as_ref(), exchange.contact);
            self.promises(exchange.as_ref(), exchange.from.as_slice());
        }
        for incident in self.book.incidents.iter() {
            self.person(incident.as_ref(), incident.contact);
            if let Some(lunch) = incident.from {
                self.in_table(incident.as_ref(), &self.book.invites, lunch, "an invite");
            }
        }
    }

    fn meetings(&mut self) {
        for interaction in self.book.interactions.iter() {
            for id in &interaction.with {
                self.person(interaction.as_ref(), *id);
            }
        }
        for invite in self.book.invites.iter() {
            for id in &invite.with {
                self.person(invite.as_ref(), *id);
            }
            if let Some(assessment) = &invite.assessment {
                self.assessment(invite.as_ref(), assessment);
            }
        }
        for introduction in self.book.introductions.iter() {
            self.person(introduction.as_ref(), introduction.requester);
            self.person(introduction.as_ref(), introduction.target);
            self.promises(introduction.as_ref(), introduction.promise.as_slice());
            if let Some(value) = introduction.value {
                let exchanges = &self.book.exchanges;
                self.in_table(introduction.as_ref(), exchanges, value, "value given");
            }
        }
    }

    fn choices(&mut self) {
        for decision in self.book.decisions.iter() {
            match decision.about {
                Subject::Invites(a, b) => {
                    self.in_table(decision.as_ref(), &self.book.invites, a, "an invite");
                    self.in_table(decision.as_ref(), &self.book.invites, b, "an invite");
                }
                Subject::Options(id) => {
                    self.in_table(decision.as_ref(), &self.book.option_sets, id, "a choice");
                }
            }
            if let Some(earlier) = decision.replaces {
                self.in_table(
                    decision.as_ref(),
                    &self.book.decisions,
                    earlier,
                    "a decision",
                );
            }
        }
        for options in self.book.option_sets.iter() {
            self.person(options.as_ref(), options.contact);
        }
    }

    fn leftovers(&mut self) {
        if self.book.unresolved.is_empty() {
            return;
        }
        let ids = ids(self.book, &self.aims);
        for Unresolved { record, field, .. } in &self.book.unresolved {
            if record != SETTINGS && !ids.contains(record) {
                self.found.push(format!(
                    "The unresolved field {field:?} belongs to the record {record:?}, which is not in the book."
                ));
            }
        }
    }

    fn assessment(&mut self, of: &impl Labelled, assessment: &Assessment) {
        if let Some(aim) = assessment.aim.filter(|aim| !self.aims.contains(aim)) {
            self.missing(of, "an aim", &aim.to_string());
        }
        self.promises(of, &assessment.advances);
    }

    fn person(&mut self, of: &impl Labelled, id: ContactId) {
        if self.is_missing(id) {
            self.missing(of, "a person", &id.to_string());
        }
    }

    fn promises(&mut self, of: &impl Labelled, ids: &[PromiseId]) {
        for id in ids {
            self.in_table(of, &self.book.promises, *id, "a promise");
        }
    }

    fn in_table<T: Record>(&mut self, of: &impl Labelled, table: &Table<T>, id: Id<T>, kind: &str) {
        if table.get(id).is_none() {
            self.missing(of, kind, &id.to_string());
        }
    }

    fn is_missing(&self, id: ContactId) -> bool {
        !self.people.contains(&id)
    }

    fn missing(&mut self, of: &impl Labelled, kind: &str, id: &str) {
        let label = of.label();
        self.found.push(format!(
            "{label} refers to {kind} that the book does not have ({id})."
        ));
    }
}

fn aims(book: &Book) -> HashSet<AimId> {
    let contacts = book.contacts.iter();
    contacts
        .flat_map(|contact| contact.aspirations.iter().chain(&contact.problems))
        .map(|aim| aim.id)
        .collect()
}

/// The ids of all records, as they stand in the file.
fn ids(book: &Book, aims: &HashSet<AimId>) -> HashSet<String> {
    let mut ids: HashSet<String> = aims.iter().map(ToString::to_string).collect();
    macro_rules! of_tables {
        ($($table:ident: $record:ident,)*) => {
            $(ids.extend(book.$table.iter().map(|record| record.id.to_string()));)*
        };
    }
    for_each_table!(of_tables);
    ids
}
