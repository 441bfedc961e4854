//! Two people become one, field by field: what differs is chosen, all that stands with either stays.

use std::collections::BTreeMap;

use super::moving::{known_as, move_all};
use crate::domain::book::Book;
use crate::domain::contact::{Contact, ContactId, KnownPerson, Tie};
use crate::domain::is_default;
use crate::domain::relationship::Relationships;

/// A field of a person that is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The name; the other one becomes a nickname.
    Name,
    /// Where they work.
    Organisation,
    /// What they do there.
    Role,
    /// E-mail addresses.
    Emails,
    /// Telephone numbers.
    Phones,
    /// Pages.
    Urls,
    /// Birthday.
    Birthday,
    /// Circle.
    Circle,
    /// Labels.
    Tags,
    /// What they can help with.
    Topics,
    /// How we met.
    HowWeMet,
    /// How close.
    Tie,
    /// How often I mean to talk.
    Pace,
    /// The longest silence I accept.
    AtWorst,
    /// Left alone until.
    Snoozed,
    /// My own line.
    Boundary,
    /// Out of the lists.
    Archived,
    /// Anything else.
    Notes,
}

impl Field {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 18] = [
        Self::Name,
        Self::Organisation,
        Self::Role,
        Self::Emails,
        Self::Phones,
        Self::Urls,
        Self::Birthday,
        Self::Circle,
        Self::Tags,
        Self::Topics,
        Self::HowWeMet,
        Self::Tie,
        Self::Pace,
        Self::AtWorst,
        Self::Snoozed,
        Self::Boundary,
        Self::Archived,
        Self::Notes,
    ];

    /// Whether both values can stand together.
    #[must_use]
    pub const fn holds_both(self) -> bool {
        matches!(
            self,
            Self::Emails
                | Self::Phones
                | Self::Urls
                | Self::Tags
                | Self::Topics
                | Self::HowWeMet
                | Self::Notes
        )
    }
}

/// Which value of a field stands in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Take {
    /// That of the person who stays.
    Stays,
    /// Both.
    Both,
    /// That of the person who goes into the other.
    Goes,
}

impl Take {
    /// Whether the value of a side is taken.
    #[must_use]
    pub const fn is_of(self, side: Self) -> bool {
        matches!(self, Self::Both)
            || matches!(
                (self, side),
                (Self::Stays, Self::Stays) | (Self::Goes, Self::Goes)
            )
    }
}

/// Two people who are to become one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    /// The record that stays.
    pub stays: ContactId,
    /// The record that goes into it.
    pub goes: ContactId,
    takes: BTreeMap<Field, Take>,
}

impl Joining {
    /// With what is likeliest meant: nothing is lost where both can stand, what one of them lacks comes from the other,
    /// and my own line stays drawn. The record with more history stays. `None` where one of them is gone.
    #[must_use]
    pub fn of(
        book: &Book,
        relationships: &Relationships,
        people: (ContactId, ContactId),
    ) -> Option<Self> {
        let (one, other) = (book.contacts.get(people.0)?, book.contacts.get(people.1)?);
        let rank = |contact: &Contact| {
            let with = relationships.with(contact.id);
            let history = with.promises.len() + with.interactions.len() + with.invites.len();
            let rest = with.exchanges.len() + with.incidents.len();
            let age = std::cmp::Reverse((contact.added, contact.id));
            (!contact.archived, history + rest, age)
        };
        let (stays, goes) = if rank(one) >= rank(other) {
            (one, other)
        } else {
            (other, one)
        };
        let differ = Field::ALL
            .into_iter()
            .filter(|field| differs(*field, stays, goes));
        Some(Self {
            stays: stays.id,
            goes: goes.id,
            takes: differ
                .map(|field| (field, usual(field, stays, goes)))
                .collect(),
        })
    }

    /// The fields that differ, and which value of each is taken.
    #[must_use]
    pub fn takes(&self) -> Vec<(Field, Take)> {
        self.takes
            .iter()
            .map(|(field, take)| (*field, *take))
            .collect()
    }

