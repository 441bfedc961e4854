//! What the user set, where the screens go by it.

use std::num::NonZeroU32;

use goodword::domain::preferences::{DateStyle, Preferences};

use super::desk::Desk;

#[test]
fn the_paces_that_are_offered_are_mine() {
    let mut desk = Desk::demo();
    let paces = [14, 91].map(|days| NonZeroU32::new(days).unwrap());
    let own = Preferences {
        paces: paces.to_vec(),
        ..Preferences::default()
    };
    desk.model.prefer(own, &desk.cx);
    desk.keys("2").goes_to("Bob Reyes").keys("p");
    desk.sees("Every 14 days")
        .sees("▸ Every three months")
        .sees_not("Once a year");
    desk.keys("Up Enter").sees("every 14 days");
}

#[test]
fn without_a_pace_of_mine_any_other_may_be_typed() {
    let mut desk = Desk::demo();
    let none = Preferences {
        paces: Vec::new(),
        ..Preferences::default()
    };
    desk.model.prefer(none, &desk.cx);
    desk.keys("2")
        .goes_to("Bob Reyes")
        .keys("p")
        .sees("▸ Another …");
}

#[test]
fn days_are_written_as_one_likes_from_the_next_look_on() {
    let mut desk = Desk::demo();
    desk.keys("4").sees("Fri 25 Sep");
    let own = Preferences {
        date_style: DateStyle::MonthFirst,
        ..Preferences::default()
    };
    desk.model.prefer(own, &desk.cx);
    desk.keys("]")
        .keys("[")
        .sees("Fri Sep 25")
        .sees_not("Fri 25 Sep");
    desk.keys("a").types("later bob until 9 oct");
    desk.sees("Fri Oct 9");
}
