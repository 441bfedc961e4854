//! Everything in the book that concerns one person, gathered once per change of the book.

use std::slice::from_ref;
use std::sync::Arc;

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt as _};

use super::book::Book;
use super::change::{Change, Changed};
use super::comparison::Side;
use super::contact::ContactId;
use super::decision::{Decision, Subject, standing};
use super::exchange::Exchange;
use super::incident::{Incident, IncidentKind, Party};
use super::interaction::Interaction;
use super::invite::Invite;
use super::options::{OptionSet, decisions};
use super::promise::{Promise, PromiseId, State};
use super::table::Record;
use super::tuning::TUNING;

/// Everything between one person and me.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Relationship {
    /// Promises, mine and theirs.
    pub promises: Vec<Arc<Promise>>,
    /// Talks and meetings.
    pub interactions: Vec<Arc<Interaction>>,
    /// Value given and received.
    pub exchanges: Vec<Arc<Exchange>>,
    /// What stands in no promise.
    pub incidents: Vec<Arc<Incident>>,
    /// Invites.
    pub invites: Vec<Arc<Invite>>,
    /// Decisions about a lunch with this person, and which of the two it was.
    pub decisions: Vec<(Arc<Decision>, Side)>,
    /// Choices for this person, and what was decided.
    pub choices: Vec<(Arc<OptionSet>, Option<Arc<Decision>>)>,
}

/// The relationships of a book, by person.
#[derive(Debug, Clone, Default)]
pub struct Relationships {
    of: HashMap<ContactId, Relationship>,
    /// Who has an invite, a decision or a choice.
    asked: Vec<ContactId>,
    nothing: Relationship,
}

impl Relationships {
    /// Gathers them from a book, in one pass.
    #[must_use]
    pub fn of(book: &Book) -> Self {
        let mut of: HashMap<ContactId, Relationship> = HashMap::with_capacity(book.contacts.len());
        for promise in book.promises.iter() {
            let between = of.entry(promise.contact).or_default();
            between.promises.push(Arc::clone(promise));
        }
        for interaction in book.interactions.iter() {
            for contact in &interaction.with {
                let between = of.entry(*contact).or_default();
                between.interactions.push(Arc::clone(interaction));
            }
        }
        for exchange in book.exchanges.iter() {
            let between = of.entry(exchange.contact).or_default();
            between.exchanges.push(Arc::clone(exchange));
        }
        for incident in book.incidents.iter() {
            let between = of.entry(incident.contact).or_default();
            between.incidents.push(Arc::clone(incident));
        }
        let mut all = Self {
            of,
            asked: Vec::new(),
            nothing: Relationship::default(),
        };
        all.gather_what_was_asked(book);
        all
    }

    /// Follows a change that led to this book.
    pub fn follow(&mut self, change: &Change, book: &Book) {
        self.follow_in(
            &change.promises,
            |promise| from_ref(&promise.contact),
            |between| &mut between.promises,
        );
        self.follow_in(
            &change.interactions,
            |talk| &talk.with,
            |between| &mut between.interactions,
        );
        self.follow_in(
            &change.exchanges,
            |exchange| from_ref(&exchange.contact),
            |between| &mut between.exchanges,
        );
        self.follow_in(
            &change.incidents,
            |incident| from_ref(&incident.contact),
            |between| &mut between.incidents,
        );
        if !(change.invites.is_empty()
            && change.decisions.is_empty()
            && change.option_sets.is_empty())
        {
            self.gather_what_was_asked(book);
        }
    }

    /// Takes out what was, and puts in what is, where it stands by its id.
    fn follow_in<T: Record>(
        &mut self,
        changes: &[Changed<T>],
        with: impl Fn(&T) -> &[ContactId],
        list: impl Fn(&mut Relationship) -> &mut Vec<Arc<T>>,
    ) {
        for changed in changes {
            for contact in changed.before.iter().flat_map(|was| with(was)) {
                list(self.of.entry(*contact).or_default()).retain(|one| one.id() != changed.id);
            }
            for (is, contact) in changed
                .after
                .iter()
                .flat_map(|is| with(is).iter().map(move |id| (is, id)))
            {
                let list = list(self.of.entry(*contact).or_default());
                let place = list.partition_point(|one| one.id() <= changed.id);
                list.insert(place, Arc::clone(is));
            }
        }
    }

