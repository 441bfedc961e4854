//! What asks for me today, each thing once and with its one reason.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use foldhash::HashSet;

use super::book::Book;
use super::conflict::Conflict;
use super::contact::{Contact, ContactId};
use super::decision::{Chosen, Decision, DecisionId, Subject, standing};
use super::incident::{IncidentId, Party};
use super::invite::{Invite, InviteId, Reply};
use super::messages::to_tell;
use super::promise::{Hearing, Promise, PromiseId};
use super::relationship::{Relationships, is_unrepaired};
use super::rhythm::rhythm;
use super::silence::silence;
use super::tuning::TUNING;
use super::word::taken_back;

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
    /// The place of its kind in the order.
    const fn rank(self) -> u8 {
        match self {
            Self::Harm(_) => 0,
            Self::TwoValues => 1,
            Self::Unheard(_) => 2,
            Self::Clash(_) => 3,
            Self::NotAnswered(_) => 4,
            Self::Due(_) => 5,
            Self::NotTold(_) => 6,
            Self::HeardMore(_) => 7,
            Self::NotChecked(_) => 8,
            Self::BrokenPromise(_) | Self::Wrong(_) => 9,
            Self::Pace(_) => 10,
            Self::PastLunch(_) => 11,
            Self::Review(_) => 12,
            Self::Inbox(_) => 13,
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
pub fn agenda(
    book: &Book,
    relationships: &Relationships,
    conflicts: &[Conflict],
    today: NaiveDate,
) -> Vec<Asking> {
    let mut found = Found {
        book,
        rows: Vec::new(),
        today,
    };
    if !book.unresolved.is_empty() {
        found.add(Matter::TwoValues, None, today);
    }
    found.clashes(conflicts);
    found.unanswered(conflicts);
    found.past_lunches();
    for promise in book.promises.iter() {
        found.promise(promise);
    }
    found.wrongs();
    found.paces(relationships);
    found.decisions();
    found.rows.sort_by(|x, y| x.0.cmp(&y.0));
    found.rows.into_iter().map(|(_, asking)| asking).collect()
}

/// What I decided and still have to tell somebody, as it stands on Today.
pub fn untold(
    book: &Book,
    contact: ContactId,
    today: NaiveDate,
) -> impl Iterator<Item = &Decision> {
    let mut found = Found {
        book,
        rows: Vec::new(),
        today,
    };
    found.decisions();
    let waits = found.rows.into_iter().filter_map(move |(_, asking)| {
        let is_theirs = asking.contact == Some(contact);
        match asking.matter {
            Matter::NotTold(id) if is_theirs => Some(id),
            _ => None,
        }
    });
    waits.filter_map(|id| book.decisions.get(id).map(AsRef::as_ref))
}

/// Rank, time and name: what the rows are sorted by. Rows that are equal in these keep the order of their ids.
type Key = (u8, NaiveDateTime, String);

struct Found<'a> {
    book: &'a Book,
    rows: Vec<(Key, Asking)>,
    today: NaiveDate,
}

impl Found<'_> {
    fn add(&mut self, matter: Matter, contact: Option<ContactId>, date: NaiveDate) {
        self.add_at(matter, contact, date.and_time(NaiveTime::MIN));
    }

    fn add_at(&mut self, matter: Matter, contact: Option<ContactId>, time: NaiveDateTime) {
        let name = contact
            .and_then(|id| self.book.contacts.get(id))
            .map(|contact| contact.name.to_lowercase())
            .unwrap_or_default();
        let key = (matter.rank(), time, name);
        self.rows.push((key, Asking { matter, contact }));
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
            self.add_at(matter, a.with.first().copied(), a.start);
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
                let asked = Matter::NotAnswered(invite.id);
                self.add_at(asked, invite.with.first().copied(), invite.start);
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
                self.add_at(
                    Matter::PastLunch(invite.id),
                    invite.with.first().copied(),
                    invite.start,
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
        self.add(matter, Some(promise.contact), date);
    }

    fn wrongs(&mut self) {
        for wrong in self
            .book
            .incidents
            .iter()
            .filter(|incident| incident.is_unrepaired())
        {
            self.add(Matter::Wrong(wrong.id), Some(wrong.contact), wrong.on);
        }
    }

    fn paces(&mut self, relationships: &Relationships) {
        let listed = |contact: &&Arc<Contact>| !contact.archived && !contact.boundary;
        for contact in self.book.contacts.iter().filter(listed) {
            let between = relationships.with(contact.id);
            if rhythm(contact, between, self.today) >= TUNING.rhythm_due {
                let since = between.last_talk().unwrap_or(contact.added);
                self.add(Matter::Pace(contact.id), Some(contact.id), since);
            }
        }
    }

    fn decisions(&mut self) {
        for decision in standing(self.book) {
            let contact = to_be_told(self.book, decision);
            if decision.told.is_none() && (self.is_news(decision) || self.is_unheard(decision)) {
                let waits = self.waits(decision).or(contact);
                self.add(Matter::NotTold(decision.id), waits, decision.on);
            }
            if let Some(day) = decision
                .review_on
                .filter(|day| *day <= self.today && decision.review.is_none())
            {
                self.add(Matter::Review(decision.id), contact, day);
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
