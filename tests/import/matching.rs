//! One person, one contact; two people, two.

use super::{Desk, card};

#[test]
fn the_same_person_twice_in_one_file_is_one() {
    let mut desk = Desk::new();
    let first = card("FN:Ana Li\r\nEMAIL:Ana@li.example\r\n");
    let second = card("FN:Ana Lia Li\r\nEMAIL:ana@LI.example\r\nTEL:1\r\n");
    let plan = desk.import_text(&(first + &second));
    assert_eq!(plan.people.new.len(), 1);
    let ana = desk.person("Ana Li");
    assert_eq!(ana.emails, ["Ana@li.example"]);
    assert_eq!(ana.nicknames, ["Ana Lia Li"], "both names find her");
    assert_eq!(ana.phones, ["1"]);
}

#[test]
fn the_same_person_in_two_files_is_one() {
    let mut desk = Desk::new();
    let phone = card("FN:Ana Li\r\nTEL:+49 1\r\n");
    let desktop = card("FN:Ana Li\r\nEMAIL:ana@li.example\r\nUID:77\r\n");
    let plan = desk.import(&[("a.vcf", phone.as_bytes()), ("b.vcf", desktop.as_bytes())]);
    assert_eq!(plan.people.new.len(), 1);
    assert_eq!(desk.person("Ana Li").source_uid.as_deref(), Some("77"));
}

#[test]
fn namesakes_with_different_addresses_stay_two() {
    let mut desk = Desk::new();
    let one = card("FN:Ana Li\r\nEMAIL:ana@one.example\r\n");
    let two = card("FN:Ana Li\r\nEMAIL:ana@two.example\r\n");
    assert_eq!(desk.import_text(&(one + &two)).people.new.len(), 2);
    // Which of the two this is, nobody can tell; with a number of its own it is somebody.
    let plan = desk.import_text(&card("FN:Ana Li\r\n"));
    assert!(
        plan.is_empty() && plan.people.same == 1,
        "it says nothing new of the first one"
    );
    let plan = desk.import_text(&card("FN:Ana Li\r\nORG:Acme\r\n"));
    assert_eq!(plan.rejected.len(), 1);
    assert_eq!(
        plan.rejected[0].reason,
        "the book holds 2 people called Ana Li, and the card has no e-mail that tells which one it is"
    );
}

#[test]
fn order_does_not_make_a_second_copy() {
    let cards = [
        card("FN:Ana\r\n"),
        card("FN:Ana\r\nEMAIL:a@x.example\r\n"),
        card("FN:Ana\r\nEMAIL:a@y.example\r\n"),
        card("FN:Ana\r\nTEL:5\r\n"),
        card("FN:Ana\r\nTEL:6\r\nORG:Acme\r\n"),
        card("FN:Ana\r\nUID:1\r\nTEL:5\r\n"),
    ];
    // `import` itself asserts that a second run changes nothing.
    for first in 0..cards.len() {
        let mut rotated = cards.clone();
        rotated.rotate_left(first);
        Desk::new().import_text(&rotated.concat());
        rotated.reverse();
        Desk::new().import_text(&rotated.concat());
    }
}

#[test]
fn a_couple_that_shares_an_address_stays_two() {
    let mut desk = Desk::new();
    let one = card("FN:Jo Doe\r\nUID:1\r\nEMAIL:family@doe.example\r\n");
    let two = card("FN:Sam Doe\r\nUID:2\r\nEMAIL:family@doe.example\r\n");
    assert_eq!(desk.import_text(&(one + &two)).people.new.len(), 2);
}

