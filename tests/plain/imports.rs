//! What an import says to programs: what it would do, and what it did.

use serde_json::Value;

use super::shell::Shell;

const PEOPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plain/people.vcf");

fn of<'a>(items: &'a [Value], outcome: &str) -> &'a Value {
    let mut found = items.iter().filter(|item| item["outcome"] == outcome);
    found.next().unwrap_or_else(|| panic!("{outcome}"))
}

#[test]
fn a_dry_run_says_all_that_the_import_then_does() {
    let shell = Shell::demo();
    let before = std::fs::read(shell.book()).unwrap();
    let would = shell.items(&["import", "--json", "--dry-run", PEOPLE]);
    assert_eq!(before, std::fs::read(shell.book()).unwrap());
    let changed = of(&would, "changed");
    assert_eq!(
        (&changed["name"], &changed["fields"][0]["name"]),
        (&Value::from("Eve Park"), &Value::from("organisation"))
    );
    assert_eq!(changed["fields"][0]["after"], "A new house");
    assert_eq!(of(&would, "new")["id"], Value::Null);
    let rejected = of(&would, "rejected");
    assert_eq!(
        (&rejected["file"], &rejected["line"]),
        (&PEOPLE.into(), &12.into())
    );
    let untaken = of(&would, "untaken");
    assert_eq!(
        (&untaken["name"], &untaken["count"]),
        (&"photo".into(), &1.into())
    );

    let did = shell.items(&["import", "--json", PEOPLE]);
    let id = of(&did, "new")["id"].as_str().unwrap();
    let person = shell.items(&["show", "--json", id]).remove(0);
    assert_eq!(person["name"], "Mira Newcomer");
    let again = shell.items(&["import", "--json", PEOPLE]);
    assert!(
        again
            .iter()
            .all(|item| item["outcome"] != "new" && item["outcome"] != "changed")
    );
    assert_eq!(of(&again, "same")["count"], 2);
}

#[test]
fn a_file_that_is_refused_is_an_item_and_a_complaint() {
    let shell = Shell::demo();
    let output = shell.run(&["import", "--json", "--dry-run", "nowhere.vcf"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let why = "nowhere.vcf: there is no such file; check the name";
    assert_eq!(report["items"][0]["reason"], why);
    assert_eq!(String::from_utf8(output.stderr).unwrap().trim_end(), why);
}
