//! Of whichever book: who is erased is named nowhere in it, and nothing in it hangs in the air.

use proptest::prelude::*;

use goodword::domain::about::about;
use goodword::domain::erasure::{Names, erase};
use goodword::store::check::problems;
use goodword::store::export;

use super::books::any_book;
use super::cases::cases;

proptest! {
    #![proptest_config(ProptestConfig { cases: cases() / 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whoever_is_erased_is_gone_and_the_rest_is_whole(book in any_book(6), which in any::<prop::sample::Index>()) {
        prop_assume!(!book.contacts.is_empty());
        let contact = which.get(&book.contacts.iter().collect::<Vec<_>>()).as_ref().clone();
        let names = Names::of(&book, contact.id).unwrap();
        prop_assert!(names.are_in(&book));
        let erasure = erase(&book, contact.id).unwrap();
        let text = export::text(&erasure.book).unwrap();
        prop_assert!(!text.contains(&contact.id.to_string()), "the id is left");
        prop_assert!(!names.are_in(&erasure.book), "a name is left");
        let before = problems(&book);
        let new: Vec<String> = problems(&erasure.book).into_iter().filter(|one| !before.contains(one)).collect();
        prop_assert!(new.is_empty(), "{new:?}");
    }

    #[test]
    fn what_is_kept_of_one_is_a_part_of_the_book_and_the_rest_does_not_name_them(
        book in any_book(6),
        which in any::<prop::sample::Index>(),
    ) {
        prop_assume!(!book.contacts.is_empty());
        let contact = which.get(&book.contacts.iter().collect::<Vec<_>>()).as_ref().clone();
        let about = about(&book, contact.id, true).unwrap();
        prop_assert!(about.contacts.get(contact.id) == book.contacts.get(contact.id));
        let of_them = book.promises.iter().filter(|promise| promise.contact == contact.id);
        for promise in of_them {
            prop_assert!(about.promises.get(promise.id).is_some());
        }
        for talk in book.interactions.iter().filter(|talk| about.interactions.get(talk.id).is_none()) {
            prop_assert!(!talk.with.contains(&contact.id));
        }
    }
}
