//! Goodword: a keyboard-first terminal dashboard for professional relationships.

pub mod domain;
