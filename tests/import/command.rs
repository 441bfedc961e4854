//! The subcommand itself, on real files.

use std::fs;
use std::process::{Command, ExitCode, Stdio};

use clap::{CommandFactory, Parser};
use goodword::cli::import::summary;
use goodword::cli::{self, Cli, World};
use goodword::domain::id::IdSource;
use goodword::domain::invite::Reply;
use goodword::domain::sentences::import::preview;
use goodword::store::BookFile;

use super::{Desk, calendar, card, invite, view};

pub(super) struct Shell {
    folder: tempfile::TempDir,
}

impl Shell {
    pub(super) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(super) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub(super) fn run(&self, arguments: &[&str]) -> bool {
        let view = view();
        let words = ["goodword", "import"].iter().chain(arguments);
        let cli = Cli::try_parse_from(words).unwrap();
        let config = self.folder.path().join("config.ron");
        let world = World {
            config: Some(config),
            backups: None,
            book: self.folder.path().join("book.ron"),
            demo: cli.demo,
            today: view.today,
            now: view.now,
            zone: view.zone,
            ids: IdSource::seeded(1),
        };
        cli::run(&cli.command.unwrap(), &world) == ExitCode::SUCCESS
    }
}

#[test]
fn a_refused_file_does_not_keep_the_others_out() {
    let shell = Shell::new();
    fs::write(shell.path("empty.vcf"), "").unwrap();
    let cards = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/import/cards/05_no_formatted_name.vcf"
    );
    let calendar = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/import/calendars/01_google_invite.ics"
    );
    let folder = shell.path("");
    let files = [
        &folder,
        &shell.path("empty.vcf"),
        &shell.path("missing.vcf"),
        cards,
        calendar,
    ];
    let mut arguments: Vec<&str> = files.to_vec();
    arguments.extend(["--me", "Me@Own.example"]);
    assert!(!shell.run(&arguments), "three files were refused");
    let first = fs::read(shell.path("book.ron")).unwrap();
    let text = String::from_utf8_lossy(&first);
    for name in ["Ida May Marsh", "Quarry Ltd", "only.address", "Dana Roe"] {
        assert!(text.contains(name), "{name} is missing");
    }
    let good = [cards, calendar, "--me", "me@own.example"];
    assert!(shell.run(&good), "one rejected card is no failure");
    assert_eq!(first, fs::read(shell.path("book.ron")).unwrap());
}

#[test]
fn nothing_is_written_where_nothing_came_in() {
    let shell = Shell::new();
    assert!(!shell.run(&[&shell.path("missing.vcf")]));
    assert!(!fs::exists(shell.path("book.ron")).unwrap());
}

#[test]
fn the_demo_takes_nothing() {
    let shell = Shell::new();
    let view = view();
    let cli = Cli::try_parse_from(["goodword", "--demo", "import", "a.vcf"]).unwrap();
    let world = World {
        config: None,
        backups: None,
        book: shell.folder.path().join("book.ron"),
        demo: cli.demo,
        today: view.today,
        now: view.now,
        zone: view.zone,
        ids: IdSource::seeded(1),
    };
    assert_eq!(cli::run(&cli.command.unwrap(), &world), ExitCode::from(2));
}

#[test]
fn a_dry_run_keeps_nothing_and_may_look_at_the_demo() {
    let shell = Shell::new();
    fs::write(shell.path("a.vcf"), card("FN:Ana Li\r\n")).unwrap();
    assert!(shell.run(&[&shell.path("a.vcf"), "--dry-run"]));
    assert!(!fs::exists(shell.path("book.ron")).unwrap());
    assert!(shell.run(&["--demo", &shell.path("a.vcf"), "--dry-run", "--json"]));
    assert!(shell.run(&[&shell.path("a.vcf")]));
    let book = fs::read(shell.path("book.ron")).unwrap();
    fs::write(shell.path("a.vcf"), card("FN:Ana Li\r\nORG:Acme\r\n")).unwrap();
    assert!(shell.run(&[&shell.path("a.vcf"), "--dry-run"]));
    assert_eq!(book, fs::read(shell.path("book.ron")).unwrap());
}

#[test]
fn a_preview_goes_field_by_field_and_says_what_has_no_place() {
    let mut desk = Desk::new();
    desk.import_text(&card("FN:Ana Li\r\nEMAIL:ana@li.example\r\nORG:Acme\r\n"));
    let text =
        card("FN:Ana Li\r\nEMAIL:ana@li.example\r\nORG:Initrode\r\nTEL:1\r\nADR:;;Road 1\r\n")
            + &card("FN:Bob\r\nPHOTO:https://x.example/1\r\n")
            + &card("FN:Cyd\r\nPHOTO:https://x.example/2\r\n")
            + &card("TEL:2\r\n")
            + &calendar(&invite("1", "Dan", "20261001T123000", ""));
    assert_eq!(
        preview(&desk.import_text(&text), 1),
        "people: 3 new, 1 changed, 1 rejected\n\
         invites: 1 new, 0 changed\n\n\
         Left out\n  \
           text:19: this card has no name, no organisation and no e-mail address\n\n\
         People who change\n  \
           Ana Li\n    \
             organisation: Acme -> Initrode\n    \
             phone: 1\n\n\
         New people\n  \
           Bob\n  \
           and 2 more\n\n\
         New lunches\n  \
           2026-10-01 12:30 Lunch with Dan\n\n\
         not taken: photo on 2 cards, postal address on 1 card\n"
    );
}

