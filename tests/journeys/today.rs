//! Today: every row leads to what it is about, and what is noted goes away.

use goodword::app::Screen;
use goodword::app::modal::Modal;
use goodword::app::screen::Focus;
use goodword::domain::agenda::Matter;
use goodword::domain::decision::TurnedOut;
use goodword::domain::interaction::InteractionKind;
use goodword::domain::invite::{Outcome, Reply};
use goodword::domain::messages::Purpose;
use goodword::domain::sentences::name;

use super::desk::Desk;

#[test]
fn every_row_leads_to_what_it_is_about() {
    let rows = Desk::demo().model.today.rows.keys().to_vec();
    let mut kinds = std::collections::HashSet::new();
    for (at, matter) in rows.iter().enumerate() {
        kinds.insert(std::mem::discriminant(matter));
        let mut desk = Desk::demo();
        for _ in 0..at {
            desk.keys("Down");
        }
        assert_eq!(desk.model.today.rows.selected(), Some(*matter));
        desk.keys("Enter");
        leads_there(&desk, *matter);
    }
    assert!(
        kinds.len() >= 10,
        "the demo has only {} kinds of rows",
        kinds.len()
    );
}

fn leads_there(desk: &Desk, matter: Matter) {
    let (model, book) = (&desk.model, desk.book());
    let person = |contact| {
        assert_eq!(model.screen, Screen::Contacts, "{matter:?}");
        assert_eq!(model.contacts.rows.selected(), Some(contact), "{matter:?}");
        assert!(desk.screen().contains(name(book, contact)));
    };
    match matter {
        Matter::Harm(pair) | Matter::Clash(pair) => {
            assert_eq!(model.screen, Screen::Lunch);
            assert_eq!(model.lunch.pairs.selected(), Some(pair));
        }
        Matter::Unheard(id)
        | Matter::Due(id)
        | Matter::HeardMore(id)
        | Matter::NotChecked(id)
        | Matter::BrokenPromise(id) => {
            assert_eq!(model.screen, Screen::Promises);
            assert_eq!(model.promises.selected(), Some(id), "{matter:?}");
            assert_eq!(model.promises.focus, Focus::Detail);
        }
        Matter::NotAnswered(id) => {
            assert_eq!(model.screen, Screen::Lunch);
            assert_eq!(model.lunch.ahead.selected(), Some(id));
        }
        Matter::Wrong(id) => person(book.incidents.get(id).unwrap().contact),
        Matter::Pace(contact) => person(contact),
        Matter::NotTold(id) => {
            assert!(
                matches!(&model.modal, Some(Modal::Draft(sheet)) if sheet.purpose == Purpose::Decision(id))
            );
        }
        Matter::Inbox(_) => assert!(matches!(&model.modal, Some(Modal::Capture(_)))),
        Matter::TwoValues => {
            assert!(matches!(&model.modal, Some(Modal::Values(_))));
        }
        Matter::PastLunch(_) | Matter::Review(_) => {
            assert!(matches!(&model.modal, Some(Modal::Form(_))), "{matter:?}");
        }
    }
}

#[test]
fn a_past_lunch_that_came_about_becomes_a_talk() {
    let mut desk = Desk::kept_demo();
    let talks = desk.book().interactions.len();
    desk.goes_to("did it come about?")
        .keys("Enter")
        .sees("The lunch with Wulandari");
    desk.fills("What about", "roasting at home")
        .keys("Ctrl-s")
        .sees_not("did it come about?");
    assert_eq!(
        desk.invite("Wulandari", "2026-09-22").outcome,
        Some(Outcome::Happened)
    );
    desk.sees("Lunch with Wulandari: what came of it?")
        .goes_to("Nothing more")
        .keys("Enter");
    assert_eq!(desk.book().interactions.len(), talks + 1);
    let wulandari = desk.contact("Wulandari").id;
    let talk = desk
        .book()
        .interactions
        .iter()
        .find(|talk| talk.note == "roasting at home");
    let talk = talk.expect("the talk is in the book");
    assert_eq!(
        (talk.kind, talk.on.to_string().as_str()),
        (InteractionKind::Lunch, "2026-09-22")
    );
    assert_eq!(talk.with, [wulandari]);
    desk.keys("2").goes_to("Wulandari").sees("roasting at home");
    desk.keys("u 1").goes_to("did it come about?");
    assert_eq!(desk.book().interactions.len(), talks);
}

