//! What I prefer, whatever book is open. It stands in the configuration; what it means, drawing and rules know.

use std::num::NonZeroU32;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::tuning::TUNING;

/// The colours of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// The sixteen colours of the user's terminal, on its ground.
    #[default]
    Terminal,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// As far apart as colours go.
    Contrast,
}

/// The day on which a week begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FirstDay {
    /// Monday.
    #[default]
    Monday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// How a day is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateStyle {
    /// "Fri 25 Sep".
    #[default]
    DayFirst,
    /// "Fri Sep 25".
    MonthFirst,
    /// "2026-09-25".
    Iso,
}

impl From<FirstDay> for Weekday {
    fn from(first: FirstDay) -> Self {
        match first {
            FirstDay::Monday => Self::Mon,
            FirstDay::Saturday => Self::Sat,
            FirstDay::Sunday => Self::Sun,
        }
    }
}

/// What of my preferences the screens go by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    /// The day on which a week begins.
    pub first_day: FirstDay,
    /// How a day is written.
    pub date_style: DateStyle,
    /// The paces that are offered, in days.
    pub paces: Vec<NonZeroU32>,
}

impl Default for Preferences {
    fn default() -> Self {
        let paces = TUNING.paces.into_iter().filter_map(NonZeroU32::new);
        Self {
            first_day: FirstDay::default(),
            date_style: DateStyle::default(),
            paces: paces.collect(),
        }
    }
}
