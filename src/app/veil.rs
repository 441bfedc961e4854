//! Names hidden from whoever looks over the shoulder: what the screen is drawn from meanwhile.
//!
//! Drawing gets another [`Model`], in which nothing private stands any more, so that no widget can show by mistake what
//! is hidden. What holds typed or composed text (forms, messages, questions about people) is covered as a whole. The
//! answers and the decision go on working: to weigh two lunches without knowing whose they are is what the veil is for.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use tui_input::Input;

use super::context::Context;
use super::derived::Derived;
use super::keymap::Command;
use super::modal::Modal;
use super::model::Model;
use super::pane::Filter;
use super::screen::Screen;
use crate::domain::Book;
use crate::domain::query::Index;
use crate::domain::veil::{Numbers, veil};
use crate::domain::when;

/// Whether names are hidden, and what is seen instead of them.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    /// After how long without a key names are hidden; never where there is none.
    pub after: Option<Duration>,
    /// How everybody is called; kept for the session, so that Person 2 stays Person 2.
    numbers: Arc<Numbers>,
    /// What is seen; `None` while names are shown.
    seen: Option<Seen>,
    /// When the last key came, on the clock of [`Context`].
    last_key: Duration,
}

/// What is said of a key that is refused while names are hidden.
const NOT_BLIND: &str = "Not while names are hidden: {hide-names} shows them";

#[derive(Debug, Clone)]
struct Seen {
    /// What was veiled, so that only what changed since is veiled again.
    of: Book,
    book: Book,
    derived: Arc<Derived>,
}

impl Veil {
    /// Whether names are hidden.
    #[must_use]
    pub const fn is_down(&self) -> bool {
        self.seen.is_some()
    }

    /// When names are to be hidden if no key comes before; `None` where they never are, or are already.
    #[must_use]
    pub fn falls_at(&self) -> Option<Duration> {
        let after = self.after.filter(|_| !self.is_down())?;
        Some(self.last_key.saturating_add(after))
    }
}

impl Model {
    /// Hides names, or shows them again.
    pub(super) fn toggle_veil(&mut self, cx: &Context) {
        if self.veil.is_down() {
            self.veil.seen = None;
            self.notify("Names are shown again", cx);
        } else {
            self.lower_veil();
            self.notify(
                "Names and notes are hidden, everywhere: {hide-names} shows them",
                cx,
            );
        }
    }

    fn lower_veil(&mut self) {
        Arc::make_mut(&mut self.veil.numbers).count(&self.book);
        let nothing = Book::default();
        let seen = self.veil.seen.as_ref();
        let (before, veiled) = seen.map_or((&nothing, &nothing), |seen| (&seen.of, &seen.book));
        let book = veil(&self.book, &self.veil.numbers, before, veiled);
        let derived = self.derived.seen_as(&book);
        self.veil.seen = Some(Seen {
            of: self.book.clone(),
            book,
            derived: Arc::new(derived),
        });
    }

    /// Works out again what is seen, after the book or the day changed.
    pub(super) fn refresh_veil(&mut self) {
        if self.veil.is_down() {
            self.lower_veil();
        }
    }

    /// A key came: whoever pressed it is there.
    pub(super) fn note_key(&mut self, cx: &Context) {
        self.veil.last_key = cx.clock;
    }

    /// Hides names where no key came for long enough.
    pub(super) fn hide_when_idle(&mut self, cx: &Context) {
        if self.veil.falls_at().is_some_and(|at| at <= cx.clock) {
            self.lower_veil();
        }
    }

