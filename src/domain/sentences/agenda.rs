//! Why something stands on Today: a word for its kind, and one reason.

use chrono::NaiveDate;

use super::{first_name, name, promise};
use crate::domain::agenda::{Asking, Matter, to_be_told};
use crate::domain::book::Book;
use crate::domain::conflict::{Conflict, has_my_word};
use crate::domain::dates::{relative, short};
use crate::domain::decision::Decision;
use crate::domain::messages::{Kind, to_tell};
use crate::domain::relationship::Relationships;
use crate::domain::rhythm::days_since_talk;
use crate::domain::silence::silence;
use crate::domain::word::taken_back;

/// One row of Today in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whom it is about.
    pub who: String,
    /// Its kind in a word; the mark on the screen says the same.
    pub kind: &'static str,
    /// Why it stands there.
    pub why: String,
}

/// A row of the agenda in words.
#[must_use]
pub fn row(asking: &Asking, book: &Book, relationships: &Relationships, today: NaiveDate) -> Row {
    let who = asking
        .contact
        .map_or("(person missing)", |contact| name(book, contact));
    let row = |kind, why: String| Row {
        who: who.to_owned(),
        kind,
        why,
    };
    match asking.matter {
        Matter::Harm(conflict) => Row {
            who: pair(book, conflict),
            kind: "harm",
            why: format!("{}: someone may come to harm", hour(book, conflict, today)),
        },
        Matter::Clash(conflict) => Row {
            who: pair(book, conflict),
            kind: "clash",
            why: format!(
                "{}, one hour; {}",
                hour(book, conflict, today),
                word(book, conflict)
            ),
        },
        Matter::Unheard(id) => row(
            "unheard",
            about_promise(book, id, |promise| {
                silence(promise, today)
                    .map(|silence| promise::silence(&silence))
                    .unwrap_or_default()
            }),
        ),
        Matter::Due(id) => {
            let late = book
                .promises
                .get(id)
                .is_some_and(|promise| promise.is_overdue(today));
            let kind = if late { "late" } else { "today" };
            row(
                kind,
                about_promise(book, id, |promise| promise::due(promise, today)),
            )
        }
        Matter::HeardMore(id) | Matter::NotChecked(id) => row(
            "unclear",
            about_promise(book, id, |promise| {
                promise::hearing(promise).unwrap_or_default()
            }),
        ),
        Matter::BrokenPromise(id) => row(
            "put right",
            about_promise(book, id, |promise| promise::state(promise, today)),
        ),
        Matter::Wrong(id) => row(
            "put right",
            book.incidents
                .get(id)
                .map_or_else(String::new, |wrong| wrong.note.clone()),
        ),
        Matter::Pace(id) => row("pace", pace(book, relationships, id, today)),
        Matter::PastLunch(id) => row(
            "lunch",
            book.invites.get(id).map_or_else(String::new, |invite| {
                format!("{}: did it come about?", short(invite.day(), today))
            }),
        ),
        Matter::NotTold(id) => row(
            "untold",
            book.decisions
                .get(id)
                .map_or_else(String::new, |decision| not_told(book, decision, today)),
        ),
        Matter::Review(id) => row(
            "look back",
            book.decisions.get(id).map_or_else(String::new, |decision| {
                format!(
                    "decided {}: how did it turn out?",
                    relative(decision.on, today)
                )
            }),
        ),
    }
}

/// "You meant to talk every 91 days; it has been 140", without the start.
fn pace(
    book: &Book,
    relationships: &Relationships,
    id: crate::domain::contact::ContactId,
    today: NaiveDate,
) -> String {
    let Some(contact) = book.contacts.get(id) else {
        return String::new();
    };
    let days = days_since_talk(contact, relationships.with(id), today);
    let wished = contact.rhythm_days.map_or(0, std::num::NonZero::get);
    format!("you meant every {wished} days; it has been {days}")
}

/// What they do not know yet.
#[must_use]
pub fn not_told(book: &Book, decision: &Decision, today: NaiveDate) -> String {
    if let Some(back) = taken_back(book, decision).filter(|back| back.day < today) {
        let (who, day) = (first_name(book, back.contact), short(back.day, today));
        return format!("you took back a yes for {day}: did {who} hear it in time?");
    }
    let Some(telling) = to_tell(book, decision, today).into_iter().next() else {
        let who = to_be_told(book, decision).map_or("them", |contact| first_name(book, contact));
        return format!("you have not told {who}");
    };
    let who = first_name(book, telling.contact);
    let invite = book.invites.get(telling.invite);
    let day = invite.map_or_else(String::new, |invite| short(invite.day(), today));
    match telling.kind {
        Kind::MayItMove | Kind::MayItMoveUnanswered | Kind::AnotherDay => {
            format!("you have not asked {who} to move {day}")
        }
        Kind::Yes | Kind::Coming => format!("you have not told {who} you come {day}"),
        _ => format!("you have not told {who} {day} is off"),
    }
}

fn about_promise(
    book: &Book,
    id: crate::domain::promise::PromiseId,
    why: impl FnOnce(&crate::domain::promise::Promise) -> String,
) -> String {
    book.promises.get(id).map_or_else(String::new, |promise| {
        format!("{}: {}", why(promise), promise.text)
    })
}

/// "Bob or Dana".
fn pair(book: &Book, conflict: Conflict) -> String {
    let person = |id| {
        let contact = book.invites.get(id)?.with.first().copied()?;
        Some(first_name(book, contact).to_owned())
    };
    let missing = || "(person missing)".to_owned();
    format!(
        "{} or {}",
        person(conflict.a).unwrap_or_else(missing),
        person(conflict.b).unwrap_or_else(missing)
    )
}

/// Who has my word for the hour.
fn word(book: &Book, conflict: Conflict) -> String {
    let has = |id| {
        book.invites
            .get(id)
            .is_some_and(|invite| has_my_word(invite))
    };
    let holder = match (has(conflict.a), has(conflict.b)) {
        (true, true) => return "both have your word".to_owned(),
        (false, false) => return "nobody has your word".to_owned(),
        (true, false) => conflict.a,
        (false, true) => conflict.b,
    };
    let first = book
        .invites
        .get(holder)
        .and_then(|invite| invite.with.first());
    let name = first.map_or("(person missing)", |contact| first_name(book, *contact));
    let asked = book
        .invites
        .get(holder)
        .and_then(|invite| invite.asked_to_move);
    let asked = asked.map_or("", |_| ", and was asked");
    format!("{name} has your word{asked}")
}

fn hour(book: &Book, conflict: Conflict, today: NaiveDate) -> String {
    book.invites
        .get(conflict.a)
        .map_or_else(String::new, |invite| {
            format!(
                "{} {}",
                short(invite.day(), today),
                invite.start.format("%H:%M")
            )
        })
}
