//! How it ends: the codes that a script asks for, and complaints.

use std::io::Read as _;
use std::process::Stdio;

use super::shell::Shell;

/// A book with one promise of mine to Ann, due on a day.
fn promised(due: &str, state: &str) -> Shell {
    Shell::reading(&format!(
        r#"(version: 1,
            contacts: [(id: "00000000000000000000000001", name: "Ann Bell", added: "2026-09-01")],
            promises: [(contact: "00000000000000000000000001", text: "Call the bank", made: "2026-09-20",
                due: {due}, said: Promise, state: {state})],
        )"#
    ))
}

#[test]
fn check_ends_with_one_where_a_promise_of_mine_is_late() {
    let cases = [
        (r#""2026-09-23""#, "Open", 1),
        (
            r#""2026-09-23""#,
            r#"Blocked(since: "2026-09-22", by: "Max")"#,
            1,
        ),
        (r#""2026-09-24""#, "Open", 0),
        (r#""2026-09-25""#, "Open", 0),
        (r#""2026-09-23""#, r#"Delivered(on: "2026-09-24")"#, 0),
        ("None", "Open", 0),
    ];
    for (due, state, code) in cases {
        let shell = promised(due, state);
        for words in [
            &["today", "--check"][..],
            &["today", "--check", "--counts"],
            &["today", "--check", "--json"],
        ] {
            let (text, ended) = shell.ends(words);
            assert_eq!(ended, code, "{due} {state}: {text}");
            assert!(!text.is_empty());
        }
        shell.says(&["today"]);
    }
    let theirs = promised(r#""2026-09-23""#, "Open, by: Them");
    assert_eq!(
        theirs.ends(&["today", "--check"]).1,
        0,
        "theirs is never chased"
    );
}

#[test]
fn what_makes_no_sense_ends_with_two() {
    let shell = Shell::demo();
    for words in [
        &["today", "--counts", "--json"][..],
        &["promises", "--mine", "--theirs"],
        &["show"],
        &["free"],
        &["reach"],
        &["help-with"],
        &["free", "fri"],
        &["free", "12:30", "fri"],
        &["free", "31", "feb", "noon"],
        &["free", "fri", "25:00"],
        &["paths", "--demo"],
        &["contacts", "--yaml"],
    ] {
        assert!(!shell.complains(words, 2).is_empty(), "{words:?}");
    }
}

#[test]
fn a_way_to_nobody_and_a_topic_of_nobody_end_with_one() {
    let shell = Shell::demo();
    let said = shell.complains(&["reach", "xyzzy"], 1);
    assert!(said.contains("Nobody called \"xyzzy\" is noted"), "{said}");
    let said = shell.complains(&["help-with", "xyzzy"], 1);
    assert!(said.contains("Nobody is noted who can help"), "{said}");
    for filler in ["of", "the", "and", "a", "What About The"] {
        let said = shell.complains(&["help-with", filler], 1);
        let why = format!("\"{filler}\" names no topic");
        assert!(said.contains(&why), "{said}");
    }
    for nothing in [["help-with", ""], ["reach", ""], ["review", "99999-q1"]] {
        shell.complains(&nothing, 2);
    }
    let ways = shell.says(&["reach", "--json", "lee marsden"]);
    assert!(ways.contains("\"way_chance_per_mille\""), "{ways}");
}

#[test]
fn an_ambiguous_name_ends_with_one_and_names_the_candidates() {
    let shell = Shell::demo();
    let said = shell.complains(&["show", "ana"], 1);
    for name in ["Ana Silva", "Ana da Silva"] {
        assert!(said.contains(name), "{said}");
    }
    let id = said.lines().find(|line| line.contains("Nordwind")).unwrap();
    let id = id.split_whitespace().next().unwrap();
    assert!(
        shell.says(&["show", id]).starts_with("Ana Silva\n"),
        "the id tells them apart"
    );
    assert!(shell.complains(&["show", "xyzzy"], 1).contains("nobody"));
}

#[test]
fn without_a_book_it_says_so() {
    let shell = Shell::new();
    for words in [
        &["today"][..],
        &["contacts"],
        &["show", "ana"],
        &["promises"],
        &["lunch"],
        &["free", "fri", "noon"],
        &["--plain"],
    ] {
        let said = shell.complains(words, 1);
        assert!(said.contains("there is no book at"), "{said}");
        assert!(!shell.path("data").exists(), "it makes nothing");
    }
    shell.says(&["paths"]);
}

#[test]
fn whoever_has_read_enough_breaks_nothing() {
    let shell = Shell::demo();
    for words in [&["today"][..], &["show", "eve"], &["contacts", "--json"]] {
        let mut child = shell
            .command(words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut complaint = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut complaint)
            .unwrap();
        assert_eq!(complaint, "");
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn nothing_is_written() {
    let shell = Shell::demo();
    let before = std::fs::read(shell.book()).unwrap();
    for words in [
        &["today"][..],
        &["contacts"],
        &["show", "bob"],
        &["promises"],
        &["lunch"],
        &["paths"],
    ] {
        shell.says(words);
    }
    assert_eq!(std::fs::read(shell.book()).unwrap(), before);
    assert!(!shell.path("state").exists() && !shell.path("config").exists());
}

#[test]
fn the_people_who_are_counted_are_those_who_were_looked_through() {
    let shell = Shell::reading(
        "(version: 1, contacts: [
            (id: \"00000000000000000000000001\", name: \"Ann Bell\", added: \"2026-09-01\", archived: true),
            (id: \"00000000000000000000000002\", name: \"Ben Cole\", added: \"2026-09-01\", archived: true),
        ])",
    );
    let said = |words: &[&str]| shell.says(words);
    assert!(said(&["contacts", "ann"]).starts_with("1 of 2 people."));
    let all = said(&["contacts"]);
    assert!(
        all.starts_with("All 2 people of your book are archived."),
        "{all}"
    );
    assert!(all.contains("goodword contacts is:archived"), "{all}");
}

#[test]
fn a_dry_run_on_the_demo_says_what_it_would_note() {
    let shell = Shell::new();
    let said = shell.says(&["--demo", "add", "--dry-run", "note bob: rows"]);
    assert!(said.starts_with("Would note: "), "{said}");
    assert!(said.contains("Bob Reyes"), "{said}");
    let refused = shell.complains(&["--demo", "add", "note bob: rows"], 1);
    assert!(refused.contains("nothing of the demo is kept"), "{refused}");
    assert!(!shell.book().exists());
}

/// A list that leaves nothing out would pass for the answer to a question that nobody understood.
#[test]
fn a_filter_that_says_nothing_is_refused() {
    let shell = Shell::demo();
    for (words, why) in [
        (["contacts", "tag:nothere"], "No tag:nothere"),
        (["contacts", "foo:bar"], "No field \"foo\""),
        (["promises", "state:nowhere"], "No state:nowhere"),
    ] {
        let said = shell.complains(&words, 2);
        assert!(said.contains(why), "{words:?}: {said}");
        let ended = shell.run(&words);
        assert!(ended.stdout.is_empty(), "{words:?} lists nothing");
    }
    for (words, why) in [
        (
            ["--today", "morgen", "today"].as_slice(),
            "a day is written 2026-09-24",
        ),
        (&["restore", "abc"], "a backup goes by its number"),
        (
            &["--book", "/dev/null/book.ron", "add", "met Zoe Lind"],
            "book.ron",
        ),
    ] {
        let run = shell.run(words);
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(
            said.contains(why) && !said.contains("os error"),
            "{words:?}: {said}"
        );
        assert!(
            !said.contains("invalid digit") && !said.contains("invalid characters"),
            "{said}"
        );
    }
    let said = shell.complains(&["free", "fri", "25:99"], 2);
    assert!(said.contains("25:99 is no time of day"), "{said}");
}
