//! Who is meant by a part of a name.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::name::{Fit, Person, words};
use super::said::{after, starts};
use super::{Known, Named, Unread};
use crate::domain::contact::{Contact, ContactId};
use crate::domain::duplicates::{Like, like};
use crate::domain::id::Id;
use crate::domain::interaction::InteractionKind;
use crate::domain::invite::{Invite, Outcome, Reply};
use crate::domain::relationship::Relationship;
use crate::domain::search::folded;
use crate::domain::tuning::TUNING;
use crate::domain::when;

/// The most words that are taken for a name. Whoever has a longer one is found by its beginning.
const LONGEST_NAME: usize = 6;

/// Everybody who can be meant.
pub(super) struct People<'a> {
    known: Known<'a>,
    all: Vec<Person>,
    /// Those whom the line brings in.
    pub(super) new: Vec<Contact>,
}

/// A name that was found at the beginning of a text.
pub(super) struct Found<'a> {
    /// As it was typed.
    pub(super) typed: &'a str,
    /// Whom it could mean, the likeliest first; never empty.
    pub(super) candidates: Vec<ContactId>,
    /// What follows it.
    pub(super) rest: &'a str,
    fit: Fit,
    /// Whether it is a name of the archived alone.
    archived: bool,
}

impl<'a> People<'a> {
    pub(super) fn of(known: Known<'a>) -> Self {
        let people = known.book.contacts.iter().map(AsRef::as_ref);
        Self {
            known,
            all: people.map(Person::of).collect(),
            new: Vec::new(),
        }
    }

    /// The people whom the words at the beginning could mean: as many words are taken for the name as make one. A part of
    /// a name means somebody archived only where nobody else fits.
    pub(super) fn leading<'t>(&self, text: &'t str) -> Option<Found<'t>> {
        let mut found = self.beginnings(text);
        let is_near = |found: &Found<'_>| found.fit == Fit::Whole || !found.archived;
        let at = found.iter().position(is_near).unwrap_or(0);
        (at < found.len()).then(|| found.swap_remove(at))
    }

    /// Each beginning of a text that is a name, the longest first.
    fn beginnings<'t>(&self, text: &'t str) -> Vec<Found<'t>> {
        let text = text.trim();
        let ends = starts(text).skip(1).chain([text.len()]);
        let ends: Vec<usize> = ends.take(LONGEST_NAME).collect();
        let found = ends.into_iter().rev().filter_map(|end| {
            let (name, rest) = text.split_at_checked(end)?;
            let (typed, firm, rest) = with_firm(name.trim(), rest.trim());
            let (candidates, fit) = self.called(typed, firm)?;
            let archived = candidates.iter().all(|id| self.is_archived(*id));
            Some(Found {
                typed,
                candidates,
                rest,
                fit,
                archived,
            })
        });
        found.collect()
    }

    fn is_archived(&self, id: ContactId) -> bool {
        let contact = self.known.book.contacts.get(id);
        contact.is_some_and(|contact| contact.archived)
    }

    /// Like [`People::leading`], where every word that is typed of the name is a whole word of it.
    pub(super) fn leading_whole<'t>(&self, text: &'t str) -> Option<Found<'t>> {
        self.leading(text).filter(|found| found.fit == Fit::Whole)
    }

    /// Everybody whose name has these words, the whole ones before those in part, in the order of the last touch; the
    /// archived only where nobody else has them.
    pub(super) fn all_called(&self, name: &str) -> Vec<(&Person, Fit)> {
        let typed = words(name);
        if typed.is_empty() {
            return Vec::new();
        }
        let is_time = |word: &str| when::is_word_of_time(word, self.known.today);
        let fits = |person: &'_ Person| person.fit(&typed, &is_time);
        let mut found: Vec<(&Person, Fit)> = self
            .all
            .iter()
            .filter_map(|person| Some((person, fits(person)?)))
            .collect();
        if found.iter().any(|(person, _)| !person.archived) {
            found.retain(|(person, _)| !person.archived);
        }
        found.sort_by_cached_key(|(person, fit)| {
            let touch = last_touch(self.known, person.id).map(|touch| touch.0);
            (
                Reverse(*fit),
                Reverse(touch),
                person.name.clone(),
                person.id,
            )
        });
        found
    }

    fn called(&self, name: &str, firm: &str) -> Option<(Vec<ContactId>, Fit)> {
        let found = self.all_called(name);
        let (_, best) = found.first()?;
        let meant = found
            .iter()
            .filter(|(person, fit)| fit == best && (firm.is_empty() || person.is_of(firm)));
        let ids: Vec<ContactId> = meant.map(|(person, _)| person.id).collect();
        (!ids.is_empty()).then_some((ids, *best))
    }

    /// Of everybody whom a name could mean the one who is: whom I had to do with last. Where two were that within a
    /// month, it is a question.
    pub(super) fn choose(
        &self,
        found: &Found<'_>,
        named: &mut Vec<Named>,
    ) -> Result<ContactId, Unread> {
        if self.is_a_question(&found.candidates) {
            return Err(Unread {
                why: format!("Who is \"{}\"?", found.typed),
                candidates: found.candidates.clone(),
            });
        }
        if found.candidates.len() > 1 && named.iter().all(|one| one.typed != found.typed) {
            named.push(Named {
                typed: found.typed.to_owned(),
                candidates: found.candidates.clone(),
            });
        }
        let first = found.candidates.first().copied();
        first.ok_or_else(super::said::nobody)
    }

    /// Whether I had to do with two of them lately.
    fn is_a_question(&self, candidates: &[ContactId]) -> bool {
        let is_near = |id: &&ContactId| {
            last_touch(self.known, **id).is_some_and(|(on, _)| {
                let days = self.known.today.signed_duration_since(on).num_days();
                days <= TUNING.ask_whom_days
            })
        };
        candidates.iter().filter(is_near).count() > 1
    }

    /// Whether a name is read as somebody already, so that Tab looks for somebody else.
    pub(super) fn is_settled(&self, name: &str) -> bool {
        let called = self.called(name, "");
        called.is_some_and(|(candidates, _)| !self.is_a_question(&candidates))
    }

    /// Somebody whom the line brings in.
    pub(super) fn bring_in(&mut self, contact: Contact) -> ContactId {
        let id = provisional(self.new.len());
        let contact = Contact { id, ..contact };
        self.all.push(Person::of(&contact));
        self.new.push(contact);
        id
    }

    /// Says more of the one who was brought in last.
    pub(super) fn change_new(&mut self, id: ContactId, change: impl FnOnce(&mut Contact)) {
        if let Some(contact) = self.new.iter_mut().find(|contact| contact.id == id) {
            change(contact);
        }
    }

    /// Whom of the book those may be whom the line brings in. The names are folded already, so that a key costs nothing
    /// more where many people are known.
    pub(super) fn alike(&self) -> Vec<Like> {
        let of = |new: &Contact| {
            let (words, firm) = (words(&new.name), folded(&new.organisation));
            let book = &self.known.book.contacts;
            let named = self.all.iter().filter(|one| one.may_be(&words, &firm));
            let named = named.filter_map(|one| book.get(one.id));
            let reached = book.iter().filter(|one| shares_an_email(one, new));
            like(new, named.chain(reached).map(AsRef::as_ref))
        };
        self.new.iter().filter_map(of).collect()
    }

    /// Whether the line brings them in.
    pub(super) fn is_new(&self, id: ContactId) -> bool {
        self.new.iter().any(|new| new.id == id)
    }

    /// Whether nothing follows the name of somebody new yet.
    pub(super) fn lacks_firm(&self, id: ContactId) -> bool {
        let mut new = self.new.iter();
        new.any(|new| new.id == id && new.organisation.is_empty() && new.emails.is_empty())
    }

    /// Whether somebody's firm is called that.
    pub(super) fn is_a_firm(&self, firm: &str) -> bool {
        self.all.iter().any(|person| person.has_firm(firm))
    }

    /// Whether a known person works at that firm.
    pub(super) fn is_of(&self, id: ContactId, firm: &str) -> bool {
        let person = self.all.iter().find(|person| person.id == id);
        person.is_some_and(|person| person.is_of(firm))
    }
}

