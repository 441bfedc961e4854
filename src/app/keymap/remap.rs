//! The keys that the user gives to commands, and what can be wrong with them.

use super::in_force::Row;
use super::{Command, KEYMAP, Scope};
use crate::app::chord::{Chord, Key};
use crate::domain::search::{self, Searched};

/// Other keys for a command, as `config.ron` has them.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    /// The name of the command, or of a place and the command: "told", "draft.told".
    pub command: String,
    /// The keys; a pair typed one after the other stands as "g g".
    pub keys: Vec<String>,
    /// The line where that is written, where it is known.
    pub line: Option<usize>,
}

/// What can be written for a key.
const KNOWN_KEYS: &str = "a letter or a sign, Ctrl-x, Alt-x, F1 to F12, Enter, Esc, Tab, Shift-Tab, Space, Backspace, \
                          Delete, Up, Down, Left, Right, Home, End, PgUp, PgDn, or two of them with a blank between";

impl Change {
    /// Keys for a command.
    #[must_use]
    pub fn new(command: &str, keys: &[&str]) -> Self {
        Self {
            command: command.to_owned(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            line: None,
        }
    }

    /// Whether it names a place.
    pub(super) fn is_for_one_place(&self) -> bool {
        self.command.contains('.')
    }

    fn wrong(&self, why: &str) -> String {
        let line = self.line.map(|line| format!("line {line}, "));
        format!("{}keys: {why}", line.unwrap_or_default())
    }
}

/// Gives a command its keys.
pub(super) fn apply(change: &Change, rows: &mut Vec<Row>) -> Result<(), String> {
    let (scope, command) = target(&change.command).map_err(|why| change.wrong(&why))?;
    let mut sequences = Vec::new();
    for key in &change.keys {
        sequences.push(
            sequence(key).ok_or_else(|| {
                change.wrong(&format!("\"{key}\" is no key. There is {KNOWN_KEYS}"))
            })?,
        );
    }
    if sequences.is_empty() {
        return Err(change.wrong(&format!("\"{}\" needs a key", change.command)));
    }
    let keys: Vec<String> = sequences.iter().map(|keys| written(keys)).collect();
    let mut changed = Vec::new();
    for row in std::mem::take(rows) {
        if row.command() == command {
            changed.extend(split(&row, scope, &keys, &sequences));
        } else {
            changed.push(row);
        }
    }
    *rows = changed;
    let is_typed = sequences.iter().any(|keys| is_typed(keys));
    match scope {
        Some(scope) if scope.takes_text() && is_typed => {
            let place = scope.name();
            Err(change.wrong(&format!(
                "in {place} a letter is typed: take Ctrl, Alt or F1 to F12"
            )))
        }
        Some(scope)
            if !rows
                .iter()
                .any(|row| row.command() == command && row.is_in(scope)) =>
        {
            let (command, place) = (command.name(), scope.name());
            Err(change.wrong(&format!("there is no {command} in {place}")))
        }
        _ => Ok(()),
    }
}

/// The command that a name means, and the one place where there is one.
fn target(name: &str) -> Result<(Option<Scope>, Command), String> {
    let (place, command) = match name.split_once('.') {
        Some((place, command)) => (Some(place.trim()), command.trim()),
        None => (None, name.trim()),
    };
    let known = Command::named(command).ok_or_else(|| {
        unknown(
            "command",
            command,
            KEYMAP.iter().map(|row| row.command.name()),
        )
    })?;
    let scope = place.map(|place| {
        let unknown = || unknown("place", place, Scope::ALL.into_iter().map(Scope::name));
        Scope::named(place).ok_or_else(unknown)
    });
    Ok((scope.transpose()?, known))
}

/// Says that nothing is called so, and what is called nearly so.
fn unknown(what: &str, name: &str, known: impl Iterator<Item = &'static str>) -> String {
    let mut known: Vec<&str> = known.collect();
    known.sort_unstable();
    known.dedup();
    let near = |name: &str| {
        let rows = known.iter().map(|known| {
            let name = (*known).to_owned();
            let rest = String::new();
            (*known, Searched { name, rest })
        });
        search::filter(name, rows)
    };
    // Two letters in the wrong order are found by what stands before them.
    let beginning: String = name.chars().take(2).collect();
    let found = [name, beginning.as_str()].into_iter().map(near);
    let near = found
        .into_iter()
        .find(|found| !found.is_empty() && !name.is_empty());
    let near = near.unwrap_or(known);
    let near: Vec<&str> = near.into_iter().take(4).collect();
    format!(
        "no {what} is called \"{name}\": there is {} …",
        near.join(", ")
    )
}

/// The chords of a key as it is written; none for what is no key.
fn sequence(key: &str) -> Option<Vec<Chord>> {
    let words: Vec<&str> = key.split_whitespace().collect();
    let chords: Option<Vec<Chord>> = words.iter().map(|word| Chord::parse_named(word)).collect();
    let mut chords = chords.filter(|chords| matches!(chords.len(), 1 | 2))?;
    for chord in &mut chords {
        match &mut chord.key {
            // With Ctrl a terminal sends the small letter.
            Key::Char(char) if chord.ctrl => *char = char.to_ascii_lowercase(),
            Key::F(number) if !(1..=12).contains(number) => return None,
            _ => {}
        }
    }
    Some(chords)
}

fn written(chords: &[Chord]) -> String {
    let keys: Vec<String> = chords.iter().map(ToString::to_string).collect();
    keys.join(" ")
}

fn is_typed(keys: &[Chord]) -> bool {
    keys.first().is_some_and(|first| first.is_typed())
}

/// A row, with other keys in one place or wherever it holds. Where text is typed letters stay letters.
fn split(row: &Row, only: Option<Scope>, keys: &[String], sequences: &[Vec<Chord>]) -> Vec<Row> {
    let (wanted, left): (Vec<Scope>, Vec<Scope>) = row
        .scopes
        .iter()
        .partition(|scope| only.is_none_or(|only| only == **scope));
    let (typed, acting): (Vec<Scope>, Vec<Scope>) =
        wanted.into_iter().partition(|scope| scope.takes_text());
    let with = |scopes: Vec<Scope>, keep: &dyn Fn(&[Chord]) -> bool| {
        let kept: Vec<_> = keys
            .iter()
            .zip(sequences)
            .filter(|(_, keys)| keep(keys))
            .collect();
        let mut row = Row {
            scopes,
            ..row.clone()
        };
        if !kept.is_empty() {
            row.keys = kept.iter().map(|(key, _)| (*key).clone()).collect();
            row.sequences = kept.into_iter().map(|(_, keys)| keys.clone()).collect();
        }
        row
    };
    let rows = [
        with(acting, &|_| true),
        with(typed, &|keys| !is_typed(keys)),
        Row {
            scopes: left,
            ..row.clone()
        },
    ];
    rows.into_iter()
        .filter(|row| !row.scopes.is_empty())
        .collect()
}

/// Every two commands that want one key in one place; none in a sound table.
pub(super) fn clashes(rows: &[Row]) -> Vec<String> {
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for scope in Scope::ALL {
        for clash in clashes_in(scope, rows) {
            match found.iter_mut().find(|(other, _)| *other == clash) {
                Some((_, places)) => places.push(scope.name()),
                None => found.push((clash, vec![scope.name()])),
            }
        }
    }
    let found = found.into_iter();
    found
        .map(|(clash, places)| format!("keys: {clash} in {}", places.join(", ")))
        .collect()
}

fn clashes_in(scope: Scope, rows: &[Row]) -> Vec<String> {
    let mut seen: Vec<(&[Chord], &Row)> = Vec::new();
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| row.is_in(scope)) {
        for (key, keys) in row.keys.iter().zip(&row.sequences) {
            let taken = seen
                .iter()
                .find(|(other, _)| other.starts_with(keys) || keys.starts_with(other));
            if let Some((_, other)) = taken {
                let (one, other) = (other.command().name(), row.command().name());
                found.push(format!("{one} and {other} both want {key}"));
            }
            seen.push((keys, row));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::Keymap;
    use super::*;

    fn wrong(changes: &[Change]) -> Vec<String> {
        Keymap::with(changes).err().unwrap_or_default()
    }

    #[test]
    fn no_key_has_two_meanings() {
        assert_eq!(clashes(Keymap::default().rows()), Vec::<String>::new());
    }

    #[test]
    fn every_key_of_the_table_can_be_read() {
        for binding in KEYMAP {
            for (keys, sequence) in binding.keys.iter().zip(binding.sequences()) {
                assert_eq!(sequence.len(), keys.split(' ').count(), "{keys}");
            }
        }
    }

    #[test]
    fn what_is_meant_for_one_place_comes_before_what_is_meant_everywhere() {
        let (told, sent) = (
            Change::new("told", &["T"]),
            Change::new("draft.told", &["s"]),
        );
        let orders = [[told.clone(), sent.clone()], [sent, told]];
        let keys = |map: &Keymap, scope| {
            let row = map.at(scope).find(|row| row.command() == Command::Told);
            row.map(Row::keys_shown)
        };
        for changes in orders {
            let map = Keymap::with(&changes).unwrap_or_default();
            assert_eq!(keys(&map, Scope::Today).as_deref(), Some("T"));
            assert_eq!(keys(&map, Scope::Draft).as_deref(), Some("s"));
        }
    }

    #[test]
    fn a_clash_names_both_commands_and_the_places() {
        let found = wrong(&[Change::new("told", &["x"])]);
        assert_eq!(
            found,
            ["keys: told and stuck both want x in today, contacts, promises"]
        );
        let pair = wrong(&[Change::new("undo", &["g z"]), Change::new("sort", &["g"])]);
        assert!(
            pair.contains(&"keys: sort and first both want g g in contacts, promises".to_owned()),
            "{pair:?}"
        );
        assert_eq!(
            wrong(&[Change::new("told", &["x"]), Change::new("stuck", &["t"])]).len(),
            0
        );
    }

    #[test]
    fn what_is_unknown_is_named_with_what_is_known() {
        let at = |line, change: Change| Change {
            line: Some(line),
            ..change
        };
        let found = wrong(&[
            at(4, Change::new("tlod", &["T"])),
            at(5, Change::new("told", &["Strg-t"])),
            at(6, Change::new("nowhere.told", &["T"])),
            at(7, Change::new("lunch.told", &["T"])),
            at(8, Change::new("form.next-field", &["x"])),
            at(9, Change::new("undo", &[])),
            at(10, Change::new("undo", &["F13"])),
        ]);
        let begins = [
            "line 4, keys: no command is called \"tlod\": there is ",
            "line 5, keys: \"Strg-t\" is no key. There is a letter",
            "line 6, keys: no place is called \"nowhere\": there is ",
            "line 7, keys: there is no told in lunch",
            "line 8, keys: in form a letter is typed",
            "line 9, keys: \"undo\" needs a key",
            "line 10, keys: \"F13\" is no key",
        ];
        assert_eq!(found.len(), begins.len(), "{found:?}");
        for (found, begin) in found.iter().zip(begins) {
            assert!(found.starts_with(begin), "{found}");
        }
    }

    #[test]
    fn a_letter_for_moving_stays_a_letter_where_text_is_typed() {
        let keymap = Keymap::with(&[Change::new("down", &["Down", "\""])]).unwrap_or_default();
        let keys = |scope: Scope| -> Vec<String> {
            let rows = keymap
                .at(scope)
                .filter(|row| row.command().name() == "down");
            rows.flat_map(|row| row.keys().to_vec()).collect()
        };
        assert_eq!(keys(Scope::Contacts), ["↓", "\""]);
        assert_eq!(keys(Scope::Filter), ["↓"]);
        let keymap = Keymap::with(&[Change::new("draft.told", &["s"])]).unwrap_or_default();
        let at = |scope: Scope| keymap.at(scope).find(|row| row.command().name() == "told");
        assert_eq!(at(Scope::Draft).map(Row::keys_shown).as_deref(), Some("s"));
        assert_eq!(at(Scope::Today).map(Row::keys_shown).as_deref(), Some("t"));
    }
}
