//! Choices for one person: entered, judged, decided, told, looked back on.

use goodword::app::Screen;
use goodword::app::form::Subject as Form;
use goodword::app::modal::Modal;
use goodword::domain::decision::{Chosen, Decision, Subject, TurnedOut};
use goodword::domain::invite::Help;
use goodword::domain::options::{Later, OptionSet, View};
use goodword::domain::sentences::options::NOT_COUNTED;
use goodword::store::demo;

use super::desk::Desk;

const ANSWER: &str = "C helps most. B is also sound. A is ruled out.";
const PITCH: &str = "Sell him what we have";
const STOP_GAP: &str = "Offer it as a stop-gap";
const BEST_TOOL: &str = "Recommend the tool";

fn choice<'a>(desk: &'a Desk, question: &str) -> &'a OptionSet {
    let mut sets = desk.book().option_sets.iter();
    sets.find(|set| set.question.contains(question))
        .expect("such a choice")
}

fn decision<'a>(desk: &'a Desk, question: &str) -> Option<&'a Decision> {
    let about = Subject::Options(choice(desk, question).id);
    let mut decisions = desk.book().decisions.iter();
    decisions
        .find(|decision| decision.about == about)
        .map(AsRef::as_ref)
}

/// Bob loses customers, and my product would cover half of it: pitch it, offer it openly as a stop-gap with a way out, or
/// recommend the best tool.
#[test]
fn the_former_clients_case_from_the_sheet_to_the_look_back() {
    let mut desk = Desk::kept_demo();
    desk.keys("5").sees("Bob Reyes").sees(ANSWER);
    desk.sees("you would not want them to read your reasons")
        .sees("relies on them not knowing")
        .sees(NOT_COUNTED);

    desk.keys("Enter")
        .goes_to(BEST_TOOL)
        .sees("a lot hangs on it")
        .keys("Enter");
    desk.sees("Choose for Bob").sees_not("C is ruled out");
    desk.fills("Your reason", "He keeps his customers.")
        .keys("Ctrl-s")
        .sees("Saved. On Thu 24 Dec Goodword asks how it turned out");
    let taken = decision(&desk, "Bob loses").unwrap().clone();
    assert_eq!(taken.chosen, Chosen::Option(2));
    assert_eq!((taken.on, taken.followed_lean), (desk.today(), None));
    desk.sees("You chose C on Thu 24 Sep. Your reason: He keeps his customers.");
    desk.keys("1").sees_not("how did it turn out? Bob");

    desk.reopen().wakes_on("2026-12-24");
    desk.goes_to("Bob Reyes look back").keys("Enter");
    desk.sees("You chose: Recommend the tool that fits and help him choose it.");
    // Nothing is answered for me, and no Enter files a verdict that I did not give.
    desk.goes_to("It turned out")
        .keys("Enter Enter Enter Enter Ctrl-s")
        .sees("Not answered yet");
    assert!(decision(&desk, "Bob loses").unwrap().review.is_none());
    desk.goes_to("It turned out").keys("2 Enter 1 Ctrl-s");
    let review = decision(&desk, "Bob loses").unwrap().review.clone();
    let review = review.expect("looked back");
    assert_eq!(
        (review.outcome, review.on),
        (TurnedOut::Better, desk.today())
    );
    desk.keys("5 Home")
        .goes_to("Bob Reyes")
        .sees("Looked back: better");

    desk.keys("u").sees_not("Looked back: better");
    assert!(decision(&desk, "Bob loses").unwrap().review.is_none());
    desk.sees("Since Thu 24 Dec: how did it turn out?");
}

