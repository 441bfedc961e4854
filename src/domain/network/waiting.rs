//! What waits for me among all introductions: the one thing to say first.

use chrono::NaiveDate;

use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::introduction::{Introduction, IntroductionId, IntroductionStatus};
use crate::domain::tuning::TUNING;

/// What waits for me first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Waiting {
    /// Nothing.
    #[default]
    Nothing,
    /// Both said yes: I can introduce them.
    Make(IntroductionId),
    /// Somebody was asked on a day and has not answered.
    Answer(ContactId, NaiveDate),
    /// It was made some time ago, and I have not asked how it went.
    FollowUp(IntroductionId),
    /// So many wait for me to ask.
    Asking(usize),
}

/// What can be made now, then who has not answered, then what was not followed up, then what nobody was asked; within each
/// what waits longest.
#[must_use]
pub fn waiting(book: &Book, today: NaiveDate) -> Waiting {
    let all = || book.introductions.iter().map(AsRef::as_ref);
    let found = |wanted| all().filter(move |one: &&Introduction| one.status() == wanted);
    let since = |one: &&Introduction| (one.unanswered().into_iter().flatten().min(), one.id);
    if let Some(one) = found(IntroductionStatus::Agreed).min_by_key(since) {
        return Waiting::Make(one.id);
    }
    let asked = found(IntroductionStatus::Asking).filter_map(|one| Some((since(&one), owes(one)?)));
    if let Some((_, (who, day))) = asked.min_by_key(|(since, _)| *since) {
        return Waiting::Answer(who, day);
    }
    let made = found(IntroductionStatus::Made).filter(|one| asks_how_it_went(one, today));
    if let Some(one) = made.min_by_key(|one| (one.made, one.id)) {
        return Waiting::FollowUp(one.id);
    }
    let is_to_ask = |one: &&Introduction| {
        matches!(
            one.status(),
            IntroductionStatus::Idea | IntroductionStatus::Asking
        )
    };
    match all().filter(is_to_ask).count() {
        0 => Waiting::Nothing,
        some => Waiting::Asking(some),
    }
}

/// Whether it was made long enough ago to ask how it went.
#[must_use]
pub fn asks_how_it_went(one: &Introduction, today: NaiveDate) -> bool {
    let since = |made| today.signed_duration_since(made).num_days();
    one.made
        .is_some_and(|made| since(made) >= TUNING.network.follow_up_days)
}

/// Who of the two was asked and has not answered, and since when.
fn owes(one: &Introduction) -> Option<(ContactId, NaiveDate)> {
    let [first, other] = one.unanswered();
    first
        .map(|day| (one.requester, day))
        .or_else(|| other.map(|day| (one.target, day)))
}
