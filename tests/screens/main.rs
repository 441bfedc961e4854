//! Every screen and sheet at three sizes, on the demo book: `INSTA_UPDATE=always cargo test --test screens` draws them
//! anew. What colour and reverse say stands in `styles`.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it says"
)]

#[path = "../common/desk.rs"]
#[expect(dead_code, reason = "a picture needs less of the desk than a story")]
mod desk;
mod styles;

use std::collections::HashSet;

use goodword::domain::Book;
use goodword::domain::conflict::conflicts;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::merge::merge;
use goodword::store::demo;
use goodword::store::disk::RealDisk;
use goodword::store::version;

use desk::Desk;

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (50, 16)];

/// A test for each screen; its name and the size name the snapshot.
macro_rules! screens {
    ($($name:ident: $desk:expr, $story:expr;)*) => {$(
        #[test]
        fn $name() {
            let story: fn(&mut Desk) = $story;
            for (width, height) in SIZES {
                let mut desk: Desk = $desk;
                desk.resize(width, height);
                story(&mut desk);
                let name = stringify!($name).replace('_', "-");
                keep(&format!("{name}-{width}x{height}"), &desk.screen());
            }
        }
    )*};
}

screens! {
    today: Desk::demo(), |_| {};
    line: Desk::demo(), |desk| { desk.keys("a"); };
    line_of_facts: Desk::demo(), |desk| {
        desk.keys("a").types("met lea, Zoe Lind, Acme yesterday: pricing; gave lea advice: the mill; lunch max fri 12:30");
    };
    line_unread: Desk::demo(), |desk| { desk.keys("2 a").types("lunch max 12"); };
    line_at_an_event: Desk::demo(), |desk| { desk.keys("a").types("at Web Summit:").keys("Enter"); };
    today_filtered: Desk::demo(), |desk| { desk.keys("/").types("siob"); };
    contacts: Desk::demo(), |desk| { desk.keys("2"); };
    contacts_filtered: Desk::demo(), |desk| { desk.keys("2 /").types("bob"); };
    contacts_marked: Desk::demo(), |desk| { desk.keys("2 v j j v /").types("owes:them -trust:purple"); };
    remove_marked: Desk::demo(), |desk| { desk.keys("2 v j j v / z o ë Enter d"); };
    tags: Desk::demo(), |desk| { desk.keys("2").goes_to("Bob Reyes").keys("#").types("pr"); };
    find: Desk::demo(), |desk| { desk.keys("4 f").types("deck"); };
    find_names: Desk::demo(), |desk| { desk.keys("f").types("reyse"); };
    name_view: Desk::demo(), |desk| { desk.keys("2 /").types("last:>60d").keys("Ctrl-s").types("long ago"); };
    views: Desk::demo(), |desk| {
        desk.keys("2 s /").types("last:>60d").keys("Ctrl-s").types("long ago").keys("Enter Esc '");
    };
    changes: Desk::demo(), |desk| {
        desk.keys("3").goes_to("Comments on her deck").keys("Space 2").goes_to("Bob Reyes");
        desk.keys("#").types("ny").keys("Enter u g u");
    };
    person: Desk::demo(), |desk| { desk.keys("2").goes_to("Bob Reyes").keys("Enter"); };
    why: Desk::demo(), |desk| { desk.keys("2").goes_to("Bob Reyes").keys("i"); };
    brief: Desk::demo(), |desk| { desk.keys("2").goes_to("Bob Reyes").keys("b"); };
    promises: Desk::demo(), |desk| { desk.keys("3"); };
    promises_ticked: Desk::demo(), |desk| { desk.keys("3").goes_to("Comments on her deck").keys("Space"); };
    promise: Desk::demo(), |desk| { desk.keys("3 Enter"); };
    network: Desk::demo(), |desk| { desk.keys("6"); };
    network_whole: Desk::demo(), |desk| { desk.keys("6").goes_to("Eve to Max").keys("Enter"); };
    network_what_now: Desk::demo(), |desk| { desk.keys("6").goes_to("Eve to Max").keys("Enter Enter"); };
    network_circle: Desk::demo(), |desk| { desk.keys("6 i").goes_to("Manufacturing"); };
    network_drawn: Desk::demo(), |desk| { desk.keys("6").goes_to("Your circles").keys("Enter j"); };
    review: Desk::demo(), |desk| { desk.keys("7"); };
    review_entries: Desk::demo(), |desk| { desk.keys("7 i").goes_to("Weeks over your hours").keys("Enter Down"); };
    review_too_few: Desk::empty(), |desk| { desk.keys("7"); };
    introduction_new: Desk::demo(), |desk| { desk.keys("6 A"); };
    introduction_known: Desk::demo(), |desk| { desk.keys("6").goes_to("Eve to Max").keys("e"); };
    reach: Desk::demo(), |desk| { desk.keys(":").types("reach lee marsden").keys("Enter"); };
    reach_firm: Desk::demo(), |desk| { desk.keys(":").types("reach northwind").keys("Enter Down"); };
    help_with: Desk::demo(), |desk| { desk.keys(":").types("help-with data").keys("Enter"); };
    lunch_word_given: Desk::demo(), |desk| { desk.keys("4").goes_to("Bob Reyes or Dana Liu"); };
    lunch_figures: Desk::demo(), |desk| { desk.keys("4").goes_to("Bob Reyes or Dana Liu").keys("i"); };
    lunch_not_answered: Desk::demo(), |desk| { desk.keys("4").goes_to("田中美咲"); };
    lunch_harm: Desk::demo(), |desk| { desk.keys("4").goes_to("Ravi Menon"); };
    lunch_lines: Desk::demo(), |desk| { desk.keys("4").goes_to("Rafael Nunes or Ana Silva"); };
    lunch_both_have_a_yes: Desk::demo(), |desk| { desk.keys("4").goes_to("Nia Owusu or Oto"); };
    lunch_week: Desk::with(&without_conflicts()), |desk| { desk.keys("4"); };
    reply: Desk::demo(), |desk| { desk.keys("4").goes_to("田中美咲").keys("r"); };
    answers: Desk::demo(), |desk| { desk.keys("4").goes_to("Bob Reyes or Dana Liu").keys("e m"); };
    decision: Desk::demo(), |desk| { desk.keys("4").goes_to("Bob Reyes or Dana Liu").keys("Enter"); };
    draft: Desk::demo(), |desk| { desk.keys("4").goes_to("Bob Reyes or Dana Liu").keys("Enter Enter"); };
    choices: Desk::demo(), |desk| { desk.keys("5"); };
    choice: Desk::demo(), |desk| { desk.keys("5 Enter j"); };
    choice_for_the_win: Desk::demo(), |desk| { desk.keys("5 Enter G Enter k k i"); };
    choice_looked_back: Desk::demo(), |desk| { desk.keys("5 j Enter j"); };
    choice_draft: Desk::demo(), |desk| { desk.keys("5 j w"); };
    form_choice: Desk::demo(), |desk| { desk.keys("5 A").types("cl"); };
    form_option: Desk::demo(), |desk| { desk.keys("5 Enter A").types("Say nothing").keys("Enter 2 Enter"); };
    form_choose: Desk::demo(), |desk| { desk.keys("5 Enter Enter"); };
    empty_choices: Desk::empty(), |desk| { desk.keys("5"); };
    write_menu: Desk::demo(), |desk| { desk.keys("2").goes_to("Lea Novak").keys("w"); };
    draft_update: Desk::demo(), |desk| { desk.goes_to("Eve Park unheard").keys("w"); };
    draft_writing: Desk::demo(), |desk| {
        desk.goes_to("Eve Park unheard").keys("w e").types("He is back on Monday, and I ring him then. ");
    };
    form_person: Desk::demo(), |desk| { desk.keys("2").goes_to("Bob Reyes").keys("e"); };
    form_promise: Desk::demo(), |desk| {
        desk.keys("3 A").types("Bob Reyes").fills("Due", "fryday").keys("Ctrl-s");
    };
    form_invite: Desk::demo(), |desk| { desk.keys("4 A").types("an"); };
    record_add: Desk::demo(), |desk| { desk.keys("2").goes_to("Bob Reyes").keys("Enter A"); };
    form_talk: Desk::demo(), |desk| { desk.keys("2").goes_to("Bob Reyes").keys("Enter A Enter"); };
    form_value: Desk::demo(), |desk| {
        desk.keys("2").goes_to("Bob Reyes").keys("Enter A").goes_to("Value").keys("Enter");
    };
    form_aim: Desk::demo(), |desk| {
        desk.keys("2").goes_to("Bob Reyes").keys("Enter").goes_to("Is solving").keys("e");
    };
    form_known_talk: Desk::demo(), |desk| {
        desk.keys("2").goes_to("Bob Reyes").keys("Enter").goes_to("call").keys("e");
    };
    form_decision: Desk::demo(), |desk| {
        desk.keys("2").goes_to("Max Lindqvist").keys("Enter").goes_to("⇄").keys("e");
    };
    form_incident: Desk::demo(), |desk| { desk.keys("2").goes_to("Bob Reyes").keys("o j Enter"); };
    form_pace: Desk::demo(), |desk| { desk.keys("2").goes_to("Bob Reyes").keys("p").goes_to("Another").keys("Enter"); };
    form_terms: Desk::demo(), |desk| { desk.keys("3").goes_to("Comments on her deck").keys("n"); };
    form_told: Desk::demo(), |desk| { desk.keys("3").goes_to("Comments on her deck").keys("t"); };
    form_done_on: Desk::demo(), |desk| { desk.keys("3").goes_to("Comments on her deck").keys("Space e"); };
    other_ending: Desk::demo(), |desk| { desk.keys("3").goes_to("Comments on her deck").keys("o"); };
    form_past_lunch: Desk::demo(), |desk| { desk.goes_to("did it come about").keys("Enter"); };
    form_review: Desk::demo(), |desk| { desk.goes_to("how did it turn out").keys("Enter"); };
    remove: Desk::demo(), |desk| { desk.keys("2").goes_to("Eve Park").keys("d"); };
    duplicates: Desk::with(&doubled()), |desk| { desk.keys("2 :").types("duplicates").keys("Enter"); };
    contacts_with_doubles: Desk::with(&doubled()), |desk| { desk.keys("2"); };
    side_by_side: Desk::with(&doubled()), |desk| { desk.keys("2 :").types("duplicates").keys("Enter Enter j j"); };
    two_values_both: Desk::with(&merged()), |desk| { desk.goes_to("Your book").keys("Enter l l"); };
    new_person_alike: Desk::demo(), |desk| { desk.keys("2 A").types("Bob Reyes").keys("Tab"); };
    two_values: Desk::with(&merged()), |desk| { desk.goes_to("Your book").keys("Enter l"); };
    copy_found: beside_a_copy(), |desk| { desk.finds_copies(); };
    help: Desk::demo(), |desk| { desk.keys("4 ?"); };
    help_form: Desk::demo(), |desk| { desk.keys("3 A F1"); };
    palette: Desk::demo(), |desk| { desk.keys("3 :"); };
    palette_typed: Desk::demo(), |desk| { desk.keys("2 :").types("to"); };
    import_path: Desk::empty(), |desk| { desk.keys("j Enter").types("/nowhere.vcf").keys("Enter"); };
    import_found: Desk::empty(), |desk| {
        desk.keys(":").types("import tests/screens/people.vcf").keys("Enter");
    };
    leave_demo: Desk::empty(), |desk| { desk.keys("G Enter 1 Esc"); };
    formulas: Desk::demo(), |desk| { desk.keys("4 ? i"); };
    empty_today: Desk::empty(), |_| {};
    empty_contacts: Desk::empty(), |desk| { desk.keys("2"); };
    empty_promises: Desk::empty(), |desk| { desk.keys("3"); };
    empty_lunch: Desk::empty(), |desk| { desk.keys("4"); };
}

