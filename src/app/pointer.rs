//! The mouse: what lies under it, and what is pressed.

use std::time::Duration;

use super::screen::Screen;
use crate::domain::comparison::Side;

/// Within what time a second click on the same thing opens it.
pub const DOUBLE: Duration = Duration::from_millis(500);

/// What lies under the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The name of a screen.
    Tab(Screen),
    /// A row of the list in sight, counted from the first of all.
    Row(usize),
    /// A row of the entries beside the list, counted from the first of all.
    Entry(usize),
    /// The record beside the list.
    Detail,
    /// One of two people side by side.
    Side(Side),
    /// An item of the sheet in front, counted from the first of all.
    Item(usize),
}

/// What is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// The button.
    Click,
    /// The wheel, towards me.
    Down,
    /// The wheel, away from me.
    Up,
}
