//! Lines of a promise: given, kept, tried for, told of.

use chrono::{NaiveDate, NaiveTime};

use super::name::words;
use super::said::{Said, split_last};
use super::{Fact, Unread, value};
use crate::domain::dates::short;
use crate::domain::incident::Party;
use crate::domain::introducing;
use crate::domain::promise::{Effort, EffortKind, Promise, PromiseId, Strength};
use crate::domain::sentences::network::introduction::not_yet;
use crate::domain::sentences::{first_name, joined, listed};
use crate::domain::when::{self, Hours, Unclear};

/// Words of a promise that say nothing of which one it is.
const SMALL: [&str; 14] = [
    "the", "a", "an", "to", "for", "of", "with", "her", "his", "my", "their", "and", "on", "in",
];

/// How many promises a sentence names.
const MOST_NAMED: usize = 3;

pub(super) fn promise(said: &Said<'_>) -> Result<Fact, Unread> {
    given(said, Party::Me, Strength::Promise)
}

pub(super) fn try_to(said: &Said<'_>) -> Result<Fact, Unread> {
    given(said, Party::Me, Strength::Attempt)
}

pub(super) fn promised(said: &Said<'_>) -> Result<Fact, Unread> {
    given(said, Party::Them, Strength::Promise)
}

fn given(said: &Said<'_>, by: Party, strength: Strength) -> Result<Fact, Unread> {
    let all = match (said.rest, said.note) {
        ("", note) => note.to_owned(),
        (rest, note) => joined(rest, note),
    };
    let (text, due) = with_due(&all, said)?;
    if text.is_empty() {
        return Err(Unread::because("What is promised? promise eve deck by fri"));
    }
    Ok(Fact::Promise(Box::new(Promise {
        by,
        kind: value::kind_of(&text),
        text,
        due,
        said: strength,
        ..Promise::new(said.one()?, said.known.today)
    })))
}

/// What is promised, and by when: only the last "by" of a line says that, where a day follows it.
fn with_due(all: &str, said: &Said<'_>) -> Result<(String, Option<NaiveDate>), Unread> {
    let today = said.known.today;
    let Some((text, words)) = split_last(all, "by") else {
        return Ok((all.to_owned(), None));
    };
    match when::moment(words, today).map(|moment| (moment.day, moment.hours)) {
        Ok((Some(day), _)) if day < today => {
            let day = short(day, today);
            Err(Unread::because(format!("{day} is over: by when?")))
        }
        Ok((Some(day), hours)) => Ok((with_hours(text, hours), Some(day))),
        Ok((None, _)) | Err(Unclear::NoDay) => Ok((all.to_owned(), None)),
        Err(why) => Err(said.unclear(words, why)),
    }
}

/// A promise has a day alone: a time of day stays in its words, "deck (15:00)".
fn with_hours(text: &str, hours: Option<Hours>) -> String {
    let clock = |time: NaiveTime| time.format("%H:%M");
    match hours {
        None => text.to_owned(),
        Some(Hours { from, until: None }) => format!("{text} ({})", clock(from)),
        Some(Hours {
            from,
            until: Some(until),
        }) => format!("{text} ({}-{})", clock(from), clock(until)),
    }
}

pub(super) fn done(said: &Said<'_>) -> Result<Fact, Unread> {
    kept(said, Party::Me)
}

pub(super) fn delivered(said: &Said<'_>) -> Result<Fact, Unread> {
    kept(said, Party::Them)
}

fn kept(said: &Said<'_>, by: Party) -> Result<Fact, Unread> {
    let (words, on) = said.words_and_past_day()?;
    let owed = Owed::of(said, by)?;
    let id = owed.called(&[words, said.note].join(" "))?;
    let made = owed.promises.iter().find(|one| one.id == id);
    if let Some(made) = made.map(|one| one.made).filter(|made| on < *made) {
        let made = short(made, said.known.today);
        return Err(Unread::because(format!(
            "It was promised on {made}, and not kept before"
        )));
    }
    let book = said.known.book;
    let waiting = introducing::in_the_way(book, id, on);
    match waiting.and_then(|wish| book.introductions.get(wish)) {
        Some(wish) => Err(Unread::because(not_yet(book, wish, said.known.today))),
        None => Ok(Fact::Done(id, on)),
    }
}

pub(super) fn tried(said: &Said<'_>) -> Result<Fact, Unread> {
    effort(said, false)
}

