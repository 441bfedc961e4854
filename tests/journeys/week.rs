//! A working week at the keyboard: three lunches, a double booking, five promises, a fair with twelve new people. What it
//! costs in keys and questions is counted, because whoever has to feed a program leaves it.

use goodword::app::modal::Modal;

use super::desk::Desk;

/// The most keys that the week may cost.
const MOST_KEYS: usize = 1500;

/// The most questions that may stand in the way of what was asked for.
const MOST_QUESTIONS: usize = 10;

/// Somebody at the keyboard, and what it has cost them so far.
struct Week {
    desk: Desk,
    keys: usize,
    questions: usize,
}

impl Week {
    /// Presses keys one by one.
    #[track_caller]
    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.press(|desk| {
                desk.keys(key);
            });
        }
        self
    }

    /// A line: `a`, the words, Enter.
    #[track_caller]
    fn notes(&mut self, line: &str) -> &mut Self {
        self.keys("a").types(line).keys("Enter")
    }

    #[track_caller]
    fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.press(|desk| {
                desk.types(&letter.to_string());
            });
        }
        self
    }

    /// A key; a menu that was not there before is a question.
    #[track_caller]
    fn press(&mut self, key: impl FnOnce(&mut Desk)) {
        let asks = |desk: &Desk| matches!(desk.model.modal, Some(Modal::Menu(_)));
        let before = asks(&self.desk);
        key(&mut self.desk);
        self.keys += 1;
        self.questions += usize::from(asks(&self.desk) && !before);
    }

    #[track_caller]
    fn sees(&mut self, text: &str) -> &mut Self {
        self.desk.sees(text);
        self
    }

    fn wakes_on(&mut self, day: &str) -> &mut Self {
        self.desk.wakes_on(day);
        self.sees("Waiting for you")
    }
}

#[test]
fn a_working_week_costs_few_keys_and_hardly_a_question() {
    let mut week = Week {
        desk: Desk::kept_demo(),
        keys: 0,
        questions: 0,
    };
    monday(&mut week);
    tuesday(&mut week);
    at_the_fair(&mut week);
    thursday(&mut week);
    friday(&mut week);
    let Week {
        keys, questions, ..
    } = week;
    eprintln!("a working week: {keys} keys, {questions} questions");
    assert!(keys <= MOST_KEYS, "{keys} keys");
    assert!(questions <= MOST_QUESTIONS, "{questions} questions");
}

/// Two lunches are agreed on, and a third one wants the hour of the second.
fn monday(week: &mut Week) {
    week.wakes_on("2026-10-12")
        .notes("yes ana lunch tue 12:30 at Lumen");
    week.sees("Tue 13 Oct");
    week.notes("yes kim lunch thu 12:30 at Merz")
        .sees("Thu 15 Oct");
    week.notes("lunch tomasz thu 12:30").sees("Thu 15 Oct");
    week.notes("promise ana market figures by tue")
        .sees("market figures");
    week.notes("tomasz is solving: his press stands still until a part comes");
}

/// The first lunch, and what came of it; the double booking is decided.
fn tuesday(week: &mut Week) {
    week.wakes_on("2026-10-13");
    week.notes(
        "met ana: she is solving the lost tender; gave advice pricing; promise intro to Lea by fri",
    );
    week.sees("noted: 4 things");
    week.notes("done ana market figures");
    let book = week.desk.book().clone();
    let figures = book
        .promises
        .iter()
        .find(|one| one.text == "market figures");
    assert!(figures.is_some_and(|one| !one.is_owed()), "it is ticked");
    decide(week);
}

/// Both answers, the decision, and the message to the one who is to hear.
fn decide(week: &mut Week) {
    week.keys("4");
    while !week.desk.screen().contains("Thu 15 Oct 12:30") {
        week.keys("]");
    }
    week.keys("e 3 l 2 Ctrl-s").sees("You told Kim yes");
    week.keys("Enter Enter").sees("To Tomasz");
    week.keys("y t");
    assert_eq!(week.desk.copied.len(), 1);
    week.keys("1");
}

/// Twelve people, a line each.
fn at_the_fair(week: &mut Week) {
    week.wakes_on("2026-10-14").notes("at Expo Real:");
    for card in [
        "Nora Feld, Baltik Holz: timber",
        "Luis Prado, Prado Arq: fees",
        "Mei Tan, Skyline: tenants",
        "Omar Aziz, Delta: cranes",
        "Ines Roth, Roth AG: loans",
        "Pavel Novy, Stavo: permits",
        "Aiko Mori, Mori: glass",
        "Tess Hale, Hale Co: heating",
        "Igor Vlk, Vlk: concrete",
        "Ruth Abel, Abel: law",
        "Jan Smit, Smit: lifts",
        "Eva Lund, Lund: surveys",
    ] {
        week.types(card).sees("New: ").keys("Enter");
    }
    week.types("promise nora price list by mon").keys("Enter");
    week.types("promise luis two names by fri")
        .keys("Enter Esc");
    week.notes("at:");
    assert_eq!(
        week.desk
            .book()
            .contacts
            .iter()
            .filter(|one| one.name == "Mei Tan")
            .count(),
        1
    );
}

/// The second lunch; one promise is stuck, and they hear of it.
fn thursday(week: &mut Week) {
    week.wakes_on("2026-10-15");
    week.notes("met kim: mediation in Graz; gave intro Ravi; promise reading list by fri");
    week.notes("tried ana intro: Lea travels until Monday");
    week.notes("told ana intro: Lea is back on Monday")
        .sees("told");
}

/// What is due is delivered and ticked.
fn friday(week: &mut Week) {
    week.wakes_on("2026-10-16");
    week.notes("done kim reading list").notes("done luis names");
    week.notes("met tomasz: the part came; gave knowledge a second supplier");
    week.keys("3");
    let open = week
        .desk
        .book()
        .promises
        .iter()
        .filter(|one| one.is_owed_by_me())
        .count();
    week.desk.goes_to("price list");
    week.keys("Space").sees("delivered");
    let left = week
        .desk
        .book()
        .promises
        .iter()
        .filter(|one| one.is_owed_by_me())
        .count();
    assert_eq!(left + 1, open);
    week.keys("1");
}
