//! Deciding between two lunches: the invites, the decision, the message, and what Today says of it.

use goodword::app::modal::Modal;
use goodword::app::sheet::DecisionSheet;
use goodword::domain::conflict::has_my_word;
use goodword::domain::decision::{Chosen, Decision, Subject};
use goodword::domain::invite::{Invite, MoveOk, Outcome, Reply};

use super::desk::Desk;

/// The decisions that the demo does not bring along, oldest first.
fn taken(desk: &Desk) -> Vec<Decision> {
    let decisions = desk.book().decisions.iter().map(AsRef::as_ref);
    decisions
        .filter(|decision| decision.on == desk.today())
        .cloned()
        .collect()
}

fn is_between(decision: &Decision, a: &Invite, b: &Invite) -> bool {
    decision.about == Subject::Invites(a.id, b.id) || decision.about == Subject::Invites(b.id, a.id)
}

#[test]
fn today_names_whoever_is_still_to_be_told() {
    let mut desk = Desk::kept_demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter")
        .goes_to("Neither")
        .keys("Enter Enter");
    desk.sees("To Bob Reyes").sends().sees("told Bob Reyes");
    desk.sees("To Dana Liu").keys("Esc 1");
    desk.sees_not("you have not told Bob")
        .goes_to("Dana Liu untold you have not told Dana Fri 25 Sep is off");
    desk.keys("/ d a n a")
        .sees("have not told Dana")
        .keys("Esc");
    desk.keys("Enter").sees("To Dana Liu").sends();
    desk.sees_not("have not told Dana");
}

#[test]
fn letters_choose_a_way_and_are_words_only_in_the_reason() {
    let mut desk = Desk::demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter");
    assert!(desk.under_cursor().starts_with("Ask Dana"));
    desk.keys("j");
    assert!(desk.under_cursor().starts_with("Take Bob"));
    desk.keys("k Down");
    assert!(desk.under_cursor().starts_with("Take Bob"));
    desk.keys("Tab").types("jk");
    assert!(desk.under_cursor().starts_with("Take Bob"));
    desk.keys("Tab Tab j Shift-Tab Shift-Tab").types("!");
    desk.keys("Enter Enter");
    assert_eq!(taken(&desk)[0].reason, "jk!");
    assert_eq!(taken(&desk)[0].chosen, Chosen::B);
}

#[test]
fn a_choice_changes_both_invites_and_waits_to_be_told() {
    let mut desk = Desk::kept_demo();
    assert_eq!(taken(&desk), []);
    desk.keys("4").goes_to("田中美咲 or Wulandari");
    desk.keys("e 3 Down Down 1 Up Up Right 1 Down Down 4 Ctrl-s")
        .sees("Leans slightly to 田中美咲");
    desk.keys("Enter").goes_to("Take 田中美咲").keys("Enter");
    desk.sees("To Wulandari")
        .sees("I have to say no")
        .sees_not("Dear 田中");

    let (misaki, wulandari) = (
        desk.invite("田中美咲", "2026-09-25").clone(),
        desk.invite("Wulandari", "2026-09-25").clone(),
    );
    assert_eq!(
        (misaki.reply, wulandari.reply),
        (Reply::Accepted, Reply::Declined)
    );
    let decided = taken(&desk);
    let [decision] = decided.as_slice() else {
        panic!("{decided:?}")
    };
    assert!(is_between(decision, &misaki, &wulandari));
    assert_eq!(decision.chosen, Chosen::A);
    assert_eq!(decision.followed_lean, Some(true));
    assert_eq!(decision.review_on.unwrap().to_string(), "2026-12-24");
    assert!(decision.snapshot.is_some(), "what was known then is kept");
    assert!(decision.message.contains("Dear Wulandari"));
    assert_eq!(decision.told, None);

    desk.keys("y");
    assert_eq!(desk.copied.join(""), decision.message);
    desk.keys("Esc 1")
        .goes_to("untold you have not told Wulandari")
        .keys("Enter");
    desk.sees("To Wulandari")
        .sends()
        .sees("told Wulandari")
        .keys("t")
        .sees_not("you have not told Wulandari");
    assert_eq!(taken(&desk)[0].told, Some(desk.today()));
    desk.reopen()
        .sees_not("you have not told Wulandari")
        .keys("4")
        .sees_not("Leans slightly to 田中");
    assert_eq!(
        desk.invite("Wulandari", "2026-09-25").reply,
        Reply::Declined
    );
}

