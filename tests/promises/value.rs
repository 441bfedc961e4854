//! The value that a delivery adds follows what the promise says afterwards.

use goodword::domain::Book;
use goodword::domain::delivery::{deliver, put_changed};
use goodword::domain::exchange::{ExchangeKind, Size};
use goodword::domain::id::{Id, IdSource};
use goodword::domain::promise::{Impact, Promise};

use super::drawn_up::{day, promise};

fn delivered(kind: Option<ExchangeKind>) -> (Book, Promise, IdSource) {
    let (mut book, ids) = (Book::default(), IdSource::seeded(1));
    let promise = Promise { kind, ..promise() };
    let id = promise.id;
    book.promises.put(promise);
    deliver(&mut book, id, day(20), &ids).unwrap();
    let promise = book.promises.get(id).unwrap().as_ref().clone();
    (book, promise, ids)
}

fn values(book: &Book) -> Vec<(ExchangeKind, Size)> {
    let values = book.exchanges.iter();
    values.map(|value| (value.kind, value.size)).collect()
}

#[test]
fn a_kind_named_after_the_delivery_adds_its_value_on_that_day() {
    let (mut book, mut promise, ids) = delivered(None);
    assert_eq!(values(&book), []);
    promise.kind = Some(ExchangeKind::Advice);
    put_changed(&mut book, promise.clone(), &ids);
    assert_eq!(values(&book), [(ExchangeKind::Advice, Size::Small)]);
    let value = book.exchanges.iter().next().unwrap();
    assert_eq!((value.on, value.from), (day(20), Some(promise.id)));
}

#[test]
fn its_kind_and_its_person_follow_and_its_size_is_mine_to_say() {
    let (mut book, mut promise, ids) = delivered(Some(ExchangeKind::Knowledge));
    promise.kind = Some(ExchangeKind::Introduction);
    promise.impact = Impact::Vital;
    promise.contact = Id::from_u128(77);
    put_changed(&mut book, promise.clone(), &ids);
    assert_eq!(values(&book), [(ExchangeKind::Introduction, Size::Small)]);
    let value = book.exchanges.iter().next().unwrap();
    assert_eq!(value.contact, promise.contact);
    promise.kind = None;
    put_changed(&mut book, promise, &ids);
    assert_eq!(values(&book), []);
}

/// What is not delivered has brought nothing yet, and value that was deleted does not come back by itself.
#[test]
fn no_value_comes_from_nowhere() {
    let (mut book, ids) = (Book::default(), IdSource::seeded(1));
    let mut open = promise();
    book.promises.put(open.clone());
    open.kind = Some(ExchangeKind::Advice);
    put_changed(&mut book, open, &ids);
    assert_eq!(values(&book), []);

    let (mut book, mut promise, ids) = delivered(Some(ExchangeKind::Advice));
    let id = book.exchanges.iter().next().unwrap().id;
    book.exchanges.remove(id);
    promise.impact = Impact::Much;
    put_changed(&mut book, promise, &ids);
    assert_eq!(values(&book), []);
}
