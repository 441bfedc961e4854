//! Nothing I received has a say: take it away, give it to others, or make all of it as much as there is, and people stand
//! in the same order on every screen, in every list and view of it and in every list of the shell, and two lunches lean
//! the same way. Screens and subcommands are taken from the program, so that a new one is held to this too.

use chrono::{Days, TimeDelta};
use clap::CommandFactory;
use proptest::prelude::*;
use proptest::test_runner::Config;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::Value;

use goodword::app::Screen;
use goodword::cli::Cli;
use goodword::domain::Book;
use goodword::domain::contact::ContactId;
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use goodword::domain::id::Id;
use goodword::store::demo;

use super::books;
use super::desk::Desk;
use super::examples::{examples, words};
use super::orders::{Orders, orders};
use super::shell::Shell;

/// What is pressed on each screen: as it stands, the next of what fills it, the figures, the brief.
const KEYS: &[&str] = &["", "]", "i", "b"];
/// About files, not about people.
const OF_FILES: [&str; 3] = ["check", "paths", "restore"];
/// How many people a drawn book has at most.
const MOST: usize = 16;

/// The same book with something else received, and what became of it.
fn otherwise(book: &Book, seed: u64) -> Vec<(&'static str, Book)> {
    vec![
        ("without", without(book)),
        ("from others", from_others(book, seed)),
        ("as much as there is", at_most(book)),
        ("much from some", flooded(book)),
    ]
}

