//! Cards and calendars that mean harm, or mean nothing.

use std::time::Instant;

use goodword::domain::import_plan::plan;
use goodword::import::read;
use proptest::prelude::*;

use super::{Desk, calendar, card, invite, number, view};

#[test]
fn nothing_in_the_book_steers_a_terminal() {
    let mut desk = Desk::new();
    let tower = "\u{301}".repeat(300);
    desk.import_text(&card(&format!(
        "FN:Eve\u{1b}]0;owned\u{7}\u{202e}gnp.exe\r\nNOTE:a\u{1b}[2J\\nb\u{200b}c\r\nTITLE:e{tower}\r\n\
         EMAIL:e\u{200b}ve@x.example\r\nCATEGORIES:\u{9b}31m,two\u{0}\r\n"
    )));
    desk.import_text(&calendar(&invite(
        "1\u{1b}[1m",
        "Mal",
        "20261001T123000",
        "LOCATION:\u{2066}up\u{1b}\r\n",
    )));
    let kept = ron::to_string(&desk.book).unwrap();
    for trick in [
        "\\u{1b}", "\u{1b}", "\u{202e}", "\u{200b}", "\\u{7}", "\u{9b}", "\u{2066}",
    ] {
        assert!(!kept.contains(trick), "{trick:?} in {kept}");
    }
    assert!(
        desk.person("Eve\u{fffd}]0;owned\u{fffd}\u{fffd}gnp.exe")
            .role
            .chars()
            .count()
            <= 9
    );
}

#[test]
fn huge_lines_are_cut() {
    let mut desk = Desk::new();
    let huge = "x".repeat(5_000_000);
    desk.import_text(&card(&format!(
        "FN:{huge}\r\nNOTE:{huge}\r\nEMAIL:{huge}@x\r\nTEL:{huge}\r\n"
    )));
    let kept = ron::to_string(&desk.book).unwrap();
    assert!(kept.len() < 60_000, "{} bytes", kept.len());
}

#[test]
fn ten_thousand_cards() {
    let mut desk = Desk::new();
    let text: String = (0..10_000)
        .map(|number| {
            card(&format!(
                "FN:Person {}\r\nUID:{number}\r\nEMAIL:p{number}@x.example\r\nTEL:+49 {number}\r\nORG:Firm\r\nNOTE:number {number}\r\n",
                number / 2
            ))
        })
        .collect();
    let start = Instant::now();
    let findings = read("many.vcf", text.as_bytes(), &desk.view).unwrap();
    let first = plan(&desk.book, &findings, desk.view.today, &desk.ids);
    assert_eq!(first.people.new.len(), 10_000);
    first.apply(&mut desk.book);
    let second = plan(&desk.book, &findings, desk.view.today, &desk.ids);
    assert!(second.is_empty() && second.people.same == 10_000);
    println!(
        "10,000 cards, read and planned, applied, and planned again: {:?}",
        start.elapsed()
    );
}

#[test]
fn more_cards_than_go_in_at_once_are_named_by_their_line() {
    let text = "BEGIN:VCARD\nN:A\nEND:VCARD\n".repeat(50_007);
    let findings = read("huge.vcf", text.as_bytes(), &view()).unwrap();
    assert_eq!(findings.cards.len(), 50_000);
    let left_out: Vec<String> = findings.rejected.iter().map(ToString::to_string).collect();
    assert_eq!(
        left_out,
        [
            "huge.vcf:150001: from here on 7 cards were left out: 50,000 go in at once at most; import the rest from a file \
          of its own"
        ]
    );
}

#[test]
fn ends_without_a_beginning_are_counted_in_bounds() {
    let text = card("FN:Ana\r\n") + &"END:VCARD\n".repeat(100_000);
    let findings = read("ends.vcf", text.as_bytes(), &view()).unwrap();
    assert_eq!(findings.cards.len(), 1);
    assert_eq!(findings.rejected.len(), 51);
    assert_eq!(
        findings.rejected[50].to_string(),
        "ends.vcf:55: from here on 99950 more cards end that have no beginning"
    );
}

