//! What is behind trust, one way: each facet with its range, and what was done.

use chrono::NaiveDate;

use super::{Entry, Gauge, Speaks, joined, per_cent};
use crate::domain::dates::span;
use crate::domain::incident::Party;
use crate::domain::relationship::Relationship;
use crate::domain::sentences::gauges::counts;
use crate::domain::sentences::{capitalised, words};
use crate::domain::trust::{Conduct, Evidence, Facet, Opinion, Seen};
use crate::domain::tuning::TUNING;

/// Everything behind what one of us has seen from the other.
pub(super) fn trust(
    title: String,
    between: &Relationship,
    about: Party,
    today: NaiveDate,
) -> Gauge {
    let seen = Seen::of(between, about, today);
    let speaks = seen.headline().map(|(facet, _)| facet);
    let mut says = vec![match speaks {
        Some(facet) => of_facet(&seen, facet, about),
        None => "Not enough seen yet.".to_owned(),
    }];
    // Of ability no record tells: a line about it would say so beside every name.
    let others = Facet::ALL
        .into_iter()
        .filter(|facet| Some(*facet) != speaks && seen.facet(*facet).entries > 0);
    says.extend(others.map(|facet| of_facet(&seen, facet, about)));
    if about == Party::Them && between.trust_caution(today) {
        says.push(format!(
            "{} acts of bad faith or more, not settled, within {}: between two lunches that speaks for care.",
            TUNING.trust.caution_acts,
            span(TUNING.trust.caution_days)
        ));
    }
    let waiting = seen.from_tomorrow.iter().map(|one| {
        let mut entry = of_conduct(one, about);
        entry.text.push_str(" (counts from the day after)");
        entry
    });
    Gauge {
        title,
        says,
        entries: waiting
            .chain(seen.evidence.iter().map(|one| of_conduct(one, about)))
            .collect(),
        counted: trust_counted(),
    }
}

/// "Integrity: mixed, 42 to 71 %, the middle 57 %, from 4 entries: 3 kept, 1 missed in silence."
fn of_facet(seen: &Seen<'_>, facet: Facet, about: Party) -> String {
    let evidence = seen.evidence.iter().filter(|one| one.facet() == facet);
    let counts = counts_with_bad_faith(&evidence.collect::<Vec<_>>(), about);
    let name = capitalised(words::facet(facet));
    let opinion = seen.facet(facet);
    if !opinion.is_enough() {
        return format!("{name}: {counts}; too few to say.");
    }
    format!("{name}: {}: {counts}.", range(&opinion))
}

/// "mixed, 42 to 71 %, the middle 57 %, from 4 entries".
#[must_use]
pub fn range(opinion: &Opinion) -> String {
    let [least, most] = opinion.range();
    let entries = match opinion.entries {
        1 => "1 entry".to_owned(),
        number => format!("{number} entries"),
    };
    format!(
        "{}, {:.0} to {}, the middle {}, from {entries}",
        words::trust(opinion.word()),
        least * 100.0,
        per_cent(most),
        per_cent(opinion.mean())
    )
}

fn counts_with_bad_faith(evidence: &[&Evidence<'_>], about: Party) -> String {
    let in_bad_faith = |one: &&&Evidence<'_>| one.conduct == Conduct::BadFaith;
    let mut parts = vec![counts(evidence, about)];
    match evidence.iter().filter(in_bad_faith).count() {
        0 => {}
        number => parts.push(format!("{number} in bad faith")),
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

fn of_conduct(one: &Evidence<'_>, about: Party) -> Entry {
    let what = match one.conduct {
        Conduct::Kept => "kept",
        Conduct::KeptLate => words::KEPT_LATE,
        Conduct::Missed(kind) => words::missed(kind, about),
        Conduct::Helped => "helped",
        Conduct::Harmed => "harm",
        Conduct::BadFaith => "bad faith",
    };
    let after = match (one.made_right, one.conduct, about) {
        (false, ..) | (_, Conduct::Helped, _) => "",
        (_, Conduct::Missed(_), _) | (_, _, Party::Me) => ", made right since",
        // Between us, and not put right by them.
        (_, _, Party::Them) => ", settled since",
    };
    Entry {
        on: one.on,
        speaks: if one.is_good() {
            Speaks::For
        } else {
            Speaks::Against
        },
        text: joined(&format!("{what}{after}"), one.text),
    }
}

fn trust_counted() -> String {
    let trust = TUNING.trust;
    format!(
        "good to good + 2, by good + bad + 2: kept or helped 1, missed {} to {}, harm {}, bad faith {}; by half in {} \
         days the good, in {} the bad.",
        trust.missed_shown,
        trust.missed_silent,
        trust.harmed,
        trust.bad_faith,
        trust.good_half_life_days,
        trust.bad_half_life_days
    )
}
