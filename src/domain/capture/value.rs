//! Lines of value that went over: gave, got.

use chrono::NaiveDate;

use super::said::{Said, after};
use super::{Fact, Unread};
use crate::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use crate::domain::id::Id;
use crate::domain::introducing;
use crate::domain::introduction::IntroductionId;
use crate::domain::sentences::joined;
use crate::domain::sentences::network::introduction::not_yet;
use crate::domain::when;

const KINDS: [(&str, ExchangeKind); 7] = [
    ("knowledge", ExchangeKind::Knowledge),
    ("info", ExchangeKind::Knowledge),
    ("advice", ExchangeKind::Advice),
    ("intro", ExchangeKind::Introduction),
    ("introduction", ExchangeKind::Introduction),
    ("an intro", ExchangeKind::Introduction),
    ("an introduction", ExchangeKind::Introduction),
];

const SIZES: [(&str, Size); 4] = [
    ("small", Size::Small),
    ("medium", Size::Medium),
    ("large", Size::Large),
    ("big", Size::Large),
];

pub(super) fn gave(said: &Said<'_>) -> Result<Fact, Unread> {
    value(said, Direction::Given)
}

pub(super) fn got(said: &Said<'_>) -> Result<Fact, Unread> {
    value(said, Direction::Received)
}

/// Whether words begin like value: a kind or a size stands first.
pub(super) fn begins(rest: &str) -> bool {
    find(&KINDS, rest).is_some() || find(&SIZES, rest).is_some()
}

/// The kind of value that a promise of these words brings, where its first word says so.
pub(super) fn kind_of(text: &str) -> Option<ExchangeKind> {
    if after(text, "introduce").is_some() {
        return Some(ExchangeKind::Introduction);
    }
    find(&KINDS, text).map(|(kind, _)| kind)
}

fn value(said: &Said<'_>, direction: Direction) -> Result<Fact, Unread> {
    let (kind, size, rest) = kind_and_size(said.rest);
    let Some(kind) = kind else {
        return Err(Unread::because("What of: knowledge, advice or intro?"));
    };
    let said = &said.with_rest(rest);
    // Without a colon the words behind the kind are the note, a day at their end aside.
    let is_day = when::read_past(rest, said.known.today).is_ok();
    let (words, on) = match (rest, is_day, said.note) {
        ("", _, _) | (_, true, _) => ("", said.past_day()?),
        (_, false, "") => said
            .words_and_past_day()
            .unwrap_or((rest, said.known.today)),
        _ => said.words_and_past_day()?,
    };
    let note = match (words, said.note) {
        ("", note) => note.to_owned(),
        (words, note) => joined(words, note),
    };
    let who = said.one()?;
    if (direction, kind) == (Direction::Given, ExchangeKind::Introduction)
        && let Some(known) = introducing::spoken_of(said.known.book, who, &note, on)
    {
        return introduced(said, known, on);
    }
    Ok(Fact::Value(Box::new(Exchange {
        id: Id::nil(),
        contact: who,
        on,
        direction,
        kind,
        size,
        horizon: Horizon::default(),
        note,
        from: None,
    })))
}

/// An introduction that is in the book is made there, and counts once.
fn introduced(said: &Said<'_>, id: IntroductionId, on: NaiveDate) -> Result<Fact, Unread> {
    let (book, today) = (said.known.book, said.known.today);
    match book.introductions.get(id) {
        Some(known) if known.is_made() || !known.can_be_made_on(on) => {
            Err(Unread::because(not_yet(book, known, today)))
        }
        _ => Ok(Fact::Introduced(id, on)),
    }
}

/// The kind and the size at the beginning, in either order, and what follows.
fn kind_and_size(text: &str) -> (Option<ExchangeKind>, Size, &str) {
    let (mut kind, mut size, mut rest) = (None, None, text);
    loop {
        rest = rest.trim_start_matches(',').trim_start();
        match (find(&KINDS, rest), find(&SIZES, rest)) {
            (Some((found, behind)), _) if kind.is_none() => (kind, rest) = (Some(found), behind),
            (_, Some((found, behind))) if size.is_none() => (size, rest) = (Some(found), behind),
            _ => return (kind, size.unwrap_or_default(), rest),
        }
    }
}

fn find<'a, T: Copy>(words: &[(&str, T)], text: &'a str) -> Option<(T, &'a str)> {
    let comma = text.find(',').unwrap_or(text.len());
    words.iter().find_map(|(word, found)| {
        let rest = after(text.get(..comma)?, word)?;
        // What follows begins where the words end, also behind a comma.
        Some((*found, text.get(comma - rest.len()..)?))
    })
}
