//! Filters with fields, on every list.

use goodword::domain::contact::Contact;
use goodword::domain::incident::Party;
use goodword::domain::promise::{Promise, State};

use super::desk::Desk;

#[test]
fn a_slip_of_the_hand_still_finds_the_person() {
    for (typed, name) in [
        ("reyse", "Bob Reyes"),
        ("novka", "Lea Novak"),
        ("soren", "Søren Dahl"),
        ("vos", "Carl Voss"),
    ] {
        let mut desk = Desk::demo();
        desk.keys("2 /").types(typed);
        assert_eq!(desk.under_cursor(), name, "found by {typed}");
    }
}

#[test]
fn a_field_narrows_the_list_while_it_is_typed_and_the_title_says_how_far() {
    let mut desk = Desk::demo();
    let all = desk.model.contacts.rows.keys().len();
    desk.keys("2 /").types("owes:");
    desk.sees("owes: me, them");
    assert_eq!(
        desk.model.contacts.rows.keys().len(),
        all,
        "no value yet: nothing is left out"
    );
    desk.types("them");
    let owed = desk.model.contacts.rows.keys().len();
    assert!(0 < owed && owed < all);
    desk.sees(&format!("{owed} of {all} · / owes:them"));
    desk.keys("Home").types("-");
    assert_eq!(
        desk.model.contacts.rows.keys().len(),
        all - owed,
        "all the others"
    );
}

#[test]
fn what_is_not_known_is_said_and_hides_nothing() {
    let mut desk = Desk::demo();
    let all = desk.model.contacts.rows.keys().len();
    desk.keys("2 /")
        .types("shoe:42")
        .sees("No field \"shoe\"")
        .sees("tag org last");
    assert_eq!(desk.model.contacts.rows.keys().len(), all);
    desk.keys("Ctrl-u")
        .types("trust:purple")
        .sees("No trust:purple; try solid, good");
    desk.keys("Ctrl-u")
        .types("by:me")
        .sees("by: says nothing about people");
    assert_eq!(desk.model.contacts.rows.keys().len(), all);
    desk.keys("Enter").sees("by: says nothing about people");
}

#[test]
fn the_same_fields_work_on_promises_and_today() {
    let mut desk = Desk::demo();
    desk.keys("3 /").types("by:them");
    let theirs = desk.model.promises.shown;
    assert!(theirs > 0);
    desk.sees(&format!("{theirs} of {}", desk.model.promises.total));
    desk.keys("Esc /")
        .types("state:stuck Enter")
        .keys("Esc /")
        .types("state:stuck");
    desk.sees("Introduce her to Max");
    desk.keys("Esc 1 /")
        .types("kind:unheard")
        .sees("Eve Park")
        .sees_not("clash");
    desk.keys("Ctrl-u").types("due:late -kind:unheard");
    assert!(!desk.under_cursor().contains("unheard"));
}

#[test]
fn promises_are_sorted_by_due_by_person_and_by_the_day_they_were_made() {
    let mut desk = Desk::demo();
    desk.keys("3")
        .goes_to("Introduce her to Max")
        .sees("Needs a word");
    desk.keys("s")
        .sees("Sorted by person")
        .sees("open, by person")
        .sees_not("Needs a word");
    assert_eq!(desk.under_cursor(), "Introduce her to Max");
    desk.keys("s").sees("Sorted by made");
    let made: Vec<_> = desk
        .model
        .promises
        .in_sight()
        .map(|id| desk.book().promises.get(id).unwrap().made)
        .collect();
    assert!(made.is_sorted_by(|one, next| one >= next), "{made:?}");
    desk.keys("s").sees("Sorted by due").sees("Needs a word");
    assert_eq!(desk.under_cursor(), "Introduce her to Max");
}

#[test]
fn the_archived_are_found_by_asking_for_them() {
    let mut desk = Desk::demo();
    desk.keys("2")
        .goes_to("Eve Park")
        .keys("d Enter")
        .sees("archived");
    desk.keys("/").types("org:fjord Enter");
    desk.keys("Esc /").types("org:fjord");
    desk.sees_not("archived  ");
    desk.keys("Ctrl-u").types("is:archived");
    assert_eq!(desk.under_cursor(), "Eve Park");
}

