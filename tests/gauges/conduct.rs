//! The worked cases of trust.

use chrono::Weekday;

use super::doubt;
use goodword::domain::Book;
use goodword::domain::incident::{Incident, IncidentKind, Party};
use goodword::domain::load::Lead;
use goodword::domain::promise::{MissKind, Promise, State, Step};
use goodword::domain::relationship::Relationship;
use goodword::domain::sentences::why::range;
use goodword::domain::trust::{Conduct, Evidence, Facet, Opinion, Seen, Word};
use goodword::domain::week::Week;

use super::draw::{
    ago, and_incident, and_promise, delivered, incident, promise, today, told, with_promises,
};

fn integrity(between: &Relationship, about: Party) -> Opinion {
    Seen::of(between, about, today()).facet(Facet::Integrity)
}

/// Middle and range, in whole per cent.
fn measured(between: &Relationship) -> String {
    let opinion = integrity(between, Party::Them);
    let [least, most] = opinion.range().map(|share| share * 100.0);
    format!("{:.0} [{least:.0}..{most:.0}]", opinion.mean() * 100.0)
}

fn missed(kind: MissKind) -> Promise {
    promise(Party::Them, State::Missed { on: today(), kind })
}

fn lie(days: i64) -> Incident {
    incident(Party::Them, IncidentKind::BadFaith, ago(days))
}

#[test]
fn the_measured_cases() {
    let nothing = Relationship::default();
    assert_eq!(measured(&nothing), "50 [0..100]");
    let shown = with_promises([missed(MissKind::Shown)]);
    assert_eq!(measured(&shown), "40 [0..80]");
    let told_late = with_promises([missed(MissKind::ToldLate)]);
    assert_eq!(measured(&told_late), "33 [0..67]");
    let silent = with_promises([missed(MissKind::Silent)]);
    assert_eq!(measured(&silent), "25 [0..50]");
    assert_eq!(measured(&and_incident(&nothing, lie(1))), "20 [0..40]");
    assert_eq!(measured(&and_incident(&nothing, lie(30))), "20 [0..41]");
    // Half of a lie never fades.
    assert_eq!(
        measured(&and_incident(&nothing, lie(8 * 365))),
        "29 [0..57]"
    );
    assert_eq!(
        measured(&and_incident(&nothing, lie(80 * 365))),
        "29 [0..57]"
    );
}

/// That they say so makes nothing of it better, and is no second delivery.
#[test]
fn a_confirmed_promise_counts_as_it_was_kept() {
    let late = Promise {
        due: Some(ago(20)),
        ..promise(Party::Me, delivered(ago(10)))
    };
    let confirmed = late.after(Step::Confirm, today()).unwrap();
    let counted = |one: &Promise| {
        let between = with_promises([one.clone()]);
        let seen = Seen::of(&between, Party::Me, today());
        let seen: Vec<_> = seen
            .evidence
            .iter()
            .map(|one| (one.on, one.conduct))
            .collect();
        let mut book = Book::default();
        book.promises.put(one.clone());
        (
            seen,
            [ago(10), today()].map(|day| Week::of(&book, day, Weekday::Mon)),
            [ago(10), today(), ago(-50)].map(|day| Lead::of(&book, day)),
        )
    };
    assert_eq!(counted(&late).0, [(ago(10), Conduct::KeptLate)]);
    assert_eq!(counted(&confirmed), counted(&late));
    // Of one that a file holds without that day nothing is known but that it was kept.
    let on = ago(10);
    let unknown = State::Confirmed {
        on,
        delivered: None,
    };
    let unknown = Promise {
        state: unknown,
        ..late
    };
    assert_eq!(counted(&unknown).0, [(on, Conduct::Kept)]);
}

#[test]
fn a_lie_and_four_kept() {
    let kept = [40, 30, 20, 10].map(|days| promise(Party::Them, delivered(ago(days))));
    let between = and_incident(&with_promises(kept), lie(200));
    assert_eq!(measured(&between), "58 [46..70]");
    let opinion = integrity(&between, Party::Them);
    assert_eq!(
        range(&opinion),
        "mixed, 46 to 70 %, the middle 58 %, from 5 entries"
    );
}

