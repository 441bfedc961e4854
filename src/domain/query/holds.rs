//! Whether a row is what a field asks for.

use super::field::{Due, Field, Is, Paced, Since, Standing};
use super::{List, Row};
use crate::domain::incident::Party;
use crate::domain::promise::{Promise, State};
use crate::domain::rhythm::{pace, rhythm};
use crate::domain::trust::Seen;
use crate::domain::tuning::TUNING;

impl Field {
    /// Whether a row is what it asks for. A row that is about nobody, or about no promise, is nothing of what is asked
    /// of one.
    pub(super) fn holds(&self, row: &Row<'_>) -> bool {
        match self {
            Self::Label(label, wanted) => row.person.is_some_and(|contact| {
                let mut labels = label.of(contact).iter();
                labels.any(|one| wanted.contains(one))
            }),
            Self::Last(since) => row.person.is_some() && last(*since, row),
            Self::Owes(by) => {
                row.any_promise_of_person(|one| one.is_owed() && by.contains(&one.by))
            }
            Self::Trust(wanted) => {
                row.person.is_some() && {
                    let seen = Seen::of(row.between(), Party::Them, row.today);
                    let word = seen.headline().map(|(_, opinion)| opinion.word());
                    wanted.contains(&word)
                }
            }
            Self::Due(wanted) => row.any_promise(|one| one.is_owed() && due(*wanted, one, row)),
            Self::State(wanted) => row.any_promise(|one| wanted.contains(&standing(one))),
            Self::By(by) => row.any_promise(|one| by.contains(&one.by)),
            Self::Kind(kinds) => row.any_promise(|one| kinds.contains(&one.kind)),
            Self::Matter(wanted) => row.kind.starts_with(wanted.as_str()),
            Self::Is(wanted) => wanted.iter().any(|one| is(*one, row)),
            Self::Pace(wanted) => wanted.iter().any(|one| paced(*one, row)),
        }
    }
}

impl Row<'_> {
    /// The promise of the row; of a person any between us.
    fn any_promise(&self, holds: impl Fn(&Promise) -> bool) -> bool {
        match self.list {
            List::People => self.between().promises.iter().any(|one| holds(one)),
            List::Today | List::Promises | List::Choices => self.promise.is_some_and(holds),
        }
    }

    /// The same, where a row of Today stands for the whole person.
    fn any_promise_of_person(&self, holds: impl Fn(&Promise) -> bool) -> bool {
        match self.list {
            List::Promises => self.promise.is_some_and(holds),
            List::People | List::Today | List::Choices => {
                self.between().promises.iter().any(|one| holds(one))
            }
        }
    }
}

fn last(since: Since, row: &Row<'_>) -> bool {
    match (since, row.between().last_talk()) {
        (Since::Never, talk) => talk.is_none(),
        (Since::Days(_), None) => false,
        (Since::Days(span), Some(talk)) => {
            let days = row.today.signed_duration_since(talk).num_days();
            span.holds(days.max(0))
        }
    }
}

fn due(wanted: Due, promise: &Promise, row: &Row<'_>) -> bool {
    match (wanted, promise.days_left(row.today)) {
        (Due::NoDay, days) => days.is_none(),
        (Due::Late, Some(days)) => days < 0,
        (Due::Today, Some(days)) => days == 0,
        (Due::In(span), Some(days)) => days >= 0 && span.holds(days),
        (_, None) => false,
    }
}

const fn standing(promise: &Promise) -> Standing {
    match promise.state {
        State::Open => Standing::Open,
        State::Blocked { .. } => Standing::Stuck,
        State::Delivered { .. } | State::Confirmed { .. } => Standing::Done,
        State::Missed { .. } => Standing::Missed,
        State::Released { .. } => Standing::LetOff,
        State::Withdrawn { .. } => Standing::TakenBack,
        State::MadeRight { .. } => Standing::MadeRight,
    }
}

fn is(wanted: Is, row: &Row<'_>) -> bool {
    row.person.is_some_and(|contact| match wanted {
        Is::Archived => contact.archived,
        Is::New => {
            let days = row.today.signed_duration_since(contact.added).num_days();
            (0..=TUNING.new_days).contains(&days)
        }
    })
}

fn paced(wanted: Paced, row: &Row<'_>) -> bool {
    row.person.is_some_and(|contact| match wanted {
        Paced::As(word) => pace(contact, row.between(), row.today) == Some(word),
        Paced::Late => rhythm(contact, row.between(), row.today) >= TUNING.rhythm_due,
        Paced::No => contact.rhythm_days.is_none(),
    })
}
