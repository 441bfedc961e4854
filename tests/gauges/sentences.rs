//! What the person's page says of each gauge.

use std::num::NonZeroU32;
use std::sync::Arc;

use goodword::domain::contact::Contact;
use goodword::domain::exchange::{Direction, Exchange, Horizon, Size};
use goodword::domain::incident::{Incident, IncidentKind, Party};
use goodword::domain::interaction::InteractionKind;
use goodword::domain::promise::{MissKind, Promise, State, Strength};
use goodword::domain::relationship::Relationship;
use goodword::domain::sentences::gauges::{
    expectations, kinds, lasting, seen, talk, value, waiting, without_value,
};
use goodword::domain::sentences::why::why;

use super::draw::{
    ago, and_incident, and_promise, bob, delivered, exchange, incident, promise, today,
    with_exchanges, with_promises,
};

fn silent(on: chrono::NaiveDate) -> State {
    State::Missed {
        on,
        kind: MissKind::Silent,
    }
}

/// "3 kept, 1 missed in silence; the last in June."
#[test]
fn conduct_in_counts() {
    let kept = [110, 200, 300].map(|days| promise(Party::Me, delivered(ago(days))));
    let between = and_promise(&with_promises(kept), promise(Party::Me, silent(ago(250))));
    let say = |between: &Relationship| seen(between, Party::Me, today());
    assert_eq!(
        say(&between),
        "3 kept, 1 missed in silence; the last in June."
    );
    assert_eq!(seen(&between, Party::Them, today()), "Not enough seen yet.");
    let one = with_promises([promise(Party::Me, delivered(ago(2)))]);
    assert_eq!(say(&one), "1 kept, this month. Not enough seen yet.");
    let old = with_promises([promise(Party::Me, delivered(ago(400)))]);
    assert_eq!(say(&old), "1 kept, in August 2025. Not enough seen yet.");
    let helped = incident(Party::Me, IncidentKind::Helped, ago(30));
    let twice = and_incident(&and_incident(&one, helped.clone()), helped);
    assert_eq!(say(&twice), "1 kept, helped twice; the last this month.");
}

#[test]
fn of_bad_faith_only_that_something_was_noted() {
    let lie = |days| incident(Party::Them, IncidentKind::BadFaith, ago(days));
    let say = |between: &Relationship| seen(between, Party::Them, today());
    let nothing = Relationship::default();
    let once = and_incident(&nothing, lie(10));
    assert_eq!(say(&once), "Something you noted stands behind i.");
    let twice = and_incident(&once, lie(20));
    assert_eq!(say(&twice), "Something you noted speaks for care (i).");
    let kept = and_promise(&once, promise(Party::Them, delivered(ago(40))));
    assert_eq!(
        say(&kept),
        "1 kept, in August. Something else you noted stands behind i."
    );
    assert_eq!(say(&and_incident(&nothing, lie(0))), "Not enough seen yet.");
}

#[test]
fn the_pace_in_a_sentence() {
    let meant = Contact {
        rhythm_days: NonZeroU32::new(91),
        ..bob()
    };
    let talked = |days| Relationship {
        interactions: vec![Arc::new(super::draw::talk(
            InteractionKind::Call,
            ago(days),
        ))],
        ..Relationship::default()
    };
    let say = |contact: &Contact, days| talk(contact, &talked(days), today());
    let late = "You meant to talk every 91 days; it has been 140.";
    assert_eq!(say(&meant, 140).unwrap(), late);
    let snoozed = Contact {
        snoozed_until: Some(ago(-11)),
        ..meant
    };
    assert_eq!(
        say(&snoozed, 140).unwrap(),
        format!("{late} Left alone until Mon 5 Oct.")
    );
    assert_eq!(say(&bob(), 140), None);
    assert_eq!(
        say(&bob(), 1_500).unwrap(),
        "You have not talked for 4 years."
    );
}

#[test]
fn value_never_asks_for_anything() {
    let of = |direction, days| exchange(direction, Size::Large, ago(days));
    let say = |exchanges: &[Exchange]| value(&with_exchanges(exchanges.to_vec()), today());
    let (given, received) = (Direction::Given, Direction::Received);
    assert_eq!(say(&[]), "Nothing noted either way.");
    let fine = "You noted more given than received this year. That is fine.";
    assert_eq!(say(&[of(given, 3)]), fine);
    let fine = "You noted more received than given this year. That is fine.";
    assert_eq!(say(&[of(received, 3), of(received, 5)]), fine);
    let before = "You noted more given than received. That is fine.";
    assert_eq!(say(&[of(given, 366), of(given, 366)]), before);
    let mutual = "All in all about as much given as received.";
    assert_eq!(say(&[of(given, 3), of(received, 3)]), mutual);
    let small = exchange(given, Size::Small, ago(3));
    assert_eq!(say(&[small]), "Little noted either way.");
    let between = with_exchanges([of(given, 3), of(given, 4)]);
    assert_eq!(kinds(&between, given, today()), "advice 2");
    assert_eq!(kinds(&between, received, today()), "");
}