    /// Gathers invites, decisions and choices anew. They are few, and a decision reaches people through its invites.
    fn gather_what_was_asked(&mut self, book: &Book) {
        let Self { of, asked, .. } = self;
        for id in asked.drain(..) {
            if let Some(between) = of.get_mut(&id) {
                between.invites.clear();
                between.decisions.clear();
                between.choices.clear();
            }
        }
        for invite in book.invites.iter() {
            for contact in &invite.with {
                let between = of.entry(*contact).or_default();
                between.invites.push(Arc::clone(invite));
                asked.push(*contact);
            }
        }
        for decision in standing(book) {
            let Subject::Invites(a, b) = decision.about else {
                continue;
            };
            for (id, side) in [(a, Side::A), (b, Side::B)] {
                let with = book.invites.get(id).map_or(&[][..], |invite| &invite.with);
                for contact in with {
                    let between = of.entry(*contact).or_default();
                    between.decisions.push((Arc::clone(decision), side));
                    asked.push(*contact);
                }
            }
        }
        let decided = decisions(book);
        for set in book.option_sets.iter() {
            let between = of.entry(set.contact).or_default();
            let decision = decided.get(&set.id).cloned();
            between.choices.push((Arc::clone(set), decision));
            asked.push(set.contact);
        }
    }

    /// Everything between this person and me; empty where there is nothing.
    #[must_use]
    pub fn with(&self, contact: ContactId) -> &Relationship {
        self.of.get(&contact).unwrap_or(&self.nothing)
    }
}

impl Relationship {
    /// The last day on which both of us spoke.
    #[must_use]
    pub fn last_talk(&self) -> Option<NaiveDate> {
        self.last_interaction().map(|last| last.on)
    }

    /// The last time that both of us spoke.
    #[must_use]
    pub fn last_interaction(&self) -> Option<&Arc<Interaction>> {
        self.interactions
            .iter()
            .filter(|interaction| interaction.two_way)
            .max_by_key(|interaction| (interaction.on, interaction.id))
    }

    /// Promises of mine that are owed.
    pub fn owed_by_me(&self) -> impl Iterator<Item = &Arc<Promise>> {
        self.promises
            .iter()
            .filter(|promise| promise.is_owed_by_me())
    }

    /// My breaches that are not made right, per mille and capped at 1000, those of the listed promises left out.
    ///
    /// A broken promise weighs by what they built on it, an incident by its severity: 250, 500, 1000.
    #[must_use]
    pub fn unrepaired(&self, except: &[PromiseId]) -> i64 {
        let promises = self
            .promises
            .iter()
            .filter(|promise| is_unrepaired(promise) && !except.contains(&promise.id))
            .map(|promise| promise.impact.breach().per_mille());
        let incidents = self
            .incidents
            .iter()
            .filter(|incident| incident.is_unrepaired())
            .map(|incident| incident.severity.per_mille());
        promises
            .chain(incidents)
            .fold(0, i64::saturating_add)
            .min(1000)
    }

    /// Whether at least two acts of bad faith of theirs stand unsettled, none older than three years and each slept over
    /// ([`Incident::sleeps`]). No other conduct of theirs is read by the comparison, and no
    /// praise lifts it.
    #[must_use]
    pub fn trust_caution(&self, today: NaiveDate) -> bool {
        self.incidents
            .iter()
            .filter(|incident| {
                incident.kind == IncidentKind::BadFaith
                    && incident.is_theirs_to_settle()
                    && !incident.sleeps(today)
                    && (0..=TUNING.trust.caution_days)
                        .contains(&today.signed_duration_since(incident.on).num_days())
            })
            .count()
            >= TUNING.trust.caution_acts
    }
}

/// Whether a promise of mine was broken and not made right.
#[must_use]
pub fn is_unrepaired(promise: &Promise) -> bool {
    promise.by == Party::Me && matches!(promise.state, State::Missed { .. })
}
