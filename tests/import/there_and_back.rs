//! Lunches and promises go out to calendars, and what comes back is what went out.

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::contact::{Contact, ContactId};
use goodword::domain::incident::Party;
use goodword::domain::invite::{CalendarEntry, Invite, Outcome, Reply};
use goodword::domain::promise::{Promise, State, Strength, Terms};
use goodword::export::Part;
use goodword::export::icalendar::{Hand, calendar, reply};
use goodword::export::part::Also;
use goodword::import::read;
use proptest::prelude::*;

use super::{Desk, ME, at, books, day, invite, number};

fn hand() -> Hand {
    Hand {
        me: vec![ME.to_owned()],
        stamp: at("2026-09-24 07:00"),
    }
}

fn exported(book: &Book) -> String {
    let part = Part::of_everybody(book, Also::default());
    calendar(&part, &hand()).text
}

fn person(desk: &mut Desk, name: &str, emails: &[&str]) -> ContactId {
    let id = desk.ids.next();
    desk.book.contacts.put(Contact {
        id,
        name: name.to_owned(),
        emails: emails.iter().map(|&email| email.to_owned()).collect(),
        added: day("2026-01-01"),
        ..Contact::default()
    });
    id
}

fn lunch(desk: &mut Desk, with: &[ContactId], start: &str, change: impl FnOnce(&mut Invite)) {
    let start = at(start);
    let end = start + chrono::TimeDelta::hours(1);
    let mut lunch = Invite::new(with.to_vec(), start, end, day("2026-09-01"));
    lunch.id = desk.ids.next();
    change(&mut lunch);
    desk.book.invites.put(lunch);
}

/// Lunches of every kind, with people of every kind.
fn full_desk() -> Desk {
    let mut desk = Desk::new();
    let ana = person(
        &mut desk,
        "Ana Silva",
        &["ana@x.example", "ana@home.example"],
    );
    let bob = person(&mut desk, "Bob, \"the Builder\"; Lee", &[]);
    let kim = person(&mut desk, "Kim: Ö 🙂", &["kim@x.example"]);
    let berlin = |lunch: &mut Invite| lunch.zone = Some("Europe/Berlin".to_owned());
    lunch(&mut desk, &[ana], "2026-10-01 12:30", |lunch| {
        berlin(lunch);
        lunch.reply = Reply::Accepted;
        lunch.title = "Lunch; with, all \\ the signs\nand lines".replace('\n', " ");
        lunch.place = String::from("Café Süd, 1st floor; left");
        lunch.my_words = String::from("nobody reads this");
    });
    lunch(&mut desk, &[bob], "2026-10-02 12:30", |lunch| {
        lunch.host = Party::Me;
    });
    lunch(&mut desk, &[ana, bob, kim], "2026-10-25 02:30", |lunch| {
        berlin(lunch);
        lunch.host = Party::Me;
        lunch.reply = Reply::Tentative;
    });
    lunch(&mut desk, &[kim], "2026-10-03 12:30", |lunch| {
        lunch.zone = Some("Australia/Sydney".to_owned());
        lunch.reply = Reply::Declined;
    });
    lunch(&mut desk, &[kim], "2026-10-04 00:00", |lunch| {
        lunch.all_day = true;
        lunch.end = at("2026-10-06 00:00");
    });
    desk
}

/// A lunch as it is known to everybody: without what only this book says of it.
fn known(desk: &Desk, invite: &Invite) -> String {
    let names: Vec<_> = invite
        .with
        .iter()
        .map(|id| &desk.book.contacts.get(*id).unwrap().name)
        .collect();
    format!(
        "{names:?} {:?} {:?} {} {} {:?} {} {:?} {}",
        invite.host,
        invite.reply,
        invite.start,
        invite.end,
        invite.zone,
        invite.all_day,
        invite.title,
        invite.place
    )
}

fn all_known(desk: &Desk) -> Vec<String> {
    let mut all: Vec<_> = desk
        .book
        .invites
        .iter()
        .map(|invite| known(desk, invite))
        .collect();
    all.sort();
    all
}

#[test]
fn what_goes_out_changes_nothing_where_it_comes_from() {
    let mut desk = full_desk();
    let text = exported(&desk.book);
    let plan = desk.import_text(&text);
    assert!(plan.is_empty(), "{plan:?}");
    assert_eq!(plan.invites.same, 5, "{text}");
    assert!(
        plan.rejected.is_empty() && plan.remarks.is_empty(),
        "{:?}",
        plan.remarks
    );
}

