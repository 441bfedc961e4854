//! What a captured line will store, said back before it is stored.

mod aside;
mod hour;

use chrono::NaiveDate;

use crate::domain::book::Book;
use crate::domain::capture::{EventAfter, Fact, Known, Line, Unread, last_touch};
use crate::domain::contact::{Aim, Contact, ContactId, Source};
use crate::domain::dates::{relative, short};
use crate::domain::exchange::{Direction, Exchange};
use crate::domain::incident::{Incident, IncidentKind, Party, Severity};
use crate::domain::interaction::{Interaction, InteractionKind};
use crate::domain::introduction::{Introduction, IntroductionId};
use crate::domain::promise::{Effort, Promise, PromiseId, Strength};
use crate::domain::sentences::incident::did;
use crate::domain::sentences::network::introduction::pair;
use crate::domain::sentences::{capitalised, first_name, listed, name, words};

/// What a line will store, a sentence for each thing; people who are new or come back first.
#[must_use]
pub fn sentences(line: &Line, book: &Book, today: NaiveDate) -> Vec<String> {
    let with_new = line.with_new(book);
    let mut said: Vec<String> = line.new.iter().map(newcomer).collect();
    said.extend(line.asides.iter().map(|one| aside::says(one, book)));
    let facts = line.facts.iter();
    said.extend(facts.map(|fact| of_fact(fact, &with_new, today)));
    match &line.event {
        EventAfter::Same => {}
        EventAfter::On(event) => said.push(format!(
            "At {event}: on for the lines that follow; at: ends it."
        )),
        EventAfter::Over => said.push("No event is on any more.".to_owned()),
    }
    said
}

/// All of it in one line.
#[must_use]
pub fn says(line: &Line, book: &Book, today: NaiveDate) -> String {
    sentences(line, book, today).join(" ")
}

/// What is said once it is stored, and in undoing it. Of what one of us did it says only of whom: it stays on the screen,
/// where others may look on.
#[must_use]
pub fn label(line: &Line, book: &Book, today: NaiveDate) -> String {
    let with_new = line.with_new(book);
    match line.facts.as_slice() {
        [only] => label_of(only, &with_new, today),
        [] => says(line, book, today).trim_end_matches('.').to_owned(),
        several => {
            let who = several.iter().find_map(Fact::who);
            let who = who.map_or("", |who| first_name(&with_new, who));
            format!("noted: {} things, {who}", several.len())
        }
    }
}

/// Whom a name was taken for, and who else it could mean: "Ana Silva, lunch today. Tab: Ana Weber, call 40 days ago".
#[must_use]
pub fn taken_for(line: &Line, known: Known<'_>) -> Vec<String> {
    let named = line.named.iter();
    let said = named.map(|named| {
        let people = named.candidates.iter().take(4);
        let mut people = people.map(|id| with_touch(*id, known));
        let first = people.next().unwrap_or_default();
        format!("{first}. Tab: {}.", people.collect::<Vec<_>>().join("; "))
    });
    said.collect()
}

/// Whom a name was taken for, and who else it could mean, where nobody looks on who could choose.
#[must_use]
pub fn could_mean(line: &Line, book: &Book) -> Vec<String> {
    let said = line.named.iter().filter_map(|named| {
        let (taken, others) = named.candidates.split_first()?;
        let others = others.iter().take(4).map(|id| name(book, *id).to_owned());
        let others = listed(&others.collect::<Vec<_>>());
        let (typed, taken) = (&named.typed, name(book, *taken));
        (!others.is_empty())
            .then(|| format!("\"{typed}\" was taken for {taken}; it fits {others} too."))
    });
    said.collect()
}

/// Why a line cannot be read; where that is a question about people, with all who could be meant.
#[must_use]
pub fn why(unread: &Unread, known: Known<'_>) -> String {
    if unread.candidates.is_empty() {
        return unread.why.clone();
    }
    let people = unread.candidates.iter().take(5);
    let people: Vec<String> = people.map(|id| with_touch(*id, known)).collect();
    format!("{} {}", unread.why, people.join("; "))
}

