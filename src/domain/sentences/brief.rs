//! A person before we meet, in words: on one screen, and printed as Markdown.

use chrono::NaiveDate;

use super::agenda::not_told;
use super::facts::{Facts, Tone};
use super::network::introduction::{next, pair};
use super::promise::efforts;
use super::{day, joined, listed, name, people, person, words};
use crate::domain::book::Book;
use crate::domain::brief::{Brief, Common, Give};
use crate::domain::conflict::has_my_word;
use crate::domain::contact::Tie;
use crate::domain::dates::{days, short};
use crate::domain::invite::Invite;
use crate::domain::markdown;
use crate::domain::promise::Promise;
use crate::domain::silence::silence;

/// The most promises of each side, and the most aims: it is to be read on the way to the door.
const MOST: usize = 3;
/// The most characters of a note.
const LONGEST_NOTE: usize = 120;
/// The most people in common.
const MOST_PEOPLE: usize = 4;

/// What stands above it.
#[must_use]
pub fn title(brief: &Brief<'_>) -> String {
    format!("Before you meet {}", brief.contact.name)
}

/// All of it, as Markdown.
#[must_use]
pub fn page(brief: &Brief<'_>, book: &Book, today: NaiveDate) -> String {
    markdown::page(&title(brief), &facts(brief, book, today))
}

/// What it says.
#[must_use]
pub fn facts(brief: &Brief<'_>, book: &Book, today: NaiveDate) -> Facts {
    let mut facts = Facts::default();
    who(&mut facts, brief, book, today);
    facts.heading("Open between you");
    open(&mut facts, brief, book, today);
    facts.heading("What they are after");
    after(&mut facts, brief, today);
    facts.fact("You could give", &give(brief, book), Tone::Strong);
    facts
}

/// Who they are, how we met, when we last talked, the lunch that is coming, and whom we both know.
fn who(facts: &mut Facts, brief: &Brief<'_>, book: &Book, today: NaiveDate) {
    person::heading(facts, brief.contact);
    facts.fact("You met", &brief.contact.how_we_met, Tone::Plain);
    let talk = brief.between.last_interaction();
    let note = talk.map_or("", |talk| &talk.note);
    let last = person::last_talk(brief.contact, brief.between, today);
    facts.fact("Last talk", &joined(&last, note), Tone::Plain);
    if let Some(message) = brief.unanswered {
        let said = format!(
            "{}, {}",
            short(message.on, today),
            words::interaction(message.kind)
        );
        facts.fact("No answer", &joined(&said, &message.note), Tone::Mild);
    }
    if brief.contact.boundary {
        facts.fact("Your line", words::MY_LINE, Tone::Mild);
    }
    if let Some(lunch) = brief.lunch {
        person::lunch(facts, lunch, today);
        for other in &brief.competing {
            facts.fact("", &at_the_same_time(book, other), Tone::Mild);
        }
        facts.fact("", &day::place(lunch), Tone::Plain);
    }
    facts.fact("Your notes", &noted(&brief.contact.notes), Tone::Plain);
    facts.fact("You both know", &both_know(brief, book, today), Tone::Plain);
}

/// "at the same time: Dana Liu, who has your word".
fn at_the_same_time(book: &Book, other: &Invite) -> String {
    let who: Vec<String> = other
        .with
        .iter()
        .map(|id| name(book, *id).to_owned())
        .collect();
    let word = match (has_my_word(other), who.len()) {
        (false, _) => "",
        (true, 0 | 1) => ", who has your word",
        (true, _) => ", who have your word",
    };
    format!("at the same time: {}{word}", listed(&who))
}

/// The notes about a person, as far as there is room for them.
fn noted(notes: &str) -> String {
    let notes = notes.trim();
    match notes.char_indices().nth(LONGEST_NOTE) {
        None => notes.to_owned(),
        Some((end, _)) => format!("{}…", notes.get(..end).unwrap_or(notes).trim_end()),
    }
}

