//! What can be done here, and in words why the rest cannot: the footer leaves it out, help and palette say it.

use super::keymap::{Command, Scope};
use super::model::Model;
use super::pane::Filter;
use super::screen::Screen;
use crate::domain::agenda::Matter;
use crate::domain::contact::ContactId;
use crate::domain::messages::about_pair;
use crate::domain::promise::Promise;
use crate::domain::record::Entry;

impl Model {
    /// Whether a command has something to act on here and is worth a hint; the footer shows only those.
    #[must_use]
    pub fn can(&self, command: Command) -> bool {
        let is_worth_it = match command {
            _ if command.is_for_a_record() => self.can_act(command),
            Command::Reply if self.screen == Screen::Today => matches!(
                self.matter(),
                Some(Matter::Harm(_) | Matter::Clash(_) | Matter::NotAnswered(_))
            ),
            // Offered only for an entry of a record; it works elsewhere too.
            Command::Remove => self
                .entry_in_hand()
                .is_some_and(|entry| !entry.is_of_the_person()),
            // What is ticked is not chosen.
            Command::Open if self.screen == Screen::Choices => !self.is_to_be_ticked(),
            // Offered where it helps to weigh; it works everywhere.
            Command::Hide => self.screen == Screen::Lunch && !self.veil.is_down(),
            _ => true,
        };
        is_worth_it && self.why_not(command).is_none()
    }

