//! Messages about lunches: what follows from a decision, and asking to be let off one.

use chrono::NaiveDate;

use super::template::Values;
use super::{Kind, Message, Templates, Writer};
use crate::domain::book::Book;
use crate::domain::comparison::Side;
use crate::domain::contact::ContactId;
use crate::domain::dates::short;
use crate::domain::decision::{Chosen, Decision, Subject};
use crate::domain::free::{free_days, is_free};
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, InviteId, MoveOk, NextChance, Outcome, Reply};
use crate::domain::sentences::hour::clock;

/// What is still to be told to one of two whose lunches competed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// What they hear.
    pub kind: Kind,
    /// The lunch it is about.
    pub invite: InviteId,
    /// The first of those it was to be with.
    pub contact: ContactId,
    /// The day it moves to, where it does.
    pub new_day: Option<NaiveDate>,
}

/// What is still to be told after a decision between two invites: to the one turned down, moved or asked, and to the
/// one who hears a yes for the first time. What a later decision has overtaken is no longer told.
#[must_use]
pub fn to_tell(book: &Book, decision: &Decision, today: NaiveDate) -> Vec<Telling> {
    let Subject::Invites(a, b) = decision.about else {
        return Vec::new();
    };
    let (Some(a), Some(b)) = (book.invites.get(a), book.invites.get(b)) else {
        return Vec::new();
    };
    let side = |side: Side| if side == Side::A { a } else { b };
    let telling = |of: Side, kind: Kind, new_day: Option<NaiveDate>| {
        Some(Telling {
            kind,
            invite: side(of).id,
            contact: *side(of).with.first()?,
            new_day,
        })
    };
    let is_off = |invite: &Invite| {
        invite.reply == Reply::Declined || invite.outcome == Some(Outcome::FellThrough)
    };
    let no = |of: Side| {
        let kind = no(side(of), decision.knew(of));
        is_off(side(of)).then(|| telling(of, kind, None))?
    };
    let yes = |of: Side| {
        let invite = side(of);
        let is_on = invite.reply == Reply::Accepted && invite.outcome.is_none();
        let is_news = is_on && !decision.knew(of) && invite.host == Party::Them;
        is_news.then(|| telling(of, yes(invite), None))?
    };
    let moved = |of: Side, to: NaiveDate| {
        let is_moved = side(of).outcome == Some(Outcome::MovedTo(to));
        is_moved.then(|| telling(of, Kind::AnotherDay, Some(to)))?
    };
    let ask = |of: Side| {
        let kind = if decision.knew(of) {
            Kind::MayItMove
        } else {
            Kind::MayItMoveUnanswered
        };
        side(of).is_open(today).then(|| telling(of, kind, None))?
    };
    let tellings = match decision.chosen {
        Chosen::A => [no(Side::B), yes(Side::A)],
        Chosen::B => [no(Side::A), yes(Side::B)],
        Chosen::Neither => [no(Side::A), no(Side::B)],
        Chosen::Moved { which, to: None } => [ask(which), None],
        Chosen::Moved {
            which,
            to: Some(day),
        } => [moved(which, day), yes(which.other())],
        Chosen::Both | Chosen::Option(_) => [None, None],
    };
    let untold = |telling: &Telling| !decision.told_to.contains(&telling.contact);
    tellings.into_iter().flatten().filter(untold).collect()
}

/// The messages of what is still to be told after a decision.
#[must_use]
pub fn for_decision(
    book: &Book,
    decision: &Decision,
    templates: &Templates,
    today: NaiveDate,
) -> Vec<Message> {
    let writer = Writer {
        book,
        templates,
        today,
    };
    let tellings = to_tell(book, decision, today).into_iter();
    let messages = tellings.filter_map(|telling| {
        let invite = book.invites.get(telling.invite)?;
        about(&writer, telling.kind, invite, telling.new_day)
    });
    messages.collect()
}

