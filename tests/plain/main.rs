//! The program without a screen: what each subcommand prints of the demo, for whom reads it line by line and for programs,
//! and how it ends. `INSTA_UPDATE=always cargo test --test plain` draws the texts anew.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it says"
)]

#[path = "../common/books.rs"]
#[expect(
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "small numbers, drawn"
)]
mod books;
#[path = "../common/desk.rs"]
#[expect(dead_code, reason = "what is printed is compared with few screens")]
mod desk;
#[path = "../robustness/hostile.rs"]
#[expect(dead_code, reason = "what is printed has fewer ways to go wrong")]
mod hostile;

mod commands;
mod documents;
mod ends;
mod examples;
mod given_out;
mod harmless;
mod imports;
mod of_itself;
mod orders;
mod received;
mod screens;
mod shapes;
mod shell;
mod texts;
