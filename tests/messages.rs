//! Drafts of every kind, on the demo and on books of every shape: they name nobody else, steer nothing, and say what the
//! book says.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test stops at the first thing that is not as it says"
)]

#[path = "common/mod.rs"]
mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use goodword::domain::Book;
use goodword::domain::contact::{ContactId, KnownPerson, Tie};
use goodword::domain::introduction::Step;
use goodword::domain::invite::Invite;
use goodword::domain::messages::{Kind, Message, Purpose, Templates, drafts, tell};
use goodword::domain::promise::{Effort, EffortKind, State};
use goodword::store::demo;

use common::books::any_book;

/// Everything that could be written about a book, whether it fits or not.
fn purposes(book: &Book) -> Vec<Purpose> {
    let mut all = Vec::new();
    all.extend(book.decisions.iter().map(|one| Purpose::Decision(one.id)));
    all.extend(book.decisions.iter().map(|one| Purpose::Choice(one.id)));
    for promise in book.promises.iter() {
        all.extend([
            Purpose::Update(promise.id),
            Purpose::NewTerms(promise.id),
            Purpose::Done(promise.id),
            Purpose::OwnUpPromise(promise.id),
        ]);
    }
    all.extend(book.incidents.iter().map(|one| Purpose::OwnUp(one.id)));
    all.extend(book.invites.iter().map(|one| Purpose::Release(one.id)));
    all.extend(book.exchanges.iter().map(|one| Purpose::Thanks(one.id)));
    for talk in book.interactions.iter() {
        all.extend(
            talk.with
                .iter()
                .map(|one| Purpose::ThanksForTalk(talk.id, *one)),
        );
    }
    all.extend(book.introductions.iter().flat_map(|one| {
        let steps = [
            Step::AskRequester,
            Step::AskTarget,
            Step::Make,
            Step::FollowUp,
        ];
        steps.map(|step| Purpose::Introduction(one.id, step))
    }));
    all.extend(book.contacts.iter().map(|one| Purpose::Note(one.id)));
    all
}

fn all_drafts(book: &Book) -> Vec<(Purpose, Message)> {
    let templates = Templates::default();
    let of = |purpose| {
        let drafts = drafts(book, purpose, &templates, demo::ANCHOR);
        drafts.into_iter().map(move |draft| (purpose, draft))
    };
    purposes(book).into_iter().flat_map(of).collect()
}

/// Whom a message goes to.
fn readers(book: &Book, purpose: Purpose, message: &Message) -> Vec<ContactId> {
    let invites = book.invites.iter();
    let together = invites.filter(|one| one.with.first() == Some(&message.contact));
    match purpose {
        Purpose::Decision(_) | Purpose::Release(_) => {
            together.flat_map(|one| one.with.clone()).collect()
        }
        // It is about the two, and names the one to the other.
        Purpose::Introduction(id, _) => {
            let wish = book.introductions.get(id).unwrap();
            vec![wish.requester, wish.target]
        }
        _ => vec![message.contact],
    }
}

/// The book with a name of its own for everybody and for somebody whom they know, written in every way that a name is
/// written, and everybody's name in every note, written otherwise.
fn gossip(book: &Book) -> Book {
    let mut book = book.clone();
    let people: Vec<ContactId> = book.contacts.iter().map(|one| one.id).collect();
    let mut all = String::new();
    for (at, id) in people.iter().enumerate() {
        let number: String = at
            .to_string()
            .chars()
            .map(|digit| (digit as u8 + 49) as char)
            .collect();
        let name = format!("Qué{number}x Zor{number}y");
        let name = match at % 4 {
            0 => name,
            1 => name.to_lowercase(),
            2 => name.nfd().collect(),
            _ => name.to_uppercase(),
        };
        all = format!(
            "{all}Qué{number}x, zor{number}y's; NICK{number}W uvz{number}v Que\u{301}{number}x "
        );
        book.contacts.change(*id, |contact| {
            contact.name = name;
            contact.nicknames = vec![format!("Nick{number}w")];
            let known = KnownPerson::Outside(format!("Uvz{number}v"));
            contact.knows = vec![(known, Tie::default())];
        });
    }
    let ids: Vec<_> = book.promises.iter().map(|one| one.id).collect();
    for id in ids {
        book.promises.change(id, |promise| {
            promise.text.clone_from(&all);
            promise.exact_words.clone_from(&all);
            if let State::Blocked { by, .. } = &mut promise.state {
                by.clone_from(&all);
            }
            for effort in &mut promise.efforts {
                effort.text.clone_from(&all);
            }
        });
    }
    let ids: Vec<_> = book.invites.iter().map(|one| one.id).collect();
    for id in ids {
        book.invites
            .change(id, |invite| invite.place.clone_from(&all));
    }
    let ids: Vec<_> = book.incidents.iter().map(|one| one.id).collect();
    for id in ids {
        book.incidents
            .change(id, |wrong| wrong.note.clone_from(&all));
    }
    let ids: Vec<_> = book.exchanges.iter().map(|one| one.id).collect();
    for id in ids {
        book.exchanges
            .change(id, |value| value.note.clone_from(&all));
    }
    book
}

/// A text without case and accents.
fn folded(text: &str) -> String {
    let letters = text.nfd().filter(|char| !is_combining_mark(*char));
    letters.flat_map(char::to_lowercase).collect()
}

