//! An introduction in words: how far it has come, whom it waits for, what comes next.

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::dates::{days, relative, short};
use crate::domain::introduction::{Introduction, IntroductionStatus, Step};
use crate::domain::network::{Waiting, asks_how_it_went};
use crate::domain::sentences::facts::{Facts, Tone};
use crate::domain::sentences::promise::due;
use crate::domain::sentences::{counted, first_name, name};

/// "Eve to Max": by their first names.
#[must_use]
pub fn pair(book: &Book, wish: &Introduction) -> String {
    let [one, other] = [wish.requester, wish.target].map(|id| first_name(book, id));
    format!("{one} to {other}")
}

/// The part of the board.
#[must_use]
pub const fn status(status: IntroductionStatus) -> &'static str {
    match status {
        IntroductionStatus::Idea => "Idea: nobody asked yet",
        IntroductionStatus::Asking => "Asking: one yes is missing, or both",
        IntroductionStatus::Agreed => "Agreed: both said yes",
        IntroductionStatus::Made => "Made: not followed up",
        IntroductionStatus::Closed | IntroductionStatus::Declined => "Over",
    }
}

/// What a step says that happened.
#[must_use]
pub fn step(book: &Book, wish: &Introduction, step: Step) -> String {
    let [one, other] = [wish.requester, wish.target].map(|id| first_name(book, id));
    match step {
        Step::AskRequester => format!("you asked {one}"),
        Step::YesOfRequester => format!("{one} said yes"),
        Step::AskTarget => format!("you asked {other}"),
        Step::YesOfTarget => format!("{other} said yes"),
        Step::Make => "you introduced them".to_owned(),
        Step::FollowUp => format!("you asked {one} how it went"),
    }
}

/// Why the two cannot be connected yet, or not again.
#[must_use]
pub fn not_yet(book: &Book, wish: &Introduction, today: NaiveDate) -> String {
    let [one, other] = [wish.requester, wish.target].map(|id| first_name(book, id));
    let pair = pair(book, wish);
    let on = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| short(day, today));
    match wish.next_step() {
        _ if wish.is_made() => {
            format!("You introduced {pair} on {}: it counts once", on(wish.made))
        }
        None => format!("{pair}: one of them said no on {}", on(wish.declined)),
        Some(Step::AskRequester) => waits(&format!("{one} is not asked yet")),
        Some(Step::YesOfRequester) => waits(&format!("{one} has not said yes")),
        Some(Step::AskTarget) => waits(&format!("{other} is not asked yet")),
        Some(Step::YesOfTarget) => waits(&format!("{other} has not said yes")),
        Some(Step::Make | Step::FollowUp) => {
            let yes = wish.yes_requester.max(wish.yes_target);
            format!("{pair}: the second yes came on {}", on(yes))
        }
    }
}

/// What is said where the same two are to be introduced once more.
#[must_use]
pub fn under_way(book: &Book, wish: &Introduction, today: NaiveDate) -> String {
    let (pair, state) = (pair(book, wish), state(book, wish, today));
    format!("An introduction of {pair} is under way ({state}), on Network")
}

fn waits(for_whom: &str) -> String {
    format!("{for_whom}: nobody is introduced before both said yes")
}

/// At the end of its row: whom it waits for, and since when.
#[must_use]
pub fn state(book: &Book, wish: &Introduction, today: NaiveDate) -> String {
    let [one, other] = [wish.requester, wish.target].map(|id| first_name(book, id));
    let since = |day: NaiveDate| {
        let waits = today.signed_duration_since(day).num_days().max(0);
        match waits {
            0 => "today".to_owned(),
            waits => days(waits),
        }
    };
    match (wish.status(), wish.next_step(), wish.unanswered()) {
        (IntroductionStatus::Declined, ..) => "a no".to_owned(),
        (IntroductionStatus::Closed, ..) | (_, None, _) => "closed".to_owned(),
        (_, Some(Step::AskRequester), _) => format!("ask {one}"),
        (_, Some(Step::YesOfRequester), [Some(day), _]) => format!("{one}: {}", since(day)),
        (_, Some(Step::AskTarget), _) => format!("ask {other}"),
        (_, Some(Step::YesOfTarget), [_, Some(day)]) => format!("{other}: {}", since(day)),
        (_, Some(Step::Make), _) => "connect them".to_owned(),
        (_, Some(Step::FollowUp), _) if asks_how_it_went(wish, today) => {
            "how did it go?".to_owned()
        }
        (_, Some(Step::FollowUp), _) => {
            let made = wish
                .made
                .map_or_else(String::new, |day| relative(day, today));
            format!("made {made}")
        }
        _ => "waits for a yes".to_owned(),
    }
}

