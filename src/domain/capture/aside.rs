//! What a line says of people of the book besides its facts.

use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::redacted::redacted;

/// What a line says of somebody of the book besides its facts.
#[derive(Clone, PartialEq, Eq)]
pub enum Aside {
    /// They are archived, and come back to the lists.
    Back(ContactId),
    /// Where they work, of which the book says nothing yet.
    Firm(ContactId, String),
    /// A firm that is not the one of the book, which stays.
    OtherFirm(ContactId, String),
    /// An address, which goes behind those that they have.
    Address(ContactId, String),
}

redacted!(enum Aside: Back(who), Firm {}, OtherFirm {}, Address {});

impl Aside {
    /// Puts it into the book.
    pub(super) fn keep(&self, book: &mut Book) {
        let contacts = &mut book.contacts;
        match self {
            Self::Back(who) => {
                contacts.change(*who, |contact| contact.archived = false);
            }
            Self::Firm(who, firm) => {
                contacts.change(*who, |contact| firm.clone_into(&mut contact.organisation));
            }
            Self::OtherFirm(..) => {}
            Self::Address(who, address) => {
                contacts.change(*who, |contact| contact.emails.push(address.clone()));
            }
        }
    }
}
