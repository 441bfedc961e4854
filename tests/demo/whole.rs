//! The file is sound: written as the program writes it, nothing dangling, nothing twice, and the figures as designed.

use std::collections::HashSet;

use chrono::{Datelike, Weekday};
use goodword::domain::Book;
use goodword::domain::comparison::Side;
use goodword::domain::comparison::{DecidedBy, Guard, Lean, compare};
use goodword::domain::decision::{Chosen, Subject};
use goodword::domain::exchange::Direction;
use goodword::domain::incident::Party;
use goodword::domain::invite::NextChance;
use goodword::domain::promise::State;
use goodword::domain::relationship::Relationships;
use goodword::domain::rhythm::days_since_talk;
use goodword::domain::silence::{SilenceRule, silence};
use goodword::domain::tuning::TUNING;
use goodword::store::demo::ANCHOR;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;

use super::{FILE, at_anchor, invite, is_id, judged, person, texts};

#[test]
fn the_file_says_no_more_and_no_less_than_the_book_read_from_it() {
    let book: Book = ron::from_str(FILE).unwrap();
    let config = PrettyConfig::new().extensions(Extensions::IMPLICIT_SOME);
    let written = ron::ser::to_string_pretty(&book, config).unwrap();
    let mut lines = FILE.lines();
    assert_eq!(lines.next(), Some("#![enable(implicit_some)]"));
    assert_eq!(
        lines.next(),
        Some("// Goodword rewrites this file; comments are not kept.")
    );
    let body: String = lines.collect();
    let written: String = written.lines().skip(1).collect();
    // The layout is the encoder's; that every field stands where it must, and no default does, is the file's.
    let bare = |text: String| {
        let text = text.replace(char::is_whitespace, "");
        text.replace(",)", ")").replace(",]", "]")
    };
    assert_eq!(bare(body), bare(written));
}

#[test]
fn an_unknown_field_is_refused() {
    for (known, with_unknown) in [
        ("version: 1,", "version: 1, colour: 3,"),
        ("added:", "mood: 1, added:"),
        ("severity:", "rank: 1, severity:"),
    ] {
        let spoiled = FILE.replacen(known, with_unknown, 1);
        assert_ne!(spoiled, FILE);
        assert!(ron::from_str::<Book>(&spoiled).is_err(), "{with_unknown}");
    }
}

