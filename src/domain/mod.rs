//! Data and rules. Nothing here knows a clock, a file or a terminal: the day is passed in.

pub mod about;
pub mod agenda;
pub mod balance;
pub mod book;
pub mod brief;
pub mod capture;
pub mod change;
pub mod clean;
pub mod comparison;
pub mod conflict;
pub mod contact;
pub mod dates;
pub mod decision;
pub mod delivery;
mod discreet;
pub mod duplicates;
pub mod erasure;
pub mod exchange;
mod fade;
mod filler;
pub mod find;
pub mod free;
pub mod hindsight;
pub mod id;
pub mod import_plan;
pub mod incident;
pub mod interaction;
pub mod introducing;
pub mod introduction;
pub mod invite;
pub mod ledger;
pub mod load;
pub mod lunches;
pub mod markdown;
pub mod merge;
pub mod messages;
mod named;
pub mod network;
pub mod options;
mod ordinary;
pub mod orientation;
pub mod owed;
pub mod person_name;
pub mod preferences;
pub mod profile;
pub mod promise;
pub mod query;
pub mod record;
pub(crate) mod redacted;
pub mod relationship;
pub mod removal;
pub mod resolution;
pub mod review;
pub mod rhythm;
pub mod search;
pub mod sentences;
pub mod shift;
pub mod silence;
pub mod sorted;
pub mod table;
pub mod tags;
mod texts;
pub mod touched;
pub mod trust;
pub mod tuning;
pub mod veil;
pub mod view;
pub mod week;
pub mod when;
pub mod word;

pub use book::Book;

/// Whether a field has its default value and need not stand in the file.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
