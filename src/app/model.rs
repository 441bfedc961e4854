//! The whole state of the program.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use super::chord::Chord;
use super::context::Context;
use super::copies::Copy;
use super::derived::Derived;
use super::effect::Effect;
use super::first::Beginning;
use super::history::History;
use super::inbox::Inbox;
use super::keymap::{Keymap, Scope};
use super::learned::Learned;
use super::modal::Modal;
use super::own::Own;
use super::pane::{
    ChoicesPane, ContactsPane, LunchPane, NetworkPane, PromisesPane, ReviewPane, TodayPane,
};
use super::pointer::Target;
use super::rows::Rows;
use super::screen::Screen;
use super::status::{Leaving, NOTICE, Notice, Origin, Saving};
use super::twins::Twins;
use super::unfinished::Unfinished;
use super::veil::Veil;
use crate::domain::Book;
use crate::domain::change::Change;
use crate::domain::dates::write_in;
use crate::domain::messages::Templates;
use crate::domain::preferences::Preferences;
use crate::domain::promise::PromiseId;
use crate::domain::query::Index;

/// The whole state of the program.
#[derive(Clone)]
pub struct Model {
    /// The book.
    pub book: Book,
    /// What follows from it.
    pub derived: Arc<Derived>,
    /// Its texts, as they are searched.
    pub index: Index,
    /// The steps of this session.
    pub history: History,
    /// The screen in sight.
    pub screen: Screen,
    /// The ways to begin, where there is no book yet.
    pub first: Rows<Beginning>,
    /// The own book, while the demo stands in its place.
    pub own: Option<Box<Own>>,
    /// Today.
    pub today: TodayPane,
    /// The people.
    pub contacts: ContactsPane,
    /// The promises.
    pub promises: PromisesPane,
    /// The lunches.
    pub lunch: LunchPane,
    /// The choices for one person.
    pub choices: ChoicesPane,
    /// Introductions, and whom I know.
    pub network: NetworkPane,
    /// My own conduct over time.
    pub review: ReviewPane,
    /// Who may stand in the book twice.
    pub twins: Twins,
    /// What lies over the screen.
    pub modal: Option<Modal>,
    /// The keys in force.
    pub keymap: Arc<Keymap>,
    /// Which keys the user knows by now.
    pub learned: Learned,
    /// The first key of a pair.
    pub prefix: Option<Chord>,
    /// The promise that was ticked with the last key: the next one may set the day.
    pub ticked: Option<PromiseId>,
    /// Whether the last key kept a filter.
    pub just_filtered: bool,
    /// The event that the captured lines are at, until it is ended.
    pub event: Option<String>,
    /// What was clicked last, and when: a second click opens it.
    pub clicked: Option<(Target, Duration)>,
    /// What just happened.
    pub notice: Option<Notice>,
    /// Where the book is.
    pub saving: Saving,
    /// What is wrong with the file while nothing of ours waits to be saved.
    pub trouble: Option<String>,
    /// The last book that was put aside, and where.
    pub put_aside: Option<(Book, String)>,
    /// Where the book comes from.
    pub origin: Origin,
    /// What was found beside the book when it was opened.
    pub copies: Vec<Copy>,
    /// The lines of the inbox that wait to be mended.
    pub inbox: Inbox,
    /// What nobody finished in an earlier session.
    pub unfinished: Option<Unfinished>,
    /// The words of the messages.
    pub templates: Templates,
    /// What I prefer.
    pub preferences: Preferences,
    /// Whether the program is to end, once the book is safe.
    pub leaving: Leaving,
    /// Whether names are hidden.
    pub veil: Veil,
    /// Whether the lists that the first screen does not show wait to be worked out.
    pub(super) is_unsettled: bool,
}

impl Model {
    /// The state at the start: as much as the first screen shows. The rest comes with [`Model::settle`], before anything
    /// else happens.
    #[must_use]
    pub fn new(book: Book, origin: Origin, cx: &Context) -> Self {
        let saving = if origin.demo {
            Saving::NotKept
        } else {
            Saving::Saved
        };
        let mut model = Self {
            derived: Arc::default(),
            index: Index::default(),
            history: History::default(),
            screen: Screen::default(),
            first: Beginning::rows(),
            own: None,
            today: TodayPane::default(),
            contacts: ContactsPane::default(),
            promises: PromisesPane::default(),
            lunch: LunchPane::default(),
            choices: ChoicesPane::default(),
            network: NetworkPane::default(),
            review: ReviewPane::default(),
            twins: Twins::default(),
            modal: None,
            keymap: Arc::default(),
            learned: Learned::default(),
            prefix: None,
            ticked: None,
            just_filtered: false,
            event: None,
            clicked: None,
            trouble: None,
            put_aside: None,
            notice: None,
            saving,
            origin,
            copies: Vec::new(),
            inbox: Inbox::default(),
            unfinished: None,
            templates: Templates::default(),
            preferences: Preferences::default(),
            leaving: Leaving::No,
            veil: Veil::default(),
            is_unsettled: true,
            book,
        };
        model.refresh(cx);
        model
    }

