//! Which messages fit: what there is to write about a row, and to a person.

use chrono::NaiveDate;

use super::{Purpose, to_tell};
use crate::domain::agenda::Matter;
use crate::domain::book::Book;
use crate::domain::conflict::Conflict;
use crate::domain::contact::ContactId;
use crate::domain::decision::{DecisionId, Subject, standing};
use crate::domain::exchange::Direction;
use crate::domain::incident::Party;
use crate::domain::introduction::{IntroductionId, Step};
use crate::domain::invite::{Invite, InviteId, MoveOk, Reply};
use crate::domain::options::{OptionSetId, decisions};
use crate::domain::promise::{Promise, PromiseId, State};
use crate::domain::relationship::is_unrepaired;
use crate::domain::silence::silence;
use crate::domain::tuning::TUNING;

/// What fits a row of Today; none where nothing is to be written before something else is done.
#[must_use]
pub fn about_matter(book: &Book, matter: Matter, today: NaiveDate) -> Vec<Purpose> {
    match matter {
        Matter::NotTold(id) => vec![Purpose::Decision(id)],
        Matter::Wrong(id) => vec![Purpose::OwnUp(id)],
        Matter::Pace(contact) => about_person(book, contact, today),
        Matter::PastLunch(id) => book
            .invites
            .get(id)
            .and_then(|invite| invite.with.first())
            .map_or_else(Vec::new, |contact| about_person(book, *contact, today)),
        Matter::NotAnswered(id) => about_invite(book, id, today),
        Matter::Harm(pair) | Matter::Clash(pair) => about_pair(book, pair),
        Matter::Review(_) | Matter::TwoValues | Matter::Inbox(_) => Vec::new(),
        _ => matter
            .promise()
            .map_or_else(Vec::new, |id| about_promise(book, id, today)),
    }
}

/// What fits a promise: one that is stuck or silent asks for a word on how it stands, one that was missed for owning up,
/// one that was just done for saying so.
#[must_use]
pub fn about_promise(book: &Book, id: PromiseId, today: NaiveDate) -> Vec<Purpose> {
    let Some(promise) = book.promises.get(id) else {
        return Vec::new();
    };
    if is_unrepaired(promise) {
        return vec![Purpose::OwnUpPromise(id)];
    }
    if is_news(promise, today) {
        return vec![Purpose::Done(id)];
    }
    if !promise.is_owed_by_me() {
        return about_person(book, promise.contact, today);
    }
    if asks_for_a_word(promise, today) {
        return vec![Purpose::Update(id)];
    }
    let mut fitting = vec![Purpose::Update(id)];
    fitting.extend(promise.due.map(|_| Purpose::NewTerms(id)));
    fitting.push(Purpose::Note(promise.contact));
    fitting
}

/// Whether it was done a short while ago, and they have not heard so.
fn is_news(promise: &Promise, today: NaiveDate) -> bool {
    let done = promise.done_on().filter(|_| promise.is_delivered_by_me());
    done.is_some_and(|on| is_fresh(on, today)) && !promise.is_told_done()
}

fn is_fresh(on: NaiveDate, today: NaiveDate) -> bool {
    let days = today.signed_duration_since(on).num_days();
    (0..=TUNING.messages.thanks_days).contains(&days)
}

fn asks_for_a_word(promise: &Promise, today: NaiveDate) -> bool {
    matches!(promise.state, State::Blocked { .. })
        || silence(promise, today).is_some_and(|silence| silence.debt_days() > 0)
}

/// What fits a choice: once it is decided, telling them; before that there is nothing to tell.
#[must_use]
pub fn about_choice(book: &Book, id: OptionSetId) -> Vec<Purpose> {
    let decision = decisions(book).remove(&id);
    let telling = decision.map(|decision| Purpose::Choice(decision.id));
    telling.into_iter().collect()
}

/// What fits a lunch: what was decided about it, else whether they would let me off it.
#[must_use]
pub fn about_invite(book: &Book, id: InviteId, today: NaiveDate) -> Vec<Purpose> {
    if let Some(decision) = last_decision(book, |invite| invite == id) {
        return vec![Purpose::Decision(decision)];
    }
    let Some(invite) = book.invites.get(id) else {
        return Vec::new();
    };
    if counts_on_me(invite, today) {
        return vec![Purpose::Release(id)];
    }
    let first = invite.with.first();
    first.map_or_else(Vec::new, |contact| about_person(book, *contact, today))
}

