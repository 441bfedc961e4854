//! Every command by name, and the help: what can be done here, and why the rest cannot.

use super::desk::Desk;

#[test]
fn a_command_is_done_by_its_name_to_what_is_under_the_cursor() {
    let mut desk = Desk::demo();
    desk.keys("3")
        .goes_to("Comments on her deck")
        .keys(":")
        .types("done");
    desk.sees("done             Space")
        .keys("Enter")
        .sees("delivered: Comments on her deck");
    desk.keys(":")
        .types("undo")
        .keys("Enter")
        .sees("undid: delivered");
    desk.keys(":")
        .types("contacts")
        .keys("Enter")
        .goes_to("Bob Reyes");
    desk.keys(":")
        .types("incident")
        .keys("Enter")
        .sees("Something Bob did");
    desk.keys("Esc :")
        .types("my-line")
        .keys("Enter")
        .sees("drew a line: Bob Reyes");
    desk.keys(":")
        .types("my line")
        .keys("Enter")
        .sees("took the line away: Bob Reyes");
}

#[test]
fn letters_in_their_order_and_the_arrows_find_a_command() {
    let mut desk = Desk::demo();
    desk.keys("2 :")
        .types("hdnm")
        .keys("Enter")
        .sees("Names and notes are hidden");
    desk.keys("H :")
        .types("nosuchcommand")
        .sees("No command is called like that");
    desk.keys("Enter")
        .sees("Every command by name")
        .keys("Esc")
        .sees_not("Every command by name");
    desk.keys(": Down Tab").sees_not("No command").keys("Esc");
}

#[test]
fn an_old_hand_leaves_and_saves_as_usual() {
    for line in ["q", "wq", "x", "q!", "quit"] {
        let mut desk = Desk::kept_demo();
        desk.keys(":").types(line).keys("Enter");
        assert!(desk.has_left(), ":{line}");
    }
    let mut desk = Desk::kept_demo();
    desk.keys(":")
        .types("w")
        .keys("Enter")
        .sees("Every change is saved by itself");
    assert!(!desk.has_left());
}

#[test]
fn what_cannot_be_done_here_says_why_and_does_nothing() {
    let mut demo = Desk::demo();
    demo.keys("2").goes_to("Ana Silva");
    let reasons = [
        ("undo", "not here: nothing to undo"),
        ("redo", "not here: nothing to do again"),
        ("more-important", "not here: on Lunch with two invites"),
        ("erase", "not here: in a shell: goodword erase NAME"),
        ("leave-demo", "not here: nothing but the demo is open"),
    ];
    for (name, why) in reasons {
        demo.keys(":").types(name).sees(why);
        demo.keys("Enter").sees("Every command by name").keys("Esc");
    }
}

/// Each reason, in the help of a place where it holds.
#[test]
fn the_help_says_why_a_key_does_nothing_now() {
    let places = [
        (false, "1", "nothing to undo"),
        (false, "1", "nothing to do again"),
        (false, "1", "two lunches are not ticked but decided"),
        (false, "1", "this row is about no promise"),
        (false, "1", "this row is not about one person"),
        (false, "2 / q q q Enter", "nothing matches the filter"),
        (false, "2 / q q q Enter", "nobody else in sight"),
        (false, "3 G", "the cursor stands on no promise"),
        (false, "4", "someone may come to harm: nothing is weighed"),
        (true, "2", "nobody in sight"),
        (true, "2", "there is nothing to filter"),
        (true, "3", "no promise in sight"),
        (true, "4", "no lunch in sight"),
        (true, "4", "no two lunches want one hour"),
        (true, "4", "this is no demo"),
    ];
    for (is_empty, keys, why) in places {
        let mut desk = if is_empty {
            Desk::empty()
        } else {
            Desk::demo()
        };
        desk.resize(76, 150).keys(keys);
        if why.contains("harm") {
            desk.goes_to("Ravi Menon");
        }
        desk.keys("?").sees(&format!("not now: {why}"));
    }
}

#[test]
fn the_reasons_that_a_row_gives() {
    let mut desk = Desk::demo();
    desk.resize(76, 150);
    desk.goes_to("how did it turn out")
        .keys("?")
        .sees("nothing to write about this row")
        .keys("q");
    desk.keys("2").goes_to("Hana").keys("?");
    desk.sees("no open promise of yours to them").keys("q");
    desk.keys("3")
        .goes_to("Comments on her deck")
        .keys("Space ?");
    desk.sees("it is no longer open").keys("q u");
}

#[test]
fn a_filtered_list_needs_no_n() {
    let mut desk = Desk::demo();
    desk.keys("2 / a n Enter n")
        .sees("A filtered list needs no n: every match is in sight");
    desk.keys("N").sees("A filtered list needs no n");
    desk.keys("Esc N")
        .sees("A list needs no n: / shows every match");
    // Later it means what it always means.
    desk.keys("3 / d e c k Enter Down Up n").sees("New terms");
}

#[test]
fn while_names_are_hidden_commands_are_found_and_change_nothing() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("3 H :")
        .types("done")
        .sees("Every command by name");
    desk.sees(":••••")
        .keys("Enter")
        .sees("Not while names are hidden");
    assert!(*desk.book() == before);
    desk.keys(":")
        .types("hide")
        .keys("Enter")
        .sees_not("Names are hidden");
}
