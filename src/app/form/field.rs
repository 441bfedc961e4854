//! One field of a form.

use chrono::{Days, NaiveDate};
use tui_input::Input;

use crate::app::chord::{Chord, Key};
use crate::app::typing::{paste_into, type_into};
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::search::{self, Searched};
use crate::domain::{dates, when};

/// One field of a form.
#[derive(Clone)]
pub struct Field {
    /// What it is called; the name by which the form reads it.
    pub label: &'static str,
    /// What may stand in it, in a few words.
    pub note: &'static str,
    /// What stands in it.
    pub entry: Entry,
    /// Why it cannot be read.
    pub problem: Option<String>,
}

/// What stands in a field.
#[derive(Clone)]
pub enum Entry {
    /// Text.
    Text(Input),
    /// A day in words.
    Day(Input),
    /// A day that is over, in words.
    PastDay(Input),
    /// One of a few options.
    Choice {
        /// The options.
        options: Vec<String>,
        /// Which.
        at: usize,
    },
    /// A person of the book, or the name of a new one.
    Person(PersonPick),
}

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

impl Field {
    pub(super) fn text_field(label: &'static str, note: &'static str, text: &str) -> Self {
        Self::new(label, note, Entry::Text(Input::new(text.to_owned())))
    }

    pub(super) fn day_field(
        label: &'static str,
        note: &'static str,
        day: Option<NaiveDate>,
    ) -> Self {
        let text = day.map_or_else(String::new, |day| day.to_string());
        Self::new(label, note, Entry::Day(Input::new(text)))
    }

    pub(super) fn past_day_field(
        label: &'static str,
        note: &'static str,
        day: Option<NaiveDate>,
    ) -> Self {
        let text = day.map_or_else(String::new, |day| day.to_string());
        Self::new(label, note, Entry::PastDay(Input::new(text)))
    }

    pub(super) fn choice_field(
        label: &'static str,
        note: &'static str,
        options: &[&str],
        at: usize,
    ) -> Self {
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        Self::new(label, note, Entry::Choice { options, at })
    }

    pub(super) fn person_field(
        label: &'static str,
        note: &'static str,
        person: Option<ContactId>,
        book: &Book,
    ) -> Self {
        let name = person
            .and_then(|id| book.contacts.get(id))
            .map(|contact| contact.name.clone());
        let pick = PersonPick {
            picked: name.is_some().then_some(person).flatten(),
            input: Input::new(name.unwrap_or_default()),
            ..PersonPick::default()
        };
        Self::new(label, note, Entry::Person(pick))
    }

    fn new(label: &'static str, note: &'static str, entry: Entry) -> Self {
        Self {
            label,
            note,
            entry,
            problem: None,
        }
    }

    /// What stands in it, as text.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.entry {
            Entry::Text(input) | Entry::Day(input) | Entry::PastDay(input) => {
                input.value().to_owned()
            }
            Entry::Choice { options, at } => options.get(*at).cloned().unwrap_or_default(),
            Entry::Person(pick) => pick.input.value().to_owned(),
        }
    }

    /// The day that stands in it; none where it is empty, or no day.
    pub(super) fn day(&self, today: NaiveDate) -> Option<NaiveDate> {
        match &self.entry {
            Entry::Day(input) => when::day(input.value(), today),
            Entry::PastDay(input) => when::past_day(input.value(), today),
            Entry::Text(_) | Entry::Choice { .. } | Entry::Person(_) => None,
        }
    }

    /// What the program makes of what stands in it, said while typing: a day in full, a person who would be new.
    #[must_use]
    pub fn echo(&self, today: NaiveDate) -> Option<String> {
        match &self.entry {
            Entry::Day(input) | Entry::PastDay(input) if !input.value().trim().is_empty() => {
                Some(self.day(today).map_or_else(
                    || "not a day yet".to_owned(),
                    |day| {
                        format!(
                            "{}, {}",
                            dates::short(day, today),
                            dates::relative(day, today)
                        )
                    },
                ))
            }
            Entry::Person(pick) if pick.is_new() => {
                Some("nobody of that name yet: will be added as a new person".to_owned())
            }
            _ => None,
        }
    }

    /// Lets a key act; says whether it meant anything here.
    pub(super) fn type_key(&mut self, chord: Chord, book: &Book, today: NaiveDate) -> bool {
        let day = self.day(today);
        let acted = match &mut self.entry {
            Entry::Text(input) => type_into(input, chord) || is_cursor_key(chord),
            Entry::Day(input) | Entry::PastDay(input) => type_day(input, chord, day),
            Entry::Choice { options, at } => choose(options.len(), at, chord),
            Entry::Person(pick) => pick.type_key(chord, book),
        };
        if acted {
            self.problem = None;
        }
        acted
    }

    /// What follows when the field is left. Says whether what stands in it changed.
    pub(in crate::app) fn settle(&mut self, book: &Book, today: NaiveDate) -> bool {
        let day = self.day(today);
        match &mut self.entry {
            Entry::Person(pick) => pick.settle(book),
            Entry::Day(input) | Entry::PastDay(input) => {
                let text = input.value().trim();
                if !text.is_empty() && day.is_none() {
                    self.problem = Some(format!("\"{text}\" is no day that I know"));
                }
                false
            }
            Entry::Text(_) | Entry::Choice { .. } => false,
        }
    }

    pub(super) fn paste(&mut self, text: &str, book: &Book) {
        self.problem = None;
        match &mut self.entry {
            Entry::Text(input) | Entry::Day(input) | Entry::PastDay(input) => {
                paste_into(input, text);
            }
            Entry::Choice { .. } => {}
            Entry::Person(pick) => {
                paste_into(&mut pick.input, text);
                pick.look_up(book);
            }
        }
    }
}

fn is_cursor_key(chord: Chord) -> bool {
    matches!(
        chord.key,
        Key::Left | Key::Right | Key::Home | Key::End | Key::Char(_)
    )
}

/// Arrows take a day one further or back.
fn type_day(input: &mut Input, chord: Chord, day: Option<NaiveDate>) -> bool {
    let moved = match (chord.key, day) {
        (Key::Up, Some(day)) => day.checked_add_days(Days::new(1)),
        (Key::Down, Some(day)) => day.checked_sub_days(Days::new(1)),
        _ => return type_into(input, chord) || is_cursor_key(chord),
    };
    if let Some(moved) = moved {
        *input = Input::new(moved.to_string());
    }
    true
}

fn choose(count: usize, at: &mut usize, chord: Chord) -> bool {
    let count = count.max(1);
    match chord.key {
        Key::Right | Key::Char(' ') => *at = (*at + 1) % count,
        Key::Left => *at = (*at + count - 1) % count,
        Key::Char(digit) => match digit.to_digit(10) {
            Some(number @ 1..) if (number as usize) <= count => *at = number as usize - 1,
            _ => return false,
        },
        _ => return false,
    }
    true
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

    fn type_key(&mut self, chord: Chord, book: &Book) -> bool {
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

/// Whether each word of a text begins a word of the person's names or firm.
fn begins(contact: &Contact, text: &str) -> bool {
    let names = contact.nicknames.join(" ");
    search::begins(
        text,
        &format!("{} {names} {}", contact.name, contact.organisation),
    )
}