/// "Ana Silva, lunch today".
fn with_touch(id: ContactId, known: Known<'_>) -> String {
    let name = name(known.book, id);
    match last_touch(known, id) {
        None => format!("{name}, no talk noted"),
        Some((on, kind)) => {
            let how = words::interaction(kind);
            format!("{name}, {how} {}", relative(on, known.today))
        }
    }
}

fn newcomer(new: &Contact) -> String {
    let parts = [&new.name, &new.organisation];
    let parts = parts.into_iter().chain(&new.emails);
    let parts: Vec<&str> = parts
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    format!("New: {}.", parts.join(", "))
}

/// "yesterday (Wed 23 Sep)".
fn day(on: NaiveDate, today: NaiveDate) -> String {
    format!("{} ({})", relative(on, today), short(on, today))
}

/// What was said ends with a stop of its own, or gets one.
fn ended(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let stop = if text.ends_with(['?', '!']) { "" } else { "." };
    format!("{text}{stop}")
}

fn of_fact(fact: &Fact, book: &Book, today: NaiveDate) -> String {
    match fact {
        Fact::Talk(talk) => of_talk(talk, book, today),
        Fact::Promise(promise) => of_promise(promise, book, today),
        Fact::Done(id, on) => of_done(*id, *on, book, today),
        Fact::Effort(id, effort) => of_effort(*id, effort, book, today),
        Fact::Value(value) => of_value(value, book, today),
        Fact::Aspiration(who, aim) => of_aim(*who, "wants to", aim, book),
        Fact::Problem(who, aim) => of_aim(*who, "is solving", aim, book),
        Fact::Note(who, text) => ended(&format!("Note on {}: {text}", name(book, *who))),
        Fact::Introduction(introduction) => of_introduction(introduction, book),
        Fact::Introduced(id, on) => of_introduced(*id, *on, book, today),
        Fact::Invite(invite) => hour::of_invite(invite, book, today),
        Fact::Reply(id, reply) => hour::of_reply(*id, *reply, book, today),
        Fact::Moved(moved) => hour::of_move(*moved, book, today),
        Fact::Incident(incident) => of_incident(incident, book, today),
        Fact::Boundary(who, true) => {
            format!(
                "You draw a line with {}: {}.",
                name(book, *who),
                words::MY_LINE
            )
        }
        Fact::Boundary(who, false) => {
            format!("Meeting {} one-to-one is fine again.", name(book, *who))
        }
        Fact::Settled(who) => {
            format!(
                "What {} did in bad faith is settled, today.",
                name(book, *who)
            )
        }
        Fact::OwnedUp(who) => format!("You owned up to {}, today.", name(book, *who)),
        Fact::PutRight(who) => format!("You put it right with {}, today.", name(book, *who)),
        Fact::Later(who, until) => format!(
            "The pace with {} is left alone until {}.",
            name(book, *who),
            short(*until, today)
        ),
        Fact::WeeklyMinutes(minutes) => {
            format!("You have {} a week for what you promise.", length(*minutes))
        }
    }
}

