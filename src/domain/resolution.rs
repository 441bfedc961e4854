//! What a decision between two invites does to the book.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::book::Book;
use super::comparison::{Side, Verdict};
use super::conflict::{Conflict, reading};
use super::decision::{Chosen, Decision, DecisionId, Snapshot, Subject, about, is_untold_choice};
use super::id::IdSource;
use super::incident::Party;
use super::invite::{Invite, InviteId, MoveOk, Outcome, Reply};
use super::options::View;
use super::redacted::redacted;
use super::relationship::Relationships;
use super::tuning::TUNING;

/// A way on from two invites for one hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// Ask this side whether it may move; nothing is turned down yet.
    Ask(Side),
    /// Take this side, say no to the other.
    Take(Side),
    /// Move this side to another day, take the other.
    Move(Side, NaiveDate),
    /// Neither.
    Neither,
}

/// A decision between two invites, with its grounds.
#[derive(Clone, PartialEq, Eq)]
pub struct Resolution {
    /// The pair.
    pub pair: Conflict,
    /// What the comparison said.
    pub verdict: Verdict,
    /// The side whose choice would need an untruth to the other.
    pub untruth: Option<Side>,
    /// What is done.
    pub way: Way,
    /// Why; may be empty.
    pub reason: String,
    /// The day to look back.
    pub review_on: Option<NaiveDate>,
}

redacted!(Resolution: pair, verdict, untruth, way, review_on; reason);

/// Puts a decision into the book: the chosen invite is accepted, the other declined or moved, and the grounds are
/// frozen. `None`, and nothing changed, where an invite is gone.
pub fn resolve(
    resolution: &Resolution,
    book: &mut Book,
    relationships: &Relationships,
    ids: &IdSource,
    today: NaiveDate,
) -> Option<DecisionId> {
    let pair = resolution.pair;
    let (a, b) = (
        book.invites.get(pair.a)?.clone(),
        book.invites.get(pair.b)?.clone(),
    );
    let decision = Decision {
        snapshot: Some(Snapshot {
            model_version: TUNING.model_version,
            a: reading(book, relationships, &a, today),
            b: reading(book, relationships, &b, today),
            order: book.settings.order_of_lines.clone(),
            verdict: resolution.verdict.clone(),
        }),
        knew: Some((
            knew(book, resolution.way, Side::A, &a),
            knew(book, resolution.way, Side::B, &b),
        )),
        replaces: about(book, pair.a, pair.b).map(|earlier| earlier.id),
        ..decision(resolution, ids.next(), today)
    };
    go(resolution.way, pair, book, ids, today)?;
    let id = decision.id;
    book.decisions.put(decision);
    Some(id)
}

/// What the decision is, without what the book says at that moment.
fn decision(resolution: &Resolution, id: DecisionId, today: NaiveDate) -> Decision {
    Decision {
        id,
        on: today,
        about: Subject::Invites(resolution.pair.a, resolution.pair.b),
        chosen: chosen(resolution.way),
        untruth_needed_for: resolution.untruth,
        snapshot: None,
        followed_lean: followed(resolution),
        reason: resolution.reason.clone(),
        told: None,
        message: String::new(),
        review_on: resolution.review_on,
        review: None,
        told_to: Vec::new(),
        knew: None,
        replaces: None,
        weighed: View::Long,
    }
}

/// What becomes of the two invites. `None` where one is gone.
fn go(way: Way, pair: Conflict, book: &mut Book, ids: &IdSource, today: NaiveDate) -> Option<()> {
    match way {
        // Nothing is asked before they are told: that is noted then.
        Way::Ask(_) => {}
        Way::Take(side) => {
            accept(book, pair.invite(side));
            decline(book, pair.invite(side.other()));
        }
        Way::Move(side, day) => {
            accept(book, pair.invite(side.other()));
            let moved = asked_for(book.invites.get(pair.invite(side))?, day, ids, today);
            book.invites.change(pair.invite(side), |invite| {
                invite.outcome = Some(Outcome::MovedTo(day));
            });
            book.invites.put(moved);
        }
        Way::Neither => {
            decline(book, pair.a);
            decline(book, pair.b);
        }
    }
    Some(())
}

