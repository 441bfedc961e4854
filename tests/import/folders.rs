//! Folders: of files that were exported, and of one card a file as programs keep them for a phone; and readings that are
//! followed and ended.

use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use goodword::domain::import_plan::Progress;
use goodword::import::{Reading, read_all};
use tempfile::TempDir;

use super::{Desk, card, view};

struct Shelf(TempDir);

impl Shelf {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(folder)
    }

    fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }

    fn read(&self) -> Reading {
        read_all(&[self.path()], &view(), &mut |_| ControlFlow::Continue(())).unwrap()
    }

    /// A sentence with the path of the folder left out.
    fn here(&self, text: &str) -> String {
        text.replace(&self.path().display().to_string(), "HERE")
    }
}

fn whoever(name: &str, mail: &str) -> String {
    card(&format!("FN:{name}\r\nUID:{name}\r\nEMAIL:{mail}\r\n"))
}

#[test]
fn every_file_of_a_folder_and_of_those_within_it_is_read() {
    let shelf = Shelf::with(&[
        ("home/b.vcf", &whoever("Bob", "bob@x.example")),
        ("home/a.VCF", &whoever("Ana", "ana@x.example")),
        ("work/c.vcf", &card("TEL:1\r\n")),
        ("home/color", "#ff0000"),
        ("home/.base", "hidden"),
        (".git/d.vcf", &whoever("Hidden", "hidden@x.example")),
    ]);
    let reading = shelf.read();
    let names: Vec<&str> = reading
        .findings
        .cards
        .iter()
        .map(|card| card.name.as_str())
        .collect();
    assert_eq!(names, ["Ana", "Bob"]);
    assert_eq!(
        shelf.here(&reading.findings.rejected[0].to_string()),
        "HERE/work/c.vcf:1: this card has no name, no organisation and no e-mail address"
    );
    let remarks: Vec<String> = reading
        .findings
        .remarks
        .iter()
        .map(|said| shelf.here(said))
        .collect();
    assert_eq!(remarks, ["HERE: 1 other file was passed over (color)"]);
    assert!(reading.refused.is_empty());
}

#[test]
fn a_broken_file_of_a_folder_is_named_and_keeps_nobody_out() {
    let shelf = Shelf::with(&[
        ("a.vcf", "this is no card"),
        ("b.vcf", &whoever("Bob", "bob@x.example")),
    ]);
    let reading = shelf.read();
    let refused: Vec<String> = reading
        .refused
        .iter()
        .map(|one| shelf.here(&one.to_string()))
        .collect();
    assert_eq!(refused.len(), 1);
    assert!(
        refused[0].starts_with("HERE/a.vcf: this file is no vCard"),
        "{refused:?}"
    );
    let findings = reading.into_one().unwrap();
    assert_eq!((findings.cards.len(), findings.remarks.len()), (1, 1));
}

#[test]
fn a_folder_of_nothing_is_refused() {
    let shelf = Shelf::with(&[("notes.txt", "BEGIN:VCARD")]);
    let refused = shelf.read().into_one().unwrap_err();
    assert_eq!(
        shelf.here(&refused),
        "HERE: this folder holds no .vcf, no .csv and no .ics file; name a file, or another folder"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_back_to_itself_comes_to_an_end() {
    let shelf = Shelf::with(&[("b.vcf", &whoever("Bob", "bob@x.example"))]);
    std::os::unix::fs::symlink(shelf.path(), shelf.path().join("again")).unwrap();
    assert_eq!(shelf.read().findings.cards.len(), 1);
}

#[test]
fn two_who_share_an_address_stay_two_in_a_folder_of_one_card_a_file() {
    let shelf = Shelf::with(&[
        ("1.vcf", &whoever("Ida", "family@x.example")),
        ("2.vcf", &whoever("Otto", "family@x.example")),
    ]);
    let desk = Desk::new();
    let plan = desk.plan(&shelf.read().findings);
    assert_eq!(plan.people.new.len(), 2);
}

#[test]
fn a_reading_says_how_far_it_is_and_ends_when_it_is_told_to() {
    let many: String = (0..500)
        .map(|one| whoever(&format!("P{one}"), &format!("p{one}@x.example")))
        .collect();
    let shelf = Shelf::with(&[("a.vcf", &many), ("b.vcf", &many)]);
    let mut heard: Vec<Progress> = Vec::new();
    read_all(&[shelf.path()], &view(), &mut |progress| {
        heard.push(progress);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(heard.len() > 10 && heard.is_sorted_by_key(|progress| progress.done));
    let end = heard.last().unwrap();
    assert_eq!((end.done, end.entries), (end.of, 1000));

    let mut asked = 0;
    let ended = read_all(&[shelf.path()], &view(), &mut |_| {
        asked += 1;
        if asked == 3 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert!(ended.is_none(), "what was read until then is worth nothing");
    assert!(asked <= 4, "{asked}");
}
