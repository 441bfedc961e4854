//! What is between one person and me: the keys for a promise and for a person on every screen, the pace, leaving alone,
//! my line, what happened, lunches that fell through.

use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::invite::Outcome;
use goodword::domain::promise::State;

use super::desk::Desk;

fn at(person: &str) -> Desk {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to(person);
    desk
}

fn incident(desk: &Desk, note: &str) -> Incident {
    let mut found = desk.book().incidents.iter();
    let found = found.find(|incident| incident.note == note);
    found.expect("it was noted").as_ref().clone()
}

#[test]
fn the_one_open_promise_to_a_person_is_acted_on_from_the_list_of_people() {
    let mut desk = at("Cleo Ito");
    desk.keys("+").types("Read half of it").keys("Enter");
    desk.sees("tried: Comments on her deck");
    desk.keys("t")
        .types("Half is read")
        .keys("Enter")
        .sees("told:");
    desk.keys("x").types("two pages are missing").keys("Enter");
    desk.sees("stuck: Comments")
        .keys("x Enter")
        .sees("no longer stuck");
    desk.keys("n")
        .fills("New day", "fri")
        .keys("Ctrl-s")
        .sees("new terms:");
    desk.keys("c").goes_to("that you promised").keys("Enter");
    desk.sees("checked what they heard")
        .keys("Space")
        .sees("delivered:");
    assert_eq!(desk.under_cursor(), "Cleo Ito", "the cursor stays");
    desk.keys("e").sees("Done on").keys("Esc Space");
    desk.sees("No promise of yours to Cleo is open");
    desk.keys("u u u u u u u u");
    assert_eq!(desk.promise("Comments on her deck").state, State::Open);
}

#[test]
fn of_several_open_promises_it_is_asked_which() {
    let mut desk = at("Eve Park");
    desk.keys("3 A").types("Eve Park").keys("Enter");
    desk.types("A second word")
        .keys("Ctrl-s 2")
        .goes_to("Eve Park");
    desk.keys("Space")
        .sees("Which promise?")
        .sees("Introduce her to Max");
    desk.goes_to("A second word").keys("Enter");
    desk.sees("delivered: A second word for Eve");
    desk.keys("u t").goes_to("Introduce her").keys("Enter");
    desk.sees("You told them").keys("Esc");
    desk.keys("o").goes_to("A promise ended").keys("Enter");
    desk.goes_to("A second word").keys("Enter");
    desk.goes_to("They let you off")
        .keys("Enter")
        .sees("let off: A second word");
}

#[test]
fn a_row_of_today_that_is_about_no_promise_says_so() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.goes_to("Bob or Dana clash");
    for key in ["t", "+", "x", "c", "n"] {
        desk.waits(9).keys(key).sees("this row is about none");
    }
    desk.waits(9).keys("p").sees("That is for one person");
    desk.waits(9).keys("z").sees("cannot be put off");
    assert!(desk.book() == &before);
}

#[test]
fn the_pace_is_set_from_a_menu_or_in_words() {
    let mut desk = at("Cleo Ito");
    let pace = |desk: &Desk| desk.contact("Cleo Ito").rhythm_days.map(u32::from);
    let before = pace(&desk);
    desk.keys("p")
        .sees("How often do you mean to talk with Cleo?");
    desk.goes_to("Every half year")
        .keys("Enter")
        .sees("every 182 days: Cleo Ito");
    assert_eq!(
        (pace(&desk), desk.under_cursor().as_str()),
        (Some(182), "Cleo Ito")
    );
    desk.keys("p");
    assert_eq!(
        desk.under_cursor(),
        "Every half year",
        "the menu knows the pace"
    );
    desk.goes_to("Another").keys("Enter");
    desk.retypes("often").keys("Ctrl-s").sees("no pace. Try");
    desk.retypes("45").keys("Ctrl-s");
    assert_eq!(pace(&desk), Some(45));
    desk.keys("p")
        .goes_to("None")
        .keys("Enter")
        .sees("no pace: Cleo Ito");
    assert_eq!(pace(&desk), None);
    desk.keys("u u u");
    assert_eq!(pace(&desk), before);
}

