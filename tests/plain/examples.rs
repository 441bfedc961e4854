//! What `--help` shows can be typed as it stands.

use std::fs;
use std::process::Command;

use clap::CommandFactory;
use goodword::cli::Cli;

use super::shell::Shell;

/// The names of all subcommands.
pub(crate) fn subcommands() -> Vec<String> {
    let command = Cli::command();
    command
        .get_subcommands()
        .map(|one| one.get_name().to_owned())
        .collect()
}

/// The examples of a subcommand: lines of its help that begin with the program's name.
pub(crate) fn examples(name: &str) -> Vec<String> {
    let command = Cli::command();
    let subcommand = command.find_subcommand(name).unwrap();
    let help = subcommand
        .get_after_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    let lines = help
        .lines()
        .filter_map(|line| line.strip_prefix("  goodword "));
    lines.map(str::to_owned).collect()
}

/// Words as a shell parts them.
pub(crate) fn words(line: &str) -> Vec<String> {
    // What goes to another program, or to a file, is what is printed.
    let line = line.split(['|', '>']).next().unwrap();
    shell_words::split(line).unwrap()
}

/// A home in which there is what the examples name.
pub(crate) fn home() -> Shell {
    let shell = Shell::demo();
    let folder = shell.book().parent().unwrap().to_owned();
    let git = Command::new("git")
        .args(["init", "-q"])
        .arg(folder)
        .status();
    assert!(git.unwrap().success());
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Zed Newman\nEND:VCARD\n";
    let calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//EN\nEND:VCALENDAR\n";
    fs::write(shell.path("contacts.vcf"), card).unwrap();
    fs::write(shell.path("calendar.ics"), calendar).unwrap();
    fs::write(
        shell.path("Connections.csv"),
        "First Name,Last Name\nIda,Li\n",
    )
    .unwrap();
    fs::write(
        shell.path("members.csv"),
        "Member,Write to,Full Name,Mail,Mobile\nIda,ida@x.example,Ida,ida@x.example,+49 30 1234\n",
    )
    .unwrap();
    let answered = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//EN\nBEGIN:VEVENT\nUID:one\nDTSTART:20261120T120000\n\
                    ORGANIZER:mailto:ana.silva@nordwind.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@t.example\n\
                    END:VEVENT\nEND:VCALENDAR\n";
    fs::write(shell.path("answered.ics"), answered).unwrap();
    for name in [
        "old.ron",
        "base.ron",
        "mine.ron",
        "theirs.ron",
        "other.ron",
        "copy.ron",
    ] {
        fs::copy(shell.book(), shell.path(name)).unwrap();
    }
    shell
}

#[test]
fn every_example_runs() {
    let mut ran = 0;
    for name in subcommands() {
        let examples = examples(&name);
        assert!(
            !examples.is_empty(),
            "goodword {name} --help has no example"
        );
        for example in examples {
            let shell = home();
            shell.says(&[
                "import",
                "contacts.vcf",
                "answered.ics",
                "--me",
                "me@t.example",
            ]);
            fs::write(
                shell.path("contacts.vcf"),
                "BEGIN:VCARD\nVERSION:3.0\nFN:Ida\nEND:VCARD\n",
            )
            .unwrap();
            let words = words(&example);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let (_, code) = shell.ends(&words);
            let may_say_one = example.contains("--check") || name == "free";
            assert!(
                code == 0 || (may_say_one && code == 1),
                "goodword {example} ends with {code}"
            );
            ran += 1;
        }
    }
    assert!(ran > 20, "only {ran} examples");
}

#[test]
fn every_help_says_how_it_ends() {
    let command = Cli::command();
    for subcommand in command.get_subcommands() {
        let help = subcommand
            .get_after_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        assert!(help.contains("Exit code: 0"), "{}", subcommand.get_name());
    }
}