    /// Goes by other preferences.
    pub fn prefer(&mut self, preferences: Preferences, cx: &Context) {
        if preferences != self.preferences {
            write_in(preferences.date_style);
            self.preferences = preferences;
            self.refresh(cx);
        }
    }

    /// Brings everything up that follows from the book or the day.
    pub fn refresh(&mut self, cx: &Context) {
        let first_day = self.preferences.first_day.into();
        let derived = Arc::make_mut(&mut self.derived);
        let touched = derived.follow(&self.book, cx.today, first_day);
        self.inbox.read_again(&self.book, derived, cx.today);
        // What they are about is in the own book alone.
        if self.own.is_none() {
            derived.agenda.extend(self.inbox.rows());
        }
        self.refresh_panes(touched.as_ref(), cx);
        self.refresh_veil();
    }

    /// Changes the book in one step that can be taken back. The label says what was done: "delivered: deck for Cleo".
    pub fn edit(
        &mut self,
        label: impl Into<String>,
        cx: &Context,
        change: impl FnOnce(&mut Book),
    ) -> Vec<Effect> {
        let before = self.book.clone();
        change(&mut self.book);
        let change = Change::between(&before, &self.book);
        if change.is_empty() {
            return Vec::new();
        }
        let label = label.into();
        let undoes = self.keymap.fill("{undo} undoes");
        self.notify(format!("{label} · {undoes}"), cx);
        self.history.push(label, change, cx.clock);
        self.changed(cx)
    }

    /// What is to be done after the book changed.
    pub(super) fn changed(&mut self, cx: &Context) -> Vec<Effect> {
        self.refresh(cx);
        // Not even where a save of the own book ends meanwhile is the demo written over it.
        if self.saving == Saving::NotKept || self.origin.demo {
            return Vec::new();
        }
        self.saving = Saving::Writing;
        vec![Effect::Save(self.book.clone())]
    }

    /// Says what happened. While names are hidden only a sentence that is part of the program is shown, none that was
    /// put together: that could name somebody.
    pub fn notify(&mut self, text: impl Into<Cow<'static, str>>, cx: &Context) {
        self.notice = Some(Notice {
            text: text.into(),
            is_warning: false,
            until: cx.clock + NOTICE,
        });
    }

    /// Says what went wrong.
    pub fn warn(&mut self, text: impl Into<Cow<'static, str>>, cx: &Context) {
        self.notify(text, cx);
        if let Some(notice) = &mut self.notice {
            notice.is_warning = true;
        }
    }

    /// Why the book stands in no file from which it could be read again; `None` where it does, or where nothing of it
    /// is kept anyway.
    #[must_use]
    pub fn only_here(&self) -> Option<&str> {
        match &self.saving {
            Saving::Failed(reason) => Some(reason),
            Saving::NotKept => None,
            Saving::Saved | Saving::Writing | Saving::MaybeNotDurable(_) => self.trouble.as_deref(),
        }
    }

    /// Where the keys go.
    #[must_use]
    pub fn scope(&self) -> Scope {
        if self.is_covered() {
            return Scope::Covered;
        }
        if let Some(modal) = &self.modal {
            return modal.scope();
        }
        if self.filter().is_some_and(|filter| filter.is_open) {
            return Scope::Filter;
        }
        self.place()
    }

    /// Whether there is a row under the cursor.
    #[must_use]
    pub fn is_some_row(&self) -> bool {
        match self.screen {
            Screen::Today => self.is_beginning() || self.today.rows.selected().is_some(),
            Screen::Contacts => self.contacts.rows.selected().is_some(),
            Screen::Promises => self.promises.rows.selected().is_some(),
            Screen::Lunch => self.lunch.pair().is_some() || self.lunch.ahead.selected().is_some(),
            Screen::Choices => self.choices.rows.selected().is_some(),
            Screen::Network => self.network.rows.selected().is_some(),
            Screen::Review => self.review.rows.selected().is_some(),
        }
    }
}
