//! What the pages show of the shell can be typed as it stands, on the demo.

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;

use super::examples::{home, subcommands, words};
use super::shell::Shell;

/// The lines of a page's examples that call the program.
fn lines(page: &str) -> Vec<String> {
    let path = format!("{}/{page}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).unwrap();
    let blocks = text.split("```sh\n").skip(1);
    let lines = blocks.flat_map(|block| block.split("```").next().unwrap().lines());
    let lines = lines.filter_map(|line| line.strip_prefix("goodword "));
    lines
        .map(|line| line.split(" # ").next().unwrap().trim().to_owned())
        .collect()
}

/// The README, and every page of the folder.
fn pages() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs");
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name());
    let mut pages: Vec<String> = names
        .map(|name| format!("docs/{}", name.to_str().unwrap()))
        .collect();
    pages.push("README.md".to_owned());
    pages
}

/// The home of the examples, with an invite from a calendar, a folder of cards, lines to note, and a backup.
fn furnished() -> Shell {
    let shell = home();
    let calendar = &["import", "answered.ics", "--me", "me@t.example"];
    shell.says(calendar);
    let folder = shell.path("contacts/friends");
    fs::create_dir_all(&folder).unwrap();
    let card = "BEGIN:VCARD\nVERSION:3.0\nUID:jo\nFN:Jo Blake\nEND:VCARD\n";
    fs::write(folder.join("jo.vcf"), card).unwrap();
    fs::write(shell.path("lines.txt"), "met bob: rows\n").unwrap();
    shell
}

#[test]
fn every_example_of_the_pages_runs() {
    let mut called = BTreeSet::new();
    for page in pages() {
        for line in lines(&page) {
            let shell = furnished();
            let line = line.replace("~/", &format!("{}/", shell.path("").display()));
            let (line, input) = line.split_once(" < ").unwrap_or((&line, ""));
            let words = words(line);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut command = shell.command(&words);
            if !input.is_empty() {
                let input = fs::File::open(shell.path(input)).unwrap();
                command.stdin(Stdio::from(input));
            }
            let output = command.output().unwrap();
            let says_one = line.contains("--check") || words[0] == "free";
            let code = output.status.code().unwrap();
            assert!(
                code == 0 || (says_one && code == 1),
                "{page}: goodword {line} ends with {code}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            called.insert(words[0].to_owned());
        }
    }
    let all: BTreeSet<String> = subcommands().into_iter().collect();
    assert_eq!(called, all, "every command has an example");
}

/// What the page shows of the counts is what the demo has.
#[test]
fn the_counts_shown_are_those_of_the_demo() {
    let said = Shell::demo().says(&["today", "--counts"]);
    let (begin, _) = said.split_once(", clash").unwrap();
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/shell.md")).unwrap();
    assert!(page.contains(&format!("# {begin}, …")), "{begin}");
}
