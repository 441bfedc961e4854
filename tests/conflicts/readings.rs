//! What is read of each invite, and which untruth was noted about a pair.

use std::num::NonZeroU32;

use chrono::TimeDelta;
use goodword::domain::comparison::{Side, Wait};
use goodword::domain::conflict::{has_my_word, untruth};
use goodword::domain::contact::{Aim, Contact, Importance, Source};
use goodword::domain::id::Id;
use goodword::domain::incident::Party;
use goodword::domain::invite::{Assessment, Invite, MoveOk, NextChance, Reply};
use goodword::domain::promise::{Promise, State};

use super::{assessed, book, lunch, pair, person, promise_to, read, today};

/// Said yes, or a maybe that they may have taken for one, or invited them; unless they let me off, or my yes was to
/// something else.
#[test]
fn who_has_my_word() {
    use Reply::{Accepted, Declined, NeedsAction, Tentative};
    let (me, them) = (Party::Me, Party::Them);
    for (reply, heard_yes, host, has) in [
        (Accepted, None, them, true),
        (Accepted, Some(false), them, true),
        (Tentative, None, them, true),
        (Tentative, Some(true), them, true),
        (Tentative, Some(false), them, false),
        (Tentative, Some(false), me, true),
        (NeedsAction, Some(true), them, false),
        (NeedsAction, None, me, true),
        (Declined, None, them, false),
    ] {
        let invite = Invite {
            reply,
            heard_yes,
            host,
            ..lunch(1)
        };
        assert_eq!(
            has_my_word(&invite),
            has,
            "{reply:?} {heard_yes:?} {host:?}"
        );
        for (move_ok, yes_void, stands) in [
            (MoveOk::TheySaidHard, false, has),
            (MoveOk::TheySaidFine, false, false),
            (MoveOk::Unknown, true, false),
        ] {
            let invite = Invite {
                move_ok,
                yes_void,
                ..invite.clone()
            };
            assert_eq!(has_my_word(&invite), stands, "{move_ok:?} {yes_void}");
        }
    }
}

/// Only a promise of mine, to somebody at the table, gives the hour a claim; and one due that very day is a word given.
#[test]
fn which_promises_an_hour_moves() {
    let on_the_day = lunch(1).day();
    for (by, to, due, state, word, given) in [
        (Party::Me, 1, Some(on_the_day), State::Open, 1000, true),
        (Party::Them, 1, Some(on_the_day), State::Open, 0, false),
        (Party::Me, 2, Some(on_the_day), State::Open, 0, false),
        (
            Party::Me,
            1,
            Some(on_the_day + TimeDelta::days(1)),
            State::Open,
            1000,
            false,
        ),
        (Party::Me, 1, None, State::Open, 500, false),
        (
            Party::Me,
            1,
            Some(on_the_day),
            State::Released { on: today() },
            0,
            false,
        ),
    ] {
        let promise = Promise {
            id: Id::from_u128(5),
            contact: Id::from_u128(to),
            by,
            due,
            state,
            ..promise_to(1)
        };
        let moved = Assessment {
            advances: vec![promise.id],
            ..Assessment::default()
        };
        let mut book = book([]);
        book.promises.put(promise.clone());
        book.contacts.put(person(1));
        let read = read(&book, &assessed(moved));
        assert_eq!((read.word, read.word_given), (word, given), "{promise:?}");
        // An hour that does not move it knows nothing of it.
        let read = self::read(&book, &assessed(Assessment::default()));
        assert_eq!((read.word, read.word_given), (0, false));
    }
}

/// Of an aim only while it is theirs and open; of several at one table the highest claim, and any line drawn.
#[test]
fn what_is_read_of_those_at_the_table() {
    let aim = |closed| Aim {
        id: Id::from_u128(9),
        text: "find a lead".to_owned(),
        source: Source::TheySaid,
        importance: Importance::Useful,
        noted: today(),
        closed,
    };
    let serving = Assessment {
        aim: Some(Id::from_u128(9)),
        ..Assessment::default()
    };
    for (closed, linked) in [(None, true), (Some(today()), false)] {
        let mut book = book([]);
        book.contacts.put(Contact {
            problems: vec![aim(closed)],
            ..person(1)
        });
        assert_eq!(read(&book, &assessed(serving.clone())).aim_linked, linked);
        assert!(!read(&book, &assessed(Assessment::default())).aim_linked);
    }
    let mut book = book([]);
    book.contacts.put(Contact {
        rhythm_days: NonZeroU32::new(10),
        ..person(1)
    });
    book.contacts.put(Contact {
        boundary: true,
        ..person(2)
    });
    let mut both = lunch(1);
    both.with.push(Id::from_u128(2));
    let together = read(&book, &both);
    assert_eq!((together.rhythm, together.boundary), (500, true));
    assert!(!read(&book, &lunch(1)).boundary);
}

/// The next chance counts from the hour itself; one that lies before it is no wait at all.
#[test]
fn how_long_they_would_wait() {
    for (next_chance, wait) in [
        (NextChance::Unknown, Wait::Unknown),
        (NextChance::Never, Wait::Never),
        (NextChance::In(10), Wait::Days(10)),
        (
            NextChance::On(lunch(1).day() + TimeDelta::days(6)),
            Wait::Days(6),
        ),
        (
            NextChance::On(lunch(1).day() - TimeDelta::days(6)),
            Wait::Days(0),
        ),
    ] {
        let known = Assessment {
            next_chance,
            ..Assessment::default()
        };
        assert_eq!(read(&book([]), &assessed(known)).wait, wait);
    }
}

#[test]
fn an_untruth_needed_on_one_side_is_told_and_one_on_both_tells_nothing() {
    for (of_one, of_other, noted) in [
        (false, false, None),
        (true, false, Some(Side::A)),
        (false, true, Some(Side::B)),
        (true, true, None),
    ] {
        let invite = |number, needs_untruth| Invite {
            assessment: Some(Assessment {
                needs_untruth,
                ..Assessment::default()
            }),
            ..lunch(number)
        };
        let book = book([invite(1, of_one), invite(2, of_other)]);
        assert_eq!(untruth(&book, pair(1, 2)), noted);
    }
}
