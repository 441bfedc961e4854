//! Why something stands on Today: a word for its kind, and one reason.

use chrono::NaiveDate;

use super::hour::start;
use super::{first_name, name, promise, unresolved};
use crate::domain::agenda::{Asking, Matter, to_be_told};
use crate::domain::book::Book;
use crate::domain::conflict::{Conflict, has_my_word};
use crate::domain::dates::{relative, short};
use crate::domain::decision::{Decision, Subject};
use crate::domain::messages::{Kind, to_tell};
use crate::domain::redacted::redacted;
use crate::domain::relationship::{Relationships, is_unrepaired};
use crate::domain::rhythm::days_since_talk;
use crate::domain::silence::silence;
use crate::domain::word::taken_back;

/// One row of Today in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// Whom it is about.
    pub who: String,
    /// Its kind in a word; the mark on the screen says the same.
    pub kind: &'static str,
    /// Why it stands there.
    pub why: String,
}

redacted!(Row: kind; who, why);

/// A row of the agenda in words.
#[must_use]
pub fn row(asking: &Asking, book: &Book, relationships: &Relationships, today: NaiveDate) -> Row {
    let who = match (asking.matter, asking.contact) {
        (Matter::Harm(conflict) | Matter::Clash(conflict), _) => pair(book, conflict),
        (Matter::TwoValues, _) => "Your book".to_owned(),
        (Matter::Inbox(_), _) => "Your inbox".to_owned(),
        (_, Some(contact)) => name(book, contact).to_owned(),
        (_, None) => "(person missing)".to_owned(),
    };
    let matter = asking.matter;
    let why = of_promise(matter, book, today)
        .or_else(|| of_lunch(matter, book, today))
        .or_else(|| of_person(matter, book, relationships, today));
    Row {
        who,
        kind: kind(matter, book, today),
        why: why.unwrap_or_default(),
    }
}

/// Whether the promise of a row has ended since it began to ask.
#[must_use]
pub fn has_ended(matter: Matter, book: &Book) -> bool {
    let promise = matter.promise().and_then(|id| book.promises.get(id));
    promise.is_some_and(|promise| !promise.is_owed() && !is_unrepaired(promise))
}

fn kind(matter: Matter, book: &Book, today: NaiveDate) -> &'static str {
    let is_late = |id| {
        let promise = book.promises.get(id);
        promise.is_some_and(|promise| promise.is_overdue(today))
    };
    if has_ended(matter, book) {
        return "ended";
    }
    match matter {
        Matter::Harm(_) => "harm",
        Matter::TwoValues => "choose",
        Matter::Clash(_) => "clash",
        Matter::NotAnswered(_) => "asked",
        Matter::Unheard(_) => "unheard",
        Matter::Due(id) if is_late(id) => "late",
        Matter::Due(_) => "today",
        Matter::HeardMore(_) | Matter::NotChecked(_) => "unclear",
        Matter::BrokenPromise(_) | Matter::Wrong(_) => "put right",
        Matter::Pace(_) => "pace",
        Matter::PastLunch(_) => "lunch",
        Matter::NotTold(_) => "untold",
        Matter::Review(_) => "look back",
        Matter::Inbox(_) => "inbox",
    }
}

/// Why a promise stands there, with what it says.
fn of_promise(matter: Matter, book: &Book, today: NaiveDate) -> Option<String> {
    let promise = book.promises.get(matter.promise()?)?;
    let why = match matter {
        _ if has_ended(matter, book) => Some(promise::state(promise, today)),
        Matter::Unheard(_) => silence(promise, today).map(|silence| promise::silence(&silence)),
        Matter::Due(_) => Some(promise::due(promise, today)),
        Matter::HeardMore(_) | Matter::NotChecked(_) => promise::hearing(promise),
        Matter::BrokenPromise(_) => Some(promise::state(promise, today)),
        _ => None,
    };
    Some(format!("{}: {}", why.unwrap_or_default(), promise.text))
}

/// Why a lunch stands there, or what was decided about two.
fn of_lunch(matter: Matter, book: &Book, today: NaiveDate) -> Option<String> {
    Some(match matter {
        Matter::Harm(conflict) => {
            format!("{}: someone may come to harm", hour(book, conflict, today))
        }
        Matter::Clash(conflict) => {
            format!("{}; {}", hour(book, conflict, today), word(book, conflict))
        }
        Matter::NotAnswered(id) => {
            let invite = book.invites.get(id)?;
            let asked = relative(invite.asked_on, today);
            format!("{}: asked {asked}, not answered", start(invite, today))
        }
        Matter::PastLunch(id) => {
            let day = short(book.invites.get(id)?.day(), today);
            format!("{day}: did it come about?")
        }
        Matter::NotTold(id) => not_told(book, book.decisions.get(id)?, today),
        Matter::Review(id) => {
            let on = relative(book.decisions.get(id)?.on, today);
            format!("decided {on}: how did it turn out?")
        }
        _ => return None,
    })
}

fn of_person(
    matter: Matter,
    book: &Book,
    relationships: &Relationships,
    today: NaiveDate,
) -> Option<String> {
    match matter {
        Matter::Wrong(id) => Some(book.incidents.get(id)?.note.clone()),
        Matter::Pace(id) => Some(pace(book, relationships, id, today)),
        Matter::TwoValues => Some(unresolved::row(book, today)),
        _ => None,
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
        let what = match decision.about {
            Subject::Options(_) => " what you chose",
            Subject::Invites(..) => "",
        };
        return format!("you have not told {who}{what}");
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

/// "Bob or Dana".
pub(super) fn pair(book: &Book, conflict: Conflict) -> String {
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

pub(super) fn hour(book: &Book, conflict: Conflict, today: NaiveDate) -> String {
    let invite = book.invites.get(conflict.a);
    invite.map_or_else(String::new, |invite| start(invite, today))
}
