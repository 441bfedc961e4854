//! People whom I turned down twice in a row, so that I notice it before they do.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Entry, Kind, Line, Period};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::find::Record;
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, Outcome, Reply};

/// Those of whom I turned down two invites running, the later one in this time; behind each the invites of that run.
///
/// Only theirs to me that I answered count, and a meal that we had ends the run. One that went to another day is none that
/// I turned down.
pub(super) fn twice(book: &Book, period: Period, today: NaiveDate) -> Line {
    let mut with: BTreeMap<ContactId, Vec<&Invite>> = BTreeMap::new();
    for invite in book.invites.iter().map(AsRef::as_ref) {
        for contact in &invite.with {
            with.entry(*contact).or_default().push(invite);
        }
    }
    let (mut days, mut entries) = (Vec::new(), Vec::new());
    for (contact, mut invites) in with {
        invites.sort_by_key(|invite| (invite.start, invite.id));
        // Who stands in one twice was still invited once.
        invites.dedup_by_key(|invite| invite.id);
        if let Some(run) = last_run(&invites, period, today) {
            days.extend(run.last().map(|invite| invite.day()));
            entries.extend(run.iter().map(|invite| Entry {
                on: invite.day(),
                record: Record::Invite(invite.id),
                contact: Some(contact),
                week: None,
            }));
        }
    }
    Line::on_days(Kind::TurnedDown, &days, entries, period)
}

/// The last run of two or more that ends in this time.
fn last_run<'a>(
    invites: &[&'a Invite],
    period: Period,
    today: NaiveDate,
) -> Option<Vec<&'a Invite>> {
    let (mut run, mut found) = (Vec::new(), None);
    for invite in invites {
        if we_met(invite, today) {
            run.clear();
        } else if is_turned_down(invite) {
            run.push(*invite);
            if run.len() > 1 && period.month_of(invite.day()).is_some() {
                found = Some(run.clone());
            }
        }
    }
    found
}

fn is_turned_down(invite: &Invite) -> bool {
    let moved = matches!(invite.outcome, Some(Outcome::MovedTo(_)));
    invite.host == Party::Them && invite.reply == Reply::Declined && !moved
}

/// Whether we sat at one table: said to have, or agreed and past, with nothing said against it.
fn we_met(invite: &Invite, today: NaiveDate) -> bool {
    match invite.outcome {
        Some(Outcome::Happened) => true,
        Some(_) => false,
        None => invite.reply == Reply::Accepted && invite.day() < today,
    }
}
