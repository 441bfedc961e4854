//! What of the book goes out: everybody who is not archived, or what names one person.

use crate::domain::Book;
use crate::domain::about::about;
use crate::domain::contact::ContactId;
use crate::domain::incident::IncidentKind;
use crate::domain::removal::without_contacts;

/// What goes along only where it is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Also {
    /// People who are archived, and what is between them and me. One person goes out archived or not.
    pub archived: bool,
    /// What I noted of bad faith.
    pub bad_faith: bool,
}

/// A part of the book, and a whole book itself.
#[derive(Clone)]
pub struct Part {
    /// The records that go out.
    pub book: Book,
    /// Whom it is about; none where it is about everybody.
    pub person: Option<ContactId>,
    /// How many archived people stay behind.
    pub archived_left_out: usize,
}

impl Part {
    /// Everybody, with all that is between them and me.
    #[must_use]
    pub fn of_everybody(book: &Book, also: Also) -> Self {
        let people = book.contacts.iter();
        let left_out = people.filter(|one| one.archived && !also.archived);
        let archived: Vec<ContactId> = left_out.map(|one| one.id).collect();
        let (mut book, _) = without_contacts(book, &archived);
        if !also.bad_faith {
            let incidents = &mut book.incidents;
            incidents.keep(|incident| incident.kind != IncidentKind::BadFaith);
        }
        Self {
            book,
            person: None,
            archived_left_out: archived.len(),
        }
    }

    /// All that names one person; nothing where there is no such person.
    #[must_use]
    pub fn of_person(book: &Book, person: ContactId, also: Also) -> Option<Self> {
        Some(Self {
            book: about(book, person, also.bad_faith)?,
            person: Some(person),
            archived_left_out: 0,
        })
    }
}
