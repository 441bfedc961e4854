//! The first minutes: an empty book, the help, a terminal of any size.

use goodword::app::keymap::{Keymap, Row, Scope};

use super::desk::Desk;

#[test]
fn an_empty_book_says_on_every_screen_which_key_begins() {
    let mut desk = Desk::empty();
    let screens = [
        ("1", "Nobody here yet", "Write one line"),
        ("2", "Nobody here yet", "A adds a person"),
        ("3", "No promise is written down", "A adds the first"),
        ("4", "No two lunches want the same hour", "A adds an invite"),
    ];
    for (key, nothing, begin) in screens {
        desk.keys(key).sees(nothing).sees(begin);
    }
    assert!(!desk.path().exists(), "looking around writes nothing");
}

#[test]
fn no_key_is_lost_on_an_empty_book() {
    for screen in ["1", "2", "3", "4"] {
        let mut desk = Desk::empty();
        desk.keys(screen);
        desk.keys(
            "Enter Esc Space e Esc d Esc / x Esc s w J K i ] [ j k h l Tab G g g Ctrl-d Ctrl-u",
        );
        desk.keys("PgDn PgUp u U ? Esc");
        assert_eq!(desk.book().record_count(), 0, "screen {screen}");
    }
}

#[test]
fn the_first_person_makes_the_file() {
    let mut desk = Desk::empty();
    desk.keys("2 A")
        .types("Ada Byron")
        .keys("Ctrl-s")
        .sees("saved");
    assert!(desk.path().exists());
    desk.reopen().keys("2").sees("Ada Byron");
}

#[test]
fn a_form_is_filled_with_enter_alone() {
    let mut desk = Desk::empty();
    desk.keys("4 A")
        .types("Ada Byron")
        .keys("Enter")
        .types("fri");
    for _ in 0..12 {
        desk.keys("Enter");
    }
    let invite = desk.invite("Ada Byron", "2026-09-25");
    assert_eq!(invite.start.to_string(), "2026-09-25 12:30:00");
    assert_eq!((invite.end - invite.start).num_minutes(), 60);
    desk.sees("Ada Byron");
}

#[test]
fn what_is_pasted_into_a_field_stays_one_line() {
    let mut desk = Desk::empty();
    desk.keys("2 A")
        .pastes("Ada\nByron\u{1b}[31m")
        .keys("Ctrl-s");
    assert!(
        desk.knows("Ada Byron\u{fffd}[31m"),
        "{:?}",
        desk.book().contacts
    );
}

#[test]
fn the_help_shows_the_keys_of_its_screen() {
    let screens = [
        ("1", Scope::Today),
        ("2", Scope::Contacts),
        ("3", Scope::Promises),
        ("4", Scope::Lunch),
        ("5", Scope::Choices),
    ];
    for (key, scope) in screens {
        let mut desk = Desk::demo();
        desk.resize(76, 150).keys(key).keys("?");
        let keymap = Keymap::default();
        let is_on_a_screen = |row: &&Row| row.scopes().iter().any(|scope| scope.is_list());
        let rows = keymap.rows().iter().filter(is_on_a_screen);
        let (here, elsewhere): (Vec<_>, Vec<_>) = rows.partition(|row| row.is_in(scope));
        for row in &here {
            desk.sees(row.help());
        }
        for row in elsewhere
            .iter()
            .filter(|row| here.iter().all(|one| !one.help().contains(row.help())))
        {
            desk.sees_not(row.help());
        }
        desk.keys("Esc").sees_not("Everywhere");
    }
}

#[test]
fn the_help_can_be_read_to_its_end_on_a_small_screen() {
    let mut desk = Desk::demo();
    desk.resize(60, 16)
        .keys("4 ?")
        .sees_not("It decides nothing");
    desk.keys("G").sees("It decides nothing").keys("q");
    assert!(!desk.has_left(), "q closes the help, nothing more");
}

#[test]
fn how_figures_come_about_is_told_behind_the_help_with_its_limits() {
    let mut desk = Desk::demo();
    desk.resize(50, 16)
        .keys("4 J ? i")
        .sees("none was measured");
    desk.sees_not("Limits");
    desk.keys("G").sees("They stay in your file");
    desk.resize(80, 300);
    desk.sees("What it does for them (11 points now)");
    desk.sees("A promise this lunch keeps (11 points now)");
    desk.sees("Limits")
        .sees("Up to 2100 (5 %) it is too close to call");
    desk.keys("i").sees("Help · Lunch").keys("i Esc");
    desk.sees_not("Limits").sees("Bob");
}

#[test]
fn a_terminal_that_is_too_small_says_so_and_loses_nothing() {
    let mut desk = Desk::demo();
    desk.keys("2 A")
        .types("Ada")
        .resize(39, 20)
        .sees("goodword needs 40x10");
    desk.types(" Byron")
        .resize(40, 10)
        .sees("Ada Byron")
        .resize(120, 36)
        .sees("Ada Byron");
}

#[test]
fn every_screen_stands_at_every_size() {
    for (width, height) in [
        (1, 1),
        (40, 10),
        (41, 11),
        (69, 24),
        (70, 24),
        (99, 30),
        (100, 30),
        (200, 60),
    ] {
        let mut desk = Desk::demo();
        desk.resize(width, height);
        desk.keys(
            "2 Enter Esc / a n Esc A Esc 3 Enter Esc A Esc d Esc 4 i i e m Esc Enter Esc ? Esc 1",
        );
    }
}

#[test]
fn with_nobody_to_open_the_keys_stay_with_the_list() {
    let mut desk = Desk::empty();
    desk.keys("2 Enter Tab A").sees("A new person");
    desk.types("Ada Byron").keys("Ctrl-s Enter d");
    desk.goes_to("Delete").keys("Enter").sees("Nobody here yet");
    desk.keys("A").sees("A new person");
}
