//! The verbs that begin a line, each with what it says and an example.

use super::{Fact, Unread, Words};
use crate::domain::incident::{IncidentKind, Party, Severity};

/// A verb that begins a line.
pub struct Verb {
    /// Its words, as they are typed.
    pub words: &'static str,
    /// An example of the whole line.
    pub example: &'static str,
    /// What it says.
    pub says: &'static str,
    /// Whether a person follows.
    pub whom: Whom,
    pub(super) fact: fn(&Words<'_>) -> Result<Fact, Unread>,
}

/// Whether a person follows a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Somebody of the book.
    Somebody,
    /// Nobody: it is about me alone.
    Nobody,
}

/// All verbs, in the order in which they are offered.
pub static VERBS: &[Verb] = &[
    Verb {
        words: "helped by",
        example: "helped by ana: lent me her tax adviser",
        says: "they helped without having to",
        whom: Whom::Somebody,
        fact: |words| incident(words, Party::Them, IncidentKind::Helped),
    },
    Verb {
        words: "helped",
        example: "helped max fri: looked after his stand",
        says: "you helped them without having to",
        whom: Whom::Somebody,
        fact: |words| incident(words, Party::Me, IncidentKind::Helped),
    },
    Verb {
        words: "lied to by",
        example: "lied to by carl: the budget was never approved",
        says: "they acted in bad faith",
        whom: Whom::Somebody,
        fact: |words| incident(words, Party::Them, IncidentKind::BadFaith),
    },
    Verb {
        words: "harmed by",
        example: "harmed by carl yesterday: cancelled on the day",
        says: "they did harm",
        whom: Whom::Somebody,
        fact: |words| incident(words, Party::Them, IncidentKind::Harmed),
    },
    Verb {
        words: "wronged",
        example: "wronged cleo seriously: showed her draft around",
        says: "you wronged them",
        whom: Whom::Somebody,
        fact: |words| incident(words, Party::Me, IncidentKind::Harmed),
    },
    Verb {
        words: "owned up to",
        example: "owned up to cleo",
        says: "you told them that it was your wrong",
        whom: Whom::Somebody,
        fact: |words| words.nothing_more().map(|()| Fact::OwnedUp),
    },
    Verb {
        words: "put right with",
        example: "put right with cleo",
        says: "your wrong is put right",
        whom: Whom::Somebody,
        fact: |words| words.nothing_more().map(|()| Fact::PutRight),
    },
    Verb {
        words: "settled with",
        example: "settled with carl",
        says: "their bad faith is settled",
        whom: Whom::Somebody,
        fact: |words| words.nothing_more().map(|()| Fact::Settled),
    },
    Verb {
        words: "line with",
        example: "line with carl",
        says: "no one-to-one with them for now",
        whom: Whom::Somebody,
        fact: |words| words.nothing_more().map(|()| Fact::Boundary(true)),
    },
    Verb {
        words: "no line with",
        example: "no line with carl",
        says: "meeting one-to-one is fine again",
        whom: Whom::Somebody,
        fact: |words| words.nothing_more().map(|()| Fact::Boundary(false)),
    },
    Verb {
        words: "later",
        example: "later bob until 1 nov",
        says: "their pace is left alone until then",
        whom: Whom::Somebody,
        fact: |words| words.day_ahead().map(Fact::Later),
    },
    Verb {
        words: "free",
        example: "free 6 h a week",
        says: "the time you have for what you promise",
        whom: Whom::Nobody,
        fact: |words| words.weekly_minutes().map(Fact::WeeklyMinutes),
    },
];

/// The verb that a line begins with, and what follows it; of two that fit the longer one.
pub(super) fn leading(head: &str) -> Option<(&'static Verb, &str)> {
    let typed = |verb: &Verb| after(head, verb.words);
    let fitting = VERBS.iter().filter(|verb| typed(verb).is_some());
    let verb = fitting.max_by_key(|verb| verb.words.len())?;
    Some((verb, after(head, verb.words)?))
}

/// The verbs that a line could still become.
pub fn begun(head: &str) -> impl Iterator<Item = &'static Verb> {
    let head = head.trim_start().to_lowercase();
    let is_begun = move |verb: &&Verb| verb.words.starts_with(head.trim_end());
    VERBS.iter().filter(is_begun)
}

fn incident(words: &Words<'_>, about: Party, kind: IncidentKind) -> Result<Fact, Unread> {
    let (severity, rest) = severity(words.rest);
    // It weighs in what I have to put right; of theirs, and of help, nothing reads it.
    let weighs = about == Party::Me && kind != IncidentKind::Helped;
    if !weighs && rest.len() < words.rest.len() {
        let why = "How grave it was is kept of your own wrongs only: leave that word out";
        return Err(Unread(why.to_owned()));
    }
    let words = Words { rest, ..*words };
    Ok(Fact::Incident {
        about,
        kind,
        severity,
        on: words.past_day()?,
        note: words.what()?,
    })
}

/// How grave, where it is said, and what follows it.
fn severity(rest: &str) -> (Severity, &str) {
    let said = [
        ("seriously", Severity::Serious),
        ("badly", Severity::Moderate),
        ("slightly", Severity::Minor),
    ];
    let found = said
        .into_iter()
        .find_map(|(word, severity)| Some((severity, after(rest, word)?)));
    found.unwrap_or((Severity::default(), rest))
}

/// What follows some words, whatever their case and the spaces between them; `None` where they do not stand there whole.
fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
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
