//! Given to the shell and taken back.

use super::terminal::World;

/// A shell with jobs of its own. What it waits for shows that it has the terminal.
const SHELL: &str = "$GOODWORD --demo; echo stopped; read line; echo and back; fg; echo ended $?";

#[test]
fn the_dashboard_goes_to_the_background_and_comes_back() {
    let world = World::new();
    let mut terminal = world.open_shell("-mc", SHELL);
    terminal.await_text("Waiting for you");
    terminal.assert_taken();
    terminal.send("3");
    terminal.await_text("Needs a word");
    terminal.send("\u{1a}");
    terminal.await_text("stopped");
    terminal.assert_restored();
    terminal.send("\r");
    // Where it was, on a screen that is its own again.
    terminal.assert_taken();
    terminal.await_text("Needs a word");
    terminal.send("q");
    terminal.await_text("ended 0");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
}

/// A script without jobs waits for the program, and the shell for the script: both stop.
#[test]
fn a_script_goes_to_the_background_with_it() {
    let world = World::new();
    let script = "sh -c '$GOODWORD --demo; echo script ended'; echo stopped; read line; fg";
    let mut terminal = world.open_shell("-mc", script);
    terminal.await_text("Waiting for you");
    terminal.send("\u{1a}");
    terminal.await_text("stopped");
    terminal.assert_restored();
    terminal.send("\r");
    terminal.await_text("Waiting for you");
    terminal.assert_taken();
    terminal.send("q");
    terminal.await_text("script ended");
    assert_eq!(terminal.await_end(), 0);
}

#[test]
fn without_a_shell_there_is_no_background() {
    let world = World::new();
    let mut terminal = world.open(&["--demo"], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("\u{1a}3");
    terminal.await_text("Needs a word");
    terminal.assert_taken();
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
}

/// Stopped from outside, with no time to give anything back; then the modes of the line are another program's.
#[test]
fn a_dashboard_that_was_stopped_takes_the_terminal_again() {
    let world = World::new();
    let mut terminal = world.open(&["--demo"], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.assert_taken();
    terminal.signal("STOP");
    terminal.spoil();
    terminal.resize(120, 40);
    terminal.signal("CONT");
    terminal.await_screen("frame at the new size", |screen| {
        screen.contents().contains("Waiting for you") && screen.rows(0, 120).nth(39).is_some()
    });
    // The new size may have been seen before the way back was. Without raw mode a key would be echoed and wait for a line.
    terminal.assert_taken();
    terminal.send("3");
    terminal.await_text("Needs a word");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    terminal.assert_restored();
}