/// What fits an introduction: what its next step needs; of one that waits for an answer the question, once more.
#[must_use]
pub fn about_introduction(book: &Book, id: IntroductionId, today: NaiveDate) -> Vec<Purpose> {
    let Some(wish) = book.introductions.get(id) else {
        return Vec::new();
    };
    let step = match wish.next_step() {
        Some(Step::AskRequester | Step::YesOfRequester) => Step::AskRequester,
        Some(Step::AskTarget | Step::YesOfTarget) => Step::AskTarget,
        Some(step @ (Step::Make | Step::FollowUp)) => step,
        None => return about_person(book, wish.requester, today),
    };
    vec![Purpose::Introduction(id, step)]
}

/// The message of the last decision about one of two lunches.
#[must_use]
pub fn about_pair(book: &Book, pair: Conflict) -> Vec<Purpose> {
    let decision = last_decision(book, |id| id == pair.a || id == pair.b);
    decision.map(Purpose::Decision).into_iter().collect()
}

fn last_decision(book: &Book, meant: impl Fn(InviteId) -> bool) -> Option<DecisionId> {
    let about = |subject: Subject| match subject {
        Subject::Invites(a, b) => meant(a) || meant(b),
        Subject::Options(_) => false,
    };
    standing(book)
        .filter(|decision| about(decision.about))
        .max_by_key(|decision| (decision.on, decision.id))
        .map(|decision| decision.id)
}

/// Whether my yes to a lunch ahead stands.
fn counts_on_me(invite: &Invite, today: NaiveDate) -> bool {
    invite.is_open(today)
        && invite.reply == Reply::Accepted
        && invite.host == Party::Them
        && invite.move_ok != MoveOk::TheySaidFine
        && !invite.yes_void
}

/// All that fits a person: what I owe first, then thanks, and last a plain note.
#[must_use]
pub fn about_person(book: &Book, contact: ContactId, today: NaiveDate) -> Vec<Purpose> {
    if book.contacts.get(contact).is_none() {
        return Vec::new();
    }
    let mut fitting = untold_decisions(book, contact, today);
    let promises = || book.promises.iter().filter(|one| one.contact == contact);
    let mut owed: Vec<_> = promises().filter(|one| one.is_owed_by_me()).collect();
    owed.sort_by_key(|one| {
        (
            !asks_for_a_word(one, today),
            one.due.is_none(),
            one.due,
            one.id,
        )
    });
    fitting.extend(owed.iter().map(|one| Purpose::Update(one.id)));
    let done = promises().filter(|one| is_news(one, today));
    fitting.extend(done.map(|one| Purpose::Done(one.id)));
    let missed = promises().filter(|one| is_unrepaired(one));
    fitting.extend(missed.map(|one| Purpose::OwnUpPromise(one.id)));
    let wrongs = book.incidents.iter();
    let wrongs = wrongs.filter(|one| one.contact == contact && one.is_unrepaired());
    fitting.extend(wrongs.map(|one| Purpose::OwnUp(one.id)));
    let dated = owed.iter().filter(|one| one.due.is_some());
    fitting.extend(dated.map(|one| Purpose::NewTerms(one.id)));
    let lunches = book.invites.iter();
    let lunches = lunches.filter(|one| one.with.contains(&contact) && counts_on_me(one, today));
    fitting.extend(lunches.map(|one| Purpose::Release(one.id)));
    fitting.extend(thanks(book, contact, today));
    fitting.push(Purpose::Note(contact));
    fitting
}

fn untold_decisions(book: &Book, contact: ContactId, today: NaiveDate) -> Vec<Purpose> {
    let untold = standing(book).filter(|decision| decision.told.is_none());
    let about = untold.filter(|decision| {
        let mut tellings = to_tell(book, decision, today).into_iter();
        tellings.any(|telling| telling.contact == contact)
    });
    about
        .map(|decision| Purpose::Decision(decision.id))
        .collect()
}

/// What I received last and the last talk, where that is not long ago.
fn thanks(book: &Book, contact: ContactId, today: NaiveDate) -> impl Iterator<Item = Purpose> {
    let received = book
        .exchanges
        .iter()
        .filter(|one| one.contact == contact && one.direction == Direction::Received)
        .filter(|one| is_fresh(one.on, today))
        .max_by_key(|one| (one.on, one.id));
    let talk = book
        .interactions
        .iter()
        .filter(|one| one.two_way && one.with.contains(&contact) && is_fresh(one.on, today))
        .max_by_key(|one| (one.on, one.id));
    let received = received.map(|one| Purpose::Thanks(one.id));
    let talk = talk.map(|one| Purpose::ThanksForTalk(one.id, contact));
    received.into_iter().chain(talk)
}
