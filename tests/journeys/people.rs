//! Finding, adding, changing and removing people.

use goodword::domain::Book;

use super::desk::Desk;

#[test]
fn three_letters_find_a_person_and_what_they_try_to_solve() {
    let mut desk = Desk::demo();
    desk.keys("2 / b o b")
        .sees("Bob Reyes")
        .sees("we lose a tenth of our customers");
    assert_eq!(desk.under_cursor(), "Bob Reyes");
    desk.keys("Enter Enter")
        .sees("bob.reyes@northwind.example")
        .keys("Esc");
    assert_eq!(desk.under_cursor(), "Bob Reyes");
}

#[test]
fn a_nickname_a_firm_or_a_tag_finds_a_person_too() {
    for (typed, name) in [
        ("misaki", "田中美咲"),
        ("northw", "Bob Reyes"),
        ("Søren", "Søren Dahl"),
    ] {
        let mut desk = Desk::demo();
        desk.keys("2 /").types(typed).sees(name);
        assert_eq!(desk.under_cursor(), name, "found by {typed}");
    }
}

#[test]
fn sorting_changes_the_order_and_not_the_people() {
    let mut desk = Desk::demo();
    let names = |desk: &Desk| -> Vec<String> {
        let rows = desk.model.contacts.rows.keys().iter();
        rows.map(|id| desk.book().contacts.get(*id).unwrap().name.clone())
            .collect()
    };
    desk.keys("2").sees("by what you owe");
    let owed = names(&desk);
    assert_eq!(
        owed[0], "Eve Park",
        "who waits longest for a word stands first"
    );
    desk.keys("s").sees("by name");
    let by_name = names(&desk);
    assert!(by_name.is_sorted_by_key(|name| name.to_lowercase()));
    desk.keys("s").sees("by last talk");
    let by_talk = names(&desk);
    assert_ne!(by_talk, by_name);
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    assert_eq!(sorted(owed), sorted(by_name.clone()));
    assert_eq!(sorted(by_talk), sorted(by_name));
}

#[test]
fn the_cursor_stays_on_its_record_through_sorting_and_filtering() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Carl Voss").keys("s s");
    assert_eq!(desk.under_cursor(), "Carl Voss");
    desk.keys("/").types("ravi menon").keys("Enter");
    assert_eq!(desk.under_cursor(), "Ravi Menon");
    desk.sees_not("Eve Park").keys("Esc").sees("Eve Park");
    assert_eq!(
        desk.under_cursor(),
        "Ravi Menon",
        "the filter is gone, the record is not"
    );
    desk.resize(60, 20).sees("Ravi Menon").resize(120, 36);
    assert_eq!(desk.under_cursor(), "Ravi Menon");
}

#[test]
fn a_filter_that_finds_nobody_says_how_to_get_out() {
    let mut desk = Desk::demo();
    desk.keys("2 /")
        .types("zzzzzz")
        .sees("Nobody matches")
        .keys("Esc")
        .sees("Eve Park");
}

#[test]
fn a_person_is_added_changed_archived_deleted_and_all_of_it_undone() {
    let mut desk = Desk::kept_demo();
    let mut books: Vec<Book> = vec![desk.book().clone()];
    desk.keys("2 A").types("Ada Byron");
    desk.fills("Organisation", "Engines Ltd");
    desk.fills("Is solving", "the drums jam; ?no money for brass")
        .fills("Pace", "3 months");
    desk.keys("Ctrl-s")
        .sees("added: Ada Byron")
        .sees("the drums jam");
    assert_eq!(desk.under_cursor(), "Ada Byron");
    let problems = &desk.contact("Ada Byron").problems;
    assert_eq!(problems.len(), 2);
    assert_eq!(
        desk.contact("Ada Byron").rhythm_days.map(u32::from),
        Some(91)
    );
    books.push(desk.book().clone());

    desk.keys("e")
        .fills("Organisation", "Analytical Engines")
        .keys("Ctrl-s");
    assert_eq!(desk.contact("Ada Byron").organisation, "Analytical Engines");
    assert_eq!(
        desk.contact("Ada Byron").problems.len(),
        2,
        "what was not touched stays"
    );
    books.push(desk.book().clone());

    desk.keys("d")
        .goes_to("Archive")
        .keys("Enter")
        .sees("archived: Ada Byron");
    assert!(desk.contact("Ada Byron").archived);
    assert_ne!(desk.under_cursor(), "Ada Byron");
    books.push(desk.book().clone());

    desk.goes_to("Eve Park")
        .keys("d")
        .sees("with 2 promises")
        .goes_to("Delete")
        .keys("Enter");
    desk.sees("deleted: Eve Park");
    assert!(!desk.knows("Eve Park"));
    let hers = |desk: &Desk| {
        desk.book()
            .promises
            .iter()
            .any(|p| p.text == "Introduce her to Max")
    };
    assert!(!hers(&desk), "her promises went along");
    desk.reopen();
    assert!(!desk.knows("Eve Park"), "and so they are in the file");
    assert!(!hers(&desk));
}

