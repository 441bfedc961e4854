//! A file that brings people: its path, and what was found in it before it is kept.

use tui_input::Input;

use crate::domain::import_plan::{Findings, Progress};

/// A file that brings people.
#[derive(Clone, Default)]
pub struct ImportSheet {
    /// The path as it is typed.
    pub input: Input,
    /// How far it is.
    pub stage: Stage,
}

/// How far an import is.
#[derive(Clone, Default)]
pub enum Stage {
    /// The path is typed.
    #[default]
    Path,
    /// The file was refused, for this reason.
    Refused(String),
    /// The file is being read, and is so far.
    Reading(Progress),
    /// It was read, and nothing of it is kept yet.
    Found(Box<Found>),
}

/// What was found in a file.
#[derive(Clone)]
pub struct Found {
    /// What stands in the file.
    pub findings: Findings,
    /// What that would do to the book, line by line.
    pub lines: Vec<String>,
    /// How many lines it is scrolled down.
    pub scroll: usize,
}