    /// Whether what lies over the screen is covered, because it holds what is hidden.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        self.veil.is_down() && self.modal.as_ref().is_some_and(Modal::is_private)
    }

    /// Refuses a key that might change the book while names are hidden: nobody sees what it changes, and a line that is
    /// typed after a refused `a` is all keys. What looks and moves goes on, and so does weighing two lunches; what is not
    /// known to change nothing is refused.
    pub(super) fn refuses_blind(&mut self, command: Command, cx: &Context) -> bool {
        let is_weighing = self.screen == Screen::Lunch && command == Command::Edit;
        let is_refused = self.veil.is_down() && !is_weighing && !only_looks(command);
        if is_refused {
            self.notify(NOT_BLIND, cx);
        }
        is_refused
    }

    /// Takes away again what was opened under the veil and may not be seen there.
    pub(super) fn refuse_under_veil(&mut self, was_down: bool, was_private: bool, cx: &Context) {
        if was_down && !was_private && self.is_covered() {
            self.modal = None;
            self.notify(NOT_BLIND, cx);
        }
    }

    /// The state as it may be drawn while names are hidden; `None` while they are shown. Put together field by field: what
    /// grows with a session is not copied for every drawing.
    #[must_use]
    pub fn as_seen(&self, cx: &Context) -> Option<Self> {
        let seen = self.veil.seen.as_ref()?;
        let mut model = Self {
            book: seen.book.clone(),
            derived: Arc::clone(&seen.derived),
            // Nothing of it is drawn.
            index: Index::default(),
            history: self.history.as_seen(),
            screen: self.screen,
            first: self.first.clone(),
            own: None,
            today: self.today.as_seen(),
            contacts: self.contacts.clone(),
            promises: self.promises.clone(),
            lunch: self.lunch.clone(),
            choices: self.choices.clone(),
            network: self.network.as_seen(&seen.book),
            review: self.review.clone(),
            twins: self.twins.as_seen(),
            modal: self
                .modal
                .as_ref()
                .map(|modal| modal.as_seen(&seen.book, cx)),
            keymap: Arc::clone(&self.keymap),
            learned: self.learned.clone(),
            prefix: self.prefix,
            ticked: self.ticked,
            just_filtered: self.just_filtered,
            event: None,
            clicked: self.clicked,
            notice: self.notice.clone(),
            saving: self.saving.clone(),
            trouble: self.trouble.clone(),
            put_aside: None,
            origin: self.origin.clone(),
            copies: Vec::new(),
            inbox: self.inbox.as_seen(),
            unfinished: None,
            templates: self.templates.clone(),
            preferences: self.preferences.clone(),
            leaving: self.leaving,
            veil: self.veil.clone(),
            is_unsettled: self.is_unsettled,
        };
        model.mask_words();
        Some(model)
    }

    /// What stands outside the book and may name somebody: filters, and what the program said.
    fn mask_words(&mut self) {
        for filter in [
            &mut self.today.filter,
            &mut self.contacts.filter,
            &mut self.promises.filter,
            &mut self.choices.filter,
        ] {
            mask_filter(filter);
        }
        if let Some(notice) = &mut self.notice
            && matches!(notice.text, Cow::Owned(_))
        {
            // What the program says of itself is known when it is compiled; whatever else is said may name somebody.
            notice.text = Cow::Borrowed(if notice.is_warning {
                "Something is wrong: {hide-names} shows what"
            } else {
                "Done. Names are hidden: {hide-names} shows what was done"
            });
        }
    }
}

/// Whether a key on a screen moves, looks or saves what is there, and changes no record.
const fn only_looks(command: Command) -> bool {
    matches!(
        command,
        Command::Move(_)
            | Command::Left
            | Command::Right
            | Command::NextPane
            | Command::NextItem
            | Command::PreviousItem
            | Command::Go(_)
            | Command::Open
            | Command::Back
            | Command::Filter
            | Command::Sort
            | Command::Figures
            | Command::Months
            | Command::Help
            | Command::Find
            | Command::Views
            | Command::MarkRow
            | Command::MarkAll
            | Command::Palette
            | Command::NextMatch
            | Command::LeaveDemo
            | Command::ShortTerm
            | Command::Done
    )
}

fn mask_filter(filter: &mut Filter) {
    filter.input = masked(&filter.input);
    filter.query.remarks.clear();
}

/// A day as it was typed; dots for what is no day.
pub(super) fn masked_unless_day(input: &Input, today: NaiveDate) -> Input {
    match when::day(input.value(), today) {
        Some(_) => input.clone(),
        None => masked(input),
    }
}

/// As many dots as there are letters, with the cursor where it was.
pub(super) fn masked(input: &Input) -> Input {
    let dots = "•".repeat(input.value().chars().count());
    Input::new(dots).with_cursor(input.cursor())
}