#[test]
fn an_empty_book_gets_the_same_lunches() {
    let desk = full_desk();
    let text = exported(&desk.book);
    let mut other = Desk::new();
    other.view.me = vec!["somebody.else@x.example".to_owned()];
    other.import_text(&text);
    assert_eq!(all_known(&other), all_known(&desk), "{text}");
    assert_eq!(other.book.contacts.len(), 3);
    assert_eq!(other.person("Kim: Ö 🙂").emails, ["kim@x.example"]);
    // And out and in again, from there.
    let again = exported(&other.book);
    assert!(other.import_text(&again).is_empty());
    let mut desk = desk;
    assert!(
        desk.import_text(&again).is_empty(),
        "its identities are the same"
    );
}

#[test]
fn what_came_from_a_calendar_goes_out_under_its_identity() {
    let mut desk = Desk::new();
    let series = "SEQUENCE:3\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n";
    let events = invite("1", "Ana", "20261005T123000", series)
        + &invite(
            "2",
            "Bob",
            "20261006T123000",
            "SEQUENCE:1\r\nSTATUS:CONFIRMED\r\n",
        );
    desk.import_text(&super::calendar(&events));
    let text = exported(&desk.book);
    for line in [
        "UID:1\r\n",
        "SEQUENCE:3\r\n",
        "RECURRENCE-ID:20261005T103000Z\r\n",
        "DTSTART;TZID=Europe/Berlin:20261005T123000\r\n",
        "ORGANIZER;SCHEDULE-AGENT=NONE:mailto:bob@friends.example\r\n",
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n",
    ] {
        assert!(text.contains(line), "{line:?} in {text}");
    }
    assert!(desk.import_text(&text).is_empty());
    let mut other = Desk::new();
    other.import_text(&text);
    assert_eq!(all_known(&other), all_known(&desk));
}

#[test]
fn no_server_writes_to_anybody_because_of_it() {
    let text = exported(&full_desk().book).replace("\r\n ", "");
    let people: Vec<_> = text
        .lines()
        .filter(|line| line.contains(":mailto:"))
        .collect();
    assert!(people.len() >= 6, "{people:?}");
    for line in people {
        assert!(line.contains(";SCHEDULE-AGENT=NONE"), "{line}");
    }
    assert!(
        !text.contains("METHOD") && !text.contains("nobody reads this"),
        "{text}"
    );
}

#[test]
fn a_lunch_that_moved_in_the_calendar_moves_in_the_book() {
    let mut desk = full_desk();
    let text = exported(&desk.book);
    let id = desk
        .book
        .invites
        .iter()
        .find(|one| one.place.starts_with("Café"))
        .unwrap()
        .id;
    let moved = text
        .replace("20261001T123000", "20261008T180000")
        .replace("20261001T133000", "20261008T190000");
    assert!(
        desk.import_text(&moved).is_empty(),
        "without a higher SEQUENCE nothing is new"
    );
    let moved = moved.replacen("SEQUENCE:0", "SEQUENCE:1", 5);
    let plan = desk.import_text(&moved);
    assert_eq!(plan.invites.changed.len(), 5);
    let lunch = desk.book.invites.get(id).unwrap();
    assert_eq!(
        (lunch.start, lunch.revision, lunch.calendar.is_none()),
        (at("2026-10-08 18:00"), 1, true)
    );
    assert_eq!(lunch.my_words, "nobody reads this");
    // What went out before it moved is old by now.
    assert!(desk.import_text(&text).is_empty());
}

#[test]
fn what_fell_through_is_cancelled_and_stays_so() {
    let mut desk = full_desk();
    let ids: Vec<_> = desk.book.invites.iter().map(|one| one.id).collect();
    desk.book
        .invites
        .change(ids[0], |one| one.outcome = Some(Outcome::FellThrough));
    desk.book.invites.change(ids[1], |one| {
        one.outcome = Some(Outcome::MovedTo(day("2026-11-01")));
    });
    desk.book
        .invites
        .change(ids[2], |one| one.outcome = Some(Outcome::Happened));
    let text = exported(&desk.book);
    assert_eq!(text.matches("STATUS:CANCELLED").count(), 2, "{text}");
    assert!(desk.import_text(&text).is_empty());
}

