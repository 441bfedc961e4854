//! Today: what asks for me.

use chrono::NaiveDate;

use super::Filter;
use crate::app::derived::Derived;
use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::agenda::{Asking, Matter};
use crate::domain::search::{self, Searched};
use crate::domain::sentences;

/// What Today remembers.
#[derive(Clone, Default)]
pub struct TodayPane {
    /// What asks for me, one row each.
    pub rows: Rows<Matter>,
    /// The filter.
    pub filter: Filter,
}

impl TodayPane {
    /// Works the rows out again.
    pub fn refresh(&mut self, book: &Book, derived: &Derived, today: NaiveDate) {
        let rows = derived.agenda.iter().map(|asking| {
            let text = if self.filter.is_set() {
                let row = sentences::agenda::row(asking, book, &derived.relationships, today);
                Searched {
                    name: row.who,
                    rest: format!("{} {}", row.kind, row.why),
                }
            } else {
                Searched::default()
            };
            (asking.matter, text)
        });
        let found = search::filter(self.filter.text(), rows);
        self.rows.replace(found);
    }

    /// The row under the cursor.
    #[must_use]
    pub fn selected<'a>(&self, derived: &'a Derived) -> Option<&'a Asking> {
        let matter = self.rows.selected()?;
        derived.agenda.iter().find(|asking| asking.matter == matter)
    }
}