/// The two that are furthest from what is, where each takes its time.
fn furthest(book: &Book) -> [(&'static str, Book); 2] {
    [
        ("without", without(book)),
        ("much from some", flooded(book)),
    ]
}

/// Nothing was received, and there was nothing in it for me.
fn without(book: &Book) -> Book {
    let mut book = book.clone();
    book.exchanges
        .keep(|one| one.direction != Direction::Received);
    gaining(&mut book, &[String::new()]);
    book
}

/// People change places: what came from one came from another. So does what there was in it for me.
fn from_others(book: &Book, seed: u64) -> Book {
    let mut dice = StdRng::seed_from_u64(seed);
    let people = people(book);
    let mut others = people.clone();
    others.sort_by_cached_key(|_| dice.next_u64());
    let mut gains: Vec<String> = book
        .option_sets
        .iter()
        .flat_map(|set| set.options.iter().map(|one| one.my_gain.clone()))
        .collect();
    gains.sort_by_cached_key(|_| dice.next_u64());
    let mut book = receiving(book, |one| {
        let place = people.iter().position(|id| *id == one.contact);
        if let Some(at) = place {
            one.contact = others[at];
        }
    });
    gaining(&mut book, &gains);
    book
}

/// All that was received was large, today, for years, and a fortune for me.
fn at_most(book: &Book) -> Book {
    let mut book = receiving(book, |one| {
        (one.size, one.horizon, one.on) = (Size::Large, Horizon::Years, demo::ANCHOR);
    });
    gaining(
        &mut book,
        &["a million, and the whole of their business".to_owned()],
    );
    book
}

/// The further down somebody stands in the book, the more came from them.
fn flooded(book: &Book) -> Book {
    let mut book = without(book);
    let mut number = 0;
    for (place, contact) in people(&book).into_iter().enumerate() {
        for days in 0..place as u64 {
            number += 1;
            book.exchanges.put(Exchange {
                id: Id::from_u128(number),
                contact,
                on: demo::ANCHOR - Days::new(days),
                direction: Direction::Received,
                kind: ExchangeKind::Introduction,
                size: Size::Large,
                horizon: Horizon::Years,
                note: "what a gift".to_owned(),
                from: None,
            });
        }
    }
    book
}

fn people(book: &Book) -> Vec<ContactId> {
    book.contacts.iter().map(|one| one.id).collect()
}

/// With this change to all that was received.
fn receiving(book: &Book, change: impl Fn(&mut Exchange)) -> Book {
    let mut book = book.clone();
    book.exchanges
        .change_each(|one| one.direction == Direction::Received, change);
    book
}

/// With these words for my own gain, in turn.
fn gaining(book: &mut Book, gains: &[String]) {
    let mut gains = gains.iter().cycle();
    for set in book.option_sets.clone().iter() {
        let mut set = set.as_ref().clone();
        for (option, gain) in set.options.iter_mut().zip(&mut gains) {
            option.my_gain.clone_from(gain);
        }
        book.option_sets.put(set);
    }
}

/// The demo, in which what was noted of something received names nobody: that note is of one person's record alone.
fn the_demo() -> Book {
    let book = demo::book(demo::ANCHOR).unwrap();
    receiving(&book, |one| one.note.clear())
}

/// A drawn book in which lunches compete in the days to come, two or three for an hour.
fn with_lunches(mut book: Book) -> Book {
    let noon = demo::ANCHOR.and_hms_opt(12, 30, 0).unwrap();
    for (number, invite) in (0..).zip(book.invites.clone().iter()) {
        let mut invite = invite.as_ref().clone();
        invite.start = noon + TimeDelta::days(1 + number / 3);
        invite.end = invite.start + TimeDelta::hours(1);
        invite.outcome = None;
        book.invites.put(invite);
    }
    book
}

/// The people of a text, in the order in which it names them.
fn named(text: &str, book: &Book) -> String {
    let names: Vec<&str> = book.contacts.iter().map(|one| one.first_name()).collect();
    let mut found: Vec<(usize, &str)> = Vec::new();
    for name in names {
        found.extend(text.match_indices(name).map(|(at, _)| (at, name)));
    }
    found.sort_unstable();
    let found: Vec<&str> = found.into_iter().map(|(_, name)| name).collect();
    found.join(" ")
}

/// Whom each screen names, in this order. It is tall enough for every row and too narrow for two panes, so that a record
/// stands below its list and never beside it. Of two lunches all that is said counts.
fn screens(book: &Book) -> Orders {
    let all = Screen::ALL.into_iter();
    all.flat_map(|screen| KEYS.iter().map(move |keys| drawn(book, screen, keys)))
        .collect()
}

fn drawn(book: &Book, screen: Screen, keys: &str) -> (String, String) {
    let mut desk = Desk::with(book);
    let way = format!("{} {keys}", screen.number());
    desk.resize(69, 200).keys(&way);
    let text = desk.screen();
    let order = match screen {
        Screen::Lunch => text,
        _ => named(&text, book),
    };
    (way, order)
}

/// Whom each list of the shell names, in this order: every example of every subcommand that lists facts, and what it
/// says of one in five people where it takes a name.
fn lists(book: &Book) -> Orders {
    let shell = Shell::with(book);
    let mut orders = Orders::new();
    for (name, takes) in of_facts() {
        let mut lines: Vec<Vec<String>> = examples(&name).iter().map(|line| words(line)).collect();
        if takes.contains(&"NAME".to_owned()) {
            let people = book.contacts.iter().step_by(5);
            lines.extend(people.map(|one| vec![name.clone(), one.id.to_string()]));
        }
        for line in lines {
            let line: Vec<&str> = line.iter().map(String::as_str).collect();
            let output = shell.run(&line);
            let text = String::from_utf8(output.stdout).unwrap();
            let order = match name.as_str() {
                "lunch" => text,
                _ => named(&text, book),
            };
            orders.push((line.join(" "), order));
        }
    }
    orders
}

/// The same of a book whose people have any name, by their ids: every such subcommand that asks for nothing more.
fn lists_of_ids(book: &Book) -> Orders {
    let shell = Shell::with(book);
    let all = of_facts().into_iter();
    let all = all.filter(|(_, takes)| takes.is_empty());
    all.map(|(name, _)| {
        let output = shell.run(&[&name, "--json"]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let mut found = Vec::new();
        ids(&report, &mut found);
        (name, found.join(" "))
    })
    .collect()
}

fn ids(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| ids(one, found)),
        Value::Object(fields) => fields.values().for_each(|one| ids(one, found)),
        Value::String(text) if text.parse::<ContactId>().is_ok() => found.push(text.clone()),
        _ => {}
    }
}

