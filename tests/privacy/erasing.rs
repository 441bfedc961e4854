//! `goodword erase`, with the program itself: nothing of the person is left where it can reach, and nobody else loses
//! anything but that name.

use std::fs;

use goodword::app::unfinished::{Unfinished, What};
use goodword::domain::Book;
use goodword::domain::erasure::erase;
use goodword::domain::removal::without_contact;
use goodword::store::disk::RealDisk;
use goodword::store::{Backups, Before, BookFile, demo, emergency, export, unfinished};

use super::home::{Home, below, complained, said};
use super::planted::{self, PLANTED};

/// A home in which the person stands in the book, in backups, in messages, in an unfinished save.
fn home() -> Home {
    let home = Home::new();
    let book = planted::book();
    let backups = Backups::of(
        &home.path("state/goodword/backups"),
        &home.book_path(),
        || demo::ANCHOR,
    );
    home.save(&demo::book(demo::ANCHOR).unwrap());
    backups
        .before_event(Before::Import, &fs::read(home.book_path()).unwrap())
        .unwrap();
    home.save(&book);
    let bytes = fs::read(home.book_path()).unwrap();
    for event in [Before::Day, Before::Merge, Before::Restore] {
        backups.before_event(event, &bytes).unwrap();
    }
    // A backup that is no book any more, as a bad disk leaves it.
    let broken = backups.before_event(Before::Migration, &bytes).unwrap();
    fs::write(broken.path, bytes.split_at(bytes.len() / 2).0).unwrap();
    emergency::write(
        &RealDisk,
        &home.path("state/goodword/emergency"),
        &home.book_path(),
        1,
        &book,
    )
    .unwrap();
    home.put(
        "state/goodword/messages/message-zenobia-fairwinter-2026-09-01.txt",
        "I cannot make it.\n",
    );
    home.put(
        "state/goodword/messages/message-dana-liu-2026-09-01.txt",
        "Dear Dana\n",
    );
    home.put(
        "state/goodword/messages/message-dana-liu-2026-09-02.txt",
        "Zenny says hello\n",
    );
    let typed = |title: &str, about: Vec<_>, text: &str| Unfinished {
        title: title.to_owned(),
        on: demo::ANCHOR,
        about,
        what: What::Line {
            text: text.to_owned(),
            event: None,
        },
    };
    for typed in [
        typed("A line", Vec::new(), "one\nZenobia planted-talk"),
        typed("A decision", vec![planted::id()], "planted-reason"),
    ] {
        let folder = home.path("state/goodword/unfinished");
        unfinished::write(&RealDisk, &folder, &home.book_path(), &typed).unwrap();
    }
    home.put(
        "data/goodword/.book.ron-abc.tmp",
        &String::from_utf8_lossy(&bytes),
    );
    home
}

#[test]
fn nothing_is_left_of_whom_was_erased() {
    let home = home();
    for word in PLANTED {
        assert!(
            home.hits(word).len() >= 5,
            "{word} stands in {:?}",
            home.hits(word)
        );
    }
    let output = home.run(&["erase", "zenobia fairwinter", "--yes"]);
    assert!(output.status.success(), "{}", complained(&output));
    let id = planted::id().to_string();
    for word in PLANTED.iter().copied().chain([id.as_str()]) {
        assert_eq!(home.hits(word), Vec::<std::path::PathBuf>::new(), "{word}");
    }
    assert_eq!(
        home.book().contacts.len(),
        demo::book(demo::ANCHOR).unwrap().contacts.len()
    );
    assert_eq!(home.hits("dear dana").len(), 1, "other messages are kept");
    let names: Vec<_> = home.everything();
    let backups = names
        .iter()
        .filter(|path| path.extension().is_some_and(|ron| ron == "ron"));
    assert_eq!(
        backups.count(),
        2,
        "the book, and the backup from before they were known"
    );
}