/// What is open both ways; what they owe only to be known, not to be asked for. What I am to put right, to tell and to
/// choose. Then who is being introduced to whom.
fn open(facts: &mut Facts, brief: &Brief<'_>, book: &Book, today: NaiveDate) {
    let is_nothing_else = brief.introductions.is_empty() && !asks_something_else(brief);
    if brief.mine.is_empty() && brief.theirs.is_empty() && is_nothing_else {
        facts.sentence("No promise either way.", Tone::Dim);
    }
    for wrong in brief.wrongs.iter().take(MOST) {
        let text = joined(&short(wrong.on, today), &wrong.note);
        facts.fact("To put right", &text, Tone::Mild);
    }
    more(facts, brief.wrongs.len());
    for decision in brief.untold.iter().take(MOST) {
        facts.fact("To tell", &not_told(book, decision, today), Tone::Mild);
    }
    more(facts, brief.untold.len());
    for promises in [&brief.mine, &brief.theirs] {
        write(facts, promises, today);
    }
    for set in brief.to_choose.iter().take(MOST) {
        facts.fact("To choose", &set.question, Tone::Plain);
    }
    more(facts, brief.to_choose.len());
    for wish in brief.introductions.iter().take(MOST) {
        let text = format!("{} · next: {}", pair(book, wish), next(book, wish));
        facts.fact("Introduction", &text, Tone::Plain);
    }
    more(facts, brief.introductions.len());
}

/// Whether something else than a promise waits for me.
const fn asks_something_else(brief: &Brief<'_>) -> bool {
    !(brief.wrongs.is_empty() && brief.untold.is_empty() && brief.to_choose.is_empty())
}

fn write(facts: &mut Facts, promises: &[&Promise], today: NaiveDate) {
    for promise in promises.iter().take(MOST) {
        person::promise(facts, promise, today);
        facts.fact("", &unheard(promise, today), Tone::Mild);
    }
    more(facts, promises.len());
}

/// What they wait for to hear: "nothing heard for 15 days; 2 efforts, untold"; nothing where they know how it stands.
fn unheard(promise: &Promise, today: NaiveDate) -> String {
    let silent = silence(promise, today).filter(|silence| silence.debt_days() > 0);
    let is_untold = promise.is_owed_by_me() && promise.untold().count() > 0;
    let parts = [
        silent.map(|silence| format!("nothing heard for {}", days(silence.days))),
        efforts(promise).filter(|_| is_untold),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What they try to solve and aim for.
fn after(facts: &mut Facts, brief: &Brief<'_>, today: NaiveDate) {
    for aim in brief.aims.iter().take(MOST) {
        person::aim(facts, brief.contact, aim.id, today);
    }
    more(facts, brief.aims.len());
    if brief.aims.is_empty() {
        facts.sentence("Nothing is noted.", Tone::Dim);
    }
}

/// How many more there are than stand here.
fn more(facts: &mut Facts, all: usize) {
    if let Some(left @ 1..) = all.checked_sub(MOST) {
        facts.fact("", &format!("and {left} more"), Tone::Dim);
    }
}

/// "Dana Liu (close), Max Lindqvist (with you both 3 Sep) and 2 people more".
fn both_know(brief: &Brief<'_>, book: &Book, today: NaiveDate) -> String {
    let said = |one: &Common| {
        let who = name(book, one.contact);
        let how = match (one.tie, one.together) {
            (Some(tie), _) if tie != Tie::Unknown => words::tie(tie).to_owned(),
            (_, Some(on)) => format!("with you both {}", short(on, today)),
            (_, None) => return who.to_owned(),
        };
        format!("{who} ({how})")
    };
    let mut parts: Vec<String> = brief.in_common.iter().take(MOST_PEOPLE).map(said).collect();
    if let Some(left @ 1..) = brief.in_common.len().checked_sub(MOST_PEOPLE) {
        parts.push(format!("{} more", people(left)));
    }
    match parts.as_slice() {
        [] => "nobody, as far as you noted".to_owned(),
        parts => listed(parts),
    }
}

/// One thing, and why it fits.
fn give(brief: &Brief<'_>, book: &Book) -> String {
    match brief.give {
        Give::Introduction { to, topic, aim } => {
            let other = name(book, to);
            let offer = format!(
                "an introduction to {other}, who can help with {topic}, if both would like it"
            );
            match brief.aims.as_slice() {
                [_] => offer,
                _ => joined(&offer, &aim.text),
            }
        }
        Give::Ear => "an open ear: nobody in your book is noted to know of it".to_owned(),
        Give::Question => {
            let who = brief.contact.first_name();
            format!("a question: you know nothing yet of what {who} is working on")
        }
    }
}
