//! Books that say by themselves which save they are of.

use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;

/// How many people are in a book of [`of_save`]: enough that a file is not written in one piece.
const PEOPLE: u128 = 60;

/// The book of a save: everybody in it names the save.
pub(crate) fn of_save(number: u64) -> Book {
    let mut book = Book::default();
    for id in 1..=PEOPLE {
        book.contacts
            .put(person(id, &format!("Person {id} of {}", in_words(number))));
    }
    book
}

/// The save that a book is of; none where it is not, from beginning to end, the book of one save.
pub(crate) fn save_of(book: &Book) -> Option<u64> {
    let first = book.contacts.iter().next()?;
    let number = first.name.rsplit(' ').next()?.parse().ok()?;
    (*book == of_save(number)).then_some(number)
}

/// A number as it stands in a book: of the same length for each.
pub(crate) fn in_words(number: u64) -> String {
    format!("{number:08}")
}

/// Somebody with an id and a name.
pub(crate) fn person(id: u128, name: &str) -> Contact {
    Contact {
        id: Id::from_u128(id),
        name: name.to_owned(),
        added: chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap(),
        ..Contact::default()
    }
}