#[test]
fn the_words_and_where_they_begin() {
    let kept = |number: usize| (0..number).map(|_| promise(Party::Them, delivered(today())));
    let word = |between: &Relationship| integrity(between, Party::Them).word();
    // 4 of 5, 3 of 5, 1 of 2.5, 1 of 4.
    assert_eq!(word(&with_promises(kept(3))), Word::Solid);
    assert_eq!(word(&with_promises(kept(2))), Word::Good);
    let good = with_promises(kept(2).chain([missed(MissKind::ToldLate)]));
    assert_eq!(word(&good), Word::Good);
    assert_eq!(word(&Relationship::default()), Word::Mixed);
    assert_eq!(word(&with_promises([missed(MissKind::Shown)])), Word::Mixed);
    assert_eq!(
        word(&with_promises([missed(MissKind::Silent)])),
        Word::Strained
    );
}

#[test]
fn good_fades_by_half_in_a_year_and_bad_in_two() {
    let of = |one: Promise| {
        let opinion = integrity(&with_promises([one]), Party::Them);
        (
            opinion.belief() / opinion.unknown(),
            (doubt(&opinion) / opinion.unknown() * 1e6).round() / 1e6,
        )
    };
    // By the two that are added: half of one kept promise is a quarter of them.
    assert_eq!(of(promise(Party::Them, delivered(ago(365)))), (0.25, 0.0));
    let silent = |days| {
        promise(
            Party::Them,
            State::Missed {
                on: ago(days),
                kind: MissKind::Silent,
            },
        )
    };
    assert_eq!(of(silent(730)), (0.0, 0.5));
    assert_eq!(of(silent(0)), (0.0, 1.0));
    // What lies ahead counts like today.
    assert_eq!(of(silent(-100)), (0.0, 1.0));
}

#[test]
fn made_right_is_half_a_miss_from_its_own_day() {
    let missed = MissKind::Silent;
    let state = State::MadeRight {
        on: today(),
        missed,
    };
    let right = promise(Party::Them, state.clone());
    assert_eq!(measured(&with_promises([right])), "33 [0..67]");
    let long_due = Promise {
        due: Some(ago(730)),
        ..promise(Party::Them, state)
    };
    assert_eq!(measured(&with_promises([long_due])), "40 [0..80]");
}

#[test]
fn settled_lifts_the_care_and_not_what_was_seen() {
    let settled = Incident {
        settled: Some(today()),
        ..lie(100)
    };
    let nothing = Relationship::default();
    let plain = and_incident(&and_incident(&nothing, lie(100)), lie(100));
    let after = and_incident(&and_incident(&nothing, lie(100)), settled);
    assert!(plain.trust_caution(today()) && !after.trust_caution(today()));
    assert_eq!(measured(&plain), measured(&after));
    // A harm that was settled, or that I made right, counts half.
    let harm = incident(Party::Them, IncidentKind::Harmed, ago(1));
    let goodwill = |incident: Incident, about| {
        let between = and_incident(&nothing, incident);
        doubt(&Seen::of(&between, about, ago(-1)).facet(Facet::Goodwill))
    };
    let whole = goodwill(harm.clone(), Party::Them);
    let settled = Incident {
        settled: Some(today()),
        ..harm.clone()
    };
    let mine = Incident {
        about: Party::Me,
        made_right: Some(today()),
        ..harm
    };
    assert!(goodwill(settled.clone(), Party::Them) < whole);
    assert_eq!(
        goodwill(settled, Party::Them).to_bits(),
        goodwill(mine, Party::Me).to_bits()
    );
}

