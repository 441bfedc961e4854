//! What a brief before a meeting holds: whom we both know, and one thing I could give.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "common/cases.rs"]
mod number;

use chrono::{NaiveDate, TimeDelta};
use goodword::domain::Book;
use goodword::domain::brief::{Brief, Give};
use goodword::domain::contact::{Aim, Contact, ContactId, Importance, KnownPerson, Source, Tie};
use goodword::domain::id::Id;
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::introduction::Introduction;
use goodword::domain::invite::{Invite, MoveOk, Reply};
use goodword::domain::relationship::Relationships;
use goodword::domain::sentences::brief::page;
use goodword::store::demo;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;

fn today() -> NaiveDate {
    "2026-09-24".parse().unwrap()
}

fn person(number: u128) -> ContactId {
    Id::from_u128(number)
}

/// Somebody who tries to solve this.
fn solving(number: u128, problem: &str) -> Contact {
    Contact {
        problems: vec![aim(number, problem)],
        ..called(number)
    }
}

/// Somebody who can help with this.
fn helping(number: u128, topic: &str) -> Contact {
    Contact {
        topics: vec![topic.to_owned()],
        ..called(number)
    }
}

fn called(number: u128) -> Contact {
    Contact {
        id: person(number),
        name: format!("Person {number}"),
        added: today(),
        ..Contact::default()
    }
}

fn aim(number: u128, text: &str) -> Aim {
    Aim {
        id: Id::from_u128(number),
        text: text.to_owned(),
        source: Source::TheySaid,
        importance: Importance::Useful,
        noted: today(),
        closed: None,
    }
}

fn book(people: impl IntoIterator<Item = Contact>) -> Book {
    let mut book = Book::default();
    for person in people {
        book.contacts.put(person);
    }
    book
}

/// Whom the brief about the first person would introduce them to.
fn introduces(book: &Book) -> Option<ContactId> {
    let relationships = Relationships::of(book);
    let contact = book.contacts.get(person(1)).unwrap();
    match Brief::of(book, &relationships, contact, today()).give {
        Give::Introduction { to, .. } => Some(to),
        Give::Ear | Give::Question => None,
    }
}

fn in_common(book: &Book, with: ContactId) -> Vec<ContactId> {
    let relationships = Relationships::of(book);
    let contact = book.contacts.get(with).unwrap();
    let brief = Brief::of(book, &relationships, contact, today());
    brief.in_common.iter().map(|one| one.contact).collect()
}

#[test]
fn who_can_help_is_somebody_new_to_them() {
    let bob = || solving(1, "Our pricing is a mess");
    let told = |book: Book| introduces(&book);
    assert_eq!(told(book([bob(), helping(2, "Pricing")])), Some(person(2)));
    assert_eq!(told(book([bob(), helping(2, "price lists")])), None);
    assert_eq!(told(book([bob(), helping(2, "is a")])), None, "small words");
    let archived = Contact {
        archived: true,
        ..helping(2, "pricing")
    };
    assert_eq!(told(book([bob(), archived])), None);
    let behind_my_line = Contact {
        boundary: true,
        ..helping(2, "pricing")
    };
    assert_eq!(told(book([bob(), behind_my_line])), None);
    let known = Contact {
        knows: vec![(KnownPerson::Contact(person(1)), Tie::Familiar)],
        ..helping(2, "pricing")
    };
    assert_eq!(told(book([bob(), known])), None);
    // Of two the one whose name comes first, however much either gave me.
    let both = book([bob(), helping(3, "pricing"), helping(2, "pricing")]);
    assert_eq!(introduces(&both), Some(person(2)));
}

/// A word that two have in common by chance is no ground to bring them together.
#[test]
fn one_word_by_chance_is_no_reason_to_introduce_anybody() {
    let fits = |problem: &str, topic: &str| {
        introduces(&book([solving(1, problem), helping(2, topic)])).is_some()
    };
    assert!(!fits("None finds a first customer", "first data hires"));
    assert!(!fits(
        "A first distributor north of the Alps",
        "first data hires"
    ));
    assert!(!fits("Agencies halve her rates", "freight rates"));
    assert!(!fits(
        "Hiring a data lead who can bear a wet lab",
        "design hiring"
    ));
    assert!(!fits(
        "Streets around every primary school",
        "school buildings"
    ));
    assert!(!fits(
        "From here on with other people",
        "people with other views from here"
    ));
    assert!(!fits("A portfolio", "port"));
    assert!(fits("Who hires for data?", "first data hires"), "two words");
    assert!(fits("Freight and its rates", "Freight rate"), "all of it");
    assert!(fits("HR software", "software"));
    assert!(
        !fits("Software", "HR software"),
        "not all of it, and one word"
    );
}

#[test]
fn an_introduction_under_way_is_not_offered_again() {
    let mut book = book([solving(1, "pricing"), helping(2, "pricing")]);
    let mut wish = Introduction {
        id: Id::from_u128(1),
        requester: person(2),
        target: person(1),
        purpose: String::new(),
        good_for_target: String::new(),
        asked_requester: None,
        yes_requester: None,
        asked_target: None,
        yes_target: None,
        made: None,
        followed_up: None,
        declined: None,
        promise: None,
        value: None,
    };
    book.introductions.put(wish.clone());
    assert_eq!(introduces(&book), None);
    wish.declined = Some(today());
    book.introductions.put(wish);
    assert_eq!(introduces(&book), Some(person(2)));
}

