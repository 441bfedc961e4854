//! Whatever a debugger, a log or a panic prints of the program's values: no text of the book is in it.

use goodword::app::chord::Chord;
use goodword::app::modal::Modal;
use goodword::domain::Book;
use goodword::domain::change::Change;
use goodword::store::demo;

use super::hostile;
use super::places::places;

/// What stands in the place of every text; the program never says it.
const TEXT: &str = "§";

fn is_silent(value: &impl std::fmt::Debug) -> bool {
    let (short, long) = (format!("{value:?}"), format!("{value:#?}"));
    !short.contains(TEXT) && !long.contains(TEXT)
}

#[test]
fn a_book_tells_ids_days_and_lengths_of_itself_and_no_word() {
    let book = hostile::all_saying(TEXT);
    assert!(is_silent(&book));
    assert!(is_silent(&Change::between(&Book::default(), &book)));
    let contact = book.contacts.iter().next().unwrap();
    let said = format!("{contact:?}");
    assert!(said.contains(&contact.id.to_string()), "{said}");
    assert!(said.contains(&format!("name: •{}", TEXT.len())), "{said}");
    let text = ron::to_string(&book).unwrap();
    assert!(text.matches(TEXT).count() > 500, "the book is full of it");
}

#[test]
fn what_the_program_makes_of_a_book_tells_no_word_either() {
    let book = hostile::all_saying(TEXT);
    let mut drafts = 0;
    for (way, mut session) in places(&book, demo::ANCHOR) {
        assert!(is_silent(&session.model.derived), "{way}");
        if let Some(Modal::Draft(sheet)) = &session.model.modal {
            let messages = sheet.messages.iter();
            drafts += messages.filter(|one| one.to.contains(TEXT)).count();
            assert!(is_silent(&sheet.messages), "{way}");
        }
        for key in ["y", "Ctrl-s", "w", "u"] {
            let effects = session.key(Chord::parse_named(key).unwrap());
            assert!(is_silent(&effects), "{way} {key}");
        }
    }
    assert!(drafts > 0, "messages to somebody were looked at");
}
