//! Events that repeat.

use goodword::domain::invite::Reply;

use super::{Desk, at, calendar, invite};

macro_rules! import_calendar {
    ($desk:ident, $file:literal) => {
        $desk.import(&[($file, include_bytes!(concat!("calendars/", $file)))])
    };
}

#[test]
fn a_weekly_series_of_outlook() {
    let mut desk = Desk::new();
    import_calendar!(desk, "02_outlook_weekly.ics");
    let mut starts: Vec<_> = desk
        .book
        .invites
        .iter()
        .map(|invite| invite.start)
        .collect();
    starts.sort_unstable();
    let expected = ["2026-10-13", "2026-10-27", "2026-11-03", "2026-11-10"];
    assert_eq!(starts, expected.map(|day| at(&format!("{day} 12:30"))));
    for invite in desk.book.invites.iter() {
        assert_eq!(invite.zone.as_deref(), Some("Europe/Berlin"));
        assert_eq!(invite.reply, Reply::Tentative);
    }
    let ids: Vec<_> = desk
        .book
        .invites
        .iter()
        .filter_map(|invite| invite.calendar.clone()?.recurrence_id)
        .collect();
    assert!(
        ids.contains(&"20261013T103000Z".to_owned()),
        "summer time: {ids:?}"
    );
    assert!(
        ids.contains(&"20261027T113000Z".to_owned()),
        "winter time: {ids:?}"
    );
}

#[test]
fn a_moved_occurrence_takes_the_place_of_its_own() {
    let mut desk = Desk::new();
    import_calendar!(desk, "03_moved_occurrence.ics");
    let mut starts: Vec<_> = desk.book.busy.iter().map(|busy| busy.start).collect();
    starts.sort_unstable();
    let expected = [
        "2026-10-25 17:00",
        "2026-11-01 19:30",
        "2026-11-08 18:00",
        "2026-11-15 18:00",
    ];
    assert_eq!(starts, expected.map(at));
    assert!(desk.book.contacts.is_empty() && desk.book.invites.is_empty());
}

#[test]
fn a_series_that_moves_leaves_no_ghosts() {
    let weekly = |start: &str, more: &str| {
        calendar(&invite(
            "1",
            "Ana",
            start,
            &format!("RRULE:FREQ=WEEKLY;COUNT=3\r\n{more}"),
        ))
    };
    let mut desk = Desk::new();
    desk.import_text(&weekly("20261006T123000", ""));
    desk.import_text(&weekly("20261007T123000", "SEQUENCE:1\r\n"));
    let open = |desk: &Desk| {
        desk.book
            .invites
            .iter()
            .filter(|invite| invite.is_open(desk.view.today))
            .count()
    };
    assert_eq!(open(&desk), 3);
    desk.import_text(&weekly(
        "20261007T123000",
        "SEQUENCE:1\r\nEXDATE;VALUE=DATE:20261014\r\n",
    ));
    assert_eq!(open(&desk), 2);
    desk.import_text(&calendar(&invite(
        "1",
        "Ana",
        "20261007T123000",
        "SEQUENCE:2\r\nSTATUS:CANCELLED\r\n",
    )));
    assert_eq!(open(&desk), 0);
}

#[test]
fn a_series_is_followed_for_sixty_days() {
    let mut desk = Desk::new();
    // Long running, every day, and until a moment that is written in UTC.
    let more = "RRULE:FREQ=DAILY;UNTIL=20300101T000000Z\r\n";
    desk.import_text(&calendar(&invite("1", "Ana", "20120924T123000", more)));
    assert_eq!(desk.book.invites.len(), 61);
    let last = desk.book.invites.iter().map(|invite| invite.start).max();
    assert_eq!(last, Some(at("2026-11-23 12:30")));
}

