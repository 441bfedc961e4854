//! Whom a line means: parts of names, those of one name, and those who are new.

use chrono::Days;
use goodword::domain::Book;
use goodword::domain::capture::{EventAfter, Known, complete, keep, read};
use goodword::domain::id::IdSource;
use goodword::domain::relationship::Relationships;
use goodword::store::demo;

use super::{answer_on, reading, reading_on};

/// A book that was written by lines: so many days ago each.
fn written(lines: &[(u64, &str)]) -> Book {
    let mut book = Book::default();
    let ids = IdSource::seeded(5);
    for (ago, line) in lines {
        let day = demo::ANCHOR.checked_sub_days(Days::new(*ago)).unwrap();
        let line = reading_on(day, &book, line).unwrap_or_else(|why| panic!("{line}: {}", why.why));
        keep(&line, &mut book, day, &ids);
    }
    book
}

fn says(book: &Book, line: &str) -> String {
    answer_on(demo::ANCHOR, book, line)
}

#[test]
fn a_new_name_is_brought_in_without_a_question() {
    let empty = Book::default();
    for (line, answer) in [
        (
            "met ana silva, Nordwind: pricing",
            "New: Ana Silva, Nordwind. You met Ana Silva, today (Thu 24 Sep): pricing.",
        ),
        (
            "Ana Silva, Nordwind, ana@nordwind.example: pricing",
            "New: Ana Silva, Nordwind, ana@nordwind.example. You met Ana Silva, today (Thu 24 Sep): pricing.",
        ),
        (
            "met Zoe Lind and Tom Hart yesterday",
            "New: Zoe Lind. New: Tom Hart. You met Zoe Lind and Tom Hart, yesterday (Wed 23 Sep).",
        ),
        (
            "lunch Zoe fri 12:30 at Lumen",
            "New: Zoe. Lunch with Zoe, Fri 25 Sep, tomorrow, 12:30 to 13:30, at Lumen. Zoe asks; you have not answered.",
        ),
        (
            "met Zoe Lind, Acme: fees; promise zoe deck by fri; is solving churn",
            "New: Zoe Lind, Acme. You met Zoe Lind, today (Thu 24 Sep): fees. You promise Zoe Lind: deck, by Fri 25 Sep (tomorrow). Zoe Lind is solving: churn (they said so).",
        ),
        (
            "met 田中美咲: fees",
            "New: 田中美咲. You met 田中美咲, today (Thu 24 Sep): fees.",
        ),
        ("promise zoe deck", "Nobody in your book is called \"zoe\""),
        (
            "grumbled at zoe, ana: x",
            "\"grumbled\" is no verb that begins a line",
        ),
    ] {
        assert_eq!(says(&empty, line), answer, "{line}");
    }
    let book = written(&[
        (3, "met Ana Silva, Nordwind: pricing"),
        (2, "met Bob Reyes"),
    ]);
    for (line, answer) in [
        (
            "met Ana Moreau: x",
            "New: Ana Moreau. You met Ana Moreau, today (Thu 24 Sep): x.",
        ),
        (
            "met ana, Nordwind: x",
            "You met Ana Silva, today (Thu 24 Sep): x.",
        ),
        (
            "Ana Silva, Fjord: x",
            "Firm: Nordwind stays, not Fjord (Ana Silva); e on the person changes it. You met Ana Silva, today (Thu 24 Sep): x.",
        ),
    ] {
        assert_eq!(says(&book, line), answer, "{line}");
    }
    let ana = book
        .contacts
        .iter()
        .find(|one| one.name == "Ana Silva")
        .unwrap();
    assert_eq!(
        (ana.organisation.as_str(), ana.id.is_nil()),
        ("Nordwind", false)
    );
    let talk = book.interactions.iter().next().unwrap();
    assert!(talk.with.iter().all(|id| book.contacts.get(*id).is_some()));
}

