//! Looking back on a quarter: from the sentence to a figure, from there to its entries, and on to the record of one.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use chrono::NaiveDate;
use goodword::app::Screen;
use goodword::app::screen::Focus;
use goodword::domain::Book;
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind};
use goodword::domain::find::Record;
use goodword::domain::id::Id;
use goodword::domain::preferences::{FirstDay, Preferences};
use goodword::domain::promise::Promise;
use goodword::store::demo;

use super::desk::Desk;

#[test]
fn from_a_figure_to_the_record_behind_it() {
    let mut desk = Desk::demo();
    desk.keys("7").sees("July to September 2026");
    desk.sees("You kept 5 of 6 promises; 1 miss was silent.");
    desk.goes_to("Missed in silence").sees("1 promise");
    desk.keys("Enter").sees("Bring Carl's depot plan");
    assert_eq!(desk.model.review.focus, Focus::Detail);
    desk.keys("Enter");
    assert_eq!(desk.model.screen, Screen::Promises);
    assert_eq!(
        desk.under_cursor(),
        "Bring Carl's depot plan to the harbour meeting"
    );
    desk.keys("7 Esc");
    assert_eq!(
        desk.under_cursor(),
        "Missed in silence",
        "the cursor stayed"
    );
    desk.goes_to("Gave advice").keys("Enter Enter");
    assert_eq!(desk.model.screen, Screen::Contacts);
    assert_eq!(desk.person(), "Ana Silva");
}

#[test]
fn a_promise_ticked_today_is_in_the_figure_at_once() {
    let mut desk = Desk::kept_demo();
    desk.keys("7").sees("You kept 5 of 6");
    desk.keys("3")
        .goes_to("Comments on her deck")
        .keys("Space 7");
    desk.sees("You kept 6 of 7");
    desk.keys("u").sees("You kept 5 of 6");
}

#[test]
fn the_quarters_before_are_a_key_away_and_none_lies_ahead() {
    let mut desk = Desk::demo();
    desk.keys("7 [")
        .sees("April to June 2026")
        .sees_not("Talks your paces ask for");
    desk.keys("]").sees("July to September 2026");
    desk.keys("]")
        .sees("The months to come have nothing to review");
    desk.keys("[ [ [ [ [ [ [ [ [ [ [ [").sees("Too few to say");
    desk.sees_not("█");
    desk.keys("Enter").sees("Nothing stands behind this figure");
}

#[test]
fn figures_say_what_is_counted_among_its_like() {
    let mut desk = Desk::demo();
    desk.keys("7")
        .goes_to("Gave advice")
        .sees_not("2 of 6 times");
    desk.keys("i").sees("2 of 6 times");
    desk.keys("i").sees_not("2 of 6 times");
    desk.sees("Hana").keys("H").sees_not("Hana");
}

#[test]
fn an_empty_book_has_too_few_to_say() {
    let mut desk = Desk::empty();
    desk.keys("7")
        .sees("Too few to say: 0 entries in these months.");
    desk.sees_not("█");
}

#[test]
fn a_click_on_an_entry_puts_the_cursor_on_it_and_a_second_one_opens_it() {
    let mut desk = Desk::demo();
    desk.keys("7").goes_to("Kept");
    let entries = desk.model.review.entries.keys().to_vec();
    assert!(entries.len() > 2);
    let Record::Promise(third) = entries[2].record else {
        panic!("what was kept is a promise")
    };
    let text = desk.book().promises.get(third).unwrap().text.clone();
    let text = text.split(' ').take(2).collect::<Vec<_>>().join(" ");
    desk.clicks(&text);
    assert_eq!(desk.model.review.focus, Focus::Detail);
    assert_eq!(desk.model.review.entry(), Some(entries[2]));
    desk.clicks(&text);
    assert_eq!(desk.model.screen, Screen::Promises);
    assert_eq!(desk.model.promises.selected(), Some(third));
}

#[test]
fn the_quarter_can_be_taken_along() {
    let mut desk = Desk::kept_demo();
    desk.keys("7 y").sees("Sent to the terminal's clipboard");
    let copied = desk.copied[0].clone();
    assert!(copied.starts_with(
        "# Review of July to September 2026\n\nYour own conduct, and nobody else's.\n\nYou kept 5 of 6 promises; 1 miss \
         was silent.\n"
    ));
    assert!(copied.contains("\n## Missed in silence\n\n1 promise: Jul 0, Aug 1, Sep 0\n\n- "));
    assert!(copied.contains(", Søren Dahl: Bring Carl's depot plan to the harbour meeting"));
    assert!(copied.contains("\n## Nothing in this time.\n\n"));

    desk.keys("W")
        .sees("Written to review-2026-q3-2026-09-24.md");
    let folder = desk.letters.as_ref().unwrap().path();
    let file = folder.join("review-2026-q3-2026-09-24.md");
    assert_eq!(fs::read_to_string(&file).unwrap(), copied);
    let mode = fs::metadata(&file).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);

    desk.keys("[ y");
    assert!(desk.copied[1].starts_with("# Review of April to June 2026\n"));
    desk.keys("H y W").sees("Not while names are hidden");
    assert_eq!(desk.copied.len(), 2);
    Desk::demo().keys("7 W").sees("The demo keeps nothing");
}

