//! Today: what asks for me.

use std::sync::Arc;

use super::{Filter, Ground};
use crate::app::derived::Derived;
use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::agenda::{Asking, Matter};
use crate::domain::promise::PromiseId;
use crate::domain::query::{List, Row};
use crate::domain::search::{Finder, Folded, Names, by_rank};
use crate::domain::sentences::agenda;

/// What Today remembers.
#[derive(Clone, Default)]
pub struct TodayPane {
    /// What asks for me, one row each.
    pub rows: Rows<Matter>,
    /// The filter.
    pub filter: Filter,
    /// The row of a promise that ended while the cursor stood on it stays at its place, until the cursor leaves it.
    pinned: Option<(usize, Asking)>,
    /// What asks for me in words, once a filter asked for it.
    texts: Option<Arc<Texts>>,
}

/// What asks for me, as it is searched.
struct Texts {
    /// Whom each row is about.
    who: Names,
    /// Why it stands there.
    why: Folded,
    /// Its kind, in a word.
    kinds: Vec<&'static str>,
}

impl Texts {
    fn of(ground: &Ground<'_>) -> Self {
        let mut texts = Self {
            who: Names::default(),
            why: Folded::default(),
            kinds: Vec::new(),
        };
        for asking in &ground.derived.agenda {
            let relationships = &ground.derived.relationships;
            let words = agenda::row(asking, ground.book, relationships, ground.today);
            texts.who.push([words.who.as_str()]);
            texts.why.push([words.kind, &words.why]);
            texts.kinds.push(words.kind);
        }
        texts
    }

    /// The row at a place, which asks this.
    fn row<'a>(&'a self, place: usize, asking: &Asking, ground: &Ground<'a>) -> Row<'a> {
        let contact = asking.contact;
        let promise = asking.matter.promise();
        Row {
            list: List::Today,
            name: self.who.get(place),
            rest: self.why.get(place),
            person: contact
                .and_then(|id| ground.book.contacts.get(id))
                .map(AsRef::as_ref),
            about: contact.unwrap_or_default(),
            relationships: &ground.derived.relationships,
            promise: promise
                .and_then(|id| ground.book.promises.get(id))
                .map(AsRef::as_ref),
            kind: self.kinds.get(place).copied().unwrap_or_default(),
            today: ground.today,
        }
    }
}

impl TodayPane {
    /// The same without the texts that a filter looks through, for a screen that hides names.
    pub(in crate::app) fn as_seen(&self) -> Self {
        Self {
            texts: None,
            ..self.clone()
        }
    }

    /// Works the rows out again.
    pub(in crate::app) fn refresh(&mut self, ground: &Ground<'_>) {
        self.texts = None;
        self.refilter(ground);
    }

    /// Works the rows out again, after only the filter changed: they say what they said.
    pub(in crate::app) fn refilter(&mut self, ground: &Ground<'_>) {
        self.filter.read(List::Today, ground.index);
        let asking = ground.derived.agenda.iter();
        let mut found = if self.filter.query.is_empty() {
            asking.map(|asking| asking.matter).collect()
        } else {
            let texts = self
                .texts
                .get_or_insert_with(|| Arc::new(Texts::of(ground)));
            let mut finder = Finder::default();
            let found = asking.enumerate().filter_map(|(place, asking)| {
                let row = texts.row(place, asking, ground);
                let rank = self.filter.query.rank(&row, &mut finder)?;
                Some((rank, asking.matter))
            });
            by_rank(found.collect())
        };
        let again = self.keep_in_place(&mut found, ground.book);
        self.rows.replace(found);
        if let Some(matter) = again {
            self.rows.select(matter);
        }
    }

    /// Puts the row that is to stay among those that ask. Where its promise asks again, maybe for another reason, it
    /// returns that row.
    fn keep_in_place(&self, found: &mut Vec<Matter>, book: &Book) -> Option<Matter> {
        let (at, pinned) = self.pinned?;
        let promise = pinned.matter.promise();
        let again = found
            .iter()
            .copied()
            .find(|matter| matter.promise() == promise);
        if again.is_none() && book.promises.get(promise?).is_some() {
            found.insert(at.min(found.len()), pinned.matter);
        }
        again
    }

    /// Lets the row under the cursor stay, if it is about this promise.
    pub(in crate::app) fn pin(&mut self, promise: PromiseId, derived: &Derived) {
        let at = self.rows.at();
        let row = self.selected(derived).copied();
        let row = row.filter(|asking| asking.matter.promise() == Some(promise));
        self.pinned = row.map(|asking| (at, asking));
    }

    /// Nothing stays any longer that asks for nothing, if the cursor left it; says whether something did.
    pub(in crate::app) fn unpin_left(&mut self, is_in_sight: bool) -> bool {
        let selected = self.rows.selected().filter(|_| is_in_sight);
        let left = |(_, pinned): &mut (usize, Asking)| Some(pinned.matter) != selected;
        self.pinned.take_if(left).is_some()
    }

    /// The row under the cursor.
    #[must_use]
    pub fn selected<'a>(&'a self, derived: &'a Derived) -> Option<&'a Asking> {
        self.asking(self.rows.selected()?, derived)
    }

    /// A row, with whom it is about.
    #[must_use]
    pub fn asking<'a>(&'a self, matter: Matter, derived: &'a Derived) -> Option<&'a Asking> {
        let pinned = self.pinned.iter().map(|(_, pinned)| pinned);
        let mut rows = derived.agenda.iter().chain(pinned);
        rows.find(|asking| asking.matter == matter)
    }
}
