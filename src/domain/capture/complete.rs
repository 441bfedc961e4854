//! What Tab makes of a line: it finishes a verb or a name, and of a whole name it takes the next person.

use super::name::Fit;
use super::people::People;
use super::said::{after, starts};
use super::verb::{self, Place};
use super::{Known, VERBS, begun};
use crate::domain::redacted::redacted;

/// What the end of a text could be finished to.
#[derive(Clone, PartialEq, Eq)]
pub struct Completion {
    /// Where the words begin that are replaced, in bytes.
    pub from: usize,
    /// What could stand there, the likeliest first.
    pub words: Vec<String>,
}

redacted!(Completion: from; words);

/// The most words of a name that are looked for before the cursor.
const LONGEST_NAME: usize = 4;

/// What the text before the cursor could be finished to; `None` where there is nothing to finish.
#[must_use]
pub fn complete(text: &str, known: Known<'_>) -> Option<Completion> {
    let begin = text.rfind(';').map_or(0, |at| at + 1);
    let part = text.get(begin..)?;
    let (event, part) = match after(part, "at").and(part.split_once(':')) {
        Some((event, rest)) => (event.len() + 1, rest),
        None => (0, part),
    };
    let begin = begin + event + (part.len() - part.trim_start().len());
    let part = part.trim_start();
    let is_note = super::parts::head_and_note(part).0.len() < part.trim_end().len();
    if part.is_empty() || is_note {
        return None;
    }
    let people = People::of(known);
    match verb::leading(part) {
        Some((_, rest)) if !rest.is_empty() || part.ends_with(' ') => {
            name_at_the_end(rest, begin + part.len() - rest.len(), &people)
        }
        _ => first_words(part, begin, &people),
    }
}

/// A verb that is begun, or the name of whoever stands before one.
fn first_words(part: &str, begin: usize, people: &People<'_>) -> Option<Completion> {
    if let Some((_, before, _)) = verb::behind(part) {
        return name_at_the_end(before, begin, people);
    }
    let verbs = begun(part).filter(|verb| verb.place == Place::First);
    let mut words: Vec<String> = verbs.map(|verb| format!("{} ", verb.words)).collect();
    words.retain(|word| word.trim() != part.trim().to_lowercase() || VERBS.len() == 1);
    if let Some(name) = name_at_the_end(part, begin, people)
        && name.from == begin
    {
        words.extend(name.words);
    }
    if words.is_empty() {
        return verb_behind(part, begin, people);
    }
    Some(Completion { from: begin, words })
}

/// "bob is so": the verb behind a person.
fn verb_behind(part: &str, begin: usize, people: &People<'_>) -> Option<Completion> {
    let found = people.leading(part)?;
    let rest = found.rest;
    let typed = rest.to_lowercase();
    let verbs = VERBS.iter().filter(|verb| verb.place == Place::Behind);
    let fitting = verbs.filter(|verb| verb.words.starts_with(&typed));
    let words: Vec<String> = fitting.map(|verb| format!("{} ", verb.words)).collect();
    let from = begin + part.len() - rest.len();
    (!words.is_empty() && !rest.is_empty()).then_some(Completion { from, words })
}

/// The people whom the last words could mean: as many words as make a name. A name that is whole gives way to the next.
fn name_at_the_end(text: &str, begin: usize, people: &People<'_>) -> Option<Completion> {
    let begins: Vec<usize> = starts(text).collect();
    let first = begins.len().saturating_sub(LONGEST_NAME);
    begins.into_iter().skip(first).find_map(|start| {
        let typed = text.get(start..)?.trim_end();
        // What follows a comma begins a name of its own.
        if typed.contains(',') {
            return None;
        }
        let found = people.all_called(typed);
        let mut words: Vec<String> = Vec::new();
        for (person, _) in &found {
            let is_shared = found
                .iter()
                .filter(|(other, _)| other.name == person.name)
                .count()
                > 1;
            let firm = Some(person.firm()).filter(|firm| is_shared && !firm.is_empty());
            words.push(firm.map_or_else(
                || person.name.clone(),
                |firm| format!("{} ({firm})", person.name),
            ));
        }
        words.dedup();
        let is_whole = found.first().is_some_and(|(_, fit)| *fit == Fit::Whole);
        if is_whole && words.len() > 1 && people.is_settled(typed) {
            words.rotate_left(1);
        }
        (!words.is_empty()).then_some(Completion {
            from: begin + start,
            words,
        })
    })
}
