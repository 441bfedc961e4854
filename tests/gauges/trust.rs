//! The laws of trust: what it may and may not do, whatever stands in the book.

use goodword::domain::incident::{Incident, IncidentKind, Party};
use goodword::domain::promise::{MissKind, Promise, State};
use goodword::domain::relationship::Relationship;
use goodword::domain::trust::{Facet, Opinion, Seen};
use proptest::prelude::*;
use proptest::sample::select;

use super::config;
use super::doubt;
use super::draw::{
    MISSES, PARTIES, ago, and_incident, and_promise, any_incident, any_promise, between, date,
    delivered, incident, party, promise, today,
};

const CLOSE: f64 = 1e-9;

fn opinions(between: &Relationship, about: Party) -> [Opinion; 3] {
    let seen = Seen::of(between, about, today());
    Facet::ALL.map(|facet| seen.facet(facet))
}

fn means(between: &Relationship, about: Party) -> [f64; 3] {
    opinions(between, about).map(|opinion| opinion.mean())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn belief_doubt_and_the_unknown_make_one(between in between(), about in party()) {
        for opinion in opinions(&between, about) {
            let parts = [opinion.belief(), doubt(&opinion), opinion.unknown()];
            prop_assert!((parts.iter().sum::<f64>() - 1.0).abs() < CLOSE, "{:?}", opinion);
            prop_assert!(parts.iter().all(|part| (0.0..=1.0).contains(part)));
        }
    }

    #[test]
    fn the_middle_lies_within_its_range(between in between(), about in party()) {
        for opinion in opinions(&between, about) {
            let [least, most] = opinion.range();
            prop_assert!(least <= opinion.mean() && opinion.mean() <= most);
            prop_assert_eq!(least.to_bits(), opinion.belief().to_bits());
            prop_assert!((most - opinion.belief() - opinion.unknown()).abs() < CLOSE);
        }
    }

    #[test]
    fn good_never_lowers(between in between(), about in party(), on in date(), which in 0..3_u8) {
        let more = match which {
            0 => and_promise(&between, promise(about, delivered(on))),
            1 => and_promise(&between, promise(about, State::Confirmed { on, delivered: None })),
            _ => and_incident(&between, incident(about, IncidentKind::Helped, on)),
        };
        let (before, after) = (means(&between, about), means(&more, about));
        prop_assert!(before.iter().zip(after).all(|(x, y)| *x <= y + CLOSE));
        prop_assert_eq!(between.trust_caution(today()), more.trust_caution(today()));
    }

    #[test]
    fn bad_never_raises(
        between in between(),
        about in party(),
        on in date(),
        kind in select(MISSES.to_vec()),
        which in 0..4_u8,
    ) {
        let more = match which {
            0 => and_promise(&between, promise(about, State::Missed { on, kind })),
            1 => and_promise(&between, promise(about, State::MadeRight { on, missed: kind })),
            2 => and_incident(&between, incident(about, IncidentKind::Harmed, on)),
            _ => and_incident(&between, incident(about, IncidentKind::BadFaith, on)),
        };
        let (before, after) = (means(&between, about), means(&more, about));
        prop_assert!(before.iter().zip(after).all(|(x, y)| y <= *x + CLOSE));
    }

    #[test]
    fn fresh_evidence_lowers_the_unknown(
        between in between(),
        any in prop_oneof![any_promise().prop_map(Ok), any_incident().prop_map(Err)],
    ) {
        let (more, about) = match any {
            Ok(any) => {
                let state = match any.state {
                    State::Open => State::Confirmed { on: today(), delivered: None },
                    State::Missed { kind, .. } => State::Missed { on: today(), kind },
                    State::MadeRight { missed, .. } => State::MadeRight { on: today(), missed },
                    _ => delivered(today()),
                };
                (and_promise(&between, Promise { state, due: Some(today()), ..any.clone() }), any.by)
            }
            Err(any) => {
                let about = any.about;
                (and_incident(&between, Incident { on: ago(1), ..any }), about)
            }
        };
        let (before, after) = (opinions(&between, about), opinions(&more, about));
        let lower = |(x, y): (&Opinion, &Opinion)| y.unknown() < x.unknown();
        prop_assert_eq!(before.iter().zip(&after).filter(|pair| lower(*pair)).count(), 1);
    }

    #[test]
    fn one_more_lie_never_lifts_the_care(between in between(), on in date()) {
        let more = and_incident(&between, incident(Party::Them, IncidentKind::BadFaith, on));
        prop_assert!(!between.trust_caution(today()) || more.trust_caution(today()));
    }

    #[test]
    fn effort_shown_is_never_better_than_nothing(about in party(), on in date(), due in date()) {
        for state in [
            State::Missed { on, kind: MissKind::Shown },
            State::MadeRight { on, missed: MissKind::Shown },
        ] {
            let only = Promise { due: Some(due), ..promise(about, state) };
            let only = and_promise(&Relationship::default(), only);
            let [_, _, integrity] = means(&only, about);
            prop_assert!(integrity <= 0.5);
        }
    }

    #[test]
    fn making_right_helps_and_never_becomes_a_merit(
        between in between(),
        about in party(),
        kind in select(MISSES.to_vec()),
        days in 0..3_000_i64,
        since in 0..3_000_i64,
    ) {
        let day = ago(days + since);
        let missed = Promise { due: Some(day), ..promise(about, State::Missed { on: day, kind }) };
        let right = State::MadeRight { on: ago(since), missed: kind };
        let right = Promise { state: right, ..missed.clone() };
        let without = means(&between, about);
        let missed = means(&and_promise(&between, missed), about);
        let right = means(&and_promise(&between, right), about);
        for at in 0..3 {
            prop_assert!(missed[at] <= right[at] + CLOSE && right[at] <= without[at] + CLOSE);
        }
    }

    #[test]
    fn what_one_did_says_nothing_of_the_other(between in between(), one in any_promise(), other in any_incident()) {
        for about in PARTIES {
            let mut more = between.clone();
            if one.by != about {
                more = and_promise(&more, one.clone());
            }
            if other.about != about {
                more = and_incident(&more, other.clone());
            }
            prop_assert_eq!(opinions(&between, about), opinions(&more, about));
        }
    }

    #[test]
    fn the_weakest_part_speaks_and_only_with_enough(between in between(), about in party()) {
        let seen = Seen::of(&between, about, today());
        let enough = |facet: &Facet| {
            let of = seen.evidence.iter().filter(|one| one.facet() == *facet);
            let lie = of.clone().any(|one| one.conduct == goodword::domain::trust::Conduct::BadFaith);
            of.count() >= 2 || lie
        };
        let shown: Vec<Facet> = Facet::ALL.into_iter().filter(enough).collect();
        match seen.headline() {
            None => prop_assert!(shown.is_empty()),
            Some((facet, opinion)) => {
                prop_assert!(shown.contains(&facet));
                prop_assert!(shown.iter().all(|other| opinion.mean() <= seen.facet(*other).mean()));
            }
        }
    }

    #[test]
    fn what_is_of_today_about_them_waits_a_night(between in between(), any in any_incident(), ahead in 0..3_i64) {
        let noted = Incident { about: Party::Them, on: ago(-ahead), ..any };
        let more = and_incident(&between, noted.clone());
        prop_assert_eq!(opinions(&between, Party::Them), opinions(&more, Party::Them));
        let seen = Seen::of(&more, Party::Them, today());
        prop_assert!(seen.from_tomorrow.iter().any(|one| one.on == noted.on));
    }

    /// Whenever it happened, what was written down today sleeps first; from tomorrow on it counts.
    #[test]
    fn what_is_written_down_today_about_them_waits_a_night(between in between(), any in any_incident(), age in 0..900_i64) {
        let happened = Incident { about: Party::Them, on: ago(age), ..any };
        let more = |noted| and_incident(&between, Incident { noted: Some(noted), ..happened.clone() });
        prop_assert_eq!(opinions(&between, Party::Them), opinions(&more(today()), Party::Them));
        let counts = |one: &Relationship| Seen::of(one, Party::Them, today()).evidence.len();
        prop_assert_eq!(counts(&more(ago(1))), counts(&between) + usize::from(age > 0));
    }
}
