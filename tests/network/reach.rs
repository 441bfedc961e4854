//! Whom "reach" means, who can help, and my network at a glance.

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::contact::{Aim, Contact, ContactId, Importance, KnownPerson, Source, Tie};
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use goodword::domain::id::Id;
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::network::{Picture, reach, talks_with_few, targets, who_can_help};
use goodword::domain::relationship::Relationships;
use goodword::domain::sentences::network::ways::{chain, reasons};
use goodword::domain::sentences::network::{circles, in_return, talks};

use super::{ago, book, id, person, today};

fn named(number: u128, name: &str, firm: &str) -> Contact {
    Contact {
        name: name.to_owned(),
        organisation: firm.to_owned(),
        tie: Tie::Close,
        ..person(number)
    }
}

/// Bob knows Lee, whom the book does not have; Ana knows Bob, and Zed is archived.
fn known() -> Book {
    let lee = KnownPerson::Outside("Lee Marsden, Northwind's finance chief".to_owned());
    book([
        Contact {
            knows: vec![(lee, Tie::Familiar)],
            ..named(1, "Bob Reyes", "Northwind")
        },
        Contact {
            knows: vec![(KnownPerson::Contact(id(1)), Tie::Trusted)],
            ..named(2, "Ana Silva", "Nordwind")
        },
        Contact {
            archived: true,
            ..named(3, "Zed North", "Northwind")
        },
    ])
}

fn names(book: &Book, wanted: &str) -> Vec<String> {
    let found = targets(book, wanted).into_iter();
    let name = |person| match person {
        KnownPerson::Contact(id) => book.contacts.get(id).unwrap().name.clone(),
        KnownPerson::Outside(name) => name.split(',').next().unwrap().to_owned(),
    };
    found.map(name).collect()
}

#[test]
fn a_name_a_firm_or_somebody_whom_only_others_know() {
    let book = known();
    assert_eq!(names(&book, "bob"), ["Bob Reyes"]);
    let with_nor = ["Ana Silva", "Bob Reyes", "Lee Marsden"];
    assert_eq!(names(&book, "nor"), with_nor);
    // Not the archived one, but the finance chief of the firm.
    assert_eq!(names(&book, "northwind"), ["Bob Reyes", "Lee Marsden"]);
    assert_eq!(names(&book, "finance"), ["Lee Marsden"]);
    assert_eq!(names(&book, "LEE marsden"), ["Lee Marsden"]);
    assert_eq!(
        names(&book, "zed north"),
        ["Zed North"],
        "called exactly so"
    );
    assert_eq!(names(&book, " "), Vec::<String>::new());
    assert_eq!(names(&book, "xyzzy"), Vec::<String>::new());
}

#[test]
fn every_step_says_why_and_no_figure_stands_beside_a_name() {
    let mut book = known();
    // How well I know Bob myself is not noted: Ana is no way around him.
    book.contacts.change(id(1), |bob| bob.tie = Tie::Unknown);
    let between = Relationships::of(&book);
    let found = reach(&book, &between, "lee", today());
    let chains: Vec<String> = found.iter().map(|way| chain(&book, way)).collect();
    let lee = "Lee Marsden, Northwind's finance chief";
    assert_eq!(
        chains,
        [
            format!("You → Ana Silva → Bob Reyes → {lee}"),
            format!("You → Bob Reyes → {lee}"),
        ]
    );
    assert_eq!(
        reasons(&book, &between, &found[0], today()),
        [
            "You and Ana: close; no talk yet.".to_owned(),
            "Ana knows Bob Reyes: trusted, as you noted.".to_owned(),
            format!("Bob knows {lee}: familiar, as you noted."),
            "You have not asked Ana for an introduction in 12 months.".to_owned(),
            "You have not asked Bob for an introduction in 12 months.".to_owned(),
        ]
    );
    let direct = reach(&book, &between, "ana", today());
    assert_eq!(chain(&book, &direct[0]), "You → Ana Silva");
}

#[test]
fn nobody_is_asked_to_ask_whom_i_know_myself() {
    let book = known();
    let found = reach(&book, &Relationships::of(&book), "lee", today());
    let chains: Vec<String> = found.iter().map(|way| chain(&book, way)).collect();
    assert_eq!(
        chains,
        ["You → Bob Reyes → Lee Marsden, Northwind's finance chief"]
    );
}

