//! Starting, drawing and leaving.

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
