//! Before a yes: the hours promised and free stand there while it is entered, and nothing is refused for them.

use chrono::{Days, NaiveDate};
use goodword::domain::Book;
use goodword::domain::contact::ContactId;
use goodword::domain::id::Id;
use goodword::domain::incident::Party;
use goodword::domain::invite::Reply;
use goodword::domain::promise::{Impact, Promise, State, Strength};
use goodword::domain::removal::without_promise;
use goodword::store::demo;

use super::desk::Desk;

/// The people of the demo, and no promise.
fn nothing_promised() -> Book {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let promises: Vec<_> = book.promises.iter().map(|promise| promise.id).collect();
    for id in promises {
        book = without_promise(&book, id);
    }
    book
}

fn at_eighty(book: &Book) -> Desk {
    let mut desk = Desk::with(book);
    desk.resize(80, 24);
    desk
}

fn day(ahead: u64) -> NaiveDate {
    demo::ANCHOR + Days::new(ahead)
}

/// A promise of mine, made two months ago.
fn promise(number: u128, to: ContactId, state: State) -> Promise {
    Promise {
        id: Id::from_u128(number),
        by: Party::Me,
        contact: to,
        text: format!("promise {number}"),
        kind: None,
        made: demo::ANCHOR - Days::new(60),
        due: None,
        said: Strength::Promise,
        exact_words: String::new(),
        heard: None,
        impact: Impact::Little,
        minutes: None,
        state,
        efforts: Vec::new(),
        earlier_terms: Vec::new(),
        reopened_from: None,
    }
}

/// Nine open, and so many delivered in the last weeks.
fn nine_open(delivered: u64) -> Book {
    let mut book = nothing_promised();
    let to = book.contacts.iter().next().unwrap().id;
    for number in 0..9 {
        book.promises.put(promise(number, to, State::Open));
    }
    for number in 0..delivered {
        let done = State::Delivered {
            on: demo::ANCHOR - Days::new(5 + 3 * number),
            was_blocked: None,
        };
        book.promises
            .put(promise(100 + u128::from(number), to, done));
    }
    book
}

#[test]
fn the_hours_follow_the_day_and_the_work_as_they_are_typed() {
    let mut desk = at_eighty(&nothing_promised());
    desk.keys("3 A")
        .types("Bob Reyes")
        .fills("Promise", "numbers");
    desk.sees("Without a day this one is not counted.");
    desk.sees("Before you say yes: nothing else is open.");

    desk.fills("Due", "2 oct");
    desk.sees("Until Fri 2 Oct about 2 h promised, likely 3; about 5 h free.");
    desk.sees("This one is taken as 2 h.")
        .sees_not("Without a day");
    desk.fills("Work", "1 h");
    desk.sees("Until Fri 2 Oct about 1 h promised, likely 1 and a half;");
    desk.sees_not("is taken as");

    // What cannot be read counts as not said.
    desk.fills("Work", "a while")
        .sees("This one is taken as 2 h.");
    desk.fills("Due", "fryday")
        .sees("Without a day this one is not counted.");
    desk.fills("Due", "9 oct").fills("Work", "6h");
    desk.sees("By Fri 9 Oct about 6 h promised, likely 9; about 8 h free.");
    desk.sees("Overcommitted from that day.");
    desk.fills("Due", "end of month");
    desk.sees("By Wed 30 Sep about 6 h promised, likely 9;");

    // Theirs takes none of my hours.
    desk.goes_to("Whose word")
        .keys("Right")
        .sees_not("promised");
    desk.keys("Right").sees("about 6 h promised");

    desk.keys("Ctrl-s").sees("added: numbers");
    let added = desk.promise("numbers");
    assert_eq!(
        (added.due, added.minutes),
        (Some(day(6)), Some(360)),
        "nothing is refused"
    );
}

#[test]
fn it_says_whether_it_was_too_much_before_and_what_the_own_day_says() {
    let mut book = nothing_promised();
    let to = book.contacts.iter().next().unwrap().id;
    book.promises.put(Promise {
        due: Some(day(7)),
        minutes: Some(180),
        ..promise(1, to, State::Open)
    });
    let mut desk = at_eighty(&book);
    desk.keys("3 A").fills("Due", "8 oct").fills("Work", "4 h");
    desk.sees("By Thu 1 Oct about 3 h promised, likely 5; about 4 h free.");
    desk.sees("Overcommitted from that day, even without this one.");
    desk.sees("By Thu 8 Oct about 7 h promised, likely 11; about 8 h free.");

    // Once entered it is not counted twice; and what it says is changed, not asked anew.
    desk.types(" ")
        .fills("Person", "Bob Reyes")
        .fills("Promise", "numbers")
        .keys("Ctrl-s");
    desk.keys("3").goes_to("numbers").keys("e");
    desk.sees("By Thu 8 Oct about 7 h promised, likely 11; about 8 h free.");
    desk.sees_not("Before you say yes");
    desk.fills("Work", "30 min");
    desk.sees("Until Thu 8 Oct about 4 h promised, likely 5;");
}

