//! Every state of a promise, every kind of person, value and talk is there at least once.

use chrono::Datelike;
use goodword::domain::Book;
use goodword::domain::contact::{Contact, Importance, KnownPerson, Source, Tie};
use goodword::domain::exchange::{Direction, ExchangeKind, Horizon, Size};
use goodword::domain::incident::{IncidentKind, Party, Severity};
use goodword::domain::interaction::InteractionKind;
use goodword::domain::introduction::IntroductionStatus;
use goodword::domain::promise::{EffortKind, Hearing, Impact, MissKind, Promise, State, Strength};
use goodword::domain::relationship::Relationships;
use goodword::domain::rhythm::{days_since_talk, is_snoozed};
use goodword::store::demo::ANCHOR;

use super::{at_anchor, person};

fn mine(book: &Book) -> impl Iterator<Item = &Promise> {
    let promises = book.promises.iter().map(AsRef::as_ref);
    promises.filter(|promise| promise.by == Party::Me)
}

fn contacts(book: &Book) -> impl Iterator<Item = &Contact> {
    book.contacts.iter().map(AsRef::as_ref)
}

#[test]
fn promises_of_mine_stand_in_every_state() {
    let book = at_anchor();
    finds_each!(State { Open Blocked Delivered Confirmed Released Withdrawn Missed MadeRight }
        in mine(&book).map(|promise| promise.state.clone()));
    finds_each!(MissKind { Shown ToldLate Silent } in mine(&book).filter_map(|promise| match promise.state {
        State::Missed { kind, .. } => Some(kind),
        _ => None,
    }));
    finds_each!(Strength { Explore Attempt Intend Promise } in mine(&book).map(|promise| promise.said));
    finds_each!(Strength { Explore Attempt Intend Promise }
        in mine(&book).filter_map(|promise| promise.heard).map(|(heard, _)| heard));
    finds_each!(Hearing { Agreed NotChecked HeardMore }
        in mine(&book).filter(|promise| promise.is_owed()).map(Promise::hearing));
    finds_each!(Impact { Little Some Much Vital } in mine(&book).map(|promise| promise.impact));
    finds_each!(ExchangeKind { Knowledge Advice Introduction } in mine(&book).filter_map(|promise| promise.kind));
    let efforts = || mine(&book).flat_map(|promise| &promise.efforts);
    finds_each!(EffortKind { Progress Roadblock NewTerms Delivered Note } in efforts().map(|effort| effort.kind));
}

#[test]
fn promises_tell_of_what_came_before() {
    let book = at_anchor();
    assert!(mine(&book).any(|promise| !promise.earlier_terms.is_empty()));
    assert!(mine(&book).any(|promise| promise.reopened_from.is_some()));
    assert!(mine(&book).any(|promise| matches!(
        &promise.state,
        State::Delivered {
            was_blocked: Some(_),
            ..
        }
    )));
    let open = |promise: &&Promise| promise.state == State::Open;
    assert!(
        mine(&book)
            .filter(open)
            .any(|promise| promise.due.is_none())
    );
    assert!(mine(&book).any(|promise| promise.due == Some(ANCHOR) && promise.is_owed()));
    assert!(mine(&book).any(|promise| promise.is_overdue(ANCHOR)));
    let theirs = || {
        book.promises
            .iter()
            .filter(|promise| promise.by == Party::Them)
    };
    for state in ["Open", "Delivered", "Released", "Missed"] {
        let told = |state: &State| format!("{state:?}");
        assert!(
            theirs().any(|promise| told(&promise.state).starts_with(state)),
            "none of theirs is {state}"
        );
    }
}

#[test]
fn trust_was_hurt_and_helped_on_both_sides() {
    let book = at_anchor();
    for party in [Party::Me, Party::Them] {
        let of = || {
            book.incidents
                .iter()
                .filter(|incident| incident.about == party)
        };
        finds_each!(IncidentKind { BadFaith Harmed Helped } in of().map(|incident| incident.kind));
    }
    finds_each!(Severity { Minor Moderate Serious } in book.incidents.iter().map(|incident| incident.severity));
    assert!(
        book.incidents
            .iter()
            .any(|incident| incident.settled.is_some())
    );
    let mine = || {
        book.incidents
            .iter()
            .filter(|incident| incident.about == Party::Me)
    };
    assert!(mine().any(|incident| incident.made_right.is_some()));
    assert!(
        mine().any(|incident| incident.acknowledged.is_some() && incident.made_right.is_none())
    );
}

#[test]
fn value_and_talk_come_in_every_kind() {
    let book = at_anchor();
    for direction in [Direction::Given, Direction::Received] {
        let went = || {
            book.exchanges
                .iter()
                .filter(|exchange| exchange.direction == direction)
        };
        finds_each!(ExchangeKind { Knowledge Advice Introduction } in went().map(|exchange| exchange.kind));
        finds_each!(Size { Small Medium Large } in went().map(|exchange| exchange.size));
    }
    finds_each!(Direction { Given Received } in book.exchanges.iter().map(|exchange| exchange.direction));
    finds_each!(Horizon { Days Months Year Years } in book.exchanges.iter().map(|exchange| exchange.horizon));
    finds_each!(InteractionKind { InPerson Lunch Call Message Event } in book.interactions.iter().map(|talk| talk.kind));
    assert!(book.interactions.iter().any(|talk| !talk.two_way));
    assert!(book.interactions.iter().any(|talk| talk.with.len() > 1));
    finds_each!(IntroductionStatus { Idea Asking Agreed Made Closed Declined }
        in book.introductions.iter().map(|introduction| introduction.status()));
}

#[test]
fn people_differ() {
    let book = at_anchor();
    finds_each!(Tie { Unknown Acquaintance Familiar Close Trusted } in contacts(&book).map(|contact| contact.tie));
    finds_each!(KnownPerson { Contact Outside }
        in contacts(&book).flat_map(|contact| &contact.knows).map(|(known, _)| known.clone()));
    let aims =
        || contacts(&book).flat_map(|contact| contact.problems.iter().chain(&contact.aspirations));
    finds_each!(Source { TheySaid MyGuess } in aims().map(|aim| aim.source));
    finds_each!(Importance { Minor Useful Important Critical } in aims().map(|aim| aim.importance));
    assert!(aims().any(|aim| aim.closed.is_some()));
    for with_year in [true, false] {
        let known = |contact: &Contact| {
            contact
                .birthday
                .is_some_and(|day| day.year.is_some() == with_year)
        };
        assert!(contacts(&book).any(known));
    }
    for name in [
        "Zoë Achterberg",
        "Jürgen Brandt",
        "Søren Dahl",
        "Siobhán O'Dowd",
        "田中美咲",
        "Anne-Laure Petit",
        "Wulandari",
    ] {
        person(&book, name);
    }
    assert!(contacts(&book).any(|contact| contact.archived));
    assert!(contacts(&book).any(|contact| contact.boundary));
    assert!(contacts(&book).any(|contact| is_snoozed(contact, ANCHOR)));
    assert!(contacts(&book).any(|contact| contact.source_uid.is_some()));
    assert!(contacts(&book).any(|contact| contact.at_worst_days.is_some()));
    let between = Relationships::of(&book);
    assert!(contacts(&book).any(|contact| days_since_talk(
        contact,
        between.with(contact.id),
        ANCHOR
    ) > 3 * 365));
    assert_eq!(ANCHOR.weekday(), chrono::Weekday::Thu);
    assert!(!book.settings.not_the_same.is_empty() && !book.busy.is_empty());
}
