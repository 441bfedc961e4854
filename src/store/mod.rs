//! The book's file: where it stands, how it is read and written. Nothing else in Goodword touches the file system for
//! a book, and nothing here knows a screen.

pub mod backups;
mod book_file;
pub mod check;
mod compact;
pub mod config;
mod content;
pub mod copies;
mod decode;
pub mod difference;
pub mod disk;
pub mod emergency;
mod encode;
mod excerpt;
mod expected;
pub mod export;
mod fingerprint;
mod format;
mod former;
mod identity;
pub mod inbox;
mod kept;
pub mod keys;
pub mod letter;
mod link;
mod lock;
mod migrate;
mod new_file;
mod open;
mod open_error;
mod outcome;
pub mod paths;
mod previous;
mod quiet;
mod recent;
mod save_error;
pub mod shell;
mod standing;
mod sweep;
pub mod templates;
pub mod traces;
pub mod unfinished;
pub mod vdir;
pub mod version;
mod write;
mod written;

pub mod demo;

pub use backups::{Backup, Backups, Before};
pub use book_file::{BookFile, Opened};
pub use lock::Presence;
pub use open_error::OpenError;
pub use outcome::{Foreign, Look, Save, Settled};
pub use save_error::SaveError;

/// The most bytes that a book may have: more than a hundred thousand people with all that was ever noted of them.
const LARGEST: u64 = 256 << 20;

/// Up to so many bytes, a save reads its own text as a book before it replaces the old one. Where much changes at once,
/// it does so for every book.
const PARSED_BACK: usize = 2 << 20;
