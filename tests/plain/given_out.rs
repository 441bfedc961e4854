//! `goodword export`: the whole book as Markdown and JSON, whoever it is for.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use goodword::domain::Book;
use goodword::domain::clean;
use goodword::domain::incident::IncidentKind;
use goodword::store::{BookFile, demo};
use serde_json::Value;

use super::hostile;
use super::shell::Shell;

/// Markdown without what keeps a sign from being one.
fn read(markdown: &str) -> String {
    let mut text = String::new();
    let mut letters = markdown.chars();
    while let Some(letter) = letters.next() {
        text.extend(if letter == '\\' {
            letters.next()
        } else {
            Some(letter)
        });
    }
    text
}

/// Every text in a value, but ids and words of Goodword's own.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.contains(' ') => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

fn demo_book() -> Book {
    demo::book(demo::ANCHOR).unwrap()
}

#[test]
fn whatever_the_book_says_stands_in_markdown() {
    let book = demo_book();
    let all = ["export", "markdown", "--with-archived", "--with-bad-faith"];
    let said = read(&Shell::with(&book).says(&all));
    let mut wanted = Vec::new();
    texts(&serde_json::to_value(&book).unwrap(), &mut wanted);
    assert!(wanted.len() > 300);
    for text in wanted {
        for line in text.lines() {
            assert!(said.contains(line.trim()), "{line}");
        }
    }
    for person in book.contacts.iter() {
        assert!(
            said.contains(&format!("\n## {}\n", person.name)),
            "{}",
            person.name
        );
    }
    // Nobody who never had Goodword knows an id.
    for id in book.contacts.iter().map(|one| one.id.to_string()) {
        assert!(!said.contains(&id), "{id}");
    }
}

#[test]
fn it_reads_like_this() {
    let said = Shell::demo().says(&["export", "markdown"]);
    let (_, from) = said.split_once("\n## Eve Park\n").unwrap();
    let (eve, _) = from.split_once("\n## ").unwrap();
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("export-eve", eve));
}

#[test]
fn the_archived_and_bad_faith_go_along_where_that_is_asked_for() {
    let book = demo_book();
    let archived = book.contacts.iter().find(|one| one.archived).unwrap();
    let faith = book
        .incidents
        .iter()
        .find(|one| one.kind == IncidentKind::BadFaith);
    let faith = &faith.unwrap().note;
    let shell = Shell::with(&book);
    for format in ["markdown", "json", "ron"] {
        let holds = |more: &[&str]| {
            let said = read(&shell.says(&[&["export", format], more].concat()));
            let heading = match format {
                "markdown" => format!("\n## {}\n", archived.name),
                "json" => format!("\"name\":\"{}\"", archived.name),
                _ => format!("name: \"{}\"", archived.name),
            };
            (said.contains(&heading), said.contains(faith.as_str()))
        };
        assert_eq!(holds(&[]), (false, false), "{format}");
        assert_eq!(holds(&["--with-archived"]), (true, false), "{format}");
        assert_eq!(holds(&["--with-bad-faith"]), (false, true), "{format}");
    }
}

#[test]
fn the_whole_book_comes_back_from_json_and_ron() {
    let book = demo_book();
    let shell = Shell::with(&book);
    let all = ["--with-archived", "--with-bad-faith"];
    let items = shell.items(&[&["export", "json"], &all[..]].concat());
    let [item] = items.as_slice() else {
        panic!("one book is one item");
    };
    assert_eq!(serde_json::from_value::<Book>(item.clone()).unwrap(), book);

    shell.says(&[&["export", "ron", "--to", "copy.ron"], &all[..]].concat());
    let copy = shell.path("copy.ron");
    assert_eq!(BookFile::open(&copy).unwrap().book, book);
    assert_eq!(
        fs::metadata(&copy).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let refused = shell.complains(&["export", "json", "--to", "copy.ron"], 1);
    assert!(refused.contains("none is replaced"), "{refused}");
}

#[test]
fn nothing_in_the_book_is_a_sign_of_markdown_or_steers_a_terminal() {
    let shell = Shell::reading(
        r#"(version: 1,
            contacts: [(id: "00000000000000000000000001", name: "Ann\n# Bell", added: "2026-09-01",
                notes: "one\n<script>alert(1)</script>\n- *x* [a](http://b) `c`", tags: ["a_b", "_c_", "GitHub"])],
        )"#,
    );
    let said = shell.says(&["export", "markdown"]);
    assert!(
        !said.contains("\n# Bell") && said.contains("## Ann"),
        "{said}"
    );
    assert!(
        said.contains("\\<script\\>") && said.contains("\\*x\\* \\[a\\](http://b) \\`c\\`"),
        "{said}"
    );
    assert!(said.contains("- tags: a_b, \\_c\\_, GitHub\n"), "{said}");
    let said = Shell::with(&hostile::book(0)).says(&["export", "markdown", "--with-archived"]);
    let steers = |letter: &char| *letter != '\n' && clean::may_mislead(*letter);
    let found = said
        .lines()
        .find(|line| line.chars().any(|letter| steers(&letter)));
    assert_eq!(found, None);
}

#[test]
fn completions_offer_files_and_pages_have_examples() {
    let shell = Shell::new();
    let script = shell.says(&["completions", "bash"]);
    let of = |command: &str| {
        let begin = format!("goodword__subcmd__{command})\n            opts=");
        let rest = script.split_once(&begin).unwrap().1;
        let block = rest.split_once("\n            ;;\n").unwrap().0;
        (
            block.contains("-eq 2"),
            block.matches("compgen -W \"${opts}\"").count(),
        )
    };
    assert_eq!(of("import"), (false, 1), "options only behind a dash");
    assert_eq!(of("lunch"), (true, 2));
    let page = shell.says(&["man", "import"]);
    assert!(page.contains(".SH EXAMPLES\n") && !page.contains("EXTRA"));
    assert!(page.contains("<\\fIFILE\\fR>..."));
}

#[test]
fn markdown_says_whose_answer_it_is_and_nothing_that_only_programs_read() {
    let mut book = Book::default();
    let mut ana: goodword::domain::contact::Contact =
        ron::from_str(r#"(name: "Ana", added: "2026-09-20")"#).unwrap();
    ana.nicknames = vec!["Ana Silva".to_owned(), "Ana Silva, PMP".to_owned()];
    let mut invite: goodword::domain::invite::Invite = ron::from_str(
        r#"(with: [], host: Me, reply: Tentative, start: "2026-10-05T12:00:00", end: "2026-10-05T13:00:00", asked_on: "2026-09-20")"#,
    )
    .unwrap();
    ana.id = goodword::domain::id::Id::from_u128(1);
    invite.id = goodword::domain::id::Id::from_u128(2);
    invite.with = vec![ana.id];
    book.contacts.put(ana);
    book.invites.put(invite);
    let said = Shell::with(&book).says(&["export", "markdown"]);
    assert!(said.contains("their reply: tentative"), "{said}");
    assert!(said.contains("**Hour without a title**"), "{said}");
    assert!(
        said.contains("nicknames: Ana Silva; Ana Silva, PMP"),
        "{said}"
    );
    assert!(
        !said.contains("order of lines") && !said.contains("\n\n\n"),
        "{said}"
    );
}
