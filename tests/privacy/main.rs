//! What is written about people stays with the one who wrote it: who may read the files, what one person may ask to see,
//! and what is left of somebody who was erased.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test stops at the first thing that is not as it says"
)]

mod any_book;
#[path = "../common/books.rs"]
mod books;
#[path = "../common/cases.rs"]
mod cases;
mod erasing;
mod exporting;
mod home;
mod modes;
mod planted;