pub(super) fn told(said: &Said<'_>) -> Result<Fact, Unread> {
    effort(said, true)
}

fn effort(said: &Said<'_>, is_told: bool) -> Result<Fact, Unread> {
    let owed = Owed::of(said, Party::Me)?;
    let (words, on) = said.words_and_past_day()?;
    let (id, text) = match (words, said.note) {
        (_, "") if words.is_empty() => return Err(Unread::because("Behind a colon: what?")),
        // Without a colon all of it is what I did; it also says for which promise.
        (words, "") => (owed.spoken_of(words)?, words),
        ("", note) => (owed.spoken_of(note)?, note),
        (words, note) => (owed.called(words)?, note),
    };
    let effort = Effort {
        on,
        told: is_told.then_some(on),
        kind: EffortKind::Progress,
        text: text.to_owned(),
    };
    Ok(Fact::Effort(id, effort))
}

/// The promises that are owed between one person and me.
struct Owed<'a> {
    promises: Vec<&'a Promise>,
    today: NaiveDate,
}

impl<'a> Owed<'a> {
    fn of(said: &Said<'a>, by: Party) -> Result<Self, Unread> {
        let (who, known) = (said.one()?, said.known);
        let all = known.relationships.with(who).promises.iter();
        let owed = all.filter(|promise| promise.by == by && promise.is_owed());
        let mut promises: Vec<&Promise> = owed.map(AsRef::as_ref).collect();
        promises.sort_by_key(|promise| (promise.due.is_none(), promise.due, promise.made));
        if promises.is_empty() {
            let name = first_name(known.book, who);
            return Err(Unread::because(match by {
                Party::Me => format!("You owe {name} nothing that is open"),
                Party::Them => format!("{name} owes you nothing that is open"),
            }));
        }
        let today = known.today;
        Ok(Self { promises, today })
    }

    /// The one that has all these words, whole or in part; the only one where none are said.
    fn called(&self, text: &str) -> Result<PromiseId, Unread> {
        let wanted = telling(text);
        let has = |promise: &&&Promise| {
            let own = words(&promise.text);
            let is_there = |word: &String| own.iter().any(|other| other.starts_with(word.as_str()));
            wanted.iter().all(is_there)
        };
        let fitting: Vec<&Promise> = self.promises.iter().filter(has).copied().collect();
        match fitting.as_slice() {
            [one] => Ok(one.id),
            [] => {
                let all = self.listed(&self.promises);
                Err(Unread::because(format!(
                    "No open promise says \"{}\": {all}",
                    text.trim()
                )))
            }
            several => Err(self.which(several)),
        }
    }

    /// The one that a sentence speaks of: the only one, or the only one with a word of it.
    fn spoken_of(&self, text: &str) -> Result<PromiseId, Unread> {
        if let [only] = self.promises.as_slice() {
            return Ok(only.id);
        }
        let spoken = telling(text);
        let shared = |promise: &&Promise| {
            let own = telling(&promise.text);
            spoken.iter().filter(|word| own.contains(word)).count()
        };
        let most = self.promises.iter().map(shared).max().unwrap_or(0);
        let fitting = self.promises.iter().filter(|one| shared(one) == most);
        match fitting.copied().collect::<Vec<_>>().as_slice() {
            [one] => Ok(one.id),
            several => Err(self.which(several)),
        }
    }

    fn which(&self, several: &[&Promise]) -> Unread {
        let all = self.listed(several);
        Unread::because(format!("Which one? Write a word of it: {all}"))
    }

    fn listed(&self, promises: &[&Promise]) -> String {
        let name = |promise: &&Promise| {
            let due = promise
                .due
                .map(|due| format!(" ({})", short(due, self.today)));
            format!("\"{}\"{}", promise.text, due.unwrap_or_default())
        };
        let mut names: Vec<String> = promises.iter().take(MOST_NAMED).map(name).collect();
        if promises.len() > MOST_NAMED {
            names.push(format!("{} more", promises.len() - MOST_NAMED));
        }
        listed(&names)
    }
}

/// The words of a text that tell which promise it is.
fn telling(text: &str) -> Vec<String> {
    let bare = |word: String| {
        word.trim_matches(|char: char| !char.is_alphanumeric())
            .to_owned()
    };
    let all = words(text).into_iter().map(bare);
    all.filter(|word| !word.is_empty() && !SMALL.contains(&word.as_str()))
        .collect()
}
