//! What conduct has shown, and how little one can know of it: beta evidence by facet (Jøsang 2001; Mayer, Davis &
//! Schoorman 1995). One formula for both ways: what I have seen from them, and what I have shown them.
//!
//! It is shown and nothing else. The comparison has no field that could carry it; of all conduct it reads only
//! [`Relationship::trust_caution`].

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::fade::fade;
use super::incident::{Incident, IncidentKind, Party};
use super::promise::{MissKind, Promise, State};
use super::relationship::Relationship;
use super::tuning::TUNING;

/// What trust rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Being able to. No record of the book tells of it.
    Ability,
    /// Meaning well.
    Goodwill,
    /// Keeping one's word, and being honest.
    Integrity,
}

impl Facet {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ability, Self::Goodwill, Self::Integrity];
}

/// What somebody did, as far as it tells of trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conduct {
    /// Kept a promise: in time, or late and said so before its day.
    Kept,
    /// Kept it late, and had not said so before its day.
    KeptLate,
    /// Missed a promise.
    Missed(MissKind),
    /// Helped without having to.
    Helped,
    /// Did harm without deceit.
    Harmed,
    /// Acted in bad faith.
    BadFaith,
}

/// One thing that somebody did.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// The day.
    pub on: NaiveDate,
    /// What it was.
    pub conduct: Conduct,
    /// Whether it was made right, or settled between us.
    pub made_right: bool,
    /// The promise, or the note.
    pub text: &'a str,
}

impl Evidence<'_> {
    /// What it tells of.
    #[must_use]
    pub const fn facet(&self) -> Facet {
        match self.conduct {
            Conduct::Helped | Conduct::Harmed => Facet::Goodwill,
            Conduct::Kept | Conduct::KeptLate | Conduct::Missed(_) | Conduct::BadFaith => {
                Facet::Integrity
            }
        }
    }

    /// Whether it speaks for them.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        matches!(self.conduct, Conduct::Kept | Conduct::Helped)
    }

    /// How much it counts today, in parts of a promise kept just now.
    ///
    /// What was made right counts half, and so does a promise kept late. Bad faith counts the same once it is settled:
    /// that lifts the care it makes for, and only time takes from what was seen.
    #[must_use]
    pub fn weight(&self, today: NaiveDate) -> f64 {
        let trust = TUNING.trust;
        let good = fade(self.on, today, trust.good_half_life_days);
        let bad = fade(self.on, today, trust.bad_half_life_days);
        let left = if self.made_right {
            trust.made_right
        } else {
            1.0
        };
        match self.conduct {
            Conduct::Kept | Conduct::Helped => good,
            Conduct::KeptLate => trust.missed_late * trust.made_right * bad,
            Conduct::Missed(kind) => missed(kind) * left * bad,
            Conduct::Harmed => trust.harmed * left * bad,
            Conduct::BadFaith => trust.bad_faith * bad.max(trust.bad_faith_least),
        }
    }
}

/// The prior for and the prior against.
const fn priors() -> f64 {
    TUNING.trust.prior + TUNING.trust.prior
}

const fn missed(kind: MissKind) -> f64 {
    let trust = TUNING.trust;
    match kind {
        MissKind::Shown => trust.missed_shown,
        MissKind::ToldLate => trust.missed_late,
        MissKind::Silent => trust.missed_silent,
    }
}

/// What was seen of the conduct of one of us, on a day.
#[derive(Clone, PartialEq)]
pub struct Seen<'a> {
    /// Everything that counts, the latest first.
    pub evidence: Vec<Evidence<'a>>,
    /// What was noted today about them: it counts from tomorrow.
    pub from_tomorrow: Vec<Evidence<'a>>,
    today: NaiveDate,
}

impl<'a> Seen<'a> {
    /// What the book holds of the conduct of one of us towards the other.
    #[must_use]
    pub fn of(between: &'a Relationship, about: Party, today: NaiveDate) -> Self {
        let promises = between.promises.iter().map(AsRef::as_ref);
        let promises = promises
            .filter(|promise: &&Promise| promise.by == about)
            .filter_map(of_promise);
        let incidents = between.incidents.iter().map(AsRef::as_ref);
        let (asleep, awake): (Vec<&Incident>, Vec<_>) = incidents
            .filter(|incident: &&Incident| incident.about == about)
            .partition(|incident| incident.sleeps(today));
        let mut from_tomorrow: Vec<_> = asleep.into_iter().map(of_incident).collect();
        let awake = awake.into_iter().map(of_incident);
        let mut evidence: Vec<_> = promises.chain(awake).collect();
        for list in [&mut evidence, &mut from_tomorrow] {
            list.sort_by_key(|one| Reverse(one.on));
        }
        Self {
            evidence,
            from_tomorrow,
            today,
        }
    }

