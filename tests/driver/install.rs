//! `goodword merge --install`.

use std::fs;

use super::repository::{BOOK, GOODWORD, Repository};

fn install(repository: &Repository, book: &str, more: &[&str]) -> (Option<i32>, String) {
    let words = ["--book", book, "merge", "--install"];
    let ended = repository.run(GOODWORD, words.iter().chain(more));
    (ended.code, ended.said)
}

fn driver(repository: &Repository) -> String {
    repository.git(&["config", "--get-regexp", "^merge.goodword"])
}

#[test]
fn it_does_what_the_lines_of_the_page_do() {
    let (by_hand, installed) = (Repository::with_driver(), Repository::new());
    let (code, said) = install(&installed, BOOK, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(driver(&installed), driver(&by_hand));
    for repository in [&by_hand, &installed] {
        let said = repository.git(&["check-attr", "merge", "--", BOOK]);
        assert_eq!(said, "book.ron: merge: goodword\n");
    }
    // Another file of that format is none of its business, and what stands beside the book stays out.
    let other = installed.git(&["check-attr", "merge", "--", "config.ron"]);
    assert_eq!(other, "config.ron: merge: unspecified\n");
    fs::write(installed.path(BOOK), "(version: 1)").unwrap();
    fs::write(installed.path(".book.ron.lock"), "").unwrap();
    let status = installed.git(&["status", "--porcelain"]);
    assert!(
        status.contains("?? book.ron") && !status.contains("lock"),
        "{status}"
    );
}

#[test]
fn a_second_time_changes_nothing_and_a_dry_run_never_does() {
    let repository = Repository::new();
    let (code, said) = install(&repository, BOOK, &["--dry-run"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(said.matches("would be set up").count(), 6, "{said}");
    assert!(!repository.path(".gitattributes").exists() && !repository.path(".gitignore").exists());
    assert_ne!(
        repository
            .try_git(&["config", "--get", "merge.goodword.driver"])
            .code,
        Some(0)
    );

    fs::write(repository.path(".gitignore"), "*.tmp").unwrap();
    install(&repository, BOOK, &[]);
    let stands = |name| fs::read_to_string(repository.path(name)).unwrap();
    assert_eq!(
        stands(".gitignore"),
        "*.tmp\n/.book.ron*\n/inbox.txt\n/.inbox.txt.*\n"
    );
    let (code, said) = install(&repository, BOOK, &[]);
    assert_eq!(
        (code, said.matches("is so already").count()),
        (Some(0), 6),
        "{said}"
    );
    assert_eq!(stands(".gitattributes"), "/book.ron merge=goodword\n");
    assert_eq!(
        stands(".gitignore"),
        "*.tmp\n/.book.ron*\n/inbox.txt\n/.inbox.txt.*\n"
    );
}

#[test]
fn whatever_the_book_is_called_and_wherever_it_stands_it_alone_is_meant() {
    for name in [
        "my book.ron",
        "notes/people.ron",
        "a \"b\" [c] *.ron",
        "#1.ron",
        "!x.ron",
        "back\\slash.ron",
        "Ä.ron",
    ] {
        let repository = Repository::new();
        let path = repository.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "(version: 1)").unwrap();
        let (code, said) = install(&repository, name, &[]);
        assert_eq!(code, Some(0), "{name}: {said}");
        for (file, attribute) in [
            (name, "goodword"),
            ("c.ron", "unspecified"),
            ("book.ron", "unspecified"),
        ] {
            let said = repository.git(&["check-attr", "-z", "merge", "--", file]);
            assert_eq!(said.split('\0').nth(2), Some(attribute), "{name}: {file}");
        }
        let (_, again) = install(&repository, name, &[]);
        assert_eq!(again.matches("is so already").count(), 6, "{name}: {again}");
    }
}

#[test]
fn what_cannot_be_set_up_says_why() {
    let nowhere = tempfile::tempdir().unwrap();
    let repository = Repository::new();
    let book = nowhere.path().join(BOOK).display().to_string();
    let (code, said) = install(&repository, &book, &[]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("is in no git repository; git init there"),
        "{said}"
    );
    let (code, said) = install(&repository, "gone/book.ron", &[]);
    assert_eq!(code, Some(1), "{said}");

    // A line nearer to the book wins over the one that is added, and that is said.
    fs::write(
        repository.path(".git/info/attributes"),
        "book.ron merge=union\n",
    )
    .unwrap();
    let (code, said) = install(&repository, BOOK, &[]);
    assert_eq!(code, Some(1));
    assert!(said.contains("says otherwise"), "{said}");
}