#[test]
fn a_choice_is_entered_by_the_keyboard_alone_and_nothing_is_answered_for_me() {
    let mut desk = Desk::kept_demo();
    desk.keys("5 A").types("Cleo").keys("Enter");
    desk.types("What do I say of her deck?").keys("Enter");
    desk.sees("Option A, for Cleo").types("Praise it");
    // Nothing is guessed: the first question that is open gets the keys.
    desk.keys("Ctrl-s").sees("Not answered yet");
    assert_eq!(desk.under_cursor(), "For them, now");
    assert!(choice(&desk, "her deck").options.is_empty());
    desk.keys("2 Enter 6 Enter 2 Enter 2 Enter")
        .types("Peace")
        .keys("Enter");

    desk.sees("Option B, for Cleo")
        .types("Name the two weak slides");
    desk.keys("Enter 3 Enter 4 Enter 1 Enter 1 Ctrl-s");
    desk.sees("B helps most. A is ruled out.");
    // No third one is asked for, and letters are commands again.
    desk.sees("added option B for Cleo")
        .sees(" · A adds another option");
    let set = choice(&desk, "her deck");
    assert_eq!(desk.contact("Cleo Ito").id, set.contact);
    assert_eq!(
        (set.options[0].now, set.options[0].later),
        (Help::Pleasant, Later::Nuisance)
    );
    assert_eq!(set.options[0].my_gain, "Peace");
    assert_eq!(
        (set.options[1].now, set.options[1].later),
        (Help::Useful, Later::Important)
    );
    assert!(!set.options[0].they_know && !set.options[0].would_show);
    assert!(set.options[1].they_know && set.options[1].would_show);

    // Each option came in a step of its own.
    desk.keys("u")
        .sees("There is nothing to choose between yet: 1 option to add.");
    desk.keys("u u");
    assert_eq!(desk.book().option_sets.len(), 2, "the two of the demo");
    desk.keys("U U U").reopen();
    assert_eq!(choice(&desk, "her deck").options.len(), 2);
}

#[test]
fn six_options_are_the_most_and_one_is_no_choice() {
    let mut desk = Desk::demo();
    desk.keys("5").goes_to("Bob Reyes").keys("Enter");
    for letter in ["D", "E", "F"] {
        desk.keys("A").sees(&format!("Option {letter}, for Bob"));
        desk.types("Wait")
            .keys("Enter 1 Enter 1 Enter 1 Enter 1 Ctrl-s");
    }
    desk.sees("A, D, E and F are ruled out.")
        .sees("there is nothing in it for them");
    desk.keys("A").sees("A choice has at most 6 options");
    assert!(desk.model.modal.is_none());
    assert_eq!(choice(&desk, "Bob loses").options.len(), 6);

    for _ in 0..5 {
        desk.keys("Home d").goes_to("Option A").keys("Enter");
    }
    desk.sees("There is nothing to choose between yet: 1 option to add.");
    // With one option there is nothing to decide: Enter asks for another one.
    desk.keys("Enter").sees("Option B, for Bob");
}

#[test]
fn needing_the_win_shows_its_cost_and_lifts_no_test() {
    let mut desk = Desk::demo();
    desk.keys("5 Enter Space")
        .sees("Space ticks the last line of the sheet")
        .goes_to("I need the short-term win")
        .sees("Space tick")
        .sees_not("open, choose")
        .keys("Space");
    // What it costs them stands where it is ticked, and beside the option.
    desk.sees("I need the short-term win: yes").sees(ANSWER);
    desk.sees("Over time C would do more than B.")
        .sees("over time C would do more: now important, not useful");
    desk.goes_to(PITCH).sees("✗ ruled out");
    // It is in no book before I decide.
    desk.sees("Kept once you choose, not before.");
    // By name it is done from the list too, and the book says nothing of it.
    let book = desk.book().clone();
    desk.keys("h :").types("short-term").keys("Enter Enter");
    desk.sees_not("ver time")
        .goes_to(STOP_GAP)
        .sees_not("ver time");
    assert!(desk.book() == &book);
    desk.keys("h :").types("short-term").keys("Enter Enter");
    desk.sees("You need the short-term win. Over time C would do more than B.");
}

/// Bob's case with two ways: a quick one, and one that does more in a year.
fn quick_or_slow() -> Desk {
    let mut desk = Desk::kept_demo();
    let mut book = desk.book().clone();
    let bob = choice(&desk, "Bob loses").id;
    book.option_sets.change(bob, |set| {
        let mut quick = set.options[2].clone();
        (quick.now, quick.later) = (Help::Critical, Later::Nothing);
        let mut slow = quick.clone();
        (slow.now, slow.later) = (Help::Nothing, Later::Important);
        "Patch it tonight".clone_into(&mut quick.text);
        "Build it anew".clone_into(&mut slow.text);
        set.options = vec![quick, slow];
    });
    desk = Desk::with(&book);
    desk.keys("5").goes_to("Bob Reyes");
    desk
}

