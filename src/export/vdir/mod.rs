//! A folder with one card a person (a vdir), which other programs carry to phones and servers, kept in step with the
//! book.
//!
//! The folder is not ours alone: what changed there since it was last read stays, field by field, until it is imported;
//! no card is taken away, and a card that somebody deleted there is not written again.

mod report;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::vcard::{self, Version};
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::import_plan::{Card, Held, Last, owners, three_way};

/// A card that stands in the folder and can be read.
#[derive(Clone)]
pub struct Standing {
    /// The name of its file.
    pub file: String,
    /// As it stands there; `None` where that is no UTF-8, so that it cannot be written again as it was.
    pub text: Option<String>,
    /// What it says.
    pub card: Card,
}

/// The folder as it is.
#[derive(Clone, Default)]
pub struct Folder {
    /// The cards, by the name of their file.
    pub cards: Vec<Standing>,
    /// What each file held when it was last read or written.
    pub base: BTreeMap<String, Last>,
}

/// A file to write.
#[derive(Clone, PartialEq, Eq)]
pub struct Write {
    /// Its name.
    pub file: String,
    /// The whole card.
    pub text: String,
    /// What stands there now: anything else is left alone. `None` for a new file.
    pub before: Option<String>,
}

/// What there is to do, and what to say.
#[derive(Clone, Default)]
pub struct Outcome {
    /// The files to write.
    pub writes: Vec<Write>,
    /// What is agreed on once those are written.
    pub base: BTreeMap<String, Last>,
    /// How many cards say what the book says.
    pub same: usize,
    /// Names of people whose card was deleted in the folder.
    pub gone: Vec<String>,
    /// Names of people whose card cannot be changed in part, with its file.
    pub unfit: Vec<(String, String)>,
    /// Names of archived people whose card stands there.
    pub archived: Vec<String>,
    /// Files of people who are in the book no more.
    pub ownerless: Vec<String>,
    /// Names of people who have two cards or more, with the file that is kept in step and those that are not.
    pub doubled: Vec<(String, String, Vec<String>)>,
    /// What the book wrote over: the name, the field, and what the card said.
    pub overruled: Vec<(String, String, String)>,
}

/// Whose cards are written, and how.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// The people.
    pub people: &'a [&'a Contact],
    /// Whether they were asked for by name: then a card that was deleted is written again.
    pub by_name: bool,
    /// The version of new cards; others keep theirs.
    pub version: Version,
}

/// What brings the folder in step with the book. `read` reads one card, as an import would.
#[must_use]
pub fn in_step(
    book: &Book,
    order: Order<'_>,
    folder: &Folder,
    read: &dyn Fn(&str) -> Option<Card>,
) -> Outcome {
    let owners = Owners::of(book, folder);
    let mut step = Step {
        order,
        folder,
        owners: &owners,
        read,
        outcome: Outcome {
            base: owners.base.clone(),
            ..Outcome::default()
        },
    };
    order.people.iter().for_each(|person| step.take(person));
    step.look_at_the_rest(book);
    step.outcome
}

/// Whose the cards of the folder are.
struct Owners<'a> {
    /// The base, unless it is another book's.
    base: BTreeMap<String, Last>,
    /// The cards of each person; the first is the one that is kept in step.
    cards: HashMap<ContactId, Vec<&'a Standing>>,
}

impl<'a> Owners<'a> {
    fn of(book: &Book, folder: &'a Folder) -> Self {
        let is_ours = |last: &Last| book.contacts.get(last.person).is_some();
        let base = if folder.base.values().any(is_ours) {
            folder.base.clone()
        } else {
            BTreeMap::new()
        };
        let cards: Vec<Card> = folder.cards.iter().map(|card| card.card.clone()).collect();
        let mut owned = HashMap::new();
        for (standing, owner) in folder.cards.iter().zip(owners(book, &cards)) {
            if let Some(person) = owner {
                owned.entry(person).or_insert_with(Vec::new).push(standing);
            }
        }
        for (person, cards) in &mut owned {
            let person = book.contacts.get(*person);
            // Of the cards of somebody who was made one with another, their own comes first.
            cards.sort_by_key(|standing| person.map(|one| strangeness(one, &standing.card)));
        }
        Self { base, cards: owned }
    }
}

/// How far a card is from being the one that was written for this person: 1 for the one they came from, 2 for one of
/// somebody who was made one with them.
fn strangeness(person: &Contact, card: &Card) -> u8 {
    match &card.uid {
        Some(uid) if *uid == person.id.to_string() => 0,
        Some(uid) if person.source_uid.as_ref() == Some(uid) => 1,
        _ => 2,
    }
}

struct Step<'a> {
    order: Order<'a>,
    folder: &'a Folder,
    owners: &'a Owners<'a>,
    read: &'a dyn Fn(&str) -> Option<Card>,
    outcome: Outcome,
}

