//! The parts of a line: its event, what stands before a colon and behind it, the pieces of a list of people.

use super::said::after;
use super::{EventAfter, Unread};
use crate::domain::sentences::capitalised;

/// The event that a line begins or ends, and what follows: "at Web Summit: met zoe", "at:".
pub(super) fn event(text: &str) -> Result<(EventAfter, &str), Unread> {
    let Some((head, rest)) = text.split_once(':') else {
        return match after(text, "at") {
            Some(_) => Err(Unread::because(
                "Behind the event a colon: at Web Summit: met zoe",
            )),
            None => Ok((EventAfter::Same, text)),
        };
    };
    match after(head, "at") {
        None => Ok((EventAfter::Same, text)),
        Some("") => Ok((EventAfter::Over, rest.trim())),
        Some(name) => Ok((EventAfter::On(name.trim().to_owned()), rest.trim())),
    }
}

/// What stands before the colon and behind it. A colon between two digits belongs to a time of day.
pub(super) fn head_and_note(text: &str) -> (&str, &str) {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    let colon = text.match_indices(':').find(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        !(is_digit(before) && is_digit(bytes.get(at + 1)))
    });
    let parts = colon.and_then(|(at, _)| Some((text.get(..at)?, text.get(at + 1..)?)));
    let (head, note) = parts.unwrap_or((text, ""));
    (head.trim(), note.trim())
}

/// People in one part of a list, parted by "and".
pub(super) fn pieces(part: &str) -> impl Iterator<Item = &str> {
    let parts = part.split(" and ").flat_map(|part| part.split('&'));
    parts.map(str::trim).filter(|piece| !piece.is_empty())
}

/// Whether what follows a name is no more of the name: in small letters, or nothing.
pub(super) fn is_no_name(rest: &str) -> bool {
    !rest.starts_with(char::is_uppercase)
}

/// Whether it is the whole name of somebody: two words or more with capitals, or a name with its firm in brackets.
pub(super) fn is_full_name(text: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(|first: char| !first.is_lowercase());
    text.contains('(') || (text.contains(' ') && text.split_whitespace().all(is_capital))
}

/// A name as it is written, where it was typed without capitals.
pub(super) fn as_a_name(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    let words = name.split_whitespace();
    let words: Vec<String> = words.map(capitalised).collect();
    words.join(" ")
}
