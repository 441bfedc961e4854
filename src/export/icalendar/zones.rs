//! The rules of the zones that events name, so that a reader who knows none of them is right about the hour.

use std::collections::BTreeMap;

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType};
use chrono::{Datelike, NaiveDate, NaiveTime};

use super::when::zone;
use crate::domain::invite::Invite;

/// The years whose clocks are known: before, there were hardly any zones, and what comes after is anybody's guess.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2099;

/// A `VTIMEZONE` for each zone of these lunches, for the years in which they are.
pub(super) fn zones(lunches: &[&Invite]) -> String {
    let mut years: BTreeMap<&str, (i32, i32)> = BTreeMap::new();
    for invite in lunches {
        if let Some(zone) = zone(invite) {
            let year = |at: chrono::NaiveDateTime| at.year().clamp(*YEARS.start(), *YEARS.end());
            let (start, end) = (year(invite.start), year(invite.end));
            let (first, last) = years.entry(zone.name()).or_insert((start, end));
            (*first, *last) = ((*first).min(start), (*last).max(end));
        }
    }
    years
        .iter()
        .filter_map(|(zone, years)| rules(zone, *years))
        .collect()
}

fn rules(zone: &str, (first, last): (i32, i32)) -> Option<String> {
    let new_year = |year: i32| {
        let day = NaiveDate::from_ymd_opt(year, 1, 1)?;
        Some(day.and_time(NaiveTime::MIN).and_utc().timestamp())
    };
    let mut calendar = ICalendar {
        components: vec![ICalendarComponent {
            component_type: ICalendarComponentType::VCalendar,
            ..ICalendarComponent::default()
        }],
    };
    // A year earlier: the first hours of a year belong to the one before elsewhere.
    let (from, until) = (first.saturating_sub(1), last.saturating_add(1));
    calendar.add_timezone(zone, new_year(from)?, new_year(until)?)?;
    let text = calendar.to_string();
    let (_, rules) = text.split_once("BEGIN:VTIMEZONE")?;
    let (rules, _) = rules.rsplit_once("END:VTIMEZONE")?;
    Some(format!("BEGIN:VTIMEZONE{rules}END:VTIMEZONE\r\n"))
}
