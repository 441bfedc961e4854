//! Goodword: a keyboard-first terminal dashboard for professional relationships.

// They panic where nobody reads any more; `cli` has what does not.
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod app;
pub mod cli;
pub mod domain;
pub mod export;
pub mod import;
pub mod runtime;
pub mod store;
pub mod ui;
