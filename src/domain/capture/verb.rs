//! The verbs of a line, each with what it says and an example: the one table for reading, help, completion and `docs/lines.md`.

use super::said::{Said, after, starts};
use super::{Fact, Unread, incident, invite, own, person, promise, talk, value};

/// A verb of a line.
pub struct Verb {
    /// Its words, as they are typed.
    pub words: &'static str,
    /// An example of the whole line.
    pub example: &'static str,
    /// What it says.
    pub says: &'static str,
    /// Where it stands.
    pub place: Place,
    /// Whether people follow.
    pub whom: Whom,
    /// Words before the person, where something else stands first: "got intro from dana".
    pub(super) before_whom: &'static [&'static str],
    /// Whether it begins a fact also where the note of a talk is expected, by what follows it.
    pub(super) opens: fn(&str) -> bool,
    pub(super) fact: fn(&Said<'_>) -> Result<Fact, Unread>,
}

/// Where a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before the person: "met ana".
    First,
    /// Behind the person: "ana promised the deck".
    Behind,
}

/// Whether people follow a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Nobody: it is about me alone.
    Nobody,
    /// One of the book.
    One,
    /// Two of the book, "to" between them.
    Two,
    /// Any number; who is not known is brought in.
    Several,
}

type Read = fn(&Said<'_>) -> Result<Fact, Unread>;

const fn verb(
    words: &'static str,
    example: &'static str,
    says: &'static str,
    whom: Whom,
    fact: Read,
) -> Verb {
    Verb {
        words,
        example,
        says,
        place: Place::First,
        whom,
        before_whom: &[],
        opens: |_| false,
        fact,
    }
}

const fn behind_the_person(
    words: &'static str,
    example: &'static str,
    says: &'static str,
    fact: Read,
) -> Verb {
    Verb {
        place: Place::Behind,
        opens: |_| true,
        ..verb(words, example, says, Whom::One, fact)
    }
}

use Whom::{Nobody, One, Several, Two};

/// All verbs, in the order in which they are offered.
#[rustfmt::skip]
pub static VERBS: &[Verb] = &[
    verb("met", "met bob, dana yesterday: pricing", "a talk; a name that is new brings somebody in", Several, talk::met),
    verb("lunch", "lunch bob fri 12:30 at Lumen", "they ask you for an hour", Several, invite::lunch),
    Verb { opens: |_| true, ..verb("promise", "promise eve intro to Max by fri", "your promise", One, promise::promise) },
    Verb { before_whom: &["to"], opens: value::begins, ..verb("gave", "gave bob advice: pricing model", "value given: knowledge, advice, an intro", One, value::gave) },
    verb("done", "done cleo deck yesterday", "you kept a promise", One, promise::done),
    verb("told", "told eve: still chasing Max", "how your promise stands, and they know", One, promise::told),
    verb("tried", "tried eve: mailed Max, no answer", "you tried; they do not know yet", One, promise::tried),
    verb("yes", "yes dana lunch fri 12:30", "your answer to an invite", One, invite::yes),
    behind_the_person("is solving", "bob is solving churn in Q4", "what they try to solve", person::is_solving),
    behind_the_person("wants to", "bob wants to open a second office", "where they want to get", person::wants_to),
    behind_the_person("promised", "eve promised deck by mon", "their promise to you", promise::promised),
    verb("called", "called dana yesterday: the audit", "a talk by telephone", Several, talk::called),
    verb("wrote", "wrote dana: asked about the audit", "you wrote; the pace goes on", Several, talk::wrote),
    verb("mailed", "mailed dana: asked about the audit", "you wrote; the pace goes on", Several, talk::wrote),
    verb("heard from", "heard from dana: the audit is through", "they wrote, and you answered", Several, talk::heard_from),
    verb("had lunch", "had lunch with max: the first hire", "a talk over lunch", Several, talk::had_lunch),
    verb("had coffee", "had coffee with ana: her exhibition", "a talk in person", Several, talk::in_person),
    verb("had breakfast", "had breakfast with ana: her exhibition", "a talk in person", Several, talk::in_person),
    verb("had dinner", "had dinner with ana: her exhibition", "a talk in person", Several, talk::in_person),
    verb("try", "try eve intro to Max by fri", "you say you'll try", One, promise::try_to),
    Verb { before_whom: &["from"], opens: value::begins, ..verb("got", "got intro from dana: Max", "value received, which no comparison reads", One, value::got) },
    Verb { opens: |_| false, ..behind_the_person("delivered", "ana delivered notes", "they kept their promise", promise::delivered) },
    verb("intro", "intro lea to dana: both look for millers", "an introduction to make", Two, person::intro),
    verb("note", "note bob: prefers mornings", "anything else about them", One, person::note),
    verb("maybe", "maybe dana lunch fri 12:30", "your answer to an invite", One, invite::maybe),
    verb("no", "no dana lunch fri 12:30", "your answer to an invite", One, invite::no),
    verb("moved", "moved dana lunch to tue 12:30", "you agreed on another time", One, invite::moved),
    verb("invited", "invited max to lunch fri 12:30", "you ask them for an hour", Several, invite::invited),
    verb("coffee", "coffee max next tue 15:00", "they ask you for an hour", Several, invite::coffee),
    verb("breakfast", "breakfast max next tue 8:00", "they ask you for an hour", Several, invite::breakfast),
    verb("dinner", "dinner max next tue 19:00", "they ask you for an hour", Several, invite::dinner),
    verb("meeting", "meeting max next tue 15:00-16:30", "they ask you for an hour", Several, invite::meeting),
    verb("helped by", "helped by lea: lent me her tax adviser", "they helped without having to", One, incident::helped_by),
    verb("helped", "helped max fri: looked after his stand", "you helped them without having to", One, incident::helped),
    verb("lied to by", "lied to by carl: the budget was never approved", "they acted in bad faith", One, incident::lied_to_by),
    verb("harmed by", "harmed by carl yesterday: cancelled on the day", "they did harm", One, incident::harmed_by),
    verb("wronged", "wronged cleo seriously: showed her draft around", "you wronged them", One, incident::wronged),
    verb("owned up to", "owned up to cleo", "you told them that it was your wrong", One, incident::owned_up),
    verb("put right with", "put right with cleo", "your wrong is put right", One, incident::put_right),
    verb("settled with", "settled with carl", "their bad faith is settled", One, incident::settled),
    verb("line with", "line with carl", "no one-to-one with them for now", One, own::line),
    verb("no line with", "no line with carl", "meeting one-to-one is fine again", One, own::no_line),
    verb("later", "later bob until 1 nov", "their pace is left alone until then", One, own::later),
    verb("free", "free 6 h a week", "the time you have for what you promise", Nobody, own::free),
];

/// The verb that a line begins with, and what follows it; of two that fit the longer one.
pub(super) fn leading(head: &str) -> Option<(&'static Verb, &str)> {
    let first = VERBS.iter().filter(|verb| verb.place == Place::First);
    let fitting = first.filter_map(|verb| Some((verb, after(head, verb.words)?)));
    fitting.max_by_key(|(verb, _)| verb.words.len())
}

/// The first verb that stands behind a person, with what stands before and after it.
pub(super) fn behind(head: &str) -> Option<(&'static Verb, &str, &str)> {
    starts(head).find_map(|start| {
        let (before, tail) = head.split_at_checked(start)?;
        let behind = VERBS.iter().filter(|verb| verb.place == Place::Behind);
        let mut fitting = behind.filter_map(|verb| Some((verb, after(tail, verb.words)?)));
        let (verb, rest) = fitting.next()?;
        Some((verb, before.trim(), rest))
    })
}

/// The verbs that a line could still become.
pub fn begun(head: &str) -> impl Iterator<Item = &'static Verb> {
    let head = head.trim_start().to_lowercase();
    let is_begun = move |verb: &&Verb| verb.words.starts_with(head.trim_end());
    VERBS.iter().filter(is_begun)
}

/// The verbs that a line has or could still become; all of them where it begins with none.
#[must_use]
pub fn fitting(text: &str) -> Vec<&'static Verb> {
    let head = super::parts::head_and_note(text).0;
    if let Some((verb, _)) = leading(head) {
        return vec![verb];
    }
    if let Some((verb, _, _)) = behind(head) {
        return vec![verb];
    }
    let fitting: Vec<&Verb> = begun(head).collect();
    if fitting.is_empty() {
        VERBS.iter().collect()
    } else {
        fitting
    }
}