#[test]
fn promises_of_mine_are_tasks() {
    let mut desk = Desk::new();
    let ana = person(&mut desk, "Ana Silva", &[]);
    let mut promise = |text: &str, change: &dyn Fn(&mut Promise)| {
        let mut promise = Promise::new(ana, day("2026-09-01"));
        promise.id = desk.ids.next();
        promise.text = text.to_owned();
        change(&mut promise);
        desk.book.promises.put(promise);
    };
    promise("Send the report; all of it", &|one| {
        one.due = Some(day("2026-10-01"));
        one.exact_words = String::from("You will have it, promised");
        one.earlier_terms.push(Terms {
            until: day("2026-09-10"),
            due: None,
            said: Strength::Intend,
        });
    });
    promise("Done", &|one| {
        one.state = State::Delivered {
            on: day("2026-09-20"),
            was_blocked: None,
        }
    });
    promise("Let off", &|one| {
        one.state = State::Released {
            on: day("2026-09-20"),
        }
    });
    promise("Theirs", &|one| one.by = Party::Them);
    promise("Far off", &|one| one.due = chrono::NaiveDate::MAX.into());
    let part = Part::of_everybody(&desk.book, Also::default());
    let out = calendar(&part, &hand());
    assert_eq!(out.left_out, 1);
    let text = out.text.replace("\r\n ", "");
    for line in [
        "SUMMARY:Send the report\\; all of it",
        "DUE;VALUE=DATE:20261001",
        "SEQUENCE:1",
        "DESCRIPTION:Promised to Ana Silva on 2026-09-01: \"You will have it\\, promised\"",
        "CONTACT:Ana Silva",
        "STATUS:NEEDS-ACTION",
        "STATUS:COMPLETED",
        "COMPLETED:20260920T120000Z",
        "STATUS:CANCELLED",
        "DTSTAMP:20260924T070000Z",
    ] {
        assert!(text.lines().any(|had| had == line), "{line:?} in {text}");
    }
    assert_eq!(text.matches("BEGIN:VTODO").count(), 3);
    assert!(!text.contains("Theirs") && !text.contains("Far off"));
    assert!(desk.import_text(&out.text).is_empty());
}

#[test]
fn an_answer_keeps_what_the_calendar_must_recognise() {
    let mut desk = Desk::new();
    desk.view.me.push("second@own.example".to_owned());
    let event = invite(
        "series@x",
        "Ana",
        "20261005T123000",
        "SEQUENCE:3\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n",
    );
    desk.import_text(&super::calendar(&event.replace(ME, "second@own.example")));
    let invite = desk
        .book
        .invites
        .iter()
        .min_by_key(|one| one.start)
        .unwrap()
        .as_ref()
        .clone();
    assert_eq!(
        reply(&invite, &hand()).unwrap_err().to_string(),
        "you have not answered it"
    );
    let mut yes = invite.clone();
    yes.answer(Reply::Accepted);
    let text = reply(&yes, &hand()).unwrap();
    let lines: Vec<_> = text
        .split("\r\n")
        .filter(|line| !line.starts_with("PRODID"))
        .collect();
    assert_eq!(
        lines,
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "CALSCALE:GREGORIAN",
            "METHOD:REPLY",
            "BEGIN:VEVENT",
            "UID:series@x",
            "SEQUENCE:3",
            "RECURRENCE-ID:20261005T103000Z",
            "DTSTAMP:20260924T070000Z",
            "DTSTART:20261005T103000Z",
            "DTEND:20261005T113000Z",
            "ORGANIZER:mailto:ana@friends.example",
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:second@own.example",
            "SUMMARY:Lunch with Ana",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    );
    let mut own = yes.clone();
    own.calendar = None;
    assert!(
        reply(&own, &hand())
            .unwrap_err()
            .to_string()
            .contains("no calendar")
    );
    let mut mine = yes.clone();
    mine.host = Party::Me;
    assert!(
        reply(&mine, &hand())
            .unwrap_err()
            .to_string()
            .contains("theirs to give")
    );
    yes.outcome = Some(Outcome::FellThrough);
    assert!(
        reply(&yes, &hand())
            .unwrap_err()
            .to_string()
            .contains("nothing to answer")
    );
}

