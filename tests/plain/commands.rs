//! All subcommands at once: how each ends, that each keeps quiet where nobody reads on, and that an option means one thing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use clap::{Arg, CommandFactory};
use goodword::cli::Cli;

use super::examples::{home, subcommands, words};
use super::shell::Shell;

/// How a line ends: at least once well and once as no sense, and refused wherever something can be refused. They are typed one after
/// the other.
const ENDS: &[(&str, i32)] = &[
    // First: a copy of a book in which something was noted since leaves two values.
    ("merge --copy copy.ron", 0),
    ("today", 0),
    ("today --check", 1),
    ("--book broken.ron today", 1),
    ("today --counts --json", 2),
    ("contacts", 0),
    ("--book broken.ron contacts", 1),
    ("contacts --yaml", 2),
    ("show bob", 0),
    ("show xyzzy", 1),
    ("show", 2),
    ("brief bob", 0),
    ("brief xyzzy", 1),
    ("brief", 2),
    ("promises", 0),
    ("--book broken.ron promises", 1),
    ("promises --mine --theirs", 2),
    ("lunch", 0),
    ("--book broken.ron lunch", 1),
    ("lunch fri", 2),
    ("duplicates", 0),
    ("--book broken.ron duplicates", 1),
    ("duplicates --yaml", 2),
    ("reach lee marsden", 0),
    ("reach xyzzy", 1),
    ("reach", 2),
    ("help-with pricing", 0),
    ("--book broken.ron help-with pricing", 1),
    ("help-with", 2),
    ("free next wed noon", 0),
    ("free fri 12:30", 1),
    ("free fri", 2),
    ("reach lee marsden", 0),
    ("reach xyzzy", 1),
    ("reach", 2),
    ("help-with pricing", 0),
    ("--book broken.ron help-with pricing", 1),
    ("help-with", 2),
    ("help-with xyzzy", 1),
    ("choices", 0),
    ("--book broken.ron choices", 1),
    ("choices bob", 2),
    ("help-with xyzzy", 1),
    ("review", 0),
    ("review 2026-q2", 0),
    ("--book broken.ron review", 1),
    ("review spring", 2),
    ("add note bob: rows", 0),
    ("add nonsense", 1),
    ("add --nonsense", 2),
    ("import contacts.vcf", 0),
    ("import gone.vcf", 1),
    ("import", 2),
    ("export json", 0),
    ("export markdown", 0),
    ("export ron --person bob", 0),
    ("export --person bob", 0),
    ("export csv", 0),
    ("export ics", 0),
    ("export vcard", 0),
    ("export vcard3 --to cards/", 0),
    ("export --person xyzzy", 1),
    ("export json --to old.ron", 1),
    ("--book broken.ron export json", 1),
    ("export", 2),
    ("export yaml", 2),
    ("erase \"Bob Reyes\"", 0),
    ("erase xyzzy", 1),
    ("erase", 2),
    ("check", 0),
    ("check broken.ron", 1),
    ("--demo check", 2),
    ("restore", 0),
    ("restore 99", 1),
    ("restore --yes", 2),
    ("merge base.ron mine.ron theirs.ron", 0),
    ("merge --install", 0),
    ("--book broken.ron merge --copy copy.ron", 129),
    // No repository is there.
    ("--book old.ron merge --install", 1),
    // git takes 2 for a conflict.
    ("merge", 129),
    ("--demo merge --install", 2),
    ("paths", 0),
    ("--demo paths", 2),
    ("completions bash", 0),
    ("completions tcsh", 2),
    ("man", 0),
    ("man --to pages", 0),
    ("man xyzzy", 1),
    ("man --to old.ron", 1),
    ("man --to pages today", 2),
];

/// What the lines name.
fn at_home() -> Shell {
    let shell = home();
    fs::write(shell.path("broken.ron"), "(version: 1, contacts: [(name: ").unwrap();
    shell
}

fn command(shell: &Shell, line: &str) -> std::process::Command {
    let words = words(line);
    shell.command(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn every_line_ends_as_the_table_says() {
    let shell = at_home();
    for (line, code) in ENDS {
        let output = command(&shell, line).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let complaint = String::from_utf8(output.stderr).unwrap();
        let ended = output.status.code();
        assert_eq!(ended, Some(*code), "goodword {line}: {complaint}");
        match code {
            0 => assert_eq!(complaint, "", "goodword {line}"),
            1 => assert!(!(said + &complaint).is_empty(), "goodword {line}"),
            _ => assert!(said.is_empty() && !complaint.is_empty(), "goodword {line}"),
        }
    }
}

#[test]
fn every_subcommand_stands_in_the_table() {
    for name in subcommands() {
        let codes: BTreeSet<i32> = ENDS
            .iter()
            .filter(|(line, _)| words(line).contains(&name))
            .map(|(_, code)| *code)
            .collect();
        assert!(
            codes.contains(&0) && codes.contains(&2),
            "{name}: {codes:?}"
        );
    }
}

/// Whoever reads may have read enough: what was asked for is done all the same, and nothing is complained of.
#[test]
fn a_pipe_that_is_closed_breaks_nothing() {
    let shell = at_home();
    for (line, _) in ENDS.iter().filter(|(_, code)| *code == 0) {
        let mut child = command(&shell, line)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut complaint = String::new();
        let mut stderr = child.stderr.take().unwrap();
        stderr.read_to_string(&mut complaint).unwrap();
        assert_eq!(
            (complaint.as_str(), child.wait().unwrap().code()),
            ("", Some(0)),
            "goodword {line}"
        );
    }
}

/// `--json` says the same of itself everywhere, `--to` is a place to write to, and `--yes` takes nothing.
#[test]
fn an_option_means_one_thing_everywhere() {
    let mut values: BTreeMap<String, BTreeSet<bool>> = BTreeMap::new();
    let program = Cli::command();
    for subcommand in program.get_subcommands() {
        let name = subcommand.get_name();
        let help = |option: &Arg| {
            option
                .get_help()
                .map(ToString::to_string)
                .unwrap_or_default()
        };
        for option in subcommand
            .get_arguments()
            .filter(|one| one.get_long().is_some())
        {
            let long = option.get_long().unwrap().to_owned();
            assert!(!help(option).is_empty(), "{name} --{long}");
            if long == "json" {
                assert!(
                    help(option).contains("JSON for programs instead of sentences"),
                    "{name}"
                );
            }
            let takes_a_value = option.get_action().takes_values();
            values.entry(long).or_default().insert(takes_a_value);
        }
    }
    for (long, values) in values {
        assert_eq!(
            values.len(),
            1,
            "--{long} takes a value here and none there"
        );
    }
}

/// What lists facts lists them for programs too.
#[test]
fn what_lists_facts_has_json() {
    let program = Cli::command();
    for name in [
        "today", "contacts", "show", "brief", "promises", "lunch", "free", "check", "restore",
        "paths", "review", "choices",
    ] {
        let subcommand = program.find_subcommand(name).unwrap();
        assert!(
            subcommand
                .get_arguments()
                .any(|one| one.get_long() == Some("json")),
            "{name}"
        );
    }
}
