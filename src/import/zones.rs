//! The zones that a file names: by their own name, by those that Windows has for them, and by how their clocks go.

use calcard::common::timezone::Tz as AnyTz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty};
use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::Viewpoint;
use super::blocks::blocks;
use super::event::parse;
use crate::domain::clean;

/// The rules of all zones of a file, with the name of the zone that goes like them where their own says nothing to
/// anybody ("Customized Time Zone").
pub(super) fn rules(text: &str, view: &Viewpoint) -> ICalendar {
    let mut all = String::from("BEGIN:VCALENDAR\n");
    for zone in blocks(text, "VTIMEZONE")
        .iter()
        .filter(|zone| zone.is_whole)
    {
        let alone = parse(&format!("BEGIN:VCALENDAR\n{}\nEND:VCALENDAR\n", zone.text));
        let is_known =
            alone.is_some_and(|alone| alone.timezones().any(|zone| zone.timezone().is_some()));
        let like = if is_known {
            None
        } else {
            Clocks::of(zone.text).and_then(|clocks| clocks.zone(view))
        };
        let body = zone.text.trim_end();
        let open = body
            .len()
            .checked_sub("END:VTIMEZONE".len())
            .and_then(|end| body.get(..end));
        match (like, open) {
            (Some(like), Some(open)) => {
                all.extend([open, "X-LIC-LOCATION:", like.name(), "\nEND:VTIMEZONE\n"]);
            }
            _ => all.extend([body, "\n"]),
        }
    }
    all.push_str("END:VCALENDAR\n");
    parse(&all).unwrap_or_default()
}

/// The zone of this name; some programs put a path of their own before the name that everybody knows.
pub(super) fn named(name: &str, zones: &TzResolver<&str>) -> Option<AnyTz> {
    let known = zones.resolve(name);
    known.or_else(|| {
        let mut ends = name
            .match_indices('/')
            .take(8)
            .filter_map(|(at, _)| name.get(at + 1..));
        ends.find_map(|end| end.parse::<Tz>().ok()).map(AnyTz::Tz)
    })
}

/// The name of the zone that an event begins in, where nobody knows that zone.
pub(super) fn unknown(event: &ICalendarComponent, zones: &TzResolver<&str>) -> Option<String> {
    let name = event.property(&ICalendarProperty::Dtstart)?.tz_id()?;
    named(name, zones)
        .is_none()
        .then(|| clean::line(&name.chars().take(100).collect::<String>()))
}

/// How the clocks of a zone go, as far as a `VTIMEZONE` says.
struct Clocks {
    /// Seconds east of UTC.
    standard: i32,
    /// Seconds east of UTC in summer, the month in which summer begins, and the one in which it ends.
    summer: Option<(i32, u32, u32)>,
}

impl Clocks {
    fn of(rules: &str) -> Option<Self> {
        let (standard, ends) = last(rules, "STANDARD")?;
        let summer = last(rules, "DAYLIGHT").map(|(offset, begins)| (offset, begins, ends));
        Some(Self { standard, summer })
    }

    fn offset(&self, month: u32) -> i32 {
        match self.summer {
            Some((summer, begins, ends)) if begins < ends && (begins..ends).contains(&month) => {
                summer
            }
            Some((summer, begins, ends)) if begins > ends && !(ends..begins).contains(&month) => {
                summer
            }
            _ => self.standard,
        }
    }

    /// The zone whose clocks go like this all year: the one of this machine before others.
    fn zone(&self, view: &Viewpoint) -> Option<Tz> {
        let year = view.today.year();
        let noons: Vec<_> = (1..=12)
            .filter_map(|month| Some((month, noon_of_the_last_day(year, month)?)))
            .collect();
        let is_like = |zone: &Tz| {
            noons.iter().all(|(month, noon)| {
                let offset = zone.offset_from_utc_datetime(noon).fix();
                offset.local_minus_utc() == self.offset(*month)
            })
        };
        [view.zone].into_iter().chain(TZ_VARIANTS).find(is_like)
    }
}

/// After every change of the clocks in that month.
fn noon_of_the_last_day(year: i32, month: u32) -> Option<NaiveDateTime> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    last.and_hms_opt(12, 0, 0)
}

/// The offset of the last rule of a kind, in seconds, and the month in which it sets in.
fn last(rules: &str, kind: &str) -> Option<(i32, u32)> {
    let block = *blocks(rules, kind).last()?;
    let value = |name: &str| {
        block.text.lines().find_map(|line| {
            let (head, value) = line.split_once(':')?;
            let head = head.split(';').next()?;
            head.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    };
    let by_rule = value("RRULE").and_then(|rule| {
        let month = rule
            .split(';')
            .find_map(|part| part.strip_prefix("BYMONTH="))?;
        month.parse().ok()
    });
    let from_start = || value("DTSTART")?.get(4..6)?.parse().ok();
    let month = by_rule.or_else(from_start)?;
    Some((seconds(value("TZOFFSETTO")?)?, month))
}

/// `+0530` as seconds.
fn seconds(offset: &str) -> Option<i32> {
    let (sign, digits) = offset.split_at_checked(1)?;
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..4)?.parse().ok()?;
    let seconds = hours * 3600 + minutes * 60;
    match sign {
        "+" => Some(seconds),
        "-" => Some(-seconds),
        _ => None,
    }
}
