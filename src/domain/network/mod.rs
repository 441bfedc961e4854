//! My network: how varied its circles are, warm ways to somebody, who can help. Shown, and never read by the comparison.

mod help;
mod picture;
mod reach;
mod variety;
mod waiting;
mod ways;

pub use help::{By, Helper, topic_of, who_can_help};
pub use picture::{Circle, Picture, WithFew, talks_with_few};
pub use reach::{Reached, reach, targets, tie_between};
pub use variety::Variety;
pub use waiting::{Waiting, asks_how_it_went, waiting};
pub use ways::{WarmWays, Way, asked_this_year};
