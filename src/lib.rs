//! Goodword: a keyboard-first terminal dashboard for professional relationships.

pub mod app;
pub mod cli;
pub mod domain;
pub mod import;
pub mod runtime;
pub mod store;
pub mod ui;
