//! A book as it would stand on another day: every date moved by the same whole days.
//!
//! Only the demo is moved. The structs are taken apart field by field and without `..`, so that a new field does not
//! compile until somebody has said here whether it moves.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

use super::book::{Book, Settings, Unresolved};
use super::comparison::{Reading, Verdict, Wait};
use super::conflict::conflicts;
use super::contact::{Aim, Contact};
use super::decision::{Chosen, Decision, Review, Snapshot, Subject};
use super::exchange::Exchange;
use super::incident::Incident;
use super::interaction::Interaction;
use super::introduction::Introduction;
use super::invite::{Assessment, Busy, CalendarEntry, Invite, InviteId, NextChance, Outcome};
use super::options::{Choice, OptionSet};
use super::promise::{Blockage, Effort, Promise, State, Strength, Terms};
use super::table::{Record, Table};

/// A date that would leave the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfCalendar;

impl fmt::Display for OutOfCalendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the day is too far away for the calendar: choose one nearer to this year")
    }
}

impl std::error::Error for OutOfCalendar {}

/// The book with every date later by whole days, or earlier where `days` is negative. Birthdays stay: they are days of
/// a life, not of the book. So does what a calendar wrote of itself ([`CalendarEntry`]).
///
/// # Errors
/// [`OutOfCalendar`] where a date would lie beyond what can be reckoned with.
pub fn by_days(book: &Book, days: i64) -> Result<Book, OutOfCalendar> {
    let by = TimeDelta::try_days(days).ok_or(OutOfCalendar)?;
    let mut moved = book.clone();
    moved.shift(by)?;
    Ok(moved)
}

/// The book with every conflict that lies on a weekend moved to the Monday after: all invites that hang together move
/// by the same days and their next chances with them, so that the comparison reads the same wait.
///
/// # Errors
/// [`OutOfCalendar`] where a date would lie beyond what can be reckoned with.
pub fn off_weekends(book: &Book, today: NaiveDate) -> Result<Book, OutOfCalendar> {
    let mut moved = book.clone();
    for group in overlapping(book, today) {
        let first = group.iter().filter_map(|id| book.invites.get(*id));
        let Some(day) = first.map(|invite| invite.day()).min() else {
            continue;
        };
        let by = match day.weekday() {
            Weekday::Sat => TimeDelta::days(2),
            Weekday::Sun => TimeDelta::days(1),
            _ => continue,
        };
        for id in group {
            let mut outcome = Ok(());
            moved
                .invites
                .change(id, |invite| outcome = move_hour(invite, by));
            outcome?;
        }
    }
    Ok(moved)
}

/// The open invites that compete, in groups: two that compete with a third stand in one group.
fn overlapping(book: &Book, today: NaiveDate) -> Vec<BTreeSet<InviteId>> {
    let mut groups: Vec<BTreeSet<InviteId>> = Vec::new();
    for conflict in conflicts(book, today) {
        let mut joined = BTreeSet::from([conflict.a, conflict.b]);
        groups.retain(|group| {
            let apart = group.is_disjoint(&joined);
            if !apart {
                joined.extend(group);
            }
            apart
        });
        groups.push(joined);
    }
    groups
}

/// Moves when an invite takes place and when it could take place instead; when it came stays as it is.
fn move_hour(invite: &mut Invite, by: TimeDelta) -> Result<(), OutOfCalendar> {
    invite.start.shift(by)?;
    invite.end.shift(by)?;
    invite
        .assessment
        .as_mut()
        .map_or(Ok(()), |assessment| assessment.next_chance.shift(by))
}

/// Something that holds dates.
trait Dated {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar>;
}

/// Says of every field of a struct whether its dates move.
macro_rules! dated {
    ($($name:ident { $($moves:ident),* } keeps { $($keeps:ident),* })*) => {
        $(impl Dated for $name {
            fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
                let Self { $($moves,)* $($keeps: _,)* } = self;
                let _ = by;
                $($moves.shift(by)?;)*
                Ok(())
            }
        })*
    };
}

