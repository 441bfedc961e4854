//! Writing to people: the draft that fits, changed, handed on and noted as told.

use std::fs;

use goodword::domain::agenda::Matter;
use goodword::domain::id::Id;
use goodword::domain::incident::Party;
use goodword::domain::invite::{CalendarEntry, Invite, Reply};
use goodword::domain::messages::Kind;
use goodword::domain::promise::{EffortKind, Promise, State};

use super::desk::Desk;

/// The efforts of a promise: what was done, and whether they know. A note is for my eyes alone.
fn log(promise: &Promise) -> Vec<(&str, bool)> {
    let efforts = promise.efforts.iter();
    efforts
        .filter(|effort| effort.kind != EffortKind::Note)
        .map(|effort| (effort.text.as_str(), effort.told.is_some()))
        .collect()
}

#[test]
fn an_update_comes_from_the_log_and_leaves_today_once_told() {
    let mut desk = Desk::kept_demo();
    desk.keys("3 A").types("Dana Liu");
    desk.fills("Promise", "the table of prices")
        .fills("Due", "fri")
        .keys("Ctrl-s");
    desk.goes_to("the table of prices")
        .keys("x")
        .types("the printer is closed; Max knows")
        .keys("Enter");
    desk.keys("+").types("rang the printer").keys("Enter");
    desk.keys("+").types("asked Max Lindqvist").keys("Enter");
    desk.wakes_on("2026-10-01")
        .keys("1")
        .goes_to("Dana Liu unheard");

    desk.keys("w")
        .sees("To Dana Liu")
        .sees("how it stands with what I said: the table of prices");
    desk.sees("We said by Fri 25 Sep.")
        .sees("- Thu 24 Sep: rang the printer")
        .sees("- Thu 24 Sep: asked [who]")
        .sees("It is stuck on this: the printer is closed; [who] knows")
        .sees("Names nobody else");

    desk.keys("e").types("It comes by Tuesday. ").keys("Esc");
    desk.sees("It comes by Tuesday. [What comes next").keys("y");
    desk.sees("places in [brackets] are still open");
    assert!(!desk.copied[0].contains("Max"));
    assert!(desk.copied[0].contains("asked [who]\n"));
    assert!(desk.copied[0].contains("It comes by Tuesday. ["));

    // Where it goes is said with what is open; whether it was sent so is asked once.
    desk.keys("t").sees("again: sent all the same");
    assert!(
        log(desk.promise("the table of prices"))
            .iter()
            .all(|(_, told)| !told)
    );
    desk.keys("t")
        .sees("told Dana Liu")
        .sees_not("Dana Liu           unheard");
    let promise = desk.promise("the table of prices");
    assert_eq!(
        log(promise),
        [("rang the printer", true), ("asked Max Lindqvist", true)]
    );
    assert!(
        matches!(promise.state, State::Blocked { .. }),
        "it is still stuck"
    );
    desk.keys("u").goes_to("Dana Liu unheard");
}

#[test]
fn a_word_without_any_effort_is_a_word_too() {
    let mut desk = Desk::kept_demo();
    desk.keys("3 A")
        .types("Dana Liu")
        .fills("Promise", "the table of prices")
        .fills("Due", "fri");
    desk.keys("Ctrl-s")
        .wakes_on("2026-10-05")
        .keys("1")
        .goes_to("Dana Liu unheard");
    desk.keys("w")
        .sees_not("What I did since")
        .sends()
        .sees("told Dana Liu");
    assert_eq!(
        log(desk.promise("the table of prices")),
        [("told how it stands", true)]
    );
}

#[test]
fn what_was_written_is_not_lost_unasked() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Ana Silva").keys("w");
    desk.sees("Dear Ana,")
        .sees_not("brackets")
        .keys("e")
        .pastes("\none\r\ntwo");
    desk.keys("Esc").sees("two").sees_not("Names nobody else");
    desk.keys("Esc")
        .sees("Drop what you typed?")
        .keys("Esc")
        .sees("two");
    desk.keys("w").sees("You changed this one");
    desk.keys("Ctrl-c")
        .sees("Drop it and leave")
        .keys("Enter")
        .sees("two");
    desk.keys("e Enter")
        .types("three")
        .keys("Ctrl-c")
        .sees("Drop it and leave")
        .keys("Enter");
    desk.sees("three").keys("Esc y");
    assert_eq!(desk.copied, ["Dear Ana,\none\ntwo\nthree"]);
    desk.keys("Esc").sees_not("Drop what").sees_not("Dear Ana");
}

