//! Finding anyone or anything from anywhere, saved views, tags, and the list of changes.

use goodword::app::Screen;
use goodword::app::modal::Modal;
use goodword::domain::incident::IncidentKind;
use ratatui::style::Modifier;

use super::desk::Desk;

#[test]
fn anyone_is_found_from_anywhere_names_first() {
    let mut desk = Desk::demo();
    desk.keys("4 f").types("bob");
    desk.sees("found").sees("person").sees("Bob Reyes");
    let place = desk.places_of("Bob");
    let shown = place
        .iter()
        .any(|place| place.is_all(|cell| cell.modifier.contains(Modifier::UNDERLINED)));
    assert!(shown, "what was found is underlined");
    desk.keys("Enter");
    assert_eq!(desk.model.screen, Screen::Contacts);
    assert_eq!(desk.person(), "Bob Reyes");
}

#[test]
fn esc_leads_back_to_where_one_was() {
    let mut desk = Desk::demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("f")
        .types("deck")
        .keys("↓ Esc");
    assert_eq!(desk.model.screen, Screen::Lunch);
    assert_eq!(desk.under_cursor(), "Bob Reyes or Dana Liu");
}

#[test]
fn a_promise_a_talk_and_an_invite_are_found_by_their_words_and_gone_to() {
    let mut desk = Desk::demo();
    desk.keys("f")
        .types("comments deck")
        .sees("promise")
        .keys("Enter");
    assert_eq!(desk.model.screen, Screen::Promises);
    assert_eq!(desk.under_cursor(), "Comments on her deck");
    let book = desk.book().clone();
    let talk = book
        .interactions
        .iter()
        .find(|talk| !talk.note.is_empty())
        .unwrap();
    let who = &book.contacts.get(talk.with[0]).unwrap().name;
    desk.keys("f").types(&talk.note).keys("Enter");
    assert_eq!(desk.person(), *who);
    let start: String = talk.note.chars().take(12).collect();
    desk.sees(&start);
    let places = desk.places_of(&start);
    let pointed = places
        .iter()
        .any(|place| place.is_all(|cell| cell.modifier.contains(Modifier::REVERSED)));
    assert!(pointed, "the person stands on the place\n{}", desk.screen());
}

#[test]
fn what_was_noted_of_bad_faith_is_found_and_stands_behind_i() {
    let mut desk = Desk::demo();
    let book = desk.book().clone();
    let noted = book
        .incidents
        .iter()
        .find(|one| one.kind == IncidentKind::BadFaith);
    let note = noted.expect("the demo tells of one").note.clone();
    desk.keys("f").types(&note).sees("happened").keys("Enter");
    assert!(matches!(desk.model.modal, Some(Modal::Why(_))));
}

#[test]
fn somebody_archived_is_found_and_shown() {
    let mut desk = Desk::demo();
    desk.keys("2")
        .goes_to("Eve Park")
        .keys("d Enter f")
        .types("eve park")
        .keys("Enter");
    assert_eq!(desk.person(), "Eve Park");
    desk.sees("is:archived");
}

#[test]
fn nothing_is_found_while_names_are_hidden() {
    let mut desk = Desk::demo();
    desk.keys("H f")
        .sees("Not while names are hidden")
        .keys("H f")
        .types("bob");
    desk.waits(9).sees("Bob Reyes");
}

#[test]
fn a_filter_is_kept_as_a_view_and_recalled_from_another_screen() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 s /")
        .types("owes:them")
        .keys("Ctrl-s")
        .sees("Keep this view");
    desk.types("I owe")
        .sees("' 1 brings it back")
        .keys("Enter")
        .sees("kept the view 1 I owe");
    let found = desk.model.contacts.rows.keys().to_vec();
    desk.keys("Esc s 3 '")
        .sees("1  I owe")
        .sees("Contacts · owes:them · by name")
        .keys("1");
    assert_eq!(desk.model.screen, Screen::Contacts);
    assert_eq!(desk.model.contacts.rows.keys(), found);
    desk.sees("/ owes:them").reopen().keys("' 1");
    assert_eq!(desk.model.contacts.rows.keys(), found, "it is in the book");
    desk.keys("' d")
        .sees("removed the view 1 I owe")
        .sees_not("Contacts · owes:them")
        .keys("u")
        .sees("Contacts · owes:them · by name")
        .keys("Esc U")
        .sees("removed the view 1 I owe")
        .keys("u ' 1")
        .sees("/ owes:them");
}

