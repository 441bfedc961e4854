//! The demo with one person more, who stands in every kind of record, and in what is noted of others.

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::book::{Unresolved, View};
use goodword::domain::contact::{Aim, Contact, ContactId, Importance, KnownPerson, Source, Tie};
use goodword::domain::decision::{Chosen, Decision, Subject};
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use goodword::domain::id::Id;
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::introduction::Introduction;
use goodword::domain::invite::{
    Assessment, Busy, CalendarEntry, Help, Invite, MoveOk, NextChance, Reply,
};
use goodword::domain::options::{self, Choice, Later, OptionSet};
use goodword::domain::promise::{Effort, EffortKind, Impact, Promise, State, Strength};
use goodword::store::demo;

/// What was planted, each in one kind of place; the demo says none of it.
pub(crate) const PLANTED: [&str; 19] = [
    "Zenobia",
    "Fairwinter",
    "Zenny",
    "zf@planted.example",
    "+99 555 0199",
    "planted-note",
    "planted-aim",
    "planted-promise",
    "planted-effort",
    "planted-blocker",
    "planted-talk",
    "planted-value",
    "planted-wrong",
    "planted-bad-faith",
    "planted-invite",
    "planted-purpose",
    "planted-question",
    "planted-reason",
    "planted-merge",
];

/// The number of the person's id, and of those of their records.
const NUMBER: u128 = 0xfeed;

pub(crate) fn id() -> ContactId {
    Id::from_u128(NUMBER)
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, day).unwrap()
}

/// Two people of the demo who stay.
pub(crate) fn others(book: &Book) -> (ContactId, ContactId) {
    let named = |name: &str| {
        book.contacts
            .iter()
            .find(|contact| contact.name == name)
            .unwrap()
            .id
    };
    (named("Dana Liu"), named("Bob Reyes"))
}

pub(crate) fn book() -> Book {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    book.contacts.put(person());
    promises(&mut book);
    meetings(&mut book);
    value_and_wrongs(&mut book);
    decisions(&mut book);
    among_others(&mut book);
    book
}

fn person() -> Contact {
    let aim = |number, text: &str| Aim {
        id: Id::from_u128(NUMBER + number),
        text: text.to_owned(),
        source: Source::TheySaid,
        importance: Importance::Useful,
        noted: day(1),
        closed: None,
    };
    Contact {
        id: id(),
        name: "Zenobia Fairwinter".to_owned(),
        nicknames: vec!["Zenny".to_owned()],
        emails: vec!["zf@planted.example".to_owned()],
        phones: vec!["+99 555 0199".to_owned()],
        problems: vec![aim(1, "planted-aim")],
        aspirations: vec![aim(2, "To be left alone")],
        notes: "planted-note".to_owned(),
        added: day(1),
        ..Contact::default()
    }
}

fn promises(book: &mut Book) {
    let promise = Promise {
        id: Id::from_u128(NUMBER),
        by: Party::Me,
        contact: id(),
        text: "planted-promise".to_owned(),
        kind: None,
        made: day(1),
        due: Some(day(28)),
        said: Strength::Promise,
        exact_words: String::new(),
        heard: None,
        impact: Impact::Much,
        minutes: None,
        state: State::Blocked {
            since: day(3),
            by: "planted-blocker".to_owned(),
        },
        efforts: vec![Effort {
            on: day(2),
            told: None,
            kind: EffortKind::Progress,
            text: "planted-effort".to_owned(),
        }],
        earlier_terms: Vec::new(),
        reopened_from: None,
    };
    book.promises.put(promise);
}

fn meetings(book: &mut Book) {
    let (dana, _) = others(book);
    let talk = |number, with, note: &str| Interaction {
        id: Id::from_u128(NUMBER + number),
        with,
        on: day(4),
        kind: InteractionKind::Call,
        two_way: true,
        note: note.to_owned(),
    };
    book.interactions.put(talk(1, vec![id()], "planted-talk"));
    book.interactions
        .put(talk(2, vec![id(), dana], "the two of them; zenobia led"));
    let invite = |number, with| Invite {
        id: Id::from_u128(NUMBER + number),
        with,
        host: Party::Them,
        title: "planted-invite with Zenny".to_owned(),
        start: day(29).and_hms_opt(12, 0, 0).unwrap(),
        end: day(29).and_hms_opt(13, 0, 0).unwrap(),
        zone: None,
        all_day: false,
        travel_minutes: 0,
        place: String::new(),
        asked_on: day(5),
        reply: Reply::Accepted,
        my_words: String::new(),
        heard_yes: None,
        yes_void: false,
        move_ok: MoveOk::Unknown,
        outcome: None,
        assessment: Some(Assessment {
            help: Some(Help::Useful),
            aim: Some(Id::from_u128(NUMBER + 1)),
            advances: vec![Id::from_u128(NUMBER)],
            next_chance: NextChance::Never,
            ..Assessment::default()
        }),
        asked_to_move: None,
        revision: 0,
        calendar: None,
    };
    book.invites.put(invite(1, vec![id()]));
    let calendar = CalendarEntry {
        uid: "42".to_owned(),
        sequence: 0,
        recurrence_id: None,
        organizer: Some("ZF@planted.example".to_owned()),
        attendee: None,
    };
    let shared = Invite {
        title: "With Dana too".to_owned(),
        calendar: Some(calendar.clone()),
        ..invite(2, vec![dana, id()])
    };
    book.busy.put(Busy {
        id: Id::from_u128(NUMBER + 100),
        start: shared.start,
        end: shared.end,
        calendar: Some(calendar),
    });
    book.invites.put(shared);
}

