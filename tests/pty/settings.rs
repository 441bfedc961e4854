//! What the user set, and what the terminal is, as the terminal sees it.

use vt100::{Color, MouseProtocolMode};

use super::terminal::{Terminal, World};

const TRUE: (&str, &str) = ("COLORTERM", "truecolor");

fn leave(mut terminal: Terminal) {
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
}

fn awaits_ground(terminal: &Terminal, ground: Color) {
    terminal.await_screen(&format!("ground {ground:?}"), |screen| {
        screen
            .cell(20, 5)
            .is_some_and(|cell| cell.bgcolor() == ground)
    });
}

const LIGHT: Color = Color::Rgb(0xfa, 0xf8, 0xf3);
const CONTRAST: Color = Color::Rgb(0, 0, 0);

#[test]
fn another_theme_takes_effect_at_once_and_a_broken_edit_leaves_the_last_good_one() {
    for arguments in [&["--demo"] as &[&str], &[]] {
        let world = World::with_book("(version: 1)");
        world.set("(theme: light)");
        let terminal = world.open_asking(&[TRUE], arguments, 100, 30);
        awaits_ground(&terminal, LIGHT);
        world.set("(\n  theme: contrast,\n)");
        awaits_ground(&terminal, CONTRAST);
        terminal.await_text("Your settings were read again");
        world.set("(\n  theme: bright,\n)");
        terminal.await_text("config.ron, line 2: \"bright\" is none of: terminal, dark, light");
        awaits_ground(&terminal, CONTRAST);
        leave(terminal);
    }
}

#[test]
fn what_is_wrong_at_the_start_is_said_and_the_rest_holds() {
    let world = World::new();
    world.set("(\n  mouse: maybe,\n  theme: light,\n)");
    let terminal = world.open_asking(&[TRUE], &["--demo"], 120, 30);
    terminal.await_text("config.ron, line 2: Expected true or false. The rest holds.");
    awaits_ground(&terminal, LIGHT);
    leave(terminal);
}

#[test]
fn the_mouse_selects_and_is_given_back_whatever_ends_its_use() {
    let world = World::new();
    let mut terminal = world.open(&["--demo"], 120, 30);
    terminal.assert_taken();
    // The name of the second screen, counted from 1 as terminals do.
    terminal.send("\x1b[<0;14;1M\x1b[<0;14;1m");
    terminal.await_text("by what you owe");
    world.set("(mouse: false)");
    terminal.await_screen("terminal's own mouse", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::None
    });
    leave(terminal);
}

#[test]
fn a_terminal_that_knows_only_lines_is_sent_no_more_than_text_and_places() {
    let world = World::new();
    let mut terminal = world.open_asking(&[("TERM", "dumb")], &["--demo"], 100, 30);
    terminal.await_screen("borders in ASCII", |screen| {
        let text = screen.contents();
        text.contains("+ Waiting for you -") && !text.contains('─') && !screen.alternate_screen()
    });
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    assert!(terminal.has_its_modes());
}
