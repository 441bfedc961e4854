//! The sentences about two lunches for one hour, word for word.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::comparison::Side::{A, B};
use goodword::domain::comparison::{DecidedBy, Line, Order, PerLine, Sturdiness, turning};
use goodword::domain::conflict::conflicts;
use goodword::domain::contact::ContactId;
use goodword::domain::exchange::Horizon;
use goodword::domain::id::Id;
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::invite::{Help, MoveOk, NextChance, Reply};
use goodword::domain::relationship::Relationships;
use goodword::domain::sentences::lunch::{Case, without_keys};
use goodword::domain::veil::{Numbers, veil};

/// Dana has a yes; Bob asked first.
const BOB_OR_DANA: &str = include_str!("sentences/bob-or-dana.ron");

#[test]
fn the_word_to_one_and_the_lines_for_the_other() {
    case(&book(), |case| {
        assert_eq!(
            case.headline(),
            [
                "You told Dana yes. Ask Dana before you move it.",
                "Until Dana says that moving is fine it is Dana; then the lines lean clearly to Bob.",
            ]
        );
        assert_eq!(
            case.lines_alone().unwrap(),
            "The lines alone lean clearly to Bob."
        );
        assert_eq!(case.choosing(A), "If you take Bob");
        assert_eq!(case.choosing(B), "If you keep Dana");
        assert_eq!(
            case.costs(A),
            "you take back a yes. Dana waits until Wed 30 Sep."
        );
        assert_eq!(
            case.costs(B),
            "you set aside, for Bob: what it does for them, something to put right and how long since we talked. Bob waits until Mon 5 Oct."
        );
        assert_eq!(
            case.if_you_ask().unwrap().1,
            "today; if Dana says no, it stays Dana. You noted that Dana could also do Wed 30 Sep; you are free then."
        );
        assert_eq!(
            case.other_ways(),
            [
                "15 minutes with Bob by phone before Friday.",
                "All at one table, if both would like it.",
            ]
        );
        assert_eq!(case.standing(A), "asked Mon 21 Sep, not replied yet");
        assert_eq!(case.standing(B), "asked Tue 22 Sep, you said yes");
        assert_eq!(
            case.sturdy(None),
            [
                "Every line speaks at least as much for Bob, whatever the order; no answer moved by one step would turn the lines."
            ]
        );
        assert_eq!(
            case.footing(),
            "Worked out from 4 notes and 5 answers of yours, and from nothing else."
        );
        assert_eq!(
            case.known_better().unwrap(),
            "You hold 4 notes on Bob and 0 on Dana: the lines know Bob better."
        );
    });
}

#[test]
fn a_few_words_beside_each_bar() {
    let table = [
        (
            Line::Help,
            "solves what they told you",
            "useful, nothing written",
        ),
        (
            Line::Delay,
            "next chance Mon 5 Oct",
            "next chance Wed 30 Sep",
        ),
        (Line::Lasting, "years", "months"),
        (Line::Rhythm, "100 days, you meant 91", "no pace set"),
        (Line::Word, "none picked", "none open"),
        (Line::Repair, "one thing", "nothing"),
    ];
    case(&book(), |case| {
        for (line, a, b) in table {
            assert_eq!(
                (case.fact(line, A).as_str(), case.fact(line, B).as_str()),
                (a, b)
            );
        }
    });
}

#[test]
fn the_words_of_the_book_for_the_line_under_the_cursor() {
    let table = [
        (
            Line::Help,
            "Told you on Thu 3 Sep: we lose a tenth of our customers every quarter. You answered: a lot hangs on it.",
            "You answered: useful. Nothing is written about what Dana is trying to solve, so it counts no higher than useful.",
        ),
        (
            Line::Delay,
            "You noted that Bob could also do Mon 5 Oct, in 11 days.",
            "You noted that Dana could also do Wed 30 Sep, in 6 days.",
        ),
        (
            Line::Lasting,
            "It matters to Bob for years.",
            "It matters to Dana for months.",
        ),
        (
            Line::Rhythm,
            "Last talk Tue 16 Jun, 100 days ago, by phone. You meant to talk every 91 days.",
            "No talk noted since you wrote it down on Wed 15 Jan 2025. You set no pace.",
        ),
        (
            Line::Word,
            "You have not said that this lunch keeps a promise to Bob (e).",
            "No promise to Dana is open.",
        ),
        (
            Line::Repair,
            "Not made right: numbers for the board, missed (Wed 1 Jul).",
            "Nothing is noted that you would have to put right with Dana.",
        ),
    ];
    case(&book(), |case| {
        for (line, a, b) in table {
            assert_eq!(
                (case.detail(line, A).as_str(), case.detail(line, B).as_str()),
                (a, b)
            );
        }
    });
}

