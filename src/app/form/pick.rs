//! People picked by name: one, or several.

use tui_input::Input;

use super::field::is_cursor_key;
use crate::app::chord::{Chord, Key};
use crate::app::typing::{paste_into, type_into};
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::search::{self, Searched};

/// A person, being picked by name.
#[derive(Clone, Default)]
pub struct PersonPick {
    /// What was typed.
    pub input: Input,
    /// Who it may be, the likeliest first.
    pub found: Vec<ContactId>,
    /// Which of them.
    pub at: usize,
    /// Who it is, once picked.
    pub picked: Option<ContactId>,
}

/// How many people a picker offers.
const OFFERED: usize = 5;

impl PersonPick {
    /// Who it is: the one picked, else the one under the cursor of the list; `None` for somebody new.
    #[must_use]
    pub fn contact(&self) -> Option<ContactId> {
        self.picked.or_else(|| self.found.get(self.at).copied())
    }

    /// Whether the name under the cursor is of nobody in the book.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.contact().is_none() && !self.input.value().trim().is_empty()
    }

    /// Takes the one under the cursor of the list. Says whether that changed what stands in the field.
    pub(in crate::app) fn settle(&mut self, book: &Book) -> bool {
        let Some(contact) = self.contact().and_then(|id| book.contacts.get(id)) else {
            return false;
        };
        let before = self.input.value().trim().to_owned();
        self.picked = Some(contact.id);
        self.input = Input::new(contact.name.clone());
        self.found.clear();
        before != contact.name
    }

    pub(super) fn type_key(&mut self, chord: Chord, book: &Book) -> bool {
        match chord.key {
            // One further than the last is somebody new.
            Key::Down if self.at < self.found.len() => self.at += 1,
            Key::Up if self.at > 0 => self.at -= 1,
            _ => {
                if type_into(&mut self.input, chord) {
                    self.look_up(book);
                } else {
                    return is_cursor_key(chord);
                }
            }
        }
        true
    }

    pub(super) fn paste(&mut self, text: &str, book: &Book) {
        paste_into(&mut self.input, text);
        self.look_up(book);
    }

    fn look_up(&mut self, book: &Book) {
        self.picked = None;
        self.at = 0;
        let text = self.input.value().trim();
        if text.is_empty() {
            self.found.clear();
            return;
        }
        let people = book.contacts.iter().map(|contact| {
            let searched = Searched {
                name: format!("{} {}", contact.name, contact.nicknames.join(" ")),
                rest: contact.organisation.clone(),
            };
            (contact.id, searched)
        });
        self.found = search::filter(text, people);
        // The archived come last, but are not to be written down twice.
        let is_archived = |id: &ContactId| {
            book.contacts
                .get(*id)
                .is_some_and(|contact| contact.archived)
        };
        self.found.sort_by_key(is_archived);
        self.found.truncate(OFFERED);
        // Letters scattered over a name are a guess; whole beginnings of words are the person.
        let first = self.found.first().and_then(|id| book.contacts.get(*id));
        if !first.is_some_and(|contact| begins(contact, text)) {
            self.at = self.found.len();
        }
    }
}

/// Several people, being picked by name one after the other.
#[derive(Clone, Default)]
pub struct PeoplePick {
    /// Those picked so far, by name; new ones have no record yet.
    pub chosen: Vec<(Option<ContactId>, String)>,
    /// The one being typed.
    pub pick: PersonPick,
}

impl PeoplePick {
    pub(super) fn of(people: &[ContactId], book: &Book) -> Self {
        let name = |id: &ContactId| Some((Some(*id), book.contacts.get(*id)?.name.clone()));
        Self {
            chosen: people.iter().filter_map(name).collect(),
            pick: PersonPick::default(),
        }
    }

    /// The names, the one being typed last.
    #[must_use]
    pub fn text(&self) -> String {
        let mut names = self.names();
        let typed = self.pick.input.value().trim();
        names.extend((!typed.is_empty()).then_some(typed));
        names.join(", ")
    }

    /// The names picked so far.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.chosen.iter().map(|(_, name)| name.as_str()).collect()
    }

    /// Takes the one being typed. Says whether that changed what stands in the field.
    pub(in crate::app) fn settle(&mut self, book: &Book) -> bool {
        let changed = self.pick.settle(book);
        let typed = self.pick.input.value().trim().to_owned();
        if typed.is_empty() {
            return false;
        }
        let chosen = (self.pick.contact(), typed);
        if !self.chosen.contains(&chosen) {
            self.chosen.push(chosen);
        }
        self.pick = PersonPick::default();
        changed
    }

    pub(super) fn type_key(&mut self, chord: Chord, book: &Book) -> bool {
        match chord.key {
            Key::Char(',') if !chord.ctrl && !chord.alt => {
                self.settle(book);
                true
            }
            Key::Backspace if self.pick.input.value().is_empty() => {
                self.chosen.pop();
                true
            }
            // A name goes on after the space behind a comma.
            Key::Char(' ') if self.pick.input.value().is_empty() => true,
            _ => self.pick.type_key(chord, book),
        }
    }
}

/// Whether each word of a text begins a word of the person's names or firm.
fn begins(contact: &Contact, text: &str) -> bool {
    let names = contact.nicknames.join(" ");
    search::begins(
        text,
        &format!("{} {names} {}", contact.name, contact.organisation),
    )
}