/// The id of somebody new, until the line is kept: no random id is ever as high.
fn provisional(at: usize) -> ContactId {
    Id::from_u128(u128::MAX - u128::try_from(at).unwrap_or(0))
}

/// A name with the firm that stands in brackets behind it: "Ana Silva (Acme)", for two of one name.
fn with_firm<'t>(name: &'t str, rest: &'t str) -> (&'t str, &'t str, &'t str) {
    let inside = rest
        .strip_prefix('(')
        .and_then(|inside| inside.split_once(')'));
    match inside {
        Some((firm, rest)) => (name, firm.trim(), rest.trim()),
        None => (name, "", rest),
    }
}

/// The last day on which we had to do with each other, and in what way: a talk, or a lunch that is not noted yet.
pub(in crate::domain) fn last_touch(
    known: Known<'_>,
    id: ContactId,
) -> Option<(NaiveDate, InteractionKind)> {
    let between = known.relationships.with(id);
    let talk = between.last_interaction().map(|talk| (talk.on, talk.kind));
    let lunch = last_lunch(between, known.today).map(|on| (on, InteractionKind::Lunch));
    match (talk, lunch) {
        (Some(talk), Some(lunch)) if lunch.0 > talk.0 => Some(lunch),
        (talk, lunch) => talk.or(lunch),
    }
}

fn last_lunch(between: &Relationship, today: NaiveDate) -> Option<NaiveDate> {
    let is_on = |invite: &&std::sync::Arc<Invite>| {
        invite.reply == Reply::Accepted
            && matches!(invite.outcome, None | Some(Outcome::Happened))
            && invite.day() <= today
    };
    let lunches = between.invites.iter().filter(is_on);
    lunches.map(|invite| invite.day()).max()
}

/// Words for the person who was named before.
pub(super) fn pronoun(text: &str) -> Option<&str> {
    let words = ["she", "he", "they", "her", "him", "them"];
    words.iter().find_map(|word| after(text, word))
}

/// A line can say of somebody new by which address they are reached.
fn shares_an_email(one: &Contact, new: &Contact) -> bool {
    let mut emails = new.emails.iter();
    emails.any(|new| {
        one.emails
            .iter()
            .any(|one| one.trim().eq_ignore_ascii_case(new.trim()))
    })
}