#[test]
fn a_promise_that_the_lunch_keeps() {
    let mut book = book();
    let first = book.invites.iter().next().unwrap().id;
    book.invites.change(first, |invite| {
        let assessment = invite.assessment.as_mut().unwrap();
        assessment.advances = vec!["000000000000000000000000P1".parse().unwrap()];
    });
    case(&book, |case| {
        assert_eq!(case.fact(Line::Word, A), "due Mon 28 Sep");
        assert_eq!(
            case.detail(Line::Word, A),
            "You said on Tue 1 Sep: market figures, by Mon 28 Sep. You have not checked what Bob heard: taken as a promise."
        );
    });
}

#[test]
fn what_is_not_known_says_so() {
    let mut book = book();
    let second = book.invites.iter().nth(1).unwrap().id;
    book.invites
        .change(second, |invite| invite.assessment = None);
    case(&book, |case| {
        assert_eq!(case.fact(Line::Help, B), "not answered");
        assert_eq!(case.fact(Line::Delay, B), "not known, taken as two weeks");
        assert_eq!(
            case.missing_answers().unwrap(),
            "One answer is missing (e): what the hour does for Dana."
        );
        assert!(case.sturdy(None).is_empty());
        assert_eq!(
            case.costs(A),
            "you take back a yes. How long Dana waits is not known."
        );
        assert_eq!(case.headline().len(), 2);
    });
}

#[test]
fn neither_answered_and_nobody_has_my_word() {
    let mut book = book();
    for id in book
        .invites
        .iter()
        .map(|invite| invite.id)
        .collect::<Vec<_>>()
    {
        book.invites.change(id, |invite| {
            invite.reply = goodword::domain::invite::Reply::NeedsAction;
            invite.assessment = None;
        });
    }
    case(&book, |case| {
        let sentence = "Two answers are missing (e): what the hour does for Bob, and for Dana.";
        assert_eq!(case.headline(), ["Not weighed yet.", sentence]);
        assert_eq!(case.costs(A), "How long Dana waits is not known.");
        assert_eq!(without_keys(sentence), sentence.replace(" (e)", ""));
        assert_eq!(case.if_you_ask(), None);
    });
}

#[test]
fn a_little_difference_and_one_that_cancels_out() {
    let mut book = book();
    for id in book
        .invites
        .iter()
        .map(|invite| invite.id)
        .collect::<Vec<_>>()
    {
        book.invites.change(id, |invite| {
            invite.reply = goodword::domain::invite::Reply::NeedsAction;
            let assessment = invite.assessment.as_mut().unwrap();
            assessment.help = Some(Help::Nothing);
            assessment.next_chance = NextChance::On(invite.start.date());
        });
    }
    let broken = book.promises.iter().nth(1).unwrap().id;
    book.promises.remove(broken);
    case(&book, |case| {
        let sentences = ["Too close to call.", "What little differs speaks for Bob."];
        assert_eq!(case.headline(), sentences);
    });
}

#[test]
fn a_yes_to_both_is_said() {
    let mut book = book();
    let bob = book.invites.iter().next().unwrap().id;
    book.invites
        .change(bob, |invite| invite.reply = Reply::Accepted);
    let dana = book.invites.iter().nth(1).unwrap().id;
    book.invites
        .change(dana, |invite| invite.reply = Reply::Accepted);
    case(&book, |case| {
        let said = "You said yes to both. Tell the one you move today, with as much of the reason as is yours to tell.";
        assert!(
            case.headline().contains(&said.to_owned()),
            "{:?}",
            case.headline()
        );
    });
}

#[test]
fn what_stands_lower_and_speaks_for_the_other_is_said_too() {
    let mut book = book();
    let dana = book
        .contacts
        .iter()
        .find(|contact| contact.name.starts_with("Dana"))
        .unwrap()
        .id;
    for number in [1, 2] {
        book.incidents.put(bad_faith(number, dana));
    }
    case(&book, |case| {
        let said = case.headline();
        assert_eq!(
            said.first().unwrap(),
            "You told Dana yes. Ask Dana before you move it."
        );
        assert_eq!(
            said.last().unwrap(),
            "Something you noted about Dana speaks for care (i)."
        );
    });
    book.contacts
        .change(dana, |contact| contact.boundary = true);
    case(&book, |case| {
        let said = case.headline();
        assert_eq!(
            said.first().unwrap(),
            "You drew a line with Dana. That leaves Bob."
        );
        assert_eq!(
            said.last().unwrap(),
            "Dana has your word all the same: tell Dana today."
        );
    });
}

#[test]
fn hidden_names_name_nobody() {
    let mut numbers = Numbers::default();
    numbers.count(&book());
    let hidden = veil(&book(), &numbers, &Book::default(), &Book::default());
    case(&hidden, |hidden| {
        let mut said = hidden.headline();
        said.extend(hidden.lines_alone());
        said.extend(hidden.other_ways());
        for side in [A, B] {
            said.push(hidden.costs(side));
            said.extend(Line::ALL.map(|line| hidden.detail(line, side)));
        }
        said.extend(hidden.sturdy(None));
        assert!(said.iter().any(|sentence| sentence.contains("Person 2")));
        assert!(
            !said
                .iter()
                .any(|sentence| sentence.contains("Bob") || sentence.contains("Dana"))
        );
    });
}