#[test]
fn late_and_told_in_time_is_kept() {
    let due = ago(10);
    let of = |by, delivered_on, told_on: Option<i64>| {
        let one = Promise {
            due: Some(due),
            efforts: told_on.map(|days| told(ago(days))).into_iter().collect(),
            ..promise(by, delivered(ago(delivered_on)))
        };
        let between = with_promises([one]);
        let seen = Seen::of(&between, by, today());
        seen.evidence[0].conduct
    };
    let me = Party::Me;
    assert_eq!(of(me, 11, None), Conduct::Kept);
    assert_eq!(of(me, 10, None), Conduct::Kept, "on its day is in time");
    assert_eq!(of(me, 9, Some(11)), Conduct::Kept, "told the day before");
    assert_eq!(
        of(me, 9, Some(10)),
        Conduct::KeptLate,
        "told on the day is late"
    );
    assert_eq!(of(me, 9, None), Conduct::KeptLate);
    // What they told me is not kept in the book.
    assert_eq!(of(Party::Them, 9, None), Conduct::Kept);
    // As bad as a miss told late, halved: a miss of which they saw the effort.
    let late = Promise {
        due: Some(ago(1)),
        ..promise(me, delivered(today()))
    };
    let late = integrity(&with_promises([late]), me);
    assert!((late.mean() - 0.4).abs() < 1e-9);
}

#[test]
fn no_promise_counts_before_its_end_nor_when_let_off() {
    let on = today();
    let states = [
        State::Open,
        State::Blocked {
            since: on,
            by: "Max".to_owned(),
        },
        State::Released { on },
        State::Withdrawn { on },
    ];
    for state in states {
        let between = with_promises([promise(Party::Me, state)]);
        assert!(Seen::of(&between, Party::Me, today()).evidence.is_empty());
    }
}

#[test]
fn two_entries_for_a_word_but_one_lie() {
    let nothing = Relationship::default();
    let enough = |between: &Relationship| {
        let seen = Seen::of(between, Party::Them, today());
        seen.headline().map(|(facet, _)| facet)
    };
    let kept = and_promise(&nothing, promise(Party::Them, delivered(ago(4_000))));
    assert_eq!(enough(&kept), None);
    // Counted, and not weighed by age.
    let twice = and_promise(&kept, promise(Party::Them, delivered(ago(4_000))));
    assert_eq!(enough(&twice), Some(Facet::Integrity));
    assert_eq!(
        enough(&and_incident(&nothing, lie(3))),
        Some(Facet::Integrity)
    );
    let harm = incident(Party::Them, IncidentKind::Harmed, ago(3));
    let helped = incident(Party::Them, IncidentKind::Helped, ago(3));
    assert_eq!(enough(&and_incident(&kept, harm.clone())), None);
    let harmed = and_incident(&and_incident(&twice, harm), helped);
    assert_eq!(enough(&harmed), Some(Facet::Goodwill), "the weaker one");
}

/// What each counts on its day, and two years later: of bad conduct half is left by then, of good a quarter.
#[test]
fn what_each_conduct_counts() {
    use MissKind::{Shown, Silent, ToldLate};
    let table = [
        (Conduct::Kept, false, 1.0, 0.25),
        (Conduct::Helped, false, 1.0, 0.25),
        (Conduct::KeptLate, false, 0.5, 0.25),
        (Conduct::Missed(Shown), false, 0.5, 0.25),
        (Conduct::Missed(ToldLate), false, 1.0, 0.5),
        (Conduct::Missed(Silent), false, 2.0, 1.0),
        (Conduct::Missed(Silent), true, 1.0, 0.5),
        (Conduct::Harmed, false, 2.0, 1.0),
        (Conduct::Harmed, true, 1.0, 0.5),
        (Conduct::BadFaith, true, 3.0, 1.5),
    ];
    for (conduct, made_right, fresh, after) in table {
        let weight = |days| {
            let evidence = Evidence {
                on: ago(days),
                conduct,
                made_right,
                text: "",
            };
            evidence.weight(today())
        };
        assert!((weight(0) - fresh).abs() < 1e-9, "{conduct:?}");
        assert!((weight(730) - after).abs() < 1e-9, "{conduct:?}");
    }
}
