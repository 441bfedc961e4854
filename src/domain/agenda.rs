//! What asks for me today, each thing once and with its one reason.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::book::Book;
use super::conflict::{Conflict, conflicts};
use super::contact::ContactId;
use super::decision::{Chosen, Decision, DecisionId, Subject};
use super::incident::{IncidentId, IncidentKind, Party};
use super::invite::{InviteId, Reply};
use super::promise::{Hearing, Promise, PromiseId};
use super::relationship::{Relationships, is_unrepaired};
use super::rhythm::{days_since_talk, rhythm};
use super::silence::silence;

/// Something that asks for me, in the order in which it stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matter {
    /// Someone may come to harm.
    Harm(Conflict),
    /// They wait for a word about a promise.
    Unheard(PromiseId),
    /// Two invites for one hour.
    Clash(Conflict),
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
}

impl Matter {
    /// The place of its kind in the order.
    const fn rank(self) -> u8 {
        match self {
            Self::Harm(_) => 0,
            Self::Unheard(_) => 1,
            Self::Clash(_) => 2,
            Self::Due(_) => 3,
            Self::NotTold(_) => 4,
            Self::HeardMore(_) => 5,
            Self::NotChecked(_) => 6,
            Self::BrokenPromise(_) | Self::Wrong(_) => 7,
            Self::Pace(_) => 8,
            Self::PastLunch(_) => 9,
            Self::Review(_) => 10,
        }
    }

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
pub fn agenda(book: &Book, relationships: &Relationships, today: NaiveDate) -> Vec<Asking> {
    let mut found = Found {
        book,
        rows: Vec::new(),
        today,
    };
    found.lunches();
    for promise in book.promises.iter() {
        found.promise(promise);
    }
    found.wrongs();
    found.paces(relationships);
    found.decisions();
    found.rows.sort_by(|x, y| x.0.cmp(&y.0));
    found.rows.into_iter().map(|(_, asking)| asking).collect()
}

/// Rank, date, name, and the id as text: what the rows are sorted by.
type Key = (u8, NaiveDate, String, String);

struct Found<'a> {
    book: &'a Book,
    rows: Vec<(Key, Asking)>,
    today: NaiveDate,
}

impl Found<'_> {
    fn add(&mut self, matter: Matter, contact: Option<ContactId>, date: NaiveDate, id: String) {
        let name = contact
            .and_then(|id| self.book.contacts.get(id))
            .map(|contact| contact.name.to_lowercase())
            .unwrap_or_default();
        self.rows
            .push(((matter.rank(), date, name, id), Asking { matter, contact }));
    }

    fn lunches(&mut self) {
        for conflict in conflicts(self.book, self.today) {
            let (Some(a), Some(b)) = (
                self.book.invites.get(conflict.a),
                self.book.invites.get(conflict.b),
            ) else {
                continue;
            };
            let harm = [a, b]
                .iter()
                .any(|invite| invite.assessment.as_ref().is_some_and(|known| known.safety));
            let matter = if harm {
                Matter::Harm(conflict)
            } else {
                Matter::Clash(conflict)
            };
            self.add(
                matter,
                a.with.first().copied(),
                a.day(),
                conflict.a.to_string(),
            );
        }
        for invite in self.book.invites.iter() {
            let over = invite.day() < self.today && invite.outcome.is_none();
            let on = matches!(invite.reply, Reply::Accepted | Reply::Tentative)
                || invite.host == Party::Me;
            if over && on && invite.reply != Reply::Declined {
                let id = invite.id;
                self.add(
                    Matter::PastLunch(id),
                    invite.with.first().copied(),
                    invite.day(),
                    id.to_string(),
                );
            }
        }
    }

    fn promise(&mut self, promise: &Promise) {
        let (id, date) = (promise.id, promise.due.unwrap_or(promise.made));
        let unheard = silence(promise, self.today).is_some_and(|silence| silence.debt_days() > 0);
        let due =
            promise.is_owed_by_me() && promise.days_left(self.today).is_some_and(|days| days <= 0);
        let matter = if unheard {
            Matter::Unheard(id)
        } else if due {
            Matter::Due(id)
        } else if is_unrepaired(promise) {
            Matter::BrokenPromise(id)
        } else {
            match promise.hearing() {
                Hearing::HeardMore => Matter::HeardMore(id),
                Hearing::NotChecked => Matter::NotChecked(id),
                Hearing::Agreed => return,
            }
        };
        self.add(matter, Some(promise.contact), date, id.to_string());
    }

    fn wrongs(&mut self) {
        for wrong in self.book.incidents.iter() {
            if wrong.about == Party::Me
                && wrong.kind != IncidentKind::Helped
                && wrong.made_right.is_none()
            {
                self.add(
                    Matter::Wrong(wrong.id),
                    Some(wrong.contact),
                    wrong.on,
                    wrong.id.to_string(),
                );
            }
        }
    }

    fn paces(&mut self, relationships: &Relationships) {
        for contact in self
            .book
            .contacts
            .iter()
            .filter(|contact| !contact.archived && !contact.boundary)
        {
            let between = relationships.with(contact.id);
            if rhythm(contact, between, self.today) >= 500 {
                let since = between.last_talk().unwrap_or(contact.added);
                debug_assert!(days_since_talk(contact, between, self.today) >= 0);
                self.add(
                    Matter::Pace(contact.id),
                    Some(contact.id),
                    since,
                    contact.id.to_string(),
                );
            }
        }
    }

    fn decisions(&mut self) {
        let mut told_of: HashSet<InviteId> = HashSet::new();
        // Newest first: of two decisions on one invite only the later one is still to be told.
        let mut decisions: Vec<_> = self.book.decisions.iter().collect();
        decisions.sort_by_key(|decision| std::cmp::Reverse((decision.on, decision.id)));
        for decision in decisions {
            let contact = to_be_told(self.book, decision);
            if decision.told.is_none() && self.is_news(decision, &mut told_of) {
                self.add(
                    Matter::NotTold(decision.id),
                    contact,
                    decision.on,
                    decision.id.to_string(),
                );
            }
            let due = decision.review_on.is_some_and(|day| day <= self.today);
            if due && decision.review.is_none() {
                let day = decision.review_on.unwrap_or(decision.on);
                self.add(
                    Matter::Review(decision.id),
                    contact,
                    day,
                    decision.id.to_string(),
                );
            }
        }
    }

    /// Whether a decision between invites still is news to the other person: their lunch is not past.
    fn is_news(&self, decision: &Decision, told_of: &mut HashSet<InviteId>) -> bool {
        let Subject::Invites(a, b) = decision.about else {
            return false;
        };
        let lunch = [a, b]
            .into_iter()
            .filter_map(|id| self.book.invites.get(id));
        let ahead = lunch
            .map(|invite| invite.day())
            .max()
            .is_some_and(|day| day >= self.today);
        let first = told_of.insert(a) | told_of.insert(b);
        ahead && first && decision.chosen != Chosen::Both
    }
}

/// The person who is to hear of a decision first: the one it turns down, moves or asks.
#[must_use]
pub fn to_be_told(book: &Book, decision: &Decision) -> Option<ContactId> {
    match decision.about {
        Subject::Invites(a, b) => {
            let invite = match decision.chosen {
                Chosen::A => b,
                Chosen::Moved { which, .. } => (Conflict { a, b }).invite(which),
                Chosen::B | Chosen::Both | Chosen::Neither | Chosen::Option(_) => a,
            };
            book.invites.get(invite)?.with.first().copied()
        }
        Subject::Options(id) => Some(book.option_sets.get(id)?.contact),
    }
}
