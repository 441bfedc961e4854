//! The person of a form: one of the book, or a new one by name.

use super::{Entry, Form, Problem};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};

impl Form {
    /// The person in a field. One who is not in the book yet is added to it.
    pub(super) fn person(
        &self,
        label: &'static str,
        book: &mut Book,
        cx: &Context,
    ) -> Result<ContactId, Problem> {
        let Some(Entry::Person(pick)) = self.entry(label) else {
            return Err(Problem::at(label, "Nobody is named"));
        };
        if let Some(known) = pick.contact() {
            return Ok(known);
        }
        let name = pick.input.value().trim();
        if name.is_empty() {
            return Err(nobody(label));
        }
        Ok(added(name, book, cx))
    }

    /// The people in a field. Those who are not in the book yet are added to it.
    pub(super) fn people(
        &self,
        label: &'static str,
        book: &mut Book,
        cx: &Context,
    ) -> Result<Vec<ContactId>, Problem> {
        let Some(Entry::People(people)) = self.entry(label) else {
            return Err(nobody(label));
        };
        // What was typed and not taken yet counts too.
        let mut people = people.clone();
        people.settle(book);
        let mut found = Vec::new();
        for (known, name) in &people.chosen {
            let id = known.unwrap_or_else(|| added(name, book, cx));
            if !found.contains(&id) {
                found.push(id);
            }
        }
        if found.is_empty() {
            return Err(nobody(label));
        }
        Ok(found)
    }
}

fn nobody(label: &'static str) -> Problem {
    Problem::at(label, "Whom is it about? Type a part of the name")
}

/// Somebody new, who has only a name so far.
fn added(name: &str, book: &mut Book, cx: &Context) -> ContactId {
    let contact = Contact {
        id: cx.ids.next(),
        name: name.to_owned(),
        added: cx.today,
        ..Contact::default()
    };
    let id = contact.id;
    book.contacts.put(contact);
    id
}