#[test]
fn leaving_somebody_alone_hides_the_pace_and_nothing_else() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Jürgen Brandt pace").keys("z");
    desk.sees("Leave Jürgen alone?").sees("still ask");
    desk.goes_to("For a week").keys("Enter");
    desk.sees("left alone until Thu 1 Oct: Jürgen Brandt");
    assert!(!desk.screen().contains("Jürgen Brandt      pace"));
    desk.reopen().wakes_on("2026-09-30");
    assert!(!desk.screen().contains("Jürgen Brandt      pace"));
    desk.wakes_on("2026-10-01").goes_to("Jürgen Brandt pace");

    let mut desk = Desk::kept_demo();
    desk.goes_to("Eve Park unheard").keys("z");
    desk.sees("cannot be put off alone").sees("New terms");
    desk.goes_to("I told Eve")
        .keys("Enter")
        .types("Max is back on Monday")
        .keys("Ctrl-s")
        .sees_not("Eve Park           unheard");
}

#[test]
fn who_is_left_alone_can_be_brought_back() {
    let mut desk = at("Priya Raman");
    desk.keys("z")
        .sees("Left alone until")
        .goes_to("Bring back");
    desk.keys("Enter").sees("brought back: Priya Raman");
    assert_eq!(desk.contact("Priya Raman").snoozed_until, None);
    desk.keys("z").goes_to("Until a date").keys("Enter Ctrl-s");
    desk.sees("Until which day?")
        .retypes("yesterday")
        .keys("Ctrl-s");
    desk.sees("still to come").retypes("5 oct").keys("Ctrl-s");
    let until = desk.contact("Priya Raman").snoozed_until;
    assert_eq!(until.unwrap().to_string(), "2026-10-05");
}

#[test]
fn a_line_is_drawn_and_taken_away() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Jürgen Brandt pace")
        .keys("o")
        .goes_to("Draw a line");
    desk.keys("Enter").sees("drew a line: Jürgen Brandt");
    assert!(!desk.screen().contains("Jürgen Brandt      pace"));
    desk.reopen()
        .keys("2")
        .goes_to("Jürgen")
        .sees("no one-to-one for now");
    desk.keys("o").goes_to("Take the line away").keys("Enter");
    assert!(!desk.contact("Jürgen Brandt").boundary);
    desk.keys("u");
    assert!(desk.contact("Jürgen Brandt").boundary);
}

/// Whoever presses `o` to end a promise shows nobody what was noted: it takes a step more.
fn what_was_noted(desk: &mut Desk) {
    desk.keys("o").sees_not("bad faith").sees_not("my draft");
    desk.goes_to("What you noted (1)").keys("Enter");
}

#[test]
fn what_they_did_is_noted_counts_from_tomorrow_and_is_settled() {
    let mut desk = at("Cleo Ito");
    desk.keys("o").goes_to("Something Cleo did").keys("Enter");
    desk.sees("what you write down today counts from tomorrow")
        .keys("Left")
        .sees("bad faith");
    desk.keys("Ctrl-s").sees("What happened? Without it");
    desk.types("She read my draft to others");
    desk.fills("Day", "tomorrow")
        .keys("Ctrl-s")
        .sees("still to come");
    desk.retypes("tue")
        .keys("Ctrl-s")
        .sees("noted: Cleo · u undoes");
    let noted = incident(&desk, "She read my draft to others");
    assert_eq!(
        (noted.about, noted.kind),
        (Party::Them, IncidentKind::BadFaith)
    );
    assert_eq!(noted.on.to_string(), "2026-09-22");
    desk.reopen().keys("2").goes_to("Cleo Ito");
    what_was_noted(&mut desk);
    desk.goes_to("bad faith")
        .keys("Enter")
        .goes_to("It is settled");
    desk.keys("Enter");
    let settled = incident(&desk, "She read my draft to others").settled;
    assert_eq!(settled, Some(desk.today()));
    what_was_noted(&mut desk);
    desk.goes_to("bad faith").keys("Enter");
    desk.sees_not("It is settled").goes_to("Edit").keys("Enter");
    desk.fills("Settled", "2026-09-21")
        .keys("Ctrl-s")
        .sees("not before that");
    // The day it happened may not pass the one on which it was settled either, though that is left alone.
    desk.retypes("2026-09-23").keys("Ctrl-s");
    what_was_noted(&mut desk);
    desk.goes_to("bad faith").keys("Enter");
    desk.goes_to("Edit").keys("Enter");
    desk.fills("Day", "2026-09-24").keys("Ctrl-s");
    desk.sees("It happened on Thu 24 Sep: not before that");
    desk.fills("Day", "2026-09-22").goes_to("Settled");
    desk.retypes("").goes_to("What it was").keys("Right Ctrl-s");
    let edited = incident(&desk, "She read my draft to others");
    assert_eq!((edited.kind, edited.settled), (IncidentKind::Harmed, None));
    what_was_noted(&mut desk);
    desk.goes_to("did harm").keys("Enter").goes_to("Delete");
    desk.keys("Enter").sees("deleted what was noted").keys("u");
    incident(&desk, "She read my draft to others");
}