/// Whether they would let me off.
pub(super) fn release(writer: &Writer<'_>, id: InviteId) -> Option<Message> {
    let invite = writer.book.invites.get(id)?;
    about(writer, Kind::Release, invite, None)
}

/// Which no it is. Whoever counted on me hears first that I take it back.
fn no(invite: &Invite, knew: bool) -> Kind {
    match (knew, invite.host) {
        _ if invite.move_ok == MoveOk::TheySaidFine => Kind::Released,
        _ if invite.yes_void => Kind::OtherPlan,
        (true, _) => Kind::TakeBack,
        (false, Party::Them) => Kind::No,
        (false, Party::Me) => Kind::CallOff,
    }
}

/// Which yes it is.
fn yes(invite: &Invite) -> Kind {
    let is_danger = invite.assessment.as_ref().is_some_and(|known| known.safety);
    if is_danger { Kind::Coming } else { Kind::Yes }
}

/// A message about a lunch.
fn about(
    writer: &Writer<'_>,
    kind: Kind,
    invite: &Invite,
    new_day: Option<NaiveDate>,
) -> Option<Message> {
    let today = writer.today;
    let day = short(invite.day(), today);
    let (time, hour) = if invite.all_day {
        (String::new(), day.clone())
    } else {
        let time = clock(invite);
        let hour = format!("{day} at {time}");
        (time, hour)
    };
    let place = writer.noted(&invite.place, &invite.with);
    let hour_and_place = if place.is_empty() {
        hour.clone()
    } else {
        format!("{hour}, {place}")
    };
    let offers = matches!(
        kind,
        Kind::No
            | Kind::CallOff
            | Kind::TakeBack
            | Kind::Released
            | Kind::OtherPlan
            | Kind::MayItMove
            | Kind::MayItMoveUnanswered
            | Kind::Release
    );
    let offer = Offer {
        book: writer.book,
        today,
    };
    let days = offers.then(|| offer.days(invite)).flatten();
    let values = Values::default()
        .with("hour", hour)
        .with("day", day)
        .with("time", time)
        .with("place", place)
        .with("hour_and_place", hour_and_place)
        .with("days", days.as_deref().unwrap_or_default())
        .with(
            "new_day",
            new_day.map_or_else(String::new, |day| short(day, today)),
        );
    let message = writer.message(kind, &invite.with, values)?;
    Some(Message {
        offers_days: days.is_some_and(|days| message.text.contains(&days)),
        ..message
    })
}

/// The days that I can offer instead.
struct Offer<'a> {
    book: &'a Book,
    today: NaiveDate,
}

impl Offer<'_> {
    /// Two days that are free in the book at that hour, one of them the day they named, where they named one. Nothing is
    /// offered to somebody with whom I drew a line, nor where I noted that there is no other chance.
    fn days(&self, invite: &Invite) -> Option<String> {
        let drew_a_line = |id: &ContactId| {
            self.book
                .contacts
                .get(*id)
                .is_some_and(|contact| contact.boundary)
        };
        if invite.with.iter().any(drew_a_line) {
            return None;
        }
        let named = match invite.assessment.as_ref().map(|known| known.next_chance) {
            Some(NextChance::Never) => return None,
            Some(NextChance::On(day)) if day > self.today => Some(day),
            _ => None,
        };
        let named = named.filter(|day| is_free(self.book, invite, *day, self.today));
        let mut days: Vec<NaiveDate> = named.into_iter().collect();
        days.extend(
            free_days(self.book, invite, self.today)
                .filter(|day| Some(*day) != named)
                .take(2 - days.len()),
        );
        days.sort_unstable();
        let at = if invite.all_day {
            String::new()
        } else {
            format!(" at {}", clock(invite))
        };
        Some(match days.as_slice() {
            [one, two] => format!(
                "{} or {}{at} would both work for me.",
                short(*one, self.today),
                short(*two, self.today)
            ),
            [one] => format!("{}{at} would work for me.", short(*one, self.today)),
            _ => "Which other day would suit you?".to_owned(),
        })
    }
}
