//! People who may stand in the book twice, in words.

use chrono::NaiveDate;

use super::{counted, listed, name, people, words};
use crate::domain::book::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::dates::short;
use crate::domain::duplicates::joining::Field;
use crate::domain::duplicates::{self, Like, Pair, Reason, Shared};
use crate::domain::relationship::Relationships;
use crate::domain::tuning::TUNING;

/// The most people whom an import names in one sentence.
const MOST_NAMED: usize = 5;

/// "3 people may stand here twice".
#[must_use]
pub fn standing_twice(number: usize) -> String {
    format!("{} may stand here twice", people(number))
}

/// "4 people may stand here twice, in 5 pairs": what stands over a list of pairs.
#[must_use]
pub fn standing_twice_in(pairs: &[Pair]) -> String {
    let people = duplicates::standing_twice(pairs);
    let twice = standing_twice(people);
    match pairs.iter().filter(|pair| !pair.is_two).count() {
        pairs if pairs == people => twice,
        pairs => format!("{twice}, in {}", counted(pairs, "pair")),
    }
}

/// "One Ivy Chen: choose field by field"; "One person: …" where the names differ and one is to be chosen.
#[must_use]
pub fn one_of(stays: &Contact, goes: &Contact) -> String {
    let who = if stays.name == goes.name {
        &stays.name
    } else {
        "person"
    };
    format!("One {who}: choose field by field")
}

/// "Jürgen Müller may be here already: :duplicates".
#[must_use]
pub fn may_be_here(names: &[String]) -> String {
    let mut said: Vec<String> = names.iter().take(MOST_NAMED).cloned().collect();
    match names.len().saturating_sub(MOST_NAMED) {
        0 => {}
        more => said.push(format!("{more} more")),
    }
    format!("{} may be here already: :duplicates", listed(&said))
}

/// "May be here already: Ana Li, Acme (same name, same firm).": before somebody new is kept.
#[must_use]
pub fn may_be(book: &Book, like: &Like) -> String {
    let firm = book.contacts.get(like.person);
    let firm = firm.map_or("", |one| one.organisation.trim());
    let comma = if firm.is_empty() { "" } else { ", " };
    let (who, why) = (name(book, like.person), reason(&like.reason));
    format!("May be here already: {who}{comma}{firm} ({why}).")
}

/// What the cards of an import say without saying it: "2 people may stand here twice: goodword duplicates, or
/// :duplicates, says why".
#[must_use]
pub fn found_by_import(number: usize) -> String {
    let twice = standing_twice(number);
    format!("{twice}: goodword duplicates, or :duplicates in the dashboard, says why")
}

/// "Ana Li · Ana Lia Li".
#[must_use]
pub fn who(book: &Book, pair: &Pair) -> String {
    let (one, other) = pair.people;
    format!("{} · {}", name(book, one), name(book, other))
}

/// "same e-mail ana@li.example".
#[must_use]
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Identity => "same identity in an address book".to_owned(),
        Reason::Address(shared, text) => format!("same {} {}", by(*shared), written(*shared, text)),
        Reason::NameAndFirm(_) => "same name, same firm".to_owned(),
        Reason::Name => "same name, and nothing speaks against it".to_owned(),
        Reason::OtherName(_) => "one goes by the name of the other".to_owned(),
        Reason::LikeNameAndFirm(_) => "name alike, same firm".to_owned(),
        Reason::NameAlone => "same name, otherwise reached or working elsewhere".to_owned(),
        Reason::AddressAlone(shared, text) => format!(
            "same {} {}, but name or birthday differ",
            by(*shared),
            written(*shared, text)
        ),
    }
}

/// All reasons of a pair, the surest first.
#[must_use]
pub fn reasons(pair: &Pair) -> String {
    if pair.reasons.is_empty() {
        return "nothing in the book says that they are one".to_owned();
    }
    let all: Vec<String> = pair.reasons.iter().map(reason).collect();
    all.join("; ")
}

/// The name of a reason for programs.
#[must_use]
pub const fn kind(reason: &Reason) -> &'static str {
    match reason {
        Reason::Identity => "same_identity",
        Reason::Address(Shared::Email, _) => "same_email",
        Reason::Address(Shared::Phone, _) => "same_phone",
        Reason::Address(Shared::Page, _) => "same_page",
        Reason::NameAndFirm(_) => "same_name_and_firm",
        Reason::Name => "same_name",
        Reason::OtherName(_) => "other_name",
        Reason::LikeNameAndFirm(_) => "like_name_and_firm",
        Reason::NameAlone => "same_name_alone",
        Reason::AddressAlone(Shared::Email, _) => "same_email_alone",
        Reason::AddressAlone(Shared::Phone, _) => "same_phone_alone",
        Reason::AddressAlone(Shared::Page, _) => "same_page_alone",
    }
}