    /// What was seen of one facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> Opinion {
        let mut opinion = Opinion::default();
        for one in self.evidence.iter().filter(|one| one.facet() == facet) {
            opinion.add(one, self.today);
        }
        opinion
    }

    /// The facet that speaks: of those with enough seen the one with the lowest mean, for trust is as strong as its
    /// weakest part.
    #[must_use]
    pub fn headline(&self) -> Option<(Facet, Opinion)> {
        Facet::ALL
            .into_iter()
            .map(|facet| (facet, self.facet(facet)))
            .filter(|(_, opinion)| opinion.is_enough())
            .min_by(|(_, x), (_, y)| x.mean().total_cmp(&y.mean()))
    }
}

/// What a promise tells; `None` for one that is still owed, or from which its holder was let off.
pub(super) fn of_promise(promise: &Promise) -> Option<Evidence<'_>> {
    let (on, conduct, made_right) = match promise.state {
        State::Delivered { on, .. }
        | State::Confirmed {
            delivered: Some(on),
            ..
        } if !promise.kept_in_time(on) => (on, Conduct::KeptLate, false),
        State::Delivered { .. } | State::Confirmed { .. } => {
            (promise.done_on()?, Conduct::Kept, false)
        }
        State::Missed { on, kind } => (on, Conduct::Missed(kind), false),
        // The day of the miss is not kept once it is made right; it was missed on its day at the latest.
        State::MadeRight { on, missed } => {
            let day = promise.due.map_or(on, |due| due.min(on));
            (day, Conduct::Missed(missed), true)
        }
        State::Open | State::Blocked { .. } | State::Released { .. } | State::Withdrawn { .. } => {
            return None;
        }
    };
    Some(Evidence {
        on,
        conduct,
        made_right,
        text: &promise.text,
    })
}

fn of_incident(incident: &Incident) -> Evidence<'_> {
    Evidence {
        on: incident.on,
        conduct: match incident.kind {
            IncidentKind::BadFaith => Conduct::BadFaith,
            IncidentKind::Harmed => Conduct::Harmed,
            IncidentKind::Helped => Conduct::Helped,
        },
        made_right: match incident.about {
            Party::Me => incident.made_right.is_some(),
            Party::Them => incident.settled.is_some(),
        },
        text: &incident.note,
    }
}

/// What the evidence allows to believe: belief, doubt and what is unknown make 1 together.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Opinion {
    good: f64,
    bad: f64,
    /// How many entries there are, whatever their age.
    pub entries: usize,
    has_bad_faith: bool,
}

impl Opinion {
    fn add(&mut self, one: &Evidence<'_>, today: NaiveDate) {
        let sum = if one.is_good() {
            &mut self.good
        } else {
            &mut self.bad
        };
        *sum += one.weight(today);
        self.entries += 1;
        self.has_bad_faith |= one.conduct == Conduct::BadFaith;
    }

    /// Whether there is enough for a word: two entries, counted and not weighed by age, or one of bad faith.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.entries >= TUNING.trust.fewest_entries || self.has_bad_faith
    }

    /// What speaks for them, 0 to 1.
    #[must_use]
    pub fn belief(&self) -> f64 {
        self.good / self.all()
    }

    /// What nothing is known of, 0 to 1: all of it without evidence.
    #[must_use]
    pub fn unknown(&self) -> f64 {
        priors() / self.all()
    }

    /// The middle of the range.
    #[must_use]
    pub fn mean(&self) -> f64 {
        (self.good + TUNING.trust.prior) / self.all()
    }

    /// From what speaks for them to what does not speak against them.
    #[must_use]
    pub fn range(&self) -> [f64; 2] {
        [self.belief(), (self.good + priors()) / self.all()]
    }

    /// The word for it.
    #[must_use]
    pub fn word(&self) -> Word {
        let [solid, good, mixed] = TUNING.trust.words;
        match self.mean() {
            mean if mean >= solid => Word::Solid,
            mean if mean >= good => Word::Good,
            mean if mean >= mixed => Word::Mixed,
            _ => Word::Strained,
        }
    }

    fn all(&self) -> f64 {
        self.good + self.bad + priors()
    }
}

/// A word for what was seen; it never stands without its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// From 80 % on.
    Solid,
    /// From 60 % on.
    Good,
    /// From 40 % on.
    Mixed,
    /// Below.
    Strained,
}
