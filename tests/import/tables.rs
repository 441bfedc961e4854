//! Tables of people, as `LinkedIn`, Google, Outlook and others write them, and as they come out of it all broken.

use goodword::domain::contact::Birthday;
use goodword::domain::import_plan::{Findings, ImportPlan, Mappings, Place};
use goodword::import::read;

use super::{Desk, card, day, view};

#[path = "tables/awkward.rs"]
mod awkward;
#[path = "tables/own_columns.rs"]
mod own_columns;
#[path = "tables/round_trip.rs"]
mod round_trip;

/// A table of the corpus, put into an empty book, twice.
fn corpus(name: &str) -> (Desk, ImportPlan) {
    let path = format!("{}/tests/import/tables/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    let mut desk = Desk::new();
    let plan = desk.import(&[(name, &bytes)]);
    (desk, plan)
}

fn table(text: &str) -> (Desk, ImportPlan) {
    let mut desk = Desk::new();
    let plan = desk.import(&[("t.csv", text.as_bytes())]);
    (desk, plan)
}

fn names(desk: &Desk) -> Vec<&str> {
    let people = desk.book.contacts.iter();
    let mut names: Vec<&str> = people.map(|contact| contact.name.as_str()).collect();
    names.sort_unstable();
    names
}

/// What was left out: the line and the reason.
fn left_out(plan: &ImportPlan) -> Vec<(usize, &str)> {
    let rejected = plan.rejected.iter();
    rejected
        .map(|rejected| (rejected.place.line, rejected.reason.as_str()))
        .collect()
}

fn untaken(plan: &ImportPlan) -> Vec<(&str, usize)> {
    let list = plan.untaken.list().into_iter();
    list.map(|(_, name, count)| (name, count)).collect()
}

#[test]
fn linkedin_has_lines_above_its_head_and_hardly_an_address() {
    let (desk, plan) = corpus("01_linkedin.csv");
    assert_eq!(
        names(&desk),
        ["Ana Silva", "José Li, PhD 🚀", "Sam Roe", "Sam Roe"],
        "two of one name with two profiles are two people"
    );
    let ana = desk.person("Ana Silva");
    assert_eq!(ana.organisation, "Quarry, Ltd");
    assert_eq!(ana.role, "Head of \"R&D\"");
    assert_eq!(ana.urls, ["https://www.linkedin.com/in/ana-silva"]);
    assert!(ana.emails.is_empty());
    assert_eq!(
        left_out(&plan),
        [(
            7,
            "this row has no name, no organisation and no e-mail address"
        )]
    );
    assert_eq!(untaken(&plan), [("Connected On", 4)]);
}

#[test]
fn a_profile_finds_the_person_whatever_the_row_calls_them() {
    let mut desk = Desk::new();
    desk.import_text(&card(
        "FN:Ana Maria Silva\r\nEMAIL:ana@home.example\r\nURL:http://linkedin.com/in/ana-silva/\r\n",
    ));
    desk.import_text(&card(
        "FN:Sam Roe\r\nURL:https://de.linkedin.com/in/Sam-Roe-2?x=1\r\n",
    ));
    let path = format!(
        "{}/tests/import/tables/01_linkedin.csv",
        env!("CARGO_MANIFEST_DIR")
    );
    let plan = desk.import(&[("Connections.csv", &std::fs::read(path).unwrap())]);
    assert_eq!((plan.people.new.len(), plan.people.changed.len()), (2, 2));
    let ana = desk.person("Ana Maria Silva");
    assert_eq!(ana.nicknames, ["Ana Silva"]);
    assert_eq!(ana.role, "Head of \"R&D\"");
    let of_hooli = desk
        .book
        .contacts
        .iter()
        .filter(|one| one.organisation == "Hooli");
    assert_eq!(of_hooli.count(), 1);
    assert_eq!(desk.book.contacts.len(), 4);
}

#[test]
fn google_writes_lists_in_one_cell() {
    let (desk, plan) = corpus("02_google_new.csv");
    assert_eq!(names(&desk), ["Bo Yi", "Ida May Marsh", "only.address"]);
    let ida = desk.person("Ida May Marsh");
    assert_eq!(ida.nicknames, ["Idy"]);
    assert_eq!(
        (&*ida.organisation, &*ida.role),
        ("Quarry Ltd", "Geologist")
    );
    assert_eq!(ida.emails, ["ida@quarry.example", "ida@marsh.example"]);
    assert_eq!(ida.phones, ["+49 170 1234", "+49 170 5678"]);
    assert_eq!(ida.tags, ["Climbing"]);
    assert_eq!(ida.notes, "likes tea\nand cake");
    let day = |year, month, day| Some(Birthday { year, month, day });
    assert_eq!(ida.birthday, day(Some(1980), 5, 1));
    assert_eq!(desk.person("Bo Yi").birthday, day(None, 12, 24));
    assert!(plan.rejected.is_empty() && plan.remarks.is_empty());
    assert_eq!(
        untaken(&plan),
        [
            ("E-mail - Label", 2),
            ("Phone - Label", 2),
            ("Address - City", 1),
            ("Address - Formatted", 1),
            ("Address - Label", 1),
            ("Name Prefix", 1),
            ("Organization Department", 1),
            ("Photo", 1),
            ("Website - Label", 1),
        ]
    );
}

#[test]
fn googles_older_tables_mark_what_is_preferred_by_a_star() {
    let (desk, _) = corpus("03_google_old.csv");
    let dana = desk.person("Dana Roe");
    assert_eq!(
        dana.emails,
        [
            "dana@work.example",
            "d.roe@work.example",
            "dana@home.example"
        ]
    );
    assert_eq!(
        dana.phones,
        ["+49 171 1"],
        "the guard against formulas is no part of it"
    );
    assert_eq!(
        dana.birthday.map(|day| (day.year, day.month, day.day)),
        Some((None, 3, 9))
    );
    assert_eq!(names(&desk), ["Dana Roe", "Eli Q Poe"]);
}

#[test]
fn outlook_writes_what_windows_wrote() {
    let (desk, plan) = corpus("04_outlook.csv");
    let joerg = desk.person("Jörg Müller");
    assert_eq!(
        (&*joerg.organisation, &*joerg.role),
        ("Straßenbau AG", "Bauleiter")
    );
    assert_eq!(joerg.tags, ["Bau", "Freunde"]);
    assert_eq!(joerg.notes, "mag Tee—sehr\nund Kuchen");
    assert_eq!(joerg.phones, ["+49 30 1", "+49 30 2"]);
    let birthday = joerg.birthday.unwrap();
    assert_eq!(
        (birthday.month, birthday.day),
        (5, 1),
        "24 December of another row tells that the month comes first"
    );
    assert_eq!(names(&desk), ["Jörg Müller", "Zoë Doe"]);
    assert_eq!(left_out(&plan).len(), 1);
    assert_eq!(
        untaken(&plan),
        [("E-mail Type", 2), ("E-mail Display Name", 1), ("Title", 1)]
    );

    let (desk, plan) = corpus("05_outlook_german.csv");
    let ute = desk.person("Ute Ruß");
    assert_eq!((&*ute.organisation, &*ute.role), ("Möbel; Holz", "Leitung"));
    assert_eq!(ute.emails, ["ute@russ.example"]);
    assert_eq!(ute.birthday.unwrap().year, Some(1980));
    assert_eq!(untaken(&plan), [("Anrede", 1)]);
}

#[test]
fn thunderbird_and_tabs_are_read_by_their_names() {
    let (desk, plan) = corpus("06_thunderbird.csv");
    assert_eq!(names(&desk), ["Kim Oh", "list"]);
    let kim = desk.person("Kim Oh");
    assert_eq!(kim.emails, ["kim@oh.example", "kim2@oh.example"]);
    assert!(untaken(&plan).contains(&("Fax Number", 1)));
    assert!(untaken(&plan).contains(&("Birth Year", 1)));

    let (desk, _) = corpus("07_tabs.tsv");
    assert_eq!(
        desk.person("Omar").emails,
        ["omar@x.example", "o@y.example"]
    );
    assert_eq!(desk.person("Nina Vale").phones, ["+44 1"]);
}

#[test]
fn a_table_in_utf_16_is_read_like_any_other() {
    let text = "Name\tE-mail\r\nZoë\tzoe@x.example\r\n";
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let mut desk = Desk::new();
    desk.import(&[("t.txt", &bytes)]);
    assert_eq!(desk.person("Zoë").emails, ["zoe@x.example"]);
}

#[test]
fn a_table_with_the_last_name_first_is_put_in_order() {
    let (desk, _) = table(
        "Name,Company\n\"Müller, Jürgen\",Nordlicht\n\"Dana Whitfield, CPA\",Acme\n\"Smith, Wesson\",\"Smith, Wesson\"\n",
    );
    assert_eq!(
        names(&desk),
        ["Dana Whitfield, CPA", "Jürgen Müller", "Smith, Wesson"]
    );
}
