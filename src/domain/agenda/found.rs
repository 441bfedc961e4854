//! What asks, as it is found in a book: in no order but that of the records.

use chrono::NaiveDate;
use foldhash::HashSet;

use super::{Asking, Matter, to_be_told};
use crate::domain::book::Book;
use crate::domain::conflict::Conflict;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::decision::{Decision, Subject, standing};
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, InviteId, Reply};
use crate::domain::messages::to_tell;
use crate::domain::promise::{Hearing, Promise};
use crate::domain::relationship::{Relationships, is_unrepaired};
use crate::domain::rhythm::rhythm;
use crate::domain::silence::silence;
use crate::domain::tuning::TUNING;
use crate::domain::word::taken_back;

/// What was found so far.
pub(super) struct Found<'a> {
    book: &'a Book,
    today: NaiveDate,
    pub(super) rows: Vec<Asking>,
}

impl<'a> Found<'a> {
    pub(super) const fn new(book: &'a Book, today: NaiveDate) -> Self {
        Self {
            book,
            today,
            rows: Vec::new(),
        }
    }

    /// All that is neither a promise nor a pace.
    pub(super) fn matters_of_their_own(&mut self, conflicts: &[Conflict]) {
        if !self.book.unresolved.is_empty() {
            self.add(Matter::TwoValues, None);
        }
        self.clashes(conflicts);
        self.unanswered(conflicts);
        self.past_lunches();
        self.wrongs();
        self.decisions();
    }

    fn add(&mut self, matter: Matter, contact: Option<ContactId>) {
        self.rows.push(Asking { matter, contact });
    }

    fn clashes(&mut self, conflicts: &[Conflict]) {
        for conflict in conflicts {
            let invites = [conflict.a, conflict.b].map(|id| self.book.invites.get(id));
            let [Some(a), Some(b)] = invites else {
                continue;
            };
            let in_danger =
                |invite: &Invite| invite.assessment.as_ref().is_some_and(|known| known.safety);
            let matter = if in_danger(a) || in_danger(b) {
                Matter::Harm(*conflict)
            } else {
                Matter::Clash(*conflict)
            };
            self.add(matter, a.with.first().copied());
        }
    }

    /// Invites that wait for my answer. Those that compete ask as a pair already.
    fn unanswered(&mut self, conflicts: &[Conflict]) {
        let competing: HashSet<InviteId> =
            conflicts.iter().flat_map(|pair| [pair.a, pair.b]).collect();
        for invite in self.book.invites.iter() {
            let days = invite.day().signed_duration_since(self.today).num_days();
            if invite.host == Party::Them
                && invite.reply == Reply::NeedsAction
                && invite.is_open(self.today)
                && days <= TUNING.answer_days
                && !competing.contains(&invite.id)
            {
                self.add(Matter::NotAnswered(invite.id), invite.with.first().copied());
            }
        }
    }

    fn past_lunches(&mut self) {
        for invite in self.book.invites.iter() {
            let is_on = match invite.host {
                Party::Me => invite.reply != Reply::Declined,
                Party::Them => matches!(invite.reply, Reply::Accepted | Reply::Tentative),
            };
            if is_on && invite.day() < self.today && invite.outcome.is_none() {
                self.add(Matter::PastLunch(invite.id), invite.with.first().copied());
            }
        }
    }

    pub(super) fn promise(&mut self, promise: &Promise) {
        let id = promise.id;
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
        self.add(matter, Some(promise.contact));
    }

    fn wrongs(&mut self) {
        for wrong in self
            .book
            .incidents
            .iter()
            .filter(|incident| incident.is_unrepaired())
        {
            self.add(Matter::Wrong(wrong.id), Some(wrong.contact));
        }
    }

    pub(super) fn pace(&mut self, contact: &Contact, relationships: &Relationships) {
        let is_listed = !contact.archived && !contact.boundary;
        let between = relationships.with(contact.id);
        if is_listed && rhythm(contact, between, self.today) >= TUNING.rhythm_due {
            self.add(Matter::Pace(contact.id), Some(contact.id));
        }
    }

    pub(super) fn decisions(&mut self) {
        for decision in standing(self.book) {
            let contact = to_be_told(self.book, decision);
            if decision.told.is_none() && (self.is_news(decision) || self.is_unheard(decision)) {
                let waits = self.waits(decision).or(contact);
                self.add(Matter::NotTold(decision.id), waits);
            }
            let is_time = decision.review_on.is_some_and(|day| day <= self.today);
            if is_time && decision.review.is_none() {
                self.add(Matter::Review(decision.id), contact);
            }
        }
    }

    /// Who still is to hear of a decision: whoever may have counted on a yes in vain, else the first not told yet.
    fn waits(&self, decision: &Decision) -> Option<ContactId> {
        let back = taken_back(self.book, decision).filter(|back| back.day < self.today);
        let next = to_tell(self.book, decision, self.today).into_iter().next();
        back.map(|back| back.contact)
            .or(next.map(|telling| telling.contact))
    }

    /// Whether a decision took back a yes, its day has gone by, and nothing says whether they heard.
    fn is_unheard(&self, decision: &Decision) -> bool {
        taken_back(self.book, decision).is_some_and(|back| back.day < self.today)
    }

    /// Whether a decision still is news to somebody: their lunch is not past; what I chose for them is not yet to be
    /// looked back on, which asks for itself.
    fn is_news(&self, decision: &Decision) -> bool {
        let (a, b) = match decision.about {
            Subject::Invites(a, b) => (a, b),
            Subject::Options(_) => {
                let is_here = |id| self.book.contacts.get(id).is_some();
                let is_ahead = decision.review_on.is_none_or(|day| day > self.today);
                return decision.review.is_none()
                    && is_ahead
                    && to_be_told(self.book, decision).is_some_and(is_here);
            }
        };
        let lunches = [a, b]
            .into_iter()
            .filter_map(|id| self.book.invites.get(id));
        let last = lunches.map(|invite| invite.day()).max();
        let is_ahead = last.is_some_and(|day| day >= self.today);
        is_ahead && !to_tell(self.book, decision, self.today).is_empty()
    }
}
