//! Awkward cards, as phones and programs write them and as they break: each file beside the text of all that comes of it.
//! `GOODWORD_CORPUS=write` writes those texts anew, to be read before they are kept.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use goodword::domain::contact::Contact;
use goodword::domain::import_plan::ImportPlan;
use goodword::domain::sentences::import::not_taken;

use super::Desk;

const FEWEST: usize = 30;

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/corpus");
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "vcf"))
        .collect();
    files.sort();
    files
}

/// All that came of a file, one fact a line.
fn told(plan: &ImportPlan) -> String {
    let mut text = String::new();
    for person in &plan.people.new {
        tell(&mut text, person);
    }
    for rejected in &plan.rejected {
        let _ = writeln!(text, "rejected {rejected}");
    }
    for remark in &plan.remarks {
        let _ = writeln!(text, "remark {remark}");
    }
    text.extend(not_taken(&plan.untaken));
    text.trim_end().to_owned() + "\n"
}

fn tell(text: &mut String, person: &Contact) {
    let birthday = person.birthday.map(|day| {
        let year = day.year.map_or("-".to_owned(), |year| year.to_string());
        format!("{year}-{:02}-{:02}", day.month, day.day)
    });
    let facts = [
        ("person", person.name.clone()),
        ("also called", person.nicknames.join(" | ")),
        ("organisation", person.organisation.clone()),
        ("role", person.role.clone()),
        ("e-mail", person.emails.join(" | ")),
        ("phone", person.phones.join(" | ")),
        ("page", person.urls.join(" | ")),
        ("birthday", birthday.unwrap_or_default()),
        ("tags", person.tags.join(" | ")),
        ("notes", person.notes.replace('\n', "\\n")),
        ("identity", person.source_uid.clone().unwrap_or_default()),
    ];
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(text, "{name}: {value}");
    }
    text.push('\n');
}

#[test]
fn every_awkward_card_becomes_what_stands_beside_it() {
    let files = files();
    assert!(files.len() >= FEWEST, "{} files", files.len());
    let mut wrong = String::new();
    for path in files {
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let found = told(&Desk::new().import(&[(name, &bytes)]));
        let beside = path.with_extension("txt");
        if std::env::var("GOODWORD_CORPUS").is_ok_and(|mode| mode == "write") {
            fs::write(&beside, &found).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if found != expected {
            let _ = write!(wrong, "{name}\nexpected\n{expected}\nfound\n{found}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
