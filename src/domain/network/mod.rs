//! My network: how varied its circles are, and warm ways to somebody. Shown, and never read by the comparison.

mod variety;
mod ways;

pub use variety::{Variety, outside_inside, talks_in_one_circle};
pub use ways::{WarmWays, Way, asked_this_year};
