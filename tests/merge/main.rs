//! Two versions of a book become one: laws on drawn books, and the stories behind them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test may stop where it stands"
)]

#[path = "../common/books.rs"]
mod books;
#[path = "../common/cases.rs"]
mod cases;

#[path = "../common/edits.rs"]
mod edits;
mod laws;
mod stories;
