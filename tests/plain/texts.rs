//! What stands in the texts.

use super::shell::Shell;

/// A test for each text; its name is that of the snapshot.
macro_rules! texts {
    ($($name:ident: $words:expr, $code:expr;)*) => {$(
        #[test]
        fn $name() {
            let (text, code) = Shell::demo().ends(&$words);
            assert_eq!(code, $code);
            let mut settings = insta::Settings::clone_current();
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.bind(|| insta::assert_snapshot!(stringify!($name).replace('_', "-"), text));
        }
    )*};
}

texts! {
    today: ["today"], 0;
    today_counts: ["today", "--counts"], 0;
    contacts: ["contacts"], 0;
    contacts_found: ["contacts", "north"], 0;
    contacts_nobody: ["contacts", "xyzzy"], 0;
    show_bob: ["show", "bob"], 0;
    show_eve: ["show", "Eve", "Park"], 0;
    brief_bob: ["brief", "bob"], 0;
    promises: ["promises"], 0;
    promises_mine: ["promises", "--mine", "lea"], 0;
    promises_theirs: ["promises", "--theirs"], 0;
    promises_done: ["promises", "--done"], 0;
    promises_none: ["promises", "--theirs", "xyzzy"], 0;
    free_taken: ["free", "fri", "12:30"], 1;
    free_free: ["free", "next", "wed", "noon"], 0;
    lunch: ["lunch"], 0;
    reach_lee: ["reach", "lee", "marsden"], 0;
    choices: ["choices"], 0;
    review: ["review"], 0;
    review_earlier: ["review", "2026-q2"], 0;
    help_with_pricing: ["help-with", "pricing"], 0;
}

#[test]
fn nothing_is_cut_off_for_a_narrow_terminal_and_nothing_is_drawn() {
    let shell = Shell::demo();
    for words in [
        &["today"][..],
        &["contacts"],
        &["show", "eve"],
        &["brief", "eve"],
        &["promises"],
        &["lunch"],
        &["--plain"],
        &["paths"],
    ] {
        let text = shell.says(words);
        let narrow = shell.command(words).env("COLUMNS", "20").output().unwrap();
        assert_eq!(String::from_utf8(narrow.stdout).unwrap(), text);
        let is_drawn = |letter: char| matches!(letter, '\u{2500}'..='\u{259f}' | '\u{1b}' | '…');
        assert!(!text.contains(is_drawn), "{text}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{words:?}");
        assert!(text.lines().all(|line| line == line.trim_end()));
    }
}

#[test]
fn counts_name_nobody() {
    let shell = Shell::demo();
    let counts = shell.says(&["today", "--counts"]);
    assert_eq!(counts.lines().count(), 1);
    for person in shell.items(&["contacts", "--json"]) {
        let first = person["name"].as_str().unwrap().split(' ').next().unwrap();
        assert!(!counts.contains(first), "{counts}");
    }
    let number = shell.items(&["today", "--json"]).len();
    assert!(
        counts.starts_with(&format!("{number} waiting: ")),
        "{counts}"
    );
    let idle = Shell::reading("(version: 1)");
    assert_eq!(idle.says(&["today", "--counts"]), "0 waiting\n");
}

#[test]
fn plain_says_what_today_says_and_names_every_subcommand() {
    let shell = Shell::demo();
    let plain = shell.says(&["--plain"]);
    assert!(plain.starts_with(&shell.says(&["today"])), "{plain}");
    for name in super::examples::subcommands() {
        let named = plain
            .lines()
            .any(|line| line.starts_with(&format!("goodword {name}: ")));
        assert!(named, "{name}");
    }
}

#[test]
fn paths_say_what_is_there_and_for_whom() {
    let shell = Shell::demo();
    let said = shell.says(&["paths"]);
    let book = format!(
        "book: {} (mode 0600, yours alone)\n",
        shell.book().display()
    );
    assert!(said.starts_with(&book), "{said}");
    let inbox = shell.path("data/goodword/inbox.txt");
    let inbox = format!("inbox: {} (not there)\n", inbox.display());
    assert!(said.contains(&inbox), "{said}");
    let items = shell.items(&["paths", "--json"]);
    let names: Vec<&str> = items
        .iter()
        .map(|item| item["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "book",
            "inbox",
            "config",
            "templates",
            "backups",
            "messages",
            "emergency",
            "state"
        ]
    );
    assert_eq!(
        (items[0]["exists"].as_bool(), items[0]["mode"].as_str()),
        (Some(true), Some("0600"))
    );
    assert_eq!(
        (items[1]["exists"].as_bool(), items[1]["mode"].as_str()),
        (Some(false), None)
    );
    let other = shell.says(&["--book", "other.ron", "paths"]);
    let moved = shell.path("other.ron").canonicalize();
    assert!(moved.is_err(), "it makes nothing");
    assert!(other.contains("/other.ron (not there)\n"), "{other}");
}