#[test]
fn deleting_a_person_alone_leaves_what_an_erasure_looks_for() {
    let (book, _) = without_contact(&planted::book(), planted::id());
    let text = export::text(&book).unwrap().to_lowercase();
    let left = PLANTED
        .iter()
        .filter(|word| text.contains(&word.to_lowercase()));
    assert!(
        left.count() >= 5,
        "else this test of erasing could not fail"
    );
}

#[test]
fn without_yes_it_is_only_shown() {
    let home = home();
    let before: Vec<_> = home
        .everything()
        .into_iter()
        .map(|path| (fs::read(&path).ok(), path))
        .collect();
    let output = home.run(&["erase", "Zenobia"]);
    assert!(output.status.success());
    let said = said(&output);
    for sentence in [
        "Zenobia Fairwinter would go from the book, with 1 promise, 1 talk, 1 invite and 6 other records.",
        "2 talks or invites with others too",
        "the two of them; [erased] led",
        "0004-2026-09-24-restore.ron",
        "message-zenobia-fairwinter-2026-09-01.txt",
        "message-dana-liu-2026-09-02.txt",
        "Out of Goodword's reach:",
        "it cannot be undone",
    ] {
        assert!(said.contains(sentence), "{sentence} is not in\n{said}");
    }
    assert!(!said.contains("0001-2026-09-24-import.ron"), "{said}");
    let after: Vec<_> = home
        .everything()
        .into_iter()
        .map(|path| (fs::read(&path).ok(), path))
        .collect();
    assert!(before == after, "nothing was written");
}

#[test]
fn it_wants_to_know_whom_and_that_it_is_meant() {
    let home = home();
    let before = fs::read(home.book_path()).unwrap();
    for (arguments, sentence) in [
        (&["erase", "Zenobia", "--yes"][..], "wants the whole name"),
        (&["erase", "Ana"], "can be 2 people"),
        (
            &["erase", "Nobody Known", "--yes"],
            "nobody in the book is called",
        ),
    ] {
        let output = home.run(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            complained(&output).contains(sentence),
            "{}",
            complained(&output)
        );
    }
    assert_eq!(home.run(&["erase", "Ana", "--demo"]).status.code(), Some(2));
    assert!(before == fs::read(home.book_path()).unwrap());
}

