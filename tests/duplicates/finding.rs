//! Who is found, why, and how sure it is.

use std::time::{Duration, Instant};

use goodword::domain::capture::{Known, read};
use goodword::domain::contact::{Birthday, Contact, KnownPerson, Tie};
use goodword::domain::duplicates::{duplicates, like, standing_twice, tell_apart};
use goodword::domain::id::Id;
use goodword::domain::introduction::Introduction;
use goodword::domain::relationship::Relationships;

use super::{book, found, id, person, texts, today};

fn email(address: &'static str) -> impl FnOnce(&mut Contact) {
    move |contact| contact.emails = texts(&[address])
}

fn phone(number: &'static str) -> impl FnOnce(&mut Contact) {
    move |contact| contact.phones = texts(&[number])
}

fn firm(name: &'static str) -> impl FnOnce(&mut Contact) {
    move |contact| name.clone_into(&mut contact.organisation)
}

#[test]
fn an_address_in_common_is_certain_where_the_names_fit() {
    for (one, other, why) in [
        (
            person(1, "Ana Li", email("ana@li.example")),
            person(2, "Li, Ana", email("ANA@li.example")),
            "same e-mail ana@li.example; same name, and nothing speaks against it",
        ),
        (
            person(1, "Ana Li", phone("+49 170 1234567")),
            person(2, "A. Li", phone("0170/123 45 67")),
            "same phone …701234567",
        ),
        (
            person(1, "Ana Li", |ana| {
                ana.urls = texts(&["https://www.linkedin.com/in/ana/"]);
            }),
            person(2, "Ana Maria Li", |ana| {
                ana.urls = texts(&["de.linkedin.com/in/ana?trk=1"]);
            }),
            "same page linkedin.com/in/ana",
        ),
        (
            person(1, "Ana Li", |ana| ana.source_uid = Some("77".to_owned())),
            person(2, "Zoe Lind", |zoe| zoe.other_uids = texts(&["5", "77"])),
            "same identity in an address book",
        ),
    ] {
        let found = found(&book([one, other]));
        assert_eq!(found, [format!("certain: {why}")]);
    }
}

#[test]
fn what_a_couple_or_an_office_shares_says_little() {
    let couple = [
        person(1, "Jo Doe", email("family@doe.example")),
        person(2, "Sam Doe", email("family@doe.example")),
    ];
    assert_eq!(
        found(&book(couple)),
        ["perhaps: same e-mail family@doe.example, but name or birthday differ"]
    );
    let father_and_son = [
        person(1, "John Doe", phone("030 1234567")),
        person(2, "John Doe jr.", phone("030 1234567")),
    ];
    assert_eq!(
        found(&book(father_and_son)),
        ["perhaps: same phone …301234567, but name or birthday differ"]
    );
    let names = ["Ana Li", "Bob Reyes", "Dana Liu", "Eve Park"];
    let office = names
        .iter()
        .zip(1..)
        .map(|(name, number)| person(number, name, phone("030 1234567")));
    assert!(
        found(&book(office)).is_empty(),
        "a switchboard is nobody's own"
    );
    let extensions = [
        person(1, "Ana Li", phone("12")),
        person(2, "Ana Lo", phone("12")),
    ];
    assert!(found(&book(extensions)).is_empty());
}

