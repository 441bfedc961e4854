//! Whatever stands in the book, nothing that is printed steers the terminal or misleads whoever reads it.

use goodword::domain::Book;
use goodword::domain::clean::may_mislead;
use serde_json::Value;

use super::hostile;
use super::shell::Shell;

/// Runs everything that prints of a book; says how much was printed.
fn is_harmless(book: &Book) -> usize {
    let shell = Shell::with(book);
    let people: Vec<String> = book
        .contacts
        .iter()
        .map(|contact| contact.id.to_string())
        .collect();
    let mut commands: Vec<Vec<&str>> = vec![
        vec!["today"],
        vec!["today", "--counts"],
        vec!["contacts"],
        vec!["promises"],
        vec!["promises", "--done"],
        vec!["free", "fri", "12:30"],
        vec!["lunch"],
        vec!["reach", "a"],
        vec!["help-with", "e"],
        vec!["choices"],
        vec!["review"],
        vec!["--plain"],
    ];
    commands.extend(
        people
            .iter()
            .step_by(12)
            .flat_map(|id| [vec!["show", id.as_str()], vec!["brief", id.as_str()]]),
    );
    let mut printed = 0;
    for words in commands {
        let (text, _) = shell.ends(&words);
        let bad = text
            .chars()
            .find(|letter| may_mislead(*letter) && *letter != '\n');
        assert_eq!(bad, None, "{words:?}");
        printed += text.len();
        if matches!(words[0], "free" | "--plain") || words.contains(&"--counts") {
            continue;
        }
        let (json, _) = shell.ends(&[words.as_slice(), &["--json"]].concat());
        let bad = json
            .trim_end_matches('\n')
            .chars()
            .find(|letter| may_mislead(*letter));
        assert_eq!(bad, None, "{words:?} --json");
        serde_json::from_str::<Value>(&json).unwrap();
    }
    printed
}

#[test]
fn a_hostile_book_prints_nothing_that_steers() {
    assert!(is_harmless(&hostile::book(0)) > 100_000);
}

#[test]
fn nor_one_from_the_ends_of_the_calendar() {
    assert!(is_harmless(&hostile::out_of_time()) > 100_000);
}