/// "certain", "very likely", "likely", "perhaps"; "two, you said".
#[must_use]
pub fn sure(pair: &Pair) -> &'static str {
    let [very, likely] = TUNING.duplicates.words;
    match pair.per_mille() {
        _ if pair.is_two => "two, you said",
        1000.. => "certain",
        sure if sure >= very => "very likely",
        sure if sure >= likely => "likely",
        _ => "perhaps",
    }
}

const fn by(shared: Shared) -> &'static str {
    match shared {
        Shared::Email => "e-mail",
        Shared::Phone => "phone",
        Shared::Page => "page",
    }
}

/// Numbers are compared by their last digits.
fn written(shared: Shared, text: &str) -> String {
    match shared {
        Shared::Phone => format!("…{text}"),
        Shared::Email | Shared::Page => text.to_owned(),
    }
}

/// "All that stands with either stays: 3 promises and 12 talks."
#[must_use]
pub fn stays(relationships: &Relationships, pair: (ContactId, ContactId)) -> String {
    let (one, other) = (relationships.with(pair.0), relationships.with(pair.1));
    let counts = [
        (one.promises.len() + other.promises.len(), "promise"),
        (one.interactions.len() + other.interactions.len(), "talk"),
        (one.invites.len() + other.invites.len(), "lunch"),
        (
            one.exchanges.len() + other.exchanges.len(),
            "entry of value",
        ),
        (one.incidents.len() + other.incidents.len(), "incident"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| match (number, word) {
            (1, word) => format!("1 {word}"),
            (number, "lunch") => format!("{number} lunches"),
            (number, "entry of value") => format!("{number} entries of value"),
            (number, word) => counted(number, word),
        })
        .collect();
    match counts.as_slice() {
        [] => "They become one person.".to_owned(),
        counts => format!(
            "They become one person, with all that stands with either: {}.",
            listed(counts)
        ),
    }
}

/// "merged: Ana Lia Li into Ana Li".
#[must_use]
pub fn merged(book: &Book, goes: ContactId, stays: ContactId) -> String {
    format!("merged: {} into {}", name(book, goes), name(book, stays))
}

/// "not the same: Jo Doe and Sam Doe"; or that it was taken back.
#[must_use]
pub fn told_apart(book: &Book, pair: &Pair) -> String {
    let (one, other) = (name(book, pair.people.0), name(book, pair.people.1));
    if pair.is_two {
        format!("may be the same after all: {one} and {other}")
    } else {
        format!("not the same: {one} and {other}")
    }
}

/// What a field is called.
#[must_use]
pub const fn field(field: Field) -> &'static str {
    match field {
        Field::Name => "name",
        Field::Organisation => "works at",
        Field::Role => "role",
        Field::Emails => "e-mail",
        Field::Phones => "phone",
        Field::Urls => "pages",
        Field::Birthday => "birthday",
        Field::Circle => "circle",
        Field::Tags => "tags",
        Field::Topics => "can help with",
        Field::HowWeMet => "how we met",
        Field::Tie => "how close",
        Field::Pace => "pace",
        Field::AtWorst => "at the latest",
        Field::Snoozed => "left alone",
        Field::Boundary => "my line",
        Field::Archived => "in the lists",
        Field::Notes => "notes",
    }
}

/// What a field says; nothing where it says nothing.
#[must_use]
pub fn value(contact: &Contact, field: Field, today: NaiveDate) -> String {
    let days = |days: Option<std::num::NonZeroU32>| {
        days.map(|days| format!("every {days} days"))
            .unwrap_or_default()
    };
    match field {
        Field::Name => contact.name.clone(),
        Field::Organisation => contact.organisation.clone(),
        Field::Role => contact.role.clone(),
        Field::Emails => contact.emails.join("\n"),
        Field::Phones => contact.phones.join("\n"),
        Field::Urls => contact.urls.join("\n"),
        Field::Birthday => contact
            .birthday
            .map(|day| match day.year {
                Some(year) => format!("{year}-{:02}-{:02}", day.month, day.day),
                None => format!("{:02}-{:02}", day.month, day.day),
            })
            .unwrap_or_default(),
        Field::Circle => contact.circle.clone(),
        Field::Tags => contact.tags.join(", "),
        Field::Topics => contact.topics.join(", "),
        Field::HowWeMet => contact.how_we_met.clone(),
        Field::Tie => words::tie(contact.tie).to_owned(),
        Field::Pace => days(contact.rhythm_days),
        Field::AtWorst => days(contact.at_worst_days),
        Field::Snoozed => contact
            .snoozed_until
            .map(|day| format!("until {}", short(day, today)))
            .unwrap_or_default(),
        Field::Boundary if contact.boundary => words::MY_LINE.to_owned(),
        Field::Boundary => "not drawn".to_owned(),
        Field::Archived if contact.archived => "no, archived".to_owned(),
        Field::Archived => "yes".to_owned(),
        Field::Notes => contact.notes.clone(),
    }
}
