//! The keys in force: the rows of the table, with the keys that the user gave them.

use super::remap::{self, Change};
use super::{Binding, Command, KEYMAP, Meaning, Scope};
use crate::app::chord::Chord;

/// The keys in force.
#[derive(Clone)]
pub struct Keymap {
    rows: Vec<Row>,
}

/// A row of the table, with its keys in force.
#[derive(Clone)]
pub struct Row {
    pub(super) binding: &'static Binding,
    pub(super) keys: Vec<String>,
    pub(super) sequences: Vec<Vec<Chord>>,
    pub(super) scopes: Vec<Scope>,
    pub(super) hint: Option<(String, &'static str)>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::of(KEYMAP.iter().map(Row::of).collect())
    }
}

impl Keymap {
    /// The table with these changes.
    ///
    /// # Errors
    /// What is wrong with the changes, a sentence each: an unknown command or key, or two commands that want one key.
    /// None of the changes holds then.
    pub fn with(changes: &[Change]) -> Result<Self, Vec<String>> {
        let mut rows = KEYMAP.iter().map(Row::of).collect();
        let mut wrong = Vec::new();
        // What is meant for one place comes after what is meant everywhere, however they are written.
        let mut ordered: Vec<(usize, &Change)> = changes.iter().enumerate().collect();
        ordered.sort_by_key(|(_, change)| change.is_for_one_place());
        for (at, change) in ordered {
            if let Err(why) = remap::apply(change, &mut rows) {
                wrong.push((at, why));
            }
        }
        wrong.sort_by_key(|(at, _)| *at);
        let mut wrong: Vec<String> = wrong.into_iter().map(|(_, why)| why).collect();
        wrong.extend(remap::clashes(&rows));
        if wrong.is_empty() {
            Ok(Self::of(rows))
        } else {
            Err(wrong)
        }
    }

    fn of(mut rows: Vec<Row>) -> Self {
        let hints: Vec<_> = rows.iter().map(|row| hint(row, &rows)).collect();
        for (row, hint) in rows.iter_mut().zip(hints) {
            row.hint = hint;
        }
        Self { rows }
    }

    /// All rows, in the order in which the help shows them.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows that hold in a place.
    pub fn at(&self, scope: Scope) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.is_in(scope))
    }

    /// What a key does in a place, after the first key of a pair where there was one.
    #[must_use]
    pub fn meaning(&self, scope: Scope, prefix: Option<Chord>, chord: Chord) -> Meaning {
        for row in self.at(scope) {
            for sequence in &row.sequences {
                match (sequence.as_slice(), prefix) {
                    ([only], None) if *only == chord => return Meaning::Command(row.command()),
                    ([first, _], None) if *first == chord => return Meaning::Prefix,
                    ([first, second], Some(before)) if *first == before && *second == chord => {
                        return Meaning::Command(row.command());
                    }
                    _ => {}
                }
            }
        }
        Meaning::Nothing
    }

    /// The first key of a command on a screen, as it is written in a sentence; its name where it has no key.
    #[must_use]
    pub fn key(&self, command: Command) -> String {
        let mut rows = self.rows.iter().filter(|row| row.command() == command);
        let on_a_screen = rows
            .clone()
            .find(|row| row.scopes.iter().any(|scope| scope.is_list()));
        let row = on_a_screen.or_else(|| rows.next());
        match row.and_then(|row| row.keys.first()).map(String::as_str) {
            Some("Enter") => "⏎".to_owned(),
            Some(key) => key.to_owned(),
            None => format!(":{}", command.name()),
        }
    }

    /// A sentence with the keys in force in the place of the names that stand in braces: "{undo} undoes".
    #[must_use]
    pub fn fill(&self, sentence: &str) -> String {
        let mut parts = sentence.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let named = part.split_once('}');
            let named = named.and_then(|(name, rest)| Some((Command::named(name)?, rest)));
            if let Some((command, rest)) = named {
                filled.push_str(&self.key(command));
                filled.push_str(rest);
            } else {
                filled.push('{');
                filled.push_str(part);
            }
        }
        filled
    }
}

