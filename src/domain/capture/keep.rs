//! What a line does to the book.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Fact, Line, Moved, Unread};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::delivery;
use crate::domain::id::IdSource;
use crate::domain::incident::{Incident, IncidentId};
use crate::domain::introducing;
use crate::domain::invite::{Outcome, Reply};
use crate::domain::promise::{Effort, PromiseId};
use crate::domain::resolution::moved_to;

/// Puts what a line says into the book.
pub fn keep(line: &Line, book: &mut Book, today: NaiveDate, ids: &IdSource) {
    let mut keeper = Keeper {
        book,
        today,
        ids,
        own_ids: Vec::new(),
    };
    for new in &line.new {
        let id = ids.next();
        keeper.own_ids.push((new.id, id));
        let mut contact = new.clone();
        contact.id = id;
        keeper.book.contacts.put(contact);
    }
    for aside in &line.asides {
        aside.keep(keeper.book);
    }
    for fact in &line.facts {
        keeper.keep(fact);
    }
}

struct Keeper<'a> {
    book: &'a mut Book,
    today: NaiveDate,
    ids: &'a IdSource,
    /// The provisional ids of new people, with their own.
    own_ids: Vec<(ContactId, ContactId)>,
}

impl Keeper<'_> {
    fn person(&self, id: ContactId) -> ContactId {
        let own = self
            .own_ids
            .iter()
            .find(|(provisional, _)| *provisional == id);
        own.map_or(id, |(_, own)| *own)
    }

    fn people(&self, ids: &[ContactId]) -> Vec<ContactId> {
        ids.iter().map(|id| self.person(*id)).collect()
    }

    fn keep(&mut self, fact: &Fact) {
        match fact {
            Fact::Talk(talk) => {
                let mut talk = talk.as_ref().clone();
                (talk.id, talk.with) = (self.ids.next(), self.people(&talk.with));
                self.book.interactions.put(talk);
            }
            Fact::Promise(promise) => {
                let mut promise = promise.as_ref().clone();
                (promise.id, promise.contact) = (self.ids.next(), self.person(promise.contact));
                self.book.promises.put(promise);
            }
            Fact::Value(value) => {
                let mut value = value.as_ref().clone();
                (value.id, value.contact) = (self.ids.next(), self.person(value.contact));
                self.book.exchanges.put(value);
            }
            Fact::Introduction(introduction) => {
                let mut new = introduction.as_ref().clone();
                new.id = self.ids.next();
                new.requester = self.person(new.requester);
                new.target = self.person(new.target);
                self.book.introductions.put(new);
            }
            Fact::Invite(invite) => {
                let mut invite = invite.as_ref().clone();
                (invite.id, invite.with) = (self.ids.next(), self.people(&invite.with));
                self.book.invites.put(invite);
            }
            Fact::Incident(incident) => {
                let mut incident = incident.as_ref().clone();
                (incident.id, incident.contact) = (self.ids.next(), self.person(incident.contact));
                self.book.incidents.put(incident);
            }
            Fact::Done(id, on) => {
                // It was seen to be owed when the line was read.
                let _ = delivery::deliver(self.book, *id, *on, self.ids);
            }
            Fact::Introduced(id, on) => {
                // Both were seen to have said yes when the line was read.
                let _ = introducing::make(self.book, *id, *on, self.ids);
            }
            Fact::Effort(id, effort) => self.effort(*id, effort),
            Fact::Reply(id, reply) => {
                self.book
                    .invites
                    .change(*id, |invite| invite.answer(*reply));
            }
            Fact::Moved(moved) => self.moved(*moved),
            Fact::WeeklyMinutes(minutes) => {
                Arc::make_mut(&mut self.book.settings).weekly_minutes = *minutes;
            }
            other => self.of_person(other),
        }
    }

    /// What is kept with the person, or with what stands between us already.
    fn of_person(&mut self, fact: &Fact) {
        let Some(who) = fact.who().map(|who| self.person(who)) else {
            return;
        };
        let today = self.today;
        let contacts = &mut self.book.contacts;
        match fact {
            Fact::Aspiration(_, aim) => {
                let mut aim = aim.clone();
                aim.id = self.ids.next();
                contacts.change(who, |contact| contact.aspirations.push(aim));
            }
            Fact::Problem(_, aim) => {
                let mut aim = aim.clone();
                aim.id = self.ids.next();
                contacts.change(who, |contact| contact.problems.push(aim));
            }
            Fact::Note(_, text) => {
                contacts.change(who, |contact| {
                    if !contact.notes.is_empty() {
                        contact.notes.push('\n');
                    }
                    contact.notes.push_str(text);
                });
            }
            Fact::Boundary(_, boundary) => {
                contacts.change(who, |contact| contact.boundary = *boundary);
            }
            Fact::Later(_, until) => {
                contacts.change(who, |contact| contact.snoozed_until = Some(*until));
            }
            Fact::Settled(_) => self.change(fact, |one| one.settled = Some(today)),
            Fact::OwnedUp(_) => self.change(fact, |one| one.acknowledged = Some(today)),
            Fact::PutRight(_) => self.change(fact, |one| one.made_right = Some(today)),
            _ => {}
        }
    }

    fn effort(&mut self, id: PromiseId, effort: &Effort) {
        self.book.promises.change(id, |promise| {
            // Whoever hears of the last effort hears of those before.
            if let Some(told) = effort.told {
                promise.tell_efforts(told);
            }
            promise.efforts.push(effort.clone());
        });
    }

    fn moved(&mut self, moved: Moved) {
        let Some(invite) = self.book.invites.get(moved.invite) else {
            return;
        };
        let mut new = moved_to(invite, moved.start.date(), self.ids, self.today);
        (new.start, new.end) = (moved.start, moved.end);
        new.answer(Reply::Accepted);
        self.book.invites.change(moved.invite, |invite| {
            invite.outcome = Some(Outcome::MovedTo(moved.start.date()));
        });
        self.book.invites.put(new);
    }

    fn change(&mut self, fact: &Fact, change: impl Fn(&mut Incident)) {
        for id in meant(self.book, fact) {
            self.book.incidents.change(id, &change);
        }
    }
}

/// Whether there is something in the book that a fact can be about.
pub(super) fn is_possible(book: &Book, fact: &Fact) -> Result<(), Unread> {
    let none = match fact {
        Fact::Settled(_) => "Nothing of theirs is noted that could be settled",
        Fact::OwnedUp(_) => "No wrong of yours is noted that you have not owned up to",
        Fact::PutRight(_) => {
            "No wrong of yours is noted here; a broken promise is put right on the promise itself"
        }
        _ => return Ok(()),
    };
    match meant(book, fact).len() {
        0 => Err(Unread::because(none)),
        1 => Ok(()),
        several => Err(Unread::because(format!(
            "{several} could be meant: o on the person chooses one"
        ))),
    }
}

/// The incidents that a line can be about.
fn meant(book: &Book, fact: &Fact) -> Vec<IncidentId> {
    let who = fact.who();
    let fits = |incident: &&Incident| {
        Some(incident.contact) == who
            && match fact {
                Fact::Settled(_) => incident.is_theirs_to_settle(),
                Fact::OwnedUp(_) => incident.is_unrepaired() && incident.acknowledged.is_none(),
                Fact::PutRight(_) => incident.is_unrepaired(),
                _ => false,
            }
    };
    let incidents = book.incidents.iter().map(AsRef::as_ref);
    incidents.filter(fits).map(|one| one.id).collect()
}
