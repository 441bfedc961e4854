//! Every answer, guard, lean and decision is there at least once.

use std::collections::BTreeSet;
use std::sync::Arc;

use goodword::domain::Book;
use goodword::domain::comparison::{DecidedBy, Guard, Lean, Sturdiness, Verdict, Wait};
use goodword::domain::decision::{Chosen, Decision, Subject, TurnedOut};
use goodword::domain::exchange::Horizon;
use goodword::domain::incident::Party;
use goodword::domain::invite::{Assessment, Help, Invite, MoveOk, NextChance, Outcome, Reply};
use goodword::domain::options::{Judged, Standing, Test, View, decisions};
use goodword::store::demo::ANCHOR;

use super::{at_anchor, invite, judged, person, snapshots};

fn invites(book: &Book) -> impl Iterator<Item = &Invite> {
    book.invites.iter().map(AsRef::as_ref)
}

fn ahead(book: &Book) -> impl Iterator<Item = &Assessment> {
    invites(book)
        .filter(|invite| invite.is_open(ANCHOR))
        .filter_map(|invite| invite.assessment.as_ref())
}

/// What the comparison says of conflicts to come, and what it said of those decided.
fn verdicts(book: &Book) -> Vec<Verdict> {
    let now = judged(book, ANCHOR).into_iter().map(|(_, verdict)| verdict);
    let then = snapshots(book).into_iter().map(|snapshot| snapshot.verdict);
    now.chain(then).collect()
}

#[test]
fn invites_come_in_every_kind() {
    let book = at_anchor();
    finds_each!(Reply { NeedsAction Tentative Accepted Declined } in invites(&book).map(|invite| invite.reply));
    finds_each!(MoveOk { Unknown TheySaidFine TheySaidHard } in invites(&book).map(|invite| invite.move_ok));
    finds_each!(Outcome { Happened FellThrough MovedTo } in invites(&book).filter_map(|invite| invite.outcome));
    finds_each!(Party { Me Them } in invites(&book).map(|invite| invite.host));
    finds_each!(Help { Nothing Pleasant Useful Important Critical } in ahead(&book).filter_map(|said| said.help));
    assert!(ahead(&book).any(|said| said.help.is_none()));
    finds_each!(NextChance { Unknown Never On In } in ahead(&book).map(|said| said.next_chance));
    finds_each!(Horizon { Days Months Year Years } in ahead(&book).map(|said| said.horizon));
    let unasked = |invite: &Invite| {
        invite.day() < ANCHOR && invite.outcome.is_none() && invite.reply == Reply::Accepted
    };
    assert!(
        invites(&book).any(unasked),
        "no past lunch waits for its outcome"
    );
    assert!(invites(&book).any(|invite| invite.asked_to_move.is_some() && invite.is_open(ANCHOR)));
    assert!(invites(&book).any(|invite| invite.all_day && invite.with.len() > 1));
    assert!(invites(&book).any(|invite| invite.calendar.is_some()));
    for heard in [Some(true), Some(false)] {
        assert!(invites(&book).any(|invite| invite.heard_yes == heard));
    }
}

#[test]
fn the_comparison_has_every_outcome() {
    let book = at_anchor();
    let verdicts = verdicts(&book);
    let all = || verdicts.iter();
    finds_each!(Lean { A B TooClose Neither NotAnswered } in all().map(|verdict| verdict.lean));
    finds_each!(DecidedBy { Guard Lines } in all().map(|verdict| verdict.decided_by));
    finds_each!(Guard { Safety Boundary Honesty WordGiven TrustCaution }
    in all().filter_map(|verdict| match verdict.decided_by {
        DecidedBy::Guard(guard) => Some(guard),
        DecidedBy::Lines => None,
    }));
    finds_each!(Sturdiness { Equal EveryLine YourOrder TheseWeights }
        in all().filter(|verdict| verdict.lean != Lean::NotAnswered).map(|verdict| verdict.sturdiness));
    finds_each!(Wait { Unknown Never Days }
        in snapshots(&book).into_iter().flat_map(|frozen| [frozen.a.wait, frozen.b.wait]));
    let by_word = |verdict: &&Verdict| verdict.decided_by == DecidedBy::Guard(Guard::WordGiven);
    for ask_first in [true, false] {
        assert!(
            all()
                .filter(by_word)
                .any(|verdict| verdict.ask_first == ask_first)
        );
    }
    let yielded = |verdict: &Verdict| {
        let cautious = verdict
            .guards
            .iter()
            .find(|note| note.guard == Guard::TrustCaution);
        cautious.is_some_and(|note| verdict.lean == note.speaks_for.other().into())
    };
    assert!(all().any(yielded), "caution yields nowhere");
}