impl Row {
    fn of(binding: &'static Binding) -> Self {
        Self {
            keys: binding.keys.iter().map(|key| (*key).to_owned()).collect(),
            sequences: binding.sequences().collect(),
            scopes: binding.scopes.to_vec(),
            hint: None,
            binding,
        }
    }

    /// What it does.
    #[must_use]
    pub fn command(&self) -> Command {
        self.binding.command
    }

    /// What it does, in words.
    #[must_use]
    pub fn help(&self) -> &'static str {
        self.binding.help
    }

    /// Where it holds.
    #[must_use]
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    /// Whether it holds there.
    #[must_use]
    pub fn is_in(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }

    /// Its keys, as they are written.
    #[must_use]
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Its keys as the help writes them; without any its name.
    #[must_use]
    pub fn keys_shown(&self) -> String {
        if self.keys.is_empty() {
            format!(":{}", self.command().name())
        } else {
            self.keys.join(" ")
        }
    }

    /// The hint as key and word; `None` for keys that need none.
    #[must_use]
    pub fn hint(&self) -> Option<(&str, &'static str)> {
        self.hint.as_ref().map(|(key, word)| (key.as_str(), *word))
    }
}

/// A key as a hint writes it.
fn shown(key: &str) -> String {
    match key {
        "Enter" => "⏎".to_owned(),
        "Space" => "␣".to_owned(),
        other => other.to_owned(),
    }
}

/// The hint of a row. One that names several keys, "J K:order", names those in force of the rows that have them in the
/// table.
fn hint(row: &Row, rows: &[Row]) -> Option<(String, &'static str)> {
    match row.binding.hint.split_once(':') {
        Some((keys, word)) => {
            let named = |separator: char| {
                let keys = keys.split(separator);
                let keys: Vec<String> = keys.map(|key| instead_of(key, row, rows)).collect();
                keys.join(&separator.to_string())
            };
            let is_range = keys.len() > 1 && !keys.contains(' ');
            Some((named(if is_range { '-' } else { ' ' }), word))
        }
        None if row.binding.hint.is_empty() => None,
        None => Some((shown(row.keys.first()?), row.binding.hint)),
    }
}

/// The key in force of the row that has this key in the table.
fn instead_of(key: &str, beside: &Row, rows: &[Row]) -> String {
    let mut beside = rows
        .iter()
        .filter(|row| row.scopes.iter().any(|scope| beside.is_in(*scope)));
    let row = beside.find(|row| row.binding.keys.contains(&key));
    match row {
        Some(row) if !row.keys.iter().any(|other| other == key) => {
            row.keys.first().map_or_else(String::new, |key| shown(key))
        }
        _ => shown(key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_names_the_keys_in_force() {
        let hints = |keymap: &Keymap, scope: Scope| -> Vec<String> {
            let hints = keymap.at(scope).filter_map(Row::hint);
            hints.map(|(key, word)| format!("{key} {word}")).collect()
        };
        let table = Keymap::default();
        assert!(hints(&table, Scope::Lunch).contains(&"J K order".to_owned()));
        assert!(hints(&table, Scope::Answers).contains(&"0-4 answer".to_owned()));
        let change = |command: &str, key: &str| Change::new(command, &[key]);
        let changes = [
            change("more-important", "<"),
            change("answer-4", "z"),
            change("done", "Ctrl-t"),
        ];
        let keymap = Keymap::with(&changes).unwrap_or_default();
        assert!(hints(&keymap, Scope::Lunch).contains(&"J < order".to_owned()));
        assert!(hints(&keymap, Scope::Answers).contains(&"0-z answer".to_owned()));
        assert!(hints(&keymap, Scope::Promises).contains(&"Ctrl-t done".to_owned()));
        assert_eq!(
            keymap.fill("{done}, {undo} and {nothing}"),
            "Ctrl-t, u and {nothing}"
        );
    }
}
