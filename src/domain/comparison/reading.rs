//! What the comparison may read of one side. What I received, my gain, and what somebody is worth have no field here.

use serde::{Deserialize, Serialize};

use super::line::PerLine;
use crate::domain::exchange::Horizon;
use crate::domain::invite::Help;
use crate::domain::tuning::TUNING;

/// What stands on one side, as it is on the day of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, not a state"
)]
pub struct Reading {
    /// What the hour does for them; `None` while I have not said.
    pub help: Option<Help>,
    /// Whether that serves an open aim of theirs that I wrote down.
    pub aim_linked: bool,
    /// The weight of a promise of mine that the hour moves, 0..=1000.
    pub word: i64,
    /// My breaches towards them that are not made right, 0..=1000.
    pub repair: i64,
    /// From the hour to the next chance.
    pub wait: Wait,
    /// How long it matters to them.
    pub horizon: Horizon,
    /// How overdue a talk is, 0..=1000; 500 is due today.
    pub rhythm: i64,
    /// Someone may come to harm.
    pub safety: bool,
    /// I drew a line: no one-to-one for now.
    pub boundary: bool,
    /// They have my word for the hour.
    pub word_given: bool,
    /// I noted at least two acts of bad faith that are not settled.
    pub trust_caution: bool,
}

/// From the hour to the next chance to have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Wait {
    /// Not known: counted as two weeks, so that an empty field is no advantage.
    #[default]
    Unknown,
    /// There is none.
    Never,
    /// So many days, never negative.
    Days(i64),
}

impl Wait {
    /// The part of a stake that waiting costs, per mille: half of it after two weeks.
    #[must_use]
    pub fn share(self) -> i64 {
        match self {
            Self::Unknown => TUNING.comparison.unknown_wait,
            Self::Never => 1000,
            Self::Days(days) => {
                // More than a thousand years is no other answer than a thousand years, and the product stays in range.
                let days = days.clamp(0, 366_000);
                1000 * days / (days + TUNING.comparison.half_lost_days)
            }
        }
    }
}

impl Reading {
    /// The six values, each 0..=1000. Divisions floor.
    #[must_use]
    pub fn values(&self) -> PerLine<i64> {
        let rating = self.help.map_or(0, Help::rating);
        // Without a written aim, help counts no higher than useful: a rating alone is easily a wish of mine.
        let help = TUNING.comparison.help_step
            * if self.aim_linked {
                rating
            } else {
                rating.min(TUNING.comparison.help_without_aim)
            };
        let word = self.word.clamp(0, 1000);
        let repair = self.repair.clamp(0, 1000);
        let [days, months, year, years] = TUNING.comparison.lasting;
        let lasting = match self.horizon {
            Horizon::Days => days,
            Horizon::Months => months,
            Horizon::Year => year,
            Horizon::Years => years,
        };
        PerLine {
            help,
            word,
            repair,
            delay: help.max(word).max(repair) * self.wait.share() / 1000,
            lasting: help * lasting / 1000,
            rhythm: self.rhythm.clamp(0, 1000),
        }
    }
}