#[test]
fn names_of_fields_without_an_end_are_counted_in_bounds() {
    let fields: Vec<String> = (0..5_000)
        .map(|one| format!("X-FIELD-{one}:1\r\n"))
        .collect();
    let fields = fields.concat();
    let findings = read(
        "fields.vcf",
        card(&("FN:Ana\r\n".to_owned() + &fields)).as_bytes(),
        &view(),
    )
    .unwrap();
    let list = findings.untaken.list();
    assert_eq!(list.len(), 101);
    assert_eq!((list[0].1, list[0].2), ("other fields", 4_900));
}

#[test]
fn rules_without_an_end_come_to_one() {
    for rule in [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=MONTHLY;BYDAY=99MO",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=DAILY;COUNT=4294967295;BYSETPOS=-366",
    ] {
        let start = Instant::now();
        let mut desk = Desk::new();
        for first in ["20261001T123000", "19000101T123000", "00010101T000000"] {
            let _ = desk.import_text(&calendar(&invite(
                "1",
                "Ana",
                first,
                &format!("RRULE:{rule}\r\n"),
            )));
        }
        assert!(
            start.elapsed().as_secs() < 20,
            "{rule} took {:?}",
            start.elapsed()
        );
    }
}

#[test]
fn long_descriptions_and_endless_series_take_no_time() {
    let start = Instant::now();
    let mut desk = Desk::new();
    let long = format!("DESCRIPTION:{}\r\n", "x".repeat(256 * 1024));
    let described: String = (0..40)
        .map(|number| invite(&format!("long-{number}"), "Ana", "20261001T123000", &long))
        .collect();
    let endless: String = (0..300)
        .map(|number| {
            let rule = [
                "FREQ=DAILY",
                "FREQ=WEEKLY;BYDAY=MO,TH",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            ];
            let rule = rule[number % 3];
            invite(
                &format!("endless-{number}"),
                "Bob",
                "19900101T123000",
                &format!("RRULE:{rule}\r\n"),
            )
        })
        .collect();
    let text = calendar(&(described + &endless));
    let findings = read("long.ics", text.as_bytes(), &desk.view).unwrap();
    let plan = plan(&desk.book, &findings, desk.view.today, &desk.ids);
    plan.apply(&mut desk.book);
    assert!(
        desk.book.invites.len() > 5_000,
        "{}",
        desk.book.invites.len()
    );
    println!(
        "40 long descriptions, 300 endless series: {:?}",
        start.elapsed()
    );
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn more_repetitions_than_anybody_can_go_are_named() {
    let rule = "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU\r\n";
    let events: String = (0..6)
        .map(|number| invite(&format!("{number}"), "Ana", "19000101T123000", rule))
        .collect();
    let findings = read("daily.ics", calendar(&events).as_bytes(), &view()).unwrap();
    assert!(
        (1..6).contains(&findings.rejected.len()),
        "{}",
        findings.rejected.len()
    );
    assert!(
        findings.rejected[0]
            .reason
            .contains("repeats more often than anybody can go")
    );
}

/// Words that the formats are made of, so that random text gets past their front doors.
fn word() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "BEGIN:VCARD\n",
        "END:VCARD\n",
        "VERSION:2.1\n",
        "VERSION:3.0\n",
        "VERSION:4.0\n",
        "FN:",
        "N:",
        "ORG:",
        "EMAIL:",
        "TEL:",
        "BDAY:",
        "NOTE:",
        "item1.",
        ";ENCODING=QUOTED-PRINTABLE",
        ";ENCODING=b",
        ";CHARSET=",
        "UTF-8",
        "ISO-2022-JP",
        "UTF-16",
        "=C3=",
        "=\n",
        "\n ",
        "\r\n",
        "\n",
        ";",
        ":",
        ",",
        "\\",
        "\"",
        "a@b",
        "1604-02-30",
        "--0412",
        "BEGIN:VCALENDAR\n",
        "END:VCALENDAR\n",
        "BEGIN:VEVENT\n",
        "END:VEVENT\n",
        "BEGIN:VTIMEZONE\n",
        "END:VTIMEZONE\n",
        "TZID:X\n",
        "UID:1\n",
        "UID:2\n",
        "DTSTART:20261001T123000Z\n",
        "DTSTART;TZID=X:99991231T235959\n",
        "DTSTART;VALUE=DATE:20261001\n",
        "DTEND:20261001T133000\n",
        "DTEND:00000101T000000Z\n",
        "DURATION:P99999999999W\n",
        "DURATION:-PT1H\n",
        "RRULE:FREQ=DAILY\n",
        "RRULE:FREQ=YEARLY;BYYEARDAY=-366;UNTIL=99991231\n",
        "RRULE:FREQ=WEEKLY;COUNT=9;BYDAY=MO,-5SU\n",
        "EXDATE:20261001T123000Z\n",
        "RDATE;VALUE=PERIOD:20261001T000000Z/P1D\n",
        "RECURRENCE-ID:20261001T123000Z\n",
        "SEQUENCE:-1\n",
        "SEQUENCE:99999999999\n",
        "STATUS:CANCELLED\n",
        "ORGANIZER:mailto:a@b\n",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@own.example\n",
        "DTSTAMP:20260101T000000+2500\n",
        "DTSTART:20261001T123000-9999\n",
        "DTSTART:29991001T123000+1400\n",
    ])
    .prop_map(|word| word.as_bytes().to_vec());
    prop_oneof![6 => known, 1 => prop::collection::vec(any::<u8>(), 0..12)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: number::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read("any", &bytes, &view());
    }

    #[test]
    fn arbitrary_files_never_panic_and_change_nothing_twice(words in prop::collection::vec(word(), 0..40)) {
        let mut desk = Desk::new();
        let bytes = words.concat();
        if read("any", &bytes, &desk.view).is_ok() {
            desk.import(&[("any", &bytes)]);
        }
    }

    #[test]
    fn arbitrary_cards_and_events_never_panic_and_change_nothing_twice(
        card in prop::collection::vec(word(), 0..20),
        event in prop::collection::vec(word(), 0..20),
    ) {
        let bytes = [
            b"BEGIN:VCARD\nFN:Ana\n".as_slice(), &card.concat(), b"\nEND:VCARD\nBEGIN:VEVENT\nUID:1\n",
            &event.concat(), b"\nDTSTART:20261001T100000\nEND:VEVENT\n",
        ].concat();
        Desk::new().import(&[("any", &bytes)]);
    }

    #[test]
    fn decoys_of_one_person_change_nothing_twice(cards in prop::collection::vec((0..2, 0..4, 0..4, 0..3, 0..3), 1..9)) {
        let text: String = cards.iter().map(|(name, mail, phone, uid, firm): &(i32, i32, i32, i32, i32)| {
            let mut lines = format!("FN:Ana {name}\r\n");
            for (field, value) in [("EMAIL:a@", mail), ("TEL:", phone), ("UID:", uid), ("ORG:F", firm)] {
                if *value > 0 {
                    lines.extend([field, &value.to_string(), "\r\n"]);
                }
            }
            card(&lines)
        }).collect();
        Desk::new().import_text(&text);
    }
}

#[test]
fn archives_and_printed_pages_are_refused_as_files() {
    let table = b"First Name,Last Name,Email Address\nAna,Silva,ana@s.example\n";
    let begins: [(&[u8], &str); 3] = [
        (b"PK\x03\x04\x00\x00\n", "zip archive"),
        (b"%PDF-1.7\n", "PDF"),
        (
            b"First Name,Last Name,Email Address\nB\0b,R,b@r.example\n",
            "no text",
        ),
    ];
    for (begin, why) in begins {
        let bytes = [begin, table].concat();
        let refused = goodword::import::read("Connections.csv", &bytes, &super::view());
        let said = refused.err().unwrap().to_string();
        assert!(said.contains(why), "{said}");
    }
}