/// What the notice and the undo say of one fact.
fn label_of(fact: &Fact, book: &Book, today: NaiveDate) -> String {
    let who = fact.who().map_or("", |who| first_name(book, who));
    let promised = |id: &PromiseId| {
        book.promises.get(*id).map_or_else(String::new, |promise| {
            format!("{} ({})", promise.text, first_name(book, promise.contact))
        })
    };
    match fact {
        Fact::Talk(talk) => format!("noted: a talk with {}", people(&talk.with, book)),
        Fact::Promise(promise) => format!("added: {} ({who})", promise.text),
        Fact::Done(id, _) => format!("delivered: {}", promised(id)),
        Fact::Effort(id, effort) if effort.told.is_some() => format!("told: {}", promised(id)),
        Fact::Effort(id, _) => format!("tried: {}", promised(id)),
        Fact::Value(value) => match value.direction {
            Direction::Given => format!("noted: gave, {who}"),
            Direction::Received => format!("noted: received, {who}"),
        },
        Fact::Incident(_)
        | Fact::Settled(_)
        | Fact::OwnedUp(_)
        | Fact::PutRight(_)
        | Fact::Aspiration(..)
        | Fact::Problem(..)
        | Fact::Note(..) => format!("noted: {who}"),
        Fact::Introduction(new) => {
            format!("added: introduce {who} to {}", first_name(book, new.target))
        }
        Fact::Introduced(id, _) => {
            let wish = book.introductions.get(*id);
            wish.map_or_else(String::new, |wish| {
                format!("introduced: {}", pair(book, wish))
            })
        }
        Fact::Invite(_) | Fact::Reply(..) | Fact::Moved(_) => hour::label(fact, book, today),
        Fact::Boundary(..) | Fact::Later(..) | Fact::WeeklyMinutes(_) => {
            of_fact(fact, book, today).trim_end_matches('.').to_owned()
        }
    }
}

/// "Bob Reyes and Dana Liu".
fn people(with: &[ContactId], book: &Book) -> String {
    let names: Vec<String> = with.iter().map(|id| name(book, *id).to_owned()).collect();
    listed(&names)
}

fn of_talk(talk: &Interaction, book: &Book, today: NaiveDate) -> String {
    let who = people(&talk.with, book);
    let what = match (talk.kind, talk.two_way) {
        (InteractionKind::InPerson | InteractionKind::Event, _) => format!("You met {who}"),
        (InteractionKind::Lunch, _) => format!("You had lunch with {who}"),
        (InteractionKind::Call, _) => format!("You called {who}"),
        (InteractionKind::Message, true) => format!("You and {who} wrote"),
        (InteractionKind::Message, false) => format!("You wrote to {who}"),
    };
    let said = format!("{what}, {}", day(talk.on, today));
    let said = match talk.note.as_str() {
        "" => ended(&said),
        // Where it was stands first in the note.
        note if note.starts_with("at ") => ended(&format!("{said}, {note}")),
        note => ended(&format!("{said}: {note}")),
    };
    if talk.two_way {
        said
    } else {
        format!("{said} Their pace goes on until both of you spoke.")
    }
}

fn of_promise(promise: &Promise, book: &Book, today: NaiveDate) -> String {
    let who = name(book, promise.contact);
    let what = match (promise.by, promise.said) {
        (Party::Them, _) => format!("{who} promises you"),
        (Party::Me, Strength::Promise) => format!("You promise {who}"),
        (Party::Me, _) => format!("You tell {who} you'll try"),
    };
    let text = promise.text.trim_end_matches('.');
    let due = match (promise.due, text.rsplit_once(" by ")) {
        (Some(due), _) => format!("by {} ({})", short(due, today), relative(due, today)),
        (None, Some((_, words))) => format!("no day is set (\"{words}\" is none that I know)"),
        (None, None) => "no day is set".to_owned(),
    };
    let brings = promise.kind.map_or_else(String::new, |kind| {
        format!(" Keeping it brings {}.", words::exchange_kind(kind))
    });
    let heard = if promise.by == Party::Me && promise.said != Strength::Promise {
        format!(
            " What {} heard stands open on Today.",
            first_name(book, promise.contact)
        )
    } else {
        String::new()
    };
    format!("{what}: {text}, {due}.{brings}{heard}")
}

