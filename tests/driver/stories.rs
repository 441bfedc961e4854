//! Two machines, one repository.

use std::fs;

use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::merge::{Side, resolve};
use goodword::domain::removal::without_contact;
use goodword::store::check::problems;
use goodword::store::demo;
use goodword::store::disk::RealDisk;
use goodword::store::version;

use super::repository::{BOOK, GOODWORD, Repository};

fn demo_book() -> Book {
    demo::book(demo::ANCHOR).unwrap()
}

fn change(book: &Book, name: &str, change: impl FnOnce(&mut Contact)) -> Book {
    let mut after = book.clone();
    let mut people = book.contacts.iter();
    let id = people.find(|one| one.name == name).unwrap().id;
    after.contacts.change(id, change);
    after
}

fn notes(book: &Book, notes: &str) -> Book {
    change(book, "Bob Reyes", |bob| notes.clone_into(&mut bob.notes))
}

/// The demo on `main`, one version on `laptop`, another one on `main`.
fn two_machines(repository: &Repository, laptop: &Book, main: &Book) {
    repository.commit(&demo_book(), "the book");
    repository.git(&["checkout", "-qb", "laptop"]);
    repository.commit(laptop, "on the laptop");
    repository.git(&["checkout", "-q", "main"]);
    repository.commit(main, "at the desk");
}

#[test]
fn what_was_done_on_both_machines_is_in_the_book() {
    let repository = Repository::with_driver();
    let laptop = change(&demo_book(), "Bob Reyes", |bob| {
        bob.phones.push("+44 1".to_owned());
    });
    two_machines(&repository, &laptop, &notes(&demo_book(), "mornings"));
    repository.git(&["merge", "-q", "--no-edit", "laptop"]);
    let both = change(&laptop, "Bob Reyes", |bob| {
        bob.notes = "mornings".to_owned();
    });
    assert_eq!(repository.book(), both);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    let litter = fs::read_dir(repository.path(".")).unwrap().count();
    assert_eq!(litter, 3, "the repository, its attributes and the book");
}

/// The control: why git is not left alone with it.
#[test]
fn git_alone_lets_a_promise_hang_in_the_air_and_the_driver_does_not() {
    let base = demo_book();
    let eve = base.contacts.iter().find(|one| one.name == "Eve Park");
    let eve = eve.unwrap().id;
    let deleted = without_contact(&base, eve).0;
    let mut promised = base.clone();
    let mut promise = base.promises.iter().next().unwrap().as_ref().clone();
    promise.id = Id::from_u128(1);
    promise.contact = eve;
    promise.text = "the figures".to_owned();
    promised.promises.put(promise);
    for (repository, hangs) in [
        (Repository::new(), true),
        (Repository::with_driver(), false),
    ] {
        two_machines(&repository, &promised, &deleted);
        repository.git(&["merge", "-q", "--no-edit", "laptop"]);
        let merged = repository.book();
        assert_eq!(problems(&merged).is_empty(), !hangs, "{hangs}");
        assert_eq!(merged.contacts.get(eve).is_none(), hangs);
    }
}