#[test]
fn a_view_of_a_tag_that_nobody_has_any_more_says_so_and_hides_nothing() {
    let mut desk = Desk::kept_demo();
    let all = desk.model.contacts.rows.keys().len();
    desk.keys("2")
        .goes_to("Bob Reyes")
        .keys("#")
        .types("fair")
        .keys("Enter");
    desk.keys("/")
        .types("tag:fair")
        .keys("Ctrl-s")
        .types("the fair")
        .keys("Enter");
    assert_eq!(desk.model.contacts.rows.keys().len(), 1);
    desk.keys("#")
        .types("-fair")
        .keys("Enter Esc ' 1")
        .sees("tag:fair");
    assert_eq!(desk.model.contacts.rows.keys().len(), all);
    desk.keys("' 7").sees("No view has the number 7");
}

#[test]
fn tags_are_added_and_taken_away_for_one_and_for_many() {
    let mut desk = Desk::kept_demo();
    desk.keys("2")
        .goes_to("Bob Reyes")
        .keys("#")
        .sees("Tags of Bob Reyes");
    desk.types("\"trade fair\" ny")
        .keys("Enter")
        .sees("tagged Bob Reyes: trade fair, ny");
    desk.goes_to("Dana Liu")
        .keys("v")
        .goes_to("Bob Reyes")
        .keys("v #")
        .sees("Tags of 2 people");
    desk.types("tra")
        .keys("Tab")
        .types("-ny")
        .keys("Enter")
        .sees("tagged 2 people: trade fair, -ny");
    let tags = |desk: &Desk, name: &str| desk.contact(name).tags.clone();
    assert!(tags(&desk, "Dana Liu").contains(&"trade fair".to_owned()));
    assert!(!tags(&desk, "Bob Reyes").contains(&"ny".to_owned()));
    desk.keys("u");
    assert!(
        tags(&desk, "Bob Reyes").contains(&"ny".to_owned()),
        "one step for both"
    );
    assert!(!tags(&desk, "Dana Liu").contains(&"trade fair".to_owned()));
}

#[test]
fn the_changes_of_this_session_are_gone_back_to() {
    let mut desk = Desk::kept_demo();
    let start = desk.book().clone();
    desk.keys("3").goes_to("Comments on her deck").keys("Space");
    let ticked = desk.book().clone();
    desk.keys("2")
        .goes_to("Bob Reyes")
        .keys("#")
        .types("ny")
        .keys("Enter");
    desk.goes_to("Dana Liu").keys("d Enter");
    let end = desk.book().clone();
    desk.keys("g u")
        .sees("Changes of this session")
        .sees("tagged Bob Reyes: ny");
    desk.sees("as it was at the start")
        .keys("↓ ↓ Enter")
        .sees("undid 2 steps");
    assert!(*desk.book() == ticked);
    desk.keys("g u")
        .sees("undone")
        .keys("G Enter")
        .sees("undid 1 step");
    assert!(*desk.book() == start);
    desk.keys("g u g g Enter").sees("again: 3 steps");
    assert!(*desk.book() == end);
    desk.keys("g u Enter")
        .sees("The book is there already")
        .keys("u")
        .sees("undid: archived, Dana Liu");
}

#[test]
fn a_comma_parts_tags_as_in_the_form() {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to("Bob Reyes").keys("#");
    desk.types("ny,\"trade fair\", client").keys("Enter");
    desk.sees("tagged Bob Reyes: ny, trade fair, client");
    desk.keys("#").types("-ny,cli").keys("Tab Enter");
    let tags = &desk.contact("Bob Reyes").tags;
    assert!(tags.contains(&"client".to_owned()) && !tags.contains(&"ny".to_owned()));
    assert!(tags.iter().all(|tag| !tag.contains(',')), "{tags:?}");
}

#[test]
fn what_a_filter_does_not_know_is_said_no_longer_than_it_stands_there() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 /").types("foo:bar").keys("Enter");
    desk.sees("No field \"foo\"").keys("/").retypes("zzqqxx");
    desk.keys("Enter").sees_not("No field \"foo\"");
    desk.keys("/").retypes("foo:bar").keys("Enter Esc");
    desk.sees_not("No field \"foo\"");
}

#[test]
fn today_is_asked_for_every_word_that_it_shows() {
    let mut desk = Desk::kept_demo();
    for kind in ["asked", "choose", "ended", "inbox"] {
        desk.keys("1 /")
            .retypes(&format!("kind:{kind}"))
            .keys("Enter");
        desk.sees_not("No kind:").keys("Esc");
    }
}
