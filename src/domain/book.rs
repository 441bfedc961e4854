//! The book: everything Goodword knows, as one value.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::comparison::Order;
use super::contact::{Aim, AimId, Contact, ContactId};
use super::decision::Decision;
use super::exchange::Exchange;
use super::id::{Id, IdsByContent};
use super::incident::Incident;
use super::interaction::Interaction;
use super::introduction::Introduction;
use super::invite::{Busy, Invite};
use super::is_default;
use super::options::OptionSet;
use super::promise::Promise;
use super::redacted::redacted;
use super::table::{Record, Table};
pub use super::view::View;

/// The version of the file format that this program reads and writes.
pub const FORMAT_VERSION: u32 = 1;

/// Everything Goodword knows.
///
/// Cheap to clone: see [`Table`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Book {
    /// The version of the format; stands first, so that it can be read before anything else.
    pub version: u32,
    /// What I set.
    #[serde(default)]
    pub settings: Arc<Settings>,
    /// People.
    #[serde(default)]
    pub contacts: Table<Contact>,
    /// Promises, mine and theirs.
    #[serde(default)]
    pub promises: Table<Promise>,
    /// Invites.
    #[serde(default)]
    pub invites: Table<Invite>,
    /// Time that is taken.
    #[serde(default)]
    pub busy: Table<Busy>,
    /// Talks and meetings.
    #[serde(default)]
    pub interactions: Table<Interaction>,
    /// Value given and received.
    #[serde(default)]
    pub exchanges: Table<Exchange>,
    /// What hurt or helped trust and stands in no promise.
    #[serde(default)]
    pub incidents: Table<Incident>,
    /// Introductions.
    #[serde(default)]
    pub introductions: Table<Introduction>,
    /// Decisions.
    #[serde(default)]
    pub decisions: Table<Decision>,
    /// Choices.
    #[serde(default)]
    pub option_sets: Table<OptionSet>,
    /// Fields on which a merge found two values.
    #[serde(default)]
    pub unresolved: Vec<Unresolved>,
}

impl Default for Book {
    fn default() -> Self {
        Self {
            version: FORMAT_VERSION,
            settings: Arc::default(),
            contacts: Table::default(),
            promises: Table::default(),
            invites: Table::default(),
            busy: Table::default(),
            interactions: Table::default(),
            exchanges: Table::default(),
            incidents: Table::default(),
            introductions: Table::default(),
            decisions: Table::default(),
            option_sets: Table::default(),
            unresolved: Vec::new(),
        }
    }
}

/// What I set in the book itself, because it belongs to what the book says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The lines of the comparison, most important first; lines in one group count the same.
    #[serde(default)]
    pub order_of_lines: Order,
    /// The minutes a week that I have for promises.
    #[serde(default = "four_hours")]
    pub weekly_minutes: u32,
    /// Saved views.
    #[serde(default, skip_serializing_if = "is_default")]
    pub views: Vec<View>,
    /// Pairs of people who look like one and are not.
    #[serde(default, skip_serializing_if = "is_default")]
    pub not_the_same: Vec<(ContactId, ContactId)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            order_of_lines: Order::default(),
            weekly_minutes: four_hours(),
            views: Vec::new(),
            not_the_same: Vec::new(),
        }
    }
}

/// A field on which a merge found two values; both are kept until somebody chooses.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unresolved {
    /// The id of the record.
    pub record: String,
    /// The field.
    pub field: String,
    /// The value that stands in the record.
    pub ours: String,
    /// The other value.
    pub theirs: String,
}

redacted!(Unresolved: ; record, field, ours, theirs);

impl Unresolved {
    /// Where it is: what a list of them is sorted by.
    pub(super) fn place(&self) -> (&str, &str) {
        (&self.record, &self.field)
    }
}

fn four_hours() -> u32 {
    240
}

/// Runs a macro once with every table of the book, so that no list of tables can be incomplete.
macro_rules! for_each_table {
    ($run:ident) => {
        $run! {
            contacts: Contact,
            promises: Promise,
            invites: Invite,
            busy: Busy,
            interactions: Interaction,
            exchanges: Exchange,
            incidents: Incident,
            introductions: Introduction,
            decisions: Decision,
            option_sets: OptionSet,
        }
    };
}
pub(crate) use for_each_table;

macro_rules! records {
    ($($table:ident: $record:ident,)*) => {
        $(impl Record for $record {
            fn id(&self) -> Id<Self> {
                self.id
            }

            fn set_id(&mut self, id: Id<Self>) {
                self.id = id;
            }
        })*

        impl Book {
            /// Gives every record that was written without an id one, and sorts the tables: what a reader does to a
            /// book as it stood in a file. The ids follow from what the records say, so that a record that stands
            /// without an id in several versions of a book is the same one in each: with random ids a merge would take
            /// it for as many records as there are versions.
            pub fn give_missing_ids(&mut self) {
                // As every book stands that Goodword wrote.
                if true $(&& self.$table.is_in_order())* && self.has_all_aim_ids() {
                    return;
                }
                let mut ids = IdsByContent::default();
                $(self.$table.iter().for_each(|record| ids.keep(record.id));)*
                $(self.$table.give_missing_ids(|record| ids.of(record));)*
                self.give_missing_aim_ids(|aim| ids.of(aim));
            }

            /// How many records the book holds.
            #[must_use]
            pub fn record_count(&self) -> usize {
                0 $(+ self.$table.len())*
            }
        }
    };
}
for_each_table!(records);

impl Book {
    fn has_all_aim_ids(&self) -> bool {
        let aims = |contact: &'_ Arc<Contact>| {
            let mut aims = contact.aspirations.iter().chain(&contact.problems);
            aims.all(|aim| !aim.id.is_nil())
        };
        self.contacts.iter().all(aims)
    }

    fn give_missing_aim_ids(&mut self, mut next: impl FnMut(&Aim) -> AimId) {
        let lacking = |contact: &Contact| {
            let mut aims = contact.aspirations.iter().chain(&contact.problems);
            aims.any(|aim| aim.id.is_nil())
        };
        let contacts: Vec<_> = self
            .contacts
            .iter()
            .filter(|contact| lacking(contact))
            .map(|contact| contact.id)
            .collect();
        for id in contacts {
            self.contacts.change(id, |contact| {
                let aims = contact.aspirations.iter_mut().chain(&mut contact.problems);
                for aim in aims.filter(|aim| aim.id.is_nil()) {
                    aim.id = next(aim);
                }
            });
        }
    }
}