    /// Why a command of the screen in sight can do nothing now, in words; `None` where it can.
    #[must_use]
    pub fn why_not(&self, command: Command) -> Option<&'static str> {
        if self.marked() > 0 && is_for_marked(command) {
            return None;
        }
        if command.is_for_a_row() && !self.is_some_row() {
            return Some(self.why_no_row());
        }
        if self.screen == Screen::Network && self.why_no_introduction(command).is_some() {
            return self.why_no_introduction(command);
        }
        if self.screen == Screen::Review && is_for_records(command) {
            return Some("a figure follows from its records, and Enter goes to those");
        }
        match command {
            Command::Filter => {
                let is_set = self.filter().is_some_and(Filter::is_set);
                (!is_set && !self.is_some_row()).then_some("there is nothing to filter")
            }
            Command::NextMatch => Some("every match is in sight"),
            Command::Undo => (!self.history.can_undo()).then_some("nothing to undo"),
            Command::Redo => (!self.history.can_redo()).then_some("nothing to do again"),
            Command::NextItem | Command::PreviousItem => self.why_no_other(),
            Command::KeepDemo | Command::LeaveDemo => self.why_no_demo(command),
            Command::Edit | Command::Remove | Command::Write | Command::Figures => {
                self.why_not_this(command)
            }
            Command::Raise | Command::Lower => self
                .lunch
                .is_danger()
                .then_some("someone may come to harm: nothing is weighed"),
            Command::Later if self.screen == Screen::Today => self.why_it_cannot_wait(),
            Command::Reply if self.screen == Screen::Today => self.why_no_reply(),
            Command::Pace | Command::Later => self.why_nobody(self.person_in_hand()),
            Command::Incident | Command::OwnLine => self.why_nobody(self.person_in_sight()),
            Command::Brief => self.why_nobody(self.people_in_sight().first().copied()),
            Command::Settle => self.why_nothing_to_settle(),
            Command::Tick | Command::Ending if self.screen == Screen::Network => None,
            Command::Tick if self.screen == Screen::Choices => (!self.is_to_be_ticked())
                .then_some("only the last line of an open choice is ticked"),
            Command::Ending => (!self.can_act(command)).then_some("it has no other ending"),
            Command::Tick
            | Command::Told
            | Command::Tried
            | Command::Stuck
            | Command::Check
            | Command::NewTerms => self.why_no_promise(command),
            _ => None,
        }
    }

    /// The person whom the row under the cursor is about, or the one in focus of two lunches.
    pub(super) fn person_in_sight(&self) -> Option<ContactId> {
        if self.screen != Screen::Lunch {
            return self.person_in_hand();
        }
        let pair = self.lunch.pair();
        let invite = pair.map(|pair| pair.invite(self.lunch.side));
        let invite = invite.or_else(|| self.lunch.ahead.selected())?;
        let contact = *self.book.invites.get(invite)?.with.first()?;
        self.book.contacts.get(contact).map(|person| person.id)
    }

    /// The same; where the row is about two people, both of them.
    pub(super) fn people_in_sight(&self) -> Vec<ContactId> {
        let mut people: Vec<ContactId> = match (self.person_in_sight(), self.matter()) {
            (Some(person), _) => vec![person],
            (None, Some(Matter::Harm(pair) | Matter::Clash(pair))) => {
                let invites = [pair.a, pair.b].map(|id| self.book.invites.get(id));
                let guests = invites.into_iter().flatten();
                guests.filter_map(|one| one.with.first().copied()).collect()
            }
            (None, _) if self.screen == Screen::Network => {
                let wish = self.network.introduction();
                let wish = wish.and_then(|id| self.book.introductions.get(id));
                wish.map_or_else(Vec::new, |wish| vec![wish.requester, wish.target])
            }
            (None, _) => Vec::new(),
        };
        people.retain(|id| self.book.contacts.get(*id).is_some());
        people.dedup();
        people
    }

    /// Why a key that is for an introduction does nothing to this row of Network.
    pub(super) fn why_no_introduction(&self, command: Command) -> Option<&'static str> {
        let is_for_one = matches!(
            command,
            Command::Tick | Command::Ending | Command::Edit | Command::Remove | Command::Write
        );
        let wish = self.network.introduction();
        let wish = wish.and_then(|id| self.book.introductions.get(id));
        match (command, wish) {
            (Command::Tick, Some(wish)) => wish.is_over().then_some("it is over: nothing is next"),
            (Command::Write, None) if self.network.person().is_some() => None,
            (_, None) if is_for_one => Some("this row is about no introduction"),
            _ => None,
        }
    }

    fn why_no_demo(&self, command: Command) -> Option<&'static str> {
        match &self.own {
            _ if !self.origin.demo => Some("this is no demo"),
            Some(own) if command == Command::KeepDemo => {
                (own.book.record_count() > 0).then_some("you have a book already")
            }
            None if command == Command::LeaveDemo => Some("nothing but the demo is open"),
            _ => None,
        }
    }

    fn why_no_row(&self) -> &'static str {
        match self.screen {
            _ if self.filter().is_some_and(Filter::is_set) => "nothing matches the filter",
            Screen::Today => "nothing waits for you",
            Screen::Contacts => "nobody in sight",
            Screen::Promises => "no promise in sight",
            Screen::Lunch => "no lunch in sight",
            Screen::Choices => "no choice in sight",
            Screen::Network => "no introduction in sight",
            Screen::Review => "nothing to review",
        }
    }

    fn why_no_other(&self) -> Option<&'static str> {
        match self.screen {
            Screen::Contacts if self.contacts.rows.keys().len() < 2 => Some("nobody else in sight"),
            Screen::Lunch if self.lunch.pairs.keys().is_empty() => {
                Some("no two lunches want one hour")
            }
            Screen::Choices if self.choices.rows.keys().len() < 2 => {
                Some("no other choice in sight")
            }
            _ => None,
        }
    }

    fn why_not_this(&self, command: Command) -> Option<&'static str> {
        match (self.screen, command) {
            (Screen::Lunch, Command::Figures) => {
                let is_pair = self.place() == Scope::Lunch;
                let why = "someone may come to harm: nothing is weighed";
                (is_pair && self.lunch.is_danger()).then_some(why)
            }
            (Screen::Choices, Command::Write) => {
                let set = self.choices.selected(&self.book)?;
                let is_open = self.choices.decision(set.id).is_none();
                is_open.then_some("choose first: the message follows from it")
            }
            (Screen::Choices | Screen::Network | Screen::Review, _) => None,
            (_, Command::Figures) => self.why_nobody(self.person_in_hand()),
            (Screen::Today, Command::Write) => {
                let no_letter = matches!(
                    self.matter(),
                    Some(Matter::Review(_) | Matter::TwoValues | Matter::Inbox(_))
                );
                match self.matter() {
                    Some(Matter::Harm(pair) | Matter::Clash(pair))
                        if about_pair(&self.book, pair).is_empty() =>
                    {
                        Some("decide first: the message follows from it")
                    }
                    _ => no_letter.then_some("nothing to write about this row"),
                }
            }
            (Screen::Contacts, Command::Edit | Command::Remove) => {
                let entry = self.entry_in_hand()?;
                let no_record = entry != Entry::About && entry.is_of_the_person();
                match command {
                    Command::Edit if entry == Entry::Standing => Some("it follows from the rest"),
                    Command::Remove if no_record => Some("nothing here to remove by itself"),
                    _ => None,
                }
            }
            (Screen::Today, Command::Remove) => {
                let is_line = matches!(self.matter(), Some(Matter::Inbox(_)));
                (!is_line).then_some("only a line of the inbox is dropped here")
            }
            (Screen::Promises, _) => {
                let is_promise = self.promise_under_cursor().is_some();
                (!is_promise).then_some("the cursor stands on no promise")
            }
            _ => None,
        }
    }

    fn why_it_cannot_wait(&self) -> Option<&'static str> {
        let owed = |id| {
            let promise = self.book.promises.get(id);
            promise.is_some_and(|promise| promise.is_owed_by_me())
        };
        let can_wait = match self.matter() {
            None | Some(Matter::Pace(_) | Matter::Review(_)) => true,
            Some(matter) => matter.promise().is_some_and(owed),
        };
        (!can_wait).then_some("what this row asks for cannot be put off")
    }

    fn why_nobody(&self, person: Option<ContactId>) -> Option<&'static str> {
        match person {
            Some(_) => None,
            None if !self.is_some_row() => Some(self.why_no_row()),
            None => Some("this row is not about one person"),
        }
    }

    fn why_nothing_to_settle(&self) -> Option<&'static str> {
        let person = self.person_in_sight();
        self.why_nobody(person).or_else(|| {
            let between = self.derived.relationships.with(person?);
            between
                .incidents
                .is_empty()
                .then_some("nothing is noted between you")
        })
    }

    fn why_no_reply(&self) -> Option<&'static str> {
        let is_lunch = matches!(
            self.matter(),
            Some(
                Matter::Harm(_) | Matter::Clash(_) | Matter::NotAnswered(_) | Matter::PastLunch(_)
            )
        );
        (!is_lunch).then_some("this row is about no lunch")
    }

    fn why_no_promise(&self, command: Command) -> Option<&'static str> {
        match (self.matter(), command) {
            (Some(Matter::NotTold(_)), Command::Told) => return None,
            (Some(Matter::Harm(_) | Matter::Clash(_)), Command::Tick) => {
                return Some("two lunches are not ticked but decided");
            }
            (Some(Matter::Inbox(_)), Command::Tick) => return Some("a line is mended, not ticked"),
            (Some(matter), Command::Tick) if matter.promise().is_none() => return None,
            _ => {}
        }
        if self.is_of_person() {
            let between = self.derived.relationships.with(self.person_in_hand()?);
            let owes = between.owed_by_me().next().is_some();
            return (!owes).then_some("no open promise of yours to them");
        }
        let promise = self.promise_under_cursor();
        match promise.and_then(|id| self.book.promises.get(id)) {
            None => Some("this row is about no promise"),
            Some(promise) => why_not_for(command, promise),
        }
    }
}

/// Whether a command is for the records behind the figures of Review, and not for a figure.
const fn is_for_records(command: Command) -> bool {
    matches!(
        command,
        Command::Write | Command::Edit | Command::Remove | Command::Add | Command::Filter
    )
}

/// Whether a command is done to all marked rows.
const fn is_for_marked(command: Command) -> bool {
    matches!(
        command,
        Command::Tick | Command::Remove | Command::Tags | Command::Pace | Command::Later
    )
}

fn why_not_for(command: Command, promise: &Promise) -> Option<&'static str> {
    if super::in_hand::is_for(command, promise) {
        None
    } else if promise.is_owed() {
        Some("it is their promise")
    } else {
        Some("it is no longer open")
    }
}