#[test]
fn two_values_stop_the_merge_until_one_is_chosen() {
    let repository = Repository::with_driver();
    let (mornings, evenings) = ("mornings", "evenings");
    two_machines(
        &repository,
        &notes(&demo_book(), evenings),
        &notes(&demo_book(), mornings),
    );
    let ended = repository.try_git(&["merge", "-q", "--no-edit", "laptop"]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    let sentence = "goodword merge: book.ron has two values for 1 field.";
    assert!(ended.said.contains(sentence), "{}", ended.said);
    assert!(
        !ended.said.contains(mornings) && !ended.said.contains("Bob"),
        "{}",
        ended.said
    );
    assert!(repository.git(&["status", "--porcelain"]).starts_with("UU"));

    let merged = repository.book();
    assert_eq!(merged.unresolved[0].theirs, evenings);
    let chosen = resolve(&merged, &merged.unresolved[0], Side::Theirs).unwrap();
    assert_eq!(chosen, notes(&demo_book(), evenings));
    repository.commit(&chosen, "both");

    // And the other machine takes it over without being asked again.
    repository.git(&["checkout", "-q", "laptop"]);
    repository.git(&["merge", "-q", "--no-edit", "main"]);
    assert_eq!(repository.book(), chosen);
}

#[test]
fn a_newer_book_is_not_merged_and_nothing_is_changed() {
    let repository = Repository::with_driver();
    two_machines(
        &repository,
        &notes(&demo_book(), "evenings"),
        &notes(&demo_book(), "mornings"),
    );
    repository.git(&["checkout", "-q", "laptop"]);
    let newer = fs::read_to_string(repository.path(BOOK)).unwrap();
    let newer = newer.replacen("version: 1", "version: 3", 1);
    fs::write(repository.path(BOOK), newer).unwrap();
    repository.git(&["commit", "-qam", "a newer Goodword"]);
    repository.git(&["checkout", "-q", "main"]);
    let before = fs::read(repository.path(BOOK)).unwrap();

    let ended = repository.try_git(&["merge", "--no-edit", "laptop"]);
    assert!(ended.code.is_some_and(|code| code > 1), "{}", ended.said);
    let sentence =
        "book.ron (the other one) was written by a newer Goodword (format 3, this one reads 1).";
    assert!(ended.said.contains(sentence), "{}", ended.said);
    assert_eq!(fs::read(repository.path(BOOK)).unwrap(), before);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_rebase_and_a_stash_go_through_the_driver_too() {
    let repository = Repository::with_driver();
    let laptop = change(&demo_book(), "Bob Reyes", |bob| {
        bob.phones.push("+44 1".to_owned());
    });
    two_machines(&repository, &laptop, &notes(&demo_book(), "mornings"));
    let both = change(&laptop, "Bob Reyes", |bob| {
        bob.notes = "mornings".to_owned();
    });
    repository.git(&["checkout", "-q", "laptop"]);
    repository.git(&["rebase", "-q", "main"]);
    assert_eq!(repository.book(), both);

    let tagged = change(&both, "Bob Reyes", |bob| bob.tags.push("lunch".to_owned()));
    version::write(&RealDisk, &repository.path(BOOK), &tagged).unwrap();
    repository.git(&["stash", "-q"]);
    let later = change(&both, "Bob Reyes", |bob| bob.role = "head".to_owned());
    repository.commit(&later, "meanwhile");
    repository.git(&["stash", "pop", "-q"]);
    let all = change(&later, "Bob Reyes", |bob| bob.tags.push("lunch".to_owned()));
    assert_eq!(repository.book(), all);
}

#[test]
fn two_books_that_never_were_one_are_put_together() {
    let repository = Repository::with_driver();
    repository.git(&["add", ".gitattributes"]);
    repository.git(&["commit", "-qm", "nothing yet"]);
    repository.git(&["checkout", "-qb", "laptop"]);
    let only = |keep: bool| {
        let mut book = Book::default();
        let all = demo_book();
        let people = all.contacts.iter().enumerate();
        for (_, person) in people.filter(|(at, _)| (at % 2 == 0) == keep) {
            let mut person = Contact::clone(person);
            person.knows.clear();
            book.contacts.put(person);
        }
        book
    };
    repository.commit(&only(true), "on the laptop");
    repository.git(&["checkout", "-q", "main"]);
    repository.commit(&only(false), "at the desk");
    repository.git(&["merge", "-q", "--no-edit", "laptop"]);
    assert_eq!(repository.book().contacts.len(), demo_book().contacts.len());
}

#[test]
fn the_same_line_written_by_hand_on_both_machines_stands_once() {
    let repository = Repository::with_driver();
    let book = |more: &str| {
        format!(
            "(version: 1, contacts: [\n  (name: \"Ada\", added: \"2026-09-01\"),\n  (name: \"Bo\", added: \"2026-09-01\", \
             notes: \"{more}\"),\n])\n"
        )
    };
    let commit = |more: &str| {
        fs::write(repository.path(BOOK), book(more)).unwrap();
        repository.git(&["add", "."]);
        repository.git(&["commit", "-qm", "by hand", "--allow-empty"]);
    };
    commit("");
    repository.git(&["checkout", "-qb", "laptop"]);
    commit("met at the fair");
    repository.git(&["checkout", "-q", "main"]);
    fs::write(
        repository.path(BOOK),
        book("").replace(
            "(version: 1,",
            "(version: 1, settings: (weekly_minutes: 90),",
        ),
    )
    .unwrap();
    repository.git(&["commit", "-qam", "hours"]);
    repository.git(&["merge", "-q", "--no-edit", "laptop"]);
    let merged = repository.book();
    let people: Vec<(&str, &str)> = merged
        .contacts
        .iter()
        .map(|one| (one.name.as_str(), one.notes.as_str()))
        .collect();
    assert_eq!(people.len(), 2, "{people:?}");
    assert!(people.contains(&("Bo", "met at the fair")), "{people:?}");
}

#[test]
fn a_book_with_an_odd_name_is_called_by_it() {
    let repository = Repository::with_driver();
    let name = "my \"book\" of $(people)'s.ron";
    let write = |text: &str| {
        fs::write(repository.path(name), text).unwrap();
        repository.git(&["add", "."]);
        repository.git(&["commit", "-qm", "x"]);
    };
    write("(version: 1)");
    repository.git(&["checkout", "-qb", "laptop"]);
    write("(version: 9)");
    repository.git(&["checkout", "-q", "main"]);
    write("(version: 1, settings: (weekly_minutes: 90))");
    let ended = repository.try_git(&["merge", "--no-edit", "laptop"]);
    assert!(ended.said.contains(name), "{}", ended.said);
}

#[test]
fn a_driver_set_up_wrongly_is_no_conflict() {
    let repository = Repository::with_driver();
    two_machines(
        &repository,
        &notes(&demo_book(), "evenings"),
        &notes(&demo_book(), "mornings"),
    );
    let wrong = "goodword merge %O %A %B %P --no-such-thing";
    repository.git(&["config", "merge.goodword.driver", wrong]);
    let ended = repository.try_git(&["merge", "--no-edit", "laptop"]);
    assert!(ended.code.is_some_and(|code| code > 1), "{}", ended.said);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    assert_eq!(repository.book(), notes(&demo_book(), "mornings"));
}

/// A synced folder, without git.
#[test]
fn a_copy_is_put_into_the_book_and_removed_when_that_is_saved() {
    let folder = Repository::new();
    let (here, there) = (
        notes(&demo_book(), "mornings"),
        notes(&demo_book(), "evenings"),
    );
    let copy = folder.path("book.sync-conflict-20260924-101500-ABCDEFG.ron");
    let merge = ["--book", BOOK, "merge", "--copy"];
    let merge = merge
        .into_iter()
        .map(str::to_owned)
        .chain([copy.display().to_string()]);
    let merge: Vec<String> = merge.collect();

    version::write(&RealDisk, &folder.path(BOOK), &here).unwrap();
    fs::write(&copy, "(version: 1, contacts: [(name: \"cut o").unwrap();
    let ended = folder.run(GOODWORD, &merge);
    assert_eq!(ended.code, Some(129), "{}", ended.said);
    assert!(copy.exists());
    assert_eq!(folder.book(), here);

    // The book is no copy of itself: it would go as one does of which everything is taken over.
    let roundabout = folder
        .path("../")
        .join(folder.path(".").file_name().unwrap());
    for itself in [folder.path(BOOK), roundabout.join(BOOK)] {
        let itself = itself.display().to_string();
        let ended = folder.run(GOODWORD, ["--book", BOOK, "merge", "--copy", &itself]);
        assert_eq!(ended.code, Some(129), "{}", ended.said);
        assert!(ended.said.contains("is the book itself"), "{}", ended.said);
        assert_eq!(folder.book(), here);
    }

    version::write(&RealDisk, &copy, &there).unwrap();
    let ended = folder.run(GOODWORD, &merge);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended.said.contains("book.ron has two values for 1 field"),
        "{}",
        ended.said
    );
    assert!(!copy.exists());
    let merged = folder.book();
    assert_eq!(merged.unresolved[0].theirs, "evenings");

    // What is there already is no news, and what was chosen is not asked again by another copy of the same.
    version::write(&RealDisk, &copy, &merged).unwrap();
    let ended = folder.run(GOODWORD, &merge);
    assert!(ended.said.contains("Merged 0 changes."), "{}", ended.said);
    assert!(!copy.exists());
    assert_eq!(folder.book(), merged);
}

#[test]
fn what_cannot_be_merged_is_129_and_changes_nothing() {
    let folder = Repository::new();
    let good = folder.path("good.ron");
    version::write(&RealDisk, &good, &demo_book()).unwrap();
    let bytes = fs::read(&good).unwrap();
    let cut = bytes.len() / 2;
    for (name, content) in [
        ("empty", &b""[..]),
        (
            "marks",
            b"<<<<<<< ours\n(version: 1)\n=======\n(version: 1)\n>>>>>>> theirs\n",
        ),
        ("newer", b"(version: 2)"),
        ("cut", &bytes[..cut]),
        ("binary", b"\0\x01\x02"),
    ] {
        fs::write(folder.path(name), content).unwrap();
        for [base, ours, theirs] in [
            ["good.ron", name, "good.ron"],
            ["good.ron", "good.ron", name],
            [name, "good.ron", "good.ron"],
        ] {
            // Nothing in common is the one empty file that is allowed.
            let is_allowed = name == "empty" && base == name;
            let ended = folder.run(GOODWORD, ["merge", base, ours, theirs]);
            let wanted = if is_allowed { 0 } else { 129 };
            assert_eq!(
                ended.code,
                Some(wanted),
                "{base} {ours} {theirs}: {}",
                ended.said
            );
            assert_eq!(fs::read(folder.path(name)).unwrap(), content);
            assert_eq!(fs::read(&good).unwrap(), bytes);
        }
    }
    for wrong in [
        &["merge"][..],
        &["merge", "good.ron"],
        &["merge", "good.ron", "good.ron", "gone"],
    ] {
        assert_eq!(folder.run(GOODWORD, wrong).code, Some(129), "{wrong:?}");
    }
}