#[test]
fn a_past_lunch_that_fell_through_is_no_talk() {
    let mut desk = Desk::kept_demo();
    let talks = desk.book().interactions.len();
    desk.goes_to("did it come about?")
        .keys("Enter Right")
        .sees("fell through")
        .keys("Ctrl-s");
    assert_eq!(
        desk.invite("Wulandari", "2026-09-22").outcome,
        Some(Outcome::FellThrough)
    );
    assert_eq!(desk.book().interactions.len(), talks);
}

#[test]
fn what_was_talked_about_is_not_dropped_with_a_lunch_that_fell_through() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("did it come about?").keys("Enter Right");
    desk.fills("What about", "she has the flu")
        .keys("Ctrl-s")
        .sees("there was none: empty it to go on");
    desk.retypes("").keys("Ctrl-s");
    assert_eq!(
        desk.invite("Wulandari", "2026-09-22").outcome,
        Some(Outcome::FellThrough)
    );
}

#[test]
fn a_past_lunch_moves_to_no_day_before_it() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.goes_to("did it come about?").keys("Enter Right Right");
    for day in ["2026-09-01", "2026-09-22"] {
        desk.fills("To which day", day).keys("Ctrl-s");
        desk.sees("The lunch was on Tue 22 Sep: to which day after it?");
        assert!(desk.book() == &before);
    }
    desk.retypes("2026-09-23").keys("Ctrl-s");
    assert!(desk.book() != &before, "the day after it is one");
}

#[test]
fn a_look_back_is_kept_with_its_decision() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("how did it turn out?");
    let Some(Matter::Review(id)) = desk.model.today.rows.selected() else {
        panic!("no decision to look back on");
    };
    desk.keys("Enter 2")
        .sees("better")
        .keys("Tab 1")
        .fills("In your words", "it was worth the wait");
    desk.keys("Ctrl-s")
        .sees_not("how did it turn out?")
        .reopen();
    let review = desk
        .book()
        .decisions
        .get(id)
        .unwrap()
        .review
        .clone()
        .unwrap();
    assert_eq!(
        (review.on, review.outcome),
        (desk.today(), TurnedOut::Better)
    );
    assert!(review.would_repeat);
    assert_eq!(review.note, "it was worth the wait");
}

#[test]
fn a_promise_is_ticked_from_today() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Cleo Ito today")
        .keys("Space")
        .sees("delivered: Comments on her deck");
    desk.sees_not("Cleo Ito           today")
        .keys("u")
        .goes_to("Cleo Ito today");
    desk.goes_to("Bob or Dana clash")
        .keys("Space")
        .sees("not ticked but decided");
}

#[test]
fn what_was_ticked_stays_under_the_cursor_until_it_moves() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Cleo Ito today").keys("Space");
    assert!(desk.under_cursor().contains("Comments on her deck"));
    let ticked = desk.today();
    assert_eq!(
        desk.promise("Comments on her deck").done_on(),
        Some(ticked),
        "ticked"
    );
    desk.keys("Space");
    assert!(desk.promise("Comments on her deck").is_owed());
    let open = |desk: &Desk| {
        desk.book()
            .promises
            .iter()
            .filter(|one| one.is_owed())
            .count()
    };
    let before = open(&desk);
    desk.keys("Space Space Space ?").keys("Esc Space");
    assert_eq!(open(&desk), before, "nobody else's was ticked");
    desk.keys("Space t Enter")
        .sees("told: Comments on her deck");
    assert!(desk.under_cursor().contains("Comments on her deck"));
    desk.keys("Down");
    assert!(!desk.under_cursor().contains("Comments on her deck"));
    desk.sees_not("Cleo Ito           ended");
}

#[test]
fn today_is_filtered_too() {
    let mut desk = Desk::demo();
    desk.keys("/")
        .types("siob")
        .sees("Siobhán")
        .sees_not("Cleo Ito")
        .keys("Enter Esc")
        .sees("Cleo Ito");
}

#[test]
fn midnight_moves_today() {
    let mut desk = Desk::demo();
    desk.sees("Thu 24 Sep").goes_to("Cleo Ito today");
    desk.wakes_on("2026-09-25")
        .sees("Fri 25 Sep")
        .goes_to("Cleo Ito late")
        .sees("1 day late");
    let clashes = |desk: &Desk| desk.model.derived.conflicts.len();
    let before = clashes(&desk);
    desk.wakes_on("2026-09-26").sees("Sat 26 Sep");
    assert_eq!(clashes(&desk), before - 2, "the two of Friday are past");
}

