//! Drafts of what to write to people. Nothing is ever sent, no reason is made up, and nobody else is named.

use chrono::NaiveDate;

use super::book::Book;
use super::comparison::Side;
use super::contact::ContactId;
use super::dates::short;
use super::decision::{Chosen, Decision, Subject};
use super::free::{free_days, is_free};
use super::incident::Party;
use super::invite::{Invite, MoveOk, NextChance, Outcome, Reply};
use super::sentences::{first_name, listed, name};

/// A message to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The whole name of the person.
    pub to: String,
    /// The one of them whom telling is noted of.
    pub contact: ContactId,
    /// The text.
    pub text: String,
    /// Whether it offers days, all of them free in the book.
    pub offers_days: bool,
}

/// What is still to be told after a decision between two invites: to the one turned down, moved or asked, and to the
/// one who hears a yes for the first time. What a later decision has overtaken is no longer told.
#[must_use]
pub fn for_decision(book: &Book, decision: &Decision, today: NaiveDate) -> Vec<Message> {
    let Subject::Invites(a, b) = decision.about else {
        return Vec::new();
    };
    let (Some(a), Some(b)) = (book.invites.get(a), book.invites.get(b)) else {
        return Vec::new();
    };
    let draft = Draft { book, today };
    let side = |side: Side| if side == Side::A { a } else { b };
    let is_off = |invite: &Invite| {
        invite.reply == Reply::Declined || invite.outcome == Some(Outcome::FellThrough)
    };
    let no = |of: Side| is_off(side(of)).then(|| draft.no(side(of), decision.knew(of)));
    let yes = |of: Side| {
        let invite = side(of);
        let is_on = invite.reply == Reply::Accepted && invite.outcome.is_none();
        let is_news = is_on && !decision.knew(of) && invite.host == Party::Them;
        is_news.then(|| draft.yes(invite))
    };
    let moved = |of: Side, to: NaiveDate| {
        let is_moved = side(of).outcome == Some(Outcome::MovedTo(to));
        is_moved.then(|| draft.moves_to(side(of), to))
    };
    let ask = |of: Side| {
        side(of)
            .is_open(today)
            .then(|| draft.may_it_move(side(of), decision.knew(of)))
    };
    let messages = match decision.chosen {
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
    let untold = |message: &Message| !decision.told_to.contains(&message.contact);
    messages
        .into_iter()
        .flatten()
        .flatten()
        .filter(untold)
        .collect()
}

struct Draft<'a> {
    book: &'a Book,
    today: NaiveDate,
}

impl Draft<'_> {
    /// A no, and what I can offer instead. Whoever counted on me hears first that I take it back.
    fn no(&self, invite: &Invite, knew: bool) -> Option<Message> {
        let hour = self.hour(invite);
        let opening = match (knew, invite.host) {
            _ if invite.move_ok == MoveOk::TheySaidFine => format!(
                "Thank you for saying that we may move our lunch. I take you at your word: {hour} goes to something else."
            ),
            _ if invite.yes_void => format!(
                "My yes to {hour} was to something else than what is planned. I say so openly: it no longer stands."
            ),
            (true, _) => format!(
                "You count on me for {hour}, and I have to take it back. I am sorry.\n\
                 [Why, as much of it as is yours to tell; nothing is filled in here for you.]"
            ),
            (false, Party::Them) => {
                format!("Thank you for asking me to lunch on {hour}. I have to say no this time.")
            }
            (false, Party::Me) => {
                format!("I asked you to lunch on {hour}, and I have to call it off. I am sorry.")
            }
        };
        let offer = self.offer(invite);
        let offers_days = offer.is_some();
        let offer = offer.map_or_else(String::new, |offer| format!("\n{offer}"));
        self.message(invite, &format!("{opening}{offer}"), offers_days)
    }

    /// A yes.
    fn yes(&self, invite: &Invite) -> Option<Message> {
        let hour = self.hour(invite);
        let place = if invite.place.is_empty() {
            String::new()
        } else {
            format!(", {}", invite.place)
        };
        let is_danger = invite.assessment.as_ref().is_some_and(|known| known.safety);
        if is_danger {
            return self.message(
                invite,
                &format!("I am coming: {hour}. If it is too long until then, ring me now."),
                false,
            );
        }
        self.message(invite, &format!("Yes, gladly: {hour}{place}."), false)
    }

    /// "May we move it?", and a real no.
    fn may_it_move(&self, invite: &Invite, knew: bool) -> Option<Message> {
        let hour = self.hour(invite);
        let day = short(invite.day(), self.today);
        let offer = self.offer(invite);
        let offers_days = offer.is_some();
        let offer = offer.map_or_else(String::new, |offer| format!("\n{offer}"));
        let (counts, as_said) = if knew {
            ("You count", "as I said")
        } else {
            ("You may count", "")
        };
        let coming = format!("I come {as_said}");
        let coming = coming.trim_end();
        self.message(
            invite,
            &format!(
                "{counts} on me for {hour}, and I would like to ask whether we may move it, because\n\
                 [why, in your own words; nothing is filled in here for you].{offer}\n\
                 If {day} is what suits you, say so, and {coming}."
            ),
            offers_days,
        )
    }

    /// "Can we meet on another day?"
    fn moves_to(&self, invite: &Invite, day: NaiveDate) -> Option<Message> {
        let hour = self.hour(invite);
        let day = short(day, self.today);
        let time = invite.start.format("%H:%M");
        self.message(
            invite,
            &format!(
                "Could we have our lunch on {day} at {time} instead of {hour}?\n\
                 If that does not suit you, say so, and we find a day that does."
            ),
            false,
        )
    }

    fn message(&self, invite: &Invite, body: &str, offers_days: bool) -> Option<Message> {
        let called = |name: fn(&Book, ContactId) -> &str| {
            let names: Vec<String> = invite
                .with
                .iter()
                .map(|id| name(self.book, *id).to_owned())
                .collect();
            listed(&names)
        };
        Some(Message {
            to: called(name),
            contact: *invite.with.first()?,
            text: format!("Dear {},\n{body}", called(first_name)),
            offers_days,
        })
    }

    fn hour(&self, invite: &Invite) -> String {
        format!(
            "{} at {}",
            short(invite.day(), self.today),
            invite.start.format("%H:%M")
        )
    }

    /// Two days that are free in the book at that hour, one of them the day they named, where they named one. Nothing is
    /// offered to somebody with whom I drew a line, nor where I noted that there is no other chance.
    fn offer(&self, invite: &Invite) -> Option<String> {
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
        let time = invite.start.format("%H:%M");
        Some(match days.as_slice() {
            [one, two] => format!(
                "{} or {} at {time} would both work for me.",
                short(*one, self.today),
                short(*two, self.today)
            ),
            [one] => format!("{} at {time} would work for me.", short(*one, self.today)),
            _ => "Which other day would suit you?".to_owned(),
        })
    }
}
