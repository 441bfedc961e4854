//! Whatever stands in the book, whatever is typed and however small the terminal is: nothing panics, nothing steers the
//! terminal, and undo leads back to the start.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test ends where something unexpected happens"
)]

#[path = "../common/mod.rs"]
mod common;

mod hostile;
mod keys;
mod large;
mod moving;
mod places;
mod printed;
mod queries;
mod screen;
mod session;
mod sweep;
mod veil;