#[test]
fn a_change_of_the_card_goes_in_and_nothing_of_mine_goes_out() {
    let mut desk = Desk::new();
    desk.import_text(&card(
        "FN:Ana Li\r\nUID:9\r\nORG:Acme\r\nNOTE:likes tea\r\nBDAY:1980-05-01\r\n",
    ));
    let id = desk.person("Ana Li").id;
    desk.book.contacts.change(id, |ana| {
        ana.name = "Dr Ana Li".to_owned();
        ana.notes.push_str("\nmy own words");
        ana.tags.push("mentor".to_owned());
        ana.boundary = true;
    });
    let plan = desk.import_text(&card(
        "FN:Ana Li\r\nUID:9\r\nORG:Initrode\r\nEMAIL:ana@li.example\r\nNOTE:likes tea\\nand cake\r\nBDAY:--0501\r\n",
    ));
    let said: Vec<_> = plan.people.changed[0]
        .fields
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        said,
        [
            "organisation: Acme -> Initrode",
            "e-mail: ana@li.example",
            "note: and cake"
        ]
    );
    let ana = desk.person("Dr Ana Li");
    assert_eq!(ana.notes, "likes tea\nmy own words\n\nand cake");
    assert_eq!(ana.birthday.unwrap().year, Some(1980));
    assert!(ana.boundary && ana.tags == ["mentor"]);
}

#[test]
fn a_list_of_people_is_no_person() {
    let mut desk = Desk::new();
    let plan = desk.import_text(&card("FN:Friends\r\nX-ADDRESSBOOKSERVER-KIND:group\r\n"));
    assert!(plan.people.is_empty());
    assert_eq!(
        plan.rejected[0].reason,
        "this card is a list of people, not a person"
    );
}

#[test]
fn a_title_or_what_was_earned_makes_nobody_new() {
    let mut desk = Desk::new();
    let phone = card("FN:Dr. Jürgen Müller\r\nORG:Nordlicht GmbH\r\nTEL:+49 30 1\r\n");
    let more = card("FN:Dana Whitfield\r\nORG:Acme\r\nEMAIL:dana@acme.example\r\n");
    desk.import_text(&(phone + &more));
    let plan = desk.import_text(
        &[
            "Jürgen Müller",
            "Müller, Jürgen",
            "Dana Whitfield, CPA",
            "Dana Whitfield, CPA, PMP",
        ]
        .map(|name| {
            card(&format!(
                "FN:{}\r\nTITLE:Director\r\n",
                name.replace(',', "\\,")
            ))
        })
        .concat(),
    );
    assert!(plan.people.new.is_empty(), "{:?}", plan.people.new);
    assert_eq!(desk.book.contacts.len(), 2);
    assert!(desk.person("Dr. Jürgen Müller").nicknames.is_empty());
    // What speaks against it still does.
    let other = card("FN:Jürgen Müller\r\nTEL:+49 40 2\r\n");
    let child = card("FN:Dana Whitfield\\, Jr.\r\n");
    assert_eq!(desk.import_text(&(other + &child)).people.new.len(), 2);
}

#[test]
fn a_card_puts_the_last_name_first_in_order_and_leaves_a_firm() {
    let mut desk = Desk::new();
    let cards = [
        "FN:Müller\\, Jürgen\r\nEMAIL:jm@nord.example\r\n",
        "FN:Ana Silva\\, PMP\r\n",
        "FN:Dana Roe\\, Berlin\r\nN:Roe;Dana;;;\r\n",
        "FN:Smith\\, Wesson\r\nORG:Smith\\, Wesson\r\n",
    ];
    desk.import_text(&cards.map(card).concat());
    for name in [
        "Jürgen Müller",
        "Ana Silva, PMP",
        "Dana Roe, Berlin",
        "Smith, Wesson",
    ] {
        desk.person(name);
    }
    // A fuller name of the same address goes to the person.
    let plan = desk.import_text(&card(
        "FN:Dr. Jürgen Karl Müller\r\nEMAIL:jm@nord.example\r\n",
    ));
    assert!(plan.people.new.is_empty());
    assert_eq!(
        desk.person("Jürgen Müller").nicknames,
        ["Dr. Jürgen Karl Müller"]
    );
}

#[test]
fn who_is_new_and_very_likely_here_is_named() {
    let mut desk = Desk::new();
    desk.import_text(&card("FN:Ana Li\r\nUID:1\r\nORG:Acme\r\n"));
    let plan = desk.import_text(&card("FN:Ana Li\r\nUID:2\r\nORG:Acme\r\n"));
    assert_eq!(
        plan.people.new.len(),
        1,
        "two identities are two people until I say so"
    );
    assert_eq!(plan.remarks, ["Ana Li may be here already: :duplicates"]);
    let plan = desk.import_text(&card("FN:Zoe Lind\r\nUID:3\r\n"));
    assert!(plan.remarks.is_empty());
}
