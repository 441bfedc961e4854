//! What a captured line says of an hour together, and what else wants that hour.

use chrono::{NaiveDate, NaiveDateTime};

use super::people;
use crate::domain::book::Book;
use crate::domain::capture::{Fact, Moved};
use crate::domain::conflict::{has_my_word, wanting_the_same};
use crate::domain::dates::{relative, short};
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, InviteId, Reply};
use crate::domain::sentences::hour::start;
use crate::domain::sentences::{capitalised, first_name, guest, listed};

pub(super) fn of_invite(invite: &Invite, book: &Book, today: NaiveDate) -> String {
    let who = people(&invite.with, book);
    let first = invite
        .with
        .first()
        .map_or("they", |id| first_name(book, *id));
    let what = capitalised(called(invite));
    let place = match invite.place.as_str() {
        "" => String::new(),
        place => format!(", at {place}"),
    };
    let way = match invite.travel_minutes {
        0 => String::new(),
        minutes => format!(", {minutes} min away"),
    };
    let asked = match (invite.host, invite.reply) {
        (Party::Me, _) => format!("You ask {first}"),
        // An answer to no invite that is written down: both are.
        (Party::Them, reply @ (Reply::Accepted | Reply::Tentative)) => format!(
            "New: {first} asked you to {}, and you said {}",
            to_what(invite),
            word(reply)
        ),
        (Party::Them, _) => format!("{first} asks; you have not answered"),
    };
    let when = hour(invite.start, invite.end, today);
    let same = overlap(invite, book, today);
    format!("{what} with {who}, {when}{place}{way}. {asked}.{same}")
}

pub(super) fn of_reply(id: InviteId, reply: Reply, book: &Book, today: NaiveDate) -> String {
    let Some(invite) = book.invites.get(id) else {
        return String::new();
    };
    let first = invite
        .with
        .first()
        .map_or("they", |id| first_name(book, *id));
    let whose = match invite.host {
        Party::Them => "You say".to_owned(),
        Party::Me => format!("{first} says"),
    };
    let when = hour(invite.start, invite.end, today);
    let word = word(reply);
    let who = people(&invite.with, book);
    let same = match reply {
        Reply::Declined => String::new(),
        _ => overlap(invite, book, today),
    };
    format!(
        "{whose} {word}: {} with {who}, {when}.{same}",
        called(invite)
    )
}

pub(super) fn of_move(moved: Moved, book: &Book, today: NaiveDate) -> String {
    let Some(invite) = book.invites.get(moved.invite) else {
        return String::new();
    };
    let after = Invite {
        start: moved.start,
        end: moved.end,
        ..invite.as_ref().clone()
    };
    let who = people(&invite.with, book);
    let was = start(invite, today);
    let when = hour(moved.start, moved.end, today);
    let same = overlap(&after, book, today);
    let what = capitalised(called(invite));
    format!("{what} with {who} moves from {was} to {when}; both said yes.{same}")
}

/// What the notice and the undo say.
pub(super) fn label(fact: &Fact, book: &Book, today: NaiveDate) -> String {
    let of = |invite: &Invite, start: NaiveDateTime| {
        let first = guest(book, invite);
        format!(
            "{} with {first}, {}",
            called(invite),
            short(start.date(), today)
        )
    };
    let known = |id| book.invites.get(id).map(AsRef::as_ref);
    let found = match fact {
        Fact::Invite(invite) => Some(format!("added: {}", of(invite, invite.start))),
        Fact::Reply(id, reply) => {
            known(*id).map(|invite| format!("{}: {}", word(*reply), of(invite, invite.start)))
        }
        Fact::Moved(moved) => {
            known(moved.invite).map(|invite| format!("moved: {}", of(invite, moved.start)))
        }
        _ => None,
    };
    found.unwrap_or_default()
}

/// What the hour is called.
fn called(invite: &Invite) -> &str {
    match invite.title.split(':').next().unwrap_or("") {
        title @ ("coffee" | "breakfast" | "dinner" | "meeting" | "call") => title,
        _ => "lunch",
    }
}

/// "lunch", "a meeting".
fn to_what(invite: &Invite) -> String {
    match called(invite) {
        one @ ("meeting" | "call") => format!("a {one}"),
        meal => meal.to_owned(),
    }
}

const fn word(reply: Reply) -> &'static str {
    match reply {
        Reply::Accepted => "yes",
        Reply::Tentative => "maybe",
        Reply::Declined => "no",
        Reply::NeedsAction => "nothing yet",
    }
}

/// "Fri 25 Sep, tomorrow, 12:30 to 13:30".
fn hour(start: NaiveDateTime, end: NaiveDateTime, today: NaiveDate) -> String {
    let day = start.date();
    format!(
        "{}, {}, {} to {}",
        short(day, today),
        relative(day, today),
        start.format("%H:%M"),
        end.format("%H:%M")
    )
}

/// Who else wants that hour; empty where nobody does.
fn overlap(invite: &Invite, book: &Book, today: NaiveDate) -> String {
    let others = wanting_the_same(book, invite, today);
    let named: Vec<String> = others
        .iter()
        .map(|other| {
            let who = people(&other.with, book);
            let start = other.start.format("%H:%M");
            let word = if has_my_word(other) {
                ", has your word"
            } else {
                ""
            };
            format!("{} with {who} ({start}{word})", called(other))
        })
        .collect();
    let mut all = book.invites.iter();
    let is_twice = invite.id.is_nil()
        && all.any(|other| other.with == invite.with && other.start == invite.start);
    let twice = if is_twice {
        " One like it is written down already."
    } else {
        ""
    };
    match named.as_slice() {
        [] => twice.to_owned(),
        named => format!("{twice} That hour is wanted by {} too.", listed(named)),
    }
}
