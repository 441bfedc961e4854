//! A type that holds text derives no `Debug`: that would print names and notes into logs, panics and failing tests.
//! `domain::redacted` gives it one that does not.

use super::source::{Token, tokens};

/// What holds text: a word that stands in the fields of a type.
const TEXT: &[&str] = &["String", "str", "Input", "Cow"];

/// Types whose text says nothing of anybody.
const HARMLESS: &[(&str, &str)] = &[
    ("app/action.rs", "SaveResult"),               // what the disk said
    ("app/status.rs", "Saving"),                   // what the disk said
    ("app/status.rs", "Origin"),                   // the path of the book
    ("domain/import_plan/findings.rs", "Place"),   // the name of an imported file
    ("domain/messages/template.rs", "Piece"), // the words of a template, before anybody's name is in it
    ("domain/messages/template.rs", "Mistake"), // what is wrong with a template
    ("domain/messages/templates.rs", "Templates"), // as above
    ("domain/sentences/formulas.rs", "Chapter"), // the formulas
    ("runtime/letters.rs", "Letters"),        // the mail program and a folder
    ("store/lock.rs", "Presence"),            // a process and a machine
    ("runtime/mistake.rs", "Mistake"),        // a thread, and a line of the program
    ("store/config.rs", "Config"),            // what I set for myself
];

/// The types of a source that stands at a path below `src` which hold text and derive `Debug`.
pub(crate) fn printed(place: &str, source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if tokens[at].is("derive")
            && bracketed(&tokens[at + 1..])
                .iter()
                .any(|word| word.is("Debug"))
        {
            found.extend(declared(&tokens[at..]));
        }
    }
    found.retain(|name| !HARMLESS.contains(&(place, name.as_str())));
    let line =
        |name| format!("src/{place}: {name} holds text and derives Debug; take domain::redacted");
    found.into_iter().map(line).collect()
}

/// The name of the type that is declared next, where its fields hold text.
fn declared(tokens: &[Token]) -> Option<String> {
    let at = tokens
        .iter()
        .position(|word| word.is("struct") || word.is("enum"))?;
    let name = tokens.get(at + 1)?;
    let body = tokens[at + 2..]
        .iter()
        .position(|sign| sign.is("{") || sign.is("(") || sign.is(";"))?;
    let fields = bracketed(&tokens[at + 2 + body..]);
    let holds_text = fields.iter().enumerate().any(|(at, word)| {
        let of_the_program = at > 0 && fields[at - 1].is("static");
        TEXT.iter().any(|text| word.is(text)) && !of_the_program
    });
    holds_text.then(|| name.text.clone())
}

/// What stands in the bracket with which the tokens begin; nothing where they begin with none.
fn bracketed(tokens: &[Token]) -> &[Token] {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        if ["(", "{", "["].iter().any(|open| token.is(open)) {
            depth += 1;
        } else if [")", "}", "]"].iter().any(|close| token.is(close)) {
            depth = depth.saturating_sub(1);
        }
        if depth == 0 {
            return &tokens[..at];
        }
    }
    tokens
}

#[test]
fn text_of_the_book_in_a_printed_type_is_found() {
    for holds_text in [
        "#[derive(Clone, Debug)] #[serde(x)] pub struct Note { on: Day, text: String }",
        "#[derive(Debug)] struct Note(String);",
        "#[derive(Debug)] struct Note<'a> { text: &'a str }",
        "#[derive(Debug)] enum Note { None, Some(Vec<String>) }",
        "#[derive(Debug)] struct Note { typed: tui_input::Input }",
    ] {
        assert_eq!(printed("app/note.rs", holds_text).len(), 1, "{holds_text}");
    }
    for harmless in [
        "#[derive(Clone)] struct Note { text: String }",
        "#[derive(Debug)] struct Note { label: &'static str }",
        "#[derive(Debug)] struct Day(u32); struct Note { text: String }",
        "#[derive(Debug)] struct Day; struct Note(String);",
    ] {
        assert!(printed("app/note.rs", harmless).is_empty(), "{harmless}");
    }
}

#[test]
fn the_list_of_the_harmless_holds_nothing_that_is_gone() {
    let src = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (place, name) in HARMLESS {
        let source = std::fs::read_to_string(src.join(place)).unwrap();
        let elsewhere = printed("elsewhere.rs", &source);
        assert!(
            elsewhere
                .iter()
                .any(|line| line.contains(&format!(" {name} "))),
            "{place}: {name}"
        );
    }
}
