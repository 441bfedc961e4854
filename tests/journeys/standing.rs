//! How it stands with a person: sentences on the page, and everything behind them one key away.

use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::incident::IncidentKind;

use super::desk::Desk;

#[test]
fn the_page_says_how_it_stands_and_i_says_why() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Bob Reyes").keys("Enter");
    desk.sees("How it stands")
        .sees("Not enough seen yet.")
        .sees("2 kept; the last in June.")
        .sees("You meant to talk every 91 days; it has been 100.")
        .sees("Most of what you gave Bob will still matter in a year.")
        .sees_not("%");
    desk.keys("i")
        .sees("Why · Bob Reyes")
        .sees("What you have seen from Bob")
        .sees("What you have shown Bob")
        .sees("good, 43 to 100 %, the middle 71 %, from 2 entries: 2 kept.")
        .sees("Thu 18 Jun  kept: Read the offer of the other vendor with him")
        .sees("Sat 14 Feb  kept: Show his leads how to read the support backlog");
    desk.keys("G").sees("Your notes, not a fact about Bob.");
    for close in ["Esc", "q", "i"] {
        desk.keys(close).sees_not("Why ·").sees("How it stands");
        desk.keys("i").sees("Why · Bob Reyes");
    }
}

#[test]
fn every_list_of_people_and_of_what_is_owed_leads_there() {
    let mut desk = Desk::demo();
    desk.goes_to("Bob Reyes").keys("i").sees("Why · Bob Reyes");
    desk.keys("Esc 3").goes_to("Comments on her deck").keys("i");
    desk.sees("Why · Cleo Ito").keys("Esc G");
    assert_eq!(desk.model.promises.selected(), None, "a heading is nobody");
    desk.keys("i").sees_not("Why ·");
    // On Lunch it shows the figures, as ever.
    desk.keys("4 i").sees_not("Why ·");
}

#[test]
fn the_page_follows_what_is_noted() {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to("Cleo Ito").keys("Enter");
    desk.sees("No word from you is overdue.");
    desk.keys("3")
        .goes_to("Comments on her deck")
        .keys("Space i");
    desk.sees("Thu 24 Sep  kept: Comments on her deck");
    desk.keys("Esc u i").sees_not("kept: Comments on her deck");
}

#[test]
fn of_somebody_new_nothing_is_claimed() {
    let mut book = Book::default();
    book.contacts.put(Contact {
        id: goodword::domain::id::Id::from_u128(7),
        name: "Ada Byron".to_owned(),
        added: "2026-09-20".parse().unwrap(),
        ..Contact::default()
    });
    let mut desk = Desk::with(&book);
    desk.keys("2 Enter")
        .sees("You know nothing yet of what Ada is working on.")
        .sees("You have seen  Not enough seen yet.")
        .sees("You have shown Not enough seen yet.")
        .sees("Nothing noted either way.")
        .sees_not("Silence")
        .sees_not("Expectations");
    desk.keys("i")
        .sees("You set no pace.")
        .sees("No promise of yours is open.")
        .sees("You noted nothing that you gave.")
        .sees("Your notes, not a fact about Ada.")
        .sees_not("%");
    // Nobody: the key does nothing.
    Desk::empty()
        .keys("2 i")
        .sees_not("Why ·")
        .keys("1 i 3 i")
        .sees_not("Why ·");
}

/// Two lunches at one time are about two people: neither is opened for both.
#[test]
fn a_row_about_two_people_opens_neither() {
    let mut desk = Desk::demo();
    desk.keys("1").goes_to("Carl or Kim").keys("i");
    desk.sees("That is for one person, and this row is about none or two")
        .sees_not("Why ·");
}

#[test]
fn a_guess_of_long_ago_is_marked() {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to("Bob Reyes").keys("e");
    desk.fills("Is solving", "?too few hands")
        .keys("Ctrl-s Enter");
    desk.sees("too few hands (your guess, Thu 24 Sep)");
    desk.wakes_on("2027-03-23")
        .sees("(your guess, Thu 24 Sep 2026)");
    desk.wakes_on("2027-03-24")
        .sees("(your old guess, Thu 24 Sep 2026)");
}

/// What is said where something was noted that no face shows: that it was, and where to read it.
#[test]
fn bad_faith_stands_behind_i_and_on_no_face() {
    let notes: Vec<(String, String)> = notes_of_bad_faith(Desk::demo().book());
    assert!(notes.len() >= 4);
    let mut desk = Desk::demo();
    desk.resize(160, 120);
    let mut faces = 0;
    for screen in ["1", "2", "3", "4"] {
        desk.keys(screen).keys("g g Enter Esc g g");
        for _ in 0..40 {
            for (_, note) in &notes {
                desk.sees_not(note);
            }
            desk.sees_not("bad faith");
            faces += 1;
            desk.keys(if screen == "4" { "]" } else { "Down" });
        }
    }
    assert_eq!(faces, 160);
    for (who, note) in &notes {
        desk.keys("2")
            .goes_to(who)
            .keys("i")
            .sees(note)
            .sees("bad faith");
        desk.keys("Esc");
    }
    desk.goes_to("Carl Voss")
        .sees("Something you noted speaks for care (i).");
    desk.goes_to("Tomasz Zielony")
        .sees("1 missed and told late, in March. Something else you noted stands behind i.");
}

/// The person, and how the note begins.
fn notes_of_bad_faith(book: &Book) -> Vec<(String, String)> {
    let incidents = book.incidents.iter();
    incidents
        .filter(|incident| incident.kind == IncidentKind::BadFaith)
        .map(|incident| {
            let who = &book.contacts.get(incident.contact).unwrap().name;
            let words: Vec<&str> = incident.note.split(' ').take(4).collect();
            (who.clone(), words.join(" "))
        })
        .collect()
}
