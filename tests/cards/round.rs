//! Whatever a person is called: the card says it, and reading it says the same.

use goodword::domain::contact::{Birthday, Contact};
use goodword::domain::import_plan::Held;
use goodword::domain::person_name::in_order;
use goodword::export::vcard::{Version, card, patched};
use goodword::import::vdir::card as read;
use proptest::prelude::*;

use super::shell::somebody;

#[path = "../common/cases.rs"]
mod number;

/// Words with whatever could part a value, end a line or look like a line of its own.
fn words() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => proptest::char::range('a', 'e'),
        2 => proptest::sample::select(vec![' ', ',', ';', ':', '\\', '"', '=', '^', '\'', '.', 'é', '日', '🙂']),
    ];
    let part = prop_oneof![
        6 => proptest::collection::vec(sign, 1..8).prop_map(String::from_iter),
        1 => Just("END:VCARD".to_owned()),
        1 => Just("\\n".to_owned()),
        1 => Just("x".repeat(90)),
    ];
    proptest::collection::vec(part, 1..3)
        .prop_map(|parts| {
            parts
                .concat()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .prop_filter("a text that says something", |text| !text.is_empty())
}

fn list(one: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set(one, 0..4).prop_map(|set| set.into_iter().collect())
}

prop_compose! {
    fn person()(
        name in words(),
        nicknames in list(words()),
        organisation in prop_oneof![Just(String::new()), words()],
        role in prop_oneof![Just(String::new()), words()],
        emails in list("[a-c]{1,3}@[a-c]{1,3}\\.example"),
        phones in list("\\+[0-9]{2,6}"),
        urls in list("https://[a-c]{1,3}\\.example/[a-c?=,;&]{0,4}[a-c]"),
        year in proptest::option::of(1900..2020_i32),
        day in 1..29_u32,
        month in 0..13_u32,
        tags in list(words()),
        notes in prop_oneof![Just(String::new()), words(), (words(), words()).prop_map(|(one, other)| format!("{one}\n{other}"))],
    ) -> Contact {
        let birthday = (month > 0).then_some(Birthday { year, month, day });
        Contact { nicknames, organisation, role, emails, phones, urls, birthday, tags, notes, ..somebody(7, &name) }
    }
}

fn held(text: &str) -> Held {
    Held::of_card(&read("", text.as_bytes()).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(number::cases() / 4))]

    #[test]
    fn a_card_is_read_as_it_was_meant(person in person()) {
        for version in [Version::Three, Version::Four] {
            let text = card(&person, version);
            // "Last, first" is read in order; nothing else changes.
            let in_order = Contact { name: in_order(&person.name), ..person.clone() };
            let read = held(&text);
            let is_same = |meant: &Contact| read.says_the_same(&Held::of(meant));
            prop_assert!(is_same(&person) || is_same(&in_order), "{text}");
        }
    }

    #[test]
    fn a_card_that_is_changed_in_part_says_what_it_is_to_say(one in person(), other in person()) {
        for version in [Version::Three, Version::Four] {
            let photo = "PHOTO;ENCODING=b:AAAA\r\n BBBB\r\n";
            let text = card(&one, version).replacen("UID:", &format!("{photo}UID:"), 1);
            let after = held(&card(&other, version));
            let changed = patched(&text, &held(&text), &after).unwrap();
            prop_assert!(changed.contains(photo));
            prop_assert!(held(&changed).says_the_same(&after), "{text}\n{changed}");
            prop_assert_eq!(patched(&text, &held(&text), &held(&text)).unwrap(), text);
        }
    }
}
