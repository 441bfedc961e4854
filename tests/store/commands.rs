//! `goodword restore` and `goodword check`, the program itself, in a world of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use goodword::domain::Book;
use goodword::store::disk::RealDisk;
use goodword::store::{demo, emergency};

use super::folder::{Folder, mode, open, save};

/// A machine with a book, on one day after the other.
struct Machine {
    folder: Folder,
    day: &'static str,
}

impl Machine {
    fn new() -> Self {
        let machine = Self {
            folder: Folder::new(),
            day: "2026-09-24",
        };
        save(&mut open(&machine.book()).file, &demo());
        machine
    }

    fn book(&self) -> PathBuf {
        self.folder.path("data/goodword/book.ron")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let at = |name| self.folder.path(name);
        Command::new(env!("CARGO_BIN_EXE_goodword"))
            .env_clear()
            .env("HOME", at("home"))
            .env("XDG_DATA_HOME", at("data"))
            .env("XDG_CONFIG_HOME", at("config"))
            .env("XDG_STATE_HOME", at("state"))
            .args(["--today", self.day])
            .args(arguments)
            .output()
            .unwrap()
    }

    /// What a command prints that goes well.
    fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{errors}");
        assert_eq!(errors, "");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a command complains of that fails; nothing of the book's folder may have changed.
    fn refuses(&self, arguments: &[&str], code: i32) -> String {
        let before = fs::read(self.book()).ok();
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert_eq!(fs::read(self.book()).ok(), before);
        String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap()
    }

    /// Brings a new person in.
    fn import(&self, name: &str) {
        self.says(&["import", &self.card(name)]);
    }

    /// The path of a card.
    fn card(&self, name: &str) -> String {
        let card = format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n");
        let path = self.folder.put("card.vcf", card);
        path.into_os_string().into_string().unwrap()
    }

    fn now(&self) -> Book {
        open(&self.book()).book
    }
}

fn demo() -> Book {
    demo::book(demo::ANCHOR).unwrap()
}

#[test]
fn an_import_can_be_taken_back_and_that_too() {
    let machine = Machine::new();
    assert!(
        machine
            .says(&["restore"])
            .contains("There are no backups of")
    );
    machine.import("Zed Newman");
    let list = machine.says(&["restore"]);
    let told =
        "\nBackup 1 of 2026-09-24, before an import\n  people: 1 goes\n  contact \"Zed Newman\"\n";
    assert!(list.contains(told), "{list}");
    assert!(
        list.contains("Backup 2 of 2026-09-24, before the first save"),
        "{list}"
    );
    let imported = machine.now();
    let preview = machine.says(&["restore", "1"]);
    assert_eq!(
        preview,
        "Backup 1 of 2026-09-24, before an import\n\n\
         People: 1 goes\n  goes        contact \"Zed Newman\"\n\n\
         Nothing was changed. To put it back: goodword restore 1 --yes\n"
    );
    assert_eq!(machine.now(), imported);
    let done = machine.says(&["restore", "1", "--yes"]);
    assert_eq!(
        done,
        "Put back: backup 1 of 2026-09-24, before an import.\n\
         The book as it was until now is backup 3. To take this back: goodword restore 3 --yes\n"
    );
    assert_eq!(machine.now(), demo());
    let again = machine.says(&["restore", "1", "--yes"]);
    assert_eq!(
        again,
        "The book says the same already; nothing was changed.\n"
    );
    machine.says(&["restore", "3", "--yes"]);
    assert_eq!(machine.now(), imported);
}

#[test]
fn a_preview_names_what_comes_what_goes_and_what_changes() {
    let mut machine = Machine::new();
    let mut changed = demo();
    let people: Vec<_> = changed.contacts.iter().cloned().collect();
    let (gone, renamed) = (&people[0], &people[1]);
    changed.contacts.remove(gone.id);
    changed.contacts.change(renamed.id, |contact| {
        contact.name = "Somebody Else".to_owned();
        contact.how_we_met = "\u{1b}[31m by chance".to_owned();
    });
    save(&mut open(&machine.book()).file, &changed);
    machine.import("Zed \u{1b}[31mNewman");
    machine.day = "2026-09-25";
    fs::write(machine.book(), {
        save(&mut open(&machine.folder.path("other.ron")).file, &demo());
        fs::read(machine.folder.path("other.ron")).unwrap()
    })
    .unwrap();
    let preview = machine.says(&["restore", "1"]);
    let lines = [
        "People: 1 goes, 1 changes\n".to_owned(),
        format!("  goes        contact \"{}\"\n", gone.name),
        "  changes     contact \"Somebody Else\" (how we met, name)\n".to_owned(),
    ];
    for line in lines {
        assert!(preview.contains(&line), "{preview}\n\nshould say: {line}");
    }
    assert!(!preview.contains('\u{1b}'));
}