#[test]
fn a_choice_stays_as_it_was_weighed_with_the_win_in_it() {
    let mut desk = quick_or_slow();
    desk.sees("B helps most. A is also sound.").keys("Enter");
    desk.goes_to("I need the short-term win").keys("Space");
    // One verdict, and beside it what it costs them.
    let verdict = "A helps most, where a later year counts no more than now. B is also sound.";
    desk.sees(verdict)
        .sees("Over time B would do more than A.")
        .sees("over time B would do more: in a year important, not nothing")
        .sees_not("B helps most");
    desk.goes_to("Patch it tonight").keys("Enter");
    desk.sees("You need the short-term win.").keys("Ctrl-s");
    assert_eq!(decision(&desk, "Bob loses").unwrap().weighed, View::WinNow);

    desk.reopen().keys("5").goes_to("Bob Reyes").keys("Enter");
    desk.sees("You chose A on Thu 24 Sep.").sees(verdict);
    desk.sees("I need the short-term win: yes")
        .sees_not("Kept once you choose");
    let before = desk.book().clone();
    for key in ["Enter", "Space"] {
        desk.goes_to("I need the short-term win").keys(key);
        desk.sees("what was weighed stays as it was").sees(verdict);
    }
    desk.keys("h :").types("short-term").keys("Enter Enter");
    desk.sees("what was weighed stays as it was").sees(verdict);
    assert!(desk.book() == &before);
}

#[test]
fn nothing_is_written_of_a_choice_before_it_is_one() {
    let mut desk = Desk::demo();
    desk.keys("5").goes_to("Bob Reyes").keys("w");
    desk.sees("Choose first").sees_not("Dear Bob");
    desk.goes_to("Tomasz Zielony").keys("Enter A");
    desk.sees("h, then A, begins another");
}

#[test]
fn what_i_would_get_is_told_and_weighs_nothing() {
    let mut desk = Desk::demo();
    desk.keys("5 Enter i").goes_to(PITCH);
    desk.sees("The order before the quarter closes")
        .sees("fails 2 of 3: open reasons, no hidden harm");
    let figures = |desk: &mut Desk| -> Vec<String> {
        let mut said = Vec::new();
        for option in [PITCH, STOP_GAP, BEST_TOOL] {
            desk.goes_to(option);
            let lines = desk.lines();
            let of = lines.iter().filter(|line| line.contains("in a year ="));
            said.extend(of.cloned());
        }
        said
    };
    let before = figures(&mut desk);
    assert_eq!(before.len(), 3);
    for (option, gain) in [(PITCH, "A million"), (BEST_TOOL, "Nothing, ever")] {
        desk.goes_to(option)
            .keys("e")
            .fills("You get", gain)
            .keys("Ctrl-s");
        desk.sees(gain);
    }
    desk.waits(10).sees(ANSWER);
    assert_eq!(figures(&mut desk), before);
}

#[test]
fn what_is_ruled_out_may_be_chosen_and_says_why_it_is() {
    let mut desk = Desk::demo();
    desk.keys("5 Enter").goes_to(PITCH).keys("Enter");
    desk.sees("A is ruled out: you would not want them to read your reasons");
    // It is mine to choose, and not by pressing Enter alone.
    desk.keys("Enter Enter Enter Enter Enter")
        .sees("A is ruled out. To choose it all the same, write down why");
    desk.fills("Your reason", " ... ").keys("Ctrl-s");
    assert!(decision(&desk, "Bob loses").is_none());
    desk.fills("Your reason", "The quarter closes.")
        .goes_to("You choose");
    desk.keys("Right")
        .sees_not("is ruled out: you")
        .keys("Left");
    desk.fills("Look back on", "yesterday")
        .keys("Ctrl-s")
        .sees("That day is past");
    desk.retypes("")
        .keys("Ctrl-s")
        .sees("Saved, without a day to look back");
    assert_eq!(
        decision(&desk, "Bob loses").unwrap().chosen,
        Chosen::Option(0)
    );
    // Nor is the reason taken away again.
    desk.keys("e").fills("Your reason", "").keys("Ctrl-s");
    desk.sees("It is ruled out. To choose it all the same, write down why");
}