#[test]
fn two_of_one_first_name_stand_with_their_whole_names() {
    let mut book = book();
    let dana = book.contacts.iter().nth(1).unwrap().id;
    book.contacts
        .change(dana, |contact| contact.name = "Bob Hu".to_owned());
    case(&book, |case| {
        assert_eq!((case.name(A), case.name(B)), ("Bob Reyes", "Bob Hu"));
    });
}

#[test]
fn what_turns_it_says_where_the_line_would_stand() {
    // One line against another: 12 - 10 points leave it within the band, 12 - 8 do not.
    case(&book(), |case| {
        let mut case = case.clone();
        let difference = PerLine {
            help: 1000,
            word: -1000,
            ..PerLine::default()
        };
        case.verdict.decided_by = DecidedBy::Lines;
        case.verdict.sturdiness = Sturdiness::TheseWeights;
        let said = case.sturdy(turning(&difference, &Order::default()).as_ref());
        assert_eq!(
            said,
            [
                "It depends on your order: it would turn to Bob if \"A promise this lunch keeps\" stood second, level with \"Something to put right\" and \"what waiting costs\" (J K); no answer moved by one step would turn it."
            ]
        );
        assert!(!without_keys(&said.concat()).contains("J K"));
        assert_eq!(
            case.sturdy(None),
            ["No other order of the lines would turn it, and no answer moved by one step."]
        );
    });
}

#[test]
fn an_answer_that_would_turn_it_is_named() {
    let mut book = book();
    let bob = book.invites.iter().next().unwrap().id;
    let dana = book.invites.iter().nth(1).unwrap().id;
    book.invites
        .change(dana, |invite| invite.reply = Reply::NeedsAction);
    book.invites.change(bob, |invite| {
        let assessment = invite.assessment.as_mut().unwrap();
        assessment.help = Some(Help::Pleasant);
        assessment.horizon = Horizon::Days;
    });
    case(&book, |case| {
        let said = case.sturdy(None).concat();
        assert!(said.contains("One answer would"), "{said}");
        assert!(
            said.contains(" at \"") || said.contains("waiting"),
            "{said}"
        );
    });
}

#[test]
fn moving_that_is_hard_and_no_other_chance_are_said_in_full() {
    let mut book = book();
    let bob = book.invites.iter().next().unwrap().id;
    let dana = book.invites.iter().nth(1).unwrap().id;
    book.invites
        .change(dana, |invite| invite.move_ok = MoveOk::TheySaidHard);
    book.invites.change(bob, |invite| {
        invite.assessment.as_mut().unwrap().next_chance = NextChance::Never;
    });
    case(&book, |case| {
        assert_eq!(
            case.headline(),
            [
                "You told Dana yes, and Dana said that moving is hard: it stays Dana.",
                "The lines alone lean clearly to Bob."
            ]
        );
        assert!(case.costs(B).ends_with(" Bob has no other chance."));
    });
}

#[test]
fn whose_notes_speak_for_care_is_said_and_choosing_them_sets_it_aside() {
    let mut book = book();
    let bob = book.contacts.iter().next().unwrap().id;
    let dana = book.invites.iter().nth(1).unwrap().id;
    book.invites
        .change(dana, |invite| invite.reply = Reply::NeedsAction);
    for number in [1, 2] {
        book.incidents.put(bad_faith(number, bob));
    }
    case(&book, |case| {
        // Bob leads clearly, so that the caution gives way; it is said all the same.
        assert_eq!(
            case.headline().last().unwrap(),
            "Something you noted about Bob speaks for care (i)."
        );
        assert!(
            case.costs(A)
                .starts_with("you set aside what you noted about Bob.")
        );
        assert_eq!(
            case.guards(),
            ["you noted 2 acts in bad faith of Bob, not settled: speaks for Dana."]
        );
    });
}

fn bad_faith(number: u128, contact: ContactId) -> Incident {
    Incident {
        id: Id::from_u128(number),
        contact,
        about: Party::Them,
        kind: IncidentKind::BadFaith,
        severity: Severity::default(),
        on: "2026-06-01".parse().unwrap(),
        noted: None,
        note: String::new(),
        settled: None,
        acknowledged: None,
        made_right: None,
        from: None,
    }
}

fn book() -> Book {
    let mut book: Book = ron::from_str(BOB_OR_DANA).unwrap();
    book.give_missing_ids();
    book
}

fn case(book: &Book, look: impl FnOnce(&Case<'_>)) {
    let today: NaiveDate = "2026-09-24".parse().unwrap();
    let relationships = Relationships::of(book);
    let pairs = conflicts(book, today);
    let pair = *pairs.first().unwrap();
    look(&Case::of(book, &relationships, pair, None, today).unwrap());
}
