//! Starting, drawing and leaving.

use std::fs;

use super::terminal::{TODAY, World};

#[test]
fn the_demo_opens_on_today_and_gives_the_terminal_back() {
    let world = World::new();
    let mut terminal = world.open(&["--demo"], 140, 30);
    terminal.await_text("Waiting for you");
    terminal.await_text("Thu 24 Sep");
    terminal.await_text("nothing here is kept");
    terminal.assert_taken();
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
    assert!(!world.book().exists(), "the demo wrote a book");
}

#[test]
fn every_size_is_drawn_anew() {
    let world = World::new();
    let mut terminal = world.open(&["--demo"], 30, 8);
    terminal.await_text("goodword needs 40x10");
    terminal.resize(100, 30);
    terminal.await_text("Waiting for you");
    terminal.resize(39, 30);
    terminal.await_text("goodword needs 40x10");
    terminal.resize(120, 40);
    // The lower border stands where the new size puts it.
    terminal.await_screen("frame at the new size", |screen| {
        let rows: Vec<String> = screen.rows(0, 120).collect();
        rows.iter().any(|row| row.trim_end().ends_with('╮'))
            && rows.len() == 40
            && rows
                .iter()
                .skip(30)
                .any(|row| row.trim_end().ends_with('╯'))
    });
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
}

/// No panic, and the keyboard answers after each: the sizes that `tests/robustness` sweeps without a terminal, as the
/// system tells them.
#[test]
fn no_size_is_too_small_or_too_odd() {
    let world = World::new();
    let mut terminal = world.open(&["--demo"], 0, 0);
    let sizes = [
        (1, 1),
        (0, 24),
        (80, 0),
        (39, 9),
        (40, 10),
        (50, 16),
        (999, 1),
        (1, 999),
        (500, 200),
        (0, 0),
    ];
    for (width, height) in sizes {
        terminal.resize(width, height);
        terminal.send("2341");
    }
    terminal.resize(100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
}

#[test]
fn without_a_terminal_there_is_help_and_a_failure() {
    let world = World::new();
    let output = world
        .without_terminal()
        .args(["--demo", "--today", TODAY])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("needs a terminal"), "{errors}");
    assert!(errors.contains("Usage: goodword"), "{errors}");
}

#[test]
fn half_a_terminal_is_none() {
    for way in ["> out", "< /dev/null", "| cat > out"] {
        let world = World::new();
        let script = format!("{{ $GOODWORD --demo; echo $? > code; }} {way}");
        let mut terminal = world.open_shell("-c", &script);
        assert_eq!(terminal.await_end(), 0, "{way}");
        terminal.await_text("needs a terminal");
        terminal.assert_restored();
        assert_eq!(fs::read_to_string(world.file("code")).unwrap(), "2\n");
        let out = fs::read_to_string(world.file("out")).unwrap_or_default();
        assert_eq!(out, "", "{way}");
    }
}

/// What went wrong is said nowhere, where nobody reads any more; that is no reason to break.
#[test]
fn nobody_has_to_read_to_the_end() {
    let world = World::new();
    for (arguments, code) in [
        ("lunch --demo", "1"),
        ("lunch", "1"),
        ("check", "1"),
        ("check --demo", "2"),
        ("restore --demo", "2"),
        ("restore", "1"),
        ("add nothing", "1"),
        ("--demo", "2"),
        ("--no-such-thing", "2"),
    ] {
        let full = "</dev/null >/dev/full 2>/dev/full";
        let script = format!("$GOODWORD {arguments} {full}; echo $? > code");
        let mut shell = world.open_shell("-c", &script);
        assert_eq!(shell.await_end(), 0);
        let ended = fs::read_to_string(world.file("code")).unwrap();
        assert_eq!(ended.trim(), code, "{arguments}");
    }
}

#[test]
fn what_is_pasted_is_text() {
    let world = World::new();
    let mut terminal = world.open(&["--demo"], 100, 30);
    terminal.await_text("Waiting for you");
    // With nothing to type into, a paste is nothing at all.
    terminal.paste("q2q");
    terminal.send("3/");
    terminal.await_text("Esc clear");
    terminal.paste("q\r2 d\u{3}x");
    terminal.await_text("/ q 2 dx");
    terminal.await_text("No promise matches");
    terminal.send("\u{15}");
    terminal.await_screen("empty filter", |screen| {
        !screen.contents().contains("q 2 dx")
    });
    terminal.send("\rq");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
}