#[test]
fn what_was_weighed_stays_as_it_was_once_it_is_decided() {
    let mut desk = Desk::demo();
    desk.keys("5")
        .goes_to("Tomasz Zielony")
        .sees("You chose B on Tue 28 Apr");
    let before = choice(&desk, "Tomasz").clone();
    desk.keys("Enter A")
        .sees("what was weighed stays as it was");
    desk.keys("e");
    assert!(
        matches!(&desk.model.modal, Some(Modal::Form(form)) if matches!(form.subject, Form::Decision(_)))
    );
    desk.keys("Esc Enter").sees("You looked back on it");
    assert!(choice(&desk, "Tomasz") == &before);

    // Taken away, the decision leaves the choice open again.
    desk.keys("d").goes_to("The decision").keys("Enter");
    assert!(decision(&desk, "Tomasz").is_none());
    desk.sees("B helps most. A is also sound.").keys("u");
    assert!(decision(&desk, "Tomasz").is_some());
}

#[test]
fn a_choice_is_removed_with_its_decision_and_comes_back() {
    let mut desk = Desk::demo();
    let before = desk.book().clone();
    desk.keys("5").goes_to("Tomasz Zielony").keys("d");
    desk.goes_to("The whole choice")
        .keys("Enter")
        .sees_not("Tomasz Ziel");
    let about_options = |one: &&std::sync::Arc<Decision>| matches!(one.about, Subject::Options(_));
    assert_eq!(
        desk.book().decisions.iter().filter(about_options).count(),
        0
    );
    desk.keys("u");
    assert!(desk.book() == &before);
}

#[test]
fn choices_are_filtered_and_found() {
    let mut desk = Desk::demo();
    desk.keys("5 /")
        .types("system")
        .sees("1 of 2")
        .sees("Tomasz Ziel")
        .keys("Enter Esc");
    desk.keys("/")
        .types("state:open")
        .sees("1 of 2")
        .sees("Bob loses")
        .keys("Esc");
    desk.keys("/")
        .types("due:late")
        .sees("due: says nothing about choices")
        .keys("Esc");
    desk.keys("/")
        .types("zzz")
        .sees("No choice matches")
        .keys("Esc");
    desk.keys("2 f").types("stop-gap").keys("Enter");
    assert_eq!(desk.model.screen, Screen::Choices);
    desk.sees(ANSWER);
}

#[test]
fn a_choice_stands_in_the_record_of_the_person_and_leads_back_to_its_sheet() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Tomasz Zielony").keys("Enter");
    desk.goes_to("you asked yourself")
        .sees("you chose: Count his")
        .keys("Enter");
    assert_eq!(desk.model.screen, Screen::Choices);
    desk.sees("You chose B on Tue 28 Apr");
    desk.keys("2").goes_to("you asked yourself").keys("d");
    desk.sees("Remove this choice of Tomasz's record?")
        .keys("Enter 5");
    desk.sees_not("Tomasz Ziel").keys("u").sees("Tomasz Ziel");
}

#[test]
fn telling_them_fills_in_nothing_of_what_i_noted() {
    let mut desk = Desk::kept_demo();
    desk.keys("5 Enter").goes_to(STOP_GAP).keys("Enter");
    desk.fills("Your reason", "It buys him a quarter.")
        .keys("Ctrl-s w");
    desk.sees("To Bob Reyes")
        .sees("My own part in it: [what you get from it].");
    let Some(Modal::Draft(sheet)) = &desk.model.modal else {
        panic!("no draft");
    };
    let text = &sheet.message().unwrap().text;
    for private in ["stop-gap", "quarter", "smaller order", "half of it"] {
        assert!(!text.contains(private), "{text}");
    }
    // What only I can fill in is asked for once, and stops nobody.
    desk.keys("t").sees("in [brackets] are still open");
    assert_eq!(decision(&desk, "Bob loses").unwrap().told, None);
    desk.keys("t").sees("You told Bob on Thu 24 Sep.");
    assert_eq!(
        decision(&desk, "Bob loses").unwrap().told,
        Some(desk.today())
    );
    desk.keys("u").sees_not("You told Bob");
}

