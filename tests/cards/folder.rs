//! A folder that a phone changes as well.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use goodword::domain::Book;
use goodword::domain::contact::{Birthday, Contact};
use goodword::domain::id::IdSource;
use goodword::domain::import_plan::{Card, Findings, Held, InStep, Last, plan};
use goodword::store::disk::RealDisk;
use goodword::store::vdir;

use super::shell::{Shell, ana, somebody};

/// A card as a phone keeps it: with a photograph, an address and labels of its own.
const PHONE: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:phone-1\r\nFN:Bob Meyer\r\nN:Meyer;Bob;;;\r\n\
ORG:Acme;Research\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ\r\n AAAQABAAD\r\n\
item1.EMAIL;type=INTERNET;type=pref:bob@acme.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n\
item2.TEL;type=CELL:+1 555 0100\r\nitem2.X-ABLabel:Boat\r\nitem3.TEL:+1 555 0199\r\nitem3.X-ABLabel:Shed\r\n\
ADR;TYPE=home:;;1 Main St;Town;;1234;US\r\nX-PHONETIC-LAST-NAME:Mai-er\r\nREV:2026-01-01T00:00:00Z\r\nEND:VCARD\r\n";

fn bob() -> Shell {
    let shell = Shell::with(Vec::new());
    shell.put("b.vcf", PHONE);
    shell.import();
    shell.export(&[]);
    shell
}

#[test]
fn what_is_exported_comes_back_as_it_was() {
    let shell = Shell::with(vec![ana(), somebody(8, "Cher")]);
    assert_eq!(shell.export(&[]), "cards: 2 new, 0 changed, 0 same\n");
    assert_eq!(shell.export(&[]), "cards: 0 new, 0 changed, 2 same\n");
    let before = shell.book();
    shell.import();
    assert!(shell.book() == before);
}

