//! `goodword export --person`: everything that names them, and nothing else.

use std::fs;

use goodword::domain::Book;
use goodword::store::BookFile;

use super::home::{Home, complained, mode, said};
use super::planted::{self, PLANTED};

fn home() -> Home {
    let home = Home::new();
    home.save(&planted::book());
    home
}

#[test]
fn it_holds_everything_that_names_them() {
    let home = home();
    for format in [&[][..], &["ron"]] {
        let mut arguments = vec!["export", "--person", "Zenobia", "--with-bad-faith"];
        arguments.extend(format);
        let text = said(&home.run(&arguments));
        for word in PLANTED {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
        for about_others in [
            "Married to",
            "ZENNY brought him",
            "the two of them",
            "so that Fairwinter hears",
        ] {
            assert!(
                text.contains(about_others),
                "{about_others} is not in\n{text}"
            );
        }
    }
}

#[test]
fn bad_faith_is_only_told_when_asked_for() {
    let home = home();
    for format in [&[][..], &["ron"]] {
        let mut arguments = vec!["export", "--person", "Zenobia"];
        arguments.extend(format);
        let text = said(&home.run(&arguments));
        assert!(text.contains("planted-wrong"));
        assert!(
            !text.contains("planted-bad-faith") && !text.contains("BadFaith"),
            "{text}"
        );
    }
}

#[test]
fn nobody_else_is_told_of() {
    let home = home();
    let text = said(&home.run(&["export", "--person", "Zenobia"]));
    let book = planted::book();
    let (dana, bob) = planted::others(&book);
    let (dana, bob) = (
        book.contacts.get(dana).unwrap(),
        book.contacts.get(bob).unwrap(),
    );
    let of_others = [
        dana.emails.first(),
        Some(&dana.how_we_met),
        bob.problems.first().map(|aim| &aim.text),
    ];
    for word in of_others
        .into_iter()
        .flatten()
        .filter(|word| !word.is_empty())
    {
        assert!(!text.contains(word.as_str()), "{word} is in\n{text}");
    }
    let theirs = book
        .promises
        .iter()
        .filter(|promise| promise.contact != planted::id());
    for promise in theirs {
        assert!(!text.contains(&promise.text), "{}", promise.text);
    }
}

#[test]
fn the_book_of_one_person_opens() {
    let home = home();
    let path = home.path("zenobia.ron");
    let to = path.display().to_string();
    let output = home.run(&["export", "--person", "Zenny", "ron", "--to", &to]);
    assert!(output.status.success(), "{}", complained(&output));
    assert_eq!(mode(&path), 0o600);
    let opened = BookFile::open(&path).unwrap();
    let whole: Book = planted::book();
    assert_eq!(
        opened.book.contacts.get(planted::id()),
        whole.contacts.get(planted::id())
    );
    assert!(opened.book.record_count() < whole.record_count() / 4);
    let again = home.run(&["export", "--person", "Zenny", "--to", &to]);
    assert_eq!(again.status.code(), Some(1));
    assert!(complained(&again).contains("none is replaced"));
    assert!(fs::read_to_string(&path).unwrap().contains("version: 1"));
}

#[test]
fn who_is_meant_is_asked_where_it_is_not_clear() {
    let home = home();
    let output = home.run(&["export", "--person", "Ana"]);
    assert_eq!(output.status.code(), Some(1));
    let complained = complained(&output);
    assert!(
        complained.contains("Ana Silva") && complained.contains("Ana da Silva"),
        "{complained}"
    );
    assert!(said(&output).is_empty());
}

#[test]
fn nothing_in_a_name_steers_the_terminal() {
    let home = Home::new();
    let mut book = planted::book();
    book.contacts.change(planted::id(), |contact| {
        contact.name = "Zen\u{1b}]0;owned\u{7} \u{202e}Fairwinter".to_owned();
        contact.notes = "\u{9b}31mred\u{1b}[2J\u{200b}".to_owned();
    });
    home.save(&book);
    let id = planted::id().to_string();
    for arguments in [
        &["export", "--person", &id][..],
        &["export", "--person", &id, "ron"],
        &["erase", &id],
        &["erase", &id, "--yes"],
    ] {
        let output = home.run(arguments);
        let text = format!("{}{}", said(&output), complained(&output));
        assert!(
            !text.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\u{200b}']),
            "{text:?}"
        );
    }
}