dated! {
    Book {
        contacts, promises, invites, busy, interactions, exchanges, incidents, introductions, decisions, option_sets,
        settings, unresolved
    } keeps { version }
    Settings {} keeps { order_of_lines, weekly_minutes, views, not_the_same }
    // The two values stand there as text.
    Unresolved {} keeps { record, field, ours, theirs }
    Contact { snoozed_until, aspirations, problems, added } keeps {
        id, name, nicknames, organisation, role, circle, emails, phones, urls, birthday, tags, topics, how_we_met, tie,
        rhythm_days, at_worst_days, boundary, archived, knows, notes, source_uid, other_uids, imported
    }
    Aim { noted, closed } keeps { id, text, source, importance }
    Promise { made, due, heard, state, efforts, earlier_terms } keeps {
        id, by, contact, text, kind, said, exact_words, impact, minutes, reopened_from
    }
    Blockage { since } keeps { by }
    Effort { on, told } keeps { kind, text }
    Terms { until, due } keeps { said }
    Invite { start, end, asked_on, outcome, assessment, asked_to_move, calendar } keeps {
        id, with, host, title, zone, all_day, travel_minutes, place, reply, my_words, heard_yes, yes_void, move_ok,
        revision
    }
    Assessment { next_chance } keeps { help, help_kind, aim, advances, horizon, safety, needs_untruth }
    // A recurrence id is the name of an occurrence in its calendar, whatever day the occurrence has come to stand on.
    CalendarEntry {} keeps { uid, sequence, recurrence_id, organizer, attendee }
    Busy { start, end, calendar } keeps { id }
    Interaction { on } keeps { id, with, kind, two_way, note }
    Exchange { on } keeps { id, contact, direction, kind, size, horizon, note, from }
    Incident { on, noted, settled, acknowledged, made_right } keeps { id, contact, about, kind, severity, note, from }
    Introduction {
        asked_requester, yes_requester, asked_target, yes_target, made, followed_up, declined
    } keeps { id, requester, target, purpose, good_for_target, promise, value }
    Decision { on, chosen, snapshot, told, review_on, review, about } keeps {
        id, untruth_needed_for, followed_lean, reason, message, told_to, knew, replaces, weighed
    }
    Snapshot { a, b, verdict } keeps { model_version, order }
    Reading { wait } keeps {
        help, aim_linked, word, repair, horizon, rhythm, safety, boundary, word_given, trust_caution
    }
    Verdict {} keeps {
        a_values, b_values, points, d, lean, lines_lean, decided_by, ask_first, if_released, guards, sturdiness,
        set_aside
    }
    Review { on } keeps { outcome, would_repeat, note }
    OptionSet { on, options } keeps { id, contact, question }
    Choice {} keeps { text, now, later, they_know, would_show, my_gain }
}

impl Dated for State {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        match self {
            Self::Open => Ok(()),
            Self::Blocked { since, by: _ } => since.shift(by),
            Self::Delivered { on, was_blocked } => {
                on.shift(by).and_then(|()| was_blocked.shift(by))
            }
            Self::Confirmed { on, delivered } => on.shift(by).and_then(|()| delivered.shift(by)),
            Self::Released { on }
            | Self::Withdrawn { on }
            | Self::Missed { on, kind: _ }
            | Self::MadeRight { on, missed: _ } => on.shift(by),
        }
    }
}

impl Dated for Chosen {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        match self {
            Self::Moved { which: _, to } => to.shift(by),
            Self::A | Self::B | Self::Both | Self::Neither | Self::Option(_) => Ok(()),
        }
    }
}

impl Dated for Subject {
    fn shift(&mut self, _: TimeDelta) -> Result<(), OutOfCalendar> {
        match self {
            Self::Invites(_, _) | Self::Options(_) => Ok(()),
        }
    }
}

impl Dated for Outcome {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        match self {
            Self::MovedTo(day) => day.shift(by),
            Self::Happened | Self::FellThrough => Ok(()),
        }
    }
}

impl Dated for NextChance {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        match self {
            Self::On(day) => day.shift(by),
            Self::Unknown | Self::Never | Self::In(_) => Ok(()),
        }
    }
}

impl Dated for Wait {
    fn shift(&mut self, _: TimeDelta) -> Result<(), OutOfCalendar> {
        match self {
            // A number of days between two dates that move together.
            Self::Unknown | Self::Never | Self::Days(_) => Ok(()),
        }
    }
}

impl Dated for (Strength, NaiveDate) {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        self.1.shift(by)
    }
}

impl Dated for NaiveDate {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        *self = self.checked_add_signed(by).ok_or(OutOfCalendar)?;
        Ok(())
    }
}

impl Dated for NaiveDateTime {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        *self = self.checked_add_signed(by).ok_or(OutOfCalendar)?;
        Ok(())
    }
}

impl<T: Dated> Dated for Option<T> {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        self.as_mut().map_or(Ok(()), |inner| inner.shift(by))
    }
}

impl<T: Dated> Dated for Vec<T> {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        self.iter_mut().try_for_each(|item| item.shift(by))
    }
}

impl<T: Dated + Clone> Dated for Arc<T> {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        Self::make_mut(self).shift(by)
    }
}

impl<T: Dated + Record> Dated for Table<T> {
    fn shift(&mut self, by: TimeDelta) -> Result<(), OutOfCalendar> {
        let shifted = self.iter().map(|record| {
            let mut record = T::clone(record);
            record.shift(by).map(|()| record)
        });
        *self = shifted.collect::<Result<_, _>>()?;
        Ok(())
    }
}