#[test]
fn cards_are_for_their_owner_and_keep_their_names() {
    let shell = Shell::with(vec![ana()]);
    shell.export(&[]);
    let file = format!("{}.vcf", ana().id);
    assert_eq!(shell.files(), [file.as_str()]);
    shell.edit("Ana Lia Silva", |ana| ana.name = "Ana Prado".to_owned());
    shell.export(&[]);
    assert_eq!(shell.files(), [file.as_str()]);
    for name in [file.as_str(), ".goodword.json"] {
        let entry = fs::metadata(shell.folder().join(name)).unwrap();
        assert_eq!(entry.permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[test]
fn nothing_that_a_phone_keeps_is_taken_off_it() {
    let shell = bob();
    assert_eq!(shell.card("b.vcf"), PHONE, "it said all that the book says");
    shell.edit("Bob Meyer", |bob| {
        bob.role = "Head".to_owned();
        bob.emails.push("bob@home.example".to_owned());
        bob.phones.remove(0);
    });
    assert_eq!(shell.export(&[]), "cards: 0 new, 1 changed, 0 same\n");
    let expected = PHONE
        .replace(
            "item2.TEL;type=CELL:+1 555 0100\r\nitem2.X-ABLabel:Boat\r\n",
            "",
        )
        .replace(
            "item1.X-ABLabel",
            "EMAIL;TYPE=INTERNET:bob@home.example\r\nitem1.X-ABLabel",
        )
        .replace("END:VCARD", "TITLE:Head\r\nEND:VCARD");
    assert_eq!(shell.card("b.vcf"), expected);
}

#[test]
fn what_the_phone_changed_is_taken_and_what_it_left_alone_stays_mine() {
    let shell = Shell::with(vec![ana()]);
    shell.export(&[]);
    let file = format!("{}.vcf", ana().id);
    shell.on_the_phone(&file, |card| {
        card.replace("TITLE:Director\r\n", "")
            .replace(
                "EMAIL;TYPE=INTERNET:ana@home.example\r\n",
                "EMAIL:ana@new.example\r\n",
            )
            .replace("END:VCARD", "PHOTO:x\r\nEND:VCARD")
    });
    shell.edit("Ana Lia Silva", |ana| {
        ana.organisation = "Prado".to_owned();
        ana.phones.push("+49 30 9".to_owned());
    });
    shell.import();
    let after = shell.person("Ana Lia Silva");
    assert_eq!(after.role, "", "the phone took it out");
    assert_eq!(after.emails, ["ana@lumen.example", "ana@new.example"]);
    assert_eq!(after.organisation, "Prado", "the phone left it alone");
    assert_eq!(after.phones.len(), 2);
    shell.export(&[]);
    let card = shell.card(&file);
    assert!(card.contains("ORG:Prado\r\n") && card.contains("TEL:+49 30 9\r\n"));
    assert!(card.contains("PHOTO:x\r\n"));
    assert_eq!(shell.export(&[]), "cards: 0 new, 0 changed, 1 same\n");
}

#[test]
fn what_the_phone_takes_out_or_writes_anew_is_said() {
    let shell = Shell::with(vec![ana(), somebody(8, "James O'Neill")]);
    shell.export(&[]);
    let (file, james) = (
        format!("{}.vcf", ana().id),
        format!("{}.vcf", somebody(8, "").id),
    );
    shell.on_the_phone(&james, |card| card.replace("James", "Jim"));
    shell.on_the_phone(&file, |card| {
        let lines = card.split_inclusive("\r\n").filter(|line| {
            let is_gone = line.starts_with("TEL") || line.starts_with("TITLE");
            !is_gone && !line.starts_with("NOTE")
        });
        let card: String = lines.collect();
        card.replace("ana@home", "ana@new")
            .replace("END:VCARD", "NOTE:neu\r\nEND:VCARD")
    });
    let changes = "\
  Ana Lia Silva
    role: no longer Director
    e-mail: ana@home.example -> ana@new.example
    phone: no longer +49 30 1234
    note: Prefers mornings; never \"late\", she says. -> neu
  Jim O'Neill
    name: James O'Neill -> Jim O'Neill
";
    let said = shell.preview();
    assert!(said.contains(changes), "{said}");
    let said = shell.import();
    assert!(
        said.contains("  Jim O'Neill: name: James O'Neill -> Jim O'Neill"),
        "{said}"
    );
}

#[test]
fn every_field_that_a_card_changes_has_a_line_of_its_own() {
    type Edit = (&'static str, fn(&mut Contact));
    let edits: [Edit; 12] = [
        ("name", |ana| ana.name = "Ana Prado".to_owned()),
        ("also called", |ana| ana.nicknames.clear()),
        ("organisation", |ana| ana.organisation.clear()),
        ("role", |ana| ana.role = "Owner".to_owned()),
        ("e-mail", |ana| ana.emails.truncate(1)),
        ("phone", |ana| ana.phones.clear()),
        ("page", |ana| {
            ana.urls = vec!["https://prado.example".to_owned()];
        }),
        ("birthday", |ana| ana.birthday = Some(may_day())),
        ("tag", |ana| ana.tags = vec!["a".to_owned(), "b".to_owned()]),
        ("tag", |ana| ana.tags.clear()),
        ("note", |ana| ana.notes.clear()),
        ("note", |ana| ana.notes.insert_str(0, "New first line.\n")),
    ];
    let mut book = Book::default();
    book.contacts.put(ana());
    for (field, edit) in edits {
        let mut theirs = ana();
        edit(&mut theirs);
        let plan = plan(
            &book,
            &in_step_with(&theirs),
            "2026-09-24".parse().unwrap(),
            &IdSource::seeded(1),
        );
        let changed = plan.people.changed.iter();
        let named: Vec<&str> = changed
            .flat_map(|changed| changed.fields.iter().map(|change| change.field))
            .collect();
        assert_eq!(named, [field]);
    }
}

fn may_day() -> Birthday {
    Birthday {
        year: None,
        month: 5,
        day: 1,
    }
}

/// The card of Ana as it says now what it does of her, in a folder where it said all that the book says.
fn in_step_with(theirs: &Contact) -> Findings {
    let theirs = Held::of(theirs);
    let last = Last {
        person: ana().id,
        held: Held::of(&ana()),
        before: None,
        gone: false,
    };
    let card = Card {
        name: theirs.name,
        nicknames: theirs.nicknames,
        organisation: theirs.organisation,
        role: theirs.role,
        emails: theirs.emails,
        phones: theirs.phones,
        urls: theirs.urls,
        birthday: theirs.birthday,
        tags: theirs.tags,
        notes: theirs.notes,
        uid: Some(ana().id.to_string()),
        in_step: Some(InStep {
            folder: "cards".into(),
            file: "a.vcf".to_owned(),
            last: Some(last),
        }),
        ..Card::default()
    };
    Findings {
        cards: vec![card],
        ..Findings::default()
    }
}

#[test]
fn what_the_phone_changed_waits_for_the_import() {
    let shell = Shell::with(vec![ana()]);
    shell.export(&[]);
    let file = format!("{}.vcf", ana().id);
    shell.on_the_phone(&file, |card| card.replace("ORG:Lumen", "ORG:Prado"));
    shell.edit("Ana Lia Silva", |ana| ana.role = "Owner".to_owned());
    shell.export(&[]);
    let card = shell.card(&file);
    assert!(card.contains("ORG:Prado\r\n") && card.contains("TITLE:Owner\r\n"));
    shell.import();
    let after = shell.person("Ana Lia Silva");
    assert_eq!(
        (after.organisation.as_str(), after.role.as_str()),
        ("Prado", "Owner")
    );
}

#[test]
fn where_both_changed_a_field_mine_stands_and_theirs_is_kept_beside_it() {
    let shell = Shell::with(vec![ana()]);
    shell.export(&[]);
    let file = format!("{}.vcf", ana().id);
    shell.on_the_phone(&file, |card| card.replace("ORG:Lumen", "ORG:Prado"));
    shell.edit("Ana Lia Silva", |ana| ana.organisation = "Sol".to_owned());
    let said = shell.import();
    assert!(
        said.contains("Ana Lia Silva: organisation changed in the book and on the card"),
        "{said}"
    );
    assert!(
        said.starts_with("1 kept as you have it, the other value waits on Today\nAna Lia Silva: "),
        "{said}"
    );
    let today = shell.today();
    let row = "1 field has two values (Ana Lia Silva), from an import or a merge";
    assert!(today.contains(row), "{today}");
    let book = shell.book();
    let open = book.unresolved.first().unwrap();
    assert_eq!((open.ours.as_str(), open.theirs.as_str()), ("Sol", "Prado"));
    shell.export(&[]);
    assert!(shell.card(&file).contains("ORG:Sol\r\n"));
}

#[test]
fn a_card_that_is_gone_is_said_and_the_person_stays() {
    let shell = Shell::with(vec![ana(), somebody(8, "Cher")]);
    shell.export(&[]);
    let file = format!("{}.vcf", ana().id);
    fs::remove_file(shell.folder().join(&file)).unwrap();
    let said = shell.import();
    let line = format!(
        "Ana Lia Silva: the card has gone from the folder ({file}); the book keeps what it has"
    );
    assert!(said.contains(&line), "{said}");
    assert!(shell.person("Ana Lia Silva") == ana());
    let said = shell.export(&[]);
    assert!(
        said.contains("deleted in the folder (name one with --person to write it): Ana Lia Silva"),
        "{said}"
    );
    assert_eq!(shell.files().len(), 1);
    shell.export(&["--person", "Ana Lia Silva"]);
    assert_eq!(shell.files().len(), 2);
}

#[test]
fn who_is_archived_or_taken_out_of_the_book_keeps_the_card() {
    let shell = Shell::with(vec![ana(), somebody(8, "Cher"), somebody(9, "Dan")]);
    shell.export(&[]);
    shell.edit("Cher", |cher| cher.archived = true);
    shell.remove("Ana Lia Silva");
    let said = shell.export(&[]);
    assert!(
        said.contains("archived in the book, and the card stays in the folder: Cher"),
        "{said}"
    );
    let file = format!("{}.vcf", ana().id);
    assert!(
        said.contains(&format!(
            "in the book no more, and the card stays in the folder: {file}"
        )),
        "{said}"
    );
    assert_eq!(shell.files().len(), 3);
    let said = shell.import();
    assert!(
        said.contains("Ana Lia Silva was taken out of the book"),
        "{said}"
    );
    shell.on_the_phone(&file, |card| card.replace("ORG:Lumen", "ORG:Prado"));
    shell.import();
    assert_eq!(
        shell.person("Ana Lia Silva").organisation,
        "Prado",
        "an edit beats a delete"
    );
}

#[test]
fn people_whom_the_phone_has_already_get_no_second_card() {
    let mut bob = somebody(7, "Bob Meyer");
    bob.emails.push("BOB@acme.example".to_owned());
    let shell = Shell::with(vec![bob]);
    shell.put("b.vcf", PHONE);
    shell.export(&[]);
    assert_eq!(shell.files(), ["b.vcf"]);
    assert_eq!(shell.card("b.vcf"), PHONE, "nothing was taken off it");
    shell.import();
    assert_eq!(shell.person("Bob Meyer").phones.len(), 2);
    assert_eq!(shell.book().contacts.len(), 1);
}

#[test]
fn a_folder_of_another_book_brings_everybody() {
    let shell = Shell::with(vec![ana(), somebody(8, "Cher")]);
    shell.export(&[]);
    let other = Shell::with(vec![somebody(90, "Eve")]);
    for name in shell
        .files()
        .iter()
        .map(String::as_str)
        .chain([".goodword.json"])
    {
        other.put(name, &shell.card(name));
    }
    other.import();
    assert_eq!(other.book().contacts.len(), 3);
    assert_eq!(other.person("Ana Lia Silva").emails, ana().emails);
}

#[test]
fn of_two_cards_of_one_person_one_is_written_and_both_are_read() {
    let mut bob = somebody(9, "Bob Reyes");
    bob.emails.push("bob@reyes.example".to_owned());
    bob.organisation = "Reyes".to_owned();
    bob.role = "Cook".to_owned();
    let shell = Shell::with(vec![ana(), bob.clone()]);
    shell.export(&[]);
    let (first, second) = (format!("{}.vcf", ana().id), format!("{}.vcf", bob.id));
    shell.merge("Ana Lia Silva", "Bob Reyes");
    let old = shell.card(&second);
    let said = shell.export(&[]);
    let line = format!(
        "Ana Lia Silva has two cards in this folder ({first}, {second}): only {first} is written; delete {second} on the phone"
    );
    assert!(said.contains(&line), "{said}");
    assert_eq!(shell.card(&second), old);
    shell.on_the_phone(&second, |card| {
        card.replace("TITLE:Cook", "TITLE:Baker")
            .replace("END:VCARD", "TEL:+49 30 77\r\nEND:VCARD")
    });
    shell.on_the_phone(&first, |card| card.replace("ORG:Lumen", "ORG:Prado"));
    let said = shell.import();
    let after = shell.person("Ana Lia Silva");
    assert_eq!(after.organisation, "Prado", "{said}");
    assert!(after.phones.contains(&"+49 30 77".to_owned()), "{said}");
    assert!(after.emails.contains(&"bob@reyes.example".to_owned()));
    let book = shell.book();
    let open: Vec<_> = book
        .unresolved
        .iter()
        .map(|open| open.theirs.as_str())
        .collect();
    assert_eq!(open, ["Baker"], "both have a role, and the other waits");
    let second_before = shell.card(&second);
    assert!(shell.export(&[]).contains(&line));
    assert_eq!(shell.card(&second), second_before);
}

#[test]
fn neither_the_demo_nor_another_book_writes_into_a_folder_in_step() {
    let shell = Shell::with(vec![ana(), somebody(8, "Cher")]);
    shell.export(&[]);
    let (files, base) = (shell.files(), shell.card(".goodword.json"));
    let other = Shell::with(vec![ana(), somebody(90, "Eve")]);
    for said in [shell.export_demo(), other.export_into(&shell.folder())] {
        assert!(said.contains("is in step with the book "), "{said}");
        assert!(said.contains("name another folder, or move "), "{said}");
        assert!(said.contains(".goodword.json away"), "{said}");
        assert_eq!(
            (shell.files(), shell.card(".goodword.json")),
            (files.clone(), base.clone())
        );
    }
    // A base of before says not whose it is.
    let lines = base.lines().filter(|line| !line.contains("\"book\":"));
    let unnamed: Vec<&str> = lines.collect();
    shell.put(".goodword.json", &unnamed.join("\n"));
    assert!(shell.export_demo().contains("is in step with another book"));
    shell.export(&[]);
    assert_eq!(shell.card(".goodword.json"), base);
}

#[test]
fn a_folder_of_a_book_that_is_gone_is_taken_over() {
    let shell = Shell::with(vec![ana()]);
    shell.export(&[]);
    shell.put(
        ".goodword.json",
        &shell
            .card(".goodword.json")
            .replace("/book.ron", "/gone.ron"),
    );
    assert_eq!(shell.export(&[]), "cards: 0 new, 0 changed, 1 same\n");
    assert!(shell.card(".goodword.json").contains("/book.ron"));
}

#[test]
fn an_import_leaves_the_folder_of_another_book_to_it() {
    let shell = Shell::with(vec![ana()]);
    shell.export(&[]);
    let base = shell.card(".goodword.json");
    let other = Shell::with(vec![somebody(90, "Eve")]);
    other.import_from(&shell.folder());
    assert_eq!(other.book().contacts.len(), 2);
    assert_eq!(shell.card(".goodword.json"), base);
}

#[test]
fn a_card_that_cannot_be_changed_in_part_stays_as_it_is() {
    for card in [
        PHONE.replace("VERSION:3.0", "VERSION:2.1"),
        PHONE.to_owned() + PHONE,
    ] {
        let shell = Shell::with(Vec::new());
        shell.put("b.vcf", &card);
        shell.import();
        shell.edit("Bob Meyer", |bob| bob.role = "Head".to_owned());
        shell.export(&[]);
        assert_eq!(shell.card("b.vcf"), card);
    }
}

#[test]
fn a_card_that_a_sync_put_back_takes_nothing_that_i_wrote() {
    let shell = Shell::with(vec![ana()]);
    shell.export(&[]);
    shell.import();
    let file = format!("{}.vcf", ana().id);
    let old = shell.card(&file);
    shell.edit("Ana Lia Silva", |ana| {
        ana.organisation = "Prado".to_owned();
        ana.emails = vec![
            "ana@lumen.example".to_owned(),
            "ana@prado.example".to_owned(),
        ];
    });
    shell.export(&[]);
    // The phone changed the old card meanwhile, and the server's card won.
    shell.on_the_phone(&file, |_| {
        old.replace("TITLE:Director", "TITLE:Owner")
            .replace("END:VCARD", "TEL:1\r\nEND:VCARD")
    });
    shell.import();
    let after = shell.person("Ana Lia Silva");
    assert_eq!(after.organisation, "Prado");
    assert_eq!(after.emails, ["ana@lumen.example", "ana@prado.example"]);
    assert_eq!((after.role.as_str(), after.phones.len()), ("Owner", 2));
    shell.export(&[]);
    let card = shell.card(&file);
    assert!(card.contains("ORG:Prado") && card.contains("ana@prado") && !card.contains("ana@home"));
}

#[test]
fn a_base_that_cannot_be_read_keeps_its_folder_out_and_as_it_is() {
    for base in [
        "",
        "{}",
        "{\"goodword\":2,\"cards\":{}}",
        "{\"goodword\":1,\"cards\":{\"a.vcf\":{}}}",
    ] {
        let shell = Shell::with(vec![ana()]);
        shell.export(&[]);
        let book = shell.book();
        let file = format!("{}.vcf", ana().id);
        shell.on_the_phone(&file, |card| card.replace("ORG:Lumen", "ORG:Prado"));
        let card = shell.card(&file);
        shell.put(".goodword.json", base);
        let said = shell.import_refused();
        assert!(said.contains("compared as if for the first time"), "{said}");
        let said = shell.export(&[]);
        assert!(said.contains("compared as if for the first time"), "{said}");
        assert!(shell.book() == book && shell.card(&file) == card);
    }
}

#[test]
fn a_card_that_changes_while_it_is_written_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.vcf");
    let write = |before| vdir::write(&RealDisk, folder.path(), "a.vcf", before, "mine");
    write(None).unwrap();
    assert!(write(None).is_err(), "no file is replaced by a new one");
    write(Some("mine")).unwrap();
    fs::write(&path, "theirs").unwrap();
    let said = write(Some("mine")).unwrap_err();
    assert!(
        said.contains("a.vcf was changed meanwhile, and stays as it is"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
}
