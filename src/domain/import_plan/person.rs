//! What a card adds to a person: it fills and updates, and takes nothing away that I wrote.

use super::told::Told;
use super::{Card, Changed, FieldChange};
use crate::domain::contact::{Birthday, Contact};
use crate::domain::person_name::bare;

/// A person with what the card says of them that no import told before: what I changed or took out since stays so.
///
/// The name stays mine, and another one on the card becomes a nickname, however often, so that both find the person.
/// Lists gain what they lack. The organisation, the role and the birthday follow the card. Of a note, the lines that are
/// not there yet are added below mine, so that none stands twice.
pub(super) fn with_card(contact: &Contact, card: &Card) -> Contact {
    let mut after = contact.clone();
    let mut told = Told::before(&contact.imported);
    let is_news = |name: &&String| told.is_news("name", &fold(name));
    let nicknames: Vec<_> = card.nicknames.iter().filter(is_news).collect();
    for name in std::iter::once(&card.name).chain(nicknames) {
        if !knows_name(&after, name) {
            after.nicknames.push(name.clone());
        }
    }
    let mut add = |field, have: &mut Vec<String>, more: &[String], key: fn(&str) -> String| {
        let is_news = |one: &&String| told.is_news(field, &key(one));
        let more: Vec<_> = more.iter().filter(is_news).cloned().collect();
        add_missing(have, &more, key);
    };
    add("e-mail", &mut after.emails, &card.emails, str::to_lowercase);
    add("phone", &mut after.phones, &card.phones, digits);
    add("page", &mut after.urls, &card.urls, str::to_owned);
    add("tag", &mut after.tags, &card.tags, str::to_lowercase);
    follow(
        &mut told,
        "organisation",
        &mut after.organisation,
        &card.organisation,
    );
    follow(&mut told, "role", &mut after.role, &card.role);
    if card
        .birthday
        .is_some_and(|day| told.is_news("birthday", &words(day)))
    {
        after.birthday = birthday(after.birthday, card.birthday);
    }
    add_note(&mut after.notes, &card.notes, &mut told);
    if let Some(uid) = &card.uid {
        know_by(&mut after, uid);
    }
    after.imported = told.into_sorted();
    after
}

/// What the card says in one line takes the place of what stands there, once.
fn follow(told: &mut Told, field: &str, mine: &mut String, on_card: &str) {
    if !on_card.is_empty() && told.is_news(field, on_card) {
        on_card.clone_into(mine);
    }
}

/// Whether a person reads the same in both; what imports told them is not read.
pub(super) fn says_the_same(one: &Contact, other: &Contact) -> bool {
    let one = Contact {
        imported: other.imported.clone(),
        ..one.clone()
    };
    one == *other
}

/// From now on this identity finds the person too.
pub(super) fn know_by(contact: &mut Contact, uid: &str) {
    if contact.goes_by(uid) {
        return;
    }
    match contact.source_uid {
        None => contact.source_uid = Some(uid.to_owned()),
        Some(_) => contact.other_uids.push(uid.to_owned()),
    }
}

/// A person who is new, as the card that would say all of them.
pub(super) fn as_card(contact: &Contact) -> Card {
    Card {
        name: contact.name.clone(),
        nicknames: contact.nicknames.clone(),
        organisation: contact.organisation.clone(),
        role: contact.role.clone(),
        emails: contact.emails.clone(),
        phones: contact.phones.clone(),
        urls: contact.urls.clone(),
        birthday: contact.birthday,
        tags: contact.tags.clone(),
        notes: contact.notes.clone(),
        uid: contact.source_uid.clone(),
        ..Card::default()
    }
}

/// Whether a person goes by this name.
pub(super) fn knows_name(contact: &Contact, name: &str) -> bool {
    let folded = same_for(name);
    std::iter::once(&contact.name)
        .chain(&contact.nicknames)
        .any(|known| same_for(known) == folded)
}

/// A name as people are found by it: the same with and without titles and what was earned.
pub(super) fn same_for(name: &str) -> String {
    fold(&bare(name))
}

