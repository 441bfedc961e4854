//! Data and rules. Nothing here knows a clock, a file or a terminal: the day is passed in.

pub mod book;
pub mod change;
pub mod clean;
pub mod comparison;
pub mod conflict;
pub mod contact;
pub mod decision;
pub mod exchange;
pub mod id;
pub mod import_plan;
pub mod incident;
pub mod interaction;
pub mod introduction;
pub mod invite;
pub mod options;
pub mod promise;
pub mod relationship;
pub mod rhythm;
pub mod silence;
pub mod table;

pub use book::Book;

/// Whether a field has its default value and need not stand in the file.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
