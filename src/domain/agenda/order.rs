//! The order of the rows of the agenda.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Asking, Matter};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::promise::PromiseId;
use crate::domain::relationship::Relationships;

/// What the rows are sorted by: rank, time and name; then promises before wrongs, and promises and people by their id.
/// Rows of any other kind that are equal in these keep the order in which they were found.
type Place = (
    (u8, Option<NaiveDateTime>, String),
    (bool, Option<PromiseId>, Option<ContactId>),
);

/// What the place of a row follows from. Nothing of it is kept with the row, so that it is the same whenever it is asked
/// for.
pub(super) struct Order<'a> {
    book: &'a Book,
    relationships: &'a Relationships,
    today: NaiveDate,
}

impl<'a> Order<'a> {
    pub(super) const fn new(
        book: &'a Book,
        relationships: &'a Relationships,
        today: NaiveDate,
    ) -> Self {
        Self {
            book,
            relationships,
            today,
        }
    }

    /// The place of a row.
    pub(super) fn place(&self, asking: &Asking) -> Place {
        let matter = asking.matter;
        let contact = asking.contact.and_then(|id| self.book.contacts.get(id));
        let name = contact.map(|contact| contact.name.to_lowercase());
        let person = match matter {
            Matter::Pace(id) => Some(id),
            _ => None,
        };
        (
            (rank(matter), self.time(matter), name.unwrap_or_default()),
            (matches!(matter, Matter::Wrong(_)), matter.promise(), person),
        )
    }

    /// The time that a row is about.
    fn time(&self, matter: Matter) -> Option<NaiveDateTime> {
        let book = self.book;
        let day = match matter {
            Matter::Harm(conflict) | Matter::Clash(conflict) => {
                return Some(book.invites.get(conflict.a)?.start);
            }
            Matter::NotAnswered(id) | Matter::PastLunch(id) => {
                return Some(book.invites.get(id)?.start);
            }
            Matter::Unheard(id)
            | Matter::Due(id)
            | Matter::HeardMore(id)
            | Matter::NotChecked(id)
            | Matter::BrokenPromise(id) => {
                let promise = book.promises.get(id)?;
                promise.due.unwrap_or(promise.made)
            }
            Matter::NotTold(id) => book.decisions.get(id)?.on,
            Matter::Review(id) => book.decisions.get(id)?.review_on?,
            Matter::Wrong(id) => book.incidents.get(id)?.on,
            Matter::Pace(id) => {
                let last = self.relationships.with(id).last_talk();
                last.or_else(|| Some(book.contacts.get(id)?.added))?
            }
            Matter::TwoValues | Matter::Inbox(_) => self.today,
        };
        Some(day.and_time(NaiveTime::MIN))
    }
}

/// The place of a kind.
const fn rank(matter: Matter) -> u8 {
    match matter {
        Matter::Harm(_) => 0,
        Matter::TwoValues => 1,
        Matter::Unheard(_) => 2,
        Matter::Clash(_) => 3,
        Matter::NotAnswered(_) => 4,
        Matter::Due(_) => 5,
        Matter::NotTold(_) => 6,
        Matter::HeardMore(_) => 7,
        Matter::NotChecked(_) => 8,
        Matter::BrokenPromise(_) | Matter::Wrong(_) => 9,
        Matter::Pace(_) => 10,
        Matter::PastLunch(_) => 11,
        Matter::Review(_) => 12,
        Matter::Inbox(_) => 13,
    }
}