    /// Takes the value further to one side: from the one over both, where both can stand, to the other.
    pub fn turn(&mut self, field: Field, to: Take) {
        if let Some(take) = self.takes.get_mut(&field) {
            *take = match (*take, to) {
                (Take::Stays, Take::Goes) | (Take::Goes, Take::Stays) if field.holds_both() => {
                    Take::Both
                }
                (_, to) => to,
            };
        }
    }

    /// The same choices for the records as they are now: what differs no longer is not asked, what differs since is.
    #[must_use]
    pub fn again(&self, book: &Book) -> Option<Self> {
        let (stays, goes) = (
            book.contacts.get(self.stays)?,
            book.contacts.get(self.goes)?,
        );
        let differ = Field::ALL
            .into_iter()
            .filter(|field| differs(*field, stays, goes));
        let take = |field: Field| {
            let chosen = self.takes.get(&field).copied();
            (field, chosen.unwrap_or_else(|| usual(field, stays, goes)))
        };
        Some(Self {
            takes: differ.map(take).collect(),
            ..*self
        })
    }

    /// The person that comes of it.
    #[must_use]
    pub fn joined(&self, book: &Book) -> Option<Contact> {
        let (stays, goes) = (
            book.contacts.get(self.stays)?,
            book.contacts.get(self.goes)?,
        );
        let mut after = Contact::clone(stays);
        for (field, take) in &self.takes {
            put(&mut after, goes, *field, *take);
        }
        add_missing(&mut after.nicknames, goes.nicknames.clone());
        let names = [stays.name.clone(), goes.name.clone()];
        add_missing(&mut after.nicknames, names.to_vec());
        let name = after.name.clone();
        after.nicknames.retain(|one| *one != name);
        after.aspirations.extend(goes.aspirations.iter().cloned());
        after.problems.extend(goes.problems.iter().cloned());
        after.knows.extend(goes.knows.iter().cloned());
        known_as(&mut after.knows, self.goes, self.stays);
        let myself = KnownPerson::Contact(self.stays);
        after.knows.retain(|(known, _)| *known != myself);
        after.added = stays.added.min(goes.added);
        take_identities(&mut after, goes);
        Some(after)
    }

    /// The book in which they are one. `None` where one of them is gone, or I introduced one to the other: then they are
    /// two.
    #[must_use]
    pub fn apply(&self, book: &Book) -> Option<Book> {
        let people = [self.stays, self.goes];
        let mut introductions = book.introductions.iter();
        let is_between = introductions
            .any(|one| people.contains(&one.requester) && people.contains(&one.target));
        if is_between || self.stays == self.goes {
            return None;
        }
        let joined = self.joined(book)?;
        let mut after = book.clone();
        after.contacts.remove(self.goes);
        move_all(&mut after, self.goes, self.stays);
        after.contacts.put(joined);
        Some(after)
    }
}

/// Whoever is known by one of these identities is this person from now on: what an address book says of the one that
/// went finds the one that stays, and tells again nothing that it told the one that went.
fn take_identities(after: &mut Contact, goes: &Contact) {
    let theirs = goes.uids().map(str::to_owned);
    let mut uids: Vec<String> = theirs.chain([goes.id.to_string()]).collect();
    if after.source_uid.is_none() && goes.source_uid.is_some() {
        after.source_uid = Some(uids.remove(0));
    }
    let first = after.source_uid.clone();
    add_missing(&mut after.other_uids, uids);
    after.other_uids.retain(|uid| Some(uid) != first.as_ref());
    after.imported.extend(&goes.imported);
    after.imported.sort_unstable();
    after.imported.dedup();
}

