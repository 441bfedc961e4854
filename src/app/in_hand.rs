//! What the row under the cursor is about: a promise, a person; and which of their keys mean something to it.

use chrono::NaiveDate;

use super::keymap::Command;
use super::model::Model;
use super::pane::Part;
use super::screen::{Focus, Screen};
use crate::domain::agenda::Matter;
use crate::domain::contact::ContactId;
use crate::domain::promise::{Promise, PromiseId, State};
use crate::domain::record::{self, Entry};

impl Model {
    /// What the row under the cursor of Today is about.
    pub(super) fn matter(&self) -> Option<Matter> {
        (self.screen == Screen::Today).then(|| self.today.rows.selected())?
    }

    /// The promise that the row under the cursor is about, where it is about one.
    pub(super) fn promise_under_cursor(&self) -> Option<PromiseId> {
        match self.screen {
            Screen::Today => self.matter().and_then(Matter::promise),
            Screen::Promises => self.promises.selected(),
            Screen::Contacts => self.entry_in_hand()?.promise(),
            Screen::Lunch | Screen::Choices | Screen::Network | Screen::Review => None,
        }
    }

    /// What is known of the person under the cursor of Contacts, entry by entry.
    pub(super) fn entries(&self, today: NaiveDate) -> Vec<Entry> {
        let person = self.contacts.rows.selected();
        let person = person.and_then(|id| self.book.contacts.get(id));
        person.map_or_else(Vec::new, |contact| {
            let between = self.derived.relationships.with(contact.id);
            record::entries(contact, between, today)
        })
    }

    /// The entry under the cursor, where the record of a person has the keys.
    pub(super) fn entry_under_cursor(&self, today: NaiveDate) -> Option<Entry> {
        let has_keys = self.screen == Screen::Contacts && self.contacts.focus == Focus::Detail;
        let entries = if has_keys {
            self.entries(today)
        } else {
            Vec::new()
        };
        entries.get(self.contacts.record.place(&entries)).copied()
    }

    /// The same, as it was when the cursor came to it.
    pub(super) fn entry_in_hand(&self) -> Option<Entry> {
        let has_keys = self.screen == Screen::Contacts && self.contacts.focus == Focus::Detail;
        self.contacts.record.entry().filter(|_| has_keys)
    }

    /// Whether the keys for a promise are for those of a person, and not for an entry of its own.
    pub(super) fn is_of_person(&self) -> bool {
        let entry = self.entry_in_hand();
        self.screen == Screen::Contacts && entry.is_none_or(Entry::is_of_the_person)
    }

    /// The person whom the row under the cursor is about, where it is about one and the book still has them.
    pub(super) fn person_in_hand(&self) -> Option<ContactId> {
        let contact = match self.screen {
            Screen::Today => match self.matter()? {
                Matter::Harm(_) | Matter::Clash(_) => return None,
                _ => self.today.selected(&self.derived)?.contact?,
            },
            Screen::Contacts => self.contacts.rows.selected()?,
            Screen::Promises => {
                let promise = self.promise_under_cursor()?;
                self.book.promises.get(promise)?.contact
            }
            Screen::Network => self.network.person()?,
            Screen::Review => self.review.entry()?.contact?,
            Screen::Lunch => return None,
            Screen::Choices => self.choices.selected(&self.book)?.contact,
        };
        self.book.contacts.get(contact).map(|person| person.id)
    }

    /// Whether a key for a promise or a person is worth showing for the row under the cursor.
    pub(super) fn can_act(&self, command: Command) -> bool {
        match (self.screen, self.matter(), command) {
            (Screen::Network, _, Command::Ending) => self.can_end_with_a_no(),
            (Screen::Network, ..) => self.why_no_introduction(command).is_none(),
            (Screen::Review, ..) => false,
            (Screen::Choices, _, Command::Tick) => self.is_to_be_ticked(),
            (Screen::Lunch, ..)
            | (Screen::Today, _, Command::Later)
            | (_, Some(Matter::NotTold(_)), Command::Told)
            | (Screen::Contacts, _, Command::Ending | Command::Pace) => true,
            (Screen::Promises, _, Command::Ending) => self.promise_under_cursor().is_some(),
            (
                _,
                Some(Matter::NotTold(_) | Matter::Review(_) | Matter::TwoValues | Matter::Inbox(_)),
                Command::Ending,
            )
            | (
                Screen::Today,
                Some(Matter::Harm(_) | Matter::Clash(_) | Matter::Inbox(_)),
                Command::Tick,
            ) => false,
            (_, _, Command::Ending) => self.screen == Screen::Today,
            (_, _, Command::Pace | Command::Later) => self.pace_asks(),
            (Screen::Today, Some(matter), Command::Tick) if matter.promise().is_none() => true,
            (Screen::Contacts, _, Command::Tick | Command::Told) if self.is_of_person() => {
                let person = self.person_in_hand();
                let between = person.map(|id| self.derived.relationships.with(id));
                between.is_some_and(|between| between.owed_by_me().next().is_some())
            }
            (_, _, command) => {
                let promise = self.promise_under_cursor();
                let promise = promise.and_then(|id| self.book.promises.get(id));
                promise.is_some_and(|promise| is_for(command, promise))
            }
        }
    }

    /// Whether a no can still come: the introduction is not made, and none came yet. The key works on the others too.
    fn can_end_with_a_no(&self) -> bool {
        let wish = self.network.introduction();
        let wish = wish.and_then(|id| self.book.introductions.get(id));
        wish.is_some_and(|wish| wish.declined.is_none() && !wish.is_made())
    }

    /// Whether the cursor stands on the line of a choice that I need the win, and it can be ticked still.
    pub(super) fn is_to_be_ticked(&self) -> bool {
        let pane = &self.choices;
        let Some(set) = pane.selected(&self.book) else {
            return false;
        };
        let is_there = self.screen == Screen::Choices && pane.focus == Focus::Detail;
        is_there && pane.part(set) == Some(Part::Win) && pane.decision(set.id).is_none()
    }

    /// Whether the pace of the person asks for a talk: on Today in this very row.
    fn pace_asks(&self) -> bool {
        let asks = |id| {
            let mut rows = self.derived.agenda.iter();
            rows.any(|row| row.matter == Matter::Pace(id))
        };
        match self.screen {
            Screen::Today => matches!(self.matter(), Some(Matter::Pace(_))),
            _ => self.person_in_hand().is_some_and(asks),
        }
    }
}

/// Whether a key means something to a promise: ticking as long as there is something to tick, telling also
/// that it is done, the others while it is owed by me.
pub(super) fn is_for(command: Command, promise: &Promise) -> bool {
    let can_turn = matches!(
        promise.state,
        State::Delivered { .. } | State::Missed { .. }
    );
    match command {
        Command::Tick => promise.is_owed() || can_turn,
        Command::Told => promise.is_owed_by_me() || promise.is_delivered_by_me(),
        _ => promise.is_owed_by_me(),
    }
}
