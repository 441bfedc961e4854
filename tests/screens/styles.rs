//! Where colour or reverse carries a meaning.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

use goodword::domain::preferences::Theme;
use goodword::ui::{Look, Viewports, render};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::desk::Desk;
use super::desk::sight::Place;

fn is_reversed(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::REVERSED)
}

/// The first place of a text in the list, which stands on the left.
fn in_the_list<'a>(desk: &'a Desk, text: &str) -> Place<'a> {
    let mut places = desk.places_of(text).into_iter();
    places
        .find(|place| place.x < 55)
        .expect("it stands in the list")
}

#[test]
fn the_row_under_the_cursor_is_reversed_and_no_other() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Cleo Ito");
    assert!(in_the_list(&desk, "Cleo Ito").is_all(is_reversed));
    assert!(in_the_list(&desk, "Lea Novak").is_all(|cell| !is_reversed(cell)));
    desk.keys("Up");
    assert!(in_the_list(&desk, "Lea Novak").is_all(is_reversed));
    assert!(in_the_list(&desk, "Cleo Ito").is_all(|cell| !is_reversed(cell)));
}

#[test]
fn a_list_without_the_keys_is_not_reversed() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Cleo Ito").keys("Enter");
    assert!(in_the_list(&desk, "Cleo Ito").is_all(|cell| !is_reversed(cell)));
    desk.keys("Esc");
    assert!(in_the_list(&desk, "Cleo Ito").is_all(is_reversed));
}

#[test]
fn the_border_of_the_pane_with_the_keys_has_the_accent() {
    let mut desk = Desk::demo();
    let corners = |desk: &Desk| -> Vec<Color> {
        desk.places_of("╭")
            .iter()
            .map(|place| place.cells[0].fg)
            .collect()
    };
    desk.keys("2");
    let [list, person] = corners(&desk)[..] else {
        panic!("two panes\n{}", desk.screen())
    };
    assert_ne!(list, person);
    desk.keys("Enter");
    assert_eq!(
        corners(&desk),
        [person, list],
        "the accent went to the person"
    );
    assert_eq!(list, Color::Cyan);
}

#[test]
fn what_is_late_is_warm_and_what_is_not_is_not() {
    let mut desk = Desk::demo();
    desk.keys("3").goes_to("Draw up how a trial");
    let late = in_the_list(&desk, "2 days late");
    assert!(late.is_all(|cell| cell.fg == Color::Red));
    assert!(in_the_list(&desk, "Thu 1 Oct").is_all(|cell| cell.fg != Color::Red));
    desk.keys("1");
    assert!(in_the_list(&desk, "late ").is_all(|cell| cell.fg == Color::Red));
}

#[test]
fn what_is_ticked_is_crossed_out_and_only_that() {
    let mut desk = Desk::demo();
    let struck = |cell: &Cell| cell.modifier.contains(Modifier::CROSSED_OUT);
    desk.keys("3")
        .goes_to("Comments on her deck")
        .keys("Space Down");
    assert!(in_the_list(&desk, "Comments on her deck").is_all(struck));
    assert!(in_the_list(&desk, "Go through his").is_all(|cell| !struck(cell)));
}

#[test]
fn the_screen_in_sight_is_marked_among_its_names() {
    let mut desk = Desk::demo();
    for (key, name) in [
        ("1", "1 Today"),
        ("2", "2 Contacts"),
        ("3", "3 Promises"),
        ("4", "4 Lunch"),
    ] {
        desk.keys(key);
        assert!(desk.places_of(name)[0].is_all(is_reversed), "{name}");
        let other = if key == "1" { "4 Lunch" } else { "1 Today" };
        assert!(!desk.places_of(other)[0].is_all(is_reversed), "{other}");
    }
}

#[test]
fn a_save_that_failed_is_warm() {
    let mut desk = Desk::kept_demo();
    std::fs::set_permissions(desk.path(), Permissions::from_mode(0o400)).unwrap();
    desk.keys("3").goes_to("Comments on her deck");
    desk.keys("Space").sees("not saved");
    assert!(desk.places_of("not saved")[0].is_all(|cell| cell.fg == Color::Red));
}

#[test]
fn without_colour_bold_and_reverse_say_the_same() {
    let mut desk = Desk::demo();
    desk.keys("3");
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
    let mut view = Viewports::default();
    let without = |name: &str| (name == "NO_COLOR").then(|| "1".to_owned());
    view.show(Look::of(Theme::Terminal, None, without));
    let frame = terminal
        .draw(|frame| render(frame, &desk.model, &desk.cx, &mut view))
        .unwrap();
    let cells = &frame.buffer.content;
    let has_no_colour = |cell: &Cell| (cell.fg, cell.bg) == (Color::Reset, Color::Reset);
    assert!(cells.iter().all(has_no_colour));
    assert!(cells.iter().any(is_reversed));
    assert!(
        desk.buffer()
            .content
            .iter()
            .any(|cell| !has_no_colour(cell))
    );
}