macro_rules! by_field {
    ($field:expr, $run:ident!($($argument:expr),*)) => {
        match $field {
            Field::Name => $run!(name, $($argument),*),
            Field::Organisation => $run!(organisation, $($argument),*),
            Field::Role => $run!(role, $($argument),*),
            Field::Emails => $run!(emails, $($argument),*),
            Field::Phones => $run!(phones, $($argument),*),
            Field::Urls => $run!(urls, $($argument),*),
            Field::Birthday => $run!(birthday, $($argument),*),
            Field::Circle => $run!(circle, $($argument),*),
            Field::Tags => $run!(tags, $($argument),*),
            Field::Topics => $run!(topics, $($argument),*),
            Field::HowWeMet => $run!(how_we_met, $($argument),*),
            Field::Tie => $run!(tie, $($argument),*),
            Field::Pace => $run!(rhythm_days, $($argument),*),
            Field::AtWorst => $run!(at_worst_days, $($argument),*),
            Field::Snoozed => $run!(snoozed_until, $($argument),*),
            Field::Boundary => $run!(boundary, $($argument),*),
            Field::Archived => $run!(archived, $($argument),*),
            Field::Notes => $run!(notes, $($argument),*),
        }
    };
}

macro_rules! other_value {
    ($name:ident, $one:expr, $other:expr) => {
        $one.$name != $other.$name
    };
}

macro_rules! no_value {
    ($name:ident, $one:expr) => {
        is_default(&$one.$name)
    };
}

macro_rules! take_over {
    ($name:ident, $after:expr, $goes:expr) => {
        $after.$name.clone_from(&$goes.$name)
    };
}

fn differs(field: Field, stays: &Contact, goes: &Contact) -> bool {
    by_field!(field, other_value!(stays, goes))
}

/// What is likeliest meant.
fn usual(field: Field, stays: &Contact, goes: &Contact) -> Take {
    let lacks = |contact: &Contact| by_field!(field, no_value!(contact));
    let has_year = |contact: &Contact| contact.birthday.is_some_and(|day| day.year.is_some());
    match field {
        // In the lists where either is.
        Field::Archived => {
            if stays.archived {
                Take::Goes
            } else {
                Take::Stays
            }
        }
        Field::Birthday if has_year(goes) && !has_year(stays) => Take::Goes,
        Field::Tie if stays.tie == Tie::Unknown => Take::Goes,
        _ if lacks(stays) => Take::Goes,
        _ if lacks(goes) || !field.holds_both() => Take::Stays,
        _ => Take::Both,
    }
}

fn put(after: &mut Contact, goes: &Contact, field: Field, take: Take) {
    match (take, field) {
        (Take::Goes, field) => by_field!(field, take_over!(after, goes)),
        (Take::Both, Field::Emails) => add_missing(&mut after.emails, goes.emails.clone()),
        (Take::Both, Field::Phones) => add_missing(&mut after.phones, goes.phones.clone()),
        (Take::Both, Field::Urls) => add_missing(&mut after.urls, goes.urls.clone()),
        (Take::Both, Field::Tags) => add_missing(&mut after.tags, goes.tags.clone()),
        (Take::Both, Field::Topics) => add_missing(&mut after.topics, goes.topics.clone()),
        (Take::Both, Field::HowWeMet) => add_text(&mut after.how_we_met, &goes.how_we_met, "; "),
        (Take::Both, Field::Notes) => add_text(&mut after.notes, &goes.notes, "\n\n"),
        // No other field holds both.
        (Take::Stays | Take::Both, _) => {}
    }
}

/// What is not there yet, whatever the size of its letters.
fn add_missing(have: &mut Vec<String>, more: Vec<String>) {
    for one in more {
        let folded = one.to_lowercase();
        if !have.iter().any(|had| had.to_lowercase() == folded) {
            have.push(one);
        }
    }
}

fn add_text(text: &mut String, more: &str, between: &str) {
    if text.is_empty() {
        more.clone_into(text);
    } else if !more.is_empty() && !text.contains(more) {
        text.push_str(between);
        text.push_str(more);
    }
}
