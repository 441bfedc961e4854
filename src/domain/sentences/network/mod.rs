//! What is said of my network: my circles, introductions, ways to somebody, who can help.

pub mod introduction;
pub mod ways;

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::dates::relative;
use crate::domain::network::{Picture, WithFew};
use crate::domain::relationship::Relationship;
use crate::domain::sentences::person::nothing_known;
use crate::domain::sentences::{NOBODY_YET, counted, first_name, listed, people, words};
use crate::domain::tuning::TUNING;

/// "28 people in 21 circles; the largest is Manufacturing, with 3." Where no circle is written down it says so.
#[must_use]
pub fn circles(picture: &Picture) -> String {
    let all = people(picture.people);
    let Some(largest) = picture.circles.first() else {
        return match picture.people {
            0 => NOBODY_YET.to_owned(),
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
    match largest.people.len() {
        1 => format!("{all} in {circles}, each in one of their own{rest}."),
        most => format!(
            "{all} in {circles}; the largest is {}, with {most}{rest}.",
            largest.name
        ),
    }
}

/// "11 of your last 12 talks were in one circle, Health. You talked most with Bob, Ana and Max: 12 of your last 20
/// talks." Nothing where there were too few.
#[must_use]
pub fn talks(picture: &Picture, book: &Book) -> Option<String> {
    let WithFew { talks, of, people } = picture.with_few.as_ref()?;
    let names: Vec<String> = people
        .iter()
        .map(|id| first_name(book, *id).to_owned())
        .collect();
    let most = format!(
        "You talked most with {}: {talks} of your last {of} talks.",
        listed(&names)
    );
    let circle = picture.most_frequent.and_then(|at| picture.circles.get(at));
    Some(match (picture.in_one_circle, circle) {
        ((_, 0), _) => most,
        ((within, looked_at), Some(circle)) if within * 2 >= looked_at => {
            let name = &circle.name;
            format!("{within} of your last {looked_at} talks were in one circle, {name}. {most}")
        }
        ((within, looked_at), _) => {
            format!(
                "No more than {within} of your last {looked_at} talks were in one circle. {most}"
            )
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
    let (in_circles, with_people) = (
        TUNING.network.recent_talks,
        TUNING.network.talks_with_people,
    );
    Some(format!(
        "As varied as {effective:.1} equal circles. Two of them drawn by lot are from different circles in {:.0} of 100 draws: 1 minus the sum of the squared \
         shares, Blau's index, {blau:.2}. 1 by that sum is {effective:.2} circles of one size. No number is right. \
         Circles are looked for in the last {in_circles} talks, people in the last {with_people}: they come round less \
         often.",
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
        (true, true) => nothing_known(contact),
    }
}