#[test]
fn the_conflicts_ahead_are_many_and_apart() {
    let book = at_anchor();
    let judged = judged(&book, ANCHOR);
    let days: BTreeSet<_> = judged
        .iter()
        .map(|(conflict, _)| invite(&book, *conflict, true).day())
        .collect();
    assert!(days.len() >= 5, "only on {days:?}");
    let by_lines = || {
        judged
            .iter()
            .map(|(_, verdict)| verdict)
            .filter(|verdict| verdict.decided_by == DecidedBy::Lines)
    };
    let leans = |verdict: &&Verdict| verdict.lean.side().is_some();
    assert!(by_lines().any(|verdict| verdict.lean == Lean::TooClose));
    assert!(by_lines().any(|verdict| verdict.lean == Lean::NotAnswered));
    assert!(
        by_lines()
            .filter(leans)
            .any(|verdict| verdict.leans_clearly() && verdict.guards.is_empty())
    );
    assert!(
        by_lines()
            .filter(leans)
            .any(|verdict| !verdict.leans_clearly())
    );
    let (void, twice): (Vec<_>, Vec<_>) = judged
        .iter()
        .map(|(conflict, _)| {
            [
                invite(&book, *conflict, true),
                invite(&book, *conflict, false),
            ]
        })
        .filter(|pair| pair.iter().any(|invite| invite.reply == Reply::Accepted))
        .partition(|pair| pair.iter().any(|invite| invite.yes_void));
    assert_eq!(void.len(), 1, "a yes to something else");
    let both = |pair: &&[&Invite; 2]| pair.iter().all(|invite| invite.reply == Reply::Accepted);
    assert_eq!(twice.iter().filter(both).count(), 1, "a yes to both");
}

#[test]
fn decisions_were_taken_told_and_looked_back_on() {
    let book = at_anchor();
    let all = || book.decisions.iter();
    finds_each!(Chosen { A B Both Neither Moved Option } in all().map(|decision| decision.chosen));
    finds_each!(Subject { Invites Options } in all().map(|decision| decision.about));
    finds_each!(TurnedOut { MuchWorse Worse AsExpected Better MuchBetter }
        in all().filter_map(|decision| decision.review.as_ref()).map(|review| review.outcome));
    let due = |decision: &&Arc<Decision>| {
        decision.review.is_none() && decision.review_on.is_some_and(|on| on <= ANCHOR)
    };
    assert_eq!(all().filter(due).count(), 1);
    assert_eq!(all().filter(|decision| decision.told.is_none()).count(), 1);
    for followed in [Some(true), Some(false), None] {
        assert!(all().any(|decision| decision.followed_lean == followed));
    }
}

/// The case of the essay: pitch the half-fit product, offer it openly as a stop-gap with a way out, or recommend the best
/// tool.
#[test]
fn the_former_clients_case_is_open_and_comes_out_as_it_is_worked_out() {
    let book = at_anchor();
    let mut sets = book.option_sets.iter();
    let bob = sets.find(|set| set.options.len() == 3).unwrap();
    assert_eq!(person(&book, "Bob Reyes").id, bob.contact);
    assert!(!decisions(&book).contains_key(&bob.id));
    for (view, values) in [(View::Long, [-2, 4, 11]), (View::WinNow, [0, 3, 7])] {
        let judgement = bob.judged(view);
        let three: [Judged; 3] = judgement.options.try_into().unwrap();
        let [pitch, stop_gap, best_tool] = &three;
        let ruled_out = Standing::RuledOut(vec![Test::Publicity, Test::ConcealedHarm]);
        assert_eq!(pitch.standing, ruled_out);
        assert_eq!(stop_gap.standing, Standing::Sound);
        assert_eq!(best_tool.standing, Standing::HelpsMost);
        assert_eq!([pitch.value, stop_gap.value, best_tool.value], values);
    }
}