#[test]
fn each_step_is_undone_one_by_one_and_done_again() {
    let mut desk = Desk::kept_demo();
    let mut books: Vec<Book> = vec![desk.book().clone()];
    desk.keys("2 A").types("Ada Byron").keys("Ctrl-s");
    books.push(desk.book().clone());
    desk.keys("e").fills("Role", "engineer").keys("Ctrl-s");
    books.push(desk.book().clone());
    desk.keys("d").goes_to("Archive").keys("Enter");
    books.push(desk.book().clone());
    desk.goes_to("Bob Reyes")
        .keys("d")
        .goes_to("Delete")
        .keys("Enter");
    books.push(desk.book().clone());
    for (step, book) in books.iter().enumerate().rev().skip(1) {
        desk.keys("u").sees("undid");
        assert!(
            desk.book() == book,
            "undoing step {} left something behind",
            step + 1
        );
    }
    desk.keys("u").sees("Nothing to undo");
    for (step, book) in books.iter().enumerate().skip(1) {
        desk.keys("U");
        assert!(
            desk.book() == book,
            "doing step {step} again is not what it was"
        );
    }
    desk.keys("U")
        .sees("Nothing to do again")
        .keys("u u u u")
        .reopen();
    assert!(
        desk.book() == &books[0],
        "the file holds what the screen held"
    );
}

#[test]
fn leaving_a_form_with_something_typed_asks() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 A Esc").sees_not("A new person");
    desk.keys("A")
        .types("Ada")
        .keys("Esc")
        .sees("Drop what you typed?");
    desk.goes_to("Go on")
        .keys("Enter")
        .sees("A new person")
        .sees("Ada");
    desk.keys("Esc Esc").sees("Ada");
    desk.keys("q").sees("Adaq");
    desk.keys("Ctrl-c")
        .sees("Drop it and leave")
        .keys("Enter")
        .sees("Adaq");
    assert!(
        !desk.has_left(),
        "quitting would have dropped what was typed"
    );
    desk.keys("Esc")
        .goes_to("Drop it")
        .keys("Enter")
        .sees_not("A new person");
    assert!(!desk.knows("Adaq"));
}

#[test]
fn a_pace_that_is_none_is_said_at_its_field() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 A")
        .types("Ada Byron")
        .fills("Pace", "now and then")
        .keys("Ctrl-s");
    desk.sees("no pace").sees("Ada Byron");
    assert_eq!(desk.under_cursor(), "Pace");
    desk.retypes("2 weeks").keys("Ctrl-s");
    assert_eq!(
        desk.contact("Ada Byron").rhythm_days.map(u32::from),
        Some(14)
    );
}

#[test]
fn the_archived_are_named_so_where_they_are_found() {
    let mut desk = Desk::demo();
    desk.keys("2")
        .goes_to("Eve Park")
        .keys("d Enter")
        .sees("archived: Eve");
    desk.keys("/").types("eve park").keys("Enter");
    desk.goes_to("Eve Park");
    let screen = desk.screen();
    let mut rows = screen.lines().filter(|line| line.contains("Eve Park"));
    assert!(rows.any(|line| line.contains("archived")));
}

#[test]
fn a_choice_that_changes_nothing_says_so() {
    let mut desk = Desk::demo();
    desk.keys("2")
        .goes_to("Lea Novak")
        .keys("p")
        .goes_to("None")
        .keys("Enter");
    desk.waits(9).keys("p").goes_to("None").keys("Enter");
    desk.sees("nothing changed")
        .keys("z")
        .goes_to("For a week")
        .keys("Enter Enter");
    desk.sees("Left alone until Thu 1 Oct");
}

#[test]
fn keys_on_an_empty_screen_say_why_they_do_nothing() {
    let mut desk = Desk::empty();
    for screen in ["1", "2", "3", "4"] {
        for key in ["w", "e"] {
            desk.waits(9).keys(screen).keys(key);
            desk.sees("no row that this key could act on");
        }
    }
    desk.keys("1 A").sees("Name").keys("Esc");
}
