//! Six awkward calendars, and what an event becomes.

use goodword::domain::conflict::conflicts;
use goodword::domain::incident::Party;
use goodword::domain::invite::{Assessment, Help, Invite, Outcome, Reply};

use super::{Desk, at, calendar, day, invite};

macro_rules! import_calendar {
    ($desk:ident, $file:literal) => {
        $desk.import(&[($file, include_bytes!(concat!("calendars/", $file)))])
    };
}

fn only_invite(desk: &Desk) -> &Invite {
    assert_eq!(desk.book.invites.len(), 1);
    desk.book.invites.iter().next().unwrap()
}

#[test]
fn an_invite_of_google() {
    for file in [
        include_bytes!("calendars/01_google_invite.ics").as_slice(),
        include_bytes!("calendars/06_line_feeds_mark.ics"),
    ] {
        let mut desk = Desk::new();
        desk.import(&[("invite.ics", file)]);
        let invite = only_invite(&desk);
        let dana = desk.person("Dana Roe");
        assert_eq!(dana.emails, ["dana@roe.example"]);
        assert_eq!(invite.with, [dana.id]);
        assert_eq!(
            (invite.host, invite.reply),
            (Party::Them, Reply::NeedsAction)
        );
        assert_eq!(
            (invite.start, invite.end),
            (at("2026-10-01 12:30"), at("2026-10-01 13:30"))
        );
        assert_eq!(
            invite.zone.as_deref(),
            Some("Europe/Berlin"),
            "UTC is nobody's wall clock"
        );
        assert_eq!(
            (invite.title.as_str(), invite.place.as_str()),
            ("Lunch with Dana", "Café Süd")
        );
        assert_eq!(invite.asked_on, day("2026-09-15"));
        let entry = invite.calendar.as_ref().unwrap();
        assert_eq!(
            (entry.uid.as_str(), entry.sequence),
            ("lunch-1@calendar.example", 2)
        );
        assert_eq!(entry.organizer.as_deref(), Some("dana@roe.example"));
    }
}

#[test]
fn whole_days_take_no_time_unless_they_say_so() {
    let mut desk = Desk::new();
    import_calendar!(desk, "04_all_day_floating.ics");
    let mut spans: Vec<_> = desk
        .book
        .busy
        .iter()
        .map(|busy| (busy.start, busy.end))
        .collect();
    spans.sort_unstable();
    assert_eq!(
        spans,
        [
            (at("2026-10-02 12:30"), at("2026-10-02 13:30")),
            (at("2026-10-05 00:00"), at("2026-10-07 00:00")),
        ]
    );
}

#[test]
fn broken_events_are_named_and_the_rest_goes_in() {
    let mut desk = Desk::new();
    let plan = import_calendar!(desk, "05_broken.ics");
    let reasons: Vec<_> = plan.rejected.iter().map(ToString::to_string).collect();
    assert_eq!(
        reasons,
        [
            "05_broken.ics:3: the start of this event is no date: notadate",
            "05_broken.ics:10: the rule by which this event repeats (RRULE) cannot be read",
            "05_broken.ics:19: this event is cut off (no END:VEVENT)",
        ]
    );
    let busy: Vec<_> = desk
        .book
        .busy
        .iter()
        .map(|busy| (busy.start, busy.end))
        .collect();
    assert_eq!(
        busy,
        [(at("2026-10-03 12:00"), at("2026-10-03 13:00"))],
        "an hour where no end is said"
    );
}

#[test]
fn two_invites_for_one_hour_are_a_conflict() {
    let mut desk = Desk::new();
    let ana = calendar(&invite("1", "Ana", "20261001T123000", ""));
    let bob = calendar(&invite("2", "Bob", "20261001T130000", ""));
    desk.import(&[("ana.ics", ana.as_bytes()), ("bob.ics", bob.as_bytes())]);
    assert_eq!(conflicts(&desk.book, desk.view.today).len(), 1);
}

#[test]
fn who_asked_and_who_answers() {
    let mut desk = Desk::new();
    let mine = "BEGIN:VEVENT\nUID:m\nDTSTART:20261001T100000\nORGANIZER:mailto:ME@own.example\n\
                ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@own.example\n\
                ATTENDEE;PARTSTAT=TENTATIVE;CN=kim@k.example:mailto:kim@k.example\nEND:VEVENT\n";
    desk.import_text(&calendar(mine));
    let invite = only_invite(&desk);
    assert_eq!((invite.host, invite.reply), (Party::Me, Reply::Tentative));
    assert_eq!(invite.zone, None, "a floating hour has no zone");
    assert_eq!(desk.person("kim").emails, ["kim@k.example"]);
}

