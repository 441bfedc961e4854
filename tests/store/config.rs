//! The settings: what is read of a file that is wrong in places, and what becomes of it while the program runs.

use std::fs;
use std::path::PathBuf;

use goodword::domain::preferences::{DateStyle, FirstDay, Theme};
use goodword::store::config::{Config, Watch};
use goodword::store::{BookFile, Save};
use tempfile::TempDir;

fn written(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.ron");
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn read(text: &str) -> (Config, String) {
    let (_folder, path) = written(text);
    let (config, wrong) = Config::read_what_can_be(&path);
    (config, wrong.unwrap_or_default())
}

#[test]
fn nothing_said_is_the_default() {
    for text in ["", " \n", "()", "// nothing\n()"] {
        assert_eq!(read(text), (Config::default(), String::new()), "{text:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("config.ron");
    assert_eq!(
        Config::read_what_can_be(&missing),
        (Config::default(), None)
    );
}

#[test]
fn everything_can_be_said() {
    let (config, wrong) = read(
        "(theme: contrast, ascii: true, mouse: false, first_day: sunday, date_style: month_first, paces: [7, 45], weekly_hours: 10, \
         hide_after_minutes: 0, mail: [\"mutt\"], messages_to: \"/letters\", me: [\"a@b\"])",
    );
    assert_eq!(wrong, "");
    assert_eq!((config.theme, config.ascii), (Theme::Contrast, Some(true)));
    assert_eq!((config.mouse, config.first_day), (false, FirstDay::Sunday));
    assert_eq!(config.preferences().date_style, DateStyle::MonthFirst);
    assert_eq!(config.preferences().paces, config.paces);
    assert_eq!(config.messages_to, Some("/letters".into()));
}

#[test]
fn a_wrong_line_is_named_with_what_is_known_and_the_rest_holds() {
    let with = |line: &str| format!("(\n  mouse: false,\n  {line}\n  weekly_hours: 9,\n)\n");
    let cases = [
        (
            "theme: drak,",
            "config.ron, line 3: \"drak\" is none of: terminal, dark, light, contrast.",
        ),
        (
            "them: dark,",
            "config.ron, line 3: There is no field \"them\"",
        ),
        (
            "first_day: tuesday,",
            "is none of: monday, saturday, sunday.",
        ),
        ("hide_after_minutes: soon, // five", "config.ron, line 3: "),
        ("paces: [30, 0],", "Expected a whole number above 0"),
        ("hide_after_minutes: -1,", "config.ron, line 3: "),
    ];
    for (line, said) in cases {
        let (config, wrong) = read(&with(line));
        assert!(wrong.contains(said), "{line}: {wrong}");
        assert!(wrong.ends_with("The rest holds."), "{line}: {wrong}");
        let wanted = Config {
            mouse: false,
            weekly_hours: 9,
            ..Config::default()
        };
        assert_eq!(config, wanted, "{line}");
    }
}

#[test]
fn of_several_wrong_lines_the_first_is_said_and_none_of_them_counts() {
    let (config, wrong) = read("(\n  theme: drak,\n  mouse: off,\n  weekly_hours: 9,\n)\n");
    assert!(wrong.starts_with("config.ron, line 2: "), "{wrong}");
    assert_eq!((config.weekly_hours, config.mouse), (9, true));
}

#[test]
fn what_cannot_be_taken_apart_is_done_without() {
    for text in [
        "(mouse: false, theme: drak)",
        "(\n  mouse: false,\n",
        "(\n  mail: [\"sh\",\n    5,\n  ],\n)\n",
        "mouse: false",
    ] {
        let (config, wrong) = read(text);
        assert_eq!(config, Config::default(), "{text}");
        assert!(wrong.starts_with("config.ron, line "), "{wrong}");
        assert!(wrong.ends_with("It is done without."), "{wrong}");
    }
    let folder = tempfile::tempdir().unwrap();
    let (config, wrong) = Config::read_what_can_be(folder.path());
    assert_eq!(config, Config::default());
    assert!(wrong.unwrap().contains("is a folder"));
}

#[test]
fn a_change_is_seen_once_it_has_settled() {
    let (_folder, path) = written("(mouse: false)");
    let mut watch = Watch::begin(path.clone());
    assert!(watch.look().is_none(), "nothing changed");
    fs::write(&path, "(theme: li").unwrap();
    assert!(watch.look().is_none(), "an editor is writing");
    fs::write(&path, "(theme: light)").unwrap();
    assert!(watch.look().is_none(), "it may go on");
    assert_eq!(watch.look().unwrap().unwrap().theme, Theme::Light);
    assert!(watch.look().is_none(), "it was said");
    fs::write(&path, "(\n  theme: dork,\n)").unwrap();
    watch.look();
    let why = watch.look().unwrap().unwrap_err();
    assert!(why.starts_with("config.ron, line 2: \"dork\""), "{why}");
    assert!(watch.look().is_none(), "it was said");
    fs::remove_file(&path).unwrap();
    watch.look();
    assert_eq!(watch.look().unwrap().unwrap(), Config::default());
}

#[test]
fn the_hours_are_those_of_a_new_book_and_then_the_book_has_its_own() {
    let config = Config {
        weekly_hours: 10,
        ..Config::default()
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    let mut opened = BookFile::open(&path).unwrap();
    config.begin(&mut opened);
    assert_eq!(opened.book.settings.weekly_minutes, 600);
    assert!(matches!(opened.file.save(&opened.book), Save::Saved));
    let other = Config::default();
    let mut opened = BookFile::open(&path).unwrap();
    other.begin(&mut opened);
    assert_eq!(opened.book.settings.weekly_minutes, 600);
}