/// Whether the one of a side knew of a yes of mine. Who is turned down may have taken my maybe for one, until I have
/// checked; who is taken still has to hear the yes.
fn knew(book: &Book, way: Way, side: Side, invite: &Invite) -> bool {
    let is_turned_down = match way {
        Way::Take(taken) => taken != side,
        Way::Neither => true,
        Way::Ask(_) | Way::Move(..) => false,
    };
    if is_turned_down {
        may_count_on_me(book, invite)
    } else {
        knows_of_a_yes(book, invite)
    }
}

/// Whether they know of a yes of mine, or may have taken my maybe for one: then to turn them down takes it back.
#[must_use]
pub fn may_count_on_me(book: &Book, invite: &Invite) -> bool {
    let unchecked = invite.reply == Reply::Tentative && invite.heard_yes != Some(false);
    unchecked || knows_of_a_yes(book, invite)
}

/// Whether they know of a yes of mine: I invited them, I said yes and told them, or they took my maybe for one.
fn knows_of_a_yes(book: &Book, invite: &Invite) -> bool {
    let said_yes = invite.reply == Reply::Accepted && !is_untold_choice(book, invite.id);
    invite.host == Party::Me || said_yes || invite.heard_yes == Some(true)
}

const fn chosen(way: Way) -> Chosen {
    match way {
        Way::Ask(which) => Chosen::Moved { which, to: None },
        Way::Take(Side::A) => Chosen::A,
        Way::Take(Side::B) => Chosen::B,
        Way::Move(which, to) => Chosen::Moved {
            which,
            to: Some(to),
        },
        Way::Neither => Chosen::Neither,
    }
}

/// Whether the way goes with the lean. To ask first goes with it where that is what the answer said; asking in any
/// other case settles nothing yet.
fn followed(resolution: &Resolution) -> Option<bool> {
    let lean = resolution.verdict.lean.side()?;
    match resolution.way {
        Way::Ask(side) => (resolution.verdict.ask_first && side == lean).then_some(true),
        Way::Take(side) => Some(side == lean),
        Way::Move(side, _) => Some(side.other() == lean),
        Way::Neither => Some(false),
    }
}

/// My yes. Where I am the host the answer is theirs, and stays.
fn accept(book: &mut Book, id: InviteId) {
    book.invites.change(id, |invite| {
        if invite.host == Party::Them {
            invite.answer(Reply::Accepted);
        }
    });
}

/// My no. Where I am the host it is I who calls it off.
fn decline(book: &mut Book, id: InviteId) {
    book.invites.change(id, |invite| match invite.host {
        Party::Them => invite.reply = Reply::Declined,
        Party::Me => invite.outcome = Some(Outcome::FellThrough),
    });
}

/// The same hour on another day, which I asked for: where they invited, a maybe that they know for one until they agree.
fn asked_for(invite: &Invite, day: NaiveDate, ids: &IdSource, today: NaiveDate) -> Invite {
    let moved = moved_to(invite, day, ids, today);
    match moved.host {
        Party::Them => Invite {
            reply: Reply::Tentative,
            heard_yes: Some(false),
            ..moved
        },
        Party::Me => moved,
    }
}

/// The same hour on another day, which I offer: a yes of mine where they invited; where I did, theirs is to come. It
/// stands in no calendar yet.
#[must_use]
pub fn moved_to(invite: &Invite, day: NaiveDate, ids: &IdSource, today: NaiveDate) -> Invite {
    let length = invite.end.signed_duration_since(invite.start);
    let start = day.and_time(invite.start.time());
    Invite {
        id: ids.next(),
        start,
        end: start.checked_add_signed(length).unwrap_or(start),
        asked_on: today,
        reply: match invite.host {
            Party::Them => Reply::Accepted,
            Party::Me => Reply::NeedsAction,
        },
        heard_yes: None,
        yes_void: false,
        move_ok: MoveOk::Unknown,
        asked_to_move: None,
        revision: 0,
        outcome: None,
        assessment: None,
        calendar: None,
        ..invite.clone()
    }
}
