//! Which commands fit what was typed into the palette, and why some of them cannot be done here.

use super::keymap::{Command, Group, Keymap, Row, Scope};
use super::model::Model;
use super::sheet::{Entry, Palette};
use crate::domain::search::{self, Searched};

/// Names that hands know from elsewhere.
const ALIASES: &[(&str, Command)] = &[
    ("q", Command::Quit),
    ("q!", Command::Quit),
    ("w", Command::Done),
    ("wq", Command::Quit),
    ("x", Command::Quit),
    ("h", Command::Help),
];

/// What is done in a shell, with a word on it there.
const IN_A_SHELL: &[(&str, &str, &str)] = &[
    (
        "erase",
        "erase what is kept of a person",
        "in a shell: goodword erase NAME",
    ),
    (
        "export",
        "write out what is kept of a person",
        "in a shell: goodword export --person NAME",
    ),
    (
        "merge",
        "merge a version that stands beside the book",
        "in a shell: goodword merge --copy FILE",
    ),
    (
        "restore",
        "the backups, and what each would change",
        "in a shell: goodword restore",
    ),
    (
        "check",
        "what is odd about the book",
        "in a shell: goodword check",
    ),
];

impl Model {
    /// Works out again what fits what was typed; the cursor goes to the likeliest.
    pub(super) fn look_up(&self, palette: &mut Palette) {
        let all = self.all_entries();
        palette.found = fitting(palette, &all);
        palette.rows.replace((0..palette.found.len()).collect());
        palette.rows.to_top();
    }

    /// Every command once, in the order of the help; what cannot be done here stands last.
    fn all_entries(&self) -> Vec<Entry> {
        let place = self.place();
        let mut entries: Vec<Entry> = Vec::new();
        for row in on_screens(&self.keymap, place) {
            if !entries
                .iter()
                .any(|entry| entry.command == Some(row.command()))
            {
                entries.push(self.entry(row, place));
            }
        }
        entries.extend(IN_A_SHELL.iter().map(|(name, help, why_not)| Entry {
            name,
            command: None,
            keys: String::new(),
            help,
            why_not: Some((*why_not).to_owned()),
        }));
        let is_moving = |command: Command| command.group() == Group::Moving;
        entries.sort_by_key(|entry| {
            (
                entry.why_not.is_some(),
                entry.command.is_some_and(is_moving),
            )
        });
        entries
    }

    fn entry(&self, row: &Row, place: Scope) -> Entry {
        let command = row.command();
        let why_not = if row.is_in(place) {
            self.why_not(command).map(str::to_owned)
        } else {
            Some(format!("on {}", places(&self.keymap, command)))
        };
        Entry {
            name: command.name(),
            command: Some(command),
            keys: row.keys().join(" "),
            help: row.help(),
            why_not,
        }
    }
}

/// The rows of the screens, those of the screen in sight first.
fn on_screens(keymap: &Keymap, place: Scope) -> impl Iterator<Item = &Row> {
    let elsewhere = keymap.rows().iter();
    let elsewhere = elsewhere.filter(|row| row.scopes().iter().any(|scope| scope.is_list()));
    keymap.at(place).chain(elsewhere)
}

/// The screens that have a command.
fn places(keymap: &Keymap, command: Command) -> String {
    let mut names: Vec<&str> = Vec::new();
    for row in keymap.rows().iter().filter(|row| row.command() == command) {
        for name in row.scopes().iter().filter_map(|scope| scope.screen()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.join(", ")
}

/// What fits: by the whole name first, then by letters in their order.
fn fitting(palette: &Palette, all: &[Entry]) -> Vec<Entry> {
    let (name, argument) = palette.words();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
    let exact = |entry: &Entry| {
        entry.name == name || alias.is_some_and(|(_, command)| entry.command == Some(*command))
    };
    // What stands behind a whole name is said to the command.
    let is_said = !argument.is_empty() && all.iter().any(exact);
    let pattern = if is_said { name } else { palette.input.value() };
    let rows = all.iter().map(|entry| {
        let name = entry.name.replace('-', " ");
        let rest = entry.help.to_owned();
        (entry, Searched { name, rest })
    });
    let found = search::filter(&pattern.replace('-', " "), rows);
    let mut fitting: Vec<Entry> = all.iter().filter(|entry| exact(entry)).cloned().collect();
    fitting.extend(found.into_iter().filter(|entry| !exact(entry)).cloned());
    fitting
}
