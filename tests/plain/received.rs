//! Nothing I received has a say: whatever it is, and from whomever it came, people stand in the same order on every screen
//! and in every list of the shell, and two lunches lean the same way. Screens and subcommands are taken from the
//! program, so that a new one is held to this too.

use chrono::Days;
use clap::CommandFactory;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;

use goodword::app::Screen;
use goodword::cli::Cli;
use goodword::domain::Book;
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use goodword::domain::id::Id;
use goodword::store::demo;

use super::desk::Desk;
use super::examples::{examples, words};
use super::shell::Shell;

/// What is pressed on each screen: as it stands, sorted otherwise, the next of what fills it, the figures, the brief.
const KEYS: &[&str] = &["", "s", "s s", "]", "] ]", "i", "Tab", "b"];
/// About files, not about people.
const OF_FILES: [&str; 3] = ["check", "paths", "restore"];

/// Something received, from the person at this place.
#[derive(Debug, Clone)]
struct Received {
    from: usize,
    days_ago: u64,
    kind: ExchangeKind,
    size: Size,
    horizon: Horizon,
}

fn any_received() -> impl Strategy<Value = Received> {
    let size = select(vec![Size::Small, Size::Medium, Size::Large]);
    let kind = select(ExchangeKind::ALL.to_vec());
    let horizon = select(Horizon::ALL.to_vec());
    let fields = (0..100_usize, 0..800_u64, kind, size, horizon);
    fields.prop_map(|(from, days_ago, kind, size, horizon)| Received {
        from,
        days_ago,
        kind,
        size,
        horizon,
    })
}

/// The demo with this instead of all that was received.
fn having(received: &[Received]) -> Book {
    let mut book = without();
    let people: Vec<_> = book.contacts.iter().map(|one| one.id).collect();
    for (at, one) in (1_u128..).zip(received) {
        book.exchanges.put(Exchange {
            id: Id::from_u128(at),
            contact: people[one.from % people.len()],
            on: demo::ANCHOR - Days::new(one.days_ago),
            direction: Direction::Received,
            kind: one.kind,
            size: one.size,
            horizon: one.horizon,
            note: String::new(),
            from: None,
        });
    }
    book
}

/// The demo without anything that was received.
fn without() -> Book {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    book.exchanges
        .keep(|one| one.direction != Direction::Received);
    book.option_sets.change_each(
        |_| true,
        |set| {
            set.options
                .iter_mut()
                .for_each(|option| option.my_gain.clear());
        },
    );
    book
}

/// The people of a text, in the order in which it names them.
fn named(text: &str, book: &Book) -> Vec<String> {
    let names: Vec<&str> = book.contacts.iter().map(|one| one.first_name()).collect();
    let mut found: Vec<(usize, &str)> = Vec::new();
    for name in names {
        found.extend(text.match_indices(name).map(|(at, _)| (at, name)));
    }
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name.to_owned()).collect()
}

/// Whom each screen names, in this order. It is tall enough for every row and too narrow for two panes, so that a record
/// stands below its list and never beside it. Of two lunches all that is said counts.
fn screens(book: &Book) -> Vec<(String, Vec<String>)> {
    let mut orders = Vec::new();
    for screen in Screen::ALL {
        for keys in KEYS {
            let mut desk = Desk::with(book);
            let way = format!("{} {keys}", screen.number());
            desk.resize(69, 200).keys(&way);
            let text = desk.screen();
            let order = match screen {
                Screen::Lunch => vec![text],
                _ => named(&text, book),
            };
            orders.push((way, order));
        }
    }
    orders
}

/// Whom each list of the shell names, in this order: every example of every subcommand that lists facts, and what it
/// says of one in five people where it takes a name.
fn lists(book: &Book) -> Vec<(String, Vec<String>)> {
    let shell = Shell::with(book);
    let program = Cli::command();
    let mut orders = Vec::new();
    for command in program.get_subcommands() {
        let name = command.get_name();
        let mut options = command.get_arguments();
        if OF_FILES.contains(&name) || !options.any(|one| one.get_long() == Some("json")) {
            continue;
        }
        let takes_a_name = command.get_positionals().any(|one| {
            one.get_value_names()
                .is_some_and(|names| names[0] == "NAME")
        });
        let mut lines: Vec<Vec<String>> = examples(name).iter().map(|line| words(line)).collect();
        if takes_a_name {
            let people = book.contacts.iter().step_by(5);
            lines.extend(people.map(|one| vec![name.to_owned(), one.id.to_string()]));
        }
        for line in lines {
            let line: Vec<&str> = line.iter().map(String::as_str).collect();
            let output = shell.run(&line);
            let text = String::from_utf8(output.stdout).unwrap();
            let order = match name {
                "lunch" => vec![text],
                _ => named(&text, book),
            };
            orders.push((line.join(" "), order));
        }
    }
    orders
}

fn assert_same(before: &[(String, Vec<String>)], after: &[(String, Vec<String>)]) {
    assert_eq!(before.len(), after.len());
    for ((way, before), (_, after)) in before.iter().zip(after) {
        assert_eq!(before, after, "{way}");
    }
}

#[test]
fn there_are_people_to_put_in_another_order() {
    let book = without();
    let names = |orders: Vec<(String, Vec<String>)>, way: &str| {
        let found = orders.into_iter().find(|(known, _)| known == way);
        found.unwrap().1.len()
    };
    assert!(names(screens(&book), "2 ") > 20);
    assert!(names(screens(&book), "1 ") > 10);
    assert!(names(lists(&book), "contacts") > 20);
    assert!(lists(&book).iter().any(|(way, _)| way == "lunch"));
}

proptest! {
    #![proptest_config(Config {
        cases: 2,
        max_shrink_iters: 2,
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn nothing_received_moves_anybody(received in vec(any_received(), 1..60)) {
        let (before, after) = (without(), having(&received));
        assert_same(&screens(&before), &screens(&after));
        assert_same(&lists(&before), &lists(&after));
    }
}

/// The further down somebody stands in the book, the more came from them.
#[test]
fn nor_does_much_from_some_and_little_from_others() {
    let from = |from: usize| Received {
        from,
        days_ago: 1,
        kind: ExchangeKind::Introduction,
        size: Size::Large,
        horizon: Horizon::Years,
    };
    let people = without().contacts.len();
    let received: Vec<Received> = (0..people)
        .flat_map(|place| vec![from(place); place])
        .collect();
    let (before, after) = (without(), having(&received));
    assert_same(&screens(&before), &screens(&after));
    assert_same(&lists(&before), &lists(&after));
}
