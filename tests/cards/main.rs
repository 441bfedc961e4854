//! The way to a phone and back: people as cards, and a folder of cards that others change.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod folder;
mod lines;
mod round;
mod shell;