fn keep(name: &str, screen: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, screen));
}

/// The demo in a file, with what a sync left beside it.
fn beside_a_copy() -> Desk {
    let desk = Desk::kept_demo();
    let name = "book.sync-conflict-20260923-101500-ABCDEFG.ron";
    let copy = desk.path().with_file_name(name);
    version::write(&RealDisk, &copy, &merged()).unwrap();
    desk
}

/// The demo, where some stand a second time.
fn doubled() -> Book {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let mut second = |number: u128, of: &str, change: fn(&mut Contact)| {
        let found = book.contacts.iter().find(|one| one.name == of);
        let mut twin = Contact::clone(found.unwrap());
        (twin.aspirations, twin.problems, twin.knows) = (Vec::new(), Vec::new(), Vec::new());
        twin.id = Id::from_u128(number);
        change(&mut twin);
        book.contacts.put(twin);
    };
    second(1, "Bob Reyes", |bob| {
        "Robert Reyes".clone_into(&mut bob.name);
        bob.nicknames = vec!["Bob".to_owned()];
        bob.emails.push("bob@home.example".to_owned());
        "head of growth".clone_into(&mut bob.role);
        "Plays the cello. Would rather be called in the morning than written to."
            .clone_into(&mut bob.notes);
        bob.rhythm_days = None;
    });
    second(2, "Dana Liu", |dana| {
        (dana.emails, dana.phones) = (Vec::new(), Vec::new());
    });
    second(3, "Siobhán O'Dowd", |one| {
        (one.emails, one.phones) = (vec!["siobhan@old.example".to_owned()], Vec::new());
        one.organisation = String::new();
    });
    book
}

/// The demo, after a merge of two notes on one person.
fn merged() -> Book {
    let base = demo::book(demo::ANCHOR).unwrap();
    let with = |notes: &str| {
        let mut book = base.clone();
        let bob = base.contacts.iter().find(|one| one.name == "Bob Reyes");
        let bob = bob.unwrap().id;
        book.contacts
            .change(bob, |bob| notes.clone_into(&mut bob.notes));
        book
    };
    let here = with("Prefers mornings; asked twice about the churn figures of the spring.");
    let there =
        with("Prefers evenings. Since the move he takes the train at five, so never a late lunch.");
    merge(&base, &here, &there)
}

/// The demo, without the lunches that compete.
fn without_conflicts() -> Book {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let pairs = conflicts(&book, demo::ANCHOR);
    let competing: HashSet<_> = pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    for id in competing {
        book.invites.remove(id);
    }
    book
}