#[test]
fn having_sent_it_asks_before_a_text_is_lost_of_which_nothing_is_noted() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Ana Silva").keys("w e");
    desk.types("See you at the fair. ")
        .keys("Esc t")
        .sees("Drop what you typed?");
    desk.keys("Esc").sees("See you at the fair.").keys("y t");
    desk.sees("Goodword keeps no note of this one")
        .sees_not("Drop what you typed?");
}

#[test]
fn a_mail_is_opened_and_never_sent() {
    let mut desk = Desk::demo();
    let address = desk.contact("Kim Alder").emails[0].clone();
    desk.keys("2").goes_to("Kim Alder").keys("w");
    desk.goes_to("Thanks")
        .keys("Enter")
        .sees("Thank you for")
        .keys("Enter");
    let opened =
        format!("mailto:{address}?subject=Thank%20you&body=Dear%20Kim%2C%0D%0AThank%20you");
    assert!(desk.mailed[0].starts_with(&opened), "{:?}", desk.mailed);
    desk.sees("Handed to mail").sends().sees("keeps no note");

    let mut book = desk.book().clone();
    let ana = desk.contact("Ana Silva").id;
    book.contacts.change(ana, |contact| contact.emails.clear());
    let mut desk = Desk::with(&book);
    desk.keys("2").goes_to("Ana Silva").keys("w Enter");
    desk.sees("No mail address of Ana Silva is in the book")
        .sees("Dear Ana,");
    assert!(desk.mailed.is_empty());
}

#[test]
fn a_message_is_kept_in_a_file() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Ana Silva").keys("w W");
    desk.sees("The demo keeps nothing, and writes no file");
    assert!(desk.letters.is_none());
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to("Ana Silva").keys("w W");
    desk.sees("Written to message-ana-silva-2026-09-24.txt")
        .keys("W");
    desk.sees("Written to message-ana-silva-2026-09-24-2.txt");
    let folder = desk.letters.as_ref().unwrap().path().to_owned();
    let written = fs::read_to_string(folder.join("message-ana-silva-2026-09-24.txt"));
    assert_eq!(written.unwrap(), "Dear Ana,\n");
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "").unwrap();
    desk.keys("W").sees("(os error").sees("Dear Ana,");
}

#[test]
fn the_answer_for_their_calendar_lies_beside_the_message() {
    let mut book = Desk::kept_demo().book().clone();
    let ana = book
        .contacts
        .iter()
        .find(|one| one.name == "Ana Silva")
        .unwrap()
        .id;
    let others: Vec<_> = book
        .invites
        .iter()
        .filter(|one| one.is_with(ana))
        .map(|one| one.id)
        .collect();
    for id in others {
        book.invites.remove(id);
    }
    let start = "2026-10-08T12:30:00".parse().unwrap();
    let end = "2026-10-08T13:30:00".parse().unwrap();
    let mut lunch = Invite::new(vec![ana], start, end, "2026-09-20".parse().unwrap());
    lunch.id = Id::from_u128(77);
    lunch.calendar = Some(CalendarEntry {
        uid: "seven@x".to_owned(),
        sequence: 0,
        recurrence_id: None,
        organizer: Some("ana@x.example".to_owned()),
        attendee: Some("me@own.example".to_owned()),
    });
    book.invites.put(lunch.clone());
    let mut desk = Desk::with(&book);
    desk.keys("2").goes_to("Ana Silva").keys("w");
    desk.sees("Dear Ana,");
    desk.sees_not("W writes your answer")
        .keys("W")
        .sees_not("an answer beside it");
    lunch.answer(Reply::Accepted);
    book.invites.put(lunch);
    let mut desk = Desk::with(&book);
    desk.keys("2").goes_to("Ana Silva").keys("w");
    desk.goes_to("Let me off")
        .keys("Enter W")
        .sees_not("answer");
    desk.keys("w").goes_to("A note").keys("Enter");
    desk.sees("W writes your answer for their calendar, too.");
    desk.keys("W").sees("and an answer beside it");
}