#[test]
fn contacts_say_how_many_are_archived_where_that_is_everybody() {
    let mut desk = Desk::empty();
    desk.keys("a")
        .types("met Zoe Lind and Tom Hart")
        .keys("Enter");
    desk.keys("2").goes_to("Zoe Lind").keys("d Enter");
    desk.sees_not("people of your book are archived");
    desk.goes_to("Tom Hart").keys("d Enter");
    desk.sees("All 2 people of your book are archived.")
        .sees("/ is:archived shows who")
        .sees_not("Nobody here yet");
    desk.keys("/").types("is:archived").sees("Tom Hart");
}

/// Whether a person is asked for, told without the program's own words for it.
type Asked = fn(&Desk, &Contact) -> bool;

fn promises<'a>(desk: &'a Desk, of: &Contact) -> impl Iterator<Item = &'a Promise> {
    let id = of.id;
    let all = desk.book().promises.iter().map(AsRef::as_ref);
    all.filter(move |promise: &&Promise| promise.contact == id)
}

fn days_since(desk: &Desk, of: &Contact) -> Option<i64> {
    let talks = desk.book().interactions.iter();
    let talks = talks.filter(|talk| talk.two_way && talk.with.contains(&of.id));
    let last = talks.map(|talk| talk.on).max()?;
    Some((desk.today() - last).num_days())
}

const PEOPLE: &[(&str, Asked)] = &[
    ("tag:press", |_, one| {
        one.tags.iter().any(|tag| tag == "press")
    }),
    ("-tag:press", |_, one| {
        one.tags.iter().all(|tag| tag != "press")
    }),
    ("TAG:Press", |_, one| {
        one.tags.iter().any(|tag| tag == "press")
    }),
    ("tag:pre", |_, one| {
        one.tags.iter().any(|tag| tag.starts_with("pre"))
    }),
    ("tag:\"press\"", |_, one| {
        one.tags.iter().any(|tag| tag == "press")
    }),
    ("org:northwind", |_, one| one.organisation == "Northwind"),
    ("topic:pricing", |_, one| {
        one.topics.iter().any(|topic| topic == "pricing")
    }),
    ("last:>60d", |desk, one| {
        days_since(desk, one).is_some_and(|days| days > 60)
    }),
    ("last:>2m", |desk, one| {
        days_since(desk, one).is_some_and(|days| days > 60)
    }),
    ("last:<2w", |desk, one| {
        days_since(desk, one).is_some_and(|days| days < 14)
    }),
    ("last:never", |desk, one| days_since(desk, one).is_none()),
    ("owes:me", |desk, one| {
        promises(desk, one).any(|one| one.is_owed() && one.by == Party::Them)
    }),
    ("owes:them", |desk, one| {
        promises(desk, one).any(|one| one.is_owed() && one.by == Party::Me)
    }),
    ("owes:them -org:krume", |desk, one| {
        promises(desk, one).any(Promise::is_owed_by_me) && one.organisation != "Krume"
    }),
    ("state:stuck", |desk, one| {
        promises(desk, one).any(|one| matches!(one.state, State::Blocked { .. }))
    }),
    ("due:late", |desk, one| {
        let today = desk.today();
        promises(desk, one).any(|one| one.is_owed() && one.due.is_some_and(|due| due < today))
    }),
    ("pace:none", |_, one| one.rhythm_days.is_none()),
    ("is:new", |desk, one| {
        (0..=30).contains(&(desk.today() - one.added).num_days())
    }),
    ("is:archived", |_, one| one.archived),
];

#[test]
fn every_field_finds_those_whom_it_names() {
    let mut desk = Desk::demo();
    desk.keys("2");
    for (filter, asked) in PEOPLE {
        desk.keys("Esc Esc /").types(filter).keys("Enter");
        let mut found = desk.model.contacts.rows.keys().to_vec();
        found.sort();
        let listed = |one: &&Contact| !one.archived || *filter == "is:archived";
        let people = desk
            .book()
            .contacts
            .iter()
            .map(AsRef::as_ref)
            .filter(listed);
        let wanted: Vec<_> = people
            .filter(|one| asked(&desk, one))
            .map(|one| one.id)
            .collect();
        assert_eq!(found, wanted, "{filter}");
        let is_odd = wanted.is_empty() || wanted.len() == desk.model.contacts.total;
        assert!(
            !is_odd || matches!(*filter, "last:never" | "is:archived" | "is:new"),
            "{filter} tells nobody apart"
        );
    }
}
