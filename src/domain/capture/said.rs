//! What stands in a line besides the verb and the people, and the days in it.

use chrono::NaiveDate;

use super::{Known, Unread};
use crate::domain::contact::ContactId;
use crate::domain::dates::short;
use crate::domain::sentences::when::why;
use crate::domain::when::{self, Unclear};

/// The most words of a day: "the 25 of september 2026".
const LONGEST_DAY: usize = 5;

/// One fact as it was said, with its people found.
pub(super) struct Said<'a> {
    /// Whom it is about: as many as the verb takes.
    pub(super) who: &'a [ContactId],
    /// Between the people and the colon.
    pub(super) rest: &'a str,
    /// Behind the colon.
    pub(super) note: &'a str,
    /// The event at which it was.
    pub(super) event: Option<&'a str>,
    pub(super) known: Known<'a>,
}

impl<'a> Said<'a> {
    /// The one it is about.
    pub(super) fn one(&self) -> Result<ContactId, Unread> {
        self.who.first().copied().ok_or_else(nobody)
    }

    /// The same with other words between the people and the colon.
    pub(super) const fn with_rest(&self, rest: &'a str) -> Self {
        Said { rest, ..*self }
    }

    /// The day that stands there; today where none stands. What happened cannot lie ahead.
    pub(super) fn past_day(&self) -> Result<NaiveDate, Unread> {
        let today = self.known.today;
        if self.rest.is_empty() {
            return Ok(today);
        }
        let day = when::read_past(self.rest, today).map_err(|why| self.unclear(self.rest, why))?;
        if day > today {
            let day = short(day, today);
            return Err(Unread::because(format!("{day} has not come yet")));
        }
        Ok(day)
    }

    /// The words before a day that has come, and the day; all words and today where none stands at the end.
    pub(super) fn words_and_past_day(&self) -> Result<(&'a str, NaiveDate), Unread> {
        match last_day(self.rest, |words| when::read_past(words, self.known.today)) {
            Some((_, words, Err(why))) => Err(self.unclear(words, why)),
            Some((before, _, Ok(day))) if day <= self.known.today => Ok((before, day)),
            Some((_, _, Ok(day))) => {
                let day = short(day, self.known.today);
                Err(Unread::because(format!("{day} has not come yet")))
            }
            None => Ok((self.rest, self.known.today)),
        }
    }

    /// All that is said, on both sides of the colon.
    pub(super) fn all(&self) -> String {
        [self.rest, self.note].join(" ").trim().to_owned()
    }

    /// What happened; asked for, because a line without it says nothing in a year.
    pub(super) fn what(&self) -> Result<String, Unread> {
        if self.note.is_empty() {
            return Err(Unread::because("Behind a colon: what happened?"));
        }
        Ok(self.note.to_owned())
    }

    /// Nothing else stands there.
    pub(super) fn nothing_more(&self) -> Result<(), Unread> {
        let more = self.all();
        if more.is_empty() {
            return Ok(());
        }
        Err(Unread::because(format!(
            "\"{more}\" has no place in this line"
        )))
    }

    pub(super) fn unclear(&self, words: &str, unclear: Unclear) -> Unread {
        Unread::because(why(words, unclear, self.known.today))
    }
}

pub(super) fn nobody() -> Unread {
    Unread::because("Whom is it about? A part of the name is enough")
}

/// A day that a text ends with: what stands before it, its words, and what they mean. The longest words that are a day
/// are taken; where none are, the longest that were meant as one.
pub(super) fn last_day(
    text: &str,
    read: impl Fn(&str) -> Result<NaiveDate, Unclear>,
) -> Option<(&str, &str, Result<NaiveDate, Unclear>)> {
    let ends = text.split_whitespace().count();
    let mut wrong = None;
    for (at, start) in starts(text).enumerate() {
        if ends - at > LONGEST_DAY + 1 {
            continue;
        }
        let (before, words) = text.split_at_checked(start).unwrap_or((text, ""));
        match read(words) {
            Ok(day) => return Some((before.trim(), words, Ok(day))),
            Err(Unclear::NoDay | Unclear::HourOrDay(_)) => {}
            Err(why) => wrong = wrong.or(Some((before.trim(), words, Err(why)))),
        }
    }
    wrong
}

/// Where the words of a text begin.
pub(super) fn starts(text: &str) -> impl Iterator<Item = usize> {
    let mut was_space = true;
    text.char_indices().filter_map(move |(at, char)| {
        let is_start = was_space && !char.is_whitespace();
        was_space = char.is_whitespace();
        is_start.then_some(at)
    })
}

/// What follows some words, whatever their case and the spaces between them; `None` where they do not stand there whole.
pub(super) fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text.trim_start();
    for word in words.split_whitespace() {
        let head = rest.get(..word.len())?;
        let tail = rest.get(word.len()..)?;
        let is_whole = tail.is_empty() || tail.starts_with(char::is_whitespace);
        if !head.eq_ignore_ascii_case(word) || !is_whole {
            return None;
        }
        rest = tail.trim_start();
    }
    Some(rest)
}

/// What follows the first of these words that stands there whole; the text itself where none does.
pub(super) fn without<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let found = words.iter().find_map(|word| after(text, word));
    found.unwrap_or(text)
}

/// The text in two, before and after the last place where a word stands whole in it.
pub(super) fn split_last<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let mut found = None;
    for start in starts(text) {
        let (before, tail) = text.split_at_checked(start)?;
        if let Some(rest) = after(tail, word) {
            found = Some((before.trim(), rest));
        }
    }
    found
}