#[test]
fn a_wrong_of_mine_asks_on_today_until_it_is_made_right() {
    let mut desk = at("Cleo Ito");
    desk.keys("o").goes_to("Something you did").keys("Enter");
    desk.sees("you wronged them")
        .goes_to("How grave")
        .keys("Right Right");
    desk.fills("What happened", "I forgot her in the thanks")
        .keys("Ctrl-s");
    let wrong = incident(&desk, "I forgot her in the thanks");
    assert_eq!(
        (wrong.about, wrong.severity),
        (Party::Me, Severity::Serious)
    );
    desk.keys("1").goes_to("Cleo Ito put right").keys("o");
    desk.goes_to("You owned up")
        .keys("Enter")
        .goes_to("Cleo Ito put right");
    let wrong = incident(&desk, "I forgot her in the thanks");
    assert_eq!(
        (wrong.acknowledged, wrong.made_right),
        (Some(desk.today()), None)
    );
    desk.keys("Space")
        .sees_not("You owned up")
        .goes_to("It is made right");
    desk.keys("Enter");
    assert!(!desk.screen().contains("Cleo Ito           put right"));
    desk.keys("u u").goes_to("Cleo Ito put right").keys("Space");
    desk.goes_to("It is made right").keys("Enter").reopen();
    let wrong = incident(&desk, "I forgot her in the thanks");
    assert_eq!(
        (wrong.acknowledged, wrong.made_right),
        (None, Some(desk.today()))
    );
}

#[test]
fn help_may_be_noted_without_a_word() {
    let mut desk = at("Cleo Ito");
    desk.keys("o")
        .goes_to("Something Cleo did")
        .keys("Enter Right");
    desk.sees("helped without having to")
        .keys("Ctrl-s")
        .sees("noted:");
}

#[test]
fn a_lunch_falls_through_where_it_stands() {
    let fell = |desk: &Desk, who: &str, day: &str| {
        desk.invite(who, day).outcome == Some(Outcome::FellThrough)
    };
    let mut desk = Desk::kept_demo();
    desk.goes_to("did it come about?").keys("o");
    desk.sees("The lunch with Wulandari fell through")
        .keys("Enter");
    assert!(fell(&desk, "Wulandari", "2026-09-22"));
    desk.keys("u").goes_to("Bob or Dana clash").keys("o");
    desk.goes_to("The lunch with Dana")
        .keys("Enter")
        .sees("fell through");
    assert!(fell(&desk, "Dana Liu", "2026-09-25"));
    desk.sees("Did you tell Dana before Fri 25 Sep?")
        .keys("Esc")
        .sees_not("Bob or Dana")
        .keys("u 4")
        .goes_to("Bob Reyes or Dana Liu");
    desk.keys("Right o")
        .sees("The lunch with Dana")
        .keys("Enter");
    assert!(fell(&desk, "Dana Liu", "2026-09-25"));
}