#[test]
fn who_can_help_by_topic_then_role_then_circle() {
    let helper = |number, name: &str, topic: &str, role: &str, circle: &str| Contact {
        topics: vec![topic.to_owned()],
        role: role.to_owned(),
        circle: circle.to_owned(),
        ..named(number, name, "")
    };
    let mut book = book([
        helper(1, "Zoe", "price lists", "", ""),
        helper(2, "Bob", "", "Head of pricing", ""),
        helper(3, "Ana", "service pricing", "", ""),
        helper(4, "Cleo", "", "", "Pricing"),
        Contact {
            boundary: true,
            ..helper(5, "Carl", "pricing", "", "")
        },
    ]);
    let found = |book: &Book| -> Vec<ContactId> {
        let helpers = who_can_help(book, "pric").into_iter();
        helpers.map(|helper| helper.contact).collect()
    };
    assert_eq!(found(&book), [3, 1, 2, 4].map(id));
    assert_eq!(who_can_help(&book, "").len(), 0);
    // Words that stand everywhere find nobody, and are in nobody's way.
    for filler in ["of", "the", "a", "Head of", "with my"] {
        let expected = usize::from(filler == "Head of");
        assert_eq!(who_can_help(&book, filler).len(), expected, "{filler}");
    }
    assert_eq!(who_can_help(&book, "with the pricing").len(), 3);
    // What I received has no say: not even advice on that very topic.
    book.exchanges.put(Exchange {
        id: Id::from_u128(1),
        contact: id(4),
        on: ago(3),
        direction: Direction::Received,
        kind: ExchangeKind::Advice,
        size: Size::Large,
        horizon: Horizon::Years,
        note: "pricing".to_owned(),
        from: None,
    });
    assert_eq!(found(&book), [3, 1, 2, 4].map(id));
    assert_eq!(
        in_return(&book, id(1)),
        "You know nothing yet of what Zoe is working on."
    );
    let aim = Aim {
        id: Id::from_u128(9),
        text: "the lost tender".to_owned(),
        source: Source::TheySaid,
        importance: Importance::default(),
        noted: ago(3),
        closed: None,
    };
    book.contacts
        .change(id(1), |contact| contact.problems.push(aim));
    assert_eq!(
        in_return(&book, id(1)),
        "Zoe is trying to solve: the lost tender"
    );
}

fn talk(number: u128, with: &[u128], on: NaiveDate) -> Interaction {
    Interaction {
        id: Id::from_u128(number),
        with: with.iter().copied().map(id).collect(),
        on,
        kind: InteractionKind::Call,
        two_way: true,
        note: String::new(),
    }
}

/// "12 of 20 talks were with 3 people", by the last twenty, a talk counted once however many of the three took part.
#[test]
fn the_last_talks_were_with_few_people() {
    let mut book = book((1..=12).map(|number| named(number, "Somebody", "")));
    for number in 0..4 {
        book.interactions.put(talk(number, &[1, 2], ago(30)));
    }
    assert_eq!(talks_with_few(&book), None, "four talks say nothing");
    for number in 4..8 {
        book.interactions.put(talk(number, &[3], ago(29)));
    }
    for number in 8..20 {
        // Eight others once each, and one of them four times.
        let who = 4 + (number - 8).min(8);
        book.interactions.put(talk(number, &[who], ago(28)));
    }
    let few = talks_with_few(&book).unwrap();
    assert_eq!((few.talks, few.of, few.people.len()), (12, 20, 3));
    // Older ones are no longer looked at.
    for number in 20..40 {
        book.interactions.put(talk(number, &[5], ago(1)));
    }
    let few = talks_with_few(&book).unwrap();
    assert_eq!((few.talks, few.of, few.people.len()), (20, 20, 1));
}

#[test]
fn my_network_at_a_glance() {
    let in_circle = |number, name: &str, circle: &str| Contact {
        circle: circle.to_owned(),
        ..named(number, name, "")
    };
    let mut book = book([
        in_circle(1, "Zoe", " Steel"),
        in_circle(2, "Ana", "steel"),
        in_circle(3, "Bob", "Law"),
        in_circle(4, "Cleo", ""),
        Contact {
            archived: true,
            ..in_circle(5, "Dana", "Music")
        },
    ]);
    for number in 0..5 {
        book.interactions.put(talk(number, &[1], ago(1)));
    }
    book.interactions.put(talk(9, &[3], ago(1_095)));
    book.interactions.put(talk(10, &[2], ago(1_094)));
    let picture = Picture::of(&book, &Relationships::of(&book), today());
    let shown: Vec<(&str, &[ContactId])> = picture
        .circles
        .iter()
        .map(|circle| (circle.name.as_str(), circle.people.as_slice()))
        .collect();
    assert_eq!(
        shown,
        [("Steel", &[id(2), id(1)][..]), ("Law", &[id(3)][..])]
    );
    assert_eq!(picture.quiet, [id(3)]);
    assert_eq!(
        circles(&picture),
        "4 people in 2 circles; the largest is Steel, with 2; 1 in none that is written down."
    );
    assert_eq!(
        talks(&picture, &book).unwrap(),
        "6 of your last 7 talks were in one circle, Steel. You talked most with Zoe, Ana and Bob: 7 of your last 7 talks."
    );
    let nobody = Picture::of(&Book::default(), &Relationships::default(), today());
    assert_eq!(circles(&nobody), "Nobody here yet.");
    assert_eq!(talks(&nobody, &Book::default()), None);
}