#[test]
fn an_answer_to_me_is_heard() {
    let mut desk = Desk::new();
    let asked = "BEGIN:VEVENT\r\nUID:m\r\nSEQUENCE:2\r\nDTSTART:20261001T100000Z\r\nORGANIZER:mailto:me@own.example\r\n\
                 ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:kim@k.example\r\nEND:VEVENT\r\n";
    desk.import_text(&super::calendar(asked));
    let answer = |sequence: u32, said: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:m\r\nSEQUENCE:{sequence}\r\n\
             DTSTAMP:20260923T100000Z\r\nORGANIZER:mailto:me@own.example\r\nATTENDEE;PARTSTAT={said}:mailto:kim@k.example\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    assert!(
        desk.import_text(&answer(1, "DECLINED")).is_empty(),
        "an answer to what it was before"
    );
    desk.import_text(&answer(2, "ACCEPTED"));
    let invite = desk.book.invites.iter().next().unwrap();
    assert_eq!(
        (invite.reply, invite.start),
        (Reply::Accepted, at("2026-10-01 12:00"))
    );
}

#[test]
fn lines_are_folded_and_ended_as_the_format_wants() {
    let mut desk = full_desk();
    let who = person(&mut desk, &"Ünal 漢 ".repeat(40), &["u@x.example"]);
    lunch(&mut desk, &[who], "2026-10-09 12:30", |lunch| {
        lunch.place = "x".repeat(300);
    });
    let text = exported(&desk.book);
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    assert!(text.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn a_lunch_of_no_length_with_somebody_who_has_no_name_comes_back_as_it_is() {
    let mut desk = Desk::new();
    let nobody = person(&mut desk, " ", &["x"]);
    lunch(&mut desk, &[nobody], "2026-10-11 13:10", |lunch| {
        lunch.end = lunch.start;
    });
    let text = exported(&desk.book);
    let findings = read("own.ics", text.as_bytes(), &desk.view).unwrap();
    assert!(desk.plan(&findings).is_empty(), "{text}");
}

/// A book of every shape, whose hours stand in calendars as importers write them down.
fn desk_of(book: Book) -> Desk {
    let mut desk = Desk::new();
    desk.book = book;
    let ids: Vec<_> = desk.book.invites.iter().map(|one| one.id).collect();
    for (number, id) in ids.into_iter().enumerate() {
        desk.book.invites.change(id, |one| {
            if let Some(entry) = &mut one.calendar {
                entry.uid = format!("uid-{number}@x");
                let stamps = [
                    None,
                    Some("20261005T103000Z"),
                    Some("20261005"),
                    Some("20261005T103000"),
                ];
                entry.recurrence_id = stamps[number % 4].map(str::to_owned);
            }
        });
    }
    desk
}

proptest! {
    #![proptest_config(ProptestConfig { cases: number::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_book_takes_its_own_calendar_back_unchanged(book in books::any_book(6)) {
        let mut desk = desk_of(book);
        let text = exported(&desk.book);
        prop_assert!(text.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\r')));
        let findings = read("own.ics", text.as_bytes(), &desk.view).unwrap();
        let plan = desk.plan(&findings);
        prop_assert!(plan.is_empty(), "{:?}\n{}", plan, text);
        // And elsewhere it goes in once.
        desk.book = Book::default();
        desk.import_text(&text);
    }

    #[test]
    fn any_day_and_any_text_goes_out_without_panic(
        days in (any::<i32>(), any::<i32>()), zone in ".{0,20}", id in ".{0,20}", words in ".{0,200}",
    ) {
        let mut desk = Desk::new();
        let who = person(&mut desk, &words, &[&words]);
        let day = |number: i32| NaiveDate::from_num_days_from_ce_opt(number % 100_000_000).unwrap_or(NaiveDate::MAX);
        let mut lunch = Invite::new(vec![who], day(days.0).into(), day(days.1).into(), NaiveDate::MIN);
        lunch.id = desk.ids.next();
        lunch.zone = Some(zone);
        lunch.reply = Reply::Accepted;
        lunch.title.clone_from(&words);
        lunch.calendar = Some(CalendarEntry {
            uid: words.clone(),
            sequence: u32::MAX,
            recurrence_id: Some(id),
            organizer: Some(words.clone()),
            attendee: Some(words),
        });
        let _ = reply(&lunch, &hand());
        desk.book.invites.put(lunch);
        let text = exported(&desk.book);
        prop_assert_eq!(text.matches("\r\nEND:VCALENDAR\r\n").count(), 1);
        let _ = read("own.ics", text.as_bytes(), &desk.view);
    }
}
