//! The hours that two lunches want, and how many lunches want them.

use super::Case;
use crate::domain::conflict::Conflict;
use crate::domain::dates::short;
use crate::domain::sentences::hour::clock;
use crate::domain::sentences::{first_name, listed};

impl Case<'_> {
    /// "Fri 25 Sep 12:30 to 13:30", or both beginnings where they differ.
    #[must_use]
    pub fn hours(&self) -> String {
        let day = short(self.a.day(), self.today);
        let (a, b) = (self.a, self.b);
        if a.start == b.start {
            let end = a.end.max(b.end).format("%H:%M");
            format!("{day} {} to {end}", clock(a))
        } else {
            format!("{day} {} and {}", clock(a), clock(b))
        }
    }

    /// How many lunches want the time; more than two are compared two by two, and the others are named. In fewer words
    /// where there is little room.
    #[must_use]
    pub fn of_how_many(&self, conflicts: &[Conflict], has_room: bool) -> String {
        let mut others = Vec::new();
        for pair in conflicts {
            let both = [pair.a, pair.b];
            if both.contains(&self.a.id) || both.contains(&self.b.id) {
                others.extend(both);
            }
        }
        others.sort_unstable();
        others.dedup();
        others.retain(|id| *id != self.a.id && *id != self.b.id);
        let named: Vec<String> = others
            .iter()
            .filter_map(|id| self.book.invites.get(*id))
            .filter_map(|invite| invite.with.first())
            .map(|contact| first_name(self.book, *contact).to_owned())
            .collect();
        let number = others.len() + 2;
        match named.as_slice() {
            // Where the hours themselves leave room, it is the way that does not.
            [] if self.a.zone == self.b.zone && self.a.end <= self.b.start => {
                "two lunches, no time for the way".to_owned()
            }
            [] if has_room => "two lunches at the same time".to_owned(),
            [] => "two lunches at once".to_owned(),
            named if has_room => format!(
                "{number} lunches at the same time, two by two; also {}",
                listed(named)
            ),
            named => format!("{number} lunches; also {}", listed(named)),
        }
    }
}
