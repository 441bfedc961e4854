//! An import makes nobody who is certainly somebody already, whatever the cards and whatever the book; and after a merge
//! the same cards double nobody.

use goodword::domain::Book;
use goodword::domain::contact::{Birthday, Contact};
use goodword::domain::duplicates::duplicates;
use goodword::domain::duplicates::joining::Joining;
use goodword::domain::id::IdSource;
use goodword::domain::import_plan::{Card, Findings, Place, plan};
use goodword::domain::relationship::Relationships;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::{number, person, today};

const NAMES: [&str; 10] = [
    "Ana Li",
    "Li, Ana",
    "A. Li",
    "Ana",
    "Ana Silva",
    "Ana Lia Li",
    "Jo Doe",
    "Sam Doe",
    "J. Doe",
    "Jo Doe jr.",
];
const EMAILS: [&str; 4] = [
    "ana@li.example",
    "ANA@li.example",
    "family@doe.example",
    "jo@doe.example",
];
const PHONES: [&str; 4] = ["+49 170 1234567", "0170 1234567", "030 7654321", "12"];
const URLS: [&str; 3] = [
    "https://linkedin.com/in/ana",
    "de.linkedin.com/in/ana/",
    "https://doe.example",
];
const UIDS: [&str; 4] = ["1", "2", "3", "4"];

fn some(from: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    let one = proptest::sample::select(from).prop_map(str::to_owned);
    vec(one, 0..=2).prop_map(|mut texts| {
        texts.dedup();
        texts
    })
}

prop_compose! {
    fn card()(
        name in proptest::sample::select(&NAMES[..]),
        nicknames in vec(proptest::sample::select(&NAMES[..]).prop_map(str::to_owned), 0..2),
        emails in some(&EMAILS),
        phones in some(&PHONES),
        urls in some(&URLS),
        uid in proptest::option::of(proptest::sample::select(&UIDS[..])),
        day in proptest::option::weighted(0.2, 1_u32..3),
        firm in proptest::sample::select(&["", "", "Acme", "Doe & Doe"][..]),
        file in 0..2,
    ) -> Card {
        Card {
            place: Place { file: format!("{file}.vcf"), line: 1 },
            name: name.to_owned(),
            nicknames,
            organisation: firm.to_owned(),
            emails,
            phones,
            urls,
            birthday: day.map(|day| Birthday { year: None, month: 5, day }),
            uid: uid.map(str::to_owned),
            ..Card::default()
        }
    }
}

/// A book of people who may be anybody, twice too.
fn any_book() -> impl Strategy<Value = Book> {
    vec(card(), 0..4).prop_map(|cards| {
        let people = cards.into_iter().zip(1_u128..).map(|(card, number)| {
            person(
                number << 100,
                &card.name.clone(),
                |contact: &mut Contact| {
                    contact.organisation = card.organisation;
                    contact.nicknames = card.nicknames;
                    contact.emails = card.emails;
                    contact.phones = card.phones;
                    contact.urls = card.urls;
                    contact.birthday = card.birthday;
                    contact.source_uid = card.uid;
                },
            )
        });
        super::book(people)
    })
}

fn import(book: &mut Book, cards: &[Card], ids: &IdSource) -> bool {
    let findings = Findings {
        cards: cards.to_vec(),
        ..Findings::default()
    };
    let plan = plan(book, &findings, today(), ids);
    let is_empty = plan.is_empty();
    plan.apply(book);
    is_empty
}

proptest! {
    #![proptest_config(Config { cases: number::cases(), failure_persistence: None, ..Config::default() })]

    #[test]
    fn nobody_new_is_certainly_somebody_else(book in any_book(), cards in vec(card(), 0..8)) {
        let mut after = book.clone();
        let ids = IdSource::seeded(3);
        import(&mut after, &cards, &ids);
        let is_new = |id| book.contacts.get(id).is_none();
        for pair in duplicates(&after) {
            let is_of_import = is_new(pair.people.0) || is_new(pair.people.1);
            prop_assert!(
                !(pair.per_mille() == 1000 && is_of_import),
                "{:?}",
                after.contacts.iter().map(|one| (&one.name, &one.nicknames, &one.emails, &one.phones, &one.urls, &one.source_uid, &one.other_uids)).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn the_second_time_nothing_changes(book in any_book(), cards in vec(card(), 0..6)) {
        let mut after = book;
        let ids = IdSource::seeded(3);
        import(&mut after, &cards, &ids);
        let once = after.clone();
        let is_empty = import(&mut after, &cards, &ids);
        prop_assert!(is_empty && after == once);
    }

    /// Cards of an address book have an identity each: whoever is merged here is found again by it.
    #[test]
    fn after_a_merge_the_same_cards_double_nobody(cards in vec(card(), 1..6)) {
        let mut book = Book::default();
        let ids = IdSource::seeded(3);
        let cards: Vec<Card> = cards.into_iter().zip(1..).map(|(card, uid)| Card {
            uid: Some(format!("own-{uid}")),
            place: Place { file: "a.vcf".to_owned(), line: uid },
            ..card
        }).collect();
        import(&mut book, &cards, &ids);
        while let Some(pair) = duplicates(&book).first() {
            let joining = Joining::of(&book, &Relationships::of(&book), pair.people).unwrap();
            book = joining.apply(&book).unwrap();
        }
        let people = book.contacts.len();
        import(&mut book, &cards, &ids);
        prop_assert_eq!(book.contacts.len(), people);
    }
}

#[test]
fn two_of_the_book_who_turn_out_to_be_one_are_said_and_stay() {
    let of = |name: &str, emails: &[&str], phones: &[&str]| Card {
        place: Place {
            file: "a.vcf".to_owned(),
            line: 1,
        },
        name: name.to_owned(),
        emails: super::texts(emails),
        phones: super::texts(phones),
        ..Card::default()
    };
    let mut book = super::book([
        person(1, "Ana Li", |ana| {
            ana.emails = super::texts(&["ana@li.example"]);
        }),
        person(2, "A. Li", |ana| {
            ana.phones = super::texts(&["+49 170 1234567"]);
        }),
    ]);
    let findings = Findings {
        cards: vec![of("Ana Li", &["ana@li.example"], &["0170 1234567"])],
        ..Findings::default()
    };
    let ids = IdSource::seeded(3);
    let first = plan(&book, &findings, today(), &ids);
    assert_eq!(
        first.remarks,
        [
            "1 person may stand here twice: goodword duplicates, or :duplicates in the dashboard, says why"
        ]
    );
    assert!(first.people.new.is_empty());
    first.apply(&mut book);
    assert_eq!(
        book.contacts.len(),
        2,
        "what I wrote down as two, no import makes one"
    );
    assert_eq!(duplicates(&book)[0].per_mille(), 1000);
    assert!(plan(&book, &findings, today(), &ids).remarks.is_empty());
}
