//! One line of words that becomes a record: "wronged cleo yesterday: showed her draft around".
//!
//! A verb stands first, then a person by a part of the name, then a day where one is meant, then what there is to say
//! behind a colon. What cannot be read is said; nothing is guessed but the person, who is named back.

mod keep;
mod people;
mod verb;

use chrono::NaiveDate;

use super::book::Book;
use super::contact::ContactId;
use super::dates::short;
use super::incident::{IncidentKind, Party, Severity};
use super::redacted::redacted;
use super::relationship::Relationships;
use super::when;

pub use keep::keep;
pub use verb::{VERBS, Verb, Whom, begun};

/// A line that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whom it is about; nobody but me where there is none.
    pub who: Option<ContactId>,
    /// Everybody whom the name could mean, the likeliest first.
    pub candidates: Vec<ContactId>,
    /// What it says of them.
    pub fact: Fact,
}

/// What a line says.
#[derive(Clone, PartialEq, Eq)]
pub enum Fact {
    /// Something happened that no promise tells.
    Incident {
        /// Whose conduct it was.
        about: Party,
        /// What kind.
        kind: IncidentKind,
        /// How grave.
        severity: Severity,
        /// The day.
        on: NaiveDate,
        /// What happened.
        note: String,
    },
    /// I drew a line with them, or took it away.
    Boundary(bool),
    /// What they did in bad faith is settled.
    Settled,
    /// I leave the pace alone until this day.
    Later(NaiveDate),
    /// I owned up to a wrong of mine.
    OwnedUp,
    /// I put a wrong of mine right.
    PutRight,
    /// So many minutes a week are free for what I promise.
    WeeklyMinutes(u32),
}

redacted!(enum Fact:
    Incident { about, kind, severity, on }, Boundary(is_drawn), Settled, Later(until), OwnedUp, PutRight,
    WeeklyMinutes(minutes)
);

/// Why a line cannot be read, in a sentence for whoever types it.
#[derive(Clone, PartialEq, Eq)]
pub struct Unread(pub String);

redacted!(Unread:; 0);

/// What a line is read against.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The book.
    pub book: &'a Book,
    /// Everything between each person and me: of several, whom I spoke with last is the likeliest.
    pub relationships: &'a Relationships,
    /// The day.
    pub today: NaiveDate,
}

/// Reads a line. Of several people whom the name could mean, the one at `pick` is taken, counted round.
///
/// # Errors
/// [`Unread`] with what is missing or cannot be read.
pub fn read(text: &str, known: Known<'_>, pick: usize) -> Result<Line, Unread> {
    let text = super::clean::line(text);
    let (head, note) = text.split_once(':').unwrap_or((&text, ""));
    let (verb, rest) = verb::leading(head).ok_or_else(|| unknown_verb(head))?;
    let (candidates, rest) = match verb.whom {
        Whom::Somebody => people::leading(rest, known)?,
        Whom::Nobody => (Vec::new(), rest.trim()),
    };
    let at = pick.checked_rem(candidates.len()).unwrap_or(0);
    let who = candidates.get(at).copied();
    let fact = (verb.fact)(&Words {
        rest,
        note: note.trim(),
        today: known.today,
    })?;
    if let Some(who) = who {
        keep::is_possible(known.book, who, &fact)?;
    }
    Ok(Line {
        who,
        candidates,
        fact,
    })
}

fn unknown_verb(head: &str) -> Unread {
    let first = head.split_whitespace().next().unwrap_or("");
    if verb::begun(head).next().is_some() {
        return Unread("Go on: a verb, then whom it is about".to_owned());
    }
    Unread(format!("\"{first}\" is no verb that begins a line"))
}

/// What stands in a line besides the verb and the person.
pub struct Words<'a> {
    /// Between the person and the colon.
    rest: &'a str,
    /// Behind the colon.
    note: &'a str,
    today: NaiveDate,
}

impl Words<'_> {
    /// The day that stands there; today where none stands. What happened cannot lie ahead.
    fn past_day(&self) -> Result<NaiveDate, Unread> {
        let words = self.rest.strip_prefix("on ").unwrap_or(self.rest).trim();
        if words.is_empty() {
            return Ok(self.today);
        }
        let day = when::past_day(words, self.today).ok_or_else(|| no_day(words))?;
        if day > self.today {
            let day = short(day, self.today);
            return Err(Unread(format!("{day} has not come yet")));
        }
        Ok(day)
    }

    /// The day ahead that stands there.
    fn day_ahead(&self) -> Result<NaiveDate, Unread> {
        let words = self.rest.strip_prefix("until ").unwrap_or(self.rest).trim();
        if words.is_empty() {
            return Err(Unread("Until when? fri, in 2 weeks, 25 sep".to_owned()));
        }
        let day = when::day(words, self.today).ok_or_else(|| no_day(words))?;
        if day <= self.today {
            let day = short(day, self.today);
            return Err(Unread(format!("{day} does not lie ahead")));
        }
        Ok(day)
    }

    /// A length of time in a week, up to all of it.
    fn weekly_minutes(&self) -> Result<u32, Unread> {
        const WEEK: u32 = 7 * 24 * 60;
        let words = self.rest.trim_end_matches("a week").trim();
        when::minutes(words)
            .filter(|minutes| (1..=WEEK).contains(minutes))
            .ok_or_else(|| Unread("How long a week? 6 h, 90 min".to_owned()))
    }

    /// What happened; asked for, because a line without it says nothing in a year.
    fn what(&self) -> Result<String, Unread> {
        if self.note.is_empty() {
            return Err(Unread("Behind a colon: what happened?".to_owned()));
        }
        Ok(self.note.to_owned())
    }

    /// Nothing else stands there.
    fn nothing_more(&self) -> Result<(), Unread> {
        let more = [self.rest, self.note].join(" ");
        let more = more.trim();
        if more.is_empty() {
            return Ok(());
        }
        Err(Unread(format!("\"{more}\" has no place in this line")))
    }
}

fn no_day(words: &str) -> Unread {
    Unread(format!("\"{words}\" is no day that I know"))
}
