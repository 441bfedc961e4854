//! Foreign files in, people and invites out; the second time nothing changes.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test that cannot go on has failed"
)]

use chrono::{NaiveDate, NaiveDateTime};
use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::id::IdSource;
use goodword::domain::import_plan::{Findings, ImportPlan, Mappings, plan};
use goodword::import::{Refused, Viewpoint, read};

#[path = "common/books.rs"]
mod books;
#[path = "common/cases.rs"]
mod number;

#[path = "import/again.rs"]
mod again;
#[path = "import/calendars.rs"]
mod calendars;
#[path = "import/cards.rs"]
mod cards;
#[path = "import/command.rs"]
mod command;
#[path = "import/corpus.rs"]
mod corpus;
#[path = "import/events.rs"]
mod events;
#[path = "import/folders.rs"]
mod folders;
#[path = "import/hostile.rs"]
mod hostile;
#[path = "import/matching.rs"]
mod matching;
#[path = "import/series.rs"]
mod series;
#[path = "import/tables.rs"]
mod tables;
#[path = "import/there_and_back.rs"]
mod there_and_back;

const ME: &str = "me@own.example";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn view() -> Viewpoint {
    Viewpoint {
        today: day("2026-09-24"),
        now: at("2026-09-24 09:00"),
        zone: chrono_tz::Europe::Berlin,
        me: vec![ME.to_owned()],
        mappings: Mappings::default(),
    }
}

/// A book with the source of its ids.
struct Desk {
    book: Book,
    ids: IdSource,
    view: Viewpoint,
}

impl Desk {
    fn new() -> Self {
        Self {
            book: Book::default(),
            ids: IdSource::seeded(7),
            view: view(),
        }
    }

    fn plan(&self, findings: &Findings) -> ImportPlan {
        plan(&self.book, findings, self.view.today, &self.ids)
    }

    /// Imports files, and then once more to see that nothing changes.
    fn import(&mut self, files: &[(&str, &[u8])]) -> ImportPlan {
        let mut findings = Findings::default();
        for (name, bytes) in files {
            findings.extend(read(name, bytes, &self.view).unwrap());
        }
        let first = self.plan(&findings);
        first.clone().apply(&mut self.book);
        let before = ron::to_string(&self.book).unwrap();
        let second = self.plan(&findings);
        assert!(second.is_empty(), "a second import changes: {second:#?}");
        second.apply(&mut self.book);
        assert_eq!(before, ron::to_string(&self.book).unwrap());
        first
    }

    fn import_text(&mut self, text: &str) -> ImportPlan {
        self.import(&[("text", text.as_bytes())])
    }

    /// What I change by hand.
    fn change(&mut self, name: &str, change: impl FnOnce(&mut Contact)) {
        let id = self.person(name).id;
        assert!(self.book.contacts.change(id, change));
    }

    fn person(&self, name: &str) -> &Contact {
        let mut people = self.book.contacts.iter();
        let found = people.find(|contact| contact.name == name);
        found.unwrap_or_else(|| panic!("nobody is called {name}"))
    }
}

fn refusal(bytes: &[u8]) -> String {
    let refused: Refused = read("file.txt", bytes, &view()).unwrap_err();
    refused.to_string()
}

/// A calendar around events.
fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

/// An event of one hour with one other person, as the person sent it.
fn invite(uid: &str, who: &str, start: &str, more: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART;TZID=Europe/Berlin:{start}\r\nDURATION:PT1H\r\n\
         ORGANIZER;CN={who}:mailto:{who}@friends.example\r\nATTENDEE:mailto:{ME}\r\n\
         SUMMARY:Lunch with {who}\r\n{more}END:VEVENT\r\n"
    )
}

/// A card of version 3.0.
fn card(lines: &str) -> String {
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{lines}END:VCARD\r\n")
}