#[test]
fn of_several_the_one_i_had_to_do_with_last_and_a_question_only_if_both_were_near() {
    let book = written(&[
        (50, "met Ana Weber"),
        (20, "met Ana Silva"),
        (90, "met Anabel Cruz"),
        (5, "met Bob Reyes"),
        (6, "met Bob Stone, Acme: x"),
        (1, "met José Almeida"),
    ]);
    for (line, answer) in [
        ("met ana", "You met Ana Silva, today (Thu 24 Sep)."),
        ("met ana w", "You met Ana Silva, today (Thu 24 Sep)."),
        ("met ana we", "You met Ana Weber, today (Thu 24 Sep)."),
        ("met silva", "You met Ana Silva, today (Thu 24 Sep)."),
        ("met anab", "You met Anabel Cruz, today (Thu 24 Sep)."),
        ("met jose", "You met José Almeida, today (Thu 24 Sep)."),
        (
            "met bob",
            "Who is \"bob\"? Bob Reyes, in person 5 days ago; Bob Stone, in person 6 days ago",
        ),
        ("met bob (acme)", "You met Bob Stone, today (Thu 24 Sep)."),
        ("met bob sto", "You met Bob Stone, today (Thu 24 Sep)."),
    ] {
        if line == "met ana w" {
            // One letter goes on with the sentence: it is no name, and no day.
            assert_eq!(
                says(&book, line),
                "\"w\" is no day that I know; somebody new is written with capitals"
            );
            continue;
        }
        assert_eq!(says(&book, line), answer, "{line}");
    }
    let line = reading(&book, "met ana").unwrap();
    assert_eq!(line.named.len(), 1, "who else it could be is said");
}

#[test]
fn months_weekdays_and_small_words_are_names_where_a_person_is_expected() {
    let mut book = written(&[(50, "met May"), (51, "met Ana"), (52, "met Will")]);
    let ids: Vec<_> = book.contacts.iter().map(|one| one.id).collect();
    for id in ids {
        let more = [("May", " Sunday"), ("Ana", " Fritz"), ("Will", " Anders")];
        book.contacts.change(id, |contact| {
            let more = more.iter().find(|(name, _)| *name == contact.name);
            contact.name.push_str(more.unwrap().1);
        });
    }
    for (line, answer) in [
        (
            "met may yesterday",
            "You met May Sunday, yesterday (Wed 23 Sep).",
        ),
        ("met may sunday", "You met May Sunday, today (Thu 24 Sep)."),
        (
            "met sunday sunday",
            "You met May Sunday, 4 days ago (Sun 20 Sep).",
        ),
        (
            "promise may deck by may 5",
            "You promise May Sunday: deck, by Wed 5 May 2027 (in 7 months).",
        ),
        (
            "lunch ana fri 12:30",
            "Lunch with Ana Fritz, Fri 25 Sep, tomorrow, 12:30 to 13:30. Ana asks; you have not answered.",
        ),
        (
            "promise will an intro to May",
            "You promise Will Anders: an intro to May, no day is set. Keeping it brings an introduction.",
        ),
    ] {
        assert_eq!(says(&book, line), answer, "{line}");
    }
}

/// The book after one more line.
fn kept(book: &Book, line: &str) -> Book {
    let line = reading(book, line).unwrap_or_else(|why| panic!("{line}: {}", why.why));
    let mut after = book.clone();
    keep(&line, &mut after, demo::ANCHOR, &IdSource::seeded(6));
    after
}

#[test]
fn a_firm_and_an_address_behind_somebody_of_the_book_are_theirs() {
    let book = written(&[
        (50, "met Max Power"),
        (40, "met Ida Holm, Fjord Labs: x"),
        (30, "met Kim Alder, Acme, kim@acme.example: x"),
    ]);
    let met = |who: &str| format!("You met {who}, today (Thu 24 Sep): x.");
    for (line, besides, who) in [
        (
            "met Max Power, Nordwind, max@nordwind.example: x",
            "Firm: Nordwind (Max Power). Address: max@nordwind.example (Max Power). ",
            "Max Power",
        ),
        (
            "Max Power, Nordwind, max@nordwind.example: x",
            "Firm: Nordwind (Max Power). Address: max@nordwind.example (Max Power). ",
            "Max Power",
        ),
        (
            "met max, Nord Wind, max@nordwind.example: x",
            "Firm: Nord Wind (Max Power). Address: max@nordwind.example (Max Power). ",
            "Max Power",
        ),
        (
            "met max, Fjord Labs: x",
            "Firm: Fjord Labs (Max Power). ",
            "Max Power",
        ),
        (
            "met max, max@nordwind.example: x",
            "Address: max@nordwind.example (Max Power). ",
            "Max Power",
        ),
        (
            "met kim, Nordwind, kim@nordwind.example: x",
            "Firm: Acme stays, not Nordwind (Kim Alder); e on the person changes it. Address: kim@nordwind.example (Kim Alder). ",
            "Kim Alder",
        ),
        ("met kim, Acme, KIM@acme.example: x", "", "Kim Alder"),
        ("met max, kim: x", "", "Max Power and Kim Alder"),
        (
            "met max, Nordwind, kim, Acme: x",
            "Firm: Nordwind (Max Power). ",
            "Max Power and Kim Alder",
        ),
        (
            "met max, Tom Hart: x",
            "New: Tom Hart. ",
            "Max Power and Tom Hart",
        ),
        (
            "met max, Nordwind, Tom Hart: x",
            "New: Tom Hart. Firm: Nordwind (Max Power). ",
            "Max Power and Tom Hart",
        ),
        ("met max and Zoe: x", "New: Zoe. ", "Max Power and Zoe"),
        (
            "met Max Power, Lumen Works: x",
            "Firm: Lumen Works (Max Power). ",
            "Max Power",
        ),
        (
            "met kim, Blue Harbor Ltd.: x",
            "Firm: Acme stays, not Blue Harbor Ltd. (Kim Alder); e on the person changes it. ",
            "Kim Alder",
        ),
        (
            "met max, Harbor SA, Tom Hart: x",
            "New: Tom Hart. Firm: Harbor SA (Max Power). ",
            "Max Power and Tom Hart",
        ),
        (
            "met max, Rui Sa: x",
            "New: Rui Sa. ",
            "Max Power and Rui Sa",
        ),
    ] {
        assert_eq!(
            says(&book, line),
            format!("{besides}{}", met(who)),
            "{line}"
        );
    }
    let after = kept(
        &book,
        "met max, Nordwind, max@nordwind.example yesterday: x",
    );
    let after = kept(&after, "met max, Fjord, max@fjord.example: x");
    let max = after.contacts.iter().find(|one| one.name == "Max Power");
    let max = max.unwrap();
    assert_eq!(max.organisation, "Nordwind", "what stands there stays");
    assert_eq!(max.emails, ["max@nordwind.example", "max@fjord.example"]);
    assert_eq!(after.contacts.len(), book.contacts.len());
}

