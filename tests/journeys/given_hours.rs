//! A word for an hour, from the yes to the look back: kept, released, taken back in time, or broken and noted.

use goodword::domain::Book;
use goodword::domain::comparison::Lean;
use goodword::domain::decision::{Decision, TurnedOut};
use goodword::domain::id::Id;
use goodword::domain::incident::{IncidentKind, Party, Severity};
use goodword::domain::invite::{MoveOk, Outcome, Reply};
use goodword::domain::removal::without_invite;
use goodword::domain::sentences::agenda;

use super::desk::Desk;

/// The demo's clash in which Dana has a yes, decided for Bob.
fn taken_back() -> Desk {
    let mut desk = Desk::kept_demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter");
    desk.goes_to("Take Bob and tell Dana today").keys("Enter");
    desk.sees("Did you tell Dana before Fri 25 Sep?")
        .sees("Dana had your yes for Fri 25 Sep and has not let you off.");
    desk
}

/// What was decided on the first day for this reason.
fn decided(desk: &Desk, reason: &str) -> Decision {
    let mut decisions = desk.book().decisions.iter();
    decisions
        .find(|decision| decision.reason == reason)
        .unwrap()
        .as_ref()
        .clone()
}

/// Whether Today asks if Dana heard in time; a row may be cut, so that the screen alone would not tell.
fn asks_whether_heard(desk: &Desk) -> bool {
    let (model, book) = (&desk.model, desk.book());
    let between = &model.derived.relationships;
    let mut rows = model.derived.agenda.iter();
    rows.any(|asking| {
        let row = agenda::row(asking, book, between, desk.today());
        row.why.contains("did Dana hear it in time?")
    })
}

/// The severities of what is to be put right with somebody and was noted as harm of mine.
fn to_put_right(desk: &Desk, who: &str) -> Vec<Severity> {
    let contact = desk.contact(who).id;
    let incidents = desk.book().incidents.iter();
    incidents
        .filter(|one| {
            one.contact == contact && one.about == Party::Me && one.kind == IncidentKind::Harmed
        })
        .map(|one| one.severity)
        .collect()
}

#[test]
fn a_yes_meets_a_clash_and_is_asked_back_decided_told_and_looked_back_on() {
    let mut desk = Desk::kept_demo();
    // Yes to Wulandari; Misaki asks for the same hour and needs it more.
    desk.keys("4")
        .goes_to("田中美咲 or Wulandari")
        .keys("l r")
        .goes_to("You say yes")
        .keys("Enter");
    desk.sees("You told Wulandari yes. Ask Wulandari before you move it.");
    desk.keys("e Left 3 Right 1 Down Down 1 Ctrl-s");
    desk.sees("lean").sees("Ask Wulandari");
    assert_eq!(
        desk.model.lunch.verdict.as_ref().unwrap().lean,
        Lean::B,
        "the word stands"
    );

    // Ask for release, and get it.
    desk.keys("Enter")
        .goes_to("Ask Wulandari whether it may move")
        .keys("Enter");
    desk.sees("To Wulandari")
        .sees("whether we may move it")
        .sends();
    desk.goes_to("田中美咲 or Wulandari")
        .sees("until Wulandari replies, it stays Wulandari");
    desk.keys("r")
        .goes_to("Wulandari says moving is fine")
        .keys("Enter");
    desk.sees("You told Wulandari yes; Wulandari said that moving is fine, so it no longer binds.");
    assert_eq!(
        desk.model.lunch.verdict.as_ref().unwrap().lean,
        Lean::A,
        "now the lines decide"
    );

    // Decide, write the message: nobody asks whether a word was broken, for none was.
    desk.keys("Enter")
        .goes_to("Take 田中美咲")
        .keys("Tab")
        .types("her launch is on Monday")
        .keys("Enter");
    desk.sees_not("Did you tell")
        .sees("Thank you for saying that we may move our lunch");
    desk.keys("y").sends();
    assert!(desk.copied.join("").contains("Dear Wulandari"));
    desk.keys("Esc");
    let invite = desk.invite("Wulandari", "2026-09-25");
    assert_eq!(
        (invite.reply, invite.move_ok),
        (Reply::Declined, MoveOk::TheySaidFine)
    );

    // Half a year later.
    desk.reopen()
        .wakes_on("2027-03-24")
        .keys("1")
        .goes_to("Wulandari look back")
        .keys("Enter");
    desk.sees("What you decided on Thu 24 Sep 2026")
        .sees("You chose lunch with 田中美咲 on Fri 25 Sep 2026, and said no to Wulandari on Fri 25 Sep")
        .sees("Your reason: her launch is on Monday");
    desk.keys("2 Tab 2")
        .fills("In your words", "she launched")
        .keys("Ctrl-s");
    let kept = decided(&desk, "her launch is on Monday");
    assert_eq!(kept.followed_lean, Some(true));
    assert!(kept.snapshot.is_some(), "what was known then is kept");
    let review = kept.review.unwrap();
    assert_eq!(
        (review.outcome, review.would_repeat),
        (TurnedOut::Better, false)
    );
    desk.keys("2").goes_to("Wulandari").keys("Enter G");
    desk.sees("you turned this lunch down")
        .sees("your reason: her launch is on Monday")
        .sees("she launched");
}

