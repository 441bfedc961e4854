//! The subcommand itself, on real files.

use std::fs;
use std::process::ExitCode;

use clap::Parser;
use goodword::cli::{self, Cli, World};
use goodword::domain::id::IdSource;

use super::view;

struct Shell {
    folder: tempfile::TempDir,
}

impl Shell {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> bool {
        let view = view();
        let words = ["goodword", "import"].iter().chain(arguments);
        let cli = Cli::try_parse_from(words).unwrap();
        let world = World {
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
