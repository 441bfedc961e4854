//! What a line leaves in the book.

use goodword::domain::Book;
use goodword::domain::capture::keep;
use goodword::domain::contact::Source;
use goodword::domain::exchange::{Direction, ExchangeKind, Size};
use goodword::domain::id::IdSource;
use goodword::domain::incident::Party;
use goodword::domain::interaction::InteractionKind;
use goodword::domain::invite::{Outcome, Reply};
use goodword::domain::promise::{State, Strength};
use goodword::store::demo;

use super::{book, reading};

/// The book after a line, and how many records it had before.
fn after(text: &str) -> (Book, Book) {
    let before = book();
    let line = reading(&before, text).unwrap_or_else(|why| panic!("{text}: {}", why.why));
    let mut after = before.clone();
    keep(&line, &mut after, demo::ANCHOR, &IdSource::seeded(4));
    (before, after)
}

/// The records of a table that were not there before.
macro_rules! new {
    ($before:expr, $after:expr, $table:ident) => {
        $after
            .$table
            .iter()
            .filter(|one| $before.$table.get(one.id).is_none())
            .collect::<Vec<_>>()
    };
}

#[test]
fn a_talk_with_two_people_and_a_value_given_takes_one_line() {
    let (before, after) =
        after("met bob, dana yesterday: pricing; gave bob large advice: the list");
    let talks = new!(before, after, interactions);
    let [talk] = talks.as_slice() else {
        panic!("one talk");
    };
    assert_eq!(
        (talk.with.len(), talk.kind, talk.two_way),
        (2, InteractionKind::InPerson, true)
    );
    assert_eq!(
        (talk.note.as_str(), talk.on),
        ("pricing", demo::ANCHOR.pred_opt().unwrap())
    );
    let values = new!(before, after, exchanges);
    assert_eq!(values.len(), 1);
    assert_eq!(
        (
            values[0].direction,
            values[0].kind,
            values[0].size,
            values[0].note.as_str()
        ),
        (
            Direction::Given,
            ExchangeKind::Advice,
            Size::Large,
            "the list"
        )
    );
    assert_eq!(values[0].contact, talk.with[0]);
}

#[test]
fn who_wrote_alone_did_not_talk() {
    let (before, after) = after("wrote dana: asked about the audit");
    let talks = new!(before, after, interactions);
    assert_eq!(
        (talks[0].two_way, talks[0].kind),
        (false, InteractionKind::Message)
    );
}

#[test]
fn promises_of_mine_and_theirs() {
    let (before, after_it) = after("try eve intro to Max by fri; promised figures by mon");
    let promises = new!(before, after_it, promises);
    let mine = promises.iter().find(|one| one.by == Party::Me).unwrap();
    let theirs = promises.iter().find(|one| one.by == Party::Them).unwrap();
    assert_eq!(
        (mine.text.as_str(), mine.said),
        ("intro to Max", Strength::Attempt)
    );
    assert_eq!(mine.kind, Some(ExchangeKind::Introduction));
    assert_eq!(mine.due, "2026-09-25".parse().ok());
    assert_eq!(
        (theirs.text.as_str(), theirs.due),
        ("figures", "2026-09-28".parse().ok())
    );

    let (before, after_it) = after("done cleo deck yesterday");
    let done = after_it
        .promises
        .iter()
        .find(|one| one.text == "Comments on her deck")
        .unwrap();
    let yesterday = demo::ANCHOR.pred_opt().unwrap();
    assert!(matches!(done.state, State::Delivered { on, .. } if on == yesterday));
    assert_eq!(
        new!(before, after_it, exchanges).len(),
        1,
        "its value with it"
    );
}

#[test]
fn what_i_tried_is_not_told_until_i_tell_it() {
    let of_eve = |book: &Book| {
        let found = book
            .promises
            .iter()
            .find(|one| one.text == "Introduce her to Max");
        found.unwrap().as_ref().clone()
    };
    let (before, after_it) = after("tried eve yesterday: mailed Max; told her: still chasing Max");
    let (was, is) = (of_eve(&before), of_eve(&after_it));
    assert_eq!(is.efforts.len(), was.efforts.len() + 2);
    assert_eq!(
        is.untold().count(),
        0,
        "whoever hears of the last hears of all"
    );
    let (_, only_tried) = after("tried eve yesterday: mailed Max");
    assert_eq!(
        of_eve(&only_tried).untold().count(),
        was.untold().count() + 1
    );
}

#[test]
fn aims_notes_and_introductions() {
    let (before, after) = after(
        "bob wants to open a second office (my guess); is solving churn; note him: mornings; intro him to dana: audits",
    );
    let of = |book: &Book| {
        let found = book.contacts.iter().find(|one| one.name == "Bob Reyes");
        found.unwrap().as_ref().clone()
    };
    let (was, is) = (of(&before), of(&after));
    assert_eq!(is.aspirations.last().unwrap().text, "open a second office");
    assert_eq!(is.aspirations.last().unwrap().source, Source::MyGuess);
    assert_eq!(is.problems.len(), was.problems.len() + 1);
    assert!(!is.problems.last().unwrap().id.is_nil());
    assert!(is.notes.ends_with("mornings") && is.notes.starts_with(&was.notes));
    let introductions = new!(before, after, introductions);
    assert_eq!(
        (
            introductions[0].requester,
            introductions[0].purpose.as_str()
        ),
        (is.id, "audits")
    );
}

#[test]
fn invites_answers_and_another_time() {
    let (before, after_it) = after("lunch max wed 12:30 at Lumen, 10 min away");
    let invites = new!(before, after_it, invites);
    let invite = invites[0];
    assert_eq!(
        (invite.place.as_str(), invite.travel_minutes),
        ("Lumen", 10)
    );
    assert_eq!(
        (invite.host, invite.reply),
        (Party::Them, Reply::NeedsAction)
    );
    assert_eq!(invite.start.to_string(), "2026-09-30 12:30:00");

    let of_dana = |book: &Book| {
        let dana = book
            .contacts
            .iter()
            .find(|one| one.name == "Dana Liu")
            .unwrap()
            .id;
        let fri = "2026-09-25".parse().unwrap();
        let mut invites = book.invites.iter();
        let found = invites.find(|one| one.is_with(dana) && one.day() == fri);
        found.unwrap().as_ref().clone()
    };
    let (_, after_it) = after("no dana lunch fri 12:30");
    assert_eq!(of_dana(&after_it).reply, Reply::Declined);
    let (before, after_it) = after("moved dana lunch to tue 13:00");
    let tue = "2026-09-29".parse().unwrap();
    assert_eq!(of_dana(&after_it).outcome, Some(Outcome::MovedTo(tue)));
    let new = new!(before, after_it, invites);
    assert_eq!(
        (new[0].reply, new[0].start.to_string().as_str()),
        (Reply::Accepted, "2026-09-29 13:00:00")
    );
    assert_eq!(new[0].end - new[0].start, chrono::TimeDelta::hours(1));
}
