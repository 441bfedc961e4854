//! Tables whose columns go by other names: a mapping says which is which.

use goodword::domain::import_plan::Mapping;

use super::super::command::Shell;
use super::{Desk, Mappings, names, read, untaken, view};

const TABLE: &str =
    "Mitglied,Mail privat,\"Ruf, mobil\",Ruf 2,Ort\nAna Li,ana@li.example,+49 1,+49 2,Ely\n";

fn mapping(text: &str) -> Mapping {
    text.parse().unwrap()
}

#[test]
fn a_mapping_names_the_columns() {
    let asked = mapping("name=Mitglied, email=\"mail PRIVAT\",phone=\"Ruf, mobil\",phone=Ruf 2");
    let mut desk = Desk::new();
    desk.view.mappings.asked = Some(asked);
    let plan = desk.import(&[("t.txt", TABLE.as_bytes())]);
    let ana = desk.person("Ana Li");
    assert_eq!(ana.emails, ["ana@li.example"]);
    assert_eq!(ana.phones, ["+49 1", "+49 2"]);
    assert_eq!(untaken(&plan), [("Ort", 1)]);
}

#[test]
fn a_mapping_of_the_settings_reads_the_tables_that_have_its_columns() {
    let mut desk = Desk::new();
    desk.view.mappings = Mappings {
        asked: None,
        kept: vec![mapping("name=Nobody"), mapping("name=Mitglied")],
    };
    desk.import(&[
        ("own.csv", TABLE.as_bytes()),
        ("known.csv", b"Name,Email\nBob,b@x.example\n"),
    ]);
    assert_eq!(names(&desk), ["Ana Li", "Bob"]);
}

#[test]
fn a_column_that_is_not_there_is_named() {
    let mut view = view();
    view.mappings.asked = Some(mapping("name=Mitglied,email=Mial"));
    let refused = read("t.txt", TABLE.as_bytes(), &view).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "t.txt: this table has no column Mial; it has Mitglied, Mail privat, Ruf, mobil, Ruf 2, Ort"
    );
}

#[test]
fn a_mapping_that_makes_no_sense_says_why() {
    let why = |text: &str| text.parse::<Mapping>().unwrap_err();
    assert_eq!(
        why("Full Name"),
        "`Full Name` names no column, as in name=\"Full Name\",email=Mail"
    );
    assert!(why("surname=Last").starts_with("`surname` is no field; there are name, given, "));
    assert_eq!(why("name="), "no column stands after `name=`");
    assert!(why(" , ").starts_with("it names no column"));
}

#[test]
fn a_mapping_written_down_reads_back_equal() {
    for text in ["name=A", "name=\"A, B\",email=C D,phone=E,phone=F"] {
        let one = mapping(text);
        assert_eq!(mapping(&one.to_string()), one);
    }
}

#[test]
fn the_shell_takes_a_mapping_by_its_columns_or_by_its_name() {
    let shell = Shell::new();
    let (table, config) = (shell.path("t.csv"), shell.path("config.ron"));
    std::fs::write(&table, TABLE).unwrap();
    let asks = |map: &str| shell.run(&[&table, "--map", map]);
    let book = || std::fs::read_to_string(shell.path("book.ron")).unwrap_or_default();
    assert!(!asks("members") && !asks("name=Nobody") && !asks("surname=Mitglied"));
    assert_eq!(book(), "", "nothing came in");
    std::fs::write(
        &config,
        "(tables: {\"members\": \"name=Mitglied,phone=Ruf 2\"})",
    )
    .unwrap();
    assert!(asks("members"));
    assert!(book().contains("+49 2") && !book().contains("ana@li.example"));
    assert!(asks("name=Mitglied,email=Mail privat"));
    assert!(book().contains("ana@li.example"));
    std::fs::write(&config, "(tables: {\"members\": \"surname=Mitglied\"})").unwrap();
    assert!(!asks("members"), "settings that make no sense are said");
}

#[test]
fn a_table_of_the_settings_is_read_without_asking() {
    let shell = Shell::new();
    let table = shell.path("t.csv");
    std::fs::write(&table, TABLE).unwrap();
    assert!(!shell.run(&[&table]));
    std::fs::write(
        shell.path("config.ron"),
        "(tables: {\"members\": \"name=Mitglied\"})",
    )
    .unwrap();
    assert!(shell.run(&[&table]));
}