impl Step<'_> {
    fn take(&mut self, person: &Contact) {
        let Some(agreed) = self.as_read(person) else {
            return;
        };
        let cards = self.owners.cards.get(&person.id);
        match cards.and_then(|cards| cards.split_first()) {
            Some((standing, others)) => {
                self.name_doubled(person, standing, others);
                self.change(person, standing, agreed);
            }
            None => self.write_new(person, agreed),
        }
    }

    fn name_doubled(&mut self, person: &Contact, standing: &Standing, others: &[&Standing]) {
        if others.is_empty() {
            return;
        }
        let others = others.iter().map(|other| other.file.clone()).collect();
        let doubled = (person.name.clone(), standing.file.clone(), others);
        self.outcome.doubled.push(doubled);
    }

    fn write_new(&mut self, person: &Contact, agreed: Held) {
        let name = || person.name.clone();
        let old = self
            .owners
            .base
            .iter()
            .find(|(_, last)| last.person == person.id);
        if let Some((file, last)) = old {
            if !self.order.by_name {
                let last = Last {
                    gone: true,
                    ..last.clone()
                };
                self.outcome.base.insert(file.clone(), last);
                self.outcome.gone.push(name());
                return;
            }
            self.outcome.base.remove(file);
        }
        let file = format!("{}.vcf", person.id);
        self.outcome.writes.push(Write {
            file: file.clone(),
            text: vcard::card(person, self.order.version),
            before: None,
        });
        self.agree(file, person, agreed);
    }

    /// The card of a person with what changed in the book since it was last read; what changed on it stays, and is
    /// still to be imported.
    fn change(&mut self, person: &Contact, standing: &Standing, agreed: Held) {
        let theirs = Held::of_card(&standing.card);
        let last = self.owners.base.get(&standing.file);
        let last = last
            .filter(|last| last.person == person.id)
            .map(|last| last.base(&theirs));
        let (merged, open) = three_way(person, last.as_ref(), &theirs);
        let after = self.as_read(&merged);
        if after
            .as_ref()
            .is_some_and(|after| after.says_the_same(&theirs))
        {
            self.outcome.same += 1;
            self.agree(standing.file.clone(), person, agreed);
            return;
        }
        let Some((before, text)) = after.and_then(|after| self.patch(standing, &theirs, &after))
        else {
            self.outcome
                .unfit
                .push((person.name.clone(), standing.file.clone()));
            return;
        };
        self.outcome.writes.push(Write {
            file: standing.file.clone(),
            text,
            before: Some(before),
        });
        let overruled = open
            .into_iter()
            .map(|open| (person.name.clone(), open.field, open.theirs));
        self.outcome.overruled.extend(overruled);
        self.agree(standing.file.clone(), person, agreed);
    }

    /// The card before, and after; `None` where it would not say what it is to say.
    fn patch(&self, standing: &Standing, theirs: &Held, after: &Held) -> Option<(String, String)> {
        let before = standing.text.as_ref()?;
        let text = vcard::patched(before, theirs, after)?;
        let said = Held::of_card(&(self.read)(&text)?);
        said.says_the_same(after).then(|| (before.clone(), text))
    }

    /// What an import would read on a card of theirs: what both sides are compared by.
    fn as_read(&self, person: &Contact) -> Option<Held> {
        let card = (self.read)(&vcard::card(person, self.order.version))?;
        Some(Held::of_card(&card))
    }

    /// From now on the card and the book agree on what the book says. What they agreed on before stays known until the
    /// card is read again, where the book says something new.
    fn agree(&mut self, file: String, person: &Contact, held: Held) {
        let last = self
            .outcome
            .base
            .get(&file)
            .filter(|last| last.person == person.id);
        let before = match last {
            Some(last) if last.before.is_none() && last.held == held => None,
            Some(last) => Some(last.before.as_ref().unwrap_or(&last.held).clone()),
            None => None,
        };
        let last = Last {
            person: person.id,
            held,
            before,
            gone: false,
        };
        self.outcome.base.insert(file, last);
    }

    /// Cards that nobody asked for: they stay, and that is said.
    fn look_at_the_rest(&mut self, book: &Book) {
        let there: HashSet<&str> = self
            .folder
            .cards
            .iter()
            .map(|card| card.file.as_str())
            .collect();
        let is_known = |last: &Last| book.contacts.get(last.person).is_some();
        self.outcome
            .base
            .retain(|file, last| is_known(last) || there.contains(file.as_str()));
        if self.order.by_name {
            return;
        }
        let others = self.owners.cards.values().flat_map(|cards| cards.iter());
        let owned: HashSet<&str> = others.map(|card| card.file.as_str()).collect();
        let ownerless = self
            .outcome
            .base
            .iter()
            .filter(|(file, last)| !is_known(last) && !owned.contains(file.as_str()));
        self.outcome.ownerless = ownerless.map(|(file, _)| file.clone()).collect();
        let archived = book.contacts.iter().filter(|person| person.archived);
        let archived = archived.filter(|person| self.owners.cards.contains_key(&person.id));
        self.outcome.archived = archived.map(|person| person.name.clone()).collect();
    }
}