fn assert_names_nobody_else(book: &Book) -> usize {
    let drafts = all_drafts(book);
    for (purpose, message) in &drafts {
        let readers = readers(book, *purpose, message);
        let text = folded(&format!("{}\n{}", message.subject, message.text));
        assert!(
            !text.contains("uvz"),
            "{purpose:?} names somebody outside:\n{text}"
        );
        for other in book
            .contacts
            .iter()
            .filter(|one| !readers.contains(&one.id))
        {
            let names = format!("{} {}", other.name, other.nicknames.join(" "));
            for name in names.split_whitespace() {
                assert!(
                    !text.contains(&folded(name)),
                    "{purpose:?} names {name}:\n{text}"
                );
            }
        }
    }
    drafts.len()
}

#[test]
fn every_kind_is_drafted_and_names_nobody_else() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let ids: Vec<_> = book.incidents.iter().map(|one| one.id).collect();
    for id in ids {
        book.incidents.change(id, |wrong| wrong.made_right = None);
    }
    let kinds: BTreeSet<Kind> = all_drafts(&book).iter().map(|(_, one)| one.kind).collect();
    for kind in [
        Kind::Update,
        Kind::NewTerms,
        Kind::Done,
        Kind::OwnUpPromise,
        Kind::OwnUp,
        Kind::Release,
        Kind::Thanks,
        Kind::ThanksForTalk,
        Kind::Choice,
        Kind::Note,
    ] {
        assert!(kinds.contains(&kind), "no {kind:?} on the demo: {kinds:?}");
    }
    assert!(assert_names_nobody_else(&gossip(&book)) > 80);
}

#[test]
fn a_lunch_of_a_whole_day_is_written_about_without_an_hour() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let has_an_hour = |one: &&Arc<Invite>| one.is_open(demo::ANCHOR) && !one.all_day;
    let lunch = book.invites.iter().find(has_an_hour).unwrap().id;
    let release = |book: &Book| {
        let purpose = Purpose::Release(lunch);
        drafts(book, purpose, &Templates::default(), demo::ANCHOR)[0]
            .text
            .clone()
    };
    assert!(release(&book).contains(" at "), "{}", release(&book));
    book.invites.change(lunch, |one| one.all_day = true);
    assert!(!release(&book).contains(" at "), "{}", release(&book));
}

#[test]
fn a_hundred_efforts_are_counted_and_one_to_come_is_not_told() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let id = book
        .promises
        .iter()
        .find(|one| one.is_owed_by_me())
        .unwrap()
        .id;
    let effort = |on: &str, text: String| Effort {
        on: on.parse().unwrap(),
        told: None,
        kind: EffortKind::Progress,
        text,
    };
    book.promises.change(id, |promise| {
        promise.efforts = (0..100)
            .map(|at| effort("2026-09-20", format!("try {at}")))
            .collect();
        promise
            .efforts
            .push(effort("2026-12-24", "not yet".to_owned()));
        promise
            .efforts
            .push(effort("2026-09-21", "x".repeat(5_000)));
    });
    let contact = book.promises.get(id).unwrap().contact;
    let text = drafts(
        &book,
        Purpose::Update(id),
        &Templates::default(),
        demo::ANCHOR,
    )
    .remove(0)
    .text;
    assert!(
        text.contains("- and 81 earlier\n- Sun 20 Sep: try 81\n"),
        "{text}"
    );
    assert!(
        text.contains("xxx…") && text.len() < 2_000,
        "a note is cut visibly"
    );
    assert!(!text.contains("not yet"));
    tell(&mut book, Purpose::Update(id), contact, &text, demo::ANCHOR);
    let untold: Vec<_> = book
        .promises
        .get(id)
        .unwrap()
        .untold()
        .map(|one| one.text.clone())
        .collect();
    assert_eq!(untold, ["not yet"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_book_makes_a_draft_steer_anything(book in any_book(8)) {
        for (purpose, message) in all_drafts(&book) {
            let is_trick = |c: char| c.is_control() && c != '\n' || ('\u{200e}'..='\u{200f}').contains(&c)
                || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
            prop_assert!(!message.text.contains(is_trick), "{:?}: {:?}", purpose, message.text);
            prop_assert!(!message.subject.contains(char::is_control));
            let is_left = |name: &&str| message.text.contains(&format!("{{{name}}}"));
            prop_assert!(!message.kind.placeholders().iter().any(is_left));
        }
    }

    #[test]
    fn no_book_makes_a_draft_name_somebody_else(book in any_book(8)) {
        assert_names_nobody_else(&gossip(&book));
    }

    #[test]
    fn telling_settles_what_was_to_be_told(book in any_book(6)) {
        for purpose in purposes(&book) {
            let mut after = book.clone();
            for message in drafts(&book, purpose, &Templates::default(), demo::ANCHOR) {
                tell(&mut after, purpose, message.contact, &message.text, demo::ANCHOR);
            }
            if let Purpose::Update(id) = purpose
                && let Some(promise) = after.promises.get(id)
                && promise.is_owed_by_me()
            {
                prop_assert_eq!(promise.last_told().map(|day| day >= demo::ANCHOR), Some(true));
                prop_assert!(promise.untold().all(|effort| effort.on > demo::ANCHOR));
            }
        }
    }
}
