//! `goodword free`: whether an hour is free, and what stands in it.

use std::ops::Range;
use std::process::ExitCode;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;
use serde::Serialize;

use super::lines::Lines;
use super::show::json::reply;
use super::{World, complain, print, read, report};
use crate::domain::Book;
use crate::domain::clean;
use crate::domain::dates::{relative, short};
use crate::domain::free::{Taker, takers};
use crate::domain::invite::{Invite, InviteId};
use crate::domain::sentences::when::elsewhere;
use crate::domain::sentences::{self, listed, lunch};
use crate::domain::when;

/// What `goodword free --help` says below its options.
const RULES: &str = "\
Examples:
  goodword free fri 12:30
  goodword free next tue noon
  goodword free 2026-10-05 18:00
  goodword free fri 12:30 --json

The hour begins at TIME and lasts sixty minutes. The way to a lunch and back counts as taken; an invite that you have \
not answered takes its hour, one that you declined or that stands over a whole day does not.

Exit code: 0 where the hour is free; 1 where it is taken, or the book cannot be read; 2 usage. It only reads.";

/// How long it lasts.
const MINUTES: i64 = 60;

/// What `goodword free` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// The day in words, or as a date, and the time: fri 12:30.
    #[arg(value_names = ["DAY", "TIME"], num_args = 2.., required = true)]
    pub when: Vec<String>,

    /// Print JSON for programs instead of sentences: what takes the hour, nothing where it is free.
    #[arg(long)]
    pub json: bool,
}

/// Says what stands in an hour. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let Some(start) = moment(&args.when, world.today) else {
        complain(&format!(
            "goodword free: {}",
            unclear(&args.when, world.today)
        ));
        return ExitCode::from(2);
    };
    let Some(book) = read("free", world) else {
        return ExitCode::FAILURE;
    };
    let hour = start..(start + TimeDelta::minutes(MINUTES));
    let mut found: Vec<Taker<'_>> = takers(
        &book,
        &hour,
        Some(world.zone),
        Some(world.zone),
        world.today,
    )
    .collect();
    found.sort_by_key(|taker| taker.taken().start);
    let printed = print(&if args.json {
        let items = found.iter().map(|taker| Item::of(taker, &book)).collect();
        report("free", world.today, items)
    } else {
        in_words(&hour, &found, &book, world)
    });
    if found.is_empty() {
        printed
    } else {
        ExitCode::FAILURE
    }
}

fn in_words(
    hour: &Range<NaiveDateTime>,
    found: &[Taker<'_>],
    book: &Book,
    world: &World,
) -> String {
    let (day, today) = (hour.start.date(), world.today);
    let free = if found.is_empty() { "free" } else { "taken" };
    let mut lines = Lines::default();
    lines.line(&format!(
        "{}, {}, {}: {free}.",
        short(day, today),
        relative(day, today),
        span(hour.start, hour.end, day)
    ));
    for taker in found {
        lines.line(&match taker {
            Taker::Busy(busy) => format!("Busy {}.", span(busy.start, busy.end, day)),
            Taker::Invite(invite) => stands(invite, book, day, world.zone),
        });
    }
    lines.whole()
}

/// What takes the hour, for programs.
#[derive(Serialize)]
struct Item {
    kind: &'static str,
    /// The lunch; none for busy time, which has no name.
    invite: Option<InviteId>,
    start: NaiveDateTime,
    end: NaiveDateTime,
    /// The zone by whose clock it stands; none for that of this machine.
    zone: Option<String>,
    travel_minutes: u32,
    with: Vec<String>,
    reply: Option<&'static str>,
}

impl Item {
    fn of(taker: &Taker<'_>, book: &Book) -> Self {
        match taker {
            Taker::Busy(busy) => Self {
                kind: "busy",
                invite: None,
                start: busy.start,
                end: busy.end,
                zone: None,
                travel_minutes: 0,
                with: Vec::new(),
                reply: None,
            },
            Taker::Invite(invite) => Self {
                kind: "lunch",
                invite: Some(invite.id),
                start: invite.start,
                end: invite.end,
                zone: invite.zone.clone(),
                travel_minutes: invite.travel_minutes,
                with: names(invite, book),
                reply: Some(reply(invite.reply)),
            },
        }
    }
}

fn names(invite: &Invite, book: &Book) -> Vec<String> {
    let names = invite.with.iter().map(|id| sentences::name(book, *id));
    names.map(str::to_owned).collect()
}

/// The day and the time: the last words are the time, those before them the day.
fn moment(words: &[String], today: NaiveDate) -> Option<NaiveDateTime> {
    let text = words.join(" ");
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len()).rev().find_map(|at| {
        let (day, time) = words.split_at_checked(at)?;
        let day = when::day(&day.join(" "), today)?;
        Some(day.and_time(when::time(&time.join(" "))?))
    })
}

/// What is wrong with the words: a time that no clock shows, or the order of them.
fn unclear(words: &[String], today: NaiveDate) -> String {
    let text = words.join(" ");
    let time = text.split_whitespace().next_back().unwrap_or_default();
    match when::moment(&text, today) {
        Err(when::Unclear::NotOnTheClock) => {
            format!("{} is no time of day", clean::line(time))
        }
        _ => "say the day and then the time: goodword free fri 12:30".to_owned(),
    }
}

/// "12:30 to 13:30"; with the days where it goes beyond one.
fn span(start: NaiveDateTime, end: NaiveDateTime, day: NaiveDate) -> String {
    let on = |time: NaiveDateTime| {
        if (start.date(), end.date()) == (day, day) {
            time.format("%H:%M").to_string()
        } else {
            format!("{} {}", short(time.date(), day), time.format("%H:%M"))
        }
    };
    format!("{} to {}", on(start), on(end))
}

/// "Lunch with Bob Reyes 12:30 to 13:30, Bistro Lumen, 10 min away: not replied yet."
fn stands(invite: &Invite, book: &Book, day: NaiveDate, home: Tz) -> String {
    let mut parts = vec![format!(
        "Lunch with {} {}{}",
        listed(&names(invite, book)),
        span(invite.start, invite.end, day),
        elsewhere(invite, home)
    )];
    if !invite.place.is_empty() {
        parts.push(invite.place.clone());
    }
    if invite.travel_minutes > 0 {
        parts.push(format!("{} min away", invite.travel_minutes));
    }
    format!("{}: {}.", parts.join(", "), lunch::reply(invite))
}
