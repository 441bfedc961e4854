//! `goodword merge` in the hands of a real git: the lines of docs/sync.md, installed as they stand there.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test may stop where it stands"
)]

#[expect(dead_code, reason = "the books of laws are drawn; these are counted")]
#[path = "../common/books.rs"]
mod books;
#[path = "../common/edits.rs"]
mod edits;

mod clones;
mod install;
mod many;
mod oracle;
mod repository;
mod stories;