#[test]
fn whoever_is_archived_is_found_where_nobody_else_fits_and_comes_back() {
    let mut book = written(&[(50, "met Bob Reyes"), (40, "met Ana Silva")]);
    let bob = book.contacts.iter().find(|one| one.name == "Bob Reyes");
    let bob = bob.unwrap().id;
    book.contacts.change(bob, |contact| contact.archived = true);
    let back = "Bob Reyes (archived; comes back to the lists).";
    for (line, answer) in [
        (
            "promise bob deck by fri",
            format!("{back} You promise Bob Reyes: deck, by Fri 25 Sep (tomorrow)."),
        ),
        (
            "met rey: x; promise bob deck",
            format!(
                "{back} You met Bob Reyes, today (Thu 24 Sep): x. You promise Bob Reyes: deck, no day is set."
            ),
        ),
        (
            "bob is solving churn",
            format!("{back} Bob Reyes is solving: churn (they said so)."),
        ),
        (
            "met Bob Stone: x",
            "New: Bob Stone. You met Bob Stone, today (Thu 24 Sep): x.".to_owned(),
        ),
    ] {
        assert_eq!(says(&book, line), answer, "{line}");
        if answer.starts_with(back) {
            let after = kept(&book, line);
            assert!(!after.contacts.get(bob).unwrap().archived, "{line}");
            assert_eq!(after.contacts.len(), 2, "{line}");
        }
    }
    let book = kept(&book, "met Bob Stone");
    for (line, who) in [
        ("met bob: x", "You met Bob Stone, today (Thu 24 Sep): x."),
        (
            "met bob reyes: x",
            "Bob Reyes (archived; comes back to the lists). You met Bob Reyes, today (Thu 24 Sep): x.",
        ),
        (
            "promise bob rey of light",
            "You promise Bob Stone: rey of light, no day is set.",
        ),
    ] {
        assert_eq!(says(&book, line), who, "{line}");
    }
}

#[test]
fn an_event_stays_on_until_it_is_ended() {
    let mut book = Book::default();
    let mut event = None;
    let mut said = Vec::new();
    for line in [
        "at Web Summit: met Zoe Lind, Acme: fees",
        "Tom Hart, Fjord Labs, tom@fjord.example",
        "Kim: rates",
        "at:",
        "met Ida Holm",
    ] {
        let known = Known {
            book: &book,
            relationships: &Relationships::of(&book),
            today: demo::ANCHOR,
            event: event.as_deref(),
        };
        let line = read(line, known).unwrap();
        said.push(goodword::domain::sentences::capture::says(
            &line,
            &book,
            demo::ANCHOR,
        ));
        line.event.apply(&mut event);
        keep(
            &line,
            &mut book,
            demo::ANCHOR,
            &IdSource::seeded(said.len() as u64),
        );
    }
    assert_eq!(event, None);
    assert_eq!(
        said,
        [
            "New: Zoe Lind, Acme. You met Zoe Lind, today (Thu 24 Sep), at Web Summit: fees. At Web Summit: on for the lines that follow; at: ends it.",
            "New: Tom Hart, Fjord Labs, tom@fjord.example. You met Tom Hart, today (Thu 24 Sep), at Web Summit.",
            "New: Kim. You met Kim, today (Thu 24 Sep), at Web Summit: rates.",
            "No event is on any more.",
            "New: Ida Holm. You met Ida Holm, today (Thu 24 Sep).",
        ]
    );
    let tom = book
        .contacts
        .iter()
        .find(|one| one.name == "Tom Hart")
        .unwrap();
    assert_eq!(tom.how_we_met, "Web Summit");
    assert_eq!(EventAfter::default(), EventAfter::Same);
}