/// A text as it is compared: letters of one size, one space between words.
pub(super) fn fold(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// A telephone number as it is compared: people write them with spaces, strokes and brackets.
#[must_use]
pub fn digits(number: &str) -> String {
    let digits: String = number
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect();
    if digits.is_empty() {
        fold(number)
    } else {
        digits
    }
}

/// What differs between a person before and after: a line for each field that does, and so at least one.
pub(super) fn changes(before: &Contact, after: &Contact) -> Option<Changed<Contact>> {
    let text = FieldChange::between;
    let said = |birthday: Option<Birthday>| birthday.map(words).unwrap_or_default();
    let uid = |contact: &Contact| contact.source_uid.clone().unwrap_or_default();
    let fields: Vec<_> = [
        text("name", &before.name, &after.name),
        list("also called", &before.nicknames, &after.nicknames),
        text("organisation", &before.organisation, &after.organisation),
        text("role", &before.role, &after.role),
        list("e-mail", &before.emails, &after.emails),
        list("phone", &before.phones, &after.phones),
        list("page", &before.urls, &after.urls),
        text("birthday", &said(before.birthday), &said(after.birthday)),
        list("tag", &before.tags, &after.tags),
        note(&before.notes, &after.notes),
        text("identity in the address book", &uid(before), &uid(after)),
        list("another identity", &before.other_uids, &after.other_uids),
    ]
    .into_iter()
    .flatten()
    .collect();
    (before != after).then(|| Changed {
        called: after.name.clone(),
        after: after.clone(),
        fields,
    })
}

/// What left a list and what came into it; the whole of it where it only stands in another order.
fn list(field: &'static str, before: &[String], after: &[String]) -> Option<FieldChange> {
    let without = |list: &[String], other: &[String]| -> Vec<String> {
        let alone = list.iter().filter(|one| !other.contains(one));
        alone.cloned().collect()
    };
    let (gone, new) = (without(before, after), without(after, before));
    let (gone, new) = if gone.is_empty() && new.is_empty() {
        (before.join(", "), after.join(", "))
    } else {
        (gone.join(", "), new.join(", "))
    };
    (before != after).then_some(FieldChange {
        field,
        before: gone,
        after: new,
    })
}

/// What was written below a note, or the note before and after.
fn note(before: &str, after: &str) -> Option<FieldChange> {
    let added = after.strip_prefix(before).map(str::trim);
    match added.filter(|added| !added.is_empty()) {
        Some(added) => FieldChange::between("note", "", added),
        None => FieldChange::between("note", before, after),
    }
}

fn add_missing(have: &mut Vec<String>, more: &[String], key: impl Fn(&str) -> String) {
    for one in more {
        let is_there = have.iter().any(|had| key(had) == key(one));
        if !is_there {
            have.push(one.clone());
        }
    }
}

/// A card that leaves the year out does not take mine away.
fn birthday(mine: Option<Birthday>, on_card: Option<Birthday>) -> Option<Birthday> {
    let Some(mut found) = on_card else {
        return mine;
    };
    let same_day = |mine: &Birthday| (mine.month, mine.day) == (found.month, found.day);
    if found.year.is_none() {
        found.year = mine.filter(same_day).and_then(|mine| mine.year);
    }
    Some(found)
}

fn words(birthday: Birthday) -> String {
    let Birthday { year, month, day } = birthday;
    match year {
        Some(year) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{month:02}-{day:02}"),
    }
}

fn add_note(notes: &mut String, more: &str, told: &mut Told) {
    let missing: Vec<&str> = {
        let known: std::collections::HashSet<&str> = notes.lines().map(str::trim).collect();
        more.lines()
            .filter(|line| line.trim().is_empty() || told.is_news("note", line.trim()))
            .filter(|line| !known.contains(line.trim()))
            .collect()
    };
    if missing.iter().all(|line| line.trim().is_empty()) {
        return;
    }
    if !notes.is_empty() {
        notes.push_str("\n\n");
    }
    notes.push_str(missing.join("\n").trim());
}
