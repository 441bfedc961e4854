//! The program itself in a terminal of its own: what it does to the terminal, to the file and to the exit code.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it says"
)]

mod backups;
mod books;
mod editing;
mod ends;
mod inbox;
// What breaks on request is not in a program that is handed on.
#[cfg(debug_assertions)]
mod mistakes;
mod settings;
mod shells;
mod starts;
mod terminal;
mod unreadable;
mod waiting;
