//! Goodword: a keyboard-first terminal dashboard for professional relationships.

pub mod cli;
pub mod domain;
pub mod import;
pub mod store;