/// The subcommands that list facts, and what each of them has to be told.
fn of_facts() -> Vec<(String, Vec<String>)> {
    let program = Cli::command();
    let all = program.get_subcommands();
    let all = all.filter(|one| !OF_FILES.contains(&one.get_name()));
    let of_facts = all.filter(|one| {
        one.get_arguments()
            .any(|arg| arg.get_long() == Some("json"))
    });
    of_facts
        .map(|one| {
            let takes = one.get_positionals().filter(|arg| arg.is_required_set());
            let takes = takes.filter_map(|arg| arg.get_value_names()?.first());
            let takes = takes.map(ToString::to_string).collect();
            (one.get_name().to_owned(), takes)
        })
        .collect()
}

fn assert_same(what: &str, before: &Orders, after: &Orders) {
    assert_eq!(before.len(), after.len(), "{what}");
    for ((way, before), (_, after)) in before.iter().zip(after) {
        assert_eq!(before, after, "{way}, received {what}");
    }
}

/// How many stand there, in all the ways that begin so.
fn standing(orders: &Orders, way: &str) -> usize {
    let orders = orders.iter().filter(|(known, _)| known.starts_with(way));
    orders.map(|(_, order)| order.split(' ').count()).sum()
}

#[test]
fn there_are_people_to_put_in_another_order() {
    let book = the_demo();
    assert!(
        named(&drawn(&book, Screen::Contacts, "").1, &book)
            .split(' ')
            .count()
            > 20
    );
    let read = orders(&book);
    for way in [
        "Today", "People", "Promises", "lunch", "choice", "board", "circle",
    ] {
        assert!(standing(&read, way) > 5, "{way}");
    }
    for way in ["reach", "help with", "find", "review", "brief"] {
        assert!(standing(&read, way) > 20, "{way}");
    }
    let received = book.exchanges.iter();
    let received = received.filter(|one| one.direction == Direction::Received);
    assert!(received.count() > 5);
    assert!(otherwise(&book, 1).iter().all(|(_, other)| *other != book));
    assert!(standing(&orders(&with_lunches(books::book(1, MOST))), "lunch") > 20);
}

#[test]
fn nothing_received_moves_anybody_on_a_screen() {
    let book = the_demo();
    let before = screens(&book);
    for (what, other) in furthest(&book) {
        assert_same(what, &before, &screens(&other));
    }
}

#[test]
fn nor_in_a_list_of_the_shell() {
    let book = the_demo();
    let before = lists(&book);
    for (what, other) in furthest(&book) {
        assert_same(what, &before, &lists(&other));
    }
    for seed in 0..3 {
        let book = with_lunches(books::book(seed, MOST));
        let before = lists_of_ids(&book);
        for (what, other) in otherwise(&book, seed) {
            assert_same(what, &before, &lists_of_ids(&other));
        }
    }
}

#[test]
fn nor_in_any_list_behind_a_screen() {
    let book = the_demo();
    let before = orders(&book);
    for seed in 0..2 {
        for (what, other) in otherwise(&book, seed) {
            assert_same(what, &before, &orders(&other));
        }
    }
}

proptest! {
    #![proptest_config(Config {
        cases: 40,
        max_shrink_iters: 64,
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn nor_in_any_other_book(book in books::any_book(MOST), seed in any::<u64>()) {
        let book = with_lunches(book);
        let before = orders(&book);
        for (what, other) in otherwise(&book, seed) {
            assert_same(what, &before, &orders(&other));
        }
    }
}
