//! A day with a time of day, in either order: "fri 12:30", "noon tomorrow", "next tue at 12:30-14:00".

use chrono::NaiveDate;

use super::clock::{Hours, hours, is_meant_as_time};
use super::{Unclear, read};

/// What stands of a day and of a time of day; either may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// The day.
    pub day: Option<NaiveDate>,
    /// From when, and until when.
    pub hours: Option<Hours>,
}

/// The most words that are looked at: more are no moment, and each makes another way of parting them.
const MOST_WORDS: usize = 10;

/// A day and a time of day in words, in either order.
///
/// # Errors
/// [`Unclear`] where the words are none, or could mean more than one.
pub fn moment(text: &str, today: NaiveDate) -> Result<Moment, Unclear> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Ok(Moment::default());
    }
    if words.len() > MOST_WORDS {
        return Err(Unclear::NoDay);
    }
    if let [only] = words.as_slice()
        && only.len() <= 2
        && let Ok(number) = only.parse()
    {
        return Err(Unclear::HourOrDay(number));
    }
    let mut why = Unclear::NoDay;
    for at in (0..=words.len()).rev() {
        let (first, second) = words.split_at_checked(at).unwrap_or((&words, &[]));
        for (day, clock) in [(first, second), (second, first)] {
            match parted(&day.join(" "), &clock.join(" "), today) {
                Ok(moment) => return Ok(moment),
                Err(Unclear::NoDay) => {}
                Err(other) if why == Unclear::NoDay => why = other,
                Err(_) => {}
            }
        }
    }
    Err(why)
}

fn parted(day: &str, clock: &str, today: NaiveDate) -> Result<Moment, Unclear> {
    let hours = match (clock, hours(clock)) {
        ("", _) => None,
        (_, Some(hours)) => Some(hours),
        (_, None) => {
            let has_day = day.is_empty() || read(day, today).is_ok();
            let is_time = has_day && is_meant_as_time(clock);
            let ends_before = clock.contains('-') || clock.contains(" to ");
            return Err(match (is_time, ends_before) {
                (true, true) => Unclear::EndsBefore,
                (true, false) => Unclear::NotOnTheClock,
                (false, _) => Unclear::NoDay,
            });
        }
    };
    let day = match day {
        "" => None,
        words => Some(read(words, today)?),
    };
    Ok(Moment { day, hours })
}