#[test]
fn who_has_the_book_open_is_asked_to_go_first() {
    let home = home();
    let opened = BookFile::open(&home.book_path()).unwrap();
    let presence = opened.file.note_presence();
    let output = home.run(&["erase", "Zenobia Fairwinter", "--yes"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        complained(&output).contains("open in process"),
        "{}",
        complained(&output)
    );
    assert!(home.book().contacts.get(planted::id()).is_some());
    drop(presence);
    assert!(
        home.run(&["erase", "Zenobia Fairwinter", "--yes"])
            .status
            .success()
    );
}

#[test]
fn what_is_out_of_reach_is_named() {
    let home = home();
    home.put("data/goodword/to do.txt", "call Fairwinter");
    home.put(
        "data/goodword/book.sync-conflict-20260901.ron",
        &export::text(&planted::book()).unwrap(),
    );
    fs::create_dir_all(home.path("data/.git")).unwrap();
    let output = home.run(&["erase", "Zenobia Fairwinter", "--yes"]);
    let said = said(&output);
    for named in [
        "to do.txt, which names them",
        "book.sync-conflict-20260901.ron, which",
        "history of the git repository",
    ] {
        assert!(said.contains(named), "{named} is not in\n{said}");
    }
    assert_eq!(home.hits("Fairwinter").len(), 2);
}

/// Messages may go to a folder in which others write too.
#[test]
fn what_another_program_put_among_the_messages_is_left_alone_and_named() {
    let home = home();
    let messages = home.path("post");
    home.put(
        "config/goodword/config.ron",
        &format!("(messages_to: {messages:?})"),
    );
    home.put("post/message-zenobia-fairwinter-2026-09-01.txt", "Sorry.");
    home.put("post/brief-zenobia-fairwinter-2026-09-01-2.md", "# Before");
    home.put("post/contract.txt", "between Zenobia Fairwinter and me");
    let output = home.run(&["erase", "Zenobia Fairwinter", "--yes"]);
    let said = said(&output);
    assert!(
        said.contains("post/contract.txt, which names them"),
        "{said}"
    );
    let left = below(&messages);
    assert_eq!(left, [messages.join("contract.txt")], "{said}");
}

#[test]
fn the_cards_beside_the_book_are_named() {
    let home = home();
    let cards = home.path("data/goodword/cards");
    let cards = cards.to_str().unwrap();
    assert!(
        home.run(&["export", "vcard3", "--to", cards])
            .status
            .success()
    );
    let output = home.run(&["erase", "Zenobia Fairwinter", "--yes"]);
    let said = said(&output);
    assert!(said.contains("goodword/cards, which names them"), "{said}");
}

#[test]
fn what_was_put_aside_of_another_book_is_left_alone_and_named() {
    let home = home();
    let folder = home.path("state/goodword/emergency");
    let other = home.path("elsewhere/book.ron");
    let copy = emergency::write(&RealDisk, &folder, &other, 2, &planted::book()).unwrap();
    let output = home.run(&["erase", "Zenobia Fairwinter", "--yes"]);
    let said = said(&output);
    let named = format!("{}, put aside of another book", copy.display());
    assert!(said.contains(&named), "{said}");
    assert_eq!(home.hits("Fairwinter"), [copy]);
}

#[test]
fn what_was_typed_for_another_book_is_left_alone_and_named() {
    let home = home();
    let folder = home.path("state/goodword/unfinished");
    let other = home.path("elsewhere/book.ron");
    let typed = "met Zenobia Fairwinter".to_owned();
    let kept = unfinished::write(&RealDisk, &folder, &other, &typed).unwrap();
    let output = home.run(&["erase", "Zenobia Fairwinter", "--yes"]);
    assert!(said(&output).contains(&kept.display().to_string()));
    assert_eq!(home.hits("Fairwinter"), [kept]);
}

#[test]
fn others_keep_everything_but_the_name() {
    let book = planted::book();
    let erasure = erase(&book, planted::id()).unwrap();
    let demo = demo::book(demo::ANCHOR).unwrap();
    let (dana, bob) = planted::others(&book);
    let (was, is) = (
        demo.contacts.get(dana).unwrap(),
        erasure.book.contacts.get(dana).unwrap(),
    );
    assert_eq!(
        is.notes,
        format!("{} Married to [erased], [erased].", was.notes)
    );
    assert!(is.knows == was.knows);
    let met = &erasure.book.contacts.get(bob).unwrap().how_we_met;
    assert_eq!(met, "[erased] brought him.");
    let untouched = |one: &Book, other: &Book| {
        one.promises == other.promises
            && one.exchanges == other.exchanges
            && one.option_sets == other.option_sets
    };
    assert!(untouched(&erasure.book, &demo));
    assert_eq!(erasure.book.contacts.len(), demo.contacts.len());
    assert_eq!(
        erasure.book.invites.len(),
        demo.invites.len() + 1,
        "the lunch with Dana too"
    );
    assert_eq!(erasure.book.unresolved.len(), 1);
}

#[test]
fn a_name_that_another_has_too_stays_and_is_said() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let ana = book
        .contacts
        .iter()
        .find(|one| one.name == "Ana Silva")
        .unwrap()
        .id;
    let (dana, _) = planted::others(&book);
    book.contacts.change(dana, |dana| {
        dana.notes = "Ana said so. Ana Silva wrote it. Ana da Silva did not.".to_owned();
        dana.how_we_met = "Through Ana".to_owned();
    });
    let erasure = erase(&book, ana).unwrap();
    let left = erasure.book.contacts.get(dana).unwrap();
    assert_eq!(
        left.notes,
        "Ana said so. [erased] wrote it. Ana da Silva did not."
    );
    assert_eq!(left.how_we_met, "Through Ana");
    assert!(erasure.unsure.contains(&"Through Ana".to_owned()));
}
