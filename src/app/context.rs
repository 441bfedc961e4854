//! What the state machine is told of the world, so that it never has to ask.

use std::time::Duration;

use chrono::NaiveDate;

use crate::domain::id::IdSource;

/// What the state machine is told of the world.
#[derive(Debug)]
pub struct Context {
    /// The day.
    pub today: NaiveDate,
    /// The time since the program started.
    pub clock: Duration,
    /// The rows that a list shows at once.
    pub page: usize,
    /// How many lines the record in sight can be scrolled down.
    pub detail_reach: usize,
    /// The first line of the record that is in sight.
    pub detail_top: usize,
    /// Where each entry of the record in sight begins, in lines.
    pub stops: Vec<usize>,
    /// The columns of a line of the text that is being written.
    pub columns: usize,
    /// Where new ids come from.
    pub ids: IdSource,
}
