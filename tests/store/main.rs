//! The book's file: what is written can be read, what cannot be read is left alone, and no failure tears it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test ends where something unexpected happens"
)]

#[path = "../common/mod.rs"]
mod common;

#[path = "../common/cases.rs"]
mod number;

mod backups;
mod checking;
mod commands;
mod config;
mod failing_disk;
mod failures;
mod folder;
mod inbox;
mod letters;
mod migrations;
mod places;
mod reading;
mod round_trip;
mod saving;
mod together;
