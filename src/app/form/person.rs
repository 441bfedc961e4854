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
            return Err(Problem::at(
                label,
                "Whom is it about? Type a part of the name",
            ));
        }
        let contact = Contact {
            id: cx.ids.next(),
            name: name.to_owned(),
            added: cx.today,
            ..Contact::default()
        };
        let id = contact.id;
        book.contacts.put(contact);
        Ok(id)
    }
}