#[test]
fn the_help_says_first_how_the_figures_in_sight_come_about() {
    let mut desk = Desk::demo();
    desk.keys("7 ? i").sees("Looking back on a quarter");
    desk.sees("Missed, they saw you try: Promises that you missed")
        .sees_not("What all of it rests on");
    desk.keys("Esc Esc 1 ? i").sees("What all of it rests on");
    desk.sees_not("Looking back on a quarter");
}

/// Two promises of an hour and a half each, of the four hours of a week: on Sunday 20 and on Monday 21 September.
#[test]
fn weeks_begin_on_the_day_i_set() {
    let demo = demo::book(demo::ANCHOR).unwrap();
    let any = demo
        .promises
        .iter()
        .find(|one| one.is_owed_by_me())
        .unwrap();
    let mut book = Book {
        settings: demo.settings.clone(),
        ..Book::default()
    };
    for (number, day) in [(1, 20), (2, 21)] {
        book.promises.put(Promise {
            id: Id::from_u128(number),
            due: NaiveDate::from_ymd_opt(2026, 9, day),
            minutes: Some(90),
            ..any.as_ref().clone()
        });
    }
    let mut desk = Desk::with(&book);
    desk.keys("7").goes_to("Weeks over your hours");
    let weeks = |desk: &Desk| desk.model.review.line().unwrap().count();
    assert_eq!(weeks(&desk), 0);
    let sunday = Preferences {
        first_day: FirstDay::Sunday,
        ..Preferences::default()
    };
    desk.model.prefer(sunday, &desk.cx);
    assert_eq!(weeks(&desk), 1);
}

/// As over a long year of many people: figures of four digits stand apart, and the first sentence is whole.
#[test]
fn long_figures_stand_apart() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let any = book.exchanges.iter().next().unwrap().as_ref().clone();
    book.exchanges.keep(|_| false);
    for number in 1..=3300_u32 {
        let month = 7 + number % 3;
        book.exchanges.put(Exchange {
            id: Id::from_u128(number.into()),
            on: NaiveDate::from_ymd_opt(2026, month, 3).unwrap(),
            direction: Direction::Given,
            kind: ExchangeKind::Advice,
            ..any.clone()
        });
    }
    let mut desk = Desk::with(&book);
    desk.keys("7").sees(" 1100 1100 1100 3300 ");
    desk.resize(40, 16)
        .sees("You kept 5 of 6 promises; 1 miss was")
        .sees("silent.");
}

/// A month at a time, and the months of a quarter where bars leave no room for them.
#[test]
fn a_month_is_a_key_away_and_every_size_can_show_the_months() {
    let mut desk = Desk::demo();
    desk.keys("7 M").sees("September 2026").sees_not("July to");
    desk.sees("You kept all 4 promises that ended.");
    desk.keys("[").sees("August 2026").keys("M");
    desk.sees("July to September 2026");
    desk.resize(80, 24).sees_not("Jul Aug Sep");
    desk.keys("i").sees("Jul Aug Sep all").keys("i");
    desk.resize(50, 16)
        .sees_not("Promises of yours that you delivered");
    desk.keys("i").sees("Promises of yours that you delivered");
}

#[test]
fn what_is_said_says_of_which_time_it_is() {
    let mut desk = Desk::demo();
    desk.keys("7")
        .sees("Of 5 decisions you looked back on in these months");
    desk.sees("in the last 90 days you had 4 a month");
    desk.sees("As it stands: about 4 h promised until today, likely 6 at 150 %");
    desk.goes_to("Kept").sees("A whole bar is 5 promises.");
    desk.goes_to("Weeks over")
        .sees("A whole bar is 13 weeks.")
        .keys("Enter Down Down Down");
    desk.sees("that week likely 6 h, you have 4 h");
    desk.keys("Esc [").sees_not("decisions you looked back on");
}

/// On their page it stands by the day on which I decided: there the entry leads.
#[test]
fn an_invite_turned_down_leads_to_what_was_decided() {
    let mut desk = Desk::demo();
    desk.keys("7").goes_to("Turned down twice").keys("Enter");
    desk.sees("decided Fri 24 Jul").keys("Enter");
    assert_eq!(desk.model.screen, Screen::Contacts);
    assert_eq!(desk.person(), "Carl Voss");
    assert_eq!(desk.model.contacts.focus, Focus::Detail);
}

#[test]
fn a_key_for_a_record_says_that_a_figure_is_none() {
    for key in ["w", "e", "d", "A", "/"] {
        let mut desk = Desk::demo();
        desk.keys("7")
            .keys(key)
            .sees("a figure follows from its records");
    }
}

/// What a box is about stands there whole before what it is counted in.
#[test]
fn a_title_is_whole_at_80_columns() {
    let mut desk = Desk::demo();
    desk.resize(80, 24)
        .keys("7")
        .goes_to("Missed, they saw you try");
    desk.sees("╭ Missed, they saw you try ─");
}