#[test]
fn a_decision_is_undone_in_one_step() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter")
        .goes_to("Neither")
        .keys("Enter");
    desk.sees("Did you tell Dana before Fri 25 Sep?")
        .keys("Enter");
    desk.sees("To Bob Reyes")
        .keys("]")
        .sees("To Dana Liu")
        .keys("Esc");
    assert_eq!(
        desk.invite("Bob Reyes", "2026-09-25").reply,
        Reply::Declined
    );
    assert_eq!(desk.invite("Dana Liu", "2026-09-25").reply, Reply::Declined);
    desk.keys("u");
    assert!(desk.book() == &before);
    desk.goes_to("Bob Reyes or Dana Liu")
        .sees("You told Dana yes");
}

#[test]
fn asking_first_leaves_both_open_and_notes_that_i_asked() {
    let mut desk = Desk::kept_demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .sees("Ask Dana before you move it")
        .keys("Enter");
    assert!(
        desk.under_cursor().starts_with("Ask Dana"),
        "the answer is proposed"
    );
    desk.keys("Enter")
        .sees("To Dana Liu")
        .sees("whether we may move it")
        .sees("If Fri 25 Sep is what suits you");
    desk.sends();
    let (bob, dana) = (
        desk.invite("Bob Reyes", "2026-09-25"),
        desk.invite("Dana Liu", "2026-09-25"),
    );
    assert_eq!(dana.asked_to_move, Some(desk.today()));
    assert_eq!(
        (bob.reply, dana.reply),
        (Reply::NeedsAction, Reply::Accepted),
        "both stay open"
    );
    assert!(matches!(
        taken(&desk)[0].chosen,
        Chosen::Moved { to: None, .. }
    ));
    desk.goes_to("Bob Reyes or Dana Liu")
        .keys("Enter")
        .goes_to("Ask Dana")
        .sees("you asked Thu 24 Sep");
    desk.keys("Esc").reopen();
    assert_eq!(
        desk.invite("Dana Liu", "2026-09-25").asked_to_move,
        Some(desk.today())
    );
}

#[test]
fn taking_back_a_yes_is_said_in_the_message() {
    let mut desk = Desk::demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter")
        .goes_to("Take Bob and tell Dana");
    desk.sees("you take back a yes")
        .keys("Tab")
        .types("she has a second date")
        .keys("Enter")
        .sees("Not yet: tell Dana now")
        .keys("Enter");
    desk.sees("You count on me")
        .sees("I have to take it back")
        .sees_not("Bob hears");
    let decision = taken(&desk).remove(0);
    assert_eq!(decision.reason, "she has a second date");
    assert!(
        !decision.message.contains("Bob"),
        "the message names nobody else"
    );
    assert!(
        !decision.message.contains("second date"),
        "a reason is mine until I write it"
    );
}

#[test]
fn another_day_is_asked_for_and_is_no_yes_before_they_agree() {
    let mut desk = Desk::demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter");
    desk.sees("your word stands; it offers Wed 30 Sep")
        .sees_not("ask Dana for")
        .keys("Esc");
    desk.keys("r")
        .goes_to("Dana says moving is fine")
        .keys("Enter Enter");
    desk.goes_to("Take Bob, ask Dana for Wed 30 Sep")
        .keys("Enter")
        .sees("To Dana Liu")
        .sees("Wed 30 Sep");
    assert_eq!(
        desk.invite("Bob Reyes", "2026-09-25").reply,
        Reply::Accepted
    );
    let moved = desk.invite("Dana Liu", "2026-09-25").outcome;
    assert_eq!(moved, Some(Outcome::MovedTo("2026-09-30".parse().unwrap())));
    let asked = desk.invite("Dana Liu", "2026-09-30");
    assert_eq!(
        (asked.reply, asked.heard_yes),
        (Reply::Tentative, Some(false))
    );
    desk.keys("Esc 1")
        .sees("untold    you have not asked Dana to move");
}

#[test]
fn a_day_to_look_back_that_is_none_decides_nothing() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter Tab Tab")
        .retypes("whenever")
        .keys("Enter");
    desk.sees("\"whenever\" is no day that I know")
        .sees("Decide");
    assert!(desk.book() == &before);
    desk.retypes("2020-01-01")
        .keys("Enter")
        .sees("That day is past");
    assert!(desk.book() == &before, "nothing is decided");
    desk.retypes("").keys("Enter");
    assert_eq!(taken(&desk)[0].review_on, None, "it may stay empty");
}

#[test]
fn deciding_one_of_three_dissolves_the_pairs_of_the_one_turned_down() {
    let mut desk = Desk::kept_demo();
    let pairs = |desk: &Desk| desk.model.lunch.pairs.keys().len();
    let before = pairs(&desk);
    desk.keys("4")
        .goes_to("Carl Voss or Delphine Roux")
        .keys("Enter")
        .goes_to("say no to Carl");
    desk.keys("Enter Esc");
    assert_eq!(
        desk.invite("Carl Voss", "2026-10-05").reply,
        Reply::Declined
    );
    assert_eq!(
        pairs(&desk),
        before - 2,
        "Carl stood in two of the three pairs"
    );
    desk.goes_to("Kim Alder or Delphine Roux");
    let of_carl = |desk: &Desk| {
        let carl = desk.invite("Carl Voss", "2026-10-05").id;
        desk.model
            .lunch
            .pairs
            .keys()
            .iter()
            .any(|pair| pair.a == carl || pair.b == carl)
    };
    assert!(!of_carl(&desk));
    desk.keys("u");
    assert_eq!(pairs(&desk), before);
    assert!(of_carl(&desk));
}