/// Ctrl-C at any moment leaves all of it in the book, or nothing.
#[cfg(unix)]
#[test]
fn an_import_that_is_stopped_leaves_nothing_half_done() {
    const CARDS: usize = 2_000;
    let shell = Shell::new();
    let text: String = (0..CARDS)
        .map(|one| card(&format!("FN:Person {one}\r\nUID:{one}\r\n")))
        .collect();
    fs::write(shell.path("many.vcf"), text).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_goodword"))
        .env_clear()
        .env("HOME", shell.folder.path())
        .args([
            "--book",
            &shell.path("book.ron"),
            "import",
            &shell.path("many.vcf"),
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let id = rustix::process::Pid::from_child(&child);
    let _ = rustix::process::kill_process(id, rustix::process::Signal::INT);
    let code = child.wait().unwrap().code();
    let kept = fs::read_to_string(shell.path("book.ron")).unwrap_or_default();
    let people = kept.matches("Person ").count();
    match code {
        Some(0) => assert_eq!(people, CARDS),
        _ => assert_eq!(people, 0, "{code:?}"),
    }
}

#[test]
fn overlapping_lunches_are_imported_from_files() {
    let shell = Shell::new();
    for (name, who, start) in [
        ("a.ics", "Ana", "20261001T123000"),
        ("b.ics", "Bob", "20261001T130000"),
    ] {
        fs::write(shell.path(name), calendar(&invite(name, who, start, ""))).unwrap();
    }
    assert!(shell.run(&[
        &shell.path("a.ics"),
        &shell.path("b.ics"),
        "--me",
        "me@own.example"
    ]));
}

#[test]
fn the_summary_says_what_became_of_what() {
    let mut desk = Desk::new();
    desk.import_text(&card("FN:Ana Li\r\nEMAIL:ana@li.example\r\nORG:Acme\r\n"));
    let text = card("FN:Ana Li\r\nEMAIL:ana@li.example\r\nORG:Initrode\r\nTEL:1\r\n")
        + &card("FN:Bob\r\n")
        + &card("TEL:2\r\n")
        + &calendar(&invite("1", "Cyd", "20261001T123000", ""));
    assert_eq!(
        summary(&desk.import_text(&text)),
        "people: 2 new, 1 changed, 1 rejected\n\
         invites: 1 new, 0 changed\n  \
           new: Bob and Cyd\n  \
           Ana Li: organisation: Acme -> Initrode; phone: 1\n  \
           text:12: this card has no name, no organisation and no e-mail address\n"
    );
    let again = desk.import_text(&text);
    assert!(summary(&again).starts_with("people: 0 new, 0 changed, 2 same, 1 rejected\n"));
    assert!(summary(&again).ends_with("The book stays as it is.\n"));
}

#[test]
fn the_help_tells_the_exit_codes() {
    let mut command = Cli::command();
    let import = command.find_subcommand_mut("import").unwrap();
    let help = import.render_long_help().to_string();
    assert!(
        help.contains("Exit code: 0 if every file could be read"),
        "{help}"
    );
}

/// What a command says on the two streams, of a book with two invites from Ana and Bob, one of which I said yes to.
fn asked(arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::new();
    let events = invite("one@x", "Ana", "20261001T123000", "")
        + &invite("two@x", "Bob", "20261002T123000", "")
        + &invite("three@x", "Bob", "20261009T123000", "");
    desk.import_text(&calendar(&events));
    let bob = desk.person("Bob").id;
    for id in desk
        .book
        .invites
        .iter()
        .map(|one| one.id)
        .collect::<Vec<_>>()
    {
        desk.book.invites.change(id, |one| {
            if one.is_with(bob) {
                one.answer(Reply::Declined);
            }
        });
    }
    let mut opened = BookFile::open(&folder.path().join("book.ron")).unwrap();
    opened.file.save(&desk.book);
    let output = Command::new(env!("CARGO_BIN_EXE_goodword"))
        .current_dir(folder.path())
        .env_remove("GOODWORD_TODAY")
        .env("XDG_CONFIG_HOME", folder.path().join("no-config"))
        .env("XDG_STATE_HOME", folder.path().join("state"))
        .env("TZ", "Europe/Berlin")
        .args(["--book", "book.ron", "--today", "2026-09-24", "export"])
        .args(arguments)
        .output()
        .unwrap();
    let said = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        said(output.stdout),
        said(output.stderr),
    )
}

#[test]
fn calendars_go_out_of_a_shell() {
    let (code, text, complaints) = asked(&["ics"]);
    assert_eq!((code, complaints.as_str()), (Some(0), ""));
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 3, "{text}");
    let (_, text, _) = asked(&["ics", "--person", "Ana"]);
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{text}");
}

#[test]
fn an_answer_goes_out_of_a_shell() {
    let (code, text, _) = asked(&["reply", "Bob", "--on", "2026-10-09"]);
    assert_eq!(code, Some(0));
    assert!(
        text.contains("METHOD:REPLY\r\n") && text.contains("UID:three@x\r\n"),
        "{text}"
    );
    assert!(
        text.contains("ATTENDEE;PARTSTAT=DECLINED:mailto:me@own.example\r\n"),
        "{text}"
    );
    for (arguments, why) in [
        (
            &["reply"][..],
            "whose lunch is it? goodword export reply NAME",
        ),
        (
            &["reply", "Ana"],
            "the lunch with Ana on 2026-10-01: you have not answered it",
        ),
        (
            &["reply", "Bob"],
            "which lunch with Bob? --on DAY chooses between 2026-10-02 and 2026-10-09",
        ),
        (
            &["reply", "Bob", "--on", "2026-10-03"],
            "no lunch with Bob is on that day",
        ),
    ] {
        let (code, text, complaint) = asked(arguments);
        assert_eq!((code, text.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(complaint.contains(why), "{complaint}");
    }
}