#[test]
fn owning_up_is_noted_and_still_to_be_made_right() {
    let mut desk = Desk::kept_demo();
    let is_missed =
        |one: &Promise| one.by == Party::Me && matches!(one.state, State::Missed { .. });
    let missed = desk
        .book()
        .promises
        .iter()
        .find(|one| is_missed(one))
        .unwrap();
    let (id, text) = (missed.id, missed.text.clone());
    desk.keys("3")
        .goes_to(&text)
        .keys("w")
        .sees("I did not do what I said:");
    desk.sees("I am sorry.")
        .sees("What I can do now: [")
        .sends()
        .sees("told ");
    let after = desk.book().promises.get(id).unwrap();
    assert!(is_missed(after), "it is still to be made right");
    assert!(log(after).iter().all(|(_, told)| *told));
    assert_ne!(log(after), []);
}

#[test]
fn a_wrong_of_mine_is_owned_up_to() {
    let mut book = Desk::demo().book().clone();
    let wrong = book
        .incidents
        .iter()
        .find(|one| one.about == Party::Me)
        .unwrap()
        .id;
    book.incidents.change(wrong, |one| {
        one.acknowledged = None;
        one.made_right = None;
        "I spoke of it to Max Lindqvist.".clone_into(&mut one.note);
    });
    let mut desk = Desk::with(&book);
    let at = desk
        .model
        .today
        .rows
        .keys()
        .iter()
        .position(|row| *row == Matter::Wrong(wrong));
    for _ in 0..at.unwrap() {
        desk.keys("Down");
    }
    desk.keys("w")
        .sees("I let you down on")
        .sees("I mean this: I spoke of it to [who].");
    desk.sends();
    let today = desk.today();
    assert_eq!(
        desk.book().incidents.get(wrong).unwrap().acknowledged,
        Some(today)
    );
    assert!(desk.model.today.rows.keys().contains(&Matter::Wrong(wrong)));
}

#[test]
fn another_day_is_asked_for_and_changes_nothing_yet() {
    let mut desk = Desk::kept_demo();
    desk.keys("3 A")
        .types("Dana Liu")
        .fills("Promise", "the table of prices")
        .fills("Due", "in 2 weeks");
    desk.keys("Ctrl-s")
        .goes_to("the table of prices")
        .keys("w")
        .sees("What do you want to write?");
    let before = desk.book().clone();
    desk.goes_to("Another day")
        .keys("Enter")
        .sees("Would [a day that you can keep] do for you instead of Thu 8 Oct?");
    desk.sees("If it has to be Thu 8 Oct, say so");
    desk.sends().sees("once they do, n notes the new terms");
    assert!(desk.book() == &before);
}

#[test]
fn from_a_draft_w_leads_to_the_others() {
    let mut desk = Desk::demo();
    desk.goes_to("Eve Park unheard")
        .keys("w")
        .sees("This is how it stands");
    desk.keys("w")
        .sees("What do you want to write?")
        .keys("Esc")
        .sees("This is how it stands");
    desk.keys("w")
        .goes_to("Another day")
        .keys("Enter")
        .sees("Would [a day");
}

#[test]
fn a_template_that_is_refused_says_so_where_it_matters() {
    let mut desk = Desk::demo();
    let why = "/me/note.txt is not used, line 2: {nmae} is no placeholder of it. It has {name}.";
    desk.model.templates.refuse(Kind::Note, why.to_owned());
    desk.keys("2").goes_to("Ana Silva").keys("w");
    desk.sees("Dear Ana,")
        .sees("line 2: {nmae} is no placeholder")
        .sees("It has {name}.");
}

#[test]
fn the_lunches_of_a_week_can_be_asked_off() {
    let mut desk = Desk::demo();
    desk.keys("2")
        .goes_to("Dana Liu")
        .keys("w")
        .goes_to("Let me off")
        .keys("Enter");
    desk.sees("I said yes to Fri 25 Sep at 12:30")
        .sees("whether you would let me off it");
    desk.sees("The dates are free in your book").sends();
    let dana = desk.invite("Dana Liu", "2026-09-25");
    assert_eq!(dana.asked_to_move, Some(desk.today()));
}

#[test]
fn on_a_narrow_screen_the_way_out_and_the_last_step_are_named() {
    let mut desk = Desk::demo();
    desk.resize(50, 16);
    desk.keys("2").goes_to("Ana Silva").keys("w");
    desk.sees("t sent").sees("Esc not yet").keys("Esc 4 Enter");
    desk.sees("Esc not yet");
}