#[test]
fn what_is_not_between_two_people_is_busy_time_without_a_name() {
    let mut desk = Desk::new();
    let attendees = [
        "ATTENDEE:mailto:third@x.example\r\n",
        "ATTENDEE;CUTYPE=GROUP:mailto:team@x.example\r\n",
    ];
    for (index, more) in attendees.iter().enumerate() {
        let uid = format!("many-{index}");
        desk.import_text(&calendar(&invite(&uid, "Ana", "20261001T123000", more)));
    }
    let robot = "BEGIN:VEVENT\nUID:r\nDTSTART:20261001T100000\nORGANIZER:mailto:no-reply@x.example\nATTENDEE:mailto:me@own.example\nEND:VEVENT\n";
    desk.import_text(&calendar(robot));
    let kept = ron::to_string(&desk.book.busy).unwrap();
    assert_eq!(desk.book.busy.len(), 3);
    assert!(desk.book.contacts.is_empty() && desk.book.invites.is_empty());
    assert!(!kept.contains("Ana") && !kept.contains('@'), "{kept}");
}

#[test]
fn transparent_and_past_events_take_nothing() {
    let mut desk = Desk::new();
    let text = invite("1", "Ana", "20261001T123000", "TRANSP:TRANSPARENT\r\n")
        + &invite("2", "Bob", "20260901T123000", "");
    let plan = desk.import_text(&calendar(&text));
    assert!(plan.is_empty());
}

#[test]
fn without_an_own_address_it_says_what_to_do() {
    let mut desk = Desk::new();
    desk.view.me.clear();
    let text = calendar(&invite("1", "Ana", "20261001T123000", ""));
    let plan = desk.import_text(&text);
    assert!(
        plan.remarks[0].contains("no own address known: pass --me ADDR or set it in config.ron")
    );
    assert_eq!(desk.book.busy.len(), 1);
    // Once it is known, the busy time becomes the invite that it was.
    desk.view.me.push(super::ME.to_owned());
    desk.import_text(&text);
    assert_eq!((desk.book.busy.len(), desk.book.invites.len()), (0, 1));
    // And forgetting to pass it the next time takes nothing back.
    desk.view.me.clear();
    assert!(desk.import_text(&text).is_empty());
}

#[test]
fn what_i_said_in_goodword_stays() {
    let mut desk = Desk::new();
    desk.import_text(&calendar(&invite(
        "1",
        "Ana",
        "20261001T123000",
        "SEQUENCE:3\r\n",
    )));
    let id = only_invite(&desk).id;
    desk.book.invites.change(id, |invite| {
        invite.reply = Reply::Declined;
        invite.my_words = "I owe Bob".to_owned();
        invite.assessment = Some(Assessment {
            help: Some(Help::Useful),
            ..Assessment::default()
        });
    });
    let said_yes = invite("1", "Ana", "20261001T123000", "SEQUENCE:3\r\n")
        .replace("ATTENDEE:", "ATTENDEE;PARTSTAT=ACCEPTED:");
    assert!(desk.import_text(&calendar(&said_yes)).is_empty());
    let older = invite("1", "Ana", "20261001T180000", "SEQUENCE:2\r\n");
    assert!(desk.import_text(&calendar(&older)).is_empty());
    let moved = invite("1", "Ana", "20261002T123000", "SEQUENCE:4\r\n");
    let plan = desk.import_text(&calendar(&moved));
    let said: Vec<_> = plan.invites.changed[0]
        .fields
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        said,
        [
            "when: 2026-10-01 12:30 to 13:30 Europe/Berlin -> 2026-10-02 12:30 to 13:30 Europe/Berlin",
            "reply: no -> none yet",
            "version in the calendar: 3 -> 4",
        ]
    );
    let invite = only_invite(&desk);
    assert_eq!(invite.my_words, "I owe Bob");
    assert!(invite.assessment.is_some());
}

#[test]
fn a_cancelled_invite_falls_through_and_cancelled_busy_time_goes() {
    let mut desk = Desk::new();
    let busy =
        "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20261001T100000\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n";
    let both = invite("1", "Ana", "20261001T123000", "STATUS:CONFIRMED\r\n") + busy;
    desk.import_text(&calendar(&both));
    desk.import_text(&calendar(&both.replace("CONFIRMED", "CANCELLED")));
    assert_eq!(only_invite(&desk).outcome, Some(Outcome::FellThrough));
    assert!(desk.book.busy.is_empty());
}

#[test]
fn busy_time_of_another_zone_stands_on_the_clock_of_this_machine() {
    let mut desk = Desk::new();
    let event = "BEGIN:VEVENT\nUID:b\nDTSTART;TZID=Eastern Standard Time:20261001T090000\n\
                 DTEND;TZID=Eastern Standard Time:20261001T100000\nEND:VEVENT\n";
    desk.import_text(&calendar(event));
    let busy: Vec<_> = desk
        .book
        .busy
        .iter()
        .map(|busy| (busy.start, busy.end))
        .collect();
    assert_eq!(
        busy,
        [(at("2026-10-01 15:00"), at("2026-10-01 16:00"))],
        "nine in New York is three in Berlin"
    );
}

#[test]
fn a_partner_whom_outlook_calls_by_the_last_name_is_called_by_the_first() {
    let mut desk = Desk::new();
    let event = invite("1", "jm", "20261001T123000", "");
    let event = event.replace("CN=jm:", "CN=\"Müller, Jürgen\":");
    desk.import_text(&calendar(&event));
    assert_eq!(desk.person("Jürgen Müller").first_name(), "Jürgen");
}
