//! Every worked scenario as a book file, compared by the real program.
//!
//! The expected figures were worked out apart from the program, from the written formulas.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const WORKED: usize = 22;

#[test]
fn every_scenario_has_a_book_and_an_expectation() {
    let books: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension() == Some(OsStr::new("ron")))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let expected: BTreeSet<String> = expectations().into_keys().collect();
    assert_eq!(books, expected);
    assert_eq!(books.len(), WORKED);
}

#[test]
fn the_program_says_what_was_worked_out() {
    let mut wrong = Vec::new();
    for (scenario, expected) in expectations() {
        let report: Value = serde_json::from_str(&lunch(&scenario, &["--json"])).unwrap();
        assert_eq!(
            (&report["goodword"], &report["today"], &report["kind"]),
            (&1.into(), &"2026-09-24".into(), &"lunch".into())
        );
        let items = report["items"].as_array().unwrap();
        assert_eq!(items.len(), 1, "{scenario}");
        for (field, value) in expected.as_object().unwrap() {
            if items[0][field] != *value {
                let said = &items[0][field];
                wrong.push(format!("{scenario}: {field} is {said}, not {value}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_expectation_names_all_that_is_to_be_checked() {
    let fields: BTreeSet<&str> = [
        "a",
        "b",
        "a_values",
        "b_values",
        "points",
        "d",
        "lean",
        "decided_by",
        "ask_first",
        "sturdiness",
        "set_aside",
    ]
    .into();
    for (scenario, expected) in expectations() {
        let named: BTreeSet<&str> = expected
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(named, fields, "{scenario}");
    }
}

#[test]
fn a_guard_shows_what_the_lines_say_and_nothing_that_turns_it() {
    for (scenario, expected) in expectations() {
        let report: Value = serde_json::from_str(&lunch(&scenario, &["--json"])).unwrap();
        let item = &report["items"][0];
        let d = item["d"].as_i64().unwrap();
        let lines = match item["lines_lean"].as_str().unwrap() {
            "not_answered" => continue,
            lean => lean.to_owned(),
        };
        let by_size = if d.abs() <= 2_100 {
            "too_close"
        } else if d > 0 {
            "a"
        } else {
            "b"
        };
        assert_eq!(lines, by_size, "{scenario}");
        if expected["decided_by"] != "lines" {
            assert_eq!(item["turns_if"], Value::Null, "{scenario}");
        }
    }
}

#[test]
fn once_released_the_lines_decide() {
    let report: Value = serde_json::from_str(&lunch("2", &["--json"])).unwrap();
    assert_eq!(report["items"][0]["if_released"], "b");
    let report: Value = serde_json::from_str(&lunch("1", &["--json"])).unwrap();
    assert_eq!(report["items"][0]["if_released"], Value::Null);
}

#[test]
fn the_answer_stands_first_in_words() {
    let answers = [
        (
            "1",
            "  Leans clearly to Bob.\n  Weighed by your order, most of it comes from: what it does for them. No line speaks more for Prospect.\n",
        ),
        (
            "2",
            "  You told Ana(accepted) yes. Ask Ana(accepted) before you move it.\n  Until Ana(accepted) says that moving is fine it is Ana(accepted); then the lines lean clearly to Ben(newer).\n",
        ),
        (
            "4",
            "  Leans to Dana: something you noted about Carl(lied speaks for care.\n  The lines alone lean slightly to Carl(lied.\n",
        ),
        (
            "5",
            "  Too close to call.\n  Nothing you wrote down separates them. Decide on what this program cannot see.\n",
        ),
        (
            "13-double-booked",
            "  Leans slightly to Nia.\n  Weighed by your order, most of it comes from: what waiting costs. No line speaks more for Oto.\n  Both have your word. Tell the one you move today, with as much of the reason as is yours to tell.\n",
        ),
        (
            "11",
            "  You said you'd try; until you check, assume Lea(I heard yes. Ask Lea(I before you move it.\n",
        ),
        (
            "both-boundary",
            "  You drew a line with both: that leaves neither.\n",
        ),
        (
            "safety",
            "  Someone may come to harm: Rosa.\n  Go, or ring someone who can be there sooner. No comparison applies here.\n",
        ),
        (
            "promise-due-that-day",
            "  This lunch keeps a promise to Vera that is due that very day. Ask Vera before you move it.\n",
        ),
        (
            "caution-yields",
            "  Leans clearly to Xaver.\n  Weighed by your order, most of it comes from: what it does for them. No line speaks more for Yara.\n  Something you noted about Xaver speaks for care.\n",
        ),
        (
            "one-help-not-answered",
            "  Not weighed yet.\n  One answer is missing: what the hour does for Abel.\n",
        ),
    ];
    for (scenario, answer) in answers {
        let words = lunch(scenario, &[]);
        let (_, after) = words.split_once('\n').unwrap();
        assert!(after.starts_with(answer), "{scenario}:\n{words}");
    }
}

#[test]
fn danger_shows_nothing_but_itself() {
    assert_eq!(lunch("safety", &[]).lines().count(), 3);
}

#[test]
fn without_answers_nothing_leans() {
    let words = lunch("one-help-not-answered", &[]);
    for said in [
        "ets aside",
        "Leans",
        "lean ",
        "turn it",
        "would turn",
        "weights",
    ] {
        assert!(!words.contains(said), "{said}:\n{words}");
    }
}

#[test]
fn no_sentence_assumes_a_gender() {
    let pronouns = ["he", "she", "him", "her", "his", "hers"];
    for scenario in expectations().into_keys() {
        let words = lunch(&scenario, &[]).to_lowercase();
        let mut words = words.split(|c: char| !c.is_alphanumeric());
        assert_eq!(
            words.find(|word| pronouns.contains(word)),
            None,
            "{scenario}"
        );
    }
}

#[test]
fn a_book_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.ron");
    fs::write(&book, "no book").unwrap();
    let output = goodword(&book, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("book.ron")
    );
}

/// What `goodword lunch` prints for a scenario, from a copy of its book.
fn lunch(scenario: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.ron");
    fs::copy(self::folder().join(format!("{scenario}.ron")), &book).unwrap();
    let output = goodword(&book, arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{scenario}: {errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn goodword(book: &Path, arguments: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_goodword"))
        .env_remove("GOODWORD_TODAY")
        .arg("--book")
        .arg(book)
        .args(["--today", "2026-09-24", "lunch"])
        .args(arguments)
        .output()
        .unwrap()
}

fn expectations() -> BTreeMap<String, Value> {
    let text = fs::read_to_string(folder().join("expected.json")).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("expected.json: {error}"))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}
