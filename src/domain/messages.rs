//! Drafts of what to write to people. Nothing is ever sent, no reason is made up, and nobody else is named.

use chrono::{Days, NaiveDate};

use super::book::Book;
use super::comparison::Side;
use super::contact::ContactId;
use super::dates::short;
use super::decision::{Chosen, Decision, Subject};
use super::incident::Party;
use super::invite::{Invite, MoveOk, NextChance};
use super::sentences::{first_name, listed, name};

/// A message to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The whole name of the person.
    pub to: String,
    /// The text.
    pub text: String,
}

/// What is to be told after a decision between two invites: to the one turned down, moved or asked, and to the one who
/// hears a yes for the first time.
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
    let counted_on_me = |side: Side| {
        decision
            .snapshot
            .as_ref()
            .is_some_and(|snapshot| match side {
                Side::A => snapshot.a.word_given,
                Side::B => snapshot.b.word_given,
            })
    };
    let no = |of: Side| draft.no(side(of), counted_on_me(of));
    let yes = |of: Side| {
        let is_news = !counted_on_me(of) && side(of).host == Party::Them;
        is_news.then(|| draft.yes(side(of)))
    };
    let messages: Vec<Message> = match decision.chosen {
        Chosen::A => [Some(no(Side::B)), yes(Side::A)]
            .into_iter()
            .flatten()
            .collect(),
        Chosen::B => [Some(no(Side::A)), yes(Side::B)]
            .into_iter()
            .flatten()
            .collect(),
        Chosen::Neither => vec![no(Side::A), no(Side::B)],
        Chosen::Moved { which, to: None } => vec![draft.may_it_move(side(which))],
        Chosen::Moved {
            which,
            to: Some(day),
        } => {
            let moved = draft.moves_to(side(which), day);
            [Some(moved), yes(which.other())]
                .into_iter()
                .flatten()
                .collect()
        }
        Chosen::Both | Chosen::Option(_) => Vec::new(),
    };
    messages
        .into_iter()
        .filter(|message| !message.to.is_empty())
        .collect()
}

struct Draft<'a> {
    book: &'a Book,
    today: NaiveDate,
}

impl Draft<'_> {
    /// A no, and what I can offer instead. Whoever counted on me hears first that I take it back.
    fn no(&self, invite: &Invite, counted_on_me: bool) -> Message {
        let hour = self.hour(invite);
        let opening = match (counted_on_me, invite.host) {
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
        let offer = self
            .offer(invite)
            .map_or_else(String::new, |offer| format!("\n{offer}"));
        self.message(invite, &format!("{opening}{offer}"))
    }

    /// A yes.
    fn yes(&self, invite: &Invite) -> Message {
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
            );
        }
        self.message(invite, &format!("Yes, gladly: {hour}{place}."))
    }

    /// "May we move it?", and a real no.
    fn may_it_move(&self, invite: &Invite) -> Message {
        let hour = self.hour(invite);
        let day = short(invite.day(), self.today);
        let offer = self
            .offer(invite)
            .map_or_else(String::new, |offer| format!("\n{offer}"));
        self.message(
            invite,
            &format!(
                "You count on me for {hour}, and I would like to ask whether we may move it, because\n\
                 [why, in your own words; nothing is filled in here for you].{offer}\n\
                 If {day} is what suits you, say so, and I come as I said."
            ),
        )
    }

    /// "Can we meet on another day?"
    fn moves_to(&self, invite: &Invite, day: NaiveDate) -> Message {
        let hour = self.hour(invite);
        let day = short(day, self.today);
        let time = invite.start.format("%H:%M");
        self.message(
            invite,
            &format!(
                "Could we have our lunch on {day} at {time} instead of {hour}?\n\
                 If that does not suit you, say so, and we find a day that does."
            ),
        )
    }

    fn message(&self, invite: &Invite, body: &str) -> Message {
        let called = |name: fn(&Book, ContactId) -> &str| {
            let names: Vec<String> = invite
                .with
                .iter()
                .map(|id| name(self.book, *id).to_owned())
                .collect();
            listed(&names)
        };
        Message {
            to: called(name),
            text: format!("Dear {},\n{body}", called(first_name)),
        }
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

/// Weekdays after the lunch, within a month, on which nothing in the book takes that hour.
fn free_days<'a>(
    book: &'a Book,
    invite: &'a Invite,
    today: NaiveDate,
) -> impl Iterator<Item = NaiveDate> + use<'a> {
    use chrono::{Datelike, Weekday};
    let first = invite.day().max(today);
    (1..=30)
        .filter_map(move |ahead| first.checked_add_days(Days::new(ahead)))
        .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .filter(move |day| is_free(book, invite, *day, today))
}

fn is_free(book: &Book, invite: &Invite, day: NaiveDate, today: NaiveDate) -> bool {
    let taken = invite.taken();
    let (start, end) = (
        day.and_time(taken.start.time()),
        day.and_time(taken.end.time()),
    );
    let invites = book
        .invites
        .iter()
        .filter(|other| other.is_open(today) && !other.all_day);
    let mut spans = invites
        .map(|other| other.taken())
        .chain(book.busy.iter().map(|busy| busy.start..busy.end));
    !spans.any(|span| span.start < end && start < span.end)
}