#[test]
fn a_word_taken_back_is_told_in_time() {
    let mut desk = taken_back();
    desk.keys("Enter").sees("To Dana Liu").sends();
    assert_eq!(to_put_right(&desk, "Dana Liu"), []);
    desk.wakes_on("2026-09-28").keys("1");
    assert!(!asks_whether_heard(&desk));
}

#[test]
fn a_word_taken_back_without_a_word_is_something_to_put_right() {
    let mut desk = taken_back();
    desk.keys("Esc 1").sees("you have not told Dana");
    desk.wakes_on("2026-09-28")
        .goes_to("did Dana hear it in time?")
        .keys("Enter");
    desk.goes_to("No, not in time")
        .keys("Enter")
        .sees("What does it cost Dana?");
    let before = desk.book().clone();
    desk.goes_to("Something").keys("Enter");
    assert_eq!(to_put_right(&desk, "Dana Liu"), [Severity::Moderate]);
    assert!(!asks_whether_heard(&desk));
    desk.goes_to("I let lunch on Fri 25 Sep 2026 go without a word in time");
    desk.keys("u");
    assert!(desk.book() == &before, "one step");
    desk.goes_to("did Dana hear it in time?")
        .keys("Enter")
        .goes_to("Yes, Dana heard")
        .keys("Enter");
    assert!(!asks_whether_heard(&desk));
    assert_eq!(to_put_right(&desk, "Dana Liu"), []);
}

#[test]
fn what_is_not_told_in_time_is_noted_once_and_still_told() {
    let mut desk = taken_back();
    desk.goes_to("No, not in time").keys("Enter Enter");
    assert_eq!(
        to_put_right(&desk, "Dana Liu"),
        [Severity::Minor],
        "the least, if nothing is said"
    );
    desk.sees("To Dana Liu")
        .keys("Esc 1")
        .sees("you have not told Dana");
    desk.wakes_on("2026-09-28");
    assert!(!asks_whether_heard(&desk));
}

/// It is known again by its lunch, whatever is written of it.
#[test]
fn what_was_not_told_in_time_is_noted_once_though_its_words_change() {
    let mut desk = taken_back();
    desk.goes_to("No, not in time").keys("Enter Enter Esc");
    desk.keys("2").goes_to("Dana Liu").keys("o");
    desk.goes_to("What you noted (1)").keys("Enter");
    desk.goes_to("you wronged them").keys("Enter");
    desk.goes_to("Edit").keys("Enter");
    desk.fills("What happened", "Left her waiting")
        .keys("Ctrl-s");
    desk.wakes_on("2026-09-28").keys("1");
    assert!(!asks_whether_heard(&desk));
    assert_eq!(to_put_right(&desk, "Dana Liu"), [Severity::Minor]);
    desk.reopen();

    let lunch = desk.invite("Dana Liu", "2026-09-25").id;
    let of_lunch = |book: &Book| book.incidents.iter().any(|one| one.from == Some(lunch));
    assert!(of_lunch(desk.book()));
    let without = without_invite(desk.book(), lunch);
    assert!(!of_lunch(&without), "nothing hangs in the air");
    assert_eq!(without.incidents.len(), desk.book().incidents.len());
}

