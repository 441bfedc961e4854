//! Books with a row for each list and no more, so that a hundred thousand people are made in a moment.

use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::id::IdSource;
use goodword::domain::introduction::Introduction;
use goodword::domain::promise::Promise;

use super::people::TODAY;

/// As many people, a promise to each that is due today, and an introduction for every two.
pub(crate) fn lean(people: usize) -> Book {
    let ids = IdSource::seeded(1);
    let contact = |n| Contact {
        id: ids.next(),
        name: format!("Maria {n:06}"),
        added: TODAY,
        ..Contact::default()
    };
    let contacts: Vec<Contact> = (0..people).map(contact).collect();
    let promise = |(n, to): (usize, &Contact)| Promise {
        id: ids.next(),
        text: format!("The notes {n:06}"),
        due: Some(TODAY),
        ..Promise::new(to.id, TODAY)
    };
    let introduction = |pair: &[Contact]| Introduction {
        id: ids.next(),
        requester: pair.first().unwrap().id,
        target: pair.last().unwrap().id,
        purpose: "The notes".to_owned(),
        asked_requester: Some(TODAY),
        ..Introduction::default()
    };
    Book {
        introductions: contacts.chunks(2).map(introduction).collect(),
        promises: contacts.iter().enumerate().map(promise).collect(),
        contacts: contacts.into_iter().collect(),
        ..Book::default()
    }
}