#[test]
fn a_notice_goes_away_by_itself() {
    let mut desk = Desk::demo();
    desk.keys("3")
        .goes_to("Comments on her deck")
        .keys("Space")
        .sees("u undoes")
        .waits(3)
        .sees("u undoes")
        .waits(3)
        .sees_not("u undoes");
    desk.keys("Space")
        .sees("not delivered after all")
        .waits(2)
        .keys("Down")
        .sees("not delivered");
    desk.waits(9).sees_not("not delivered after all");
}

#[test]
fn each_row_is_done_in_its_place_and_the_cursor_stays_near() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Cleo Ito today");
    let (at, next) = {
        let rows = &desk.model.today.rows;
        (rows.at(), rows.keys()[rows.at() + 1])
    };
    desk.keys("Space").keys("Down");
    let rows = &desk.model.today.rows;
    assert_eq!((rows.at(), rows.selected()), (at, Some(next)));
    // A talk is what the pace asks for.
    desk.goes_to("Jürgen Brandt pace").keys("Space");
    desk.sees("A talk with Jürgen Brandt")
        .types("the new stall")
        .keys("Ctrl-s");
    desk.sees_not("Jürgen Brandt      pace");
    desk.goes_to("did it come about?")
        .keys("Space")
        .sees("came about")
        .keys("Esc");
    desk.goes_to("how did it turn out?")
        .keys("Space")
        .sees("It turned out")
        .keys("Esc");
    desk.goes_to("Bob or Dana clash")
        .keys("e")
        .sees("This hour with me")
        .keys("Esc");
}

#[test]
fn a_lunch_of_a_row_is_replied_to_in_place() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Bob or Dana clash")
        .keys("r")
        .sees("Reply to which?");
    desk.goes_to("The lunch with Bob")
        .keys("Enter")
        .goes_to("You say no")
        .keys("Enter");
    assert_eq!(
        desk.invite("Bob Reyes", "2026-09-25").reply,
        Reply::Declined
    );
    desk.keys("Esc 1").sees_not("Bob or Dana");
}

#[test]
fn what_cannot_be_put_off_says_why() {
    let mut desk = Desk::kept_demo();
    for (row, why) in [
        ("Bob or Dana clash", "it cannot be put off"),
        (
            "did it come about?",
            "waits until you say what became of it",
        ),
    ] {
        desk.goes_to(row).keys("z").sees(why);
    }
    desk.goes_to("how did it turn out?")
        .keys("z")
        .goes_to("In a month")
        .keys("Enter");
    desk.sees("look back on Sat 24 Oct")
        .sees_not("how did it turn out?");
    desk.wakes_on("2026-10-24").goes_to("how did it turn out?");
}

#[test]
fn the_day_stands_in_a_sentence() {
    let mut desk = Desk::kept_demo();
    desk.sees("Someone may come to harm: Mon 28 Sep 18:30. Lunch with Lea at 12:30.");
    desk.sees("Lea Novak  Café Merz, 12 min away · bring: Market figures");
    let mut quiet = Desk::empty();
    quiet
        .keys("A")
        .types("Ana Silva")
        .keys("Ctrl-s")
        .sees("Nobody waits for you.");
    quiet
        .keys("4 A")
        .types("Ana")
        .keys("Tab")
        .types("29 sep")
        .keys("Ctrl-s");
    quiet.keys("4 G r").goes_to("You say yes").keys("Enter 1");
    quiet.sees("Nobody waits for you. Next: lunch with Ana, Tue 29 Sep 12:30.");
    // Somebody with whom I talked since may wait for a word all the same: about what was promised.
    let mut waits = Desk::empty();
    waits
        .keys("a")
        .types("met Zoe Lind, Acme: x; promise zoe deck")
        .keys("Enter");
    waits
        .wakes_on("2027-09-20")
        .keys("a")
        .types("met zoe: y")
        .keys("Enter 1");
    waits.sees("Zoe has waited 361 days without a word about a promise.");
}

#[test]
fn an_invite_without_an_answer_waits_on_today() {
    let mut desk = Desk::empty();
    desk.keys("4 A")
        .types("Ana Silva")
        .keys("Tab")
        .types("29 sep")
        .keys("Ctrl-s 1");
    desk.sees("Ana asked you to lunch on Tue 29 Sep and has no answer.");
    desk.goes_to("asked today, not answered")
        .keys("z")
        .sees("cannot be put off");
    desk.keys("r")
        .goes_to("You say maybe")
        .keys("Enter")
        .sees_not("not answered");
    assert_eq!(
        desk.invite("Ana Silva", "2026-09-29").reply,
        Reply::Tentative
    );
}
