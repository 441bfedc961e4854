//! What is said of decisions once they are taken: of one person's lunch, and of all that were looked back on. No verdict
//! on whoever decided, and never a word about the other one.

use chrono::NaiveDate;

use super::{counted, first_name};
use crate::domain::book::Book;
use crate::domain::comparison::Side;
use crate::domain::dates::short;
use crate::domain::decision::{Chosen, Decision, Review, Subject, TurnedOut};
use crate::domain::hindsight::{Hindsight, Tally};
use crate::domain::invite::Invite;
use crate::domain::tuning::TUNING;

/// "Of 5 decisions you looked back on, you would take 4 again."; `None` while there are too few.
#[must_use]
pub fn hindsight(record: &Hindsight) -> Option<String> {
    record.is_enough().then(|| {
        let Tally { of, again } = record.all;
        format!("Of {of} decisions you looked back on, you would take {again} again.")
    })
}

/// The same with those that went with the lean and those that did not told apart, for whoever asks for figures.
#[must_use]
pub fn hindsight_by_lean(record: &Hindsight) -> String {
    let Some(all) = hindsight(record) else {
        let reviews = counted(record.all.of, "decision");
        let fewest = TUNING.fewest_reviews;
        return format!("{reviews} looked back on: too few to say, it takes {fewest}.");
    };
    let part = |what: &str, tally: Tally| {
        let Tally { of, again } = tally;
        (of > 0).then(|| format!(" {what}: {again} of {of}."))
    };
    let with = part("With the lean", record.with_lean).unwrap_or_default();
    let otherwise = part("Otherwise than the lean", record.otherwise).unwrap_or_default();
    format!("{all}{with}{otherwise}")
}

/// What was chosen, between whom, and why, for whoever looks back on it: "You chose lunch with Bob on Fri 25 Sep, not
/// with Dana. Your reason: …".
#[must_use]
pub fn whole(decision: &Decision, book: &Book, today: NaiveDate) -> Option<String> {
    let (a, b) = match decision.about {
        Subject::Invites(a, b) => (book.invites.get(a)?, book.invites.get(b)?),
        Subject::Options(id) => {
            return Some(super::options::whole(
                decision,
                book.option_sets.get(id)?,
                book,
            ));
        }
    };
    let named = |invite: &Invite| {
        let first = invite.with.first();
        let who = first.map_or("nobody", |contact| first_name(book, *contact));
        format!("{who} on {}", short(invite.day(), today))
    };
    let (a, b) = (named(a), named(b));
    let side = |side: Side| if side == Side::A { &a } else { &b };
    let what = match decision.chosen {
        Chosen::A => format!("You chose lunch with {a}, and said no to {b}."),
        Chosen::B => format!("You chose lunch with {b}, and said no to {a}."),
        Chosen::Neither => format!("You chose neither of two lunches: {a}, {b}."),
        Chosen::Moved { which, to: None } => {
            let (asked, other) = (side(which), side(which.other()));
            format!("You chose to ask {asked} whether it may move; the other was {other}.")
        }
        Chosen::Moved {
            which,
            to: Some(day),
        } => {
            let (asked, taken) = (side(which), side(which.other()));
            let day = short(day, today);
            format!("You chose lunch with {taken}, and asked {asked} for {day}.")
        }
        Chosen::Both | Chosen::Option(_) => format!("It was between {a} and {b}."),
    };
    let reason =
        (!decision.reason.is_empty()).then(|| format!(" Your reason: {}", decision.reason));
    Some(what + &reason.unwrap_or_default())
}

/// What became of one person's lunch: "you chose this lunch over another; your reason: …; looked back: as expected".
#[must_use]
pub fn of_side(decision: &Decision, side: Side, today: NaiveDate) -> String {
    let what = match (decision.chosen, side) {
        (Chosen::A, Side::A) | (Chosen::B, Side::B) => {
            "you chose this lunch over another".to_owned()
        }
        (Chosen::A, Side::B) | (Chosen::B, Side::A) => "you turned this lunch down".to_owned(),
        (Chosen::Neither, _) => "you kept the hour for neither of two lunches".to_owned(),
        (Chosen::Both, _) => "you chose one table for both".to_owned(),
        (Chosen::Moved { which, to: None }, side) if which == side => {
            "you chose to ask whether this lunch may move".to_owned()
        }
        (
            Chosen::Moved {
                which,
                to: Some(day),
            },
            side,
        ) if which == side => {
            format!("you asked to move this lunch to {}", short(day, today))
        }
        (Chosen::Moved { to: None, .. }, _) => {
            "you chose to ask whether another lunch may move".to_owned()
        }
        (Chosen::Moved { .. }, _) => "you chose this lunch, another moved".to_owned(),
        (Chosen::Option(_), _) => "you chose".to_owned(),
    };
    let reason = (!decision.reason.is_empty()).then(|| format!("your reason: {}", decision.reason));
    let review = decision.review.as_ref().map(looked_back);
    let parts: Vec<String> = [Some(what), reason, review].into_iter().flatten().collect();
    parts.join("; ")
}

/// "looked back: as expected, you would again".
pub(super) fn looked_back(review: &Review) -> String {
    let again = if review.would_repeat {
        "you would again"
    } else {
        "not again"
    };
    let note = if review.note.is_empty() {
        String::new()
    } else {
        format!(", {}", review.note)
    };
    format!("looked back: {}, {again}{note}", turned_out(review.outcome))
}

/// How it turned out, against what was expected.
#[must_use]
pub const fn turned_out(outcome: TurnedOut) -> &'static str {
    match outcome {
        TurnedOut::MuchWorse => "much worse than expected",
        TurnedOut::Worse => "worse than expected",
        TurnedOut::AsExpected => "as expected",
        TurnedOut::Better => "better than expected",
        TurnedOut::MuchBetter => "much better than expected",
    }
}