#[test]
fn a_changed_occurrence_is_found_however_it_is_named() {
    for name in [
        "RECURRENCE-ID;VALUE=DATE:20261013",
        "RECURRENCE-ID:20261013T123000",
        "RECURRENCE-ID:20261013T103000Z",
        "RECURRENCE-ID;TZID=America/New_York:20261013T063000",
    ] {
        let series = invite(
            "1",
            "Ana",
            "20261006T123000",
            "RRULE:FREQ=WEEKLY;COUNT=3\r\n",
        );
        let changed = invite("1", "Ana", "20261014T180000", &format!("{name}\r\n"));
        let mut desk = Desk::new();
        desk.import_text(&calendar(&(changed + &series)));
        let mut starts: Vec<_> = desk
            .book
            .invites
            .iter()
            .map(|invite| invite.start)
            .collect();
        starts.sort_unstable();
        let expected = ["2026-10-06 12:30", "2026-10-14 18:00", "2026-10-20 12:30"];
        assert_eq!(starts, expected.map(at), "{name}");
    }
}

fn open(desk: &Desk) -> Vec<String> {
    let coming = desk.book.invites.iter();
    let coming = coming.filter(|invite| invite.is_open(desk.view.today));
    let mut starts: Vec<_> = coming
        .map(|invite| invite.start.format("%m-%d %H:%M").to_string())
        .collect();
    starts.sort();
    starts
}

#[test]
fn an_older_version_that_comes_late_brings_nothing_back() {
    let weekly = |start: &str, sequence: u32| {
        let more = format!("RRULE:FREQ=WEEKLY;COUNT=3\r\nSEQUENCE:{sequence}\r\n");
        calendar(&invite("1", "Ana", start, &more))
    };
    let mut desk = Desk::new();
    desk.import_text(&weekly("20261007T123000", 2));
    let plan = desk.import_text(&weekly("20261006T123000", 1));
    assert!(plan.is_empty(), "{plan:?}");
    assert_eq!(open(&desk), ["10-07 12:30", "10-14 12:30", "10-21 12:30"]);
    // One hour of it that changes has a SEQUENCE of its own, and keeps the others where they are.
    let one = invite(
        "1",
        "Ana",
        "20261015T180000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261014T123000\r\nSEQUENCE:3\r\n",
    );
    desk.import_text(&calendar(&one));
    assert!(desk.import_text(&weekly("20261007T123000", 2)).is_empty());
    assert_eq!(open(&desk), ["10-07 12:30", "10-15 18:00", "10-21 12:30"]);
}

#[test]
fn a_lunch_becomes_a_series_and_a_series_one_lunch() {
    let once = |sequence: u32| {
        calendar(&invite(
            "1",
            "Ana",
            "20261006T123000",
            &format!("SEQUENCE:{sequence}\r\n"),
        ))
    };
    let weekly = |sequence: u32| {
        let more = format!("RRULE:FREQ=WEEKLY;COUNT=3\r\nSEQUENCE:{sequence}\r\n");
        calendar(&invite("1", "Ana", "20261006T123000", &more))
    };
    let mut desk = Desk::new();
    desk.import_text(&once(0));
    let id = desk.book.invites.iter().next().unwrap().id;
    desk.book
        .invites
        .change(id, |invite| invite.my_words = "mine".to_owned());
    desk.import_text(&weekly(1));
    assert_eq!(open(&desk), ["10-06 12:30", "10-13 12:30", "10-20 12:30"]);
    assert!(desk.book.invites.get(id).unwrap().is_open(desk.view.today));
    desk.import_text(&once(2));
    assert_eq!(open(&desk), ["10-06 12:30"]);
    assert_eq!(desk.book.invites.get(id).unwrap().my_words, "mine");
    assert!(desk.book.invites.get(id).unwrap().is_open(desk.view.today));
}

#[test]
fn a_lunch_that_was_moved_into_the_past_waits_no_longer() {
    let mut desk = Desk::new();
    desk.import_text(&calendar(&invite("1", "Ana", "20261006T123000", "")));
    desk.import_text(&calendar(&invite(
        "1",
        "Ana",
        "20260922T123000",
        "SEQUENCE:1\r\n",
    )));
    let starts: Vec<_> = desk.book.invites.iter().map(|one| one.start).collect();
    assert_eq!(starts, [at("2026-09-22 12:30")]);
    assert!(open(&desk).is_empty());
    let mut desk = Desk::new();
    assert!(
        desk.import_text(&calendar(&invite("1", "Ana", "20260922T123000", "")))
            .is_empty()
    );
}
