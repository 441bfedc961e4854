//! Two machines, one repository.

use std::fs;

use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::merge::{Side, resolve};
use goodword::domain::removal::without_contact;
use goodword::store::check::problems;
use goodword::store::demo;

use super::repository::{BOOK, Repository};

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
    goodword::store::version::write(
        &goodword::store::disk::RealDisk,
        &repository.path(BOOK),
        &tagged,
    )
    .unwrap();
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
