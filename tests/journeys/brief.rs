//! A brief before a meeting: opened where the person is, read on one screen, copied, written to a file.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::desk::Desk;

#[test]
fn it_says_what_helps_to_know_and_changes_nothing() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("2").goes_to("Eve Park").keys("b");
    desk.sees("Before you meet Eve Park")
        .sees("Fjord Labs · Founder")
        .sees("Shared a table on the night ferry")
        .sees("12 days ago, call: Four candidates")
        .sees("Fish stand at the quay, 10 min away")
        .sees("Introduce her to Max · due Mon 28 Sep, in 4 days; stuck since Tue 15 Sep")
        .sees("nothing heard for 9 days; 2 efforts, untold")
        .sees("Hiring a data lead")
        .sees("Anne-Laure Petit (close)")
        .sees("an open ear")
        .sees_not("an introduction to");

    desk.keys("y").sees("Sent to the terminal's clipboard");
    let copied = desk.copied[0].clone();
    assert!(copied.starts_with(
        "# Before you meet Eve Park\n\nFjord Labs · Founder\n\n- **You met:** Shared"
    ));
    assert!(copied.contains("\n## Open between you\n\n- **You promised:** Introduce her to Max"));

    desk.keys("W")
        .sees("Written to brief-eve-park-2026-09-24.md");
    let folder = desk.letters.as_ref().unwrap().path();
    let file = folder.join("brief-eve-park-2026-09-24.md");
    assert_eq!(fs::read_to_string(&file).unwrap(), copied);
    let mode = fs::metadata(&file).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);

    desk.keys("Esc").sees_not("Before you meet").sees("People");
    assert!(*desk.book() == before);
}

#[test]
fn it_is_a_key_away_wherever_a_row_is_about_somebody() {
    let mut desk = Desk::demo();
    desk.goes_to("Lea Novak")
        .keys("b")
        .sees("Before you meet Lea Novak");
    desk.keys("b 3").goes_to("Comments on her deck").keys("b");
    desk.sees("Before you meet Cleo Ito").keys("q 4");
    desk.goes_to("Bob Reyes or Dana Liu").keys("h b");
    desk.sees("Before you meet Bob Reyes").keys("Enter l b");
    desk.sees("Before you meet Dana Liu").keys("Esc 6");
    desk.goes_to("Siobhán").keys("b");
    desk.sees("Before you meet Siobhán").keys("Esc");

    desk.keys("7 b").sees_not("Before you meet");
}

#[test]
fn of_two_people_it_asks_which() {
    let mut desk = Desk::demo();
    desk.goes_to("Bob or Dana").keys("b");
    desk.sees("Before you meet whom?").sees("Bob Reyes");
    desk.keys("Down Enter").sees("Before you meet Dana Liu");
    desk.keys("Esc 6").goes_to("Eve to Max").keys("b");
    desk.sees("Before you meet whom?").sees("Fjord Labs");
    desk.keys("Enter").sees("Before you meet Eve Park");
    desk.keys("b b Esc").sees_not("Before you meet");
}

/// Whichever of the two I meet, who wants it or who is asked.
#[test]
fn introductions_under_way_are_open_between_us() {
    let mut desk = Desk::demo();
    for who in ["Eve Park", "Max Lindqvist"] {
        desk.keys("2").goes_to(who).keys("b");
        desk.sees("Eve to Max · next: the answer of Max, a yes or a no");
        desk.keys("b");
    }
    // It is over: nothing of it is open.
    desk.keys("6").goes_to("Eve to Max").keys("o Enter 2");
    desk.goes_to("Max Lindqvist").keys("b");
    desk.sees("Before you meet Max")
        .sees_not("Eve to Max · next");
}

#[test]
fn it_stays_shut_while_names_are_hidden() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Bob Reyes").keys("H b");
    desk.sees("Not while names are hidden")
        .sees_not("Before you meet");
    desk.keys("H b").sees("Before you meet Bob Reyes");
    desk.keys("H").sees_not("Bob Reyes").keys("y W");
    assert!(desk.copied.is_empty());
}

#[test]
fn of_the_demo_no_file_is_written() {
    let mut desk = Desk::demo();
    desk.keys("2 b W").sees("The demo keeps nothing");
    assert!(desk.letters.is_none());
}

#[test]
fn it_fits_on_one_screen() {
    let mut desk = Desk::demo();
    desk.resize(80, 24).keys("2");
    let people = desk.model.contacts.rows.keys().len();
    assert!(people > 20);
    for _ in 0..people {
        desk.keys("b")
            .sees("Before you meet")
            .sees("You could give");
        assert_eq!(desk.cx.detail_reach, 0, "{}", desk.screen());
        desk.keys("b j");
    }
}

/// All that waits for me with a person stands there, and not only promises.
#[test]
fn it_leaves_out_nothing_that_waits_between_us() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Bob Reyes").keys("b");
    desk.sees("No answer")
        .sees("a tenth of the customers gone")
        .sees("at the same time: Dana Liu, who has your word")
        .sees("Prefers mornings")
        .sees("Bob loses customers. Our product would cover half of it.");
    desk.keys("b").goes_to("Priya Raman").keys("b");
    desk.sees("To put right")
        .sees("Let a remark about her leave stand")
        .sees("ask for nothing");
    desk.keys("b").goes_to("Max Lindqvist").keys("b");
    desk.sees("you have not told Max Tue 6 Oct is off");
}

#[test]
fn it_is_a_key_away_on_a_choice_and_on_an_entry_of_the_review() {
    let mut desk = Desk::demo();
    desk.keys("5").goes_to("Bob loses customers").keys("b");
    desk.sees("Before you meet Bob Reyes").keys("b 7");
    desk.goes_to("Missed in silence").keys("Enter b");
    desk.sees("Before you meet Søren Dahl");
}