#[test]
fn a_name_in_common_is_likely_while_nothing_speaks_against_it() {
    let born = |day: u32| {
        move |ana: &mut Contact| {
            ana.birthday = Some(Birthday {
                year: None,
                month: 5,
                day,
            });
        }
    };
    let twice = |one: Contact, other: Contact| found(&book([one, other]));
    let name = "Siobhán Byrne";
    assert_eq!(
        twice(
            person(1, name, |_| {}),
            person(2, "siobhan byrne", email("s@byrne.example"))
        ),
        ["likely: same name, and nothing speaks against it"]
    );
    assert_eq!(
        twice(
            person(1, name, firm("Acme")),
            person(2, name, firm("ACME "))
        ),
        ["very likely: same name, same firm"]
    );
    assert_eq!(
        twice(
            person(1, name, email("s@one.example")),
            person(2, name, email("s@two.example"))
        ),
        ["perhaps: same name, otherwise reached or working elsewhere"]
    );
    assert_eq!(
        twice(
            person(1, name, firm("Acme")),
            person(2, "Siobhan Byrnes", firm("Acme"))
        ),
        ["likely: name alike, same firm"]
    );
    assert_eq!(
        twice(
            person(1, "Robert Reyes", |bob| bob.nicknames =
                texts(&["Bob Reyes"])),
            person(2, "Bob Reyes", |_| {})
        ),
        ["likely: one goes by the name of the other"]
    );
    assert!(twice(person(1, name, born(1)), person(2, name, born(2))).is_empty());
    assert!(
        twice(
            person(1, "Ana Li", firm("Acme")),
            person(2, "Ana Lo", firm("Acme"))
        )
        .is_empty()
    );
    assert!(twice(person(1, "Ana", |_| {}), person(2, "Ana Li", |_| {})).is_empty());
}

#[test]
fn two_who_know_each_other_or_were_introduced_are_two() {
    let people = || {
        [
            person(1, "Ana Li", email("a@x.example")),
            person(2, "Ana Li", email("a@x.example")),
        ]
    };
    assert_eq!(duplicates(&book(people())).len(), 1);
    let [mut one, other] = people();
    one.knows = vec![(KnownPerson::Contact(other.id), Tie::Close)];
    assert!(duplicates(&book([one, other])).is_empty());
    let mut introduced = book(people());
    introduced.introductions.put(Introduction {
        id: Id::from_u128(9),
        requester: id(2),
        target: id(1),
        made: Some(today()),
        ..Introduction::default()
    });
    assert!(duplicates(&introduced).is_empty());
}

#[test]
fn not_the_same_is_remembered_and_stands_last() {
    let mut book = book([
        person(1, "Ana Li", email("a@x.example")),
        person(2, "Ana Li", email("a@x.example")),
        person(3, "Zoe Lind", |_| {}),
        person(4, "Zoe Lind", |_| {}),
    ]);
    assert_eq!(standing_twice(&duplicates(&book)), 2);
    tell_apart(&mut book, (id(2), id(1)));
    let pairs = duplicates(&book);
    assert_eq!(standing_twice(&pairs), 1);
    assert_eq!(pairs[0].people, (id(3), id(4)));
    assert!(pairs[1].is_two && pairs[1].people == (id(1), id(2)));
    assert!(found(&book)[1].starts_with("two, you said: same e-mail"));
    // Said once more it is taken back.
    tell_apart(&mut book, (id(1), id(2)));
    assert_eq!(standing_twice(&duplicates(&book)), 2);
    assert!(book.settings.not_the_same.is_empty());
}

