//! Warm ways and helpers in words. A way stands by its place in the order; no chance stands beside a name.

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::contact::{ContactId, KnownPerson};
use crate::domain::network::{By, Helper, Reached, asked_this_year, tie_between, topic_of};
use crate::domain::relationship::Relationships;
use crate::domain::sentences::network::last_talk;
use crate::domain::sentences::{counted, first_name, name, words};

/// "You > Bob Reyes > Lee Marsden", with an arrow between.
#[must_use]
pub fn chain(book: &Book, reached: &Reached) -> String {
    let mut names = vec!["You"];
    names.extend(reached.way.through.iter().map(|id| name(book, *id)));
    names.push(called(book, &reached.target));
    names.join(" → ")
}

/// The first whom one asks: the one to be reached, where I know them myself.
#[must_use]
pub fn first_asked(reached: &Reached) -> Option<ContactId> {
    let through = reached.way.through.first().copied();
    through.or(match reached.target {
        KnownPerson::Contact(id) => Some(id),
        KnownPerson::Outside(_) => None,
    })
}

/// The reason for each step, and how often each of those in between was asked this year.
#[must_use]
pub fn reasons(
    book: &Book,
    relationships: &Relationships,
    reached: &Reached,
    today: NaiveDate,
) -> Vec<String> {
    let mut reasons = Vec::new();
    if let Some(first) = first_asked(reached) {
        reasons.push(mine(book, relationships, first, today));
    }
    let through = &reached.way.through;
    for (at, who) in through.iter().enumerate() {
        let whom = through.get(at + 1).copied().map(KnownPerson::Contact);
        let whom = whom.as_ref().unwrap_or(&reached.target);
        reasons.push(theirs(book, *who, whom));
    }
    reasons.extend(through.iter().map(|who| asked(book, *who, today)));
    reasons
}

/// "You and Bob: close; last talk 5 months ago, call."
fn mine(book: &Book, relationships: &Relationships, who: ContactId, today: NaiveDate) -> String {
    let tie = book
        .contacts
        .get(who)
        .map(|contact| words::tie(contact.tie));
    let tie = tie.filter(|tie| !tie.is_empty());
    let talk = last_talk(relationships.with(who), today);
    let known = tie.unwrap_or("how well is not noted");
    format!("You and {}: {known}; {talk}.", first_name(book, who))
}

/// "Bob knows Lee Marsden: close, as you noted."
fn theirs(book: &Book, who: ContactId, whom: &KnownPerson) -> String {
    let tie = words::tie(tie_between(book, who, whom));
    let known = if tie.is_empty() {
        "how well is not noted".to_owned()
    } else {
        format!("{tie}, as you noted")
    };
    format!(
        "{} knows {}: {known}.",
        first_name(book, who),
        called(book, whom)
    )
}

/// "You asked Bob for 2 introductions in 12 months."
#[must_use]
pub fn asked(book: &Book, who: ContactId, today: NaiveDate) -> String {
    let name = first_name(book, who);
    match asked_this_year(book, who, today) {
        0 => format!("You have not asked {name} for an introduction in 12 months."),
        times => format!(
            "You asked {name} for {} in 12 months.",
            counted(times, "introduction")
        ),
    }
}

/// The name of somebody, in the book or not.
#[must_use]
pub fn called<'a>(book: &'a Book, person: &'a KnownPerson) -> &'a str {
    match person {
        KnownPerson::Contact(id) => name(book, *id),
        KnownPerson::Outside(name) => name,
    }
}

/// By what somebody may help: "can help with pricing", "works as a data lead", "is in Health".
#[must_use]
pub fn helps(helper: &Helper) -> String {
    match &helper.by {
        By::Topic(topic) => format!("can help with {topic}"),
        By::Role(role) => format!("at work: {role}"),
        By::Circle(circle) => format!("in the circle {circle}"),
    }
}

/// What is said where there is no way.
#[must_use]
pub fn no_way(wanted: &str, is_known: bool) -> String {
    if is_known {
        format!(
            "No way of at most three steps leads to \"{wanted}\". Whom somebody knows is noted with them."
        )
    } else {
        format!("Nobody called \"{wanted}\" is noted, nor a firm, nor as known to somebody.")
    }
}

/// What is said where nobody can help.
#[must_use]
pub fn no_help(topic: &str) -> String {
    if topic_of(topic).is_empty() {
        return format!(
            "\"{topic}\" names no topic: it stands everywhere. Try a word such as pricing."
        );
    }
    format!(
        "Nobody is noted who can help with \"{topic}\". It is looked for in what people can help with, their roles and \
         their circles."
    )
}