#[test]
fn every_id_stands_once_and_every_table_is_sorted() {
    let file = FILE.replace("(id:", "( id:");
    let own = file
        .split(" id: \"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap());
    let mut seen = HashSet::new();
    for id in own {
        assert!(
            is_id(id) && seen.insert(id),
            "{id} is no id or stands twice"
        );
    }
    for text in texts(FILE).into_iter().filter(|text| is_id(text)) {
        assert!(seen.contains(text), "{text} is nobody's id");
    }
    let book: Book = ron::from_str(FILE).unwrap();
    let mut opened = book.clone();
    opened.give_missing_ids();
    assert_eq!(opened, book, "an id is missing, or a table is not sorted");
}

#[test]
fn references_between_records_lead_to_the_right_kind() {
    let book = at_anchor();
    let known = |id| assert!(book.contacts.get(id).is_some(), "contact {id}");
    for promise in book.promises.iter() {
        known(promise.contact);
        if let Some(before) = promise.reopened_from {
            assert_eq!(book.promises.get(before).unwrap().contact, promise.contact);
        }
    }
    for invite in book.invites.iter() {
        assert!(
            !invite.with.is_empty() && invite.start < invite.end && invite.asked_on <= invite.day()
        );
        invite.with.iter().copied().for_each(known);
        let said = invite.assessment.clone().unwrap_or_default();
        for promise in said.advances {
            let promise = book.promises.get(promise).unwrap();
            assert!(promise.by == Party::Me && invite.is_with(promise.contact));
        }
        if let Some(aim) = said.aim {
            let has = |id| book.contacts.get(id).unwrap().aim(aim).is_some();
            assert!(
                invite.with.iter().copied().any(has),
                "an aim of nobody at the table"
            );
        }
    }
    book.interactions
        .iter()
        .flat_map(|talk| talk.with.clone())
        .for_each(known);
    book.incidents
        .iter()
        .for_each(|incident| known(incident.contact));
    book.option_sets.iter().for_each(|set| known(set.contact));
    for introduction in book.introductions.iter() {
        known(introduction.requester);
        known(introduction.target);
    }
    for exchange in book.exchanges.iter() {
        known(exchange.contact);
        assert!(
            exchange
                .from
                .is_none_or(|from| book.promises.get(from).unwrap().contact == exchange.contact)
        );
    }
    for decision in book.decisions.iter() {
        match decision.about {
            Subject::Invites(a, b) => {
                assert!(book.invites.get(a).is_some() && book.invites.get(b).is_some());
            }
            Subject::Options(set) => {
                assert!(book.option_sets.get(set).is_some());
            }
        }
    }
}

#[test]
fn a_delivered_promise_of_a_kind_has_brought_its_value() {
    let book = at_anchor();
    for promise in book
        .promises
        .iter()
        .filter(|promise| promise.by == Party::Me)
    {
        let done = matches!(
            promise.state,
            State::Delivered { .. } | State::Confirmed { .. }
        );
        let brought = book.exchanges.iter().filter(|exchange| {
            exchange.from == Some(promise.id)
                && exchange.direction == Direction::Given
                && Some(exchange.kind) == promise.kind
        });
        let is_value = done && promise.kind.is_some();
        assert_eq!(brought.count(), usize::from(is_value), "{}", promise.text);
    }
}

#[test]
fn nothing_is_said_twice() {
    let mut said = HashSet::new();
    // A text of one word is a label, such as a circle or an address, and may come back.
    for text in texts(FILE) {
        let free = text.chars().count() > 12 && text.contains(' ');
        assert!(!free || said.insert(text), "twice: {text}");
    }
    assert!(said.len() > 200);
}

#[test]
fn what_was_decided_can_be_worked_out_again() {
    let book = at_anchor();
    let mut compared = 0;
    for decision in book.decisions.iter() {
        let Some(frozen) = &decision.snapshot else {
            continue;
        };
        let again = compare(
            &frozen.a,
            &frozen.b,
            &frozen.order,
            decision.untruth_needed_for,
        );
        assert_eq!(
            (frozen.model_version, &frozen.verdict),
            (TUNING.model_version, &again)
        );
        let side = match decision.chosen {
            Chosen::A => Some(Side::A),
            Chosen::B => Some(Side::B),
            _ => None,
        };
        if let Some(side) = side {
            assert_eq!(
                decision.followed_lean,
                again.lean.side().map(|lean| lean == side)
            );
        }
        compared += 1;
    }
    assert_eq!(compared, 7);
}

#[test]
fn bob_and_dana_are_the_example_of_the_screens() {
    let book = at_anchor();
    let (conflict, verdict) = judged(&book, ANCHOR).into_iter().next().unwrap();
    let bob = person(&book, "Bob Reyes");
    assert!(invite(&book, conflict, true).is_with(bob.id));
    assert!(invite(&book, conflict, false).is_with(person(&book, "Dana Liu").id));
    assert_eq!(verdict.a_values.in_order(), [1000, 0, 0, 416, 1000, 549]);
    assert_eq!(verdict.b_values.in_order(), [500, 0, 0, 131, 166, 0]);
    assert_eq!(
        (verdict.d, verdict.lines_lean, verdict.lean),
        (12_144, Lean::A, Lean::B)
    );
    assert_eq!(verdict.decided_by, DecidedBy::Guard(Guard::WordGiven));
    assert!(verdict.ask_first && verdict.if_released == Some(Lean::A));
}

#[test]
fn what_lies_ahead_lies_on_working_days() {
    let book = at_anchor();
    let awaited = book.invites.iter().filter(|invite| invite.is_open(ANCHOR));
    let hours = awaited.filter(|invite| !invite.all_day).flat_map(|invite| {
        let chance = invite.assessment.as_ref().map(|said| said.next_chance);
        let later = chance.and_then(|chance| match chance {
            NextChance::On(day) => Some(day),
            NextChance::Unknown | NextChance::Never | NextChance::In(_) => None,
        });
        [Some(invite.day()), later]
    });
    let owed = book.promises.iter().filter(|promise| promise.is_owed());
    let due = owed.map(|promise| promise.due.filter(|due| *due >= ANCHOR));
    for day in hours.chain(due).flatten() {
        let at_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        assert!(!at_weekend, "{day}");
    }
}

#[test]
fn the_gauges_show_what_the_stories_tell() {
    let book = at_anchor();
    let relationships = Relationships::of(&book);
    let eve = person(&book, "Eve Park");
    let blocked = relationships
        .with(eve.id)
        .owed_by_me()
        .find(|promise| promise.due.is_some());
    let waited = silence(blocked.unwrap(), ANCHOR).unwrap();
    assert_eq!(
        (waited.rule, waited.days, waited.debt_days()),
        (SilenceRule::Blocked, 9, 6)
    );
    for (name, days, wished) in [("Bob Reyes", 100, 91), ("Jürgen Brandt", 140, 91)] {
        let contact = person(&book, name);
        assert_eq!(
            days_since_talk(contact, relationships.with(contact.id), ANCHOR),
            days
        );
        assert_eq!(contact.rhythm_days.map(u32::from), Some(wished));
    }
    let cautious = book
        .contacts
        .iter()
        .filter(|contact| relationships.with(contact.id).trust_caution(ANCHOR));
    assert_eq!(
        cautious
            .map(|contact| contact.name.as_str())
            .collect::<Vec<_>>(),
        ["Carl Voss"]
    );
    let lea = person(&book, "Lea Novak");
    let lunch = book
        .invites
        .iter()
        .find(|invite| invite.with == [lea.id] && invite.day() == ANCHOR)
        .unwrap();
    assert_eq!(
        (lunch.place.as_str(), lunch.travel_minutes),
        ("Café Merz", 12)
    );
    assert_eq!(lunch.start.time().to_string(), "12:30:00");
}
