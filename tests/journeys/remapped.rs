//! Keys that the user gave to commands: they act, and whatever names a key names them.

use std::sync::Arc;

use goodword::app::keymap::{Change, Keymap, Scope};
use goodword::runtime;
use goodword::store::config::Config;

use super::desk::Desk;

fn with(changes: &[(&str, &str)]) -> Desk {
    let changes: Vec<Change> = changes
        .iter()
        .map(|(command, key)| Change::new(command, &[key]))
        .collect();
    let mut desk = Desk::demo();
    desk.model.keymap = Arc::new(Keymap::with(&changes).unwrap());
    desk.keys("Esc");
    desk
}

#[test]
fn another_key_acts_and_the_old_one_does_nothing() {
    let mut desk = with(&[("done", "Ctrl-t"), ("undo", "Z")]);
    desk.keys("3").goes_to("Comments on her deck");
    let before = desk.book().clone();
    desk.keys("Space");
    assert!(*desk.book() == before, "Space has no meaning any more");
    desk.keys("Ctrl-t").sees("Z undoes").keys("Z");
    assert!(*desk.book() == before);
    desk.sees("U does it again");
}

#[test]
fn footer_help_palette_and_sheets_name_the_keys_in_force() {
    let mut desk = with(&[
        ("open", "Ctrl-b"),
        ("help", "F2"),
        ("told", "T"),
        ("cancel", "Ctrl-g"),
        ("hide-names", "X"),
    ]);
    desk.sees("Ctrl-b open").sees("F2 help").sees_not("? help");
    desk.resize(100, 90)
        .keys("F2")
        .sees("T")
        .sees("I told them");
    desk.sees("Ctrl-g close").keys("Esc").sees("Ctrl-g close");
    desk.keys("Ctrl-g").sees_not("Ctrl-g close");
    desk.keys(":")
        .types("told")
        .sees("told             T ")
        .sees("Ctrl-g leave");
    desk.keys("Ctrl-g X")
        .resize(150, 40)
        .sees("X shows them")
        .sees("names hidden, X shows");
}

#[test]
fn what_the_program_says_names_the_keys_in_force() {
    let mut desk = with(&[("open", "Ctrl-b"), ("undo", "Z")]);
    desk.goes_to("Bob or Dana clash")
        .keys("Space")
        .sees("not ticked but decided: Ctrl-b goes there");
    desk.keys("2 d").sees("comes back with Z");
}

#[test]
fn letters_for_moving_are_typed_in_fields_all_the_same() {
    let mut desk = with(&[("down", "z"), ("not-today", "Z")]);
    desk.keys("2 z / z").sees(" / z");
}

#[test]
fn config_ron_gives_keys_and_a_mistake_in_it_leaves_the_usual_ones() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.ron");
    let read = |text: &str| {
        std::fs::write(&path, text).unwrap();
        runtime::keymap(&Config::read(&path).unwrap())
    };
    let (keymap, said) = read("(\n    keys: {\n        \"told\": [\"T\"],\n    },\n)");
    assert_eq!(said, None);
    let told = keymap
        .at(Scope::Today)
        .find(|row| row.command().name() == "told");
    assert_eq!(told.unwrap().keys(), ["T"]);

    let (keymap, said) =
        read("(\n    keys: {\n        \"told\": [\"x\"],\n        \"tlod\": [\"T\"],\n    },\n)");
    let said = said.unwrap();
    assert!(
        said.starts_with("config.ron, line 4, keys: no command is called \"tlod\""),
        "{said}"
    );
    assert!(said.contains("(and 1 more). The usual keys stay"), "{said}");
    let told = keymap
        .at(Scope::Today)
        .find(|row| row.command().name() == "told");
    assert_eq!(told.unwrap().keys(), ["t"]);

    let (_, said) = read("(keys: { \"told\": [\"x\"] })");
    let said = said.unwrap();
    assert!(
        said.contains("told and stuck both want x in today, contacts, promises"),
        "{said}"
    );
}

#[test]
fn every_sheet_has_help() {
    let keymap = Keymap::default();
    for scope in Scope::ALL {
        let has_help = keymap.at(scope).any(|row| row.command().name() == "help");
        let is_help = matches!(scope, Scope::Help | Scope::Covered);
        assert_eq!(has_help, !is_help, "{scope:?}");
    }
    let mut desk = Desk::demo();
    desk.keys("2 A")
        .types("Ada")
        .keys("F1")
        .sees("Help · forms")
        .sees("next field");
    desk.keys("Esc").sees("A new person").sees("Ada");
    desk.keys("Esc").goes_to("Drop it").keys("Enter 4");
    desk.goes_to("Bob Reyes or Dana Liu")
        .keys("Enter ?")
        .sees("Help · the decision");
    desk.keys("q Esc 3 / F1")
        .sees("Help · the filter")
        .keys("Esc")
        .types("deck")
        .sees(" / deck");
}

#[test]
fn a_key_used_three_times_makes_room_for_the_next() {
    let mut desk = Desk::demo();
    desk.keys("2").resize(80, 24).goes_to("Bob Reyes");
    desk.sees("⏎ open").sees_not("z not today");
    for _ in 0..3 {
        desk.sees("⏎ open").keys("Enter Esc");
    }
    desk.sees_not("⏎ open");
}