fn of_done(id: PromiseId, on: NaiveDate, book: &Book, today: NaiveDate) -> String {
    let Some(promise) = book.promises.get(id) else {
        return String::new();
    };
    let who = name(book, promise.contact);
    let what = match promise.by {
        Party::Me => format!("You kept your promise to {who}"),
        Party::Them => format!("{who} kept the promise to you"),
    };
    let brings = promise.kind.map_or_else(String::new, |kind| {
        format!(" It adds {}.", words::exchange_kind(kind))
    });
    format!(
        "{what}: {}, {}.{brings}",
        promise.text.trim_end_matches('.'),
        day(on, today)
    )
}

fn of_effort(id: PromiseId, effort: &Effort, book: &Book, today: NaiveDate) -> String {
    let Some(promise) = book.promises.get(id) else {
        return String::new();
    };
    let who = first_name(book, promise.contact);
    let text = ended(&effort.text);
    let on = day(effort.on, today);
    let for_what = promise.text.trim_end_matches('.');
    if effort.told.is_none() {
        return format!("You tried, {on}, \"{for_what}\": {text} {who} does not know yet.");
    }
    let untold = promise.untold().filter(|one| one.on <= effort.on).count();
    let more = match untold {
        0 => String::new(),
        _ => format!(" With it {who} knows of {untold} more of what you did."),
    };
    let who = name(book, promise.contact);
    format!("You told {who}, {on}, \"{for_what}\": {text}{more}")
}

fn of_value(value: &Exchange, book: &Book, today: NaiveDate) -> String {
    let (who, kind) = (name(book, value.contact), words::exchange_kind(value.kind));
    let what = match value.direction {
        Direction::Given => format!("You gave {who} {kind}"),
        Direction::Received => format!("{who} gave you {kind}"),
    };
    let size = words::size(value.size);
    let said = format!("{what} ({size}), {}", day(value.on, today));
    if value.note.is_empty() {
        ended(&said)
    } else {
        ended(&format!("{said}: {}", value.note))
    }
}

fn of_aim(who: ContactId, verb: &str, aim: &Aim, book: &Book) -> String {
    let source = match aim.source {
        Source::TheySaid => "they said so",
        Source::MyGuess => "your guess",
    };
    let text = aim.text.trim_end_matches('.');
    format!("{} {verb}: {text} ({source}).", name(book, who))
}

fn of_introduction(new: &Introduction, book: &Book) -> String {
    let (one, other) = (name(book, new.requester), name(book, new.target));
    let said = format!("An introduction to make: {one} to {other}");
    let said = match new.purpose.as_str() {
        "" => said,
        purpose => format!("{said}: {purpose}"),
    };
    format!("{} Nobody is asked yet.", ended(&said))
}

fn of_introduced(id: IntroductionId, on: NaiveDate, book: &Book, today: NaiveDate) -> String {
    let Some(wish) = book.introductions.get(id) else {
        return String::new();
    };
    let (one, other) = (name(book, wish.requester), name(book, wish.target));
    let on = day(on, today);
    format!("You introduced {one} to {other}, {on}. It adds an introduction, given to {one}.")
}

fn of_incident(incident: &Incident, book: &Book, today: NaiveDate) -> String {
    let who = name(book, incident.contact);
    let what = capitalised(&did(incident.kind, incident.about, who));
    let how = severity_words(incident.about, incident.kind, incident.severity);
    let day = day(incident.on, today);
    let from = if incident.about == Party::Them {
        " It counts from tomorrow."
    } else {
        ""
    };
    format!(
        "{what}{how}, {day}: {}.{from}",
        incident.note.trim_end_matches('.')
    )
}

/// "6 h", "45 min", "1 h 30 min".
fn length(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

const fn severity_words(about: Party, kind: IncidentKind, severity: Severity) -> &'static str {
    match (about, kind, severity) {
        (_, IncidentKind::Helped, _) | (Party::Them, _, _) => "",
        (Party::Me, _, Severity::Minor) => " (slightly)",
        (Party::Me, _, Severity::Moderate) => " (badly)",
        (Party::Me, _, Severity::Serious) => " (seriously)",
    }
}
