//! The day in a sentence, and its lunches in a line each.

use chrono::NaiveDate;

use super::agenda::{hour, not_told, pair};
use super::hour::{clock, start};
use super::{capitalised, first_name, promise as say, unresolved};
use crate::domain::agenda::{Asking, Matter};
use crate::domain::book::Book;
use crate::domain::dates::{days, short};
use crate::domain::invite::Invite;
use crate::domain::lunches;
use crate::domain::silence::silence;

/// The day in a sentence or two: what waits first, and the next lunch of the day.
#[must_use]
pub fn headline(agenda: &[Asking], book: &Book, today: NaiveDate) -> String {
    let first = agenda.first().map(|asking| first(asking, book, today));
    let lunch = lunches::of_today(book, today).into_iter().next();
    match (first, lunch) {
        (Some(first), Some(lunch)) => format!("{first} {}", at_noon(book, lunch)),
        (Some(first), None) => first,
        (None, Some(lunch)) => format!("Nobody waits for you. {}", at_noon(book, lunch)),
        (None, None) => match lunches::next(book, today) {
            Some(next) => {
                let (who, when) = (guests(book, next), start(next, today));
                format!("Nobody waits for you. Next: lunch with {who}, {when}.")
            }
            None => "Nobody waits for you.".to_owned(),
        },
    }
}

/// "Lunch with Lea at 12:30."
fn at_noon(book: &Book, lunch: &Invite) -> String {
    let who = guests(book, lunch);
    if lunch.all_day {
        return format!("With {who} all day.");
    }
    format!("Lunch with {who} at {}.", clock(lunch))
}

fn guests(book: &Book, lunch: &Invite) -> String {
    let names = lunch
        .with
        .iter()
        .map(|who| first_name(book, *who).to_owned());
    super::listed(&names.collect::<Vec<_>>())
}

/// What waits first, in a sentence.
fn first(asking: &Asking, book: &Book, today: NaiveDate) -> String {
    let who = asking
        .contact
        .map_or("somebody", |contact| first_name(book, contact));
    match asking.matter {
        Matter::Harm(pair) => format!("Someone may come to harm: {}.", hour(book, pair, today)),
        Matter::TwoValues => format!(
            "An import or a merge left two values to choose between: {}.",
            unresolved::whose(book, today)
        ),
        Matter::Clash(both) => format!("{} want {}.", pair(book, both), hour(book, both, today))
            .replacen(" or ", " and ", 1),
        Matter::NotAnswered(id) => book.invites.get(id).map_or_else(String::new, |invite| {
            let day = short(invite.day(), today);
            format!("{who} asked you to lunch on {day} and has no answer.")
        }),
        Matter::NotTold(id) => book.decisions.get(id).map_or_else(String::new, |decision| {
            format!("{}.", capitalised(&not_told(book, decision, today)))
        }),
        Matter::Wrong(_) | Matter::BrokenPromise(_) => {
            format!("There is something to put right with {who}.")
        }
        Matter::Pace(_) => format!("You meant to talk with {who} by now."),
        Matter::PastLunch(_) => format!("What became of the lunch with {who}?"),
        Matter::Review(_) => "There is a decision to look back on.".to_owned(),
        Matter::Inbox(_) => "A line of your inbox waits to be mended.".to_owned(),
        Matter::Unheard(_) | Matter::Due(_) | Matter::HeardMore(_) | Matter::NotChecked(_) => {
            of_promise(asking.matter, who, book, today)
        }
    }
}

fn of_promise(matter: Matter, who: &str, book: &Book, today: NaiveDate) -> String {
    let Some(promise) = matter.promise().and_then(|id| book.promises.get(id)) else {
        return String::new();
    };
    match matter {
        Matter::Unheard(_) => {
            let waited = silence(promise, today).map_or(0, |silence| silence.days);
            format!(
                "{who} has waited {} without a word about a promise.",
                days(waited)
            )
        }
        Matter::Due(_) if promise.is_overdue(today) => {
            let late = say::due(promise, today);
            format!("What you promised {who} is {late}: {}.", promise.text)
        }
        Matter::Due(_) => format!("What you promised {who} is for today: {}.", promise.text),
        Matter::HeardMore(_) => format!("{who} may count on more than you said."),
        _ => format!("You do not know what {who} heard."),
    }
}

/// Where a lunch is, how far, and what to bring: "Café Merz, 12 min away · bring: market figures".
#[must_use]
pub fn about_lunch(lunch: &Invite, book: &Book) -> String {
    let mut text = place(lunch);
    let brings: Vec<&str> = lunches::brings(book, lunch)
        .into_iter()
        .map(|promise| promise.text.as_str())
        .collect();
    if !brings.is_empty() {
        let gap = if text.is_empty() { "" } else { " · " };
        text = format!("{text}{gap}bring: {}", brings.join(", "));
    }
    text
}

/// Where a lunch is, and how far: "Café Merz, 12 min away"; nothing where neither is noted.
#[must_use]
pub fn place(lunch: &Invite) -> String {
    let mut parts = Vec::new();
    if !lunch.place.is_empty() {
        parts.push(lunch.place.clone());
    }
    if lunch.travel_minutes > 0 {
        parts.push(format!("{} min away", lunch.travel_minutes));
    }
    parts.join(", ")
}