/// To say no to a lunch that has my yes asks the same as a decision does; so does a lunch ahead that fell through.
#[test]
fn a_plain_no_to_a_given_word_asks_whether_they_were_told() {
    let at_dana = |keys: &str, answer: &str| {
        let mut desk = Desk::kept_demo();
        desk.keys("4").goes_to("Bob Reyes or Dana Liu");
        desk.keys(keys).goes_to(answer).keys("Enter");
        desk
    };
    for (keys, answer) in [("l r", "You say no"), ("l o", "The lunch with Dana")] {
        let mut desk = at_dana(keys, answer);
        desk.sees("Did you tell Dana before Fri 25 Sep?");
        desk.goes_to("No, not in time").keys("Enter");
        desk.sees("What does it cost Dana?").goes_to("Something");
        desk.keys("Enter");
        assert_eq!(to_put_right(&desk, "Dana Liu"), [Severity::Moderate]);
        desk.keys("u");
        assert_eq!(to_put_right(&desk, "Dana Liu"), []);

        let mut desk = at_dana(keys, answer);
        desk.goes_to("Not yet: tell Dana now").keys("Enter");
        desk.sees("To Dana Liu");
    }
    let mut desk = at_dana("l o", "The lunch with Dana");
    desk.goes_to("It was Dana who called it off").keys("Enter");
    assert_eq!(to_put_right(&desk, "Dana Liu"), []);
    // Bob has no word of mine, and neither has who let me off.
    at_dana("h r", "You say no").sees_not("Did you tell");
    let mut desk = at_dana("l r", "Dana says moving is fine");
    desk.keys("r").goes_to("You say no").keys("Enter");
    desk.sees_not("Did you tell");
}

#[test]
fn not_now_is_an_answer() {
    let mut desk = taken_back();
    desk.goes_to("Not now").keys("Enter");
    desk.keys("1").sees("you have not told Dana").reopen();
    assert_eq!(to_put_right(&desk, "Dana Liu"), []);
}

#[test]
fn a_past_lunch_that_i_let_fall_is_noted_with_what_it_cost() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("did it come about?")
        .keys("Enter Right")
        .goes_to("Because of me");
    desk.keys("Right Right")
        .sees("they did not know in time")
        .keys("Tab Right Ctrl-s");
    assert_eq!(to_put_right(&desk, "Wulandari"), [Severity::Moderate]);
    assert_eq!(
        desk.invite("Wulandari", "2026-09-22").outcome,
        Some(Outcome::FellThrough)
    );
    desk.keys("u");
    assert_eq!(to_put_right(&desk, "Wulandari"), []);
}

#[test]
fn after_a_lunch_its_promises_and_what_went_over_are_offered() {
    let desk = Desk::kept_demo();
    let mut book = desk.book().clone();
    let wulandari = desk.contact("Wulandari").id;
    let mut promise = book
        .promises
        .iter()
        .find(|one| one.is_owed_by_me())
        .unwrap()
        .as_ref()
        .clone();
    promise.id = Id::from_u128(77);
    promise.contact = wulandari;
    promise.text = "Bring the beans".to_owned();
    let lunch = desk.invite("Wulandari", "2026-09-22").id;
    book.promises.put(promise);
    book.invites.change(lunch, |invite| {
        invite.assessment.get_or_insert_default().advances = vec![Id::from_u128(77)];
    });
    let mut desk = Desk::with(&book);
    desk.goes_to("did it come about?")
        .keys("Enter Ctrl-s")
        .sees("what came of it?");
    desk.goes_to("I kept: Bring the beans").keys("Enter");
    assert!(!desk.promise("Bring the beans").is_owed());
    desk.sees("what came of it?").sees_not("I kept:");
    desk.goes_to("Something went over")
        .keys("Enter")
        .sees("Value between you and Wulandari");
}

#[test]
fn the_record_of_looking_back_is_silent_below_five() {
    let mut book = Desk::kept_demo().book().clone();
    let reviewed = book.decisions.iter().filter(|one| one.review.is_some());
    for id in reviewed.map(|one| one.id).skip(4).collect::<Vec<_>>() {
        book.decisions.remove(id);
    }
    let of_them = book.decisions.iter().find(|one| one.review.is_some());
    let id = of_them.unwrap().id;
    book.decisions.change(id, |decision| {
        decision.followed_lean = Some(false);
        decision.review.as_mut().unwrap().would_repeat = false;
    });
    let mut desk = Desk::with(&book);
    desk.keys("4 i")
        .sees("4 decisions looked back on: too few to say, it takes 5.");
    desk.keys("1")
        .goes_to("how did it turn out?")
        .keys("Enter 1 Tab 1 Ctrl-s");
    desk.sees("Of 5 decisions you looked back on, you would take 4 again.");
    desk.keys("4")
        .sees("Of 5 decisions you looked back on")
        .sees("Otherwise than the lean: 0 of 1.");
    desk.keys("i [ G").sees_not("Otherwise than the lean");
}