#[test]
fn a_promise_to_the_person_in_sight_is_weighed_too() {
    let mut desk = at_eighty(&nothing_promised());
    desk.keys("2").goes_to("Bob Reyes").keys("Enter A");
    desk.goes_to("promise").keys("Enter").fills("Due", "2 oct");
    desk.sees("Until Fri 2 Oct about 2 h promised");
}

#[test]
fn what_is_taken_up_again_and_another_day_are_weighed_like_a_new_yes() {
    let mut book = nothing_promised();
    let to = book.contacts.iter().next().unwrap().id;
    book.promises.put(Promise {
        minutes: Some(180),
        ..promise(1, to, State::Released { on: day(0) })
    });
    book.promises.put(Promise {
        due: Some(day(7)),
        minutes: Some(60),
        ..promise(2, to, State::Open)
    });
    let mut desk = at_eighty(&book);
    desk.keys("3").goes_to("promise 2").keys("n");
    desk.sees("Until Thu 1 Oct about 1 h promised, likely 1 and a half;");
    desk.fills("New day", "8 oct")
        .sees("Until Thu 8 Oct about 1 h");
    desk.sees_not("Before you say yes").keys("Esc Down Enter");

    desk.keys("G Enter").goes_to("promise 1").keys("o");
    desk.goes_to("Take it up again").keys("Enter");
    desk.sees("Without a day this one is not counted.")
        .sees("Before you say yes: 1 open");
    desk.fills("Due", "1 oct").sees("about 4 h promised");
}

#[test]
fn my_own_record_says_how_long_a_promise_waits() {
    let mut desk = at_eighty(&nine_open(16));
    desk.keys("3 A")
        .sees("Before you say yes: 9 open, about 2 delivered a week, so roughly 4 to 5 weeks.");
    desk.sees("Without a day this one is not counted, like 9 others.");
}

#[test]
fn four_deliveries_are_too_few_to_say() {
    let mut desk = at_eighty(&nine_open(4));
    desk.keys("3 A")
        .sees("Before you say yes: 9 open, 4 delivered in 8 weeks: too few to say");
    let mut desk = at_eighty(&nine_open(5));
    desk.keys("3 A")
        .sees("9 open, 5 delivered in 8 weeks, so roughly 14 to 15 weeks.");
}

#[test]
fn whoever_answers_an_invite_sees_the_hours_first() {
    let mut book = nothing_promised();
    let to = book.contacts.iter().next().unwrap().id;
    book.promises.put(Promise {
        due: Some(day(4)),
        minutes: Some(7 * 60),
        ..promise(1, to, State::Open)
    });
    let mut desk = at_eighty(&book);
    let hours = "Before a yes: about 7 h promised until Mon, likely 11; about 2 h free.";
    desk.keys("4")
        .goes_to("田中美咲 or Wulandari")
        .keys("r")
        .sees(hours);
    let who = desk
        .model
        .lunch
        .pair()
        .unwrap()
        .invite(desk.model.lunch.side);
    desk.goes_to("You say yes")
        .keys("Enter")
        .sees_not("Before a yes");
    assert_eq!(desk.book().invites.get(who).unwrap().reply, Reply::Accepted);

    desk.keys("4")
        .goes_to("Bob Reyes or Dana")
        .keys("Enter")
        .sees(hours);
}

#[test]
fn the_form_of_an_invite_shows_the_hours_with_a_yes_of_mine() {
    let mut desk = at_eighty(&nothing_promised());
    let hours = "Before a yes: nothing promised for a day, about 4 h free a week.";
    desk.keys("4 A").sees_not(hours);
    // None yet, maybe, yes, no.
    desk.goes_to("Answer").keys("Right").sees(hours);
    desk.keys("Right").sees(hours);
    desk.keys("Right").sees_not(hours);
}

#[test]
fn today_shows_the_week_and_the_hours() {
    let mut book = nothing_promised();
    let to = book.contacts.iter().next().unwrap().id;
    book.promises.put(Promise {
        due: Some(day(4)),
        minutes: Some(60),
        made: day(0),
        ..promise(1, to, State::Open)
    });
    let mut desk = at_eighty(&book);
    desk.keys("1").sees("This week     1 promised");
    desk.sees("Before a yes  about 1 h promised until Mon, about 2 and a half hours free");
    desk.keys("3").goes_to("promise 1").keys("Space 1");
    desk.sees("1 promised, 1 kept");
    desk.sees("Before a yes  nothing promised for a day, about 4 h free a week");
    desk.resize(120, 36)
        .sees("1 promised, 1 kept")
        .sees("Before a yes");
    // The rows come first.
    desk.resize(50, 16).sees_not("Before a yes");
}