#[test]
fn the_message_waits_behind_w_until_it_is_told() {
    let mut desk = Desk::demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("w")
        .sees("Decide first");
    desk.keys("Enter Enter Esc")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("w")
        .sees("To Dana Liu");
    desk.keys("Esc 1")
        .goes_to("you have not asked Dana")
        .keys("w")
        .sends()
        .sees_not("you have not asked Dana");
}

#[test]
fn a_maybe_that_was_not_checked_is_taken_back_like_a_yes() {
    let mut desk = Desk::kept_demo();
    desk.keys("4").goes_to("Bob Reyes or Dana Liu").keys("l r");
    desk.goes_to("You say maybe").keys("Enter");
    desk.sees("assume Dana heard yes").keys("Enter");
    desk.goes_to("Take Bob and tell Dana")
        .sees("you take back a yes");
    desk.keys("Enter")
        .sees("Did you tell Dana before Fri 25 Sep?")
        .keys("Enter")
        .sees("I have to take it back");
    // Who is taken has heard no yes of it, and hears one now.
    let mut desk = Desk::kept_demo();
    desk.keys("4").goes_to("Bob Reyes or Dana Liu").keys("l r");
    desk.goes_to("You say maybe").keys("Enter Enter");
    desk.goes_to("Keep Dana, say no to Bob").keys("Enter");
    desk.keys("]").sees("To Dana Liu");
}

#[test]
fn a_yes_that_nobody_heard_of_is_not_taken_back() {
    let mut desk = Desk::kept_demo();
    desk.keys("4")
        .goes_to("Carl Voss or Delphine Roux")
        .keys("Enter")
        .goes_to("say no to Carl");
    desk.keys("Enter Esc");
    desk.goes_to("Kim Alder or Delphine Roux").keys("Enter");
    desk.goes_to("Take Kim, say no to Delphine")
        .sees_not("Take Kim and tell Delphine");
    desk.keys("Enter").sees_not("Did you tell Delphine");
}

#[test]
fn a_new_yes_binds_though_they_said_that_moving_is_fine() {
    let mut desk = Desk::kept_demo();
    desk.keys("4").goes_to("Bob Reyes or Dana Liu").keys("l r");
    desk.goes_to("Dana says moving is fine").keys("Enter Enter");
    desk.goes_to("Take Dana, say no to Bob").keys("Enter Esc");
    let dana = desk.invite("Dana Liu", "2026-09-25");
    assert_eq!(
        (dana.reply, dana.move_ok),
        (Reply::Accepted, MoveOk::Unknown)
    );
    assert!(has_my_word(dana), "the new yes is my word again");
}

/// Enter does what the cursor stands on: it is in sight on the smallest screen, and Enter is named below it.
#[test]
fn the_way_under_the_cursor_is_in_sight_on_every_screen() {
    for (columns, rows) in [(40, 10), (80, 10), (50, 16), (80, 24)] {
        let mut desk = Desk::demo();
        desk.resize(columns, rows).keys("4 Enter");
        for _ in 0..5 {
            let way = decision_sheet(&desk).way().unwrap().label.clone();
            let way: String = way.chars().take(20).collect();
            let under = desk.under_cursor();
            assert!(under.starts_with(&way), "{columns}x{rows}: {way}: {under}");
            desk.sees("\u{23ce}").keys("j");
        }
        desk.keys("Tab").types("qwertz").sees("qwertz");
        desk.keys("Tab").retypes("no such day").keys("Enter");
        desk.sees("\"no such day\" is");
    }
}

#[test]
fn whoever_may_come_to_harm_is_offered_first_wherever_one_looked() {
    let mut first: Vec<String> = Vec::new();
    for look in ["Left", "Right"] {
        let mut desk = Desk::demo();
        desk.keys("4")
            .goes_to("Ravi Menon")
            .keys(look)
            .keys("Enter");
        first.push(decision_sheet(&desk).way().unwrap().label.clone());
    }
    assert!(first[0].contains("Take Ravi"), "{first:?}");
    assert_eq!(first[0], first[1]);
}

fn decision_sheet(desk: &Desk) -> &DecisionSheet {
    let Some(Modal::Decision(sheet)) = &desk.model.modal else {
        panic!("nothing is decided");
    };
    sheet
}
