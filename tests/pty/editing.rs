//! The user's own editor has the terminal, all of it, and gives it back.

use super::books::BOOK;
use super::terminal::World;

#[test]
fn an_editor_reads_every_key_and_the_dashboard_reads_on_afterwards() {
    let world = World::with_book(BOOK);
    let script = world.file("editor.sh");
    std::fs::write(
        &script,
        "echo ready; read -r one; read -r two; printf '%s, %s' \"$one\" \"$two\" > \"$1\"",
    )
    .unwrap();
    let editor = format!("sh {}", script.display());
    let mut terminal = world.open_asking(&[("EDITOR", editor.as_str())], &[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("2A");
    terminal.await_text("A new person");
    terminal.send("Ada Byron\r");
    for _ in 0..14 {
        terminal.send("\t");
    }
    terminal.await_text("Ctrl-o your editor");
    terminal.send("\u{f}");
    terminal.await_text("ready");
    terminal.send("by hand\r");
    terminal.send("and again\r");
    terminal.await_text("Taken from your editor");
    terminal.await_text("by hand, and again");
    terminal.send("!\u{13}");
    world.await_book("by hand, and again!");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    let left = std::fs::read_dir(world.state().join("goodword/editing"))
        .unwrap()
        .count();
    assert_eq!(left, 0, "nothing of the text stays behind");
}

#[test]
fn a_line_outlives_a_signal() {
    let world = World::with_book(BOOK);
    let terminal = &mut world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("a");
    terminal.await_text("One line");
    terminal.send("met Ada Byr");
    terminal.await_text("Ada Byr");
    terminal.signal("TERM");
    terminal.await_end();
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("An unfinished line is here");
    terminal.send("\r");
    terminal.await_text("met Ada Byr");
    terminal.send("on: pricing\r");
    world.await_book("Ada Byron");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    let folder = world.state().join("goodword/unfinished");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
fn a_form_outlives_a_closed_window() {
    let world = World::with_book(BOOK);
    let terminal = &mut world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("2A");
    terminal.await_text("A new person");
    terminal.send("Ada Byr");
    terminal.await_text("Ada Byr");
    terminal.signal("TERM");
    terminal.await_end();
    assert!(!world.book_text().contains("Ada"));
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("An unfinished form is here");
    terminal.send("\r");
    terminal.await_text("Ada Byr");
    terminal.send("on\u{13}");
    world.await_book("Ada Byron");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
}