#[test]
fn what_matters_most_to_them_is_helped_first() {
    let mut bob = solving(1, "pricing");
    let mut hiring = aim(2, "hiring");
    hiring.importance = Importance::Critical;
    bob.problems.push(hiring);
    let people = book([bob, helping(2, "pricing"), helping(3, "hiring")]);
    assert_eq!(introduces(&people), Some(person(3)));
}

#[test]
fn without_a_match_there_is_an_ear_or_a_question() {
    let says = |contact: Contact| {
        let book = book([contact]);
        let relationships = Relationships::of(&book);
        let contact = book.contacts.get(person(1)).unwrap();
        let brief = Brief::of(&book, &relationships, contact, today());
        page(&brief, &book, today())
    };
    assert!(says(solving(1, "pricing")).contains("an open ear"));
    assert!(says(called(1)).contains("a question: you know nothing yet"));
}

#[test]
fn the_page_takes_no_sign_of_the_book_for_its_own() {
    let mut odd = solving(1, "# not a heading\n- **nor** this");
    odd.name = "A *star*".to_owned();
    let people = book([odd]);
    let relationships = Relationships::of(&people);
    let contact = people.contacts.get(person(1)).unwrap();
    let brief = Brief::of(&people, &relationships, contact, today());
    let text = page(&brief, &people, today());
    assert!(
        text.starts_with("# Before you meet A \\*star\\*\n"),
        "{text}"
    );
    let headings = text.lines().filter(|line| line.starts_with('#'));
    assert_eq!(headings.count(), 3, "{text}");
    assert!(
        text.contains("- **Is solving:** \\# not a heading - \\*\\*nor\\*\\* this"),
        "{text}"
    );
}

/// What the brief about somebody of the demo says, on this day.
fn of_demo(name: &str, day: &str) -> String {
    let book = demo::book(demo::ANCHOR).unwrap();
    let relationships = Relationships::of(&book);
    let mut people = book.contacts.iter();
    let contact = people.find(|one| one.name.starts_with(name)).unwrap();
    let day = day.parse().unwrap();
    page(&Brief::of(&book, &relationships, contact, day), &book, day)
}

/// What waits on somebody else is due all the same, and whoever waits has heard nothing.
#[test]
fn a_stuck_promise_says_its_day_and_how_long_nothing_was_heard() {
    let before = of_demo("Eve Park", "2026-09-24");
    let stuck = "stuck since Tue 15 Sep on: Max is travelling";
    let told = "nothing heard for 9 days; 2 efforts, untold";
    assert!(
        before.contains(&format!(
            "Introduce her to Max · due Mon 28 Sep, in 4 days; {stuck}"
        )) && before.contains(told),
        "{before}"
    );
    let late = of_demo("Eve Park", "2026-10-20");
    assert!(
        late.contains(&format!("Introduce her to Max · 22 days late, {stuck}"))
            && late.contains("nothing heard for 35 days; 2 efforts, untold"),
        "{late}"
    );
    assert!(of_demo("Wulandari", "2026-09-24").contains("nothing heard for 15 days"));
}

/// Whose word it is, and that I asked for another hour, until they answer.
#[test]
fn a_lunch_says_who_said_yes_and_that_i_asked_to_move_it() {
    assert!(of_demo("Oto", "2026-09-24").contains("they said yes"));
    let mut book = book([called(1)]);
    let start = today().and_hms_opt(12, 30, 0).unwrap();
    let end = start + TimeDelta::hours(1);
    let mut lunch = Invite {
        id: Id::from_u128(1),
        reply: Reply::Accepted,
        asked_to_move: "2026-09-22".parse().ok(),
        ..Invite::new(vec![person(1)], start, end, today())
    };
    let said = |book: &Book| {
        let relationships = Relationships::of(book);
        let contact = book.contacts.get(person(1)).unwrap();
        page(
            &Brief::of(book, &relationships, contact, today()),
            book,
            today(),
        )
    };
    book.invites.put(lunch.clone());
    let asked = "you said yes; you asked Tue 22 Sep whether it may move";
    assert!(said(&book).contains(asked), "{}", said(&book));
    lunch.move_ok = MoveOk::TheySaidHard;
    book.invites.put(lunch);
    assert!(!said(&book).contains("whether it may move"));
}

/// Some people, who of them knows whom, and who talked together.
fn networks() -> impl Strategy<Value = Book> {
    let pairs = || vec((1..8_u128, 1..8_u128), 0..10);
    (pairs(), pairs()).prop_map(|(knows, talks)| {
        let mut book = book((1..8).map(called));
        for (one, other) in knows {
            book.contacts.change(person(one), |contact| {
                let other = KnownPerson::Contact(person(other));
                contact.knows.push((other, Tie::Close));
            });
        }
        for (at, (one, other)) in (1..).zip(talks) {
            book.interactions.put(Interaction {
                id: Id::from_u128(at),
                with: vec![person(one), person(other)],
                on: today(),
                kind: InteractionKind::Event,
                two_way: true,
                note: String::new(),
            });
        }
        book
    })
}

proptest! {
    #![proptest_config(Config {
        cases: number::cases() / 10,
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn in_common_goes_both_ways_and_never_with_oneself(book in networks()) {
        for one in 1..8 {
            for other in in_common(&book, person(one)) {
                prop_assert_ne!(other, person(one));
                prop_assert!(in_common(&book, other).contains(&person(one)));
            }
        }
    }
}