#[test]
fn over_the_shoulder_a_choice_shows_no_word_of_it() {
    let mut desk = Desk::demo();
    desk.keys("5 Enter H")
        .sees_not("Bob")
        .sees_not("stop-gap")
        .sees_not("smaller order");
    desk.sees("helps most").keys("Enter").sees_not("stop-gap");
    assert!(desk.model.modal.is_none());
    // What was decided, and how it turned out.
    desk.keys("]")
        .sees("You chose B")
        .sees("better than expected");
    desk.sees_not("a week of").sees_not("He needed one form");
}

#[test]
fn a_choice_outlives_the_odd_places_of_a_book() {
    let mut book = Desk::demo().book().clone();
    let ids: Vec<_> = book.option_sets.iter().map(|set| set.id).collect();
    for id in ids {
        book.option_sets.change(id, |set| set.options.truncate(1));
    }
    // The option that was chosen is gone, and so is everybody.
    let mut desk = Desk::with(&book);
    desk.keys("5")
        .goes_to("Tomasz")
        .sees("You chose B")
        .keys("Enter Enter e Esc i");
    let people: Vec<_> = book.contacts.iter().map(|one| one.id).collect();
    for id in people {
        book.contacts.remove(id);
    }
    let mut desk = Desk::with(&book);
    desk.keys("5")
        .sees("(person missing)")
        .keys("Enter w")
        .sees("Nobody to write to");
}

/// Contacts begins one too, and whom it is for is known there.
#[test]
fn a_choice_begins_from_the_person_it_is_for() {
    let mut desk = Desk::kept_demo();
    desk.keys("2")
        .goes_to("Cleo Ito")
        .keys("Enter A")
        .goes_to("A choice")
        .keys("Enter")
        .sees("A choice for Cleo");
    assert_eq!(desk.under_cursor(), "The question");
    desk.types("What do I say of her deck?").keys("Ctrl-s");
    assert_eq!(desk.model.screen, Screen::Choices);
    desk.sees("Option A, for Cleo").keys("Esc");
    let cleo = desk.contact("Cleo Ito").id;
    assert_eq!(choice(&desk, "her deck").contact, cleo);
    desk.keys("u");
    assert_eq!(desk.book().option_sets.len(), 2, "the two of the demo");
}

/// Until they know of it, or the day to look back asks for itself.
#[test]
fn what_was_chosen_and_not_told_stays_on_today() {
    let mut desk = Desk::kept_demo();
    desk.sees_not("what you chose").keys("5 Enter");
    desk.goes_to(BEST_TOOL).keys("Enter Ctrl-s");
    desk.keys("w Esc")
        .sees("Today keeps it until you have told them");
    desk.keys("1")
        .goes_to("Bob Reyes untold")
        .sees("you have not told Bob what you chose");
    // Enter and t lead to the message, and there t says that it went: once more where words in it are still open.
    desk.keys("Enter").sees("To Bob Reyes").keys("Esc t");
    desk.sees("To Bob Reyes").keys("t t");
    assert_eq!(
        decision(&desk, "Bob loses").unwrap().told,
        Some(desk.today())
    );
    desk.sees_not("you have not told Bob what you chose");
    desk.keys("u").sees("you have not told Bob what you chose");

    desk.reopen().wakes_on("2026-12-24");
    desk.sees_not("you have not told Bob what you chose")
        .goes_to("Bob Reyes look back");
}

/// What is said of an option stands apart from why.
#[test]
fn a_harm_that_they_know_of_is_told_beside_what_is_said() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let every = |set: &mut OptionSet| {
        if let Some(stop_gap) = set.options.get_mut(1) {
            (stop_gap.later, stop_gap.they_know) = (Later::Harms, true);
        }
    };
    book.option_sets.change_each(|_| true, every);
    let mut desk = Desk::with(&book);
    desk.keys("5 Enter")
        .sees("· also sound It leaves them worse off later");
}
