//! Messages that are written to files, and templates that are read from them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use goodword::domain::messages::{Kind, Purpose, Templates, drafts};
use goodword::store::disk::RealDisk;
use goodword::store::{demo, letter, templates};

#[test]
fn a_message_is_for_its_owner_only_and_takes_nobodys_place() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("new/letters");
    let write = |text: &str| letter::write(&RealDisk, &folder, "Ana Silva", text, demo::ANCHOR);
    let paths = ["one", "two", "three"].map(|text| write(text).unwrap());
    let names = paths
        .each_ref()
        .map(|path| path.file_name().unwrap().to_str().unwrap());
    assert_eq!(
        names,
        [
            "message-ana-silva-2026-09-24.txt",
            "message-ana-silva-2026-09-24-2.txt",
            "message-ana-silva-2026-09-24-3.txt"
        ]
    );
    assert_eq!(fs::read_to_string(&paths[0]).unwrap(), "one\n");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&paths[2]), mode(&folder)), (0o600, 0o700));
    assert_eq!(
        fs::read_dir(&folder).unwrap().count(),
        3,
        "nothing unfinished is left"
    );

    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
    let is_root = fs::write(folder.join("probe"), "").is_ok();
    assert!(is_root || write("four").is_err());
}

fn refused(bytes: &[u8]) -> Templates {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("note.txt"), bytes).unwrap();
    templates::read(&RealDisk, folder.path())
}

fn note(templates: &Templates) -> String {
    let book = demo::book(demo::ANCHOR).unwrap();
    let ana = book
        .contacts
        .iter()
        .find(|one| one.name == "Ana Silva")
        .unwrap()
        .id;
    let drafts = drafts(&book, Purpose::Note(ana), templates, demo::ANCHOR);
    drafts[0].text.clone()
}

#[test]
fn a_template_of_mine_takes_the_place_of_the_built_in_one() {
    let none = tempfile::tempdir().unwrap();
    assert_eq!(
        note(&templates::read(&RealDisk, &none.path().join("missing"))),
        "Dear Ana,"
    );
    let folder = tempfile::tempdir().unwrap();
    let mine = "\u{feff}# mine\r\nSubject: Hello\r\nOlá {name}!\r\n";
    fs::write(folder.path().join("elsewhere"), mine).unwrap();
    std::os::unix::fs::symlink("elsewhere", folder.path().join("note.txt")).unwrap();
    let templates = templates::read(&RealDisk, folder.path());
    assert_eq!(note(&templates), "Olá Ana!");
    assert_eq!(templates.refusals().count(), 0);
}

#[test]
fn a_template_that_cannot_be_used_is_named_and_the_built_in_one_stands() {
    let large = vec![b'a'; 70_000];
    let broken: [(&[u8], &str); 4] = [
        (
            b"# x\nDear {nmae},\n",
            "note.txt is not used, line 2: {nmae} is no placeholder of it. It has {name}.",
        ),
        (
            b"Dear {name,\n",
            "line 1: a brace stands alone: write it twice, or close it.",
        ),
        (b"a\nb\xff\n", "line 2: it is not written in UTF-8."),
        (&large, "it is too large: more than 64 KiB."),
    ];
    for (bytes, why) in broken {
        let templates = refused(bytes);
        let said = templates.refusal(Kind::Note).unwrap();
        assert!(said.ends_with(why), "{said}");
        assert_eq!(note(&templates), "Dear Ana,");
        assert_eq!(templates.refusals().count(), 1);
    }
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("note.txt")).unwrap();
    let templates = templates::read(&RealDisk, folder.path());
    assert!(
        templates
            .refusal(Kind::Note)
            .unwrap()
            .ends_with("it is no file.")
    );
    fs::remove_dir(folder.path().join("note.txt")).unwrap();
    std::os::unix::fs::symlink("note.txt", folder.path().join("note.txt")).unwrap();
    let templates = templates::read(&RealDisk, folder.path());
    assert!(
        templates
            .refusal(Kind::Note)
            .unwrap()
            .contains("leads back to itself")
    );
}
