//! What is said of my network: my circles, introductions, ways to somebody, who can help.

pub mod introduction;
pub mod ways;

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::dates::relative;
use crate::domain::network::{Picture, WithFew};
use crate::domain::relationship::Relationship;
use crate::domain::sentences::{counted, people, words};

/// "28 people in 21 circles, as varied as 17.3 equal circles." Where no circle is written down it says so.
#[must_use]
pub fn circles(picture: &Picture) -> String {
    let all = people(picture.people);
    let Some(effective) = picture.variety.effective_circles() else {
        return match picture.people {
            0 => "Nobody here yet.".to_owned(),
            _ => format!("{all}; no circle is written down with anybody yet."),
        };
    };
    let circles = counted(picture.variety.circles(), "circle");
    let rest = match picture.without_circle {
        0 => String::new(),
        rest => format!("; {rest} in none that is written down"),
    };
    if picture.variety.circles() == 1 {
        return format!("{all} in one circle{rest}.");
    }
    format!("{all} in {circles}, as varied as {effective:.1} equal circles{rest}.")
}

/// "11 of your last 12 talks were in one circle; 12 of 20 were with 3 people." Nothing where there were too few.
#[must_use]
pub fn talks(picture: &Picture) -> Option<String> {
    let WithFew {
        talks,
        of,
        people: few,
    } = picture.with_few?;
    let with_few = format!("{talks} of {of} were with {}", people(few));
    Some(match picture.in_one_circle {
        (_, 0) => format!("Of your last talks {with_few}."),
        (within, looked_at) => {
            format!("{within} of your last {looked_at} talks were in one circle; {with_few}.")
        }
    })
}

/// The figures behind the sentence on circles.
#[must_use]
pub fn figures(picture: &Picture) -> Option<String> {
    let (blau, effective) = (
        picture.variety.blau()?,
        picture.variety.effective_circles()?,
    );
    Some(format!(
        "Two of them drawn by lot are from different circles in {:.0} of 100 draws: 1 minus the sum of the squared \
         shares, Blau's index, {blau:.2}. 1 by that sum is {effective:.2} circles of one size. No number is right.",
        blau * 100.0
    ))
}

/// "last talk 3 years ago, call".
#[must_use]
pub fn last_talk(between: &Relationship, today: NaiveDate) -> String {
    match between.last_interaction() {
        Some(talk) => format!(
            "last talk {}, {}",
            relative(talk.on, today),
            words::interaction(talk.kind)
        ),
        None => "no talk yet".to_owned(),
    }
}

/// What somebody is trying to solve, or else aims for, so that asking can go both ways.
#[must_use]
pub fn in_return(book: &Book, contact: ContactId) -> String {
    let Some(contact) = book.contacts.get(contact) else {
        return String::new();
    };
    let texts = |label: &str, texts: Vec<&str>| format!("{label}: {}", texts.join("; "));
    let problems: Vec<&str> = contact
        .open_problems()
        .map(|aim| aim.text.as_str())
        .collect();
    let aims = contact.open_aspirations().map(|aim| aim.text.as_str());
    let aims: Vec<&str> = aims.collect();
    let who = contact.first_name();
    match (problems.is_empty(), aims.is_empty()) {
        (false, _) => texts(&format!("{who} is trying to solve"), problems),
        (true, false) => texts(&format!("{who} aims for"), aims),
        (true, true) => format!("You know nothing yet of what {who} is working on."),
    }
}