#[test]
fn tab_finishes_verbs_and_names_and_takes_the_next_of_a_whole_one() {
    let book = written(&[
        (50, "met Ana Weber"),
        (20, "met Ana Silva"),
        (90, "met Anabel Cruz, Acme: x"),
        (91, "met Dev Patel, Acme: x"),
        (92, "met Dev Patel (Fjord)"),
    ]);
    let known = Known {
        book: &book,
        relationships: &Relationships::of(&book),
        today: demo::ANCHOR,
        event: None,
    };
    for (text, from, words) in [
        ("cal", 0, &["called "][..]),
        ("met lea; pro", 9, &["promise "][..]),
        ("at Web Summit: cal", 15, &["called "][..]),
        ("ana is so", 4, &["is solving "][..]),
        ("met anab", 4, &["Anabel Cruz"][..]),
        ("met an", 4, &["Ana Silva", "Ana Weber", "Anabel Cruz"][..]),
        ("met ana", 4, &["Ana Weber", "Anabel Cruz", "Ana Silva"][..]),
        (
            "met ana silva, an",
            15,
            &["Ana Silva", "Ana Weber", "Anabel Cruz"][..],
        ),
        ("promise ana intro to anab", 21, &["Anabel Cruz"][..]),
    ] {
        let found = complete(text, known).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(
            (found.from, found.words.as_slice()),
            (
                from,
                &words
                    .iter()
                    .map(|word| (*word).to_owned())
                    .collect::<Vec<_>>()[..]
            ),
            "{text}"
        );
    }
    for text in ["", "met ana: she is an", "met zzz"] {
        assert!(complete(text, known).is_none(), "{text}");
    }
}

#[test]
fn no_more_than_six_words_are_taken_for_a_name() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let mut contact = book.contacts.iter().next().unwrap().as_ref().clone();
    contact.name = "Ali Bek Cem Dan Efe Fay Gus Han".to_owned();
    book.contacts.put(contact.clone());
    let who = |text: &str| reading(&book, text).unwrap().facts[0].who();
    assert_eq!(who("line with ali bek cem dan efe fay"), Some(contact.id));
    assert_eq!(who("line with han gus"), Some(contact.id));
    assert_eq!(
        says(&book, "line with ali bek cem dan efe fay gus han"),
        "\"gus han\" has no place in this line"
    );
}

/// A small word behind somebody known may be a firm or somebody new: it is asked, and nothing is made of it.
#[test]
fn a_small_word_behind_somebody_known_is_a_question() {
    let mut book = written(&[
        (3, "met Ana Silva, Nordwind: pricing"),
        (2, "met Max Power: x"),
    ]);
    let why =
        "Nobody and no firm in your book is called \"zorro\": Zorro with a capital is the firm of";
    for (line, who) in [("met max, zorro: x", "Max"), ("met ana, zorro: x", "Ana")] {
        let asked = format!("{why} {who}, \"and Zorro\" somebody new");
        assert_eq!(says(&book, line), asked, "{line}");
    }
    for (line, answer) in [
        (
            "met max, nordwind: x",
            "Firm: nordwind (Max Power). You met Max Power, today (Thu 24 Sep): x.",
        ),
        (
            "met max, Zorro: x",
            "Firm: Zorro (Max Power). You met Max Power, today (Thu 24 Sep): x.",
        ),
        (
            "met max and Zorro: x",
            "New: Zorro. You met Max Power and Zorro, today (Thu 24 Sep): x.",
        ),
        (
            "met max, zorro, max@zorro.example: x",
            "Firm: zorro (Max Power). Address: max@zorro.example (Max Power). You met Max Power, today (Thu 24 Sep): x.",
        ),
    ] {
        assert_eq!(says(&book, line), answer, "{line}");
    }
    book = kept(&book, "met max, Zorro: x");
    assert_eq!(
        says(&book, "met ana, zorro: x"),
        "Firm: Nordwind stays, not zorro (Ana Silva); e on the person changes it. You met Ana Silva, today (Thu 24 Sep): x."
    );
}