#[test]
fn a_broken_book_names_its_backup_and_comes_back_and_the_broken_one_is_kept() {
    let machine = Machine::new();
    machine.import("Zed Newman");
    let broken = "(version: 1, contacts: [(name: \"My only copy\", nonsense";
    fs::write(machine.book(), broken).unwrap();
    let message = machine.refuses(&["lunch"], 1);
    assert!(
        message.contains(
            "The newest that can be read is backup 2 of 2026-09-24, before the first save of the day. \
             To see it: goodword restore 2\n"
        ),
        "{message}"
    );
    let list = machine.says(&["restore"]);
    assert!(list.contains("The book cannot be read now"), "{list}");
    assert!(list.contains("people: 28 come back"), "{list}");
    let done = machine.says(&["restore", "2", "--yes"]);
    assert_eq!(machine.now(), demo());
    let kept = done.split("to mend by hand: ").nth(1).unwrap().trim_end();
    assert_eq!(fs::read_to_string(kept).unwrap(), broken);
    assert_eq!(mode(kept.as_ref()), 0o600);
    // A backup that is no book is listed as what it is, and is not put back.
    assert!(
        machine
            .says(&["restore"])
            .contains("it cannot be read as a book")
    );
    assert!(
        machine
            .refuses(&["restore", "3", "--yes"], 1)
            .contains("cannot be read")
    );
    let help = machine.says(&["restore", "--help"]);
    let help: Vec<&str> = help.split_whitespace().collect();
    assert!(
        help.join(" ")
            .contains("as a file to mend by hand; it cannot be put back")
    );
}

#[test]
fn the_book_before_its_last_save_comes_first_and_no_restore_loses_it() {
    let machine = Machine::new();
    for number in 1..=3 {
        let line = format!("helped by Eve Park: favour {number}");
        machine.says(&["add", &line]);
    }
    let whole = fs::read(machine.book()).unwrap();
    fs::write(machine.book(), &whole[..500]).unwrap();
    let message = machine.refuses(&["check"], 1);
    let says = "The newest that can be read is backup 0 of ";
    assert!(message.contains(says), "{message}");
    assert!(message.contains("before the last save. To see it: goodword restore 0\n"));
    let list = machine.says(&["restore"]);
    let (at, day) = (list.find("Backup 0 of "), list.find("Backup 1 of "));
    assert!(at.is_some() && at < day, "{list}");

    // An older one is put back all the same: the newer one stays among the backups.
    machine.says(&["restore", "1", "--yes"]);
    assert_eq!(machine.now(), demo());
    let list = machine.says(&["restore"]);
    let kept = "Backup 2 of 2026-09-24, before a restore";
    assert!(list.contains(kept), "{list}");
    machine.says(&["restore", "2", "--yes"]);
    let text = fs::read_to_string(machine.book()).unwrap();
    assert!(text.contains("favour 2") && !text.contains("favour 3"));

    // An empty file has a way back as well.
    fs::write(machine.book(), "").unwrap();
    let message = machine.refuses(&["check"], 1);
    assert!(message.contains("goodword restore 4\n"), "{message}");
}

#[test]
fn what_was_put_aside_is_named_by_check_and_restore() {
    let machine = Machine::new();
    let folder = machine.folder.path("state/goodword/emergency");
    let put = |own: &Path, process| emergency::write(&RealDisk, &folder, own, process, &demo());
    let copy = put(&machine.book(), 1).unwrap();
    put(Path::new("/elsewhere/book.ron"), 2).unwrap();
    let named = format!("because the book could not be saved: {}\n", copy.display());
    for command in ["check", "restore"] {
        let said = machine.says(&[command]);
        assert!(said.contains(&named), "{said}");
        assert_eq!(said.matches("Put aside once").count(), 1, "{said}");
    }
    fs::write(machine.book(), "(version: 1, ").unwrap();
    let said = machine.refuses(&["check"], 1);
    assert!(said.contains(&named), "{said}");
}

#[test]
fn the_way_back_to_a_book_elsewhere_names_it_and_works_as_it_stands() {
    let machine = Machine::new();
    let elsewhere = machine.folder.put("my book.ron", "(version: 1)");
    let path = elsewhere.to_str().unwrap();
    machine.says(&["--book", path, "import", &machine.card("Ida")]);
    fs::write(&elsewhere, "(version: 1, ").unwrap();
    let output = machine.run(&["--book", path, "lunch"]);
    let message = String::from_utf8(output.stderr).unwrap();
    let typed = format!("To see it: goodword --book '{path}' restore 2\n");
    assert!(message.contains(&typed), "{message}");
    let list = machine.says(&["--book", path, "restore"]);
    let see = format!("To see one: goodword --book '{path}' restore NUMBER\n");
    assert!(list.contains(&see), "{list}");
    let seen = machine.says(&["--book", path, "restore", "2"]);
    let put_back = format!("To put it back: goodword --book '{path}' restore 2 --yes\n");
    assert!(seen.contains(&put_back), "{seen}");
    machine.says(&["--book", path, "restore", "2", "--yes"]);
    assert_eq!(open(&elsewhere).book, Book::default());
    assert_eq!(
        machine.now(),
        demo(),
        "the other book has nothing to do with it"
    );
}

