//! Which lunch a message answers, so that the answer for its calendar can go along.

use chrono::NaiveDate;

use super::{Kind, Purpose, to_tell};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::invite::Invite;

/// The invite of a calendar that a message to this person answers, where I have given the answer. A message about
/// anything answers the one that waits; where several do, none.
#[must_use]
pub fn answer(
    book: &Book,
    purpose: Purpose,
    contact: ContactId,
    today: NaiveDate,
) -> Option<&Invite> {
    let invite = match purpose {
        Purpose::Decision(id) => {
            let tellings = to_tell(book, book.decisions.get(id)?, today);
            let telling = tellings.iter().find(|telling| telling.contact == contact)?;
            // Whoever asks for another day has not taken back a word.
            let asks = matches!(telling.kind, Kind::MayItMove | Kind::MayItMoveUnanswered);
            book.invites.get(telling.invite).filter(|_| !asks)?
        }
        Purpose::Note(_) => {
            let invites = book.invites.iter();
            let mut coming = invites
                .filter(|one| one.is_with(contact) && one.day() >= today && one.is_answered());
            let only = coming.next()?;
            coming.next().is_none().then_some(only)?
        }
        _ => return None,
    };
    Some(invite.as_ref()).filter(|invite| invite.is_answered())
}
