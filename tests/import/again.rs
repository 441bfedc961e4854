//! A file that comes in again tells nothing new: what I changed meanwhile stays as I left it.

use super::{Desk, card};

const PHONE: &str = "UID:1\r\nFN:Ana Li\r\nORG:Acme\r\nTITLE:Director\r\nTEL:+49 1\r\nEMAIL:ana@acme.example\r\nBDAY:1980-05-01\r\nNOTE:Likes rye\\nTwo dogs\r\nCATEGORIES:north\r\n";

#[test]
fn what_i_changed_is_not_taken_back() {
    let mut desk = Desk::new();
    let file = card(PHONE);
    desk.import_text(&file);
    desk.change("Ana Li", |ana| {
        ana.organisation = "Acme North".to_owned();
        ana.role.clear();
        ana.phones = vec!["+49 2".to_owned()];
        ana.emails.clear();
        ana.birthday = None;
        ana.notes = "Rye, and two dogs".to_owned();
        ana.tags.clear();
    });
    let before = desk.person("Ana Li").clone();
    let plan = desk.import_text(&file);
    assert!(plan.is_empty(), "{:?}", plan.people.changed);
    assert_eq!(*desk.person("Ana Li"), before);
}

#[test]
fn what_the_file_changed_comes_in() {
    let mut desk = Desk::new();
    desk.import_text(&card(PHONE));
    desk.change("Ana Li", |ana| ana.phones.clear());
    let moved = card(
        &PHONE
            .replace("Director", "Head of sales")
            .replace("+49 1", "+49 3"),
    );
    let plan = desk.import_text(&moved);
    let said: Vec<_> = plan.people.changed[0]
        .fields
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(said, ["role: Director -> Head of sales", "phone: +49 3"]);
    let ana = desk.person("Ana Li");
    assert_eq!((ana.role.as_str(), ana.phones.len()), ("Head of sales", 1));
}

#[test]
fn two_sources_that_differ_do_not_take_turns() {
    let mut desk = Desk::new();
    let (phone, mail) = (
        card(PHONE),
        card(
            &PHONE
                .replace("Director", "Leiterin")
                .replace("UID:1", "UID:2"),
        ),
    );
    desk.import_text(&phone);
    assert_eq!(desk.import_text(&mail).people.changed.len(), 1);
    for file in [&phone, &mail, &phone] {
        assert!(desk.import_text(file).is_empty());
        assert_eq!(desk.person("Ana Li").role, "Leiterin");
    }
}

#[test]
fn what_is_said_of_somebody_typed_by_hand_counts_as_told() {
    let mut desk = Desk::new();
    desk.import_text(&card("FN:Ana Li\r\n"));
    desk.change("Ana Li", |ana| {
        ana.role = "Director".to_owned();
        ana.imported.clear();
    });
    let file = card("FN:Ana Li\r\nTITLE:Director\r\n");
    let plan = desk.import_text(&file);
    assert_eq!((plan.people.changed.len(), plan.people.same), (0, 1));
    desk.change("Ana Li", |ana| ana.role = "Owner".to_owned());
    assert!(desk.import_text(&file).is_empty());
    assert_eq!(desk.person("Ana Li").role, "Owner");
}