#[test]
fn a_book_that_is_gone_can_come_back() {
    let machine = Machine::new();
    machine.import("Zed Newman");
    fs::remove_dir_all(machine.book().parent().unwrap()).unwrap();
    let message = machine.refuses(&["lunch"], 1);
    assert!(message.contains("The book is gone: "), "{message}");
    assert!(message.contains("goodword restore 2"), "{message}");
    // Nothing new takes its place meanwhile.
    let card = machine.card("Ida");
    for arguments in [&["add", "met ana: tea"][..], &["import", &card]] {
        let message = machine.refuses(arguments, 1);
        assert!(message.contains("The book is gone: "), "{message}");
        assert!(message.contains("goodword restore 2"), "{message}");
        assert!(!machine.book().exists());
    }
    assert!(
        machine
            .says(&["restore"])
            .contains("There is no book there now.")
    );
    machine.says(&["restore", "2", "--yes"]);
    assert_eq!(machine.now(), demo());
}

#[test]
fn a_book_of_a_newer_format_is_not_replaced() {
    let machine = Machine::new();
    machine.import("Zed Newman");
    fs::write(machine.book(), "(version: 2, galaxies: [])").unwrap();
    let message = machine.refuses(&["restore", "1", "--yes"], 1);
    assert!(
        message.contains("was written by a newer Goodword"),
        "{message}"
    );
    let message = machine.refuses(&["lunch"], 1);
    assert!(
        !message.contains("restore"),
        "a backup is no help here: {message}"
    );
}

#[test]
fn without_a_backup_of_what_is_there_nothing_is_put_back_and_nothing_imported() {
    let machine = Machine::new();
    machine.import("Zed Newman");
    let folder = fs::read_dir(machine.folder.path("state/goodword/backups"));
    let folder = folder.unwrap().next().unwrap().unwrap().path();
    let away = machine.folder.path("away");
    fs::rename(&folder, &away).unwrap();
    // A file in the place of the folder: nobody, not even root, can write into it.
    fs::write(&folder, "").unwrap();
    let message = machine.refuses(&["import", &machine.card("Ida")], 1);
    assert!(message.contains("could not be backed up"), "{message}");
    let message = machine.refuses(&["restore"], 1);
    assert!(message.contains("cannot be listed"), "{message}");
}

#[test]
fn a_wrong_number_no_number_and_the_demo_are_refused() {
    let machine = Machine::new();
    machine.import("Zed Newman");
    assert!(
        machine
            .refuses(&["restore", "9"], 1)
            .contains("there is no backup 9")
    );
    machine.refuses(&["restore", "--yes"], 2);
    machine.refuses(&["--demo", "restore"], 2);
    machine.refuses(&["--demo", "check"], 2);
}

#[test]
fn check_names_every_problem_and_says_by_its_code_whether_there_is_one() {
    let machine = Machine::new();
    let well = machine.says(&["check"]);
    assert!(well.starts_with("Nothing is wrong with "), "{well}");
    assert!(well.contains(": 192 records."), "{well}");
    let odd = machine.folder.put(
        "odd.ron",
        r#"(version: 1,
            contacts: [(id: "00000000000000000000000001", name: "Ann", added: "1026-01-01")],
            promises: [(contact: "00000000000000000000000002", text: "Call", made: "2026-01-02", due: "2026-01-01", said: Promise)],
            unresolved: [(record: "00000000000000000000000001", field: "name", ours: "Ann", theirs: "An\u{1b}na")],
        )"#,
    );
    let odd = odd.to_str().unwrap();
    let said = machine.refuses(&["check", odd], 1);
    for problem in [
        "The contact \"Ann\" has a date in the year 1026: added.\n",
        "The promise \"Call\" of 2026-01-02 refers to a person that the book does not have (00000000000000000000000002).\n",
        "The promise \"Call\" of 2026-01-02 is due before it was made.\n",
        "The field \"name\" of the record 00000000000000000000000001 has two values since a merge: \"Ann\" stands,",
        "4 problems in ",
    ] {
        assert!(said.contains(problem), "{said}\n\nshould say: {problem}");
    }
    assert!(!said.contains('\u{1b}'));
    assert_eq!(machine.refuses(&["--book", odd, "check"], 1), said);
    let broken = machine
        .folder
        .put("broken.ron", "(version: 1,\n  people: [],\n)");
    let said = machine.refuses(&["check", broken.to_str().unwrap()], 1);
    assert!(said.contains("line 2, column 3"), "{said}");
    let said = machine.refuses(&["check", "nowhere.ron"], 1);
    assert!(said.contains("there is no book at nowhere.ron"), "{said}");
    assert!(!machine.folder.path("state").exists(), "it only looks");
}

#[test]
fn check_says_what_is_no_problem_and_good_to_know() {
    let machine = Machine::new();
    let old = machine.folder.put("old.ron", "(version: 0)");
    super::folder::set_mode(&old, 0o644);
    let said = machine.says(&["check", old.to_str().unwrap()]);
    assert!(said.contains("It is in an older format."), "{said}");
    assert!(
        said.contains("Others on this machine can read it: chmod 600"),
        "{said}"
    );
    assert_eq!(fs::read(&old).unwrap(), b"(version: 0)");
}
