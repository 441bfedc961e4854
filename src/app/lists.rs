//! The lists of the screens, worked out again when the book, the day, the order or the filter changed.

use super::context::Context;
use super::model::Model;
use super::pane::{Filter, Ground, LedgerRow};
use super::screen::Screen;
use crate::domain::promise::PromiseId;
use crate::domain::query::List;
use crate::domain::touched::Touched;

impl Screen {
    /// The list that a screen shows, where it shows one that can be filtered.
    #[must_use]
    pub const fn list(self) -> Option<List> {
        match self {
            Self::Today => Some(List::Today),
            Self::Contacts => Some(List::People),
            Self::Promises => Some(List::Promises),
            Self::Lunch | Self::Network | Self::Review => None,
            Self::Choices => Some(List::Choices),
        }
    }

    /// The screen that shows a list.
    #[must_use]
    pub const fn of(list: List) -> Self {
        match list {
            List::Today => Self::Today,
            List::People => Self::Contacts,
            List::Promises => Self::Promises,
            List::Choices => Self::Choices,
        }
    }
}

impl Model {
    /// Brings the lists of all screens up to a change of the book, or works them out anew where it is not known what the
    /// change touches.
    pub(super) fn refresh_panes(&mut self, touched: Option<&Touched>, cx: &Context) {
        self.bring_up(List::Today, touched, cx);
        if !self.is_unsettled {
            self.bring_up(List::People, touched, cx);
            self.bring_up(List::Promises, touched, cx);
        }
        self.bring_up(List::Choices, touched, cx);
        self.lunch.refresh(&self.book, &self.derived, cx.today);
        self.network.refresh(&self.book);
        if self.screen == Screen::Network {
            self.look_at_network(cx);
        }
        self.review.refresh();
        if self.screen == Screen::Review {
            self.look_at_review(cx);
        }
    }

    /// Works out the lists that the first screen does not show, where they are not yet: nobody waits for them before it is
    /// there.
    pub fn settle(&mut self, cx: &Context) {
        if std::mem::take(&mut self.is_unsettled) {
            self.refresh_list(List::People, cx);
            self.refresh_list(List::Promises, cx);
        }
    }

    /// Works out whom I know, for the screen that shows it: nothing else reads it.
    pub(super) fn look_at_network(&mut self, cx: &Context) {
        let between = &self.derived.relationships;
        self.network.look(&self.book, between, cx.today);
    }

    /// Works out my own conduct, likewise.
    pub(super) fn look_at_review(&mut self, cx: &Context) {
        let first_day = self.preferences.first_day.into();
        self.review.look(&self.book, cx.today, first_day);
    }

    /// Works a list out again.
    pub(super) fn refresh_list(&mut self, list: List, cx: &Context) {
        self.bring_up(list, None, cx);
    }

    fn bring_up(&mut self, list: List, touched: Option<&Touched>, cx: &Context) {
        if self.filter_of(list).is_set() {
            // Only a filter reads it.
            self.index.refresh(&self.book);
        }
        let ground = Ground {
            book: &self.book,
            derived: &self.derived,
            index: &self.index,
            today: cx.today,
        };
        match list {
            List::Today => self.today.refresh(&ground),
            List::People => self.contacts.refresh(&ground, touched),
            List::Promises => self.promises.refresh(&ground, touched),
            List::Choices => self.choices.refresh(&ground),
        }
    }

    /// Works a list out again after only its filter changed.
    pub(super) fn refilter(&mut self, list: List, cx: &Context) {
        if self.filter_of(list).is_set() {
            self.index.refresh(&self.book);
        }
        let ground = Ground {
            book: &self.book,
            derived: &self.derived,
            index: &self.index,
            today: cx.today,
        };
        match list {
            List::Today => self.today.refilter(&ground),
            List::People => self.contacts.refilter(&ground),
            List::Promises | List::Choices => self.refresh_list(list, cx),
        }
    }

    /// What stayed on Today though it asks for nothing any more goes, once the cursor left it.
    pub(super) fn let_go(&mut self, cx: &Context) {
        if self.today.unpin_left(self.screen == Screen::Today) {
            self.refresh_list(List::Today, cx);
        }
    }

    /// The filter of a list.
    #[must_use]
    pub const fn filter_of(&self, list: List) -> &Filter {
        match list {
            List::Today => &self.today.filter,
            List::People => &self.contacts.filter,
            List::Promises => &self.promises.filter,
            List::Choices => &self.choices.filter,
        }
    }

    /// The same, to be changed.
    pub(super) const fn filter_of_mut(&mut self, list: List) -> &mut Filter {
        match list {
            List::Today => &mut self.today.filter,
            List::People => &mut self.contacts.filter,
            List::Promises => &mut self.promises.filter,
            List::Choices => &mut self.choices.filter,
        }
    }

    /// The filter of the screen in sight, where it has one.
    #[must_use]
    pub fn filter(&self) -> Option<&Filter> {
        self.screen.list().map(|list| self.filter_of(list))
    }

    pub(super) fn filter_mut(&mut self) -> Option<&mut Filter> {
        let list = self.screen.list()?;
        Some(self.filter_of_mut(list))
    }

    /// How many rows of the list in sight are marked.
    #[must_use]
    pub fn marked(&self) -> usize {
        match self.screen {
            Screen::Contacts => self.contacts.marks.len(),
            Screen::Promises => self.promises.marks.len(),
            Screen::Today | Screen::Lunch | Screen::Choices | Screen::Network | Screen::Review => 0,
        }
    }

    /// Puts the cursor on a promise, unfolding what hides it.
    pub(super) fn show_promise(&mut self, id: PromiseId, cx: &Context) {
        let row = LedgerRow::Promise(id);
        if self.promises.rows.select(row) {
            return;
        }
        self.promises.filter = Filter::default();
        self.promises.done_unfolded = true;
        self.refresh_list(List::Promises, cx);
        self.promises.rows.select(row);
    }
}
