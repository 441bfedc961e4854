//! The keys: the whole table, and every key that the text names.

use goodword::app::Screen;
use goodword::app::keymap::{Command, Keymap, Row, Scope};

use super::page;

/// The pages that tell what to press.
const TELLING: [&str; 6] = [
    "README.md",
    "docs/guide.md",
    "docs/lines.md",
    "docs/filters.md",
    "docs/book.md",
    "docs/sync.md",
];

#[test]
fn the_keys_are_those_of_the_keymap() {
    let keymap = Keymap::default();
    let rows = keymap.rows().iter();
    let on_a_screen = rows.filter(|row| row.scopes().iter().any(|scope| scope.is_list()));
    let rows = on_a_screen.map(|row| [keys(row), row.help().to_owned(), places(row)]);
    let rows: Vec<[String; 3]> = rows.collect();
    assert!(rows.iter().all(|[_, _, places]| !places.is_empty()));
    let table = page::table(["Keys", "What they do", "Where"], rows.into_iter());
    page::hold("docs/keys.md", "keys", &table);
}

/// The keys, or the name where there are none.
fn keys(row: &Row) -> String {
    if row.keys().is_empty() {
        return format!("`{}`", row.keys_shown());
    }
    let keys: Vec<String> = row.keys().iter().map(|keys| format!("`{keys}`")).collect();
    keys.join(" ")
}

fn places(row: &Row) -> String {
    let is_in = |scope| row.is_in(scope);
    let mut here = Vec::new();
    for (scope, screen) in [
        (Scope::Today, Screen::Today),
        (Scope::Contacts, Screen::Contacts),
        (Scope::Promises, Screen::Promises),
        (Scope::Choices, Screen::Choices),
        (Scope::Network, Screen::Network),
        (Scope::Review, Screen::Review),
    ] {
        if is_in(scope) {
            here.push(screen.name());
        }
    }
    match (is_in(Scope::Lunch), is_in(Scope::Week)) {
        (true, true) if here.len() == Screen::ALL.len() - 1 => return "every screen".to_owned(),
        (true, true) => here.push("Lunch"),
        (true, false) => here.push("Lunch (two invites)"),
        (false, true) => here.push("Lunch (the week)"),
        (false, false) => {}
    }
    if is_in(Scope::First) {
        here.push("no book yet");
    }
    here.join(", ")
}

#[test]
fn every_key_named_in_the_text_is_in_the_keymap() {
    let keymap = Keymap::default();
    let known: Vec<&String> = keymap.rows().iter().flat_map(Row::keys).collect();
    let is_key = |word: &String| {
        let named = ["Enter", "Esc", "Space", "Tab"].contains(&word.as_str());
        word.chars().count() == 1 || named || word.starts_with("Ctrl-")
    };
    let mut named = 0;
    for name in TELLING {
        for key in page::quoted(&page::read(name)).into_iter().filter(is_key) {
            assert!(known.contains(&&key), "{name}: {key} is no key");
            named += 1;
        }
    }
    assert!(named > 60, "only {named}");
}

/// The keys that the README picks out do there what it says: each row of its table names a command.
#[test]
fn the_names_of_commands_are_names() {
    let keymap = Keymap::default();
    let shown: Vec<String> = keymap.rows().iter().map(Row::keys_shown).collect();
    for name in TELLING {
        let words = page::quoted(&page::read(name)).into_iter();
        for word in words.filter(|word| word.starts_with(':') && word.len() > 4) {
            let command = word.split(' ').next().unwrap();
            assert!(
                shown.iter().any(|known| known == command),
                "{name}: {command}"
            );
        }
    }
}

/// On the screens; forms and sheets have fewer keys, for what lies in them.
#[test]
fn a_key_means_one_thing_on_every_screen() {
    let keymap = Keymap::default();
    let mut meant: Vec<(&String, Command)> = Vec::new();
    let rows = keymap.rows().iter();
    for row in rows.filter(|row| row.scopes().iter().any(|scope| scope.is_list())) {
        for key in row.keys() {
            match meant.iter().find(|(known, _)| *known == key) {
                Some((_, command)) => assert_eq!(*command, row.command(), "{key}"),
                None => meant.push((key, row.command())),
            }
        }
    }
    assert!(meant.len() > 60, "{}", meant.len());
}