#[test]
fn met_and_gave_nothing() {
    let lunches = (1..=4).map(|days| super::draw::talk(InteractionKind::Lunch, ago(days)));
    let mut between = Relationship {
        interactions: lunches.map(Arc::new).collect(),
        ..Relationship::default()
    };
    let say = |between: &Relationship| without_value(&bob(), between, today()).unwrap();
    assert_eq!(
        say(&between),
        "You met Bob 4 times and noted nothing that you gave."
    );
    between
        .exchanges
        .push(Arc::new(exchange(Direction::Given, Size::Small, ago(500))));
    assert_eq!(
        say(&between),
        "You met Bob 4 times this year and noted nothing that you gave."
    );
}

#[test]
fn silence_and_what_they_heard() {
    let open = |made, said| Promise {
        made: ago(made),
        said,
        ..promise(Party::Me, State::Open)
    };
    let bob = bob();
    let nothing = Relationship::default();
    assert_eq!(waiting(&bob, &nothing, today()), None);
    assert_eq!(expectations(&bob, &nothing), None);
    let clear = with_promises([open(3, Strength::Promise)]);
    assert_eq!(
        waiting(&bob, &clear, today()).unwrap(),
        "No word from you is overdue."
    );
    assert_eq!(
        expectations(&bob, &clear).unwrap(),
        "What you promised is clear."
    );
    let heard_more = Promise {
        heard: Some((Strength::Promise, ago(1))),
        ..open(20, Strength::Attempt)
    };
    let open = [
        open(15, Strength::Attempt),
        open(30, Strength::Explore),
        heard_more,
    ];
    let between = with_promises(open);
    assert_eq!(
        waiting(&bob, &between, today()).unwrap(),
        "Bob has waited 30 days without a word from you; you allow yourself 14."
    );
    assert_eq!(
        expectations(&bob, &between).unwrap(),
        "Of 2 promises you have not checked what Bob heard and of 1 promise Bob heard more than you said."
    );
}

#[test]
fn what_will_still_matter() {
    let say = |horizon| {
        let gift = Exchange {
            horizon,
            ..exchange(Direction::Given, Size::Medium, ago(2))
        };
        lasting(&bob(), &with_exchanges([gift]), today()).unwrap()
    };
    let rest = "of what you gave Bob will still matter in a year.";
    assert_eq!(say(Horizon::Years), format!("Most {rest}"));
    assert_eq!(say(Horizon::Months), format!("About half {rest}"));
    assert_eq!(say(Horizon::Days), format!("Little {rest}"));
    assert_eq!(lasting(&bob(), &Relationship::default(), today()), None);
}

/// The entries stand latest first, and what is of today about them says that it waits.
#[test]
fn the_entries_behind_it() {
    let lie = |days| incident(Party::Them, IncidentKind::BadFaith, ago(days));
    let kept = promise(Party::Them, delivered(ago(40)));
    let between = [lie(90), lie(0), lie(10)]
        .into_iter()
        .fold(with_promises([kept]), |between, lie| {
            and_incident(&between, lie)
        });
    let gauges = why(&bob(), &between, today());
    let entries: Vec<String> = gauges[0]
        .entries
        .iter()
        .map(|entry| entry.text.clone())
        .collect();
    assert_eq!(
        entries,
        [
            "bad faith: in the spring (counts from the day after)",
            "bad faith: in the spring",
            "kept: figures for the board",
            "bad faith: in the spring",
        ]
    );
    assert!(
        gauges[0]
            .entries
            .is_sorted_by_key(|entry| std::cmp::Reverse(entry.on))
    );
    assert_eq!(gauges[0].title, "What you have seen from Bob");
    assert_eq!(gauges[1].title, "What you have shown Bob");
    assert!(gauges[1].entries.is_empty());
}

/// What I did is made right, by me; what they did is settled between us, which says nothing of who put it right.
#[test]
fn the_words_for_conduct_are_chosen_by_whose_it_was() {
    let day = Some(ago(5));
    let mine = Incident {
        made_right: day,
        ..incident(Party::Me, IncidentKind::Harmed, ago(30))
    };
    let theirs = Incident {
        settled: day,
        ..incident(Party::Them, IncidentKind::Harmed, ago(30))
    };
    let told = State::Missed {
        on: ago(20),
        kind: MissKind::Shown,
    };
    let between = [Party::Me, Party::Them].map(|by| promise(by, told.clone()));
    let between = and_incident(&and_incident(&with_promises(between), mine), theirs);
    let say = |about| seen(&between, about, today());
    assert_eq!(
        say(Party::Me),
        "1 missed with the effort shown, did harm once and put it right; the last this month. Not enough seen yet."
    );
    assert_eq!(
        say(Party::Them),
        "1 missed and told in time, did harm once (settled since); the last this month. Not enough seen yet."
    );
    let all: Vec<String> = why(&bob(), &between, today())
        .into_iter()
        .flat_map(|gauge| gauge.entries)
        .map(|entry| entry.text)
        .collect();
    let all = all.join("\n");
    for text in ["harm, made right since", "harm, settled since"] {
        assert_eq!(all.matches(text).count(), 1, "{text} in:\n{all}");
    }
}