/// What waits for me among all introductions, in one sentence.
#[must_use]
pub fn headline(waiting: Waiting, book: &Book, today: NaiveDate) -> String {
    let wish = |id| book.introductions.get(id);
    let names = |id| {
        let people = wish(id).map(|wish| [wish.requester, wish.target]);
        people.map(|people| people.map(|id| first_name(book, id)))
    };
    match waiting {
        Waiting::Nothing => "No introduction waits.".to_owned(),
        Waiting::Make(id) => {
            let [one, other] = names(id).unwrap_or_default();
            format!("{one} and {other} both said yes: introduce them.")
        }
        Waiting::Answer(who, day) => {
            let (who, ago) = (first_name(book, who), relative(day, today));
            format!("You asked {who} {ago}; there is no answer yet.")
        }
        Waiting::FollowUp(id) => {
            let made = wish(id).and_then(|wish| wish.made);
            let ago = made.map(|day| relative(day, today)).unwrap_or_default();
            let [one, other] = names(id).unwrap_or_default();
            format!("You introduced {one} to {other} {ago}. How did it go?")
        }
        Waiting::Asking(1) => "One introduction waits for you to ask.".to_owned(),
        Waiting::Asking(some) => format!("{} wait for you to ask.", counted(some, "introduction")),
    }
}

/// Everything about it.
#[must_use]
pub fn facts(book: &Book, wish: &Introduction, today: NaiveDate) -> Facts {
    let mut facts = Facts::default();
    match wish.purpose.as_str() {
        "" => facts.sentence("What it is for is not written down.", Tone::Mild),
        purpose => facts.sentence(purpose, Tone::Strong),
    }
    facts.gap();
    consent(
        &mut facts,
        "Wants it",
        name(book, wish.requester),
        today,
        [wish.asked_requester, wish.yes_requester],
        wish,
    );
    consent(
        &mut facts,
        "To meet",
        name(book, wish.target),
        today,
        [wish.asked_target, wish.yes_target],
        wish,
    );
    let other = first_name(book, wish.target);
    match wish.good_for_target.as_str() {
        "" => {
            let missing = format!("nothing written: why is it good for {other} too?");
            facts.fact("Good for both", &missing, Tone::Mild);
        }
        good => facts.fact("Good for both", good, Tone::Plain),
    }
    if let Some(promise) = wish.promise.and_then(|id| book.promises.get(id)) {
        let text = format!("{} ({})", promise.text, due(promise, today));
        facts.fact("Your promise", &text, Tone::Plain);
    }
    let on = |day: Option<NaiveDate>| {
        day.map_or_else(String::new, |day| {
            format!("{}, {}", short(day, today), relative(day, today))
        })
    };
    let made = wish.made.filter(|_| wish.is_made());
    facts.fact("Introduced", &on(made), Tone::Plain);
    facts.fact(
        "Followed up",
        &on(wish.followed_up.filter(|_| wish.is_made())),
        Tone::Plain,
    );
    facts.fact("A no", &on(wish.declined), Tone::Plain);
    facts.fact("Next", &next(book, wish), Tone::Plain);
    facts
}

/// When one of them was asked, and what they said.
fn consent(
    facts: &mut Facts,
    label: &'static str,
    who: &str,
    today: NaiveDate,
    [asked, yes]: [Option<NaiveDate>; 2],
    wish: &Introduction,
) {
    let (said, tone) = match (asked, yes) {
        (Some(asked), Some(yes)) if asked != yes => {
            let (asked, yes) = (short(asked, today), short(yes, today));
            (format!("asked {asked}, said yes {yes}"), Tone::Plain)
        }
        (_, Some(yes)) => (format!("said yes {}", short(yes, today)), Tone::Plain),
        (Some(asked), None) if wish.declined.is_none() => {
            let ago = relative(asked, today);
            let asked = short(asked, today);
            (format!("asked {asked}, {ago}; no answer yet"), Tone::Mild)
        }
        (Some(asked), None) => (format!("asked {}", short(asked, today)), Tone::Plain),
        (None, None) => ("not asked".to_owned(), Tone::Dim),
    };
    facts.fact(label, &format!("{who}: {said}"), tone);
}

/// What comes next; nothing where it is over.
#[must_use]
pub fn next(book: &Book, wish: &Introduction) -> String {
    let [one, other] = [wish.requester, wish.target].map(|id| first_name(book, id));
    match wish.next_step() {
        None => String::new(),
        Some(Step::AskRequester) => format!("ask {one}"),
        Some(Step::YesOfRequester) => format!("the answer of {one}, a yes or a no"),
        Some(Step::AskTarget) => format!("ask {other} too"),
        Some(Step::YesOfTarget) => format!("the answer of {other}, a yes or a no"),
        Some(Step::Make) => "introduce them".to_owned(),
        Some(Step::FollowUp) => format!("ask {one} how it went"),
    }
}
