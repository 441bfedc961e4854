//! What asks for me today, each thing once and with its one reason.

mod found;
mod order;

use chrono::NaiveDate;

use super::book::Book;
use super::conflict::Conflict;
use super::contact::ContactId;
use super::decision::{Chosen, Decision, DecisionId, Subject};
use super::incident::IncidentId;
use super::invite::InviteId;
use super::promise::PromiseId;
use super::relationship::Relationships;
use super::sorted::replace_in;
use super::touched::Touched;
use found::Found;
use order::Order;

/// Something that asks for me, in the order in which it stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matter {
    /// Someone may come to harm.
    Harm(Conflict),
    /// A merge found two values for a field: until one is chosen, what follows from it may be wrong.
    TwoValues,
    /// They wait for a word about a promise.
    Unheard(PromiseId),
    /// Two invites for one hour.
    Clash(Conflict),
    /// They asked me to a lunch that is near, and have no answer.
    NotAnswered(InviteId),
    /// A promise is late or due today.
    Due(PromiseId),
    /// I decided and have not told them.
    NotTold(DecisionId),
    /// They heard more than I said.
    HeardMore(PromiseId),
    /// I do not know what they heard.
    NotChecked(PromiseId),
    /// A broken promise is to be made right.
    BrokenPromise(PromiseId),
    /// A wrong of mine is to be made right.
    Wrong(IncidentId),
    /// It is time to talk.
    Pace(ContactId),
    /// A lunch is over, and I have not noted what became of it.
    PastLunch(InviteId),
    /// It is time to look back on a decision.
    Review(DecisionId),
    /// A line of the inbox could not be read; with its number. No book holds it: the program puts it behind the rest.
    Inbox(u32),
}

impl Matter {
    /// The promise it is about, if it is about one.
    #[must_use]
    pub const fn promise(self) -> Option<PromiseId> {
        match self {
            Self::Unheard(id)
            | Self::Due(id)
            | Self::HeardMore(id)
            | Self::NotChecked(id)
            | Self::BrokenPromise(id) => Some(id),
            _ => None,
        }
    }
}

/// A row of the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asking {
    /// What asks.
    pub matter: Matter,
    /// Whom it is about first.
    pub contact: Option<ContactId>,
}

/// Everything that asks for me on this day: by kind, within a kind by date, then by name.
#[must_use]
pub fn agenda(
    book: &Book,
    relationships: &Relationships,
    conflicts: &[Conflict],
    today: NaiveDate,
) -> Vec<Asking> {
    let order = Order::new(book, relationships, today);
    let mut found = Found::new(book, today);
    found.matters_of_their_own(conflicts);
    for promise in book.promises.iter() {
        found.promise(promise);
    }
    for contact in book.contacts.iter() {
        found.pace(contact, relationships);
    }
    let mut rows = found.rows;
    rows.sort_by_cached_key(|asking| order.place(asking));
    rows
}

/// Brings the agenda of a book up to a change of it. The conflicts are those of the book as it is now.
pub fn follow(
    agenda: &mut Vec<Asking>,
    touched: &Touched,
    book: &Book,
    relationships: &Relationships,
    conflicts: &[Conflict],
    today: NaiveDate,
) {
    let order = Order::new(book, relationships, today);
    let mut found = Found::new(book, today);
    let is_between_people_alone = touched.is_between_people_alone();
    if !is_between_people_alone {
        found.matters_of_their_own(conflicts);
    }
    for promise in touched
        .promises
        .iter()
        .filter_map(|id| book.promises.get(*id))
    {
        found.promise(promise);
    }
    for contact in touched
        .people
        .iter()
        .filter_map(|id| book.contacts.get(*id))
    {
        found.pace(contact, relationships);
    }
    let goes = |asking: &Asking| match (asking.matter, asking.matter.promise()) {
        (_, Some(id)) => touched.promises.contains(&id),
        (Matter::Pace(id), None) => touched.people.contains(&id),
        _ => !is_between_people_alone,
    };
    replace_in(agenda, goes, found.rows, |asking| order.place(asking));
}

/// What I decided and still have to tell somebody, as it stands on Today.
pub fn untold(
    book: &Book,
    contact: ContactId,
    today: NaiveDate,
) -> impl Iterator<Item = &Decision> {
    let mut found = Found::new(book, today);
    found.decisions();
    let waits = found.rows.into_iter().filter_map(move |asking| {
        let is_theirs = asking.contact == Some(contact);
        match asking.matter {
            Matter::NotTold(id) if is_theirs => Some(id),
            _ => None,
        }
    });
    waits.filter_map(|id| book.decisions.get(id).map(AsRef::as_ref))
}

/// The person who is to hear of a decision first: the one it turns down, moves or asks.
#[must_use]
pub fn to_be_told(book: &Book, decision: &Decision) -> Option<ContactId> {
    match decision.about {
        Subject::Invites(a, b) => {
            let invite = match decision.chosen {
                Chosen::A => b,
                Chosen::Moved { which, .. } => Conflict { a, b }.invite(which),
                Chosen::B | Chosen::Both | Chosen::Neither | Chosen::Option(_) => a,
            };
            book.invites.get(invite)?.with.first().copied()
        }
        Subject::Options(id) => Some(book.option_sets.get(id)?.contact),
    }
}
