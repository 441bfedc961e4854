//! One field of a form.

use chrono::{Days, NaiveDate};
use tui_input::Input;

use super::pick::{PeoplePick, PersonPick};
use crate::app::chord::{Chord, Key};
use crate::app::context::Context;
use crate::app::sheet::Editor;
use crate::app::typing::{paste_into, type_into};
use crate::domain::Book;
use crate::domain::contact::ContactId;
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
    /// Text of one line.
    Text(Input),
    /// Text of several lines.
    Long(Editor),
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
    /// Any of a few options.
    Several {
        /// The options, and whether each is taken.
        options: Vec<(String, bool)>,
        /// Which has the keys.
        at: usize,
    },
    /// A person of the book, or the name of a new one.
    Person(PersonPick),
    /// Several people.
    People(PeoplePick),
}

impl Field {
    pub(super) fn text_field(label: &'static str, note: &'static str, text: &str) -> Self {
        Self::new(label, note, Entry::Text(Input::new(text.to_owned())))
    }

    pub(super) fn long_field(label: &'static str, note: &'static str, text: &str) -> Self {
        Self::new(label, note, Entry::Long(Editor::at_the_end(text)))
    }

    pub(super) fn several_field(
        label: &'static str,
        note: &'static str,
        options: Vec<(String, bool)>,
    ) -> Self {
        Self::new(label, note, Entry::Several { options, at: 0 })
    }

    pub(super) fn people_field(
        label: &'static str,
        note: &'static str,
        people: &[ContactId],
        book: &Book,
    ) -> Self {
        let pick = PeoplePick::of(people, book);
        Self::new(label, note, Entry::People(pick))
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

    /// One of several values, each with its words; the first where the one that is set is none of them.
    pub(super) fn one_of<T: Copy + PartialEq>(
        label: &'static str,
        note: &'static str,
        words: &[&str],
        of: &[T],
        set: T,
    ) -> Self {
        let at = of.iter().position(|one| *one == set);
        Self::choice_field(label, note, words, at.unwrap_or(0))
    }

    /// A question with its answers; until one is given it says so.
    pub(super) fn asked(
        label: &'static str,
        note: &'static str,
        answers: &[&str],
        given: Option<usize>,
    ) -> Self {
        let mut answers = answers.to_vec();
        let at = given.unwrap_or(answers.len());
        if given.is_none() {
            answers.push("not answered");
        }
        Self::choice_field(label, note, &answers, at)
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
            Entry::Long(editor) => editor.text(),
            Entry::Choice { options, at } => options.get(*at).cloned().unwrap_or_default(),
            Entry::Several { options, .. } => {
                let taken = options.iter().filter(|(_, taken)| *taken);
                taken
                    .map(|(text, _)| text.as_str())
                    .collect::<Vec<_>>()
                    .join("; ")
            }
            Entry::Person(pick) => pick.input.value().to_owned(),
            Entry::People(people) => people.text(),
        }
    }

    /// The day that stands in it; none where it is empty, or no day.
    pub(super) fn day(&self, today: NaiveDate) -> Option<NaiveDate> {
        match &self.entry {
            Entry::Day(input) => when::day(input.value(), today),
            Entry::PastDay(input) => when::past_day(input.value(), today),
            _ => None,
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
            Entry::Person(pick) | Entry::People(PeoplePick { pick, .. }) if pick.is_new() => {
                Some("nobody of that name yet: will be added as a new person".to_owned())
            }
            _ => None,
        }
    }

    /// Lets a key act; says whether it meant anything here.
    pub(super) fn type_key(&mut self, chord: Chord, book: &Book, cx: &Context) -> bool {
        let day = self.day(cx.today);
        let acted = match &mut self.entry {
            Entry::Text(input) => type_into(input, chord) || is_cursor_key(chord),
            Entry::Day(input) | Entry::PastDay(input) => type_day(input, chord, day),
            Entry::Long(editor) => type_lines(editor, chord, cx.columns),
            Entry::Choice { options, at } => choose(options.len(), at, chord),
            Entry::Several { options, at } => take_or_leave(options, at, chord),
            Entry::Person(pick) => pick.type_key(chord, book),
            Entry::People(people) => people.type_key(chord, book),
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
            Entry::People(people) => people.settle(book),
            Entry::Text(_) | Entry::Long(_) | Entry::Choice { .. } | Entry::Several { .. } => false,
        }
    }

    pub(super) fn paste(&mut self, text: &str, book: &Book) {
        self.problem = None;
        match &mut self.entry {
            Entry::Text(input) | Entry::Day(input) | Entry::PastDay(input) => {
                paste_into(input, text);
            }
            Entry::Long(editor) => editor.paste(text),
            Entry::Choice { .. } | Entry::Several { .. } => {}
            Entry::Person(pick) => pick.paste(text, book),
            Entry::People(people) => people.pick.paste(text, book),
        }
    }
}

/// Lines of text: line ends by Alt-Enter or Ctrl-j; at the first and the last line the arrows lead to other fields.
fn type_lines(editor: &mut Editor, chord: Chord, columns: usize) -> bool {
    let (row, _) = editor.cursor(columns);
    let last = editor.rows(columns).len().saturating_sub(1);
    match (chord.ctrl, chord.key) {
        (_, Key::Up) if row == 0 => return false,
        (_, Key::Down) if row >= last => return false,
        (true, Key::Char('j')) => editor.type_key(Chord::plain(Key::Enter), columns),
        _ => editor.type_key(chord, columns),
    }
    true
}

fn take_or_leave(options: &mut [(String, bool)], at: &mut usize, chord: Chord) -> bool {
    let count = options.len().max(1);
    match chord.key {
        Key::Right => *at = (*at + 1) % count,
        Key::Left => *at = (*at + count - 1) % count,
        Key::Char(' ') => {
            if let Some((_, taken)) = options.get_mut(*at) {
                *taken = !*taken;
            }
        }
        _ => return false,
    }
    true
}

pub(super) fn is_cursor_key(chord: Chord) -> bool {
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
