//! A book that nobody should have: the demo with every text replaced by one that misleads, with references into nothing
//! and dates from the ends of the calendar.

use chrono::NaiveDate;

use goodword::domain::Book;
use goodword::domain::id::Id;
use goodword::domain::promise::{Effort, EffortKind, PromiseId};
use goodword::store::demo;

const DEMO: &str = include_str!("../../assets/demo.ron");

/// What may stand where a date is expected, and what chrono reads: the whole calendar.
const DATES: [&str; 6] = [
    "0001-01-01",
    "9999-12-31",
    "-262143-01-01",
    "+262142-12-31",
    "1970-01-01",
    "2026-09-24",
];

/// How many texts there are.
pub(crate) const TEXTS: usize = 15;

fn texts() -> Vec<String> {
    let long = |part: &str| part.repeat(10_000 / part.chars().count());
    vec![
        "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31mred\u{0}\u{7f}\u{8}".to_owned(),
        String::new(),
        "evil\u{202e}gpj.exe \u{2066}up\u{2069} \u{200f}\u{feff}\u{200b}".to_owned(),
        "👩\u{200d}👩\u{200d}👧\u{200d}👦 👩🏽\u{200d}💻 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} 🇩🇪".to_owned(),
        long("x"),
        long("word "),
        format!("e{} a{}", "\u{301}".repeat(400), "\u{20dd}".repeat(40)),
        "山田太郎 株式会社 ｶﾀｶﾅ 한국어".to_owned(),
        long("漢"),
        "tab\tand\r\nlines\u{2028}more\u{b}\u{c}\u{85}end\n\n\n".to_owned(),
        "   ".to_owned(),
        "\u{301}\u{200d}\u{fe0f}".to_owned(),
        long("👩\u{200d}💻"),
        "שלום עליכם مرحبا بالعالم می\u{200c}خواهم".to_owned(),
        "क्षत्रिय ก็ ที่ Z̤̈a̎l̃g̈o̎".to_owned(),
    ]
}

/// The demo with hostile texts, references into nothing and thousands of efforts, on the demo's own days. Each number
/// puts other texts into the same places.
pub(crate) fn book(number: usize) -> Book {
    let mut texts = texts();
    assert_eq!(texts.len(), TEXTS);
    texts.rotate_left(number);
    rewritten(&texts, |_, date| date.to_owned())
}

/// The demo with this text in the place of every text.
pub(crate) fn all_saying(text: &str) -> Book {
    rewritten(&[text.to_owned()], |_, date| date.to_owned())
}

/// The same with every seventh date far away.
pub(crate) fn out_of_time() -> Book {
    rewritten(&texts(), |at, date| match date.get(10..) {
        Some(hour) if at % 7 == 3 => format!("{}{hour}", DATES[at % DATES.len()]),
        _ => date.to_owned(),
    })
}

fn rewritten(texts: &[String], date: impl Fn(usize, &str) -> String) -> Book {
    assert!(!DEMO.contains("\\\""), "a quotation mark inside a text");
    let mut file = String::new();
    for (at, part) in DEMO.split('"').enumerate() {
        if at % 2 == 0 {
            file.push_str(part);
        } else if is_date(part) {
            file.push_str(&ron::to_string(&date(at / 2, part)).unwrap());
        } else if part.parse::<PromiseId>().is_ok() || part.contains("Europe/") {
            file.push_str(&ron::to_string(part).unwrap());
        } else {
            file.push_str(&ron::to_string(&texts[at / 2 % texts.len()]).unwrap());
        }
    }
    let mut book: Book = ron::from_str(&file).unwrap();
    book.give_missing_ids();
    into_nothing(&mut book);
    thousands_of_efforts(&mut book, texts);
    book
}

fn is_date(text: &str) -> bool {
    let day = text.get(..10).map(str::parse::<NaiveDate>);
    day.is_some_and(|day| day.is_ok()) && matches!(text.len(), 10 | 19)
}

/// Takes a few records away that others name.
fn into_nothing(book: &mut Book) {
    let people: Vec<_> = book.contacts.iter().map(|contact| contact.id).collect();
    for id in people.into_iter().skip(2).step_by(9) {
        book.contacts.remove(id);
    }
    let promises: Vec<_> = book.promises.iter().map(|promise| promise.id).collect();
    for id in promises.into_iter().skip(4).step_by(11) {
        book.promises.remove(id);
    }
    let invites: Vec<_> = book.invites.iter().map(|invite| invite.id).collect();
    for id in invites.iter().skip(3).step_by(17) {
        book.invites.remove(*id);
    }
    for id in invites.iter().skip(5).step_by(13) {
        book.invites.change(*id, |invite| invite.with.clear());
    }
    for id in invites.iter().skip(6).step_by(13) {
        book.invites
            .change(*id, |invite| invite.with.push(Id::from_u128(99)));
    }
}

fn thousands_of_efforts(book: &mut Book, texts: &[String]) {
    let first = book.promises.iter().find(|promise| promise.is_owed_by_me());
    let id = first.unwrap().id;
    let effort = |at: usize| Effort {
        on: demo::ANCHOR,
        told: at.is_multiple_of(3).then_some(demo::ANCHOR),
        kind: EffortKind::Progress,
        text: texts[at % texts.len().min(4)].clone(),
    };
    book.promises
        .change(id, |promise| promise.efforts.extend((0..3_000).map(effort)));
}