/// Measured, not only hoped for: the time grows with the people, not with their pairs.
#[test]
fn ten_thousand_people_are_no_matter_of_pairs() {
    let many = |all: u128| {
        let people = (0..all).map(|number| {
            person(
                number + 1,
                &format!("Given{} Family{}", number % 97, number % 1013),
                |one| {
                    one.emails = vec![format!("{}@firm{}.example", number / 2, number % 50)];
                    one.phones = vec![format!("+49 170 {:07}", number / 3)];
                    one.organisation = format!("Firm {}", number % 50);
                },
            )
        });
        book(people)
    };
    let took = |people: u128| {
        let book = many(people);
        let start = Instant::now();
        let pairs = duplicates(&book);
        assert!(!pairs.is_empty());
        start.elapsed()
    };
    let (few, all) = (took(2_500), took(10_000));
    println!("2,500 people: {few:?}; 10,000 people: {all:?}");
    // Four times the people; pairs would be sixteen times as many.
    assert!(
        all < few * 10 + Duration::from_millis(200),
        "{few:?} and {all:?}"
    );
    // Before somebody new is kept, everybody is looked at once.
    let (all, new) = (
        many(10_000),
        person(20_001, "Given5 Nobody", firm("Firm 9")),
    );
    let start = Instant::now();
    let found = like(&new, all.contacts.iter().map(AsRef::as_ref));
    println!("somebody new among 10,000: {:?}", start.elapsed());
    assert!(found.is_none());
    // In a line, where every key reads it again, the names are folded already.
    let relationships = Relationships::of(&all);
    let known = Known {
        book: &all,
        relationships: &relationships,
        today: today(),
        event: None,
    };
    let reads = |text: &str| {
        let start = Instant::now();
        let line = read(text, known);
        (
            start.elapsed(),
            line.is_ok_and(|line| !line.alike.is_empty()),
        )
    };
    println!(
        "a key in a line among 10,000: of somebody known {:?}, new {:?}, new and like somebody {:?}",
        reads("met Given5 Family5: pricing").0,
        reads("met Given5 Nobody, Firm 9: pricing").0,
        reads("met Given5 Familyy5, Firm 5: pricing"),
    );
    // One name for everybody is the worst there is.
    let alike = book((0..10_000).map(|number| person(number + 1, "Ana Li", firm("Acme"))));
    let start = Instant::now();
    let pairs = duplicates(&alike);
    println!(
        "10,000 people of one name: {} pairs in {:?}",
        pairs.len(),
        start.elapsed()
    );
    assert!(pairs.len() < 10_000 * 64 + 1);
}

#[test]
fn what_stands_over_the_list_agrees_with_it() {
    let three = book([1, 2, 3].map(|number| person(number, "Ana Li", |_| {})));
    let pairs = duplicates(&three);
    assert_eq!(pairs.len(), 3);
    assert_eq!(
        goodword::domain::sentences::duplicates::standing_twice_in(&pairs),
        "2 people may stand here twice, in 3 pairs"
    );
}

/// Whoever is typed as new is told of by the same rules, before they are in the book.
#[test]
fn a_new_person_is_like_whom_they_would_stand_twice_with() {
    let acme = firm("Acme");
    let people = [
        person(1, "Ana Li", |_| {}),
        person(2, "Li, Ana", acme),
        person(3, "Ana Lia Li", firm("ACME")),
        person(4, "Ana Li", firm("Fjord Labs")),
        person(5, "A. Li", email("ana@li.example")),
        person(6, "Dr. Ana Li", email("ANA@li.example")),
        person(7, "Jo Doe", email("ana@li.example")),
        person(8, "Jo Doe", phone("+49 170 1234567")),
        person(9, "Sam", phone("0170/123 45 67")),
        person(10, "Siobhán Byrne", firm("Acme")),
        person(11, "Siobhan Byrnes", firm("Acme")),
        person(12, "Robert Reyes", |one| one.nicknames = texts(&["Ana Li"])),
        person(13, "", firm("Acme")),
        person(14, "Ana Silva", firm("Acme")),
    ];
    let mut alike = 0;
    for new in &people {
        for one in people.iter().filter(|one| one.id != new.id) {
            let pairs = duplicates(&book([new.clone(), one.clone()]));
            let why = pairs.first().map(|pair| pair.reasons[0].clone());
            let said = like(new, [one].into_iter());
            alike += usize::from(said.is_some());
            assert!(said.is_none_or(|said| said.person == one.id && Some(said.reason) == why));
            let said = like(new, [one].into_iter()).is_some();
            assert_eq!(said, !pairs.is_empty(), "{} and {}", new.name, one.name);
        }
    }
    assert!(alike > 20, "{alike}");
    // Of several the surest.
    let (new, others) = people.split_last().unwrap();
    assert!(like(new, others.iter()).is_none());
    let sure = like(&people[4], people.iter()).unwrap();
    assert_eq!(sure.person, people[5].id);
}
