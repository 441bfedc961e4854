//! From a calendar and an address book to a decision, through the program itself.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use goodword::domain::invite::Reply;

use super::desk::Desk;

fn event(uid: &str, organizer: &str, hours: (u32, u32), title: &str) -> String {
    let (from, until) = hours;
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n\
         UID:{uid}\r\nDTSTAMP:20260920T080000Z\r\nDTSTART:20260928T{from:04}00\r\nDTEND:20260928T{until:04}00\r\n\
         SUMMARY:{title}\r\nORGANIZER:mailto:{organizer}\r\n\
         ATTENDEE;PARTSTAT=ACCEPTED:mailto:{organizer}\r\n\
         ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:me@home.example\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

fn card(uid: &str, name: &str, mail: &str) -> String {
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{name}\r\nEMAIL:{mail}\r\nEND:VCARD\r\n")
}

fn import(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_goodword"))
        .current_dir(folder)
        .env_remove("GOODWORD_TODAY")
        .env("XDG_CONFIG_HOME", folder.join("no-config"))
        .env("XDG_STATE_HOME", folder.join("state"))
        .env("TZ", "UTC")
        .args(["--book", "book.ron", "--today", "2026-09-24", "import"])
        .args([
            "ida.ics",
            "otto.ics",
            "ida.vcf",
            "otto.vcf",
            "--me",
            "me@home.example",
        ])
        .output()
        .unwrap()
}

#[test]
fn two_invites_and_two_cards_become_a_decision() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        (
            "ida.ics",
            event("one@cal", "ida@mill.example", (1230, 1330), "Lunch"),
        ),
        (
            "otto.ics",
            event(
                "two@cal",
                "otto@kiln.example",
                (1300, 1400),
                "Lunch, by the kiln",
            ),
        ),
        ("ida.vcf", card("ida-1", "Ida Marsh", "ida@mill.example")),
        ("otto.vcf", card("otto-1", "Otto Kiln", "otto@kiln.example")),
    ];
    for (name, text) in &files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let first = import(folder.path());
    let said = String::from_utf8(first.stdout).unwrap();
    assert!(
        first.status.success(),
        "{}",
        String::from_utf8_lossy(&first.stderr)
    );
    assert!(said.contains("people: 2 new"), "{said}");
    assert!(said.contains("invites: 2 new"), "{said}");
    assert!(said.contains("2 lunches overlap"), "{said}");

    let book = folder.path().join("book.ron");
    let bytes = fs::read(&book).unwrap();
    let again = import(folder.path());
    assert!(again.status.success());
    let said = String::from_utf8(again.stdout).unwrap();
    assert!(said.contains("The book stays as it is"), "{said}");
    assert_eq!(
        fs::read(&book).unwrap(),
        bytes,
        "a second import changes no byte"
    );

    let mut desk = Desk::at(&book);
    desk.sees("Ida or Otto")
        .keys("Enter")
        .sees("Ida Marsh")
        .sees("Otto Kiln")
        .sees("Mon 28 Sep");
    desk.keys("e 3 Right 1 Ctrl-s")
        .sees("to Ida")
        .keys("Enter")
        .goes_to("Take Ida")
        .keys("Enter");
    desk.sees("To Otto Kiln")
        .sees("W writes your answer for their calendar, too.")
        .keys("W")
        .sees("and an answer beside it")
        .keys("t t q");
    assert!(desk.has_left());
    desk.reopen().sees_not("Ida or Otto");
    assert_eq!(
        desk.invite("Ida Marsh", "2026-09-28").reply,
        Reply::Accepted
    );
    assert_eq!(
        desk.invite("Otto Kiln", "2026-09-28").reply,
        Reply::Declined
    );
    assert_eq!(desk.contact("Ida Marsh").emails, ["ida@mill.example"]);
}
