//! Decisions: which are due to be looked back on, and how earlier ones turned out.

use super::{Entry, Kind};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::decision::{Decision, Subject, TurnedOut, standing};
use crate::domain::find::Record;

/// The decisions of a line: by the day to look back, or by the day on which I did.
pub(super) fn entries(book: &Book, kind: Kind) -> Vec<Entry> {
    let mut entries = Vec::new();
    if kind == Kind::ToLookBack {
        let due = standing(book).filter(|decision| decision.review.is_none());
        entries.extend(due.filter_map(|one| Some((one.review_on?, one.as_ref()))));
    } else {
        let reviewed = book.decisions.iter().map(AsRef::as_ref);
        entries.extend(reviewed.filter_map(|one: &Decision| {
            let review = one.review.as_ref()?;
            (line_of(review.outcome) == kind).then_some((review.on, one))
        }));
    }
    let entries = entries.into_iter();
    let entries = entries.map(|(on, decision)| Entry {
        on,
        record: Record::Decision(decision.id),
        contact: whom(book, decision),
        week: None,
    });
    entries.collect()
}

const fn line_of(outcome: TurnedOut) -> Kind {
    match outcome {
        TurnedOut::Better | TurnedOut::MuchBetter => Kind::Better,
        TurnedOut::AsExpected => Kind::AsExpected,
        TurnedOut::Worse | TurnedOut::MuchWorse => Kind::Worse,
    }
}

/// The person by whom a decision is found again.
fn whom(book: &Book, decision: &Decision) -> Option<ContactId> {
    match decision.about {
        Subject::Invites(a, _) => {
            let taken = decision.taken().map_or(a, |(taken, _)| taken);
            book.invites.get(taken)?.with.first().copied()
        }
        Subject::Options(id) => book.option_sets.get(id).map(|set| set.contact),
    }
}
