//! The choices for one person, and the sheet of the one under the cursor.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::{Filter, Ground};
use crate::app::rows::Rows;
use crate::app::screen::Focus;
use crate::domain::Book;
use crate::domain::decision::DecisionId;
use crate::domain::options::{OptionSet, OptionSetId, Stage, View, decisions, stage};
use crate::domain::query::{List, Row};
use crate::domain::search::{Finder, folded};

/// What the screen of choices remembers.
#[derive(Clone, Default)]
pub struct ChoicesPane {
    /// The choices in sight.
    pub rows: Rows<OptionSetId>,
    /// The filter.
    pub filter: Filter,
    /// Which pane has the keys.
    pub focus: Focus,
    /// Where the keys stand in the sheet: an option by its place, or behind the last one that I need the win.
    pub at: usize,
    /// The first line in sight where the sheet was scrolled by pages; else what is under the cursor is kept in sight.
    pub scroll: Option<usize>,
    /// Whether the figures are shown.
    pub figures: bool,
    /// How many choices the filter looks through.
    pub total: usize,
    /// Ids alone: what is drawn while names are hidden comes from another book.
    decisions: HashMap<OptionSetId, DecisionId>,
    stages: HashMap<OptionSetId, Stage>,
    /// Those that are looked at as if I needed the short-term win; a decided one as it was weighed then.
    wins: HashSet<OptionSetId>,
}

/// What the keys are about in the sheet of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// An option, by its place.
    Option(usize),
    /// That I need the short-term win, or do not.
    Win,
}

impl ChoicesPane {
    /// Works the rows out again: what asks to be looked back on, what is open, then what is decided, the latest first.
    pub(in crate::app) fn refresh(&mut self, ground: &Ground<'_>) {
        let book = ground.book;
        let decided = decisions(book);
        let decision = |set: &OptionSet| decided.get(&set.id).map(AsRef::as_ref);
        let stages = book.option_sets.iter();
        let stages = stages.map(|set| (set.id, stage(decision(set), ground.today)));
        self.stages = stages.collect();
        let ids = decided.iter().map(|(set, decision)| (*set, decision.id));
        self.decisions = ids.collect();
        for (set, decision) in &decided {
            self.look(*set, decision.weighed);
        }
        self.total = book.option_sets.len();
        self.filter.read(List::Choices, ground.index);
        let mut found: Vec<&OptionSet> = self.found(ground);
        found.sort_by_key(|set| {
            let day = decision(set).map_or(set.on, |decision| decision.on);
            (self.stage(set.id), Reverse(day), set.id)
        });
        self.rows
            .replace(found.into_iter().map(|set| set.id).collect());
    }

    fn found<'a>(&self, ground: &Ground<'a>) -> Vec<&'a OptionSet> {
        let sets = ground.book.option_sets.iter().map(AsRef::as_ref);
        if !self.filter.is_set() {
            return sets.collect();
        }
        let mut finder = Finder::default();
        sets.filter(|set| self.is_found(set, ground, &mut finder))
            .collect()
    }

    fn is_found(&self, set: &OptionSet, ground: &Ground<'_>, finder: &mut Finder) -> bool {
        let person = ground.index.person(set.contact);
        let contact = ground.book.contacts.get(set.contact);
        let texts = set.options.iter().map(|option| option.text.as_str());
        let texts: Vec<&str> = [set.question.as_str()].into_iter().chain(texts).collect();
        let row = Row {
            list: List::Choices,
            name: person.name,
            rest: &folded(&texts.join(" ")),
            person: contact.map(AsRef::as_ref),
            about: set.contact,
            relationships: &ground.derived.relationships,
            promise: None,
            kind: self.stage(set.id).name(),
            today: ground.today,
        };
        self.filter.query.rank(&row, finder).is_some()
    }

    /// The decision that stands about a choice.
    #[must_use]
    pub fn decision(&self, id: OptionSetId) -> Option<DecisionId> {
        self.decisions.get(&id).copied()
    }

    /// How far ahead I look at a choice.
    #[must_use]
    pub fn view(&self, id: OptionSetId) -> View {
        if self.wins.contains(&id) {
            View::WinNow
        } else {
            View::Long
        }
    }

    /// Looks so far ahead at a choice.
    pub(in crate::app) fn look(&mut self, id: OptionSetId, view: View) {
        match view {
            View::Long => self.wins.remove(&id),
            View::WinNow => self.wins.insert(id),
        };
    }

    /// How far a choice has come.
    #[must_use]
    pub fn stage(&self, id: OptionSetId) -> Stage {
        self.stages.get(&id).copied().unwrap_or(Stage::Open)
    }

    /// The choice under the cursor.
    #[must_use]
    pub fn selected<'a>(&self, book: &'a Book) -> Option<&'a OptionSet> {
        book.option_sets
            .get(self.rows.selected()?)
            .map(AsRef::as_ref)
    }

    /// How many parts the sheet of a choice has for the cursor to stand on.
    #[must_use]
    pub fn parts(set: &OptionSet) -> usize {
        set.options.len() + usize::from(set.is_a_choice())
    }

    /// The part of the sheet under the cursor; none where the choice has no option yet.
    #[must_use]
    pub fn part(&self, set: &OptionSet) -> Option<Part> {
        let last = Self::parts(set).checked_sub(1)?;
        Some(match self.at.min(last) {
            at if at < set.options.len() => Part::Option(at),
            _ => Part::Win,
        })
    }

    /// Puts the cursor on the beginning of the sheet.
    pub(in crate::app) fn back_to_top(&mut self) {
        (self.at, self.scroll) = (0, None);
    }
}