fn value_and_wrongs(book: &mut Book) {
    book.exchanges.put(Exchange {
        id: Id::from_u128(NUMBER),
        contact: id(),
        on: day(6),
        direction: Direction::Given,
        kind: ExchangeKind::Advice,
        size: Size::Small,
        horizon: Horizon::Months,
        note: "planted-value".to_owned(),
        from: Some(Id::from_u128(NUMBER)),
    });
    let incident = |number, kind, note: &str| Incident {
        id: Id::from_u128(NUMBER + number),
        contact: id(),
        about: Party::Them,
        kind,
        severity: Severity::Serious,
        on: day(7),
        noted: None,
        note: note.to_owned(),
        settled: None,
        acknowledged: None,
        made_right: None,
        from: Some(Id::from_u128(NUMBER + 1)),
    };
    book.incidents
        .put(incident(1, IncidentKind::Harmed, "planted-wrong"));
    book.incidents
        .put(incident(2, IncidentKind::BadFaith, "planted-bad-faith"));
    let (dana, _) = others(book);
    book.introductions.put(Introduction {
        id: Id::from_u128(NUMBER),
        requester: dana,
        target: id(),
        purpose: "planted-purpose".to_owned(),
        ..Introduction::default()
    });
}

fn decisions(book: &mut Book) {
    let choice = |text: &str| Choice {
        text: text.to_owned(),
        now: Help::Useful,
        later: Later::Useful,
        they_know: true,
        would_show: true,
        my_gain: String::new(),
    };
    let set = Id::from_u128(NUMBER);
    book.option_sets.put(OptionSet {
        id: set,
        contact: id(),
        on: day(8),
        question: "planted-question".to_owned(),
        options: vec![choice("one"), choice("other")],
    });
    let decision = |number, about, reason: &str| Decision {
        id: Id::from_u128(NUMBER + number),
        on: day(9),
        about,
        chosen: Chosen::A,
        untruth_needed_for: None,
        snapshot: None,
        followed_lean: None,
        reason: reason.to_owned(),
        told: None,
        message: "Dear Zenobia".to_owned(),
        review_on: None,
        review: None,
        told_to: vec![id()],
        knew: None,
        replaces: None,
        weighed: options::View::Long,
    };
    book.decisions
        .put(decision(1, Subject::Options(set), "planted-reason"));
    let mut others = book.invites.iter().filter(|invite| !invite.is_with(id()));
    let (one, other) = (others.next().unwrap().id, others.next().unwrap().id);
    drop(others);
    book.decisions.put(decision(
        2,
        Subject::Invites(one, other),
        "so that Fairwinter hears it first",
    ));
}

/// What stands in the records of others.
fn among_others(book: &mut Book) {
    let (dana, bob) = others(book);
    book.contacts.change(dana, |dana| {
        dana.notes
            .push_str(" Married to Zenobia Fairwinter, zf@planted.example.");
        dana.knows.push((KnownPerson::Contact(id()), Tie::Close));
    });
    book.contacts.change(bob, |bob| {
        bob.how_we_met.replace_range(.., "ZENNY brought him.");
        bob.knows.push((
            KnownPerson::Outside("zenobia fairwinter".to_owned()),
            Tie::Close,
        ));
    });
    let settings = std::sync::Arc::make_mut(&mut book.settings);
    settings.views.push(View {
        name: "All but Zenny".to_owned(),
        filter: "zenobia".to_owned(),
        ..View::default()
    });
    settings.not_the_same.push((dana, id()));
    let unresolved = |record: String, ours: &str| Unresolved {
        record,
        field: "notes".to_owned(),
        ours: ours.to_owned(),
        theirs: "Call Zenobia".to_owned(),
    };
    book.unresolved
        .push(unresolved(id().to_string(), "planted-merge"));
    book.unresolved
        .push(unresolved(dana.to_string(), "Fairwinter again"));
}
