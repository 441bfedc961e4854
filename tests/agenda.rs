//! The order of Today: by kind as the contact order has it, within a kind by date, then by name.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test may stop where it stands"
)]

#[path = "common/books.rs"]
mod books;
#[path = "common/cases.rs"]
mod number;

use std::collections::HashSet;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use goodword::domain::Book;
use goodword::domain::agenda::{Asking, Matter, agenda};
use goodword::domain::conflict::conflicts;
use goodword::domain::invite::{Invite, Reply};
use goodword::domain::promise::PromiseId;
use goodword::domain::relationship::Relationships;
use goodword::store::demo;
use proptest::prelude::*;
use proptest::test_runner::Config;

const TODAY: NaiveDate = demo::ANCHOR;

fn asking(book: &Book) -> Vec<Asking> {
    agenda(
        book,
        &Relationships::of(book),
        &conflicts(book, TODAY),
        TODAY,
    )
}

/// As model.md says it: safety, what makes the rest uncertain, silence, clashes, invites not answered, due, not told,
/// heard more, not checked, unrepaired, pace, past lunches, reviews.
fn place(matter: Matter) -> usize {
    match matter {
        Matter::Harm(_) => 0,
        Matter::TwoValues => 1,
        Matter::Unheard(_) => 2,
        Matter::Clash(_) => 3,
        Matter::NotAnswered(_) => 4,
        Matter::Due(_) => 5,
        Matter::NotTold(_) => 6,
        Matter::HeardMore(_) => 7,
        Matter::NotChecked(_) => 8,
        Matter::BrokenPromise(_) | Matter::Wrong(_) => 9,
        Matter::Pace(_) => 10,
        Matter::PastLunch(_) => 11,
        Matter::Review(_) => 12,
        Matter::Inbox(_) => 13,
    }
}

/// The date of a row within its kind.
fn date(book: &Book, matter: Matter) -> NaiveDateTime {
    let start = |id| book.invites.get(id).unwrap().start;
    let promise = |id: PromiseId| {
        let promise = book.promises.get(id).unwrap();
        promise.due.unwrap_or(promise.made)
    };
    let day = match matter {
        Matter::Harm(pair) | Matter::Clash(pair) => return start(pair.a),
        Matter::NotAnswered(id) | Matter::PastLunch(id) => return start(id),
        Matter::TwoValues | Matter::Inbox(_) => TODAY,
        Matter::Unheard(id)
        | Matter::Due(id)
        | Matter::HeardMore(id)
        | Matter::NotChecked(id)
        | Matter::BrokenPromise(id) => promise(id),
        Matter::Wrong(id) => book.incidents.get(id).unwrap().on,
        Matter::Pace(id) => {
            let between = Relationships::of(book);
            let added = book.contacts.get(id).unwrap().added;
            between.with(id).last_talk().unwrap_or(added)
        }
        Matter::NotTold(id) => book.decisions.get(id).unwrap().on,
        Matter::Review(id) => book.decisions.get(id).unwrap().review_on.unwrap(),
    };
    day.and_time(NaiveTime::MIN)
}

fn name(book: &Book, row: &Asking) -> String {
    let contact = row.contact.and_then(|id| book.contacts.get(id));
    contact.map_or_else(String::new, |contact| contact.name.to_lowercase())
}

proptest! {
    #![proptest_config(Config { cases: number::cases(), failure_persistence: None, ..Config::default() })]

    #[test]
    fn today_is_sorted_and_says_each_thing_once(book in books::any_book(40)) {
        let rows = asking(&book);
        let keys: Vec<_> = rows
            .iter()
            .map(|row| (place(row.matter), date(&book, row.matter), name(&book, row)))
            .collect();
        prop_assert!(keys.is_sorted(), "{keys:?}");
        let seen: HashSet<Matter> = rows.iter().map(|row| row.matter).collect();
        prop_assert_eq!(seen.len(), rows.len(), "a row stands twice");
        let mut promises = HashSet::new();
        for promise in rows.iter().filter_map(|row| row.matter.promise()) {
            prop_assert!(promises.insert(promise), "a promise asks with two reasons");
        }
    }
}

/// The demo with one lunch of its own and no other invite.
fn with_invite(days_ahead: u64, change: impl Fn(&mut Invite)) -> Vec<Matter> {
    let mut book = demo::book(TODAY).unwrap();
    let mut invite = book.invites.iter().next().unwrap().as_ref().clone();
    for other in book.clone().invites.iter() {
        book.invites.remove(other.id);
    }
    let day = TODAY.checked_add_days(Days::new(days_ahead)).unwrap();
    (invite.start, invite.end) = (
        day.and_hms_opt(12, 30, 0).unwrap(),
        day.and_hms_opt(13, 30, 0).unwrap(),
    );
    (invite.reply, invite.outcome) = (Reply::NeedsAction, None);
    invite.host = goodword::domain::incident::Party::Them;
    change(&mut invite);
    book.invites.put(invite);
    let rows = asking(&book).into_iter().map(|row| row.matter);
    rows.filter(|matter| matches!(matter, Matter::NotAnswered(_)))
        .collect()
}

#[test]
fn an_invite_asks_for_its_answer_when_it_is_near() {
    let as_it_is = |_: &mut Invite| {};
    assert_eq!(with_invite(0, as_it_is).len(), 1, "today still");
    assert_eq!(with_invite(14, as_it_is).len(), 1);
    assert_eq!(with_invite(15, as_it_is).len(), 0, "too far ahead");
    for reply in [Reply::Tentative, Reply::Accepted, Reply::Declined] {
        assert_eq!(with_invite(3, |invite| invite.reply = reply).len(), 0);
    }
    let mine = |invite: &mut Invite| invite.host = goodword::domain::incident::Party::Me;
    assert_eq!(with_invite(3, mine).len(), 0, "they are to answer that one");
}
